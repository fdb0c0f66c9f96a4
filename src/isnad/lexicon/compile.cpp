// SPDX-License-Identifier: Apache-2.0
// Builds the automaton (a trie over symbols, flattened into hash tables) and lays everything into a
// container.
#include "isnad/lexicon/compile.h"

#include <xxhash.h>

#include <algorithm>
#include <map>

#include "isnad/base/container.h"
#include "isnad/lexicon/layout.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/lexicon/patterns.h"

namespace isnad {
namespace {

using layout::AcceptRecord;
using layout::EdgeSlot;
using layout::Ref;
using layout::RowRecord;
using layout::SymbolSlot;
using layout::TableRecord;

constexpr std::string_view kArticleLetters = "ال";  // al-, the

// Strings stored once each, in order of first use.
class StringSection {
 public:
  Ref add(std::string_view text) {
    const auto [it, fresh] = known_.try_emplace(std::string(text), Ref{});
    if (fresh) {
      it->second = {static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(text.size())};
      bytes_ += text;
    }
    return it->second;
  }
  [[nodiscard]] std::span<const char> bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::map<std::string, Ref> known_;
};

class TrieBuilder {
 public:
  TrieBuilder() : children_(1), accepts_(1) {}

  void add(const std::vector<std::string>& tokens, AcceptRecord accept) {
    uint32_t node = 0;
    for (const auto& token : tokens) node = child(node, symbol(token));
    auto& here = accepts_[node];
    const auto same = std::find_if(here.begin(), here.end(), [&](const AcceptRecord& a) {
      return a.row == accept.row && a.article_mask == accept.article_mask &&
             a.article_rule == accept.article_rule;
    });
    if (same != here.end()) {
      same->inflection = static_cast<uint16_t>(same->inflection | accept.inflection);
      same->ends_in_haa = static_cast<uint16_t>(same->ends_in_haa & accept.ends_in_haa);
    } else
      here.push_back(accept);
  }

  void write(StringSection& strings, ContainerWriter& out) const;

 private:
  uint32_t symbol(const std::string& text) {
    return symbols_.try_emplace(text, static_cast<uint32_t>(symbols_.size()) + 1).first->second;
  }
  uint32_t child(uint32_t node, uint32_t symbol) {
    const auto [it, fresh] =
        children_[node].try_emplace(symbol, static_cast<uint32_t>(children_.size()));
    const uint32_t target = it->second;
    if (fresh) {
      children_.emplace_back();
      accepts_.emplace_back();
    }
    return target;
  }

