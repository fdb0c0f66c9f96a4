// SPDX-License-Identifier: Apache-2.0
// Names of tags, features and relations as UD spells them, and back.
#include "isnad/analysis/analysis.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "isnad/analysis/tag_layout.h"

namespace isnad {
namespace {

constexpr std::string_view kUposNames[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                           "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                           "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::string_view kDeprelNames[] = {
    "_",          "root",    "acl",      "acl:relcl", "advcl",        "advmod",     "amod",
    "appos",      "aux",     "aux:pass", "case",      "cc",           "ccomp",      "clf",
    "compound",   "conj",    "cop",      "csubj",     "dep",          "det",        "discourse",
    "dislocated", "expl",    "fixed",    "flat",      "flat:foreign", "goeswith",   "iobj",
    "list",       "mark",    "nmod",     "nsubj",     "nsubj:pass",   "nummod",     "obj",
    "obl",        "obl:arg", "orphan",   "parataxis", "punct",        "reparandum", "vocative",
    "xcomp"};
static_assert(std::size(kDeprelNames) == static_cast<size_t>(Deprel::kXcomp) + 1);

struct FeatureNames {
  std::string_view name;
  std::array<std::string_view, 4> values;  // of 1, 2, 3, 4
};
// In UD's alphabetical order; the number is feature_value's group.
struct OrderedFeature {
  int group;
  FeatureNames names;
};
constexpr OrderedFeature kFeatures[] = {
    {3, {"Aspect", {"Perf", "Imp", "", ""}}},      {7, {"Case", {"Nom", "Gen", "Acc", ""}}},
    {6, {"Definite", {"Ind", "Def", "Cons", ""}}}, {0, {"Gender", {"Masc", "Fem", "", ""}}},
    {4, {"Mood", {"Ind", "Sub", "Jus", "Imp"}}},   {1, {"Number", {"Sing", "Dual", "Plur", ""}}},
    {2, {"Person", {"1", "2", "3", ""}}},          {8, {"Polarity", {"Neg", "", "", ""}}},
    {5, {"Voice", {"Act", "Pass", "", ""}}},
};

template <class Names>
int find_name(const Names& names, std::string_view name) {
  for (size_t i = 0; i < std::size(names); ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

std::string_view upos_name(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }
std::string_view deprel_name(Deprel deprel) { return kDeprelNames[static_cast<size_t>(deprel)]; }

std::optional<Upos> upos_named(std::string_view name) {
  const int i = find_name(kUposNames, name);
  return i < 0 ? std::nullopt : std::optional(static_cast<Upos>(i));
}

Deprel deprel_named(std::string_view name) {
  const int whole = find_name(kDeprelNames, name);
  if (whole >= 0) return static_cast<Deprel>(whole);
  const int universal = find_name(kDeprelNames, name.substr(0, name.find(':')));
  return universal > 0 ? static_cast<Deprel>(universal) : Deprel::kDep;
}

void append_features(const Features& features, std::string& out) {
  const size_t start = out.size();
  for (const auto& [group, names] : kFeatures) {
    const uint8_t value = feature_value(features, static_cast<uint32_t>(group));
    if (value == 0) continue;
    if (out.size() > start) out += '|';
    out += names.name;
    out += '=';
    out += names.values[value - 1u];
  }
  if (out.size() == start) out += '_';
}

Features read_features(std::string_view text) {
  Features features;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('|'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    for (const auto& [group, names] : kFeatures) {
      const int value = names.name == pair.substr(0, equals)
                            ? find_name(names.values, pair.substr(equals + 1))
                            : -1;
      if (value >= 0)
        set_feature(features, static_cast<uint32_t>(group), static_cast<uint32_t>(value) + 1);
    }
  }
  return features;
}

}  // namespace isnad
