// SPDX-License-Identifier: Apache-2.0
// The only file that knows iconv.
#include "isnad/report/transcode.h"

#include <iconv.h>

#include <cerrno>

namespace isnad {
namespace {

// Owns an iconv descriptor.
class Converter {
 public:
  explicit Converter(const char* from) : descriptor_(iconv_open("UTF-8", from)) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (usable()) iconv_close(descriptor_);
  }
  [[nodiscard]] bool usable() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }
  // One call of iconv; false when it stopped on `errno`.
  bool convert(char** in, size_t* in_left, char** out, size_t* out_left) {
    return iconv(descriptor_, in, in_left, out, out_left) != static_cast<size_t>(-1);
  }

 private:
  iconv_t descriptor_;
};

}  // namespace

Result<std::string> to_utf8(std::string_view bytes, const char* encoding, size_t skipped) {
  Converter converter(encoding);
  if (!converter.usable()) {
    return failure(ErrorCode::kBadEncoding, std::string("this system cannot convert from ") +
                                                encoding +
                                                "; save the report as UTF-8 and code it again");
  }
  std::string out(bytes.size() * 2 + 16,
                  '\0');  // no character of these encodings needs more, but UTF-16's 3/2
  char* in =
      const_cast<char*>(bytes.data());  // iconv's signature predates const; it does not write
  size_t in_left = bytes.size();
  char* to = out.data();
  size_t out_left = out.size();
  while (in_left > 0) {
    if (converter.convert(&in, &in_left, &to, &out_left)) break;
    if (errno == E2BIG) {
      const auto done = static_cast<size_t>(to - out.data());
      out.resize(out.size() * 2);
      to = out.data() + done;
      out_left = out.size() - done;
      continue;
    }
    const size_t at = skipped + bytes.size() - in_left;
    return failure(ErrorCode::kBadEncoding,
                   std::string("the bytes break off or are no ") + encoding +
                       " from here on; save the report as UTF-8 and code it again",
                   "byte " + std::to_string(at));
  }
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

}  // namespace isnad
