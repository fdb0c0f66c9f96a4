// SPDX-License-Identifier: Apache-2.0
// Which claims of one report tell the same event. Conservative where both sides state different
// things; generous where one is a definite reference ("the attack") or a heading that repeats the
// body.
#include <algorithm>
#include <cmath>
#include <string>

#include "isnad/claim/date_undated.h"
#include "isnad/claim/make_claims.h"
#include "isnad/event/link_figures.h"

namespace isnad {
namespace {

constexpr double kSamePlaceKm = 30;

double kilometres(const Place& a, const Place& b) {
  constexpr double kRadians = 3.14159265358979323846 / 180.0;
  const double lat1 = *a.latitude * kRadians;
  const double lat2 = *b.latitude * kRadians;
  const double dlat = (lat2 - lat1) / 2;
  const double dlon = (*b.longitude - *a.longitude) * kRadians / 2;
  const double h = std::sin(dlat) * std::sin(dlat) +
                   std::cos(lat1) * std::cos(lat2) * std::sin(dlon) * std::sin(dlon);
  return 2 * 6371.0 * std::asin(std::sqrt(h));
}

bool contains(const Place& outer, const Place& inner) {
  return !outer.name_en.empty() && outer.name_en != inner.name_en &&
         std::find(inner.path.begin(), inner.path.end(), outer.name_en) != inner.path.end();
}

bool places_clash(const EventMention& a, const EventMention& b) {
  if (!a.place || !b.place) return false;
  const auto& p = a.place->place;
  const auto& q = b.place->place;
  if (contains(p, q) || contains(q, p)) return false;
  if (!p.latitude || !q.latitude || !p.longitude || !q.longitude) return false;
  return kilometres(p, q) > kSamePlaceKm + p.radius_km + q.radius_km;
}

bool times_clash(const EventMention& a, const EventMention& b) {
  if (!a.time || !b.time || !a.time->stated || !b.time->stated) return false;
  if (!a.time->earliest || !a.time->latest || !b.time->earliest || !b.time->latest) return false;
  return std::chrono::sys_days(*a.time->latest) < std::chrono::sys_days(*b.time->earliest) ||
         std::chrono::sys_days(*b.time->latest) < std::chrono::sys_days(*a.time->earliest);
}

bool tolls_clash(const std::optional<Toll>& a, const std::optional<Toll>& b) {
  return a && b && a->range.best && b->range.best && *a->range.best != *b->range.best;
}

// Do the parties that both events name beside them (`a_near`, `b_near`: their sentences) all
// differ? One fetched from another sentence is too unsure to keep two tellings apart.
bool codes_clash(const std::vector<Party>& a, TokenSpan a_near, const std::vector<Party>& b,
                 TokenSpan b_near) {
  bool known = false;
  for (const auto& x : a) {
    if (!a_near.contains(x.tokens)) continue;
    for (const auto& y : b) {
      if (!b_near.contains(y.tokens)) continue;
      if (x.code.empty() || y.code.empty()) return false;
      known = true;
      if (x.code == y.code) return false;
    }
  }
  return known;
}

bool covers(const EventMention& a, const EventMention& b) {
  return std::any_of(a.covers.begin(), a.covers.end(),
                     [&](const std::string& means) { return means == "*" || means == b.means; });
}

// Means may be vaguer on one side ("the attack" for a rocket attack).
bool kinds_agree(const EventMention& a, const EventMention& b) {
  if (a.type != b.type) return false;
  return a.means == b.means || a.means.empty() || b.means.empty() ||
         (!a.mode.empty() && a.mode == b.mode) || covers(a, b) || covers(b, a);
}

// Did it, as told, take place in some way? What is merely planned or feared is never a telling of
// what happened.
bool is_real(const EventMention& event) {
  switch (event.factuality) {
    case Factuality::kActual:
    case Factuality::kAttempted:
    case Factuality::kFoiled:
    case Factuality::kDenied:
      return true;
    default:
      return false;
  }
}

bool is_heading(const Claim& claim, const Report& report, const Text& text) {
  const auto kind = report.zones[text.sentences[claim.event.sentence].zone].kind;
  return kind == ZoneKind::kTitle || kind == ZoneKind::kHeading;
}

std::string innermost(const Claim& claim) { return claim.chain.back().narrator.text; }

class Merger {
 public:
  Merger(std::vector<Claim> claims, const Report& report, const Text& text)
      : claims_(std::move(claims)),
        report_(report),
        text_(text),
        fate_(claims_.size(), Fate::kUndecided),
        first_(claims_.size(), 0) {}

