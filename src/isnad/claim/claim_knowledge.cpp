// SPDX-License-Identifier: Apache-2.0
// Reads the tables "reporting", "declared_acts", "account_words" and "denied_things" into values.
#include <algorithm>
#include <array>
#include <utility>

#include "isnad/claim/find_attributions.h"

namespace isnad {
namespace {

constexpr std::array<std::pair<std::string_view, ReportingForm>, 12> kForms = {{
    {"verb", ReportingForm::kVerb},
    {"verb-about", ReportingForm::kVerbAbout},
    {"continue", ReportingForm::kContinue},
    {"continue-about", ReportingForm::kContinueAbout},
    {"according", ReportingForm::kAccording},
    {"masdar", ReportingForm::kMasdar},
    {"impersonal", ReportingForm::kImpersonal},
    {"outlet", ReportingForm::kOutlet},
    {"wording", ReportingForm::kWording},
    {"document", ReportingForm::kDocument},
    {"unnamed", ReportingForm::kUnnamed},
    {"quantifier", ReportingForm::kQuantifier},
}};

// Does the form bring a claim forward, so that manner and certainty must be stated?
bool brings_forward(ReportingForm form) {
  return !is_noun(form) && form != ReportingForm::kOutlet && form != ReportingForm::kWording;
}

void read_reporting(const Lexicon& lexicon, ClaimKnowledge& out, std::string& faults) {
  out.reporting = lexicon.table("reporting");
  out.no_narrators = lexicon.table("no_narrators");
  for (RowId row = out.reporting.begin; row < out.reporting.end; ++row) {
    ReportingWord word;
    bool known = false;
    for (const auto& [name, form] : kForms) {
      if (lexicon.field(row, "form") != name) continue;
      word.form = form;
      known = true;
    }
    const auto manner = manner_of(lexicon.field(row, "manner"));
    const auto certainty = certainty_of(lexicon.field(row, "certainty"));
    if (manner) word.manner = *manner;
    if (certainty) word.certainty = *certainty;
    word.press = lexicon.field(row, "speaker") == "press";
    if (!known || ((!manner || !certainty) && brings_forward(word.form)))
      faults += "\n  reporting " + std::string(lexicon.id(row));
    out.words.push_back(word);
  }
}

void read_declared_acts(const Lexicon& lexicon, ClaimKnowledge& out) {
  const Table table = lexicon.table("declared_acts");
  for (RowId row = table.begin; row < table.end; ++row) {
    out.declared_acts.push_back(
        {std::string(lexicon.field(row, "type")), std::string(lexicon.field(row, "means"))});
  }
}

void read_account_words(const Lexicon& lexicon, ClaimKnowledge& out, std::string& faults) {
  out.account_words = lexicon.table("account_words");
  for (RowId row = out.account_words.begin; row < out.account_words.end; ++row) {
    const auto role = lexicon.field(row, "role");
    if (role != "by" && role != "doer" && role != "target")
      faults += "\n  account_words " + std::string(lexicon.id(row));
    out.account_roles.push_back(role == "target" ? AccountRole::kTarget
                                : role == "doer" ? AccountRole::kDoer
                                                 : AccountRole::kBy);
  }
}

void read_denied_things(const Lexicon& lexicon, ClaimKnowledge& out, std::string& faults) {
  out.denied_things = lexicon.table("denied_things");
  for (RowId row = out.denied_things.begin; row < out.denied_things.end; ++row) {
    const auto denial = denial_of(lexicon.field(row, "denies"));
    if (!denial) faults += "\n  denied_things " + std::string(lexicon.id(row));
    out.denials.push_back(denial.value_or(Denial::kEvent));
  }
}

}  // namespace

bool ClaimKnowledge::is_declared(std::string_view type, std::string_view means) const {
  return std::any_of(declared_acts.begin(), declared_acts.end(), [&](const DeclaredAct& act) {
    return act.type == type && (act.means.empty() || act.means == means);
  });
}

Result<ClaimKnowledge> ClaimKnowledge::read(const Lexicon& lexicon) {
  ClaimKnowledge out;
  std::string faults;
  read_reporting(lexicon, out, faults);
  read_declared_acts(lexicon, out);
  read_account_words(lexicon, out, faults);
  read_denied_things(lexicon, out, faults);
  if (!faults.empty()) {
    return failure(
        ErrorCode::kBadLexicon,
        "these rows have an unknown form, manner, certainty, role or denial; mend and build "
        "anew:" +
            faults);
  }
  return out;
}

}  // namespace isnad
