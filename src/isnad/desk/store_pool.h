// SPDX-License-Identifier: Apache-2.0
// Stores to read from, lent to one thread at a time. A store remembers reports it has read, so it
// is opened anew when the file has changed since.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "isnad/desk/column_keeper.h"
#include "isnad/store/store.h"

namespace isnad {

class StorePool {
 public:
  // At most `most` threads read at a time; others wait.
  StorePool(std::filesystem::path path, size_t most)
      : path_(std::move(path)), most_(most), keeper_(path_) {}

  // A store of the file's present state, given back when the loan ends.
  class Loan {
   public:
    Loan(StorePool& pool, std::unique_ptr<Store> store, int64_t state)
        : pool_(pool), store_(std::move(store)), state_(state) {}
    Loan(Loan&& other) noexcept
        : pool_(other.pool_), store_(std::move(other.store_)), state_(other.state_) {}
    Loan& operator=(Loan&&) = delete;
    ~Loan();
    Store& operator*() const { return *store_; }
    Store* operator->() const { return store_.get(); }
    // Grows with every change to the file.
    [[nodiscard]] int64_t state() const { return state_; }
    // The store met a fault and is not lent again.
    void spoil() { spoilt_ = true; }

   private:
    StorePool& pool_;
    std::unique_ptr<Store> store_;
    int64_t state_;
    bool spoilt_ = false;
  };
  [[nodiscard]] Result<Loan> lend();

 private:
  struct Kept {
    std::unique_ptr<Store> store;
    int64_t state = 0;
  };
  void give_back(std::unique_ptr<Store> store, int64_t state);

  std::filesystem::path path_;
  size_t most_;
  size_t lent_ = 0;
  ColumnKeeper keeper_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Kept> kept_;
};

}  // namespace isnad
