"""Tables of many reports: Arrow and pandas.

The columns carry the contract's names and are filled by the engine itself; they pass to pyarrow by
the Arrow C data interface, without a copy. docs/reference/python.md lists them with their types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable

from isnad import _engine
from isnad.report import CodedReport

if TYPE_CHECKING:
    import pandas
    import pyarrow

_ROWS_A_BATCH = 10_000  # a batch of ordinary news stays below 200 MB, far from Arrow's 2 GiB


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ImportError("tables need pyarrow: pip install 'isnad[tables]'") from error
    return pyarrow


def _batch(builder: _engine.TableBuilder) -> pyarrow.RecordBatch:
    return _pyarrow().record_batch(builder)


def batches(reports: Iterable[CodedReport]) -> Iterable[pyarrow.RecordBatch]:
    """Record batches with a row a report, taking `reports` as they come."""
    builder = _engine.TableBuilder()
    for report in reports:
        if report._coded is not None:
            builder.add(report._coded)
        else:
            builder.add_error(report.id, report.error or "")
        if len(builder) >= _ROWS_A_BATCH:
            yield _batch(builder)
            builder = _engine.TableBuilder()
    if len(builder):
        yield _batch(builder)


def schema() -> pyarrow.Schema:
    """The schema of `reports_to_arrow`."""
    return _batch(_engine.TableBuilder()).schema


def claims_schema() -> pyarrow.Schema:
    """The schema of `claims_to_arrow`."""
    return _pyarrow().schema(list(schema().field("claims").type.value_type))


def reports_to_arrow(reports: Iterable[CodedReport]) -> pyarrow.Table:
    """A table with a row a report: its head, its claims as a list, its JSON line, or its error."""
    return _pyarrow().Table.from_batches(batches(reports), schema=schema())


def claims_to_arrow(reports: Iterable[CodedReport]) -> pyarrow.Table:
    """A table with a row a claim; `report_id` leads back to the report."""
    arrow = _pyarrow()
    made = [
        arrow.RecordBatch.from_struct_array(batch.column("claims").flatten())
        for batch in batches(reports)
    ]
    return arrow.Table.from_batches(made, schema=claims_schema())


def claims_to_pandas(reports: Iterable[CodedReport]) -> pandas.DataFrame:
    """A frame with a row a claim; numbers that may be absent keep pandas' nullable types."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("frames need pandas: pip install 'isnad[tables]'") from error
    types = {
        "int32": pandas.Int32Dtype(),
        "int64": pandas.Int64Dtype(),
        "bool": pandas.BooleanDtype(),
    }
    return claims_to_arrow(reports).to_pandas(types_mapper=lambda kind: types.get(str(kind)))
