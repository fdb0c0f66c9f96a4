// SPDX-License-Identifier: Apache-2.0
// Each function takes the lock, asks the store, and throws what went wrong.
#include "database.h"

#include "engine_error.h"
#include "isnad/export/incident_json.h"
#include "isnad/export/incident_table.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

template <class Value>
Value value_of(Result<Value> result) {
  if (!result) throw EngineError(result.error());
  return std::move(*result);
}

}  // namespace

std::unique_ptr<PythonDatabase> PythonDatabase::open(const std::string& path, bool writable) {
  return std::unique_ptr<PythonDatabase>(new PythonDatabase(
      value_of(Store::open(path, writable ? OpenMode::kCreate : OpenMode::kRead))));
}

Store& PythonDatabase::open_store() {
  if (!store_)
    throw EngineError(Error{ErrorCode::kBadValue, "the database is closed; open it again", {}});
  return *store_;
}

bool PythonDatabase::add(const std::string& line, const std::string& parent,
                         const std::string& now) {
  const std::lock_guard lock(mutex_);
  Store& store = open_store();
  const auto record = value_of(read_coded_record(line));
  CapturedReport captured;
  captured.raw = line;
  captured.capture.media_type = "application/json";
  captured.capture.parent = parent;
  captured.report.id = record.report.id;
  captured.report.sha256 = sha256_hex(line);
  if (!record.report.url.empty()) captured.report.url = record.report.url;
  const auto plan = value_of(store.plan(captured));
  if (plan.kind == Plan::Kind::kKnown) return false;
  if (plan.name != record.report.id) {
    store.forget(plan, captured);
    throw EngineError(Error{ErrorCode::kBadValue,
                            "another report bears this id; give each report one of its own",
                            record.report.id});
  }
  return value_of(store.add(plan, captured, line, "isnad " ISNAD_VERSION " from Python", now));
}

void PythonDatabase::commit() {
  const std::lock_guard lock(mutex_);
  value_of(open_store().commit());
}

std::vector<std::string> PythonDatabase::find(const IncidentFilter& filter) {
  const std::lock_guard lock(mutex_);
  return value_of(open_store().find(filter));
}

std::string PythonDatabase::incident(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto incident = value_of(open_store().incident(name));
  std::string line;
  if (!incident) return line;
  append_incident_json(*incident, line);
  line.pop_back();  // the newline
  return line;
}

std::string PythonDatabase::comparison(const std::string& name, bool isolates) {
  const std::lock_guard lock(mutex_);
  const auto incident = value_of(open_store().incident(name));
  std::string text;
  if (incident) append_comparison(*incident, {isolates}, text);
  return text;
}

std::vector<int64_t> PythonDatabase::counts() {
  const std::lock_guard lock(mutex_);
  const auto counts = value_of(open_store().counts());
  return {counts.reports, counts.versions, counts.claims, counts.incidents};
}

std::vector<std::string> PythonDatabase::verify() {
  const std::lock_guard lock(mutex_);
  return value_of(open_store().verify());
}

void PythonDatabase::close() {
  const std::lock_guard lock(mutex_);
  store_.reset();
}

}  // namespace isnad
