//! Whole files: what must hold for any bytes, and what a reader sees of a few.

use proptest::prelude::*;

use super::{Article, BoilerplateKind, FactBasis, Format, read};
use crate::base::Note;

/// What must hold for every article.
fn check_sound(article: &Article) -> Result<(), TestCaseError> {
    let mut end = 0;
    for part in &article.boilerplate {
        prop_assert!(part.span.slice(&article.text).is_some_and(|words| !words.is_empty()));
        prop_assert!(part.span.start() >= end, "{:?} starts before {end}", part);
        end = part.span.end();
    }
    for fact in [&article.title, &article.publisher, &article.author]
        .into_iter()
        .flatten()
    {
        prop_assert!(!fact.value.is_empty() && !fact.value.contains('\n'));
        prop_assert!(fact.span.is_none_or(|span| span.slice(&article.text).is_some()));
    }
    Ok(())
}

/// Scraps that meet the rows, the datelines and the parser in the middle.
const SCRAPS: &[&str] = &[
    "Related Posts",
    "\n",
    "\n\n",
    "Leave a Reply",
    "3 Comments",
    "© 2031 ",
    "The Lantern",
    "VARLAND",
    " (KNA) — ",
    " | ",
    "March 12, 2031 5:44 pm",
    "By Jane Doe",
    "é",
    "„",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "<br>",
    "<div class=comments>",
    "&amp;",
    "<h1>",
    "Twelve people were held in the capital on Monday, police said.",
    "Source: ",
    "(Reporting by Jane Doe; editing)",
    "Mediaslot: x",
    "’s ",
    " contributed to this report",
    " - ",
    "\u{a0}",
    "<script type='application/ld+json'>{\"@type\":\"Article\",",
    "\"headline\":\"x\"}</script>",
    "<!doctype html>",
    "<b><i>",
    "\r\n",
    "\t",
];

fn scraps() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SCRAPS), 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600), name in ".{0,30}") {
        check_sound(&read(&bytes, &name))?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}", page in any::<bool>()) {
        let text = if page { format!("<html><body>{text}") } else { text };
        check_sound(&read(text.as_bytes(), "a.txt"))?;
    }

    #[test]
    fn any_scraps_are_read(text in scraps(), page in any::<bool>()) {
        let text = if page { format!("<html><body><article>{text}") } else { text };
        check_sound(&read(text.as_bytes(), "a.txt"))?;
    }

    #[test]
    fn plain_text_is_kept(text in "[^\0\r\x1b\u{FEFF}<]{0,300}") {
        prop_assert_eq!(&*read(text.as_bytes(), "a.txt").text, text.as_str());
    }
}

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Toll rises to 12 - The Lantern</title>\
    <meta property='og:site_name' content='The Lantern'><meta property='article:published_time' content='2031-03-12'></head><body>\
    <nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>Toll rises to 12</h1>\
    <p>Twelve workers died when the bridge over the Var fell in the storm on Monday, police in Varland said.</p>\
    <p>The search went on through the night, with boats and dogs, until the river rose again and it was called off.</p>\
    <table><tr><th>Town</th><th>Dead</th></tr><tr><td>Varland</td><td>9</td></tr><tr><td>San Moro</td><td>3</td></tr></table>\
    <p>The ministry said on Tuesday that it would pay for the funerals of all who had worked on the bridge.</p></article>\
    <div class=related><h3>Related Posts</h3><a href=/a>40 die in mine</a></div>\
    <footer>© 2031 The Lantern. All rights reserved.</footer></body></html>";

#[test]
fn a_page_called_txt_is_read_as_a_page() {
    let article = read(PAGE.as_bytes(), "toll.txt");
    let words: Vec<_> = article
        .boilerplate
        .iter()
        .map(|part| (part.kind, part.span.of(&article.text)))
        .collect();
    assert_eq!(
        words,
        [
            (BoilerplateKind::Navigation, "Home World"),
            (BoilerplateKind::Related, "Related Posts\n\n40 die in mine"),
            (BoilerplateKind::Copyright, "© 2031 The Lantern. All rights reserved."),
        ]
    );
    assert!(article.text.contains("\n\nTown\tDead\nVarland\t9\nSan Moro\t3\n\n"));
    let title = article.title.map(|title| (title.value, title.basis));
    assert_eq!(title, Some(("Toll rises to 12".to_owned(), FactBasis::Text)));
    assert_eq!(
        article.publisher.map(|outlet| outlet.value).as_deref(),
        Some("The Lantern")
    );
    assert_eq!(
        article.dates.first().map(|date| date.words.as_str()),
        Some("2031-03-12")
    );
    assert_eq!(
        (article.format, article.language.as_deref()),
        (Format::Html, Some("en"))
    );
    assert_eq!(article.notes, []);
}

#[test]
fn a_page_nested_too_deeply_is_read_without_the_crate() {
    // The second one is not even parsed: then a menu is not told from the article.
    for (depth, num_parts) in [(500, 1), (100_000, 0)] {
        let page = format!(
            "<html><body><nav>Home</nav>{}<p>Twelve died.</p>",
            "<div>".repeat(depth)
        );
        let article = read(page.as_bytes(), "a.html");
        assert_eq!(&*article.text, "Home\n\nTwelve died.");
        assert_eq!(article.boilerplate.len(), num_parts);
        assert!(matches!(article.notes.as_slice(), [Note::MainTextUnsure(_)]));
    }
}

#[test]
fn empty_files_say_so_once() {
    for bytes in [b"".as_slice(), b"\n \n", b"\xef\xbb\xbf", b"<html><body></body></html>"] {
        let article = read(bytes, "a.txt");
        assert_eq!(article.notes, [Note::Empty], "{bytes:?}");
        assert_eq!((article.title, article.boilerplate.len()), (None, 0));
    }
}
