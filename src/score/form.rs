//! The form that a claim has by its words: one that holds a number counts as a number claim whatever it calls itself.

use super::marks::ClaimMark;
use super::words::{is_digit, is_word, words};
use crate::base::Offsets;

/// Words that are numbers to the scripts.
const NUMBER_WORDS: &[&str] = &[
    "no",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "dozens",
    "scores",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "several",
    "few",
];

/// The form by which the claim is counted.
pub(super) fn form_of<'c>(claim: &'c ClaimMark, offsets: &Offsets<'_>, text: &str) -> &'c str {
    if claim.is_number() {
        return "number";
    }
    let marked = without_ages(offsets.span(claim.start, claim.end.max(claim.start)).of(text));
    let is_number = marked.chars().any(is_digit)
        || words(&marked).any(|word| NUMBER_WORDS.iter().any(|number| word.eq_ignore_ascii_case(number)));
    if is_number { "number" } else { &claim.form }
}

/// The words without "11-year-old" and the like.
fn without_ages(marked: &str) -> String {
    let letters: Vec<char> = marked.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = letters.get(at) {
        match age_end(&letters, at) {
            Some(end) => at = end,
            None => {
                out.push(*c);
                at += 1;
            }
        }
    }
    out
}

/// Where an age that begins at `at` ends. The number of years may be a word, and may hang on words before it by hyphens.
fn age_end(letters: &[char], at: usize) -> Option<usize> {
    let letter = |at: usize| letters.get(at).copied();
    let is_word_at = |at: usize| letter(at).is_some_and(is_word);
    let bound = |at: usize| at.checked_sub(1).is_some_and(is_word_at) != is_word_at(at);
    let hangs = |at: usize| letter(at).is_some_and(|c| c == '-' || is_word(c));
    if !bound(at) {
        return None;
    }
    let run = (at..letters.len()).take_while(|at| hangs(*at)).count();
    let mut ends = (at + 1..=at + run).rev();
    ends.find_map(|end| {
        let year = after_joint(letters, end, "year")?;
        after_joint(letters, year, "old").filter(|end| bound(*end))
    })
}

/// Where `word` ends after one blank or hyphen.
fn after_joint(letters: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at + 1;
    if !matches!(letters.get(at), Some('-' | ' ')) {
        return None;
    }
    for c in word.chars() {
        if !letters.get(end)?.eq_ignore_ascii_case(&c) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::without_ages;

    #[test]
    fn ages_are_taken_out() {
        for (marked, rest) in [
            ("an 11-year-old girl", "an  girl"),
            ("a Nine year old", "a "),
            ("two 8-year-olds", "two 8-year-olds"),
            ("a half-forty-year-old man", "a  man"),
            ("year-old news", "year-old news"),
            ("", ""),
        ] {
            assert_eq!(without_ages(marked), rest, "{marked}");
        }
    }
}
