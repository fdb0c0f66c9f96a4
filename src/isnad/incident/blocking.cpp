// SPDX-License-Identifier: Apache-2.0
// Keys are hashes of what the block is; a clash of hashes costs one comparison too many.
#include "isnad/incident/blocking.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr int kLongestDays = 7;
constexpr double kCellDegrees = 0.5;
constexpr double kReachDegrees = 0.25;  // about 28 km of latitude
constexpr double kWideKilometres = 30;  // a governorate or more: no cell, only its country

// The same sentence again within a month or two is a copy; years later it is a formula.
constexpr int kCopyDaysShift = 5;  // stretches of 32 days, and the ones before and after

enum class BlockKind : uint64_t {
  kCell = 1,
  kCountry,
  kWide,
  kParty,
  kWording,         // in a stretch of days
  kWordingUndated,  // of tellings without a day
  kWordingAny       // of all
};

// The day stands in the high bits: reports come roughly in order of days, so that a database finds
// and writes the keys of a day together. Whatever has no day stands in front of all.
uint64_t key_of(BlockKind kind, uint64_t day, uint64_t b, uint64_t c) {
  constexpr uint64_t kDayZero = 1U << 23U;  // 1970, amid the 24 bits of a day
  const uint64_t hash = mix(mix(mix(mix(static_cast<uint64_t>(kind)) ^ day) ^ b) ^ c);
  const bool dated = kind != BlockKind::kWordingUndated && kind != BlockKind::kWordingAny;
  return (dated ? ((day + kDayZero) & 0xFFFFFFU) << 40U : 0) | hash >> 24U;
}

bool has_days(const Telling& telling) {
  return telling.earliest && telling.latest && *telling.latest - *telling.earliest < kLongestDays;
}
bool is_wide(const Telling& telling) {
  return !telling.latitude || telling.radius_km > kWideKilometres;
}
bool is_placed(const Telling& telling) { return telling.latitude || telling.country != 0; }

int64_t cell_of(double degrees) { return static_cast<int64_t>(std::floor(degrees / kCellDegrees)); }
uint64_t cell_pair(int64_t latitude, int64_t longitude) {
  return static_cast<uint64_t>(latitude * 4096 + longitude);
}
// Degrees of longitude shrink towards the poles.
double reach_of_longitude(double latitude) {
  return kReachDegrees / std::max(0.2, std::cos(latitude * 3.14159265358979 / 180));
}

void add_cells(const Telling& telling, uint64_t day, uint64_t family, std::vector<uint64_t>& keys) {
  const double reach = reach_of_longitude(*telling.latitude);
  for (int64_t y = cell_of(*telling.latitude - kReachDegrees);
       y <= cell_of(*telling.latitude + kReachDegrees); ++y) {
    for (int64_t x = cell_of(*telling.longitude - reach); x <= cell_of(*telling.longitude + reach);
         ++x) {
      keys.push_back(key_of(BlockKind::kCell, day, cell_pair(y, x), family));
    }
  }
}

void add_parties(const Telling& telling, uint64_t day, uint64_t family,
                 std::vector<uint64_t>& keys) {
  for (const auto* parties : {&telling.agents, &telling.recipients})
    for (const uint32_t party : *parties)
      keys.push_back(key_of(BlockKind::kParty, day, party, family));
}

void file_day(const Telling& telling, int number, std::vector<uint64_t>& keys) {
  const auto day = static_cast<uint64_t>(number);
  const auto family = static_cast<uint64_t>(telling.family);
  if (telling.country != 0)
    keys.push_back(key_of(is_wide(telling) ? BlockKind::kWide : BlockKind::kCountry, day,
                          telling.country, family));
  if (!is_wide(telling)) {
    keys.push_back(key_of(BlockKind::kCell, day,
                          cell_pair(cell_of(*telling.latitude), cell_of(*telling.longitude)),
                          family));
  }
  add_parties(telling, day, family, keys);
}

void look_day(const Telling& telling, int number, std::vector<uint64_t>& keys) {
  const auto day = static_cast<uint64_t>(number);
  const auto family = static_cast<uint64_t>(telling.family);
  if (telling.country != 0) keys.push_back(key_of(BlockKind::kWide, day, telling.country, family));
  if (telling.country != 0 && is_wide(telling))
    keys.push_back(key_of(BlockKind::kCountry, day, telling.country, family));
  if (!is_wide(telling)) add_cells(telling, day, family, keys);
  add_parties(telling, day, family, keys);
}

int stretch_of(const Telling& telling) { return *telling.earliest >> kCopyDaysShift; }

void add_wording(const Telling& telling, BlockKeys& keys) {
  const auto key = [&](BlockKind kind, int stretch) {
    const auto first_day = static_cast<uint64_t>(stretch * (1 << kCopyDaysShift));
    return key_of(kind, first_day, telling.wording, telling.type);
  };
  keys.filed.push_back(key(BlockKind::kWordingAny, 0));
  if (!telling.earliest) {
    keys.filed.push_back(key(BlockKind::kWordingUndated, 0));
    keys.looked.push_back(key(BlockKind::kWordingAny, 0));
    return;
  }
  const int stretch = stretch_of(telling);
  keys.filed.push_back(key(BlockKind::kWording, stretch));
  for (const int step : {-1, 0, 1}) keys.looked.push_back(key(BlockKind::kWording, stretch + step));
  keys.looked.push_back(key(BlockKind::kWordingUndated, 0));
}

bool same_wording(const Telling& a, const Telling& b) {
  if (a.wording == 0 || a.wording != b.wording || a.type != b.type) return false;
  return !a.earliest || !b.earliest || std::abs(stretch_of(a) - stretch_of(b)) <= 1;
}

void make_set(std::vector<uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

bool shares_party(const Telling& a, const Telling& b) {
  const auto holds_one_of = [](const std::vector<uint32_t>& x, const std::vector<uint32_t>& y) {
    return std::any_of(x.begin(), x.end(), [&](uint32_t party) {
      return std::binary_search(y.begin(), y.end(), party);
    });
  };
  return holds_one_of(a.agents, b.agents) || holds_one_of(a.agents, b.recipients) ||
         holds_one_of(a.recipients, b.agents) || holds_one_of(a.recipients, b.recipients);
}

bool is_near(const Telling& a, const Telling& b) {
  return std::abs(*a.latitude - *b.latitude) <= kReachDegrees &&
         std::abs(*a.longitude - *b.longitude) <=
             std::min(reach_of_longitude(*a.latitude), reach_of_longitude(*b.latitude));
}

}  // namespace

BlockKeys block_keys(const Telling& telling) {
  BlockKeys keys;
  if (has_days(telling)) {
    for (int day = *telling.earliest; day <= *telling.latest; ++day)
      file_day(telling, day, keys.filed);
    for (int day = *telling.earliest - 1; day <= *telling.latest + 1; ++day)
      look_day(telling, day, keys.looked);
  }
  if (telling.wording != 0) add_wording(telling, keys);
  make_set(keys.filed);
  make_set(keys.looked);
  return keys;
}

bool may_meet(const Telling& a, const Telling& b) {
  if (same_wording(a, b)) return true;
  if (a.family != b.family || !has_days(a) || !has_days(b)) return false;
  if (*a.earliest > *b.latest + 1 || *b.earliest > *a.latest + 1) return false;
  if (!is_placed(a) || !is_placed(b)) return shares_party(a, b);
  if (!is_wide(a) && !is_wide(b)) return is_near(a, b);
  return a.country != 0 && a.country == b.country;
}

}  // namespace isnad
