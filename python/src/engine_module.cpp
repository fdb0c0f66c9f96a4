// SPDX-License-Identifier: Apache-2.0
// The engine as a Python extension, isnad._engine: loading, coding, the Arrow hand-over. All that a
// user sees stands in the Python files beside; this module only crosses the border. Coding runs
// without the interpreter's lock, so threads of Python code in parallel.
#include <nanobind/nanobind.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "coded_table.h"
#include "database.h"
#include "engine_error.h"
#include "isnad/export/contract_json.h"
#include "isnad/pipeline/load_coder.h"
#include "isnad/report/json_lines_reader.h"
#include "linking.h"

namespace nb = nanobind;

namespace {

std::string string_of(const nb::bytes& bytes) { return {bytes.c_str(), bytes.size()}; }

std::vector<std::string> strings_of(const std::vector<nb::bytes>& all) {
  std::vector<std::string> strings;
  for (const nb::bytes& one : all) strings.push_back(string_of(one));
  return strings;
}

}  // namespace

namespace isnad {
namespace {

// One report coded: the engine's values, kept for tables, and the contract's line.
struct Coded {
  CodedReport report;
  std::string json;
};

std::shared_ptr<Coder> load(const std::string& folder, const std::vector<std::string>& lexicons,
                            bool explain) {
  const nb::gil_scoped_release unlocked;
  CoderData data;
  data.folder = folder;
  data.lexicons.assign(lexicons.begin(), lexicons.end());
  data.explain = explain;
  auto coder = load_coder(data);
  if (!coder) throw EngineError(coder.error());
  return std::make_shared<Coder>(std::move(*coder));
}

std::shared_ptr<Coded> code(const Coder& coder, nb::bytes record, const std::string& name,
                            bool with_text, bool explain) {
  const std::string_view bytes(record.c_str(), record.size());  // `record` is held by the caller
  const nb::gil_scoped_release unlocked;
  ReportDefaults defaults;
  auto reader = JsonLinesReader::over(bytes, name, std::move(defaults));
  auto report = reader.next();
  if (!report) throw EngineError(Error{ErrorCode::kEmpty, "holds no report; give it a text", name});
  if (!*report) {
    Error error = report->error();
    error.where = name;  // a single record: the line number says nothing
    throw EngineError(error);
  }
  auto coded = std::make_shared<Coded>();
  coded->report = coder.code(std::move(**report));
  append_contract_json(coded->report, {with_text, explain}, coded->json);
  coded->json.pop_back();  // the newline
  return coded;
}

// A struct of the Arrow C data interface in the capsule that its Python protocol asks for; what
// nobody took over is released with the capsule.
template <class Handed>
nb::object capsule_of(Handed handed, const char* name) {
  auto owned = std::make_unique<Handed>(handed);
  PyObject* capsule = PyCapsule_New(owned.get(), name, [](PyObject* object) {
    auto* held = static_cast<Handed*>(PyCapsule_GetPointer(object, PyCapsule_GetName(object)));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  if (capsule == nullptr) throw nb::python_error();
  static_cast<void>(owned.release());
  return nb::steal(capsule);
}

// Rows gathered in Python's order, handed over once.
class TableBuilder {
 public:
  void add(const Coded& coded) { table_.add(coded.report, coded.json); }
  void add_error(const std::string& id, const std::string& what) {
    table_.add_error(id, Error{ErrorCode::kCannotRead, what, {}});
  }
  [[nodiscard]] size_t size() const { return table_.size(); }
  nb::tuple arrow(const nb::object& /*requested_schema*/) {
    if (table_.overflown()) {
      throw EngineError(Error{ErrorCode::kTooLarge,
                              "over 2 GiB of text in one column; put fewer reports in a table",
                              {}});
    }
    auto schema = capsule_of(table_.schema(), "arrow_schema");
    auto array = capsule_of(table_.release(), "arrow_array");
    table_ = CodedTable();
    return nb::make_tuple(schema, array);
  }

 private:
  CodedTable table_;
};

}  // namespace

NB_MODULE(_engine, module) {
  module.doc() = "The engine below the package isnad; use the package.";
  nb::exception<EngineError>(module, "Error", PyExc_ValueError);

  nb::class_<Coded>(module, "Coded")
      .def_ro("json", &Coded::json)
      .def("json_with_text",
           [](const Coded& coded) {
             std::string line;
             append_contract_json(coded.report, {true, true}, line);
             line.pop_back();  // the newline
             return line;
           })
      .def_prop_ro("claim_count", [](const Coded& coded) { return coded.report.claims.size(); });

  nb::class_<Coder>(module, "Engine")
      .def_static("load", &load, nb::arg("folder"), nb::arg("lexicons"), nb::arg("explain"))
      .def("code", &code, nb::arg("record"), nb::arg("name"), nb::arg("with_text"),
           nb::arg("explain"))
      .def("versions", &Coder::versions);

  using Unlocked = nb::call_guard<nb::gil_scoped_release>;
  nb::class_<PythonDatabase>(module, "Database")
      .def_static(
          "open",
          [](const std::string& path, bool writable) {
            return PythonDatabase::open(path, writable).release();
          },
          nb::arg("path"), nb::arg("writable"), nb::rv_policy::take_ownership, Unlocked())
      .def("add", &PythonDatabase::add, nb::arg("line"), nb::arg("parent"), nb::arg("now"),
           Unlocked())
      .def("commit", &PythonDatabase::commit, Unlocked())
      .def(
          "find",
          [](PythonDatabase& database, const std::vector<std::string>& words, int reports,
             int limit) {
            IncidentFilter filter;
            size_t at = 0;
            for (std::string* field : {&filter.from, &filter.to, &filter.place, &filter.actor,
                                       &filter.type, &filter.grade, &filter.text, &filter.report})
              *field = at < words.size() ? words[at++] : std::string();
            filter.least_reports = static_cast<size_t>(std::max(1, reports));
            filter.limit = static_cast<size_t>(std::max(0, limit));
            return database.find(filter);
          },
          nb::arg("words"), nb::arg("reports"), nb::arg("limit"), Unlocked())
      .def("incident", &PythonDatabase::incident, nb::arg("name"), Unlocked())
      .def("comparison", &PythonDatabase::comparison, nb::arg("name"), nb::arg("isolates"),
           Unlocked())
      .def("counts", &PythonDatabase::counts, Unlocked())
      .def("verify", &PythonDatabase::verify, Unlocked())
      .def("close", &PythonDatabase::close, Unlocked());

  module.def(
      "tell",
      [](const std::string& line) {
        const ToldReport told = tell_report(line);
        nb::list tellings;
        for (const auto& [claim, bytes] : told.tellings)
          tellings.append(nb::make_tuple(claim, nb::bytes(bytes.data(), bytes.size())));
        return nb::make_tuple(told.keys, tellings);
      },
      nb::arg("line"));
  module.def(
      "link",
      [](const std::vector<nb::bytes>& one, const std::vector<nb::bytes>& other) {
        return link_told(strings_of(one), strings_of(other));
      },
      nb::arg("one"), nb::arg("other"));
  module.def(
      "group",
      [](const std::vector<std::pair<int64_t, nb::bytes>>& tellings,
         const std::vector<std::tuple<size_t, size_t, int>>& links) {
        std::vector<std::pair<int64_t, std::string>> all;
        for (const auto& [report, bytes] : tellings) all.emplace_back(report, string_of(bytes));
        return group_told(all, links);
      },
      nb::arg("tellings"), nb::arg("links"));
  module.def(
      "incident",
      [](const std::vector<std::pair<std::string, nb::bytes>>& members) {
        std::vector<std::pair<std::string, std::string>> all;
        for (const auto& [line, bytes] : members) all.emplace_back(line, string_of(bytes));
        return incident_of_told(all);
      },
      nb::arg("members"));

  nb::class_<TableBuilder>(module, "TableBuilder")
      .def(nb::init<>())
      .def("add", &TableBuilder::add, nb::arg("coded"))
      .def("add_error", &TableBuilder::add_error, nb::arg("id"), nb::arg("what"))
      .def("__len__", &TableBuilder::size)
      .def("__arrow_c_array__", &TableBuilder::arrow,
           nb::arg("requested_schema").none() = nb::none());
}

}  // namespace isnad
