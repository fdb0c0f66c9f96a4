"""The notebook of the documentation, executed: every cell runs, and the outcomes it speaks of are there."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("pandas")
NOTEBOOK = Path(__file__).parents[2] / "docs" / "use" / "from_reports_to_a_map.ipynb"


@pytest.fixture(scope="module")
def executed() -> Any:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": NOTEBOOK.parent}})
    client.execute(env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, map(os.path.abspath, sys.path)))})
    return notebook


def _shown(notebook: Any, kind: str) -> list[str]:
    return [
        "".join(output["data"][kind])
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if kind in output.get("data", {})
    ]


def test_it_is_kept_without_outputs() -> None:
    import nbformat

    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert all(not cell.get("outputs") for cell in cells)


def test_reports_become_a_map_and_a_comparison(executed: Any) -> None:
    pages = _shown(executed, "text/html")
    assert any('dir="rtl"' in page and "<mark" in page for page in pages)  # a report, its spans marked
    assert any("ISN-" in page and "agreement_killed" in page for page in pages)  # the table
    (picture,) = _shown(executed, "image/svg+xml")
    places = re.findall(r"<title>ISN-[A-Z0-9]+ \d{4}-\d\d-\d\d [A-Z]+ ", picture)
    assert len(places) > 5
    printed = "".join(
        output.get("text", "") for cell in executed.cells for output in cell.get("outputs", [])
    )
    assert re.search(r"^killed - (agreed|disputed|denied|single)$", printed, re.M)
    assert "according to" in printed
