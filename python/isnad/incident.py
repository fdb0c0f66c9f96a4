"""Incidents: what several reports tell of one thing that happened, account by account."""

from __future__ import annotations

import datetime
import html
import json
from dataclasses import dataclass
from typing import Any, Mapping

from isnad.records import Json, Place

FIELDS = ("means", "agent", "target", "place", "time", "weapon", "killed", "injured", "outcome")
_WORDS = {"silent": "not stated", "single": "one account"}


@dataclass(frozen=True)
class FieldValue:
    """One value of a field, with all who hold it."""

    value: str | int | None
    code: str | None
    narrators: tuple[str, ...]
    claims: tuple[str, ...]
    certainty: str

    @staticmethod
    def of(value: Json) -> FieldValue:
        return FieldValue(
            value["value"],
            value["code"],
            tuple(value["narrators"]),
            tuple(value["claims"]),
            value["certainty"],
        )


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


@dataclass(frozen=True)
class Incident:
    """One incident as the schema `isnad.incident/1` has it. Machine output until a person acts."""

    id: str
    title: str | None
    type: str
    mode: str | None
    means: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    place: Place | None
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    independent_chains: int
    copies: int
    fields: Mapping[str, tuple[FieldValue, ...]]
    agreement: Mapping[str, str]
    grade: str
    review_status: str
    json: str

    @staticmethod
    def of(line: str) -> Incident:
        value: dict[str, Any] = json.loads(line)
        return Incident(
            id=value["id"],
            title=value["title"],
            type=value["type"],
            mode=value["mode"],
            means=value["means"],
            earliest=_day(value["earliest"]),
            latest=_day(value["latest"]),
            place=Place.of(value["place"]) if value["place"] else None,
            reports=tuple(value["reports"]),
            claims=tuple(value["claims"]),
            independent_chains=value["independent_chains"],
            copies=value["copies"],
            fields={
                name: tuple(FieldValue.of(one) for one in value["fields"][name]) for name in FIELDS
            },
            agreement=value["agreement"],
            grade=value["grade"],
            review_status=value["review"]["status"],
            json=line,
        )

    def to_dict(self) -> dict[str, Any]:
        """The contract's object."""
        record: dict[str, Any] = json.loads(self.json)
        return record

    def _repr_html_(self) -> str:
        rows = []
        for name in FIELDS:
            state = self.agreement[name]
            values = "<br>".join(
                f"<bdi><b>{html.escape(str(one.value))}</b></bdi> "
                f"<bdi>{html.escape('، '.join(one.narrators))}</bdi>"
                for one in self.fields[name]
            )
            rows.append(
                f"<tr><th scope=row>{name}</th><td>{_WORDS.get(state, state)}</td>"
                f"<td>{values}</td></tr>"
            )
        title = html.escape(self.title or "")
        return (
            f"<div><p><b>{self.id}</b> {self.type} {self.earliest or ''} · "
            f"{len(self.reports)} reports, {self.independent_chains} independent accounts, "
            f"{self.copies} copies · {self.review_status}; grade {self.grade}</p>"
            f"<p dir=auto>{title}</p><table>{''.join(rows)}</table></div>"
        )
