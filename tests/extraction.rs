//! Whatever the bytes, extraction comes to an end without a panic, and what it finds lies in the text.
#![expect(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use serde_json::Value;
use tallyscope::base::{Span, Why};
use tallyscope::export::{ExtractOptions, Extracted, extract_csv_rows, extract_json};
use tallyscope::read::{self, Knowledge, Reading};
use tallyscope::token;

fn read(bytes: &[u8]) -> Reading {
    let knowledge = Knowledge {
        today: Some(jiff::civil::date(2031, 3, 15)),
        ..Knowledge::default()
    };
    read::together(vec![read::alone("a.txt", bytes, &knowledge)])
        .pop()
        .unwrap()
}

/// What holds for every article, as a sentence where it does not.
fn complaint(reading: &Reading) -> Option<String> {
    let text: &str = &reading.article.text;
    let outside = |what: &str, span: Span| {
        let held = span.slice(text).is_some_and(|words| !words.is_empty());
        (!held).then(|| format!("{what} {}..{} holds no words of the text", span.start(), span.end()))
    };
    let entities = reading.entities.iter().find_map(|entity| outside("name", entity.span));
    let times = reading
        .times
        .iter()
        .find_map(|time| outside("time", time.span).or_else(|| why_complaint(&time.why, text)));
    let parts = reading.article.boilerplate.iter();
    let boilerplate = parts.clone().find_map(|part| outside("boilerplate", part.span));
    let claims = reading.claims.iter().find_map(|claim| {
        let roles = &claim.roles;
        let roles = [
            roles.number,
            roles.outcome,
            roles.victims,
            roles.speaker,
            roles.relay,
            roles.as_of,
            roles.event_date,
            roles.place,
        ];
        let loose = || (!claim.sentence.holds(claim.span)).then(|| "a claim leaves its sentence".to_owned());
        let beside = || {
            let in_part = parts.clone().any(|part| part.span.has(claim.span.start()));
            in_part.then(|| "a claim stands in boilerplate".to_owned())
        };
        let unsure = || (!(0.0..=1.0).contains(&claim.confidence)).then(|| "confidence is no share".to_owned());
        outside("claim", claim.span)
            .or_else(|| outside("sentence", claim.sentence))
            .or_else(|| roles.into_iter().flatten().find_map(|span| outside("role", span)))
            .or_else(loose)
            .or_else(beside)
            .or_else(unsure)
            .or_else(|| why_complaint(&claim.why, text))
    });
    let order = ordered("names", reading.entities.iter().map(|entity| entity.span))
        .or_else(|| ordered("times", reading.times.iter().map(|time| time.span)));
    let sorted = reading.claims.is_sorted_by_key(|claim| claim.span);
    let claim_order = (!sorted).then(|| "claims are out of order".to_owned());
    entities.or(times).or(boilerplate).or(claims).or(order).or(claim_order)
}

fn ordered(what: &str, spans: impl Iterator<Item = Span>) -> Option<String> {
    let mut last = 0;
    for span in spans {
        if span.start() < last {
            return Some(format!("{what} overlap or are out of order at {}", span.start()));
        }
        last = span.end();
    }
    None
}

fn why_complaint(why: &Why, text: &str) -> Option<String> {
    let held = why.span.slice(text).is_some();
    let own = (!held).then(|| format!("{} stands on no words of the text", why.rule));
    own.or_else(|| why.parts.iter().find_map(|part| why_complaint(part, text)))
}

/// The printed offsets cut the printed text to the printed words.
fn printed_complaint(reading: &Reading) -> Option<String> {
    let extracted = Extracted {
        file: "a.txt",
        sha256: "",
        reading,
    };
    drop(extract_csv_rows(&extracted));
    let json = extract_json(&extracted, ExtractOptions { why: true });
    let article: Value = serde_json::from_str(&json).ok()?;
    let letters: Vec<char> = article["text"].as_str()?.chars().collect();
    let is_wrong = |mark: &Value| {
        let offset = |name: &str| mark[name].as_u64().and_then(|offset| usize::try_from(offset).ok());
        let range = offset("start").zip(offset("end"));
        let words = range.and_then(|(start, end)| letters.get(start..end));
        words.map(|words| words.iter().collect::<String>()) != mark["text"].as_str().map(str::to_owned)
    };
    ["claims", "entities", "times"].iter().find_map(|name| {
        let marks = article[*name].as_array()?;
        let wrong = marks.iter().find(|mark| is_wrong(mark))?;
        Some(format!("printed {name} do not hold their words: {wrong}"))
    })
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let reading = read(bytes);
    match complaint(&reading).or_else(|| printed_complaint(&reading)) {
        Some(sentence) => Err(TestCaseError::fail(sentence)),
        None => Ok(()),
    }
}

