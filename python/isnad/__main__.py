"""`python -m isnad`: the command line that comes with the package."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    program = str(Path(__file__).parent / "_dist" / "bin" / "isnad")
    try:
        os.execv(program, ["isnad", *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"isnad: {program}: {error.strerror}; install the package again")


if __name__ == "__main__":
    main()
