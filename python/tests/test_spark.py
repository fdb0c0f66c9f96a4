"""Spark: the same claims as on one machine, whatever the partitioning; bad rows keep their place."""

import os
import sys
from typing import Any, Iterator

import isnad
import pytest

pyspark = pytest.importorskip("pyspark")

TEXTS = [
    "قصفت طائرات حربية سوقا في مدينة معرة النعمان يوم الأحد وقتلت أحد عشر مدنيا.",
    # warplanes shelled a market in Maarrat an-Numan on Sunday and killed eleven civilians
    "نفى ناطق باسم الجيش وقوع أي هجوم على القاعدة.",  # an army spokesman denied any attack
    "تظاهر العشرات أمام البرلمان في بيروت.",  # dozens demonstrated before parliament in Beirut
    "ارتفعت درجات الحرارة في الرياض.",  # temperatures rose in Riyadh
]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    yield session
    session.stop()


def _reports(count: int) -> list[tuple[str | None, str | None, str, str]]:
    rows: list[tuple[str | None, str | None, str, str]] = [
        (TEXTS[number % len(TEXTS)], f"2024-03-{1 + number % 28:02d}", "الديار", f"r{number:04d}")
        for number in range(count)
    ]
    return rows


SCHEMA = "text string, published string, outlet string, id string"


@pytest.mark.parametrize("partitions", [1, 3, 8])
def test_partitioning_changes_nothing(session: Any, partitions: int) -> None:
    from isnad import spark

    rows = _reports(60)
    frame = session.createDataFrame(rows, SCHEMA).repartition(partitions)
    coded = {row.id: row.json for row in spark.code(frame).select("id", "json").collect()}
    records = [dict(zip(("text", "published", "outlet", "id"), row)) for row in rows]
    here = {report.id: report.json for report in isnad.load().code_many(records)}
    assert coded == here


def test_bad_rows_keep_their_place(session: Any) -> None:
    from isnad import spark

    rows = [(None, "2024-03-01", "a", "no-text"), (TEXTS[0], "some day", "a", "bad-date"),
            (TEXTS[0], None, "a", "good")]  # fmt: skip
    coded = spark.code(session.createDataFrame(rows, SCHEMA)).collect()
    errors = {row.id: row.error for row in coded}
    assert set(errors) == {"no-text", "bad-date", "good"}
    assert "text" in errors["no-text"] and "date" in errors["bad-date"]
    assert errors["good"] is None


def test_claims_are_rows(session: Any) -> None:
    from isnad import spark

    coded = spark.code(session.createDataFrame(_reports(4), SCHEMA))
    claims = spark.claims(coded).collect()
    strike = next(claim for claim in claims if claim.report_id == "r0000" and claim.main)
    assert strike.type == "ASSAULT" and strike.killed.best == 11
    assert str(strike.time.earliest).startswith("2024-0")


def test_columns_may_have_other_names(session: Any) -> None:
    from isnad import spark

    frame = session.createDataFrame([(TEXTS[2], "x")], "body string, key string")
    assert spark.code(frame, text="body", id="key").collect()[0].id == "x"
    with pytest.raises(ValueError, match="no column 'text'"):
        spark.code(frame)


@pytest.mark.parametrize("partitions", [1, 5])
def test_incidents_are_those_of_one_machine(session: Any, partitions: int) -> None:
    import json
    from pathlib import Path

    from isnad import spark

    folder = Path(__file__).parents[2] / "examples" / "reports"
    rows = [
        (file.read_text(encoding="utf-8"), line.split("\t")[2], line.split("\t")[1], file.stem)
        for file in sorted(folder.glob("*.txt"))
        for line in (folder / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]
        if line.split("\t")[0] == file.stem
    ]
    assert len(rows) > 10
    records = [dict(zip(("text", "published", "outlet", "id"), row)) for row in rows]
    here = isnad.incidents(isnad.load().code_many(records))
    frame = session.createDataFrame(rows, SCHEMA).repartition(partitions)
    there = spark.incidents(spark.code(frame, with_text=True)).collect()

    def nameless(line: str) -> str:
        return json.dumps({**json.loads(line), "id": ""}, sort_keys=True)

    assert sorted(nameless(row.json) for row in there) == sorted(nameless(one.json) for one in here)
    assert any(len(one.reports) > 1 for one in here)
