// SPDX-License-Identifier: Apache-2.0
// Reads the pattern columns of a row (compile.h lists them) and inflects them.
#include "isnad/lexicon/patterns.h"

#include <iterator>

#include "isnad/lexicon/lexicon.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

// Folded, with single spaces between words.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : fold_only(text)) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// "غارة/غارات" → folded parts.
std::vector<std::string> parts_of(std::string_view item) {
  std::vector<std::string> parts;
  size_t begin = 0;
  while (begin <= item.size()) {
    const size_t end = std::min(item.find('/', begin), item.size());
    if (auto part = folded(item.substr(begin, end - begin)); !part.empty())
      parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

void append(std::vector<InflectedForm>& forms, std::vector<InflectedForm> more) {
  forms.insert(forms.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

std::vector<std::string> folded_items(std::string_view field) {
  std::vector<std::string> out;
  for (const auto item : list_items(field)) out.push_back(folded(item));
  return out;
}

constexpr std::string_view kOwnAlef[] = {
    "أل",  // a-l
    "إل",  // i-l
    "آل",  // ā-l
};

// Words of the given spelling that begin with these letters. A final tāʾ marbūṭa may change, so it
// is left off.
void add_own_alef(std::string_view field, std::vector<std::string>& out) {
  constexpr std::string_view kSeparators = " ;/";
  constexpr size_t kLetter = 2;  // bytes
  for (size_t begin = 0; begin < field.size();) {
    const size_t end = std::min(field.find_first_of(kSeparators, begin), field.size());
    const auto word = field.substr(begin, end - begin);
    for (const std::string_view start : kOwnAlef) {
      if (!word.starts_with(start)) continue;
      auto stem = folded(word);
      if (stem.ends_with("ه")) stem.resize(stem.size() - kLetter);
      out.push_back(std::move(stem));
    }
    begin = end + 1;
  }
}

// Forms that stand as they are spelt.
InflectedForm as_spelt(std::string_view spelling) {
  constexpr std::string_view kHaa = "ه";  // hāʾ
  return {folded(spelling), kUninflected, spelling.ends_with(kHaa)};
}

std::vector<InflectedForm> verb_item(const std::vector<std::string>& parts) {
  return inflect_verb(parts.at(0), parts.size() > 1 ? parts.at(1) : std::string());
}

std::vector<InflectedForm> noun_item(const std::vector<std::string>& parts) {
  return inflect_noun(parts.at(0), {parts.begin() + 1, parts.end()});
}

}  // namespace

RowPatterns patterns_of(const SourceTable& table, const SourceRow& row,
                        std::vector<LexiconFault>& faults) {
  RowPatterns out;
  const auto article = table.field(row, "article");
  if (article == "required")
    out.article = layout::ArticleRule::kAsSpelt;
  else if (article == "forbidden")
    out.article = layout::ArticleRule::kForbidden;
  else if (!article.empty())
    faults.push_back({row.where, "article must be required, forbidden or empty"});

  for (const auto column : {"ar", "variants", "plural", "nouns", "adjectives", "phrases"})
    add_own_alef(table.field(row, column), out.own_alef);
  const auto pos = table.field(row, "pos");
  const auto present = folded(table.field(row, "imperfect"));
  const auto plurals = folded_items(table.field(row, "plural"));
  std::vector<std::string_view> spellings = list_items(table.field(row, "variants"));
  if (const auto main = table.field(row, "ar"); !folded(main).empty())
    spellings.insert(spellings.begin(), main);
  for (size_t i = 0; i < spellings.size(); ++i) {
    // Plurals and the present belong to the main spelling; a variant stands for itself, as
    // "past/present" if a verb.
    const auto parts = parts_of(spellings[i]);
    if (parts.empty()) continue;
    if (pos == "verb")
      append(out.forms,
             parts.size() > 1 ? verb_item(parts) : inflect_verb(parts[0], i == 0 ? present : ""));
    else if (pos == "noun")
      append(out.forms, inflect_noun(parts[0], i == 0 ? plurals : std::vector<std::string>{}));
    else if (pos == "adj")
      append(out.forms, inflect_adjective(parts[0], i == 0 ? plurals : std::vector<std::string>{}));
    else if (pos.empty() || pos == "fixed") {
      out.forms.push_back(as_spelt(spellings[i]));
      if (i == 0)
        for (const auto& plural : plurals) out.forms.push_back({plural, kPlural});
    } else {
      faults.push_back(
          {row.where, "pos must be verb, noun, adj, fixed or empty, not " + std::string(pos)});
      break;
    }
  }
  for (const auto item : list_items(table.field(row, "verbs"))) {
    if (const auto parts = parts_of(item); !parts.empty()) append(out.forms, verb_item(parts));
  }
  for (const auto item : list_items(table.field(row, "nouns"))) {
    if (const auto parts = parts_of(item); !parts.empty()) append(out.forms, noun_item(parts));
  }
  for (const auto item : list_items(table.field(row, "adjectives"))) {
    if (const auto parts = parts_of(item); !parts.empty()) {
      append(out.forms, inflect_adjective(parts[0], {parts.begin() + 1, parts.end()}));
    }
  }
  for (const auto phrase : list_items(table.field(row, "phrases")))
    out.forms.push_back(as_spelt(phrase));
  return out;
}

}  // namespace isnad
