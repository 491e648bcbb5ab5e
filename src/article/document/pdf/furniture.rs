//! Running heads and feet: what pages repeat at their edges, and page numbers.

use std::collections::HashMap;

use super::rows::Row;

/// Rows at the upper and at the lower edge that are looked at.
const EDGE_ROWS: usize = 3;

/// Longer rows are text, even where they come again.
const MAX_CHARS: usize = 160;

/// Repeated rows stand so near to one another's height, in points.
const SAME_HEIGHT: f32 = 12.0;

/// A page's rows without what belongs to the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bare {
    pub(super) rows: Vec<Row>,
    /// Running heads and feet, page numbers: from above to below.
    pub(super) furniture: Vec<String>,
}

/// Takes heads and feet off all pages.
pub(super) fn bare(pages: Vec<Vec<Row>>) -> Vec<Bare> {
    let mut seen: HashMap<String, Vec<(usize, f32)>> = HashMap::new();
    for (number, rows) in pages.iter().enumerate() {
        for row in edge(rows).into_iter().filter_map(|at| rows.get(at)) {
            let places = seen.entry(shape(&row.text())).or_default();
            places.push((number, row.base));
        }
    }
    let is_repeated = |row: &Row| {
        let places = seen.get(&shape(&row.text()));
        let near = places.map_or(0, |places| {
            let mut numbers: Vec<usize> = places
                .iter()
                .filter(|(_, base)| (base - row.base).abs() < SAME_HEIGHT)
                .map(|(number, _)| *number)
                .collect();
            numbers.dedup();
            numbers.len()
        });
        near >= 3 || (near >= 2 && pages.len() <= 4)
    };
    let mut out = Vec::with_capacity(pages.len());
    for rows in &pages {
        let edge = edge(rows);
        let mut bare = Bare::default();
        for (at, row) in rows.iter().enumerate() {
            let text = row.text();
            let is_short = text.chars().count() <= MAX_CHARS;
            let at_edge = edge.contains(&at);
            let is_number = at_edge && is_page_number(&text);
            if row.is_artifact() && is_short || is_number || at_edge && is_short && is_repeated(row) {
                bare.furniture.push(text);
            } else {
                bare.rows.push(row.clone());
            }
        }
        out.push(bare);
    }
    out
}

/// The rows at the upper and lower edge of a page: the first and the last ones, and all artifacts beside them.
fn edge(rows: &[Row]) -> Vec<usize> {
    let top = rows.iter().take_while(|row| row.is_artifact()).count() + EDGE_ROWS;
    let bottom = rows.iter().rev().take_while(|row| row.is_artifact()).count() + EDGE_ROWS;
    let len = rows.len();
    let last = len.saturating_sub(bottom);
    (0..top.min(len)).chain(last.max(top.min(len))..len).collect()
}

/// The words with all numbers alike.
fn shape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.to_lowercase().chars() {
        if letter.is_ascii_digit() {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            out.push(letter);
        }
    }
    out
}

/// `3`, `- 3 -`, `Page 3 of 9`, `3/9`, `iv`.
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| letter.is_whitespace() || "-–—|/[]()·•.".contains(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &str| {
        (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
            || (word.len() <= 6 && words.len() == 1 && word.bytes().all(|byte| b"ivxl".contains(&byte)))
    };
    let is_word = |word: &str| matches!(word, "page" | "p" | "pg" | "of" | "seite" | "página" | "стр");
    let num_numbers = words.iter().filter(|word| is_number(word)).count();
    (1..=2).contains(&num_numbers)
        && words.len() <= 4
        && words.iter().all(|word| is_number(word) || is_word(word))
        && (num_numbers == 1 || words.len() > 2 || text.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::super::rows::{self, tests::drawn};
    use super::{bare, is_page_number};

    #[test]
    fn heads_feet_and_numbers_are_taken_off() {
        let page = |number: usize, body: &str| {
            let mut glyphs = drawn("The Orlen Courier", 40.0, 30.0, 8.0);
            glyphs.extend(drawn(body, 40.0, 90.0, 10.0));
            glyphs.extend(drawn("and so on for some lines", 40.0, 102.0, 10.0));
            glyphs.extend(drawn(&format!("as it goes in {number} pages"), 40.0, 114.0, 10.0));
            glyphs.extend(drawn("of which this is one", 40.0, 126.0, 10.0));
            glyphs.extend(drawn(&format!("Page {number} of 3"), 40.0, 700.0, 8.0));
            rows::of(glyphs)
        };
        let pages = bare(vec![
            page(1, "Toll rises"),
            page(2, "Six were held"),
            page(3, "The end"),
        ]);
        assert_eq!(pages[1].furniture, ["The Orlen Courier", "Page 2 of 3"]);
        assert_eq!(pages[1].rows.first().unwrap().text(), "Six were held");
        let one = bare(vec![page(1, "Toll rises")]);
        assert_eq!(one[0].furniture, ["Page 1 of 3"]);
    }

    #[test]
    fn numbers_of_pages_are_told_from_figures() {
        for text in ["3", "- 3 -", "Page 3", "page 3 of 9", "3/9", "iv", "p. 12", "| 4"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2031 12", "3 killed", "41,000", "Page", "", "12 13 14", "Orlen 3"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
