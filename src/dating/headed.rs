//! Whether a date stands as a stamp on its line or in a dateline: then it is the article's own day.

use std::ops::Range;

use super::clue::{DATELINE, STAMP};
use super::published::Basis;
use crate::time::TimeMention;
use crate::token::{Scan, TokenKind};

/// A stamp stands on a line with at most so many other words.
const STAMP_WORDS: usize = 6;
/// A stamp or dateline begins within so many bytes.
const HEAD_BYTES: usize = 1_500;
/// A line is looked at so many tokens to either side.
const LINE_TOKENS: usize = 60;
/// What a stamp counts that tells when the page was changed.
const CHANGED: f32 = 0.5;

/// Words before a stamp that tells when the page was changed, not when it was published.
const CHANGES: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "revised",
    "corrected",
    "accessed",
    "retrieved",
];

/// Words before a stamp that tells when the page was published.
const PUBLISHES: &[&str] = &["published", "posted", "publication", "issued", "created", "filed"];

/// Signs that part a line into pieces.
const PARTING: &[&str] = &["|", "•", "·"];

/// How much a date counts that stands as a stamp on its line or in a dateline at the article's head.
pub(super) fn headed(scan: &Scan<'_>, mention: &TimeMention) -> Option<(f32, Basis)> {
    if mention.span.start() > HEAD_BYTES {
        return None;
    }
    let tokens = scan.tokens_in(mention.span);
    let line = line(scan, &tokens);
    let behind = words(scan, tokens.end..line.end);
    let is_entry = tokens.start == line.start && behind > 0 && matches!(scan.lower(tokens.end), "-" | "–" | "—" | ":");
    if is_entry && !is_only_entry(scan, &tokens) {
        return None;
    }
    if words(scan, line.start..tokens.start) + behind <= STAMP_WORDS {
        return Some((stamp(scan, line.start..tokens.start), Basis::Dateline));
    }
    is_dateline(scan, line.start, &tokens).then_some((DATELINE, Basis::Dateline))
}

/// The tokens of the line, or of the piece of it between two parting signs, in which `tokens` stand.
pub(super) fn line(scan: &Scan<'_>, tokens: &Range<usize>) -> Range<usize> {
    let breaks = |at: usize| scan.tokens.get(at).is_some_and(|token| token.line_before);
    let least = tokens.start.saturating_sub(LINE_TOKENS);
    let start = (least..=tokens.start)
        .rev()
        .find(|at| breaks(*at) || (*at > 0 && PARTING.contains(&scan.lower(at - 1))))
        .unwrap_or(least);
    let most = scan.tokens.len().min(tokens.end + LINE_TOKENS);
    let end = (tokens.end..most)
        .find(|at| breaks(*at) || PARTING.contains(&scan.lower(*at)))
        .unwrap_or(most);
    start..end
}

fn words(scan: &Scan<'_>, range: Range<usize>) -> usize {
    scan.tokens.get(range).map_or(0, |tokens| {
        tokens.iter().filter(|token| token.kind == TokenKind::Word).count()
    })
}

/// What a stamp counts with these tokens before it: "Published 14 March, updated 15 March".
fn stamp(scan: &Scan<'_>, before: Range<usize>) -> f32 {
    before
        .rev()
        .find_map(|at| match scan.lower(at) {
            word if CHANGES.contains(&word) => Some(CHANGED),
            word if PUBLISHES.contains(&word) => Some(STAMP),
            _ => None,
        })
        .unwrap_or(STAMP)
}

/// "ESTRAVA, March 14 (VNA) -", "Estrava, 14 March 2031 –", "March 14 (VNA) -": places, the date, a sign.
pub(super) fn is_dateline(scan: &Scan<'_>, start: usize, tokens: &Range<usize>) -> bool {
    let named = |at: usize| {
        scan.tokens
            .get(at)
            .is_some_and(|token| token.kind != TokenKind::Word || token.capital || NAMING.contains(&&*token.lower))
    };
    let is_place = (start..tokens.start).all(named) && words(scan, start..tokens.start) <= STAMP_WORDS;
    let shouts = scan
        .tokens
        .get(start)
        .is_some_and(|first| first.all_capitals(scan.text));
    let close = |at: usize| matches!(scan.lower(at), "-" | "–" | "—" | "(");
    let sign = |at: usize| close(at) || matches!(scan.lower(at), ")" | "]" | ":");
    if words(scan, start..tokens.start) == 0 {
        // only with the agency: else it is the first entry of a timeline
        let agency = scan.lower(tokens.end) == "(" && (tokens.end + 2..tokens.end + 6).any(|at| scan.lower(at) == ")");
        return agency || (sign(tokens.end) && is_only_entry(scan, tokens));
    }
    is_place && (sign(tokens.end) || shouts && (tokens.end..tokens.end + 4).any(close))
}

/// Small words within names of places.
const NAMING: &[&str] = &["of", "the", "de", "la", "el", "al", "and", "near", "in", "du", "da"];

