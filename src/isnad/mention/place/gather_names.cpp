// SPDX-License-Identifier: Apache-2.0
// See gather_names.h. A name that is a common word, a direction or a kind of place counts only
// where something says that it is a name.
#include "isnad/mention/place/gather_names.h"

#include <algorithm>
#include <span>

namespace isnad {
namespace {

constexpr float kAlternateName = -0.5F;
constexpr float kAfterLabel = -0.8F;  // the name without the word for a kind that another row has
constexpr float kArticleDropped = -1.2F;
constexpr float kArticleAdded = -1.8F;
constexpr float kLetterTaken =
    -0.9F;  // a reading that takes more letters off than the plainest one
constexpr float kPronounForEnding = -1.8F;  // ه written where the name has ة
constexpr float kComparable = 8;            // prior of places that ك (like) is put before
constexpr float kKnownTown = 4.8F;  // prior of places known enough to be named like a kind: المفرق

class NameGatherer {
 public:
  NameGatherer(const Gazetteer& gazetteer, const Text& text, const NameScan& scan,
               const CueIndex& cues, std::string_view given)
      : gazetteer_(gazetteer), text_(text), scan_(scan), cues_(cues), given_(given) {}

  // Leftmost, then longest; readings of the same tokens are one occurrence.
  [[nodiscard]] std::vector<Occurrence> run() {
    for (size_t i = 0; i < scan_.names.size();) {
      const TokenSpan tokens = scan_.names[i].tokens;
      Occurrence occurrence;
      occurrence.tokens = tokens;
      occurrence.left = tokens.begin;
      occurrence.right = tokens.end;
      size_t next = i;
      for (; next < scan_.names.size() && scan_.names[next].tokens == tokens; ++next) {
        add_reading(scan_.names[next], next == i, occurrence);
      }
      add_names_after_label(occurrence);
      while (next < scan_.names.size() && scan_.names[next].tokens.begin < tokens.end) ++next;
      if (!occurrence.candidates.empty() && may_be_name(occurrence)) {
        occurrence.common = commonness(occurrence);
        if (!begins_longer_name(occurrence)) found_.push_back(std::move(occurrence));
      }
      i = next;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const CueRecord& record(uint32_t cue) const { return cues_.record(cue); }
  [[nodiscard]] std::string_view word(uint32_t token) const {
    return text_.folded_of(text_.tokens[token]);
  }

  // The names that begin at a token.
  [[nodiscard]] std::span<const NameHit> names_at(uint32_t token) const {
    const auto from = std::lower_bound(
        scan_.names.begin(), scan_.names.end(), token,
        [](const NameHit& hit, uint32_t begin) { return hit.tokens.begin < begin; });
    auto to = from;
    while (to != scan_.names.end() && to->tokens.begin == token) ++to;
    return {from, to};
  }

  // "مدينة زنجبار": the whole name of one row, and the word for a kind before the name of another.
  void add_names_after_label(Occurrence& occurrence) const {
    const TokenSpan tokens = occurrence.tokens;
    const uint32_t type = cues_.at(tokens.begin, PlaceCueKind::kType);
    if (type == kNone || !cues_.has_flag(type, kCueLabel) || cues_.hit(type).definite ||
        cues_.hit(type).tokens.end >= tokens.end)
      return;
    for (const NameHit& hit : names_at(cues_.hit(type).tokens.end)) {
      if (hit.tokens.end != tokens.end || hit.proclitics != 0 || hit.article_added) continue;
      for (const uint32_t posting : hit.postings) {
        const PlaceRow row = posting & kPostingIndex;
        if ((posting & (kPostingCue | kPostingNoArticle)) != 0 ||
            (record(type).mask & feature_bit(gazetteer_.feature(row))) == 0)
          continue;
        add_candidate(row, kAfterLabel, occurrence);
      }
    }
  }

  // "حي عين اللوزة" (the quarter of Ayn al-Lawza), "حزم العديد": a common word without the article,
  // before a noun that has it or is a name itself, begins a longer name that the gazetteer lacks.
  [[nodiscard]] bool begins_longer_name(const Occurrence& occurrence) const {
    constexpr std::string_view kThe = "ال";    // al-
    constexpr std::string_view kNisba = "يه";  // -iyya: an adjective, الساحلية (coastal)
    const uint32_t next = occurrence.tokens.end;
    if (occurrence.common == 0 || occurrence.tokens.size() > 1 ||
        next >= scan_.sentence_end[occurrence.tokens.begin] ||
        text_.tokens[next].kind != TokenKind::kWord ||
        word(occurrence.tokens.begin).starts_with(kThe))
      return false;
    if (cues_.at(next, PlaceCueKind::kFunction) != kNone ||
        cues_.at(next, PlaceCueKind::kPreposition) != kNone ||
        cues_.at(next, PlaceCueKind::kDirection) != kNone ||
        cues_.at(next, PlaceCueKind::kDemonym) != kNone)
      return false;
    if (word(next).starts_with(kThe)) return !word(next).ends_with(kNisba);
    if (announcing_type(scan_, cues_, occurrence.tokens.begin) != kNone)
      return true;  // "محور عين بنت"
    const auto names = names_at(next);
    return std::any_of(names.begin(), names.end(),
                       [](const NameHit& hit) { return hit.proclitics == 0; });
  }

  // How common the word is besides, as it stands with its clitics or without.
  [[nodiscard]] uint8_t commonness(const Occurrence& occurrence) const {
    int16_t most = 0;
    const auto [first, last] = cues_.range_at(occurrence.tokens.begin);
    for (uint32_t cue = first; cue < last; ++cue) {
      const CueHit& hit = cues_.hit(cue);
      if (hit.tokens != occurrence.tokens || !cues_.is(cue, PlaceCueKind::kCommon)) continue;
      if (hit.definite && (hit.proclitics & kArticle) == 0)
        continue;  // without its article it is another word
      if (hit.proclitics == kNoProclitic || hit.proclitics == occurrence.proclitics)
        most = std::max(most, record(cue).value);
    }
    return static_cast<uint8_t>(most);
  }

  // A name written apart (كفر نبل) holds no function words: "كل من" is no Cullman. A direction or
  // kind of place alone is no name either, unless the word for it stands before: محافظة الشمال.
  [[nodiscard]] bool may_be_name(const Occurrence& occurrence) const {
    const TokenSpan tokens = occurrence.tokens;
    // "مسقط رأسه" (his birthplace) is no Muscat.
    const uint32_t phrase = cues_.at(tokens.begin, PlaceCueKind::kFunction);
    if (phrase != kNone && cues_.hit(phrase).tokens.size() > tokens.size()) return false;
    for (uint32_t token = tokens.begin; token < tokens.end && tokens.size() == 2; ++token) {
      const bool function = cues_.covers({token, token + 1}, PlaceCueKind::kFunction) ||
                            cues_.covers({token, token + 1}, PlaceCueKind::kPreposition);
      if (function) return false;
    }
    if (cues_.covers(tokens, PlaceCueKind::kFunction) ||
        cues_.covers(tokens, PlaceCueKind::kPreposition))
      return false;
    // "قرية شمال إدلب" (a village north of Idlib)
    constexpr std::string_view kThe = "ال";  // al-
    if (cues_.covers(tokens, PlaceCueKind::kDirection) && !word(tokens.begin).starts_with(kThe))
      return false;
    const uint32_t type = cues_.before(tokens.begin, PlaceCueKind::kType);
    if (type != kNone && (record(type).flags & kCueSeveral) == 0) return true;
    if (points_back(tokens)) return false;
    float best = 0;
    for (const PlaceCandidate& candidate : occurrence.candidates)
      best = std::max(best, gazetteer_.record(candidate.row).prior);
    if (best >= kKnownTown) return true;
    return !cues_.covers(tokens, PlaceCueKind::kDirection) &&
           !cues_.covers(tokens, PlaceCueKind::kType) &&
           !cues_.covers(tokens, PlaceCueKind::kRelation);
  }
  // المدينة (the city), العاصمة (the capital): words that point back, though some place bears them
  // as its name.
  [[nodiscard]] bool points_back(TokenSpan tokens) const {
    const auto [first, last] = cues_.range_at(tokens.begin);
    for (uint32_t cue = first; cue < last; ++cue) {
      if (cues_.hit(cue).tokens == tokens && cues_.hit(cue).definite &&
          cues_.is(cue, PlaceCueKind::kType) && cues_.has_flag(cue, kCueAnaphor))
        return true;
    }
    return false;
  }

  void add_reading(const NameHit& hit, bool plainest, Occurrence& occurrence) {
    if (plainest) occurrence.proclitics = hit.proclitics;
    const bool more_taken = hit.proclitics != occurrence.proclitics;
    for (const uint32_t posting : hit.postings) {
      if ((posting & kPostingCue) != 0) continue;
      const bool without_article = (posting & kPostingNoArticle) != 0;
      if (without_article && hit.article_added)
        continue;  // the same name, article off on both sides
      const float prior = gazetteer_.record(posting & kPostingIndex).prior;
      // An article more or less makes another word of most names; a kind before it says that it is
      // the name.
      if ((without_article || hit.article_added) &&
          announcing_type(scan_, cues_, hit.tokens.begin) == kNone)
        continue;
      // "like X" is said of countries, hardly of villages.
      if ((hit.proclitics & kPrepositionK) != 0 && prior < kComparable) continue;
      float spelling = more_taken ? kLetterTaken : 0.0F;
      if ((posting & kPostingAlternate) != 0) spelling += kAlternateName;
      if (without_article) spelling += kArticleDropped;
      if (hit.article_added) spelling += kArticleAdded;
      if (ends_in_other_letter(hit.tokens.end - 1, posting & kPostingIndex))
        spelling += kPronounForEnding;
      add_candidate(posting & kPostingIndex, spelling, occurrence);
    }
  }

  // "منزله" (his house) is no منزلة, though keys fold both letters into one.
  [[nodiscard]] bool ends_in_other_letter(uint32_t token, PlaceRow row) const {
    constexpr std::string_view kHa = "ه";         // ha
    constexpr std::string_view kTaMarbuta = "ة";  // ta marbuta
    return given_word(text_, given_, token).ends_with(kHa) &&
           gazetteer_.name_ar(row).ends_with(kTaMarbuta);
  }

  static void add_candidate(PlaceRow row, float spelling, Occurrence& occurrence) {
    for (PlaceCandidate& candidate : occurrence.candidates) {
      if (candidate.row != row) continue;
      candidate.spelling = std::max(candidate.spelling, spelling);
      return;
    }
    occurrence.candidates.push_back({row, spelling, 0});
    occurrence.group = occurrence.group * 1000003U + row + 1;
  }

  const Gazetteer& gazetteer_;
  const Text& text_;
  const NameScan& scan_;
  const CueIndex& cues_;
  std::string_view given_;
  std::vector<Occurrence> found_;
};

}  // namespace

uint32_t announcing_type(const NameScan& scan, const CueIndex& cues, uint32_t begin) {
  const uint32_t type = cues.before(begin, PlaceCueKind::kType);
  const bool apart = type != kNone && scan.cues[type].definite && !cues.has_flag(type, kCueCapital);
  return apart ? kNone : type;
}

std::string_view given_word(const Text& text, std::string_view given, uint32_t token) {
  const ByteSpan span = text.given_of({token, token + 1});
  return span.end <= given.size() ? given.substr(span.begin, span.size()) : std::string_view();
}

std::vector<Occurrence> gather_names(const Gazetteer& gazetteer, const Text& text,
                                     const NameScan& scan, const CueIndex& cues,
                                     std::string_view given) {
  return NameGatherer(gazetteer, text, scan, cues, given).run();
}

}  // namespace isnad
