// SPDX-License-Identifier: Apache-2.0
// See role_bars.h. What the construction of the event itself says is stronger than most bars.
#include "isnad/event/role_bars.h"

#include <algorithm>

namespace isnad {
namespace {

bool is_party_role(Role role) {
  return role == Role::kAgent || role == Role::kRecipient || role == Role::kBoth ||
         role == Role::kArmedAgent;
}

// Events of words: who tells, asks or blames in them is seldom who does the deed spoken of.
bool is_of_words(std::string_view type) {
  return type == "ACCUSE" || type == "REQUEST" || type == "REJECT" || type == "SUPPORT" ||
         type == "CONSULT";
}

bool is_deed(std::string_view type) { return type == "ASSAULT" || type == "COERCE"; }

class Barrier {
 public:
  Barrier(const RoleSetting& setting, const ToldEvent& event, const RoleCandidate& candidate)
      : in_(setting),
        event_(event),
        it_(candidate),
        sentence_(setting.syntax.sentence_of(event.trigger->head).tokens),
        by_rule_(is_party_role(candidate.rule)) {}

  [[nodiscard]] RoleBars run() const {
    if (is_adverbial()) return {"adverbial", "adverbial"};
    if (is_bare_adjective()) return {"adjective", "adjective"};
    if (is_source_of_words()) return {"source", "source"};
    if (has_own_verb()) return {"own-verb", "own-verb"};
    RoleBars bars;
    if (is_mere_place() || is_event() || is_mere_weapon())
      bars.agent = "thing";
    else if (is_victim())
      bars.agent = "victim";
    else if (is_part())
      bars.agent = "part";
    else if (is_teller())
      bars.agent = "teller";
    else if (is_of_speaker() || only_speaks())
      bars.agent = "of-speaker";
    else if (speaks_of_it())
      bars.agent = "speaks";
    else if (only_reports_it())
      bars.agent = "reports";
    else if (is_circumstance())
      bars.agent = "circumstance";
    else if (is_landmark())
      bars.agent = "landmark";
    else if (is_loose_adjective())
      bars.agent = "loose";
    else if (announces_harm())
      bars.agent = "announces";
    else if (owns_recipient())
      bars.agent = "owner";
    else if (stands_aside())
      bars.agent = "aside";
    else if (is_of_passive())
      bars.agent = "passive";
    else if (is_apposition())
      bars.agent = "apposition";
    else if (tells_of_it_after())
      bars.agent = "after";
    if (is_name_of_doer())
      bars.recipient = "aside";
    else if (is_part())
      bars.recipient = "part";
    else if (is_other_attack())
      bars.recipient = "event";
    else if (is_loose_adjective())
      bars.recipient = "loose";
    else if (is_circumstance())
      bars.recipient = "circumstance";
    else if (is_named_speaker())
      bars.recipient = "speaker";
    else if (stands_aside())
      bars.recipient = "aside";
    else if (is_of_next_verb())
      bars.recipient = "next";
    return bars;
  }

 private:
  template <typename Mention>
  [[nodiscard]] bool touches(const std::vector<Mention>& all) const {
    return std::any_of(all.begin(), all.end(),
                       [&](const Mention& mention) { return mention.tokens.overlaps(it_.tokens); });
  }

  // "were killed at least 26 of the forces": whom a passive is about, though the construction was
  // not understood.
  [[nodiscard]] bool is_of_passive() const {
    const uint32_t from = event_.trigger->tokens.end;
    if (!event_.trigger->is_verb || event_.roles->construction != "passive-verb" || by_rule_ ||
        it_.tokens.begin < from || it_.elsewhere)
      return false;
    if ((in_.syntax.proclitics(it_.tokens.begin) & (kPrepositionB | kPrepositionL)) != 0)
      return false;
    for (uint32_t t = from; t < it_.tokens.begin; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kVerb || in_.syntax.at(t) == SyntaxClass::kComma)
        return false;
    }
    return it_.tokens.begin == from ||
           in_.syntax.at(it_.tokens.begin - 1) != SyntaxClass::kPreposition;
  }

