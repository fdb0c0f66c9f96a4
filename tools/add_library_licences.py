#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts the licence of each library that auditwheel copied into a wheel beside it, as Debian's package states it.

usage: add_library_licences.py WHEEL

Writes dist-info/licenses/libraries/PACKAGE into the wheel, in place, and the wheel's RECORD anew. Fails where a
library is in no package, or its package states no licence.
"""
import base64
import hashlib
import pathlib
import re
import subprocess
import sys
import zipfile

DOCUMENTS = pathlib.Path("/usr/share/doc")


def package_of(library):
    """libz-1a2b3c4d.so.1.2.13, as auditwheel names it, is libz.so.1.2.13 in a package."""
    name = re.sub(r"-[0-9a-f]{8}(?=[.])", "", library)
    found = subprocess.run(["dpkg", "-S", f"*/{name}"], capture_output=True, text=True).stdout
    packages = {line.split(":")[0] for line in found.splitlines() if "/lib/" in line}
    if not packages:
        sys.exit(f"add_library_licences.py: no package holds {name}")
    return min(packages)


def line_of_record(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def main():
    wheel = pathlib.Path(sys.argv[1])
    whole = wheel.with_suffix(".new")
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
        libraries = {pathlib.PurePath(name).name for name in names if re.search(r"\.libs/.+\.so", name)}
        folder = record.removesuffix("RECORD") + "licenses/libraries/"
        licences = {folder + package: (DOCUMENTS / package / "copyright").read_bytes()
                    for package in sorted(map(package_of, libraries))}
        for entry in old.infolist():
            if entry.filename != record:
                new.writestr(entry, old.read(entry), zipfile.ZIP_DEFLATED)
        for name, content in licences.items():
            new.writestr(name, content)
        lines = [line_of_record(name, content) for name, content in licences.items()]
        new.writestr(record, old.read(record).decode() + "".join(lines))
    whole.replace(wheel)
    print(f"{len(licences)} licences of {len(libraries)} libraries")


if __name__ == "__main__":
    main()
