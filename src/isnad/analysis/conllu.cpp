// SPDX-License-Identifier: Apache-2.0
// See conllu.h.
#include "isnad/analysis/conllu.h"

namespace isnad {
namespace {

class ConlluWriter {
 public:
  ConlluWriter(const Analysis& analysis, const Text& text, std::string_view report_text,
               std::string& out)
      : analysis_(analysis), text_(text), report_text_(report_text), out_(out) {}

  void write_sentence(size_t s) {
    const WordSpan words = analysis_.sentences[s];
    if (words.empty()) return;
    first_ = words.begin;
    const ByteSpan given = text_.sentences[s].given;
    out_ += "# text = ";
    for (const char c : report_text_.substr(given.begin, given.size()))
      out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    out_ += '\n';
    for (uint32_t w = words.begin; w < words.end; ++w) {
      const uint32_t token = analysis_.token[w];
      const uint32_t begin = analysis_.first_word[token], end = analysis_.first_word[token + 1];
      const bool alone = end - begin == 1;
      if (w == begin && !alone) write_range(token, begin, end);
      write_word(w, token, alone);
    }
    out_ += '\n';
  }

 private:
  std::string_view surface(uint32_t token) const {
    const ByteSpan given = text_.tokens[token].given;
    return report_text_.substr(given.begin, given.size());
  }
  bool glued(uint32_t token) const {
    return token + 1 < text_.tokens.size() && !text_.tokens[token + 1].space_before;
  }
  void number(uint32_t w) { out_ += std::to_string(w - first_ + 1); }

  void write_range(uint32_t token, uint32_t begin, uint32_t end) {
    number(begin);
    out_ += '-';
    number(end - 1);
    out_ += '\t';
    out_ += surface(token);
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    out_ += glued(token) ? "SpaceAfter=No\n" : "_\n";
  }

  void write_word(uint32_t w, uint32_t token, bool alone) {
    number(w);
    out_ += '\t';
    out_ += alone ? surface(token) : analysis_.form_of(w);
    out_ += '\t';
    out_ += analysis_.lemma_of(w).empty() ? "_" : analysis_.lemma_of(w);
    out_ += '\t';
    out_ += upos_name(analysis_.upos[w]);
    out_ += "\t_\t";
    append_features(analysis_.features[w], out_);
    out_ += '\t';
    const uint32_t head = analysis_.head[w];
    if (head == kRootHead) {
      out_ += '0';
    } else if (head == kNoHead) {
      out_ += '_';
    } else {
      number(head);
    }
    out_ += '\t';
    out_ += deprel_name(analysis_.deprel[w]);
    out_ += "\t_\t";
    if (alone && glued(token)) out_ += "SpaceAfter=No|";
    out_ += "Margins=" + std::to_string(analysis_.segment_margin[w]) + "," +
            std::to_string(analysis_.tag_margin[w]) + "," +
            std::to_string(analysis_.head_margin[w]) + "\n";
  }

  const Analysis& analysis_;
  const Text& text_;
  std::string_view report_text_;
  std::string& out_;
  uint32_t first_ = 0;
};

}  // namespace

void append_conllu(const Analysis& analysis, const Text& text, std::string_view report_text,
                   std::string& out) {
  ConlluWriter writer(analysis, text, report_text, out);
  for (size_t s = 0; s < analysis.sentences.size(); ++s) writer.write_sentence(s);
}

}  // namespace isnad
