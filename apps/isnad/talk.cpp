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

Progress::Progress()
    : shown_on_terminal_(is_terminal(STDERR_FILENO)),
      next_(std::chrono::steady_clock::now() + std::chrono::seconds(2)) {}

void Progress::step() {
  ++done_;
  if (!shown_on_terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(500);
  visible_ = true;
  std::fprintf(stderr, "\r%zu reports coded", done_);
}

void Progress::clear() {
  if (visible_) std::fputs("\r\033[K", stderr);
  visible_ = false;
}

}  // namespace isnad
