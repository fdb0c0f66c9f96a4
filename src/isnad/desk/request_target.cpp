// SPDX-License-Identifier: Apache-2.0
// RFC 3986 paths, and queries as HTML forms write them (plus signs are spaces).
#include "isnad/desk/request_target.h"

#include <simdjson.h>

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kMost = 64;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] == '%') {
      const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
      const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (out.find('\0') != std::string::npos || !simdjson::validate_utf8(out.data(), out.size()))
    return std::nullopt;
  return out;
}

// Calls `take` with each part between the marks; false where it refuses one.
template <class Take>
bool each_part(std::string_view text, char mark, Take take) {
  for (;;) {
    const size_t end = text.find(mark);
    if (!take(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view RequestTarget::value(std::string_view name) const {
  const auto found = std::find_if(query.begin(), query.end(),
                                  [&](const auto& pair) { return pair.first == name; });
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

bool RequestTarget::has(std::string_view name) const {
  return std::any_of(query.begin(), query.end(),
                     [&](const auto& pair) { return pair.first == name; });
}

std::optional<RequestTarget> parse_target(std::string_view raw) {
  if (raw.empty() || raw.front() != '/') return std::nullopt;
  raw = raw.substr(0, raw.find('#'));
  const size_t mark = raw.find('?');
  RequestTarget target;
  const bool good_path = each_part(raw.substr(0, mark).substr(1), '/', [&](std::string_view part) {
    auto segment = decoded(part, false);
    if (!segment || *segment == "." || *segment == ".." || target.path.size() == kMost)
      return false;
    target.path.push_back(std::move(*segment));
    return true;
  });
  if (!good_path) return std::nullopt;
  if (mark == std::string_view::npos) return target;
  const bool good_query = each_part(raw.substr(mark + 1), '&', [&](std::string_view part) {
    if (part.empty()) return true;
    const size_t equals = part.find('=');
    auto name = decoded(part.substr(0, equals), true);
    auto value = decoded(equals == std::string_view::npos ? "" : part.substr(equals + 1), true);
    if (!name || !value || target.query.size() == kMost) return false;
    target.query.emplace_back(std::move(*name), std::move(*value));
    return true;
  });
  return good_query ? std::optional(std::move(target)) : std::nullopt;
}

}  // namespace isnad
