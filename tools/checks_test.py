#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The checks find what they are there to find: each gets a source with one fault and must name its line.

usage: checks_test.py
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent
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


if __name__ == "__main__":
    unittest.main()
