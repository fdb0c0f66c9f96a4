// SPDX-License-Identifier: Apache-2.0
// The blocks of the table, top to bottom: the report's head, its claims, its warnings.
#include "isnad/export/table.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "isnad/export/contract_words.h"

namespace isnad {
namespace {

// Blue, orange and grey keep apart for every kind of colour blindness.
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kBlue = "\x1b[34m";
constexpr std::string_view kOrange = "\x1b[33m";
constexpr std::string_view kGrey = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopDirectionalIsolate = "\u2069";
constexpr std::string_view kGap = "  ";

class Page {
 public:
  Page(const CodedReport& coded, const TableOptions& options, std::string& out)
      : coded_(coded), options_(options), out_(out) {}

  void head() {
    const Report& report = coded_.report;
    painted(kBold, report.id);
    if (report.published) plain("  " + report.published->as_given);
    if (report.outlet) plain("  "), isolated(*report.outlet);
    plain("\n");
    if (report.title) isolated(*report.title), plain("\n");
    if (coded_.claims.empty()) plain("  no claims\n");
  }

  void claim(size_t number, const Claim& claim) {
    first_line(number, claim);
    const EventMention& event = claim.event;
    field("words", event.trigger_span);
    for (const Party& party : event.agents) this->party("agent", party);
    for (const Party& party : event.recipients) this->party("recipient", party);
    if (event.place) place(*event.place);
    if (event.time) time(*event.time);
    tolls(event.casualties);
    chain(claim);
    if (!options_.explain) return;
    label("rule"), plain(event.rule + "\n");
    for (const std::string& line : event.trace) label("because"), isolated(line), plain("\n");
  }

  void warnings() {
    for (const Warning& warning : coded_.warnings) {
      plain("  ");
      painted(kOrange, "warning " + warning.code);
      plain("  ");
      isolated(warning.message);
      plain("\n");
    }
    plain("\n");
  }

 private:
  void plain(std::string_view text) { out_ += text; }
  void painted(std::string_view colour, std::string_view text) {
    if (options_.colour) out_ += colour;
    out_ += text;
    if (options_.colour) out_ += kPlain;
  }
  // Line ends inside become spaces: a value is one line.
  void isolated(std::string_view text) {
    out_ += kFirstStrongIsolate;
    for (const char c : text) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    out_ += kPopDirectionalIsolate;
  }
  void label(std::string_view name) {
    constexpr size_t kWidth = 11;
    plain("     ");
    painted(kGrey, name);
    out_.append(kWidth - std::min(kWidth, name.size()), ' ');
  }
  [[nodiscard]] std::string_view words(ByteSpan span) const {
    return std::string_view(coded_.report.text).substr(span.begin, span.size());
  }
  void field(std::string_view name, ByteSpan span) {
    label(name), isolated(words(span)), plain("\n");
  }

  // "  1  ASSAULT shelling  foiled  background  possible  main"
  void first_line(size_t number, const Claim& claim) {
    const EventMention& event = claim.event;
    plain("  " + std::to_string(number) + "  ");
    painted(kBold, event.type);
    if (const auto& finer = event.means.empty() ? event.mode : event.means; !finer.empty())
      plain(" " + finer);
    if (event.factuality != Factuality::kActual)
      plain(kGap), painted(kOrange, factuality_name(event.factuality));
    if (claim.denies)
      plain(kGap), painted(kOrange, "denies " + std::string(denial_name(*claim.denies)));
    if (event.background) plain(kGap), painted(kGrey, "background");
    plain(kGap);
    painted(claim.certainty == Certainty::kCertain ? kBlue : kOrange,
            certainty_name(claim.certainty));
    if (claim.main) plain(kGap), painted(kBlue, "main");
    if (claim.same_event)
      plain(kGap),
          plain("same event as " + claim.same_event->substr(claim.same_event->find('#') + 2));
    plain("\n");
  }

  void party(std::string_view name, const Party& party) {
    label(name), isolated(words(party.span));
    if (!party.name.empty()) plain("  " + party.name);
    if (!party.code.empty()) plain("  [" + party.code + "]");
    plain("\n");
  }

  void place(const EventPlace& found) {
    label("place"), isolated(words(found.span));
    const Place& place = found.place;
    std::string within;
    for (auto step = place.path.rbegin(); step != place.path.rend(); ++step)
      within += (within.empty() ? "" : ", ") + *step;
    if (!within.empty()) plain("  " + within);
    if (place.latitude && place.longitude) plain("  " + coordinates(place));
    plain("\n");
  }

  static std::string coordinates(const Place& place) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.2f, %.2f within %g km", *place.latitude,
                  *place.longitude, std::round(place.radius_km * 10) / 10);
    return buffer.data();
  }

  void time(const EventTime& time) {
    label("time");
    if (time.stated) isolated(words(time.span)), plain("  ");
    const std::string first = time.earliest ? iso_date(*time.earliest) : "";
    const std::string last = time.latest ? iso_date(*time.latest) : "";
    plain(!time.timex.empty() ? time.timex : first.empty() && last.empty() ? "unresolved" : first);
    if (first != last)
      plain("  from " + (first.empty() ? "?" : first) + " to " + (last.empty() ? "?" : last));
    plain("\n");
  }

  // "5", "20 to 99", "7 or more", "some"
  static std::string range_words(const Range& range) {
    const auto shown = [](int64_t number) { return std::to_string(number); };
    if (range.low && range.high && *range.low == *range.high) return shown(*range.low);
    if (range.low && range.high) return shown(*range.low) + " to " + shown(*range.high);
    if (range.best) return shown(*range.best) + (range.low ? " or more" : "");
    if (range.low && *range.low > 1) return shown(*range.low) + " or more";
    if (range.high) return "up to " + shown(*range.high);
    return "some";
  }

  void toll(std::string_view name, const std::optional<Toll>& toll) {
    if (!toll) return;
    label(name), plain(range_words(toll->range) + "  "), isolated(words(toll->span)), plain("\n");
  }

  void tolls(const Casualties& casualties) {
    toll("killed", casualties.killed);
    toll("injured", casualties.injured);
    toll("detained", casualties.detained);
    toll("abducted", casualties.abducted);
    toll("missing", casualties.missing);
    toll("displaced", casualties.displaced);
    for (const VictimGroup& group : casualties.groups) {
      label("of them"), plain(range_words(group.range) + " " + group.who + " " +
                              std::string(harm_name(group.kind)) + "\n");
    }
  }

  // From the outlet inward: outlet ← agency (reports) ← witnesses (states, possible)
  void chain(const Claim& claim) {
    label("narrators");
    for (size_t i = 0; i < claim.chain.size(); ++i) {
      const ChainLink& link = claim.chain[i];
      if (i > 0) plain(" ← ");
      const bool named = !link.narrator.text.empty();
      named ? isolated(link.narrator.text) : plain(i == 0 ? "the outlet" : "unnamed");
      if (i == 0) continue;
      plain(" (" + std::string(manner_name(link.manner)));
      if (link.certainty != Certainty::kCertain)
        plain(", "), painted(kOrange, certainty_name(link.certainty));
      plain(")");
    }
    plain("\n");
  }

  const CodedReport& coded_;
  const TableOptions& options_;
  std::string& out_;
};

}  // namespace

void append_table(const CodedReport& coded, const TableOptions& options, std::string& out) {
  Page page(coded, options, out);
  page.head();
  for (size_t i = 0; i < coded.claims.size(); ++i) page.claim(i + 1, coded.claims[i]);
  page.warnings();
}

}  // namespace isnad
