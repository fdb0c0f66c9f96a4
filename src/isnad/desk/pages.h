// SPDX-License-Identifier: Apache-2.0
// The desk's built pages, read into memory once: nothing a request says ever becomes a file's name.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "isnad/desk/http.h"

namespace isnad {

class Pages {
 public:
  // All files of the folder; none where it is not there.
  explicit Pages(const std::filesystem::path& folder);

  // The file at the path; index.html at any path that names no file, for the pages route
  // themselves.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;
  [[nodiscard]] bool empty() const { return files_.empty(); }

 private:
  struct File {
    std::string type, tag;
    std::shared_ptr<const std::string> whole, packed;
  };
  std::map<std::string, File, std::less<>> files_;  // by path: "assets/index-1a2b.js"
};

}  // namespace isnad
