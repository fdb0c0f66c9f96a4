// SPDX-License-Identifier: Apache-2.0
// `isnad export`: incidents in the shapes other tools read; our own tables as a bundle.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "commands.h"
#include "isnad/export/bundle.h"
#include "isnad/export/export_text.h"
#include "isnad/export/zip_file.h"
#include "isnad/report/sha256.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct ExportOptions {
  std::string database;
  std::string to = "csv";
  std::optional<std::string> out;
  bool excel = false;
  bool mask_names = false;
  FilterOptions filter;
};

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(file.flush());
}

// The bundle's files in a folder.
Result<std::string> write_bundle(Store& store, const std::vector<std::string>& names,
                                 const ExportOptions& options, const std::string& now) {
  const std::filesystem::path folder = *options.out;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto files = bundle_files(store, names, {options.excel, options.mask_names}, now);
  if (!files) return tl::unexpected(files.error());
  for (const auto& [path, text] : *files) {
    if (!write_file(folder / path, text))
      return failure(ErrorCode::kCannotWrite, "cannot be written to; choose another --out",
                     (folder / path).string());
  }
  return sha256_hex(files->back().second);
}

// All that goes to one file or to the standard output.
Result<std::string> text_of(Store& store, const std::vector<std::string>& names,
                            const ExportOptions& options, const std::string& now) {
  if (options.to != "bundle")
    return export_text(store, names, {*export_form(options.to), options.excel, options.mask_names});
  const auto files = bundle_files(store, names, {options.excel, options.mask_names}, now);
  if (!files) return tl::unexpected(files.error());
  return zip_file(*files);
}

// An export leaves a line in the custody log; a database that may only be read leaves none.
void note(const ExportOptions& options, const std::string& hash, size_t count,
          const std::string& now) {
  auto store = Store::open(options.database, OpenMode::kWrite);
  if (!store ||
      !store->note_export(options.to, std::to_string(count) + " incidents, sha256 " + hash, now))
    say("the export could not be noted in the custody log (is the database read-only?)");
}

int run_export(const ExportOptions& options) {
  const auto filter = filter_of(options.filter);
  if (!filter) {
    say(describe(filter.error()));
    return kBadUsage;
  }
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  const auto names = store->find(*filter);
  if (!names) return database_failed(names.error());
  const std::string now = utc_now();
  if (options.to == "csv" && options.out) {
    const auto hash = write_bundle(*store, *names, options, now);
    if (!hash) {
      say(describe(hash.error()));
      return hash.error().code == ErrorCode::kCannotWrite ? kSomeNotRead : kNotUsable;
    }
    note(options, *hash, names->size(), now);
    return kDone;
  }
  const auto text = text_of(*store, *names, options, now);
  if (!text) return database_failed(text.error());
  if (options.out ? !write_file(*options.out, *text)
                  : std::fwrite(text->data(), 1, text->size(), stdout) != text->size() ||
                        std::fflush(stdout) != 0) {
    say(options.out.value_or("standard output") + " cannot be written to; is the disk full?");
    return kSomeNotRead;
  }
  note(options, sha256_hex(*text), names->size(), now);
  return kDone;
}

}  // namespace

Command export_command() {
  const auto options = std::make_shared<ExportOptions>();
  Command command;
  command.name = "export";
  command.summary = "Write incidents in the shapes other tools read";
  command.examples =
      "  isnad export --db desk.isnad --to acled --excel > events.csv\n"
      "  isnad export --db desk.isnad --to csv --out bundle/ --mask-names\n"
      "  isnad export --db desk.isnad --to bundle --out bundle.zip\n"
      "  isnad export --db desk.isnad --to geojson --since 2016-10-01 > incidents.geojson";
  command.arguments = {
      database_argument(options->database),
      {"--to",
       "FORM",
       "csv (default), geojson, plover, cameo, acled, ucdp, hxl, jsonl; bundle: all tables, a ZIP",
       &options->to,
       {"csv", "geojson", "plover", "cameo", "acled", "ucdp", "hxl", "jsonl", "bundle"}},
      {"--out", "PATH",
       "A file; for csv a folder that gets all tables, datapackage.json and manifest.sha256",
       &options->out},
      {"--excel", "", "Begin tables with a byte-order mark, as spreadsheets want it",
       &options->excel},
      {"--mask-names", "", "Leave out names of private people, and sentences that may hold them",
       &options->mask_names},
  };
  for (auto& argument : filter_arguments(options->filter))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_export(*options); };
  return command;
}

}  // namespace isnad
