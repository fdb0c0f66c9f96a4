// SPDX-License-Identifier: Apache-2.0
// Reads the table "reporting" into values.
#include <array>
#include <utility>

#include "isnad/claim/find_attributions.h"

namespace isnad {
namespace {

constexpr std::array<std::pair<std::string_view, ReportingForm>, 7> kForms = {{
    {"verb", ReportingForm::kVerb},
    {"verb-about", ReportingForm::kVerbAbout},
    {"continue", ReportingForm::kContinue},
    {"according", ReportingForm::kAccording},
    {"impersonal", ReportingForm::kImpersonal},
    {"document", ReportingForm::kDocument},
    {"unnamed", ReportingForm::kUnnamed},
}};

}  // namespace

Result<ClaimKnowledge> ClaimKnowledge::read(const Lexicon& lexicon) {
  ClaimKnowledge out;
  out.reporting = lexicon.table("reporting");
  std::string faults;
  for (RowId row = out.reporting.begin; row < out.reporting.end; ++row) {
    ReportingWord word;
    bool known = false;
    for (const auto& [name, form] : kForms) {
      if (lexicon.field(row, "form") != name) continue;
      word.form = form;
      known = true;
    }
    const auto manner = manner_of(lexicon.field(row, "manner"));
    const auto certainty = certainty_of(lexicon.field(row, "certainty"));
    const bool plain_noun =
        word.form == ReportingForm::kDocument || word.form == ReportingForm::kUnnamed;
    if (manner) word.manner = *manner;
    if (certainty) word.certainty = *certainty;
    if (!known || ((!manner || !certainty) && !plain_noun))
      faults += "\n  reporting " + std::string(lexicon.id(row));
    out.words.push_back(word);
  }
  if (!faults.empty()) {
    return failure(
        ErrorCode::kBadLexicon,
        "these rows have an unknown form, manner or certainty; mend and build anew:" + faults);
  }
  return out;
}

}  // namespace isnad
