// SPDX-License-Identifier: Apache-2.0
// Reads both forms of gold, codes their text and pairs claims with what the annotators marked. One
// of the trainers' two files that include simdjson.
#include "train/confidence_gold.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>

#include "isnad/base/mapped_file.h"
#include "isnad/report/publication_time.h"
#include "isnad/report/read_plain.h"
#include "train/csv.h"

namespace isnad::train {
namespace {

Result<std::string> read_file(const std::filesystem::path& path) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto bytes = file->bytes();
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

// The rows of a table by the names in its first row.
class NamedRows {
 public:
  NamedRows(const std::string& text, char separator) : rows_(read_csv(text, separator)) {}
  [[nodiscard]] size_t size() const { return rows_.empty() ? 0 : rows_.size() - 1; }
  [[nodiscard]] bool has(std::string_view column) const { return index(column) != SIZE_MAX; }
  [[nodiscard]] std::string at(size_t row, std::string_view column) const {
    const size_t i = index(column);
    const auto& fields = rows_[row + 1];
    return i < fields.size() ? fields[i] : std::string();
  }

 private:
  [[nodiscard]] size_t index(std::string_view column) const {
    if (rows_.empty()) return SIZE_MAX;
    for (size_t i = 0; i < rows_[0].size(); ++i) {
      if (rows_[0][i] == column) return i;
    }
    return SIZE_MAX;
  }
  std::vector<std::vector<std::string>> rows_;
};

Result<Report> report_of(std::string id, const std::string& text) {
  ReportDefaults defaults;
  defaults.id = std::move(id);
  return read_plain(text, defaults);
}

// "AAW_ARB_20071026.0026-2" is the second sentence of its document.
std::string document_of(const std::string& id) { return id.substr(0, id.find_last_of("-_")); }

bool told_as_happened(const EventMention& event) {
  return !event.background &&
         (event.factuality == Factuality::kActual || event.factuality == Factuality::kAttempted ||
          event.factuality == Factuality::kFoiled);
}

// What an annotator marked.
struct GoldEvent {
  std::string type;
  std::string trigger;
  std::optional<uint32_t> begin;  // code points
  std::optional<size_t> sentence;
};

// Non-empty lines, split after . ! ? ؟ and white space: the sentences that annotators counted, in
// bytes.
std::vector<ByteSpan> counted_sentences(std::string_view text) {
  std::vector<ByteSpan> out;
  size_t begin = 0;
  const auto end_at = [&](size_t end) {
    const auto words = text.substr(begin, end - begin);
    if (words.find_first_not_of(" \t\r\n") != std::string_view::npos)
      out.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      end_at(i);
      begin = i + 1;
      continue;
    }
    const bool question = text.substr(i).starts_with("؟");
    if (text[i] != '.' && text[i] != '!' && text[i] != '?' && !question) continue;
    const size_t after = i + (question ? 2 : 1);
    if (after < text.size() && (text[after] == ' ' || text[after] == '\n')) end_at(after);
  }
  end_at(text.size());
  return out;
}

// The byte at which the code point of that number begins.
uint32_t byte_of(std::string_view text, uint32_t code_point) {
  uint32_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && code_point-- == 0) break;
  }
  return at;
}

std::optional<ByteSpan> place_of(const GoldEvent& event, std::string_view text,
                                 const std::vector<ByteSpan>& sentences) {
  const auto size = static_cast<uint32_t>(event.trigger.size());
  if (event.begin) {
    const uint32_t at = byte_of(text, *event.begin);
    return ByteSpan{at, at + size};
  }
  size_t from = 0;
  if (event.sentence && *event.sentence < sentences.size()) from = sentences[*event.sentence].begin;
  size_t at = text.find(event.trigger, from);
  if (at == std::string_view::npos) at = text.find(event.trigger);
  if (at == std::string_view::npos) return std::nullopt;
  return ByteSpan{static_cast<uint32_t>(at), static_cast<uint32_t>(at) + size};
}

bool in_one_sentence(ByteSpan a, ByteSpan b, const std::vector<ByteSpan>& sentences) {
  return std::any_of(sentences.begin(), sentences.end(), [&](ByteSpan sentence) {
    return sentence.contains(a.begin) && sentence.contains(b.begin);
  });
}

Result<std::vector<GoldEvent>> gold_events(const std::filesystem::path& path) {
  auto bytes = simdjson::padded_string::load(path.string());
  if (bytes.error() != simdjson::SUCCESS)
    return failure(ErrorCode::kMissingFile, "the gold of a report is missing", path.string());
  simdjson::dom::parser parser;
  simdjson::dom::array events;
  if (parser.parse(bytes.value_unsafe()).at_key("events").get(events) != simdjson::SUCCESS)
    return failure(ErrorCode::kBadJson, "there is no list \"events\"; see the codebook",
                   path.string());
  std::vector<GoldEvent> out;
  for (const simdjson::dom::element element : events) {
    std::string_view text;
    const bool account = element.at_key("same_as").get(text) == simdjson::SUCCESS && !text.empty();
    if (account) continue;  // another narrator's account of an event that has its own row
    GoldEvent event;
    if (element.at_key("type").get(text) == simdjson::SUCCESS) event.type = text;
    if (element.at_key("trigger").get(text) == simdjson::SUCCESS) event.trigger = text;
    int64_t number = 0;
    if (element.at_key("begin").get(number) == simdjson::SUCCESS)
      event.begin = static_cast<uint32_t>(number);
    if (element.at_key("sentence").get(number) == simdjson::SUCCESS)
      event.sentence = static_cast<size_t>(number);
    out.push_back(std::move(event));
  }
  return out;
}

