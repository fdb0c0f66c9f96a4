// SPDX-License-Identifier: Apache-2.0
// The contract, field by field, in the order of its example.
#include "isnad/export/contract_json.h"

#include <cmath>

#include "isnad/export/contract_words.h"
#include "isnad/export/json_writer.h"
#include "isnad/text/char_index.h"

namespace isnad {
namespace {

// Words and places of byte spans of Report::text, as the contract prints them.
class Positions {
 public:
  explicit Positions(const Report& report) : text_(report.text), index_(report) {}

  [[nodiscard]] std::string_view words(ByteSpan span) const {
    return text_.substr(span.begin, span.size());
  }
  [[nodiscard]] uint32_t text_length() const { return index_.text_length(); }
  // Writes begin and end, null for an empty span, and "in" where the span lies in a title field.
  void write(ByteSpan span, JsonWriter& json) const {
    const GivenSpan given = span.empty() ? GivenSpan() : index_.given(span);
    json.key("begin");
    span.empty() ? json.null() : json.integer(given.span.begin);
    json.key("end");
    span.empty() ? json.null() : json.integer(given.span.end);
    if (given.in_title) {
      json.key("in");
      json.string("title");
    }
  }
  // The words of a span, then where they stand; all null for an empty one.
  void write_words(ByteSpan span, JsonWriter& json) const {
    json.key("text");
    json.string_or_null(words(span));
    write(span, json);
  }