  // --- nobody ----------------------------------------------------------------------------------

  // A nationality says whose only what it stands by is: an American raid, Israeli aircraft; in "the
  // Afghan capital" it suffers nothing.
  [[nodiscard]] bool is_loose_adjective() const {
    if (it_.actor == nullptr || !it_.actor->adjective || it_.rule != Role::kNone) return false;
    uint32_t noun = it_.tokens.begin;
    while (noun > sentence_.begin && in_.syntax.is_adjective(noun)) --noun;
    const auto holds = [&](TokenSpan span) { return span.contains(noun); };
    return !std::any_of(in_.events.begin(), in_.events.end(),
                        [&](const ToldEvent& other) { return holds(other.trigger->tokens); }) &&
           !std::any_of(in_.mentions.weapons.begin(), in_.mentions.weapons.end(),
                        [&](const auto& weapon) { return holds(weapon.tokens); });
  }

  // "the bloody": an adjective that stands for nobody.
  [[nodiscard]] bool is_bare_adjective() const {
    return it_.actor == nullptr && !by_rule_ && it_.tokens.size() == 1 &&
           in_.syntax.is_adjective(it_.tokens.begin) && !touches(in_.mentions.quantities) &&
           !touches(in_.mentions.places);
  }

  // "raids on the countryside, and the government reinforces its posts": who begins a clause behind
  // the event.
  [[nodiscard]] bool has_own_verb() const {
    return !by_rule_ && !it_.elsewhere && it_.tokens.begin >= event_.trigger->tokens.end &&
           in_.syntax.begins_clause(it_.tokens);
  }

  // "for his part", "in its turn".
  [[nodiscard]] bool is_adverbial() const {
    if (it_.tokens.size() != 1) return false;
    static constexpr std::string_view kParts[] = {
        "جانب",  // side
        "جهت",   // direction
        "دور",   // turn
        "ناحيت"  // respect
    };
    const auto word = in_.syntax.folded(it_.tokens.begin);
    return std::any_of(std::begin(kParts), std::end(kParts), [&](std::string_view part) {
      // after one letter of a preposition at most, and before a pronoun
      const size_t at = word.find(part);
      return at <= 2 && (word.ends_with("ه") ||   // his
                         word.ends_with("ها") ||  // her
                         word.ends_with("هم"));   // their
    });
  }

  // "a statement", or a witness, an official, a source right after "said": words are told by them,
  // deeds done by others.
  [[nodiscard]] bool is_source_of_words() const {
    if (it_.rule != Role::kNone || !is_deed(event_.trigger->frame->type)) return false;
    if (it_.actor != nullptr && !it_.actor->name.empty()) return false;
    return in_.reporting[it_.tokens.begin] && (by_reporting_word() || is_document());
  }

