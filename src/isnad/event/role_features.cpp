// SPDX-License-Identifier: Apache-2.0
// What speaks for and against a candidate as agent or recipient: construction, kind of party,
// place in the sentence, prepositions, the path through the tree, what it does in other events.
#include <algorithm>
#include <array>
#include <utility>

#include "isnad/event/role_bars.h"
#include "isnad/event/role_candidates.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {
namespace {

class Describer {
 public:
  Describer(const RoleSetting& setting, const ToldEvent& event, std::span<const RoleCandidate> all,
            size_t index, FeatureList& out)
      : in_(setting),
        event_(event),
        all_(all),
        index_(index),
        it_(all[index]),
        out_(out),
        sentence_(setting.syntax.sentence_of(event.trigger->head).tokens),
        shape_(event.roles->construction),
        scheme_(setting.knowledge.schemes[event.trigger->frame->scheme].id) {
    type_ = event.trigger->frame->type;
    for (char& c : type_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    kind_ = kind();
  }

  void run() {
    out_.clear();
    const RoleBars barred = bars_of(in_, event_, it_);
    if (!barred.agent.empty()) out_.add({"never", "agent", barred.agent});
    if (!barred.recipient.empty()) out_.add({"never", "recipient", barred.recipient});
    if (it_.elsewhere) {
      from_elsewhere();
      return;
    }
    construction();
    party();
    words();
    position();
    between();
    speaker();
    left_verb();
    tree();
    agreement();
    doubts();
    other_events();
  }

 private:
  [[nodiscard]] std::string_view kind() const {
    if (it_.actor != nullptr) {
      if (it_.actor->adjective) return "adjective";
      if (it_.actor->metonym) return "metonym";
      return kind_name(it_.actor->kind);
    }
    const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(it_.tokens); };
    const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
    for (const auto& quantity : in_.mentions.quantities) {
      if (touches(quantity)) return quantity.of_people ? "counted-people" : "counted";
    }
    if (any(in_.mentions.places)) return "place";
    if (any(in_.mentions.weapons)) return "weapon";
    for (const auto& other : in_.events) {
      if (other.trigger->tokens.overlaps(it_.tokens)) return "event";
    }
    return in_.syntax.is_definite(it_.tokens.begin) ? "definite" : "plain";
  }

  [[nodiscard]] bool rule_gives(Role role) const {
    return std::any_of(event_.roles->phrases.begin(), event_.roles->phrases.end(),
                       [&](const RolePhrase& phrase) {
                         return phrase.role == role || phrase.role == Role::kBoth;
                       });
  }

  void construction() {
    const auto rule = role_name(it_.rule);
    out_.add({"b"});
    out_.add({"b", shape_});
    out_.add({"b", type_});
    out_.add({"b", scheme_});
    out_.add({"r", rule});
    out_.add({"r", shape_, rule});
    out_.add({"r", scheme_, rule});
    out_.add({"r", rule, kind_});
    out_.add({"r", rule, rule_gives(Role::kAgent) ? "a" : "-",
              rule_gives(Role::kRecipient) ? "r" : "-"});
    if (it_.rule == Role::kNone) {
      out_.add({"n", shape_, rule_gives(Role::kAgent) ? "a" : "-",
                rule_gives(Role::kRecipient) ? "r" : "-"});
    }
  }

  void party() {
    out_.add({"k", kind_});
    out_.add({"k", shape_, kind_});
    out_.add({"k", type_, kind_});
    out_.add({"k", scheme_, kind_});
    if (it_.actor == nullptr) return;
    out_.add({"party"});
    const auto sector = std::string_view(it_.actor->sector).substr(0, 3);
    if (!sector.empty()) {
      out_.add({"s", sector});
      out_.add({"s", type_, sector});
    }
    out_.add({"named", it_.actor->name.empty() ? "no" : "yes"});
    out_.add({"country", it_.actor->country.empty() ? "no" : "yes"});
  }

