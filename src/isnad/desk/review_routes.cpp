// SPDX-License-Identifier: Apache-2.0
// Routes by which people decide: state, grade, comment, correction; merge, split, move; undo.
#include <algorithm>
#include <charconv>
#include <set>

#include "isnad/desk/list_view.h"
#include "isnad/desk/route.h"

namespace isnad {
namespace {

ReviewSign sign_of(const Desk::Parts& desk, const RouteCall& call, const BodyFields& body) {
  return {signer(desk, call, body.text("by")), body.text("reason"), desk.options.now()};
}

// What is final was checked twice: to say so, and to change it afterwards, is for reviewers.
bool may_change(Store& store, const RouteCall& call, const std::vector<std::string>& names) {
  if (call.caller.role >= DeskRole::kReviewer) return true;
  return std::none_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto incident = store.incident(name);
    return incident && *incident && (*incident)->review.status == "final";
  });
}
HttpResponse for_reviewers() {
  return problem(403, "final records are for reviewers; ask one of them");
}

// {"action": 17, "incidents": ["ISN-…"]}: what to take back, and where to look now.
HttpResponse done(int64_t action, const std::vector<std::string>& incidents) {
  HttpResponse response;
  JsonWriter json(response.body);
  json.begin_object();
  json.key("action");
  json.integer(action);
  json.key("incidents");
  json.begin_list();
  for (const std::string& name : incidents) json.string(name);
  json.end_list();
  json.end_object();
  return response;
}

// Reads the body, opens the file to be changed, and lets `change` do it, one at a time.
template <class Change>
HttpResponse changed(Desk::Parts& desk, const RouteCall& call, Change change) {
  const std::string type = call.request.header("content-type");
  if (!type.starts_with("application/json")) return problem(415, "send application/json");
  const auto body = read_body(call.request.body);
  if (!body) return problem(body.error());
  const std::lock_guard lock(*desk.options.writing);
  auto store = desk.writer();
  if (!store) return problem(store.error());
  return change(*store, *body, sign_of(desk, call, *body));
}

std::vector<std::string> incidents_of(Store& store, const std::vector<std::string>& claims) {
  std::vector<std::string> names;
  for (const std::string& claim : claims) {
    const auto found = store.incidents_of_claim(claim);
    if (!found || found->empty()) continue;
    if (std::find(names.begin(), names.end(), found->front()) == names.end())
      names.push_back(found->front());
  }
  return names;
}

HttpResponse decide(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    const std::string kind = body.text("kind");
    if (kind == "correct") return problem(400, "corrections are of claims; see openapi.json", kind);
    const bool speaks = kind == "comment";
    const bool finishes = kind == "status" && body.text("value") == "final";
    if (!speaks && (!may_change(store, call, {call.path[0]}) ||
                    (finishes && call.caller.role < DeskRole::kReviewer)))
      return for_reviewers();
    const auto action = store.decide({kind, call.path[0], {}, {}, body.text("value")}, sign);
    return action ? done(*action, {call.path[0]}) : problem(action.error());
  });
}

HttpResponse correct(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    if (!may_change(store, call, incidents_of(store, {call.path[0]}))) return for_reviewers();
    const auto action =
        store.decide({"correct", {}, call.path[0], body.text("field"), body.text("value")}, sign);
    return action ? done(*action, incidents_of(store, {call.path[0]})) : problem(action.error());
  });
}

// The first claim of each telling would do; one claim of each incident is enough, for all that an
// incident holds is one already.
HttpResponse merge(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    const auto one = store.incident(call.path[0]);
    const auto other = store.incident(body.text("with"));
    if (!one || !*one) return problem(404, "there is no such incident", call.path[0]);
    if (!other || !*other) return problem(400, "there is no such incident", "with");
    if ((*one)->id == (*other)->id) return problem(400, "both are one already", "with");
    if (!may_change(store, call, {(*one)->id, (*other)->id})) return for_reviewers();
    const std::string& claim = (*one)->claims.front();
    const auto action = store.regroup("merge", {{claim, (*other)->claims.front()}}, {}, sign);
    return action ? done(*action, incidents_of(store, {claim, (*other)->claims.front()}))
                  : problem(action.error());
  });
}