/// True where no other line begins with a day of the same month, as the entries of a timeline do.
fn is_only_entry(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let month = (tokens.start..tokens.end).find(|at| scan.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word));
    let Some(month) = month.map(|at| scan.lower(at)) else {
        return false;
    };
    let begins = |at: usize| scan.tokens.get(at).is_some_and(|token| token.line_before);
    !(0..scan.tokens.len())
        .filter(|at| !tokens.contains(at))
        .any(|at| begins(at) && (scan.lower(at) == month || scan.lower(at + 1) == month))
}

/// "today, Monday, March 14": the date beside the word for the article's own day.
pub(super) fn is_today(scan: &Scan<'_>, mention: &TimeMention) -> bool {
    let at = scan.token_at(mention.span.start());
    scan.lower(at) == "today"
        || (1..=3).any(|back| {
            at >= back
                && scan.lower(at - back) == "today"
                && (at - back + 1..at).all(|between| scan.lower(between) == "," || scan.lower(between).ends_with("day"))
        })
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::dating::{Setting, published};
    use crate::number;
    use crate::time::find;
    use crate::token::scan;

    /// Heads of articles with the day that they give, `-` where they give none.
    const HEADS: &[(&str, &str)] = &[
        (
            "ESTRAVA, March 14, 2011 (VNA) - Ten people died in the north.",
            "2011-03-14",
        ),
        (
            "Estrava, 14 March 2011 – Ten people died in the fighting in the north of Varland.",
            "2011-03-14",
        ),
        (
            "(ESTRAVA, 14 March 2011) – Ten people died in the fighting in the north.",
            "2011-03-14",
        ),
        (
            "[Estrava, 14 March 2011] Ten people died in the fighting in the north of Varland.",
            "2011-03-14",
        ),
        (
            "March 14, 2011 (VNA) - Ten people died in the fighting in the north of Varland.",
            "2011-03-14",
        ),
        (
            "14 March 2011 – Ten people died in the fighting in the north of Varland, police said.",
            "2011-03-14",
        ),
        (
            "Ten killed\nUpdated 0412 GMT (1212 HKT) March 14, 2011\n\nTen died.",
            "2011-03-14",
        ),
        ("Ten killed\nPosted: 14/03/2011\n\nTen died.", "2011-03-14"),
        (
            "Ten killed\nBy Ada Brink | Mon Mar 14, 2011 5:44pm EDT\n\nTen died.",
            "2011-03-14",
        ),
        (
            "Ten killed\nFirst published on Mon 14 Mar 2011 03.25 GMT\n\nTen died.",
            "2011-03-14",
        ),
        (
            "Ten killed\nPublished 14 March 2011, updated 2 May 2014\n\nTen died.",
            "2011-03-14",
        ),
        (
            "Ten killed\nLast update: 2 May 2014\nPublication date: 14 March 2011\n\nTen died.",
            "2011-03-14",
        ),
        (
            "Ten killed in the north of Varland after talks fail | The Post | 14.03.2011\n\nTen died.",
            "2011-03-14",
        ),
        ("Ten killed\nMON, 14 MAR 2011 17:44:00 +0000\n\nTen died.", "2011-03-14"),
        ("Situation report 9 (as of 14 March 2011)\n\nTen died.", "2011-03-14"),
        (
            "Ten died in the fighting in the north today, 14 March 2011, the police said.",
            "2011-03-14",
        ),
        ("Ten killed\nPosted: 03/04/2011\n\nTen died.", "-"),
        ("Ten killed\nPublished 3 hours ago\n\nTen died.", "-"),
        ("Ten killed\n14 مارس\n\nTen died.", "-"),
        (
            "On 14 March 2011 ten people died in the fighting in the north of Varland, police said.",
            "-",
        ),
        (
            "The Estrava report of 14 March 2011 says ten people died in the fighting in the north.",
            "-",
        ),
        (
            "The war began on 14 March 2011 - ten people died in the fighting in the north of it.",
            "-",
        ),
        (
            "(VNA) -- Ten people died in the fighting in the north of Varland in 2011, police said.",
            "-",
        ),
        (
            "14 March 2011 – Ten people died in the fighting in the north of Varland.\n15 March 2011 – Five more died there.",
            "-",
        ),
    ];

    #[test]
    fn heads_give_the_day_and_stories_do_not() {
        let day = |text: &str| {
            let scan = scan(text);
            let article = Article::plain(text);
            let found = published(
                &article,
                &scan,
                &find(&article, &scan, &number::find(&scan)),
                &Setting::default(),
            );
            found
                .and_then(|found| found.date)
                .map_or_else(|| "-".to_owned(), |date| date.to_string())
        };
        let wrong: Vec<(&str, String)> = HEADS
            .iter()
            .map(|(text, expected)| (*text, *expected, day(text)))
            .filter(|(_, expected, found)| expected != found)
            .map(|(text, _, found)| (text, found))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
