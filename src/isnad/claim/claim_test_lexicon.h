// SPDX-License-Identifier: Apache-2.0
// For the tests of this folder: a small lexicon of reporting and function words, and what is
// attributed to whom in a line of text with it. No analysis, no parties but those a test adds. Rows
// are written as in languages/ar, with | for the tab.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "isnad/claim/find_attributions.h"
#include "isnad/lexicon/compile.h"
#include "isnad/text/text.h"

namespace isnad::claim_test {

struct TableText {
  std::string_view name;
  std::string_view rows;
};

// One line a row; each Arabic word's meaning is its gloss in the last column but one.
inline constexpr TableText kTables[] = {
    {"reporting", R"(id|ar|variants|imperfect|pos|plural|form|manner|certainty|gloss|source
add|أضاف||يضيف|verb||continue|states|certain|add|t
adding|مضيفا|مضيفة||fixed||continue|states|certain|adding|t
announce|أعلن||يعلن|verb||verb-about|announces|certain|announce|t
believed|يعتقد|||fixed||impersonal|believes|probable|it is believed|t
by|بحسب|||fixed||according|reports|certain|according to|t
deny|نفى||ينفي|verb||verb-about|denies|certain|deny|t
quote|نقل||ينقل|verb||verb-about|quotes|certain|quote|t
recall|يذكر أن|||fixed||outlet|||it should be recalled|t
say|قال||يقول|verb||verb|states|certain|say|t
source|مصدر|||noun|مصادر|unnamed|reports|certain|source|t
spokesman|متحدث|||noun|متحدثون|unnamed|states|certain|spokesman|t
statement|بيان|||noun|بيانات|document|states|certain|statement|t
witness|شاهد|||noun|شهود|unnamed|reports|certain|witness|t
)"},
    {"function_words", R"(id|ar|variants|class|gloss|source
comp.anna|أن|أنه|complementiser|that|t
comp.inna|إن|إنه|complementiser|that|t
conj.wa|و||conjunction|and|t
nega.lam|لم||negation|did not|t
prep.an|عن||preposition|about, from|t
prep.fi|في||preposition|in|t
rela.alladhi|الذي|التي|relative|who|t
)"},
    {"declared_acts", R"(id|type|means|gloss|source
sanction|SANCTION||sanctions|t
)"},
    {"denied_things", R"(id|ar|variants|denies|gloss|source
number|حصيلة||number|toll|t
responsibility|مسؤولية|مسؤوليته|responsibility|responsibility|t
victims|مدنيين||victims|civilians|t
)"},
};

// Everything an AttributionInput refers to, kept alive.
class ClaimReading {
 public:
  explicit ClaimReading(std::string_view words, Mentions mentions = {})
      : mentions_(std::move(mentions)) {
    build_lexicon();
    report_.text = words;
    report_.zones.push_back(
        {ZoneKind::kParagraph, {0, static_cast<uint32_t>(report_.text.size())}});
    text_ = make_text(report_);
    matches_ = lexicon_->find_matches(text_);
    syntax_ = std::make_unique<Syntax>(text_, matches_, analysis_, mentions_, *lexicon_);
    knowledge_ = *ClaimKnowledge::read(*lexicon_);
    attributions_ = find_attributions(input(), knowledge_);
  }

  [[nodiscard]] AttributionInput input() const {
    return {report_, text_, matches_, mentions_, *syntax_, *lexicon_, analysis_};
  }
  [[nodiscard]] const ClaimKnowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const std::vector<Attribution>& attributions() const { return attributions_; }
  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] const Text& text() const { return text_; }

  // "narrator: what he says", one a line, in order of their cues.
  [[nodiscard]] std::string summary() const {
    std::string out;
    for (const auto& attribution : attributions_) {
      if (!out.empty()) out += '\n';
      out += attribution.narrator.text + ": " + words(attribution.scope);
    }
    return out;
  }
  [[nodiscard]] std::string words(TokenSpan tokens) const {
    if (tokens.empty()) return {};
    const auto given = text_.given_of(tokens);
    return report_.text.substr(given.begin, given.size());
  }
  // The token spelt so, folded; throws when there is none.
  [[nodiscard]] uint32_t token(std::string_view folded) const {
    for (uint32_t t = 0; t < text_.tokens.size(); ++t) {
      if (text_.folded_of(text_.tokens[t]) == folded) return t;
    }
    throw std::invalid_argument("no such token");
  }

 private:
  void build_lexicon() {
    LexiconSource source;
    for (const auto& table : kTables) {
      std::string rows(table.rows);
      std::replace(rows.begin(), rows.end(), '|', '\t');
      source.tables.push_back(parse_table(rows, table.name, "test.tsv", source.faults));
    }
    std::sort(source.tables.begin(), source.tables.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    auto compiled = compile_lexicon(source, "test");
    for (const auto* faults : {&source.faults, &compiled.faults}) {
      if (!faults->empty())
        throw std::invalid_argument(faults->front().where + ": " + faults->front().what);
    }
    storage_.resize(compiled.bytes.size() + 64);
    const auto address = reinterpret_cast<uintptr_t>(storage_.data());
    char* begin = storage_.data() + (64 - address % 64) % 64;
    std::memcpy(begin, compiled.bytes.data(), compiled.bytes.size());
    lexicon_ = std::make_unique<Lexicon>(
        *Lexicon::view(std::as_bytes(std::span(begin, compiled.bytes.size()))));
  }

  std::vector<char> storage_;
  std::unique_ptr<Lexicon> lexicon_;
  Mentions mentions_;
  Analysis analysis_;
  Report report_;
  Text text_;
  std::vector<Match> matches_;
  std::unique_ptr<Syntax> syntax_;
  ClaimKnowledge knowledge_;
  std::vector<Attribution> attributions_;
};

}  // namespace isnad::claim_test
