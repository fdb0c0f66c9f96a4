// SPDX-License-Identifier: Apache-2.0
// Candidates vote for one another: two agree when one holds the other's words.
#include "isnad/report/html/page_title.h"

#include <algorithm>
#include <array>
#include <set>

#include "isnad/report/html/page_block.h"
#include "isnad/report/html/page_region.h"
#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"

namespace isnad {
namespace {

constexpr size_t kLongestTitle = 300;  // characters
constexpr size_t kLongestOutlet = 60;

// --- parts of the title element ---

// Cut at what sites put between a headline and their name: a bar, a dash or a colon between spaces,
// guillemets.
std::vector<std::string> parts_of(std::string_view title) {
  constexpr std::array<std::string_view, 8> kBetween = {" | ",  " - ", " – ", " — ",
                                                        " :: ", " » ", " « ", " • "};
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t at = 0; at < title.size(); ++at) {
    for (std::string_view sign : kBetween) {
      if (title.substr(at, sign.size()) != sign) continue;
      parts.emplace_back(trim(title.substr(begin, at - begin)));
      begin = at + sign.size();
      at = begin - 1;
      break;
    }
  }
  parts.emplace_back(trim(title.substr(begin)));
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const auto& p) { return p.empty(); }),
              parts.end());
  return parts;
}

size_t word_count(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + (text.empty() ? 0 : 1);
}

// --- agreement ---

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (char c : plain_spelling(text) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) word += c;
    if (letter || word.empty()) continue;
    words.insert(std::move(word));
    word.clear();
  }
  return words;
}

// Seven tenths of the shorter one's words stand in the other.
bool agree(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto& small = a.size() < b.size() ? a : b;
  const auto& large = a.size() < b.size() ? b : a;
  if (small.empty() || small.size() * 3 < large.size()) return false;
  const auto shared = static_cast<size_t>(
      std::count_if(small.begin(), small.end(), [&](const auto& w) { return large.count(w) > 0; }));
  return shared * 10 >= small.size() * 7;
}

// The text of links to the home page and of images in the page's head: names of the outlet.
std::string logo_name(const HtmlTree& tree) {
  for (uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].tag != "img" && tree.nodes()[i].tag != "amp-img") continue;
    const std::string_view alt = tree.attribute(i, "alt");
    const auto words = name_words(tree.attribute(i, "class"));
    uint32_t up = tree.nodes()[i].parent;
    bool logo = std::find(words.begin(), words.end(), "logo") != words.end();
    for (int step = 0; step < 3 && up != 0 && !logo; ++step, up = tree.nodes()[up].parent) {
      for (std::string_view name : {"class", "id"})
        for (const std::string& word : name_words(tree.attribute(up, name)))
          logo = logo || word == "logo" || word == "brand";
    }
    if (logo && !alt.empty() && plain_spelling(alt) != "logo") return collapse_white_space(alt);
  }
  return {};
}

// What stands in the line of rights, without years, signs and the words for rights.
std::string rights_holder(const HtmlTree& tree) {
  for (uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (!tree.is_text(i) || tree.nodes()[i].end - tree.nodes()[i].begin > 400) continue;
    const std::string text = collapse_white_space(tree.text(i));
    const std::string plain = plain_spelling(text);
    const auto rights = page_words("rights");
    const bool found = std::any_of(rights.begin(), rights.end(), [&](std::string_view words) {
      return plain.find(words) != std::string::npos;
    });
    if (!found) continue;
    // The holder stands from the first word of an outlet's name ("agency", "newspaper") on.
    std::string holder;
    bool begun = false;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, end - at);
      std::string bare = plain_spelling(word);
      const std::string lam = "\xD9\x84";  // li-, for: لوكالة (for the agency)
      if (!begun && bare.starts_with(lam)) bare = bare.substr(lam.size());
      begun = begun || is_page_word("outlet", bare);
      const bool name = bare.find_first_of("0123456789.,") == std::string::npos && word != "©" &&
                        word != "-" && word != "|";
      if (begun && !name) break;
      if (begun) {
        holder += holder.empty() && plain_spelling(word).starts_with(lam) ? word.substr(lam.size())
                                                                          : word;
        holder += ' ';
      }
      at = end + 1;
    }
    if (begun) return std::string(trim(holder));
  }
  return {};
}

bool holds_outlet_word(std::string_view part) {
  for (const std::string& word : words_of(part))
    if (is_page_word("outlet", word)) return true;
  return false;
}

std::vector<uint32_t> elements(const HtmlTree& tree, std::string_view tag) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < tree.nodes().size() && found.size() < 12; ++i)
    if (tree.nodes()[i].tag == tag) found.push_back(i);
  return found;
}

