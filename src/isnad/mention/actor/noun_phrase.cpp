// SPDX-License-Identifier: Apache-2.0
// The grammar of a party's noun phrase as one loop of steps, each of which takes one more word or
// phrase on the right.
#include "isnad/mention/actor/noun_phrase.h"

#include <algorithm>

#include "isnad/mention/actor/compose_code.h"
#include "isnad/mention/actor/person_name.h"

namespace isnad {
namespace {

constexpr uint32_t kDeepest = 4;       // phrases inside phrases
constexpr uint32_t kLongestQuote = 6;  // tokens of a quoted name with its marks
constexpr uint32_t kLongestCount = 5;  // tokens of a quantifier: "أكثر من أربعة آلاف"
constexpr unsigned kFused = kPrepositionB | kPrepositionL | kPrepositionK;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Builds one phrase from its left edge to its right one.
class PhraseBuilder {
 public:
  PhraseBuilder(const TokenTable& tokens, const ActorKnowledge& knowledge,
                const std::vector<std::string>& countries, uint32_t end, uint32_t depth)
      : tokens_(tokens), knowledge_(knowledge), countries_(countries), end_(end), depth_(depth) {}

  std::optional<PartyPhrase> build(uint32_t token) {
    if (token >= end_ || depth_ > kDeepest) return std::nullopt;
    out_.tokens = {token, token};
    uint32_t at = skip_count(token);
    if (at >= end_) return std::nullopt;
    if (const uint32_t close = tokens_.quotation_end(at); close != 0) return quoted(at, close);
    if (at != token && tokens_[at].clitics != 0) return std::nullopt;
    if (!choose_head(at)) return std::nullopt;
    while (step()) {
    }
    add_names();
    finish();
    return std::move(out_);
  }

  // A quoted name must be the whole of what stands between the marks.
  bool within_quotes = false;

 private:
  [[nodiscard]] const PartyRow& row_of(const Match* match) const {
    return knowledge_.row(match->row);
  }

  [[nodiscard]] std::optional<PartyPhrase> read_at(uint32_t token) const {
    return PhraseBuilder(tokens_, knowledge_, countries_, end_, depth_ + 1).build(token);
  }

  [[nodiscard]] uint32_t skip_count(uint32_t token) const {
    uint32_t at = token;
    while (at < end_ && at - token < kLongestCount) {
      const auto& facts = tokens_[at];
      if (at != token && facts.clitics != 0) break;
      if (facts.quantifier != nullptr) {
        const uint32_t next = facts.quantifier->tokens.end;
        // الاثنين رئيس الوزراء: Monday, where what follows has no article.
        if ((facts.quantifier->proclitics & kArticle) != 0 &&
            (next >= end_ || !tokens_[next].article))
          break;
        at = next;
      } else if (tokens_.kind(at) == TokenKind::kNumber) {
        ++at;
      } else {
        break;
      }
    }
    return over_of(token, at);
  }

  // عشرة من عناصر الشرطة (ten of the elements of the police): over "of" to those counted.
  [[nodiscard]] uint32_t over_of(uint32_t token, uint32_t at) const {
    if (at == token || at + 1 >= end_ || tokens_.folded(at) != "من") return at;  // min, of
    const auto& counted = tokens_[at + 1];
    if (counted.clitics != 0 || tokens_[token].article) return at;  // على الأقل, at the least
    if (counted.actor != nullptr) {                                 // eleven of ISIS
      const auto kind = knowledge_.row(counted.actor->row).kind;
      return kind == ActorKind::kArmedGroup ? at + 1 : at;
    }
    const bool people = counted.noun != nullptr &&
                        knowledge_.row(counted.noun->row).noun_class == NounClass::kPeople &&
                        (counted.noun->inflection & (kPlural | kDual)) != 0;
    return people ? at + 1 : at;
  }