  // The tables that know the phrase's first words: a soldier, a school, a lorry, a wounded man.
  void words() {
    const uint32_t head = it_.actor != nullptr ? it_.actor->head : it_.tokens.begin;
    auto match = std::lower_bound(
        in_.matches.begin(), in_.matches.end(), head,
        [](const Match& candidate, uint32_t token) { return candidate.tokens.begin < token; });
    std::string_view last;
    for (; match != in_.matches.end() && match->tokens.begin == head; ++match) {
      const auto table = in_.lexicon.table_name(match->row);
      if (table == last) continue;
      last = table;
      out_.add({"w", table});
      out_.add({"w", table, type_});
      out_.add({"w", table, role_name(it_.rule)});
    }
    for (const auto& quantity : in_.mentions.quantities) {
      if (!quantity.tokens.overlaps(it_.tokens)) continue;
      if (quantity.part_of) out_.add({"w", "part"});
      if (quantity.harm != Harm::kNone) out_.add({"w", "harmed", type_});
      out_.add({"w", "counted", type_, shape_});
    }
    if (in_.syntax.has_enclitic(it_.tokens.end - 1)) out_.add({"w", "owned"});
    out_.add({"w", "size", count_name(it_.tokens.size()), is_party()});
    const bool title = in_.syntax.sentence_index(it_.tokens.begin) == 0;
    if (title) out_.add({"w", "heading", side(), shape_});
  }

  [[nodiscard]] bool on_left() const { return it_.tokens.begin < event_.trigger->tokens.begin; }
  [[nodiscard]] std::string_view side() const { return on_left() ? "l" : "r"; }
  [[nodiscard]] std::string_view is_party() const { return it_.actor != nullptr ? "p" : "np"; }

  [[nodiscard]] std::string_view preposition() const {
    const uint8_t clitics = in_.syntax.proclitics(it_.tokens.begin);
    if ((clitics & kPrepositionL) != 0) return "li";
    if ((clitics & kPrepositionB) != 0) return "bi";
    if ((clitics & kPrepositionK) != 0) return "ka";
    if (it_.tokens.begin == sentence_.begin) return "start";
    const uint32_t before = it_.tokens.begin - 1;
    switch (in_.syntax.at(before)) {
      case SyntaxClass::kPreposition:
        return preposition_name(in_.syntax.folded(before));
      case SyntaxClass::kVerb:
        return "verb";
      case SyntaxClass::kNominal:
        return (clitics & kConjunction) != 0 ? "and" : "noun";
      case SyntaxClass::kComma:
        return "comma";
      case SyntaxClass::kComplementiser:
        return "that";
      case SyntaxClass::kRelative:
        return "who";
      default:
        return "break";
    }
  }

  void position() {
    const uint32_t gap = on_left() ? event_.trigger->tokens.begin - it_.tokens.end
                                   : it_.tokens.begin - event_.trigger->tokens.end;
    const auto distance = distance_name(gap);
    out_.add({"d", side(), distance});
    out_.add({"d", shape_, side(), distance, is_party()});
    const auto before = preposition();
    out_.add({"p", before});
    out_.add({"p", shape_, side(), before});
    out_.add({"p", scheme_, side(), before});
    out_.add({"p", before, kind_});
    size_t nearer = 0;
    for (const auto& other : all_) {
      if (other.elsewhere || other.actor == nullptr) continue;
      if (on_left() ? it_.tokens.end <= other.tokens.begin &&
                          other.tokens.begin < event_.trigger->tokens.begin
                    : event_.trigger->tokens.end <= other.tokens.begin &&
                          other.tokens.end <= it_.tokens.begin)
        ++nearer;
    }
    out_.add({"nth", shape_, side(), count_name(nearer), is_party()});
    if ((in_.syntax.proclitics(event_.trigger->tokens.begin) & kConjunction) != 0)
      out_.add({"joined", shape_, side(), distance});
    if (event_.trigger->match.enclitic != 0) out_.add({"pronoun", shape_, side(), distance});
    if (event_.roles->subject_omitted) out_.add({"omitted", side(), distance});
  }

