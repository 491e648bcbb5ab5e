"""UIMA CAS, read by dkpro-cassis, XMI and JSON."""

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

from truth import TAGS, clean, flat

CLAIM = "webanno.custom.Claim"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(word.capitalize() for word in tail)


def check_xmi(truth):
    folder = truth.folder / "uima-xmi"
    with open(folder / "TypeSystem.xml", "rb") as file:
        types = load_typesystem(file)
    files = sorted(folder.glob("*.xmi"))
    for path, article in zip(files, truth.articles, strict=True):
        with open(path, "rb") as file:
            document(truth, load_cas_from_xmi(file, typesystem=types), article, clean)
    return truth.line("UIMA CAS XMI (dkpro-cassis)")


def check_json(truth):
    files = sorted((truth.folder / "uima-json").glob("*.json"))
    for path, article in zip(files, truth.articles, strict=True):
        with open(path, "rb") as file:
            document(truth, load_cas_from_json(file), article, lambda words: words)
    return truth.line("UIMA CAS JSON (dkpro-cassis)")


def document(truth, cas, article, held):
    """`held` is what the format can hold of words."""
    where, text = article["file"], held(article["text"])
    truth.same(cas.sofa_string or "", text, where)
    span = lambda one: [one.begin, one.end]

    def marks(layer, expected, fields):
        found = sorted(cas.select(layer), key=span)
        truth.same(len(found), len(expected), f"{where} {layer}")
        for one, mark in zip(found, sorted(expected, key=lambda mark: mark["span"])):
            truth.mark(text, span(one), mark, where, held)
            truth.same(one.get_covered_text(), text[one.begin:one.end], where)
            for name, value in fields(mark).items():
                truth.field(getattr(one, name), held(value) if value else value, f"{where} {layer} {name}")

    marks(DKPRO + "ner.type.NamedEntity", article["names"], lambda mark: {
        "value": TAGS[mark["kind"]], "canonical": mark["canonical"], "madeBy": mark["made_by"]})
    marks("webanno.custom.TimeExpression", article["times"], lambda mark: {"value": mark["value"]})
    marks("webanno.custom.Boilerplate", article["boilerplate"], lambda mark: {"kind": mark["kind"]})
    claims = cas.select(CLAIM)
    truth.same(len(claims), len(article["claims"]), where)
    for one in claims:
        claim(truth, one, truth.claim_of(article, one.claimId), text, held)
    tokens, sentences = (list(cas.select(DKPRO + "segmentation.type." + one)) for one in ("Token", "Sentence"))
    words = "".join(token.get_covered_text() for token in tokens)
    blank = lambda c: c.isspace() and c not in "\x1c\x1d\x1e\x1f"
    expected = [held(c) for c in article["text"] if not blank(c)]
    truth.same([c for c in words if not blank(c)], expected, f"{where} tokens")
    assert all(any(s.begin <= t.begin and t.end <= s.end for s in sentences) for t in tokens), where


def claim(truth, one, expected, text, held):
    where = one.claimId
    truth.mark(text, [one.begin, one.end], expected, where, held)
    for name, value in expected["fields"].items():
        found = getattr(one, camel(name))
        if name == "part_of":
            truth.field(found, value, where)
        elif name == "confidence":
            truth.field(round(float(found), 3), value, where)
        else:
            value = flat(value)
            truth.field(found, held(value) if value else value, f"{where} {name}")
    links = one.roles.elements if one.roles is not None and hasattr(one.roles, "elements") else (one.roles or [])
    truth.same({link.role for link in links}, set(expected["roles"]), where)
    for link in links:
        target = link.target
        truth.same(target.role, link.role, where)
        truth.mark(text, [target.begin, target.end], {"span": expected["roles"][link.role]}, where)
