// SPDX-License-Identifier: Apache-2.0
// Rows of `feeds`.
#include "isnad/store/feed_book.h"

#include "isnad/store/custody.h"
#include "isnad/store/database.h"
#include "isnad/store/schema.h"

namespace isnad {
namespace {

constexpr size_t kLongestAddress = 2000;
constexpr const char* kColumns =
    "SELECT id, url, name, full, by, since, coalesce(looked, ''), coalesce(outcome, '') FROM feeds";

Feed read(const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.integer(3) != 0,
          row.text(4),    row.text(5), row.text(6), row.text(7)};
}

}  // namespace

struct FeedBook::Parts {
  explicit Parts(std::unique_ptr<Database> opened)
      : database(std::move(opened)), custody(*database) {}
  std::unique_ptr<Database> database;
  CustodyLog custody;
  [[nodiscard]] Result<bool> sound() const {
    if (database->fault()) return tl::unexpected(*database->fault());
    return true;
  }
};

FeedBook::FeedBook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FeedBook::FeedBook(FeedBook&&) noexcept = default;
FeedBook::~FeedBook() = default;

Result<FeedBook> FeedBook::open(const std::filesystem::path& path, OpenMode mode) {
  auto database = open_current(path, mode);
  if (!database) return tl::unexpected(database.error());
  return FeedBook(std::make_unique<Parts>(std::move(*database)));
}

Result<std::vector<Feed>> FeedBook::feeds() {
  Statement rows(*parts_->database, std::string(kColumns) + " ORDER BY name, url");
  std::vector<Feed> feeds;
  rows.with();
  while (rows.step()) feeds.push_back(read(rows));
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return feeds;
}

Result<std::optional<Feed>> FeedBook::feed(int64_t id) {
  Statement row(*parts_->database, std::string(kColumns) + " WHERE id = ?");
  std::optional<Feed> feed;
  if (row.with(id).step()) feed = read(row);
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return feed;
}

Result<int64_t> FeedBook::add(const Feed& feed, const std::string& now) {
  const bool web = feed.url.starts_with("http://") || feed.url.starts_with("https://");
  if (!web || feed.url.size() > kLongestAddress ||
      feed.url.find_first_of(" \r\n\t") != std::string::npos)
    return failure(ErrorCode::kBadValue, "is no address of a feed; begin it with https://", "url");
  Statement known(*parts_->database, "SELECT 1 FROM feeds WHERE url = ?");
  if (known.with(feed.url).step())
    return failure(ErrorCode::kBadValue, "the feed is there already", "url");
  known.reset();
  parts_->database->begin();
  Statement(*parts_->database,
            "INSERT INTO feeds(url, name, full, by, since) VALUES (?, ?, ?, ?, ?)")
      .with(feed.url, feed.name, feed.full ? 1 : 0, feed.by, now)
      .run();
  const int64_t id = parts_->database->last_row();
  parts_->custody.append(now, "feed-added", feed.url, "by " + feed.by);
  if (auto done = parts_->database->commit(); !done) return tl::unexpected(done.error());
  return id;
}

Result<bool> FeedBook::remove(int64_t id, const std::string& by, const std::string& now) {
  const auto known = feed(id);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return failure(ErrorCode::kBadValue, "there is no such feed", std::to_string(id));
  parts_->database->begin();
  Statement(*parts_->database, "DELETE FROM feeds WHERE id = ?").with(id).run();
  parts_->custody.append(now, "feed-removed", (*known)->url, "by " + by);
  return parts_->database->commit();
}

Result<bool> FeedBook::note(int64_t id, const std::string& outcome, const std::string& now) {
  parts_->database->begin();
  Statement(*parts_->database, "UPDATE feeds SET looked = ?, outcome = ? WHERE id = ?")
      .with(now, outcome, id)
      .run();
  return parts_->database->commit();
}

}  // namespace isnad
