// SPDX-License-Identifier: Apache-2.0
// Lines are cut by hand and each is parsed on its own, so that a fault stays inside its line.
// simdjson's exceptions are off here: every access gives an error code.
#include "isnad/report/json_lines_reader.h"

#include <simdjson.h>

#include <cstring>

#include "isnad/base/mapped_file.h"
#include "isnad/report/decode_text.h"
#include "isnad/report/find_zones.h"
#include "isnad/report/publication_time.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

// The fields of one record, as views into the parser's buffer.
struct Fields {
  std::optional<std::string_view> text;
  std::optional<std::string_view> title;
  std::optional<std::string_view> published;
  std::optional<std::string_view> outlet;
  std::optional<std::string_view> url;
  std::optional<std::string> id;  // may be a number in the record
};

std::optional<std::string_view>* slot_of(Fields& fields, std::string_view key) {
  if (key == "text") return &fields.text;
  if (key == "title") return &fields.title;
  if (key == "published") return &fields.published;
  if (key == "outlet") return &fields.outlet;
  if (key == "url") return &fields.url;
  return nullptr;
}

Result<bool> read_id(Fields& fields, dom::element value, const std::string& where) {
  std::string_view text;
  int64_t number = 0;
  uint64_t large = 0;
  if (value.is_null()) {
    fields.id.reset();
  } else if (value.get(text) == simdjson::SUCCESS) {
    fields.id = std::string(text);
  } else if (value.get(number) == simdjson::SUCCESS) {
    fields.id = std::to_string(number);
  } else if (value.get(large) == simdjson::SUCCESS) {
    fields.id = std::to_string(large);
  } else {
    return failure(ErrorCode::kBadValue, "\"id\" must be a string or a whole number", where);
  }
  return true;
}

Result<Fields> read_fields(dom::object object, const std::string& where) {
  Fields fields;
  for (const dom::key_value_pair field : object) {
    if (field.key == "id") {
      if (auto read = read_id(fields, field.value, where); !read)
        return tl::unexpected(read.error());
      continue;
    }
    std::optional<std::string_view>* slot = slot_of(fields, field.key);
    if (slot == nullptr) continue;
    std::string_view text;
    if (field.value.is_null()) {
      slot->reset();
    } else if (field.value.get(text) == simdjson::SUCCESS) {
      *slot = text;
    } else {
      return failure(ErrorCode::kBadValue,
                     "\"" + std::string(field.key) + "\" must be a string, or left out", where);
    }
  }
  return fields;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

// The value, unless the record leaves it out or empty.
std::optional<std::string> value_or(std::optional<std::string_view> value,
                                    const std::optional<std::string>& otherwise) {
  return value && !value->empty() ? std::optional(std::string(*value)) : otherwise;
}

// `text` behind its title, as report.h lays them out.
void put_text(Report& report, const Fields& fields) {
  const auto title = value_or(fields.title, std::nullopt);
  if (title && holds_text(*title)) {
    report.title = title;
    report.text = *title + "\n\n";
  }
  report.given_begin = static_cast<uint32_t>(report.text.size());
  report.text += *fields.text;
}

void find_layout(Report& report) {
  Layout layout = find_zones(report.text, report.given_begin);
  report.zones = std::move(layout.zones);
  report.byline = std::move(layout.byline);
  if (!report.title) report.title = std::move(layout.title);
}

std::string simdjson_message(simdjson::error_code error) {
  return std::string("no valid JSON (") + simdjson::error_message(error) +
         "); each line must be one whole JSON object";
}

}  // namespace

struct JsonLinesReader::State {
  State(MappedFile mapped, std::string_view bytes, std::string file_name, ReportDefaults given)
      : file(std::move(mapped)),
        rest(bytes),
        name(std::move(file_name)),
        defaults(std::move(given)) {
    if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
  }

  std::string_view take_line() {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++line_number;
    return line;
  }

