// SPDX-License-Identifier: Apache-2.0
// Addresses that a desk may fetch from for its users, and those it may not.
#include "isnad/fetch/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace isnad {
namespace {

bool is_public(const char* text) {
  sockaddr_in6 six{};
  if (inet_pton(AF_INET6, text, &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    return is_public_address(reinterpret_cast<const sockaddr&>(six));
  }
  sockaddr_in four{};
  EXPECT_EQ(inet_pton(AF_INET, text, &four.sin_addr), 1) << text;
  four.sin_family = AF_INET;
  return is_public_address(reinterpret_cast<const sockaddr&>(four));
}

TEST(PublicAddress, TheOpenNetworkIs) {
  for (const char* open : {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1",
                           "172.32.0.1", "192.167.1.1", "223.255.255.255", "2606:4700::1111",
                           "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"})
    EXPECT_TRUE(is_public(open)) << open;
}

TEST(PublicAddress, ThisMachineAndItsNeighboursAreNot) {
  for (const char* closed : {"0.0.0.0",
                             "127.0.0.1",
                             "127.255.255.255",
                             "10.1.2.3",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.1.1",
                             "169.254.169.254",
                             "100.64.0.1",
                             "224.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "fe80::1",
                             "fc00::1",
                             "fd12::1",
                             "ff02::1",
                             "::ffff:127.0.0.1",
                             "::ffff:169.254.169.254",
                             "64:ff9b::7f00:1",
                             "2002:7f00:1::1"})
    EXPECT_FALSE(is_public(closed)) << closed;
}

}  // namespace
}  // namespace isnad
