// SPDX-License-Identifier: Apache-2.0
// libsodium, which chooses itself on its first call.
#include "isnad/desk/password.h"

#include <sodium.h>

#include <array>

namespace isnad {
namespace {

// A hash that no password has, for names that nobody bears.
const std::string& hash_of_nobody() {
  static const std::string kHash = *hash_password(random_token());
  return kHash;
}

size_t characters(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

}  // namespace

Result<std::string> hash_password(std::string_view password) {
  if (characters(password) < kShortestPassword)
    return failure(ErrorCode::kBadValue, "a password has at least 12 characters", "password");
  if (password.size() > kLongestPassword)
    return failure(ErrorCode::kBadValue, "a password has at most 1,000 bytes", "password");
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str_alg(hash.data(), password.data(), password.size(),
                            crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return failure(ErrorCode::kTooLarge, "no memory is left to hash a password; try again");
  return std::string(hash.data());
}

bool is_password(std::string_view password, const std::string& hash) {
  const std::string& compared = hash.empty() ? hash_of_nobody() : hash;
  if (password.size() > kLongestPassword || sodium_init() < 0) return false;
  const bool same =
      crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

std::string random_bytes(size_t count) {
  std::string bytes(count, '\0');
  if (sodium_init() >= 0) randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_token() {
  const std::string bytes = random_bytes(32);
  std::string text(sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the zero that ends it
  return text;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace isnad
