// SPDX-License-Identifier: Apache-2.0
// See segment_trainer.h.
#include "train/segment_trainer.h"

#include <algorithm>
#include <cmath>

#include "train/noise.h"
#include "train/random.h"

namespace isnad::train {
namespace {

constexpr uint32_t kRestoredMinCount = 2;
constexpr size_t kMostSpellings = 3;

using Counts = std::map<std::u16string, std::map<std::u16string, uint32_t>>;

std::u16string joined_parts(const Segmentation& parts) {
  std::u16string out;
  for (uint32_t i = 0; i < parts.count; ++i) {
    if (i > 0) out += u'+';
    out += parts.parts[i].view();
  }
  return out;
}

std::u16string gold_parts(const TreebankSentence& sentence, const TreebankToken& token) {
  if (token.words == 1) return std::u16string(token.plain.view());
  std::u16string out;
  for (uint32_t w = 0; w < token.words; ++w) {
    if (w > 0) out += u'+';
    out += spelling_of(sentence.words[token.first_word + w].form);
  }
  return out;
}

ListTableData make_lists(const Counts& counts, KeyKind kind, uint32_t min_count,
                         StringTableBuilder& strings) {
  ListTableData lists;
  lists.offsets.push_back(0);
  KeyTableBuilder keys;
  for (const auto& [letters, values] : counts) {
    std::vector<std::pair<uint32_t, std::u16string>> ranked;
    for (const auto& [value, count] : values) {
      if (count >= min_count) ranked.emplace_back(count, value);
    }
    if (ranked.empty()) continue;
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked.size() > kMostSpellings) ranked.resize(kMostSpellings);
    for (const auto& [count, value] : ranked) lists.items.push_back(strings.add(value));
    keys.add(key_of(kind, letters), static_cast<uint32_t>(lists.offsets.size() - 1));
    lists.offsets.push_back(static_cast<uint32_t>(lists.items.size()));
  }
  lists.slots = keys.slots();
  return lists;
}

struct Example {
  Letters token;
  uint32_t sentence;
  uint32_t index;
};

class SegmentTrainer {
 public:
  SegmentTrainer(const std::vector<TreebankSentence>& sentences, const KeyTable& words,
                 StringTableBuilder& strings, const SegmentOptions& options)
      : sentences_(sentences), words_(words), strings_(strings), options_(options) {}
  TrainedSegmenter train(const Progress& progress);

 private:
  void gather_tables();
  void count_stems(const TreebankToken& token, const std::u16string& gold, const Letters& spelt);
  bool learn(const Letters& token, const TokenContext& context, const std::u16string& gold);
  void add_to(const std::vector<uint32_t>& features, float by);

