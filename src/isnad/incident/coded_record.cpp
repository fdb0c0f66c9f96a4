// SPDX-License-Identifier: Apache-2.0
// The contract's JSON read back, field by field. simdjson's exceptions are off: what is missing or
// of another kind reads as absent.
#include "isnad/incident/coded_record.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>

#include "isnad/mention/time/calendar.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

std::string text_at(dom::element object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::optional<int64_t> number_at(dom::element object, std::string_view key) {
  int64_t value = 0;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

int offset_at(dom::element object, std::string_view key) {
  const auto value = number_at(object, key);
  return value && *value >= 0 && *value <= INT32_MAX ? static_cast<int>(*value) : 0;
}

std::optional<double> degrees_at(dom::element object, std::string_view key) {
  double value = 0;
  if (object[key].get(value) != simdjson::SUCCESS || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool flag_at(dom::element object, std::string_view key) {
  bool value = false;
  return object[key].get(value) == simdjson::SUCCESS && value;
}

// The object or list at a key, or nothing where it is null or absent.
std::optional<dom::element> object_at(dom::element object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS || !value.is_object()) return std::nullopt;
  return value;
}

template <class Read>
auto list_at(dom::element object, std::string_view key, Read read) {
  std::vector<decltype(read(object))> values;
  dom::array list;
  if (object[key].get(list) != simdjson::SUCCESS) return values;
  for (const dom::element element : list) values.push_back(read(element));
  return values;
}

std::string read_string(dom::element element) {
  std::string_view value;
  return element.get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

PartyRecord read_party(dom::element party) {
  return {text_at(party, "text"), text_at(party, "name"), text_at(party, "code"),
          text_at(party, "country"), text_at(party, "sector")};
}

CodedPlace read_place(dom::element place) {
  CodedPlace read;
  read.text = text_at(place, "text");
  read.name_ar = text_at(place, "name_ar");
  read.name_en = text_at(place, "name_en");
  read.gazetteer_id = text_at(place, "gazetteer_id");
  read.feature = text_at(place, "feature");
  read.country = text_at(place, "country");
  read.adm1 = text_at(place, "adm1");
  read.latitude = degrees_at(place, "lat");
  read.longitude = degrees_at(place, "lon");
  if (!read.latitude || !read.longitude || std::abs(*read.latitude) > 90 ||
      std::abs(*read.longitude) > 180) {
    read.latitude = read.longitude = std::nullopt;
  }
  read.radius_km = std::max(0.0, degrees_at(place, "radius_km").value_or(0));
  read.path = list_at(place, "path", read_string);
  return read;
}

TimeRecord read_time(dom::element time) {
  TimeRecord read;
  read.text = text_at(time, "text");
  read.timex = text_at(time, "timex");
  read.precision = text_at(time, "precision");
  read.earliest = day_number(text_at(time, "earliest"));
  read.latest = day_number(text_at(time, "latest"));
  if (read.earliest && read.latest && *read.earliest > *read.latest)
    read.earliest = read.latest = std::nullopt;
  return read;
}

Range read_range(dom::element object) {
  return {number_at(object, "low"), number_at(object, "best"), number_at(object, "high")};
}

GroupRecord read_group(dom::element group) {
  return {text_at(group, "kind"), text_at(group, "who"), read_range(group)};
}

NarratorRecord read_link(dom::element link) {
  NarratorRecord read;
  if (const auto narrator = object_at(link, "narrator")) {
    read.text = text_at(*narrator, "text");
    read.name = text_at(*narrator, "name");
    read.kind = text_at(*narrator, "kind");
    read.code = text_at(*narrator, "code");
  }
  read.manner = text_at(link, "manner");
  read.certainty = text_at(link, "certainty");
  return read;
}

// The N of "…#cN"; 0 where the id has none.
int number_of(std::string_view id) {
  const size_t mark = id.rfind("#c");
  int number = 0;
  if (mark == std::string_view::npos) return 0;
  const std::string_view digits = id.substr(mark + 2);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? number : 0;
}

void read_casualties(dom::element claim, ClaimRecord& read) {
  const auto casualties = object_at(claim, "casualties");
  if (!casualties) return;
  for (size_t i = 0; i < kCountNames.size(); ++i) {
    const auto toll = object_at(*casualties, kCountNames[i]);
    if (toll) read.counts[i] = TollRecord{read_range(*toll), text_at(*toll, "text")};
  }
  read.groups = list_at(*casualties, "groups", read_group);
}

ClaimRecord read_claim(dom::element claim) {
  ClaimRecord read;
  read.id = text_at(claim, "id");
  read.number = number_of(read.id);
  read.type = text_at(claim, "type");
  read.mode = text_at(claim, "mode");
  read.means = text_at(claim, "means");
  if (const auto trigger = object_at(claim, "trigger")) {
    read.trigger = text_at(*trigger, "text");
    read.lemma = text_at(*trigger, "lemma");
    read.trigger_begin = offset_at(*trigger, "begin");
    read.trigger_end = offset_at(*trigger, "end");
    read.in_title = text_at(*trigger, "in") == "title";
  }
  if (const auto sentence = object_at(claim, "sentence")) {
    read.sentence = offset_at(*sentence, "index");
    read.sentence_begin = offset_at(*sentence, "begin");
    read.sentence_end = offset_at(*sentence, "end");
  }
  read.agents = list_at(claim, "agents", read_party);
  read.recipients = list_at(claim, "recipients", read_party);
  if (const auto place = object_at(claim, "place")) read.place = read_place(*place);
  if (const auto time = object_at(claim, "time")) read.time = read_time(*time);
  read.weapons = list_at(claim, "weapons", read_string);
  read.contexts = list_at(claim, "contexts", read_string);
  read.trace = list_at(claim, "trace", read_string);
  read_casualties(claim, read);
  read.factuality = text_at(claim, "factuality");
  read.background = flag_at(claim, "background");
  read.chain = list_at(claim, "chain", read_link);
  read.certainty = text_at(claim, "certainty");
  read.quote = flag_at(claim, "quote");
  read.same_event = text_at(claim, "same_event");
  read.denies = text_at(claim, "denies");
  read.rule = text_at(claim, "rule");
  read.confidence = degrees_at(claim, "confidence").value_or(0);
  read.main = flag_at(claim, "main");
  return read;
}

ReportRecord read_report(dom::element report) {
  return {text_at(report, "id"),        text_at(report, "sha256"), text_at(report, "title"),
          text_at(report, "outlet"),    text_at(report, "byline"), text_at(report, "url"),
          text_at(report, "published"), text_at(report, "text")};
}

}  // namespace

Result<CodedRecord> read_coded_record(std::string_view line) {
  dom::parser parser;
  dom::element record;
  if (const auto error = parser.parse(line.data(), line.size()).get(record)) {
    return failure(ErrorCode::kBadJson, std::string("a coded report that is no JSON (") +
                                            simdjson::error_message(error) +
                                            "); give lines of isnad code --to jsonl");
  }
  const auto report = record.is_object() ? object_at(record, "report") : std::nullopt;
  if (!report || text_at(record, "schema") != "isnad.report/1") {
    return failure(ErrorCode::kBadJson,
                   "no isnad.report/1 object; give lines of isnad code --to jsonl");
  }
  CodedRecord read;
  read.report = read_report(*report);
  read.claims = list_at(record, "claims", read_claim);
  read.warnings = list_at(record, "warnings", [](dom::element warning) {
    return WarningRecord{text_at(warning, "code"), text_at(warning, "message")};
  });
  for (const ClaimRecord& claim : read.claims) {
    if (claim.number <= 0 || claim.type.empty() || claim.chain.empty()) {
      return failure(ErrorCode::kBadJson,
                     "a claim without id, type or chain; give lines of isnad code --to jsonl",
                     read.report.id);
    }
  }
  return read;
}

std::optional<int> day_number(std::string_view iso_date) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (iso_date.size() < 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
  const auto digits = [&](size_t at, size_t size, int& value) {
    const char* end = iso_date.data() + at + size;
    return std::from_chars(iso_date.data() + at, end, value).ptr == end;
  };
  if (!digits(0, 4, year) || !digits(5, 2, month) || !digits(8, 2, day)) return std::nullopt;
  if (!is_date(year, month, day)) return std::nullopt;
  return std::chrono::sys_days(make_date(year, month, day)).time_since_epoch().count();
}

std::string iso_day(int day_number) {
  const Date date = std::chrono::sys_days(std::chrono::days(day_number));
  const auto padded = [](int value, size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(year_of(date), 4) + '-' + padded(month_of(date), 2) + '-' + padded(day_of(date), 2);
}

std::string sentence_of(const ReportRecord& report, const ClaimRecord& claim) {
  const std::string& source = claim.in_title ? report.title : report.text;
  size_t begin = source.size();
  size_t end = source.size();
  int position = 0;
  for (size_t i = 0; i < source.size(); ++i) {
    if ((static_cast<unsigned char>(source[i]) & 0xC0U) == 0x80) continue;  // inside a character
    if (position == claim.sentence_begin) begin = i;
    if (position == claim.sentence_end) {
      end = i;
      break;
    }
    ++position;
  }
  return begin < end ? source.substr(begin, end - begin) : std::string();
}

}  // namespace isnad
