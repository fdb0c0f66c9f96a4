// SPDX-License-Identifier: Apache-2.0
// One candidate of one event as features: for role_features.cpp and the files named below, which
// define the members, a family a file.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "isnad/event/feature_list.h"
#include "isnad/event/role_candidates.h"

namespace isnad {

class Describer {
 public:
  Describer(const RoleSetting& setting, const ToldEvent& event, std::span<const RoleCandidate> all,
            size_t index, FeatureList& out);
  void run();

 private:
  // role_features.cpp
  [[nodiscard]] std::string_view kind() const;
  [[nodiscard]] bool rule_gives(Role role) const;
  [[nodiscard]] bool on_left() const;
  [[nodiscard]] std::string_view side() const;
  [[nodiscard]] std::string_view is_party() const;

  // role_features_of_words.cpp
  void construction();
  void party();
  void words();
  [[nodiscard]] std::string_view preposition() const;
  void position();
  void between();
  void speaker();
  void left_verb();

  // role_features_of_trees.cpp
  [[nodiscard]] uint32_t word_of(uint32_t token) const;
  void tree();
  [[nodiscard]] uint32_t head() const;
  [[nodiscard]] std::string_view agrees_as() const;
  static std::string_view pronoun_as(uint8_t enclitic);
  void agreement();
  void doubts();
  [[nodiscard]] bool is_harmed() const;
  [[nodiscard]] bool is_teller() const;
  void other_events();

  // role_features_elsewhere.cpp
  void from_elsewhere();
  void roles_elsewhere();

  const RoleSetting& in_;
  const ToldEvent& event_;
  std::span<const RoleCandidate> all_;
  size_t index_;
  const RoleCandidate& it_;
  FeatureList& out_;
  TokenSpan sentence_;
  std::string_view shape_, scheme_, kind_;
  std::string type_;
};

}  // namespace isnad
