// SPDX-License-Identifier: Apache-2.0
// See model.h.
#include "isnad/analysis/model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace isnad {
namespace {

// Reads sections one by one and remembers the first fault, so that callers stay flat.
class SectionReader {
 public:
  explicit SectionReader(const Container& container) : container_(container) {}

  template <class T>
  std::span<const T> read(std::string_view name) {
    auto values = container_.section<T>(name);
    if (!values) {
      if (!error_) error_ = values.error();
      return {};
    }
    return *values;
  }
  void require(bool holds, std::string_view name, std::string_view fault) {
    if (holds || error_) return;
    error_ =
        Error{ErrorCode::kDamagedFile,
              "section " + std::string(name) + " " + std::string(fault) + "; train the model anew",
              container_.where()};
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  KeyTable read_keys(std::string_view name, size_t values) {
    const auto slots = read<uint32_t>(name);
    require(KeyTable::usable(slots), name, "is no key table");
    require(std::all_of(slots.begin(), slots.end(),
                        [&](uint32_t slot) { return (slot & 0x3FFFF) <= values; }),
            name, "points past its values");
    return KeyTable(slots);
  }
  std::span<const uint32_t> read_offsets(std::string_view name, size_t end) {
    const auto offsets = read<uint32_t>(name);
    require(!offsets.empty() && offsets.front() == 0 && offsets.back() == end &&
                std::is_sorted(offsets.begin(), offsets.end()),
            name, "does not ascend to its end");
    return offsets;
  }
  ListTable read_lists(const std::string& name, size_t strings) {
    ListTable lists;
    lists.items = read<uint32_t>(name + "_items");
    lists.offsets = read_offsets(name + "_offsets", lists.items.size());
    lists.index = read_keys(name + "_keys", lists.offsets.empty() ? 0 : lists.offsets.size() - 1);
    require(std::all_of(lists.items.begin(), lists.items.end(),
                        [&](uint32_t id) { return id < strings; }),
            name, "names a string that is not there");
    return lists;
  }
  RowTable read_rows(const std::string& name, uint32_t width) {
    RowTable table;
    table.width = width;
    table.rows = read<int8_t>(name + "_rows");
    table.scales = read<float>(name + "_scales");
    require(table.rows.size() == table.scales.size() * width, name,
            "has rows and scales that do not agree");
    require(all_finite(table.scales), name, "holds a scale that is no number");
    table.index = read_keys(name + "_keys", table.scales.size());
    return table;
  }
  static bool all_finite(std::span<const float> values) {
    return std::all_of(values.begin(), values.end(),
                       [](float v) { return std::isfinite(v) && std::abs(v) < 1e6F; });
  }

 private:
  const Container& container_;
  std::optional<Error> error_;
};

}  // namespace

Result<ModelTables> read_model(const Container& container) {
  SectionReader reader(container);
  ModelTables model;
  const auto shape = reader.read<NetworkShape>("shape");
  reader.require(shape.size() == 1 && shape[0].plausible(), "shape", "gives sizes that cannot be");
  if (reader.error()) return tl::unexpected(*reader.error());
  model.shape = shape[0];
  model.weights = reader.read<float>("weights");
  reader.require(model.weights.size() == NetworkLayout(model.shape).size, "weights",
                 "does not fit the shape");
  reader.require(SectionReader::all_finite(model.weights), "weights",
                 "holds a weight that is no number");
  model.features = reader.read_rows("feature", model.shape.input);
  model.vectors = reader.read_rows("vector", model.shape.vector);

  StringTable strings;
  strings.letters = reader.read<char16_t>("string_letters");
  strings.offsets = reader.read_offsets("string_offsets", strings.letters.size());
  model.segment.strings = strings;
  model.segment.weights = reader.read<int16_t>("segment_weights");
  reader.require(std::has_single_bit(model.segment.weights.size()), "segment_weights",
                 "is no power of two");
  model.segment.whole_tokens = reader.read_lists("whole", strings.size());
  model.segment.stems = reader.read_lists("stem", strings.size());
  model.segment.words = model.vectors.index;
  const auto scale = reader.read<float>("segment_scale");
  reader.require(scale.size() == 1 && scale[0] > 0 && scale[0] < 1e9F, "segment_scale",
                 "cannot be");
  if (scale.size() == 1) model.segment_scale = scale[0];

  model.lemma.strings = strings;
  model.lemma.index = reader.read_keys("lemma_keys", strings.size());
  model.lemma.speller.weights = reader.read<int16_t>("edit_weights");
  reader.require(model.lemma.speller.weights.size() >= kMostEdits, "edit_weights",
                 "holds too few weights");
  model.lemma.speller.edits = reader.read_lists("edit", strings.size());
  model.lemma.speller.strings = strings;
  const auto test = reader.read<char>("self_test");
  model.self_test = {test.data(), test.size()};
  if (reader.error()) return tl::unexpected(*reader.error());
  return model;
}

}  // namespace isnad
