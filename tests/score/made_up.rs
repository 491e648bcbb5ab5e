//! A small corpus of invented texts, with gold that is wrong on purpose here and there, so that every count moves.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};

/// Where `words` stand in `text`, in code points.
#[track_caller]
fn at(text: &str, words: &str) -> (usize, usize) {
    let (before, _) = text.split_once(words).expect("the words stand in the text");
    let start = before.chars().count();
    (start, start + words.chars().count())
}

/// A mark on `words` with more fields.
#[track_caller]
fn mark(text: &str, words: &str, fields: &Value) -> Value {
    let (start, end) = at(text, words);
    let mut mark = json!({"start": start, "end": end, "text": words});
    for (name, value) in fields.as_object().expect("fields are an object") {
        mark[name] = value.clone();
    }
    mark
}

/// A number claim of exactly `value`.
#[track_caller]
fn exact(text: &str, words: &str, kind: &str, value: u64) -> Value {
    mark(
        text,
        words,
        &json!({
            "kind": kind, "value": value, "low": value, "high": value, "qualifier": "exact", "form": "number",
            "victim_class": "unspecified", "speaker": null, "as_of": "2031-03-14", "event_date": null,
            "scope": "incident", "part_of": false, "modality": "asserted",
        }),
    )
}

fn with(mut mark: Value, name: &str, value: impl Into<Value>) -> Value {
    mark[name] = value.into();
    mark
}

fn write(folder: &Path, name: &str, words: impl AsRef<[u8]>) {
    fs::create_dir_all(folder).expect("folder");
    fs::write(folder.join(name), words).expect("file");
}

fn write_lines(folder: &Path, name: &str, rows: &[Value]) {
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    write(folder, name, lines.join("\n") + "\n");
}

/// Writes all folders.
pub(crate) fn write_corpus(corpus: &Path) {
    dated(&corpus.join("kazakhstan"));
    news(&corpus.join("news"));
    figures(&corpus.join("figures"));
    times(&corpus.join("times"));
    names(&corpus.join("names"));
    pages(&corpus.join("pages"));
}

const FERRY: &str = "Ferry fire in Östhamn 🔥\n\nÖSTHAMN, March 14, 2031 - At least 12 people were killed on Friday, the \
                     Harbour Guard said.\n\nA 9-year-old boy was injured in cabin 40, Elsa Brandt said.\n\nShare this \
                     article: 3 people were killed\n";

const MARKET: &str = "Market roof falls\n\nDRUVA, March 13, 2031 - Seven traders were injured on Thursday. In 2029 the \
                      roof was repaired.\n";

fn dated(folder: &Path) {
    let share = at(FERRY, "Share this article: 3 people were killed");
    let ferry = json!({
        "doc_id": "ferry", "text": FERRY, "published": "2031-03-14", "boilerplate": [share],
        "claims": [
            with(with(exact(FERRY, "At least 12 people", "killed", 12), "high", Value::Null), "qualifier", "at_least"),
            with(exact(FERRY, "A 9-year-old boy", "injured", 1), "form", "implicit"),
        ],
        "entities": [
            mark(FERRY, "Östhamn", &json!({"type": "place", "canonical": "Östhamn"})),
            mark(FERRY, "the Harbour Guard", &json!({"type": "org", "canonical": "Harbour Guard"})),
            mark(FERRY, "Elsa Brandt", &json!({"type": "person", "canonical": "Elsa Brandt"})),
        ],
        "times": [
            mark(FERRY, "March 14, 2031", &json!({"value": "2031-03-14", "unit": "0a"})),
            mark(FERRY, "Friday", &json!({"value": "2031-03-14", "optional": true})),
        ],
    });
    let market = json!({
        "doc_id": "market", "text": MARKET, "published": "2031-03-12", "boilerplate": [],
        "claims": [exact(MARKET, "Seven traders", "injured", 8)],
        "entities": [mark(MARKET, "DRUVA", &json!({"type": "org", "canonical": "Druva"}))],
        "times": [
            mark(MARKET, "March 13", &json!({"value": "2031-03-13", "unit": "1a"})),
            mark(MARKET, "2031", &json!({"value": "2031", "unit": "1a"})),
            mark(MARKET, "Thursday", &json!({"value": "2031-W11"})),
        ],
    });
    write(folder, "ferry.txt", FERRY);
    write(folder, "market.txt", MARKET);
    write(folder, "gold.json", json!([ferry, market]).to_string());
    let trap = |doc_id: &str, text: &str, words: &str| mark(text, words, &json!({"doc_id": doc_id, "why": "made up"}));
    let traps = json!([
        trap("ferry", FERRY, "9-year-old"),
        trap("market", MARKET, "Seven traders")
    ]);
    write(folder, "not_claims.json", traps.to_string());
}

const MINE: &str = "Mine gas kills nine in Torvik\n\nNine miners were killed and 14 people were injured on Wednesday, \
                    police said. More than 200 residents were displaced. Three guards were arrested.\n";

