// SPDX-License-Identifier: Apache-2.0
// Datelines: the place and the wire before the lead, on a line of their own or as the start of a
// paragraph. Provenance, never a narrator of the event.
//
//   own line   صنعاء – وكالة المدار (Sanaa - agency)     بغداد/ شط الأخبار     بنغازي (ليبيا) –
//   المدار     (وكالات) inline     دمشق (رويترز) - …   واس – جدة: …   «الضفاف» - بيروت - …   صنعاء
//   – قتل …
// An ordinary sentence with dashes must keep its words, so prose words, verbs of speech, digits,
// long stretches, "التقارب الروسي - السعودي" (Russian-Saudi) and parentheses of two dashes rule a
// dateline out.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad {

// Is this trimmed line a dateline and nothing else? `first`: it is the text's first line, where a
// headline is likelier, so only a wire's or desk's word makes it a dateline.
[[nodiscard]] bool is_dateline(std::string_view line, bool first);

// Bytes of the dateline that begins this trimmed paragraph, its dash or colon included; 0 when
// there is none. `lead`: the paragraph is the first of the body; others need stronger signs.
[[nodiscard]] uint32_t dateline_prefix(std::string_view paragraph, bool lead);

}  // namespace isnad
