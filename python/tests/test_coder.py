"""Coding through the package: the same bytes as the command line, lazily, in order, in parallel."""

import datetime
import json
import subprocess
from pathlib import Path

import isnad
import pytest

STRIKE = (
    "قالت وكالة المدار إن طائرة مسيرة قصفت مستودعا في مدينة إدلب يوم السبت، "
    "ما أسفر عن مقتل ثلاثة أشخاص."
)  # the agency said a drone struck a depot in Idlib on Saturday, killing three
PROTEST = "تظاهر المئات في مدينة السويداء احتجاجا على الغلاء."  # hundreds protested in Suwayda


@pytest.fixture(scope="module")
def coder() -> isnad.Coder:
    return isnad.load()


def test_a_report_gives_typed_claims(coder: isnad.Coder) -> None:
    report = coder.code(STRIKE, published=datetime.date(2024, 3, 4), outlet="الديار")
    strike = next(claim for claim in report.claims if claim.type == "ASSAULT")
    assert strike.casualties.killed is not None and strike.casualties.killed.best == 3
    assert strike.place is not None and strike.place.country == "SY"
    assert strike.time is not None and strike.time.earliest == datetime.date(2024, 3, 2)
    assert strike.chain[0].narrator.kind == "outlet"
    begin, end = strike.trigger.begin, strike.trigger.end
    assert report.text[begin:end] == strike.trigger.text


def test_the_json_is_the_command_lines(coder: isnad.Coder, tmp_path: Path) -> None:
    records = [
        {"id": "a", "text": STRIKE, "published": "2024-03-04", "outlet": "الديار"},
        {"id": "b", "text": PROTEST, "title": "احتجاجات في السويداء"},
    ]
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
    program = Path(isnad.__file__).parent / "_dist" / "bin" / "isnad"
    printed = subprocess.run(
        [program, "code", "--from", "jsonl", "--to", "jsonl", source],
        capture_output=True,
        check=True,
    ).stdout.decode()
    coded = [report.json for report in coder.code_many(records, jobs=2)]
    # the fingerprint is of the record's bytes, which json.dumps here and there writes alike
    assert [json.loads(line or "") for line in coded] == [
        json.loads(line) for line in printed.splitlines()
    ]


def test_many_come_back_in_order(coder: isnad.Coder) -> None:
    reports = [{"id": str(number), "text": STRIKE} for number in range(100)]
    assert [report.id for report in coder.code_many(reports, jobs=4)] == [
        str(number) for number in range(100)
    ]


def test_many_are_taken_lazily(coder: isnad.Coder) -> None:
    taken = 0

    def endless() -> "isnad.coder.Iterator[str]":
        nonlocal taken
        while True:
            taken += 1
            yield PROTEST

    stream = coder.code_many(endless(), jobs=2)
    next(stream)
    assert taken <= 32
    stream.close()  # type: ignore[attr-defined]


def test_a_bad_report_says_what_is_wrong(coder: isnad.Coder) -> None:
    with pytest.raises(isnad.Error, match="white space"):
        coder.code("   ")
    with pytest.raises(isnad.Error, match="date"):
        coder.code(PROTEST, published="yesterday")
    with pytest.raises(isnad.Error, match="JSON"):
        coder.code("\ud800")


def test_a_bad_report_can_be_kept_among_good_ones(coder: isnad.Coder) -> None:
    kept = list(coder.code_many([PROTEST, "", {"no": "text"}, PROTEST], on_error="keep"))
    assert [report.error is None for report in kept] == [True, False, False, True]
    assert kept[1].claims == () and kept[1].to_dict()["error"]
    with pytest.raises(isnad.Error):
        list(coder.code_many([PROTEST, ""]))


def test_wrong_arguments_are_named(coder: isnad.Coder) -> None:
    with pytest.raises(ValueError, match="jobs is 0"):
        coder.code_many([], jobs=0)
    with pytest.raises(ValueError, match="on_error"):
        coder.code_many([], on_error="ignore")  # type: ignore[arg-type]
    with pytest.raises(isnad.Error, match="nowhere"):
        isnad.load("/nowhere")


def test_own_tables_lie_over_the_built_in_ones(tmp_path: Path) -> None:
    plain = isnad.load().code("اندلعت معركة في إدلب.", published="2024-03-04")
    own = isnad.load(lexicons=[_table_of_own(tmp_path)], explain=True)
    coded = own.code("اندلعت معركة في إدلب.", published="2024-03-04")
    assert len(coded.claims) == len(plain.claims)
    assert all(claim.trace for claim in coded.claims)


def _table_of_own(folder: Path) -> Path:
    (folder / "weapons.tsv").write_text(
        (Path(isnad.__file__).parent / "_dist/share/isnad/languages/ar/weapons.tsv").read_text()
    )
    return folder


def test_a_notebook_shows_marks_and_escapes(coder: isnad.Coder) -> None:
    shown = coder.code(STRIKE + " <script>alert(1)</script>")._repr_html_()
    assert 'dir="rtl"' in shown and "<mark" in shown
    assert "<script>" not in shown


def test_the_command_line_comes_along() -> None:
    import sys

    printed = subprocess.run(
        [sys.executable, "-m", "isnad", "--help"], capture_output=True, check=True
    )
    assert b"code" in printed.stdout
