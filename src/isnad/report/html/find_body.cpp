// SPDX-License-Identifier: Apache-2.0
// Three questions in turn: what is each block worth, which element gathers most, which of its
// blocks are lines of the article.
#include "isnad/report/html/find_body.h"

#include <algorithm>
#include <cmath>

#include "isnad/report/html/page_region.h"
#include "isnad/report/page_word.h"
#include "isnad/report/printed_date.h"

namespace isnad {
namespace {

// Characters. Short news ("breaking" lines) has 60; labels on buttons have fewer than 25.
constexpr uint32_t kLabel = 25;
constexpr uint32_t kParagraph = 80;
constexpr uint32_t kShortestBody = 60;
constexpr uint32_t kLongestDoubted = 150;

bool made_of_links(const PageBlock& block) { return block.link_characters * 2 > block.characters; }

// "Tuesday 16 January 2024 - 10:12" and no more.
bool is_date_line(const PageBlock& block) {
  return block.characters <= kParagraph && !block.closed && !find_printed_dates(block.text).empty();
}

// Characters that speak for an article, less those that speak against one.
double value_of(const PageBlock& block) {
  if (block.out || block.title) return 0;
  if (made_of_links(block)) return -(20 + 0.25 * block.link_characters);
  if (block.heading || is_date_line(block)) return 0;
  if (block.characters < kLabel && !block.closed) return -5;
  const double plain = block.characters - block.link_characters;
  return block.doubted ? 0.3 * plain : plain;
}

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const std::vector<PageBlock>& blocks, std::string_view title)
      : tree_(tree), title_(plain_spelling(title)), blocks_(blocks) {
    sums_.push_back(0);
    titles_.push_back(0);
    for (const PageBlock& block : blocks_) {
      sums_.push_back(sums_.back() + value_of(block));
      titles_.push_back(titles_.back() + (is_title_text(block) ? 1 : 0));
    }
    regions_.reserve(tree.nodes().size());
    for (uint32_t i = 0; i < tree.nodes().size(); ++i)
      regions_.push_back(tree.is_text(i) ? Region::kOpen : region_of(tree, i));
  }

  PageBody find() {
    const uint32_t node = choose();
    const auto [first, last] = range(node);
    Kept kept;
    for (size_t i = with_lead(first); i < last; ++i) {
      if (i < first && !is_lead(blocks_[i])) continue;
      if (is_line(i, kept.empty()) && !labels_next(i)) kept.push_back(i);
    }
    trim_begin(kept);
    trim_end(kept);
    return is_news(kept) ? PageBody{node, texts(kept)} : PageBody{};
  }

  std::vector<std::string> all_lines() {
    Kept kept;
    for (size_t i = 0; i < blocks_.size(); ++i)
      if (is_line(i, kept.empty())) kept.push_back(i);
    trim_end(kept);
    return texts(kept);
  }

 private:
  [[nodiscard]] bool is_title_text(const PageBlock& block) const {
    return !title_.empty() && block.characters <= 2 * title_.size() &&
           plain_spelling(block.text) == title_;
  }

  using Kept = std::vector<size_t>;  // indexes of blocks

  [[nodiscard]] std::vector<std::string> texts(const Kept& kept) const {
    std::vector<std::string> lines;
    for (size_t i : kept) lines.push_back(blocks_[i].text);
    return lines;
  }

