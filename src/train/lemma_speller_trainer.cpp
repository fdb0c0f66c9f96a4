// SPDX-License-Identifier: Apache-2.0
// See lemma_speller_trainer.h.
#include "train/lemma_speller_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "train/random.h"

namespace isnad::train {
namespace {

// A letter with the marks on it.
struct Unit {
  char16_t letter;
  std::u16string text;
};
std::vector<Unit> units_of(std::u16string_view lemma) {
  std::vector<Unit> units;
  for (const char16_t c : lemma) {
    if (is_arabic_mark(c) && c != 0x0640 && !units.empty()) {
      units.back().text += c;
    } else {
      units.push_back({c, std::u16string(1, c)});
    }
  }
  return units;
}

// How unlike a form's letter and a lemma's are; over 1.6 it is better to drop one and add the
// other.
float unlikeness(char16_t form, char16_t lemma) {
  if (form == lemma) return 0;
  if (fold_letter(form) == fold_letter(lemma)) return 0.1F;
  constexpr std::u16string_view kWeak = u"اويىأإآؤئء";  // alef, wāw, yāʾ, the hamzas
  if (kWeak.find(form) != std::u16string_view::npos &&
      kWeak.find(lemma) != std::u16string_view::npos)
    return 0.6F;
  if (form == u'ت' && lemma == u'ة') return 0.7F;
  return 1.9F;
}

class SpellerTrainer {
 public:
  SpellerTrainer(std::vector<SpelledPair> pairs, StringTableBuilder& strings,
                 const SpellerOptions& options)
      : pairs_(std::move(pairs)), strings_(strings), options_(options) {}
  void train(TrainedSpeller& out, const Progress& progress);

 private:
  void gather_edits(TrainedSpeller& out);
  bool learn(const SpelledPair& pair, const TrainedSpeller& out);
  void add_to(const std::array<uint64_t, SpelledWord::kFeatures>& keys, size_t n, float by);

