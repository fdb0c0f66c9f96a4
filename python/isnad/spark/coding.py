"""Coding a frame of reports: a row in, a row out, nothing lost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

from isnad.coder import Coder, load

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

_OPTIONAL = ("published", "outlet", "title", "url", "id")


def coded_schema() -> StructType:
    """The schema of what `code` gives: `isnad.tables.schema` as Spark says it."""
    from isnad.tables import schema
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema())


def code(
    df: DataFrame,
    text: str = "text",
    published: str | None = None,
    outlet: str | None = None,
    *,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    lexicons: Sequence[str] = (),
    with_text: bool = False,
) -> DataFrame:
    """Codes every row of `df` into a row of `coded_schema`.

    The arguments name columns. Columns called published, outlet, title, url and id are used where
    they exist; name another to use that. A row without an id gets one made of its text's hash. A
    row that cannot be read keeps its place: `error` says why, `claims` and `json` are null.
    `json` is the contract's line, byte for byte as the command line prints it; `with_text=True` puts
    the text into it (`isnad code --with-text`), which `incidents` needs. `lexicons`: folders of your
    own tables, by the paths they have on the workers.
    """
    asked = {"published": published, "outlet": outlet, "title": title, "url": url, "id": id}
    columns = _columns(df.columns, text, asked)
    chosen = df.select(*(df[column].alias(field) for field, column in columns.items()))
    return chosen.mapInArrow(_Coding(tuple(lexicons), with_text), coded_schema())


def claims(coded: DataFrame) -> DataFrame:
    """A row a claim from what `code` gave, with the columns of `isnad.claims_to_arrow`."""
    from pyspark.sql.functions import explode

    return coded.select(explode("claims").alias("claim")).select("claim.*")


def _columns(
    there: Sequence[str], text: str, asked: Mapping[str, str | None]
) -> dict[str, str]:
    """Which column fills which field of a report."""
    columns = {"text": text}
    for field in _OPTIONAL:
        name = asked[field]
        if name is not None:
            columns[field] = name
        elif field in there:
            columns[field] = field
    missing = sorted(set(columns.values()) - set(there))
    if missing:
        raise ValueError(f"the frame has no column {missing[0]!r}; it has {', '.join(there)}")
    return columns


@lru_cache(maxsize=2)
def _coder(lexicons: tuple[str, ...], with_text: bool) -> Coder:
    """One engine a Python worker: its files are mapped, so workers of a machine share them."""
    coder = load(lexicons=lexicons)
    coder._with_text = with_text
    return coder


class _Coding:
    """What the workers run; carries names only, so that it pickles small."""

    def __init__(self, lexicons: tuple[str, ...], with_text: bool) -> None:
        self.lexicons = lexicons
        self.with_text = with_text

    def __call__(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        from isnad.tables import batches as to_batches

        coder = _coder(self.lexicons, self.with_text)
        for batch in batches:
            yield from to_batches(coder.code_one_by_one(_records(batch), on_error="keep"))


def _records(batch: pyarrow.RecordBatch) -> Iterator[dict[str, Any]]:
    names = batch.schema.names
    for row in zip(*(column.to_pylist() for column in batch.columns)):
        yield {name: value for name, value in zip(names, row) if value is not None}
