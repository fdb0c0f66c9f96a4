// SPDX-License-Identifier: Apache-2.0
// Lending and taking back.
#include "isnad/desk/store_pool.h"

namespace isnad {

StorePool::Loan::~Loan() {
  if (store_ == nullptr) return;
  pool_.give_back(spoilt_ ? nullptr : std::move(store_), state_);
}

Result<StorePool::Loan> StorePool::lend() {
  Kept kept;
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < most_; });
    ++lent_;
    if (!kept_.empty()) {
      kept = std::move(kept_.back());
      kept_.pop_back();
    }
  }
  if (kept.store) {
    const auto state = kept.store->last_custody_line();
    if (state && *state == kept.state) {
      kept.store->use_columns(keeper_.columns(*state));
      return Loan(*this, std::move(kept.store), kept.state);
    }
  }
  auto opened = Store::open(path_, OpenMode::kRead);
  if (!opened) {
    give_back(nullptr, 0);
    return tl::unexpected(opened.error());
  }
  auto store = std::make_unique<Store>(std::move(*opened));
  const auto state = store->last_custody_line();
  if (!state) {
    give_back(nullptr, 0);
    return tl::unexpected(state.error());
  }
  store->use_columns(keeper_.columns(*state));
  return Loan(*this, std::move(store), *state);
}

void StorePool::give_back(std::unique_ptr<Store> store, int64_t state) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (store) kept_.push_back({std::move(store), state});
  }
  returned_.notify_one();
}

}  // namespace isnad
