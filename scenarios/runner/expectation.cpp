// SPDX-License-Identifier: Apache-2.0
// What each key of a scenario means in terms of the contract, and the pairing of expected and found
// claims. The only file here that includes nlohmann's JSON.
#include "expectation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "same_words.h"

namespace isnad {
namespace {

using Json = nlohmann::json;

// What is found instead, or nothing where the expectation holds.
using Found = std::optional<std::string>;

constexpr std::string_view kNone = "none";

std::string text_of(const Json& value) {
  if (value.is_null()) return std::string(kNone);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

Found exactly(const Json& value, std::string_view expected) {
  const std::string found = text_of(value);
  return found == expected ? Found() : Found(found);
}

Found yes_or_no(const Json& value, std::string_view expected) {
  const std::string_view found = value.get<bool>() ? "yes" : "no";
  return found == expected ? Found() : Found(found);
}

// Any of an object's namings says the same as the expected words.
bool is_named(const Json& object, std::initializer_list<const char*> keys,
              std::string_view expected) {
  return std::any_of(keys.begin(), keys.end(), [&](const char* key) {
    const Json& name = object.at(key);
    return name.is_string() && (name == expected || same_words(name.get<std::string>(), expected));
  });
}

std::string naming_of(const Json& object) {
  if (object.is_null()) return std::string(kNone);
  for (const char* key : {"text", "name", "name_ar", "name_en"}) {
    if (object.contains(key) && object.at(key).is_string())
      return object.at(key).get<std::string>();
  }
  return "unnamed";
}

std::string namings_of(const Json& objects) {
  std::string names;
  for (const Json& object : objects) names += (names.empty() ? "" : "; ") + naming_of(object);
  return names.empty() ? std::string(kNone) : names;
}

Found party(const Json& parties, std::string_view expected) {
  const bool holds =
      expected == kNone
          ? parties.empty()
          : std::any_of(parties.begin(), parties.end(), [&](const Json& p) {
              return is_named(p, {"text", "name"}, expected) || p.at("code") == expected;
            });
  return holds ? Found() : Found(namings_of(parties));
}

Found place(const Json& place, std::string_view expected) {
  const bool holds =
      expected == kNone
          ? place.is_null()
          : !place.is_null() && is_named(place, {"text", "name_ar", "name_en"}, expected);
  return holds ? Found() : Found(naming_of(place));
}

Found time(const Json& time, std::string_view expected) {
  if (expected == kNone)
    return time.is_null() || time.at("timex").is_null() ? Found()
                                                        : Found(text_of(time.at("timex")));
  if (time.is_null()) return std::string(kNone);
  if (time.at("timex") == expected || is_named(time, {"text"}, expected)) return {};
  return text_of(time.at("timex"));
}

// "2024-01-16", "2024-01-10..2024-01-16", "..2024-01-16"
Found date(const Json& time, std::string_view expected) {
  if (time.is_null()) return std::string(kNone);
  const auto shown = [&](const char* key) {
    return time.at(key).is_null() ? std::string() : time.at(key).get<std::string>();
  };
  const std::string first = shown("earliest");
  const std::string last = shown("latest");
  const std::string found = first == last ? first : first + ".." + last;
  return found == expected ? Found() : Found(found.empty() ? std::string(kNone) : found);
}

struct ExpectedRange {
  Json low, best, high;
};

std::optional<int64_t> whole_number(std::string_view digits) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "5"; "20-99"; "7+" (at least seven); "some" (at least one, no figure)
std::optional<ExpectedRange> range_of(std::string_view text) {
  if (text == "some") return ExpectedRange{1, nullptr, nullptr};
  if (text.ends_with('+')) {
    const auto low = whole_number(text.substr(0, text.size() - 1));
    return low ? std::optional(ExpectedRange{*low, nullptr, nullptr}) : std::nullopt;
  }
  if (const size_t dash = text.find('-'); dash != std::string_view::npos) {
    const auto low = whole_number(text.substr(0, dash));
    const auto high = whole_number(text.substr(dash + 1));
    return low && high ? std::optional(ExpectedRange{*low, nullptr, *high}) : std::nullopt;
  }
  const auto number = whole_number(text);
  return number ? std::optional(ExpectedRange{*number, *number, *number}) : std::nullopt;
}

std::string range_shown(const Json& toll) {
  return "low " + text_of(toll.at("low")) + ", best " + text_of(toll.at("best")) + ", high " +
         text_of(toll.at("high"));
}

// UCDP's best may be stated beside open bounds ("at least 7": low 7, best 7), so an expected null
// best says nothing.
bool holds_range(const Json& toll, const ExpectedRange& range) {
  return toll.at("low") == range.low && (range.best.is_null() || toll.at("best") == range.best) &&
         toll.at("high") == range.high;
}

Found toll(const Json& toll, std::string_view expected) {
  if (expected == kNone) return toll.is_null() ? Found() : Found(range_shown(toll));
  const auto range = range_of(expected);
  if (!range) return "(write 5, 20-99, 7+, some or none)";
  if (toll.is_null()) return std::string(kNone);
  return holds_range(toll, *range) ? Found() : Found(range_shown(toll));
}

// "killed children 3", "injured detainees"
Found group(const Json& groups, std::string_view expected) {
  const size_t kind_end = expected.find(' ');
  const size_t who_end = expected.find_last_of(' ');
  const auto range =
      who_end == std::string_view::npos ? std::nullopt : range_of(expected.substr(who_end + 1));
  const auto who = expected.substr(
      std::min(kind_end + 1, expected.size()),
      range && who_end > kind_end ? who_end - kind_end - 1 : std::string_view::npos);
  std::string found;
  for (const Json& one : groups) {
    const bool named = one.at("kind") == expected.substr(0, kind_end) && one.at("who") == who;
    if (named && (!range || holds_range(one, *range))) return {};
    found += (found.empty() ? "" : "; ") + text_of(one.at("kind")) + " " + text_of(one.at("who")) +
             " (" + range_shown(one) + ")";
  }
  return found.empty() ? std::string(kNone) : found;
}

Found in_list(const Json& values, std::string_view expected) {
  const bool holds = expected == kNone ? values.empty()
                                       : std::any_of(values.begin(), values.end(),
                                                     [&](const Json& v) { return v == expected; });
  return holds ? Found() : Found(values.empty() ? std::string(kNone) : values.dump());
}

std::string chain_shown(const Json& chain) {
  std::string names;
  for (size_t i = 1; i < chain.size(); ++i)
    names += (i > 1 ? "; " : "") + naming_of(chain[i].at("narrator"));
  return names.empty() ? std::string(kNone) : names;
}

// The narrators after the outlet, in order; all the claim's "narrator" lines together say the whole
// chain.
Found narrators(const Json& chain, const std::vector<std::string_view>& expected) {
  const bool own_voice = expected.size() == 1 && expected[0] == kNone;
  const size_t links = own_voice ? 0 : expected.size();
  if (chain.size() != links + 1) return chain_shown(chain);
  for (size_t i = 0; i < links; ++i) {
    const Json& narrator = chain[i + 1].at("narrator");
    const bool unnamed = expected[i] == "unnamed" && narrator.at("kind") == "unnamed";
    if (!unnamed && !is_named(narrator, {"text", "name"}, expected[i])) return chain_shown(chain);
  }
  return {};
}

Found trigger(const Json& trigger, std::string_view expected) {
  return same_words(trigger.at("text").get<std::string>(), expected) ? Found()
                                                                     : Found(naming_of(trigger));
}

Found rule(const Json& rule, std::string_view expected) {
  const std::string found = text_of(rule);
  return found.starts_with(expected) ? Found() : Found(found);
}

// What a field finds instead in that claim; "narrator" and "same event as" are compared elsewhere.
Found compare(const ScenarioField& field, const Json& claim) {
  const std::string& key = field.key;
  const std::string& value = field.value;
  static constexpr std::array<std::string_view, 6> kTolls = {"killed",   "injured", "detained",
                                                             "abducted", "missing", "displaced"};
  if (std::find(kTolls.begin(), kTolls.end(), key) != kTolls.end())
    return toll(claim.at("casualties").at(key), value);
  if (key == "trigger") return trigger(claim.at("trigger"), value);
  if (key == "agent") return party(claim.at("agents"), value);
  if (key == "recipient") return party(claim.at("recipients"), value);
  if (key == "place") return place(claim.at("place"), value);
  if (key == "time") return time(claim.at("time"), value);
  if (key == "date") return date(claim.at("time"), value);
  if (key == "precision")
    return claim.at("time").is_null() ? Found(kNone)
                                      : exactly(claim.at("time").at("precision"), value);
  if (key == "context") return in_list(claim.at("contexts"), value);
  if (key == "weapon") return in_list(claim.at("weapons"), value);
  if (key == "group") return group(claim.at("casualties").at("groups"), value);
  if (key == "background" || key == "quote" || key == "main")
    return yes_or_no(claim.at(key), value);
  if (key == "manner") return exactly(claim.at("chain").back().at("manner"), value);
  if (key == "narrator kind")
    return exactly(claim.at("chain").back().at("narrator").at("kind"), value);
  if (key == "interested") {
    const Json& narrator = claim.at("chain").back().at("narrator");
    return exactly(Json(narrator.contains("interested") ? "yes" : "no"), value);
  }
  if (key == "rule") return rule(claim.at("rule"), value);
  return exactly(claim.at(key), value);  // type, mode, means, factuality, certainty, denies
}

std::string expected_but_found(const ScenarioField& field, const std::string& found) {
  return field.key + ": expected " + field.value + ", found " + found;
}

std::vector<Mismatch> compare_claim(const ExpectedClaim& expected, const Json& claim) {
  std::vector<Mismatch> mismatches;
  std::vector<std::string_view> chain;
  const ScenarioField* last_narrator = nullptr;
  for (const ScenarioField& field : expected.fields) {
    if (field.key == "narrator") {
      chain.push_back(field.value);
      last_narrator = &field;
    } else if (field.key != "same event as") {
      if (const Found found = compare(field, claim))
        mismatches.push_back({field.line, expected_but_found(field, *found)});
    }
  }
  if (last_narrator != nullptr) {
    if (const Found found = narrators(claim.at("chain"), chain)) {
      mismatches.push_back({last_narrator->line, expected_but_found(*last_narrator, *found)});
    }
  }
  return mismatches;
}

// The pairing: for each expected claim the index of its found one, or kUnpaired.
constexpr size_t kUnpaired = SIZE_MAX;

class Pairing {
 public:
  Pairing(const std::vector<ExpectedClaim>& expected, const Json& claims)
      : pair_(expected.size(), kUnpaired), taken_(claims.size(), kUnpaired) {
    for (const ExpectedClaim& one : expected) {
      auto& row = mismatches_.emplace_back();
      for (const Json& claim : claims) row.push_back(compare_claim(one, claim));
      types_.push_back(one.fields.front().value);
    }
    for (const Json& claim : claims) found_types_.push_back(claim.at("type").get<std::string>());
    for (size_t e = 0; e < pair_.size(); ++e) {
      std::vector<bool> seen(taken_.size());
      augment(e, seen);
    }
    for (size_t e = 0; e < pair_.size(); ++e) {
      if (pair_[e] == kUnpaired) take_nearest(e);
    }
  }
  [[nodiscard]] size_t of(size_t expected) const { return pair_[expected]; }
  [[nodiscard]] const std::vector<Mismatch>& mismatches(size_t expected) const {
    return mismatches_[expected][pair_[expected]];
  }

 private:
  // A whole match for `e`, moving earlier pairs where that helps (augmenting path).
  bool augment(size_t e, std::vector<bool>& seen) {
    for (size_t c = 0; c < taken_.size(); ++c) {
      if (!mismatches_[e][c].empty() || seen[c]) continue;
      seen[c] = true;
      if (taken_[c] == kUnpaired || augment(taken_[c], seen)) {
        taken_[c] = e;
        pair_[e] = c;
        return true;
      }
    }
    return false;
  }

  void take_nearest(size_t e) {
    size_t nearest = kUnpaired;
    for (size_t c = 0; c < taken_.size(); ++c) {
      if (taken_[c] != kUnpaired || found_types_[c] != types_[e]) continue;
      if (nearest == kUnpaired || mismatches_[e][c].size() < mismatches_[e][nearest].size())
        nearest = c;
    }
    if (nearest == kUnpaired) return;
    taken_[nearest] = e;
    pair_[e] = nearest;
  }

  std::vector<size_t> pair_;   // by expected claim
  std::vector<size_t> taken_;  // by found claim
  std::vector<std::vector<std::vector<Mismatch>>> mismatches_;
  std::vector<std::string> types_, found_types_;
};

std::string claims_shown(const Json& claims) {
  std::string shown;
  for (const Json& claim : claims) {
    shown += (shown.empty() ? "" : ", ") + text_of(claim.at("type")) + " " +
             text_of(claim.at("means")) + " (" + naming_of(claim.at("trigger")) + ")";
  }
  return shown.empty() ? "no claims" : shown;
}

// "same event as: 2" holds if the claim points to the one paired with the second expected claim.
void check_same_event(const Scenario& scenario, const Json& claims, const Pairing& pairing,
                      std::vector<Mismatch>& mismatches) {
  for (size_t e = 0; e < scenario.claims.size(); ++e) {
    for (const ScenarioField& field : scenario.claims[e].fields) {
      if (field.key != "same event as" || pairing.of(e) == kUnpaired) continue;
      const Json& found = claims[pairing.of(e)].at("same_event");
      const auto number = whole_number(field.value);
      const bool in_range =
          number && *number >= 1 && static_cast<size_t>(*number) <= scenario.claims.size();
      const size_t other = in_range ? pairing.of(static_cast<size_t>(*number) - 1) : kUnpaired;
      const bool holds = field.value == kNone
                             ? found.is_null()
                             : other != kUnpaired && found == claims[other].at("id");
      if (!holds) mismatches.push_back({field.line, expected_but_found(field, text_of(found))});
    }
  }
}

void check_whole(const Scenario& scenario, const Json& record, std::vector<Mismatch>& mismatches) {
  const Json& claims = record.at("claims");
  for (const ScenarioField& field : scenario.whole) {
    if (field.key == "warning") {
      const Json& warnings = record.at("warnings");
      const bool found = std::any_of(warnings.begin(), warnings.end(), [&](const Json& warning) {
        return warning.at("code") == field.value;
      });
      if (!found) mismatches.push_back({field.line, "no warning " + field.value});
    } else if (field.key == "claims") {
      if (std::to_string(claims.size()) == field.value) continue;
      mismatches.push_back(
          {field.line, "expected " + field.value + " claims, found " + claims_shown(claims)});
    } else {  // no claim of TYPE, or of a means
      for (const Json& claim : claims) {
        if (claim.at("type") != field.value && claim.at("means") != field.value) continue;
        mismatches.push_back({field.line, "expected no claim of " + field.value + ", found " +
                                              naming_of(claim.at("trigger"))});
      }
    }
  }
}

}  // namespace

std::vector<Mismatch> check_scenario(const Scenario& scenario, std::string_view line) {
  const Json record = Json::parse(line, nullptr, false);
  if (record.is_discarded()) return {{scenario.line, "the output is no JSON"}};
  const Json& claims = record.at("claims");
  std::vector<Mismatch> mismatches;
  const Pairing pairing(scenario.claims, claims);
  for (size_t e = 0; e < scenario.claims.size(); ++e) {
    const ScenarioField& type = scenario.claims[e].fields.front();
    if (pairing.of(e) == kUnpaired) {
      mismatches.push_back(
          {type.line, "no claim left of type " + type.value + "; found " + claims_shown(claims)});
    } else {
      const auto& of_claim = pairing.mismatches(e);
      mismatches.insert(mismatches.end(), of_claim.begin(), of_claim.end());
    }
  }
  check_same_event(scenario, claims, pairing, mismatches);
  check_whole(scenario, record, mismatches);
  std::stable_sort(mismatches.begin(), mismatches.end(),
                   [](const Mismatch& a, const Mismatch& b) { return a.line < b.line; });
  return mismatches;
}

}  // namespace isnad
