// SPDX-License-Identifier: Apache-2.0
// Lines, grids and blocks of an incident.
#include "isnad/export/incident_table.h"

#include <algorithm>

#include "isnad/export/csv_row.h"
#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kEndOfIsolate = "\u2069";

struct MarkSign {
  std::string_view sign, word;
};
constexpr std::array<MarkSign, 5> kMarks = {{{"=", "agrees"},
                                             {"\u2260", "differs"},
                                             {"\u2715", "denies"},
                                             {"\u00B7", "not stated"},
                                             {"1", "alone"}}};

class Writer {
 public:
  Writer(const ComparisonOptions& options, std::string& out) : options_(options), out_(out) {}
  Writer& plain(std::string_view text) {
    out_ += text;
    return *this;
  }
  // Columns are counted in characters of Latin words and signs; Arabic never stands in one.
  Writer& padded(std::string_view text, size_t width) {
    const auto characters = static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
    out_ += text;
    out_.append(width - std::min(width, characters), ' ');
    return *this;
  }
  Writer& isolated(std::string_view text) {
    if (options_.isolates) out_ += kIsolate;
    for (const char c : text) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    if (options_.isolates) out_ += kEndOfIsolate;
    return *this;
  }

 private:
  const ComparisonOptions& options_;
  std::string& out_;
};

std::string days_of(const Incident& incident) {
  if (!incident.earliest) return "day unknown";
  const std::string first = iso_day(*incident.earliest);
  const std::string last = iso_day(incident.latest.value_or(*incident.earliest));
  return first == last ? first : first + "/" + last;
}

std::string act_of(const Incident& incident) {
  const std::string& finer = incident.means.empty() ? incident.mode : incident.means;
  return finer.empty() ? incident.type : incident.type + " " + finer;
}

std::string place_of(const Incident& incident) {
  if (!incident.place) return "place unknown";
  const CodedPlace& place = *incident.place;
  if (place.path.size() > 1) return place.path.back() + ", " + place.path.front();
  return !place.name_en.empty() ? place.name_en : place.text;
}

std::string plural(size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

bool is_done(const Observation& observation) {
  return observation.field == Field::kOutcome && observation.code == "done";
}

std::vector<const Observation*> cell(const Incident& incident, Field field, size_t account) {
  std::vector<const Observation*> cell;
  for (const Observation& one : incident.observations)
    if (one.field == field && one.account == account && !is_done(one)) cell.push_back(&one);
  return cell;
}

std::string shown(const Observation& observation) {
  std::string text = observation.denied && observation.code != "denied" ? "not " + observation.value
                                                                        : observation.value;
  if (observation.superseded) text += " (corrected later)";
  return text;
}

MarkSign sign_of(const Incident& incident, Field field, size_t account) {
  Mark mark = mark_of(incident, field, account);
  // That it happened is not spelt out beside what became of it.
  if (mark != Mark::kDeny && mark != Mark::kNotStated && cell(incident, field, account).empty() &&
      mark != Mark::kDiffer)
    mark = Mark::kNotStated;
  return kMarks[static_cast<size_t>(mark)];
}

void append_narrators(const Incident& incident, Writer& writer) {
  for (size_t i = 0; i < incident.accounts.size(); ++i) {
    const Account& account = incident.accounts[i];
    writer.plain("  [" + std::to_string(i + 1) + "] ").isolated(account.narrator);
    writer.plain("  " + account.kind);
    if (!account.code.empty()) writer.plain("  " + account.code);
    writer.plain("  in " + account.reports.front());
    const size_t others =
        account.reports.size() - 1 - std::min(account.copies, account.reports.size() - 1);
    if (others > 0) writer.plain(" and " + plural(others, "other report"));
    if (account.copies > 0)
      writer.plain("  +" + std::to_string(account.copies) +
                   (account.copies == 1 ? " copy" : " copies"));
    if (!account.counted) writer.plain("  (carries the narrators it names)");
    writer.plain("\n");
  }
}

void append_grid(const Incident& incident, Writer& writer) {
  constexpr size_t kName = 10;
  constexpr size_t kColumn = 5;
  writer.padded("", kName + 2);
  for (size_t i = 0; i < incident.accounts.size(); ++i)
    writer.padded("[" + std::to_string(i + 1) + "]", kColumn);
  writer.plain("\n");
  for (size_t f = 0; f < kFields; ++f) {
    writer.plain("  ").padded(kFieldNames[f], kName);
    for (size_t i = 0; i < incident.accounts.size(); ++i)
      writer.padded(sign_of(incident, static_cast<Field>(f), i).sign, kColumn);
    const Agreement agreement = incident.agreement[f];
    writer.plain(agreement == Agreement::kSilent ? "not stated" : agreement_name(agreement));
    writer.plain("\n");
  }
  writer.plain("  = agrees   \u2260 differs   \u2715 denies   1 alone   \u00B7 not stated\n");
}

void append_values(const Incident& incident, Writer& writer) {
  for (size_t f = 0; f < kFields; ++f) {
    const auto field = static_cast<Field>(f);
    if (incident.fields[f].empty()) continue;
    writer.plain("\n  ").plain(kFieldNames[f]).plain("  ");
    writer.plain(agreement_name(incident.agreement[f])).plain("\n");
    for (size_t i = 0; i < incident.accounts.size(); ++i) {
      for (const Observation* one : cell(incident, field, i)) {
        writer.plain("    [" + std::to_string(i + 1) + "] ");
        writer.plain(sign_of(incident, field, i).sign).plain(" ").isolated(shown(*one));
        if (!one->code.empty() && (field == Field::kAgent || field == Field::kTarget))
          writer.plain("  [" + one->code + "]");
        if (!one->words.empty() && one->words != one->value)
          writer.plain("  ").isolated(one->words);
        if (one->certainty != "certain") writer.plain("  " + one->certainty);
        writer.plain("  " + one->claim + "\n");
      }
    }
  }
}

void append_changes(const Incident& incident, Writer& writer) {
  for (const Correction& correction : incident.corrections) {
    writer.plain("\n  correction  ").isolated(correction.narrator);
    writer.plain(": " + std::string(kFieldNames[static_cast<size_t>(correction.field)]) + " " +
                 correction.from + " \u2192 " + correction.to + ", " + correction.published + "\n");
  }
  for (const DenialLink& denial : incident.denials) {
    writer.plain("\n  denial of " + (denial.kind == "event" ? "the event" : "the " + denial.kind) +
                 "  ");
    writer.isolated(denial.narrator).plain("  " + denial.claim);
    if (!denial.denied.empty()) {
      writer.plain(" against");
      for (const std::string& claim : denial.denied) writer.plain(" " + claim);
    }
    writer.plain("\n");
  }
}

}  // namespace

