// SPDX-License-Identifier: Apache-2.0
// The columns of docs/reference/exports.md.
#include "isnad/export/claim_rows.h"

#include "isnad/export/json_writer.h"

namespace isnad {
namespace {

std::string number(const std::optional<int64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}
std::string day(std::optional<int> value) { return value ? iso_day(*value) : std::string(); }

std::string shown(const NarratorRecord& narrator) {
  return !narrator.name.empty() ? narrator.name : narrator.text;
}

std::string masked_narrator(const NarratorRecord& narrator, const RowOptions& options) {
  const bool is_private =
      narrator.kind == "witness" || narrator.kind == "local" || narrator.kind == "social";
  return options.mask_names && is_private ? "[name withheld]" : shown(narrator);
}

std::string parties(const std::vector<PartyRecord>& all, const RowOptions& options) {
  std::string names;
  for (const PartyRecord& party : all) {
    FieldValue value;
    value.value = !party.name.empty() ? party.name : party.text;
    value.code = party.code;
    names += (names.empty() ? "" : "; ") + shown_party(value, options);
  }
  return names;
}

// A sentence may name anybody: masked exports leave it out.
std::string quote_of(const CodedRecord& record, const ClaimRecord& claim,
                     const RowOptions& options) {
  return options.mask_names ? std::string() : sentence_of(record.report, claim);
}

}  // namespace

std::vector<std::string> report_columns() {
  return {"report_id", "sha256", "title", "outlet", "byline", "url", "published", "claims"};
}
std::vector<std::string> report_row(const CodedRecord& record, const RowOptions& options) {
  const ReportRecord& report = record.report;
  return {report.id,
          report.sha256,
          options.mask_names ? std::string() : report.title,
          report.outlet,
          report.byline,
          report.url,
          report.published,
          std::to_string(record.claims.size())};
}

std::vector<std::string> claim_columns() {
  return {"claim_id",        "report_id",        "incident_id",       "narrator_id",
          "via_narrator_id", "attribution_verb", "polarity",          "quote",
          "char_start",      "char_end",         "event_type",        "actor",
          "target",          "place_id",         "time_start",        "time_end",
          "time_precision",  "killed_min",       "killed_max",        "killed_category",
          "injured_min",     "injured_max",      "certainty",         "source_grade",
          "info_grade",      "review_state",     "extractor_version", "url"};
}

std::vector<std::string> claim_row(const CodedRecord& record, const ClaimRecord& claim,
                                   const std::string& incident, const RowOptions& options,
                                   const std::string& review_state) {
  const NarratorRecord& narrator = claim.chain.back();
  const auto& killed = claim.count(Count::kKilled);
  const auto& injured = claim.count(Count::kInjured);
  const std::string place =
      !claim.place
          ? ""
          : (!claim.place->gazetteer_id.empty() ? claim.place->gazetteer_id : claim.place->text);
  return {
      claim.id,
      record.report.id,
      incident,
      masked_narrator(narrator, options),
      claim.chain.size() > 1 ? masked_narrator(claim.chain[claim.chain.size() - 2], options) : "",
      narrator.manner,
      claim.factuality == "denied" ? "denied" : "asserted",
      quote_of(record, claim, options),
      std::to_string(claim.trigger_begin),
      std::to_string(claim.trigger_end),
      claim.means.empty() ? claim.type : claim.type + "/" + claim.means,
      parties(claim.agents, options),
      parties(claim.recipients, options),
      place,
      claim.time ? day(claim.time->earliest) : "",
      claim.time ? day(claim.time->latest) : "",
      claim.time ? claim.time->precision : "",
      killed ? number(killed->range.low) : "",
      killed ? number(killed->range.high) : "",
      killed && !options.mask_names ? killed->text : "",
      injured ? number(injured->range.low) : "",
      injured ? number(injured->range.high) : "",
      claim.certainty,
      "",  // a source's grade is a person's to give
      "",
      review_state,
      claim.rule,
      record.report.url};
}

std::vector<std::string> narrator_columns() {
  return {"incident_id", "narrator_id", "kind",   "code",   "manner",
          "reports",     "outlets",     "copies", "counted"};
}

std::vector<std::vector<std::string>> narrator_rows(const Incident& incident) {
  std::vector<std::vector<std::string>> rows;
  for (const Account& account : incident.accounts) {
    std::string reports;
    std::string outlets;
    for (const std::string& report : account.reports)
      reports += (reports.empty() ? "" : "; ") + report;
    for (const std::string& outlet : account.outlets)
      outlets += (outlets.empty() ? "" : "; ") + outlet;
    rows.push_back({incident.id, account.narrator, account.kind, account.code, account.manner,
                    reports, outlets, std::to_string(account.copies),
                    account.counted ? "true" : "false"});
  }
  return rows;
}

std::vector<std::string> relation_columns() { return {"claim_id", "relation", "other_claim_id"}; }

std::vector<std::vector<std::string>> denial_rows(const Incident& incident) {
  std::vector<std::vector<std::string>> rows;
  for (const DenialLink& denial : incident.denials)
    for (const std::string& claim : denial.denied)
      rows.push_back({denial.claim, "denies-" + denial.kind, claim});
  return rows;
}

std::vector<std::vector<std::string>> same_event_rows(const CodedRecord& record) {
  std::vector<std::vector<std::string>> rows;
  for (const ClaimRecord& claim : record.claims)
    if (!claim.same_event.empty()) rows.push_back({claim.id, "same-event", claim.same_event});
  return rows;
}

std::string data_package(const std::string& title, const std::string& created,
                         const std::vector<TableFile>& files) {
  std::string out;
  {
    JsonWriter json(out);
    json.begin_object();
    json.key("name");
    json.string("isnad-export");
    json.key("title");
    json.string(title);
    json.key("created");
    json.string(created);
    json.key("resources");
    json.begin_list();
    for (const TableFile& file : files) {
      json.begin_object();
      json.key("name");
      json.string(std::string_view(file.path).substr(0, file.path.find('.')));
      json.key("path");
      json.string(file.path);
      json.key("format");
      json.string("csv");
      json.key("mediatype");
      json.string("text/csv");
      json.key("encoding");
      json.string("utf-8");
      json.key("schema");
      json.begin_object();
      json.key("fields");
      json.begin_list();
      for (const std::string& column : file.columns) {
        json.begin_object();
        json.key("name");
        json.string(column);
        json.key("type");
        json.string("string");
        json.end_object();
      }
      json.end_list();
      json.end_object();
      json.end_object();
    }
    json.end_list();
    json.end_object();
  }
  return out + "\n";
}

}  // namespace isnad
