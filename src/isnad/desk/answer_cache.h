// SPDX-License-Identifier: Apache-2.0
// Answers that hold until the file changes: of the same question, the work is done once.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace isnad {

class AnswerCache {
 public:
  explicit AnswerCache(size_t most_bytes) : most_bytes_(most_bytes) {}

  struct Answer {
    std::shared_ptr<const std::string> whole, packed;  // packed: gzip, where it pays
  };
  // The answer to a question about the file in this state.
  [[nodiscard]] std::optional<Answer> find(const std::string& question, int64_t state);
  void keep(const std::string& question, int64_t state, const Answer& answer);

 private:
  struct Entry {
    std::string question;
    Answer answer;
  };
  void drop_oldest();

  size_t most_bytes_;
  std::mutex mutex_;
  int64_t state_ = -1;  // of all that is kept
  size_t bytes_ = 0;
  std::list<Entry> entries_;  // the latest used first
  std::map<std::string, std::list<Entry>::iterator> places_;
};

}  // namespace isnad
