"""Tables of claims, read back by openpyxl and by Python's csv and json.

usage: check.py PROGRAM FOLDER [PROJECT]

Articles with all that breaks tables (emoji, Arabic, line ends, formulas, quotation marks) are exported without a project, and
every value is compared with what `extract` prints of the same files; a project is compared format against format.
"""

import csv
import datetime
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl

ARTICLES = {
    # a formula as a file's name, as a title and as a speaker
    "=cmd().txt": "=cmd() says more than 4,400 held\n\nDunmoor, 14 March 2031. Varland has arrested more than 4,400 "
    "people since Monday, the Interior Ministry said. At least 71 people were killed, “@Nurses, ward 3” said.\n",
    "emoji.txt": "😀 Toll rises 👩‍👩‍👧‍👦\n\nOn 14 March 2031, 26 to 30 people were killed in Estrava 🔥, police said. Dozens were "
    "injured. About 50 people are missing, and almost 900 were displaced.\n",
    "arabic.txt": "إسترافا\n\nقالت الشرطة. Officials in إسترافا said that 12 people were killed on 13 March 2031. "
    "\u202bمقتل ١٢\u202c At least 5 others were wounded.\n",
    "line ends.txt": "Toll, “quoted”\r\n\r\nThe ministry said, \"at least 12\r\npeople were killed\r\nand 3 were injured\" "
    "on 12 March 2031.\r\n\r\n+5 more, -7 fewer; up to 120 officers were hurt.\r\n",
    "combining.txt": "Cafe\u0301 attack\n\nPolice in Éstráva\u0301 said fewer than 40 people were arrested on "
    "11 March 2031, and no one was killed.\n",
}

READ = [
    "kind", "value", "low", "high", "qualifier", "form", "victims", "victim_class", "speaker", "relay", "as_of",
    "event_date", "scope", "part_of", "part_of_id", "modality",
]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def run(*words):
    """What the program prints; it must end well."""
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False)
    assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
    return done.stdout


def export(program, paths, form, out, *options):
    options = [part for option in options for part in ("--option", option)]
    run(program, "export", *paths, "--format", form, "--out", out, *options)
    return out


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def plain(cell):
    """The words of a cell without the apostrophe that made them harmless."""
    bare = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and bare.startswith(FORMULA) else cell


def table(data):
    """Rows of a CSV by the names of columns; every cell must be harmless."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n"), "RFC 4180: lines end with CR LF"
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    heads = rows[0]
    for row in rows:
        assert len(row) == len(heads), row
        for cell in row:
            assert not cell.startswith(FORMULA) or is_number(cell), f"a spreadsheet would run {cell!r}"
    return heads, [dict(zip(heads, map(plain, row))) for row in rows[1:]]


def words(value):
    """A JSON value as a CSV cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def check_csv(found, rows):
    """Every claim is a row, in order, with the values that `extract` prints."""
    assert len(rows) == len(found), (len(rows), len(found))
    for row, (article, claim) in zip(rows, found):
        for field in READ:
            assert row[field] == words(claim[field]), (field, row[field], claim[field])
        assert row["place"] == words(claim["place"] and claim["place"]["text"])
        assert row["text"] == claim["text"] == article["text"][int(row["start"]) : int(row["end"])]
        begin, end = claim["sentence"]
        assert row["sentence"] == article["text"][begin:end]
        assert (row["id"], row["sha256"], row["title"]) == (claim["id"], article["sha256"], article["title"])
        assert row["file"] == article["file"] and row["status"] == "unreviewed"
        assert row["rule"] == claim["rule"] and abs(float(row["confidence"]) - claim["confidence"]) <= 0.0051
    assert len({row["uid"] for row in rows}) == len(rows), "names are unique"


def check_jsonl(found, data):
    lines = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    method, claims = lines[0], lines[1:]
    assert method["type"] == "method" and method["claims"] == len(claims) and method["policy"]
    if found is not None:
        assert len(claims) == len(found)
        for line, (article, claim) in zip(claims, found):
            for field in READ:
                assert line[field] == claim[field] == line["machine"][field], field
            assert line["text"] == article["text"][line["start"] : line["end"]]
            sentence = line["sentence"]
            assert sentence["text"] == article["text"][sentence["start"] : sentence["end"]]
            assert (line["roles"], line["place"]) == (claim["roles"], claim["place"])
    return claims


