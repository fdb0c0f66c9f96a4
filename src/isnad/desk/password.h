// SPDX-License-Identifier: Apache-2.0
// Passwords as they are kept, and secrets that nobody guesses. The only file of the desk that knows
// libsodium.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

inline constexpr size_t kShortestPassword = 12;   // characters, by NIST SP 800-63B without a rule
inline constexpr size_t kLongestPassword = 1000;  // bytes

// Argon2id with libsodium's interactive limits (64 MiB, two passes): about 0.1 s. The text holds
// salt and limits. Errors: kBadValue (too short or too long), kTooLarge (no memory).
[[nodiscard]] Result<std::string> hash_password(std::string_view password);
// Whether the text was made of this password. As dear as making one; with an empty `hash` it does
// the same work for nothing, so that time does not tell who has an account.
[[nodiscard]] bool is_password(std::string_view password, const std::string& hash);

// 32 random bytes in 43 letters that a cookie may hold.
[[nodiscard]] std::string random_token();
[[nodiscard]] std::string random_bytes(size_t count);
// In a time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace isnad
