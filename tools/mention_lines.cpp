// SPDX-License-Identifier: Apache-2.0
// Times and quantities of many short texts, for the evaluations beside it
// (tools/evaluate_times.py). Standard input: one text a line, "id TAB published TAB text", "\n" for
// line ends, published may be empty. Standard output: one JSON object a line, offsets in code
// points of the text.
//   mention_lines LEXICON_FOLDER < lines.tsv
#include <charconv>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>

#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/quantity/find_quantities.h"
#include "isnad/mention/time/calendar.h"
#include "isnad/mention/time/find_times.h"

namespace {

using namespace isnad;

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + "\"";
}

size_t code_points(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string span_json(const Report& report, ByteSpan span) {
  const std::string_view text = report.text;
  const size_t begin = code_points(text.substr(0, span.begin));
  const std::string_view words = text.substr(span.begin, span.size());
  return "\"begin\":" + std::to_string(begin) +
         ",\"end\":" + std::to_string(begin + code_points(words)) + ",\"text\":" + json(words);
}

std::string date_json(const std::optional<Date>& date) {
  return date ? "\"" + iso_date(*date) + "\"" : "null";
}

std::string number_json(const std::optional<int64_t>& number) {
  return number ? std::to_string(*number) : "null";
}

std::string time_json(const Report& report, const Text& text, const TimeMention& time) {
  static constexpr const char* kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
  static constexpr const char* kPrecisions[] = {"minute",   "hour",   "part-of-day", "day",
                                                "week",     "month",  "season",      "year",
                                                "interval", "unknown"};
  static constexpr const char* kAnchors[] = {"none", "publication", "last-date", "event"};
  static constexpr const char* kDirections[] = {"", "past", "present", "future", "since", "until"};
  return "{" + span_json(report, text.given_of(time.tokens)) + ",\"type\":\"" +
         kTypes[static_cast<size_t>(time.type)] + "\",\"value\":" + json(time.value) +
         ",\"mod\":" + json(time.mod) + ",\"earliest\":" + date_json(time.earliest) +
         ",\"latest\":" + date_json(time.latest) + ",\"precision\":\"" +
         kPrecisions[static_cast<size_t>(time.precision)] + "\",\"anchor\":\"" +
         kAnchors[static_cast<size_t>(time.anchor)] + "\",\"direction\":\"" +
         kDirections[static_cast<size_t>(time.direction)] +
         "\",\"anniversary\":" + (time.anniversary ? "true" : "false") +
         ",\"reason\":" + json(time.reason) + "}";
}

std::string quantity_json(const Report& report, const Text& text, const Lexicon& lexicon,
                          const QuantityMention& quantity) {
  static constexpr const char* kHarms[] = {"",         "killed",   "injured", "killed-or-injured",
                                           "detained", "abducted", "missing", "displaced"};
  std::string out = "{" + span_json(report, text.given_of(quantity.tokens));
  out += ",\"low\":" + number_json(quantity.range.low) +
         ",\"best\":" + number_json(quantity.range.best) +
         ",\"high\":" + number_json(quantity.range.high);
  const bool victim = quantity.victim != kNoRow;
  out += ",\"who\":" + json(victim ? lexicon.field(quantity.victim, "who") : "");
  out += ",\"victim\":" + json(victim ? lexicon.id(quantity.victim) : "");
  out += std::string(",\"harm\":\"") + kHarms[static_cast<size_t>(quantity.harm)] + "\"";
  out += ",\"part_of\":" + (quantity.part_of ? std::to_string(*quantity.part_of) : "null");
  out += std::string(",\"cumulative\":") + (quantity.cumulative ? "true" : "false");
  return out + ",\"people\":" + (quantity.of_people ? "true" : "false") + "}";
}

std::optional<PublicationTime> publication(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + 5, text.data() + 7, month);
  std::from_chars(text.data() + 8, text.data() + 10, day);
  PublicationTime time;
  time.date = make_date(year, month, day);
  if (text.size() >= 16) {
    std::from_chars(text.data() + 11, text.data() + 13, hour);
    std::from_chars(text.data() + 14, text.data() + 16, minute);
    time.minute_of_day = hour * 60 + minute;
  }
  time.as_given = text;
  return time;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  uint32_t begin = 0;
  const auto size = static_cast<uint32_t>(report.text.size());
  while (begin < size) {  // a paragraph a line
    const size_t found = report.text.find('\n', begin);
    const uint32_t end = found == std::string::npos ? size : static_cast<uint32_t>(found);
    if (end > begin) report.zones.push_back({ZoneKind::kParagraph, {begin, end}});
    begin = end + 1;
  }
  return report;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: mention_lines LEXICON_FOLDER < lines.tsv\n");
    return 2;
  }
  const std::filesystem::path folders[] = {argv[1]};
  const auto bytes = build_lexicon(folders);
  if (!bytes) {
    std::fprintf(stderr, "%s\n", describe(bytes.error()).c_str());
    return 3;
  }
  const size_t rounded = (bytes->size() + 63) / 64 * 64;
  const std::unique_ptr<std::byte, decltype(&std::free)> memory(
      static_cast<std::byte*>(std::aligned_alloc(64, rounded)), &std::free);
  std::memcpy(memory.get(), bytes->data(), bytes->size());
  const auto lexicon = Lexicon::view({memory.get(), bytes->size()});
  if (!lexicon) {
    std::fprintf(stderr, "%s\n", describe(lexicon.error()).c_str());
    return 3;
  }
  const auto times = TimeFinder::create(*lexicon);
  const auto quantities = QuantityFinder::create(*lexicon);
  if (!times || !quantities) {
    std::fprintf(stderr, "%s\n", describe(times ? quantities.error() : times.error()).c_str());
    return 3;
  }
  std::string line;
  while (std::getline(std::cin, line)) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const Report report = report_of(unescaped(std::string_view(line).substr(second + 1)));
    const Text text = make_text(report);
    const auto matches = lexicon->find_matches(text);
    TimeContext context;
    context.published = publication(std::string_view(line).substr(first + 1, second - first - 1));
    const TimeResult found = times->find(text, matches, context);
    const auto counts = quantities->find(text, matches, found.times);
    std::string out = "{\"id\":" + json(line.substr(0, first)) + ",\"times\":[";
    for (const TimeMention& time : found.times) {
      if (&time != &found.times.front()) out += ",";
      out += time_json(report, text, time);
    }
    out += "],\"quantities\":[";
    for (const QuantityMention& count : counts) {
      if (&count != &counts.front()) out += ",";
      out += quantity_json(report, text, *lexicon, count);
    }
    out += "],\"warnings\":[";
    for (const Warning& warning : found.warnings) {
      if (&warning != &found.warnings.front()) out += ",";
      out += "{\"code\":" + json(warning.code) + "," + span_json(report, warning.span) +
             ",\"message\":" + json(warning.message) + "}";
    }
    std::cout << out << "]}\n";
  }
  return 0;
}
