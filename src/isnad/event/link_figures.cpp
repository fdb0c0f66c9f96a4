// SPDX-License-Identifier: Apache-2.0
// Harm comes from the counted noun (قتيل), else from the nearest word of harm in the clause, before
// or right after.
#include "isnad/event/link_figures.h"

#include <algorithm>

#include "isnad/event/figure_sums.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 12;      // tokens between a word of harm and its figure of people
constexpr uint32_t kNearBare = 5;   // the same for a bare number
constexpr uint32_t kNegation = 4;   // tokens between a negation and the harm that was not done
constexpr uint32_t kOvertaken = 9;  // tokens between "an earlier toll" and its figures

constexpr uint32_t kCounted = 25;        // tokens from "the number of" to the number, at most
constexpr std::string_view kHis = "ه";   // his, him
constexpr std::string_view kHer = "ها";  // her

struct HarmWord {
  uint32_t begin = 0, token = 0;
  Harm harm = Harm::kNone;
  bool verb = false;
  uint8_t enclitic = 0;  // the pronoun it carries, as Match has it
  bool next = false;     // of a figure right after it alone
  bool people = false;   // of a figure of people alone
};

class FigureFinder {
 public:
  FigureFinder(const Syntax& syntax, std::span<const Match> matches,
               const EventKnowledge& knowledge, const Mentions& mentions)
      : syntax_(syntax), matches_(matches), knowledge_(knowledge), mentions_(mentions) {
    gather_words();
  }

  std::vector<Figure> run() {
    of_nobody();
    of_quantities();
    leave_doers_out();
    of_pronouns();
    std::stable_sort(out_.begin(), out_.end(), [](const Figure& a, const Figure& b) {
      return a.tokens.begin < b.tokens.begin;
    });
    std::erase_if(out_, [&](const Figure& figure) { return is_overtaken(figure); });
    add_up_figures(syntax_, matches_, knowledge_, out_);
    return std::move(out_);
  }

 private:
  void gather_words() {
    for (const auto& match : matches_) {
      const auto* effect = knowledge_.harm_words.find(match.row);
      Harm done = effect != nullptr ? effect->harm : Harm::kNone;
      if (const auto* result = knowledge_.result_verbs.find(match.row)) done = result->harm;
      if (const auto* cue = knowledge_.cues.find(match.row);
          cue != nullptr &&
          (cue->effect == CueEffect::kNegated || cue->effect == CueEffect::kNotDone))
        negations_.push_back(match);
      if (done == Harm::kNone) continue;
      const bool verb = (match.inflection & kVerb) != 0 && (match.inflection & kNoun) == 0;
      if (verb && (syntax_.proclitics(match.tokens.begin) & kArticle) != 0) continue;
      words_.push_back({match.tokens.begin, match.tokens.end - 1, done, verb, match.enclitic,
                        effect != nullptr && effect->next, effect != nullptr && effect->people});
    }
  }

  [[nodiscard]] const HarmWord* nearest(TokenSpan figure, uint32_t reach) const {
    const HarmWord* best = nullptr;
    uint32_t best_distance = reach + 1;
    for (const auto& word : words_) {
      if (syntax_.sentence_index(word.token) != syntax_.sentence_index(figure.begin)) continue;
      if (word.next && word.token + 1 != figure.begin) continue;
      if (word.verb && word.enclitic != 0) continue;  // "five men killed him": it has its object
      if (word.begin >= figure.end && tells_of_others(word)) continue;
      uint32_t distance = reach + 1;
      if (word.token < figure.begin && free_between(syntax_, word.token + 1, figure.begin))
        distance = figure.begin - word.token;
      // "three civilians were killed", "met their deaths": the verb after the figure, its own verb
      // before a noun.
      const uint32_t verb =
          word.begin > figure.end && syntax_.at(word.begin - 1) == SyntaxClass::kVerb && !word.verb
              ? word.begin - 1
              : word.begin;
      if (word.begin >= figure.end && free_between(syntax_, figure.end, verb))
        distance = word.begin - figure.end + 2;
      if (distance < best_distance) {
        best = &word;
        best_distance = distance;
      }
    }
    return best;
  }

