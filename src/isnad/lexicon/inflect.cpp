// SPDX-License-Identifier: Apache-2.0
// Arabic inflection over folded spelling. The first person singular of the present is left out:
// news hardly writes it, and its spelling is that of the past of many other verbs (أعقب, he
// followed, for uʿaqqib, I comment). All letters of the base block are two bytes in UTF-8, which
// the helpers rely on. Source of the paradigms: any reference grammar; Ryding 2005, chapters 21-34.
#include "isnad/lexicon/inflect.h"

#include <algorithm>

#include "isnad/lexicon/lexicon.h"

namespace isnad {
namespace {

constexpr size_t kLetter = 2;  // bytes a letter

std::string_view letter_at(std::string_view word, size_t index) {
  return word.substr(index * kLetter, kLetter);
}
size_t letters(std::string_view word) { return word.size() / kLetter; }
std::string_view last_letter(std::string_view word) {
  return word.size() < kLetter ? std::string_view{} : word.substr(word.size() - kLetter);
}
std::string without_last(std::string_view word) {
  return std::string(word.substr(0, word.size() - std::min(word.size(), kLetter)));
}
std::string without_letter(std::string_view word, size_t index) {
  std::string out(word);
  return out.erase(index * kLetter, kLetter);
}
std::string with_letter(std::string_view word, size_t index, std::string_view letter) {
  std::string out(word);
  return out.replace(index * kLetter, kLetter, letter);
}

constexpr std::string_view kAlef = "ا";  // alif
constexpr std::string_view kWaw = "و";   // wāw
constexpr std::string_view kYeh = "ي";   // yāʾ
constexpr std::string_view kTeh = "ت";   // tāʾ
constexpr std::string_view kNoon = "ن";  // nūn
constexpr std::string_view kHeh = "ه";   // hāʾ, and folded tāʾ marbūṭa

// Gathers forms of a phrase's first word; the rest of the phrase follows unchanged.
class Forms {
 public:
  explicit Forms(std::string_view rest) : rest_(rest) {}
  void add(std::string word, unsigned inflection) {
    word += rest_;
    for (auto& form : forms_) {
      if (form.text == word) {
        form.inflection = static_cast<uint16_t>(form.inflection | inflection);
        return;
      }
    }
    forms_.push_back({std::move(word), static_cast<uint16_t>(inflection)});
  }
  std::vector<InflectedForm> take() { return std::move(forms_); }

