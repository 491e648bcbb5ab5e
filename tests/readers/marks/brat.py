"""brat standoff, read and validated by bioc; then every fragment against the text."""

import json
import re

from bioc import brat

CUTS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
TYPES = {"person": "Person", "org": "Organisation", "place": "Place", "group": "Group"}
ROLES = {"number": "Number", "outcome": "Harm", "victims": "Victims", "speaker": "Speaker", "relay": "Relay",
         "as_of": "AsOf", "event_date": "EventDate", "place": "EventPlace"}
ATTRIBUTES = {"qualifier": "Qualifier", "form": "Form", "victim_class": "VictimClass", "scope": "Scope",
              "modality": "Modality", "status": "Status", "made_by": "MadeBy"}


def check(truth):
    folder = truth.folder / "brat"
    known = set(re.findall(r"^\w+", (folder / "annotation.conf").read_text(encoding="utf-8"), re.M))
    texts = sorted(folder.glob("*.txt"))
    for path, article in zip(texts, truth.articles, strict=True):
        with open(path, encoding="utf-8", newline="\n") as text, \
                open(path.with_suffix(".ann"), encoding="utf-8", newline="\n") as ann:
            document(truth, brat.load(text, ann, path.stem), article, known)
    return truth.line("brat standoff (bioc)")


def pieces(text, span):
    """Where a mark stands once it is cut at line ends, without blanks around its pieces."""
    start, end = span
    out, begun = [], None
    for at in range(start, end + 1):
        if at == end or text[at] in CUTS:
            if begun is not None:
                words = text[begun:at]
                head, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
                if words.strip():
                    out.append((begun + head, at - tail))
            begun = None
        elif begun is None:
            begun = at
    return out


def document(truth, doc, article, known):
    text = article["text"]
    truth.same(doc.text, text.replace("\r", " "), doc.id)
    fields = {note.refid: json.loads(note.text) for note in doc.notes if note.type == "Fields"}
    entities = {one.id: one for one in doc.entities}
    assert {one.type for one in doc.entities} <= known, doc.id
    for one in doc.entities:
        spans = sorted((span.begin, span.end) for span in one.locations)
        truth.same(one.text.rstrip(), " ".join(doc.text[a:b] for a, b in spans).rstrip(), f"{doc.id} {one.id}")

    def at(entity, expected, where):
        found = sorted((span.begin, span.end) for span in entity.locations)
        truth.marks += 1
        truth.same(found, pieces(text, expected["span"]), where)

    plain = {"names": lambda mark: TYPES[mark["kind"]], "times": lambda _: "Time",
             "boilerplate": lambda _: "Boilerplate"}
    for key, sort in plain.items():
        for mark in article[key]:
            spans = pieces(text, mark["span"])
            found = [one for one in doc.entities if one.type == sort(mark)
                     and sorted((span.begin, span.end) for span in one.locations) == spans and one.id in fields]
            assert len(found) == 1, (doc.id, mark)
            at(found[0], mark, doc.id)
            for name in ("canonical", "made_by", "value"):
                if name in mark:
                    truth.field(fields[found[0].id][name], mark[name], doc.id)
    truth.same(len(doc.events), len(article["claims"]), doc.id)
    for event in doc.events:
        claim(truth, (doc, event, entities, at), article, fields)


def claim(truth, found, article, fields):
    doc, event, entities, at = found
    told = fields[event.id]
    expected = truth.claim_of(article, told["id"])
    where = f"{doc.id} {event.id}"
    at(entities[event.trigger_id], expected, where)
    truth.same(event.type, entities[event.trigger_id].type, where)
    truth.same(set(event.arguments), {ROLES[role] for role in expected["roles"]}, where)
    for role, span in expected["roles"].items():
        at(entities[event.arguments[ROLES[role]]], {"span": span}, where)
    attributes = {one.type: one.attributes for one in doc.attributes if one.refid == event.id}
    for name, value in expected["fields"].items():
        if name in ATTRIBUTES:
            truth.field(attributes[ATTRIBUTES[name]], {value}, f"{where} {name}")
        elif name == "part_of":
            truth.field("PartOf" in attributes, value, where)
        else:
            truth.field(told.get(name), value, f"{where} {name}")
    notes = [note.text for note in doc.notes if note.type == "AnnotatorNotes" and note.refid == event.id]
    note = expected["fields"]["note"]
    truth.field(notes, [" ".join(note.split())] if note else [], where)
