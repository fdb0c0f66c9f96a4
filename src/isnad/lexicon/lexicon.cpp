// SPDX-License-Identifier: Apache-2.0
// Loading and reading of a compiled lexicon. Every offset and index of the file is checked once
// here, so that looking up (match.cpp) can trust them even if the file was forged.
#include "isnad/lexicon/lexicon.h"

#include <algorithm>

#include "isnad/lexicon/lexicon_data.h"

namespace isnad {
namespace {

bool is_power_of_two(size_t n) { return n != 0 && (n & (n - 1)) == 0; }

bool in_bounds(layout::Ref ref, size_t size) {
  return ref.offset <= size && ref.size <= size - ref.offset;
}

template <class Range, class Test>
bool all(const Range& range, Test test) {
  return std::all_of(range.begin(), range.end(), test);
}

}  // namespace

bool LexiconData::is_sound() const {
  const size_t bytes = strings.size();
  const size_t nodes = accept_begin.empty() ? 0 : accept_begin.size() - 1;
  const auto free_symbol = [](const layout::SymbolSlot& s) {
    return s.symbol == layout::kNoSymbol;
  };
  const auto free_edge = [](const layout::EdgeSlot& e) { return e.symbol == layout::kNoSymbol; };
  return is_power_of_two(symbols.size()) && is_power_of_two(edges.size()) && nodes > 0 &&
         // A free slot ends every probe, so looking up cannot run for ever.
         std::any_of(symbols.begin(), symbols.end(), free_symbol) &&
         std::any_of(edges.begin(), edges.end(), free_edge) &&
         all(symbols, [&](const auto& s) { return in_bounds(s.text, bytes); }) &&
         all(edges,
             [&](const auto& e) {
               return free_edge(e) || (e.node < e.target && e.target < nodes);
             }) &&
         std::is_sorted(accept_begin.begin(), accept_begin.end()) &&
         accept_begin.back() == accepts.size() &&
         all(accepts, [&](const auto& a) { return a.row < rows.size() && a.article_rule <= 2; }) &&
         all(columns, [&](auto ref) { return in_bounds(ref, bytes); }) &&
         all(fields, [&](auto ref) { return in_bounds(ref, bytes); }) &&
         all(tables,
             [&](const auto& t) {
               return in_bounds(t.name, bytes) && t.row_begin <= t.row_end &&
                      t.row_end <= rows.size() && t.column_begin <= columns.size() &&
                      t.column_count <= columns.size() - t.column_begin;
             }) &&
         all(rows, [&](const auto& r) {
           return in_bounds(r.id, bytes) && r.table < tables.size() &&
                  r.field_begin <= fields.size() &&
                  tables[r.table].column_count <= fields.size() - r.field_begin;
         });
}

Result<std::unique_ptr<LexiconData>> LexiconData::read(Container container) {
  auto data = std::make_unique<LexiconData>(std::move(container));
  const auto into = [&]<class T>(std::span<const T>& where, std::string_view name) -> Result<bool> {
    auto section = data->container.section<T>(name);
    if (!section) return tl::unexpected(section.error());
    where = *section;
    return true;
  };
  for (auto good :
       {into(data->symbols, "symbols"), into(data->edges, "edges"),
        into(data->accept_begin, "accept_begin"), into(data->accepts, "accepts"),
        into(data->tables, "tables"), into(data->rows, "rows"), into(data->columns, "columns"),
        into(data->fields, "fields"), into(data->strings, "strings")}) {
    if (!good) return tl::unexpected(good.error());
  }
  if (!data->is_sound()) {
    return failure(ErrorCode::kDamagedFile,
                   "is damaged inside (an offset or index is out of bounds); build it anew",
                   data->container.where());
  }
  return data;
}

Lexicon::Lexicon(std::unique_ptr<LexiconData> data) : data_(std::move(data)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::load(const std::filesystem::path& path) {
  auto container = Container::open(path, layout::kKind, layout::kVersion);
  if (!container) return tl::unexpected(container.error());
  auto data = LexiconData::read(std::move(*container));
  if (!data) return tl::unexpected(data.error());
  return Lexicon(std::move(*data));
}

Result<Lexicon> Lexicon::view(std::span<const std::byte> bytes) {
  auto container = Container::view(bytes, layout::kKind, layout::kVersion, "memory");
  if (!container) return tl::unexpected(container.error());
  auto data = LexiconData::read(std::move(*container));
  if (!data) return tl::unexpected(data.error());
  return Lexicon(std::move(*data));
}

Table Lexicon::table(std::string_view name) const {
  for (const auto& table : data_->tables) {
    if (data_->text(table.name) == name) return {table.row_begin, table.row_end};
  }
  return {};
}

std::vector<std::string_view> Lexicon::table_names() const {
  std::vector<std::string_view> names;
  for (const auto& table : data_->tables) names.push_back(data_->text(table.name));
  return names;
}

std::vector<std::string_view> Lexicon::columns(std::string_view table_name) const {
  std::vector<std::string_view> names;
  for (const auto& table : data_->tables) {
    if (data_->text(table.name) != table_name) continue;
    for (const auto ref : data_->columns.subspan(table.column_begin, table.column_count)) {
      names.push_back(data_->text(ref));
    }
  }
  return names;
}

std::string_view Lexicon::table_name(RowId row) const {
  return data_->text(data_->tables[data_->rows[row].table].name);
}

std::string_view Lexicon::id(RowId row) const { return data_->text(data_->rows[row].id); }

RowId Lexicon::find(std::string_view table_name, std::string_view wanted) const {
  const Table rows = table(table_name);
  // Rows of a table are sorted by id.
  RowId low = rows.begin;
  RowId high = rows.end;
  while (low < high) {
    const RowId middle = low + (high - low) / 2;
    if (id(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low < rows.end && id(low) == wanted ? low : kNoRow;
}

std::string_view Lexicon::field(RowId row, std::string_view column) const {
  const auto& record = data_->rows[row];
  const auto& table_record = data_->tables[record.table];
  for (uint32_t i = 0; i < table_record.column_count; ++i) {
    if (data_->text(data_->columns[table_record.column_begin + i]) == column) {
      return data_->text(data_->fields[record.field_begin + i]);
    }
  }
  return {};
}

std::string Lexicon::content_hash() const { return data_->container.content_hash(); }

}  // namespace isnad
