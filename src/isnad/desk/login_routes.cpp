// SPDX-License-Identifier: Apache-2.0
// Routes by which people come in and go: sessions, passwords, one-time codes, the list of users.
#include "isnad/desk/json_fields.h"
#include "isnad/desk/one_time_code.h"
#include "isnad/desk/route.h"

namespace isnad {
namespace {

HttpResponse refusal(const Gate::Login& login) {
  switch (*login.refused) {
    case Gate::Refusal::kCodeWanted:
      return problem(401, "give the code that your authenticator shows", "code");
    case Gate::Refusal::kTooOften: {
      HttpResponse response = problem(429, "too many failures; try again in " +
                                               std::to_string((login.wait + 59) / 60) + " minutes");
      response.headers.emplace_back("Retry-After", std::to_string(login.wait));
      return response;
    }
    case Gate::Refusal::kBusy:
      return problem(503, "too many people log in at once; try again in a moment");
    default:
      return problem(401, "name, password or code is wrong; try again", "password");
  }
}

HttpResponse session_of(Gate& gate, const Caller& caller, const std::string& analyst) {
  HttpResponse response;
  response.headers.emplace_back("Cache-Control", "no-store");
  const auto user = gate.user(caller.user);
  JsonWriter json(response.body);
  json.begin_object();
  flag("login", caller.login, json);
  text("name", caller.login ? caller.name : analyst, json);
  text("role", desk_role_name(caller.role), json);
  flag("codes", user && !user->second.empty(), json);
  text("proof", caller.login ? gate.proof_of(caller) : "1", json);
  json.end_object();
  return response;
}

HttpResponse session(Desk::Parts& desk, const RouteCall& call) {
  return session_of(*desk.gate, call.caller, desk.options.analyst);
}

// Answers with the new session, as its next request will see it.
HttpResponse with_cookie(Desk::Parts& desk, const RouteCall& call, const std::string& cookie) {
  HttpRequest next;
  next.headers["cookie"] = cookie.substr(0, cookie.find(';'));
  const auto caller = desk.gate->caller(next);
  if (!caller) return problem(caller.error());
  HttpResponse response = session_of(*desk.gate, *caller, desk.options.analyst);
  response.headers.emplace_back("Set-Cookie", cookie);
  static_cast<void>(call);
  return response;
}

Result<BodyFields> body_of(const RouteCall& call) {
  if (!call.request.header("content-type").starts_with("application/json"))
    return failure(ErrorCode::kBadJson, "send application/json");
  return read_body(call.request.body);
}

HttpResponse begin(Desk::Parts& desk, const RouteCall& call) {
  const auto body = body_of(call);
  if (!body) return problem(body.error());
  if (!call.caller.login) return problem(409, "this desk has no users; nobody needs to log in");
  const auto login = desk.gate->login(
      call.request, {body->text("name"), body->text("password"), body->text("code")});
  if (!login) return problem(login.error());
  return login->refused ? refusal(*login) : with_cookie(desk, call, login->cookie);
}

// What the next three share: somebody is logged in, and gives the password once more.
template <class Act>
HttpResponse confirmed(Desk::Parts& desk, const RouteCall& call, Act act) {
  const auto body = body_of(call);
  if (!body) return problem(body.error());
  if (!call.caller.login) return problem(409, "this desk has no users; nobody needs to log in");
  const auto login = desk.gate->confirm(call.request, call.caller, body->text("password"));
  if (!login) return problem(login.error());
  if (login->refused)
    return *login->refused == Gate::Refusal::kWrong
               ? problem(403, "the password is wrong; try again", "password")
               : refusal(*login);
  return act(*body);
}

HttpResponse end(Desk::Parts& desk, const RouteCall& call) {
  if (!call.caller.login) return problem(409, "this desk has no users; nobody needs to log in");
  const auto cookie = desk.gate->logout(call.caller);
  return cookie ? with_cookie(desk, call, *cookie) : problem(cookie.error());
}

HttpResponse password(Desk::Parts& desk, const RouteCall& call) {
  return confirmed(desk, call, [&](const BodyFields& body) {
    const auto cookie = desk.gate->change_password(call.caller, body.text("new"));
    return cookie ? with_cookie(desk, call, *cookie) : problem(cookie.error());
  });
}

HttpResponse codes(Desk::Parts& desk, const RouteCall& call) {
  return confirmed(desk, call, [&](const BodyFields& body) {
    if (body.flag("off")) {
      const auto cookie = desk.gate->drop_codes(call.caller);
      return cookie ? with_cookie(desk, call, *cookie) : problem(cookie.error());
    }
    if (!body.text("code").empty()) {
      const auto cookie = desk.gate->take_codes(call.request, call.caller, body.text("code"));
      if (!cookie) return problem(cookie.error());
      return *cookie ? with_cookie(desk, call, **cookie)
                     : problem(403, "is no code of this secret; is the clock right?", "code");
    }
    const std::string secret = desk.gate->offer_codes(call.caller);
    HttpResponse response;
    response.headers.emplace_back("Cache-Control", "no-store");
    JsonWriter json(response.body);
    json.begin_object();
    json.key("secret");
    json.string(secret);
    json.key("address");
    json.string(otpauth_address(call.caller.name, secret));
    json.end_object();
    return response;
  });
}

HttpResponse users(Desk::Parts& desk, const RouteCall& /*call*/) {
  const auto all = desk.gate->users();
  if (!all) return problem(all.error());
  HttpResponse response;
  JsonWriter json(response.body);
  json.begin_object();
  json.key("items");
  json.begin_list();
  for (const User& user : *all) {
    json.begin_object();
    json.key("name");
    json.string(user.name);
    json.key("role");
    json.string(user.role);
    flag("codes", !user.second.empty(), json);
    json.key("since");
    json.string(user.since);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return response;
}

}  // namespace

std::vector<DeskRoute> login_routes() {
  return {{"GET", "/api/session", DeskRole::kNobody, nullptr, session},
          {"POST", "/api/session", DeskRole::kNobody, nullptr, begin},
          {"POST", "/api/session/end", DeskRole::kReader, nullptr, end},
          {"POST", "/api/session/password", DeskRole::kReader, nullptr, password},
          {"POST", "/api/session/codes", DeskRole::kReader, nullptr, codes},
          {"GET", "/api/users", DeskRole::kAdmin, nullptr, users}};
}

}  // namespace isnad