  // «حماس»: the marks belong to the phrase, and adjectives may follow them.
  std::optional<PartyPhrase> quoted(uint32_t open, uint32_t close) {
    if (close > end_ || close - open > kLongestQuote || tokens_.folded(open) == "(")
      return std::nullopt;
    PhraseBuilder inner(tokens_, knowledge_, countries_, close - 1, depth_ + 1);
    inner.within_quotes = true;
    auto phrase = inner.build(open + 1);
    if (!phrase || phrase->tokens.end != close - 1 ||
        knowledge_.row(phrase->row).table != PartyTable::kActor)
      return std::nullopt;
    phrase->tokens = {out_.tokens.begin, close};
    return phrase;
  }

  [[nodiscard]] bool may_name(const Match& match) const {
    const auto& row = knowledge_.row(match.row);
    switch (row.condition) {
      case NameCondition::kNone:
        return row.kind != ActorKind::kPerson || match.tokens.size() > 1 ||
               is_known_country(row.country);
      case NameCondition::kMetonym:
        return true;
      case NameCondition::kContext:
        return match.tokens.size() > 2 ||
               contains(countries_, row.context.empty() ? row.country : row.context);
      case NameCondition::kQuoted:
        return match.tokens.size() > 1 || (within_quotes && match.tokens.end == end_);
      case NameCondition::kArticle:
        if (match.tokens.size() > 1 || within_quotes) return true;
        return (match.proclitics & kArticle) != 0 && !tokens_.occurs_indefinite(match.row);
    }
    return true;
  }

  // A family name alone counts where the report names its country; bodies of no country always do.
  [[nodiscard]] bool is_known_country(const std::string& country) const {
    return country == "IGO" || country == "IMG" || country == "EUR" ||
           contains(countries_, country);
  }

  // The longest of a name, an office, a noun; a name before the others where they are equally long.
  bool choose_head(uint32_t at) {
    const auto& facts = tokens_[at];
    const Match* best = nullptr;
    const auto consider = [&](const Match* match) {
      if (match != nullptr && (best == nullptr || match->tokens.size() > best->tokens.size()))
        best = match;
    };
    if (facts.actor != nullptr && may_name(*facts.actor)) consider(facts.actor);
    consider(facts.office);
    if (facts.noun != nullptr && !is_affiliation(facts)) consider(facts.noun);
    if (best == nullptr && facts.nationality != nullptr && is_people(*facts.nationality))
      best = facts.nationality;
    if (best == nullptr || best->tokens.end > end_) return bare_name(at);
    if (facts.stop && best != facts.actor) return false;  // بالقوة, by force
    take_head(*best, at);
    return true;
  }

  // تابعة للقوات is "belonging to the forces", not a follower: a noun that is an affiliation with
  // its preposition.
  [[nodiscard]] bool is_affiliation(const TokenFacts& facts) const {
    if (facts.affiliation == nullptr || facts.noun->tokens.size() > 1 || facts.article)
      return false;
    if ((facts.noun->inflection & (kPlural | kDual)) != 0 || facts.affiliation->tokens.end >= end_)
      return false;
    const auto& prepositions = knowledge_.row(facts.affiliation->row).prepositions;
    return prepositions.empty() ||
           after_preposition(prepositions, facts.affiliation->tokens.end) != end_;
  }

  // الأتراك, فلسطينيون: a nationality in the plural is people; the singular is an adjective.
  [[nodiscard]] bool is_people(const Match& match) const {
    return (match.inflection & (kPlural | kDual)) != 0 && (match.inflection & kFeminine) == 0 &&
           nationality_counts(match);
  }

  [[nodiscard]] bool nationality_counts(const Match& match) const {
    const auto& row = knowledge_.row(match.row);
    return row.condition != NameCondition::kContext || contains(countries_, row.country);
  }

