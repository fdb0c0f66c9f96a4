// SPDX-License-Identifier: Apache-2.0
// See syntax.h. What each token is: from its spelling, from the analysis, from closed word classes,
// in this order.
#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "isnad/event/syntax.h"

namespace isnad {
namespace {

constexpr std::pair<std::string_view, SyntaxClass> kClassNames[] = {
    {"preposition", SyntaxClass::kPreposition},   {"conjunction", SyntaxClass::kConjunction},
    {"subordinator", SyntaxClass::kSubordinator}, {"complementiser", SyntaxClass::kComplementiser},
    {"relative", SyntaxClass::kRelative},         {"negation", SyntaxClass::kNegation},
    {"pronoun", SyntaxClass::kPronoun},           {"demonstrative", SyntaxClass::kDemonstrative},
    {"particle", SyntaxClass::kParticle},         {"adverb", SyntaxClass::kAdverb}};

// Tags at least so sure (0…255) stand against what the lexicon's forms suggest.
constexpr uint8_t kSureTag = 96;
constexpr size_t kPluralEnding = 4;  // bytes of ـون, ـين

std::optional<SyntaxClass> class_of_name(std::string_view name) {
  for (const auto& [text, value] : kClassNames) {
    if (text == name) return value;
  }
  return std::nullopt;
}

SyntaxClass class_of_punctuation(std::string_view mark) {
  if (mark == "،" || mark == ",") return SyntaxClass::kComma;
  for (const std::string_view open : {"«", "“", "‘"}) {
    if (mark == open) return SyntaxClass::kOpenQuote;
  }
  for (const std::string_view close : {"»", "”", "’"}) {
    if (mark == close) return SyntaxClass::kCloseQuote;
  }
  if (mark == "\"") return SyntaxClass::kOpenQuote;
  return SyntaxClass::kBreak;
}

// Clitics that spelling alone shows: the article with what stands before it.
uint8_t spelt_proclitics(std::string_view word) {
  constexpr size_t kFour = 8;  // bytes of four letters
  struct Start {
    std::string_view letters;
    uint8_t mask;
  };
  static constexpr Start kStarts[] = {
      {"وبال", kConjunction | kPrepositionB | kArticle},  // wa-bi-l-
      {"ولل", kConjunction | kPrepositionL | kArticle},   // wa-li-l-
      {"وال", kConjunction | kArticle},                   // wa-l-
      {"فال", kConjunction | kArticle},                   // fa-l-
      {"بال", kPrepositionB | kArticle},                  // bi-l-
      {"كال", kPrepositionK | kArticle},                  // ka-l-
      {"لل", kPrepositionL | kArticle},                   // li-l-
      {"ال", kArticle},                                   // al-
  };
  for (const auto& start : kStarts) {
    if (word.starts_with(start.letters) && word.size() >= start.letters.size() + 4 &&
        word.size() >= kFour) {
      return start.mask;
    }
  }
  return 0;
}

bool is_verb_only(unsigned inflection) {
  return (inflection & kVerb) != 0 && (inflection & (kNoun | kParticiple)) == 0;
}
bool is_either(unsigned inflection) {
  return (inflection & kVerb) != 0 && (inflection & kNoun) != 0;
}

// ends in ـي ـية ـيين ـيون ـيات: a relational adjective (folded)
bool looks_relational(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kEndings = {
      "ي",    // masculine
      "يه",   // feminine
      "يين",  // plural
      "يون",  // plural, nominative
      "يات",  // plural, feminine
      "يا",   // indefinite accusative
  };
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return word.ends_with(ending) && word.size() >= ending.size() + 6;
  });
}

}  // namespace

// د. سامي, Dr Sami: the full stop after a single letter that a word follows ends no clause.
bool Syntax::is_dot_of_title(uint32_t token) const {
  constexpr size_t kOneLetter = 2;  // bytes
  if (folded(token) != "." || token == 0 || token + 1 >= text_.tokens.size()) return false;
  return sentence_of_[token] == sentence_of_[token - 1] &&
         sentence_of_[token] == sentence_of_[token + 1] &&
         text_.tokens[token - 1].kind == TokenKind::kWord &&
         folded(token - 1).size() == kOneLetter && text_.tokens[token + 1].kind == TokenKind::kWord;
}

