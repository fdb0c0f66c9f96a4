// SPDX-License-Identifier: Apache-2.0
// Reads the event tables; every unknown word in them is a fault with its table and row.
#include "isnad/event/knowledge.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "isnad/lexicon/source.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

template <class Value>
using Names = std::vector<std::pair<std::string_view, Value>>;

const Names<Role>& role_names() {
  static const Names<Role> kNames = {{"", Role::kNone},         {"none", Role::kNone},
                                     {"agent", Role::kAgent},   {"recipient", Role::kRecipient},
                                     {"both", Role::kBoth},     {"armed-agent", Role::kArmedAgent},
                                     {"weapon", Role::kWeapon}, {"event", Role::kEvent},
                                     {"place", Role::kPlace}};
  return kNames;
}

const Names<Harm>& harm_names() {
  static const Names<Harm> kNames = {{"", Harm::kNone},
                                     {"killed", Harm::kKilled},
                                     {"injured", Harm::kInjured},
                                     {"killed-or-injured", Harm::kKilledOrInjured},
                                     {"detained", Harm::kDetained},
                                     {"abducted", Harm::kAbducted},
                                     {"missing", Harm::kMissing},
                                     {"displaced", Harm::kDisplaced}};
  return kNames;
}

const Names<TollLink>& toll_link_names() {
  static const Names<TollLink> kNames = {{"cause", TollLink::kCause},
                                         {"contrast", TollLink::kContrast},
                                         {"overtaken", TollLink::kOvertaken},
                                         {"against", TollLink::kAgainst},
                                         {"count", TollLink::kCount}};
  return kNames;
}

const Names<CueEffect>& effect_names() {
  static const Names<CueEffect> kNames = {
      {"negated", CueEffect::kNegated},           {"avoided", CueEffect::kAvoided},
      {"not-done", CueEffect::kNotDone},          {"denied", CueEffect::kDenied},
      {"attempted", CueEffect::kAttempted},       {"foiled", CueEffect::kFoiled},
      {"planned", CueEffect::kPlanned},           {"threatened", CueEffect::kThreatened},
      {"hypothetical", CueEffect::kHypothetical}, {"possible", CueEffect::kPossible},
      {"probable", CueEffect::kProbable},         {"background", CueEffect::kBackground},
      {"anniversary", CueEffect::kAnniversary},   {"comparison", CueEffect::kComparison},
      {"exercise", CueEffect::kExercise},         {"fiction", CueEffect::kFiction}};
  return kNames;
}

const Names<CueScope>& scope_names() {
  static const Names<CueScope> kNames = {
      {"", CueScope::kNext},           {"next", CueScope::kNext},
      {"clause", CueScope::kClause},   {"sentence", CueScope::kSentence},
      {"present", CueScope::kPresent}, {"past-perfect", CueScope::kPastPerfect},
      {"beside", CueScope::kBeside}};
  return kNames;
}

const Names<std::optional<Factuality>>& factuality_names() {
  static const Names<std::optional<Factuality>> kNames = {
      {"", std::nullopt},
      {"actual", Factuality::kActual},
      {"attempted", Factuality::kAttempted},
      {"foiled", Factuality::kFoiled},
      {"threatened", Factuality::kThreatened},
      {"planned", Factuality::kPlanned},
      {"denied", Factuality::kDenied},
      {"hypothetical", Factuality::kHypothetical}};
  return kNames;
}

// Reads rows of one lexicon and gathers what is wrong with them.
class Reader {
 public:
  explicit Reader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  [[nodiscard]] std::string_view field(RowId row, std::string_view column) const {
    return lexicon_.field(row, column);
  }
  void fault(RowId row, std::string what) {
    faults_ += "\n  " + std::string(lexicon_.table_name(row)) + " " +
               std::string(lexicon_.id(row)) + ": " + what;
  }
  template <class Value>
  Value named(RowId row, std::string_view column, const Names<Value>& names) {
    const auto text = field(row, column);
    for (const auto& [name, value] : names) {
      if (name == text) return value;
    }
    fault(row, std::string(column).append(" cannot be «").append(text).append("»"));
    return names.front().second;
  }
  // The words of a list field, folded; «table:NAME» as it stands, «list:NAME» as the words of that
  // row of word_lists.
  std::vector<std::string> folded_list(RowId row, std::string_view column) {
    std::vector<std::string> out;
    for (const auto item : list_items(field(row, column))) {
      if (item.starts_with("list:"))
        append_word_list(row, item.substr(5), out);
      else
        out.push_back(item.starts_with("table:") ? std::string(item) : fold_only(item));
    }
    return out;
  }
  template <class Value, class Make>
  RowValues<Value> rows(std::string_view table_name, Make make) {
    RowValues<Value> out;
    out.table = lexicon_.table(table_name);
    for (RowId row = out.table.begin; row < out.table.end; ++row) out.values.push_back(make(row));
    return out;
  }
  [[nodiscard]] Result<bool> verdict() const {
    if (faults_.empty()) return true;
    return failure(ErrorCode::kBadLexicon,
                   "the event tables have faults; mend and build anew:" + faults_);
  }

