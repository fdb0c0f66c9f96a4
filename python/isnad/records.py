"""The values of the contract as typed Python objects.

Every class mirrors an object of the schema `isnad.report/1` and is made from it by `of`. What the
report does not say is None or empty, never invented. Positions count code points, half open, of the
text as given: `text[span.begin:span.end]`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Mapping

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Span:
    """Words of the report and where they stand; `in_title`: in the title given as a field."""

    text: str | None
    begin: int | None
    end: int | None
    in_title: bool = False

    @staticmethod
    def of(value: Json) -> Span:
        return Span(value.get("text"), value["begin"], value["end"], value.get("in") == "title")


@dataclass(frozen=True)
class Party:
    """Who did, suffered or said something: as written, and as resolved."""

    span: Span
    name: str | None
    code: str | None
    country: str | None
    sector: str | None

    @staticmethod
    def of(value: Json) -> Party:
        return Party(
            Span.of(value), value["name"], value["code"], value["country"], value["sector"]
        )


@dataclass(frozen=True)
class Place:
    """Where: a row of the gazetteer, or a place told by its way to one; `radius_km` is what is not
    known."""

    span: Span
    name_ar: str | None
    name_en: str | None
    gazetteer_id: str | None
    feature: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    country: str | None
    adm1: str | None
    path: tuple[str, ...]

    @staticmethod
    def of(value: Json) -> Place:
        return Place(
            Span.of(value),
            value["name_ar"],
            value["name_en"],
            value["gazetteer_id"],
            value["feature"],
            value["lat"],
            value["lon"],
            value["radius_km"],
            value["country"],
            value["adm1"],
            tuple(value["path"]),
        )


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


@dataclass(frozen=True)
class Time:
    """When: the days that bracket the event, and how precisely it was told."""

    span: Span
    timex: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: str

    @staticmethod
    def of(value: Json) -> Time:
        return Time(
            Span.of(value),
            value["timex"],
            _date(value["earliest"]),
            _date(value["latest"]),
            value["precision"],
        )


@dataclass(frozen=True)
class Toll:
    """How many: what the words support at least, best, at most."""

    low: int | None
    best: int | None
    high: int | None
    text: str | None

    @staticmethod
    def of(value: Json) -> Toll:
        return Toll(value["low"], value["best"], value["high"], value["text"])


@dataclass(frozen=True)
class VictimGroup:
    """A part of a toll: so many of `who` among the `kind`."""

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None

    @staticmethod
    def of(value: Json) -> VictimGroup:
        return VictimGroup(value["kind"], value["who"], value["low"], value["best"], value["high"])


@dataclass(frozen=True)
class Casualties:
    """The tolls of one event by kind."""

    killed: Toll | None
    injured: Toll | None
    detained: Toll | None
    abducted: Toll | None
    missing: Toll | None
    displaced: Toll | None
    groups: tuple[VictimGroup, ...]

    @staticmethod
    def of(value: Json) -> Casualties:
        def toll(kind: str) -> Toll | None:
            return Toll.of(value[kind]) if value[kind] else None

        return Casualties(
            toll("killed"),
            toll("injured"),
            toll("detained"),
            toll("abducted"),
            toll("missing"),
            toll("displaced"),
            tuple(VictimGroup.of(group) for group in value["groups"]),
        )


@dataclass(frozen=True)
class Narrator:
    """Whoever a claim rests on."""

    span: Span
    name: str | None
    kind: str
    code: str | None

    @staticmethod
    def of(value: Json) -> Narrator:
        return Narrator(Span.of(value), value["name"], value["kind"], value["code"])


@dataclass(frozen=True)
class Link:
    """One link of a chain: who, in what manner, how surely."""

    narrator: Narrator
    manner: str
    certainty: str

    @staticmethod
    def of(value: Json) -> Link:
        return Link(Narrator.of(value["narrator"]), value["manner"], value["certainty"])


@dataclass(frozen=True)
class Claim:
    """One event as one report tells it, according to whom and how surely."""

    id: str
    type: str
    mode: str | None
    means: str | None
    contexts: tuple[str, ...]
    trigger: Span
    sentence: Span
    agents: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    time: Time | None
    weapons: tuple[str, ...]
    casualties: Casualties
    factuality: str
    background: bool
    chain: tuple[Link, ...]
    certainty: str
    quote: bool
    same_event: str | None
    denies: str | None
    confidence: float
    rule: str
    main: bool
    trace: tuple[str, ...]

    @property
    def narrator(self) -> Narrator:
        """The innermost narrator: the one the claim first rests on."""
        return self.chain[-1].narrator

    @staticmethod
    def of(value: Json) -> Claim:
        return Claim(
            id=value["id"],
            type=value["type"],
            mode=value["mode"],
            means=value["means"],
            contexts=tuple(value["contexts"]),
            trigger=Span.of(value["trigger"]),
            sentence=Span.of(value["sentence"]),
            agents=tuple(Party.of(party) for party in value["agents"]),
            recipients=tuple(Party.of(party) for party in value["recipients"]),
            place=Place.of(value["place"]) if value["place"] else None,
            time=Time.of(value["time"]) if value["time"] else None,
            weapons=tuple(value["weapons"]),
            casualties=Casualties.of(value["casualties"]),
            factuality=value["factuality"],
            background=value["background"],
            chain=tuple(Link.of(link) for link in value["chain"]),
            certainty=value["certainty"],
            quote=value["quote"],
            same_event=value["same_event"],
            denies=value["denies"],
            confidence=value["confidence"],
            rule=value["rule"],
            main=value["main"],
            trace=tuple(value.get("trace", ())),
        )


@dataclass(frozen=True)
class Warning:
    """What a reader should know: the text contradicts itself, or a value stays open."""

    code: str
    message: str
    span: Span

    @staticmethod
    def of(value: Json) -> Warning:
        return Warning(value["code"], value["message"], Span.of(value))
