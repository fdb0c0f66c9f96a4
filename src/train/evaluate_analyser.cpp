// SPDX-License-Identifier: Apache-2.0
// See evaluate_analyser.h. Both sides become rows of words with the characters they cover; then
// they are aligned.
#include "train/evaluate_analyser.h"

#include <algorithm>
#include <ctime>
#include <vector>

#include "isnad/analysis/paragraph.h"
#include "train/treebank.h"

namespace isnad::train {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

// A word of either side; `parent` is a row of the same side, kNone for the root or where there is
// no tree.
struct Row {
  std::string form, lemma;
  Upos upos;
  std::string_view relation;
  uint32_t parent;
  uint32_t begin, end;  // characters that are no white space, of its token
  bool in_range;        // of a token of several words
};

std::string_view universal(Deprel deprel) {
  const std::string_view name = deprel_name(deprel);
  return name.substr(0, name.find(':'));
}

uint32_t count_characters(std::string_view utf8) {
  uint32_t count = 0;
  for (size_t at = 0; at < utf8.size(); ++count) (void)next_character(utf8, at);
  return count;
}

void add_gold(const TreebankSentence& sentence, uint32_t begin, std::vector<Row>& rows) {
  const auto first = static_cast<uint32_t>(rows.size());
  for (const TreebankToken& token : sentence.tokens) {
    const uint32_t end = begin + count_characters(token.surface);
    for (uint32_t w = token.first_word; w < token.first_word + token.words; ++w) {
      const TreebankWord& word = sentence.words[w];
      const bool attached =
          word.head >= 0 && word.head < static_cast<int32_t>(sentence.words.size());
      rows.push_back({word.form, word.lemma, word.upos, universal(word.deprel),
                      attached ? first + static_cast<uint32_t>(word.head) : kNone, begin, end,
                      token.words > 1});
    }
    begin = end;
  }
}

void add_system(const Analysis& analysis, const Text& text, std::string_view line, uint32_t begin,
                std::vector<Row>& rows) {
  const auto first = static_cast<uint32_t>(rows.size());
  uint32_t end = begin, token = kNone;
  for (uint32_t w = 0; w < analysis.size(); ++w) {
    if (analysis.token[w] != token) {
      token = analysis.token[w];
      begin = end;
      const ByteSpan given = text.tokens[token].given;
      end = begin + count_characters(line.substr(given.begin, given.size()));
    }
    const bool several = analysis.first_word[token + 1] - analysis.first_word[token] > 1;
    rows.push_back({std::string(analysis.form_of(w)), std::string(analysis.lemma_of(w)),
                    analysis.upos[w], universal(analysis.deprel[w]),
                    analysis.head[w] < analysis.size() ? first + analysis.head[w] : kNone, begin,
                    end, several});
  }
}

// Aligns words of a stretch that covers the same characters by the longest common subsequence of
// forms.
void align_stretch(const std::vector<Row>& gold, size_t i, size_t i2,
                   const std::vector<Row>& system, size_t j, size_t j2,
                   std::vector<uint32_t>& partner) {
  const size_t n = i2 - i, m = j2 - j;
  std::vector<uint32_t> table((n + 1) * (m + 1), 0);
  const auto at = [&](size_t x, size_t y) -> uint32_t& { return table[x * (m + 1) + y]; };
  for (size_t x = n; x-- > 0;) {
    for (size_t y = m; y-- > 0;) {
      at(x, y) = gold[i + x].form == system[j + y].form ? at(x + 1, y + 1) + 1
                                                        : std::max(at(x + 1, y), at(x, y + 1));
    }
  }
  for (size_t x = 0, y = 0; x < n && y < m;) {
    if (gold[i + x].form == system[j + y].form) {
      partner[i + x++] = static_cast<uint32_t>(j + y++);
    } else if (at(x + 1, y) >= at(x, y + 1)) {
      ++x;
    } else {
      ++y;
    }
  }
}

// For each gold word the system word that covers the same characters, or kNone.
std::vector<uint32_t> align(const std::vector<Row>& gold, const std::vector<Row>& system) {
  std::vector<uint32_t> partner(gold.size(), kNone);
  for (size_t i = 0, j = 0; i < gold.size() && j < system.size();) {
    const Row& g = gold[i];
    const Row& s = system[j];
    if (!g.in_range && !s.in_range) {
      if (g.begin == s.begin && g.end == s.end) {
        partner[i++] = static_cast<uint32_t>(j++);
      } else if (g.end <= s.end) {
        ++i;
        if (g.end == s.end) ++j;
      } else {
        ++j;
      }
      continue;
    }
    uint32_t end = std::max(g.end, s.end);
    size_t i2 = i, j2 = j;
    for (uint32_t before = end;; before = end) {
      while (i2 < gold.size() && gold[i2].begin < end) end = std::max(end, gold[i2++].end);
      before = end;
      while (j2 < system.size() && system[j2].begin < end) end = std::max(end, system[j2++].end);
      if (end == before) break;
    }
    align_stretch(gold, i, i2, system, j, j2, partner);
    i = std::max(i2, i + 1);
    j = std::max(j2, j + 1);
  }
  return partner;
}

std::string without_hamzas(std::string_view text) {
  std::string out(text);
  constexpr std::string_view kAlefs[] = {
      "أ",  // with hamza above
      "إ",  // with hamza below
      "آ",  // with madda
  };
  for (const std::string_view alef : kAlefs) {
    for (size_t at = 0; (at = out.find(alef, at)) != std::string::npos;)
      out.replace(at, alef.size(), "ا");
  }
  return out;
}

AnalyserScores count_scores(const std::vector<Row>& gold, const std::vector<Row>& system) {
  const std::vector<uint32_t> partner = align(gold, system);
  size_t words = 0, upos = 0, lemmas = 0, heads = 0, labels = 0;
  for (size_t i = 0; i < gold.size(); ++i) {
    if (partner[i] == kNone) continue;
    const Row& g = gold[i];
    const Row& s = system[partner[i]];
    ++words;
    upos += g.upos == s.upos;
    lemmas += g.lemma == s.lemma || g.lemma == "_";
    // A head that was not aligned counts as the root does: no partner.
    const bool same = (g.parent == kNone ? kNone : partner[g.parent]) == s.parent;
    heads += same;
    labels += same && g.relation == s.relation;
  }
  const auto f1 = [&](size_t right) {
    return 200.0 * static_cast<double>(right) /
           static_cast<double>(std::max<size_t>(1, gold.size() + system.size()));
  };
  AnalyserScores scores{f1(words), f1(upos), f1(lemmas), f1(heads), f1(labels), gold.size(), 0};
  return scores;
}

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

Result<AnalyserScores> evaluate_analyser(const Analyser& analyser,
                                         const std::filesystem::path& treebank,
                                         const EvaluationOptions& options) {
  std::vector<TreebankSentence> sentences;
  if (auto read = read_treebank(treebank, 0, sentences); !read) return tl::unexpected(read.error());
  std::vector<Row> gold, system;
  AnalysisWorkspace work;
  double seconds = 0;
  for (TreebankSentence& sentence : sentences) {
    const uint32_t begin = gold.empty() ? 0 : gold.back().end;
    std::string line = sentence.text;
    if (options.drop_hamzas) line = without_hamzas(line);
    add_gold(sentence, begin, gold);
    const Text text = make_paragraph(line);
    const double start = thread_seconds();
    const Analysis analysis = analyser.analyse(text, line, work, {.parse = true});
    seconds += thread_seconds() - start;
    add_system(analysis, text, line, begin, system);
    if (analysis.size() == 0 || gold.back().end != system.back().end) {
      return failure(
          ErrorCode::kBadValue,
          "a sentence's tokens are not the characters of its line # text; mend it",
          treebank.string() + ", sentence " + std::to_string(&sentence - sentences.data() + 1));
    }
  }
  AnalyserScores scores = count_scores(gold, system);
  scores.words_per_second = seconds > 0 ? static_cast<double>(system.size()) / seconds : 0;
  return scores;
}

}  // namespace isnad::train
