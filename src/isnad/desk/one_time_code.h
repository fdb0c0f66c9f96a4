// SPDX-License-Identifier: Apache-2.0
// One-time codes as authenticator programs show them: RFC 6238 over RFC 4226, SHA-1, six digits,
// thirty seconds; that is what all of them know. SHA-1's collisions do not matter to HMAC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

// The code of a step (seconds since 1970 divided by 30) under a secret in bytes.
[[nodiscard]] std::string one_time_code(std::string_view secret, int64_t step);
// The step whose code it is, of the present one and its two neighbours; nothing where it is none's.
[[nodiscard]] std::optional<int64_t> step_of_code(std::string_view secret, std::string_view code,
                                                  int64_t seconds);

// RFC 4648 without padding; nothing for other letters.
[[nodiscard]] std::string base32(std::string_view bytes);
[[nodiscard]] std::optional<std::string> from_base32(std::string_view text);
// What an authenticator program reads from a picture or a link.
[[nodiscard]] std::string otpauth_address(std::string_view user, std::string_view secret32);

[[nodiscard]] std::string sha1(std::string_view bytes);  // 20 bytes

}  // namespace isnad
