// SPDX-License-Identifier: Apache-2.0
// train_place_ranker GAZETTEER.bin TABLE.tsv: could trained weights tell namesakes apart better
// than the built-in ones? Weights that start alike are moved one by one while more rows of
// scenarios/place/ambiguous.tsv come out right; leave-one-out: each row is judged with weights that
// never saw it. Prints that, the built-in weights' score, and the weights trained on all rows.
#include <array>
#include <cstdio>
#include <map>
#include <string_view>

#include "isnad/mention/place/ambiguous_table.h"

namespace {

using isnad::RankWeights;

struct Part {
  std::string_view name;
  float RankWeights::*weight;
  float sign;
};
constexpr std::array<Part, 13> kParts = {{
    {"type fits", &RankWeights::type_fits, 1},
    {"type contradicts", &RankWeights::type_contradicts, -1},
    {"bare district", &RankWeights::bare_district, -1},
    {"demonym fits", &RankWeights::demonym_fits, 1},
    {"demonym contradicts", &RankWeights::demonym_contradicts, -1},
    {"country share", &RankWeights::country_share, 1},
    {"outlet", &RankWeights::outlet, 1},
    {"dateline", &RankWeights::dateline, 1},
    {"same adm1", &RankWeights::same_adm1, 1},
    {"container", &RankWeights::container, 1},
    {"sibling", &RankWeights::sibling, 1},
    {"near", &RankWeights::near, 1},
    {"region", &RankWeights::region, 1},
}};
using Values = std::array<float, kParts.size()>;

RankWeights weights_of(const Values& values) {
  RankWeights weights;
  for (size_t i = 0; i < kParts.size(); ++i) weights.*kParts[i].weight = kParts[i].sign * values[i];
  return weights;
}

class Trainer {
 public:
  Trainer(const isnad::Gazetteer& gazetteer, const isnad::PlaceTable& table)
      : gazetteer_(gazetteer), table_(table) {}

  // Which rows come out right; each set of weights is tried once.
  const std::vector<bool>& rights(const Values& values) {
    auto found = tried_.find(values);
    if (found == tried_.end()) {
      auto score = isnad::score_ambiguous(gazetteer_, table_, weights_of(values));
      found = tried_.emplace(values, std::move(score.rights)).first;
    }
    return found->second;
  }

  // Climbs, without looking at row `without` (any number past the table for none).
  Values train(size_t without) {
    Values values;
    values.fill(1.5F);
    long best = count(values, without);
    for (const float step : {1.0F, 1.0F, 0.5F, 0.5F}) {
      for (size_t i = 0; i < values.size(); ++i) {
        for (const float move : {step, -step}) {
          Values next = values;
          next[i] += move;
          if (next[i] < 0) continue;
          const long now = count(next, without);
          if (now <= best) continue;
          best = now;
          values = next;
        }
      }
    }
    return values;
  }

 private:
  long count(const Values& values, size_t without) {
    long right = 0;
    const std::vector<bool>& rows = rights(values);
    for (size_t row = 0; row < rows.size(); ++row) right += row != without && rows[row] ? 1 : 0;
    return right;
  }

  const isnad::Gazetteer& gazetteer_;
  const isnad::PlaceTable& table_;
  std::map<Values, std::vector<bool>> tried_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: train_place_ranker GAZETTEER.bin TABLE.tsv\n", stderr);
    return 2;
  }
  const auto gazetteer = isnad::Gazetteer::load(argv[1]);
  const auto table = isnad::PlaceTable::read(argv[2]);
  if (!gazetteer || !table) {
    std::fprintf(stderr, "%s\n",
                 isnad::describe(gazetteer ? table.error() : gazetteer.error()).c_str());
    return 3;
  }
  Trainer trainer(*gazetteer, *table);
  size_t left_out_right = 0;
  for (size_t row = 0; row < table->size(); ++row)
    left_out_right += trainer.rights(trainer.train(row))[row] ? 1 : 0;
  const Values all = trainer.train(table->size());
  size_t seen_right = 0;
  for (const bool right : trainer.rights(all)) seen_right += right ? 1 : 0;
  const auto built_in = isnad::score_ambiguous(*gazetteer, *table);
  std::printf("built-in weights %zu, trained %zu, trained and left out %zu of %zu\n",
              built_in.right, seen_right, left_out_right, table->size());
  for (size_t i = 0; i < kParts.size(); ++i) {
    std::printf("  %-20s %5.1f\n", std::string(kParts[i].name).c_str(),
                static_cast<double>(kParts[i].sign * all[i]));
  }
  return 0;
}
