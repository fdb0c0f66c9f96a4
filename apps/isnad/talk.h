// SPDX-License-Identifier: Apache-2.0
// What the program says to people: single lines on standard error. Results go to standard output
// and nothing else does.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace isnad {

// Writes "isnad: line" to standard error; a newline inside becomes a space.
void say(std::string_view line);
// The same where a message has several lines on purpose: a fault a line.
void say_lines(std::string_view lines);

// Whether colours may be used on that file: it is a terminal and NO_COLOR is not set
// (no-color.org).
[[nodiscard]] bool may_colour(int file_descriptor);
[[nodiscard]] bool is_terminal(int file_descriptor);

// A count that is rewritten in place while work takes long, with the rate and the time left; silent
// where standard error is no terminal.
class Progress {
 public:
  Progress();
  // One more report is done; shows the count at most twice a second, after two seconds. `share` of
  // all that is to be read, 0 to 1; 0 when that is not known.
  void step(double share = 0);
  // Removes the count, so that a line of talk can stand in its place.
  void clear();

 private:
  bool shown_on_terminal_;
  bool visible_ = false;
  size_t done_ = 0;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point next_;
};

// "1,234 reports, 210/s, about 3 min left"; the time left only for a share over 1 %.
[[nodiscard]] std::string progress_line(size_t done, double seconds, double share);

}  // namespace isnad