  // A given name with more after it (خالد الضاهر), or a name that the tagger found.
  bool bare_name(uint32_t at) {
    uint32_t name_end = person_name_end(tokens_, at, end_, NameStart::kBare);
    if (is_tagged_person(at)) name_end = std::max(name_end, tokens_[at].name_end);
    const bool person = name_end != at;
    if (!person && is_tagged_organisation(at)) name_end = tokens_[at].name_end;
    if (name_end == at) return false;
    out_.kind = person ? ActorKind::kPerson : ActorKind::kOrganisation;
    out_.head = at;
    if (person) {
      out_.names_begin = at;
      out_.names_end = name_end;
    }
    out_.definite = true;
    pos_ = name_end;
    complete_ = true;
    return true;
  }

  [[nodiscard]] bool is_tagged(uint32_t at, NameType type) const {
    const auto& facts = tokens_[at];
    return facts.name_end != 0 && facts.name_type == type && facts.name_end <= end_;
  }

  // A person's name that no table helps to find: not a known word alone, and not where a place
  // stands.
  [[nodiscard]] bool is_tagged_person(uint32_t at) const {
    if (!is_tagged(at, NameType::kPerson) || tokens_[at].event) return false;
    const bool several = tokens_[at].name_end > at + 1;
    const bool place = at > 0 && tokens_[at - 1].locative && !tokens_[at - 1].party;
    return !place &&
           (several || (tokens_[at].proper && !tokens_[at].known && !tokens_[at].article));
  }

  // An organisation's: several words, for one alone is too often a common noun.
  [[nodiscard]] bool is_tagged_organisation(uint32_t at) const {
    return is_tagged(at, NameType::kOrganisation) && tokens_[at].name_end > at + 1 &&
           !tokens_[at].event && !tokens_[at].verb;
  }

  void take_head(const Match& match, uint32_t at) {
    head_row_ = &knowledge_.row(match.row);
    out_.head = at;
    out_.row = match.row;
    out_.pronoun = match.enclitic;
    pos_ = match.tokens.end;
    const bool is_name = head_row_->table == PartyTable::kActor;
    out_.kind = head_row_->kind;
    if (head_row_->table == PartyTable::kNationality) out_.kind = ActorKind::kGroup;
    if (head_row_->noun_class == NounClass::kBody && head_row_->table == PartyTable::kAgentNoun)
      out_.kind = ActorKind::kState;
    out_.metonym =
        is_name && (head_row_->bare_country || head_row_->condition == NameCondition::kMetonym);
    plural_ = (match.inflection & (kPlural | kDual)) != 0 ||
              (is_name && match.tokens.size() == 1 && has_plural_n(at));
    const auto& last = tokens_[pos_ - 1];
    const bool several = match.tokens.size() > 1;
    const bool article = (match.proclitics & kArticle) != 0 || (several && last.article);
    out_.definite = is_name || article || match.enclitic != 0;
    open_ = !is_name && match.enclitic == 0 && !is_closed_plural(at) &&
            (!article || (several && leads_on(pos_ - 1)));
    // رئيس الوزراء ends in a definite word, yet it may still have a country after it: رئيس وزراء
    // ماليزيا.
    feminine_ = ends_feminine(at) || (plural_ && !people());
    either_gender_ = is_name || several || plural_;
    complete_ = is_name && head_row_->bare_country;
    if (head_row_->condition == NameCondition::kMetonym) complete_ = true;
    head_end_ = pos_;
    take_number();
  }

  // الفرقة 30 (Division 30): a number right behind a body of soldiers is its name.
  void take_number() {
    const bool unit = head_row_->table == PartyTable::kAgentNoun &&
                      head_row_->noun_class == NounClass::kGroup && head_row_->sector == "MIL";
    if (unit && !plural_ && pos_ < end_ && tokens_.kind(pos_) == TokenKind::kNumber)
      head_end_ = ++pos_;
  }

  // المتحدث باسم, القيادي في: the last word of such an office asks for its owner.
  [[nodiscard]] bool leads_on(uint32_t token) const {
    const auto word = tokens_.folded(token);
    return tokens_[token].locative || word == "باسم" ||  // in the name of
           word == "بلسان";                              // with the tongue of
  }

