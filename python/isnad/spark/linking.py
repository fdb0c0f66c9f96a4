"""Incidents of a frame of coded reports: neighbours by block, links, groups, accounts.

A report is compared with every report that shares a block key with it; keys reach a day and a cell
over each border, so no incident is cut at one. Links depend on two reports alone and groups on the
links alone, so partitioning changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterator

from isnad import _engine

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_TOLD = "id string, json string, keys array<bigint>, told array<struct<claim:int,telling:binary>>"
_LINKS = "a string, b string, points int"
_GROUPS = "incident string, node string"
_INCIDENTS = "id string, json string"

Row = dict[str, Any]


def incidents(coded: DataFrame) -> DataFrame:
    """A row an incident: `id`, and `json`, the contract's line (schema isnad.incident/1).

    `coded` is what `code(…, with_text=True)` gave; ids of reports must differ. Rows with an error
    tell of nothing and are passed over. The incidents are those of one machine, names aside: there
    a name belongs to the report that came first, here to the telling of smallest hash.
    """
    from pyspark.sql import functions as f

    told = coded.where("json is not null").select("id", "json").mapInArrow(_rows(_tell), _TOLD).cache()
    keyed = told.select("id", f.explode("keys").alias("key"))
    pairs = (
        keyed.withColumnRenamed("id", "one")
        .join(keyed.withColumnRenamed("id", "other"), "key")
        .where("one < other")
        .select("one", "other")
        .distinct()
    )
    light = told.select("id", "told")
    links = (
        pairs.join(light.toDF("one", "told_one"), "one")
        .join(light.toDF("other", "told_other"), "other")
        .mapInArrow(_rows(_link), _LINKS)
        .localCheckpoint()
    )
    nodes = told.select("id", f.explode("told").alias("one")).select(
        f.format_string("%s#c%d", "id", "one.claim").alias("node"),
        f.col("id").alias("report"),
        f.col("one.telling").alias("telling"),
    )
    labels = _components(links)
    groups = (
        nodes.join(labels, "node")
        .groupBy("label")
        .agg(f.collect_list(f.struct("node", "report", "telling")).alias("nodes"))
        .join(
            links.join(labels, links.a == labels.node)
            .groupBy("label")
            .agg(f.collect_list(f.struct("a", "b", "points")).alias("links")),
            "label",
        )
        .mapInArrow(_rows(_group), _GROUPS)
    )
    placed = nodes.join(groups, "node", "left").withColumn(
        "incident", f.coalesce("incident", "node")
    )
    return (
        placed.join(told.select(f.col("id").alias("report"), "json"), "report")
        .groupBy("incident")
        .agg(f.collect_list(f.struct("json", "telling")).alias("members"))
        .mapInArrow(_rows(_incident), _INCIDENTS)
    )


def _components(links: DataFrame) -> DataFrame:
    """For each node that has a link the smallest node it is connected with: node, label."""
    from pyspark.sql import functions as f

    edges = links.select("a", "b").union(links.select("b", "a")).toDF("node", "near").distinct().cache()
    labels = edges.groupBy("node").agg(f.least(f.col("node"), f.min("near")).alias("label"))
    while True:
        spread = (
            edges.join(labels.toDF("near", "label"), "near")
            .groupBy("node")
            .agg(f.min("label").alias("nearest"))
        )
        new = labels.join(spread, "node").select(
            "node", f.least("label", "nearest").alias("label"), (f.col("nearest") < f.col("label")).alias("moved")
        ).localCheckpoint()  # fmt: skip
        if new.where("moved").isEmpty():
            return new.select("node", "label")
        labels = new.select("node", "label")


def _rows(
    work: Callable[[Row], Iterator[Row]],
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """A function of rows as Spark wants it, a batch at a time."""

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        for batch in batches:
            made = [row for given in batch.to_pylist() for row in work(given)]
            if made:
                yield pyarrow.RecordBatch.from_pylist(made, schema=_SCHEMAS[work]())

    return run


def _tell(row: Row) -> Iterator[Row]:
    keys, told = _engine.tell(row["json"])
    made = [{"claim": claim, "telling": telling} for claim, telling in told]
    yield {"id": row["id"], "json": row["json"], "keys": keys, "told": made}


def _link(row: Row) -> Iterator[Row]:
    one, other = row["told_one"], row["told_other"]
    found = _engine.link([t["telling"] for t in one], [t["telling"] for t in other])
    for a, b, points in found:
        yield {
            "a": f"{row['one']}#c{one[a]['claim']}",
            "b": f"{row['other']}#c{other[b]['claim']}",
            "points": points,
        }


def _group(row: Row) -> Iterator[Row]:
    nodes = sorted(row["nodes"], key=lambda node: str(node["node"]))
    reports = {report: number for number, report in enumerate(sorted({n["report"] for n in nodes}))}
    at = {node["node"]: number for number, node in enumerate(nodes)}
    links = sorted((at[link["a"]], at[link["b"]], link["points"]) for link in row["links"])
    groups = _engine.group([(reports[n["report"]], n["telling"]) for n in nodes], links)
    first: dict[int, str] = {}
    for node, group in zip(nodes, groups):
        yield {"incident": first.setdefault(group, node["node"]), "node": node["node"]}


def _incident(row: Row) -> Iterator[Row]:
    import json

    members = sorted((member["json"], member["telling"]) for member in row["members"])
    line = _engine.incident(members)
    yield {"id": json.loads(line)["id"], "json": line}


def _schema(columns: list[tuple[str, str]]) -> Callable[[], pyarrow.Schema]:
    def make() -> pyarrow.Schema:
        import pyarrow

        kinds = {
            "string": pyarrow.string(),
            "int": pyarrow.int32(),
            "keys": pyarrow.list_(pyarrow.int64()),
            "told": pyarrow.list_(
                pyarrow.struct([("claim", pyarrow.int32()), ("telling", pyarrow.binary())])
            ),
        }
        return pyarrow.schema([(name, kinds[kind]) for name, kind in columns])

    return make


_SCHEMAS: dict[Callable[[Row], Iterator[Row]], Callable[[], pyarrow.Schema]] = {
    _tell: _schema([("id", "string"), ("json", "string"), ("keys", "keys"), ("told", "told")]),
    _link: _schema([("a", "string"), ("b", "string"), ("points", "int")]),
    _group: _schema([("incident", "string"), ("node", "string")]),
    _incident: _schema([("id", "string"), ("json", "string")]),
}
