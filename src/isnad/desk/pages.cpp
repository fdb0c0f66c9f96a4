// SPDX-License-Identifier: Apache-2.0
// Files whose name carries a hash of their content may be kept for ever; index.html is asked for
// anew.
#include "isnad/desk/pages.h"

#include <array>
#include <fstream>
#include <iterator>

#include "isnad/desk/problem.h"
#include "isnad/desk/server.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  for (const auto& [known, type] : kTypes)
    if (known == ending) return type;
  return {};
}

}  // namespace

Pages::Pages(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(error)) {
    const std::string_view type = type_of(entry->path());
    if (!entry->is_regular_file() || type.empty()) continue;
    std::ifstream stream(entry->path(), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    File file;
    file.type = type;
    file.tag = "\"" + sha256_hex(bytes).substr(0, 16) + "\"";
    if (type.find("font") == std::string_view::npos)
      file.packed = std::make_shared<const std::string>(gzip(bytes));
    file.whole = std::make_shared<const std::string>(std::move(bytes));
    files_[entry->path().lexically_relative(folder).generic_string()] = std::move(file);
  }
}

HttpResponse Pages::answer(const HttpRequest& request) const {
  std::string path;
  for (const std::string& segment : request.target.path)
    path += (path.empty() ? "" : "/") + segment;
  auto found = files_.find(path);
  const bool is_asset = path.starts_with("assets/");
  if (found == files_.end() && !is_asset && path.find('.') == std::string::npos)
    found = files_.find("index.html");
  if (found == files_.end() && !is_asset && !files_.empty() &&
      request.header("accept").find("text/html") != std::string::npos)
    found = files_.find("index.html");
  if (found == files_.end())
    return problem(404, files_.empty() ? "the pages are not built; run make web, or ask /api/"
                                       : "there is no such page");
  HttpResponse response;
  response.headers.emplace_back("ETag", found->second.tag);
  response.headers.emplace_back("Cache-Control",
                                is_asset ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.header("if-none-match") == found->second.tag) {
    response.status = 304;
    response.type.clear();
    return response;
  }
  response.type = found->second.type;
  response.whole = found->second.whole;
  response.packed = found->second.packed;
  return response;
}

}  // namespace isnad
