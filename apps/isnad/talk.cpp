// SPDX-License-Identifier: Apache-2.0
// Standard error: lines for people, and a count while work takes long.
#include "talk.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace isnad {

void say(std::string_view line) {
  std::string message(line);
  for (char& c : message) c = c == '\n' ? ' ' : c;
  say_lines(message);
}

void say_lines(std::string_view lines) {
  const std::string message = "isnad: " + std::string(lines) + "\n";
  std::fwrite(message.data(), 1, message.size(), stderr);
}

bool is_terminal(int file_descriptor) { return isatty(file_descriptor) != 0; }

bool may_colour(int file_descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return is_terminal(file_descriptor) && !dumb && (no_colour == nullptr || *no_colour == '\0');
}

std::string progress_line(size_t done, double seconds, double share) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string line = std::to_string(done) + " reports, " +
                     (rate >= 10 ? std::to_string(static_cast<long>(rate)) + "/s"
                                 : std::to_string(static_cast<long>(rate * 60)) + "/min");
  if (share <= 0.01 || share > 1) return line;
  const double left = seconds * (1 - share) / share;
  line += ", about ";
  if (left < 90) return line + std::to_string(static_cast<long>(left + 0.5)) + " s left";
  if (left < 5400) return line + std::to_string(static_cast<long>(left / 60 + 0.5)) + " min left";
  return line + std::to_string(static_cast<long>(left / 3600 + 0.5)) + " h left";
}

Progress::Progress()
    : shown_on_terminal_(is_terminal(STDERR_FILENO)),
      begun_(std::chrono::steady_clock::now()),
      next_(begun_ + std::chrono::seconds(2)) {}

void Progress::step(double share) {
  ++done_;
  if (!shown_on_terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(500);
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::fprintf(stderr, "\r\033[K%s", progress_line(done_, seconds, share).c_str());
}

void Progress::clear() {
  if (visible_) std::fputs("\r\033[K", stderr);
  visible_ = false;
}

}  // namespace isnad
