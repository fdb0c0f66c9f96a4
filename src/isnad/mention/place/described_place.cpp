// SPDX-License-Identifier: Apache-2.0
// Places that the gazetteer lacks: the word for a kind of place with a name after it (شارع
// المريوطية, سجن الحائر, حقول جزل). They stand where the place around them stands, and their radius
// says so.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include "isnad/mention/place/mention_draft.h"
#include "isnad/mention/place/no_name.h"
#include "isnad/mention/place/relative_place.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestName = 3;  // tokens
constexpr float kConfidence = 0.55F;
constexpr std::string_view kArticle = "ال";  // al-, the

bool begins_with_article(const MentionDraft& draft, uint32_t token) {
  return draft.text.folded_of(draft.text.tokens[token]).starts_with(kArticle);
}

bool word_ends_with(const MentionDraft& draft, uint32_t token,
                    std::span<const std::string_view> endings) {
  const std::string_view word = draft.text.folded_of(draft.text.tokens[token]);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// "حاجز عسكري", "أحياء سكنية", "بلدات شيعية": an adjective of relation without the article,
// agreeing with the word for the kind, says what sort it is and names nothing.
bool is_adjective_of(const MentionDraft& draft, uint32_t type, TokenSpan name) {
  // The letters as folding leaves them.
  constexpr std::array<std::string_view, 1> kFeminine = {"يه"};     // -iyya
  constexpr std::array<std::string_view, 1> kMasculine = {"ي"};     // -i
  constexpr std::array<std::string_view, 1> kFeminineHead = {"ه"};  // -a
  if (name.size() != 1 || begins_with_article(draft, name.begin)) return false;
  const uint32_t head = draft.cues.hit(type).tokens.end - 1;
  const bool feminine =
      draft.cues.has_flag(type, kCueSeveral) || word_ends_with(draft, head, kFeminineHead);
  return feminine ? word_ends_with(draft, name.begin, kFeminine)
                  : word_ends_with(draft, name.begin, kMasculine);
}

// "محاور تقدمهم" (the axes of their advance), "حواجز وتلال" (checkpoints and hills): a pronoun ends
// the word, or another noun is joined to the kind.
bool names_nothing(const MentionDraft& draft, uint32_t type, uint32_t token) {
  constexpr std::array<std::string_view, 4> kPronouns = {
      "هم",   // their
      "هما",  // of both of them
      "كم",   // your
      "هن",   // their, of women
  };
  constexpr std::array<std::string_view, 1> kTheirs = {"ها"};    // her, its
  constexpr std::array<std::string_view, 1> kAdjective = {"ه"};  // -a, folded
  constexpr std::string_view kAnd = "و";                         // and
  if (word_ends_with(draft, token, kPronouns)) return true;
  if (!draft.cues.has_flag(type, kCueSeveral)) return false;
  if (word_ends_with(draft, token, kTheirs)) return true;
  // "مناطق متفرقة" (scattered areas): an adjective that agrees; "معسكرات الحزب" (the party's
  // camps).
  if (!begins_with_article(draft, token) && word_ends_with(draft, token, kAdjective)) return true;
  if (draft.cues.at(token, PlaceCueKind::kGuard) != kNone) return true;
  return draft.text.folded_of(draft.text.tokens[token]).starts_with(kAnd);
}

// "مدرسة بالكامل" (a school entirely), "مدرسة بصاروخين" (a school with two rockets): a preposition
// written onto the article or onto a counted noun begins no name. "معسكر للجيش" (a camp of the
// army) says which one it is, so that لـ may stand.
bool begins_with_preposition(const MentionDraft& draft, uint32_t token) {
  constexpr std::string_view kInThe = "بال";  // bi-l-, by the
  constexpr std::string_view kBy = "ب";       // bi-, by
  constexpr size_t kShortest = 12;            // bytes: بالي (Bali) is a name
  constexpr std::array<std::string_view, 2> kCounted = {
      "ين",  // -ayn, two of
      "ات",  // -āt, several
  };
  const std::string_view word = draft.text.folded_of(draft.text.tokens[token]);
  return word.size() >= kShortest &&
         (word.starts_with(kInThe) ||
          (word.starts_with(kBy) && word_ends_with(draft, token, kCounted)));
}

// "قضت بسجن القيادي" (sentenced the leader to prison): the word for a prison is a verbal noun, too;
// with a title after it it tells what became of a person.
bool tells_of_person(const MentionDraft& draft, uint32_t type, uint32_t token) {
  constexpr std::array<std::string_view, 1> kPrison = {"سجن"};
  return word_ends_with(draft, draft.cues.hit(type).tokens.end - 1, kPrison) &&
         draft.cues.at(token, PlaceCueKind::kPerson) != kNone;
}

// "منطقة الاشتباكات" (the area of the clashes), "طريق تحريرها" (the way to free it), "قاعدة جوية"
// (an air base). Quarters, streets and squares are named after deeds and days: شارع الثورة.
bool is_plain(const MentionDraft& draft, uint32_t type, uint32_t token) {
  if (draft.context.no_names.empty()) return false;
  const unsigned why = draft.context.no_names[token];
  if ((why & kNeverName) != 0) return true;
  // "حواجز الشرطة" (the police's checkpoints): which ones is not said.
  if ((why & kNamesParty) != 0 && draft.cues.has_flag(type, kCueSeveral)) return true;
  const auto makes = static_cast<PlaceFeature>(draft.cues.record(type).value);
  const bool settlement = makes == PlaceFeature::kVillage || makes == PlaceFeature::kTown ||
                          makes == PlaceFeature::kNeighbourhood;
  if (settlement) return false;
  if ((why & kQualifies) != 0) return true;
  return (why & kTellsOfEvent) != 0 && makes != PlaceFeature::kSite;
}

// "طريق لحل الأزمة" (a way to solve the crisis): only a camp or a checkpoint is told by whose it
// is.
bool is_for_something(const MentionDraft& draft, uint32_t type, uint32_t token) {
  if (draft.context.no_names.empty() || (draft.context.no_names[token] & kBehindFor) == 0)
    return false;
  const std::string_view id = draft.gazetteer.text(draft.cues.record(type).id);
  const bool has_owner = id == "base" || id == "checkpoint";
  return !has_owner || draft.cues.has_flag(type, kCueSeveral);
}

// "مقاطعة البضائع" (a boycott of goods): spelt like the word for a province, whose names have no
// article mostly.
bool is_boycott(const MentionDraft& draft, uint32_t type, uint32_t token) {
  constexpr std::array<std::string_view, 1> kBoycott = {"مقاطعه"};
  return word_ends_with(draft, draft.cues.hit(type).tokens.end - 1, kBoycott) &&
         begins_with_article(draft, token);
}

// "كمينا للميليشيات" (an ambush for the militias): the word for a checkpoint is one for an ambush,
// too.
bool is_ambush(const MentionDraft& draft, uint32_t type, uint32_t token) {
  constexpr std::string_view kAmbush = "كمين";
  constexpr std::string_view kFor = "لل";  // li-l-, for the
  const auto head = draft.text.folded_of(draft.text.tokens[draft.cues.hit(type).tokens.end - 1]);
  return head.find(kAmbush) != std::string_view::npos &&
         draft.text.folded_of(draft.text.tokens[token]).starts_with(kFor);
}

// "سوق المدينة": told from a word that points back, in anaphor.cpp.
bool points_back(const MentionDraft& draft, uint32_t token) {
  const auto [first, last] = draft.cues.range_at(token);
  for (uint32_t cue = first; cue < last; ++cue) {
    if (draft.cues.is(cue, PlaceCueKind::kType) && draft.cues.has_flag(cue, kCueAnaphor) &&
        draft.cues.hit(cue).definite)
      return true;
  }
  return false;
}

bool ends_a_name(const MentionDraft& draft, uint32_t token) {
  const auto is = [&](PlaceCueKind kind) { return draft.cues.at(token, kind) != kNone; };
  const uint32_t direction = draft.cues.at(token, PlaceCueKind::kDirection);
  if (direction != kNone && !draft.cues.hit(direction).definite) return true;
  const uint32_t relation = draft.cues.at(token, PlaceCueKind::kRelation);
  if (relation != kNone && !draft.cues.hit(relation).definite) return true;
  return is(PlaceCueKind::kFunction) || is(PlaceCueKind::kPreposition) || is(PlaceCueKind::kUnit) ||
         draft.taken[token];
}

// "عن طريق" (by way of): a phrase of which the word for the kind is only the end.
bool in_phrase(const MentionDraft& draft, TokenSpan type) {
  const uint32_t phrase = draft.cues.before(type.end, PlaceCueKind::kFunction);
  return phrase != kNone && draft.cues.hit(phrase).tokens.size() > type.size();
}

// How far an unknown name goes on from `begin`: one word, and words with the article after it.
uint32_t name_end(const MentionDraft& draft, uint32_t begin) {
  if (begin >= draft.text.tokens.size()) return begin;
  const uint32_t limit = std::min(draft.scan.sentence_end[begin], begin + kLongestName);
  uint32_t at = begin;
  while (at < limit && draft.text.tokens[at].kind == TokenKind::kWord && !ends_a_name(draft, at)) {
    if (at > begin && !begins_with_article(draft, at)) break;
    ++at;
    // After two definite words the name is over: "سجن الحائر السياسي | الواقع".
    if (at - begin >= 2 && begins_with_article(draft, begin)) break;
  }
  return at;
}

// The occurrence that stands within those tokens; nullptr for none.
const Occurrence* occurrence_in(const MentionDraft& draft, TokenSpan tokens) {
  const auto found =
      std::lower_bound(draft.found.begin(), draft.found.end(), tokens.begin,
                       [](const Occurrence& a, uint32_t begin) { return a.tokens.begin < begin; });
  return found != draft.found.end() && tokens.contains(found->tokens) ? &*found : nullptr;
}

// The end of the gazetteer's name that begins at `begin`, or 0.
uint32_t known_name_end(const MentionDraft& draft, uint32_t begin) {
  const auto found =
      std::lower_bound(draft.found.begin(), draft.found.end(), begin,
                       [](const Occurrence& a, uint32_t token) { return a.tokens.begin < token; });
  const bool here = found != draft.found.end() && found->tokens.begin == begin;
  return here && found->proclitics == 0 ? found->tokens.end : 0;
}

// The mention that holds a place at `token`: the nearest one, those of its sentence with "in"
// first, else one before it.
uint32_t holder_of(const MentionDraft& draft, uint32_t token) {
  constexpr std::ptrdiff_t kWindow = 24;  // names on either side
  constexpr uint32_t kRightAfter = 5;     // tokens from the word for the kind on
  const auto middle =
      std::lower_bound(draft.found.begin(), draft.found.end(), token,
                       [](const Occurrence& a, uint32_t begin) { return a.tokens.begin < begin; });
  const auto from = middle - std::min(kWindow, middle - draft.found.begin());
  const auto to = middle + std::min(kWindow, draft.found.end() - middle);
  uint32_t best = kNone;
  int64_t best_cost = INT64_MAX;
  for (auto it = from; it != to; ++it) {
    const uint32_t index = draft.mention_of[static_cast<size_t>(it - draft.found.begin())];
    if (index == kNone || it->guarded) continue;
    const PlaceMention& mention = draft.mentions[index];
    const bool same_sentence =
        draft.scan.sentence_end[it->tokens.begin] == draft.scan.sentence_end[token];
    const bool after = it->tokens.begin > token;
    if (after && !same_sentence) continue;
    int64_t cost = std::abs(static_cast<int64_t>(it->tokens.begin) - static_cast<int64_t>(token));
    if (!same_sentence) cost += 60;
    // "معسكرات الحزب في شمال العراق": told to lie there.
    if (after && it->preposition == PlacePreposition::kIn && it->left <= token + kRightAfter)
      cost -= 100;
    if (after && it->preposition != PlacePreposition::kIn) cost += 12;
    if (mention.role != PlaceRole::kNone) cost += 25;
    // "ولم تعلق أنقرة" (Ankara did not comment): a government, mostly.
    const bool government = mention.capital && it->preposition == PlacePreposition::kNone;
    if (mention.place.feature == PlaceFeature::kCountry || government) cost += 40;
    if (mention.place.feature == PlaceFeature::kAdm1 ||
        mention.place.feature == PlaceFeature::kRegion)
      cost += 6;
    if (cost < best_cost) {
      best_cost = cost;
      best = index;
    }
  }
  return best;
}

// The mention of the town that the site is named after, if the report names that town, too.
uint32_t namesake_of(const MentionDraft& draft, const Occurrence* inside) {
  if (inside == nullptr) return kNone;
  const auto found = draft.first_of.find(inside->candidates[inside->chosen].row);
  return found == draft.first_of.end() ? kNone : found->second;
}

// Without any other place in the report: the town in the name if it is big enough to name things
// after, else nowhere.
Place lone_place(const MentionDraft& draft, const Occurrence* inside, PlaceFeature feature,
                 std::string name) {
  constexpr float kKnownTown = 4.5F;
  if (inside != nullptr) {
    const PlaceRow row = inside->candidates[inside->chosen].row;
    if (draft.gazetteer.record(row).prior >= kKnownTown) {
      return described_place(draft.gazetteer.place(row), feature, std::move(name));
    }
  }
  Place place;
  place.name_ar = std::move(name);
  place.feature = feature;
  return place;
}

// "قاعدة صغيرة … تبعد عن سجن غويران عشرات الأمتار": the place that the distance is told from, and
// how far that can be at most.
struct Distance {
  uint32_t anchor = kNone;  // index of a mention
  double most_km = 0;
};
Distance distance_told(const MentionDraft& draft, uint32_t begin) {
  constexpr uint32_t kFarthest = 14;  // tokens from the name to the word for the distance
  constexpr uint32_t kWindow = 8;     // … and on to the place it is measured from
  constexpr double kUncounted = 99;   // "tens of": at most so many
  Distance told;
  const uint32_t limit = draft.scan.sentence_end[begin - 1];
  for (uint32_t at = begin; at < std::min(limit, begin + kFarthest); ++at) {
    if (draft.taken[at]) return {};  // the distance of another place
    const uint32_t relation = draft.cues.at(at, PlaceCueKind::kRelation);
    if (relation == kNone ||
        draft.cues.record(relation).value != static_cast<int16_t>(PlaceRelation::kDistance))
      continue;
    double count = kUncounted;
    double metres = 0;
    for (uint32_t token = at + 1; token < std::min(limit, at + kWindow); ++token) {
      if (draft.text.tokens[token].kind == TokenKind::kNumber)
        count = std::strtod(std::string(draft.text.folded_of(draft.text.tokens[token])).c_str(),
                            nullptr);
      if (const uint32_t unit = draft.cues.at(token, PlaceCueKind::kUnit);
          unit != kNone && metres == 0)
        metres = draft.cues.record(unit).value;
      if (told.anchor == kNone) told.anchor = draft.name_at(token);
    }
    told.most_km = count * metres / 1000.0;
    return metres > 0 ? told : Distance{};
  }
  return {};
}

void add_described(MentionDraft& draft, uint32_t type, TokenSpan name) {
  const CueHit& hit = draft.cues.hit(type);
  const Occurrence* inside = occurrence_in(draft, name);
  const auto feature = static_cast<PlaceFeature>(draft.cues.record(type).value);
  PlaceMention mention;
  mention.tokens = {hit.tokens.begin, name.end};
  mention.name = name;
  mention.form = PlaceForm::kDescribed;
  mention.specific = true;
  mention.preposition = draft.preposition_of(hit);
  mention.anchor = namesake_of(draft, inside);
  if (mention.anchor == kNone) mention.anchor = holder_of(draft, hit.tokens.begin);
  std::string written = draft.written(mention.tokens, hit.proclitics);
  mention.place = mention.anchor == kNone ? lone_place(draft, inside, feature, std::move(written))
                                          : described_place(draft.mentions[mention.anchor].place,
                                                            feature, std::move(written));
  mention.why = "not in the gazetteer; placed by its surroundings";
  if (const Distance told = distance_told(draft, name.end);
      told.anchor != kNone && !draft.mentions[told.anchor].place.path.empty()) {
    const Place& from = draft.mentions[told.anchor].place;
    mention.anchor = told.anchor;
    mention.place = described_place(from, feature, mention.place.name_ar);
    mention.place.radius_km += told.most_km;
    mention.place.path.pop_back();  // beside it, not in it
    mention.why = "its distance from " + from.name_en + " is told";
  }
  mention.confidence = kConfidence;
  draft.add(std::move(mention));
}

}  // namespace