  // The blocks that begin inside the element.
  [[nodiscard]] std::pair<size_t, size_t> range(uint32_t node) const {
    const auto before = [](const PageBlock& block, uint32_t at) { return block.first_text < at; };
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), node, before);
    const auto last = std::lower_bound(first, blocks_.end(), tree_.nodes()[node].last, before);
    return {static_cast<size_t>(first - blocks_.begin()),
            static_cast<size_t>(last - blocks_.begin())};
  }

  [[nodiscard]] double value(uint32_t node) const {
    const auto [first, last] = range(node);
    return sums_[last] - sums_[first];
  }

  [[nodiscard]] uint32_t choose() const {
    const uint32_t root = article_root();
    const uint32_t best = best_within(root);
    const uint32_t named = named_body(root);
    return named != 0 && value(named) >= 0.4 * value(best) ? named : best;
  }

  // The first <article> or <main> that holds the title and much of the best text, else the page.
  [[nodiscard]] uint32_t article_root() const {
    const double whole = value(best_within(0));
    uint32_t root = 0;
    for (std::string_view tag : {"main", "article"}) {
      for (uint32_t i = root + 1; i < tree_.nodes()[root].last; ++i) {
        if (tree_.nodes()[i].tag != tag) continue;
        const double enough = holds_title(i) ? kShortestBody : 0.4 * whole;
        if (value(i) < enough) continue;
        root = i;
        break;
      }
    }
    return root;
  }

  [[nodiscard]] bool holds_title(uint32_t node) const {
    const auto [first, last] = range(node);
    return titles_[last] > titles_[first];
  }

  // The element of most value; of those that have nearly as much the smallest.
  [[nodiscard]] uint32_t best_within(uint32_t root) const {
    uint32_t best = root;
    double most = value(root);
    for (uint32_t i = root + 1; i < tree_.nodes()[root].last; ++i) {
      if (tree_.is_text(i)) continue;
      const double own = value(i);
      const bool inside = i < tree_.nodes()[best].last;
      if (own > most || (inside && own >= most * 0.995 && own > 0)) {
        best = i;
        most = std::max(most, own);
      }
    }
    return best;
  }

  // The first element that is called the article's text and has enough of it; of such elements
  // inside one another the innermost that keeps four fifths.
  [[nodiscard]] uint32_t named_body(uint32_t root) const {
    double most = 0;
    for (uint32_t i = root; i < tree_.nodes()[root].last; ++i)
      if (regions_[i] == Region::kBody) most = std::max(most, value(i));
    if (most < kShortestBody) return 0;
    uint32_t chosen = 0;
    for (uint32_t i = root; i < tree_.nodes()[root].last; ++i) {
      if (regions_[i] != Region::kBody) continue;
      const bool inside = chosen != 0 && i < tree_.nodes()[chosen].last;
      if (chosen == 0 ? value(i) >= 0.3 * most : inside && value(i) >= 0.8 * value(chosen))
        chosen = i;
    }
    return chosen;
  }

  [[nodiscard]] bool is_title(size_t i) const { return titles_[i + 1] > titles_[i]; }

  // Running text that stands between the title and the chosen element is the lead.
  [[nodiscard]] size_t with_lead(size_t first) const {
    size_t title = first;
    while (title > 0 && first - title < 12 && !is_title(title - 1)) --title;
    if (title == 0 || !is_title(title - 1)) return first;
    for (size_t i = title; i < first; ++i)
      if (is_lead(blocks_[i])) return i;
    return first;
  }

  static bool is_lead(const PageBlock& block) {
    return !block.out && !block.doubted && !made_of_links(block) &&
           (block.characters >= kParagraph || (block.closed && block.characters >= 40));
  }

  // `first`: no line stands before it.
  [[nodiscard]] bool is_line(size_t i, bool first) const {
    const PageBlock& block = blocks_[i];
    if (block.out || block.title || made_of_links(block) || is_title(i)) return false;
    if (block.doubted &&
        (block.characters < kLongestDoubted || block.link_characters * 3 > block.characters))
      return false;
    if (!has_words(block.text) || is_time_element(block) || is_furniture(block)) return false;
    if (!first) return true;
    const bool label = block.characters < kLabel && !block.closed && !block.heading;
    return !label && !is_date_line(block);
  }

  // "Published on" before a date that is no line itself, "You may also like" before links.
  [[nodiscard]] bool labels_next(size_t i) const {
    const PageBlock& block = blocks_[i];
    if (block.closed || block.characters > 2 * kLabel || i + 1 == blocks_.size()) return false;
    const PageBlock& next = blocks_[i + 1];
    if (made_of_links(next) && !next.out) return true;
    return block.characters < kLabel && !block.heading && (next.out || is_date_line(next));
  }

  // At least three letters: no bare clock time, no counter.
  static bool has_words(std::string_view text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.size() && letters < 3; ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      const bool figure = (c == 0xD9 || c == 0xDB) && i + 1 < text.size() &&
                          ((static_cast<unsigned char>(text[i + 1]) >= 0xA0 &&
                            static_cast<unsigned char>(text[i + 1]) <= 0xA9 && c == 0xD9) ||
                           (static_cast<unsigned char>(text[i + 1]) >= 0xB0 && c == 0xDB));
      if ((c >= 'A' && c <= 'z') || (c >= 0xC3 && !figure)) ++letters;
    }
    return letters >= 3;
  }

  [[nodiscard]] bool is_time_element(const PageBlock& block) const {
    const uint32_t parent = tree_.nodes()[block.first_text].parent;
    return tree_.nodes()[parent].tag == "time" && tree_.text_below(parent) == block.text;
  }

  // "Read also: …", the line of rights.
  static bool is_furniture(const PageBlock& block) {
    const std::string plain = plain_spelling(block.text);
    for (std::string_view words : page_words("related")) {
      const size_t at = plain.find(words);
      if (at == std::string::npos || block.characters >= 2 * kParagraph) continue;
      if (at == 0 && (block.link_characters > 0 || !block.closed)) return true;
      if (block.characters < 40 && !block.closed) return true;
    }
    const auto holds_any = [&](std::string_view word_class) {
      const auto phrases = page_words(word_class);
      return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view words) {
        return plain.find(words) != std::string::npos;
      });
    };
    return holds_any("notice") || (block.characters < 2 * kParagraph && holds_any("rights"));
  }

  // One heading above all text is a second title; an article cut by headings keeps its first.
  void trim_begin(Kept& kept) const {
    const auto headings =
        std::count_if(kept.begin(), kept.end(), [&](size_t i) { return blocks_[i].heading; });
    if (headings != 1 || kept.size() < 2) return;
    const PageBlock& first = blocks_[kept.front()];
    if (first.heading && !first.closed) kept.erase(kept.begin());
  }

  // Labels and headings after the last paragraph head nothing.
  void trim_end(Kept& kept) const {
    while (!kept.empty()) {
      const PageBlock& block = blocks_[kept.back()];
      // "Edited by: …" stays; "Permanent link:" goes.
      const bool says = block.text.find(':') < block.text.size() - 1;
      const bool open = !block.closed || block.text.back() == ':';
      const bool label = open && block.characters < kLabel && !says;
      if (!block.heading && !label) return;
      kept.pop_back();
    }
  }

  [[nodiscard]] bool is_news(const Kept& kept) const {
    size_t characters = 0;
    for (size_t i : kept) characters += blocks_[i].characters;
    const bool sentence = std::any_of(kept.begin(), kept.end(), [&](size_t i) {
      const PageBlock& block = blocks_[i];
      return !block.heading && block.characters >= (block.closed ? 40 : kShortestBody);
    });
    return sentence && characters >= kShortestBody;
  }

  const HtmlTree& tree_;
  std::string title_;
  const std::vector<PageBlock>& blocks_;
  std::vector<double> sums_;      // of values, before each block
  std::vector<uint32_t> titles_;  // blocks that are the title, before each
  std::vector<Region> regions_;
};

}  // namespace

PageBody find_body(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                   std::string_view title) {
  return BodyFinder(tree, blocks, title).find();
}

std::vector<std::string> fragment_lines(const HtmlTree& tree, std::string_view title) {
  const std::vector<PageBlock> blocks = page_blocks(tree);
  return BodyFinder(tree, blocks, title).all_lines();
}

}  // namespace isnad