  [[nodiscard]] bool people() const {
    if (head_row_ == nullptr) return true;
    if (head_row_->table == PartyTable::kActor) return plural_;
    if (head_row_->table == PartyTable::kNationality || head_row_->table == PartyTable::kOffice)
      return true;
    return head_row_->noun_class == NounClass::kPeople ||
           head_row_->noun_class == NounClass::kTitle ||
           head_row_->noun_class == NounClass::kVictim;
  }

  [[nodiscard]] bool ends_feminine(uint32_t token) const {
    const auto word = tokens_.folded(token);
    return word.ends_with("ه") || word.ends_with("ات");
  }

  // مسلحون, مسلحين: the n shows that no construct follows.
  [[nodiscard]] bool is_closed_plural(uint32_t token) const {
    return plural_ && (has_plural_n(token) || tokens_.folded(token).ends_with("ان"));
  }

  [[nodiscard]] bool has_plural_n(uint32_t token) const {
    const auto word = tokens_.folded(token);
    return word.ends_with("ون") || word.ends_with("ين");
  }

  // One more word or phrase on the right; false where the phrase ends.
  bool step() {
    if (complete_ || pos_ >= end_) return false;
    const auto& facts = tokens_[pos_];
    if (tokens_.kind(pos_) == TokenKind::kPunctuation) return quoted_owner();
    if ((facts.clitics & kConjunction) != 0) return joined_adjective();
    if ((facts.clitics & kPrepositionK) != 0) return false;
    if (facts.affiliation != nullptr && affiliation(*facts.affiliation)) return true;
    if ((facts.clitics & kFused) != 0) return fused_complement();
    if (word_complement()) return true;
    if (open_ && head_row_ != nullptr && facts.verb && place_of_office()) return true;
    if (facts.verb && facts.noun == nullptr && facts.adjective == nullptr &&
        facts.nationality == nullptr)
      return false;
    if (adjective()) return true;
    if (facts.stop) return false;
    return open_ && construct();
  }

  // تنظيم «داعش», قناة (سي إن إن ترك): a quoted owner after an open head.
  bool quoted_owner() {
    const uint32_t close = tokens_.quotation_end(pos_);
    if (!open_ || close == 0 || close > end_ || close - pos_ > kLongestQuote) return false;
    PhraseBuilder inner(tokens_, knowledge_, countries_, close - 1, depth_ + 1);
    inner.within_quotes = true;
    if (auto owner = inner.build(pos_ + 1)) set_owner(PartyTie::kConstruct, *owner);
    close_at(close, true);
    return true;
  }

  void close_at(uint32_t pos, bool definite) {
    pos_ = pos;
    open_ = false;
    out_.definite = out_.definite || definite;
  }

  void set_owner(PartyTie tie, const PartyPhrase& owner) {
    if (tie_ == PartyTie::kNone || tie == PartyTie::kAffiliated) {
      tie_ = tie;
      owner_ = {owner.name, owner.country, owner.sector};
      owner_is_state_ = owner.kind == ActorKind::kState;
      const bool named = knowledge_.row(owner.row).table == PartyTable::kActor;
      out_.inner = named || owner.inner.empty() ? owner.tokens : owner.inner;
      out_.inner_row = named || owner.inner.empty() ? owner.row : owner.inner_row;
      out_.inner_is_anaphor = named                 ? false
                              : owner.inner.empty() ? owner.definite && owner.country.empty()
                                                    : owner.inner_is_anaphor;
      if (tie == PartyTie::kLed) out_.inner = {};
    }
  }