void add_described_places(MentionDraft& draft) {
  for (uint32_t cue = 0; cue < draft.scan.cues.size(); ++cue) {
    const CueHit& hit = draft.cues.hit(cue);
    if (!draft.cues.is(cue, PlaceCueKind::kType) || draft.cues.record(cue).value == kMakesNothing ||
        hit.definite)
      continue;
    if (draft.taken[hit.tokens.begin] || in_phrase(draft, hit.tokens)) continue;
    // أحيا المتظاهرون (the marchers revived): spelt nearly like أحياء (quarters).
    constexpr std::array<std::string_view, 1> kRevived = {"احيا"};
    if (word_ends_with(draft, hit.tokens.begin, kRevived)) continue;
    uint32_t begin = hit.tokens.end;
    if (begin >= draft.scan.sentence_end[hit.tokens.begin]) continue;
    // "بلدتي الفوعة وكفريا": the gazetteer's own, told by the mention of the name.
    if (draft.cues.has_flag(cue, kCueSeveral) && draft.taken[begin]) continue;
    uint32_t end = name_end(draft, begin);
    // "مدرسة بيت حانون": a name of the gazetteer is taken whole.
    if (const uint32_t known = known_name_end(draft, begin); known > end) end = known;
    if (end == begin || points_back(draft, begin)) continue;
    if (draft.cues.at(begin, PlaceCueKind::kPlain) != kNone) continue;
    // A name of the gazetteer that was not taken for a place is but a word spelt like it.
    const bool unknown = known_name_end(draft, begin) == 0 || !draft.taken[begin];
    // "a small base … tens of metres from the prison" is some place, though it bears no name.
    const bool nameless = is_plain(draft, cue, begin) && distance_told(draft, end).anchor == kNone;
    if (unknown && (nameless || is_boycott(draft, cue, begin) || is_ambush(draft, cue, begin) ||
                    is_for_something(draft, cue, begin) || begins_with_preposition(draft, begin) ||
                    tells_of_person(draft, cue, begin)))
      continue;
    if (unknown && (names_nothing(draft, cue, begin) || is_adjective_of(draft, cue, {begin, end})))
      continue;
    add_described(draft, cue, {begin, end});
  }
}

}  // namespace isnad