// Which claims stand for an event: type equal and triggers overlapping, else in one sentence; one
// to one, the best pairs first.
struct Pairing {
  std::vector<bool> stands;  // for an event of its own
  std::vector<bool> right;   // or for one that another claim stands for already
};

Pairing paired(const CodedReport& coded, const std::vector<GoldEvent>& events) {
  const std::string_view text = coded.report.text;
  const auto sentences = counted_sentences(text);
  std::vector<bool> right(coded.claims.size(), false);
  std::vector<bool> again(coded.claims.size(), false);
  std::vector<bool> used(events.size(), false);
  for (const bool overlap : {true, false}) {
    for (size_t e = 0; e < events.size(); ++e) {
      const auto at = place_of(events[e], text, sentences);
      if (!at) continue;
      for (size_t c = 0; c < coded.claims.size(); ++c) {
        const auto& claim = coded.claims[c].event;
        if (claim.type != events[e].type) continue;
        const bool fits = overlap ? claim.trigger_span.overlaps(*at)
                                  : in_one_sentence(*at, claim.trigger_span, sentences);
        if (!fits) continue;
        again[c] = true;
        if (right[c] || used[e]) continue;
        right[c] = true;
        used[e] = true;
      }
    }
  }
  return {right, again};
}

}  // namespace

Result<bool> read_gold_sentences(const std::filesystem::path& csv, const Coder& coder,
                                 ConfidenceGold& out) {
  const auto text = read_file(csv);
  if (!text) return tl::unexpected(text.error());
  const NamedRows rows(*text, ',');
  for (const std::string_view column : {"id", "event_type", "label", "accept", "total", "text"}) {
    if (!rows.has(column))
      return failure(ErrorCode::kBadValue, "the column " + std::string(column) + " is missing",
                     csv.string());
  }
  for (size_t r = 0; r < rows.size(); ++r) {
    const std::string type = rows.at(r, "event_type");
    const std::string bag = type + " " + rows.at(r, "id");
    const float accept = std::strtof(rows.at(r, "accept").c_str(), nullptr);
    const float total = std::strtof(rows.at(r, "total").c_str(), nullptr);
    if (total <= 0) return failure(ErrorCode::kBadValue, "a sentence without judges", bag);
    auto report = report_of(rows.at(r, "id"), rows.at(r, "text"));
    out.sentences.push_back(
        {bag, rows.at(r, "label"), type, document_of(rows.at(r, "id")), {}, accept / total});
    if (!report) continue;  // an empty sentence has no claim
    CodedReport coded = coder.code(std::move(*report));
    out.sentences.back().words = std::move(coded.sentence_words);
    for (auto& claim : coded.claims) {
      if (claim.event.type != type) continue;
      out.claims.push_back({type, document_of(rows.at(r, "id")), bag, std::move(claim.features),
                            accept / total, false, told_as_happened(claim.event)});
    }
  }
  return true;
}

Result<bool> read_gold_reports(const std::filesystem::path& folder, const Coder& coder,
                               ConfidenceGold& out) {
  const auto index = read_file(folder / "index.tsv");
  if (!index) return tl::unexpected(index.error());
  const NamedRows rows(*index, '\t');
  for (size_t r = 0; r < rows.size(); ++r) {
    const std::string id = rows.at(r, "id");
    const auto text = read_file(folder / "text" / (id + ".txt"));
    if (!text) continue;  // a report kept elsewhere
    const auto events = gold_events(folder / "gold" / (id + ".json"));
    if (!events) return tl::unexpected(events.error());
    auto report = report_of(id, *text);
    if (!report) return tl::unexpected(report.error());
    const std::string day = rows.at(r, rows.has("published") ? "published" : "publication_date");
    if (auto published = parse_publication_time(day)) report->published = std::move(*published);
    report->outlet = rows.at(r, "outlet");
    CodedReport coded = coder.code(std::move(*report));
    const auto pairing = paired(coded, *events);
    out.events[folder.filename().string()] += events->size();
    const std::string source = folder.filename().string();
    for (size_t c = 0; c < coded.claims.size(); ++c) {
      auto& claim = coded.claims[c];
      // Another account of an event counts neither for nor against.
      if (!pairing.stands[c] && (claim.same_event || claim.event.factuality == Factuality::kDenied))
        continue;
      out.claims.push_back({source, source + " " + id, claim.id, std::move(claim.features),
                            pairing.right[c] ? 1.0F : 0.0F, pairing.stands[c], true});
    }
  }
  return true;
}

}  // namespace isnad::train
