// SPDX-License-Identifier: Apache-2.0
// Reading and writing of the container. Layout (little-endian, all offsets from the file's start):
//   0  magic "isnad container\0" (16)    16 kind (16)   32 kind version u32   36 format version u32
//  40  byte-order mark u32  44 finished u32  48 file size u64  56 XXH3 of bytes [64, size) u64
//  64  section count u32, 4 bytes zero, then a row a section: name (16), offset u64, size u64
#include "isnad/base/container.h"

#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace isnad {
namespace {

constexpr std::string_view kMagic("isnad container\0", 16);
constexpr uint32_t kFormatVersion = 1;
constexpr uint32_t kByteOrder = 0x01020304;
constexpr uint32_t kFinished = 0x46494E21;  // "FIN!"
constexpr size_t kAlignment = 64;
constexpr size_t kMaxSections = 1024;

struct Header {
  std::array<char, 16> magic;
  std::array<char, 16> kind;
  uint32_t kind_version;
  uint32_t format_version;
  uint32_t byte_order;
  uint32_t finished;
  uint64_t file_size;
  uint64_t hash;
};
static_assert(sizeof(Header) == 64);

struct SectionRow {
  std::array<char, 16> name;
  uint64_t offset;
  uint64_t size;
};
static_assert(sizeof(SectionRow) == 32);

std::array<char, 16> padded(std::string_view name) {
  std::array<char, 16> out{};
  std::copy_n(name.begin(), std::min<size_t>(name.size(), 16), out.begin());
  return out;
}

size_t aligned(size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

Header header_of(std::span<const std::byte> bytes) {
  Header header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

uint32_t section_count(std::span<const std::byte> bytes) {
  uint32_t count = 0;
  std::memcpy(&count, bytes.data() + sizeof(Header), sizeof count);
  return count;
}

SectionRow section_row(std::span<const std::byte> bytes, size_t index) {
  SectionRow row{};
  std::memcpy(&row, bytes.data() + sizeof(Header) + 8 + index * sizeof row, sizeof row);
  return row;
}

}  // namespace

Result<bool> Container::check(std::string_view kind, uint32_t kind_version) {
  const auto damaged = [&](std::string what) {
    return failure(ErrorCode::kDamagedFile, std::move(what) + "; build or install it anew", where_);
  };
  if (bytes_.size() < sizeof(Header) + 8) return damaged("is too short to be an Isnad file");
  const Header header = header_of(bytes_);
  if (header.magic != padded(kMagic)) return damaged("is no Isnad file (foreign magic)");
  if (header.byte_order != kByteOrder) return damaged("was made on a machine of other byte order");
  if (header.finished != kFinished) return damaged("was never finished");
  if (header.kind != padded(kind)) return damaged("is no " + std::string(kind) + " file");
  if (header.format_version != kFormatVersion || header.kind_version != kind_version) {
    return damaged("has another format version than this program reads");
  }
  if (header.file_size != bytes_.size()) return damaged("is truncated or has grown");
  if (XXH3_64bits(bytes_.data() + sizeof header, bytes_.size() - sizeof header) != header.hash) {
    return damaged("is damaged (checksum differs)");
  }
  const size_t count = section_count(bytes_);
  if (count > kMaxSections || sizeof header + 8 + count * sizeof(SectionRow) > bytes_.size()) {
    return damaged("has a broken section table");
  }
  for (size_t i = 0; i < count; ++i) {
    const SectionRow row = section_row(bytes_, i);
    if (row.offset % kAlignment != 0 || row.offset > bytes_.size() ||
        row.size > bytes_.size() - row.offset) {
      return damaged("has a section outside the file");
    }
  }
  auto provenance = section<char>("provenance");
  if (!provenance) return tl::unexpected(provenance.error());
  provenance_ = {provenance->data(), provenance->size()};
  return true;
}

Result<Container> Container::open(const std::filesystem::path& path, std::string_view kind,
                                  uint32_t kind_version) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  Container container(std::move(*file));
  container.bytes_ = container.file_.bytes();
  container.where_ = path.string();
  if (auto good = container.check(kind, kind_version); !good) return tl::unexpected(good.error());
  return container;
}

Result<Container> Container::view(std::span<const std::byte> bytes, std::string_view kind,
                                  uint32_t kind_version, std::string where) {
  Container container{MappedFile::empty()};
  container.bytes_ = bytes;
  container.where_ = std::move(where);
  if (auto good = container.check(kind, kind_version); !good) return tl::unexpected(good.error());
  return container;
}

Result<std::span<const std::byte>> Container::section_bytes(std::string_view name) const {
  const auto wanted = padded(name);
  for (size_t i = 0; i < section_count(bytes_); ++i) {
    const SectionRow row = section_row(bytes_, i);
    if (row.name == wanted) return bytes_.subspan(row.offset, row.size);
  }
  return failure(ErrorCode::kDamagedFile,
                 "has no section " + std::string(name) + "; build or install it anew", where_);
}

std::string Container::content_hash() const {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx",
                static_cast<unsigned long long>(header_of(bytes_).hash));
  return text.data();
}

ContainerWriter::ContainerWriter(std::string_view kind, uint32_t kind_version,
                                 std::string provenance)
    : kind_(kind), kind_version_(kind_version) {
  sections_.push_back({"provenance", std::move(provenance)});
}

void ContainerWriter::add_bytes(std::string_view name, std::span<const std::byte> bytes) {
  sections_.push_back(
      {std::string(name), std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())});
}

std::string ContainerWriter::finish() const {
  std::string out(sizeof(Header) + 8 + sections_.size() * sizeof(SectionRow), '\0');
  const auto count = static_cast<uint32_t>(sections_.size());
  std::memcpy(out.data() + sizeof(Header), &count, sizeof count);
  for (size_t i = 0; i < sections_.size(); ++i) {
    out.resize(aligned(out.size()), '\0');
    const SectionRow row{padded(sections_[i].name), out.size(), sections_[i].bytes.size()};
    std::memcpy(out.data() + sizeof(Header) + 8 + i * sizeof row, &row, sizeof row);
    out += sections_[i].bytes;
  }
  Header header{padded(kMagic), padded(kind_), kind_version_, kFormatVersion,
                kByteOrder,     kFinished,     out.size(),    0};
  header.hash = XXH3_64bits(out.data() + sizeof header, out.size() - sizeof header);
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

Result<bool> ContainerWriter::write(const std::filesystem::path& path) const {
  const std::string bytes = finish();
  const std::filesystem::path temporary = path.string() + ".part" + std::to_string(::getpid());
  {
    std::ofstream file(temporary, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
      return failure(ErrorCode::kCannotWrite,
                     "cannot write; is the folder there and the disk not full?",
                     temporary.string());
    }
  }
  std::error_code problem;
  std::filesystem::rename(temporary, path, problem);
  if (problem) return failure(ErrorCode::kCannotWrite, problem.message(), path.string());
  return true;
}

}  // namespace isnad
