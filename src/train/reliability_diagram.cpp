// SPDX-License-Identifier: Apache-2.0
// The reliability diagram: ten bars of what was right against what was said, and the diagonal on
// which an honest model's bars end.
#include <array>
#include <cstdio>

#include "train/train_confidence.h"

namespace isnad::train {
namespace {

constexpr double kSide = 320;  // of the square, in pixels
constexpr double kMargin = 40;

template <class... Values>
void print(std::string& out, const char* format, Values... values) {
  std::array<char, 256> line{};
  std::snprintf(line.data(), line.size(), format, values...);
  out += line.data();
}

}  // namespace

std::string reliability_svg(const ConfidenceScores& scores) {
  std::string out;
  const double size = kSide + 2 * kMargin;
  print(out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
        "font-family=\"sans-serif\" font-size=\"11\">\n",
        size, size);
  out += "<title>Reliability of confidence, out of fold</title>\n";
  out += "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
  const double width = kSide / static_cast<double>(scores.bins.size());
  for (size_t i = 0; i < scores.bins.size(); ++i) {
    const auto& bin = scores.bins[i];
    const double x = kMargin + width * static_cast<double>(i);
    const double height = kSide * bin.right;
    print(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#6a8caf\"/>\n",
          x + 1, kMargin + kSide - height, width - 2, height);
    print(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%zu</text>\n", x + width / 2,
          kMargin + kSide - height - 4, bin.claims);
  }
  print(out, "<path d=\"M%.0f %.0f L%.0f %.0f\" stroke=\"#b33\" fill=\"none\"/>\n", kMargin,
        kMargin + kSide, kMargin + kSide, kMargin);
  print(out, "<path d=\"M%.0f %.0f V%.0f H%.0f\" stroke=\"black\" fill=\"none\"/>\n", kMargin,
        kMargin, kMargin + kSide, kMargin + kSide);
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    const double at = kSide * tenth / 10;
    print(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.1f</text>\n", kMargin + at,
          kMargin + kSide + 16, tenth / 10.0);
    print(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>\n", kMargin - 6,
          kMargin + kSide - at + 4, tenth / 10.0);
  }
  print(out, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">confidence said</text>\n",
        size / 2, size - 6);
  print(out,
        "<text x=\"%.0f\" y=\"20\">share right; over each bar, how many claims; expected "
        "calibration error %.3f</text>\n",
        4.0, scores.calibration_error);
  return out + "</svg>\n";
}

}  // namespace isnad::train