// The part of the title element that is the site's name: one that is part of no headline on the
// page and is short; the last part before the first.
std::string outlet_of_title(const HtmlTree& tree, const PageFacts& facts) {
  const auto parts = parts_of(facts.title_element);
  if (parts.size() < 2) return {};
  std::vector<std::set<std::string>> headlines;
  for (uint32_t h1 : elements(tree, "h1")) headlines.push_back(words_of(tree.text_below(h1, 600)));
  headlines.push_back(words_of(facts.json_ld.headline));
  headlines.push_back(words_of(facts.headline_item));
  // og:title is the site's own name often enough to be asked last.
  if (std::all_of(headlines.begin(), headlines.end(), [](const auto& h) { return h.empty(); }))
    headlines.push_back(words_of(facts.og_title));
  const auto is_headline = [&](const std::string& part) {
    const auto words = words_of(part);
    return std::any_of(headlines.begin(), headlines.end(),
                       [&](const auto& headline) { return agree(words, headline); });
  };
  for (const std::string* part : {&parts.back(), &parts.front()}) {
    const size_t words = word_count(*part);
    if (holds_outlet_word(*part) && words <= 6 && !is_headline(*part)) return *part;
  }
  if (word_count(parts.back()) <= 4 && !is_headline(parts.back())) return parts.back();
  const bool told = is_headline(parts.back());  // then the first may be the name
  return told && word_count(parts.front()) <= 4 && !is_headline(parts.front()) ? parts.front() : "";
}

bool is_name(std::string_view text) {
  return !text.empty() && count_characters(text) <= kLongestOutlet &&
         text.find("://") == std::string_view::npos;
}

struct Candidate {
  std::string text;
  std::set<std::string> words;
  int votes = 0;
};

class TitleChooser {
 public:
  explicit TitleChooser(const std::string& outlet) : outlet_(plain_spelling(outlet)) {}

  void add(std::string text) {
    text = without_outlet(std::move(text));
    if (text.empty() || plain_spelling(text) == outlet_) return;
    if (count_characters(text) > kLongestTitle) return;
    auto words = words_of(text);
    candidates_.push_back({std::move(text), std::move(words), 0});
  }

  std::string choose() {
    if (candidates_.empty()) return {};
    for (Candidate& a : candidates_)
      for (const Candidate& b : candidates_)
        if (&a != &b && agree(a.words, b.words)) ++a.votes;
    const auto best =
        std::max_element(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.votes < b.votes; });
    return best->text;  // the first of those with most votes
  }

 private:
  // A part that is the outlet's name falls at either end.
  [[nodiscard]] std::string without_outlet(std::string text) const {
    const auto parts = parts_of(text);
    if (parts.size() < 2 || outlet_.empty()) return text;
    const std::set<std::string> outlet = words_of(outlet_);
    if (agree(words_of(parts.back()), outlet)) return cut_end(text, parts.back());
    if (agree(words_of(parts.front()), outlet)) return cut_begin(text, parts.front());
    return text;
  }
  static std::string cut_end(const std::string& text, const std::string& part) {
    std::string left(trim(std::string_view(text).substr(0, text.rfind(part))));
    return without_signs(std::move(left));
  }
  static std::string cut_begin(const std::string& text, const std::string& part) {
    return without_signs(
        std::string(trim(std::string_view(text).substr(text.find(part) + part.size()))));
  }
  // The sign that stood between, at the end or the beginning.
  static std::string without_signs(std::string text) {
    constexpr std::array<std::string_view, 8> kSigns = {"|", "-", "–", "—", "::", "»", "«", "•"};
    for (std::string_view sign : kSigns) {
      if (text.ends_with(sign) && text.size() > sign.size() &&
          text[text.size() - sign.size() - 1] == ' ')
        text = std::string(trim(std::string_view(text).substr(0, text.size() - sign.size())));
      if (text.starts_with(std::string(sign) + " "))
        text = std::string(trim(std::string_view(text).substr(sign.size())));
    }
    return text;
  }

  std::string outlet_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::string find_outlet(const HtmlTree& tree, const PageFacts& facts) {
  for (const std::string& name :
       {facts.site_name, facts.json_ld.publisher, facts.publisher_item, facts.application_name})
    if (is_name(name)) return collapse_white_space(name);
  for (const std::string& name :
       {outlet_of_title(tree, facts), logo_name(tree), rights_holder(tree)})
    if (is_name(name)) return name;
  return {};
}

std::string find_title(const HtmlTree& tree, const PageFacts& facts, const std::string& outlet) {
  TitleChooser chooser(outlet);
  for (uint32_t h1 : elements(tree, "h1")) chooser.add(tree.text_below(h1, 1000));
  chooser.add(facts.headline_item);
  chooser.add(collapse_white_space(facts.json_ld.headline));
  chooser.add(facts.og_title);
  chooser.add(facts.twitter_title);
  chooser.add(facts.title_element);
  // A headline in a heading of lower rank counts only by the votes of others, so it stands last.
  for (std::string_view tag : {"h2", "h3"})
    for (uint32_t heading : elements(tree, tag)) chooser.add(tree.text_below(heading, 1000));
  return chooser.choose();
}

}  // namespace isnad
