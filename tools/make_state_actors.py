#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the rows of states and their bodies from languages/ar/nationalities.tsv.

usage: tools/make_state_actors.py [--check]

In: nationalities.tsv (country names, capital, adjective).  Out: actors/states.tsv (every state; every capital, which news
prose uses for the government that sits in it) and actors/state_bodies.tsv (army, government, ministries … of the states in
IN_DEPTH).  A body that another file of actors/ already describes by the same id is left out, and so is a spelling it
lists, so a hand-written row wins.
With --check nothing is written; the exit status says whether the committed files are what this script makes.
"""
import pathlib
import sys

AR = pathlib.Path(__file__).resolve().parent.parent / "languages" / "ar"
COLUMNS = ("id ar variants name_en kind code country sector narrator_kind parent from to article condition short_forms gloss "
           "source note").split()

# States whose bodies get rows of their own; elsewhere composition (agent noun + nationality) gives the code.
IN_DEPTH = """SYR IRQ YEM LBY LBN PSE ISR JOR EGY SDN SSD SAU ARE QAT BHR KWT OMN IRN TUR TUN DZA MAR MRT SOM DJI USA RUS GBR FRA
DEU ITA ESP CHN IND PAK AFG UKR ETH ERI TCD NER NGA MLI BFA KEN GRC CYP ARM AZE GEO BLR POL NLD BEL SWE AUS CAN JPN KOR PRK BRA
MEX VEN COL UGA RWA COD CAF MMR BGD IDN MYS PHL THA ZAF SRB""".split()

# id suffix, English, sector, narrator kind, patterns: {m} {f} adjective masculine and feminine with article, {c} country
BODIES = [
    ("army", "{d} Army", "MIL", "belligerent", ["الجيش {m}", "القوات المسلحة {f}", "جيش {c}"]),
    ("forces", "{d} forces", "MIL", "belligerent", ["القوات {f}"]),
    ("air-force", "{d} Air Force", "MIL", "belligerent", ["سلاح الجو {m}", "القوات الجوية {f}", "الطيران الحربي {m}", "المقاتلات {f}"]),
    ("navy", "{d} Navy", "MIL", "belligerent", ["القوات البحرية {f}", "البحرية {f}", "سلاح البحرية {m}"]),
    ("general-staff", "{d} General Staff", "MIL", "belligerent", ["هيئة الأركان {f}", "رئاسة الأركان {f}", "الأركان {f}", "هيئة الأركان العامة {f}"]),
    ("government", "Government of {n}", "GOV", "government", ["الحكومة {f}", "حكومة {c}"]),
    ("authorities", "{d} authorities", "GOV", "government", ["السلطات {f}"]),
    ("presidency", "Presidency of {n}", "GOV", "government", ["الرئاسة {f}", "رئاسة الجمهورية {f}"]),
    ("cabinet", "Cabinet of {n}", "GOV", "government", ["مجلس الوزراء {m}", "رئاسة الوزراء {f}", "رئاسة الحكومة {f}"]),
    ("foreign-ministry", "Foreign Ministry of {n}", "GOV", "government",
     ["وزارة الخارجية {f}", "الخارجية {f}", "وزارة الشؤون الخارجية {f}"]),
    ("defence-ministry", "Defence Ministry of {n}", "MIL", "government", ["وزارة الدفاع {f}", "الدفاع {f}"]),
    ("interior-ministry", "Interior Ministry of {n}", "COP", "government", ["وزارة الداخلية {f}", "الداخلية {f}"]),
    ("justice-ministry", "Justice Ministry of {n}", "JUD", "government", ["وزارة العدل {f}"]),
    ("health-ministry", "Health Ministry of {n}", "MED", "government", ["وزارة الصحة {f}", "الصحة {f}"]),
    ("information-ministry", "Information Ministry of {n}", "GOV", "government", ["وزارة الإعلام {f}"]),
    ("police", "{d} police", "COP", "government", ["الشرطة {f}"]),
    ("security-forces", "{d} security forces", "COP", "government", ["قوات الأمن {f}", "القوات الأمنية {f}", "أجهزة الأمن {f}", "الأجهزة الأمنية {f}"]),
    ("intelligence", "{d} intelligence", "SPY", "government", ["المخابرات {f}", "الاستخبارات {f}", "أجهزة الاستخبارات {f}", "جهاز المخابرات {m}"]),
    ("parliament", "Parliament of {n}", "LEG", "government", ["البرلمان {m}", "مجلس النواب {m}"]),
    ("judiciary", "{d} judiciary", "JUD", "government", ["القضاء {m}", "المحاكم {f}"]),
    ("prosecution", "{d} public prosecution", "JUD", "government", ["النيابة العامة {f}", "الادعاء العام {m}", "النيابة {f}"]),
    ("embassy", "Embassy of {n}", "GOV", "government", ["السفارة {f}", "سفارة {c}", "سفارة دولة {c}"]),
    ("border-guard", "{d} border guard", "COP", "government", ["حرس الحدود {m}", "قوات حرس الحدود {f}"]),
    ("coast-guard", "{d} coast guard", "COP", "government", ["خفر السواحل {m}", "حرس السواحل {m}"]),
]


def read_table(path):
    header, rows = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        else:
            rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)))))
    return rows


def items(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def spelling(text):
    """what the lexicon compares: hamza carriers, ى/ي and ة/ه unified"""
    return text.translate(str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}))


def distinct(patterns):
    """the patterns without those that are spelt alike once folded"""
    found = {}
    for pattern in patterns:
        found.setdefault(spelling(pattern), pattern)
    return list(found.values())


def with_article(word):
    """each word of an adjective definite: كوري جنوبي gives الكوري الجنوبي"""
    return " ".join("ال" + part for part in word.split())


def feminine(word):
    return " ".join(part + "ة" for part in word.split())


def row(**cells):
    cells.setdefault("gloss", cells["name_en"])
    cells.setdefault("source", "tools/make_state_actors.py from nationalities.tsv")
    cells["code"] = (cells["country"] + " " + cells.get("sector", "")).strip()
    return cells


def state_rows(nation):
    name = nation["country_en"]
    ident = nation["id"]
    condition = "context" if nation["country_ar"] in {"مالي", "بنين", "توغو"} else ""
    yield row(id=ident, ar=nation["country_ar"], variants="; ".join(distinct([nation["country_ar"]] + items(nation["country_variants"]))[1:]), name_en=name, kind="state",
              country=nation["country"], narrator_kind="government", condition=condition)
    capitals = distinct(items(nation["capital_ar"]))
    if capitals:
        yield row(id=ident + "-capital", ar=capitals[0], variants="; ".join(capitals[1:]), name_en=name, kind="state",
                  country=nation["country"], sector="GOV", narrator_kind="government", parent=ident, condition="metonym",
                  gloss="capital of " + name + ", said for its government")


def body_rows(nation, taken, known_spellings):
    adjectives = [nation["ar"]] + items(nation["variants"])
    countries = [nation["country_ar"]] + items(nation["country_variants"])
    for suffix, english, sector, narrator, patterns in BODIES:
        ident = nation["id"] + "-" + suffix
        if ident in taken:
            continue
        spelt = []
        for pattern in patterns:
            if "{c}" in pattern:
                spelt += [pattern.format(c=country) for country in countries]
            else:
                spelt += [pattern.format(m=with_article(a), f=feminine(with_article(a))) for a in adjectives]
        spelt = [s for s in distinct(spelt) if spelling(s) not in known_spellings]
        if not spelt:
            continue
        yield row(id=ident, ar=spelt[0], variants="; ".join(spelt[1:]),
                  name_en=english.format(d=nation["name_en"], n=nation["country_en"]), kind="state", country=nation["country"],
                  sector=sector, narrator_kind=narrator, parent=nation["id"])


def table_text(rows, note):
    lines = ["\t".join(COLUMNS), "# table: actors", "# Licence: CC0 1.0. Made by tools/make_state_actors.py: edit that or nationalities.tsv, not this file.",
             "# " + note]
    for cells in sorted(rows, key=lambda cells: cells["id"]):
        lines.append("\t".join(cells.get(column, "") for column in COLUMNS))
    return "\n".join(lines) + "\n"


def main():
    nations = [n for n in read_table(AR / "nationalities.tsv") if n["iso3"]]
    made = {"states.tsv", "state_bodies.tsv"}
    by_hand = [r for path in sorted((AR / "actors").glob("*.tsv")) if path.name not in made for r in read_table(path)]
    taken = {r["id"] for r in by_hand}
    spellings = {spelling(s) for r in by_hand for s in [r["ar"]] + items(r["variants"])}
    known = {n["iso3"] for n in nations}
    unknown = [iso for iso in IN_DEPTH if iso not in known]
    if unknown:
        sys.exit("IN_DEPTH names states that nationalities.tsv lacks: " + " ".join(unknown))
    states = [r for n in nations for r in state_rows(n) if r["id"] not in taken]
    bodies = [r for n in nations if n["iso3"] in IN_DEPTH for r in body_rows(n, taken, spellings)]
    texts = {
        "states.tsv": table_text(states, "Every state, and its capital where news prose says it for the government (condition = metonym)."),
        "state_bodies.tsv": table_text(bodies, "Army, government, ministries and the like of the states most reported on."),
    }
    stale = False
    for name, text in texts.items():
        path = AR / "actors" / name
        if "--check" in sys.argv[1:]:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit("actors/states.tsv or state_bodies.tsv is out of date: run tools/make_state_actors.py")


if __name__ == "__main__":
    main()
