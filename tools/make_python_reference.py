#!/usr/bin/env python3
"""docs/reference/python.md from the package's docstrings and its tables' schemas.

usage: PYTHONPATH=build/release/python make_python_reference.py > docs/reference/python.md
python/tests/test_reference.py fails where the page is not what this prints.
"""

from __future__ import annotations

import dataclasses
import inspect
import textwrap
from types import ModuleType
from typing import Any, Iterator

HEAD = """# Python

Made from the docstrings by `tools/make_python_reference.py`; the guide is [docs/use/python.md](../use/python.md).
"""


def paragraphs(thing: Any) -> str:
    """A docstring with its examples fenced."""
    out: list[str] = []
    example = False
    for line in inspect.cleandoc(thing.__doc__ or "").splitlines():
        if line.startswith(">>>") and not example:
            out.append("```python")
            example = True
        elif not line and example:
            out.append("```")
            example = False
        out.append(line.replace("  # doctest: +SKIP", ""))
    if example:
        out.append("```")
    return "\n".join(out)


def parameter(one: inspect.Parameter) -> str:
    stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
    kind = "" if one.annotation is one.empty else f": {one.annotation}"
    default = "" if one.default is one.empty else f" = {one.default!r}"
    return f"{stars}{one.name}{kind}{default}"


def signature(thing: Any) -> str:
    whole = inspect.signature(thing)
    parts: list[str] = []
    for one in whole.parameters.values():
        if one.name == "self":
            continue
        if one.kind is one.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        parts.append(parameter(one))
    return f"({', '.join(parts)}) -> {whole.return_annotation}"


def function(thing: Any, prefix: str, level: str) -> str:
    return f"{level} `{prefix}{thing.__name__}{signature(thing)}`\n{paragraphs(thing)}\n"


def fields(thing: Any) -> Iterator[str]:
    yield "| field | type |\n|---|---|"
    for field in dataclasses.fields(thing):
        kind = str(field.type).replace("|", "\\|")
        yield f"| `{field.name}` | `{kind}` |"


def members(thing: Any) -> Iterator[str]:
    for name, member in vars(thing).items():
        if name.startswith("_") or isinstance(member, staticmethod):
            continue
        if inspect.isfunction(member):
            yield function(member, "", "####")
        elif isinstance(member, property) or hasattr(member, "func"):
            yield f"#### `{name}`\n{paragraphs(getattr(member, 'fget', None) or member.func)}\n"


def class_page(thing: Any) -> str:
    parts = [f"### `{thing.__name__}`\n{paragraphs(thing)}\n"]
    if dataclasses.is_dataclass(thing):
        parts.append("\n".join(fields(thing)) + "\n")
    parts.extend(members(thing))
    return "\n".join(parts)


def module_page(module: ModuleType, names: list[str]) -> str:
    parts = [f"## `{module.__name__}`\n{paragraphs(module)}\n"]
    for name in names:
        thing = getattr(module, name)
        parts.append(class_page(thing) if inspect.isclass(thing) else function(thing, "", "###"))
    return "\n".join(parts)


def columns(schema: Any) -> str:
    rows = ["| column | Arrow type |\n|---|---|"]
    for field in schema:
        kind = str(field.type)
        shown = kind if len(kind) <= 90 else textwrap.shorten(kind, 90, placeholder=" …>")
        rows.append(f"| `{field.name}` | `{shown}` |")
    return "\n".join(rows) + "\n"


def page() -> str:
    import isnad
    from isnad import incident, records, spark, tables

    exceptions = "### `Error`\nA report or a file of the engine that cannot be used; a `ValueError` whose words say what, where and what to do.\n"
    classes = [name for name, thing in vars(records).items() if dataclasses.is_dataclass(thing)]
    return "\n".join(
        [
            HEAD,
            module_page(isnad, ["load", "Coder", "CodedReport", "incidents", "incidents_to_pandas", "open", "Database"]),
            exceptions,
            module_page(records, classes),
            module_page(incident, ["Incident", "FieldValue"]),
            module_page(tables, ["reports_to_arrow", "claims_to_arrow", "claims_to_pandas", "batches"]),
            "### Columns of `claims_to_arrow`\nNames and meanings are [the contract's](output.md).\n",
            columns(tables.claims_schema()),
            "### Columns of `reports_to_arrow`\n`claims` holds the columns above as a list of structs.\n",
            columns(tables.schema()),
            module_page(spark, ["code", "claims", "incidents", "coded_schema"]),
        ]
    )


if __name__ == "__main__":
    print(page(), end="")