 private:
  void append_word_list(RowId row, std::string_view name, std::vector<std::string>& out) {
    const auto lists = lexicon_.table("word_lists");
    for (RowId list = lists.begin; list < lists.end; ++list) {
      if (lexicon_.id(list) != name) continue;
      for (const auto word : list_items(field(list, "words"))) out.push_back(fold_only(word));
      return;
    }
    fault(row, "word_lists.tsv has no list named «" + std::string(name) + "»");
  }

  const Lexicon& lexicon_;
  std::string faults_;
};

std::vector<PrepositionRole> prepositions_of(Reader& reader, RowId row) {
  std::vector<PrepositionRole> out;
  for (const auto item : list_items(reader.field(row, "prepositions"))) {
    const size_t equals = item.find('=');
    if (equals == std::string_view::npos) {
      reader.fault(row, "prepositions wants «word=role», not «" + std::string(item) + "»");
      continue;
    }
    const auto role = item.substr(equals + 1);
    const auto found = std::find_if(role_names().begin(), role_names().end(),
                                    [&](const auto& n) { return n.first == role; });
    if (found == role_names().end())
      reader.fault(row, "no role is named «" + std::string(role) + "»");
    else
      out.push_back({fold_only(item.substr(0, equals)), found->second});
  }
  // Longest first, so that من قبل is seen before من.
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  return out;
}

RoleScheme scheme_of(Reader& reader, RowId row, std::string_view id) {
  RoleScheme scheme;
  scheme.id = std::string(id);
  scheme.subject = reader.named(row, "subject", role_names());
  scheme.object = reader.named(row, "object", role_names());
  scheme.passive_subject = reader.named(row, "passive_subject", role_names());
  scheme.construct = reader.named(row, "construct", role_names());
  scheme.adjective = reader.named(row, "adjective", role_names());
  scheme.passive_by_default = reader.field(row, "default_voice") == "passive";
  scheme.circumstantial = reader.field(row, "default_voice") == "circumstantial";
  scheme.prepositions = prepositions_of(reader, row);
  scheme.is_result = scheme.id == "harm" || reader.field(row, "result") == "yes";
  return scheme;
}

// مدرعة, المتمردين (an armoured car, the rebels): a companion stands in any number and case, so the
// endings that has_word does not forgive are cut off or changed. Broken plurals stand in the
// tables.
std::vector<std::string> with_inflections(std::vector<std::string> words) {
  constexpr size_t kLetter = 2;  // bytes
  constexpr std::string_view kArticle = "ال", kTied = "ه", kOpen = "ت";
  const size_t given = words.size();
  for (size_t i = 0; i < given; ++i) {
    std::string stem = words[i];
    if (stem.find(' ') != std::string::npos || stem.find(':') != std::string::npos) continue;
    if (stem.starts_with(kArticle)) stem.erase(0, kArticle.size());
    const bool plural = stem.ends_with("ين") || stem.ends_with("ون");  // sound plural
    if (plural) stem.resize(stem.size() - 2 * kLetter);
    const bool feminine = stem.ends_with(kTied);
    if (feminine) stem.replace(stem.size() - kTied.size(), kTied.size(), kOpen);
    // Of a short stem too many other words are made.
    if (stem.size() < 4 * kLetter || stem == words[i]) continue;
    words.push_back(std::move(stem));
  }
  return words;
}

Frame frame_of(Reader& reader, RowId row, const std::vector<RoleScheme>& schemes) {
  Frame frame;
  frame.row = row;
  frame.type = std::string(reader.field(row, "type"));
  frame.mode = std::string(reader.field(row, "mode"));
  frame.means = std::string(reader.field(row, "means"));
  frame.weapon = std::string(reader.field(row, "weapon"));
  frame.needs = with_inflections(reader.folded_list(row, "needs"));
  for (const auto item : list_items(reader.field(row, "needs")))
    frame.needs_power |= item == "list:powers";
  frame.blocks = reader.folded_list(row, "blocks");
  frame.object_needs = with_inflections(reader.folded_list(row, "object_needs"));
  for (const auto item : list_items(reader.field(row, "covers"))) frame.covers.emplace_back(item);
  frame.weak = reader.field(row, "weak") == "yes";
  frame.people = reader.field(row, "people") == "yes";
  frame.factuality = reader.named(row, "factuality", factuality_names());
  const auto wanted = reader.field(row, "roles");
  const auto scheme =
      std::find_if(schemes.begin(), schemes.end(), [&](const auto& s) { return s.id == wanted; });
  if (scheme == schemes.end())
    reader.fault(row, "no role scheme is named «" + std::string(wanted) + "»");
  else
    frame.scheme = static_cast<uint32_t>(scheme - schemes.begin());
  return frame;
}

