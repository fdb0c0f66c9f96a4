#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Splits the merged table of places (gazetteer/README.md says how it was made) into one file a country.

usage: import_gazetteer.py PLACES.tsv gazetteer/places

In: id name_en name_ar alt_ar feature country_iso2 adm1_en adm1_ar lat lon population source.
Out: id ar alternates en feature country adm1 lat lon population source, sorted by id; the countries whose
reports we read get a file each, all others share world.tsv. The Arabic name of an adm1 stands on its own row.
Rows that name no place a report could mean (NOT_NAMES) are left out, each for the reason beside it.
"""
import collections
import pathlib
import sys

OWN_FILE = set("AE BH DJ DZ EG EH IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SS SY TN TR YE".split())
HEADER = "id\tar\talternates\ten\tfeature\tcountry\tadm1\tlat\tlon\tpopulation\tsource\n"
# English name and country of rows whose Arabic name is a transliteration gone wrong upstream.
NOT_NAMES = {("Mesquite", "US")}  # written Moscow


def main(source, folder):
    files = collections.defaultdict(list)
    with open(source, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            (row, en, ar, alternates, feature, country, adm1, _, lat, lon, population, origin) = line.rstrip("\n").split("\t")
            if (en, country) in NOT_NAMES:
                continue
            name = country if country in OWN_FILE else "world"
            files[name].append((row, ar, alternates.replace("|", "; "), en, feature, country, adm1, lat, lon, population, origin))
    for name, rows in files.items():
        with open(pathlib.Path(folder) / f"{name.lower()}.tsv", "w", encoding="utf-8") as out:
            out.write(HEADER)
            for fields in sorted(rows):
                out.write("\t".join(fields) + "\n")


main(*sys.argv[1:])
