// SPDX-License-Identifier: Apache-2.0
// The mapped sections behind Lexicon; private to this folder.
#pragma once

#include <memory>

#include "isnad/base/container.h"
#include "isnad/lexicon/layout.h"

namespace isnad {

struct LexiconData {
  explicit LexiconData(Container c) : container(std::move(c)) {}
  // Errors: kDamagedFile.
  [[nodiscard]] static Result<std::unique_ptr<LexiconData>> read(Container container);
  [[nodiscard]] std::string_view text(layout::Ref ref) const {
    return {strings.data() + ref.offset, ref.size};
  }
  // The symbol of a folded form, or kNoSymbol.
  [[nodiscard]] uint32_t symbol(std::string_view form) const;
  // The node after `symbol` from `node`, or 0 (the root is nobody's child).
  [[nodiscard]] uint32_t step(uint32_t node, uint32_t symbol) const;
  [[nodiscard]] bool is_sound() const;

  Container container;
  std::span<const layout::SymbolSlot> symbols;
  std::span<const layout::EdgeSlot> edges;
  std::span<const uint32_t> accept_begin;
  std::span<const layout::AcceptRecord> accepts;
  std::span<const layout::TableRecord> tables;
  std::span<const layout::RowRecord> rows;
  std::span<const layout::Ref> columns;
  std::span<const layout::Ref> fields;
  std::span<const char> strings;
};

}  // namespace isnad