  std::vector<Claim> run() {
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (!is_heading(claims_[i], report_, text_)) decide(i);
    }
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (is_heading(claims_[i], report_, text_)) decide(i);
    }
    mark_main();
    date_undated(claims_, report_);
    complete_headings();
    fill_places();
    return numbered();
  }

 private:
  enum class Fate : uint8_t { kUndecided, kFirst, kAccount, kFolded };

  void decide(size_t i) {
    const bool heading = is_heading(claims_[i], report_, text_);
    const std::optional<size_t> earlier = same_event(i, heading);
    if (!earlier) {
      fate_[i] = Fate::kFirst;
      return;
    }
    first_[i] = *earlier;
    const bool account = heading || differs(claims_[i], claims_[*earlier]);
    fate_[i] = account ? Fate::kAccount : Fate::kFolded;
    if (claims_[i].event.factuality != Factuality::kDenied)
      add_details(claims_[i].event, claims_[*earlier].event, account);
    // "Explosion in Istanbul", says the heading; the body says in which quarter.
    if (heading) narrow_place(claims_[*earlier].event, claims_[i].event);
  }

  // A heading is short: what it leaves out of when, where and how many, the body says of the same
  // event.
  void complete_headings() {
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (fate_[i] != Fate::kAccount || !is_heading(claims_[i], report_, text_)) continue;
      auto& event = claims_[i].event;
      const auto& told = claims_[first_[i]].event;
      if (event.background != told.background) continue;
      merge_casualties(told.casualties, event.casualties);
      if (!event.time || !event.time->stated) event.time = told.time;
      if (!event.place) event.place = told.place;
    }
  }

  // The first telling that this claim is most likely a telling of: for a heading the nearest one
  // after it, for the rest the nearest one before.
  [[nodiscard]] std::optional<size_t> same_event(size_t i, bool heading) const {
    std::optional<size_t> best;
    size_t best_cost = SIZE_MAX;
    for (size_t j = 0; j < claims_.size(); ++j) {
      if (j == i || fate_[j] != Fate::kFirst || (!heading && j > i) || !may_be_same(i, j, heading))
        continue;
      size_t cost = j > i ? j - i : (i - j) + (heading ? claims_.size() : 0);
      // One of just these means is likelier than one the words merely cover; recalled history is
      // unlikely.
      if (claims_[j].event.means != claims_[i].event.means) cost += 3;
      if (claims_[j].event.background != claims_[i].event.background) cost += 2 * claims_.size();
      if (cost < best_cost) {
        best = j;
        best_cost = cost;
      }
    }
    return best;
  }

  [[nodiscard]] bool may_be_same(size_t i, size_t j, bool heading) const {
    const auto& event = claims_[i].event;
    const auto& other = claims_[j].event;
    if (is_real(event) != is_real(other)) return false;
    if (!kinds_agree(event, other) || places_clash(event, other) || times_clash(event, other))
      return false;
    // "the attack" may recall one told as news, but not when it gives another day for it.
    const bool dated = event.time && event.time->stated;
    if (event.background != other.background && (!event.definite || dated)) return false;
    if (event.definite || heading || event.factuality == Factuality::kDenied) return true;
    if (event.sentence == other.sentence || event.means != other.means || event.means.empty())
      return false;
    return !agents_clash(event, other) && !recipients_clash(event, other) &&
           !tolls_clash(event.casualties.killed, other.casualties.killed);
  }

  // Does it say, on another authority, something the first telling does not?
  [[nodiscard]] TokenSpan sentence_of(const EventMention& event) const {
    return text_.sentences[event.sentence].tokens;
  }
  [[nodiscard]] bool agents_clash(const EventMention& a, const EventMention& b) const {
    return codes_clash(a.agents, sentence_of(a), b.agents, sentence_of(b));
  }
  [[nodiscard]] bool recipients_clash(const EventMention& a, const EventMention& b) const {
    return codes_clash(a.recipients, sentence_of(a), b.recipients, sentence_of(b));
  }

  [[nodiscard]] bool differs(const Claim& claim, const Claim& first) {
    if (claim.event.factuality != first.event.factuality) return true;
    if (innermost(claim) == innermost(first)) return false;
    if (claim.chain.size() > 1) return true;  // another narrator's word for it
    return agents_clash(claim.event, first.event) || recipients_clash(claim.event, first.event) ||
           tolls_clash(claim.event.casualties.killed, first.event.casualties.killed) ||
           tolls_clash(claim.event.casualties.injured, first.event.casualties.injured) ||
           (!claim.event.agents.empty() && first.event.agents.empty());
  }

  // One event has one place, as exact as its tellings make it. Where in a whole country a place
  // lies that the gazetteer lacks, nobody knows: it makes nothing more exact.
  static void narrow_place(const EventMention& from, EventMention& into) {
    if (!from.place) return;
    const auto exact = [&] {
      if (!into.place->place.latitude) return from.place->place.latitude.has_value();
      return contains(into.place->place, from.place->place) &&
             (!from.place->place.gazetteer_id.empty() ||
              into.place->place.feature != PlaceFeature::kCountry);
    };
    if (!into.place || exact()) into.place = from.place;
  }

  static void add_details(const EventMention& from, EventMention& into, bool account) {
    merge_casualties(from.casualties, into.casualties);
    if (from.factuality == Factuality::kFoiled && into.factuality == Factuality::kAttempted)
      into.factuality = Factuality::kFoiled;
    narrow_place(from, into);
    if (!into.time) into.time = from.time;
    if (into.recipients.empty()) into.recipients = from.recipients;
    if (into.agents.empty() && !account) into.agents = from.agents;
    if (into.means.empty() && !from.means.empty()) {
      into.means = from.means;
      into.mode = from.mode;
    }
    for (const auto& weapon : from.weapons) {
      if (std::find(into.weapons.begin(), into.weapons.end(), weapon) == into.weapons.end())
        into.weapons.push_back(weapon);
    }
  }

  // Where the main event happened, or another of the news that the report tells.
  [[nodiscard]] std::optional<EventPlace> place_of_news() const {
    for (const Claim& claim : claims_) {
      if (claim.main && claim.event.place) return claim.event.place;
    }
    return std::nullopt;
  }

  // An event told without a place happened where the one told just before it did, else where the
  // main one did. What is recalled from long ago does not
  // take the place of news.
  void fill_places() {
    constexpr uint32_t kNear = 2;  // sentences back
    const auto main_place = place_of_news();
    std::optional<EventPlace> last;
    uint32_t last_sentence = 0;
    for (size_t i = 0; i < claims_.size(); ++i) {
      auto& event = claims_[i].event;
      if (!event.place && fate_[i] == Fate::kAccount) event.place = claims_[first_[i]].event.place;
      if (event.place) {
        if (event.background && last) continue;
        last = event.place;
        last_sentence = event.sentence;
      } else if (!event.background) {
        // A heading tells of the whole report, not of what stands above it.
        const bool near = last && event.sentence - last_sentence <= kNear &&
                          !(main_place && is_heading(claims_[i], report_, text_));
        event.place = near ? last : main_place;
      }
    }
  }

  // What the report is about: the events its title tells, else the first one of its lead.
  void mark_main() {
    bool any = false;
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (fate_[i] != Fate::kAccount ||
          report_.zones[text_.sentences[claims_[i].event.sentence].zone].kind != ZoneKind::kTitle)
        continue;
      if (claims_[i].event.background) continue;
      claims_[first_[i]].main = true;
      any = true;
    }
    if (any) return;
    // The surest event of the first sentence that tells one.
    Claim* best = nullptr;
    for (size_t i = 0; i < claims_.size(); ++i) {
      auto& claim = claims_[i];
      if (fate_[i] != Fate::kFirst || claim.event.background || !is_real(claim.event)) continue;
      if (best != nullptr && claim.event.sentence != best->event.sentence) break;
      if (best == nullptr || claim.event.confidence > best->event.confidence) best = &claim;
    }
    if (best != nullptr) best->main = true;
  }

  [[nodiscard]] std::vector<Claim> numbered() {
    std::vector<std::string> ids(claims_.size());
    size_t number = 0;
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (fate_[i] != Fate::kFolded) ids[i] = report_.id + "#c" + std::to_string(++number);
    }
    std::vector<Claim> out;
    for (size_t i = 0; i < claims_.size(); ++i) {
      if (fate_[i] == Fate::kFolded) continue;
      claims_[i].id = ids[i];
      if (fate_[i] == Fate::kAccount) claims_[i].same_event = ids[first_[i]];
      out.push_back(std::move(claims_[i]));
    }
    return out;
  }

  std::vector<Claim> claims_;
  const Report& report_;
  const Text& text_;
  std::vector<Fate> fate_;
  std::vector<size_t> first_;
};

}  // namespace

std::vector<Claim> merge_claims(std::vector<Claim> claims, const Report& report, const Text& text) {
  return Merger(std::move(claims), report, text).run();
}

}  // namespace isnad
