// SPDX-License-Identifier: Apache-2.0
// build_gazetteer GAZETTEER_FOLDER CUES_FOLDER OUT: compiles the gazetteer while the project is
// built, before the command line that does the same (isnad gazetteer build) exists.
#include <cstdio>

#include "isnad/mention/place/gazetteer_build.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: build_gazetteer GAZETTEER_FOLDER CUES_FOLDER OUT\n", stderr);
    return 2;
  }
  std::filesystem::create_directories(std::filesystem::path(argv[3]).parent_path());
  const auto size = isnad::build_gazetteer(argv[1], argv[2], argv[3]);
  if (!size) {
    std::fprintf(stderr, "%s\n", isnad::describe(size.error()).c_str());
    return 3;
  }
  return 0;
}
