// SPDX-License-Identifier: Apache-2.0
// From a name outward: the kind of place, direction, relation, preposition, role or head of an
// organisation before it, the nation, direction and the larger place after it. Works on tokens
// alone, so that it holds where a tree is wrong.
#include "isnad/mention/place/occurrence.h"

#include <algorithm>
#include <array>

#include "isnad/mention/place/gather_names.h"

namespace isnad {
namespace {

constexpr uint32_t kFarthestContainer =
    5;  // tokens between a place and the larger one that holds it

class Reader {
 public:
  Reader(const Gazetteer& gazetteer, const Text& text, const NameScan& scan, const CueIndex& cues,
         std::string_view given)
      : gazetteer_(gazetteer), text_(text), scan_(scan), cues_(cues), given_(given) {
    find_sport();
  }

  std::vector<Occurrence> run() {
    found_ = gather_names(gazetteer_, text_, scan_, cues_, given_);
    for (uint32_t i = 0; i < found_.size(); ++i) {
      read_left(found_[i], before(i));
      read_right(found_[i]);
    }
    for (uint32_t i = 0; i + 1 < found_.size(); ++i) link_container(i);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const CueRecord& record(uint32_t cue) const { return cues_.record(cue); }
  [[nodiscard]] std::string_view word(uint32_t token) const {
    return text_.folded_of(text_.tokens[token]);
  }
  [[nodiscard]] bool is_mark(uint32_t token) const {
    return text_.tokens[token].kind == TokenKind::kPunctuation;
  }
  [[nodiscard]] bool same_sentence(uint32_t a, uint32_t b) const {
    return scan_.sentence_end[a] == scan_.sentence_end[b];
  }

  // The name before, over one that is only its direction: "أرياف الحسكة الجنوبية والرقة".
  [[nodiscard]] const Occurrence* before(uint32_t index) const {
    if (index == 0) return nullptr;
    const bool part = index > 1 && found_[index - 2].right >= found_[index - 1].tokens.end;
    return &found_[index - (part ? 2 : 1)];
  }

  // Ends of sentences in which a word of sport stands.
  void find_sport() {
    for (uint32_t cue = 0; cue < scan_.cues.size(); ++cue) {
      if (!cues_.is(cue, PlaceCueKind::kGuard) || record(cue).value == 0) continue;
      const uint32_t end = scan_.sentence_end[scan_.cues[cue].tokens.begin];
      if (sport_ends_.empty() || sport_ends_.back() != end) sport_ends_.push_back(end);
    }
  }

  // The token before which the expression stands, over an opening quotation mark.
  [[nodiscard]] uint32_t over_quote(uint32_t begin) const {
    if (begin < 2 || !is_mark(begin - 1) || !same_sentence(begin - 1, begin)) return begin;
    return is_quote(begin - 1) && ends_type(begin - 1) ? begin - 1 : begin;
  }
  [[nodiscard]] bool is_quote(uint32_t token) const {
    constexpr std::array<std::string_view, 5> kQuotes = {"\"", "«", "“", "'", "("};
    return std::find(kQuotes.begin(), kQuotes.end(), word(token)) != kQuotes.end();
  }
  [[nodiscard]] bool ends_type(uint32_t end) const {
    return cues_.before(end, PlaceCueKind::kType) != kNone;
  }

  // Takes a cue into the expression.
  uint32_t take(uint32_t cue, uint32_t& begin) const {
    if (cue != kNone) begin = scan_.cues[cue].tokens.begin;
    return cue;
  }

  void read_left(Occurrence& found, const Occurrence* before) {
    uint32_t begin = over_quote(found.tokens.begin);
    uint8_t clitics = found.proclitics;
    // A name with a preposition of its own takes no kind from the left: "بلدة بحلب" does not exist.
    if ((clitics & (kPrepositionB | kPrepositionL | kPrepositionK | kConjunction)) == 0) {
      found.type = take(announcing_type(scan_, cues_, begin), begin);
      if (found.type != kNone) clitics = scan_.cues[found.type].proclitics;
    }
    if ((clitics & (kPrepositionB | kPrepositionL)) == 0) {
      uint32_t at = begin;
      found.direction = noun_direction_before(at);
      if (found.direction != kNone) {
        clitics = scan_.cues[found.direction].proclitics;
        begin = at;
      }
      found.relation = take(border_before(begin), begin);
      if (found.relation != kNone) clitics = scan_.cues[found.relation].proclitics;
    }
    found.left = begin;
    read_role(found, begin);
    read_preposition(found, clitics, begin);
    found.guarded = found.type == kNone && found.relation == kNone && found.direction == kNone &&
                    found.preposition == PlacePreposition::kNone && after_guard(begin);
    found.sport = std::binary_search(sport_ends_.begin(), sport_ends_.end(),
                                     scan_.sentence_end[found.tokens.begin]);
    read_person(found);
    read_list(found, before);
  }

  // Right after the head of an organisation's name, or in quotation marks after it and an
  // adjective: "وكالة الأنباء الرسمية «بترا»" (the official news agency Petra).
  [[nodiscard]] bool after_guard(uint32_t begin) const {
    constexpr std::string_view kThe = "ال";  // al-
    if (cues_.before(begin, PlaceCueKind::kGuard) != kNone) return true;
    if (begin < 2 || !is_quote(begin - 1) || !same_sentence(begin - 1, begin)) return false;
    const uint32_t before = begin - 1;
    return cues_.before(before, PlaceCueKind::kGuard) != kNone ||
           (word(before - 1).starts_with(kThe) && same_sentence(before - 1, begin) &&
            cues_.before(before - 1, PlaceCueKind::kGuard) != kNone);
  }

  // شمال X, شمال مدينة X, إلى الشمال من X; adjectives do not count.
  [[nodiscard]] uint32_t noun_direction_before(uint32_t& begin) const {
    uint32_t at = begin;
    if (const uint32_t from = cues_.before(at, PlaceCueKind::kPreposition);
        from != kNone && is_from(from)) {
      at = scan_.cues[from].tokens.begin;
    }
    const uint32_t cue = cues_.before(at, PlaceCueKind::kDirection);
    if (cue == kNone || (record(cue).flags & kCueAdjective) != 0) return kNone;
    begin = scan_.cues[cue].tokens.begin;
    return cue;
  }

  // The relation right before, or over "with": الحدود مع X.
  [[nodiscard]] uint32_t border_before(uint32_t begin) const {
    const uint32_t with = cues_.before(begin, PlaceCueKind::kPreposition);
    if (with != kNone && record(with).value == static_cast<int16_t>(PlacePreposition::kOf)) {
      const uint32_t border = cues_.before(cues_.hit(with).tokens.begin, PlaceCueKind::kRelation);
      if (border != kNone && record(border).value == static_cast<int16_t>(PlaceRelation::kBorder))
        return border;
    }
    return cues_.before(begin, PlaceCueKind::kRelation);
  }

  [[nodiscard]] bool is_from(uint32_t cue) const {
    return record(cue).value == static_cast<int16_t>(PlacePreposition::kFrom);
  }

  void read_role(Occurrence& found, uint32_t begin) {
    if (begin == 0 || !same_sentence(begin - 1, found.tokens.begin)) return;
    found.role = cues_.before(begin, PlaceCueKind::kRole);
    if (found.role == kNone) found.role = cues_.before(found.tokens.begin, PlaceCueKind::kRole);
  }

  void read_preposition(Occurrence& found, uint8_t clitics, uint32_t begin) {
    if ((clitics & kPrepositionB) != 0) {
      found.preposition = PlacePreposition::kIn;
    } else if ((clitics & kPrepositionL) != 0) {
      found.preposition = PlacePreposition::kTo;
    } else if (begin > 0 && same_sentence(begin - 1, found.tokens.begin)) {
      if (const uint32_t cue = cues_.before(begin, PlaceCueKind::kPreposition); cue != kNone) {
        found.preposition = static_cast<PlacePreposition>(record(cue).value);
      }
    }
    if (found.relation != kNone) {
      const auto relation = static_cast<PlaceRelation>(record(found.relation).value);
      if (relation == PlaceRelation::kNear || relation == PlaceRelation::kOutskirts)
        found.preposition = PlacePreposition::kNear;
      const bool within = relation == PlaceRelation::kInside || relation == PlaceRelation::kCentre;
      if (within && found.preposition == PlacePreposition::kNone)
        found.preposition = PlacePreposition::kIn;
      if (relation == PlaceRelation::kBetween) found.preposition = PlacePreposition::kBetween;
    }
  }

  // "غارات على مأرب": على (on) and علي (Ali) fold alike; the letter as given tells them apart.
  [[nodiscard]] bool after_on(uint32_t begin) const {
    constexpr std::string_view kOn = "على";  // on
    if (begin == 0 || cues_.before(begin, PlaceCueKind::kPreposition) == kNone) return false;
    return given_word(text_, given_, begin - 1) == kOn;
  }

  void read_person(Occurrence& found) {
    const uint32_t begin = found.tokens.begin;
    // A kind makes the name a place's; one with the article stands for itself: "أمين العاصمة عبد
    // القادر" (the mayor of the capital, Abd al-Qadir).
    if (found.type != kNone && !scan_.cues[found.type].definite) return;
    const uint8_t own =
        found.proclitics & (kPrepositionB | kPrepositionL | kPrepositionK | kConjunction);
    found.person =
        own == 0 && cues_.before(begin, PlaceCueKind::kPerson) != kNone && !after_on(begin);
    // Names of villages that are names of men: الشيخ محمد, محمود عباس.
    found.person |=
        found.tokens.size() > 1 && cues_.covers({begin, begin + 1}, PlaceCueKind::kPerson);
    // "صلاح محمد": a given name after a name that is common, too, is a person's.
    if (!found.person && found.common > 0 && found.tokens.end < scan_.sentence_end[begin]) {
      found.person = cues_.at(found.tokens.end, PlaceCueKind::kPerson) != kNone &&
                     found.preposition == PlacePreposition::kNone;
    }
  }

  // A list shares the kind and preposition of its first name: محافظتي حماة وإدلب, في حلب وحمص.
  void read_list(Occurrence& found, const Occurrence* before) {
    if (before == nullptr || found.type != kNone ||
        !same_sentence(before->tokens.begin, found.tokens.begin))
      return;
    const uint32_t gap = found.tokens.begin - before->right;
    const bool conjunction = (found.proclitics & kConjunction) != 0 && gap == 0;
    const bool comma = gap == 1 && is_mark(before->right) &&
                       (word(before->right) == "،" || word(before->right) == ",");
    if (!conjunction && !comma) return;
    found.listed = true;
    if (found.preposition == PlacePreposition::kNone) found.preposition = before->preposition;
    if (before->type == kNone) return;
    const bool several = (record(before->type).flags & kCueSeveral) != 0 || before->type_inherited;
    if (several && (conjunction || before->type_inherited || comma)) {
      found.type = before->type;
      found.type_inherited = true;
    }
  }

  void read_right(Occurrence& found) {
    uint32_t at = found.tokens.end;
    const uint32_t limit = scan_.sentence_end[found.tokens.begin];
    if (at < limit) {
      const uint32_t cue = cues_.at(at, PlaceCueKind::kDirection);
      if (cue != kNone && scan_.cues[cue].proclitics == 0 &&
          (record(cue).flags & kCueAdjective) != 0) {
        found.direction_after = cue;
        at = scan_.cues[cue].tokens.end;
      }
    }
    if (at < limit) {
      const uint32_t cue = cues_.at(at, PlaceCueKind::kDemonym);
      if (cue != kNone && scan_.cues[cue].definite && scan_.cues[cue].proclitics == 0) {
        found.demonym = cue;
        at = scan_.cues[cue].tokens.end;
      }
    }
    found.right = at;
  }

  // "بلدة X في محافظة Y", "X بريف Y", "X، Y", "X (Y)": the next name, a few tokens on, with في or ب
  // or set off by a mark.
  void link_container(uint32_t index) {
    Occurrence& found = found_[index];
    const Occurrence& next = found_[index + 1];
    if (!same_sentence(found.tokens.begin, next.tokens.begin) || next.left < found.right) return;
    const uint32_t gap = next.left - found.right;
    const bool in =
        next.preposition == PlacePreposition::kIn && !next.listed && gap <= kFarthestContainer;
    const bool bracket = gap == 1 && is_mark(found.right) && word(found.right) == "(";
    const bool centre = next.relation != kNone &&
                        record(next.relation).value == static_cast<int16_t>(PlaceRelation::kCentre);
    const bool capital = cues_.has_flag(next.type, kCueCapital);
    const bool part = cues_.at(next.tokens.begin, PlaceCueKind::kDirection) !=
                      kNone;  // a row that begins so: جنوب لبنان
    const bool directed = gap == 0 && (next.direction != kNone || centre || capital || part);
    if ((in && gap <= 2) || bracket || directed || is_seat_of(found.right, next.left))
      found.container = index + 1;
  }

  // "زنجبار، عاصمة محافظة أبين" (Zinjibar, capital of the governorate of Abyan): nothing but the
  // word for a seat between, and a comma before it.
  [[nodiscard]] bool is_seat_of(uint32_t from, uint32_t to) const {
    const uint32_t seat = cues_.before(to, PlaceCueKind::kType);
    if (seat == kNone || !cues_.has_flag(seat, kCueCapital) || scan_.cues[seat].definite)
      return false;
    const uint32_t begin = scan_.cues[seat].tokens.begin;
    return begin == from || (begin == from + 1 && is_mark(from));
  }

  const Gazetteer& gazetteer_;
  const Text& text_;
  const NameScan& scan_;
  const CueIndex& cues_;
  std::string_view given_;
  std::vector<uint32_t> sport_ends_;
  std::vector<Occurrence> found_;
};

}  // namespace

std::vector<Occurrence> read_occurrences(const Gazetteer& gazetteer, const Text& text,
                                         const NameScan& scan, const CueIndex& cues,
                                         std::string_view given) {
  return Reader(gazetteer, text, scan, cues, given).run();
}

}  // namespace isnad
