// SPDX-License-Identifier: Apache-2.0
// The first bytes decide the form; then each form has its reader.
#include "open_input.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "isnad/base/mapped_file.h"
#include "isnad/report/captured_page.h"
#include "isnad/report/json_lines_reader.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

constexpr size_t kHead = size_t{64} << 10;

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Errors of readers say where in the input; people need the input's name before it.
tl::unexpected<Error> named(Error error, const std::string& name) {
  if (!error.where.starts_with(name))
    error.where = error.where.empty() ? name : name + ": " + error.where;
  return tl::unexpected(std::move(error));
}

CapturedReports one(Result<CapturedReport> report) {
  const auto kept = std::make_shared<std::optional<Result<CapturedReport>>>(std::move(report));
  return [kept]() -> std::optional<Result<CapturedReport>> {
    if (!*kept) return std::nullopt;
    auto given = std::move(**kept);
    kept->reset();
    return given;
  };
}

Result<CapturedReport> plain_text(std::string_view bytes, const ReportDefaults& defaults,
                                  Capture capture, const std::string& name) {
  auto report = read_plain(bytes, defaults);
  if (!report) return named(std::move(report.error()), name);
  CapturedReport captured;
  captured.raw = bytes;
  captured.capture = std::move(capture);
  captured.capture.media_type = "text/plain";
  captured.report = std::move(*report);
  return captured;
}

// `keep` lives as long as the reader needs its bytes.
CapturedReports json_lines(JsonLinesReader reader, Capture capture,
                           std::shared_ptr<const std::string> keep) {
  const auto shared = std::make_shared<JsonLinesReader>(std::move(reader));
  return [shared, capture = std::move(capture),
          keep = std::move(keep)]() -> std::optional<Result<CapturedReport>> {
    auto record = shared->next();
    if (!record) return std::nullopt;
    if (!*record) return tl::unexpected(std::move(record->error()));
    CapturedReport captured;
    captured.raw = shared->line();
    captured.capture = capture;
    captured.capture.media_type = "application/json";
    captured.capture.parent += ":" + std::to_string(shared->line_number());
    captured.report = std::move(**record);
    return captured;
  };
}

// What was read of a stream to know its form, then the stream.
ByteSource bytes_of(std::string head, std::shared_ptr<std::istream> stream, std::string name) {
  const auto kept = std::make_shared<std::string>(std::move(head));
  return [kept, stream = std::move(stream), name = std::move(name)](char* to,
                                                                    size_t most) -> Result<size_t> {
    if (!kept->empty()) {
      const size_t size = std::min(most, kept->size());
      kept->copy(to, size);
      kept->erase(0, size);
      return size;
    }
    stream->read(to, static_cast<std::streamsize>(most));
    if (stream->bad()) return failure(ErrorCode::kCannotRead, "reading breaks off", name);
    return static_cast<size_t>(stream->gcount());
  };
}

std::string head_of(std::istream& stream) {
  std::string head(kHead, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<size_t>(stream.gcount()));
  return head;
}

Result<OpenedInput> open_stream(std::shared_ptr<std::istream> stream, const std::string& path,
                                InputForm form, std::string parent, ReportDefaults defaults) {
  const bool standard = path == "-";
  const std::string name = standard ? "standard input" : path;
  std::string head = head_of(*stream);
  if (form == InputForm::kAuto) form = detect_form(standard ? fs::path() : fs::path(path), head);
  if (form == InputForm::kWarc) {
    WarcReader reader(bytes_of(std::move(head), std::move(stream), name), name);
    return OpenedInput{capture_archive(std::move(reader), name, std::move(defaults)), form};
  }
  head.append(std::istreambuf_iterator<char>(*stream), std::istreambuf_iterator<char>());
  Capture capture;
  const bool records = form == InputForm::kJsonLines || form == InputForm::kFeed;
  capture.parent = records && !standard ? "file:" + path : std::move(parent);
  return open_bytes(std::move(head), form, name, std::move(defaults), std::move(capture), {});
}

}  // namespace

Result<OpenedInput> open_bytes(std::string bytes, InputForm form, std::string name,
                               ReportDefaults defaults, Capture capture,
                               std::string_view content_type) {
  if (form == InputForm::kAuto) form = detect_form({}, bytes);
  if (form == InputForm::kJsonLines) {
    const auto kept = std::make_shared<const std::string>(std::move(bytes));
    auto reader = JsonLinesReader::over(*kept, std::move(name), std::move(defaults));
    return OpenedInput{json_lines(std::move(reader), std::move(capture), kept), form};
  }
  if (form == InputForm::kFeed) {
    auto reader = FeedReader::over(bytes, std::move(name), std::move(defaults), content_type);
    if (!reader) return tl::unexpected(reader.error());
    return OpenedInput{capture_feed(std::move(*reader), std::move(capture)), form};
  }
  if (form == InputForm::kHtml) {
    auto page =
        capture_page(std::move(bytes), std::move(defaults), std::move(capture), content_type);
    if (!page) return named(std::move(page.error()), name);
    return OpenedInput{one(std::move(page)), form};
  }
  return OpenedInput{one(plain_text(bytes, defaults, std::move(capture), name)), form};
}

Result<OpenedInput> open_input(const std::string& path, InputForm form, std::string parent,
                               ReportDefaults defaults) {
  if (path == "-") {
    const std::shared_ptr<std::istream> stream(&std::cin, [](std::istream*) {});
    return open_stream(stream, path, form, std::move(parent), std::move(defaults));
  }
  std::error_code error;
  const bool regular = fs::is_regular_file(path, error);
  if (!regular && (error || !fs::exists(path, error))) {
    const auto why = MappedFile::open(path);  // says what is wrong with it
    return tl::unexpected(why ? Error{ErrorCode::kCannotRead, "no file", path} : why.error());
  }
  auto stream = std::make_shared<std::ifstream>(path, std::ios::binary);
  if (!regular) return open_stream(stream, path, form, std::move(parent), std::move(defaults));
  if (form == InputForm::kAuto) form = detect_form(path, *stream ? head_of(*stream) : "");
  if (form == InputForm::kWarc) {
    stream->clear();
    stream->seekg(0);
    return open_stream(stream, path, form, std::move(parent), std::move(defaults));
  }
  if (form == InputForm::kJsonLines) {
    auto reader = JsonLinesReader::open(path, std::move(defaults));
    if (!reader) return tl::unexpected(reader.error());
    Capture capture;
    capture.parent = "file:" + path;
    return OpenedInput{json_lines(std::move(*reader), std::move(capture), nullptr), form};
  }
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  Capture capture;
  capture.parent = form == InputForm::kFeed ? "file:" + path : std::move(parent);
  if (form == InputForm::kText)
    return OpenedInput{one(plain_text(as_text(file->bytes()), defaults, std::move(capture), path)),
                       form};
  return open_bytes(std::string(as_text(file->bytes())), form, path, std::move(defaults),
                    std::move(capture), {});
}

}  // namespace isnad
