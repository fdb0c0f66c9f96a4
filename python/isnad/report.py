"""A report after coding: its claims, its warnings, or the reason why it could not be read."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from isnad import _engine
from isnad.notebook import report_to_html
from isnad.records import Claim, Warning

if TYPE_CHECKING:
    import pandas
    import pyarrow


class CodedReport:
    """What the engine read in one report.

    `text` is the text as it was given, so that spans can be cut from it. A report that could not be
    read (only from `code_many(…, on_error="keep")`) has `error` set and no claims.
    """

    def __init__(
        self, id: str, text: str, coded: _engine.Coded | None, error: str | None = None
    ) -> None:
        self.id = id
        self.text = text
        self.error = error
        self._coded = coded

    @property
    def json(self) -> str | None:
        """The contract's line (schema isnad.report/1), byte for byte as the command line prints it."""
        return self._coded.json if self._coded else None

    @cached_property
    def _record(self) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(self._coded.json) if self._coded else {}
        return record

    def to_dict(self) -> dict[str, Any]:
        """The contract's object; of a report that could not be read, its id and `error`."""
        if self.error is not None:
            return {"report": {"id": self.id}, "claims": [], "warnings": [], "error": self.error}
        return self._record

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in text order."""
        return tuple(Claim.of(claim) for claim in self._record.get("claims", ()))

    @cached_property
    def warnings(self) -> tuple[Warning, ...]:
        """What a reader should know of the report."""
        return tuple(Warning.of(warning) for warning in self._record.get("warnings", ()))

    @property
    def title(self) -> str | None:
        """The title given, or the first line where it stands apart."""
        title: str | None = self._record.get("report", {}).get("title")
        return title

    def to_arrow(self) -> pyarrow.Table:
        """The claims as an Arrow table (columns: `isnad.tables`). Needs pyarrow."""
        from isnad.tables import claims_to_arrow

        return claims_to_arrow([self])

    def to_pandas(self) -> pandas.DataFrame:
        """The claims as a pandas frame. Needs pyarrow and pandas."""
        from isnad.tables import claims_to_pandas

        return claims_to_pandas([self])

    def _repr_html_(self) -> str:
        return report_to_html(self)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"CodedReport(id={self.id!r}, error={self.error!r})"
        count = self._coded.claim_count if self._coded else 0
        return f"CodedReport(id={self.id!r}, {count} claims)"
