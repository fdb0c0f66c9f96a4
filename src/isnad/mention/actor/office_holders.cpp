// SPDX-License-Identifier: Apache-2.0
// Reads tenures, and matches of an office with mentions of the same extent.
#include "isnad/mention/actor/office_holders.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace isnad {
namespace {

std::optional<std::chrono::year_month_day> read_day(std::string_view text) {
  constexpr std::string_view kForm = "YYYY-MM-DD";
  if (text.size() != kForm.size() || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](size_t at, size_t digits) {
    int value = -1;
    const char* end = text.data() + at + digits;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  const int month = number(5, 2), day = number(8, 2);
  if (month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

Result<OfficeHolders> OfficeHolders::read(const Lexicon& lexicon) {
  OfficeHolders out;
  out.table_ = lexicon.table("office_holders");
  for (RowId row = out.table_.begin; row < out.table_.end; ++row) {
    const auto from = read_day(lexicon.field(row, "from"));
    const auto to = read_day(lexicon.field(row, "to"));
    if (!from || !to || *to < *from) {
      return failure(ErrorCode::kBadLexicon,
                     "office_holders " + std::string(lexicon.id(row)) +
                         ": from and to want days as YYYY-MM-DD, in order; mend and build anew");
    }
    out.tenures_.push_back({std::string(lexicon.field(row, "name_en")), *from, *to});
  }
  return out;
}

void OfficeHolders::name(std::span<const Match> matches, std::chrono::year_month_day day,
                         std::vector<ActorMention>& mentions) const {
  auto mention = mentions.begin();
  for (const auto& match : matches) {
    if (!table_.contains(match.row)) continue;
    const Tenure& tenure = tenures_[match.row - table_.begin];
    if (day < tenure.from || tenure.to < day) continue;
    mention = std::find_if(mention, mentions.end(), [&](const ActorMention& candidate) {
      return candidate.tokens.begin >= match.tokens.begin;
    });
    if (mention == mentions.end()) return;
    if (mention->tokens == match.tokens && mention->name.empty() && mention->name_tokens.empty())
      mention->name = tenure.holder;
  }
}

}  // namespace isnad