  void between() {
    const TokenSpan gap = on_left() ? TokenSpan{it_.tokens.end, event_.trigger->tokens.begin}
                                    : TokenSpan{event_.trigger->tokens.end, it_.tokens.begin};
    size_t verbs = 0;
    size_t commas = 0;
    size_t clauses = 0;
    for (uint32_t t = gap.begin; t < gap.end; ++t) {
      const auto word_class = in_.syntax.at(t);
      verbs += word_class == SyntaxClass::kVerb ? 1 : 0;
      commas += word_class == SyntaxClass::kComma ? 1 : 0;
      clauses += word_class == SyntaxClass::kComplementiser ||
                         word_class == SyntaxClass::kRelative || word_class == SyntaxClass::kBreak
                     ? 1
                     : 0;
    }
    out_.add({"verbs", side(), count_name(verbs), shape_});
    out_.add({"commas", side(), count_name(commas)});
    out_.add({"clauses", side(), count_name(clauses), shape_});
    out_.add({"between", side(), count_name(verbs), count_name(commas), count_name(clauses),
              is_party()});
  }

  // Who says something rarely does it.
  void speaker() {
    const bool before = it_.tokens.begin > sentence_.begin && in_.reporting[it_.tokens.begin - 1];
    const bool after = it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end];
    if (before) out_.add({"speaker", "before", side(), type_});
    if (after) out_.add({"speaker", "after", side(), type_});
  }

  // Is it the subject of the verb nearest to the left of the event? "The group began to withdraw".
  void left_verb() {
    uint32_t verb = event_.trigger->tokens.begin;
    while (verb > sentence_.begin && in_.syntax.at(verb - 1) != SyntaxClass::kVerb) --verb;
    if (verb == sentence_.begin) return;
    --verb;
    const auto speaks = in_.reporting[verb] ? "says" : "does";
    const bool right_after = it_.tokens.begin == verb + 1;
    const bool right_before = it_.tokens.end == verb;
    if (right_after) out_.add({"subject", "after", speaks, shape_});
    if (right_before) out_.add({"subject", "before", speaks, shape_});
    if (right_after || right_before) {
      out_.add({"subject", speaks, type_});
      out_.add({"subject", speaks, kind_});
    }
    if (it_.tokens.end <= verb && !right_before) out_.add({"beyond-verb", speaks, shape_});
  }

  // The word of a token that its clitics hang on.
  [[nodiscard]] uint32_t word_of(uint32_t token) const {
    const auto& first = in_.analysis.first_word;
    if (token + 1 >= first.size()) return kNoHead;
    for (uint32_t w = first[token]; w < first[token + 1]; ++w) {
      const auto upos = in_.analysis.upos[w];
      if (upos != Upos::kADP && upos != Upos::kCCONJ && upos != Upos::kDET && upos != Upos::kPART &&
          upos != Upos::kSCONJ && upos != Upos::kAUX)
        return w;
    }
    return first[token] < first[token + 1] ? first[token] : kNoHead;
  }

  // The relations from the event up to what governs both, and down to the candidate.
  void tree() {
    constexpr size_t kDeepest = 5;
    const uint32_t from = word_of(event_.trigger->head);
    const uint32_t to = word_of(it_.actor != nullptr ? it_.actor->head : it_.tokens.begin);
    if (from >= kNoHead || to >= kNoHead) return;
    std::array<uint32_t, kDeepest> ups{};
    size_t up_count = 0;
    for (uint32_t w = from; w < kNoHead && up_count < kDeepest; w = in_.analysis.head[w])
      ups[up_count++] = w;
    std::array<std::string_view, kDeepest> downs{};
    size_t down_count = 0;
    for (uint32_t w = to; w < kNoHead; w = in_.analysis.head[w]) {
      const auto* const met = std::find(ups.begin(), ups.begin() + up_count, w);
      if (met != ups.begin() + up_count) {
        std::string path;
        for (const auto* up = ups.begin(); up != met; ++up) {
          path += relation_name(in_.analysis.deprel[*up]);
          path += '.';
        }
        path += '-';
        for (size_t i = down_count; i > 0; --i) {
          path += downs[i - 1];
          path += '.';
        }
        out_.add({"t", path});
        out_.add({"t", shape_, path});
        if (path.size() < 20) out_.add({"t", type_, path});
        return;
      }
      if (down_count == kDeepest) break;
      downs[down_count++] = relation_name(in_.analysis.deprel[w]);
    }
    out_.add({"t", "far", side()});
  }

  [[nodiscard]] uint32_t head() const {
    return it_.actor != nullptr && it_.tokens.contains(it_.actor->head) ? it_.actor->head
                                                                        : it_.tokens.begin;
  }

