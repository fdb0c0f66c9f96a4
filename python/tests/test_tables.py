"""Tables: the same values as the JSON, absent as null, bad reports kept."""

import isnad
import pytest

pyarrow = pytest.importorskip("pyarrow")

REPORTS = [
    {
        "id": "a",
        "text": "قتل ثلاثة مدنيين وأصيب خمسة بجروح في قصف مدفعي على مدينة سرمين يوم الاثنين.",
        "published": "2024-02-07",
    },  # three civilians killed, five wounded in shelling of Sarmin on Monday
    {"id": "b", "text": "سجل المنتخب هدفين."},  # the team scored two goals: no claim
    {"id": "c", "text": ""},
]


@pytest.fixture(scope="module")
def coded() -> list[isnad.CodedReport]:
    return list(isnad.load().code_many(REPORTS, on_error="keep"))


def test_no_report_is_lost(coded: list[isnad.CodedReport]) -> None:
    table = isnad.reports_to_arrow(coded)
    assert table.column("id").to_pylist() == ["a", "b", "c"]
    assert [error is None for error in table.column("error").to_pylist()] == [True, True, False]
    assert table.column("json").to_pylist()[0] == coded[0].json


def _as_json(row: dict, names: tuple[str, ...]) -> dict:  # type: ignore[type-arg]
    return {name: row[name] for name in names}


def test_a_row_says_what_the_claim_says(coded: list[isnad.CodedReport]) -> None:
    rows = isnad.claims_to_arrow(coded).to_pylist()
    claims = coded[0].to_dict()["claims"]
    assert rows and len(rows) == len(claims)
    same = ("id", "type", "mode", "means", "contexts", "weapons", "factuality", "background")
    for row, claim in zip(rows, claims):
        names = same + ("certainty", "quote", "same_event", "denies", "confidence", "rule", "main")
        assert _as_json(row, names) == _as_json(claim, names)
        assert row["trigger"] == claim["trigger"]["text"]
        assert row["killed"] == claim["casualties"]["killed"]
        assert row["report_id"] == "a"
        assert (row["place"] is None) == (claim["place"] is None)
        if claim["place"]:
            assert row["place"] == claim["place"]
        if claim["time"]:
            assert str(row["time"]["earliest"]) == claim["time"]["earliest"]
        assert [link["certainty"] for link in row["chain"]] == [
            link["certainty"] for link in claim["chain"]
        ]
        assert row["agents"] == claim["agents"]


def test_many_batches_make_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.tables._ROWS_A_BATCH", 3)
    reports = list(isnad.load().code_many([REPORTS[0]] * 10))
    assert isnad.reports_to_arrow(reports).num_rows == 10
    assert isnad.claims_to_arrow(reports).num_rows == 10 * len(reports[0].claims)


def test_an_empty_table_has_its_columns() -> None:
    table = isnad.claims_to_arrow([])
    assert table.num_rows == 0 and "confidence" in table.column_names


def test_every_value_survives_validation(coded: list[isnad.CodedReport]) -> None:
    isnad.reports_to_arrow(coded).validate(full=True)
    isnad.claims_to_arrow(coded).validate(full=True)


def test_a_frame_keeps_absent_absent(coded: list[isnad.CodedReport]) -> None:
    pytest.importorskip("pandas")
    frame = coded[0].to_pandas()
    assert list(frame["report_id"].unique()) == ["a"]
    assert str(frame["trigger_begin"].dtype) == "Int32"