void Syntax::apply_spelling() {
  bool quote_open = false;
  for (uint32_t t = 0; t < text_.tokens.size(); ++t) {
    const auto word = folded(t);
    if (text_.tokens[t].kind == TokenKind::kPunctuation) {
      classes_[t] = is_dot_of_title(t) ? SyntaxClass::kNominal : class_of_punctuation(word);
      if (word == "\"") {
        if (quote_open) classes_[t] = SyntaxClass::kCloseQuote;
        quote_open = !quote_open;
      }
      continue;
    }
    if (text_.tokens[t].kind != TokenKind::kWord) continue;
    proclitics_[t] = spelt_proclitics(word);
    adjectives_[t] = looks_relational(word);
    // yafʿalu, sa-yafʿalu: the present shows in its prefix; nouns in y- are few and mostly names.
    const bool present =
        (word.starts_with("ي") || word.starts_with("سي") || word.starts_with("وي")) &&
        word.size() >= 8;
    if (present && !adjectives_[t]) classes_[t] = SyntaxClass::kVerb;
  }
}

void Syntax::apply_analysis(const Analysis& analysis) {
  for (uint32_t t = 0; t < text_.tokens.size(); ++t) {
    if (text_.tokens[t].kind == TokenKind::kPunctuation) continue;
    uint8_t clitics = 0;
    adjectives_[t] = false;
    for (uint32_t w = analysis.first_word[t]; w < analysis.first_word[t + 1]; ++w) {
      const auto form = analysis.form_of(w);
      const bool last = w + 1 == analysis.first_word[t + 1];
      switch (analysis.upos[w]) {
        case Upos::kCCONJ:
          if (last)
            classes_[t] = SyntaxClass::kConjunction;
          else
            clitics |= kConjunction;
          break;
        case Upos::kADP:
          if (last)
            classes_[t] = SyntaxClass::kPreposition;
          else if (form == "ب")
            clitics |= kPrepositionB;
          else if (form == "ل")
            clitics |= kPrepositionL;
          else if (form == "ك")
            clitics |= kPrepositionK;
          else
            classes_[t] = SyntaxClass::kPreposition;
          break;
        case Upos::kVERB:
          classes_[t] = SyntaxClass::kVerb;
          break;
        case Upos::kAUX:
          if (form != "س") classes_[t] = SyntaxClass::kVerb;
          break;
        case Upos::kSCONJ:
          if (last) classes_[t] = SyntaxClass::kComplementiser;
          break;
        case Upos::kPRON:
          // A pronoun written onto something is an enclitic; standing alone it is a word.
          if (w > analysis.first_word[t])
            enclitics_[t] = true;
          else
            classes_[t] = SyntaxClass::kPronoun;
          break;
        case Upos::kADJ:
          adjectives_[t] = true;
          [[fallthrough]];
        case Upos::kNOUN:
        case Upos::kPROPN:
        case Upos::kNUM:
        case Upos::kX:
          classes_[t] = SyntaxClass::kNominal;
          break;
        case Upos::kADV:
          if (last) classes_[t] = SyntaxClass::kAdverb;
          break;
        default:
          break;
      }
      sure_[t] = analysis.tag_margin[w] >= kSureTag;
      if (last && analysis.upos[w] == Upos::kNUM) numbers_[t] = true;
      if (last && classes_[t] == SyntaxClass::kNominal) note_ending(t, analysis.features[w]);
      if (form.starts_with("ال") && form.size() >= 8) clitics |= kArticle;
    }
    proclitics_[t] = static_cast<uint8_t>(proclitics_[t] | clitics);
  }
}

void Syntax::note_ending(uint32_t token, const Features& features) {
  constexpr uint8_t kIndefinite = 1;
  constexpr uint8_t kAccusative = 3;
  constexpr uint8_t kDual = 2;
  const auto word = folded(token);
  indefinite_accusatives_[token] = word.ends_with("ا") && features.definite == kIndefinite &&
                                   features.grammatical_case == kAccusative;
  const bool sound_plural =
      features.number >= kDual && (word.ends_with("ون") || word.ends_with("ين"));
  const bool construct_dual = features.number == kDual && word.ends_with("ي");
  obliques_[token] = construct_dual || (sound_plural && word.ends_with("ين"));
  closed_plurals_[token] = sound_plural && features.definite == kIndefinite;
  bare_plurals_[token] = sound_plural && !word.starts_with("ال");
}

