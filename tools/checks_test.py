#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The checks find what they are there to find: each gets a source with one fault and must name its line.

usage: checks_test.py
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent
SCHEMA = TOOLS.parent / "docs" / "schema" / "report.schema.json"
CLAIM = {
    "id": "r#c1", "type": "ASSAULT", "mode": None, "means": None, "contexts": [],
    "trigger": {"text": "shell", "begin": 0, "end": 5, "lemma": None}, "sentence": {"index": 0, "begin": 0, "end": 7},
    "agents": [], "recipients": [], "place": None, "time": None, "weapons": [],
    "casualties": {**dict.fromkeys(["killed", "injured", "detained", "abducted", "missing", "displaced"]), "groups": []},
    "factuality": "actual", "background": False,
    "chain": [{"narrator": {"text": None, "name": None, "kind": "outlet", "code": None, "begin": None, "end": None},
               "manner": "reports", "certainty": "certain"}],
    "certainty": "certain", "quote": False, "same_event": None, "denies": None, "confidence": 0.5, "rule": "x", "main": True}
RECORD = {"schema": "isnad.report/1", "claims": [CLAIM], "warnings": [],
          "report": {"id": "r", "sha256": "0" * 64, "title": None, "outlet": None, "byline": None, "url": None,
                     "published": None, "language": "ar", "text_length": 7, "text": "shelled"}}
HEAD = "// SPDX-License-Identifier: Apache-2.0\n// What this is for.\n"


def check(tool, files):
    """Runs a check over a source tree of these files; gives its exit status and output."""
    with tempfile.TemporaryDirectory() as name:
        for path, content in files.items():
            full = pathlib.Path(name) / path
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_text(content, encoding="utf-8")
        done = subprocess.run([sys.executable, TOOLS / tool, name], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


class Checks(unittest.TestCase):
    def assert_fault(self, tool, path, content, named):
        status, out = check(tool, {path: content})
        self.assertEqual(status, 1, out)
        self.assertIn(named, out)

    def assert_clean(self, tool, path, content):
        status, out = check(tool, {path: content})
        self.assertEqual(status, 0, out)

    def test_layers(self):
        path = "src/isnad/text/x.cpp"
        self.assert_clean("check_layers.py", path, HEAD + '#include "isnad/report/report.h"\n')
        self.assert_fault("check_layers.py", path, HEAD + '#include "isnad/claim/claim.h"\n', "text/x.cpp:3")
        self.assert_fault("check_layers.py", path, HEAD + '#include "isnad/tool/x.h"\n', "no layer")
        self.assert_fault("check_layers.py", "src/isnad/helpers/x.cpp", HEAD, "no layer")
        self.assert_fault("check_layers.py", "src/isnad/incident/x.cpp", HEAD + '#include "isnad/pipeline/coder.h"\n', "must not")

    def test_arabic(self):
        path = "src/isnad/text/x.cpp"
        for content in ('f("قال");  // he said\n', '// he said\nf("قال");\n', 'f("قال",\n  // he said\n  1);\n',
                        'g("ون", 1); g(a, "ات");\n', 'f("x");\n', "char c = '\"'; f(1);  // \"قال\" he said\n"):
            self.assert_clean("check_arabic.py", path, HEAD + "\n" + content)
        for content, named in (('f("مدينة");\n', "no-gloss"), ('f({"قال", "أعلن"});  // said, announced\n', "two-literals"),
                               ('f("a\u0640b");\n', "invisible"), ('f("\u200f");\n', "invisible"),
                               ('f("\u064e");  // fatha\n', "invisible"), ("// \u202eword\n", "hidden-order"),
                               ('f(R"(مدينة)");\n', "no-gloss")):
            self.assert_fault("check_arabic.py", path, HEAD + "\n" + content, named)

    def test_house_rules(self):
        path = "src/isnad/text/x.cpp"
        self.assert_clean("check_sources.py", path, HEAD + 'auto s = "std::cout";  // std::exit\n')
        for content in ("std::cout << 1;\n", "printf(\"x\");\n", "std::exit(1);\n", "#include <iostream>\n",
                        "auto x = getenv(\"X\");\n", "std::regex r;\n"):
            self.assert_fault("check_sources.py", path, HEAD + content, "x.cpp:3")
        self.assert_fault("check_sources.py", path, "int x;\n", "SPDX")
        self.assert_fault("check_sources.py", path, "// SPDX-License-Identifier: Apache-2.0\nint x;\n", "paragraph")
        self.assert_fault("check_sources.py", "src/isnad/text/string_util.cpp", HEAD, "one idea")
        self.assert_fault("check_sources.py", "src/isnad/text/x.h", HEAD + "#include <nlohmann/json.hpp>\n", "heavy")

    def test_output_against_contract(self):
        def spoilt(**changes):
            record = json.loads(json.dumps(RECORD))
            for path, value in changes.items():
                *steps, last = path.split("__")
                target = record
                for step in steps:
                    target = target[int(step) if step.isdigit() else step]
                target[last] = value
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
                file.write(json.dumps(record) + "\n")
                file.flush()
                return subprocess.run([sys.executable, TOOLS / "validate_output.py", SCHEMA, file.name],
                                      capture_output=True, text=True, check=False)

        good = spoilt()
        self.assertEqual(good.returncode, 0, good.stdout)
        for change in ({"report__language": None}, {"claims__0__type": "EXPLODE"}, {"claims__0__extra": 1},
                       {"claims__0__trigger__begin": 1}, {"claims__0__trigger__end": 99}, {"claims__0__id": "s#c1"},
                       {"claims__0__same_event": "r#c1"}, {"claims__0__certainty": "possible"},
                       {"report__text_length": 3}, {"claims__0__chain": []},
                       {"claims__0__casualties__killed": {"low": 5, "best": 4, "high": None, "text": None}}):
            self.assertEqual(spoilt(**change).returncode, 1, change)


if __name__ == "__main__":
    unittest.main()
