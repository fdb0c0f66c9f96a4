// SPDX-License-Identifier: Apache-2.0
// One table or one switch for each kind of name.
#include "isnad/event/role_feature_names.h"

#include <iterator>
#include <utility>

namespace isnad {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::kAgent:
      return "agent";
    case Role::kRecipient:
      return "recipient";
    case Role::kBoth:
      return "both";
    case Role::kArmedAgent:
      return "armed";
    case Role::kWeapon:
      return "weapon";
    case Role::kPlace:
      return "place";
    case Role::kEvent:
    case Role::kNone:
      break;
  }
  return "none";
}

std::string_view kind_name(ActorKind kind) {
  static constexpr std::string_view kNames[] = {"state",   "armed",  "organisation", "media",
                                                "monitor", "person", "people"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view relation_name(Deprel deprel) {
  return deprel == Deprel::kNone ? std::string_view("none") : deprel_name(deprel);
}

std::string_view preposition_name(std::string_view folded) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"علي", "ala"},       // on, against
      {"في", "fi"},         // in
      {"من", "min"},        // from
      {"الي", "ila"},       // to
      {"عن", "an"},         // about
      {"ضد", "didda"},      // against
      {"مع", "maa"},        // with
      {"بين", "bayna"},     // between
      {"بعد", "baada"},     // after
      {"قبل", "qabla"},     // before, by
      {"امام", "amama"},    // in front of
      {"يد", "yad"},        // (at the) hand (of)
      {"ايدي", "yad"},      // (at the) hands (of)
      {"جانب", "janib"},    // (on the) part (of)
      {"نحو", "nahwa"},     // towards
      {"خلال", "khilala"},  // during
      {"بحق", "bi-haqq"},   // against, upon
      {"لدي", "lada"},      // with, at
  };
  for (const auto& [word, name] : kNames) {
    if (word == folded) return name;
  }
  return "other";
}

std::string_view count_name(size_t n) {
  static constexpr std::string_view kNames[] = {"0", "1", "2"};
  return n < std::size(kNames) ? kNames[n] : "3m";
}

std::string_view distance_name(uint32_t n) {
  if (n <= 3) return count_name(n);
  if (n <= 5) return "4-5";
  if (n <= 8) return "6-8";
  if (n <= 14) return "9-14";
  return "far";
}

}  // namespace isnad