// The claims named leave the rest; they stay together, or join what `move` names.
HttpResponse take_out(Store& store, const Incident& whole, const std::vector<std::string>& claims,
                      const std::string& kind, const std::vector<ClaimPair>& joined,
                      const ReviewSign& sign) {
  const std::set<std::string> out(claims.begin(), claims.end());
  std::vector<ClaimPair> same = joined;
  std::vector<ClaimPair> different;
  for (const std::string& claim : claims) {
    if (std::find(whole.claims.begin(), whole.claims.end(), claim) == whole.claims.end())
      return problem(400, "is no claim of this incident", claim);
    if (claim != claims.front()) same.emplace_back(claims.front(), claim);
    for (const std::string& other : whole.claims)
      if (!out.contains(other)) different.emplace_back(claim, other);
  }
  if (claims.empty() || (kind == "split" && different.empty()))
    return problem(400, "name some of the incident's claims, not all", "claims");
  const auto action = store.regroup(kind, same, different, sign);
  if (!action) return problem(action.error());
  std::vector<std::string> asked = claims;
  if (!different.empty()) asked.push_back(different.front().second);
  return done(*action, incidents_of(store, asked));
}

HttpResponse split(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    const auto whole = store.incident(call.path[0]);
    if (!whole || !*whole) return problem(404, "there is no such incident", call.path[0]);
    if (!may_change(store, call, {(*whole)->id})) return for_reviewers();
    return take_out(store, **whole, body.list("claims"), "split", {}, sign);
  });
}

HttpResponse move(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    const std::string& claim = call.path[0];
    const auto from = store.incidents_of_claim(claim);
    if (!from || from->empty()) return problem(404, "is no claim of an incident", claim);
    const auto whole = store.incident(from->front());
    const auto goal = store.incident(body.text("to"));
    if (!whole || !*whole) return problem(404, "there is no such incident", from->front());
    if (!goal || !*goal) return problem(400, "there is no such incident", "to");
    if ((*goal)->id == (*whole)->id) return problem(400, "the claim is there already", "to");
    if (!may_change(store, call, {(*whole)->id, (*goal)->id})) return for_reviewers();
    return take_out(store, **whole, {claim}, "move", {{claim, (*goal)->claims.front()}}, sign);
  });
}

// Analysts take back what they did themselves, and nothing of a final record.
bool may_undo(Store& store, const RouteCall& call, int64_t action) {
  constexpr size_t kLookedThrough = 5000;
  if (call.caller.role >= DeskRole::kReviewer) return true;
  const auto lines = store.reviews("", kLookedThrough);
  if (!lines) return false;
  const auto line = std::find_if(lines->begin(), lines->end(), [&](const ReviewLine& one) {
    return one.action == action && one.kind != "undo";
  });
  if (line == lines->end() && lines->size() < kLookedThrough) return true;  // there is none
  if (line == lines->end() || line->by != call.caller.name) return false;
  std::vector<std::string> names = {line->incident};
  for (const std::string& claim : {line->claim_a, line->claim_b})
    for (const std::string& name : incidents_of(store, {claim})) names.push_back(name);
  return may_change(store, call, names);
}

HttpResponse undo(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](Store& store, const BodyFields& body, const ReviewSign& sign) {
    int64_t action = 0;
    const std::string& text = call.path[0];
    const auto read = std::from_chars(text.data(), text.data() + text.size(), action);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
      return problem(404, "there is no such action", text);
    if (!may_undo(store, call, action))
      return problem(403, "what others did, and final records, are for reviewers; ask one of them");
    const auto line = store.undo(action, body.flag("again"), sign);
    return line ? done(action, {}) : problem(line.error());
  });
}

}  // namespace

std::vector<DeskRoute> review_routes() {
  return {{"POST", "/api/incidents/{id}/reviews", DeskRole::kAnalyst, nullptr, decide},
          {"POST", "/api/incidents/{id}/merge", DeskRole::kAnalyst, nullptr, merge},
          {"POST", "/api/incidents/{id}/split", DeskRole::kAnalyst, nullptr, split},
          {"POST", "/api/claims/{id}/corrections", DeskRole::kAnalyst, nullptr, correct},
          {"POST", "/api/claims/{id}/move", DeskRole::kAnalyst, nullptr, move},
          {"POST", "/api/reviews/{action}/undo", DeskRole::kAnalyst, nullptr, undo}};
}

}  // namespace isnad
