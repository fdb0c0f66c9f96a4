// SPDX-License-Identifier: Apache-2.0
// SHA-1 (FIPS 180-4), HMAC (RFC 2104), and the codes over them; libsodium has no SHA-1.
#include "isnad/desk/one_time_code.h"

#include <array>
#include <bit>

#include "isnad/desk/password.h"

namespace isnad {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr size_t kBlock = 64;

uint32_t word_at(std::string_view bytes, size_t at) {
  uint32_t word = 0;
  for (size_t i = 0; i < 4; ++i) word = (word << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return word;
}

void put(std::string& out, uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

using State = std::array<uint32_t, 5>;

void mix(State& state, std::string_view block) {
  std::array<uint32_t, 80> words{};
  for (size_t i = 0; i < 16; ++i) words[i] = word_at(block, 4 * i);
  for (size_t i = 16; i < 80; ++i)
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  auto [a, b, c, d, e] = state;
  for (size_t i = 0; i < 80; ++i) {
    uint32_t f = b ^ c ^ d;
    uint32_t k = i < 40 ? 0x6ED9EBA1U : 0xCA62C1D6U;
    if (i < 20) {
      f = (b & c) | (~b & d);
      k = 0x5A827999U;
    } else if (i >= 40 && i < 60) {
      f = (b & c) | (b & d) | (c & d);
      k = 0x8F1BBCDCU;
    }
    const uint32_t next = std::rotl(a, 5) + f + e + k + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

std::string hmac(std::string_view key, std::string_view message) {
  std::string padded = key.size() > kBlock ? sha1(key) : std::string(key);
  padded.resize(kBlock, '\0');
  std::string inner = padded;
  std::string outer = padded;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
  return sha1(outer + sha1(inner + std::string(message)));
}

}  // namespace

std::string sha1(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % kBlock != 56) padded += '\0';
  put(padded, static_cast<uint64_t>(bytes.size()) * 8, 8);
  State state = {0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  for (size_t at = 0; at < padded.size(); at += kBlock)
    mix(state, std::string_view(padded).substr(at, kBlock));
  std::string hash;
  for (const uint32_t word : state) put(hash, word, 4);
  return hash;
}

std::string one_time_code(std::string_view secret, int64_t step) {
  std::string message;
  put(message, static_cast<uint64_t>(step), 8);
  const std::string hash = hmac(secret, message);
  const auto offset = static_cast<size_t>(hash.back() & 0x0F);
  const uint32_t number = (word_at(hash, offset) & 0x7FFFFFFFU) % 1'000'000;
  std::string digits = std::to_string(number);
  return std::string(6 - digits.size(), '0') + digits;
}

std::optional<int64_t> step_of_code(std::string_view secret, std::string_view code,
                                    int64_t seconds) {
  std::optional<int64_t> found;
  for (int64_t step = seconds / 30 - 1; step <= seconds / 30 + 1; ++step)
    if (same_secret(one_time_code(secret, step), code)) found = step;
  return found;
}

std::string base32(std::string_view bytes) {
  std::string text;
  uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += kLetters[(held >> static_cast<unsigned>(bits)) & 31U];
    }
  }
  if (bits > 0) text += kLetters[(held << static_cast<unsigned>(5 - bits)) & 31U];
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string bytes;
  uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const size_t value = kLetters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << 5U) | static_cast<uint32_t>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> static_cast<unsigned>(bits)) & 0xFFU);
  }
  return bytes;
}

std::string otpauth_address(std::string_view user, std::string_view secret32) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string name;
  for (const char c : user) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) {
      name += c;
    } else {
      name += '%';
      name += kDigits[byte >> 4U];
      name += kDigits[byte & 15U];
    }
  }
  return "otpauth://totp/Isnad:" + name + "?secret=" + std::string(secret32) + "&issuer=Isnad";
}

}  // namespace isnad
