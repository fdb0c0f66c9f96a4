// SPDX-License-Identifier: Apache-2.0
// The stored form of a telling: words of 32 bits, a version first.
#include <algorithm>
#include <bit>
#include <cmath>

#include "isnad/incident/telling.h"

namespace isnad {
namespace {

constexpr uint32_t kVersion = 0x49540001;
constexpr uint32_t kAbsent = 0x80000000;  // of a day or a count; no value of either is this

uint32_t word_of(std::optional<int> value) {
  return value ? static_cast<uint32_t>(*value) : kAbsent;
}
// Counts are kept up to what 31 bits hold: nobody reports two thousand million dead.
uint32_t word_of(std::optional<int64_t> value) {
  return value ? static_cast<uint32_t>(std::clamp<int64_t>(*value, 0, INT32_MAX)) : kAbsent;
}
uint32_t word_of(std::optional<double> value) {
  return std::bit_cast<uint32_t>(value ? static_cast<float>(*value) : NAN);
}

// Takes words off the front; past the end it gives zeros and remembers.
class Words {
 public:
  explicit Words(std::span<const uint32_t> words) : words_(words) {}
  uint32_t word() {
    if (words_.empty()) {
      short_ = true;
      return 0;
    }
    const uint32_t first = words_.front();
    words_ = words_.subspan(1);
    return first;
  }
  std::optional<int> day() {
    const uint32_t value = word();
    return value == kAbsent ? std::nullopt : std::optional(static_cast<int>(value));
  }
  std::optional<int64_t> count() {
    const uint32_t value = word();
    return value == kAbsent ? std::nullopt : std::optional(static_cast<int64_t>(value));
  }
  std::optional<double> real() {
    const auto value = std::bit_cast<float>(word());
    return std::isfinite(value) ? std::optional(static_cast<double>(value)) : std::nullopt;
  }
  std::vector<uint32_t> list() {
    const uint32_t size = word();
    if (size > words_.size()) {
      short_ = true;
      return {};
    }
    std::vector<uint32_t> values(words_.begin(), words_.begin() + size);
    words_ = words_.subspan(size);
    return values;
  }
  [[nodiscard]] bool whole() const { return !short_ && words_.empty(); }

 private:
  std::span<const uint32_t> words_;
  bool short_ = false;
};

}  // namespace

std::vector<uint32_t> pack(const Telling& telling) {
  std::vector<uint32_t> words = {kVersion,
                                 static_cast<uint32_t>(telling.stable),
                                 static_cast<uint32_t>(telling.stable >> 32U),
                                 static_cast<uint32_t>(telling.claim),
                                 static_cast<uint32_t>(telling.family),
                                 telling.type,
                                 telling.mode,
                                 telling.means,
                                 telling.lemma,
                                 (telling.main ? 1U : 0U) | (telling.background ? 2U : 0U) |
                                     (telling.denied ? 4U : 0U) | (telling.dated ? 8U : 0U),
                                 word_of(telling.earliest),
                                 word_of(telling.latest),
                                 word_of(telling.latitude),
                                 word_of(telling.longitude),
                                 word_of(std::optional(telling.radius_km)),
                                 telling.country,
                                 telling.place,
                                 word_of(telling.killed_low),
                                 word_of(telling.killed_high),
                                 word_of(telling.injured_low),
                                 word_of(telling.injured_high),
                                 static_cast<uint32_t>(telling.wording),
                                 static_cast<uint32_t>(telling.wording >> 32U)};
  for (const auto* list :
       {&telling.places, &telling.agents, &telling.recipients, &telling.pieces}) {
    words.push_back(static_cast<uint32_t>(list->size()));
    words.insert(words.end(), list->begin(), list->end());
  }
  words.insert(words.end(), telling.signature.begin(), telling.signature.end());
  return words;
}

std::optional<Telling> unpack(std::span<const uint32_t> packed) {
  Words words(packed);
  if (words.word() != kVersion) return std::nullopt;
  Telling telling;
  telling.stable = words.word();
  telling.stable |= static_cast<uint64_t>(words.word()) << 32U;
  telling.claim = static_cast<int>(words.word());
  telling.family = static_cast<TypeFamily>(std::min(words.word(), 2U));
  telling.type = words.word();
  telling.mode = words.word();
  telling.means = words.word();
  telling.lemma = words.word();
  const uint32_t flags = words.word();
  telling.main = (flags & 1U) != 0;
  telling.background = (flags & 2U) != 0;
  telling.denied = (flags & 4U) != 0;
  telling.dated = (flags & 8U) != 0;
  telling.earliest = words.day();
  telling.latest = words.day();
  telling.latitude = words.real();
  telling.longitude = words.real();
  telling.radius_km = words.real().value_or(0);
  telling.country = words.word();
  telling.place = words.word();
  telling.killed_low = words.count();
  telling.killed_high = words.count();
  telling.injured_low = words.count();
  telling.injured_high = words.count();
  telling.wording = words.word();
  telling.wording |= static_cast<uint64_t>(words.word()) << 32U;
  telling.places = words.list();
  telling.agents = words.list();
  telling.recipients = words.list();
  telling.pieces = words.list();
  for (uint32_t& value : telling.signature) value = words.word();
  return words.whole() ? std::optional(std::move(telling)) : std::nullopt;
}

}  // namespace isnad