  // تابعة لـ, المدعومة من, بقيادة, الذي تقوده: the word, its preposition, and the party it leads
  // to.
  bool affiliation(const Match& match) {
    const auto& row = knowledge_.row(match.row);
    const uint32_t at = match.tokens.end;
    if (at >= end_) return false;
    uint32_t begin = at;
    if (!row.prepositions.empty()) {
      if (tokens_[at].pronoun) {  // المسلحين الموالين لها: of somebody named before
        close_at(at + 1, false);
        after_affiliation_ = true;
        return true;
      }
      begin = after_preposition(row.prepositions, at);
      if (begin == end_) return false;
    } else if (tokens_[at].clitics != 0) {
      return false;
    }
    const auto owner = read_at(begin);
    if (!owner) return false;
    if (row.relation == AffiliationRelation::kAffiliated) set_owner(PartyTie::kAffiliated, *owner);
    if (row.relation == AffiliationRelation::kLed) set_owner(PartyTie::kLed, *owner);
    close_at(owner->tokens.end, false);
    after_affiliation_ = true;
    return true;
  }

  // Where the phrase after one of these prepositions begins: the same token for a fused one; end_
  // if none is there.
  [[nodiscard]] uint32_t after_preposition(const std::vector<std::string>& prepositions,
                                           uint32_t at) const {
    const unsigned clitics = tokens_[at].clitics;
    if ((clitics & kConjunction) != 0) return end_;
    if ((clitics & kPrepositionL) != 0 && contains(prepositions, "ل")) return at;
    if ((clitics & kPrepositionB) != 0 && contains(prepositions, "ب")) return at;
    if (clitics == 0 && contains(prepositions, tokens_.folded(at)) && at + 1 < end_ &&
        tokens_[at + 1].clitics == 0)
      return at + 1;
    return end_;
  }

  [[nodiscard]] bool takes_complement() const {
    return head_row_ != nullptr && head_row_->table == PartyTable::kAgentNoun &&
           !head_row_->prepositions.empty() && tie_ == PartyTie::kNone;
  }

  // مسؤول بوزارة الصحة, بيان لوزارة الداخلية
  bool fused_complement() {
    if (head_row_ == nullptr) return false;
    const bool document = head_row_->noun_class == NounClass::kDocument &&
                          (tokens_[pos_].clitics & kPrepositionL) != 0;
    if (!document &&
        (!takes_complement() || after_preposition(head_row_->prepositions, pos_) != pos_))
      return false;
    return complement_at(pos_);
  }

  // مسؤول في وزارة الصحة, عناصر من الشرطة, متحدث باسم الجيش
  bool word_complement() {
    if (!takes_complement()) return false;
    const uint32_t begin = after_preposition(head_row_->prepositions, pos_);
    if (begin != pos_ + 1) return false;
    return complement_at(begin);
  }

  bool complement_at(uint32_t begin) {
    const auto owner = read_at(begin);
    if (!owner || (owner->metonym && head_row_->noun_class != NounClass::kSource)) return false;
    set_owner(PartyTie::kComplement, *owner);
    close_at(owner->tokens.end, false);
    after_affiliation_ = true;
    return true;
  }

  // An adjective that agrees: same definiteness, and number and gender as far as spelling shows.
  bool adjective() {
    const auto& facts = tokens_[pos_];
    if (after_affiliation_ || facts.article != out_.definite || titles_a_name()) return false;
    const Match* match = nullptr;
    if (facts.nationality != nullptr && nationality_counts(*facts.nationality))
      match = facts.nationality;
    if (facts.adjective != nullptr &&
        (match == nullptr || facts.adjective->tokens.size() > match->tokens.size()))
      match = facts.adjective;
    if (match == nullptr) {
      if (!is_nisba(pos_)) return false;
      close_at(pos_ + 1, false);
      return true;
    }
    if (match->enclitic != 0 || !agrees(*match)) return false;
    const auto& row = knowledge_.row(match->row);
    if (row.table == PartyTable::kNationality && adjective_country_.empty())
      adjective_country_ = row.country;
    if (row.table == PartyTable::kAdjective && adjective_sector_.empty())
      adjective_sector_ = row.sector;
    close_at(match->tokens.end, false);
    last_adjective_end_ = pos_;
    return true;
  }

