// SPDX-License-Identifier: Apache-2.0
// The longest weapon wins, and a weapon without a means word keeps its own.
#include "isnad/mention/weapon/find_weapons.h"

#include <gtest/gtest.h>

#include <cstring>

#include "isnad/lexicon/compile.h"

namespace isnad {
namespace {

std::vector<std::string> weapons_in(std::string_view line) {
  LexiconSource source;
  // ammunition, mortar shell, shell
  source.tables.push_back(
      parse_table("id\tar\tplural\tpos\tweapon\tmeans\tgloss\tsource\n"
                  "ammunition\tذخيرة\tذخائر\tnoun\tammunition\t\tammunition\tt\n"
                  "mortar-shell\tقذيفة هاون\tقذائف هاون\tnoun\tmortar\tmortar\tmortar shell\tt\n"
                  "shell\tقذيفة\tقذائف\tnoun\tshell\tshelling\tshell\tt\n",
                  "weapons", "test.tsv", source.faults));
  const auto compiled = compile_lexicon(source, "test");
  std::vector<char> storage(compiled.bytes.size() + 64);
  char* begin = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) % 64;
  std::memcpy(begin, compiled.bytes.data(), compiled.bytes.size());
  const auto lexicon = Lexicon::view(std::as_bytes(std::span(begin, compiled.bytes.size())));
  Report report;
  report.text = std::string(line);
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(line.size())}}};
  std::vector<std::string> out;
  for (const auto& weapon : find_weapons(lexicon->find_matches(make_text(report)), *lexicon))
    out.push_back(weapon.word);
  return out;
}

TEST(FindWeapons, NamesTheLongestOnly) {
  EXPECT_EQ(weapons_in("سقطت قذيفة هاون ثم قذائف"),
            (std::vector<std::string>{"mortar", "shelling"}));  // a mortar shell, then shells
}

TEST(FindWeapons, FallsBackOnTheWeaponWhereNoMeansIsSuggested) {
  EXPECT_EQ(weapons_in("وضبطت ذخائر"),
            std::vector<std::string>{"ammunition"});  // ammunition was seized
}

TEST(FindWeapons, FindsNoneInOtherWords) {
  EXPECT_TRUE(weapons_in("عاد الهدوء").empty());
}  // calm returned

}  // namespace
}  // namespace isnad
