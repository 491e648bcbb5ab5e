#!/usr/bin/env python3
"""Writes a gold file for score_claims.py from the marks beside this file.

usage: gold.py MARKS.jsonl TEXTS.jsonl OUT.json

MARKS.jsonl  `open.jsonl` or `blind.jsonl`: a line an article, claims as offsets in code points and values
TEXTS.jsonl  a line an article, {doc_id, text}: `corpus/names/silver.jsonl`
"""
import json
import sys


def main():
    marks, texts, out = sys.argv[1:4]
    marked = [json.loads(line) for line in open(marks, encoding="utf-8")]
    wanted = {article["doc_id"] for article in marked}
    text_of = {}
    for line in open(texts, encoding="utf-8"):
        row = json.loads(line)
        if row["doc_id"] in wanted:
            text_of[row["doc_id"]] = row["text"]
    missing = sorted(wanted - set(text_of))
    if missing:
        sys.exit(f"{texts} lacks {len(missing)} of the marked articles, {missing[0]} among them: take the corpus's own file")
    for article in marked:
        text = article["text"] = text_of[article["doc_id"]]
        for claim in article["claims"]:
            claim["text"] = text[claim["start"] : claim["end"]]
            for field in ("victims", "speaker", "relay"):
                claim[field] = text[slice(*claim[field])] if claim[field] else None
    json.dump(marked, open(out, "w", encoding="utf-8"), ensure_ascii=False)


if __name__ == "__main__":
    main()
