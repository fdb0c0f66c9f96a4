// SPDX-License-Identifier: Apache-2.0
// Statuses and their titles.
#include "isnad/desk/problem.h"

#include "isnad/export/json_writer.h"

namespace isnad {
namespace {

const char* title_of(int status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Too large";
    case 415:
      return "Unsupported media type";
    case 421:
      return "Misdirected request";
    case 429:
      return "Too many requests";
    case 503:
      return "Not available";
    default:
      return "Internal error";
  }
}

}  // namespace

HttpResponse problem(int status, const std::string& detail, const std::string& where) {
  HttpResponse response;
  response.status = status;
  response.type = "application/problem+json";
  JsonWriter json(response.body);
  json.begin_object();
  json.key("type");
  json.string("about:blank");
  json.key("title");
  json.string(title_of(status));
  json.key("status");
  json.integer(status);
  json.key("detail");
  json.string(detail);
  if (!where.empty()) {
    json.key("where");
    json.string(where);
  }
  json.end_object();
  return response;
}

HttpResponse problem(const Error& error) {
  switch (error.code) {
    case ErrorCode::kBadValue:
    case ErrorCode::kBadJson:
    case ErrorCode::kBadEncoding:
    case ErrorCode::kBinary:
    case ErrorCode::kEmpty:
      return problem(400, error.what, error.where);
    case ErrorCode::kTooLarge:
      return problem(413, error.what, error.where);
    default:
      return problem(500, error.what);  // `where` would name files of this machine
  }
}

}  // namespace isnad
