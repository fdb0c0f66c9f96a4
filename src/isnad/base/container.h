// SPDX-License-Identifier: Apache-2.0
// The one file format of everything compiled (lexicon, model, gazetteer): a header, a table of
// named sections aligned to 64 bytes, the sections, used in place by mmap.
// docs/formats/container.md draws it.
//
// What it guards: a magic in words, a format version, the kind of content and its version, byte
// order, an "unfinished" mark until the last write, bounds of each section, and an XXH3 hash of all
// content. What it leaves to the reader of a section: whether the values inside make sense.
#pragma once

#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "isnad/base/mapped_file.h"
#include "isnad/base/result.h"

namespace isnad {

class Container {
 public:
  // Maps a file and checks everything named above; hashing costs about 0.1 ms a MB.
  // Errors: kMissingFile, kCannotRead, kDamagedFile (foreign, truncated, changed, other version or
  // kind).
  [[nodiscard]] static Result<Container> open(const std::filesystem::path& path,
                                              std::string_view kind, uint32_t kind_version);
  // The same over bytes in memory, which must outlive the container and be aligned to 64; for tests
  // and fuzzing.
  [[nodiscard]] static Result<Container> view(std::span<const std::byte> bytes,
                                              std::string_view kind, uint32_t kind_version,
                                              std::string where);

  // The section's bytes as an array of T. Errors: kDamagedFile (no such section, size no multiple
  // of T).
  template <class T>
  [[nodiscard]] Result<std::span<const T>> section(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
    auto bytes = section_bytes(name);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->size() % sizeof(T) != 0) {
      return failure(ErrorCode::kDamagedFile,
                     "section " + std::string(name) + " has a broken size; build the file anew",
                     where_);
    }
    return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }
  // Free text on how the file was made (inputs, seed, scores), as given to the writer.
  [[nodiscard]] std::string_view provenance() const { return provenance_; }
  // Sixteen hex digits of the content hash: the file's identity in `isnad version` and in records.
  [[nodiscard]] std::string content_hash() const;
  [[nodiscard]] const std::string& where() const { return where_; }

 private:
  explicit Container(MappedFile file) : file_(std::move(file)) {}
  [[nodiscard]] Result<std::span<const std::byte>> section_bytes(std::string_view name) const;
  [[nodiscard]] Result<bool> check(std::string_view kind, uint32_t kind_version);

  MappedFile file_;
  std::span<const std::byte> bytes_;
  std::string_view provenance_;
  std::string where_;
};

class ContainerWriter {
 public:
  // `kind`: up to 16 ASCII bytes, e.g. "lexicon"; `kind_version` changes whenever a section's
  // layout does.
  ContainerWriter(std::string_view kind, uint32_t kind_version, std::string provenance);

  // Copies the values in; `name`: up to 16 ASCII bytes, each used once.
  template <class T>
  void add(std::string_view name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(name, std::as_bytes(values));
  }
  // The whole file as bytes, the same for the same input.
  [[nodiscard]] std::string finish() const;
  // Writes to a temporary name beside `path`, then renames: a reader never sees half a file.
  [[nodiscard]] Result<bool> write(const std::filesystem::path& path) const;

 private:
  void add_bytes(std::string_view name, std::span<const std::byte> bytes);
  struct Section {
    std::string name;
    std::string bytes;
  };
  std::string kind_;
  uint32_t kind_version_;
  std::vector<Section> sections_;
};

}  // namespace isnad
