// SPDX-License-Identifier: Apache-2.0
// The least recently used goes first; all go when the file has changed.
#include "isnad/desk/answer_cache.h"

namespace isnad {
namespace {

size_t size_of(const AnswerCache::Answer& answer) {
  return 200 + (answer.whole ? answer.whole->size() : 0) +
         (answer.packed ? answer.packed->size() : 0);
}

}  // namespace

std::optional<AnswerCache::Answer> AnswerCache::find(const std::string& question, int64_t state) {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(question);
  if (state != state_ || found == places_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void AnswerCache::keep(const std::string& question, int64_t state, const Answer& answer) {
  const std::lock_guard lock(mutex_);
  if (state < state_ || size_of(answer) > most_bytes_ / 8) return;
  if (state > state_) {
    entries_.clear();
    places_.clear();
    bytes_ = 0;
    state_ = state;
  }
  if (places_.contains(question)) return;
  entries_.push_front({question, answer});
  places_[question] = entries_.begin();
  bytes_ += size_of(answer) + 2 * question.size();
  while (bytes_ > most_bytes_) drop_oldest();
}

void AnswerCache::drop_oldest() {
  const Entry& oldest = entries_.back();
  bytes_ -= size_of(oldest.answer) + 2 * oldest.question.size();
  places_.erase(oldest.question);
  entries_.pop_back();
}

}  // namespace isnad
