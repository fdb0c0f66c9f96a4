// SPDX-License-Identifier: Apache-2.0
// A header and the packed bytes a file, then the directory of them all.
#include "isnad/export/zip_file.h"

#include <zlib.h>

namespace isnad {
namespace {

constexpr size_t kMost = 0xFFFFFFFEU;  // ZIP64 is not written
constexpr uint16_t kVersion = 20;      // deflate
constexpr uint16_t kUtf8Names = 1U << 11U;
constexpr uint16_t kDeflate = 8;
constexpr uint16_t kFirstDay = (1U << 5U) | 1U;  // 1 January 1980

void put16(uint32_t value, std::string& out) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(size_t value, std::string& out) {
  put16(static_cast<uint32_t>(value & 0xFFFFU), out);
  put16(static_cast<uint32_t>((value >> 16U) & 0xFFFFU), out);
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  std::string out;
  // A window below zero: no header of zlib's around it.
  if (deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return out;
  out.resize(deflateBound(&stream, bytes.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Entry {
  std::string name;
  size_t checksum = 0, packed = 0, size = 0, begin = 0;
};

// What the header before a file and the directory say alike.
void put_common(const Entry& entry, std::string& out) {
  put16(kVersion, out);
  put16(kUtf8Names, out);
  put16(kDeflate, out);
  put16(0, out);  // midnight
  put16(kFirstDay, out);
  put32(entry.checksum, out);
  put32(entry.packed, out);
  put32(entry.size, out);
  put16(static_cast<uint32_t>(entry.name.size()), out);
  put16(0, out);  // no extra field
}

}  // namespace

Result<std::string> zip_file(const std::vector<std::pair<std::string, std::string>>& files) {
  const auto too_large = [](const std::string& what) {
    return failure(ErrorCode::kTooLarge, "is too large for a ZIP archive; narrow the filter", what);
  };
  if (files.size() > 0xFFFF) return too_large(std::to_string(files.size()) + " files");
  std::string out;
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : files) {
    if (bytes.size() > kMost || name.size() > 0xFFFF) return too_large(name);
    const std::string packed = deflated(bytes);
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const Entry entry{name, checksum, packed.size(), bytes.size(), out.size()};
    out += "PK\x03\x04";
    put_common(entry, out);
    out += name;
    out += packed;
    if (out.size() > kMost) return too_large(name);
    entries.push_back(entry);
  }
  const size_t directory = out.size();
  for (const Entry& entry : entries) {
    out += "PK\x01\x02";
    put16(kVersion, out);
    put_common(entry, out);
    for (int i = 0; i < 3; ++i) put16(0, out);  // no comment, first disk, no kind
    put32(0, out);                              // no rights
    put32(entry.begin, out);
    out += entry.name;
  }
  const size_t length = out.size() - directory;
  if (out.size() > kMost) return too_large("the directory");
  out += "PK\x05\x06";
  put32(0, out);  // one disk
  for (int i = 0; i < 2; ++i) put16(static_cast<uint32_t>(entries.size()), out);
  put32(length, out);
  put32(directory, out);
  put16(0, out);  // no comment
  return out;
}

}  // namespace isnad
