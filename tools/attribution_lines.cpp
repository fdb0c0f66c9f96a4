// SPDX-License-Identifier: Apache-2.0
// Who is found to say what in many texts, for the evaluation beside it
// (tools/score_attributions.py). Standard input: one text a line, "id TAB text". Standard output:
// one attribution a line, "id TAB cue TAB narrator TAB scope TAB manner TAB the narrator's words";
// the three are spans "begin-end" in code points of the text, half open, "-" where there is none.
// With --actors the parties found, too: "id TAB actor TAB span TAB name span TAB code".
//   attribution_lines DATA_FOLDER [--actors] < lines.tsv
#include <cstdio>
#include <iostream>
#include <string>

#include "isnad/pipeline/find_mentions.h"
#include "isnad/report/read_plain.h"
#include "isnad/text/char_index.h"

namespace {

using namespace isnad;

template <class Value>
Value value_or_exit(Result<Value> result) {
  if (!result) {
    std::fputs((describe(result.error()) + "\n").c_str(), stderr);
    std::exit(3);
  }
  return std::move(*result);
}

std::string span_of(const Text& text, const CharIndex& index, TokenSpan tokens) {
  if (tokens.empty()) return "-";
  const auto span = index.given(text.given_of(tokens)).span;
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

void write_attributions(std::string_view id, const Knowledge& knowledge, const Report& report,
                        bool actors) {
  const Text text = make_text(report);
  const auto matches = knowledge.lexicon.find_matches(text);
  CodingWorkspace work;
  const Analysis analysis = knowledge.analyser.analyse(text, report.text, work.analysis);
  std::vector<Warning> warnings;
  const Mentions mentions = find_mentions(knowledge, report, text, matches, analysis, work.names, warnings);
  const Syntax syntax(text, matches, analysis, mentions, knowledge.lexicon);
  const CharIndex index(report);
  for (const auto& attribution : find_attributions(
           {report, text, matches, mentions, syntax, knowledge.lexicon, analysis}, knowledge.claims)) {
    const auto& narrator = attribution.narrator;
    const auto span = index.given(narrator.span).span;
    std::cout << id << '\t' << span_of(text, index, attribution.cue) << '\t'
              << (narrator.span.empty()
                      ? "-"
                      : std::to_string(span.begin) + "-" + std::to_string(span.end))
              << '\t' << span_of(text, index, attribution.scope) << '\t'
              << manner_name(attribution.manner) << '\t' << narrator.text << '\n';
  }
  if (!actors) return;
  for (const auto& actor : mentions.actors) {
    std::cout << id << "\tactor\t" << span_of(text, index, actor.tokens) << '\t'
              << span_of(text, index, actor.name_tokens) << '\t' << actor.code << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: attribution_lines DATA_FOLDER [--actors] < lines.tsv\n", stderr);
    return 2;
  }
  const std::filesystem::path data = argv[1];
  auto lexicon = value_or_exit(Lexicon::load(data / "lexicon.bin"));
  auto gazetteer =
      std::make_unique<Gazetteer>(value_or_exit(Gazetteer::load(data / "gazetteer.bin")));
  auto analyser = value_or_exit(Analyser::load(data / "analyser.model"));
  auto actors = value_or_exit(ActorFinder::create(lexicon));
  auto holders = value_or_exit(OfficeHolders::read(lexicon));
  OutletHomes outlets(lexicon);
  auto places = value_or_exit(PlaceFinder::create(*gazetteer, lexicon));
  auto times = value_or_exit(TimeFinder::create(lexicon));
  auto quantities = value_or_exit(QuantityFinder::create(lexicon));
  auto events = value_or_exit(EventKnowledge::read(lexicon));
  auto claims = value_or_exit(ClaimKnowledge::read(lexicon));
  auto names = value_or_exit(NameModel::load(data / "names.model", analyser));
  const Knowledge knowledge{std::move(lexicon), std::move(gazetteer), std::move(analyser),
                            std::move(actors),  std::move(holders),   std::move(outlets), std::move(places),
                            std::move(times),   std::move(quantities), std::move(events),
                            std::move(claims),  std::nullopt,         std::move(names)};
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const auto report = read_plain(std::string_view(line).substr(tab + 1), {});
    if (report) write_attributions(line.substr(0, tab), knowledge, *report, argc > 2);
  }
  return 0;
}
