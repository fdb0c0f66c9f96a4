// SPDX-License-Identifier: Apache-2.0
// `isnad scenarios`: reports with the claims expected of them, checked (scenarios/README.md).
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "expectation.h"
#include "isnad/export/contract_json.h"
#include "isnad/export/json_writer.h"
#include "isnad/report/json_lines_reader.h"
#include "scenario.h"
#include "talk.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

struct ScenarioOptions {
  std::vector<std::string> paths;
  std::optional<std::string> records;
  DataOptions data;
};

struct Counts {
  size_t hold = 0, fail = 0;                // scenarios that must hold
  size_t wanted = 0, wanted_that_hold = 0;  // those in a folder named wanted
  size_t faults = 0;                        // of form, or files that cannot be read
};

// Files in folders, sorted; a folder's README is no scenario.
std::vector<fs::path> scenario_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const fs::path path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const size_t before = files.size();
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
      const bool text =
          entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt";
      if (text) files.push_back(entry.path());
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
  }
  return files;
}

bool is_wanted(const fs::path& file) {
  return std::any_of(file.begin(), file.end(),
                     [](const fs::path& part) { return part == "wanted"; });
}

// The scenario's report as a JSON Lines record, so that it comes in the way users' reports do.
std::string record_of(const Scenario& scenario, const std::string& id) {
  std::string record;
  {
    JsonWriter json(record);
    json.begin_object();
    json.key("id");
    json.string(id);
    json.key("text");
    json.string(scenario.text);
    for (const ScenarioField& field : scenario.header) {
      json.key(field.key);
      json.string(field.value);
    }
    json.end_object();
  }
  return record;
}

class Runner {
 public:
  Runner(const Coder& coder, std::ofstream* records) : coder_(coder), records_(records) {}

  void file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    if (!stream) return fault(path, 0, "cannot be read");
    const ScenarioFile file = parse_scenarios(text);
    for (const ScenarioFault& one : file.faults) fault(path, one.line, one.what);
    if (!file.faults.empty()) return;
    for (size_t i = 0; i < file.scenarios.size(); ++i) {
      scenario(path, file.scenarios[i], path.stem().string() + "-" + std::to_string(i + 1));
    }
  }
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  void fault(const fs::path& path, size_t line, const std::string& what) {
    ++counts_.faults;
    std::printf("%s:%zu: %s\n", path.c_str(), line, what.c_str());
  }

  void scenario(const fs::path& path, const Scenario& scenario, const std::string& id) {
    const std::string record = record_of(scenario, id);
    auto report = JsonLinesReader::over(record, path.string(), {}).next();
    if (!report || !*report) {
      return fault(path, scenario.line, report ? report->error().what : "the scenario has no text");
    }
    std::string line;
    append_contract_json(coder_.code(std::move(**report)), {.with_text = true, .explain = false},
                         line);
    if (records_ != nullptr) *records_ << line;
    judge(path, scenario, check_scenario(scenario, line));
  }

  void judge(const fs::path& path, const Scenario& scenario,
             const std::vector<Mismatch>& mismatches) {
    if (is_wanted(path)) {
      ++counts_.wanted;
      if (!mismatches.empty()) return;
      ++counts_.wanted_that_hold;
      std::printf("%s:%zu: \"%s\" holds now: move it to its topic\n", path.c_str(), scenario.line,
                  scenario.name.c_str());
    } else if (mismatches.empty()) {
      ++counts_.hold;
    } else {
      ++counts_.fail;
      std::printf("%s:%zu: \"%s\" fails\n  %s\n", path.c_str(), scenario.line,
                  scenario.name.c_str(), scenario.text.substr(0, scenario.text.find('\n')).c_str());
      for (const Mismatch& one : mismatches) {
        std::printf("%s:%zu:   %s\n", path.c_str(), one.line, one.what.c_str());
      }
    }
  }

  const Coder& coder_;
  std::ofstream* records_;
  Counts counts_;
};

int run_scenarios(const ScenarioOptions& options) {
  const auto coder = load_coder(options.data);
  if (!coder) {
    say(describe(coder.error()));
    return kNotUsable;
  }
  std::ofstream records;
  if (options.records) records.open(*options.records, std::ios::binary);
  Runner runner(*coder, options.records ? &records : nullptr);
  for (const fs::path& path : scenario_files(options.paths)) runner.file(path);
  if (options.records && !records.flush()) {
    say(*options.records + ": cannot be written");
    return kSomeNotRead;
  }
  const Counts& counts = runner.counts();
  std::printf("%zu of %zu scenarios hold", counts.hold, counts.hold + counts.fail);
  if (counts.wanted > 0)
    std::printf("; of %zu wanted ones %zu", counts.wanted, counts.wanted_that_hold);
  if (counts.faults > 0) std::printf("; %zu faults in files", counts.faults);
  std::printf("\n");
  return counts.fail + counts.faults > 0 || counts.hold + counts.wanted == 0 ? kSomeNotRead : kDone;
}

}  // namespace

Command scenarios_command() {
  const auto options = std::make_shared<ScenarioOptions>();
  Command command;
  command.name = "scenarios";
  command.summary = "Check reports against the claims expected of them";
  command.examples =
      "  isnad scenarios scenarios/\n"
      "  isnad scenarios mine.txt --lexicon my-tables/";
  command.arguments = {
      {"FILE", "FILE|DIR", "Scenario files, or folders of them", &options->paths, {}, true},
      {"--records", "FILE", "Also write what was coded there, as JSON Lines", &options->records},
  };
  for (auto& argument : data_arguments(options->data))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_scenarios(*options); };
  return command;
}

}  // namespace isnad
