// SPDX-License-Identifier: Apache-2.0
// Who might be a party to each event of many texts, with what speaks for it: what
// tools/train_roles.py learns from. Standard input: one text a line, "id TAB text", "\n" for line
// ends. Standard output, with offsets in bytes of the text:
//   report ID
//   event TYPE CONFIDENCE BEGIN END
//   candidate BEGIN END here|elsewhere FEATURE…
//   nobody FEATURE…
//   role_lines DATA_FOLDER < lines.tsv
#include <cstdio>
#include <iostream>

#include "isnad/pipeline/coder.h"
#include "isnad/report/read_plain.h"

namespace {

using namespace isnad;

std::string with_line_ends(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += line_end ? '\n' : text[i];
    if (line_end) ++i;
  }
  return out;
}

void write_report(std::string_view id, const CodedReport& coded) {
  std::cout << "report " << id << '\n';
  for (const auto& claim : coded.claims) {
    const auto& event = claim.event;
    std::cout << "event " << event.type << ' ' << event.confidence << ' '
              << event.trigger_span.begin << ' ' << event.trigger_span.end << '\n';
    for (const auto& line : event.evidence) std::cout << line << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: role_lines DATA_FOLDER < lines.tsv\n", stderr);
    return 2;
  }
  const std::filesystem::path data = argv[1];
  CoderPaths paths;
  paths.lexicon = data / "lexicon.bin";
  paths.gazetteer = data / "gazetteer.bin";
  paths.analyser = data / "analyser.model";
  paths.names = data / "names.model";
  paths.explain = true;
  const auto coder = Coder::load(paths);
  if (!coder) {
    std::fprintf(stderr, "%s\n", describe(coder.error()).c_str());
    return 3;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      std::fputs("a line without a tab is no \"id TAB text\"; left out\n", stderr);
      continue;
    }
    auto report = read_plain(with_line_ends(std::string_view(line).substr(tab + 1)), {});
    if (!report) {
      std::fprintf(stderr, "%s\n", describe(report.error()).c_str());
      continue;
    }
    write_report(std::string_view(line).substr(0, tab), coder->code(std::move(*report)));
  }
  return 0;
}