  const std::vector<TreebankSentence>& sentences_;
  KeyTable words_;
  StringTableBuilder& strings_;
  SegmentOptions options_;
  TrainedSegmenter out_;
  Counts stems_;
  Segmenter segmenter_;
  Segmenter::Workspace work_;
  std::vector<float> weights_, totals_;
  std::vector<uint64_t> since_;
  uint64_t step_ = 0;
  size_t unreachable_ = 0;
};

// Spellings of stems that stand between these clitics in the gold words, but differ from the
// letters cut.
void SegmentTrainer::count_stems(const TreebankToken& token, const std::u16string& gold,
                                 const Letters& spelt) {
  std::vector<Segmenter::Cut> cuts;
  Segmenter::find_cuts(spelt, cuts);
  for (const Segmenter::Cut cut : cuts) {
    std::u16string before(Segmenter::prefix_parts(cut.prefix)),
        after(Segmenter::suffix_parts(cut.suffix));
    if (before.empty() && after.empty()) continue;
    if (!before.empty()) before += u'+';
    if (!after.empty()) after = u'+' + after;
    if (gold.size() <= before.size() + after.size() || !gold.starts_with(before) ||
        !gold.ends_with(after))
      continue;
    const std::u16string stem =
        gold.substr(before.size(), gold.size() - before.size() - after.size());
    if (stem.find(u'+') != std::u16string::npos) continue;
    std::u16string letters(spelt.view().substr(cut.begin, cut.end - cut.begin));
    if (letters != stem) ++stems_[letters][stem];
  }
  (void)token;
}

void SegmentTrainer::gather_tables() {
  Random random(options_.seed + 5);
  // What the rules reach is no irregular token; the tables of stems are made first.
  for (const TreebankSentence& sentence : sentences_) {
    for (const TreebankToken& token : sentence.tokens) {
      if (token.words == 1 || token.kind != TokenKind::kWord) continue;
      const std::u16string gold = gold_parts(sentence, token);
      count_stems(token, gold, token.plain);
      Letters spoilt = token.plain;
      spoil(spoilt, {true, 0}, random);
      if (spoilt.view() != token.plain.view()) count_stems(token, gold, spoilt);
    }
  }
  out_.stems = make_lists(stems_, KeyKind::kStem, kRestoredMinCount, strings_);
  SegmentTables tables;
  tables.stems = out_.stems.view();
  tables.words = words_;
  tables.strings = strings_.view();
  const Segmenter by_rule(tables);
  Counts whole;
  for (const TreebankSentence& sentence : sentences_) {
    for (const TreebankToken& token : sentence.tokens) {
      if (token.words == 1 || token.words > kMaxParts || token.kind != TokenKind::kWord) continue;
      const std::u16string gold = gold_parts(sentence, token);
      by_rule.find_candidates(token.plain, work_);
      Segmentation parts;
      const bool reached = std::any_of(work_.candidates.begin(), work_.candidates.end(),
                                       [&](const SegmentCandidate& c) {
                                         by_rule.write_parts(c, parts);
                                         return joined_parts(parts) == gold;
                                       });
      if (!reached) ++whole[std::u16string(token.plain.view())][gold];
    }
  }
  out_.whole_tokens = make_lists(whole, KeyKind::kWholeToken, kRestoredMinCount, strings_);
}

void SegmentTrainer::add_to(const std::vector<uint32_t>& features, float by) {
  for (const uint32_t f : features) {
    totals_[f] += weights_[f] * static_cast<float>(step_ - since_[f]);
    since_[f] = step_;
    weights_[f] += by;
  }
}

// One perceptron step with a margin; returns whether the best candidate was right.
bool SegmentTrainer::learn(const Letters& token, const TokenContext& context,
                           const std::u16string& gold) {
  segmenter_.find_candidates(token, work_);
  if (work_.candidates.size() < 2) return true;
  ++step_;
  size_t best = SIZE_MAX, right = SIZE_MAX;
  float best_score = 0, right_score = 0;
  Segmentation parts;
  std::vector<uint32_t> features, right_features, best_features;
  for (size_t i = 0; i < work_.candidates.size(); ++i) {
    segmenter_.write_parts(work_.candidates[i], parts);
    const bool is_gold = right == SIZE_MAX && joined_parts(parts) == gold;
    segmenter_.find_features(token, context, work_.candidates[i], features);
    float score = 0;
    for (const uint32_t f : features) score += weights_[f];
    if (is_gold) {
      right = i;
      right_score = score;
      right_features = features;
    } else if (best == SIZE_MAX || score > best_score) {
      best = i;
      best_score = score;
      best_features = features;
    }
  }
  if (right == SIZE_MAX) {
    ++unreachable_;
    return false;
  }
  constexpr float kMargin = 4.0F;
  if (right_score < best_score + kMargin) {
    add_to(right_features, 1.0F);
    add_to(best_features, -1.0F);
  }
  return right_score > best_score;
}

TrainedSegmenter SegmentTrainer::train(const Progress& progress) {
  gather_tables();
  const size_t size = size_t{1} << options_.weight_bits;
  out_.weights.assign(size, 0);
  weights_.assign(size, 0);
  totals_.assign(size, 0);
  since_.assign(size, 0);
  SegmentTables tables;
  tables.weights = out_.weights;
  tables.stems = out_.stems.view();
  tables.whole_tokens = out_.whole_tokens.view();
  tables.words = words_;
  tables.strings = strings_.view();
  segmenter_ = Segmenter(tables);
  std::vector<uint32_t> order(sentences_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(options_.seed + 3);
  for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
    shuffle(order, random);
    size_t tokens = 0, right = 0;
    unreachable_ = 0;
    std::vector<Letters> plain, shaped;
    for (const uint32_t s : order) {
      const TreebankSentence& sentence = sentences_[s];
      const Noise noise = draw_noise(random, options_.noise);
      plain.clear();
      for (const TreebankToken& token : sentence.tokens) {
        plain.push_back(token.plain);
        spoil(plain.back(), noise, random);
      }
      shaped = plain;
      for (Letters& letters : shaped) shape_letters(letters);
      for (size_t i = 0; i < plain.size(); ++i) {
        if (sentence.tokens[i].kind != TokenKind::kWord) continue;
        const TokenContext context{
            i > 0 ? shaped[i - 1].view() : std::u16string_view(),
            i + 1 < shaped.size() ? shaped[i + 1].view() : std::u16string_view()};
        const std::u16string gold = sentence.tokens[i].words == 1
                                        ? std::u16string(plain[i].view())
                                        : gold_parts(sentence, sentence.tokens[i]);
        ++tokens;
        right += learn(plain[i], context, gold);
      }
    }
    progress("segmenter: epoch " + std::to_string(epoch + 1) + ", " +
             std::to_string(100.0 * static_cast<double>(right) / static_cast<double>(tokens))
                 .substr(0, 6) +
             " % of tokens right, " + std::to_string(unreachable_) + " out of reach");
  }
  float most = 1;
  for (size_t i = 0; i < size; ++i) {
    totals_[i] += weights_[i] * static_cast<float>(step_ - since_[i]);
    weights_[i] = totals_[i] / static_cast<float>(step_);
    most = std::max(most, std::abs(weights_[i]));
  }
  const float scale = 32000.0F / most;
  for (size_t i = 0; i < size; ++i)
    out_.weights[i] = static_cast<int16_t>(std::lround(weights_[i] * scale));
  out_.scale = 10.0F * scale;
  return std::move(out_);
}

}  // namespace

uint32_t StringTableBuilder::add(std::u16string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<uint32_t>(offsets_.size() - 1);
  ids_.emplace(text, id);
  letters_.insert(letters_.end(), text.begin(), text.end());
  offsets_.push_back(static_cast<uint32_t>(letters_.size()));
  return id;
}

std::u16string spelling_of(std::string_view form) {
  std::u16string out;
  for (size_t at = 0; at < form.size();) {
    const char32_t c = next_character(form, at);
    if (c != 0x0640 && !(c >= 0x064B && c <= 0x0652))
      out += c > 0xFFFF ? u'\uFFFD' : static_cast<char16_t>(c);
  }
  return out;
}

TrainedSegmenter train_segmenter(const std::vector<TreebankSentence>& sentences,
                                 const KeyTable& words, StringTableBuilder& strings,
                                 const SegmentOptions& options, const Progress& progress) {
  return SegmentTrainer(sentences, words, strings, options).train(progress);
}

}  // namespace isnad::train
