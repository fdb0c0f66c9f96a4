// SPDX-License-Identifier: Apache-2.0
// See treebank.h.
#include "train/treebank.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "isnad/analysis/self_check.h"

namespace isnad::train {
namespace {

using Columns = std::vector<std::string_view>;

Columns split(std::string_view line) {
  Columns columns;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return columns;
}

int32_t to_number(std::string_view text, int32_t otherwise) {
  int32_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

TreebankToken make_token(std::string_view surface, const TreebankSentence& sentence, uint32_t words,
                         bool space) {
  TreebankToken token;
  token.surface = surface;
  plain_letters(surface, token.plain);
  token.kind = kind_of_token(surface);
  token.first_word = static_cast<uint32_t>(sentence.words.size());
  token.words = words;
  token.space_before = space;
  return token;
}

// State of the sentence being read.
class SentenceReader {
 public:
  explicit SentenceReader(uint32_t source) : source_(source) { sentence_.source = source; }

  void add(const Columns& columns) {
    const std::string_view id = columns[0];
    const size_t dash = id.find('-');
    const bool glued = columns[9].find("SpaceAfter=No") != std::string_view::npos;
    if (dash != std::string_view::npos) {
      const int32_t first = to_number(id.substr(0, dash), 1),
                    last = to_number(id.substr(dash + 1), 1);
      sentence_.tokens.push_back(make_token(
          columns[1], sentence_, static_cast<uint32_t>(std::max(1, last - first + 1)), space_));
      inside_ = static_cast<uint32_t>(std::max(1, last - first + 1));
      space_ = !glued;
      return;
    }
    if (inside_ == 0) {
      sentence_.tokens.push_back(make_token(columns[1], sentence_, 1, space_));
      space_ = !glued;
    } else if (--inside_ == 0 && glued) {
      space_ = false;
    }
    add_word(columns);
  }
  void set_text(std::string_view text) { sentence_.text = text; }

  void finish(std::vector<TreebankSentence>& out) {
    if (!sentence_.words.empty()) {
      const auto n = static_cast<int32_t>(sentence_.words.size());
      for (TreebankWord& word : sentence_.words) {
        if (word.head >= 0) word.head = word.head == 0 || word.head > n ? n : word.head - 1;
      }
      sentence_.has_tree = std::all_of(sentence_.words.begin(), sentence_.words.end(),
                                       [](const TreebankWord& w) { return w.head >= 0; });
      sentence_.has_morphology = std::any_of(sentence_.words.begin(), sentence_.words.end(),
                                             [](const TreebankWord& w) { return w.lemma != "_"; });
      out.push_back(std::move(sentence_));
    }
    sentence_ = {};
    sentence_.source = source_;
    inside_ = 0;
    space_ = true;
  }

 private:
  void add_word(const Columns& columns) {
    TreebankWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    plain_letters(columns[1], word.plain);
    word.token = static_cast<uint32_t>(sentence_.tokens.size() - 1);
    word.upos = upos_named(columns[3]).value_or(Upos::kX);
    word.features = read_features(columns[5]);
    word.head = to_number(columns[6], -1);
    word.deprel = deprel_named(columns[7]);
    sentence_.words.push_back(std::move(word));
  }

  uint32_t source_;
  TreebankSentence sentence_;
  uint32_t inside_ = 0;  // words still to come of a multiword token
  bool space_ = true;
};

}  // namespace

Result<bool> read_treebank(const std::filesystem::path& path, uint32_t source,
                           std::vector<TreebankSentence>& out) {
  std::ifstream file(path);
  if (!file)
    return failure(ErrorCode::kMissingFile, "cannot open the treebank; check the path",
                   path.string());
  SentenceReader reader(source);
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      reader.finish(out);
      continue;
    }
    if (line.starts_with("# text = ")) reader.set_text(std::string_view(line).substr(9));
    if (line.front() == '#') continue;
    const Columns columns = split(line);
    if (columns.size() != 10 || columns[0].empty() || columns[1].empty()) {
      return failure(ErrorCode::kBadValue, "a line of CoNLL-U has ten columns separated by tabs",
                     path.string() + ":" + std::to_string(number));
    }
    if (columns[0].find('.') == std::string_view::npos) reader.add(columns);
  }
  reader.finish(out);
  return true;
}

}  // namespace isnad::train
