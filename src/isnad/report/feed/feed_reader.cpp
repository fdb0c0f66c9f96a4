// SPDX-License-Identifier: Apache-2.0
// An item's text is HTML more often than not, whatever the feed declares.
#include "isnad/report/feed/feed_reader.h"

#include <algorithm>
#include <array>

#include "isnad/report/decode_text.h"
#include "isnad/report/find_zones.h"
#include "isnad/report/html/find_body.h"
#include "isnad/report/html/read_html.h"
#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"
#include "isnad/report/printed_date.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

// Characters; summaries of Arabic feeds have 100 to 400.
constexpr size_t kFullText = 600;

std::vector<std::string> lines_of(const std::string& field, std::string_view title) {
  std::vector<std::string> lines;
  if (field.find_first_of("<&") == std::string::npos) {
    for (const LayoutLine& line : split_lines(field, 0))
      lines.push_back(
          collapse_white_space(std::string_view(field).substr(line.span.begin, line.span.size())));
    return lines;
  }
  const auto tree = HtmlTree::parse(field);
  return tree ? fragment_lines(*tree, title) : lines;
}

// Mark-up and entities that a title carries though it should not.
std::string plain_title(const std::string& title) {
  if (title.find_first_of("<&") == std::string::npos) return collapse_white_space(title);
  const auto tree = HtmlTree::parse(title);
  return tree ? tree->text_below(0) : collapse_white_space(title);
}

// "وكالة المنارة - آخر الأخبار" (Al-Manara Agency - latest news) names the outlet in its first
// part, or in the one that has a word for an outlet.
std::optional<std::string> outlet_of(std::string_view title) {
  constexpr std::array<std::string_view, 6> kBetween = {" - ", " | ", " – ", " — ", " :: ", " » "};
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < title.size();) {
    size_t end = title.size();
    size_t width = 0;
    for (std::string_view sign : kBetween) {
      if (const size_t found = title.find(sign, at); found < end) {
        end = found;
        width = sign.size();
      }
    }
    if (const auto part = trim(title.substr(at, end - at)); !part.empty()) parts.push_back(part);
    at = end + std::max<size_t>(width, 1);
  }
  for (std::string_view part : parts) {
    const std::string plain = plain_spelling(part);
    if (is_page_word("outlet", std::string_view(plain).substr(0, plain.find(' '))))
      return collapse_white_space(part);
  }
  return parts.empty() ? std::nullopt : std::optional(collapse_white_space(parts.front()));
}

// RSS writes "mail@host (Name)" or a name.
std::optional<std::string> author_of(const std::string& given) {
  const size_t open = given.find('(');
  if (given.find('@') != std::string::npos) {
    if (open == std::string::npos) return std::nullopt;
    return collapse_white_space(given.substr(open + 1, given.find(')', open) - open - 1));
  }
  const std::string name = collapse_white_space(given);
  return name.empty() || name == "admin" ? std::nullopt : std::optional(name);
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

Result<FeedReader> FeedReader::over(std::string_view bytes, std::string name,
                                    ReportDefaults defaults, std::string_view content_type) {
  auto feed = parse_feed(bytes, content_type);
  if (!feed) {
    Error error = feed.error();
    error.where = error.where.empty() ? name : name + ": " + error.where;
    return tl::unexpected(std::move(error));
  }
  FeedReader reader;
  reader.feed_ = std::move(*feed);
  reader.name_ = std::move(name);
  reader.defaults_ = std::move(defaults);
  return reader;
}

std::optional<Result<FeedReport>> FeedReader::next() {
  if (next_ < feed_.items.size()) {
    const FeedItem& item = feed_.items[next_++];
    if (item.end > item.begin) return read(item, next_);
  }
  if (ended_ || (!feed_.broken_off && !feed_.items.empty())) return std::nullopt;
  ended_ = true;
  if (feed_.items.empty()) return failure(ErrorCode::kEmpty, "the feed holds no items", name_);
  return failure(ErrorCode::kDamagedFile,
                 "the feed breaks off after item " + std::to_string(feed_.items.size()) +
                     "; what stands before is read, the rest is lost",
                 name_);
}

Result<FeedReport> FeedReader::read(const FeedItem& item, size_t number) const {
  const std::string where = name_ + ": item " + std::to_string(number);
  FeedReport made;
  made.raw = feed_.text.substr(item.begin, item.end - item.begin);
  Report& report = made.report;
  const std::string title = plain_title(item.title);
  const auto content = lines_of(item.content, title);
  const auto& lines = content.empty() ? lines_of(item.summary, title) : content;
  if (lines.empty() && title.empty())
    return failure(ErrorCode::kEmpty, "the item has neither title nor text", where);
  size_t characters = 0;
  for (const std::string& line : lines) characters += count_characters(line);
  made.summary_only = content.empty() && characters < kFullText;

  const std::string base = defaults_.url.value_or("");
  std::string link = resolve_address(base, item.link);
  if (link.empty() && is_address(item.id)) link = item.id;
  if (!link.empty()) report.url = link;
  report.id = !item.id.empty() ? item.id
              : report.url     ? *report.url
                               : defaults_.id + ":" + std::to_string(number);
  report.sha256 = sha256_hex(made.raw);
  report.outlet = outlet_of(feed_.title);
  if (!report.outlet) report.outlet = defaults_.outlet;
  report.byline = author_of(item.author);
  report.published = defaults_.published;
  const std::string& printed = item.published.empty() ? item.updated : item.published;
  if (auto time = read_date_field(printed)) {
    report.published = std::move(time);
    made.published_printed = printed;
  }

  // An item of a title alone is coded as a text of one line.
  if (!title.empty() && !lines.empty()) {
    report.title = title;
    report.text = title + "\n\n";
  }
  report.given_begin = static_cast<uint32_t>(report.text.size());
  if (lines.empty()) report.text += title;
  for (size_t i = 0; i < lines.size(); ++i) report.text += (i > 0 ? "\n" : "") + lines[i];
  if (report.text.size() > kLargestReport)
    return failure(ErrorCode::kTooLarge, "over 1 MiB of text: too large for one report", where);
  if (!holds_text(report.text))
    return failure(ErrorCode::kEmpty, "the item holds nothing visible", where);
  Layout layout = find_zones(report.text, report.given_begin);
  report.zones = std::move(layout.zones);
  if (!report.byline) report.byline = std::move(layout.byline);
  if (!report.title) report.title = std::move(layout.title);
  return made;
}

bool looks_like_feed(std::string_view bytes) {
  std::string head(bytes.substr(0, 2048));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const size_t first = head.find('<');
  if (first == std::string::npos || head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") != first)
    return false;
  for (std::string_view sign : {"<rss", "<feed", "<rdf:rdf"})
    if (head.find(sign) != std::string::npos) return true;
  return head.find("<?xml") == first && !looks_like_html(bytes);
}

}  // namespace isnad
