// SPDX-License-Identifier: Apache-2.0
// What a page's JSON-LD blocks say of its article (schema.org: NewsArticle and kin).
#pragma once

#include <string>
#include <string_view>

namespace isnad {

// Fields as printed, entities and white space untouched; empty where not said.
struct JsonLdArticle {
  std::string headline;
  std::string published;
  std::string author;
  std::string publisher;
  std::string url;
  std::string body;  // articleBody

  [[nodiscard]] bool empty() const {
    return headline.empty() && published.empty() && body.empty() && publisher.empty();
  }
};

// Reads one block and fills the fields that `article` lacks: of the block's objects those of an
// article type, else, for the publisher alone, an organisation or site. A block that is no JSON
// changes nothing; line breaks and tabs inside strings, a common fault, are forgiven. Linear.
void read_json_ld(std::string_view block, JsonLdArticle& article);

}  // namespace isnad
