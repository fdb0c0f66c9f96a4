// SPDX-License-Identifier: Apache-2.0
// Codes the text on standard input and prints one line a claim: what, how surely, according to
// whom.
#include <iostream>
#include <iterator>

#include "isnad/pipeline/load_coder.h"
#include "isnad/report/read_plain.h"

int main() {
  isnad::CoderData data;
  data.folder = ISNAD_DATA;
  const auto coder = isnad::load_coder(data);
  if (!coder) {
    std::cerr << isnad::describe(coder.error()) << '\n';
    return 3;
  }
  const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  isnad::ReportDefaults defaults;
  defaults.id = "standard input";
  auto report = isnad::read_plain(std::string_view(bytes), defaults);
  if (!report) {
    std::cerr << isnad::describe(report.error()) << '\n';
    return 1;
  }
  for (const isnad::Claim& claim : coder->code(std::move(*report)).claims) {
    std::cout << claim.event.type << '\t' << isnad::certainty_name(claim.certainty) << '\t'
              << claim.chain.back().narrator.text << '\n';
  }
}
