// SPDX-License-Identifier: Apache-2.0
// Roles by construction, from order and clitics: verb-subject-object and subject-verb-object,
// passives, event nouns with construct and prepositions, light verbs on either side, relative
// clauses on the event noun.
#include "isnad/event/find_roles.h"

#include <algorithm>
#include <utility>

#include "isnad/event/pronoun_party.h"
#include "isnad/event/role_phrases.h"

namespace isnad {
namespace {

constexpr uint32_t kFarthestLight = 40;  // tokens between a light verb and its event noun

class RoleFinder {
 public:
  RoleFinder(const Trigger& trigger, const Syntax& syntax, const EventKnowledge& knowledge,
             std::span<const Match> light, const Mentions& mentions)
      : trigger_(trigger),
        scheme_(knowledge.schemes[trigger.frame->scheme]),
        syntax_(syntax),
        knowledge_(knowledge),
        light_(light),
        mentions_(mentions),
        sentence_(syntax.sentence_of(trigger.head).tokens),
        reader_(trigger, scheme_, syntax, mentions) {
    out_.reach = trigger.tokens;
  }

  Roles run() {
    if (trigger_.is_verb)
      verb();
    else
      noun();
    return std::move(out_);
  }

 private:
  void give(Role role, TokenSpan phrase, bool sure = false) {
    if (role == Role::kNone || role == Role::kEvent || phrase.empty()) return;
    if (role == Role::kArmedAgent)
      role =
          begins_with_weapon(phrase) || begins_with_armed(phrase) ? Role::kAgent : Role::kRecipient;
    // "rockets hit a post": of a verb that can take its weapon, what is no weapon is what was hit.
    if (role == Role::kWeapon && trigger_.is_verb && !is_weapon(phrase)) role = Role::kRecipient;
    phrase.begin = after_toll(phrase);
    for (const auto& part : syntax_.coordinated(phrase)) {
      out_.phrases.push_back({role, part, sure});
      out_.reach = out_.reach.joined(part);
    }
  }

  // عدد قتلى الحوثيين (the number of the Houthis' dead): the party is whose dead they are.
  [[nodiscard]] uint32_t after_toll(TokenSpan phrase) const {
    constexpr std::string_view kToll[] = {
        "عدد",    // number
        "حصيله",  // toll
        "قتلي",   // dead
        "جرحي",   // wounded
        "ضحايا",  // victims
    };
    uint32_t at = phrase.begin;
    const auto is_toll = [&](uint32_t token) {
      return std::find(std::begin(kToll), std::end(kToll), syntax_.folded(token)) !=
             std::end(kToll);
    };
    while (at + 1 < phrase.end && is_toll(at)) ++at;
    const bool dead_of_party =
        at > phrase.begin + 1 &&
        std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                    [&](const auto& actor) { return actor.tokens.contains(at); });
    return dead_of_party ? at : phrase.begin;
  }

  [[nodiscard]] bool is_weapon(TokenSpan phrase) const {
    return std::any_of(mentions_.weapons.begin(), mentions_.weapons.end(),
                       [&](const auto& weapon) { return weapon.tokens.overlaps(phrase); });
  }

  [[nodiscard]] bool has(Role role) const {
    return std::any_of(out_.phrases.begin(), out_.phrases.end(),
                       [&](const auto& p) { return p.role == role; });
  }

  // هربا من (in flight from), خوفا من (for fear of): one word in the accusative before min that
  // names nobody and nothing says why.
  [[nodiscard]] bool is_adverbial(TokenSpan phrase) const {
    const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(phrase); };
    const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
    const bool before_min =
        phrase.end < sentence_.end && syntax_.folded(phrase.end) == "من";  // min, from
    return before_min && phrase.size() == 1 && syntax_.folded(phrase.begin).ends_with("ا") &&
           !syntax_.is_definite(phrase.begin) && !any(mentions_.actors) && !any(mentions_.places) &&
           !any(mentions_.quantities) && !any(mentions_.weapons);
  }

  // قصف لطائرات التحالف (shelling of the coalition's aircraft): nobody shells a weapon.
  [[nodiscard]] bool begins_with_weapon(TokenSpan phrase) const {
    return std::any_of(mentions_.weapons.begin(), mentions_.weapons.end(),
                       [&](const auto& weapon) { return weapon.tokens.begin == phrase.begin; });
  }

