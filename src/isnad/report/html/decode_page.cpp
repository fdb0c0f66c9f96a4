// SPDX-License-Identifier: Apache-2.0
// Declared names are tried only where they are on a short list: what else iconv knows is no
// encoding of the Arab press.
#include "isnad/report/html/decode_page.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "isnad/report/decode_text.h"
#include "isnad/report/transcode.h"

namespace isnad {
namespace {

constexpr size_t kHead = 4096;  // where a page declares its encoding

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// iconv's name of a declared one; null for UTF-8 and for what we do not read.
const char* converter_of(std::string_view charset) {
  struct Known {
    std::string_view name;
    const char* converter;
  };
  constexpr std::array<Known, 12> kKnown = {{{"windows-1256", "CP1256"},
                                             {"cp1256", "CP1256"},
                                             {"x-cp1256", "CP1256"},
                                             {"iso-8859-6", "ISO-8859-6"},
                                             {"iso8859-6", "ISO-8859-6"},
                                             {"arabic", "ISO-8859-6"},
                                             {"asmo-708", "ASMO_449"},
                                             {"iso-8859-1", "CP1252"},
                                             {"windows-1252", "CP1252"},
                                             {"utf-16", "UTF-16"},
                                             {"utf-16le", "UTF-16LE"},
                                             {"utf-16be", "UTF-16BE"}}};
  for (const Known& known : kKnown)
    if (known.name == charset) return known.converter;
  return nullptr;
}

// `charset` inside the first bytes: of a meta element or an XML declaration's `encoding`.
std::string declared_in(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, kHead));
  for (std::string_view name : {"charset", "encoding"}) {
    size_t at = head.find(name);
    for (; at != std::string::npos; at = head.find(name, at + 1)) {
      size_t value = at + name.size();
      while (value < head.size() && (head[value] == ' ' || head[value] == '=')) ++value;
      if (value == at + name.size()) continue;
      if (value < head.size() && (head[value] == '"' || head[value] == '\'')) ++value;
      const size_t end = head.find_first_of("\"' ;>?/\r\n\t", value);
      if (end != std::string::npos && end > value) return head.substr(value, end - value);
    }
  }
  return {};
}

// Damaged UTF-8 with U+FFFD for each byte that fits nowhere; `damaged` counts them.
std::string repaired(std::string_view bytes, size_t& damaged) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const size_t size = lead < 0x80   ? 1
                        : lead < 0xC2 ? 0
                        : lead < 0xE0 ? 2
                        : lead < 0xF0 ? 3
                        : lead < 0xF5 ? 4
                                      : 0;
    if (size > 0 && at + size <= bytes.size() &&
        (size == 1 || simdjson::validate_utf8(bytes.data() + at, size))) {
      out += bytes.substr(at, size);
      at += size;
      continue;
    }
    out += "\xEF\xBF\xBD";
    ++damaged;
    ++at;
  }
  return out;
}

bool starts_with(std::string_view bytes, std::string_view start) {
  return bytes.substr(0, start.size()) == start;
}

Result<std::string> decode_declared(std::string_view bytes, std::string_view content_type) {
  std::string charset = charset_of(content_type);
  if (charset.empty()) charset = declared_in(bytes);
  if (const char* converter = converter_of(charset)) {
    if (auto text = to_utf8(bytes, converter, 0)) return text;
  }
  size_t damaged = 0;
  std::string text = repaired(bytes, damaged);
  const bool utf8 = charset.empty() || charset == "utf-8" || charset == "utf8";
  if (utf8 && damaged * 100 < bytes.size()) return text;
  // Declared wrongly or not at all: what do the letters look like?
  auto guessed = decode_text(bytes);
  if (guessed || guessed.error().code != ErrorCode::kTooLarge) return guessed;
  return to_utf8(bytes, "CP1256", 0);
}

}  // namespace

std::string charset_of(std::string_view content_type) {
  const std::string type = lower(content_type);
  const size_t at = type.find("charset=");
  if (at == std::string::npos) return {};
  std::string value = type.substr(at + 8, type.find_first_of("; ", at + 8) - (at + 8));
  value.erase(
      std::remove_if(value.begin(), value.end(), [](char c) { return c == '"' || c == '\''; }),
      value.end());
  return value;
}

Result<std::string> decode_page(std::string_view bytes, std::string_view content_type,
                                size_t most) {
  if (bytes.size() > most) {
    return failure(ErrorCode::kTooLarge, "over " + std::to_string(most >> 20) +
                                             " MiB: too large for a page or feed of a news site");
  }
  if (bytes.empty()) return failure(ErrorCode::kEmpty, "the page is empty; nothing to code");
  if (starts_with(bytes, "\xFF\xFE")) return to_utf8(bytes.substr(2), "UTF-16LE", 2);
  if (starts_with(bytes, "\xFE\xFF")) return to_utf8(bytes.substr(2), "UTF-16BE", 2);
  const std::string_view body = starts_with(bytes, "\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  const bool nul = std::memchr(body.data(), 0, std::min(body.size(), kHead)) != nullptr;
  if (nul) return decode_text(bytes);  // UTF-16 without a mark, or binary: it knows both
  if (simdjson::validate_utf8(body.data(), body.size())) return std::string(body);
  return decode_declared(body, content_type);
}

}  // namespace isnad
