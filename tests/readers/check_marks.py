"""Marks in texts, read back by programs that others wrote; every mark is compared: same words, same place, same fields.

usage: check_marks.py PROGRAM FOLDER [PROJECT]

First hard texts (emoji, CRLF, combining marks, Arabic, signs that formats escape) with marks of the machine and of the
analyst that begin and end anywhere: `tests/marks.rs` makes them and tells what the project holds. Then the sample, exported
by PROGRAM and compared with what `extract` prints of the same files.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE / "marks"))

import brat
import conll
import refi
import uima
import w3c
import webanno
from truth import Truth

ROOT = HERE.parent.parent
CHECKS = [w3c.check, webanno.check, uima.check_xmi, uima.check_json, brat.check, conll.check, refi.check]
FORMATS = {"web-annotations": ".jsonld", "webanno-tsv": "", "uima-xmi": "", "uima-json": "", "brat": "",
           "conll-2003": ".conll", "refi-qda": ".qdpx"}
FIELDS = ["kind", "value", "low", "high", "qualifier", "form", "victims", "victim_class", "speaker", "relay", "as_of",
          "event_date", "scope", "part_of", "modality", "confidence", "rule"]


def check(folder, what):
    for one in CHECKS:
        truth = Truth(folder)
        line = one(truth)
        assert truth.marks > 0, line
        print(f"{what}: {line}", flush=True)


def hard_texts(folder):
    folder.mkdir(parents=True)
    run("cargo", "test", "--quiet", "--locked", "--test", "marks", cwd=ROOT,
        env={**os.environ, "TALLYSCOPE_MARKS_DIR": str(folder)})
    check(folder, "hard texts")


def sample(program, folder):
    folder.mkdir(parents=True)
    files = sorted(path for path in (ROOT / "assets" / "sample").iterdir() if path.suffix in (".html", ".txt"))
    lines = run(program, "extract", *files).decode("utf-8").splitlines()
    articles = [article(json.loads(line)) for line in lines]
    (folder / "truth.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
    for name, ending in FORMATS.items():
        option = [] if name == "conll-2003" else ["--option", "boilerplate=on"]
        run(program, "export", *files, "--format", name, "--out", folder / (name + ending), *option)
    check(folder, "sample")


def article(told):
    """What `extract` prints, as the checks want it."""
    parts = [{"span": [one["start"], one["end"]], "kind": one["kind"]} for one in told["boilerplate"]]
    shown = lambda one: not any(a <= one["start"] < b for a, b in (part["span"] for part in parts))
    span = lambda one: [one["start"], one["end"]]
    return {
        "file": Path(told["file"]).name, "sha256": told["sha256"], "text": told["text"], "boilerplate": parts,
        "names": [{"span": span(one), "kind": one["type"], "canonical": one["canonical"], "made_by": "machine"}
                  for one in told["entities"] if shown(one)],
        "times": [{"span": span(one), "value": one["value"]} for one in told["times"] if shown(one)],
        "claims": [claim(one) for one in told["claims"]],
    }


def claim(told):
    fields = {name: told[name] for name in FIELDS}
    place = told["place"] or {"text": None, "canonical": None}
    fields |= {"place": place["text"], "place_name": place["canonical"], "status": "unreviewed", "made_by": "machine",
               "verdict": None, "corrected_fields": None, "note": None, "tags": None}
    roles = {role: span for role, span in told["roles"].items() if span}
    return {"number": None, "key": told["id"], "span": [told["start"], told["end"]], "words": told["text"],
            "roles": roles, "fields": fields}


def run(*words, **more):
    """What a program prints; it must end well."""
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False, **more)
    assert done.returncode == 0, (words, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


if __name__ == "__main__":
    out = Path(sys.argv[2])
    hard_texts(out / "hard")
    sample(sys.argv[1], out / "sample")
