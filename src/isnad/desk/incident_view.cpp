// SPDX-License-Identifier: Apache-2.0
// The comparison, part by part.
#include "isnad/desk/incident_view.h"

#include <algorithm>
#include <map>

#include "isnad/desk/json_fields.h"
#include "isnad/desk/list_view.h"
#include "isnad/export/incident_json.h"
#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

constexpr size_t kMostReports = 200;  // whose cards and sentences are sent along
constexpr size_t kMostReviews = 500;

constexpr std::array<std::string_view, 5> kMarkNames = {"agree", "differ", "deny", "not-stated",
                                                        "alone"};

// The texts of an incident's reports, by name.
using Texts = std::map<std::string, std::string>;

// The sentence that a value's words stand in: not always the one that the event is named in.
std::string sentence_around(const Texts& texts, const Observation& one) {
  constexpr size_t kLongest = 900;
  const auto text = texts.find(one.claim.substr(0, one.claim.rfind("#c")));
  if (text == texts.end() || one.words.empty()) return {};
  const size_t at = text->second.find(one.words);
  if (at == std::string::npos) return {};
  const auto ends = [&](size_t i) {
    const std::string& all = text->second;
    return all[i] == '\n' ||
           (all[i] == '.' && (i + 1 == all.size() || all[i + 1] == ' ' || all[i + 1] == '\n'));
  };
  size_t begin = at;
  while (begin > 0 && !ends(begin - 1)) --begin;
  size_t end = at + one.words.size();
  while (end < text->second.size() && !ends(end)) ++end;
  if (end - begin > kLongest) return one.words;
  while (begin < at && text->second[begin] == ' ') ++begin;
  return text->second.substr(begin, end - begin);
}

void write_value(const Texts& reports, const Observation& one, JsonWriter& json) {
  json.begin_object();
  text("value", one.value, json);
  json.key("low");
  json.integer_or_null(one.range.low ? one.range.low : one.number);
  json.key("high");
  json.integer_or_null(one.range.high   ? one.range.high
                       : one.range.best ? one.range.best
                                        : one.number);
  text("code", one.code, json);
  text("words", one.words, json);
  text("quote", sentence_around(reports, one), json);
  text("certainty", one.certainty, json);
  text("claim", one.claim, json);
  text("published", one.published, json);
  flag("denied", one.denied, json);
  flag("superseded", one.superseded, json);
  if (one.place) {
    text("name_ar", one.place->name_ar, json);
    text("name_en", one.place->name_en, json);
    number("lat", one.place->latitude, json);
    number("lon", one.place->longitude, json);
    radius(one.place->radius_km, json);
  }
  if (one.time) {
    text("earliest", one.time->earliest ? iso_day(*one.time->earliest) : "", json);
    text("latest", one.time->latest ? iso_day(*one.time->latest) : "", json);
    text("timex", one.time->timex, json);
    text("precision", one.time->precision, json);
  }
  json.end_object();
}

void write_cell(const Incident& incident, const Texts& reports, Field field, size_t account,
                JsonWriter& json) {
  std::vector<const Observation*> values;
  for (const Observation& one : incident.observations) {
    if (one.field == field && one.account == account &&
        !(field == Field::kOutcome && one.code == "done"))
      values.push_back(&one);
  }
  Mark mark = mark_of(incident, field, account);
  // That it happened is not spelt out beside what became of it.
  if (values.empty() && (mark == Mark::kAgree || mark == Mark::kAlone)) mark = Mark::kNotStated;
  json.begin_object();
  text("mark", kMarkNames[static_cast<size_t>(mark)], json);
  json.key("values");
  json.begin_list();
  for (const Observation* one : values) write_value(reports, *one, json);
  json.end_list();
  json.end_object();
}

void write_account(const Incident& incident, const Texts& reports, size_t at, JsonWriter& json) {
  const Account& account = incident.accounts[at];
  json.begin_object();
  count("number", static_cast<int64_t>(at) + 1, json);
  text("narrator", account.narrator, json);
  text("kind", account.kind, json);
  text("code", account.code, json);
  text("manner", account.manner, json);
  texts("reports", account.reports, json);
  texts("outlets", account.outlets, json);
  count("copies", static_cast<int64_t>(account.copies), json);
  flag("counted", account.counted, json);
  flag("denies", account.denies, json);
  json.key("cells");
  json.begin_object();
  for (size_t field = 0; field < kFields; ++field) {
    json.key(kFieldNames[field]);
    write_cell(incident, reports, static_cast<Field>(field), at, json);
  }
  json.end_object();
  json.end_object();
}