  // "m", "f" or "p": one man or thing, one woman or several things, several people.
  [[nodiscard]] std::string_view agrees_as() const {
    const uint32_t word = word_of(head());
    if (word >= kNoHead) return {};
    const auto& features = in_.analysis.features[word];
    constexpr uint8_t kFem = 2;
    constexpr uint8_t kPlur = 3;
    if (features.number == kPlur || in_.syntax.folded(head()).ends_with("ون"))
      return kind_ == "people" || kind_ == "counted-people" || kind_ == "armed" ? "p" : "f";
    if (features.number == 2) return "p";
    const bool feminine = features.gender == kFem || in_.syntax.folded(head()).ends_with("ه");
    return feminine ? "f" : "m";
  }

  static std::string_view pronoun_as(uint8_t enclitic) {
    static constexpr std::string_view kAs[] = {"", "m", "f", "p", "p", "p"};
    return enclitic < std::size(kAs) ? kAs[enclitic] : std::string_view();
  }

  // Does the event's verb or its pronoun agree with the candidate?
  void agreement() {
    const auto mine = agrees_as();
    if (mine.empty()) return;
    if (event_.trigger->is_verb) {
      const auto inflection = event_.trigger->match.inflection;
      const std::string_view verb = (inflection & (kPlural | kDual)) != 0 ? "p"
                                    : (inflection & kFeminine) != 0       ? "f"
                                                                          : "m";
      out_.add({"agree", shape_, side(), verb, mine});
      out_.add({"agree", role_name(it_.rule), verb, mine});
    }
    const auto pronoun = pronoun_as(event_.trigger->match.enclitic);
    if (!pronoun.empty()) {
      out_.add({"pronoun", pronoun == mine ? "same" : "other", side(), is_party()});
      out_.add({"pronoun", pronoun == mine ? "same" : "other", shape_, role_name(it_.rule)});
    }
  }

  // Who is no doer by what the sentence says of him: the dead and wounded of another word, those
  // who only tell it, a word that belongs to another event (the "suicide" of a suicide attack).
  void doubts() {
    if (it_.rule == Role::kAgent || it_.rule == Role::kBoth) return;
    if (is_harmed()) out_.add({"doubt", "harmed"});
    if (is_teller()) out_.add({"doubt", "teller"});
    const bool of_trigger = std::any_of(
        in_.events.begin(), in_.events.end(),
        [&](const ToldEvent& other) { return other.trigger->tokens.overlaps(it_.tokens); });
    if (of_trigger) out_.add({"doubt", "trigger"});
  }

