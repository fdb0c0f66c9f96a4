// SPDX-License-Identifier: Apache-2.0
// The careless spelling of news text, done to clean training sentences: hamzas dropped from alef, ى
// for ي, ه for ة. (Marks, tatweel and presentation forms need no noise: plain_letters removes them
// for good.)
#pragma once

#include "isnad/analysis/spelling.h"
#include "train/random.h"

namespace isnad::train {

struct Noise {
  bool drop_hamzas = false;  // in the whole sentence
  float swap_last = 0;  // chance per word that a final ى, ي or ة is written as its neighbour
};

// How often training sentences are spoilt.
struct NoiseOptions {
  float hamzaless_sentences = 0.4F;  // written without any hamza on alef
  float careless_sentences = 0.25F;  // every second final ى, ي and ة written as its neighbour
  float careless_words = 0.03F;      // the same in all other sentences
};

// How a sentence's spelling is spoilt this time.
inline Noise draw_noise(Random& random, const NoiseOptions& options) {
  return {random.chance(options.hamzaless_sentences),
          random.chance(options.careless_sentences) ? 0.5F : options.careless_words};
}

inline void spoil(Letters& letters, const Noise& noise, Random& random) {
  if (noise.drop_hamzas) {
    for (uint32_t i = 0; i < letters.size; ++i) {
      char16_t& c = letters.at[i];
      if (c == 0x0622 || c == 0x0623 || c == 0x0625) c = 0x0627;
    }
  }
  if (letters.size < 2 || !random.chance(noise.swap_last)) return;
  char16_t& last = letters.at[letters.size - 1];
  if (last == 0x0649) {
    last = 0x064A;
  } else if (last == 0x064A) {
    last = 0x0649;
  } else if (last == 0x0629) {
    last = 0x0647;
  }
}

}  // namespace isnad::train