LightVerb light_verb_of(Reader& reader, RowId row) {
  LightVerb verb;
  verb.subject = reader.named(row, "subject", role_names());
  verb.object = reader.named(row, "object", role_names());
  verb.factuality = reader.named(row, "factuality", factuality_names());
  const auto event = reader.field(row, "event");
  if (event == "subject")
    verb.event_at = LightVerb::EventAt::kSubject;
  else if (event == "object")
    verb.event_at = LightVerb::EventAt::kObject;
  else {
    verb.event_at = LightVerb::EventAt::kPreposition;
    verb.preposition = fold_only(event);
  }
  return verb;
}

// Where a name stands in the list; a new one is added at its end.
uint32_t index_of(std::string name, std::vector<std::string>& names) {
  const auto found = std::find(names.begin(), names.end(), name);
  const auto index = static_cast<uint32_t>(found - names.begin());
  if (found == names.end()) names.push_back(std::move(name));
  return index;
}

EventOrder event_order_of(Reader& reader, RowId row) {
  EventOrder order;
  order.on = reader.field(row, "role") == "on";
  const auto days = reader.field(row, "days");
  const auto read = std::from_chars(days.data(), days.data() + days.size(), order.days);
  if (read.ec != std::errc{} || read.ptr != days.data() + days.size())
    reader.fault(row, "days wants a whole number, not «" + std::string(days) + "»");
  return order;
}

}  // namespace

Harm harm_of_name(std::string_view name) {
  for (const auto& [text, value] : harm_names()) {
    if (text == name) return value;
  }
  return Harm::kNone;
}

bool EventKnowledge::names_party(RowId row) const {
  return std::any_of(party_tables.begin(), party_tables.end(),
                     [&](const Table& table) { return table.contains(row); });
}

bool EventKnowledge::names_power(RowId row) const {
  return actors.contains(row) || offices.contains(row);
}

bool EventKnowledge::is_state(RowId row) const {
  return actors.contains(row) && states[row - actors.begin];
}

Result<EventKnowledge> EventKnowledge::read(const Lexicon& lexicon) {
  Reader reader(lexicon);
  EventKnowledge out;
  for (const auto* name : {"actors", "agent_nouns", "offices", "place_types"})
    out.party_tables.push_back(lexicon.table(name));
  out.actors = lexicon.table("actors");
  out.offices = lexicon.table("offices");
  for (RowId row = out.actors.begin; row < out.actors.end; ++row)
    out.states.push_back(lexicon.field(row, "kind") == "state");
  const Table schemes = lexicon.table("role_schemes");
  for (RowId row = schemes.begin; row < schemes.end; ++row) {
    out.schemes.push_back(scheme_of(reader, row, lexicon.id(row)));
  }
  out.frames =
      reader.rows<Frame>("frames", [&](RowId row) { return frame_of(reader, row, out.schemes); });
  out.light_verbs =
      reader.rows<LightVerb>("light_verbs", [&](RowId row) { return light_verb_of(reader, row); });
  out.result_verbs = reader.rows<ResultVerb>("result_verbs", [&](RowId row) {
    return ResultVerb{fold_only(reader.field(row, "preposition")),
                      reader.named(row, "harm", harm_names())};
  });
  out.harm_words = reader.rows<HarmEffect>("harm_words", [&](RowId row) {
    const auto role = reader.field(row, "role");
    return HarmEffect{reader.named(row, "harm", harm_names()), role == "next", role == "people"};
  });
  out.toll_links = reader.rows<TollLink>(
      "toll_links", [&](RowId row) { return reader.named(row, "role", toll_link_names()); });
  out.event_order = reader.rows<EventOrder>("event_order",
                                            [&](RowId row) { return event_order_of(reader, row); });
  out.cues = reader.rows<Cue>("cues", [&](RowId row) {
    return Cue{reader.named(row, "effect", effect_names()),
               reader.named(row, "scope", scope_names())};
  });
  out.domains = reader.rows<uint32_t>("domains", [&](RowId row) {
    return index_of(std::string(reader.field(row, "domain")), out.domain_names);
  });
  out.contexts = reader.rows<uint32_t>("contexts", [&](RowId row) {
    return index_of(std::string(reader.field(row, "context")), out.context_names);
  });
  out.nationalities = lexicon.table("nationalities");
  out.affiliations = lexicon.table("affiliations");
  out.victims = lexicon.table("victims");
  out.reporting = lexicon.table("reporting");
  out.lasting = lexicon.table("lasting");
  auto weights = RoleWeights::read(lexicon);
  if (!weights) return tl::unexpected(weights.error());
  out.role_weights = std::move(*weights);
  if (auto good = reader.verdict(); !good) return tl::unexpected(good.error());
  return out;
}

}  // namespace isnad
