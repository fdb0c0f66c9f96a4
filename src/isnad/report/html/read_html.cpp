// SPDX-License-Identifier: Apache-2.0
// One call a step; each step has a file of its own beside this one.
#include "isnad/report/html/read_html.h"

#include <algorithm>

#include "isnad/report/decode_text.h"
#include "isnad/report/find_zones.h"
#include "isnad/report/html/decode_page.h"
#include "isnad/report/html/find_body.h"
#include "isnad/report/html/page_author.h"
#include "isnad/report/html/page_date.h"
#include "isnad/report/html/page_title.h"
#include "isnad/report/layout_line.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

std::optional<std::string> value_or(std::string value,
                                    const std::optional<std::string>& otherwise) {
  return value.empty() ? otherwise : std::optional(std::move(value));
}

// An article that stands only in JSON-LD, its lines as given.
std::vector<std::string> lines_of(std::string_view body) {
  std::vector<std::string> lines;
  for (const LayoutLine& line : split_lines(body, 0))
    lines.push_back(collapse_white_space(body.substr(line.span.begin, line.span.size())));
  return lines;
}

// A page without a headline element may print it as the text's first line.
bool begins_with_title(const std::vector<std::string>& lines) {
  if (lines.size() < 2) return false;
  const size_t first = count_characters(lines[0]);
  return first >= 12 && first <= 110 && first < count_characters(lines[1]) &&
         std::string_view(".:،؛").find(lines[0].back()) == std::string_view::npos;
}

size_t characters_of(const std::vector<std::string>& lines) {
  size_t characters = 0;
  for (const std::string& line : lines) characters += count_characters(line);
  return characters;
}

Result<bool> put_text(Report& report, const std::vector<std::string>& lines) {
  if (report.title) report.text = *report.title + "\n\n";
  report.given_begin = static_cast<uint32_t>(report.text.size());
  for (size_t i = 0; i < lines.size(); ++i) report.text += (i > 0 ? "\n" : "") + lines[i];
  if (report.text.size() > kLargestReport)
    return failure(ErrorCode::kTooLarge, "over 1 MiB of text: too large for one report");
  Layout layout = find_zones(report.text, report.given_begin);
  report.zones = std::move(layout.zones);
  if (!report.byline) report.byline = std::move(layout.byline);
  if (!report.title) report.title = std::move(layout.title);
  return true;
}

}  // namespace

Result<PageReport> read_html(std::string_view bytes, const ReportDefaults& defaults,
                             std::string_view content_type) {
  auto text = decode_page(bytes, content_type, kLargestPage);
  if (!text) return tl::unexpected(text.error());
  auto tree = HtmlTree::parse(*text);
  if (!tree) return tl::unexpected(tree.error());

  const PageFacts facts = collect_page_facts(*tree);
  const std::string outlet = find_outlet(*tree, facts);
  std::string title = find_title(*tree, facts, outlet);
  const std::vector<PageBlock> blocks = page_blocks(*tree);
  PageBody body = find_body(*tree, blocks, title);
  std::vector<std::string> lines = body.lines;
  if (const auto stated = lines_of(facts.json_ld.body);
      characters_of(lines) * 3 < characters_of(stated))
    lines = stated;
  if (lines.empty()) {
    return failure(ErrorCode::kEmpty,
                   "the page holds no article: a list of stories, or text that only its scripts "
                   "fetch; save the article's own page from a browser");
  }

  if (title.empty() && begins_with_title(lines)) {
    title = std::move(lines.front());
    lines.erase(lines.begin());
  }

  PageReport page;
  Report& report = page.report;
  report.id = defaults.id;
  report.sha256 = sha256_hex(bytes);
  report.outlet = value_or(outlet, defaults.outlet);
  report.byline = value_or(find_author(*tree, facts, outlet), std::nullopt);
  const std::string base = defaults.url.value_or("");
  report.url = value_or(resolve_address(base, facts.canonical), defaults.url);
  report.title = value_or(title, std::nullopt);
  report.published = defaults.published;
  if (auto date = find_page_date(*tree, facts, blocks, body, title, report.url.value_or(""))) {
    report.published = std::move(date->time);
    page.published_printed = std::move(date->printed);
  }
  if (auto put = put_text(report, lines); !put) return tl::unexpected(put.error());
  return page;
}

bool looks_like_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const size_t first = head.find('<');
  if (first == std::string::npos || head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") != first)
    return false;
  for (std::string_view sign : {"<!doctype html", "<html", "<head", "<body", "<meta ", "<title",
                                "<div", "<article", "<p>", "<table"})
    if (head.find(sign) != std::string::npos) return true;
  return false;
}

std::string resolve_address(std::string_view base, std::string_view address) {
  if (address.empty() || address.find("://") != std::string_view::npos) return std::string(address);
  const size_t scheme = base.find("://");
  if (scheme == std::string_view::npos) return {};
  if (address.starts_with("//"))
    return std::string(base.substr(0, scheme + 1)) + std::string(address);
  const size_t host_end = std::min(base.find_first_of("/?#", scheme + 3), base.size());
  const std::string host(base.substr(0, host_end));
  if (address.starts_with('/')) return host + std::string(address);
  const std::string_view path =
      base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
  const size_t slash = path.rfind('/');
  return host + (slash == std::string_view::npos ? "/" : std::string(path.substr(0, slash + 1))) +
         std::string(address);
}

}  // namespace isnad
