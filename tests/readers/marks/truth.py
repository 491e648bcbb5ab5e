"""What the project holds, and how a mark that was read back is compared with it."""

import json
from pathlib import Path


class Truth:
    """The articles of `truth.json`, and a count of what was compared."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.articles = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))["articles"]
        self.marks = 0
        self.fields = 0

    def same(self, found, expected, where):
        """The two are equal; else the check fails here."""
        assert found == expected, f"{where}:\n  read     {found!r}\n  expected {expected!r}"

    def mark(self, text, span, expected, where, told=lambda words: words):
        """A mark stands on the words on which it should; `told` is what the format makes of words."""
        self.marks += 1
        self.same(list(span), expected["span"], where)
        start, end = expected["span"]
        self.same(text[start:end], told(expected.get("words", text[start:end])), where)

    def field(self, found, expected, where):
        self.fields += 1
        self.same(found, expected, where)

    def claim_of(self, article, claim_id):
        """The claim of which this is the name in an export."""
        _, number, key = claim_id.split("-")
        same = lambda one: one["key"] == key and one["number"] in (None, int(number))
        found = [one for one in article["claims"] if same(one)]
        assert len(found) == 1, claim_id
        return found[0]

    def line(self, name):
        return f"{name}: {self.marks:,} marks and {self.fields:,} fields compared"


def flat(value):
    """A field as formats write it that know words only."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(value)
    return str(value)


def clean(text):
    """The text as XML 1.0 can hold it."""
    legal = lambda c: c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff")
    return "".join(c if legal(c) else "\ufffd" for c in text)


TAGS = {"person": "PER", "org": "ORG", "place": "LOC", "group": "MISC"}
