// SPDX-License-Identifier: Apache-2.0
#include "isnad/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/dump.h"

namespace isnad {
namespace {

// Bytes of a compiled lexicon at an address aligned as a mapped file's is.
class LexiconInMemory {
 public:
  explicit LexiconInMemory(const std::string& bytes) : storage_(bytes.size() + 64) {
    const auto address = reinterpret_cast<uintptr_t>(storage_.data());
    begin_ = storage_.data() + (64 - address % 64) % 64;
    std::memcpy(begin_, bytes.data(), bytes.size());
    auto loaded = Lexicon::view(std::as_bytes(std::span(begin_, bytes.size())));
    if (!loaded)
      ADD_FAILURE() << describe(loaded.error());
    else
      lexicon_ = std::make_unique<Lexicon>(std::move(*loaded));
  }
  [[nodiscard]] const Lexicon& get() const { return *lexicon_; }

 private:
  std::vector<char> storage_;
  char* begin_ = nullptr;
  std::unique_ptr<Lexicon> lexicon_;
};

LexiconSource source_of(std::string_view tsv, std::string_view name) {
  LexiconSource source;
  source.tables.push_back(parse_table(tsv, name, "test.tsv", source.faults));
  return source;
}

Text text_of(std::string_view words) {
  Report report;
  report.text = std::string(words);
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(words.size())}}};
  return make_text(report);
}

// "id[begin,end)" of each match, for comparing at a glance.
std::vector<std::string> found(std::string_view tsv, std::string_view words) {
  const auto compiled = compile_lexicon(source_of(tsv, "test"), "test");
  for (const auto& fault : compiled.faults) ADD_FAILURE() << fault.where << ": " << fault.what;
  const LexiconInMemory lexicon(compiled.bytes);
  std::vector<std::string> out;
  for (const auto& match : lexicon.get().find_matches(text_of(words))) {
    out.push_back(std::string(lexicon.get().id(match.row)) + "[" +
                  std::to_string(match.tokens.begin) + "," + std::to_string(match.tokens.end) +
                  ")");
  }
  return out;
}

using testing::Test;
using Ids = std::vector<std::string>;

TEST(Matcher, TakesCliticsOffBothEnds) {
  const std::string_view tsv =
      "id\tar\tpos\tgloss\tsource\n"
      "attack\tهجوم\tnoun\tattack\ttest\n";
  EXPECT_EQ(found(tsv, "وبالهجوم"), Ids{"attack[0,1)"});  // and by the attack
  EXPECT_EQ(found(tsv, "للهجوم"), Ids{"attack[0,1)"});    // to the attack
  EXPECT_EQ(found(tsv, "هجومهم"), Ids{"attack[0,1)"});    // their attack
  EXPECT_EQ(found(tsv, "هجوماً"), Ids{"attack[0,1)"});     // an attack, accusative
  EXPECT_EQ(found(tsv, "الهجومين"), Ids{"attack[0,1)"});  // the two attacks
  EXPECT_EQ(found(tsv, "هجومية"), Ids{});                 // offensive (adjective): another word
}

TEST(Matcher, OpensTehMarbutaBeforeAPronoun) {
  const std::string_view tsv =
      "id\tar\tpos\tplural\tgloss\tsource\n"
      "raid\tغارة\tnoun\tغارات\traid\ttest\n";
  EXPECT_EQ(found(tsv, "غارته"), Ids{"raid[0,1)"});    // his raid
  EXPECT_EQ(found(tsv, "غاراتها"), Ids{"raid[0,1)"});  // her raids
  EXPECT_EQ(found(tsv, "غارتين"), Ids{"raid[0,1)"});   // two raids
}

TEST(Matcher, TakesNoPronounOffTehMarbuta) {
  const std::string_view tsv =
      "id\tar\tpos\tplural\tgloss\tsource\n"
      "condition\tشرط\tnoun\tشروط\tcondition\ttest\n";
  EXPECT_EQ(found(tsv, "شرطه"), Ids{"condition[0,1)"});  // his condition
  EXPECT_EQ(found(tsv, "الشرطة"), Ids{});                // the police
  EXPECT_EQ(found(tsv, "شرطةً"), Ids{});                  // police, with vowel signs
}

