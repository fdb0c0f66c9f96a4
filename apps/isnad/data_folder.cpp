// SPDX-License-Identifier: Apache-2.0
// Finds the compiled knowledge beside the program and loads the engine from it.
#include "data_folder.h"

#include <system_error>

#include "isnad/pipeline/load_coder.h"

namespace isnad {
namespace {

CoderData coder_data(const DataOptions& options) {
  CoderData data;
  data.folder = data_folder(options);
  data.lexicons.assign(options.lexicons.begin(), options.lexicons.end());
  data.explain = options.explain;
  data.unrated = options.unrated;
  return data;
}

}  // namespace

std::vector<Argument> data_arguments(DataOptions& options) {
  return {
      {"--lexicon", "DIR",
       "Tables of your own: rows replace built-in rows of the same id, or are added",
       &options.lexicons},
      {"--data", "DIR",
       "Folder of the compiled knowledge (default: ../share/isnad beside the program)",
       &options.data},
  };
}

std::filesystem::path data_folder(const DataOptions& options) {
  if (options.data) return *options.data;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / ".." / "share" / "isnad").lexically_normal();
}

std::filesystem::path lexicon_text_folder(const DataOptions& options) {
  return lexicon_text_folder(data_folder(options));
}

Result<Coder> load_coder_with_lexicon(const DataOptions& options,
                                      const std::string& lexicon_bytes) {
  return load_coder_with_lexicon(coder_data(options), lexicon_bytes);
}

Result<Coder> load_coder(const DataOptions& options) { return load_coder(coder_data(options)); }

}  // namespace isnad
