// SPDX-License-Identifier: Apache-2.0
// Endings and first bytes of each form, in one table each.
#include "input_form.h"

#include <algorithm>
#include <array>
#include <string>

#include "isnad/report/feed/feed_reader.h"
#include "isnad/report/html/read_html.h"
#include "isnad/report/warc/warc_reader.h"

namespace isnad {
namespace {

struct Ending {
  std::string_view ending;
  InputForm form;
};

// A ".xml" may be a feed or an XHTML page: its bytes decide.
constexpr std::array<Ending, 15> kEndings = {{{".txt", InputForm::kText},
                                              {".text", InputForm::kText},
                                              {".jsonl", InputForm::kJsonLines},
                                              {".ndjson", InputForm::kJsonLines},
                                              {".json", InputForm::kJsonLines},
                                              {".html", InputForm::kHtml},
                                              {".htm", InputForm::kHtml},
                                              {".xhtml", InputForm::kHtml},
                                              {".shtml", InputForm::kHtml},
                                              {".rss", InputForm::kFeed},
                                              {".atom", InputForm::kFeed},
                                              {".rdf", InputForm::kFeed},
                                              {".xml", InputForm::kAuto},
                                              {".warc", InputForm::kWarc},
                                              {".gz", InputForm::kAuto}}};

std::string ending_of(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return ending;
}

const Ending* known_ending(const std::filesystem::path& path) {
  const std::string ending = ending_of(path);
  const auto* at = std::find_if(kEndings.begin(), kEndings.end(),
                                [&](const Ending& known) { return known.ending == ending; });
  return at == kEndings.end() ? nullptr : at;
}

}  // namespace

InputForm input_form(std::string_view name) {
  if (name == "text") return InputForm::kText;
  if (name == "jsonl") return InputForm::kJsonLines;
  if (name == "html") return InputForm::kHtml;
  if (name == "feed") return InputForm::kFeed;
  return name == "warc" ? InputForm::kWarc : InputForm::kAuto;
}

InputForm detect_form(const std::filesystem::path& path, std::string_view head) {
  const Ending* ending = known_ending(path);
  if (ending != nullptr && ending->form == InputForm::kText) return ending->form;
  if (looks_like_warc(head)) return InputForm::kWarc;
  if (ending != nullptr && ending->form != InputForm::kAuto) return ending->form;
  if (looks_like_feed(head)) return InputForm::kFeed;
  if (looks_like_html(head)) return InputForm::kHtml;
  constexpr std::string_view kBlank = " \t\r\n\xEF\xBB\xBF";
  const size_t first = head.find_first_not_of(kBlank);
  const bool object = first != std::string_view::npos && head[first] == '{';
  return object ? InputForm::kJsonLines : InputForm::kText;
}

bool may_hold_reports(const std::filesystem::path& path) {
  if (path.extension().empty()) return true;
  const std::string ending = ending_of(path);
  if (ending == ".gz") return ending_of(path.stem()) == ".warc";
  return known_ending(path) != nullptr;
}

}  // namespace isnad
