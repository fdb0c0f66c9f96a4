// SPDX-License-Identifier: Apache-2.0
// The registries of special addresses (RFC 6890), as far as a connection could lead there.
#include "isnad/fetch/public_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace isnad {
namespace {

struct Block {
  uint32_t first;
  unsigned bits;
};

constexpr uint32_t address(uint32_t a, uint32_t b, uint32_t c) {
  return (a << 24U) | (b << 16U) | (c << 8U);
}

constexpr std::array<Block, 14> kSpecial = {{{address(0, 0, 0), 8},
                                             {address(10, 0, 0), 8},
                                             {address(100, 64, 0), 10},
                                             {address(127, 0, 0), 8},
                                             {address(169, 254, 0), 16},
                                             {address(172, 16, 0), 12},
                                             {address(192, 0, 0), 24},
                                             {address(192, 0, 2), 24},
                                             {address(192, 168, 0), 16},
                                             {address(198, 18, 0), 15},
                                             {address(198, 51, 100), 24},
                                             {address(203, 0, 113), 24},
                                             {address(224, 0, 0), 4},
                                             {address(240, 0, 0), 4}}};

bool is_public(uint32_t host) {
  return std::none_of(kSpecial.begin(), kSpecial.end(), [&](const Block& block) {
    return ((host ^ block.first) >> (32U - block.bits)) == 0;
  });
}

bool is_public(const std::array<uint8_t, 16>& bytes) {
  const auto inside = [&](size_t at) {
    return is_public((uint32_t{bytes[at]} << 24U) | (uint32_t{bytes[at + 1]} << 16U) |
                     (uint32_t{bytes[at + 2]} << 8U) | uint32_t{bytes[at + 3]});
  };
  constexpr std::array<uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  constexpr std::array<uint8_t, 12> kTranslated = {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
  if (std::equal(kMapped.begin(), kMapped.end(), bytes.begin()) ||
      std::equal(kTranslated.begin(), kTranslated.end(), bytes.begin()))
    return inside(12);
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return inside(2);  // 6to4
  return (bytes[0] & 0xe0U) == 0x20U;                          // global unicast, 2000::/3
}

}  // namespace

bool is_public_address(const sockaddr& given) {
  if (given.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &given, sizeof four);
    return is_public(ntohl(four.sin_addr.s_addr));
  }
  if (given.sa_family != AF_INET6) return false;
  sockaddr_in6 six{};
  std::memcpy(&six, &given, sizeof six);
  std::array<uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return is_public(bytes);
}

}  // namespace isnad
