"""Reads every format of annotations back and compares each mark with the project: `check.py FOLDER`.

FOLDER is what `tests/marks.rs` left with `TALLYSCOPE_MARKS_DIR=FOLDER`.
"""

import sys

import brat
import conll
import refi
import uima
import w3c
import webanno
from truth import Truth

CHECKS = [w3c.check, webanno.check, uima.check_xmi, uima.check_json, brat.check, conll.check, refi.check]

if __name__ == "__main__":
    for check in CHECKS:
        truth = Truth(sys.argv[1])
        line = check(truth)
        assert truth.marks > 0, line
        print(line, flush=True)
