// SPDX-License-Identifier: Apache-2.0
// See name_tagger.h.
#include "isnad/mention/name/name_tagger.h"

#include <algorithm>
#include <limits>

#include "isnad/analysis/kernel.h"

namespace isnad {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

void score(const NameModel& model, std::span<const NameWord> sentence, std::vector<float>& scores) {
  scores.assign(sentence.size() * kNameRow, 0.0F);
  std::array<uint64_t, kMostNameFeatures> keys;
  std::array<uint32_t, kMostNameFeatures> rows;
  const RowTable& table = model.features();
  for (size_t t = 0; t < sentence.size(); ++t) {
    const size_t count = find_name_features(sentence, t, keys);
    for (size_t k = 0; k < count; ++k) table.index.prefetch(keys[k]);
    size_t found = 0;
    for (size_t k = 0; k < count; ++k) {
      const uint32_t row = table.index.find(keys[k]);
      if (row != KeyTable::kNone) rows[found++] = row;
    }
    kernel::add_scaled_bytes(table.rows.data(), table.scales.data(), rows.data(), found,
                             scores.data() + t * kNameRow, kNameRow);
  }
}

}  // namespace

void best_labels(const NameModel& model, std::span<const float> scores, NameWorkspace& work,
                 std::vector<uint8_t>& labels) {
  const size_t n = scores.size() / kNameRow;
  labels.assign(n, kNoName);
  if (n == 0) return;
  work.before.assign(n * kNameLabels, 0);
  std::array<float, kNameLabels> now, next;
  for (uint32_t l = 0; l < kNameLabels; ++l)
    now[l] = may_follow(kNoName, l) ? scores[l] + model.step(kNoName, l) : kNever;
  for (size_t t = 1; t < n; ++t) {
    for (uint32_t l = 0; l < kNameLabels; ++l) {
      next[l] = kNever;
      for (uint32_t b = 0; b < kNameLabels; ++b) {
        if (!may_follow(b, l)) continue;
        const float total = now[b] + model.step(b, l);
        if (total <= next[l]) continue;
        next[l] = total;
        work.before[t * kNameLabels + l] = static_cast<uint8_t>(b);
      }
      next[l] += scores[t * kNameRow + l];
    }
    now = next;
  }
  auto best = static_cast<uint8_t>(std::max_element(now.begin(), now.end()) - now.begin());
  for (size_t t = n; t-- > 0;) {
    labels[t] = best;
    best = work.before[t * kNameLabels + best];
  }
}

std::vector<NameMention> find_names(const NameModel& model, const TokenTable& tokens,
                                    const Analysis& analysis, NameWorkspace& work,
                                    const std::vector<bool>& wanted) {
  std::vector<NameMention> out;
  if (analysis.first_word.size() != tokens.size() + 1) return out;
  read_name_words(tokens, analysis, model.vectors(), model.clusters(), work.words);
  std::vector<uint8_t> labels;
  const auto& sentences = tokens.text().sentences;
  for (const Sentence& sentence : sentences) {
    if (!wanted.empty() && !wanted[static_cast<size_t>(&sentence - sentences.data())]) continue;
    const TokenSpan span = sentence.tokens;
    score(model, std::span(work.words).subspan(span.begin, span.size()), work.scores);
    best_labels(model, work.scores, work, labels);
    for (uint32_t i = 0; i < span.size(); ++i) {
      if (labels[i] == kNoName) continue;
      if (begins_name(labels[i])) {
        out.push_back({{span.begin + i, span.begin + i + 1}, type_of_label(labels[i])});
      } else {
        out.back().tokens.end = span.begin + i + 1;
      }
    }
  }
  return out;
}

}  // namespace isnad
