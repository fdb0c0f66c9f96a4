// SPDX-License-Identifier: Apache-2.0
// Two walks over the answer: which names are private; then all of it without them.
#include "isnad/desk/mask_answer.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "isnad/export/incident_rows.h"
#include "isnad/export/json_writer.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kWithheld = "[name withheld]";
// Words of reports, and words of reviewers about them.
constexpr std::array<std::string_view, 12> kWords = {"title", "quote",   "words", "explanation",
                                                     "text",  "byline",  "old",   "reason",
                                                     "by",    "message", "url",   "assigned"};
// Fields that may not be null where they are left out.
constexpr std::array<std::string_view, 4> kNeverNull = {"text", "message", "by", "explanation"};
constexpr std::array<std::string_view, 4> kPartyFields = {"agent", "target", "agents",
                                                          "recipients"};
constexpr std::array<std::string_view, 3> kPrivateKinds = {"witness", "local", "social"};

template <size_t kCount>
bool is_one_of(std::string_view name, const std::array<std::string_view, kCount>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view text_of(dom::object object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

class Mask {
 public:
  void collect(dom::element element) {
    dom::object object;
    dom::array list;
    if (element.get(list) == simdjson::SUCCESS) {
      for (const dom::element one : list) collect(one);
    }
    if (element.get(object) != simdjson::SUCCESS) return;
    if (is_one_of(text_of(object, "kind"), kPrivateKinds)) {
      for (const std::string_view key : {"narrator", "name", "text", "words"})
        keep(text_of(object, key));
    }
    for (const auto& [key, value] : object) collect(value);
  }

  // Longest first: a name that holds another goes whole.
  void order() {
    std::sort(names_.begin(), names_.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

  // `party`: the value stands in a field that names who did or suffered something.
  void write(dom::element element, bool party, JsonWriter& json) const {
    switch (element.type()) {
      case dom::element_type::ARRAY:
        json.begin_list();
        for (const dom::element one : dom::array(element)) write(one, party, json);
        return json.end_list();
      case dom::element_type::OBJECT:
        return write_object(dom::object(element), party, json);
      case dom::element_type::STRING:
        return json.string(without_names(std::string_view(element)));
      case dom::element_type::INT64:
        return json.integer(int64_t(element));
      case dom::element_type::UINT64:
        return json.integer(static_cast<int64_t>(uint64_t(element)));
      case dom::element_type::DOUBLE:
        return json.number(double(element));
      case dom::element_type::BOOL:
        return json.boolean(bool(element));
      default:
        return json.null();
    }
  }

 private:
  void keep(std::string_view name) {
    if (name.size() > 1) names_.emplace_back(name);
  }

  void write_object(dom::object object, bool party, JsonWriter& json) const {
    const bool hidden = party && is_of_nobody(object);
    // A line of review: its value is what somebody wrote.
    const bool review =
        !text_of(object, "at").empty() && object["undoes"].error() == simdjson::SUCCESS;
    json.begin_object();
    for (const auto& [key, value] : object) {
      json.key_of(key);
      if (key == "trace") {
        json.begin_list();
        json.end_list();
      } else if (value.is_string() && (is_one_of(key, kWords) || (review && key == "value"))) {
        is_one_of(key, kNeverNull) ? json.string("") : json.null();
      } else if (hidden && value.is_string() && (key == "value" || key == "name")) {
        json.string(kWithheld);
      } else {
        write(value, party || is_one_of(key, kPartyFields), json);
      }
    }
    json.end_object();
  }

  static bool is_of_nobody(dom::object object) {
    FieldValue value;
    value.code = std::string(text_of(object, "code"));
    value.value = "x";
    return shown_party(value, RowOptions{true}) != "x";
  }

  [[nodiscard]] std::string without_names(std::string_view text) const {
    std::string shown(text);
    for (const std::string& name : names_) {
      for (size_t at = shown.find(name); at != std::string::npos; at = shown.find(name, at)) {
        shown.replace(at, name.size(), kWithheld);
        at += kWithheld.size();
      }
    }
    return shown;
  }

  std::vector<std::string> names_;
};

}  // namespace

Result<std::string> masked_answer(std::string_view json) {
  dom::parser parser;
  dom::element whole;
  if (parser.parse(json.data(), json.size()).get(whole) != simdjson::SUCCESS)
    return failure(ErrorCode::kBadJson, "the answer cannot be masked");
  Mask mask;
  mask.collect(whole);
  mask.order();
  std::string out;
  JsonWriter writer(out);
  mask.write(whole, false, writer);
  return out;
}

}  // namespace isnad
