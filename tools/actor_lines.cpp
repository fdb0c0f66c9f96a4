// SPDX-License-Identifier: Apache-2.0
// The parties found in many texts, for the evaluation beside it (tools/evaluate_actors.py).
// Standard input: one text a line, "id TAB text", "\n" for line ends. Standard output: one mention
// a line, "id TAB words TAB code TAB name TAB row TAB index of the mention it refers to, or -".
//   actor_lines LEXICON_FOLDER < lines.tsv
#include <cstdio>
#include <iostream>
#include <memory>

#include "isnad/lexicon/compile.h"
#include "isnad/mention/actor/find_actors.h"
#include "isnad/report/read_plain.h"

namespace {

using namespace isnad;

std::string with_line_ends(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return out;
}

void write_mentions(std::string_view id, const Report& report, const Lexicon& lexicon,
                    const ActorFinder& finder) {
  const Text text = make_text(report);
  for (const auto& mention : finder.find(text, lexicon.find_matches(text), Analysis{})) {
    const auto given = text.given_of(mention.tokens);
    std::cout << id << '\t'
              << on_one_line(std::string_view(report.text).substr(given.begin, given.size()))
              << '\t' << mention.code << '\t' << mention.name << '\t'
              << (mention.row == kNoRow ? std::string_view{} : lexicon.id(mention.row)) << '\t'
              << (mention.refers_to == UINT32_MAX ? "-" : std::to_string(mention.refers_to))
              << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: actor_lines LEXICON_FOLDER < lines.tsv\n", stderr);
    return 2;
  }
  const std::filesystem::path folders[] = {argv[1]};
  const auto bytes = build_lexicon(folders);
  if (!bytes) {
    std::fputs((describe(bytes.error()) + "\n").c_str(), stderr);
    return 3;
  }
  std::vector<char> storage(bytes->size() + 64);
  char* begin = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) % 64;
  std::copy(bytes->begin(), bytes->end(), begin);
  const auto lexicon = Lexicon::view(std::as_bytes(std::span(begin, bytes->size())));
  if (!lexicon) {
    std::fputs((describe(lexicon.error()) + "\n").c_str(), stderr);
    return 3;
  }
  const auto finder = ActorFinder::create(*lexicon);
  if (!finder) {
    std::fputs((describe(finder.error()) + "\n").c_str(), stderr);
    return 3;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const auto report = read_plain(std::string_view(with_line_ends(line.substr(tab + 1))), {});
    if (report) write_mentions(line.substr(0, tab), *report, *lexicon, *finder);
  }
  return 0;
}