  Result<Report> read(std::string_view line) {
    const std::string where = name + ":" + std::to_string(line_number);
    if (line.size() > kLargestInput) {
      return failure(ErrorCode::kTooLarge, "a line over 16 MiB: too large for one report; split it",
                     where);
    }
    dom::element record;
    if (const auto error = parser.parse(line.data(), line.size()).get(record)) {
      if (error == simdjson::UTF8_ERROR) {
        return failure(ErrorCode::kBadEncoding, "the line is no UTF-8; save the file as UTF-8",
                       where);
      }
      return failure(ErrorCode::kBadJson, simdjson_message(error), where);
    }
    dom::object object;
    if (record.get(object) != simdjson::SUCCESS) {
      return failure(ErrorCode::kBadJson, "the line is JSON but no object; give {\"text\": …}",
                     where);
    }
    auto fields = read_fields(object, where);
    if (!fields) return tl::unexpected(fields.error());
    return make_report(line, *fields, where);
  }

  Result<Report> make_report(std::string_view line, const Fields& fields,
                             const std::string& where) const {
    if (!fields.text)
      return failure(ErrorCode::kBadJson, "the record has no \"text\"; it alone is required",
                     where);
    if (!holds_text(*fields.text)) {
      return failure(ErrorCode::kEmpty,
                     "the record's \"text\" holds only white space; nothing to code", where);
    }
    const size_t title = fields.title ? fields.title->size() : 0;
    if (title + fields.text->size() > kLargestReport) {
      return failure(ErrorCode::kTooLarge, "over 1 MiB of text: too large for one report; split it",
                     where);
    }
    Report report;
    report.published = defaults.published;
    if (fields.published && !fields.published->empty()) {
      auto time = parse_publication_time(*fields.published);
      if (!time) return failure(time.error().code, time.error().what, where);
      report.published = std::move(*time);
    }
    report.id = fields.id && !fields.id->empty() ? *fields.id
                                                 : defaults.id + ":" + std::to_string(line_number);
    report.sha256 = sha256_hex(line);
    report.outlet = value_or(fields.outlet, defaults.outlet);
    report.url = value_or(fields.url, defaults.url);
    put_text(report, fields);
    find_layout(report);
    return report;
  }

  MappedFile file;
  std::string_view rest;
  std::string_view last_line;  // that was read
  std::string name;
  ReportDefaults defaults;
  uint64_t line_number = 0;
  dom::parser parser;
};

JsonLinesReader::JsonLinesReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
JsonLinesReader::JsonLinesReader(JsonLinesReader&&) noexcept = default;
JsonLinesReader& JsonLinesReader::operator=(JsonLinesReader&&) noexcept = default;
JsonLinesReader::~JsonLinesReader() = default;

Result<JsonLinesReader> JsonLinesReader::open(const std::filesystem::path& path,
                                              ReportDefaults defaults) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const std::string_view bytes(reinterpret_cast<const char*>(file->bytes().data()),
                               file->bytes().size());
  if (defaults.id.empty()) defaults.id = path.stem().string();
  return JsonLinesReader(
      std::make_unique<State>(std::move(*file), bytes, path.string(), std::move(defaults)));
}

JsonLinesReader JsonLinesReader::over(std::string_view buffer, std::string name,
                                      ReportDefaults defaults) {
  if (defaults.id.empty()) defaults.id = name;
  return JsonLinesReader(
      std::make_unique<State>(MappedFile::empty(), buffer, std::move(name), std::move(defaults)));
}

std::optional<Result<Report>> JsonLinesReader::next() {
  while (!state_->rest.empty()) {
    const std::string_view line = state_->take_line();
    if (is_blank(line)) continue;
    state_->last_line = line;
    return state_->read(line);
  }
  return std::nullopt;
}

std::string_view JsonLinesReader::line() const { return state_->last_line; }
uint64_t JsonLinesReader::line_number() const { return state_->line_number; }

}  // namespace isnad
