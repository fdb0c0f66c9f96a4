// SPDX-License-Identifier: Apache-2.0
#include "isnad/export/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kText = "قُتل خمسة";         // five were killed
constexpr std::string_view kOutlet = "وكالة المنارة";  // al-Manara agency
constexpr std::string_view kMonitor = "المرصد";        // the monitor

CodedReport coded_report() {
  CodedReport coded;
  coded.report.id = "r";
  coded.report.text = kText;
  coded.report.outlet = std::string(kOutlet);
  Claim& claim = coded.claims.emplace_back();
  claim.id = "r#c1";
  claim.event.type = "ASSAULT";
  claim.event.factuality = Factuality::kDenied;
  claim.event.trigger_span = {0, 8};
  claim.event.trace = {"because of this"};
  claim.certainty = Certainty::kPossible;
  ChainLink& outlet = claim.chain.emplace_back();
  outlet.narrator.text = kOutlet;
  ChainLink& monitor = claim.chain.emplace_back();
  monitor.narrator.text = kMonitor;
  monitor.manner = Manner::kDenies;
  monitor.certainty = Certainty::kPossible;
  return coded;
}

std::string table_of(const CodedReport& coded, const TableOptions& options = {}) {
  std::string out;
  append_table(coded, options, out);
  return out;
}

std::string isolated(std::string_view text) { return "\u2068" + std::string(text) + "\u2069"; }

TEST(Table, NamesTheChainFromTheOutletInwardInIsolates) {
  EXPECT_THAT(table_of(coded_report()),
              HasSubstr(isolated(kOutlet) + " ← " + isolated(kMonitor) + " (denies, possible)\n"));
}

TEST(Table, SaysInWordsWhatColoursShow) {
  const std::string plain = table_of(coded_report());
  EXPECT_THAT(plain, HasSubstr("1  ASSAULT  denied  possible\n"));
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  std::string coloured = table_of(coded_report(), {.colour = true, .explain = false});
  EXPECT_THAT(coloured, HasSubstr("\x1b"));
  for (size_t escape; (escape = coloured.find("\x1b[")) != std::string::npos;) {
    coloured.erase(escape, coloured.find('m', escape) - escape + 1);
  }
  EXPECT_EQ(coloured, plain);
}

TEST(Table, SaysThatThereIsNoClaim) {
  CodedReport coded = coded_report();
  coded.claims.clear();
  EXPECT_THAT(table_of(coded), HasSubstr("no claims"));
}

TEST(Table, ExplainsOnlyWhenAsked) {
  EXPECT_THAT(table_of(coded_report(), {.colour = false, .explain = true}),
              HasSubstr("because of this"));
  EXPECT_THAT(table_of(coded_report()), Not(HasSubstr("because")));
}

TEST(Table, KeepsAValueOnOneLine) {
  CodedReport coded = coded_report();
  coded.report.title = "two\nlines";
  EXPECT_THAT(table_of(coded), HasSubstr(isolated("two lines")));
}

}  // namespace
}  // namespace isnad
