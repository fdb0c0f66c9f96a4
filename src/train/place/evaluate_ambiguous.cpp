// SPDX-License-Identifier: Apache-2.0
// evaluate_ambiguous GAZETTEER.bin TABLE.tsv [LEAST]: how many of the table's marked names are told
// right (scenarios/place). Fails below LEAST per cent. Prints each wrong one and the share of right
// ones; nothing is trained, so there is nothing to leave out.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "isnad/mention/place/ambiguous_table.h"

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::fputs("usage: evaluate_ambiguous GAZETTEER.bin TABLE.tsv [LEAST]\n", stderr);
    return 2;
  }
  const auto gazetteer = isnad::Gazetteer::load(argv[1]);
  const auto table = isnad::PlaceTable::read(argv[2]);
  if (!gazetteer || !table) {
    std::fprintf(stderr, "%s\n",
                 isnad::describe(gazetteer ? table.error() : gazetteer.error()).c_str());
    return 3;
  }
  const isnad::AmbiguousScore score = isnad::score_ambiguous(*gazetteer, *table);
  for (const std::string& wrong : score.wrong) std::printf("wrong\t%s\n", wrong.c_str());
  const double share = 100.0 * static_cast<double>(score.right) / static_cast<double>(score.all);
  std::printf("right %zu of %zu (%.1f %%)\n", score.right, score.all, share);
  return argc == 4 && share < std::atof(argv[3]) ? 1 : 0;
}
