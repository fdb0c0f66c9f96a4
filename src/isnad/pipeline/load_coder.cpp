// SPDX-License-Identifier: Apache-2.0
// A lexicon compiled from the user's own tables passes through a temporary file, since the engine
// maps what it reads.
#include "isnad/pipeline/load_coder.h"

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

CoderPaths paths_of(const CoderData& data) {
  CoderPaths paths;
  paths.lexicon = data.folder / "lexicon.bin";
  paths.gazetteer = data.folder / "gazetteer.bin";
  paths.analyser = data.folder / "analyser.model";
  paths.names = data.folder / "names.model";
  if (!data.unrated) paths.confidence = data.folder / "confidence.model";
  paths.keep_features = data.unrated;
  paths.explain = data.explain;
  return paths;
}

}  // namespace

std::filesystem::path lexicon_text_folder(const std::filesystem::path& folder) {
  return folder / "languages" / "ar";
}

Result<Coder> load_coder_with_lexicon(const CoderData& data, const std::string& lexicon_bytes) {
  const TemporaryFile compiled(lexicon_bytes);
  if (!compiled.written()) {
    return failure(ErrorCode::kCannotWrite, "cannot keep a compiled lexicon there; free some space",
                   compiled.path());
  }
  CoderPaths paths = paths_of(data);
  paths.lexicon = compiled.path();
  return Coder::load(paths);
}

Result<Coder> load_coder(const CoderData& data) {
  if (data.lexicons.empty()) return Coder::load(paths_of(data));
  std::vector<std::filesystem::path> folders = {lexicon_text_folder(data.folder)};
  folders.insert(folders.end(), data.lexicons.begin(), data.lexicons.end());
  const auto bytes = build_lexicon(folders);
  if (!bytes) return tl::unexpected(bytes.error());
  return load_coder_with_lexicon(data, *bytes);
}

}  // namespace isnad
