// SPDX-License-Identifier: Apache-2.0
// Whether an address is one of the open network. A desk that fetches for its users must not be a
// way into the network that it stands in.
#pragma once

struct sockaddr;

namespace isnad {

// False for this machine, private and local networks, and what is no address of one machine; an
// IPv4 address inside an IPv6 one counts as what it is.
[[nodiscard]] bool is_public_address(const sockaddr& address);

}  // namespace isnad
