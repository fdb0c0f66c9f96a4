// SPDX-License-Identifier: Apache-2.0
// For the tests of this folder and its fuzz target: a small lexicon of parties, compiled in memory,
// and what is found in a line of text with it. Rows are written as in languages/ar, with | for the
// tab.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <stdexcept>

#include "isnad/lexicon/compile.h"
#include "isnad/mention/actor/find_actors.h"

namespace isnad::actor_test {

struct TableText {
  std::string_view name;
  std::string_view rows;
};

// One line a row; each Arabic word's meaning is its gloss in the last column.
inline constexpr TableText kTables[] = {
    {"actors",
     R"(id|ar|variants|name_en|kind|country|sector|article|condition|short_forms|gloss|source
coalition|التحالف العربي|التحالف العربي الذي تقوده السعودية|Saudi-led Coalition|state|SAU|MIL||| التحالف; طيران التحالف|coalition|t
damascus|دمشق||Syria|state|SYR|GOV||metonym||Damascus|t
hamas|حماس|حركة حماس|Hamas|armed-group|PSE|REB||||Hamas|t
iran|إيران||Iran|state|IRN|||||Iran|t
isis|تنظيم داعش|داعش; تنظيم الدولة الإسلامية|ISIS|armed-group|IMG|REB||||ISIS|t
jazeera|الجزيرة||Al Jazeera|media|QAT|JRN||article||the island|t
masirah|المسيرة||Al-Masirah|media|YEM|REB||quoted||the march|t
netanyahu|بنيامين نتنياهو|نتنياهو|Benjamin Netanyahu|person|ISR|GOV||||Netanyahu|t
nusra|جبهة النصرة||Nusra Front|armed-group|SYR|REB||||Nusra Front|t
saudi|السعودية||Saudi Arabia|state|SAU|||||Saudi Arabia|t
sohr|المرصد السوري لحقوق الإنسان||SOHR|monitor|SYR|NGO||||observatory|t
syria|سوريا||Syria|state|SYR|||||Syria|t
)"},
    {"agent_nouns", R"(id|ar|plural|variants|pos|sector|class|complements|gloss|source
army|جيش|جيوش||noun|MIL|body||army|t
attacker|مهاجم|مهاجمون||noun|UAF|people||attacker|t
civilian|مدني|مدنيون||noun|CVL|people||civilian|t
forces|قوة|قوات||noun|MIL|body|من|force|t
group|مجموعة|مجموعات||noun|UAF|group|من|group|t
gunman|مسلح|مسلحون||noun|UAF|people||gunman|t
leader|قيادي|قياديون||noun|ELI|people|في|leader|t
member|عنصر|عناصر||noun|UAF|people|من|member|t
ministry|وزارة|وزارات||noun|GOV|body||ministry|t
movement|حركة|حركات||noun|OPP|group||movement|t
official|مسؤول|مسؤولون||noun|GOV|people|في; ب|official|t
organisation|تنظيم|تنظيمات||noun|UAF|group||organisation|t
police|شرطة|||noun|COP|body||police|t
protester|محتج|محتجون||noun|CVL|people||protester|t
source|مصدر|مصادر||noun||source|في; من|source|t
spokesman|متحدث|متحدثون||noun||people|باسم|spokesman|t
)"},
    {"nationalities", R"(id|ar|plural|pos|country|condition|country_en|gloss|source
american|أمريكي|أمريكيون|adj|USA||United States|American|t
german|ألماني|ألمان|adj|DEU||Germany|German|t
malian|مالي|ماليون|adj|MLI|context|Mali|Malian; financial|t
syrian|سوري|سوريون|adj|SYR||Syria|Syrian|t
)"},
    {"offices", R"(id|ar|variants|article|sector|kind|gloss|source
brigadier|العميد||required|MIL|person|brigadier|t
foreign-minister|وزير الخارجية|||GOV|person|foreign minister|t
minister|الوزير||required|GOV|person|minister|t
)"},
    {"affiliations", R"(id|ar|variants|pos|prepositions|relation|gloss|source
affiliated|تابع||adj|ل|affiliated|affiliated to|t
backed|مدعوم||adj|من|affiliated|backed by|t
led|بقيادة||fixed|none|led|led by|t
loyal|موال|موالي; موالية|adj|ل|affiliated|loyal to|t
)"},
    {"actor_adjectives", R"(id|ar|pos|sector|gloss|source
armed|مسلح|adj|UAF|armed|t
civil|مدني|adj|CVL|civil|t
medical|طبي|adj|MED|medical|t
terrorist|إرهابي|adj|UAF|terrorist|t
)"},
    {"actor_anaphors", R"(id|ar|article|kinds|sector|gloss|source
the-army|الجيش|required|state|MIL|the army|t
the-movement|الحركة|required|armed-group||the movement|t
the-organisation|التنظيم|required|armed-group|REB|the organisation|t
)"},
    {"given_names", R"(id|ar|variants|also_word|gloss|source
ahmad|أحمد|||Ahmad|t
john|جون|||John|t
khalid|خالد|||Khalid|t
)"},
    {"actor_cues", R"(id|ar|cue|article|gloss|source
day|الأحد|stop|required|Sunday|t
father|أبو|kunya||father of|t
in|في|locative|required|in|t
in-stop|في|stop|required|in|t
some|عشرات|quantifier||dozens|t
that|أن|party||that|t
that-stop|إن|stop|required|that|t
)"},
    {"office_holders", R"(id|ar|article|name_en|from|to|gloss|source
fra-1|الرئيس الفرنسي|required|Hollande|2012-05-15|2017-05-14|the French president|t
fra-2|الرئيس الفرنسي|required|Macron|2017-05-15|2025-06-30|the French president|t
)"},
};

inline std::string with_tabs(std::string_view rows) {
  std::string out(rows);
  std::replace(out.begin(), out.end(), '|', '\t');
  return out;
}

inline void stop_at(const std::vector<LexiconFault>& faults) {
  if (!faults.empty())
    throw std::invalid_argument(faults.front().where + ": " + faults.front().what);
}

// A lexicon in memory, aligned as a mapped file is.
class ActorLexicon {
 public:
  explicit ActorLexicon(std::span<const TableText> tables = kTables) {
    LexiconSource source;
    for (const auto& table : tables)
      source.tables.push_back(
          parse_table(with_tabs(table.rows), table.name, "test.tsv", source.faults));
    std::sort(source.tables.begin(), source.tables.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    auto compiled = compile_lexicon(source, "test");
    stop_at(source.faults);
    stop_at(compiled.faults);
    storage_.resize(compiled.bytes.size() + 64);
    const auto address = reinterpret_cast<uintptr_t>(storage_.data());
    char* begin = storage_.data() + (64 - address % 64) % 64;
    std::memcpy(begin, compiled.bytes.data(), compiled.bytes.size());
    lexicon_ = std::make_unique<Lexicon>(
        *Lexicon::view(std::as_bytes(std::span(begin, compiled.bytes.size()))));
    finder_ = std::make_unique<ActorFinder>(*ActorFinder::create(*lexicon_));
  }

  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const ActorFinder& finder() const { return *finder_; }

 private:
  std::vector<char> storage_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<ActorFinder> finder_;
};

// A line of text and the parties found in it.
struct Reading {
  std::string given;
  Text text;
  std::vector<ActorMention> mentions;

  [[nodiscard]] std::string words(size_t index) const {
    const auto span = text.given_of(mentions[index].tokens);
    return given.substr(span.begin, span.size());
  }
  // "words = code" of each mention, joined by " | ".
  [[nodiscard]] std::string summary() const {
    std::string out;
    for (size_t i = 0; i < mentions.size(); ++i)
      out += (i == 0 ? "" : " | ") + words(i) + " = " + mentions[i].code;
    return out;
  }
};

inline Reading read(std::string_view line) {
  static const ActorLexicon shared;
  Report report;
  report.text = std::string(line);
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(line.size())}}};
  Reading out{report.text, make_text(report), {}};
  out.mentions =
      shared.finder().find(out.text, shared.lexicon().find_matches(out.text), Analysis{});
  return out;
}

}  // namespace isnad::actor_test
