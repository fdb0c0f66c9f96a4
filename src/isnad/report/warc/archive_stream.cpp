// SPDX-License-Identifier: Apache-2.0
// The only file that knows zlib.
#include "isnad/report/warc/archive_stream.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace isnad {
namespace {

constexpr size_t kStep = size_t{64} << 10;
constexpr std::string_view kMagic = "\x1F\x8B\x08";

std::string megabytes(uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

// Owns a zlib state.
class Inflater {
 public:
  // `window`: 15 + 16 gzip, 15 zlib, -15 raw.
  explicit Inflater(int window) { usable_ = inflateInit2(&stream_, window) == Z_OK; }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (usable_) inflateEnd(&stream_);
  }
  void reset() { inflateReset(&stream_); }

  struct Step {
    size_t taken = 0;
    size_t given = 0;
    bool ended = false;
    bool damaged = false;
  };
  Step step(std::string_view in, char* out, size_t room) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    Step step;
    step.taken = in.size() - stream_.avail_in;
    step.given = room - stream_.avail_out;
    step.ended = status == Z_STREAM_END;
    step.damaged = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    return step;
  }

 private:
  z_stream stream_{};
  bool usable_ = false;
};

}  // namespace

struct ArchiveStream::State {
  explicit State(ByteSource given) : source(std::move(given)), inflater(15 + 16) {}

  // More of the file behind what is there; false at its end.
  Result<bool> fill() {
    if (at > 0) {
      in.erase(0, at);
      file_offset += at;
      at = 0;
    }
    const size_t before = in.size();
    in.resize(before + kStep);
    auto got = source(in.data() + before, kStep);
    in.resize(before + (got ? *got : 0));
    if (!got) return tl::unexpected(got.error());
    total += *got;
    return *got > 0;
  }

  [[nodiscard]] std::string_view rest() const { return std::string_view(in).substr(at); }

  Result<bool> begin() {
    begun = true;
    while (rest().size() < kMagic.size()) {
      auto more = fill();
      if (!more) return more;
      if (!*more) break;
    }
    is_packed = rest().substr(0, 2) == kMagic.substr(0, 2);
    return true;
  }

  Result<bool> read_plain(std::string& to) {
    if (rest().empty()) {
      auto more = fill();
      if (!more || !*more) return more;
    }
    given_offset = file_offset + at;
    to += rest();
    at = in.size();
    return true;
  }

  Result<bool> open_member() {
    if (rest().size() < kMagic.size()) {
      auto more = fill();
      if (!more) return more;
      if (rest().empty()) return false;
    }
    member = file_offset + at;
    member_in = member_out = 0;
    inflater.reset();
    in_member = true;
    return true;
  }

  tl::unexpected<Error> damage(std::string what, ErrorCode code = ErrorCode::kDamagedFile) {
    in_member = false;
    damaged = true;
    return failure(code, std::move(what), "byte " + std::to_string(member));
  }

  Result<bool> read_packed(std::string& to) {
    for (;;) {
      if (!in_member) {
        auto opened = open_member();
        if (!opened || !*opened) return opened;
      }
      given_offset = member;
      if (rest().empty()) {
        auto more = fill();
        if (!more) return more;
        if (!*more) return damage("the archive breaks off inside a packed record");
      }
      std::array<char, kStep> out;
      const auto step = inflater.step(rest(), out.data(), out.size());
      at += step.taken;
      member_in += step.taken;
      member_out += step.given;
      if (step.damaged) return damage("a packed record is damaged");
      if (member_out > kFreeGrowth && member_out > member_in * kMostGrowth) {
        return damage("a packed record of " + std::to_string(member_in >> 10) +
                          " KiB unpacks to over " + megabytes(member_out) +
                          ": refused as a zip bomb",
                      ErrorCode::kTooLarge);
      }
      if (step.ended) in_member = false;
      to.append(out.data(), step.given);
      if (step.given > 0) return true;
      if (!step.ended && step.taken == 0 && rest().empty()) continue;
    }
  }

  // The next gzip header behind the damaged member's first byte that is still at hand.
  bool find_member() {
    damaged = false;
    for (;;) {
      const size_t found = in.find(kMagic, at);
      if (found != std::string::npos && file_offset + found > member) {
        at = found;
        return true;
      }
      at = found != std::string::npos
               ? found + 1
               : std::max(at, in.size() - std::min(in.size(), kMagic.size() - 1));
      if (found != std::string::npos) continue;
      auto more = fill();
      if (!more || !*more) return false;
    }
  }

  ByteSource source;
  Inflater inflater;
  std::string in;  // of the file, from file_offset on
  size_t at = 0;   // taken so far, in `in`
  uint64_t file_offset = 0;
  uint64_t total = 0;
  uint64_t given_offset = 0;
  uint64_t member = 0;
  uint64_t member_in = 0;
  uint64_t member_out = 0;
  bool begun = false;
  bool is_packed = false;
  bool in_member = false;
  bool damaged = false;
};

ArchiveStream::ArchiveStream(ByteSource source)
    : state_(std::make_unique<State>(std::move(source))) {}
ArchiveStream::ArchiveStream(ArchiveStream&&) noexcept = default;
ArchiveStream& ArchiveStream::operator=(ArchiveStream&&) noexcept = default;
ArchiveStream::~ArchiveStream() = default;

Result<bool> ArchiveStream::read(std::string& to) {
  if (!state_->begun) {
    if (auto begun = state_->begin(); !begun) return begun;
  }
  return state_->is_packed ? state_->read_packed(to) : state_->read_plain(to);
}

bool ArchiveStream::go_on() {
  if (!state_->is_packed) return false;
  if (!state_->damaged) {  // leave a member that is sound but whose record was refused
    std::string passed_over;
    while (state_->in_member) {
      passed_over.clear();
      auto more = state_->read_packed(passed_over);
      if (!more) break;
      if (!*more) return false;
    }
    if (!state_->damaged) return true;
  }
  return state_->find_member();
}

uint64_t ArchiveStream::offset() const { return state_->given_offset; }
bool ArchiveStream::packed() const { return state_->is_packed; }
uint64_t ArchiveStream::taken() const { return state_->total; }

Result<std::string> unpack(std::string_view packed, size_t most) {
  const auto first = packed.empty() ? 0U : static_cast<unsigned char>(packed[0]);
  const bool gzip = packed.substr(0, 2) == kMagic.substr(0, 2);
  const bool zlib = first == 0x78;
  Inflater inflater(gzip ? 15 + 16 : zlib ? 15 : -15);
  std::string out;
  std::array<char, kStep> step_out;
  while (!packed.empty()) {
    const auto step = inflater.step(packed, step_out.data(), step_out.size());
    packed.remove_prefix(step.taken);
    out.append(step_out.data(), step.given);
    if (step.damaged) return failure(ErrorCode::kDamagedFile, "the packed body is damaged");
    if (out.size() > most) {
      return failure(ErrorCode::kTooLarge, "the packed body unpacks to over " + megabytes(most) +
                                               ": too large for a page, or a zip bomb");
    }
    if (step.ended) return out;
    if (step.taken == 0 && step.given == 0) break;
  }
  return failure(ErrorCode::kDamagedFile, "the packed body breaks off");
}

}  // namespace isnad