void write_correction(const Correction& correction, JsonWriter& json) {
  json.begin_object();
  text("field", kFieldNames[static_cast<size_t>(correction.field)], json);
  text("narrator", correction.narrator, json);
  text("from", correction.from, json);
  text("to", correction.to, json);
  text("published", correction.published, json);
  text("claim", correction.claim, json);
  json.end_object();
}

void write_denial(const DenialLink& denial, JsonWriter& json) {
  json.begin_object();
  text("claim", denial.claim, json);
  text("narrator", denial.narrator, json);
  text("kind", denial.kind, json);
  texts("denied", denial.denied, json);
  json.end_object();
}

void write_link(const NarratorRecord& link, JsonWriter& json) {
  json.begin_object();
  text("name", link.name.empty() ? link.text : link.name, json);
  text("words", link.text, json);
  text("kind", link.kind, json);
  text("code", link.code, json);
  text("manner", link.manner, json);
  text("certainty", link.certainty, json);
  json.end_object();
}

void write_claim(const ReportRecord& report, const ClaimRecord& claim, JsonWriter& json) {
  json.begin_object();
  text("report", report.id, json);
  text("published", report.published, json);
  text("outlet", report.outlet, json);
  text("quote", sentence_of(report, claim), json);
  text("trigger", claim.trigger, json);
  text("type", claim.type, json);
  text("means", claim.means, json);
  text("factuality", claim.factuality, json);
  text("certainty", claim.certainty, json);
  json.key("confidence");
  json.number(claim.confidence);
  text("rule", claim.rule, json);
  flag("background", claim.background, json);
  json.key("chain");
  json.begin_list();
  for (const NarratorRecord& link : claim.chain) write_link(link, json);
  json.end_list();
  json.end_object();
}

// The claims of the incident, by name, in their order.
Result<bool> write_claims(Store& store, const Incident& incident, JsonWriter& json) {
  json.key("claims");
  json.begin_object();
  std::map<std::string, bool> wanted;
  for (const std::string& claim : incident.claims) wanted[claim] = true;
  size_t read = 0;
  for (const std::string& name : incident.reports) {
    if (++read > kMostReports) break;
    const auto record = store.report(name);
    if (!record) return tl::unexpected(record.error());
    if (!*record) continue;
    for (const ClaimRecord& claim : (*record)->claims) {
      if (!wanted.contains(claim.id)) continue;
      json.key_of(claim.id);
      write_claim((*record)->report, claim, json);
    }
  }
  json.end_object();
  return true;
}

template <class Items, class Write>
void list(std::string_view key, const Items& items, JsonWriter& json, Write write) {
  json.key(key);
  json.begin_list();
  for (const auto& item : items) write(item, json);
  json.end_list();
}

}  // namespace

Result<std::string> comparison_json(Store& store, const Incident& incident) {
  const auto reports = store.list_reports("", incident.id, {0, kMostReports, {}});
  if (!reports) return tl::unexpected(reports.error());
  const auto reviews = store.reviews(incident.id, kMostReviews);
  if (!reviews) return tl::unexpected(reviews.error());
  Texts by_name;
  for (size_t i = 0; i < std::min(incident.reports.size(), kMostReports); ++i) {
    const auto record = store.report(incident.reports[i]);
    if (!record) return tl::unexpected(record.error());
    if (*record) by_name[incident.reports[i]] = (*record)->report.text;
  }
  std::string contract;
  append_incident_json(incident, contract);
  contract.pop_back();
  std::string out;
  Result<bool> done = true;
  {
    JsonWriter json(out);
    json.begin_object();
    json.key("incident");
    json.raw(contract);
    text("grade_reason", incident.grade_reason, json);
    flag("graded", incident.review.graded, json);
    text("assigned", incident.review.assigned, json);
    json.key("accounts");
    json.begin_list();
    for (size_t i = 0; i < incident.accounts.size(); ++i) write_account(incident, by_name, i, json);
    json.end_list();
    list("corrections", incident.corrections, json, write_correction);
    list("denials", incident.denials, json, write_denial);
    done = write_claims(store, incident, json);
    list("reports", reports->cards, json,
         [](const ReportCard& card, JsonWriter& to) { write_card(card, to); });
    list("reviews", *reviews, json,
         [](const ReviewLine& line, JsonWriter& to) { write_card(line, to); });
    json.end_object();
  }
  if (!done) return tl::unexpected(done.error());
  return out;
}

}  // namespace isnad
