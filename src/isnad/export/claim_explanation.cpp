// SPDX-License-Identifier: Apache-2.0
// A labelled line a fact; Arabic stands in isolates.
#include "isnad/export/claim_explanation.h"

#include <algorithm>

namespace isnad {
namespace {

class Lines {
 public:
  explicit Lines(std::string& out) : out_(out) {}
  void line(std::string_view label, std::string_view text, std::string_view after = {}) {
    if (text.empty() && after.empty()) return;
    constexpr size_t kWidth = 12;
    out_ += "  ";
    out_ += label;
    out_.append(kWidth - std::min(kWidth, label.size()), ' ');
    if (!text.empty()) {
      out_ += "\u2068";  // FIRST STRONG ISOLATE
      for (const char c : text) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
      out_ += "\u2069";  // POP DIRECTIONAL ISOLATE
    }
    if (!text.empty() && !after.empty()) out_ += "  ";
    out_ += after;
    out_ += '\n';
  }

 private:
  std::string& out_;
};

std::string bracketed(const std::string& text) { return text.empty() ? "" : "[" + text + "]"; }

std::string figures(const Range& range) {
  const auto one = [](const std::optional<int64_t>& value) {
    return value ? std::to_string(*value) : std::string("?");
  };
  return "low " + one(range.low) + ", best " + one(range.best) + ", high " + one(range.high);
}

}  // namespace

void append_explanation(const ReportRecord& report, const ClaimRecord& claim,
                        const std::vector<std::string>& incidents, std::string& out) {
  out += claim.id + "  " + claim.type + (claim.means.empty() ? "" : " " + claim.means) + "  " +
         claim.factuality + (claim.background ? "  background" : "") + "\n";
  Lines lines(out);
  lines.line("report", report.title, report.published);
  lines.line("outlet", report.outlet);
  lines.line("sentence", sentence_of(report, claim));
  lines.line("words", claim.trigger,
             "at " + std::to_string(claim.trigger_begin) + "–" + std::to_string(claim.trigger_end) +
                 (claim.in_title ? " of the title" : ""));
  for (const PartyRecord& party : claim.agents)
    lines.line("agent", party.text, party.name + " " + bracketed(party.code));
  for (const PartyRecord& party : claim.recipients)
    lines.line("recipient", party.text, party.name + " " + bracketed(party.code));
  if (claim.place) lines.line("place", claim.place->text, claim.place->name_en);
  if (claim.time) lines.line("time", claim.time->text, claim.time->timex);
  for (size_t i = 0; i < kCountNames.size(); ++i)
    if (claim.counts[i])
      lines.line(kCountNames[i], claim.counts[i]->text, figures(claim.counts[i]->range));
  for (const NarratorRecord& link : claim.chain)
    lines.line("narrator", !link.name.empty() ? link.name : link.text,
               link.manner + ", " + link.certainty);
  if (!claim.denies.empty()) lines.line("denies", "", claim.denies);
  lines.line("rule", "", claim.rule);
  for (const std::string& reason : claim.trace) lines.line("because", reason);
  for (const std::string& incident : incidents) lines.line("incident", "", incident);
}

}  // namespace isnad
