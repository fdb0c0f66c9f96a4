#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes src/isnad/mention/time/country_clocks.inc: how far each country's clocks are ahead of UTC, 2000-2037.

usage: make_country_clocks.py > src/isnad/mention/time/country_clocks.inc

Sources: the IANA time zone database of the system (zoneinfo, zone.tab; public domain) and ISO 3166 codes from
Debian's iso-codes. A country of several zones has its capital's. Run it again when the database changes a
country's rules; its version is in the file's second line.
"""
import datetime
import json
import pathlib
import zoneinfo

ZONES = pathlib.Path("/usr/share/zoneinfo")
CODES = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
UTC = datetime.timezone.utc
FIRST = datetime.datetime(2000, 1, 1, tzinfo=UTC)
LAST = datetime.datetime(2038, 1, 1, tzinfo=UTC)
# Where zone.tab does not begin with the capital's zone.
CAPITALS = {"AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto", "CD": "Africa/Kinshasa",
            "EC": "America/Guayaquil", "ES": "Europe/Madrid", "ID": "Asia/Jakarta", "KZ": "Asia/Almaty",
            "MX": "America/Mexico_City", "PS": "Asia/Hebron", "PT": "Europe/Lisbon", "RU": "Europe/Moscow",
            "UA": "Europe/Kyiv", "US": "America/New_York"}


def zones_of_countries():
    chosen = {}
    for line in (ZONES / "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            chosen.setdefault(country, name)
    return chosen | CAPITALS


def offset_at(zone, instant):
    return int(instant.astimezone(zone).utcoffset().total_seconds() // 60)


def changes_of(zone):
    """(minute since 1970, offset) from which the offset holds, the first at FIRST."""
    changes = [(int(FIRST.timestamp()) // 60, offset_at(zone, FIRST))]
    at, step = FIRST, datetime.timedelta(days=7)
    while at < LAST:
        if offset_at(zone, at + step) != changes[-1][1]:
            low, high = at, at + step
            while high - low > datetime.timedelta(minutes=1):
                middle = low + datetime.timedelta(minutes=(high - low).total_seconds() // 120)
                low, high = (low, middle) if offset_at(zone, middle) != changes[-1][1] else (middle, high)
            changes.append((int(high.timestamp()) // 60, offset_at(zone, high)))
            step = datetime.timedelta(days=7)
            at = high
        else:
            at += step
    return tuple(changes)


def main():
    alpha3 = {row["alpha_2"]: row["alpha_3"] for row in json.loads(CODES.read_text(encoding="utf-8"))["3166-1"]}
    version = (ZONES / "tzdata.zi").read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# version ")
    series, countries = {}, []
    for country, name in sorted(zones_of_countries().items()):
        changes = changes_of(zoneinfo.ZoneInfo(name))
        first = series.setdefault(changes, sum(len(known) for known in series))
        countries.append((country, alpha3[country], first, len(changes)))
    print("// SPDX-License-Identifier: Apache-2.0")
    print(f"// Written by tools/make_country_clocks.py from the IANA time zone database {version}. Do not edit.")
    print("inline constexpr ClockChange kChanges[] = {")
    for changes in series:
        print("    " + " ".join(f"{{{minute}, {offset}}}," for minute, offset in changes))
    print("};\ninline constexpr CountryRow kCountries[] = {")
    for country, code, first, count in countries:
        print(f'    {{"{country}", "{code}", {first}, {count}}},')
    print("};")


if __name__ == "__main__":
    main()
