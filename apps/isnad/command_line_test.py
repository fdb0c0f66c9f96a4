#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The program as users meet it: arguments, exit statuses, odd inputs, what goes to which stream.

usage: command_line_test.py PATH/TO/isnad SOURCE_DIR   (run by ctest)

Texts are our own. Every output line of a successful run is read back as JSON.
"""
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ISNAD = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLES = SOURCE / "examples" / "reports"
REPORT = "قُتل خمسة مدنيين اليوم الثلاثاء في قصف مدفعي على بلدة سرمين، بحسب الدفاع المدني.\n"  # five civilians killed …


def run(*arguments, data=b"", timeout=300):
    done = subprocess.run([ISNAD, *map(str, arguments)], input=data, capture_output=True, timeout=timeout, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def records(output):
    return [json.loads(line) for line in output.splitlines()]


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.dir = pathlib.Path(self.kept.name)
        self.addCleanup(self.kept.cleanup)

    def write(self, name, content):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def assert_one_line(self, text, *parts):
        self.assertTrue(text.startswith("isnad: "), text)
        self.assertEqual(text.count("\n"), 1, text)
        for part in parts:
            self.assertIn(part, text)

    # Usage

    def test_help_goes_to_standard_output_with_examples(self):
        for arguments in (["--help"], ["code", "--help"], ["help", "code"], ["lexicon", "build", "--help"], ["scenarios", "--help"]):
            status, out, err = run(*arguments)
            self.assertEqual((status, err), (0, ""))
            self.assertIn("Examples:", out)

    def test_every_option_stands_in_the_reference(self):
        reference = (SOURCE / "docs" / "reference" / "command_line.md").read_text(encoding="utf-8")
        commands = re.findall(r"(?m)^  ([a-z]+)  ", run("--help")[1].split("Subcommands:")[1])
        self.assertIn("code", commands)
        for command in commands:
            self.assertIn(f"## `isnad {command}", reference)
            for option in re.findall(r"(?m)^ +(?:-\w,)?(--[a-z-]+)", run(command, "--help")[1]):
                self.assertTrue(option in reference or option == "--help", option)

    def test_bad_usage_is_one_line_and_status_two(self):
        for arguments, named in ((["cod"], "cod"), (["code", "--form", "x"], "--form"), (["code", "--from", "pdf"], "pdf"),
                                 (["code", "--jobs", "0", "-"], "--jobs"), (["code", "--published", "soon", "-"], "soon"),
                                 ([], "--help"), (["lexicon"], "--help"), (["lexicon", "build", "x"], "--out")):
            status, out, err = run(*arguments)
            self.assertEqual((status, out), (2, ""), arguments)
            self.assert_one_line(err, named)

    def test_version_names_program_and_knowledge(self):
        status, out, err = run("version")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("isnad.report/1", out)
        self.assertRegex(out, r"lexicon [0-9a-f]{16}")

    # Inputs

    def test_text_from_file_folder_and_standard_input_give_the_same_claims(self):
        path = self.write("one/a.txt", REPORT)
        outputs = [run("code", path, "--published", "2024-05-14"), run("code", path.parent, "--published", "2024-05-14"),
                   run("code", "-", "--published", "2024-05-14", data=REPORT.encode()),
                   run("code", "--published", "2024-05-14", data=REPORT.encode())]
        for status, out, err in outputs:
            self.assertEqual((status, err), (0, ""))
            claims = records(out)[0]["claims"]
            self.assertEqual([c["trigger"] for c in claims], [c["trigger"] for c in records(outputs[0][1])[0]["claims"]])
        self.assertEqual(records(outputs[0][1])[0]["report"]["id"], "a")

    def test_pipe_named_as_a_file_is_read(self):
        reading, writing = os.pipe()
        os.write(writing, REPORT.encode())
        os.close(writing)
        done = subprocess.run([ISNAD, "code", f"/dev/fd/{reading}", "--published", "2024-05-14"], capture_output=True,
                              pass_fds=[reading], timeout=60, check=False)
        os.close(reading)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(records(done.stdout.decode())), 1)

    def test_empty_file_is_named_and_the_rest_coded(self):
        self.write("a.txt", "")
        self.write("b.txt", REPORT)
        status, out, err = run("code", self.dir, "--published", "2024-05-14")
        self.assertEqual(status, 1)
        self.assertEqual([r["report"]["id"] for r in records(out)], ["b"])
        self.assertIn("a.txt", err.splitlines()[0])
        self.assertIn("1 of 2", err.splitlines()[-1])

    def test_binary_file_is_named(self):
        path = self.write("a.txt", bytes(range(256)) * 40)
        status, out, err = run("code", path)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("a.txt", err)

    def test_unreadable_file_in_a_folder_is_named_and_the_rest_coded(self):
        self.write("a.txt", REPORT)
        (self.dir / "b.txt").symlink_to(self.dir / "nowhere")
        closed = self.write("c.txt", REPORT)
        closed.chmod(0)
        self.write("d.txt", REPORT)
        status, out, err = run("code", self.dir, "--published", "2024-05-14")
        self.assertEqual(status, 1)
        self.assertIn("b.txt", err)
        ids = [r["report"]["id"] for r in records(out)]
        self.assertEqual(ids, ["a", "c", "d"] if os.geteuid() == 0 else ["a", "d"])

    def test_folder_without_reports_is_an_error(self):
        self.write("notes.md", "x")
        status, out, err = run("code", self.dir)
        self.assertEqual((status, out), (1, ""))
        self.assertIn(str(self.dir), err)

    def test_broken_json_lines_between_good_ones_are_named_by_line(self):
        good = json.dumps({"text": REPORT, "published": "2024-05-14"}, ensure_ascii=False)
        broken = ["{\"text\": ", "[]", "{\"id\": 3}", "{\"text\": 7}", "{\"text\": \"x\", \"published\": \"soon\"}"]
        lines = [good, broken[0], broken[1], good, broken[2], broken[3], broken[4], good]
        path = self.write("r.jsonl", "\n".join(lines) + "\n")
        status, out, err = run("code", path)
        self.assertEqual(status, 1)
        self.assertEqual(len(records(out)), 3)
        for number in (2, 3, 5, 6, 7):
            self.assertIn(f"r.jsonl:{number}", err)
        self.assertIn("5 of 8", err.splitlines()[-1])

    def test_fifty_megabytes_in_one_line_are_named_and_the_rest_coded(self):
        sentence = REPORT.strip() + " "
        huge = sentence * (50_000_000 // len(sentence.encode()) + 1)
        self.write("a.txt", huge)
        self.write("b.txt", REPORT)
        self.write("c.jsonl", json.dumps({"text": huge}) + "\n" + json.dumps({"text": REPORT}) + "\n")
        status, out, err = run("code", self.dir, "--published", "2024-05-14", timeout=60)
        self.assertEqual(status, 1)
        self.assertEqual([r["report"]["id"] for r in records(out)], ["b", "c:2"])
        self.assertIn("a.txt", err.splitlines()[0])
        self.assertIn("c.jsonl:1", err.splitlines()[1])

    def test_the_longest_text_allowed_does_not_hang(self):
        sentence = REPORT.strip() + " "
        self.write("a.txt", sentence * (1_000_000 // len(sentence.encode())))
        status, out, _ = run("code", self.dir, "--published", "2024-05-14", timeout=400)
        self.assertEqual((status, len(records(out))), (0, 1))

    def test_index_of_a_folder_fills_outlet_and_day(self):
        self.write("a.txt", REPORT)
        self.write("b.txt", REPORT)
        self.write("index.tsv", "id\toutlet\tpublished\na\tوكالة المنارة\t2024-05-14\n")
        status, out, _ = run("code", self.dir, "--outlet", "Other", "--published", "2023-01-01")
        self.assertEqual(status, 0)
        self.assertEqual([(r["report"]["outlet"], r["report"]["published"]) for r in records(out)],
                         [("وكالة المنارة", "2024-05-14"), ("Other", "2023-01-01")])

    def test_bad_index_is_named_by_line(self):
        self.write("a.txt", REPORT)
        self.write("index.tsv", "id\tpublished\na\tsoon\n")
        status, _, err = run("code", self.dir)
        self.assertEqual(status, 1)
        self.assertIn("index.tsv:2", err)

    def test_two_files_of_one_name_get_two_ids(self):
        first, second = self.write("x/a.txt", REPORT), self.write("y/a.txt", REPORT)
        _, out, _ = run("code", first, second)
        self.assertEqual([r["report"]["id"] for r in records(out)], ["a", "a~2"])

    def test_encodings_are_detected(self):
        for name, encoded in (("bom", b"\xef\xbb\xbf" + REPORT.encode()), ("utf16", REPORT.encode("utf-16")),
                              ("cp1256", REPORT.encode("cp1256"))):
            _, out, err = run("code", "--with-text", "-", data=encoded)
            self.assertEqual(records(out)[0]["report"]["text"].strip(), REPORT.strip(), (name, err))

    def test_report_without_a_day_is_coded_and_says_so_once(self):
        status, out, err = run("code", "-", data=REPORT.encode())
        self.assertEqual(status, 0)
        self.assertEqual(len(records(out)), 1)
        self.assert_one_line(err, "--published")

    # Pages, feeds, archives

    PAGE = ("<html><head><meta charset=utf-8><meta property='og:site_name' content='وكالة المنارة'></head><body><nav><a href=/>x</a></nav>"
            f"<h1>قصف على سرمين</h1><time datetime='2024-05-14T09:30:00Z'>14 أيار</time><p>{REPORT}</p></body></html>")

    @staticmethod
    def record(body, kind="response"):
        message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body.encode()
        return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://n.example/1\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(message)}\r\n\r\n").encode() + message + b"\r\n\r\n"

    def test_forms_are_told_by_their_bytes_and_give_the_same_claims(self):
        feed = f"<rss><channel><title>وكالة المنارة</title><item><title>قصف على سرمين</title><pubDate>Tue, 14 May 2024 09:30:00 GMT</pubDate><description>{REPORT}</description></item></channel></rss>"
        archive = gzip.compress(self.record("x", "request")) + gzip.compress(self.record(self.PAGE))
        types = set()
        for name, content in (("a.html", self.PAGE), ("b.rss", feed), ("c.warc.gz", archive), ("d", self.PAGE), ("e", feed), ("f", archive)):
            path = self.write(name, content)
            for arguments, data in (([path], b""), (["-"], path.read_bytes())):
                status, out, err = run("code", "--with-text", *arguments, data=data)
                self.assertEqual((status, err), (0, ""), name)
                report = records(out)[0]["report"]
                self.assertEqual((report["title"], report["outlet"], report["text"].strip()), ("قصف على سرمين", "وكالة المنارة", REPORT.strip()), name)
                self.assertTrue(report["published"].startswith("2024-05-14T09:30"), name)
                for claim in records(out)[0]["claims"]:
                    trigger = claim["trigger"]
                    if "in" not in trigger:
                        self.assertEqual(report["text"][trigger["begin"]:trigger["end"]], trigger["text"])
                types.add(tuple(claim["type"] for claim in records(out)[0]["claims"]))
        self.assertEqual(len(types), 1)

    def test_what_cannot_be_read_of_an_archive_is_named_and_the_rest_coded(self):
        bomb = gzip.compress(self.record("\0" * 200_000_000), compresslevel=9)
        content = gzip.compress(self.record(self.PAGE)) + bomb + gzip.compress(self.record("<p>no article")) + gzip.compress(self.record(self.PAGE))[:-60]
        status, out, err = run("code", self.write("a.warc.gz", content))
        self.assertEqual(status, 1)
        self.assertEqual(len(records(out)), 1)
        for part in ("zip bomb", "no article", "breaks off"):
            self.assertIn(part, err)
        self.assertEqual(err.count("a.warc.gz"), 3)

    def test_fifty_megabytes_of_a_page_in_one_line_are_named(self):
        self.write("a.html", "<html><p>" + "<b>" * 17_000_000)
        self.write("b.html", self.PAGE)
        status, out, err = run("code", self.dir, timeout=60)
        self.assertEqual((status, len(records(out))), (1, 1))
        self.assertIn("a.html", err.splitlines()[0])

    def test_the_index_of_a_folder_goes_before_what_a_page_says(self):
        self.write("a.html", self.PAGE)
        self.write("index.tsv", "id\toutlet\tpublished\na\tصحيفة\t2020-01-01\n")
        report = records(run("code", self.dir)[1])[0]["report"]
        self.assertEqual((report["outlet"], report["published"]), ("صحيفة", "2020-01-01"))

    # Output

    def test_title_field_is_coded_with_spans_of_its_own(self):
        record = {"title": "قصف مدفعي على بلدة سرمين", "text": REPORT, "published": "2024-05-14"}
        _, out, _ = run("code", "--from", "jsonl", "--with-text", data=json.dumps(record).encode())
        report = records(out)[0]["report"]
        self.assertEqual((report["title"], report["text"]), (record["title"], record["text"]))
        self.assertEqual(report["text_length"], len(REPORT))

    def test_jobs_and_runs_do_not_change_a_byte(self):
        for form in ("jsonl", "table"):
            outputs = {run("code", EXAMPLES, "--to", form, "--jobs", jobs)[1] for jobs in (1, 2, 2, 4)}
            self.assertEqual(len(outputs), 1)

    def test_table_has_no_colours_when_piped_and_isolates_arabic(self):
        _, out, _ = run("code", "-", "--to", "table", "--outlet", "وكالة المنارة", data=REPORT.encode())
        self.assertNotIn("\x1b", out)
        self.assertIn("\u2068وكالة المنارة\u2069", out)
        self.assertEqual(out.count("\u2068"), out.count("\u2069"))

    def test_explain_adds_the_trace(self):
        _, out, _ = run("code", "-", "--explain", data=REPORT.encode())
        self.assertTrue(all("trace" in claim for claim in records(out)[0]["claims"]))
        _, out, _ = run("code", "-", data=REPORT.encode())
        self.assertFalse(any("trace" in claim for claim in records(out)[0]["claims"]))

    def test_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([ISNAD, "code", EXAMPLES], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("standard output", done.stderr.decode())

    # Knowledge

    def test_missing_or_damaged_knowledge_is_status_three_before_any_report(self):
        status, out, err = run("code", EXAMPLES, "--data", self.dir)
        self.assertEqual((status, out), (3, ""))
        self.assert_one_line(err, "lexicon.bin")
        share = ISNAD.parent.parent / "share" / "isnad"
        for entry in share.iterdir():
            if entry.name != "lexicon.bin":
                (self.dir / entry.name).symlink_to(entry.resolve())
        damaged = bytearray((share / "lexicon.bin").read_bytes())
        damaged[len(damaged) // 2] ^= 1
        self.write("lexicon.bin", bytes(damaged))
        status, out, err = run("code", EXAMPLES, "--data", self.dir)
        self.assertEqual((status, out), (3, ""))
        self.assert_one_line(err, "lexicon.bin")

    def test_lexicon_folder_of_ones_own_is_laid_over_and_checked(self):
        self.write("mine/mine.tsv", "id\tar\tgloss\tsource\nx\tكلمة\ta word\ttest\n")
        status, _, err = run("code", "-", "--lexicon", self.dir / "mine", data=REPORT.encode())
        self.assertEqual(status, 0, err)
        self.write("mine/mine.tsv", "id\tar\tgloss\tsource\nx\tكلمة\ta word\ttest\tone too many\n")
        status, out, err = run("code", "-", "--lexicon", self.dir / "mine", data=REPORT.encode())
        self.assertEqual((status, out), (3, ""))
        self.assertIn("mine.tsv:2", err)

    def test_lexicon_survives_dump_and_build(self):
        tables, rebuilt = self.dir / "tables", self.dir / "again.bin"
        self.assertEqual(run("lexicon", "dump", "--out", tables)[0], 0)
        self.assertEqual(run("lexicon", "build", tables, "--out", rebuilt)[0], 0)
        self.assertEqual(rebuilt.read_bytes(), (ISNAD.parent.parent / "share" / "isnad" / "lexicon.bin").read_bytes())

    def test_lexicon_check_names_file_and_line(self):
        self.write("mine/words.tsv", "id\tar\tgloss\tsource\nb\tكلمة\ta word\ttest\na\tكلمة\t\ttest\n")
        status, out, _ = run("lexicon", "check", self.dir / "mine")
        self.assertEqual(status, 1)
        for part in ("words.tsv:3: a has no gloss", "is spelt like a", "out of order"):
            self.assertIn(part, out)

    def test_scenarios_that_fail_are_named_with_what_was_found(self):
        path = self.write("s.txt", "=== five or six\npublished: 2024-05-14\n\n" + REPORT + "---\nclaims: 99\n")
        status, out, _ = run("scenarios", path)
        self.assertEqual(status, 1)
        self.assertIn("five or six", out)
        self.assertIn("expected 99 claims", out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
