// SPDX-License-Identifier: Apache-2.0
// evaluate_place_names GAZETTEER.bin CORPUS.tsv [--errors]: location names found in a corpus of
// named entities (token TAB tag a line, BIO with LOC, blank line after a sentence), as precision,
// recall and F1 over whole names.
//
// The corpus splits some proclitics off as tokens of their own (ل, ب, و); news does not, so single
// letters are glued to the next token before the text is read. A found name counts as right when it
// covers exactly the gold tokens, leading clitic tokens aside. "names only": described, relative
// and anaphoric mentions are left out, and so is what stands inside an organisation's name.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "isnad/mention/place/place_finder.h"

namespace {

struct GoldToken {
  std::string text;
  std::string tag;
  uint32_t begin = 0, end = 0;  // bytes in the report's text
  bool clitic = false;
};
struct GoldSentence {
  std::vector<GoldToken> tokens;
};

std::vector<GoldSentence> read_corpus(const char* path) {
  std::vector<GoldSentence> sentences(1);
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) {
      if (line.empty() && !sentences.back().tokens.empty()) sentences.emplace_back();
      continue;
    }
    sentences.back().tokens.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  if (sentences.back().tokens.empty()) sentences.pop_back();
  return sentences;
}

bool is_split_clitic(const std::string& token) {
  return token == "و" || token == "ف" || token == "ب" || token == "ل" || token == "ك" ||
         token == "لل";
}

// Sentences as paragraphs of one report, a hundred at a time: the corpus has no documents.
isnad::Report report_of(std::vector<GoldSentence>& sentences, size_t first, size_t last) {
  isnad::Report report;
  for (size_t i = first; i < last; ++i) {
    isnad::Zone zone;
    zone.span.begin = static_cast<uint32_t>(report.text.size());
    std::vector<GoldToken>& tokens = sentences[i].tokens;
    for (size_t t = 0; t < tokens.size(); ++t) {
      GoldToken& token = tokens[t];
      token.begin = static_cast<uint32_t>(report.text.size());
      report.text += token.text;
      token.end = static_cast<uint32_t>(report.text.size());
      token.clitic = is_split_clitic(token.text) && t + 1 < tokens.size();
      if (!token.clitic) report.text += ' ';
    }
    zone.span.end = static_cast<uint32_t>(report.text.size());
    report.text += "\n";
    report.zones.push_back(zone);
  }
  return report;
}

using Name = std::pair<uint32_t, uint32_t>;  // byte span of its first and last gold token

// Gold tokens that a byte span covers, clitics at its front left out.
Name snapped(const std::vector<GoldSentence>& sentences, size_t first, size_t last,
             isnad::ByteSpan span) {
  Name name{UINT32_MAX, 0};
  for (size_t i = first; i < last; ++i) {
    for (const GoldToken& token : sentences[i].tokens) {
      if (token.end <= span.begin || token.begin >= span.end || token.clitic) continue;
      name.first = std::min(name.first, token.begin);
      name.second = std::max(name.second, token.end);
    }
  }
  return name;
}

std::set<Name> gold_names(const std::vector<GoldSentence>& sentences, size_t first, size_t last) {
  std::set<Name> names;
  for (size_t i = first; i < last; ++i) {
    const std::vector<GoldToken>& tokens = sentences[i].tokens;
    for (size_t t = 0; t < tokens.size(); ++t) {
      if (tokens[t].tag != "B-LOC") continue;
      Name name{tokens[t].begin, tokens[t].end};
      for (size_t next = t + 1; next < tokens.size() && tokens[next].tag == "I-LOC"; ++next)
        name.second = tokens[next].end;
      names.insert(name);
    }
  }
  return names;
}

struct Counts {
  size_t right = 0, found = 0, gold = 0;
};

void print_error(const char* kind, const std::string& text, Name name, const std::string& more) {
  const size_t from =
      text.rfind('\n', name.first) == std::string::npos ? 0 : text.rfind('\n', name.first) + 1;
  size_t begin = std::max<size_t>(from, name.first > 60 ? name.first - 60 : 0);
  while (begin > from && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  size_t end = std::min<size_t>(text.size(), name.second + 60);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  std::string line = text.substr(begin, name.first - begin) + "[[" +
                     text.substr(name.first, name.second - name.first) + "]]" +
                     text.substr(name.second, end - name.second);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::printf("%s\t%s\t%s\n", kind, line.c_str(), more.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: evaluate_place_names GAZETTEER.bin CORPUS.tsv [--errors]\n", stderr);
    return 2;
  }
  const bool show = argc > 3;
  const auto gazetteer = isnad::Gazetteer::load(argv[1]);
  if (!gazetteer) {
    std::fprintf(stderr, "%s\n", isnad::describe(gazetteer.error()).c_str());
    return 3;
  }
  const isnad::PlaceFinder finder = isnad::PlaceFinder::create(*gazetteer);
  std::vector<GoldSentence> sentences = read_corpus(argv[2]);
  constexpr size_t kSentencesAReport = 20;
  Counts counts;
  for (size_t first = 0; first < sentences.size(); first += kSentencesAReport) {
    const size_t last = std::min(sentences.size(), first + kSentencesAReport);
    const isnad::Report report = report_of(sentences, first, last);
    const isnad::Text text = isnad::make_text(report);
    const std::set<Name> gold = gold_names(sentences, first, last);
    std::set<Name> found;
    for (const isnad::PlaceMention& mention : finder.find(text, {}, {})) {
      if (mention.form != isnad::PlaceForm::kName) continue;
      if (mention.within_actor && mention.role != isnad::PlaceRole::kOffice) continue;
      const Name name = snapped(sentences, first, last, text.given_of(mention.name));
      const bool is_new = found.insert(name).second;
      if (show && is_new && gold.count(name) == 0) {
        print_error("extra", report.text, name,
                    mention.place.gazetteer_id + " " + mention.place.name_en + " " +
                        std::string(isnad::place_feature_name(mention.place.feature)) + " " +
                        mention.place.country + " " + std::to_string(mention.confidence));
      }
    }
    for (const Name& name : gold) {
      if (found.count(name) != 0) {
        ++counts.right;
      } else if (show) {
        print_error("missed", report.text, name, "");
      }
    }
    counts.found += found.size();
    counts.gold += gold.size();
  }
  const double precision = 100.0 * static_cast<double>(counts.right) /
                           static_cast<double>(std::max<size_t>(counts.found, 1));
  const double recall = 100.0 * static_cast<double>(counts.right) /
                        static_cast<double>(std::max<size_t>(counts.gold, 1));
  std::printf("names %zu  found %zu  right %zu  precision %.1f  recall %.1f  F1 %.1f\n",
              counts.gold, counts.found, counts.right, precision, recall,
              2 * precision * recall / std::max(precision + recall, 1e-9));
  return 0;
}
