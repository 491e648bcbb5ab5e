//! The rows, made ready to be asked for many lines.

use std::collections::HashMap;

use super::super::facts::BoilerplateKind;
use super::super::words::{Pattern, fold};
use super::rows::{Place, ROWS, Row, SHARE_BAR, SHARE_WORDS};

/// How an editors' sign-off begins; it stands in brackets at the end of a wire report.
const SIGN_OFFS: &[&str] = &[
    "(reporting by ",
    "(additional reporting by ",
    "(editing by ",
    "(writing by ",
    "(compiled by ",
    "(reporting and ",
];

/// The rows by the word with which their lines begin.
pub(in super::super) struct Table {
    patterns: Vec<(Pattern, &'static Row)>,
    by_first: HashMap<&'static str, Vec<usize>>,
    others: Vec<usize>,
}

impl Table {
    /// Splits the rows' words; done once a text.
    pub(in super::super) fn new() -> Self {
        let patterns: Vec<_> = ROWS.iter().map(|row| (Pattern::new(row.words), row)).collect();
        let mut by_first: HashMap<&'static str, Vec<usize>> = HashMap::new();
        let mut others = Vec::new();
        for (at, (pattern, _)) in patterns.iter().enumerate() {
            match pattern.first_words() {
                Some(firsts) => firsts.for_each(|first| by_first.entry(first).or_default().push(at)),
                None => others.push(at),
            }
        }
        Self {
            patterns,
            by_first,
            others,
        }
    }

    /// The row that the line matches, the first of them where there are several.
    pub(super) fn find(&self, line: &str, words: &[String]) -> Option<&'static Row> {
        let first = words.first()?;
        let mine = self.by_first.get(first.as_str()).map_or(&[][..], Vec::as_slice);
        let holds = |at: &usize| {
            let (pattern, row) = self.patterns.get(*at)?;
            (words.len() <= row.max_words && !is_prose(line, words, row) && pattern.holds(words)).then_some((*at, *row))
        };
        let row = mine
            .iter()
            .chain(&self.others)
            .filter_map(holds)
            .min_by_key(|(at, _)| *at)
            .map(|(_, row)| row);
        row.or_else(|| (is_share_bar(words) || is_menu(line)).then_some(&SHARE_BAR))
    }

    /// What the words behind a sentence are, where they are not the article.
    pub(super) fn behind(&self, rest: &str) -> Option<BoilerplateKind> {
        let trimmed = rest.trim_start();
        let head: String = trimmed.chars().take(30).collect::<String>().to_lowercase();
        if SIGN_OFFS.iter().any(|begin| head.starts_with(begin)) {
            return Some(BoilerplateKind::Credit);
        }
        if is_related(&head) {
            return Some(BoilerplateKind::Related);
        }
        if trimmed.len() > 60 {
            return None;
        }
        self.find(trimmed, &fold(trimmed))
            .filter(|row| row.place == Place::Inline)
            .map(|row| row.kind)
    }
}

/// "related stories: Two held in Orla": headlines that a page's list left behind; its blanks may have been misread.
fn is_related(head: &str) -> bool {
    let behind = head
        .strip_prefix("related stories")
        .or_else(|| head.strip_prefix("related story"));
    behind.is_some_and(|rest| rest.trim_start().starts_with([':', 'â', '\u{a0}']))
}

/// A short row with an open end also begins sentences of the article ("Photographs of the 12 victims were shown.").
fn is_prose(line: &str, words: &[String], row: &Row) -> bool {
    row.is_label() && words.len() > 3 && line.ends_with('.')
}

/// "Home  Capital  Country  Sport": the way home, and more places with gaps between them.
fn is_menu(line: &str) -> bool {
    /// A menu has at least so many places, each of at most so many words.
    const LEAST: usize = 4;
    const MOST_WORDS: usize = 3;
    let places: Vec<&str> = line
        .split(['|', '•', '\t'])
        .flat_map(|part| part.split("  "))
        .map(str::trim)
        .collect();
    let places: Vec<&str> = places.into_iter().filter(|place| !place.is_empty()).collect();
    let is_home = |place: &&str| {
        matches!(
            place.to_lowercase().as_str(),
            "home" | "homepage" | "front page" | "start"
        )
    };
    places.len() >= LEAST
        && places.first().is_some_and(is_home)
        && places
            .iter()
            .all(|place| place.split_whitespace().count() <= MOST_WORDS && !place.ends_with('.'))
}

fn is_share_bar(words: &[String]) -> bool {
    let networks = words
        .iter()
        .filter(|word| !matches!(word.as_str(), "on" | "via" | "more" | "save" | "link" | "|" | "x"));
    (2..=16).contains(&words.len())
        && words.iter().all(|word| SHARE_WORDS.contains(&word.as_str()))
        && networks.count() >= 2
}