void append_incident_line(const Incident& incident, std::string& out) {
  const ComparisonOptions options;
  Writer writer(options, out);
  writer.plain(incident.id + "  " + days_of(incident) + "  " + act_of(incident) + "  " +
               place_of(incident) + "  " + plural(incident.reports.size(), "report"));
  if (incident.copies > 0)
    writer.plain(" (" + std::to_string(incident.copies) +
                 (incident.copies == 1 ? " copy)" : " copies)"));
  writer.plain("  " + plural(incident.independent_chains, "account") + "  ");
  writer.plain(grade_name(incident.grade));
  for (size_t f = 0; f < kFields; ++f) {
    const Agreement agreement = incident.agreement[f];
    if (agreement == Agreement::kDisputed || agreement == Agreement::kDenied)
      writer.plain("  " + std::string(kFieldNames[f]) + " ").plain(agreement_name(agreement));
  }
  writer.plain("\n    ").isolated(incident.title).plain("\n");
}

void append_comparison(const Incident& incident, const ComparisonOptions& options,
                       std::string& out) {
  Writer writer(options, out);
  writer.plain(incident.id + "  " + days_of(incident) + "  " + act_of(incident) + "  " +
               place_of(incident) + "\n  ");
  writer.isolated(incident.title).plain("\n");
  writer.plain("  " + incident.review.status);
  writer.plain(incident.review.graded ? "; grade: " : "; proposed grade: ");
  writer.plain(grade_name(incident.grade));
  writer.plain(" (").isolated(incident.grade_reason).plain(")\n");
  writer.plain("  " + plural(incident.reports.size(), "report") + ", " +
               plural(incident.independent_chains, "independent account") + ", " +
               std::to_string(incident.copies) + (incident.copies == 1 ? " copy" : " copies") +
               "\n\n");
  append_narrators(incident, writer);
  writer.plain("\n");
  append_grid(incident, writer);
  append_values(incident, writer);
  append_changes(incident, writer);
}

void append_comparison_csv(const Incident& incident, std::string& out) {
  std::vector<std::string> row = {"field"};
  for (const Account& account : incident.accounts) row.push_back(account.narrator);
  row.emplace_back("agreement");
  append_csv_row(row, out);
  for (size_t f = 0; f < kFields; ++f) {
    row = {std::string(kFieldNames[f])};
    for (size_t i = 0; i < incident.accounts.size(); ++i) {
      std::string values;
      for (const Observation* one : cell(incident, static_cast<Field>(f), i))
        values += (values.empty() ? "" : "; ") + shown(*one);
      row.push_back(values);
    }
    row.emplace_back(agreement_name(incident.agreement[f]));
    append_csv_row(row, out);
  }
}

void append_timeline(const Incident& incident, const ComparisonOptions& options, std::string& out) {
  Writer writer(options, out);
  writer.plain(incident.id + "  " + days_of(incident) + "  " + act_of(incident) + "  " +
               place_of(incident) + "\n");
  std::vector<const Observation*> told;
  for (const Observation& one : incident.observations)
    if (!is_done(one)) told.push_back(&one);
  std::stable_sort(told.begin(), told.end(),
                   [](const auto* a, const auto* b) { return a->published < b->published; });
  std::string day;
  std::vector<const Observation*> before;
  for (const Observation* one : told) {
    const bool again = std::any_of(before.begin(), before.end(), [&](const Observation* other) {
      return other->account == one->account && same_value(*other, *one);
    });
    before.push_back(one);
    if (again) continue;
    const std::string published = one->published.empty() ? "undated" : one->published;
    if (published != day) writer.plain("  " + published + "\n");
    day = published;
    writer.plain("    ").padded(kFieldNames[static_cast<size_t>(one->field)], 9);
    writer.isolated(shown(*one)).plain("  ");
    writer.isolated(incident.accounts[one->account].narrator).plain("  " + one->claim + "\n");
  }
  append_changes(incident, writer);
}

}  // namespace isnad
