//! Tests that finding times takes no more tries than the text is long, and gives true offsets for any text.

use proptest::prelude::*;

use super::examples::{FOUND, NOT_FOUND};
use super::find;
use crate::article::Article;
use crate::number;
use crate::rule;
use crate::token::scan;

/// All examples in one line.
fn line() -> String {
    let text = [FOUND, NOT_FOUND].concat().join(" ");
    text.replace(['[', ']', '\n'], " ")
}

/// How many elements of rules are tried for the text, and how many times are found.
fn tries(text: &str) -> (u64, usize) {
    let scan = scan(text);
    let numbers = number::find(&scan);
    let before = rule::tries();
    let found = find(&Article::plain(text), &scan, &numbers).len();
    (rule::tries() - before, found)
}

#[test]
fn four_copies_take_four_times_the_tries() {
    let hard = [
        "on the the the the of of in in",
        "12 - 12 - 12 - 12 ,",
        "may may march 3 3",
        "last last week on on",
        "a a one one",
    ];
    for text in hard.map(str::to_owned).into_iter().chain([line()]) {
        let text = text + " ";
        let ((one, _), (four, found)) = (tries(&text.repeat(8)), tries(&text.repeat(32)));
        assert!(
            four * 10 <= one * 41,
            "{one} tries for one, {four} for four, {found} times: {text}"
        );
    }
}

#[test]
fn a_line_of_a_megabyte_takes_tries_by_its_length() {
    let line = line() + " ";
    let copies = 1_000_000 / line.len() + 1;
    let ((some, _), (all, found)) = (tries(&line.repeat(copies / 4)), tries(&line.repeat(copies / 4 * 4)));
    assert!(found > copies);
    assert!(all * 10 <= some * 41, "{some} tries for a quarter, {all} for all");
}

/// Pieces of times, and what stands beside them in the texts of the world.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Mon", "day", "Thurs", "sun", "SAT", "Friday", "friday's", "March", "may", "31", "00", "2011", "99999999999", "12/", "/", "-",
    "–", ".", ",", "(", ")", "'", "’", "\u{a0}", "\u{200b}", "\u{feff}", "\u{301}", "é", "١٤", "مارس", "יום", "\u{202e}", "١٤ مارس ٢٠١١",
    "３月", "１２", "½", "²", "😀", "\n", "\n\n", "\t", " ", " ", " ", " ", " the ", " of ", " on ", " last ", " ago", " week ", "two ", " at ",
    "5 p.m.", "GMT", "first ", "quarter", "the night of ", "Q1 ", "'90s", "İ", "ß", "ﬁ", "T", "Z", "overnight ", "today, ", "Easter ", "\0",
];

#[track_caller]
fn offsets_hold(text: &str) {
    let scan = scan(text);
    let mut last = 0;
    for time in find(&Article::plain(text), &scan, &number::find(&scan)) {
        let words = time.span.slice(text);
        assert!(
            words.is_some_and(|words| words.trim() == words && !words.is_empty()),
            "{words:?} in {text:?}"
        );
        assert!(time.span.start() >= last, "{text:?}");
        last = time.span.end();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_gives_true_offsets(text in "(?s).{0,120}") {
        offsets_hold(&text);
    }

    #[test]
    fn pieces_of_times_give_true_offsets(picks in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        offsets_hold(&picks.concat());
    }

    #[test]
    fn mutated_examples_give_true_offsets(
        example in prop::sample::select(FOUND),
        at in 0..100_usize,
        gone in 0..6_usize,
        piece in prop::sample::select(PIECES),
    ) {
        let mut letters: Vec<char> = example.replace(['[', ']'], "").chars().collect();
        let start = at.min(letters.len());
        let end = (start + gone).min(letters.len());
        letters.splice(start..end, piece.chars());
        offsets_hold(&letters.into_iter().collect::<String>());
    }
}
