"""Web Annotations: the rules of the W3C's model, then every selector against the text that it points into."""

import json
import re

MOTIVATIONS = {"describing", "identifying", "classifying"}
PURPOSES = {"tagging", "describing", "identifying", "classifying", "assessing", "commenting"}


def check(truth):
    path = truth.folder / "web-annotations.jsonld"
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection" and collection["id"].startswith("urn:")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", collection["created"]), collection["created"]
    page = collection["first"]
    assert page["type"] == "AnnotationPage" and page["partOf"] == collection["id"] and page["startIndex"] == 0
    items = page["items"]
    truth.same(len(items), collection["total"], "total")
    truth.same(len({item["id"] for item in items}), len(items), "names of annotations are their own")
    texts = {article["id"]: article for article in collection["tally:articles"]}
    sources = list(texts)
    truth.same([texts[one]["tally:text"] for one in sources], [one["text"] for one in truth.articles], "texts")
    left = {source: list_of(article) for source, article in zip(sources, truth.articles)}
    for item in items:
        rules(item)
        annotation(truth, item, texts, dict(zip(sources, truth.articles)), left)
    assert all(not marks for marks in left.values()), "marks are missing"
    return truth.line("W3C Web Annotations")


def list_of(article):
    """The sorts of marks that must come, one entry each."""
    sorts = {"name": "names", "time": "times", "boilerplate": "boilerplate", "claim": "claims"}
    return [(sort, tuple(mark["span"])) for sort, key in sorts.items() for mark in article[key]]


def rules(item):
    assert item["type"] == "Annotation" and item["motivation"] in MOTIVATIONS
    assert item["creator"]["type"] in {"Software", "Person"}
    for body in item["body"]:
        assert body["purpose"] in PURPOSES, body
        assert body["type"] != "TextualBody" or isinstance(body["value"], str)


def place(truth, target, texts, expected, where):
    """Both selectors mean the same words."""
    text = texts[target["source"]]["tally:text"]
    position, quote = target["selector"]
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    start, end = position["start"], position["end"]
    truth.mark(text, [start, end], expected, where)
    truth.same(quote["exact"], text[start:end], where)
    truth.same(quote["prefix"], text[max(0, start - 32):start], where)
    truth.same(quote["suffix"], text[end:end + 32], where)


def annotation(truth, item, texts, articles, left):
    where, target = item["id"], item["target"]
    article = articles[target["source"]]
    sort = where.split(":")[2]
    span = tuple(target["selector"][0][key] for key in ("start", "end"))
    left[target["source"]].remove((sort, span))
    bodies = item["body"]
    if sort == "claim":
        claim = truth.claim_of(article, where.split(":")[3])
        place(truth, target, texts, claim, where)
        told = bodies[1]
        for name, value in claim["fields"].items():
            truth.field(told.get(f"tally:{name}"), value, f"{where} {name}")
        words = {one["tally:role"]: one for one in told["tally:words"]}
        truth.same(set(words), set(claim["roles"]), where)
        for role, one in words.items():
            place(truth, one, texts, {"span": claim["roles"][role]}, f"{where} {role}")
        notes = [body["value"] for body in bodies if body["purpose"] == "commenting"]
        truth.field(notes, [claim["fields"]["note"]] if claim["fields"]["note"] else [], where)
        return
    key = {"name": "names", "time": "times", "boilerplate": "boilerplate"}[sort]
    mark = next(mark for mark in article[key] if tuple(mark["span"]) == span)
    place(truth, target, texts, mark, where)
    if sort == "name":
        truth.field(bodies[1]["tally:canonical"], mark["canonical"], where)
        truth.field(bodies[0]["value"], mark["kind"], where)
        truth.field(item["creator"]["id"].split(":")[-1], mark["made_by"], where)
    elif sort == "time":
        truth.field(bodies[1]["tally:value"], mark["value"], where)
    else:
        truth.field(bodies[1]["value"], mark["kind"], where)
