// SPDX-License-Identifier: Apache-2.0
// See segment.h. Two steps: find_candidates lists what the token may be, score ranks.
#include "isnad/analysis/segment.h"

#include <algorithm>
#include <bit>

namespace isnad {
namespace {

struct Clitic {
  std::u16string_view surface;
  std::u16string_view parts;  // joined by '+'
};

constexpr Clitic kProclitics[] = {
    {u"", u""},      {u"و", u"و"},  // wa-, and
    {u"ف", u"ف"},                   // fa-, so
    {u"ب", u"ب"},                   // bi-, in, by
    {u"ل", u"ل"},                   // li-, to, for
    {u"ك", u"ك"},                   // ka-, as
    {u"س", u"س"},                   // sa-, will
    {u"وب", u"و+ب"},                // and in
    {u"ول", u"و+ل"},                // and to
    {u"وك", u"و+ك"},                // and as
    {u"وس", u"و+س"},                // and will
    {u"فب", u"ف+ب"},                // so in
    {u"فل", u"ف+ل"},                // so to
    {u"فس", u"ف+س"},                // so will
    {u"أ", u"أ"},                   // a-, question
};
constexpr Clitic kEnclitics[] = {
    {u"", u""},       {u"ه", u"ه"},  // -hu, him, his
    {u"ها", u"ها"},                  // -hā, her
    {u"هم", u"هم"},                  // -hum, them
    {u"هما", u"هما"},                // -humā, them both
    {u"هن", u"هن"},                  // -hunna, them (f.)
    {u"ك", u"ك"},                    // -ka, you
    {u"كم", u"كم"},                  // -kum, you (pl.)
    {u"نا", u"نا"},                  // -nā, us
    {u"ي", u"ي"},                    // -ī, my
    {u"ني", u"ني"},                  // -nī, me
};

// How the stem's spelling came about: as cut, article restored, letter at the seam, from the
// tables.
enum StemSource : uint8_t {
  kAsCut = 0,
  kArticle = 1,
  kDoubleLam = 2,
  kSeam = 4,
  kFromTable = 8,
  kHamza = 16
};

constexpr size_t kMaxCandidates = 48;
constexpr char16_t kAlef = u'\u0627';
constexpr char16_t kLam = u'\u0644';

uint32_t rank_bucket(const KeyTable& words, std::u16string_view letters) {
  const uint32_t rank = words.find(key_of(KeyKind::kVector, letters));
  return rank == KeyTable::kNone ? 31 : static_cast<uint32_t>(std::bit_width(rank >> 3));
}

bool starts_with(const Letters& token, std::u16string_view what) {
  return token.size >= what.size() && token.view().substr(0, what.size()) == what;
}
bool ends_with(const Letters& token, std::u16string_view what) {
  return token.size >= what.size() && token.view().substr(token.size - what.size()) == what;
}

void push_parts(std::u16string_view joined, Segmentation& out) {
  while (!joined.empty() && out.count < kMaxParts) {
    const size_t plus = std::min(joined.find(u'+'), joined.size());
    out.parts[out.count++].assign(joined.substr(0, plus));
    joined.remove_prefix(std::min(plus + 1, joined.size()));
  }
}

}  // namespace

std::u16string_view Segmenter::prefix_parts(uint8_t prefix) { return kProclitics[prefix].parts; }
std::u16string_view Segmenter::suffix_parts(uint8_t suffix) { return kEnclitics[suffix].parts; }

void Segmenter::find_cuts(const Letters& token, std::vector<Cut>& cuts) {
  cuts.clear();
  for (uint8_t p = 0; p < std::size(kProclitics); ++p) {
    const auto prefix = kProclitics[p].surface;
    if (!starts_with(token, prefix)) continue;
    for (uint8_t s = 0; s < std::size(kEnclitics); ++s) {
      const auto suffix = kEnclitics[s].surface;
      if (!ends_with(token, suffix) || prefix.size() + suffix.size() >= token.size) continue;
      cuts.push_back({p, s, static_cast<uint32_t>(prefix.size()),
                      static_cast<uint32_t>(token.size - suffix.size())});
    }
  }
}

// Adds the candidate and its spellings that the tables know.
void Segmenter::add_spellings(SegmentCandidate& candidate, Workspace& work) const {
  const auto add = [&](const SegmentCandidate& one) {
    if (work.candidates.size() < kMaxCandidates) work.candidates.push_back(one);
  };
  add(candidate);
  const std::u16string_view stem = candidate.stem.view();
  SegmentCandidate other = candidate;
  for (const uint32_t id : tables_.stems.find(key_of(KeyKind::kStem, stem))) {
    other.stem.assign(tables_.strings.view(id));
    other.source = candidate.source | kFromTable;
    if (other.stem.view() != stem) add(other);
  }
  // A bare alef at the head may stand for one with hamza, if the word list knows the word so.
  const uint32_t at = stem.size() > 3 && stem[0] == kAlef && stem[1] == kLam ? 2 : 0;
  if (stem.size() < at + 3 || stem[at] != kAlef) return;
  for (const char16_t alef : {u'\u0623', u'\u0625'}) {
    other.stem = candidate.stem;
    other.stem.at[at] = alef;
    other.source = candidate.source | kHamza;
    if (tables_.words.find(key_of(KeyKind::kVector, other.stem.view())) != KeyTable::kNone)
      add(other);
  }
}

void Segmenter::add_stems(const Letters& token, Cut cut, Workspace& work) const {
  const std::u16string_view as_cut = token.view().substr(cut.begin, cut.end - cut.begin);
  SegmentCandidate candidate;
  candidate.prefix = cut.prefix;
  candidate.suffix = cut.suffix;
  candidate.stem.assign(as_cut);
  add_spellings(candidate, work);
  // لل: the article's alef falls away after li-, and its lam too before another lam.
  if (cut.begin > 0 && token.at[cut.begin - 1] == kLam && as_cut.front() == kLam &&
      as_cut.size() > 2) {
    for (const auto& [article, source] : {std::pair{std::u16string_view(u"ا"), kArticle},
                                          std::pair{std::u16string_view(u"ال"), kDoubleLam}}) {
      if (source == kDoubleLam &&
          tables_.words.find(key_of(KeyKind::kVector, as_cut)) == KeyTable::kNone &&
          as_cut != u"له") {
        continue;
      }
      candidate.stem.assign(article);
      for (const char16_t c : as_cut) candidate.stem.push(c);
      candidate.source = static_cast<uint8_t>(source);
      add_spellings(candidate, work);
    }
  }
  if (cut.suffix == 0) return;
  // Letters that change before a pronoun: ة to ت, ى to ا, ء to ئ or ؤ, and the silent alef of وا.
  candidate.stem.assign(as_cut);
  candidate.source = kSeam;
  char16_t& last = candidate.stem.at[candidate.stem.size - 1];
  const auto restore = [&](char16_t letter) {
    const char16_t was = last;
    last = letter;
    add_spellings(candidate, work);
    last = was;
  };
  switch (last) {
    case u'\u062A':
      restore(u'\u0629');
      break;
    case u'\u0627':
      restore(u'\u0649');
      break;
    case u'\u0626':
    case u'\u0624':
      restore(u'\u0621');
      break;
    case u'\u0648':
      candidate.stem.push(kAlef);
      add_spellings(candidate, work);
      break;
    default:
      break;
  }
}

void Segmenter::find_candidates(const Letters& token, Workspace& work) const {
  work.candidates.clear();
  SegmentCandidate whole;
  whole.stem = token;
  work.candidates.push_back(whole);
  if (token.cut || token.size < 2) return;
  for (const uint32_t id : tables_.whole_tokens.find(key_of(KeyKind::kWholeToken, token.view()))) {
    whole.whole = id;
    work.candidates.push_back(whole);
  }
  for (uint8_t p = 0; p < std::size(kProclitics); ++p) {
    const auto prefix = kProclitics[p].surface;
    if (!starts_with(token, prefix)) continue;
    for (uint8_t s = 0; s < std::size(kEnclitics); ++s) {
      const auto suffix = kEnclitics[s].surface;
      if ((p == 0 && s == 0) || prefix.size() + suffix.size() >= token.size ||
          !ends_with(token, suffix))
        continue;
      add_stems(token,
                {p, s, static_cast<uint32_t>(prefix.size()),
                 static_cast<uint32_t>(token.size - suffix.size())},
                work);
    }
  }
}

void Segmenter::find_features(const Letters& token, const TokenContext& context,
                              const SegmentCandidate& candidate,
                              std::vector<uint32_t>& features) const {
  features.clear();
  const auto mask = static_cast<uint32_t>(tables_.weights.size() - 1);
  uint64_t kind = 0;
  const auto add = [&](uint64_t key) {
    features.push_back(static_cast<uint32_t>(mix_keys(key, ++kind * 0x9E37)) & mask);
  };
  const auto key = [](std::u16string_view letters) { return key_of(KeyKind::kSegment, letters); };
  const std::u16string_view whole = token.view();
  const std::u16string_view stem = candidate.stem.view();
  const uint64_t clitics = candidate.whole != UINT32_MAX
                               ? mix_keys(7, candidate.whole)
                               : mix_keys(candidate.prefix, candidate.suffix);
  const uint64_t cut = mix_keys(clitics, 11);
  const uint64_t cut_and_source = mix_keys(cut, candidate.source);
  Letters folded = candidate.stem;
  fold_letters(folded);
  Letters folded_token = token;
  fold_letters(folded_token);
  const uint32_t stem_rank = rank_bucket(tables_.words, stem);
  const uint32_t token_rank = rank_bucket(tables_.words, whole);
  const auto head = [&](size_t n) { return folded.view().substr(0, n); };
  const auto tail = [&](size_t n) {
    return folded.view().substr(folded.size - std::min<size_t>(n, folded.size));
  };
  const auto clip = [](std::u16string_view v, size_t n) {
    return v.substr(v.size() - std::min(n, v.size()));
  };

  add(cut_and_source);
  add(mix_keys(cut_and_source, key(whole)));
  add(mix_keys(cut, key(folded_token.view())));
  add(key(stem));
  add(mix_keys(cut, key(stem)));
  add(mix_keys(cut, key(folded.view())));
  add(mix_keys(cut_and_source, stem_rank));
  add(mix_keys(cut, mix_keys(stem_rank, token_rank)));
  add(mix_keys(cut, std::min<size_t>(stem.size(), 7)));
  add(mix_keys(candidate.prefix, key(head(2))));
  add(mix_keys(candidate.prefix, key(head(3))));
  add(mix_keys(candidate.prefix, key(head(4))));
  add(mix_keys(candidate.suffix, key(tail(1))));
  add(mix_keys(candidate.suffix, key(tail(2))));
  add(mix_keys(candidate.suffix, key(tail(3))));
  add(mix_keys(cut, mix_keys(key(head(2)), key(tail(2)))));
  add(mix_keys(cut, key(context.previous)));
  add(mix_keys(cut, key(clip(context.previous, 2))));
  add(mix_keys(cut, key(context.next)));
  add(mix_keys(cut, key(context.next.substr(0, std::min<size_t>(2, context.next.size())))));
  add(mix_keys(key(stem), key(context.previous)));
  add(mix_keys(mix_keys(cut, key(stem)), key(context.next)));
  add(mix_keys(candidate.source, key(head(4))));
  add(mix_keys(candidate.source, key(whole.substr(0, 3))));
}

void Segmenter::write_parts(const SegmentCandidate& candidate, Segmentation& out) const {
  out.count = 0;
  if (candidate.whole != UINT32_MAX) {
    push_parts(tables_.strings.view(candidate.whole), out);
    if (out.count == 0) out.parts[out.count++] = candidate.stem;
    return;
  }
  push_parts(prefix_parts(candidate.prefix), out);
  out.parts[out.count++] = candidate.stem;
  push_parts(suffix_parts(candidate.suffix), out);
}

void Segmenter::segment(const Letters& token, const TokenContext& context, Workspace& work) const {
  find_candidates(token, work);
  size_t best = 0;
  for (size_t i = 0; work.candidates.size() > 1 && i < work.candidates.size(); ++i) {
    SegmentCandidate& candidate = work.candidates[i];
    find_features(token, context, candidate, work.features);
    candidate.score = 0;
    for (const uint32_t feature : work.features) candidate.score += tables_.weights[feature];
    if (candidate.score > work.candidates[best].score) best = i;
  }
  const SegmentCandidate& winner = work.candidates[best];
  work.margin = INT32_MAX;
  for (const SegmentCandidate& other : work.candidates) {
    const bool same = other.prefix == winner.prefix && other.suffix == winner.suffix &&
                      other.whole == winner.whole;
    if (!same) work.margin = std::min(work.margin, winner.score - other.score);
  }
  write_parts(winner, work.best);
}

}  // namespace isnad
