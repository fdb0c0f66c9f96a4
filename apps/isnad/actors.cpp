// SPDX-License-Identifier: Apache-2.0
// `isnad actors NAME`: the parties that a name can mean, longest match first, a line each: row,
// Arabic name, English name, code, dates, why; then the code of the words as one phrase.
#include <algorithm>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/mention/actor/find_actors.h"
#include "talk.h"

namespace isnad {
namespace {

struct ActorsOptions {
  DataOptions data;
  std::string name;
};

constexpr std::string_view kTables[] = {"actors", "agent_nouns", "nationalities", "offices"};

// Which words matched, on what condition they count, and the row's own note.
std::string why(const Lexicon& lexicon, const Match& match, const Text& text,
                std::string_view given) {
  const auto span = text.given_of(match.tokens);
  std::string out = "spelt " + std::string(given.substr(span.begin, span.size()));
  if (const auto condition = lexicon.field(match.row, "condition"); !condition.empty())
    out += "; only if " + std::string(condition);
  if (lexicon.field(match.row, "article") == "required") out += "; only with the article";
  if (const auto note = lexicon.field(match.row, "note"); !note.empty())
    out += "; " + std::string(note);
  return out;
}

void print_row(const Lexicon& lexicon, const Match& match, const std::string& reason) {
  const auto field = [&](std::string_view column) {
    return std::string(lexicon.field(match.row, column));
  };
  const auto either = [&](std::string_view column, std::string_view other) {
    auto value = field(column);
    return value.empty() ? field(other) : value;
  };
  const auto country = field("country");
  const auto sector = field("sector");
  const auto code = country + (country.empty() || sector.empty() ? "" : " ") + sector;
  const auto dates = field("from") + ".." + field("to");
  std::printf(
      "%s\t%s\t%s\t%s\t%s\t%s\n",
      (std::string(lexicon.table_name(match.row)) + "/" + std::string(lexicon.id(match.row)))
          .c_str(),
      field("ar").c_str(), either("name_en", "gloss").c_str(), code.empty() ? "-" : code.c_str(),
      dates == ".." ? "-" : dates.c_str(), reason.c_str());
}

// What coding makes of the words: their composed code, the party referred back to.
void print_phrases(const ActorFinder& finder, const Report& report, const Text& text,
                   std::span<const Match> matches) {
  for (const auto& mention : finder.find(text, matches, Analysis{})) {
    const auto span = text.given_of(mention.tokens);
    std::printf("phrase\t%s\t%s\t%s\t-\twords on their own, no report around them\n",
                report.text.substr(span.begin, span.size()).c_str(),
                mention.name.empty() ? "-" : mention.name.c_str(),
                mention.code.empty() ? "-" : mention.code.c_str());
  }
}

int run_actors(const ActorsOptions& options) {
  const auto lexicon = Lexicon::load(data_folder(options.data) / "lexicon.bin");
  if (!lexicon) {
    say(describe(lexicon.error()));
    return kNotUsable;
  }
  const auto finder = ActorFinder::create(*lexicon);
  if (!finder) {
    say(describe(finder.error()));
    return kNotUsable;
  }
  Report report;
  report.text = options.name;
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(options.name.size())}}};
  const Text text = make_text(report);
  const auto matches = lexicon->find_matches(text);
  std::vector<Match> parties;
  for (const auto& match : matches) {
    const auto table = lexicon->table_name(match.row);
    if (std::find(std::begin(kTables), std::end(kTables), table) != std::end(kTables))
      parties.push_back(match);
  }
  std::stable_sort(parties.begin(), parties.end(), [](const Match& a, const Match& b) {
    return a.tokens.size() > b.tokens.size();
  });
  for (const auto& match : parties)
    print_row(*lexicon, match, why(*lexicon, match, text, report.text));
  print_phrases(*finder, report, text, matches);
  if (parties.empty()) say("no party of the lexicon is spelt so");
  return kDone;
}

}  // namespace

Command actors_command() {
  const auto options = std::make_shared<ActorsOptions>();
  Command command;
  command.name = "actors";
  command.summary = "List the parties that a name can mean, with their codes";
  // the Syrian Democratic Forces
  command.examples = "  isnad actors قسد";
  command.arguments = data_arguments(options->data);
  command.arguments.push_back({.name = "NAME",
                               .placeholder = "NAME",
                               .help = "an Arabic name or phrase",
                               .target = &options->name,
                               .required = true});
  command.run = [options] { return run_actors(*options); };
  return command;
}

}  // namespace isnad