def cell_words(cell):
    """A workbook's cell as a CSV cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return str(cell)


def check_xlsx(heads, rows, path, first=2):
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Claims", "Method"], book.sheetnames
    sheet = book["Claims"]
    assert sheet.freeze_panes == f"A{first}", sheet.freeze_panes
    last = openpyxl.utils.get_column_letter(len(heads))
    assert sheet.auto_filter.ref == f"A{first - 1}:{last}{len(rows) + first - 1}", sheet.auto_filter.ref
    assert [cell.value for cell in sheet[1]] == heads
    assert sheet.max_row == len(rows) + first - 1
    numbers = {"start", "end", "value", "low", "high", "page", "confidence"}
    wrapped = sheet.cell(first, heads.index("text") + 1).alignment.wrap_text
    assert wrapped, "quotes are wrapped"
    assert all(10 <= sheet.column_dimensions[openpyxl.utils.get_column_letter(at + 1)].width <= 80
               for at, head in enumerate(heads) if head in ("text", "sentence", "title"))
    days = 0
    for row, cells in zip(rows, sheet.iter_rows(min_row=first)):
        for head, cell in zip(heads, cells):
            assert cell.data_type != "f" and cell.hyperlink is None, (head, cell.value)
            want = row[head]
            if cell.value is not None and (head in numbers or head.startswith("killed")):
                assert isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool), (head, cell.value)
            if head == "part_of":
                assert isinstance(cell.value, bool), cell.value
            if head == "confidence":
                assert abs(cell.value - float(want)) < 1e-9
                continue
            if head in ("published", "as_of", "event_date", "event_start", "event_end") and len(want) == 10 and want[4] == "-":
                assert isinstance(cell.value, datetime.datetime) and cell.number_format == "yyyy-mm-dd", (head, cell.value)
                days += 1
            # XML has one line end
            got = cell_words(cell.value).replace("_x000D_", "\r").replace("\r\n", "\n")
            assert got == want.replace("\r\n", "\n"), (head, got, want)
            if isinstance(cell.value, str) and cell.value.startswith(FORMULA):
                assert cell.data_type == "s" and cell.quotePrefix, (head, cell.value)
    assert days > 0 or not rows
    told = {row[0].value: row[1].value for row in book["Method"].iter_rows() if row[0].value}
    for name in ("Program", "Rules", "Made on", "Project", "Claims", "Vague words (charts)", "qualifier", "unreviewed"):
        assert told.get(name), (name, told)
    assert told["Program"].startswith("Tallyscope "), told["Program"]
    return told


def check_numbers(found, ucdp, acled):
    """The whole numbers of schemas, worked out here once more."""
    taken = [claim for _, claim in found if claim["modality"] != "denied"]
    assert len(ucdp) == len(acled) == len(taken)
    for row, other, claim in zip(ucdp, acled, taken):
        n, low, high = claim["value"], claim["low"], claim["high"]
        want = {
            "exact": (n, n, n),
            "at_least": (n, n, None),
            "more_than": (n and n + 1, n and n + 1, None),
            "almost": (None, n and n - 1, n and n - 1),
            "less_than": (None, None, n and n - 1),
            "up_to": (None, None, n),
            "range": (low, low, high),
            "vague": (low, low, None),
            "fraction": (None, n, None),
        }.get(claim["qualifier"])
        if claim["qualifier"] == "about":
            want = (n - n // 10, n, n + n // 10)
        got = tuple(int(row[field]) if row[field] else None for field in ("low", "best", "high"))
        assert got == want, (claim["text"], got, want)
        one = want[1] if claim["qualifier"] == "about" else want[0] if want[0] is not None else want[1]
        assert other["count"] == words(one), (claim["text"], other["count"], one)
        assert f"“{' '.join(claim['text'].split())}”" in other["notes"]
        assert row["source_original"] == words(claim["speaker"])


def check_articles(program, folder):
    inside = folder / "articles"
    inside.mkdir()
    for name, text in ARTICLES.items():
        (inside / name).write_bytes(text.encode("utf-8"))
    articles = [json.loads(line) for line in run(program, "extract", inside).decode("utf-8").splitlines()]
    found = [(article, claim) for article in articles for claim in article["claims"]]
    assert len(articles) == len(ARTICLES) and len(found) >= 10, len(found)
    kinds = {claim["qualifier"] for _, claim in found}
    assert {"exact", "more_than", "at_least", "range", "about", "almost"} <= kinds, kinds
    assert any("\n" in claim["text"] for _, claim in found), "a quote over two lines is among them"

    out = export(program, [inside], "claims-csv", folder / "claims.csv")
    heads, rows = table(out.read_bytes())
    check_csv(found, rows)
    method = (folder / "claims.csv.method.txt").read_text(encoding="utf-8")
    assert all(article["sha256"] in method for article in articles)
    assert any(row["file"].endswith("=cmd().txt") for row in rows)
    raw = out.read_text(encoding="utf-8")
    assert "'=cmd() says" in raw, "the title was made harmless"
    assert run(program, "export", inside, "--csv", "-").decode("utf-8").replace("\r\n", "\n") == raw.replace("\r\n", "\n")

    check_jsonl(found, export(program, [inside], "claims-jsonl", folder / "claims.jsonl").read_bytes())
    check_xlsx(heads, rows, export(program, [inside], "claims-xlsx", folder / "claims.xlsx"))

    tagged = export(program, [inside], "claims-csv", folder / "tagged.csv", "hxl", "bom", "method=off").read_bytes()
    assert tagged.startswith(b"\xef\xbb\xbf") and not (folder / "tagged.csv.method.txt").exists()
    tag_heads, tag_rows = table(tagged[3:])
    tags = tag_rows.pop(0)
    assert tags["killed"] == "#affected+killed+num" and tags["killed_min"] == "#affected+killed+num+min"
    assert all(tag == "" or tag.startswith("#") for tag in tags.values())
    assert all(row["killed_min"] == (row["low"] if row["kind"] == "killed" else "") for row in tag_rows)
    check_xlsx(tag_heads, tag_rows, export(program, [inside], "claims-xlsx", folder / "tagged.xlsx", "hxl"), first=3)

    ucdp = table(export(program, [inside], "ucdp-ged-csv", folder / "ged.csv", "harms=all").read_bytes())[1]
    acled = table(export(program, [inside], "acled-csv", folder / "acled.csv", "harms=all").read_bytes())[1]
    check_numbers(found, ucdp, acled)
    radford = table(export(program, [inside], "radford-csv", folder / "losses.csv").read_bytes())
    assert radford[0][:10] == [
        "days", "loss_count", "loss_type", "claim_source", "time_frame", "loss_country", "minimum", "maximum", "category",
        "source_target",
    ]
    assert all(row["loss_count"].isdigit() and row["minimum"] in "01" and row["maximum"] in "01" for row in radford[1])
    events = export(program, [inside], "plover-jsonl", folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in events]
    assert events[0]["policy"] and events[0]["events"] == len(events) - 1
    print(f"{len(found)} claims of {len(articles)} articles: CSV, XLSX, JSON lines, UCDP, ACLED, war losses, PLOVER agree")


def check_project(program, folder, project):
    """A project with decisions: the formats say the same."""
    heads, rows = table(export(program, [project], "claims-csv", folder / "project.csv", "machine").read_bytes())
    claims = check_jsonl(None, export(program, [project], "claims-jsonl", folder / "project.jsonl").read_bytes())
    told = check_xlsx(heads, rows, export(program, [project], "claims-xlsx", folder / "project.xlsx", "machine"))
    assert len(rows) == len(claims)
    for row, line in zip(rows, claims):
        assert (row["uid"], row["status"], row["note"]) == (line["uid"], line["status"], line["note"])
        for field in READ:
            assert row[field] == words(line[field]), field
            machine = line["machine"]
            assert row[f"machine_{field}"] == (words(machine[field]) if machine else ""), field
    for status in {row["status"] for row in rows}:
        count = sum(row["status"] == status for row in rows)
        assert told[status] == f"{count:,} exported of {count:,}", told[status]
    accepted = folder / "accepted.csv"
    run(program, "export", project, "--format", "claims-csv", "--out", accepted, "--claims", "accepted")
    kept = table(accepted.read_bytes())[1]
    assert all(row["status"] in ("accepted", "corrected", "by_hand") for row in kept)
    assert len(kept) == sum(row["status"] in ("accepted", "corrected", "by_hand") for row in rows)
    print(f"{len(rows)} claims of the project, {len(kept)} accepted: CSV, XLSX and JSON lines agree")


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    listed = run(program, "export", "--format", "list").decode("utf-8")
    assert "claims-xlsx" in listed and "--option bom=off|on" in listed
    check_articles(program, folder)
    if len(sys.argv) > 3:
        check_project(program, folder, Path(sys.argv[3]))


main()
