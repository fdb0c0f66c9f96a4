// SPDX-License-Identifier: Apache-2.0
// A stack of open quotations; each is written to the output when it opens and completed when it
// closes, which gives the order wanted without sorting.
#include "isnad/text/find_quotations.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kDeepest = 16;  // deeper marks are passed over: no text nests so, garbage does

enum class Family : uint8_t {
  kNone,
  kDouble,
  kGuillemet,
  kSingleGuillemet,
  kSingle,
  kStraight,
  kApostrophe
};

struct Mark {
  Family family = Family::kNone;
  bool opener = false;  // by its usual direction; straight marks have none
};

Mark mark_of(std::string_view form) {
  if (form == "«") return {Family::kGuillemet, true};
  if (form == "»") return {Family::kGuillemet, false};
  if (form == "\"") return {Family::kStraight, false};
  if (form == "“" || form == "„") return {Family::kDouble, true};
  if (form == "”" || form == "‟") return {Family::kDouble, false};
  if (form == "‘" || form == "‚") return {Family::kSingle, true};
  if (form == "’" || form == "‛") return {Family::kSingle, false};
  if (form == "‹") return {Family::kSingleGuillemet, true};
  if (form == "›") return {Family::kSingleGuillemet, false};
  if (form == "'") return {Family::kApostrophe, false};
  return {};
}

struct Open {
  Mark mark;
  size_t quotation;  // index into the output
};

class Pairer {
 public:
  Pairer(const std::vector<Token>& all, TokenSpan zone, std::vector<Quotation>& out)
      : all_(all), zone_(zone), out_(out), first_(out.size()) {}

  void read(Mark mark, uint32_t token) {
    const size_t match = innermost(mark.family);
    if (match < open_.size() && closes(open_[match].mark, mark, token)) {
      close_down_to(match, token);
    } else if (opens(mark, token)) {
      open_.push_back({mark, out_.size()});
      out_.push_back(
          Quotation{{token + 1, token + 1}, static_cast<uint32_t>(open_.size() - 1), true});
    }
  }

  void finish() {
    for (const Open& open : open_) leave_unclosed(open, zone_.end);
    const auto empty = [](const Quotation& quotation) { return quotation.tokens.empty(); };
    out_.erase(
        std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(), empty),
        out_.end());
  }

 private:
  [[nodiscard]] size_t innermost(Family family) const {
    for (size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].mark.family == family) return i - 1;
    }
    return open_.size();
  }
  [[nodiscard]] bool glued_after(uint32_t token) const {
    return token + 1 < zone_.end && !all_[token + 1].space_before;
  }
  // A mark of a directed family closes what its twin opened; the same mark again nests.
  [[nodiscard]] bool closes(Mark opened, Mark mark, uint32_t token) const {
    if (mark.family == Family::kStraight) return true;
    if (mark.family == Family::kApostrophe) return !all_[token].space_before;
    return opened.opener != mark.opener;
  }
  [[nodiscard]] bool opens(Mark mark, uint32_t token) const {
    if (open_.size() >= kDeepest) return false;
    if (mark.opener) return true;
    if (mark.family == Family::kStraight) return all_[token].space_before || glued_after(token);
    return all_[token].space_before && glued_after(token);
  }
  void close_down_to(size_t match, uint32_t token) {
    while (open_.size() > match + 1) {
      leave_unclosed(open_.back(), token);
      open_.pop_back();
    }
    out_[open_.back().quotation].tokens.end = token;
    open_.pop_back();
  }
  void leave_unclosed(const Open& open, uint32_t end) {
    out_[open.quotation].tokens.end = end;
    out_[open.quotation].closed = false;
  }

  const std::vector<Token>& all_;
  TokenSpan zone_;
  std::vector<Quotation>& out_;
  size_t first_;
  std::vector<Open> open_;
};

}  // namespace

void find_quotations(std::string_view folded, const std::vector<Token>& all, TokenSpan tokens,
                     std::vector<Quotation>& quotations) {
  Pairer pairer(all, tokens, quotations);
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (all[i].kind != TokenKind::kPunctuation) continue;
    const Mark mark = mark_of(folded.substr(all[i].folded.begin, all[i].folded.size()));
    if (mark.family != Family::kNone) pairer.read(mark, i);
  }
  pairer.finish();
}

}  // namespace isnad