  std::vector<SpelledPair> pairs_;
  StringTableBuilder& strings_;
  SpellerOptions options_;
  std::vector<float> weights_, totals_;
  std::vector<uint64_t> since_;
  uint64_t step_ = 1;
};

void SpellerTrainer::gather_edits(TrainedSpeller& out) {
  std::map<uint64_t, std::map<std::u16string, uint32_t>> counts;
  for (const SpelledPair& pair : pairs_) {
    const SpelledWord word(pair.form, pair.upos, pair.features);
    for (uint32_t i = 0; i <= word.size(); ++i) ++counts[word.edit_list(i)][pair.edits[i]];
  }
  KeyTableBuilder keys;
  out.edits.offsets.push_back(0);
  for (const auto& [list, edits] : counts) {
    std::vector<std::pair<uint32_t, std::u16string>> kept;
    for (const auto& [edit, count] : edits) {
      if (count >= options_.edit_min_count) kept.emplace_back(count, edit);
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (kept.size() > kMostEdits) kept.resize(kMostEdits);
    for (const auto& [count, edit] : kept) out.edits.items.push_back(strings_.add(edit));
    keys.add(list, static_cast<uint32_t>(out.edits.offsets.size() - 1));
    out.edits.offsets.push_back(static_cast<uint32_t>(out.edits.items.size()));
  }
  out.edits.slots = keys.slots();
}

void SpellerTrainer::add_to(const std::array<uint64_t, SpelledWord::kFeatures>& keys, size_t n,
                            float by) {
  for (const uint64_t key : keys) {
    const size_t f = edit_weights_of(key, weights_.size()) + n;
    totals_[f] += weights_[f] * static_cast<float>(step_ - since_[f]);
    since_[f] = step_;
    weights_[f] += by;
  }
}

bool SpellerTrainer::learn(const SpelledPair& pair, const TrainedSpeller& out) {
  const SpelledWord word(pair.form, pair.upos, pair.features);
  const ListTable lists = out.edits.view();
  std::array<uint64_t, SpelledWord::kFeatures> keys;
  uint32_t before = UINT32_MAX, before_that = UINT32_MAX;
  bool all_right = true;
  for (uint32_t i = 0; i <= word.size(); ++i) {
    const uint32_t gold = strings_.add(pair.edits[i]);
    const auto edits = lists.find(word.edit_list(i));
    const auto right =
        static_cast<size_t>(std::find(edits.begin(), edits.end(), gold) - edits.begin());
    if (right == edits.size()) return false;  // too rare an edit
    word.find_features(i, before, before_that, keys);
    size_t best = edits.size();
    float best_score = 0, gold_score = 0;
    for (size_t n = 0; n < edits.size(); ++n) {
      float score = 0;
      for (const uint64_t key : keys) score += weights_[edit_weights_of(key, weights_.size()) + n];
      if (n == right) {
        gold_score = score;
      } else if (best == edits.size() || score > best_score) {
        best = n;
        best_score = score;
      }
    }
    ++step_;
    if (best != edits.size() && gold_score < best_score + 2.0F) {
      add_to(keys, right, 1.0F);
      add_to(keys, best, -1.0F);
      all_right &= gold_score > best_score;
    }
    before_that = before;
    before = gold;
  }
  return all_right;
}

void SpellerTrainer::train(TrainedSpeller& out, const Progress& progress) {
  gather_edits(out);
  const size_t size = size_t{1} << options_.weight_bits;
  weights_.assign(size, 0);
  totals_.assign(size, 0);
  since_.assign(size, 0);
  Random random(options_.seed + 11);
  for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
    shuffle(pairs_, random);
    size_t right = 0;
    for (const SpelledPair& pair : pairs_) right += learn(pair, out);
    progress("lemmas: epoch " + std::to_string(epoch + 1) + ", " + std::to_string(right) + " of " +
             std::to_string(pairs_.size()) + " pairs right");
  }
  float most = 1;
  for (size_t i = 0; i < size; ++i) {
    totals_[i] += weights_[i] * static_cast<float>(step_ - since_[i]);
    weights_[i] = totals_[i] / static_cast<float>(step_);
    most = std::max(most, std::abs(weights_[i]));
  }
  out.edit_weights.resize(size);
  for (size_t i = 0; i < size; ++i)
    out.edit_weights[i] = static_cast<int16_t>(std::lround(weights_[i] * 32000.0F / most));
}

}  // namespace

std::vector<std::u16string> align_lemma(std::u16string_view form, std::u16string_view lemma) {
  const std::vector<Unit> units = units_of(lemma);
  const size_t n = form.size(), m = units.size();
  // cost[i][j]: of the first i letters against the first j units.
  std::vector<std::vector<float>> cost(n + 1, std::vector<float>(m + 1, 0));
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      if (i == 0 && j == 0) continue;
      float best = 1e9F;
      if (i > 0) best = std::min(best, cost[i - 1][j] + 0.8F);
      if (j > 0) best = std::min(best, cost[i][j - 1] + 0.8F);
      if (i > 0 && j > 0)
        best = std::min(best, cost[i - 1][j - 1] + unlikeness(form[i - 1], units[j - 1].letter));
      cost[i][j] = best;
    }
  }
  std::vector<std::u16string> edits(n + 1);
  size_t i = n, j = m;
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 &&
        cost[i][j] == cost[i - 1][j - 1] + unlikeness(form[i - 1], units[j - 1].letter)) {
      std::u16string text = units[j - 1].text;
      if (text.front() == form[i - 1]) text.front() = u'=';
      edits[i - 1] = text + edits[i - 1];
      --i;
      --j;
    } else if (j > 0 && cost[i][j] == cost[i][j - 1] + 0.8F) {
      edits[i] = units[j - 1].text + edits[i];  // before letter i, or at the end
      --j;
    } else {
      --i;
    }
  }
  return edits;
}

TrainedSpeller train_speller(std::vector<SpelledPair> pairs, StringTableBuilder& strings,
                             const SpellerOptions& options, const Progress& progress) {
  TrainedSpeller out;
  SpellerTrainer(std::move(pairs), strings, options).train(out, progress);
  return out;
}

}  // namespace isnad::train