const BRIDGE: &str = "Bridge gives way\n\nThe ministry said 31 soldiers were killed. Dozens of people were missing. \
                      Mayor Ines Kalder was injured. Two of the dead were named.\n";

fn news(folder: &Path) {
    let police = |claim: Value| with(claim, "speaker", "Torvik police");
    let mine = json!({
        "doc_id": "torvik/mine", "text": MINE, "published": "2031-03-14", "boilerplate": [],
        "claims": [
            with(police(exact(MINE, "Nine miners", "killed", 9)), "event_date", "2031-03-12"),
            with(police(exact(MINE, "14 people", "injured", 14)), "event_date", "2031-03"),
            with(exact(MINE, "200 residents", "displaced", 200), "high", 200),
            exact(MINE, "on Wednesday", "missing", 2),
        ],
    });
    let bridge = json!({
        "doc_id": "bridge", "text": BRIDGE, "published": "2031-03-14T08:00:00Z",
        "claims": [
            with(exact(BRIDGE, "31 soldiers", "killed", 31), "speaker", "the ministry"),
            with(exact(BRIDGE, "Mayor Ines Kalder", "injured", 1), "form", "named"),
        ],
    });
    let wide = json!({
        "doc_id": "wide", "text": "Fire\r\n\r\nFour people were killed.\r\n", "published": "2031-03-14",
        "claims": [{"start": 8, "end": 19, "kind": "killed", "value": 4, "low": 4, "high": 4}],
    });
    write(folder, "gold.json", json!([mine, bridge, wide]).to_string());
}

fn figures(folder: &Path) {
    let row = |doc_id: &str, text: &str, gold: Value| json!({"doc_id": doc_id, "text": text, "publication_date": "2031-03-14", "gold": gold});
    let rows = [
        row(
            "bus",
            "A bus left the road near Druva. Five people were killed and 16 injured.",
            json!([{"kind": "killed", "number": 5, "number_max": null}, {"kind": "injured", "number": 15, "number_max": 16}]),
        ),
        row(
            "raid",
            "Police held 21 people in Torvik.",
            json!([{"kind": "arrested", "number": 22}, {"kind": "killed", "number": 0}]),
        ),
        row(
            "rockslide",
            "Stones hit the pass. In 2029, four people were killed there. A man was found dead.",
            json!([{"kind": "killed", "number": 0, "number_max": 0}]),
        ),
    ];
    write_lines(folder, "figures.jsonl", &rows);
}

fn times(folder: &Path) {
    let text = "The mill closed in May 2030. It opens again next week, on Tuesday, or in the third quarter. \
                Wages rose for three months.";
    let time = |words: &str, value: &str| mark(text, words, &json!({"type": "DATE", "value": value}));
    let rows = [json!({
        "doc_id": "mill", "text": text, "dct": "2031-03-14",
        "timex": [
            time("May 2030", "2030-05"),
            time("next week", "2031-W13"),
            time("Tuesday", "2031-03-18"),
            time("three months", "P3M"),
            time("The mill", "2031"),
        ],
    })];
    write_lines(folder, "made-up.jsonl", &rows);
}

fn names(folder: &Path) {
    let text = "Elsa Brandt met the Harbour Guard in Östhamn. Brandt’s brother, Odd Brandt, left Druva.";
    let list = |words: &str, label: &str| {
        let (start, end) = at(text, words);
        json!([start, end, label])
    };
    let listed = json!({
        "doc_id": "by/list", "text": text,
        "spans": [
            list("Elsa Brandt", "PERSON"),
            list("the Harbour Guard", "ORG"),
            list("Östhamn", "PERSON"),
            list("brother", "CARDINAL"),
        ],
    });
    write_lines(folder, "listed.jsonl", &[listed]);
    let name = |words: &str, label: &str| mark(text, words, &json!({"type": label}));
    let marked = json!({
        "doc_id": "marked", "text": text,
        "spans": [
            name("Elsa Brandt", "PER"),
            name("Harbour Guard", "ORG"),
            name("Brandt’s", "PER"),
            name("brother, Odd Brandt", "PER"),
            name("Druva", "NORP"),
        ],
    });
    write_lines(folder, "marked.jsonl", &[marked]);
}

fn pages(folder: &Path) {
    let body = "The harbour of Östhamn opened again on Friday after the fire. Ferries will run every hour until the end \
                of the month. The Harbour Guard said that the quay is safe and that no one was hurt in the works.";
    let page = format!(
        "<!DOCTYPE html><html><head><title>Harbour opens</title></head><body><nav><a href=/>Home</a> <a \
         href=/n>News</a></nav><article><h1>Harbour opens</h1><p>{body}</p></article><footer>All rights \
         reserved</footer></body></html>"
    );
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(page.as_bytes()).expect("packs");
    write(folder, "harbour.html.gz", packed.finish().expect("packs"));
    let row = json!({
        "doc_id": "harbour", "file": "pages/harbour.html.gz",
        "article_body": format!("Harbour opens\n{body} The old quay is gone, two words e\u{301}a more."),
    });
    write(folder, "gold.json", json!([row]).to_string());
}
