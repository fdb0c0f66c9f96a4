// SPDX-License-Identifier: Apache-2.0
// See lemma_trainer.h.
#include "train/lemma_trainer.h"

#include <algorithm>
#include <map>

#include "isnad/analysis/lemma.h"
#include "train/lemma_spelling.h"

namespace isnad::train {
namespace {

// How often a key has which lemma.
using LemmaCounts = std::map<uint64_t, std::map<std::u16string, uint32_t>>;

void add_commonest(const LemmaCounts& counts, StringTableBuilder& strings, KeyTableBuilder& keys) {
  for (const auto& [key, lemmas] : counts) {
    const auto best =
        std::max_element(lemmas.begin(), lemmas.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    keys.add(key, strings.add(best->first));
  }
}

}  // namespace

TrainedLemmas train_lemmas(const std::vector<TreebankSentence>& sentences,
                           StringTableBuilder& strings, const SpellerOptions& options,
                           const Progress& progress) {
  const LemmaSpellings spellings(sentences);
  LemmaCounts by_form, by_bare_form, by_letters;
  std::map<std::tuple<std::u16string, std::u16string, Upos>, SpelledPair> pairs;
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      if (!has_lemma(sentence, word)) continue;
      const std::u16string& lemma = spellings.choose(lemma_letters(word), word.upos);
      ++by_form[lemma_key(word.plain, word.upos)][lemma];
      ++by_bare_form[bare_lemma_key(word.plain, word.upos)][lemma];
      ++by_letters[known_lemma_key(lemma, word.upos)][lemma];
      const Letters bare = without_article(word.plain, word.upos);
      const std::u16string form(bare.view());
      const auto [pair, fresh] = pairs.try_emplace({form, lemma, word.upos});
      if (fresh) pair->second = {bare, word.upos, word.features, align_lemma(form, lemma)};
    }
  }
  TrainedLemmas out;
  KeyTableBuilder keys;
  add_commonest(by_form, strings, keys);
  add_commonest(by_bare_form, strings, keys);
  add_commonest(by_letters, strings, keys);
  out.slots = keys.slots();
  std::vector<SpelledPair> list;
  for (auto& [names, pair] : pairs) list.push_back(std::move(pair));
  out.speller = train_speller(std::move(list), strings, options, progress);
  return out;
}

}  // namespace isnad::train
