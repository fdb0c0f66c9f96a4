// SPDX-License-Identifier: Apache-2.0
// See name_model.h. Every size is checked once, so that tagging checks nothing.
#include "isnad/mention/name/name_model.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

template <class T>
bool read(const Container& container, std::string_view name, std::span<const T>& values,
          Error& error) {
  const auto section = container.section<T>(name);
  if (!section) {
    error = section.error();
    return false;
  }
  values = *section;
  return true;
}

bool finite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(),
                     [](float v) { return std::isfinite(v) && std::abs(v) < 1e6F; });
}

}  // namespace

Result<NameModel> NameModel::load(const std::filesystem::path& path, const Analyser& analyser) {
  auto container = Container::open(path, kNamesKind, kNamesVersion);
  if (!container) return tl::unexpected(container.error());
  return over(std::move(*container), analyser);
}

Result<NameModel> NameModel::over(Container container, const Analyser& analyser) {
  NameModel model;
  model.container_ = std::make_unique<Container>(std::move(container));
  const Container& file = *model.container_;
  model.vectors_ = analyser.tables().vectors;
  std::span<const uint32_t> keys;
  Error error;
  if (!read(file, "feature_keys", keys, error) ||
      !read(file, "feature_rows", model.features_.rows, error) ||
      !read(file, "feature_scales", model.features_.scales, error) ||
      !read(file, "fine", model.clusters_.fine, error) ||
      !read(file, "coarse", model.clusters_.coarse, error) ||
      !read(file, "steps", model.steps_, error))
    return tl::unexpected(error);
  const size_t rows = model.features_.scales.size(), words = model.vectors_.scales.size();
  const bool sound = KeyTable::usable(keys) &&
                     std::all_of(keys.begin(), keys.end(),
                                 [&](uint32_t slot) { return (slot & 0x3FFFF) <= rows; }) &&
                     model.features_.rows.size() == rows * kNameRow &&
                     finite(model.features_.scales) && finite(model.steps_) &&
                     model.steps_.size() == size_t{kNameLabels} * kNameLabels;
  if (!sound)
    return failure(ErrorCode::kDamagedFile, "the model of names is damaged; install it anew",
                   file.where());
  if (model.clusters_.fine.size() != words || model.clusters_.coarse.size() != words)
    return failure(ErrorCode::kDamagedFile,
                   "the model of names was made for another analyser; train it anew with `isnad "
                   "train names`",
                   file.where());
  model.features_.index = KeyTable(keys);
  model.features_.width = kNameRow;
  return model;
}

}  // namespace isnad