  // "to scatter demonstrators, and one of them was hit": a verb joined by و or ف with a noun right
  // behind it has its subject there, not before.
  [[nodiscard]] bool tells_of_others(const HarmWord& word) const {
    return word.verb && (syntax_.proclitics(word.begin) & kConjunction) != 0 &&
           word.token + 1 < syntax_.text().tokens.size() &&
           syntax_.at(word.token + 1) == SyntaxClass::kNominal;
  }

  // "nine with wounds", "200 inside": what carries a preposition letter, or is no noun, is not what
  // was counted; "four Houthis" are people though the table of victims does not hold them.
  [[nodiscard]] bool counts_things(const QuantityMention& quantity) const {
    const uint32_t counted = quantity.counted;
    if (quantity.of_people || counted == UINT32_MAX) return false;
    if ((syntax_.proclitics(counted) & (kPrepositionB | kPrepositionL | kConjunction)) != 0 ||
        syntax_.at(counted) != SyntaxClass::kNominal || syntax_.is_function_word(counted))
      return false;
    const bool nationals = std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      return knowledge_.nationalities.contains(match.row) && match.tokens.begin == counted;
    });
    return !nationals &&
           std::none_of(mentions_.actors.begin(), mentions_.actors.end(),
                        [&](const ActorMention& actor) { return actor.head == counted; });
  }

  void of_quantities() {
    std::vector<size_t> made(mentions_.quantities.size(), SIZE_MAX);
    for (size_t q = 0; q < mentions_.quantities.size(); ++q) {
      const auto& quantity = mentions_.quantities[q];
      if (is_denied(quantity)) continue;
      Figure figure{quantity.tokens, quantity.range, quantity.harm,      quantity.tokens.begin,
                    quantity.victim, false,          quantity.cumulative};
      if (quantity.part_of) {
        if (made[*quantity.part_of] == SIZE_MAX) continue;
        const auto& whole = out_[made[*quantity.part_of]];
        figure.part = true;
        figure.anchor = whole.anchor;
        if (figure.harm == Harm::kNone) figure.harm = whole.harm;
      } else if (figure.harm == Harm::kNone) {
        const bool things = counts_things(quantity);
        const auto* word = nearest(quantity.tokens, quantity.of_people ? kNear : kNearBare);
        if (word == nullptr) word = counted_before(quantity.tokens);
        if (word == nullptr || (things && !kills_directly(*word, quantity.tokens))) continue;
        figure.harm = word->harm;
        figure.anchor = word->token;
      }
      // "injuries among the detainees": a noun of harm does not say who they were.
      if (figure.victim == kNoRow || quantity.harm != Harm::kNone) {
        if (const RowId after = victim_after(quantity.tokens); after != kNoRow)
          figure.victim = after;
      }
      made[q] = out_.size();
      out_.push_back(figure);
    }
  }

  // "the number of the dead … rose to 60": the word of harm that a count governs, however far,
  // where the number follows a verb or "to".
  [[nodiscard]] const HarmWord* counted_before(TokenSpan figure) const {
    if (!follows_rise(figure.begin)) return nullptr;
    const HarmWord* best = nullptr;
    for (const auto& match : matches_) {
      const auto* link = knowledge_.toll_links.find(match.row);
      if (link == nullptr || *link != TollLink::kCount || match.tokens.end > figure.begin ||
          figure.begin - match.tokens.end > kCounted ||
          syntax_.sentence_index(match.tokens.begin) != syntax_.sentence_index(figure.begin))
        continue;
      for (const auto& word : words_) {
        if (word.begin == match.tokens.end && !word.verb) best = &word;
      }
    }
    return best;
  }

  // "exceeded 140" (the bound is read into the figure), "reached 525", "rose to 60".
  [[nodiscard]] bool follows_rise(uint32_t token) const {
    constexpr std::string_view kTo = "الي";  // to
    if (syntax_.at(token) == SyntaxClass::kVerb) return true;
    return token > 0 &&
           (syntax_.at(token - 1) == SyntaxClass::kVerb || syntax_.folded(token - 1) == kTo);
  }

  // "members of the security forces arrested 30 demonstrators": what stands before a verb that has
  // its own figure right after it did the deed.
  void leave_doers_out() {
    const auto is_verb = [&](uint32_t token) {
      return std::any_of(words_.begin(), words_.end(),
                         [&](const HarmWord& word) { return word.verb && word.token == token; });
    };
    std::vector<uint32_t> taken;
    for (const auto& figure : out_) {
      const uint32_t verb = figure.anchor;
      if (verb + 1 == figure.tokens.begin && is_verb(verb) &&
          (syntax_.proclitics(figure.tokens.begin) & kConjunction) == 0)
        taken.push_back(verb);
    }
    std::erase_if(out_, [&](const Figure& figure) {
      return figure.tokens.end <= figure.anchor && figure.range.high != 0 &&
             std::find(taken.begin(), taken.end(), figure.anchor) != taken.end();
    });
  }

  // "after his injury", "a raid killed him": one victim, though no number is written. What is hit
  // may be a thing, so that verbs of injury do not count.
  void of_pronouns() {
    for (const auto& word : words_) {
      if (word.enclitic == 0 || word.harm == Harm::kKilledOrInjured ||
          word.harm == Harm::kDisplaced || (word.verb && word.harm == Harm::kInjured))
        continue;
      const auto pronoun = kEnclitics[word.enclitic - 1];
      if (pronoun != kHis && pronoun != kHer) continue;
      const TokenSpan tokens{word.begin, word.token + 1};
      const bool told = std::any_of(out_.begin(), out_.end(), [&](const Figure& figure) {
        return figure.anchor == word.token || figure.tokens.overlaps(tokens);
      });
      if (told) continue;
      Figure figure{tokens, {1, 1, 1}, word.harm, word.token, kNoRow, false, false};
      figure.by_pronoun = true;
      out_.push_back(figure);
    }
  }

  // "the killing of 66 rebels": what is counted right after killing, arrest or abduction is people,
  // though no table holds the word. Cars are hit too, but not killed.
  [[nodiscard]] static bool kills_directly(const HarmWord& word, TokenSpan figure) {
    return word.token + 1 == figure.begin && word.harm != Harm::kInjured && !word.people;
  }

  // "إصابات خفيفة في صفوف المعتقلين" (light injuries among the detainees): who they were follows.
  [[nodiscard]] RowId victim_after(TokenSpan figure) const {
    constexpr uint32_t kReach = 5;
    const auto clause = syntax_.phrase_clause(figure.begin);
    for (const auto& match : matches_) {
      if (!knowledge_.victims.contains(match.row) || match.tokens.begin < figure.end ||
          match.tokens.begin > figure.end + kReach)
        continue;
      if (clause.contains(match.tokens) && free_between(syntax_, figure.end, match.tokens.begin))
        return match.row;
    }
    return kNoRow;
  }

  // "without injuries", "nobody was killed".
  void of_nobody() {
    for (const auto& word : words_) {
      const bool none = word.verb ? nobody_near(word) : is_negated(word);
      if (!none) continue;
      const TokenSpan tokens{word.begin, word.token + 1};
      if (is_not_known(word)) {
        not_known_.push_back(word.begin);
        continue;
      }
      const auto add = [&](Harm harm) {
        out_.push_back({tokens, {0, 0, 0}, harm, word.token, kNoRow, false, false});
      };
      if (word.harm == Harm::kKilledOrInjured) {
        add(Harm::kKilled);
        add(Harm::kInjured);
      } else {
        add(word.harm);
      }
    }
  }

  // The bare plural of "without injuries" is no amount.
  [[nodiscard]] bool is_denied(const QuantityMention& quantity) const {
    const auto is_here = [&](uint32_t token) { return token == quantity.tokens.begin; };
    if (std::any_of(not_known_.begin(), not_known_.end(), is_here)) return true;
    return std::any_of(out_.begin(), out_.end(), [&](const Figure& figure) {
      return figure.range.high == 0 && is_here(figure.tokens.begin);
    });
  }

  // "there was no information on injuries", "no reports of injuries": nobody says that there are
  // none.
  [[nodiscard]] bool is_not_known(const HarmWord& word) const {
    constexpr std::string_view kNews[] = {
        "معلومات",  // information
        "انباء",    // news
        "تقارير",   // reports
        "اخبار",    // news
    };
    const uint32_t first = syntax_.sentence_of(word.begin).tokens.begin;
    for (uint32_t t = word.begin; t > first && word.begin - t < kNegation; --t) {
      if (std::find(std::begin(kNews), std::end(kNews), syntax_.folded(t - 1)) != std::end(kNews))
        return true;
    }
    return false;
  }

  // A negation before the noun with nothing between that ends a phrase; a bound noun ("the
  // injuries") is not denied.
  [[nodiscard]] bool is_negated(const HarmWord& word) const {
    if (syntax_.is_definite(word.begin)) return false;
    return std::any_of(negations_.begin(), negations_.end(), [&](const Match& negation) {
      if (negation.tokens.end > word.begin || word.begin - negation.tokens.end > kNegation)
        return false;
      for (uint32_t t = negation.tokens.end; t < word.begin; ++t) {
        const auto c = syntax_.at(t);
        if (c == SyntaxClass::kBreak || c == SyntaxClass::kComma || c == SyntaxClass::kRelative)
          return false;
      }
      return true;
    });
  }

  // "that nobody was killed or wounded": the negation right before the verb, nobody (أحد) beside
  // it.
  [[nodiscard]] bool nobody_near(const HarmWord& word) const {
    constexpr std::string_view kAhad = "احد";     // aḥad, anyone
    constexpr std::string_view kAhadan = "احدا";  // aḥadan, anyone
    constexpr uint32_t kReach = 5;
    const TokenSpan sentence = syntax_.sentence_of(word.token).tokens;
    const bool negated =
        std::any_of(negations_.begin(), negations_.end(), [&](const Match& negation) {
          return negation.tokens.end <= word.begin && word.begin - negation.tokens.end <= 3 &&
                 negation.tokens.begin >= sentence.begin;
        });
    if (!negated) return false;
    const uint32_t from = std::max(sentence.begin, word.begin - std::min(word.begin, kReach));
    const uint32_t to = std::min(sentence.end, word.token + kReach);
    for (uint32_t t = from; t < to; ++t) {
      if (syntax_.folded(t) == kAhad || syntax_.folded(t) == kAhadan) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_overtaken(const Figure& figure) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == TollLink::kOvertaken &&
             match.tokens.end <= figure.tokens.begin &&
             figure.tokens.begin - match.tokens.end <= kOvertaken &&
             syntax_.sentence_index(match.tokens.begin) ==
                 syntax_.sentence_index(figure.tokens.begin);
    });
  }

  const Syntax& syntax_;
  std::span<const Match> matches_;
  const EventKnowledge& knowledge_;
  const Mentions& mentions_;
  std::vector<HarmWord> words_;
  std::vector<Match> negations_;
  std::vector<uint32_t> not_known_;  // first tokens of harm of which there is no word
  std::vector<Figure> out_;
};

}  // namespace

std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                 const EventKnowledge& knowledge, const Mentions& mentions) {
  return FigureFinder(syntax, matches, knowledge, mentions).run();
}

}  // namespace isnad