 private:
  std::string_view text_;
  CharIndex index_;
};

void write_field(std::string_view key, std::string_view value, JsonWriter& json) {
  json.key(key);
  json.string_or_null(value);
}

void write_strings(std::string_view key, const std::vector<std::string>& values, JsonWriter& json) {
  json.key(key);
  json.begin_list();
  for (const std::string& value : values) json.string(value);
  json.end_list();
}

void write_report(const Report& report, const Positions& positions, bool with_text,
                  JsonWriter& json) {
  json.begin_object();
  write_field("id", report.id, json);
  write_field("sha256", report.sha256, json);
  json.key("title");
  json.string_or_null(report.title);
  json.key("outlet");
  json.string_or_null(report.outlet);
  json.key("byline");
  json.string_or_null(report.byline);
  json.key("url");
  json.string_or_null(report.url);
  json.key("published");
  report.published ? json.string(report.published->as_given) : json.null();
  write_field("language", "ar", json);
  json.key("text_length");
  json.integer(positions.text_length());
  if (with_text) {
    json.key("text");
    json.string(std::string_view(report.text).substr(report.given_begin));
  }
  json.end_object();
}

void write_parties(std::string_view key, const std::vector<Party>& parties,
                   const Positions& positions, JsonWriter& json) {
  json.key(key);
  json.begin_list();
  for (const Party& party : parties) {
    json.begin_object();
    positions.write_words(party.span, json);
    write_field("name", party.name, json);
    write_field("code", party.code, json);
    write_field("country", party.country, json);
    write_field("sector", party.sector, json);
    json.end_object();
  }
  json.end_list();
}

// Degrees to five decimals, about a metre: more digits would only claim what nobody measured.
std::optional<double> degrees(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return std::nullopt;
  return std::round(*value * 1e5) / 1e5;
}

void write_place(const std::optional<EventPlace>& found, const Positions& positions,
                 JsonWriter& json) {
  json.key("place");
  if (!found) return json.null();
  const Place& place = found->place;
  json.begin_object();
  positions.write_words(found->span, json);
  write_field("name_ar", place.name_ar, json);
  write_field("name_en", place.name_en, json);
  write_field("gazetteer_id", place.gazetteer_id, json);
  write_field("feature", place_feature_name(place.feature), json);
  json.key("lat");
  json.number_or_null(degrees(place.latitude));
  json.key("lon");
  json.number_or_null(degrees(place.longitude));
  json.key("radius_km");
  place.radius_km > 0 ? json.number(std::round(place.radius_km * 10) / 10) : json.null();
  write_field("country", place.country, json);
  write_field("adm1", place.adm1, json);
  write_strings("path", place.path, json);
  json.end_object();
}

void write_time(const std::optional<EventTime>& time, const Positions& positions,
                JsonWriter& json) {
  json.key("time");
  if (!time) return json.null();
  json.begin_object();
  positions.write_words(time->stated ? time->span : ByteSpan{}, json);
  write_field("timex", time->timex, json);
  write_field("earliest", time->earliest ? iso_date(*time->earliest) : "", json);
  write_field("latest", time->latest ? iso_date(*time->latest) : "", json);
  write_field("precision", time_precision_name(time->precision), json);
  json.end_object();
}

void write_range(const Range& range, JsonWriter& json) {
  json.key("low");
  json.integer_or_null(range.low);
  json.key("best");
  json.integer_or_null(range.best);
  json.key("high");
  json.integer_or_null(range.high);
}

void write_toll(std::string_view key, const std::optional<Toll>& toll, const Positions& positions,
                JsonWriter& json) {
  json.key(key);
  if (!toll) return json.null();
  json.begin_object();
  write_range(toll->range, json);
  write_field("text", positions.words(toll->span), json);
  json.end_object();
}

void write_casualties(const Casualties& casualties, const Positions& positions, JsonWriter& json) {
  json.key("casualties");
  json.begin_object();
  write_toll("killed", casualties.killed, positions, json);
  write_toll("injured", casualties.injured, positions, json);
  write_toll("detained", casualties.detained, positions, json);
  write_toll("abducted", casualties.abducted, positions, json);
  write_toll("missing", casualties.missing, positions, json);
  write_toll("displaced", casualties.displaced, positions, json);
  json.key("groups");
  json.begin_list();
  for (const VictimGroup& group : casualties.groups) {
    json.begin_object();
    write_field("kind", harm_name(group.kind), json);
    write_field("who", group.who, json);
    write_range(group.range, json);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_chain(const std::vector<ChainLink>& chain, const Positions& positions,
                 JsonWriter& json) {
  json.key("chain");
  json.begin_list();
  for (const ChainLink& link : chain) {
    json.begin_object();
    json.key("narrator");
    json.begin_object();
    write_field("text", link.narrator.text, json);
    write_field("name", link.narrator.name, json);
    write_field("kind", narrator_kind_name(link.narrator.kind), json);
    write_field("code", link.narrator.code, json);
    positions.write(link.narrator.span, json);
    if (link.narrator.interested) {
      json.key("interested");
      json.boolean(true);
    }
    json.end_object();
    write_field("manner", manner_name(link.manner), json);
    write_field("certainty", certainty_name(link.certainty), json);
    json.end_object();
  }
  json.end_list();
}

void write_trigger_and_sentence(const EventMention& event, const Positions& positions,
                                JsonWriter& json) {
  json.key("trigger");
  json.begin_object();
  positions.write_words(event.trigger_span, json);
  write_field("lemma", event.lemma, json);
  json.end_object();
  json.key("sentence");
  json.begin_object();
  json.key("index");
  json.integer(event.sentence);
  positions.write(event.sentence_span, json);
  json.end_object();
}

void write_what(const EventMention& event, JsonWriter& json) {
  write_field("type", event.type, json);
  write_field("mode", event.mode, json);
  write_field("means", event.means, json);
  write_strings("contexts", event.contexts, json);
}

void write_judgement(const Claim& claim, JsonWriter& json) {
  write_field("certainty", certainty_name(claim.certainty), json);
  json.key("quote");
  json.boolean(claim.quote);
  json.key("same_event");
  json.string_or_null(claim.same_event);
  write_field("denies", claim.denies ? denial_name(*claim.denies) : std::string_view(), json);
  json.key("confidence");
  json.number(std::round(static_cast<double>(claim.event.confidence) * 1e3) / 1e3);
  write_field("rule", claim.event.rule, json);
  json.key("main");
  json.boolean(claim.main);
}

void write_claim(const Claim& claim, const Positions& positions, bool explain, JsonWriter& json) {
  const EventMention& event = claim.event;
  json.begin_object();
  write_field("id", claim.id, json);
  write_what(event, json);
  write_trigger_and_sentence(event, positions, json);
  write_parties("agents", event.agents, positions, json);
  write_parties("recipients", event.recipients, positions, json);
  write_place(event.place, positions, json);
  write_time(event.time, positions, json);
  write_strings("weapons", event.weapons, json);
  write_casualties(event.casualties, positions, json);
  write_field("factuality", factuality_name(event.factuality), json);
  json.key("background");
  json.boolean(event.background);
  write_chain(claim.chain, positions, json);
  write_judgement(claim, json);
  if (explain) write_strings("trace", event.trace, json);
  json.end_object();
}

void write_warnings(const std::vector<Warning>& warnings, const Positions& positions,
                    JsonWriter& json) {
  json.key("warnings");
  json.begin_list();
  for (const Warning& warning : warnings) {
    json.begin_object();
    write_field("code", warning.code, json);
    positions.write(warning.span, json);
    write_field("message", warning.message, json);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

void append_contract_json(const CodedReport& coded, const ContractOptions& options,
                          std::string& out) {
  const Positions positions(coded.report);
  {
    JsonWriter json(out);
    json.begin_object();
    write_field("schema", "isnad.report/1", json);
    json.key("report");
    write_report(coded.report, positions, options.with_text, json);
    json.key("claims");
    json.begin_list();
    for (const Claim& claim : coded.claims) write_claim(claim, positions, options.explain, json);
    json.end_list();
    write_warnings(coded.warnings, positions, json);
    json.end_object();
  }
  out += '\n';
}

}  // namespace isnad
