// SPDX-License-Identifier: Apache-2.0
#include "isnad/base/container.h"

#include <gtest/gtest.h>

#include <array>

namespace isnad {
namespace {

// Bytes of a small container at an address aligned as a mapped file's would be.
struct AlignedText {
  explicit AlignedText(const std::string& text) : size(text.size()) {
    std::memcpy(data.data(), text.data(), text.size());
  }
  [[nodiscard]] std::span<const std::byte> bytes() const {
    return std::as_bytes(std::span(data.data(), size));
  }
  alignas(64) std::array<char, 4096> data{};
  size_t size;
};

std::string small_container() {
  ContainerWriter writer("toy", 3, "made by a test");
  const std::array<uint32_t, 3> numbers = {1, 2, 3};
  writer.add<uint32_t>("numbers", numbers);
  return writer.finish();
}

TEST(Container, GivesBackWhatWasWritten) {
  const AlignedText file(small_container());
  const auto container = Container::view(file.bytes(), "toy", 3, "memory");
  ASSERT_TRUE(container) << describe(container.error());
  const auto numbers = container->section<uint32_t>("numbers");
  ASSERT_TRUE(numbers);
  EXPECT_EQ(std::vector<uint32_t>(numbers->begin(), numbers->end()),
            (std::vector<uint32_t>{1, 2, 3}));
  EXPECT_EQ(container->provenance(), "made by a test");
  EXPECT_FALSE(container->section<uint32_t>("letters"));
}

TEST(Container, RefusesAnotherKindOrVersion) {
  const AlignedText file(small_container());
  EXPECT_FALSE(Container::view(file.bytes(), "model", 3, "memory"));
  EXPECT_FALSE(Container::view(file.bytes(), "toy", 4, "memory"));
}

TEST(Container, RefusesEveryTruncationAndEveryFlippedByte) {
  const std::string good = small_container();
  for (size_t size = 0; size < good.size(); ++size) {
    const AlignedText file(good.substr(0, size));
    EXPECT_FALSE(Container::view(file.bytes(), "toy", 3, "memory")) << "cut to " << size;
  }
  for (size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x20);
    const AlignedText file(bad);
    EXPECT_FALSE(Container::view(file.bytes(), "toy", 3, "memory")) << "byte " << i;
  }
}

TEST(Container, MissingFileSaysSo) {
  const auto container = Container::open("/nowhere/at/all", "toy", 3);
  ASSERT_FALSE(container);
  EXPECT_EQ(container.error().code, ErrorCode::kMissingFile);
}

}  // namespace
}  // namespace isnad
