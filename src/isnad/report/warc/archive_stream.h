// SPDX-License-Identifier: Apache-2.0
// The bytes of an archive, unpacked where it is gzip. An archive's gzip file is a row of members, a
// record each (WARC 1.1, annex D), so damage in one costs that one: the stream finds the next.
// Nothing is held but one buffer, whatever the archive's size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// Fills `to` with at most `most` bytes; how many, 0 at the end. Errors: kCannotRead.
using ByteSource = std::function<Result<size_t>(char* to, size_t most)>;

// A member may unpack to this much whatever its packed size; beyond, it must not grow more than
// kMostGrowth times. HTML packs 4 to 20 times, a file of zeros 1030 times.
inline constexpr uint64_t kFreeGrowth = uint64_t{64} << 20;
inline constexpr uint64_t kMostGrowth = 200;

class ArchiveStream {
 public:
  explicit ArchiveStream(ByteSource source);
  ArchiveStream(ArchiveStream&&) noexcept;
  ArchiveStream& operator=(ArchiveStream&&) noexcept;
  ~ArchiveStream();

  // Appends the next unpacked bytes to `to`; false at the end. One call never crosses from one
  // member to the next. Errors: kCannotRead; kDamagedFile (no gzip, or cut off), kTooLarge (a
  // member grows out of all measure): then go_on().
  [[nodiscard]] Result<bool> read(std::string& to);

  // After an error: finds the next member. False when there is none.
  bool go_on();

  // Where the bytes that the last read gave begin: in the file as it is for a plain archive, the
  // member's first byte for a packed one.
  [[nodiscard]] uint64_t offset() const;
  [[nodiscard]] bool packed() const;
  // Bytes taken from the source so far, for progress.
  [[nodiscard]] uint64_t taken() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Unpacks a whole body of at most `most` bytes: gzip or zlib, told by its first bytes, or raw
// deflate. Errors: kDamagedFile, kTooLarge.
[[nodiscard]] Result<std::string> unpack(std::string_view packed, size_t most);

}  // namespace isnad