  // In a fight the dead are one of its sides.
  [[nodiscard]] bool is_harmed() const {
    if (in_.knowledge.schemes[event_.trigger->frame->scheme].subject == Role::kBoth) return false;
    const auto hurt = [&](const QuantityMention& quantity) {
      return quantity.harm != Harm::kNone && quantity.tokens.overlaps(it_.tokens);
    };
    if (std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(), hurt))
      return true;
    return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
      if (!in_.knowledge.schemes[other.trigger->frame->scheme].is_result) return false;
      return std::any_of(
          other.roles->phrases.begin(), other.roles->phrases.end(), [&](const RolePhrase& phrase) {
            return phrase.role == Role::kRecipient && phrase.tokens.overlaps(it_.tokens);
          });
    });
  }

  // "a source said", "officials announced": people beside a reporting word; an army or a group that
  // announces an attack may well be the one that made it.
  [[nodiscard]] bool is_teller() const {
    if (it_.actor == nullptr) return false;
    const RowId row = it_.actor->row;  // a source, an agency, an outlet, wherever it stands
    if (row != kNoRow && in_.lexicon.table_name(row) == "agent_nouns" &&
        in_.lexicon.field(row, "class") == "source")
      return true;
    if (sentence_.begin == it_.tokens.begin) return false;
    const bool tells = in_.reporting[it_.tokens.begin - 1] ||
                       (it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end]);
    return tells && (it_.actor->kind == ActorKind::kPerson || it_.actor->kind == ActorKind::kGroup);
  }

  // What constructions make of the candidate in other events of the report.
  void other_events() {
    for (const auto& other : in_.events) {
      if (other.trigger == event_.trigger) continue;
      const bool same_type = other.trigger->frame->type == event_.trigger->frame->type;
      for (const auto& phrase : other.roles->phrases) {
        if (!phrase.tokens.overlaps(it_.tokens)) continue;
        out_.add({"other", role_name(phrase.role), same_type ? "same" : "else"});
        out_.add({"other", role_name(phrase.role), role_name(it_.rule)});
        return;
      }
    }
  }

  void from_elsewhere() {
    const auto here = static_cast<int>(in_.syntax.sentence_index(event_.trigger->head));
    const auto there = static_cast<int>(in_.syntax.sentence_index(it_.tokens.begin));
    const auto apart = static_cast<uint32_t>(here > there ? here - there : there - here);
    const std::string_view way = there < here ? "before" : "after";
    const std::string_view known = rule_gives(Role::kAgent) ? "a" : "-";
    const std::string_view hurt = rule_gives(Role::kRecipient) ? "r" : "-";
    size_t here_count = 0;
    for (const auto& other : all_) here_count += !other.elsewhere && other.actor != nullptr ? 1 : 0;
    out_.add({"e"});
    out_.add({"e", shape_});
    out_.add({"e", type_});
    out_.add({"e", scheme_});
    out_.add({"e", way, distance_name(apart)});
    out_.add({"e", shape_, known, hurt});
    out_.add({"e", type_, known, hurt});
    out_.add({"e", "here", count_name(here_count)});
    out_.add({"e", "kind", kind_});
    out_.add({"e", "kind", type_, kind_});
    const auto sector = std::string_view(it_.actor->sector).substr(0, 3);
    if (!sector.empty()) out_.add({"e", "sector", type_, sector});
    words();
    out_.add({"e", "named", it_.actor->name.empty() ? "no" : "yes", type_});
    size_t nearer = 0;
    for (size_t i = 0; i < index_; ++i) nearer += all_[i].elsewhere ? 1 : 0;
    out_.add({"e", "nth", way, count_name(nearer)});
    if (event_.roles->subject_omitted) out_.add({"e", "omitted", way, distance_name(apart)});
    if (event_.trigger->match.enclitic != 0)
      out_.add({"e", "pronoun", shape_, way, distance_name(apart)});
    roles_elsewhere();
  }

  void roles_elsewhere() {
    size_t acts = 0;
    size_t suffers = 0;
    size_t acts_alike = 0;
    size_t suffers_alike = 0;
    size_t acts_by_same_means = 0;
    for (const auto& other : in_.events) {
      const bool alike = other.trigger->frame->type == event_.trigger->frame->type;
      for (const auto& phrase : other.roles->phrases) {
        if (!names_same(phrase.tokens)) continue;
        const bool agent = phrase.role == Role::kAgent || phrase.role == Role::kBoth;
        (agent ? acts : suffers) += 1;
        if (alike) (agent ? acts_alike : suffers_alike) += 1;
        if (agent && alike && other.trigger->frame->means == event_.trigger->frame->means)
          ++acts_by_same_means;
      }
    }
    out_.add({"e", "acts", count_name(acts), type_});
    out_.add({"e", "suffers", count_name(suffers), type_});
    out_.add({"e", "acts-alike", count_name(acts_alike), type_});
    out_.add({"e", "suffers-alike", count_name(suffers_alike), type_});
    out_.add({"e", "acts-by-same", count_name(acts_by_same_means)});
    out_.add({"e", "alike", count_name(acts_alike), count_name(suffers_alike), shape_});
  }

  [[nodiscard]] bool names_same(TokenSpan span) const {
    return std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                       [&](const ActorMention& actor) {
                         if (!actor.tokens.overlaps(span)) return false;
                         if (&actor == it_.actor) return true;
                         return !actor.name.empty() && actor.name == it_.actor->name;
                       });
  }

  const RoleSetting& in_;
  const ToldEvent& event_;
  std::span<const RoleCandidate> all_;
  size_t index_;
  const RoleCandidate& it_;
  FeatureList& out_;
  TokenSpan sentence_;
  std::string_view shape_, scheme_, kind_;
  std::string type_;
};

}  // namespace

void describe_candidate(const RoleSetting& setting, const ToldEvent& event,
                        std::span<const RoleCandidate> all, size_t index, FeatureList& out) {
  Describer(setting, event, all, index, out).run();
}

}  // namespace isnad
