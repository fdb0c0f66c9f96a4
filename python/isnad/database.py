"""A database of `isnad ingest` from Python, and incidents of reports that no file holds."""

from __future__ import annotations

import datetime
import os
from types import TracebackType
from typing import TYPE_CHECKING, Iterable, Iterator

from isnad import _engine
from isnad.incident import Incident
from isnad.report import CodedReport

if TYPE_CHECKING:
    import pandas

Coded = CodedReport | str
"""A coded report, or a line of `isnad code --to jsonl --with-text`."""

_REPORTS_A_COMMIT = 500


class Database:
    """Reports, claims and incidents in one file; made by `isnad.open`. Also a context manager."""

    def __init__(self, engine: _engine.Database) -> None:
        self._engine = engine

    def add(self, reports: Iterable[Coded], *, source: str = "python") -> int:
        """Takes coded reports in and brings them together; returns how many were new.

        What is there already adds nothing; reports that could not be read are passed over. `source`
        says where they come from: with the id it makes a report the same one later. Needs a
        database opened with `writable=True`. Raises `isnad.Error` where two reports share an id.
        """
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        added = 0
        for report in reports:
            if isinstance(report, str):
                line = report
            elif report._coded is not None:
                line = report._coded.json_with_text()
            else:
                continue
            added += self._engine.add(line, source, now)
            if added % _REPORTS_A_COMMIT == 0:
                self._engine.commit()
        self._engine.commit()
        return added

    def incidents(
        self,
        *,
        since: datetime.date | str | None = None,
        until: datetime.date | str | None = None,
        place: str | None = None,
        actor: str | None = None,
        type: str | None = None,
        grade: str | None = None,
        text: str | None = None,
        report: str | None = None,
        reports: int = 1,
        limit: int = 0,
    ) -> Iterator[Incident]:
        """The incidents that all conditions leave, by first day; see `isnad incidents --help`.

        `reports`: of at least so many reports; `limit` 0: all.
        """
        days = [str(day) if day is not None else "" for day in (since, until)]
        words = [word or "" for word in (place, actor, type, grade, text, report)]
        for name in self._engine.find([*days, *words], reports, limit):
            line = self._engine.incident(name)
            if line:
                yield Incident.of(line)

    def incident(self, id: str) -> Incident:
        """One incident; a name that was merged away gives its heir. KeyError where there is none."""
        line = self._engine.incident(id)
        if not line:
            raise KeyError(id)
        return Incident.of(line)

    def compare(self, id: str) -> str:
        """The accounts side by side, as `isnad compare` prints them."""
        text = self._engine.comparison(id, True)
        if not text:
            raise KeyError(id)
        return text

    @property
    def counts(self) -> dict[str, int]:
        """How many reports, versions of them, claims and incidents there are."""
        return dict(zip(("reports", "versions", "claims", "incidents"), self._engine.counts()))

    def verify(self) -> list[str]:
        """Re-hashes everything; a line for each fault, none for a sound database."""
        return self._engine.verify()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open(path: str | os.PathLike[str], *, writable: bool = False) -> Database:
    """Opens a database; `writable=True` makes the file where there is none.

    Raises `isnad.Error` where it is missing, damaged or of another program.
    """
    return Database(_engine.Database.open(os.fspath(path), writable))


def incidents(reports: Iterable[Coded]) -> list[Incident]:
    """The incidents that coded reports tell of, by first day; nothing is written to disk.

    >>> import isnad
    >>> coder = isnad.load()
    >>> texts = ["قتل سبعة أشخاص في قصف على بلدة سرمين يوم الأحد.",
    ...          "أسفر قصف على بلدة سرمين الأحد عن مقتل تسعة أشخاص."]
    >>> coded = [coder.code(text, published="2024-03-04", outlet=f"o{n}", id=f"r{n}")
    ...          for n, text in enumerate(texts)]
    >>> [(i.reports, i.agreement["killed"]) for i in isnad.incidents(coded)]
    [(('r0', 'r1'), 'disputed')]
    """
    with open(":memory:", writable=True) as database:
        database.add(reports)
        return list(database.incidents())


def incidents_to_pandas(found: Iterable[Incident]) -> pandas.DataFrame:
    """A frame with a row an incident: its head, and how each field stands (`agreement_*`)."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("frames need pandas: pip install 'isnad[tables]'") from error
    return pandas.DataFrame(
        [
            {
                "id": one.id,
                "title": one.title,
                "type": one.type,
                "means": one.means,
                "earliest": one.earliest,
                "latest": one.latest,
                "place": one.place.name_en if one.place else None,
                "lat": one.place.lat if one.place else None,
                "lon": one.place.lon if one.place else None,
                "radius_km": one.place.radius_km if one.place else None,
                "reports": len(one.reports),
                "independent_chains": one.independent_chains,
                "copies": one.copies,
                "grade": one.grade,
                "review_status": one.review_status,
                **{f"agreement_{field}": state for field, state in one.agreement.items()},
            }
            for one in found
        ]
    )
