// SPDX-License-Identifier: Apache-2.0
// list_places GAZETTEER.bin FILE…: the place mentions of plain-text reports, one a line,
// tab-separated: file, begin, end (code points of the file's text), form, role, preposition, text,
// Arabic name, id, latitude, longitude, radius, confidence, path, why. For looking, and for
// tools/score_place_mentions.py.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "isnad/mention/place/place_finder.h"
#include "isnad/report/read_plain.h"

namespace {

size_t code_points(std::string_view text) {
  size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

void print_mention(const char* file, const isnad::Report& report, const isnad::Text& text,
                   const isnad::PlaceMention& mention) {
  const isnad::ByteSpan span = text.given_of(mention.tokens);
  std::string words = report.text.substr(span.begin, span.size());
  for (char& letter : words) letter = letter == '\n' || letter == '\t' ? ' ' : letter;
  std::string path;
  for (const std::string& link : mention.place.path) path += (path.empty() ? "" : " > ") + link;
  std::printf("%s\t%zu\t%zu\t%d\t%d\t%d\t%s\t%s\t%s\t%.4f\t%.4f\t%.0f\t%.2f\t%s\t%s%s\n", file,
              code_points(std::string_view(report.text).substr(0, span.begin)),
              code_points(std::string_view(report.text).substr(0, span.end)),
              static_cast<int>(mention.form), static_cast<int>(mention.role),
              static_cast<int>(mention.preposition), words.c_str(), mention.place.name_ar.c_str(),
              mention.place.gazetteer_id.c_str(), mention.place.latitude.value_or(0),
              mention.place.longitude.value_or(0), mention.place.radius_km,
              static_cast<double>(mention.confidence), path.c_str(),
              mention.within_actor ? "(within actor) " : "", mention.why.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: list_places GAZETTEER.bin FILE...\n", stderr);
    return 2;
  }
  const auto gazetteer = isnad::Gazetteer::load(argv[1]);
  if (!gazetteer) {
    std::fprintf(stderr, "%s\n", isnad::describe(gazetteer.error()).c_str());
    return 3;
  }
  const isnad::PlaceFinder finder = isnad::PlaceFinder::create(*gazetteer);
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const auto report = isnad::read_plain(bytes.str(), {});
    if (!report) {
      std::fprintf(stderr, "%s: %s\n", argv[i], isnad::describe(report.error()).c_str());
      continue;
    }
    const isnad::Text text = isnad::make_text(*report);
    for (const auto& mention : finder.find(text, {}, {.given = report->text}))
      print_mention(argv[i], *report, text, mention);
  }
  return 0;
}
