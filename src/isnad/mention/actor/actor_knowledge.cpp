// SPDX-License-Identifier: Apache-2.0
// Reads the tables of parties; a word the reader does not know is a fault with table and id.
#include "isnad/mention/actor/actor_knowledge.h"

#include <algorithm>
#include <iterator>

#include "isnad/text/fold.h"

namespace isnad {
namespace {

template <class Value>
struct Named {
  std::string_view word;
  Value value;
};

constexpr Named<PartyTable> kTables[] = {
    {"actors", PartyTable::kActor},
    {"agent_nouns", PartyTable::kAgentNoun},
    {"nationalities", PartyTable::kNationality},
    {"offices", PartyTable::kOffice},
    {"affiliations", PartyTable::kAffiliation},
    {"actor_adjectives", PartyTable::kAdjective},
    {"actor_anaphors", PartyTable::kAnaphor},
    {"given_names", PartyTable::kGivenName},
    {"actor_cues", PartyTable::kCue},
    {"frames", PartyTable::kEventFrame},
};

constexpr Named<ActorKind> kKinds[] = {
    {"state", ActorKind::kState},
    {"armed-group", ActorKind::kArmedGroup},
    {"organisation", ActorKind::kOrganisation},
    {"media", ActorKind::kMedia},
    {"monitor", ActorKind::kMonitor},
    {"person", ActorKind::kPerson},
    {"group", ActorKind::kGroup},
    {"pair", ActorKind::kGroup},
};

constexpr Named<NounClass> kClasses[] = {
    {"people", NounClass::kPeople},  {"group", NounClass::kGroup},
    {"body", NounClass::kBody},      {"title", NounClass::kTitle},
    {"source", NounClass::kSource},  {"equipment", NounClass::kEquipment},
    {"victim", NounClass::kVictim},  {"document", NounClass::kDocument},
    {"quantity", NounClass::kOther}, {"place", NounClass::kOther},
};

constexpr Named<AffiliationRelation> kRelations[] = {
    {"affiliated", AffiliationRelation::kAffiliated}, {"led", AffiliationRelation::kLed},
    {"located", AffiliationRelation::kLocated},       {"opposed", AffiliationRelation::kOpposed},
    {"called", AffiliationRelation::kCalled},
};

constexpr Named<CueKind> kCues[] = {
    {"locative", CueKind::kLocative},
    {"party", CueKind::kParty},
    {"stop", CueKind::kStop},
    {"quantifier", CueKind::kQuantifier},
    {"name-particle", CueKind::kNameParticle},
    {"kunya", CueKind::kKunya},
    {"respect", CueKind::kRespect},
    {"pronoun", CueKind::kPronoun},
};

constexpr Named<NameCondition> kConditions[] = {
    {"metonym", NameCondition::kMetonym},
    {"context", NameCondition::kContext},
    {"quoted", NameCondition::kQuoted},
    {"article", NameCondition::kArticle},
};

std::vector<std::string> items(std::string_view field, std::string_view separator) {
  std::vector<std::string> out;
  size_t begin = 0;
  while (begin < field.size()) {
    const size_t end = std::min(field.find(separator, begin), field.size());
    if (end > begin) out.emplace_back(field.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return out;
}

ShortForm short_form(std::string_view text) {
  ShortForm out;
  out.tokens = items(fold_only(text), " ");
  constexpr std::string_view kAl = "ال";  // the article
  for (auto& token : out.tokens) {
    const bool article = token.starts_with(kAl) && token.size() > kAl.size() + kAl.size() / 2;
    if (&token == &out.tokens.front()) out.definite = article;
    if (article) token.erase(0, kAl.size());
  }
  return out;
}

// Reads one row's cells and gathers what is wrong with them.
class RowReader {
 public:
  RowReader(const Lexicon& lexicon, RowId row, std::string& faults)
      : lexicon_(lexicon), row_(row), faults_(faults) {}

  PartyRow read(PartyTable table) {
    PartyRow out;
    out.table = table;
    out.country = text("country");
    out.sector = text("sector");
    switch (table) {
      case PartyTable::kActor:
        actor(out);
        break;
      case PartyTable::kAgentNoun:
        noun(out);
        break;
      case PartyTable::kNationality:
        nationality(out);
        break;
      case PartyTable::kOffice:
        out.kind = ActorKind::kPerson;
        break;
      case PartyTable::kAffiliation:
        affiliation(out);
        break;
      case PartyTable::kAnaphor:
        anaphor(out);
        break;
      case PartyTable::kGivenName:
        out.also_word = text("also_word") == "yes";
        break;
      case PartyTable::kCue:
        choose("cue", text("cue"), kCues, out.cue);
        break;
      case PartyTable::kAdjective:
      case PartyTable::kEventFrame:
      case PartyTable::kNone:
        break;
    }
    return out;
  }

 private:
  [[nodiscard]] std::string text(std::string_view column) const {
    return std::string(lexicon_.field(row_, column));
  }

  template <class Choices, class Value>
  void choose(std::string_view column, std::string_view word, const Choices& choices,
              Value& value) {
    const auto found = std::find_if(std::begin(choices), std::end(choices),
                                    [&](const auto& choice) { return choice.word == word; });
    if (found != std::end(choices)) {
      value = found->value;
      return;
    }
    faults_ += std::string(lexicon_.table_name(row_)) + " " + std::string(lexicon_.id(row_)) +
               ": " + std::string(column) + " cannot be \"" + std::string(word) + "\". ";
  }

  void condition(PartyRow& out) {
    std::string word = text("condition");
    if (word.empty()) return;
    if (const size_t colon = word.find(':'); colon != std::string::npos) {
      out.context = word.substr(colon + 1);
      word.resize(colon);
    }
    choose("condition", word, kConditions, out.condition);
  }

  void actor(PartyRow& out) {
    out.name = text("name_en");
    choose("kind", text("kind"), kKinds, out.kind);
    condition(out);
    out.bare_country = out.kind == ActorKind::kState && out.sector.empty();
    for (const auto& form : items(lexicon_.field(row_, "short_forms"), "; "))
      out.short_forms.push_back(short_form(form));
  }

  void noun(PartyRow& out) {
    choose("class", text("class"), kClasses, out.noun_class);
    for (const auto& word : items(lexicon_.field(row_, "complements"), "; "))
      out.prepositions.push_back(fold_only(word));
  }

  void nationality(PartyRow& out) {
    out.kind = ActorKind::kState;
    out.name = text("country_en");
    condition(out);
  }

  void affiliation(PartyRow& out) {
    choose("relation", text("relation"), kRelations, out.relation);
    for (const auto& word : items(lexicon_.field(row_, "prepositions"), "; ")) {
      if (word != "none") out.prepositions.push_back(fold_only(word));
    }
  }

  void anaphor(PartyRow& out) {
    for (const auto& word : items(lexicon_.field(row_, "kinds"), "; ")) {
      choose("kinds", word, kKinds, out.kind);
      out.stands_for.push_back(out.kind);
    }
  }

  const Lexicon& lexicon_;
  RowId row_;
  std::string& faults_;
};

}  // namespace

Result<ActorKnowledge> ActorKnowledge::read(const Lexicon& lexicon) {
  ActorKnowledge out;
  std::string faults;
  for (const auto& entry : kTables) {
    const Table rows = lexicon.table(entry.word);
    if (rows.end > out.rows_.size()) out.rows_.resize(rows.end);
    for (RowId row = rows.begin; row < rows.end; ++row)
      out.rows_[row] = RowReader(lexicon, row, faults).read(entry.value);
  }
  if (!faults.empty())
    return failure(ErrorCode::kBadLexicon,
                   faults + "Correct these rows and build the lexicon again.");
  return out;
}

}  // namespace isnad