  std::map<std::string, uint32_t> symbols_;
  std::vector<std::map<uint32_t, uint32_t>> children_;
  std::vector<std::vector<AcceptRecord>> accepts_;
};

size_t slots_for(size_t entries) {
  size_t slots = 16;
  while (slots < entries * 2) slots *= 2;
  return slots;
}

void TrieBuilder::write(StringSection& strings, ContainerWriter& out) const {
  std::vector<SymbolSlot> symbol_slots(slots_for(symbols_.size()));
  for (const auto& [text, symbol] : symbols_) {
    size_t at = XXH3_64bits(text.data(), text.size()) & (symbol_slots.size() - 1);
    while (symbol_slots[at].symbol != layout::kNoSymbol) at = (at + 1) & (symbol_slots.size() - 1);
    symbol_slots[at] = {strings.add(text), symbol};
  }
  size_t edge_count = 0;
  for (const auto& children : children_) edge_count += children.size();
  std::vector<EdgeSlot> edge_slots(slots_for(edge_count));
  for (uint32_t node = 0; node < children_.size(); ++node) {
    for (const auto& [symbol, target] : children_[node]) {
      size_t at = layout::edge_hash(node, symbol) & (edge_slots.size() - 1);
      while (edge_slots[at].symbol != layout::kNoSymbol) at = (at + 1) & (edge_slots.size() - 1);
      edge_slots[at] = {node, symbol, target};
    }
  }
  std::vector<uint32_t> accept_begin;
  std::vector<AcceptRecord> accepts;
  for (const auto& here : accepts_) {
    accept_begin.push_back(static_cast<uint32_t>(accepts.size()));
    accepts.insert(accepts.end(), here.begin(), here.end());
  }
  accept_begin.push_back(static_cast<uint32_t>(accepts.size()));
  out.add<SymbolSlot>("symbols", symbol_slots);
  out.add<EdgeSlot>("edges", edge_slots);
  out.add<uint32_t>("accept_begin", accept_begin);
  out.add<AcceptRecord>("accepts", accepts);
}

bool is_letter_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 ||
         std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// ال as the article, and enough of a word after it: الله (God) and التي (which) keep theirs, and so
// does ألمانيا (Germany), whose row spells it with a hamza.
bool has_article(std::string_view token, const std::vector<std::string>& own_alef) {
  if (!token.starts_with(kArticleLetters) || token.size() < kArticleLetters.size() + 6)
    return false;
  return std::none_of(own_alef.begin(), own_alef.end(),
                      [&](const std::string& word) { return token.starts_with(word); });
}

void add_patterns(const SourceTable& table, const SourceRow& row, RowId id, TrieBuilder& trie,
                  std::vector<LexiconFault>& faults) {
  const auto patterns = patterns_of(table, row, faults);
  for (const auto& form : patterns.forms) {
    auto tokens = pattern_tokens(form.text);
    if (tokens.empty() || tokens.size() > layout::kMaxPatternTokens) {
      faults.push_back({row.where, "a pattern must have 1 to 16 words: «" + form.text + "»"});
      continue;
    }
    AcceptRecord accept{id, form.inflection, 0, static_cast<uint16_t>(patterns.article),
                        static_cast<uint16_t>(form.ends_in_haa ? 1 : 0)};
    // A verb carries no article: iltaqā (he met) keeps its first letters.
    const bool begins_with_verb = (form.inflection & kVerb) != 0 && (form.inflection & kNoun) == 0;
    for (size_t i = begins_with_verb ? 1 : 0; i < tokens.size(); ++i) {
      if (!has_article(tokens[i], patterns.own_alef)) continue;
      accept.article_mask = static_cast<uint16_t>(accept.article_mask | (1U << i));
      tokens[i].erase(0, kArticleLetters.size());
    }
    trie.add(tokens, accept);
  }
}

}  // namespace

std::vector<std::string> pattern_tokens(std::string_view folded) {
  std::vector<std::string> tokens;
  std::string current;
  const auto flush = [&] {
    if (!current.empty()) tokens.push_back(std::move(current));
    current.clear();
  };
  for (const char c : folded) {
    if (c == ' ')
      flush();
    else if (is_letter_byte(c))
      current += c;
    else {
      flush();
      tokens.emplace_back(1, c);
    }
  }
  flush();
  return tokens;
}

CompiledLexicon compile_lexicon(const LexiconSource& source, std::string provenance) {
  CompiledLexicon out{{}, source.faults};
  StringSection strings;
  TrieBuilder trie;
  std::vector<TableRecord> tables;
  std::vector<RowRecord> rows;
  std::vector<Ref> columns;
  std::vector<Ref> fields;
  for (const auto& table : source.tables) {
    TableRecord record{strings.add(table.name), static_cast<uint32_t>(rows.size()), 0,
                       static_cast<uint32_t>(columns.size()),
                       static_cast<uint32_t>(table.columns.size())};
    for (const auto& column : table.columns) columns.push_back(strings.add(column));
    for (const auto& row : table.rows) {
      add_patterns(table, row, static_cast<RowId>(rows.size()), trie, out.faults);
      rows.push_back({strings.add(row.id), static_cast<uint32_t>(tables.size()),
                      static_cast<uint32_t>(fields.size())});
      for (const auto& field : row.fields) fields.push_back(strings.add(field));
    }
    record.row_end = static_cast<uint32_t>(rows.size());
    tables.push_back(record);
  }
  ContainerWriter writer(layout::kKind, layout::kVersion, std::move(provenance));
  trie.write(strings, writer);
  writer.add<TableRecord>("tables", tables);
  writer.add<RowRecord>("rows", rows);
  writer.add<Ref>("columns", columns);
  writer.add<Ref>("fields", fields);
  writer.add<char>("strings", strings.bytes());
  out.bytes = writer.finish();
  return out;
}

Result<std::string> build_lexicon(std::span<const std::filesystem::path> folders) {
  auto compiled = compile_lexicon(read_lexicon_source(folders), "isnad lexicon build");
  if (compiled.faults.empty()) return std::move(compiled.bytes);
  std::string list = std::to_string(compiled.faults.size()) + " fault(s); mend these lines:";
  for (const auto& fault : compiled.faults) list += "\n  " + fault.where + ": " + fault.what;
  return failure(ErrorCode::kBadLexicon, std::move(list));
}

}  // namespace isnad