bool Syntax::parts_from_before(uint32_t token) const {
  const uint32_t before = token - 1;
  if (numbers_[before] || text_.tokens[before].kind == TokenKind::kNumber) return false;
  // min ṭirāzi Abātshī thalātha sayyārāt (of the Apache kind three cars): a number opens a phrase.
  if (numbers_[token] && (proclitics_[token] & kArticle) == 0 && token > 0 &&
      !folded(token).starts_with("واحد"))  // wāḥid, one
    return true;
  // Subject and object: ikhtaṭafa musallaḥūna ṣaḥafiyyan. An adjective shares its noun's ending.
  if (indefinite_accusatives_[token] && !indefinite_accusatives_[before]) return true;
  // ʿinda l-ḥājizi filasṭīniyyan (at the checkpoint a Palestinian): an adjective without the
  // article describes no noun that has it.
  if ((proclitics_[before] & kArticle) != 0 && (proclitics_[token] & kArticle) == 0 &&
      is_adjective(token) && folded(token).ends_with("ا"))
    return true;
  // khaṭafa majhūlūna l-muwāṭin (unknown men abducted the citizen): whose plural keeps its n owns
  // no noun behind it.
  if (bare_plurals_[before] && (proclitics_[token] & kArticle) != 0) return true;
  // musallaḥūna majhūlūna is one phrase, musallaḥūna ḥājizan two.
  return closed_plurals_[before] &&
         !folded(token).ends_with(folded(before).substr(folded(before).size() - kPluralEnding));
}

void Syntax::classify(std::span<const Match> matches, const Lexicon& lexicon) {
  const Table function_words = lexicon.table("function_words");
  std::vector<bool> literal(text_.tokens.size(), false);
  // What any frame reads the word as: one may know قصف as a verb, another as a noun.
  const Table frames = lexicon.table("frames");
  const Table nouns = lexicon.table("nouns_like_adjectives");
  std::vector<unsigned> readings(text_.tokens.size(), 0);
  for (const auto& match : matches) {
    if (match.tokens.size() == 1 && frames.contains(match.row))
      readings[match.tokens.begin] |= match.inflection;
  }
  for (const auto& match : matches) {
    const uint32_t t = match.tokens.begin;
    if (function_words.contains(match.row)) {
      const auto word_class = class_of_name(lexicon.field(match.row, "class"));
      // The first row of a spelling counts: أن (that) before إن (if), whose folded forms are one.
      if (!word_class || literal[t] || (match.proclitics & ~unsigned{kConjunction}) != 0) continue;
      for (uint32_t i = t; i < match.tokens.end; ++i) classes_[i] = *word_class;
      // عليه, منهم: a preposition with its pronoun is a whole phrase.
      if (match.enclitic != 0 && *word_class == SyntaxClass::kPreposition)
        classes_[match.tokens.end - 1] = SyntaxClass::kPronoun;
      if (match.enclitic != 0) enclitics_[match.tokens.end - 1] = true;
      proclitics_[t] = match.proclitics;
      literal[t] = true;
      function_words_[t] = true;
      continue;
    }
    if (nouns.contains(match.row)) {
      adjectives_[t] = false;
      continue;
    }
    if (literal[t] || match.tokens.size() != 1) continue;
    if (proclitics_[t] == 0 && std::popcount(match.proclitics) != 0 && match.enclitic == 0)
      proclitics_[t] = match.proclitics;
    if (match.enclitic != 0 && proclitics_[t] == match.proclitics) enclitics_[t] = true;
    const unsigned inflection = match.inflection | readings[t];
    if (is_verb_only(inflection) && !sure_[t]) classes_[t] = SyntaxClass::kVerb;
    if (is_either(inflection) && t > 0 && (match.proclitics & ~unsigned{kConjunction}) == 0) {
      // قصف is both "he shelled" and "shelling": a verb where a clause begins.
      const auto before = classes_[t - 1];
      const bool begins =
          sentence_of_[t - 1] != sentence_of_[t] || before == SyntaxClass::kSubordinator ||
          before == SyntaxClass::kComplementiser || before == SyntaxClass::kRelative ||
          before == SyntaxClass::kNegation || before == SyntaxClass::kParticle;
      if (begins && classes_[t] != SyntaxClass::kNominal) classes_[t] = SyntaxClass::kVerb;
    }
  }
}

}  // namespace isnad
