// SPDX-License-Identifier: Apache-2.0
// Feeds that the people of a desk follow: addresses, and what the last look at each brought.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/store/open_mode.h"

namespace isnad {

struct Feed {
  int64_t id = 0;
  std::string url, name;
  bool full = false;  // also the pages that its summaries link to
  std::string by, since;
  std::string looked, outcome;  // when last, and with what: a line of JSON; empty: never
};

class FeedBook {
 public:
  // Errors: those of Store::open.
  [[nodiscard]] static Result<FeedBook> open(const std::filesystem::path& path, OpenMode mode);
  FeedBook(FeedBook&&) noexcept;
  FeedBook& operator=(FeedBook&&) = delete;
  ~FeedBook();

  [[nodiscard]] Result<std::vector<Feed>> feeds();
  [[nodiscard]] Result<std::optional<Feed>> feed(int64_t id);
  // Both leave a line in the custody log. Errors: kBadValue (no http address, too long, there
  // already; no such feed).
  [[nodiscard]] Result<int64_t> add(const Feed& feed, const std::string& now);
  [[nodiscard]] Result<bool> remove(int64_t id, const std::string& by, const std::string& now);
  [[nodiscard]] Result<bool> note(int64_t id, const std::string& outcome, const std::string& now);

 private:
  struct Parts;
  explicit FeedBook(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace isnad
