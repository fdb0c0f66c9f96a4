// SPDX-License-Identifier: Apache-2.0
// Reads the spans of the gold-standard records and finds what most annotators say. One of the
// trainers' two files that include simdjson.
#include <simdjson.h>

#include <algorithm>
#include <map>

#include "train/evaluate_roles.h"

namespace isnad::train {
namespace {

// Annotators write "None" for what they do not know, {} for nobody, "UNKNOWN" where they gave up.
std::string known(simdjson::dom::element role, std::string_view key) {
  std::string_view value;
  if (role.at_key(key).get(value) != simdjson::SUCCESS || value == "None") return {};
  return std::string(value);
}

RolePair pair_of(simdjson::dom::element span, std::string_view key) {
  simdjson::dom::element role;
  if (span.at_key(key).get(role) != simdjson::SUCCESS || !role.is_object()) return {};
  return {known(role, "main"), known(role, "role")};
}

bool is_marked(simdjson::dom::element span, std::string_view key) {
  simdjson::dom::array words;
  return span.at_key(key).get(words) == simdjson::SUCCESS && words.size() > 0;
}

// Every span is a voice: the records keep one for each annotator and, rarely, two of one of them.
RoleMajority majority(simdjson::dom::array spans, std::string_view actor, std::string_view role) {
  std::map<RolePair, size_t> voices;
  size_t all = 0;
  size_t marked = 0;
  for (const simdjson::dom::element span : spans) {
    ++all;
    ++voices[pair_of(span, role)];
    marked += is_marked(span, actor) ? 1 : 0;
  }
  RoleMajority out;
  for (const auto& [pair, count] : voices) {
    if (2 * count <= all) continue;
    out.decided_pair = true;
    out.pair = pair;
  }
  out.decided_marked = 2 * marked != all;
  out.marked = 2 * marked > all;
  return out;
}

}  // namespace

Result<std::vector<MarkedSentence>> marked_sentences(std::string_view json,
                                                     const std::string& where) {
  simdjson::dom::parser parser;
  simdjson::dom::array rows;
  if (parser.parse(json.data(), json.size()).get(rows) != simdjson::SUCCESS)
    return failure(ErrorCode::kBadJson, "there is no list of marked sentences", where);
  std::vector<MarkedSentence> out;
  for (const simdjson::dom::element row : rows) {
    std::string_view id, type, text;
    simdjson::dom::array spans;
    const bool whole = row.at_key("_id").get(id) == simdjson::SUCCESS &&
                       row.at_key("event_type").get(type) == simdjson::SUCCESS &&
                       row.at_key("text").get(text) == simdjson::SUCCESS &&
                       row.at_key("spans").get(spans) == simdjson::SUCCESS && spans.size() > 0;
    if (!whole)
      return failure(ErrorCode::kBadJson,
                     "a sentence lacks _id, event_type, text or spans: number " +
                         std::to_string(out.size() + 1),
                     where);
    MarkedSentence sentence{std::string(id), std::string(type), std::string(text), {}, {}};
    sentence.agent = majority(spans, "source_actor", "source_role");
    sentence.recipient = majority(spans, "target_actor", "target_role");
    out.push_back(std::move(sentence));
  }
  return out;
}

Result<std::vector<MarkedSentence>> read_marked_sentences(const std::filesystem::path& path) {
  const auto bytes = simdjson::padded_string::load(path.string());
  if (bytes.error() != simdjson::SUCCESS)
    return failure(ErrorCode::kMissingFile, "the marked sentences cannot be read", path.string());
  return marked_sentences(std::string_view(bytes.value_unsafe()), path.string());
}

}  // namespace isnad::train
