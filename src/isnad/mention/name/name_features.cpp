// SPDX-License-Identifier: Apache-2.0
// See name_features.h.
#include "isnad/mention/name/name_features.h"

#include <algorithm>

#include "isnad/analysis/embedding.h"
#include "isnad/analysis/spelling.h"

namespace isnad {
namespace {

constexpr uint32_t kLettersKind = 64;  // apart from the analyser's kinds of key
constexpr NameWord kOutside{};

uint64_t key(std::u16string_view letters) { return letters_key(kLettersKind, letters); }

bool is_clitic(Upos upos) {
  return upos == Upos::kADP || upos == Upos::kCCONJ || upos == Upos::kSCONJ ||
         upos == Upos::kPART || upos == Upos::kPRON || upos == Upos::kDET || upos == Upos::kAUX;
}

// The word that the token's clitics hang on: the longest that is none.
uint32_t main_word(const Analysis& analysis, uint32_t token) {
  uint32_t best = analysis.first_word[token];
  size_t longest = 0;
  for (uint32_t w = best; w < analysis.first_word[token + 1]; ++w) {
    const size_t size = analysis.form_of(w).size() + (is_clitic(analysis.upos[w]) ? 0 : 64);
    if (size <= longest) continue;
    longest = size;
    best = w;
  }
  return best;
}

uint8_t shape_of(const Letters& letters) {
  bool digit = false, arabic = false, other = false;
  for (const char16_t c : letters.view()) {
    digit |= c == u'0';
    arabic |= is_arabic_letter(c);
    other |= c != u'0' && !is_arabic_letter(c);
  }
  const auto length = static_cast<uint8_t>(std::min<uint32_t>(letters.size, 7));
  return static_cast<uint8_t>((digit ? 1 : 0) | (arabic ? 2 : 0) | (other ? 4 : 0) | length << 3);
}

uint32_t facts_of(const TokenTable& tokens, uint32_t token, const ActorKnowledge& knowledge) {
  const TokenFacts& facts = tokens[token];
  uint32_t bits = 0, next = 1;
  for (const Match* match : {facts.actor, facts.noun, facts.nationality, facts.office,
                             facts.affiliation, facts.adjective, facts.given_name, facts.quantifier,
                             facts.name_particle, facts.kunya, facts.respect}) {
    if (match != nullptr) bits |= next;
    next <<= 1;
  }
  for (const bool flag : {facts.stop, facts.event, facts.known, facts.verb}) {
    if (flag) bits |= next;
    next <<= 1;
  }
  if (facts.actor != nullptr) {
    const PartyRow& row = knowledge.row(facts.actor->row);
    bits |= next * (1 + static_cast<uint32_t>(row.kind)) | (row.bare_country ? next << 3 : 0) |
            (facts.actor->tokens.size() > 1 ? next << 4 : 0);
  }
  return bits;
}

}  // namespace

void read_name_words(const TokenTable& tokens, const Analysis& analysis, const RowTable& vectors,
                     const WordClusters& clusters, std::vector<NameWord>& out) {
  out.assign(tokens.size(), kOutside);
  Letters form, token, folded;
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    NameWord& word = out[t];
    const uint32_t w = main_word(analysis, t);
    plain_letters(analysis.form_of(w), form);
    shape_letters(form);
    plain_letters(tokens.folded(t), token);
    shape_letters(token);
    const uint32_t vector = find_word_vector(vectors, form, token);
    if (vector != KeyTable::kNone) {
      word.fine = clusters.fine[vector];
      word.coarse = clusters.coarse[vector];
    }
    folded = form;
    fold_letters(folded);
    const std::u16string_view stem = folded.view();
    word.stem = key(stem);
    word.token = key(token.view());
    const bool article = stem.size() > 3 && stem.starts_with(u"ال");  // the
    word.bare = key(article ? stem.substr(2) : stem);
    for (size_t n = 1; n <= 4 && n <= stem.size(); ++n) {
      word.ends[n - 1] = key(stem.substr(0, n));
      word.ends[3 + n] = key(stem.substr(stem.size() - n));
    }
    word.shape = shape_of(folded);
    word.upos = static_cast<uint8_t>(analysis.upos[w]);
    word.deprel = static_cast<uint8_t>(analysis.deprel[w]);
    word.clitics = static_cast<uint8_t>(tokens[t].clitics | (article ? 128 : 0));
    word.facts = facts_of(tokens, t, tokens.knowledge());
  }
  for (uint32_t t = 0; t < tokens.size(); ++t) {
    const uint32_t head = analysis.head[main_word(analysis, t)];
    if (head < analysis.size()) out[t].head = out[analysis.token[head]].stem;
  }
}

size_t find_name_features(std::span<const NameWord> sentence, size_t at,
                          std::array<uint64_t, kMostNameFeatures>& keys) {
  const auto word = [&](int64_t offset) -> const NameWord& {
    const int64_t i = static_cast<int64_t>(at) + offset;
    return i < 0 || i >= static_cast<int64_t>(sentence.size()) ? kOutside
                                                               : sentence[static_cast<size_t>(i)];
  };
  size_t count = 0;
  uint64_t kind = 0;
  const auto add = [&](uint64_t value) { keys[count++] = mix_keys(++kind * 0x9E3779B9, value); };
  const NameWord &me = word(0), &left = word(-1), &right = word(1), &left2 = word(-2),
                 &right2 = word(2);
  add(0);
  add(me.stem);
  add(me.token);
  add(me.bare);
  add(left.stem);
  add(left.bare);
  add(right.stem);
  add(right.bare);
  add(left2.bare);
  add(right2.bare);
  add(mix_keys(left.bare, me.bare));
  add(mix_keys(me.bare, right.bare));
  add(mix_keys(left2.bare, left.bare));
  for (const uint64_t end : me.ends) add(mix_keys(end, end == 0 ? 1 : 0));
  add(mix_keys(left.ends[6], me.shape));
  add(mix_keys(left.clitics, left.upos));
  add(me.upos);
  add(left.upos);
  add(right.upos);
  add(mix_keys(left.upos, me.upos));
  add(mix_keys(me.upos, right.upos));
  add(mix_keys(mix_keys(left.upos, me.upos), right.upos));
  add(mix_keys(me.clitics, me.upos));
  add(me.shape);
  add(me.fine);
  add(left.fine);
  add(right.fine);
  add(left2.fine);
  add(right2.fine);
  add(me.coarse);
  add(left.coarse);
  add(right.coarse);
  add(mix_keys(left.coarse, me.coarse));
  add(mix_keys(me.coarse, right.coarse));
  add(mix_keys(left2.coarse, left.coarse));
  add(mix_keys(right.coarse, right2.coarse));
  add(mix_keys(left.bare, me.coarse));
  add(mix_keys(me.coarse, right.bare));
  add(me.facts);
  add(left.facts);
  add(right.facts);
  add(mix_keys(left.facts, me.facts));
  add(mix_keys(me.facts, right.facts));
  add(mix_keys(left.facts, me.coarse));
  add(left2.facts);
  add(mix_keys(me.facts, me.fine));
  add(me.head);
  add(mix_keys(me.head, me.deprel));
  add(mix_keys(me.deprel, me.upos));
  add(mix_keys(me.shape, mix_keys(left.shape, right.shape)));
  return count;
}

}  // namespace isnad
