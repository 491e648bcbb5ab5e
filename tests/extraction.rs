//! Whatever the bytes, extraction comes to an end without a panic, and what it finds lies in the text.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use tallyscope::token;

#[path = "extraction/invariants.rs"]
mod invariants;

use invariants::{complaint_of, read};

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    match complaint_of(bytes) {
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
    let reading = read(ARTICLE.as_bytes()).unwrap();
    assert!(reading.claims.len() >= 5, "{:?}", reading.claims.len());
    assert_eq!(complaint_of(ARTICLE.as_bytes()), None);
}

/// What random pieces once found: phrases that ran into the next sentence, a speaker of no words.
#[test]
fn torn_pages_that_were_found_once() {
    for piece in [
        "and 71 wounded more than 4,400 <p>more than 4,400",
        "A \u{3a3}:0 were killed.dozens<p> of these ",
        "were killed half of them more than 4,400 <p> \n more than 4,400 ",
        "according to 's At least 12 people were killed ",
    ] {
        for head in ["", "<!doctype html><html><body><article><p>"] {
            assert_eq!(complaint_of(format!("{head}{piece}").as_bytes()), None, "{piece}");
        }
    }
}

/// A line of a megabyte is cut into sentences that the rules can look through: none is longer than the longest that
/// they look back, or the text would be walked again and again.
#[test]
fn a_line_of_a_megabyte_comes_to_an_end() {
    let filler = "surrounding neighbourhoods remained inaccessible ".repeat(8);
    let words = format!("At least 12 people were killed and 30 others injured while {filler}");
    let line = words.repeat((1 << 20) / words.len());
    let scan = token::scan(&line);
    let longest = scan.sentences.iter().map(|sentence| sentence.tokens.len()).max();
    assert!(longest <= Some(400), "a sentence of {longest:?} tokens");
    assert_eq!(complaint_of(line.as_bytes()), None);
}
