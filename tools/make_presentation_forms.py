#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/isnad/text/presentation_forms.h: what each Arabic presentation form folds to.

NFKC of the form, then the letter folding of fold.cpp (repeated here, few lines; presentation_forms_icu_test.cpp
checks the result against ICU and fold.cpp together). Forms that stand for a mark on a space lose the space;
the two honorifics of several words become one space. Run: tools/make_presentation_forms.py > src/…/presentation_forms.h
"""
import unicodedata

FOLD = {0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x624: 0x648, 0x626: 0x64A, 0x649: 0x64A,
        0x629: 0x647, 0x67E: 0x628, 0x686: 0x62C, 0x698: 0x632, 0x6A4: 0x641, 0x6A9: 0x643, 0x6AD: 0x643,
        0x6AF: 0x643, 0x6BA: 0x646, 0x6BE: 0x647, 0x6C0: 0x647, 0x6C1: 0x647, 0x6C2: 0x647, 0x6CC: 0x64A,
        0x6D0: 0x64A, 0x6D2: 0x64A, 0x6D3: 0x64A, 0x6C5: 0x648, 0x6C6: 0x648, 0x6C7: 0x648, 0x6C8: 0x648,
        0x6C9: 0x648, 0x6CB: 0x648, 0x6D5: 0x647}
SPACED = {0xFDFA, 0xFDFB}


def dropped(c):
    return 0x64B <= c <= 0x65F or c in (0x640, 0x670, 0x674)


def folded(point):
    if point in SPACED:
        return [0x20]
    plain = unicodedata.normalize("NFKC", chr(point))
    if plain == chr(point):
        return [point]
    plain = plain.lstrip(" ")
    return [FOLD.get(ord(c), ord(c)) for c in plain if not dropped(ord(c))]


def table(name, kind, values):
    lines = [f"inline constexpr {kind} {name}[] = {{"]
    for at in range(0, len(values), 14):
        lines.append("    " + ", ".join(f"0x{v:X}" for v in values[at:at + 14]) + ",")
    return "\n".join(lines + ["};"])


def main():
    points = list(range(0xFB50, 0xFE00)) + list(range(0xFE70, 0xFEFF))
    begins, letters = [], []
    for point in points:
        begins.append(len(letters))
        letters += folded(point)
    begins.append(len(letters))
    print("// SPDX-License-Identifier: Apache-2.0\n"
          "// Made by tools/make_presentation_forms.py: do not edit. The folded letters of each Arabic presentation\n"
          "// form, U+FB50-FDFF and then U+FE70-FEFE; form k has kFormLetters[kFormBegins[k]] up to\n"
          "// kFormLetters[kFormBegins[k + 1]].\n"
          "#pragma once\n\n#include <cstdint>\n\nnamespace isnad {\n\n// clang-format off")
    print(table("kFormBegins", "uint16_t", begins) + "\n" + table("kFormLetters", "uint16_t", letters))
    print("// clang-format on\n\n}  // namespace isnad")


main()