  // قوات الأمن | الصحفي أحمد سعيد (the security forces, the journalist Ahmed Said): a word of
  // office before a name begins a party of its own, though it could be an adjective.
  [[nodiscard]] bool titles_a_name() const {
    const Match* office = tokens_[pos_].office;
    if (office == nullptr || office->tokens.end >= end_) return false;
    const auto& next = tokens_[office->tokens.end];
    return next.given_name != nullptr || next.name_end != 0;
  }

  // الفصائل الإسلامية والمقاتلة: a second adjective joined to the first.
  bool joined_adjective() {
    const auto& facts = tokens_[pos_];
    if (facts.adjective == nullptr || last_adjective_end_ != pos_ || facts.article != out_.definite)
      return false;
    const bool other_party =
        facts.noun != nullptr && (facts.noun->inflection & (kPlural | kDual)) != 0;
    if (other_party || !agrees(*facts.adjective)) return false;
    close_at(facts.adjective->tokens.end, false);
    last_adjective_end_ = pos_;
    return true;
  }

  [[nodiscard]] bool agrees(const Match& match) const {
    const auto word = tokens_.folded(match.tokens.end - 1);
    const bool sound = word.ends_with("ون") || word.ends_with("ين");
    const bool plural_form = (match.inflection & kPlural) != 0 && !word.ends_with("ه");
    if (plural_form && (sound || !word.ends_with("ي"))) {
      if (!plural_ || !people() || tie_ == PartyTie::kConstruct) return false;
      const auto head = tokens_.folded(out_.head);
      if (head.ends_with("ون") && word.ends_with("ين"))
        return false;  // subject and object: فرّق المسلحون المحتجين
      return true;
    }
    if (plural_ && people() && tie_ == PartyTie::kNone && pos_ == head_end_) return false;
    if (either_gender_ || tie_ != PartyTie::kNone || pos_ != head_end_) return true;
    return feminine_ == word.ends_with("ه");
  }

  // An unknown word with the article and the ending of a relational adjective, right after a
  // definite noun.
  [[nodiscard]] bool is_nisba(uint32_t token) const {
    const auto& facts = tokens_[token];
    if (!facts.article || facts.known || facts.stop) return false;
    const auto stem = tokens_.stem(token);
    constexpr size_t kFiveLetters = 10;
    if (stem.size() < kFiveLetters) return false;
    const bool feminine = stem.ends_with("يه");
    if (!feminine && !stem.ends_with("ي")) return false;
    return either_gender_ || feminine_ == feminine;
  }

  // The owner in a construct chain: قوات النظام, مقاتلو الفصائل, وزارة الصحة.
  bool construct() {
    const auto& facts = tokens_[pos_];
    const bool singular_person = people() && !plural_ &&
                                 head_row_->noun_class != NounClass::kTitle &&
                                 head_row_->table != PartyTable::kOffice;
    if (facts.adjective != nullptr && !facts.article && facts.noun == nullptr &&
        facts.actor == nullptr)
      return false;
    if (!singular_person || (facts.article && facts.noun == nullptr)) {
      if (auto owner = read_at(pos_)) {
        if (owner->names_begin == pos_ && owner->kind == ActorKind::kPerson && people())
          return false;
        set_owner(PartyTie::kConstruct, *owner);
        close_at(owner->tokens.end, owner->definite);
        return true;
      }
    }
    if (singular_person) return false;
    if (facts.article) {
      close_at(pos_ + 1, true);
      if (tie_ == PartyTie::kNone) tie_ = PartyTie::kConstruct;
      either_gender_ = true;
      return true;
    }
    return place_of_office() || chain();
  }

