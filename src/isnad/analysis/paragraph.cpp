// SPDX-License-Identifier: Apache-2.0
// See paragraph.h.
#include "isnad/analysis/paragraph.h"

#include "isnad/analysis/conllu.h"
#include "isnad/analysis/spelling.h"
#include "isnad/report/report.h"

namespace isnad {
namespace {

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// Where the run of characters from `at` that are all white space, or all none, ends.
size_t run_end(std::string_view line, size_t at, size_t end, bool space) {
  while (at < end) {
    size_t next = at;
    if (is_space(next_character(line, next)) != space) break;
    at = next;
  }
  return std::min(at, end);
}

// Folding drops tatweel and invisible characters, so that those before a word belong to no token.
// CoNLL-U has to show every character: what touches a token joins it, what stands alone becomes a
// mark.
void cover_every_character(std::string_view line, std::vector<Token>& tokens) {
  std::vector<Token> covered;
  for (size_t t = 0, at = 0; t <= tokens.size(); ++t) {
    const size_t end = t < tokens.size() ? tokens[t].given.begin : line.size();
    size_t begin = end;
    while (at < end) {
      at = run_end(line, at, end, true);
      const size_t from = at;
      at = run_end(line, at, end, false);
      if (at == end && t < tokens.size()) {
        begin = from;
      } else if (at > from && !covered.empty() && covered.back().given.end == from) {
        covered.back().given.end = static_cast<uint32_t>(at);
      } else if (at > from) {
        Token mark;
        mark.given = {static_cast<uint32_t>(from), static_cast<uint32_t>(at)};
        mark.kind = TokenKind::kPunctuation;
        covered.push_back(mark);
      }
    }
    if (t == tokens.size()) break;
    covered.push_back(tokens[t]);
    covered.back().given.begin = static_cast<uint32_t>(begin);
    at = tokens[t].given.end;
  }
  tokens = std::move(covered);
}

}  // namespace

Text make_paragraph(std::string_view line) {
  Report report;
  report.text = line;
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(line.size())}}};
  Text text = make_text(report);
  text.sentences.clear();
  cover_every_character(line, text.tokens);
  if (text.tokens.empty()) return text;
  Sentence sentence;
  sentence.tokens = {0, static_cast<uint32_t>(text.tokens.size())};
  sentence.given = text.given_of(sentence.tokens);
  text.sentences.push_back(sentence);
  return text;
}

void append_paragraph_conllu(const Analyser& analyser, std::string_view line,
                             AnalysisWorkspace& work, std::string& out) {
  const Text text = make_paragraph(line);
  append_conllu(analyser.analyse(text, line, work), text, line, out);
}

}  // namespace isnad
