# SPDX-License-Identifier: Apache-2.0
"""A desk for tests, on a free port of 127.0.0.1, over a store of its own."""
import http.client
import json
import pathlib
import subprocess
import tempfile


class Served:
    """A desk over a store of its own."""

    def __init__(self, isnad, reports, options=(), before=None):
        """`before` is called with the database's path when the reports are in it."""
        self.secure = None  # where it speaks https: whom to believe
        self.kept = tempfile.TemporaryDirectory()
        self.db = pathlib.Path(self.kept.name) / "desk.isnad"
        subprocess.run([isnad, "ingest", reports, "--db", self.db], check=True, capture_output=True, timeout=300)
        if before:
            before(self.db)
        self.process = subprocess.Popen([isnad, "serve", "--db", self.db, "--port", "0", *options], stderr=subprocess.PIPE)
        line = self.process.stderr.readline().decode("utf-8")
        self.port = int(line.split("127.0.0.1:")[1].split("/")[0])

    def close(self):
        self.process.terminate()
        status = self.process.wait(timeout=20)
        self.process.stderr.close()
        self.kept.cleanup()
        return status

    def ask(self, method, path, body=None, headers=None, raw=False):
        connection = (http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=self.secure) if self.secure
                      else http.client.HTTPConnection("127.0.0.1", self.port, timeout=60))
        try:
            data = json.dumps(body).encode("utf-8") if body is not None and not raw else body
            connection.request(method, path, body=data, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), answer.read()
        finally:
            connection.close()