  // محافظ تعز نبيل شمسان (the governor of Taiz N. Sh.), حاكم منطقة الساحل (the governor of the
  // Sahel region): where an office is held, which is no party.
  bool place_of_office() {
    const bool office =
        head_row_->table == PartyTable::kOffice || head_row_->noun_class == NounClass::kTitle;
    if (!office || pos_ != head_end_ || tie_ != PartyTie::kNone) return false;
    const bool unit = names_unit(tokens_.folded(pos_));
    const uint32_t at = unit ? pos_ + 1 : pos_;
    if (at >= end_ || tokens_.kind(at) != TokenKind::kWord) return false;
    const auto& place = tokens_[at];
    if (place.clitics != 0 || place.stop || place.locative || place.given_name != nullptr ||
        place.noun != nullptr || (place.article && !unit))
      return false;
    const bool tagged = place.name_end == at + 1 && place.name_type == NameType::kPlace;
    if (!place.proper && !tagged && !unit && !name_follows(at)) return false;
    close_at(at + 1, true);
    return true;
  }

  // محافظ تعز | نبيل: between an office and a given name stands where it is held, be it spelt as a
  // verb.
  [[nodiscard]] bool name_follows(uint32_t token) const {
    return token + 1 < end_ && tokens_[token + 1].given_name != nullptr &&
           tokens_[token + 1].clitics == 0;
  }

  [[nodiscard]] static bool names_unit(std::string_view word) {
    constexpr std::string_view kUnits[] = {
        "منطقه",   // region
        "مدينه",   // city
        "محافظه",  // governorate
        "ولايه",   // state
        "اقليم",   // province
        "مقاطعه",  // district
        "قضاء",    // district
        "مديريه",  // directorate
        "بلده",    // town
    };
    return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
  }

  // مجلس شورى ثوار بنغازي: a body's name may be a chain of words the lexicon does not know.
  bool chain() {
    const auto& facts = tokens_[pos_];
    const bool body = head_row_ != nullptr && (head_row_->noun_class == NounClass::kBody ||
                                               head_row_->noun_class == NounClass::kGroup);
    if (!body || chained_ == 2 || facts.verb || facts.event || facts.locative || facts.party ||
        tokens_.kind(pos_) != TokenKind::kWord || looks_like_verb(pos_) ||
        pos_ != head_end_ + chained_)
      return false;
    ++chained_;
    ++pos_;
    out_.definite = true;
    return true;
  }

  [[nodiscard]] bool looks_like_verb(uint32_t token) const {
    const auto word = tokens_.folded(token);
    return word.starts_with("ي") || word.starts_with("ت") || word.starts_with("س") ||
           word.ends_with("وا") || word.ends_with("ت");
  }

  // الوزير جون كيري, العميد أحمد عسيري, الشاب محمد صالح
  void add_names() {
    if (complete_ || head_row_ == nullptr || plural_ || tie_ == PartyTie::kAffiliated) return;
    const bool title = head_row_->table == PartyTable::kOffice || is_named_office() ||
                       head_row_->noun_class == NounClass::kTitle ||
                       (head_row_->noun_class == NounClass::kPeople && out_.definite);
    if (!title) return;
    step_over_tail();
    if (known_person()) return;
    uint32_t name_end = person_name_end(tokens_, pos_, end_, NameStart::kAfterTitle);
    if (pos_ < end_ && is_tagged(pos_, NameType::kPerson))
      name_end = std::max(name_end, tokens_[pos_].name_end);
    if (name_end == pos_) return;
    out_.names_begin = pos_;
    out_.names_end = name_end;
    out_.kind = ActorKind::kPerson;
    pos_ = name_end;
  }

  // وزير العدل بالحكومة المؤقتة خليفة الزروق (the minister of justice in the interim government
  // K. Z.): a phrase with a preposition that only leads on from a title to its name.
  void step_over_tail() {
    constexpr uint32_t kLongest = 5;
    const uint32_t begin = tail_begin();
    if (begin == end_) return;
    for (uint32_t t = begin + 1; t < std::min(end_, begin + kLongest); ++t) {
      const auto& facts = tokens_[t];
      if (tokens_.kind(t) != TokenKind::kWord || facts.clitics != 0 || facts.stop) return;
      if (facts.article || facts.noun != nullptr || facts.adjective != nullptr) continue;
      if (facts.given_name == nullptr && !is_tagged(t, NameType::kPerson)) continue;
      // غرفة عمليات عمر المختار (the O. al-M. operations room): a name that an open noun leads to
      const auto& before = tokens_[t - 1];
      if (!before.article && before.actor == nullptr && !before.proper) return;
      if (const auto owner = read_at(begin); owner && owner->tokens.end <= t && !owner->metonym)
        set_owner(PartyTie::kComplement, *owner);
      pos_ = t;
      return;
    }
  }