TEST(Matcher, FindsPhrasesWithAnOptionalArticleAndNestedOnes) {
  const std::string_view tsv =
      "id\tar\tgloss\tsource\n"
      "army\tالجيش السوري\tthe Syrian army\ttest\n"
      "sdf\tقوات سوريا الديمقراطية\tSDF\ttest\n"
      "syria\tسوريا\tSyria\ttest\n";
  // to the SDF; the Syrian army; a Syrian army
  EXPECT_EQ(found(tsv, "لقوات سوريا الديمقراطية"), (Ids{"sdf[0,3)", "syria[1,2)"}));
  EXPECT_EQ(found(tsv, "الجيش السوري"), Ids{"army[0,2)"});
  EXPECT_EQ(found(tsv, "جيش سوري"), Ids{"army[0,2)"});
}

TEST(Matcher, ObeysTheArticleRule) {
  const std::string_view tsv =
      "id\tar\tarticle\tgloss\tsource\n"
      "al-bab\tالباب\trequired\tal-Bab, a town\ttest\n"
      "peace\tسلام\tforbidden\tSalam, a name\ttest\n";
  EXPECT_EQ(found(tsv, "في الباب"), Ids{"al-bab[1,2)"});  // in al-Bab
  EXPECT_EQ(found(tsv, "في باب"), Ids{});                 // in a door
  EXPECT_EQ(found(tsv, "السلام"), Ids{});                 // peace
  EXPECT_EQ(found(tsv, "سلام"), Ids{"peace[0,1)"});       // Salam
}

TEST(Matcher, InflectsVerbsOfEveryRoot) {
  const std::string_view tsv =
      "id\tar\timperfect\tpos\tgloss\tsource\n"
      "attack\tهاجم\tيهاجم\tverb\tattack\ttest\n"
      "deny\tنفى\tينفي\tverb\tdeny\ttest\n"
      "say\tقال\tيقول\tverb\tsay\ttest\n"
      "shell\tقصف\tيقصف\tverb\tshell\ttest\n";
  EXPECT_EQ(found(tsv, "وقصفوه"), Ids{"shell[0,1)"});   // and they shelled it
  EXPECT_EQ(found(tsv, "سيقصفون"), Ids{"shell[0,1)"});  // they will shell
  EXPECT_EQ(found(tsv, "نفت"), Ids{"deny[0,1)"});       // she denied
  EXPECT_EQ(found(tsv, "لم ينف"), Ids{"deny[1,2)"});    // he did not deny
  EXPECT_EQ(found(tsv, "قيل"), Ids{"say[0,1)"});        // it was said
  EXPECT_EQ(found(tsv, "يقال"), Ids{"say[0,1)"});       // it is said
  EXPECT_EQ(found(tsv, "هوجمت"), Ids{"attack[0,1)"});   // she was attacked
  EXPECT_EQ(found(tsv, "بقصف"), Ids{});                 // a verb takes no bi-
}

TEST(Matcher, TakesNoVerbsFirstLettersForAnArticle) {
  const std::string_view tsv =
      "id\tar\timperfect\tpos\tgloss\tsource\n"
      "meet\tالتقى\tيلتقي\tverb\tmeet\ttest\n";
  EXPECT_EQ(found(tsv, "التقى الوزير"), Ids{"meet[0,1)"});  // the minister met
  EXPECT_EQ(found(tsv, "والتقت الوفد"), Ids{"meet[0,1)"});  // and she met the delegation
  EXPECT_EQ(found(tsv, "التقي"), Ids{"meet[0,1)"});         // as some spell it
  EXPECT_EQ(found(tsv, "تقى"), Ids{});                      // piety
}

// The token of the object that stands apart from its verb, of the first match that has one.
uint32_t object_apart(std::string_view tsv, std::string_view table, std::string_view words) {
  const auto compiled = compile_lexicon(source_of(tsv, table), "test");
  const LexiconInMemory lexicon(compiled.bytes);
  for (const auto& match : lexicon.get().find_matches(text_of(words))) {
    if (match.apart != UINT32_MAX) return match.apart;
  }
  return UINT32_MAX;
}

