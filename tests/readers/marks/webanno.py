"""WebAnno TSV 3.3 by the rules of INCEpTION's reader and user guide, strictly: columns, order of lines, offsets in
UTF-16 units, escapes, numbers of marks, slots. Plain texts are read by web_anno_tsv too."""

import re
from dataclasses import dataclass, field

from lxml import etree
from web_anno_tsv import open_web_anno_tsv

from truth import TAGS, flat
from uima import camel

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
BUILT_IN = {ENTITY: {"identifier", "value"}}
VALUE = {"\\\\": "\\", "\\[": "[", "\\]": "]", "\\|": "|", "\\_": "_", "\\->": "->", "\\;": ";", "\\t": "\t",
         "\\n": "\n", "\\*": "*"}
TEXT = {"\\t": "\t", "\\n": "\n", "\\f": "\f", "\\r": "\r", "\\b": "\b", "\\\\": "\\"}
TEXT |= {"\\" + chr(code): chr(code) for code in range(32) if code < 8 or code > 13}


def unescape(words, table):
    """From left to right; a backslash that escapes nothing is an error."""
    out, at = [], 0
    while at < len(words):
        if words[at] == "\\":
            code = next((code for code in sorted(table, key=len, reverse=True) if words.startswith(code, at)), None)
            assert code, f"a backslash that escapes nothing: {words!r}"
            out.append(table[code])
            at += len(code)
        else:
            assert table is not VALUE or words[at] not in "[]|_;*\t\n\r", f"not escaped: {words!r}"
            out.append(words[at])
            at += 1
    return "".join(out)


@dataclass
class Mark:
    layer: str
    begin: int
    end: int
    features: dict = field(default_factory=dict)
    roles: list = field(default_factory=list)
    targets: list = field(default_factory=list)


class Document:
    """One file as INCEpTION would take it."""

    def __init__(self, content, layers):
        assert "\r" not in content, "a carriage return ends a line there"
        assert content.endswith("\n") and not content.endswith("\n\n"), "an empty line at the end is an error there"
        lines = content.removesuffix("\n").split("\n")
        assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
        at, self.columns = 1, []
        while lines[at]:
            self.layer(lines[at], layers)
            at += 1
        assert lines[at] == lines[at + 1] == "", "two empty lines end the head"
        self.text, self.units, self.marks, self.deferred = "", {}, {}, []
        self.sentences, self.num_tokens, self.last_end = 0, 0, 0
        self.body(lines[at + 2:])
        for mark, values in self.deferred:
            assert len(values) == len(mark.roles), (mark, values)
            for value in values:
                unit, number = re.fullmatch(r"(\d+-\d+(?:\.\d+)?)\[(\d+)\]", value).groups()
                target = self.marks[int(number)]
                assert unit == self.first_unit[int(number)], "a slot names the line on which its target begins"
                mark.targets.append(target)

    def layer(self, line, layers):
        assert line.startswith("#T_SP="), line
        name, *features = line.removeprefix("#T_SP=").split("|")
        for nth, feature in enumerate(features):
            if feature.startswith("ROLE_"):
                _, role, link = feature.split("_")
                assert role == f"{name}:roles" and "roles" in layers[name] and link in layers, feature
                self.columns.append((name, "role", role))
            elif "." in feature:
                assert features[nth - 1].startswith("ROLE_") and feature in layers, feature
                self.columns.append((name, "target", feature))
            else:
                assert feature in layers.get(name, BUILT_IN.get(name, ())), feature
                self.columns.append((name, "plain", feature))

    def body(self, lines):
        state, head = "between", []
        self.first_unit, self.last_unit = {}, None
        for line in [*lines, None]:
            if line is not None and line.startswith("#") and state in ("between", "head"):
                assert line.startswith("#Text=")
                head.append(unescape(line.removeprefix("#Text="), TEXT))
                state = "head"
            elif not line:
                assert state == "tokens", "a sentence without tokens"
                assert self.text.endswith("\n"), "the last line end of a sentence is taken off"
                state = "between"
            else:
                if state == "head":
                    self.sentences += 1
                    self.num_tokens = 0
                    begin = int(line.split("\t")[1].split("-")[0])
                    self.sentence("\n".join(head) + "\n", begin)
                    head = []
                assert state in ("head", "tokens"), line
                state = "tokens"
                self.token(line)
        self.text = self.text.removesuffix("\n")

    def sentence(self, words, begin):
        length = units(self.text)
        if length > begin:
            assert length == begin + 1 and self.text.endswith("\n"), "a sentence begins before the last one ends"
            self.text = self.text.removesuffix("\n")
        self.text += " " * (begin - units(self.text))
        assert units(self.text) == begin
        self.text += words

    def token(self, line):
        cells = line.split("\t")
        assert cells[-1] == "" and len(cells) == len(self.columns) + 4, line
        name, place, words = cells[:3]
        begin, end = map(int, place.split("-"))
        if "." in name:
            token, part = name.split(".")
            assert token == self.last_unit and int(part) == self.parts + 1, "parts are counted from 1"
            self.parts += 1
            assert self.token_place[0] <= begin < end <= self.token_place[1] and (begin, end) != self.token_place
        else:
            self.num_tokens += 1
            self.parts = 0
            assert name == f"{self.sentences}-{self.num_tokens}", name
            assert begin >= self.last_end, "tokens never meet"
            self.last_end, self.last_unit, self.token_place = end, name, (begin, end)
        covered = slice16(self.text, begin, end)
        assert unescape(words, TEXT) == covered, (words, covered)
        stacked = {}
        for (layer, sort, feature), raw in zip(self.columns, cells[3:-1]):
            if raw == "_":
                assert not stacked.get(layer), "all columns of a layer are empty or none"
                stacked[layer] = []
                continue
            values = re.split(r"(?<!\\)\|", raw)
            self.cells(name, (begin, end), (layer, sort, feature), values, stacked)

    def cells(self, unit, place, column, values, stacked):
        layer, sort, feature = column
        if sort == "target":
            assert len(values) == len(stacked[layer])
            for mark, value in zip(stacked[layer], values):
                if not mark.targets_seen:
                    self.deferred.append((mark, [] if value == "*" else re.split(r"(?<!\\);", value)))
                mark.targets_seen = True
            return
        here = []
        for value in values:
            value, number = re.fullmatch(r"(.*)\[(\d+)\]", value, re.S).groups()
            number = int(number)
            mark = self.marks.get(number)
            if mark is None:
                mark = self.marks[number] = Mark(layer, *place)
                mark.targets_seen = False
                self.first_unit[number] = unit
            assert mark.layer == layer, "a number belongs to one mark"
            mark.end = place[1]
            here.append(mark)
            if sort == "role":
                mark.roles = [] if value == "_" else [unescape(one, VALUE) for one in re.split(r"(?<!\\);", value)]
            elif value != "*":
                mark.features[feature] = unescape(value, VALUE)
        assert stacked.setdefault(layer, here) == here, "columns of a layer stack their marks alike"


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice16(text, begin, end):
    return text.encode("utf-16-le")[2 * begin:2 * end].decode("utf-16-le")


