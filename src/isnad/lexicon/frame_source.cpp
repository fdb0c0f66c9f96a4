// SPDX-License-Identifier: Apache-2.0
// Event frames from TOML to rows of the table "frames". The only file that includes toml++ (seconds
// to compile).
//
// toml++ 3.3 asserts that a key or value can begin where it looks for one, and gives a proper error
// right after where none can ("[[!", "[,"): found by fuzzing. A typing error must not end the
// program, so its assertions are off.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>

#include "isnad/lexicon/source.h"

namespace isnad {
namespace {

void flatten(const toml::node& node, std::string& out) {
  if (const auto* array = node.as_array()) {
    for (const auto& item : *array) flatten(item, out);
    return;
  }
  if (!out.empty()) out += "; ";
  if (const auto text = node.value<std::string>()) {
    for (const char c : *text) out += (c == '\t' || c == '\n') ? ' ' : c;
  } else if (const auto* flag = node.as_boolean()) {
    out += flag->get() ? "yes" : "no";
  }
}

}  // namespace

SourceTable parse_frames(std::string_view text, const std::string& where,
                         std::vector<LexiconFault>& faults) {
  SourceTable table;
  table.name = "frames";
  toml::table document;
  try {
    document = toml::parse(text);
  } catch (const toml::parse_error& error) {
    faults.push_back({where + ":" + std::to_string(error.source().begin.line),
                      std::string(error.description())});
    return table;
  }
  const auto* frames = document["frame"].as_array();
  if (frames == nullptr) {
    faults.push_back({where, "holds no [[frame]] block"});
    return table;
  }
  for (const auto& node : *frames) {
    const auto* frame = node.as_table();
    if (frame == nullptr) continue;
    const std::string here = where + ":" + std::to_string(frame->source().begin.line);
    const auto id = (*frame)["id"].value<std::string>();
    if (!id || id->empty()) {
      faults.push_back({here, "the frame has no id"});
      continue;
    }
    SourceRow row{*id, std::vector<std::string>(table.columns.size()), here};
    for (const auto& [key, value] : *frame) {
      const std::string name(key.str());
      if (name == "id") continue;
      auto column = std::find(table.columns.begin(), table.columns.end(), name);
      if (column == table.columns.end()) {
        table.columns.push_back(name);
        for (auto& earlier : table.rows) earlier.fields.emplace_back();
        row.fields.emplace_back();
        column = table.columns.end() - 1;
      }
      flatten(value, row.fields[static_cast<size_t>(column - table.columns.begin())]);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace isnad
