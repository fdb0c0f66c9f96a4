"""Loading the engine, and coding one report or many."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Deque, Iterable, Iterator, Literal, Mapping, Sequence

from isnad import _engine
from isnad.report import CodedReport

Published = str | datetime.date | datetime.datetime
ReportLike = str | Mapping[str, Any]
"""A report to code: its text, or the fields of a JSON Lines record (`text` alone is required)."""

_IN_FLIGHT_PER_JOB = 8  # enough that no thread waits for Python, few enough to stay small


def data_folder() -> Path:
    """The compiled knowledge inside the package."""
    return Path(__file__).parent / "_dist" / "share" / "isnad"


def load(
    data: str | os.PathLike[str] | None = None,
    *,
    lexicons: Sequence[str | os.PathLike[str]] = (),
    explain: bool = False,
) -> Coder:
    """Loads the engine: some 20 ms, and for `lexicons` a second or two.

    `data`: a folder of compiled knowledge other than the package's own. `lexicons`: folders of
    tables of your own, whose rows replace built-in rows of the same id or are added. `explain`
    fills each claim's `trace`. Raises `isnad.Error` where a file is missing, damaged or faulty.
    """
    folder = os.fspath(data) if data is not None else str(data_folder())
    own = [os.fspath(lexicon) for lexicon in lexicons]
    return Coder(_engine.Engine.load(folder, own, explain), explain)


class Coder:
    """The engine, loaded once; any number of threads may use it. Made by `isnad.load`."""

    def __init__(self, engine: _engine.Engine, explain: bool, with_text: bool = False) -> None:
        self._engine = engine
        self._with_text = with_text  # the JSON line holds the text, as linking needs it
        self._explain = explain

    @property
    def versions(self) -> str:
        """Fingerprints of the knowledge in use, for records."""
        return self._engine.versions()

    def code(
        self,
        text: str,
        *,
        title: str | None = None,
        published: Published | None = None,
        outlet: str | None = None,
        url: str | None = None,
        id: str | None = None,
    ) -> CodedReport:
        """Codes one report. Raises `isnad.Error`, which says what is wrong and what to do.

        >>> import isnad
        >>> isnad.load().code("تظاهر المئات في السويداء.", published="2024-02-03").claims[0].type
        'PROTEST'
        """
        fields = {"text": text, "title": title, "published": published, "outlet": outlet}
        return self._code({**fields, "url": url, "id": id})

    def code_many(
        self,
        reports: Iterable[ReportLike],
        *,
        jobs: int | None = None,
        on_error: Literal["raise", "keep"] = "raise",
    ) -> Iterator[CodedReport]:
        """Codes reports as they come, `jobs` at once (default: one a processor), in their order.

        Lazy: takes only a few reports more from `reports` than it has given back. With
        `on_error="keep"` a report that cannot be read comes back with its `error` instead of ending
        the run.
        """
        workers = jobs if jobs is not None else os.cpu_count() or 1
        if workers < 1:
            raise ValueError(f"jobs is {workers}; give at least 1")
        if on_error not in ("raise", "keep"):
            raise ValueError(f"on_error is {on_error!r}; give 'raise' or 'keep'")
        return self._stream(iter(reports), workers, keep=on_error == "keep")

    def code_one_by_one(
        self, reports: Iterable[ReportLike], *, on_error: Literal["raise", "keep"] = "raise"
    ) -> Iterator[CodedReport]:
        """As `code_many`, in the calling thread alone: for callers that bring the parallelism."""
        for report in reports:
            yield self._code_any(report, keep=on_error == "keep")

    def _stream(
        self, reports: Iterator[ReportLike], workers: int, keep: bool
    ) -> Iterator[CodedReport]:
        waiting: Deque[Future[CodedReport]] = deque()
        with ThreadPoolExecutor(workers, thread_name_prefix="isnad") as threads:
            try:
                for report in reports:
                    waiting.append(threads.submit(self._code_any, report, keep))
                    if len(waiting) >= _IN_FLIGHT_PER_JOB * workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def _code_any(self, report: ReportLike, keep: bool) -> CodedReport:
        try:
            return self._code({"text": report} if isinstance(report, str) else report)
        except _engine.Error as error:
            if not keep:
                raise
            fields = {} if isinstance(report, str) else report
            text = report if isinstance(report, str) else report.get("text")
            text = text if isinstance(text, str) else ""
            return CodedReport(str(fields.get("id") or _id_of(text)), text, None, str(error))

    def _code(self, fields: Mapping[str, Any]) -> CodedReport:
        record = {key: _plain(value) for key, value in fields.items() if value is not None}
        text = record.get("text")
        if "id" not in record and isinstance(text, str):
            record["id"] = _id_of(text)
        name = f"report {record['id']}" if "id" in record else "report"
        try:
            line = json.dumps(record, ensure_ascii=False).encode()
        except (TypeError, UnicodeEncodeError) as error:
            raise _engine.Error(f"{name}: cannot be written as JSON: {error}") from error
        coded = self._engine.code(line, name, self._with_text, self._explain)
        return CodedReport(str(record.get("id", "")), str(text), coded)


def _plain(value: Any) -> Any:
    """Dates as the contract writes them."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def _id_of(text: str) -> str:
    """The id of a report that was given none: the same for the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