  [[nodiscard]] bool names_party(TokenSpan phrase) const {
    return begins_with_weapon(phrase) ||
           std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                       [&](const auto& actor) { return actor.tokens.begin == phrase.begin; });
  }

  // قصف لقوات النظام (shelling by the regime's forces), but قصف لمواقع الجيش (of the army's posts).
  [[nodiscard]] bool begins_with_armed(TokenSpan phrase) const {
    return std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                       [&](const ActorMention& actor) {
                         return actor.tokens.begin == phrase.begin && is_armed(actor.tokens);
                       });
  }

  // Does the phrase name someone who bears arms?
  [[nodiscard]] bool is_armed(TokenSpan phrase) const {
    return begins_with_weapon(phrase) ||
           std::any_of(
               mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
                 if (!phrase.overlaps(actor.tokens)) return false;
                 if (actor.kind == ActorKind::kArmedGroup) return true;
                 for (const std::string_view sector : {"MIL", "REB", "UAF", "COP", "PAR", "SPY"}) {
                   if (actor.sector.find(sector) != std::string::npos) return true;
                 }
                 return false;
               });
  }

  // A force or an armed group as a whole (an army, the police), which kills and arrests; its men
  // (عدد من الحوثيين, a number of the Houthis) may be killed and arrested.
  [[nodiscard]] bool is_force(TokenSpan phrase) const {
    const bool counted =
        std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                    [&](const auto& quantity) { return quantity.tokens.begin == phrase.begin; });
    return is_armed(phrase) && !counted &&
           std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const auto& actor) {
             return actor.tokens.begin == phrase.begin &&
                    (actor.kind == ActorKind::kArmedGroup || actor.kind == ActorKind::kState);
           });
  }

  // The subject of the nearest verb before this one in the sentence, which "and then he …" goes on
  // with.
  [[nodiscard]] TokenSpan subject_of_verb_before(uint32_t verb) const {
    for (uint32_t t = verb; t > sentence_.begin; --t) {
      if (syntax_.at(t - 1) != SyntaxClass::kVerb) continue;
      if (const auto before = subject_before(t - 1); !before.empty()) return before;
      for (const auto& phrase : reader_.phrases_after(t)) {
        if (phrase.preposition.empty()) return phrase.tokens;
        break;
      }
      if ((syntax_.proclitics(t - 1) & kConjunction) == 0) return {};
    }
    return {};
  }

  // A bare noun phrase that opens the clause of `verb` and reaches it: subject-verb-object.
  [[nodiscard]] TokenSpan subject_before(uint32_t verb) const {
    uint32_t at = clause_begin(verb);
    if (at < verb && is_kana(at)) ++at;
    while (at < verb && (syntax_.at(at) == SyntaxClass::kParticle ||
                         syntax_.at(at) == SyntaxClass::kConjunction ||
                         syntax_.at(at) == SyntaxClass::kSubordinator ||
                         syntax_.at(at) == SyntaxClass::kOpenQuote))
      ++at;
    if (at >= verb || syntax_.at(at) != SyntaxClass::kNominal) return {};
    if (!fused_preposition(syntax_.proclitics(at)).empty()) return {};
    const auto phrase = syntax_.noun_phrase(at);
    if (phrase.empty() || phrase.end > verb) return {};
    // Between subject and verb only phrases with a preposition may stand.
    for (uint32_t t = phrase.end; t < verb; ++t) {
      t = after_list_of_some(t, verb);
      if (t >= verb) break;
      if (syntax_.at(t) == SyntaxClass::kVerb || syntax_.at(t) == SyntaxClass::kComma) return {};
    }
    return phrase;
  }

  // وكان 42 جنديا قد قتلوا (42 soldiers had been killed): the auxiliary before the subject.
  [[nodiscard]] bool is_kana(uint32_t token) const {
    constexpr std::string_view kKana[] = {
        "كان",    // was (m.)
        "كانت",   // was (f.)
        "وكان",   // and was (m.)
        "وكانت",  // and was (f.)
    };
    return std::find(std::begin(kKana), std::end(kKana), syntax_.folded(token)) != std::end(kKana);
  }

  // Where the clause of `verb` begins, over a remark that a comma closes right before it.
  [[nodiscard]] uint32_t clause_begin(uint32_t verb) const {
    constexpr uint32_t kLongest = 14;  // tokens of the remark
    const uint32_t begin = syntax_.phrase_clause(verb).begin;
    if (begin != verb || verb < sentence_.begin + 3) return begin;
    for (uint32_t t = verb - 2; t > sentence_.begin && verb - t <= kLongest; --t) {
      if (after_list_of_some(t, verb) == verb) return syntax_.phrase_clause(t - 1).begin;
    }
    return begin;
  }

  [[nodiscard]] bool tells_of_some(uint32_t token) const {
    const auto word = syntax_.folded(token);
    return word == "بينهم" ||                                       // among them
           word == "منهم" ||                                        // of them
           word == "بينهما" ||                                      // among the two
           word == "منهما" ||                                       // of the two
           (word == "من" && syntax_.folded(token + 1) == "بينهم");  // among whom
  }

  // ان 22 مسلحا، بينهم اربعة قادة، قتلوا (that 22 gunmen, among them four leaders, were killed):
  // the token behind such a remark between commas; `comma` where none stands there.
  [[nodiscard]] uint32_t after_list_of_some(uint32_t comma, uint32_t verb) const {
    if (syntax_.at(comma) != SyntaxClass::kComma || comma + 2 >= verb || !tells_of_some(comma + 1))
      return comma;
    for (uint32_t t = comma + 1; t < verb; ++t) {
      if (syntax_.at(t) == SyntaxClass::kVerb) return comma;
      if (syntax_.at(t) == SyntaxClass::kComma) return t + 1;
    }
    return comma;
  }

  // قالت إن مجهولين هاجموا القسم (said that unknown men attacked the station): between "that" and
  // its verb stands the doer, whatever word names him.
  [[nodiscard]] bool opens_what_is_told(TokenSpan subject) const {
    return subject.begin > sentence_.begin && subject.end == trigger_.head &&
           syntax_.at(subject.begin - 1) == SyntaxClass::kComplementiser;
  }

  // قال الوزير إن …، داعيا (the minister said …, calling on): the subject of the last verb that has
  // "that" behind it, else of the first of the sentence.
  [[nodiscard]] TokenSpan subject_of_sentence() const {
    uint32_t main = sentence_.end, open = sentence_.end;
    for (uint32_t t = sentence_.begin; t < trigger_.tokens.begin; ++t) {
      if (syntax_.at(t) == SyntaxClass::kVerb) {
        if (after_relative(t)) continue;  // in a statement that the agency carried
        open = t;
        if (main == sentence_.end) main = t;
      } else if (syntax_.at(t) == SyntaxClass::kComplementiser && open != sentence_.end) {
        main = std::exchange(open, sentence_.end);
      }
    }
    if (main == sentence_.end) return {};
    if (const auto before = subject_before(main); !before.empty()) return before;
    return first_bare(main + 1);
  }

  // The noun phrase before a relative pronoun that stands right before `token`.
  [[nodiscard]] TokenSpan antecedent(uint32_t token) const {
    if (token == 0 || token <= sentence_.begin || syntax_.at(token - 1) != SyntaxClass::kRelative)
      return {};
    uint32_t at = token - 1;
    if (at == sentence_.begin) return {};
    const uint32_t end = syntax_.at(at - 1) == SyntaxClass::kComma ? at - 1 : at;
    for (uint32_t begin = end; begin > sentence_.begin && end - begin < 8; --begin) {
      const auto phrase = syntax_.noun_phrase(begin - 1);
      if (!phrase.empty() && phrase.end == end &&
          (begin - 1 == sentence_.begin || starts_phrase(begin - 1)))
        return phrase;
    }
    return {};
  }

  [[nodiscard]] bool starts_phrase(uint32_t token) const {
    return syntax_.at(token - 1) != SyntaxClass::kNominal || syntax_.proclitics(token) != 0;
  }

  void verb() {
    auto after = reader_.phrases_after(trigger_.tokens.end);
    governed(after);
    owner_of_object(after);
    const Role subject_role = suffers() ? Role::kRecipient : scheme_.subject;
    std::vector<TokenSpan> bare;
    for (const auto& phrase : after) {
      if (phrase.preposition.empty() && !is_adverbial(phrase.tokens)) bare.push_back(phrase.tokens);
    }
    step_over_name(bare);
    const bool own_object = drop_own_object(bare);
    const auto head = antecedent(trigger_.head);
    const bool object_pronoun = trigger_.match.enclitic != 0 || (!head.empty() && takes_up_head());
    TokenSpan subject = subject_before(trigger_.head);
    if (!head.empty() && !object_pronoun) subject = head;
    if (head.empty() && describes_noun_before()) subject = {};
    const bool passive = is_passive(after, bare, subject);
    out_.construction = passive ? "passive-verb" : "active-verb";
    if (passive) {
      if (subject.empty() && !bare.empty()) subject = bare.front();
      give(scheme_.passive_subject, subject);
    } else if (!subject.empty()) {
      give(subject_role, subject, opens_what_is_told(subject) && !object_pronoun);
      if (!bare.empty()) give(scheme_.object, bare.front());
    } else {
      // "condemned the attack and called on the authorities to …": one party after a verb joined by
      // و, which wants an object and something more, is that object.
      const bool joined = (trigger_.match.proclitics & kConjunction) != 0;
      const auto before = joined ? subject_of_verb_before(trigger_.head) : TokenSpan{};
      if (subject_is_pronoun(trigger_.head) || subject_in_ending(trigger_.head)) {
        if (!bare.empty()) give(scheme_.object, bare.front());
        out_.subject_omitted = true;
        prepositions(after);
        return;
      }
      if (!bare.empty() && (disagrees(bare.front()) || syntax_.is_oblique(bare.front().begin))) {
        give(scheme_.object, bare.front());
        if (bare.size() > 1 && !is_thing(bare[1]))
          give(subject_role, bare[1]);
        else
          give(subject_role, before);
        out_.subject_omitted = !has(subject_role);
        prepositions(after);
        return;
      }
      const bool goes_on =
          !before.empty() &&
          (bare.empty() || (bare.size() == 1 &&
                            (wants_more(after) || wants_other(after) || is_thing(bare.front()) ||
                             (own_object && wants_recipient(after)))));
      if (goes_on) {
        give(subject_role, before);
        if (!bare.empty()) give(scheme_.object, bare.front());
      } else {
        if (!bare.empty()) give(subject_role, bare.front());
        if (bare.size() > 1) give(scheme_.object, bare[1]);
        out_.subject_omitted = bare.empty();
      }
    }
    if (trigger_.match.enclitic != 0 && !head.empty()) give(scheme_.object, head);
    if (object_pronoun && head.empty()) by_pronoun(scheme_.object, trigger_.match.enclitic);
    prepositions(after);
  }

  // المواقع التي سيطرت عليها المقاومة (the posts that the resistance took): the preposition with a
  // pronoun takes up the noun before the relative, which is no subject.
  [[nodiscard]] bool takes_up_head() const {
    const uint32_t last = trigger_.tokens.end - 1;
    const auto takes_up = [&](uint32_t token) {
      return token < sentence_.end && syntax_.has_enclitic(token) &&
             (syntax_.at(token) == SyntaxClass::kPronoun ||
              syntax_.at(token) == SyntaxClass::kPreposition);
    };
    return (last > trigger_.head && takes_up(last)) || takes_up(trigger_.tokens.end);
  }

  // قرية يسيطر عليها داعش (a village that ISIS controls): a clause on the noun without article
  // right before the verb, which takes it up.
  [[nodiscard]] bool describes_noun_before() const {
    if (trigger_.head == sentence_.begin || !takes_up_head()) return false;
    const uint32_t before = trigger_.head - 1;
    return syntax_.at(before) == SyntaxClass::kNominal && !syntax_.is_definite(before) &&
           !syntax_.has_enclitic(before);
  }

  // حذرت من تداعيات استمرار القصف (warned of the consequences of further shelling): what follows a
  // trigger that ends in an open noun belongs to that noun and is no subject.
  void owner_of_object(std::vector<PrepositionPhrase>& after) const {
    const uint32_t last = trigger_.tokens.end - 1;
    if (scheme_.object == Role::kNone || last == trigger_.head ||
        syntax_.at(last) != SyntaxClass::kNominal || after.empty() || syntax_.is_definite(last) ||
        syntax_.has_enclitic(last) || syntax_.folded(last).ends_with("ا"))  // -an
      return;
    const auto& phrase = after.front();
    if (phrase.preposition.empty() && phrase.tokens.begin == trigger_.tokens.end)
      after.erase(after.begin());
  }

  // الممثلة المقيمة كليمنتين سلامي السلطات (the resident representative C. S. the authorities): of
  // three bare phrases a name in the middle belongs to the title before it.
  void step_over_name(std::vector<TokenSpan>& bare) const {
    if (bare.size() < 3) return;
    const bool name = std::any_of(
        mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
          return actor.kind == ActorKind::kPerson && actor.tokens.begin == bare[1].begin &&
                 actor.name_tokens.begin == actor.tokens.begin;
        });
    if (name) bare.erase(bare.begin() + 1);
  }

  // تضامن مع العمال حزب (stood with the workers a party): the preposition that ends the trigger
  // governs the phrase after it.
  void governed(std::vector<PrepositionPhrase>& after) {
    const uint32_t last = trigger_.tokens.end - 1;
    if (last == trigger_.head || syntax_.at(last) != SyntaxClass::kPreposition || after.empty())
      return;
    const auto& phrase = after.front();
    if (!phrase.preposition.empty() || phrase.tokens.begin != trigger_.tokens.end) return;
    Role role = reader_.role_of(syntax_.folded(last));
    if (role == Role::kNone) role = trigger_.is_verb ? scheme_.object : Role::kRecipient;
    give(role, phrase.tokens);
    after.erase(after.begin());
  }

  // اعتقلت خمسة أشخاص (she arrested five persons): a verb in the feminine has no man and no
  // masculine plural of people after it for its subject.
  [[nodiscard]] bool disagrees(TokenSpan phrase) const {
    const auto verb = syntax_.folded(trigger_.head);
    if ((trigger_.match.inflection & kFeminine) == 0 || !verb.ends_with("ت") ||  // -t, she
        trigger_.match.enclitic != 0)
      return false;
    const auto head = syntax_.folded(phrase.begin);
    const auto counted = [&](const QuantityMention& quantity) {
      return quantity.of_people && quantity.tokens.begin == phrase.begin &&
             quantity.tokens.size() > 1;
    };
    // three to ten take the ending that their noun has not
    if (std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(), counted))
      return head.ends_with("ه");  // -a
    // a man by his title: names alone do not tell
    return std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const auto& actor) {
      return actor.tokens.begin == phrase.begin && actor.kind == ActorKind::kPerson &&
             actor.name_tokens.begin != actor.tokens.begin && !head.ends_with("ه");  // -a
    });
  }

  // حثوا أنقرة (they urged Ankara): a verb in the plural has its subject in its ending, so that
  // what follows is its object.
  [[nodiscard]] bool subject_in_ending(uint32_t verb) const {
    if (trigger_.match.enclitic != 0) return false;
    const auto word = syntax_.folded(verb);
    if (word.ends_with("وا")) return true;  // -ū, they did
    return word.ends_with("ون") &&          // -ūna, they do
           (trigger_.match.inflection & kImperfect) != 0;
  }

  // إنها لم تستهدف السوق (that it did not target the market): the subject is the pronoun on إنّ, and
  // what follows the verb its object.
  [[nodiscard]] bool subject_is_pronoun(uint32_t verb) const {
    uint32_t at = verb;
    while (at > sentence_.begin && (syntax_.at(at - 1) == SyntaxClass::kNegation ||
                                    syntax_.at(at - 1) == SyntaxClass::kParticle))
      --at;
    if (at == sentence_.begin || (syntax_.at(at - 1) != SyntaxClass::kComplementiser &&
                                  syntax_.at(at - 1) != SyntaxClass::kSubordinator))
      return false;
    const auto word = syntax_.folded(at - 1);
    constexpr std::string_view kPronouns[] = {
        "انه",    // that he
        "انها",   // that she
        "انهم",   // that they
        "انهما",  // that both
        "اننا",   // that we
        "لكنه",   // but he
        "لكنها",  // but she
        "لكنهم",  // but they
        "لانه",   // because he
        "لانها",  // because she
    };
    return std::any_of(std::begin(kPronouns), std::end(kPronouns),
                       [&](std::string_view pronoun) { return word.ends_with(pronoun); });
  }

  // وأغلقت الطرق (and they closed the roads): what names neither a party nor people is an object.
  [[nodiscard]] bool is_thing(TokenSpan phrase) const {
    const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(phrase); };
    const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
    return scheme_.object != Role::kNone && !any(mentions_.actors) && !any(mentions_.quantities);
  }

  // حملت الحكومة المسؤولية (laid the responsibility on the government): the word that the verb's
  // frame asks for is no party. True where one was dropped.
  bool drop_own_object(std::vector<TokenSpan>& bare) const {
    if (bare.size() < 2 || trigger_.frame->type != "ACCUSE") return false;
    const auto& needs = trigger_.frame->needs;
    const auto own = [&](TokenSpan phrase) {
      return is_thing(phrase) &&
             std::find(needs.begin(), needs.end(), syntax_.folded(phrase.begin)) != needs.end();
    };
    return std::erase_if(bare, own) != 0;
  }

  [[nodiscard]] bool wants_recipient(const std::vector<PrepositionPhrase>& after) const {
    return scheme_.object == Role::kRecipient &&
           std::none_of(after.begin(), after.end(), [&](const PrepositionPhrase& phrase) {
             return !phrase.preposition.empty() &&
                    reader_.role_of(phrase.preposition) == Role::kRecipient;
           });
  }

  // والتقى رئيس المجلس (and met the speaker): a meeting wants two, and no "with" brings in the
  // other.
  [[nodiscard]] bool wants_other(const std::vector<PrepositionPhrase>& after) const {
    return scheme_.object == Role::kBoth &&
           std::none_of(after.begin(), after.end(), [&](const PrepositionPhrase& phrase) {
             return !phrase.preposition.empty() &&
                    reader_.role_of(phrase.preposition) == Role::kBoth;
           });
  }

  // Does a phrase with a preposition that the scheme knows nothing of follow (دعا X إلى Y)?
  [[nodiscard]] bool wants_more(const std::vector<PrepositionPhrase>& after) const {
    return scheme_.object == Role::kRecipient &&
           std::any_of(after.begin(), after.end(), [](const PrepositionPhrase& phrase) {
             return phrase.preposition == "الي" ||  // ilā, to
                    phrase.preposition == "علي" ||  // ʿalā, on (urged them on)
                    phrase.preposition == "ب";      // bi-, with
           });
  }

  [[nodiscard]] bool is_passive(const std::vector<PrepositionPhrase>& after,
                                const std::vector<TokenSpan>& bare, TokenSpan subject) const {
    if (trigger_.is_passive) return true;
    if (scheme_.passive_subject == Role::kNone) return false;
    for (const auto& phrase : after) {
      if (reader_.role_of(phrase.preposition) == Role::kAgent) return true;
    }
    if (trigger_.match.enclitic != 0) return false;
    if (is_active_by_spelling()) return false;
    const size_t parties = bare.size() + (subject.empty() ? 0 : 1);
    // "eight persons q-t-l-ū at least": so many people without arms were killed.
    if (scheme_.passive_by_default && is_counted_people(subject) && !is_armed(subject)) return true;
    if (parties != 1) return false;
    // One party alone: the verb's usual voice, unless the party is one that acts. Who kills kills
    // somebody: "a soldier q-t-l in the province" was killed.
    const auto only = subject.empty() ? bare.front() : subject;
    return scheme_.passive_by_default && !is_force(only) &&
           (subject.empty() || scheme_.is_result || !is_armed(only));
  }

  [[nodiscard]] bool is_counted_people(TokenSpan phrase) const {
    return !phrase.empty() && std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                                          [&](const QuantityMention& quantity) {
                                            return quantity.of_people &&
                                                   quantity.tokens.begin == phrase.begin;
                                          });
  }

  // اغتال (assassinated), أصاب (hit): with a long vowel before its last letter a past tense is
  // active; its passive is spelt with y.
  [[nodiscard]] bool is_active_by_spelling() const {
    if ((trigger_.match.inflection & kPerfect) == 0) return false;
    std::string_view word = syntax_.folded(trigger_.head);
    if (word.ends_with("ت")) word.remove_suffix(2);   // -t, she
    if (word.ends_with("وا")) word.remove_suffix(4);  // -ū, they
    constexpr size_t kLast = 2;                       // bytes of a letter
    return word.size() > 3 * kLast && word.substr(0, word.size() - kLast).ends_with("ا");  // ā
  }

  void prepositions(const std::vector<PrepositionPhrase>& phrases) {
    for (const auto& phrase : phrases) {
      if (!phrase.preposition.empty()) give(reader_.role_of(phrase.preposition), phrase.tokens);
    }
    prepositions_with_pronoun();
  }

  // اعتدوا عليه (they beat him): the preposition that brings in the recipient, with a pronoun.
  void prepositions_with_pronoun() {
    constexpr uint32_t kReach = 3;  // tokens
    if (has(Role::kRecipient)) return;
    const uint32_t end = std::min(sentence_.end, trigger_.tokens.end + kReach);
    for (uint32_t t = trigger_.tokens.end; t < end; ++t) {
      if (syntax_.at(t) == SyntaxClass::kVerb || syntax_.at(t) == SyntaxClass::kComma) return;
      for (const auto& preposition : scheme_.prepositions) {
        const auto word = syntax_.folded(t);
        if (preposition.role != Role::kRecipient || !word.starts_with(preposition.words)) continue;
        for (uint8_t k = 0; k < std::size(kEnclitics); ++k) {
          if (word.substr(preposition.words.size()) == kEnclitics[k]) {
            by_pronoun(Role::kRecipient, k + 1);
            return;
          }
        }
      }
    }
  }

  // `enclitic`: as in Match.
  void by_pronoun(Role role, unsigned enclitic) {
    if (role != Role::kRecipient || enclitic == 0) return;
    TokenSpan doer{};
    for (const auto& phrase : out_.phrases) {
      if (phrase.role == Role::kAgent) doer = phrase.tokens;
    }
    give(role, party_of_pronoun(trigger_.head, kEnclitics[enclitic - 1], doer, syntax_, mentions_));
  }

  // Adjectives of nationality after the noun: غارة أميركية (an American raid). Returns where they
  // end.
  uint32_t adjectives() {
    uint32_t at = trigger_.tokens.end;
    while (at < sentence_.end && syntax_.at(at) == SyntaxClass::kNominal &&
           syntax_.is_adjective(at) &&
           (syntax_.proclitics(at) & (kConjunction | kPrepositionB | kPrepositionL)) == 0) {
      for (const auto& actor : mentions_.actors) {
        if (actor.tokens.begin == at && !actor.code.empty()) give(scheme_.adjective, {at, at + 1});
      }
      ++at;
    }
    out_.reach.end = std::max(out_.reach.end, at);
    return at;
  }

  void noun() {
    out_.construction = "event-noun";
    if (scheme_.circumstantial && trigger_.tokens.begin > sentence_.begin &&
        syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kComma)
      give(scheme_.subject, subject_of_sentence(), true);
    const uint32_t tail = adjectives();
    const bool open = (trigger_.match.proclitics & kArticle) == 0 && trigger_.match.enclitic == 0 &&
                      tail == trigger_.tokens.end;
    auto after = reader_.phrases_after(tail);
    if (tail == trigger_.tokens.end) governed(after);
    const Match* light = nullptr;
    if (open && !after.empty() && after.front().preposition.empty() &&
        after.front().tokens.begin == tail && light_at(tail, light) == nullptr) {
      construct(after);
      after.erase(after.begin());
    }
    const bool owned = open_to_owner(after);
    if (owned) {
      const TokenSpan owner = after.front().tokens;
      const bool armed = begins_with_weapon(owner) || begins_with_armed(owner);
      give(armed ? Role::kAgent : Role::kRecipient, owner, armed);
      after.erase(after.begin());
    }
    const size_t owners = out_.phrases.size();
    prepositions(after);
    if (trigger_.match.enclitic != 0) owner();
    // مطالبته الحلفاء (his demand of the allies)
    if (trigger_.match.enclitic != 0 && scheme_.object == Role::kRecipient && !after.empty() &&
        after.front().preposition.empty() && after.front().tokens.begin == tail)
      give(Role::kRecipient, after.front().tokens);
    if (!light_before() || light_right_after(tail)) event_as_subject(tail);
    relative_clause(tail);
    if (owned) owner_suffers(owners);
  }

  // نصبت المقاومة كمينا للميليشيات (the resistance laid an ambush for the militias): where a verb
  // names who made it, the owner is whom it was made for. `owners`: phrases up to the owner.
  void owner_suffers(size_t owners) {
    const bool made =
        std::any_of(out_.phrases.begin() + static_cast<std::ptrdiff_t>(owners), out_.phrases.end(),
                    [](const RolePhrase& phrase) { return phrase.role == Role::kAgent; });
    for (size_t i = 0; made && i < owners; ++i) {
      if (out_.phrases[i].role != Role::kAgent) continue;
      out_.phrases[i].role = Role::kRecipient;
      out_.phrases[i].sure = false;
    }
  }

  // هجوم للمقاومة (an attack of the resistance's), but also تعرض لقصف للقرية: an armed party owns
  // the attack, anybody else suffers it.
  [[nodiscard]] bool open_to_owner(const std::vector<PrepositionPhrase>& after) const {
    return scheme_.construct == Role::kArmedAgent && trigger_.match.enclitic == 0 &&
           (trigger_.match.proclitics & kArticle) == 0 && !has(Role::kAgent) &&
           !has(Role::kRecipient) && !after.empty() && after.front().preposition == "ل" &&  // li-
           after.front().tokens.begin <= out_.reach.end;
  }

  // إطلاق نار استهدف مروحية: whatever governs the noun, the light verb right behind it tells whom
  // it hit.
  [[nodiscard]] bool light_right_after(uint32_t tail) const {
    const Match* match = nullptr;
    return tail < sentence_.end && !has(Role::kRecipient) && light_at(tail, match) != nullptr;
  }

  // أبلغ الرئيس الملك تأييده (told the king of his support): on the object of a verb the pronoun is
  // the verb's subject; انسحابهم (their withdrawal): else the nearest party named before it in the
  // sentence.
  void owner() {
    if (const auto subject = subject_of_governor(); !subject.empty()) {
      give(scheme_.construct, subject);
      return;
    }
    const ActorMention* nearest = nullptr;
    for (const auto& actor : mentions_.actors) {
      if (sentence_.contains(actor.tokens) && actor.tokens.end <= trigger_.tokens.begin &&
          !actor.adjective)
        nearest = &actor;
    }
    if (nearest != nullptr) give(scheme_.construct, nearest->tokens);
  }

  // The subject of the verb that has this noun right for its object: no preposition on or before
  // it, and but phrases with prepositions between.
  [[nodiscard]] TokenSpan subject_of_governor() const {
    if (!fused_preposition(trigger_.match.proclitics).empty() ||
        trigger_.tokens.begin == sentence_.begin ||
        syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kPreposition)
      return {};
    for (uint32_t t = trigger_.tokens.begin; t > sentence_.begin; --t) {
      const auto c = syntax_.at(t - 1);
      if (c == SyntaxClass::kComplementiser || c == SyntaxClass::kSubordinator ||
          c == SyntaxClass::kBreak)
        return {};
      if (c != SyntaxClass::kVerb || after_relative(t - 1)) continue;
      const auto before = subject_before(t - 1);
      return before.empty() ? first_bare(t) : before;
    }
    return {};
  }

  // قصف الجيش للقرية, قصف القرية: the doer first when something follows for it to act on.
  void construct(const std::vector<PrepositionPhrase>& after) {
    Role role = scheme_.construct;
    if (role == Role::kArmedAgent && after.size() > 1) {
      // استهداف مواقع للتنظيم (the targeting of posts of the group's): posts target nobody.
      const bool acted_on = (reader_.role_of(after[1].preposition) == Role::kRecipient ||
                             after[1].preposition.empty()) &&
                            names_party(after.front().tokens);
      if (acted_on && after[1].tokens.begin <= after.front().tokens.end + 1) role = Role::kAgent;
      if (after[1].preposition.empty() && role == Role::kAgent)
        give(Role::kRecipient, after[1].tokens);
    }
    // اعتقال الشرطة لثلاثة شبان (the police's arrest of three youths)
    if (role == Role::kRecipient && after.size() > 1 && after[1].preposition == "ل" &&  // li-, of
        scheme_.object == Role::kRecipient && after[1].tokens.begin == after.front().tokens.end &&
        begins_with_armed(after.front().tokens)) {
      role = Role::kAgent;
      give(Role::kRecipient, after[1].tokens);
    }
    give(role, after.front().tokens);
  }

  [[nodiscard]] const LightVerb* light_at(uint32_t token, const Match*& match) const {
    for (const auto& candidate : light_) {
      if (candidate.tokens.begin == token && syntax_.at(token) != SyntaxClass::kPreposition) {
        match = &candidate;
        return knowledge_.light_verbs.find(candidate.row);
      }
    }
    return nullptr;
  }

  // A light verb to the left that governs this noun: شن التحالف غارات, تعرض السجن لقصف. Relative
  // clauses between the two are stepped over: "the prison, which holds thousands, came under
  // shelling".
  bool light_before() {
    const uint32_t limit =
        trigger_.tokens.begin - std::min(trigger_.tokens.begin - sentence_.begin, kFarthestLight);
    for (uint32_t t = trigger_.tokens.begin; t > limit; --t) {
      const Match* match = nullptr;
      const LightVerb* verb = light_at(t - 1, match);
      if (verb != nullptr) return governs(*verb, *match);
      const auto word_class = syntax_.at(t - 1);
      if (word_class == SyntaxClass::kVerb && !after_relative(t - 1))
        return false;  // another verb stands between
      if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kBreak)
        return false;
    }
    return false;
  }

  // After a relative pronoun, or right after an indefinite noun that the verb's pronoun takes up:
  // مدرسة تديرها الوكالة (a school that the agency runs).
  [[nodiscard]] bool after_relative(uint32_t token) const {
    if (token <= sentence_.begin) return false;
    const auto before = syntax_.at(token - 1);
    return before == SyntaxClass::kRelative ||
           (before == SyntaxClass::kNominal && !syntax_.is_definite(token - 1) &&
            syntax_.has_enclitic(token));
  }

  // أعلنت الشرطة مقتل اثنين في هجوم: the attack is no object of "announced". A series of raids
  // (سلسلة من الغارات) is.
  [[nodiscard]] bool behind_preposition() const {
    const uint32_t before = trigger_.tokens.begin - 1;  // the light verb stands further left
    return syntax_.at(before) == SyntaxClass::kPreposition &&
           syntax_.folded(before) != "من";  // min, of
  }

  // عقدت اجتماعا لبحث تداعيات حرق (met to discuss the consequences of the burning): the event ends
  // a construct that hangs on a preposition.
  [[nodiscard]] bool hangs_on_preposition() const {
    uint32_t t = trigger_.tokens.begin;
    if (syntax_.folded(t).ends_with("ا")) return false;  // -an: an object of its own
    while (t > sentence_.begin && syntax_.at(t - 1) == SyntaxClass::kNominal &&
           !syntax_.is_definite(t - 1) && !syntax_.has_enclitic(t - 1) &&
           !syntax_.is_adjective(t - 1)) {
      --t;
      if (!fused_preposition(syntax_.proclitics(t)).empty()) return true;
      if ((syntax_.proclitics(t) & kConjunction) != 0) return false;
    }
    return false;
  }

  // أعلنت المصادر مقتل شخصين في هجوم وانفجار (announced the death of two in an attack and a blast):
  // the verb's object is the death.
  [[nodiscard]] bool harm_between(uint32_t from) const {
    return std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                       [&](const QuantityMention& quantity) {
                         return quantity.tokens.begin >= from && quantity.of_people &&
                                quantity.tokens.end <= trigger_.tokens.begin;
                       });
  }

  // تعرضت القوات لهجوم (the forces were exposed to an attack), with both words in the trigger.
  [[nodiscard]] bool suffers() const {
    if (trigger_.tokens.size() < 2) return false;
    const Match* match = nullptr;
    const LightVerb* verb = light_at(trigger_.head, match);
    return verb != nullptr && verb->subject == Role::kRecipient;
  }

  bool governs(const LightVerb& verb, const Match& match) {
    const bool adjacent = match.tokens.end == trigger_.tokens.begin;
    TokenSpan between{};
    if (!adjacent) between = syntax_.noun_phrase(match.tokens.end);
    // أطلق جنود النار (opened soldiers fire): the event's word is no part of the party before it.
    between.end = std::max(between.begin, std::min(between.end, trigger_.tokens.begin));
    TokenSpan before = subject_before(match.tokens.begin);
    if (before.empty()) before = antecedent(match.tokens.begin);
    // "took the area, … and carried out a sweep": the verb before has the subject.
    if (before.empty() && between.empty() && (match.proclitics & kConjunction) != 0)
      before = subject_of_verb_before(match.tokens.begin);
    switch (verb.event_at) {
      case LightVerb::EventAt::kSubject:
        if (!adjacent && !is_ranked(match.tokens.end)) return false;
        light(verb, verb.object, first_bare(out_.reach.end));
        return true;
      case LightVerb::EventAt::kObject:
        // أعلنت الشرطة مقتل سبعة (the police announced the death of seven): nobody carries out a
        // death.
        if (scheme_.is_result || !fused_preposition(trigger_.match.proclitics).empty() ||
            behind_preposition() || hangs_on_preposition() ||
            (!adjacent && harm_between(match.tokens.end)))
          return false;
        light(verb, verb.subject, before.empty() ? between : before);
        out_.subject_omitted = before.empty() && between.empty();
        return true;
      case LightVerb::EventAt::kPreposition: {
        const bool fused = fused_preposition(trigger_.match.proclitics) == verb.preposition;
        const uint32_t last = trigger_.tokens.begin - 1;  // the verb stands before
        const bool word = syntax_.folded(last) == verb.preposition;
        const auto any = syntax_.folded(last);
        const bool on_any = any.starts_with(verb.preposition) &&
                            (any.ends_with("اي") || any.ends_with("ايه")) &&  // لأي, to any
                            any.size() <= verb.preposition.size() + 6;
        if (!fused && !word && !on_any) return false;
        light(verb, verb.subject, before.empty() ? between : before);
        return true;
      }
    }
    return false;
  }

  // استهدف آخر هجوم (targeted the last attack): a word of rank alone between verb and event.
  [[nodiscard]] bool is_ranked(uint32_t token) const {
    constexpr std::string_view kRanks[] = {
        "اخر",   // last
        "اول",   // first
        "ثاني",  // second
        "ثالث",  // third
        "احدث",  // latest
        "اعنف",  // most violent
    };
    return token + 1 == trigger_.tokens.begin &&
           std::find(std::begin(kRanks), std::end(kRanks), syntax_.folded(token)) !=
               std::end(kRanks);
  }

  [[nodiscard]] TokenSpan first_bare(uint32_t from) const {
    for (const auto& phrase : reader_.phrases_after(from)) {
      if (phrase.preposition.empty()) return phrase.tokens;
    }
    return {};
  }

  void light(const LightVerb& verb, Role role, TokenSpan phrase, bool sure = false) {
    out_.construction = "light-verb";
    if (verb.factuality) out_.factuality = verb.factuality;
    if (!phrase.empty() && !phrase.overlaps(trigger_.tokens)) give(role, phrase, sure);
  }

  // نفذته قوات الأمن (the security forces carried it out): the pronoun is the event. Rows that list
  // their forms have it in the form.
  [[nodiscard]] bool has_object_pronoun(const Match& verb) const {
    const uint32_t last = verb.tokens.end - 1;
    if (verb.enclitic != 0 || syntax_.has_enclitic(last)) return true;
    const auto word = syntax_.folded(last);
    return syntax_.at(last) == SyntaxClass::kVerb && (word.ends_with("ه") || word.ends_with("ها"));
  }

  // الهجمات التي وقعت في يوليو نفذها … (the attacks that took place in July were made by …): where
  // the clause of the noun goes on behind one that says only when or where it was.
  [[nodiscard]] uint32_t over_that_happened(uint32_t relative) const {
    const Match* match = nullptr;
    if (relative + 1 >= sentence_.end || syntax_.at(relative) != SyntaxClass::kRelative)
      return relative;
    const LightVerb* verb = light_at(relative + 1, match);
    const bool happened = verb != nullptr && verb->event_at == LightVerb::EventAt::kSubject &&
                          verb->object == Role::kNone;
    return happened ? sentence_.end : relative;
  }

  // The event noun as subject of a light verb to its right: القصف طال السوق, هجوم استهدف دورية.
  void event_as_subject(uint32_t tail) {
    const auto clause = syntax_.phrase_clause(trigger_.head);
    const uint32_t end = over_that_happened(clause.end);
    for (uint32_t t = tail; t < std::min(end, tail + kFarthestRole); ++t) {
      if (syntax_.at(t) == SyntaxClass::kComma) return;
      const Match* match = nullptr;
      const LightVerb* verb = light_at(t, match);
      if (verb != nullptr && t > sentence_.begin && syntax_.at(t - 1) == SyntaxClass::kRelative &&
          clause.end == t - 1)
        continue;
      if (verb == nullptr && syntax_.at(t) == SyntaxClass::kVerb) return;
      if (verb == nullptr) continue;
      if (verb->event_at == LightVerb::EventAt::kObject && has_object_pronoun(*match)) {
        light(*verb, verb->subject, first_bare(match->tokens.end), true);
        return;
      }
      if (verb->event_at != LightVerb::EventAt::kSubject || verb->object == Role::kNone) return;
      if (trigger_.tokens.begin != clause.begin &&
          syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kNominal)
        return;
      for (const auto& phrase : reader_.phrases_after(match->tokens.end)) {
        if (!phrase.preposition.empty()) continue;
        light(*verb, verb->object, phrase.tokens);
        return;
      }
    }
  }

  // The relative pronoun behind the event noun, over nouns that belong to it; the sentence's end
  // where none follows.
  [[nodiscard]] uint32_t relative_on_event(uint32_t tail) const {
    constexpr uint32_t kFarthest = 6;  // tokens
    for (uint32_t t = tail; t < std::min(sentence_.end, tail + kFarthest); ++t) {
      if (syntax_.at(t) == SyntaxClass::kRelative) return t;
      if (syntax_.at(t) != SyntaxClass::kNominal && syntax_.at(t) != SyntaxClass::kPreposition)
        break;
    }
    return sentence_.end;
  }

  // الهجوم الذي شنه التنظيم: the relative clause's light verb, with a pronoun for the event, names
  // the doer.
  void relative_clause(uint32_t tail) {
    const uint32_t relative = relative_on_event(tail);
    if (relative == sentence_.end) return;
    const Match* match = nullptr;
    const LightVerb* verb = relative + 1 < sentence_.end ? light_at(relative + 1, match) : nullptr;
    if (verb == nullptr) return;
    if (relative != tail) {
      // غارات الطائرات التي تشنها الولايات المتحدة (the raids of the aircraft that the US makes):
      // the pronoun is the event, and who makes it its doer, not what it is made with.
      if (verb->event_at != LightVerb::EventAt::kObject || !has_object_pronoun(*match)) return;
      std::erase_if(out_.phrases, [&](const RolePhrase& phrase) {
        return phrase.role == verb->subject && is_weapon(phrase.tokens);
      });
    }
    const auto after = reader_.phrases_after(match->tokens.end);
    for (const auto& phrase : after) {
      if (!phrase.preposition.empty()) continue;
      const bool as_subject = verb->event_at == LightVerb::EventAt::kSubject;
      light(*verb, as_subject ? verb->object : verb->subject, phrase.tokens,
            !as_subject && has_object_pronoun(*match));
      break;
    }
    prepositions(after);
  }

  const Trigger& trigger_;
  const RoleScheme& scheme_;
  const Syntax& syntax_;
  const EventKnowledge& knowledge_;
  std::span<const Match> light_;
  const Mentions& mentions_;
  TokenSpan sentence_;
  RolePhraseReader reader_;
  Roles out_;
};

}  // namespace

Roles find_roles(const Trigger& trigger, const Syntax& syntax, const EventKnowledge& knowledge,
                 std::span<const Match> light, const Mentions& mentions) {
  return RoleFinder(trigger, syntax, knowledge, light, mentions).run();
}

}  // namespace isnad