  // Where the phrase behind a title's preposition begins; end_ if none is there.
  [[nodiscard]] uint32_t tail_begin() const {
    if (pos_ >= end_ || after_affiliation_) return end_;
    const unsigned clitics = tokens_[pos_].clitics;
    if (clitics == kPrepositionB || clitics == kPrepositionL) return pos_;
    const auto word = tokens_.folded(pos_);
    const bool leads = word == "في" || word == "لدي" || word == "باسم" ||  // in, at, in the name of
                       word == "عن";                                       // (member) for
    return clitics == 0 && leads && pos_ + 1 < end_ ? pos_ + 1 : end_;
  }

  // الأمين العام للأمم المتحدة: an office that has a row of its own, as an organisation has.
  [[nodiscard]] bool is_named_office() const {
    return head_row_->table == PartyTable::kActor && tokens_[out_.head].office != nullptr &&
           tokens_[out_.head].office->tokens.end <= head_end_;
  }

  // متزعم التنظيم أبو بكر البغدادي: a person of the lexicon after a title gives the phrase his row.
  bool known_person() {
    if (pos_ >= end_ || tokens_[pos_].actor == nullptr || tokens_[pos_].clitics != 0) return false;
    const auto& match = *tokens_[pos_].actor;
    const auto& row = knowledge_.row(match.row);
    if (row.kind != ActorKind::kPerson || match.tokens.end > end_ || !may_name(match)) return false;
    head_row_ = &row;
    out_.row = match.row;
    out_.kind = ActorKind::kPerson;
    out_.names_begin = pos_;
    out_.names_end = pos_ = match.tokens.end;
    tie_ = PartyTie::kNone;
    return true;
  }

  void finish() {
    out_.tokens.end = pos_;
    out_.bare = head_row_ != nullptr && pos_ == head_end_ && out_.tokens.begin == out_.head;
    if (head_row_ == nullptr) return;
    const auto code = compose_code(*head_row_, adjective_country_, adjective_sector_, tie_, owner_,
                                   owner_is_state_);
    out_.country = code.country;
    out_.sector = code.sector;
    out_.takes_inner_code = takes_inner_code(*head_row_);
    const bool unnamed_person =
        out_.kind == ActorKind::kPerson && head_row_->table != PartyTable::kActor;
    const bool described = head_row_->table == PartyTable::kNationality || unnamed_person;
    out_.name = described ? std::string() : code.name;
    if (head_row_->table == PartyTable::kNationality && out_.sector.empty()) out_.sector = "CVL";
  }

  const TokenTable& tokens_;
  const ActorKnowledge& knowledge_;
  const std::vector<std::string>& countries_;
  uint32_t end_;
  uint32_t depth_;

  PartyPhrase out_;
  const PartyRow* head_row_ = nullptr;
  uint32_t pos_ = 0;
  uint32_t head_end_ = 0;
  uint32_t chained_ = 0;
  uint32_t last_adjective_end_ = 0;
  bool open_ = false;      // a construct may follow
  bool complete_ = false;  // nothing may follow
  bool plural_ = false;
  bool feminine_ = false;
  bool either_gender_ = false;
  bool after_affiliation_ = false;
  PartyTie tie_ = PartyTie::kNone;
  PartyCode owner_;
  bool owner_is_state_ = false;
  std::string adjective_country_;
  std::string adjective_sector_;
};

}  // namespace

std::optional<PartyPhrase> PhraseReader::read(uint32_t token, uint32_t end) const {
  return PhraseBuilder(tokens_, knowledge_, countries_, end, 0).build(token);
}

}  // namespace isnad
