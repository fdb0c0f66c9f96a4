"""Incidents from Python: the same as the command line's, from memory and from a file."""

import json
import subprocess
import sys
from pathlib import Path

import isnad
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def _run(*arguments: object) -> str:
    command = [sys.executable, "-m", "isnad", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("db") / "examples.isnad"
    _run("ingest", EXAMPLES, "--db", path)
    return path


def test_the_file_holds_what_the_command_line_shows(ingested: Path) -> None:
    lines = _run("incidents", "--db", ingested, "--to", "jsonl").splitlines()
    with isnad.open(ingested) as database:
        found = list(database.incidents())
        assert [one.json for one in found] == lines
        assert database.counts["incidents"] == len(lines)
        assert database.verify() == []
        hall = next(one for one in found if {"sanaa-hall-1", "sanaa-hall-2"} <= set(one.reports))
        assert hall.id in {one.id for one in database.incidents(place="Sanaa", reports=2)}
        assert database.incident(hall.id) == hall and hall.to_dict()["id"] == hall.id
        assert hall.id in database.compare(hall.id)
        assert "sanaa" not in hall._repr_html_() or "<table>" in hall._repr_html_()
        with pytest.raises(KeyError):
            database.incident("ISN-222222")
    with pytest.raises(isnad.Error, match="closed"):
        database.verify()


def test_reports_in_memory_give_the_same_incidents(ingested: Path) -> None:
    coded = _run("code", EXAMPLES, "--to", "jsonl", "--with-text", "--explain").splitlines()
    here = isnad.incidents(coded)
    with isnad.open(ingested) as database:
        there = list(database.incidents())
    assert {one.claims for one in here} == {one.claims for one in there}
    assert {json.dumps({**one.to_dict(), "id": ""}) for one in here} == {
        json.dumps({**one.to_dict(), "id": ""}) for one in there
    }


def test_order_changes_no_incident() -> None:
    coded = _run("code", EXAMPLES, "--to", "jsonl", "--with-text").splitlines()
    first = {one.claims for one in isnad.incidents(coded)}
    assert {one.claims for one in isnad.incidents(reversed(coded))} == first


def test_a_file_is_made_and_adding_again_adds_nothing(tmp_path: Path) -> None:
    report = isnad.load().code("تظاهر المئات في السويداء.", published="2024-02-03", id="a")
    with isnad.open(tmp_path / "own.isnad", writable=True) as database:
        assert database.add([report]) == 1
        assert database.add([report]) == 0
        assert database.counts == {"reports": 1, "versions": 1, "claims": 1, "incidents": 1}
    frame = isnad.incidents_to_pandas(isnad.incidents([report]))
    assert frame.type.tolist() == ["PROTEST"] and frame.agreement_agent[0] in ("single", "silent")


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(isnad.Error, match="no such database"):
        isnad.open(tmp_path / "absent.isnad")
    other = tmp_path / "other"
    other.write_text("no database")
    with pytest.raises(isnad.Error, match="no Isnad database"):
        isnad.open(other)
