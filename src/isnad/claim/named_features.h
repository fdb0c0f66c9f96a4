// SPDX-License-Identifier: Apache-2.0
// The features of one claim while they are being gathered: names with their weights in the sum.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/event/confidence_model.h"

namespace isnad {

class NamedFeatures {
 public:
  // In a report of one sentence nothing but the sentence speaks for the event, so what is told of
  // it weighs otherwise there: each such feature stands twice, once with where it was met. Judged
  // sentences are of few types, and what holds for those need not hold for others: so "where"
  // names the type, too.
  NamedFeatures(bool lone, std::string_view type)
      : where_(lone ? "lone " + std::string(type) + ":" : std::string("report:")) {}

  void add(std::string_view name) { structural_.emplace_back(name); }
  void add(std::string_view kind, std::string_view value) {
    structural_.push_back(named(kind, value));
  }
  void add_word(std::string_view kind, std::string_view value) {
    lexical_.push_back(named(kind, value));
  }

  std::vector<Feature> take() {
    std::vector<Feature> out;
    for (auto* names : {&structural_, &lexical_}) {
      std::sort(names->begin(), names->end());
      names->erase(std::unique(names->begin(), names->end()), names->end());
    }
    for (const auto& name : structural_) {
      out.push_back({name, 1});
      out.push_back({where_ + name, 1});
    }
    for (auto& name : lexical_) out.push_back({std::move(name), 1});
    return out;
  }

 private:
  static std::string named(std::string_view kind, std::string_view value) {
    std::string name(kind);
    name += '=';
    name += value;
    return name;
  }

  std::string where_;
  std::vector<std::string> structural_, lexical_;
};

}  // namespace isnad