 private:
  std::string_view rest_;
  std::vector<InflectedForm> forms_;
};

std::pair<std::string_view, std::string_view> first_and_rest(std::string_view phrase) {
  const size_t space = phrase.find(' ');
  if (space == std::string_view::npos) return {phrase, {}};
  return {phrase.substr(0, space), phrase.substr(space)};
}

// qāla, aṣāba, istaʿāda: the alif before the last radical, which the passive turns into yāʾ.
bool is_hollow(std::string_view past) {
  const size_t n = letters(past);
  return n >= 3 && letter_at(past, n - 2) == kAlef && !(n == 4 && letter_at(past, 0) != kAlef);
}
// hājama, qātala: form III, whose passive is hūjima.
bool is_third_form(std::string_view past) {
  return letters(past) == 4 && letter_at(past, 1) == kAlef && letter_at(past, 0) != kAlef;
}

void add_past(std::string_view past, Forms& forms) {
  const unsigned base = kVerb | kPerfect;
  const std::string p(past);
  forms.add(p, base | kMasculine);
  const auto last = last_letter(past);
  if (last == kAlef || last == kYeh) {  // nafā, daʿā, laqiya
    const std::string stem = without_last(past);
    forms.add(stem + "ت", base | kFeminine);
    forms.add(stem + "تا", base | kFeminine | kDual);
    forms.add(stem + "وا", base | kMasculine | kPlural);
    const std::string weak = stem + std::string(last == kAlef ? kWaw : kYeh);
    forms.add(weak + "ا", base | kMasculine | kDual);
    forms.add(weak + "ت", base | kFeminine | kFirstPerson);
    forms.add(weak + "نا", base | kFirstPerson | kPlural);
    return;
  }
  forms.add(p + "ت", base | kFeminine | kFirstPerson | kSecondPerson);
  forms.add(p + "تا", base | kFeminine | kDual);
  forms.add(p + "ا", base | kMasculine | kDual);
  forms.add(p + "وا", base | kMasculine | kPlural);
  const std::string closed = is_hollow(past) ? without_letter(past, letters(past) - 2) : p;
  forms.add(closed + "نا", base | kFirstPerson | kPlural);
  if (closed != p) forms.add(closed + "ت", base | kFirstPerson);
  if (is_hollow(past)) {
    const std::string passive = with_letter(past, letters(past) - 2, kYeh);
    forms.add(passive, base | kMasculine | kPassiveForm);
    forms.add(passive + "ت", base | kFeminine | kPassiveForm);
    forms.add(passive + "وا", base | kMasculine | kPlural | kPassiveForm);
  }
  if (is_third_form(past)) {
    const std::string passive = with_letter(past, 1, kWaw);
    forms.add(passive, base | kMasculine | kPassiveForm);
    forms.add(passive + "ت", base | kFeminine | kPassiveForm);
    forms.add(passive + "وا", base | kMasculine | kPlural | kPassiveForm);
  }
}

void add_present_of(const std::string& stem, bool weak, unsigned extra, Forms& forms) {
  struct Prefix {
    std::string_view letter;
    unsigned inflection;
  };
  const Prefix prefixes[] = {
      {kYeh, kMasculine}, {kTeh, kFeminine}, {kNoon, kFirstPerson | kPlural}};
  const std::string open = weak ? without_last(stem) : stem;
  for (const auto& prefix : prefixes) {
    const unsigned base = kVerb | kImperfect | prefix.inflection | extra;
    const std::string p(prefix.letter);
    forms.add(p + stem, base);
    if (prefix.letter == kNoon) continue;
    if (weak)
      forms.add(p + open, base);  // jussive: lam yanfi; its first person spells nouns (najl, son)
    const unsigned plural = kVerb | kImperfect | kMasculine | kPlural | extra;
    forms.add(p + open + "ون", plural);
    forms.add(p + open + "وا", plural);
    const std::string dual = weak ? open + std::string(kYeh) : stem;
    forms.add(p + dual + "ان", kVerb | kImperfect | kDual | extra);
    forms.add(p + dual + "ا", kVerb | kImperfect | kDual | extra);
    if (prefix.letter == kYeh)
      forms.add(p + stem + "ن", kVerb | kImperfect | kFeminine | kPlural | extra);
  }
}

// `hollow`: the past has an alif before its last radical; a wāw or yāʾ there in the present alone
// is a full letter (nawwaha / yunawwihu).
void add_present(std::string_view present, bool hollow, Forms& forms) {
  if (letters(present) < 3) return;
  const std::string stem(present.substr(kLetter));
  const auto last = last_letter(stem);
  const bool weak = last == kYeh || last == kWaw || last == kAlef;
  add_present_of(stem, weak, 0, forms);
  const size_t n = letters(stem);
  const auto middle = n >= 2 ? letter_at(stem, n - 2) : std::string_view{};
  if (hollow && !weak && (middle == kYeh || middle == kWaw || middle == kAlef)) {
    // Hollow: lam yaqul, lam yuṣib; passive yuqālu, yuṣābu. A form III verb (yuhājim) has its alif
    // earlier.
    // Only without endings: before one the long vowel returns (yubīdū).
    for (const auto prefix : {kYeh, kTeh}) {
      forms.add(std::string(prefix) + without_letter(stem, n - 2), kVerb | kImperfect | kJussive);
    }
    if (middle != kAlef)
      add_present_of(with_letter(stem, n - 2, kAlef), false, kPassiveForm, forms);
  }
}

void add_dual_and_tanwin(const std::string& noun, unsigned base, Forms& forms) {
  const auto last = last_letter(noun);
  if (last == kHeh) {  // folded tāʾ marbūṭa opens before an ending
    const std::string open = without_last(noun) + "ت";
    forms.add(open + "ان", base | kDual);
    forms.add(open + "ين", base | kDual);
    forms.add(open + "ي", base | kDual);  // وزارتي الداخلية والدفاع: with an owner
    return;
  }
  if (last != kAlef && last != kYeh) forms.add(noun + "ا", base);  // indefinite accusative
  if (last == kYeh) forms.add(noun + "ا", base);
  forms.add(noun + "ان", base | kDual);
  forms.add(noun + "ين", base | kDual);
}

void add_plural(const std::string& plural, unsigned base, Forms& forms) {
  forms.add(plural, base | kPlural);
  const size_t n = letters(plural);
  if (n > 3 && plural.ends_with("ون")) {
    const std::string stem = plural.substr(0, plural.size() - 2 * kLetter);
    forms.add(stem + "ين", base | kPlural);
    forms.add(stem + "و", base | kPlural);
    forms.add(stem + "ي", base | kPlural);
  } else if (const auto last = last_letter(plural); last != kAlef && last != kYeh && last != kHeh) {
    forms.add(plural + "ا", base | kPlural);
  }
}

// The adjectives after a noun in the accusative take the same alif: هجوما صاروخيا (a rocket
// attack).
std::string all_words_with_alef(std::string_view phrase) {
  std::string out;
  size_t begin = 0;
  while (begin <= phrase.size()) {
    const size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const auto word = phrase.substr(begin, end - begin);
    if (!out.empty()) out += ' ';
    out += word;
    if (last_letter(word) != kHeh && last_letter(word) != kAlef) out += kAlef;
    begin = end + 1;
  }
  return out;
}

// Dual of noun + adjective: ضربتين جويتين (two air strikes).
std::string all_words_dual(std::string_view phrase, std::string_view ending) {
  std::string out;
  size_t begin = 0;
  while (begin <= phrase.size()) {
    const size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const auto word = phrase.substr(begin, end - begin);
    if (!out.empty()) out += ' ';
    out += last_letter(word) == kHeh ? without_last(word) + "ت" : std::string(word);
    out += ending;
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::vector<InflectedForm> inflect_verb(std::string_view past, std::string_view present) {
  const auto [past_word, rest] = first_and_rest(past);
  Forms forms(rest);
  add_past(past_word, forms);
  add_present(first_and_rest(present).first, is_hollow(past_word), forms);
  return forms.take();
}

std::vector<InflectedForm> inflect_noun(std::string_view singular,
                                        const std::vector<std::string>& plurals) {
  const auto [word, rest] = first_and_rest(singular);
  const unsigned base = kNoun | (last_letter(word) == kHeh ? kFeminine : kMasculine);
  Forms forms(rest);
  forms.add(std::string(word), base);
  add_dual_and_tanwin(std::string(word), base, forms);
  auto out = forms.take();
  if (last_letter(word) == kHeh && plurals.empty()) {
    Forms sound(rest);
    add_plural(without_last(word) + "ات", base, sound);
    for (auto& form : sound.take()) out.push_back(std::move(form));
  }
  for (const auto& plural : plurals) {
    const auto [plural_word, plural_rest] = first_and_rest(plural);
    Forms more(plural_rest);
    add_plural(std::string(plural_word), base, more);
    for (auto& form : more.take()) out.push_back(std::move(form));
  }
  if (!rest.empty()) {
    out.push_back({all_words_with_alef(singular), static_cast<uint16_t>(base)});
    out.push_back({all_words_dual(singular, "ان"), static_cast<uint16_t>(base | kDual)});
    out.push_back({all_words_dual(singular, "ين"), static_cast<uint16_t>(base | kDual)});
  }
  return out;
}

std::vector<InflectedForm> inflect_adjective(std::string_view masculine,
                                             const std::vector<std::string>& plurals) {
  Forms forms({});
  const std::string m(masculine);
  const unsigned base = kNoun | kMasculine;
  forms.add(m, base);
  add_dual_and_tanwin(m, base, forms);
  add_plural(m + "ون", base, forms);
  if (last_letter(m) != kHeh) {
    forms.add(m + "ه", kNoun | kFeminine);
    add_dual_and_tanwin(m + "ه", kNoun | kFeminine, forms);
    add_plural(m + "ات", kNoun | kFeminine, forms);
  }
  for (const auto& plural : plurals) add_plural(plural, base, forms);
  return forms.take();
}

}  // namespace isnad