  [[nodiscard]] bool is_document() const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return match.tokens.begin == it_.tokens.begin &&
             in_.knowledge.reporting.contains(match.row) &&
             in_.lexicon.field(match.row, "form") == "document";
    });
  }

  // --- no agent --------------------------------------------------------------------------------

  // "the clashes of the Green Zone": where it was is not who did it. Countries and capitals that
  // act are parties.
  [[nodiscard]] bool is_mere_place() const {
    return it_.actor == nullptr && touches(in_.mentions.places);
  }

  // "blew up his explosive belt": what it was done with; a word of harm.
  [[nodiscard]] bool is_mere_weapon() const {
    return it_.actor == nullptr && !by_rule_ &&
           (touches(in_.mentions.weapons) || is_harm(it_.tokens.begin));
  }

  // "the dead of the battles": an event does nothing.
  [[nodiscard]] bool is_event() const {
    return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
      return it_.actor == nullptr && other.trigger->tokens.overlaps(it_.tokens);
    });
  }

  // "four dead and dozens of wounded"; "ten workers were killed in a raid".
  [[nodiscard]] bool is_victim() const {
    const auto& quantities = in_.mentions.quantities;
    const bool counted_as_harmed =
        std::any_of(quantities.begin(), quantities.end(), [&](const QuantityMention& quantity) {
          return quantity.harm != Harm::kNone && quantity.tokens.overlaps(it_.tokens);
        });
    if (counted_as_harmed || beside_result() || is_in_the_ranks()) return true;
    return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
      if (other.trigger == event_.trigger || !scheme_of(other).is_result) return false;
      return gives(other, Role::kRecipient);
    });
  }

  // "dead and wounded in the ranks of the army, among the detainees".
  [[nodiscard]] bool is_in_the_ranks() const {
    if (it_.tokens.begin < sentence_.begin + 2) return false;
    const uint32_t before = it_.tokens.begin - 1;
    if (in_.syntax.folded(before) == "بين") return is_harm(before - 1);  // among
    const auto ranks = in_.syntax.folded(before);
    const auto in = in_.syntax.folded(before - 1);
    return (ranks == "صفوف" || ranks == "اوساط") &&    // ranks, circles
           (in == "في" || in == "بين" || in == "من");  // in, among, of
  }

  // جرحى (wounded), إصابات (injuries)
  [[nodiscard]] bool is_harm(uint32_t token) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return match.tokens.contains(token) && in_.knowledge.harm_words.find(match.row) != nullptr;
    });
  }

  // قتل عشرة عمال (were killed ten workers): counted people beside the verb of a result.
  [[nodiscard]] bool beside_result() const {
    const bool counted =
        std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                    [&](const QuantityMention& quantity) {
                      return quantity.of_people && quantity.tokens.begin == it_.tokens.begin;
                    });
    if (!counted) return false;
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      if (match.tokens.end != it_.tokens.begin && match.tokens.begin != it_.tokens.end)
        return false;
      const Frame* frame = in_.knowledge.frames.find(match.row);
      return frame != nullptr && in_.knowledge.schemes[frame->scheme].is_result;
    });
  }

  // "among them two children": a part of those harmed.
  [[nodiscard]] bool is_part() const {
    const auto& quantities = in_.mentions.quantities;
    return !by_rule_ &&
           std::any_of(quantities.begin(), quantities.end(), [&](const QuantityMention& quantity) {
             return quantity.part_of && quantity.tokens.overlaps(it_.tokens);
           });
  }

  // "the mission condemned the attack": the doer of a verb of words is not the doer of the deed
  // that it speaks of.
  [[nodiscard]] bool speaks_of_it() const {
    if (it_.rule != Role::kNone || !is_deed(event_.trigger->frame->type)) return false;
    return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
      return is_of_words(other.trigger->frame->type) && sentence_.contains(other.trigger->tokens) &&
             other.trigger->tokens.end <= event_.trigger->tokens.begin &&
             (gives(other, Role::kAgent) || gives(other, Role::kBoth));
    });
  }

  // "the officer of the joint force A. said that clashes broke out": whose the man is who tells it,
  // not who does it.
  [[nodiscard]] bool is_of_speaker() const {
    if (by_rule_ || it_.elsewhere || by_reporting_word() || !is_deed(event_.trigger->frame->type) ||
        it_.tokens.end > event_.trigger->tokens.begin)
      return false;
    bool said = false;
    for (uint32_t t = it_.tokens.begin; t > sentence_.begin && !said; --t) {
      if (in_.syntax.at(t - 1) != SyntaxClass::kNominal && !in_.reporting[t - 1]) return false;
      said = in_.reporting[t - 1];
    }
    for (uint32_t t = it_.tokens.end; said && t < event_.trigger->tokens.begin; ++t) {
      if (in_.syntax.at(t) != SyntaxClass::kComplementiser) continue;
      const auto that = in_.syntax.folded(t);  // "that it" may be his side after all
      return !that.ends_with("ه") && !that.ends_with("ها") && !that.ends_with("هم");
    }
    return false;
  }

  // "the army said that Russia launched": who tells it does not do it where what is told has a doer
  // of its own.
  [[nodiscard]] bool is_teller() const {
    if (by_rule_ || it_.elsewhere || !by_reporting_word()) return false;
    const auto& phrases = event_.roles->phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
      if (phrase.role != Role::kAgent || phrase.tokens.begin < it_.tokens.end) return false;
      for (uint32_t t = it_.tokens.end; t < phrase.tokens.begin; ++t) {
        if (in_.syntax.at(t) == SyntaxClass::kComplementiser) return true;
      }
      return false;
    });
  }

  // "the police said that the car was hit", "the official confirmed the death of the general": who
  // bears no arms and tells of harm tells only. Behind "that he" he may speak of himself.
  [[nodiscard]] bool only_speaks() const {
    if (by_rule_ || it_.elsewhere || !is_deed(event_.trigger->frame->type) || may_strike() ||
        it_.tokens.end > event_.trigger->tokens.begin || !has_said())
      return false;
    for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin; ++t) {
      const auto word_class = in_.syntax.at(t);
      if (word_class == SyntaxClass::kVerb) return false;
      if (word_class != SyntaxClass::kComplementiser) continue;
      const auto that = in_.syntax.folded(t);
      return !that.ends_with("ه") && !that.ends_with("ها") && !that.ends_with("هم");
    }
    return scheme_of(event_).is_result || event_.trigger->frame->means.empty();
  }

  // Does a word that brings in a narrator govern the candidate, over nouns and prepositions alone?
  [[nodiscard]] bool has_said() const {
    for (uint32_t t = it_.tokens.begin; t > sentence_.begin; --t) {
      if (in_.reporting[t - 1]) return true;
      const auto word_class = in_.syntax.at(t - 1);
      if (word_class != SyntaxClass::kNominal && word_class != SyntaxClass::kPreposition)
        return false;
    }
    return false;
  }

  // Forces, armed groups and states make what they tell of, often enough; police and ministries
  // arrest and close, but seldom attack.
  [[nodiscard]] bool may_strike() const {
    if (it_.actor == nullptr) return false;
    if (it_.actor->kind == ActorKind::kArmedGroup) return true;
    const std::string_view sector = it_.actor->sector;
    return it_.actor->kind == ActorKind::kState &&
           (event_.trigger->frame->type != "ASSAULT" || sector.empty() ||
            sector.starts_with("MIL") || sector.starts_with("SPY"));
  }

  // "the killing of the general, former chief of staff": what is set beside the recipient is he.
  [[nodiscard]] bool is_apposition() const {
    if (by_rule_ || it_.elsewhere) return false;
    return std::any_of(event_.roles->phrases.begin(), event_.roles->phrases.end(),
                       [&](const RolePhrase& phrase) {
                         return phrase.role == Role::kRecipient && is_set_beside(phrase.tokens);
                       });
  }

  // "met the minister, A. B., the director": a man's name behind the comma after the doer is his.
  [[nodiscard]] bool is_name_of_doer() const {
    if (by_rule_ || it_.elsewhere || it_.actor == nullptr ||
        it_.actor->kind != ActorKind::kPerson || it_.tokens.begin < sentence_.begin + 2 ||
        in_.syntax.at(it_.tokens.begin - 1) != SyntaxClass::kComma ||
        in_.syntax.proclitics(it_.tokens.begin) != 0)
      return false;
    const auto& phrases = event_.roles->phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
      return (phrase.role == Role::kAgent || phrase.role == Role::kBoth) &&
             phrase.tokens.end < it_.tokens.begin &&
             in_.syntax.phrase_clause(phrase.tokens.begin).end == it_.tokens.begin - 1;
    });
  }

  // "…, director of operations in the army's command, …": the remark with a comma before it holds
  // the candidate, and no verb and no conjunction.
  [[nodiscard]] bool is_set_beside(TokenSpan phrase) const {
    if (phrase.end >= it_.tokens.begin || in_.syntax.at(phrase.end) != SyntaxClass::kComma ||
        in_.syntax.at(phrase.end + 1) != SyntaxClass::kNominal ||
        (in_.syntax.proclitics(phrase.end + 1) & ~unsigned{kArticle}) != 0)
      return false;
    for (uint32_t t = phrase.end + 1; t < it_.tokens.begin; ++t) {
      if (in_.syntax.at(t) != SyntaxClass::kNominal &&
          in_.syntax.at(t) != SyntaxClass::kPreposition)
        return false;
    }
    return it_.tokens.end >= sentence_.end ||
           in_.syntax.at(it_.tokens.end) == SyntaxClass::kComma ||
           in_.syntax.at(it_.tokens.end) == SyntaxClass::kBreak;
  }

  // "the kidnapping, which the ministry denied": who has a word of speech behind the deed.
  [[nodiscard]] bool tells_of_it_after() const {
    return !by_rule_ && !it_.elsewhere && is_deed(event_.trigger->frame->type) &&
           it_.tokens.begin > event_.trigger->tokens.end && in_.reporting[it_.tokens.begin - 1];
  }

  // "the attack comes a day after the kidnapping of eight": no attack is made on another.
  [[nodiscard]] bool is_other_attack() const {
    return event_.trigger->frame->type == "ASSAULT" &&
           std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
             return other.trigger != event_.trigger && !other.trigger->is_verb &&
                    other.trigger->frame->type == "ASSAULT" &&
                    other.trigger->tokens.contains(it_.tokens.begin);
           });
  }

  // "the agency said that …": outlets and monitors by a reporting word.
  [[nodiscard]] bool only_reports_it() const {
    if (it_.rule != Role::kNone || it_.actor == nullptr || !by_reporting_word()) return false;
    return it_.actor->kind == ActorKind::kMedia || it_.actor->kind == ActorKind::kMonitor;
  }

  // "in front of the headquarters", "inside the police station": what a deed was near.
  [[nodiscard]] bool is_landmark() const {
    if (by_rule_ || it_.elsewhere || it_.tokens.begin == sentence_.begin) return false;
    static constexpr std::string_view kNear[] = {
        "امام",   // in front of
        "قباله",  // opposite
        "قرب",    // near
        "داخل",   // inside
        "خارج",   // outside
        "حول",    // around
        "بجوار",  // beside
    };
    const auto before = in_.syntax.folded(it_.tokens.begin - 1);
    return std::find(std::begin(kNear), std::end(kNear), before) != std::end(kNear);
  }

  // "the police announced the death of seven in a bombing": between whoever says it and the deed
  // stand those it harmed.
  [[nodiscard]] bool announces_harm() const {
    if (it_.rule != Role::kNone || it_.elsewhere || !by_reporting_word() ||
        !is_deed(event_.trigger->frame->type))
      return false;
    const auto between = [&](TokenSpan span) {
      return span.begin >= it_.tokens.end && span.end <= event_.trigger->tokens.begin;
    };
    return std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                       [&](const auto& quantity) {
                         return quantity.of_people && between(quantity.tokens);
                       }) ||
           std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
             return scheme_of(other).is_result && between(other.trigger->tokens);
           });
  }

  // "hit a checkpoint of the army's": whose the thing hit was.
  [[nodiscard]] bool owns_recipient() const {
    if (by_rule_ || it_.elsewhere || (in_.syntax.proclitics(it_.tokens.begin) & kPrepositionL) == 0)
      return false;
    return std::any_of(
        event_.roles->phrases.begin(), event_.roles->phrases.end(), [&](const RolePhrase& phrase) {
          return phrase.role == Role::kRecipient && phrase.tokens.begin < it_.tokens.begin &&
                 it_.tokens.begin <= phrase.tokens.end + 2;
        });
  }

  // "the prison, which holds fighters of the group, came under fire": who is named in a clause that
  // describes another, and that a comma closes before the event is told.
  [[nodiscard]] bool stands_aside() const {
    if (by_rule_ || it_.elsewhere || it_.tokens.end > event_.trigger->tokens.begin) return false;
    bool closed = false;
    for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin && !closed; ++t)
      closed = in_.syntax.at(t) == SyntaxClass::kComma;
    if (!closed) return false;
    for (uint32_t t = it_.tokens.begin; t > sentence_.begin; --t) {
      const auto word_class = in_.syntax.at(t - 1);
      if (word_class == SyntaxClass::kRelative) return in_.syntax.at(t) == SyntaxClass::kVerb;
      if (word_class == SyntaxClass::kComma || word_class == SyntaxClass::kComplementiser)
        return false;
    }
    return false;
  }

  // --- no recipient ----------------------------------------------------------------------------

  // "called for marches, and refused the president's invitation": behind a comma and a verb joined
  // by و stands what that verb acts on.
  [[nodiscard]] bool is_of_next_verb() const {
    if (by_rule_ || it_.elsewhere) return false;
    for (uint32_t t = event_.trigger->tokens.end; t + 1 < it_.tokens.begin; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kComma && in_.syntax.at(t + 1) == SyntaxClass::kVerb &&
          (in_.syntax.proclitics(t + 1) & kConjunction) != 0)
        return true;
    }
    return false;
  }

  // بالوقوف (of standing), بحالات (with cases): b- and k- before a plain noun bring in no party.
  [[nodiscard]] bool is_circumstance() const {
    const unsigned front = in_.syntax.proclitics(it_.tokens.begin);
    return it_.actor == nullptr && !by_rule_ && (front & (kPrepositionB | kPrepositionK)) != 0 &&
           !touches(in_.mentions.places) && !touches(in_.mentions.quantities);
  }

  // "said the spokesman Nabil that the militia hit the market": a man who speaks, with the clause
  // he speaks after him.
  [[nodiscard]] bool is_named_speaker() const {
    if (it_.rule != Role::kNone || it_.tokens.end > event_.trigger->tokens.begin) return false;
    // "the army said that a raid hit it": whoever bears arms may be spoken of by himself.
    const bool first = in_.reporting[it_.tokens.begin - std::min(1U, it_.tokens.begin)];
    if (first && it_.actor != nullptr && it_.actor->kind != ActorKind::kPerson &&
        it_.actor->kind != ActorKind::kMedia && it_.actor->kind != ActorKind::kMonitor)
      return false;
    bool said = false;
    for (uint32_t t = it_.tokens.begin; t > sentence_.begin && !said; --t) {
      const auto word_class = in_.syntax.at(t - 1);
      if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kRelative ||
          word_class == SyntaxClass::kComma)
        return false;
      said = in_.reporting[t - 1];
    }
    if (!said) return false;
    for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kComplementiser) return true;
    }
    return false;
  }

  // ---------------------------------------------------------------------------------------------

  [[nodiscard]] bool by_reporting_word() const {
    return (it_.tokens.begin > sentence_.begin && in_.reporting[it_.tokens.begin - 1]) ||
           (it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end]);
  }

  [[nodiscard]] const RoleScheme& scheme_of(const ToldEvent& event) const {
    return in_.knowledge.schemes[event.trigger->frame->scheme];
  }

  // Does the other event's construction give the candidate this role?
  [[nodiscard]] bool gives(const ToldEvent& other, Role role) const {
    return std::any_of(other.roles->phrases.begin(), other.roles->phrases.end(),
                       [&](const RolePhrase& phrase) {
                         return phrase.role == role && phrase.tokens.overlaps(it_.tokens);
                       });
  }

  const RoleSetting& in_;
  const ToldEvent& event_;
  const RoleCandidate& it_;
  const TokenSpan sentence_;
  const bool by_rule_;
};

}  // namespace

RoleBars bars_of(const RoleSetting& setting, const ToldEvent& event,
                 const RoleCandidate& candidate) {
  return Barrier(setting, event, candidate).run();
}

}  // namespace isnad