TEST(Matcher, FindsAFramesVerbAndObjectAroundTheSubject) {
  const std::string_view tsv =
      "id\tverbs\tgloss\tsource\n"
      "sever\tقطع علاقاته/يقطع; قطع العلاقات/يقطع\tcut ties\ttest\n"
      "call\tدعا إلى ضبط النفس/يدعو\tcall for restraint\ttest\n";
  // Turkey cut the ties; Turkey and its allies cut, on Monday, the ties
  EXPECT_EQ(object_apart(tsv, "frames", "قطعت تركيا العلاقات"), 2U);
  EXPECT_EQ(object_apart(tsv, "frames", "قطعت تركيا وحلفاؤها يوم الاثنين العلاقات"), 5U);
  // side by side; behind a comma; with a preposition: to the ties
  EXPECT_EQ(object_apart(tsv, "frames", "قطعت العلاقات"), UINT32_MAX);
  EXPECT_EQ(object_apart(tsv, "frames", "قطعت تركيا الماء، العلاقات"), UINT32_MAX);
  EXPECT_EQ(object_apart(tsv, "frames", "قطعت تركيا للعلاقات"), UINT32_MAX);
  // an object of several words: called both sides to restraint; to self-control of another kind
  EXPECT_EQ(object_apart(tsv, "frames", "دعا الطرفين إلى ضبط النفس"), 2U);
  EXPECT_EQ(object_apart(tsv, "frames", "دعا الطرفين إلى ضبط الحدود"), UINT32_MAX);
  // other tables take their words as they stand
  EXPECT_EQ(object_apart(tsv, "reporting", "قطعت تركيا العلاقات"), UINT32_MAX);
}

TEST(Matcher, ShortensOnlyVerbsWhoseMiddleIsWeak) {
  const std::string_view tsv =
      "id\tar\timperfect\tpos\tgloss\tsource\n"
      "back\tأيد\tيؤيد\tverb\tback\ttest\n"
      "dismiss\tأقال\tيقيل\tverb\tdismiss\ttest\n"
      "evacuate\tأجلى\tيجلي\tverb\tevacuate\ttest\n"
      "note\tنوه\tينوه\tverb\tnote\ttest\n";
  EXPECT_EQ(found(tsv, "لم يقل"), Ids{"dismiss[1,2)"});  // he did not dismiss
  EXPECT_EQ(found(tsv, "انه"), Ids{});                   // that he: no "I note"
  EXPECT_EQ(found(tsv, "أودى"), Ids{});                  // carried off: no "I back"
  EXPECT_EQ(found(tsv, "من أجل"), Ids{});                // for the sake of: no "I evacuate"
}

TEST(Matcher, DoesNotCrossSentences) {
  const std::string_view tsv =
      "id\tar\tgloss\tsource\n"
      "sdf\tقوات سوريا الديمقراطية\tSDF\ttest\n";
  EXPECT_EQ(found(tsv, "وصلت قوات. سوريا الديمقراطية"), Ids{});  // forces arrived. Democratic Syria
}

TEST(LexiconSource, NamesFileAndLineOfEveryFault) {
  const auto source = source_of("id\tar\tgloss\na\tb\tc\td\nعربي\tb\tc\n", "test");
  ASSERT_EQ(source.faults.size(), 2U);
  EXPECT_EQ(source.faults[0].where, "test.tsv:2");
  EXPECT_EQ(source.faults[1].where, "test.tsv:3");
}

TEST(CompiledLexicon, IsTheSameForTheSameTextAndSurvivesADumpRoundTrip) {
  const std::string_view tsv =
      "id\tar\tpos\tgloss\tsource\n"
      "attack\tهجوم\tnoun\tattack\ttest\n"
      "zone\tمنطقة\tnoun\tzone\ttest\n";
  const auto first = compile_lexicon(source_of(tsv, "test"), "p");
  EXPECT_EQ(first.bytes, compile_lexicon(source_of(tsv, "test"), "p").bytes);
  const LexiconInMemory lexicon(first.bytes);
  LexiconSource again;
  for (const auto& [name, text] : dump_lexicon(lexicon.get())) {
    again.tables.push_back(parse_table(text, name, name, again.faults));
  }
  EXPECT_TRUE(again.faults.empty());
  EXPECT_EQ(compile_lexicon(again, "p").bytes, first.bytes);
}

TEST(CompiledLexicon, IsRefusedWhereverAByteIsChanged) {
  const auto compiled =
      compile_lexicon(source_of("id\tar\tgloss\tsource\na\tهجوم\tattack\ttest\n", "test"), "p");
  for (size_t i = 0; i < compiled.bytes.size(); i += 7) {
    std::string bad = compiled.bytes;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    alignas(64) static std::array<char, 1 << 16> memory;
    ASSERT_LE(bad.size(), memory.size());
    std::memcpy(memory.data(), bad.data(), bad.size());
    EXPECT_FALSE(Lexicon::view(std::as_bytes(std::span(memory.data(), bad.size()))))
        << "byte " << i;
  }
}

}  // namespace
}  // namespace isnad
