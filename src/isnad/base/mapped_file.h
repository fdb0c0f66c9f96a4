// SPDX-License-Identifier: Apache-2.0
// A file's bytes, mapped read-only. Owns the mapping; views into it live as long as it does.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "isnad/base/result.h"

namespace isnad {

class MappedFile {
 public:
  // Maps the whole file. An empty file gives an empty span. Errors: kMissingFile, kCannotRead.
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

  // Maps nothing: for owners whose bytes live elsewhere (Container::view).
  [[nodiscard]] static MappedFile empty() { return {nullptr, 0}; }

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedFile(const std::byte* data, size_t size) : data_(data), size_(size) {}
  const std::byte* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace isnad
