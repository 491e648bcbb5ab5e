"""CoNLL-2003, read by NLTK; names are put together again from their tags."""

import nltk
from nltk.corpus.reader import ConllCorpusReader

from truth import TAGS

UNSEEN = "\u200b\ufeff\u00ad"


def check(truth):
    path = truth.folder / "conll-2003.conll"
    nltk.data.path.append(str(path.parent))
    reader = ConllCorpusReader(str(path.parent), [path.name], ("words", "pos", "chunk", "ne"))
    documents, current = [], None
    for sentence in reader._grids():
        if not sentence:
            # the reader takes the line -DOCSTART- away and leaves its block
            current = []
            documents.append(current)
        else:
            current.append([(row[0], row[3]) for row in sentence])
    truth.same(len(documents), len(truth.articles), "documents")
    for sentences, article in zip(documents, truth.articles):
        document(truth, sentences, article)
    return truth.line("CoNLL-2003 (NLTK)")


def document(truth, sentences, article):
    where, text = article["file"], article["text"]
    shown = [c if not any(s <= at < e for s, e in (part["span"] for part in article["boilerplate"])) else " "
             for at, c in enumerate(text)]
    control = lambda c: c.isspace() or ord(c) < 32 or 127 <= ord(c) < 160
    plain = lambda words: "".join(c for c in words if not control(c) and c not in UNSEEN and c != "_")
    words = "".join(word for sentence in sentences for word, _ in sentence)
    truth.same(plain(words), plain("".join(shown)), where)
    names, open_name = [], None
    for sentence in sentences:
        for word, tag in sentence:
            if tag == "O":
                open_name = None
                continue
            begins, kind = tag.split("-")
            if begins == "B":
                open_name = [kind, ""]
                names.append(open_name)
            assert open_name is not None and open_name[0] == kind, (where, word, tag)
            open_name[1] += word
        open_name = None
    expected = [[TAGS[name["kind"]], plain(text[slice(*name["span"])])] for name in article["names"]]
    truth.marks += len(expected)
    truth.same([[kind, plain(words)] for kind, words in names], expected, where)
