"""REFI-QDA: read by pyrefiqda, whose classes are made from the standard's schema; with a schema, checked by it too."""

import os
import tempfile
import zipfile
from pathlib import Path

from lxml import etree
from pyrefiqda import RefiProject

from truth import clean, flat

CODES = {"person": "Person", "org": "Organisation", "place": "Place", "group": "Group"}


def check(truth):
    path = truth.folder / "refi-qda.qdpx"
    schema(path)
    with tempfile.TemporaryDirectory() as folder:
        project = RefiProject.load(path, folder)
        sources = project.sources.text_source
        codes = {}
        walk(project.code_book.codes.code, codes)
        users = {user.guid: user.name for user in project.users.user}
        notes = {note.guid: note.plain_text_content for note in (project.notes.note if project.notes else [])}
        variables = {one.guid: one.name for one in project.variables.variable}
        truth.same(len(sources), len(truth.articles), "sources")
        guids = set(codes) | set(users) | set(notes) | set(variables)
        for source, article in zip(sources, truth.articles):
            text = RefiProject.resolve_source_path(source.plain_text_path, folder)
            content = Path(text).read_bytes().decode("utf-8")
            truth.same(content, article["text"], article["file"])
            document(truth, source, article, (codes, users, notes))
            told = {variables[one.variable_ref.target_guid]: one.text_value for one in source.variable_value}
            truth.field(Path(told["File"]).name, article["file"], article["file"])
            truth.field(told["SHA-256"], article["sha256"], article["file"])
            new = {source.guid} | {one.guid for one in source.plain_text_selection}
            new |= {coding.guid for one in source.plain_text_selection for coding in one.coding}
            assert not new & guids, "a GUID stands twice"
            guids |= new
    return truth.line("REFI-QDA (pyrefiqda)")


def schema(path):
    """Against the schema itself, where whoever checks has it: its licence is not told, so it is not kept here."""
    known = os.environ.get("REFI_QDA_SCHEMA")
    document = etree.fromstring(zipfile.ZipFile(path).read("project.qde"))
    if known:
        etree.XMLSchema(etree.parse(known)).assertValid(document)
        print("REFI-QDA: valid by the schema of the standard")


def walk(codes, out):
    for code in codes:
        out[code.guid] = code
        walk(code.code, out)


def document(truth, source, article, known):
    codes, users, notes = known
    by_sort = {"claim": [], "words": [], "names": [], "times": [], "boilerplate": []}
    for one in source.plain_text_selection:
        about = dict(line.split(": ", 1) for line in one.description.split("\n"))
        names = [codes[coding.code_ref.target_guid].name for coding in one.coding]
        assert all(codes[coding.code_ref.target_guid].is_codable for coding in one.coding)
        sort = "claim" if "kind" in about else "words" if "role" in about else "names" if "entity" in about else None
        sort = sort or ("times" if names == ["Date or time"] else "boilerplate")
        by_sort[sort].append((one, about, names))
    for sort in ("names", "times", "boilerplate"):
        found = sorted(by_sort[sort], key=lambda row: (row[0].start_position, row[0].end_position))
        expected = sorted(article[sort], key=lambda mark: mark["span"])
        truth.same(len(found), len(expected), f"{article['file']} {sort}")
        for (one, about, names), mark in zip(found, expected):
            truth.mark(article["text"], [one.start_position, one.end_position], mark, article["file"])
            if sort == "names":
                truth.field(about["canonical"], clean(mark["canonical"]), article["file"])
                truth.field(names, [CODES[mark["kind"]]], article["file"])
                user = "Tallyscope" if mark["made_by"] == "machine" else "Analyst"
                truth.field(users[one.creating_user], user, article["file"])
            else:
                truth.field(about["value"], mark.get("value", mark.get("kind")) or "", article["file"])
    words = {}
    for one, about, names in by_sort["words"]:
        words.setdefault(about["claim"], {})[about["role"]] = one
    truth.same(len(by_sort["claim"]), len(article["claims"]), article["file"])
    for one, about, names in by_sort["claim"]:
        expected = truth.claim_of(article, about["id"])
        where = f"{article['file']} {about['id']}"
        truth.mark(article["text"], [one.start_position, one.end_position], expected, where)
        for name, value in expected["fields"].items():
            value = flat(value)
            one_line = clean(value.replace("\n", " ").replace("\r", " ")) if value is not None else None
            truth.field(about.get(name), one_line, f"{where} {name}")
        kind = expected["fields"]["kind"].removeprefix("other: ")
        truth.field(names[0].lower(), kind.lower(), where)
        tags = expected["fields"]["tags"] or []
        truth.same(names[len(names) - len(tags):] if tags else [], tags, where)
        found = [notes[ref.target_guid] for ref in one.note_ref]
        truth.field(found, [expected["fields"]["note"]] if expected["fields"]["note"] else [], where)
        roles = words.get(about["id"], {})
        truth.same(set(roles), set(expected["roles"]), where)
        for role, place in roles.items():
            truth.mark(article["text"], [place.start_position, place.end_position],
                       {"span": expected["roles"][role]}, where)
