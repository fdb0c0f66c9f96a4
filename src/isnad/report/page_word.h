// SPDX-License-Identifier: Apache-2.0
// The words by which pages and feeds are read (languages/ar/page/page_words.tsv, built in), and the
// plain spelling in which they are compared: without marks and tatweel, alefs bare, ى and ي, ة and
// ه alike, Latin in lower case, digits ASCII. text/fold.h does the same and more for report text;
// it stands to the right of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

[[nodiscard]] std::string plain_spelling(std::string_view text);

// Does the table's class ("update", "byline", "related", "rights", "am", "pm", "gmt", "outlet")
// hold this word or phrase? `plain`: as plain_spelling gives it.
[[nodiscard]] bool is_page_word(std::string_view word_class, std::string_view plain);
// The words and phrases of a class, plain, longest first.
[[nodiscard]] std::vector<std::string_view> page_words(std::string_view word_class);

// 1-12 when the words from `at` on begin with the name of a solar month, Arabic (all five
// traditions) or English; `used`: how many words the name has. Words as plain_spelling gives them.
struct MonthName {
  int month = 0;
  size_t used = 0;
};
[[nodiscard]] MonthName month_at(const std::vector<std::string>& words, size_t at);

}  // namespace isnad
