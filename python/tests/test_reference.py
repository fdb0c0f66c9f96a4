"""The reference page is what the docstrings say."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    pytest.importorskip("pyspark")
    made = runpy.run_path(str(ROOT / "tools" / "make_python_reference.py"))["page"]()
    page = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    assert page == made, "run tools/make_python_reference.py > docs/reference/python.md"


def test_examples_in_docstrings_hold() -> None:
    import doctest

    import isnad
    from isnad import coder, database, spark

    for module in (isnad, coder, database, spark):
        failed, tried = doctest.testmod(module)
        assert failed == 0
        assert tried > 0 or module is spark  # its example needs a cluster