def layers_of(path):
    space = {"u": "http://uima.apache.org/resourceSpecifier"}
    types = etree.parse(str(path)).findall(".//u:typeDescription", space)
    name = lambda one: one.find("u:name", space).text
    return {name(one): {name(feature) for feature in one.findall(".//u:featureDescription", space)} for one in types}


def check(truth):
    folder = truth.folder / "webanno-tsv"
    layers = layers_of(folder / "layers.xml")
    identifiers = dict(line.split("\t")[::2] for line in
                       (folder / "names.tsv").read_text(encoding="utf-8").splitlines()[1:])
    with_words = [(number, one) for number, one in enumerate(truth.articles, 1) if one["text"].strip()]
    files = sorted(path for path in folder.glob("*.tsv") if path.name != "names.tsv")
    truth.same([int(path.name[:4]) for path in files], [number for number, _ in with_words], "files")
    for path, (_, article) in zip(files, with_words):
        document = Document(path.read_bytes().decode("utf-8"), layers)
        compare(truth, document, article, identifiers)
        if not re.search(r"[\\\r\t\x00-\x08\x0b-\x1f]", article["text"]):
            others(truth, path, article)
    return truth.line("WebAnno TSV 3.3 (INCEpTION's rules, web_anno_tsv)")


def blank(text, at):
    """True for what stands on no line: blanks, but for those that hold the digits of one number together."""
    c, number = text[at], "\u00a0\u202f"
    inside = c in number and text[at - 1:at].isdigit() and text[at + 1:at + 2].isdigit()
    return c.isspace() and c not in "\x1c\x1d\x1e\x1f" and not inside


def trimmed(text, span):
    """A mark without the blanks at its ends."""
    start, end = span
    while start < end and blank(text, start):
        start += 1
    while start < end and blank(text, end - 1):
        end -= 1
    return start, end


def compare(truth, document, article, identifiers):
    text, where = article["text"], article["file"]
    blanks = lambda words: "".join(" " if c.isspace() else c for c in words)
    truth.same(blanks(document.text), blanks(text.rstrip())[:len(document.text)], where)
    at = lambda point: units(text[:point])

    def place(mark, span):
        start, end = trimmed(text, span)
        truth.marks += 1
        truth.same((mark.begin, mark.end), (at(start), at(end)), where)
        truth.same(blanks(slice16(document.text, mark.begin, mark.end)), blanks(text[start:end]), where)

    of = lambda layer: sorted((one for one in document.marks.values() if one.layer == layer),
                              key=lambda one: (one.begin, one.end))
    plain = {ENTITY: "names", "webanno.custom.TimeExpression": "times", "webanno.custom.Boilerplate": "boilerplate"}
    for layer, key in plain.items():
        expected = sorted(article[key], key=lambda mark: trimmed(text, mark["span"]))
        truth.same(len(of(layer)), len(expected), f"{where} {layer}")
        for mark, one in zip(of(layer), expected):
            place(mark, one["span"])
            if key == "names":
                truth.field(mark.features["value"], TAGS[one["kind"]], where)
                truth.field(identifiers[mark.features["identifier"]], one["canonical"], where)
            elif key == "times":
                truth.field(mark.features.get("value"), one["value"], where)
            else:
                truth.field(mark.features["kind"], one["kind"], where)
    claims = of("webanno.custom.Claim")
    truth.same(len(claims), len(article["claims"]), where)
    for mark in claims:
        expected = truth.claim_of(article, mark.features["claimId"])
        place(mark, expected["span"])
        for name, value in expected["fields"].items():
            value = flat(value)
            value = value.replace("\r", " ") if value is not None else None
            truth.field(mark.features.get(camel(name)), value, f"{where} {name}")
        truth.same(set(mark.roles), set(expected["roles"]), where)
        for role, target in zip(mark.roles, mark.targets, strict=True):
            truth.same(target.features, {"role": role}, where)
            place(target, expected["roles"][role])


def others(truth, path, article):
    """The names, as another program reads them."""
    found = []
    with open_web_anno_tsv(str(path)) as file:
        for sentence in file:
            found += [(one.text, one.label) for one in sentence.annotations]
    expected = [(article["text"][slice(*name["span"])], TAGS[name["kind"]]) for name in article["names"]]
    truth.marks += len(expected)
    truth.same(found, expected, f"{path.name} by web_anno_tsv")
