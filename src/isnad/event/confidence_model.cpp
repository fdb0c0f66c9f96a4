// SPDX-License-Identifier: Apache-2.0
// Reads and writes the model's text: a first line, provenance, the numbers of its head, a checksum
// over the weights, then a weight a line.
#include "isnad/event/confidence_model.h"

#include <xxhash.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "isnad/base/mapped_file.h"

namespace isnad {
namespace {

constexpr std::string_view kFirstLine = "isnad confidence 2";

std::string hash_of(std::string_view text) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return digits.data();
}

// Takes the next line off; its end is not part of it.
std::string_view take_line(std::string_view& rest) {
  const size_t end = std::min(rest.find('\n'), rest.size());
  const auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

std::optional<float> number_of(std::string_view text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  constexpr float kLargest = 1e6F;  // nats; sums of them stay finite
  if (!(std::abs(value) <= kLargest)) return std::nullopt;
  return value;
}

std::string number_text(float value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.4f", static_cast<double>(value));
  return digits.data();
}

float logistic(float nats) { return 1.0F / (1.0F + std::exp(-nats)); }

}  // namespace

Result<ConfidenceModel> ConfidenceModel::load(const std::filesystem::path& path) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto bytes = file->bytes();
  return parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path.string());
}

Result<ConfidenceModel> ConfidenceModel::parse(std::string_view text, std::string where) {
  const auto damaged = [&](size_t line, std::string_view what) {
    return failure(ErrorCode::kDamagedFile,
                   std::string(what) + "; take the file from the release or train it anew",
                   where + ":" + std::to_string(line));
  };
  ConfidenceModel model;
  std::string_view rest = text;
  if (take_line(rest) != kFirstLine) return damaged(1, "this is no confidence model of version 2");
  size_t number = 1;
  std::string_view checksum;
  while (!rest.empty() && checksum.empty()) {
    const auto line = take_line(rest);
    ++number;
    if (line.starts_with("#")) continue;
    const size_t space = line.find(' ');
    const auto key = line.substr(0, space);
    const auto value = space == std::string_view::npos ? "" : line.substr(space + 1);
    if (key == "checksum") {
      checksum = value;
      continue;
    }
    const auto parsed = number_of(value);
    float* const field = key == "bias"          ? &model.bias_
                         : key == "least"       ? &model.least_
                         : key == "words-share" ? &model.words_share_
                                                : nullptr;
    if (!parsed || field == nullptr) return damaged(number, "a line of the head is broken");
    *field = *parsed;
  }
  if (checksum.empty()) return damaged(number, "the checksum is missing");
  model.hash_ = hash_of(rest);
  if (checksum != model.hash_)
    return damaged(number, "the weights are not those it was written with");
  while (!rest.empty()) {
    const auto line = take_line(rest);
    ++number;
    const size_t tab = line.rfind('\t');
    const auto parsed =
        tab == std::string_view::npos ? std::nullopt : number_of(line.substr(tab + 1));
    if (!parsed) return damaged(number, "a weight is broken");
    model.weights_.add(line.substr(0, tab), *parsed);
  }
  return model;
}

float ConfidenceModel::weight(std::string_view feature) const {
  const float* found = weights_.find(feature);
  return found == nullptr ? 0.0F : *found;
}

float ConfidenceModel::nats(const std::vector<Feature>& traits) const {
  float sum = bias_;
  for (const auto& feature : traits) sum += feature.value * weight(feature.name);
  return sum;
}

float ConfidenceModel::probability(const std::vector<Feature>& traits) const {
  return logistic(nats(traits));
}

float ConfidenceModel::probability(const std::vector<Feature>& traits, std::string_view type,
                                   std::span<const Feature> words) const {
  std::string name = lone_word_name(type, "");
  const size_t prefix = name.size();
  float said = weight(name);
  for (const auto& word : words) {
    name.resize(prefix);
    name += word.name;
    said += word.value * weight(name);
  }
  return logistic((1 - words_share_) * nats(traits) + words_share_ * said);
}

bool ConfidenceModel::judges_sentences(std::string_view type) const {
  return weights_.find(lone_word_name(type, "")) != nullptr;
}

float ConfidenceModel::word_weight(std::string_view type, std::string_view word) const {
  return weight(lone_word_name(type, word));
}

std::string lone_word_name(std::string_view type, std::string_view word) {
  std::string name("sentence ");
  name += type;
  name += ':';
  name += word;
  return name;
}

std::string ConfidenceModelText::render() const {
  std::string lines;
  for (const auto& [name, weight] : weights) lines += name + "\t" + number_text(weight) + "\n";
  std::string out(kFirstLine);
  out += '\n';
  for (const auto& line : provenance) out += "# " + line + "\n";
  out += "least " + number_text(least) + "\nbias " + number_text(bias) + "\nwords-share " +
         number_text(words_share) + "\n";
  out += "checksum " + hash_of(lines) + "\n";
  return out + lines;
}

}  // namespace isnad
