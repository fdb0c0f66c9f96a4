// SPDX-License-Identifier: Apache-2.0
// Finds the compiled knowledge beside the program and loads the engine from it.
#include "data_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <system_error>

#include "isnad/lexicon/compile.h"

namespace isnad {
namespace {

// A file with a name of its own below the system's folder for such files; removed at the end of its
// life. The engine maps it while loading, so that it may be removed right after.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::error_code ignored;
    path_ = (std::filesystem::temp_directory_path(ignored) / "isnad-XXXXXX").string();
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0) return;
    close(descriptor);
    std::ofstream file(path_, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written_ = file.flush().good();
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] bool written() const { return written_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool written_ = false;
};

CoderPaths paths_of(const DataOptions& options) {
  const auto folder = data_folder(options);
  CoderPaths paths;
  paths.lexicon = folder / "lexicon.bin";
  paths.gazetteer = folder / "gazetteer.bin";
  paths.analyser = folder / "analyser.model";
  paths.explain = options.explain;
  return paths;
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
  return data_folder(options) / "languages" / "ar";
}

Result<Coder> load_coder_with_lexicon(const DataOptions& options,
                                      const std::string& lexicon_bytes) {
  const TemporaryFile compiled(lexicon_bytes);
  if (!compiled.written()) {
    return failure(ErrorCode::kCannotWrite, "cannot keep a compiled lexicon there; free some space",
                   compiled.path());
  }
  CoderPaths paths = paths_of(options);
  paths.lexicon = compiled.path();
  return Coder::load(paths);
}

Result<Coder> load_coder(const DataOptions& options) {
  if (options.lexicons.empty()) return Coder::load(paths_of(options));
  std::vector<std::filesystem::path> folders = {lexicon_text_folder(options)};
  folders.insert(folders.end(), options.lexicons.begin(), options.lexicons.end());
  const auto bytes = build_lexicon(folders);
  if (!bytes) return tl::unexpected(bytes.error());
  return load_coder_with_lexicon(options, *bytes);
}

}  // namespace isnad