/// Pieces from which rules are tempted: counts, harm, speakers, days, names, page stamps; and what upsets offsets.
const PIECES: &[&str] = &[
    "At least 12 people",
    "dozens",
    "more than 4,400",
    "a 9-year-old boy",
    "no one",
    "20 to 30",
    "half of them",
    "1.2 million",
    "were killed",
    "and 71 wounded",
    "injured",
    "arrested",
    "including 3 children",
    "of these",
    "died",
    "death toll",
    "rose to",
    "police said",
    "the interior ministry of Varland",
    "Elsa Brandt",
    "quoted by",
    "according to",
    "he said",
    "“",
    "”",
    "'s",
    "on Friday",
    "yesterday",
    "since March",
    "March 14, 2031",
    "last week",
    "in 2029",
    "14/03/2031",
    "at 5 p.m.",
    "the next day",
    ".",
    ",",
    ";",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "-",
    "–",
    "(",
    ")",
    "[",
    "]",
    "|",
    "/",
    "http://a.example/b",
    "@x",
    "\0",
    "\u{feff}",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{a0}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "😀",
    "🏳️‍🌈",
    "\u{10ffff}",
    "هكذا قال",
    "शहर",
    "十二人",
    "١٢",
    "½",
    "²",
    "Ⅻ",
    "ESTRAVA, March 14 (KNA) -",
    "By Elsa Brandt",
    "Share this article",
    "Copyright 2031",
    "<p>",
    "</p>",
    "<div",
    "<table><tr><td>",
    "&amp;",
    "&#0;",
    "<!doctype html>",
    "<script>",
];

const ARTICLE: &str = "Ferry fire in Östhamn 🔥\r\n\r\nÖSTHAMN, March 14, 2031 - At least 12 people were killed and 30 others \
    injured on Friday, the Harbour Guard said, quoted by the agency KNA. Of the dead, three were children.\n\nMore than \
    2,300 protesters have been detained since March 2, the interior ministry of Varland said on Thursday; earlier, Elsa \
    Brandt put the toll at 20 to 30. “No one was hurt,” she said.\n\nShare this article\nCopyright 2031 Port Calder Post\n";

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(|piece| format!("{piece} ")),
        2 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

/// One change: where, as a share of the length; how many bytes go; what comes.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let come = prop_oneof![
        prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
        Just(Vec::new()),
    ];
    prop::collection::vec((0.0..1.0f64, 0..12usize, come), 1..12).prop_map(|changes| {
        let mut bytes = ARTICLE.as_bytes().to_vec();
        for (share, gone, come) in changes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "small"
            )]
            let at = (share * bytes.len() as f64) as usize;
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, come);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&bytes)?;
    }

    #[test]
    fn random_text(text in ".{0,300}") {
        check(text.as_bytes())?;
    }

    #[test]
    fn pieces_in_any_order(bytes in pieces()) {
        check(&bytes)?;
    }

    #[test]
    fn a_page_of_pieces(bytes in pieces()) {
        let page = [b"<!doctype html><html><body><article><p>".as_slice(), &bytes].concat();
        check(&page)?;
    }

    #[test]
    fn an_article_with_changes(bytes in mutated()) {
        check(&bytes)?;
    }

    #[test]
    fn one_sentence_over_and_over(piece in prop::sample::select(PIECES), count in 1..400usize) {
        check(format!("{piece} ").repeat(count).as_bytes())?;
    }
}

#[test]
fn the_article_itself_is_read() {
    let reading = read(ARTICLE.as_bytes());
    assert!(reading.claims.len() >= 5, "{:?}", reading.claims.len());
    assert_eq!(complaint(&reading).or_else(|| printed_complaint(&reading)), None);
}

/// A line of a megabyte is cut into sentences that the rules can look through: none is longer than the longest that
/// they look back, or the text would be walked again and again.
#[test]
fn a_line_of_a_megabyte_comes_to_an_end() {
    let words = "At least 12 people were killed and 30 others injured in the town and the fields around it while ";
    let line = words.repeat((1 << 20) / words.len());
    let scan = token::scan(&line);
    let longest = scan.sentences.iter().map(|sentence| sentence.span.len()).max();
    println!("{} sentences, the longest {longest:?} bytes", scan.sentences.len());
    let reading = read(line.as_bytes());
    assert_eq!(complaint(&reading), None);
}
