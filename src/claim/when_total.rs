//! Counts that are set beside a total: "the toll does not include the 58 who died on Friday". Their day is not the one that is
//! being told.

use std::ops::Range;

use super::text::Text;
use super::when_words::scene;

/// How many tokens before its day such a count begins.
const CLAUSE: usize = 26;
/// How many tokens before a number stands what leaves it out.
const BEFORE: usize = 6;

/// "not including 12 who were shot on Friday", "including four killed on Monday": the day of a count beside a total.
pub(super) fn is_of_total(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let sets_beside = |at: usize| leaves_out(text, at) || is_inclusion(text.lower(at));
    opens_beside(text, sentence, time, sets_beside).is_some()
}

/// "the toll is 340, excluding the 17 shot on Friday": the day of those who are left out is not that of the others.
pub(super) fn is_of_left_out(text: &Text<'_, '_>, time: &Range<usize>, count: usize) -> bool {
    let cue = opens_beside(text, &text.sentence(time.start), time, |at| leaves_out(text, at));
    cue.is_some_and(|cue| !(cue..time.end).contains(&count))
}

/// Where the clause opens in which such a count stands with its day.
fn opens_beside(
    text: &Text<'_, '_>,
    sentence: &Range<usize>,
    time: &Range<usize>,
    sets_beside: impl Fn(usize) -> bool,
) -> Option<usize> {
    let floor = sentence.start.max(time.start.saturating_sub(CLAUSE));
    let clause = |at: usize| !matches!(text.lower(at), "," | ";" | ":" | "while" | "as" | "after" | "but");
    let mut back = (floor..time.start).rev().take_while(|&at| clause(at));
    let cue = back.find(|&at| sets_beside(at))?;
    let mut told = cue + 1..time.start;
    let counts = told.clone().any(|at| text.quantity(at).is_some());
    let harms = told.any(|at| text.outcome(at).is_some() || scene(text.lower(at)).is_some());
    (counts && harms).then_some(cue)
}

/// True for a count that a total leaves out: "excluding the 58 killed at the station".
pub(super) fn is_left_out(text: &Text<'_, '_>, count: usize) -> bool {
    let floor = text.sentence(count).start.max(count.saturating_sub(BEFORE));
    (floor..count)
        .rev()
        .take_while(|&at| !matches!(text.lower(at), "," | ";"))
        .any(|at| leaves_out(text, at))
}

fn is_inclusion(word: &str) -> bool {
    matches!(word, "including" | "include" | "includes" | "included")
}

/// "excluding", "does not include", "apart from", "not counting"
fn leaves_out(text: &Text<'_, '_>, at: usize) -> bool {
    let denied = || {
        (at.saturating_sub(3)..at)
            .any(|at| matches!(text.lower(at), "not" | "never") || text.lower(at).ends_with("n't"))
    };
    match text.lower(at) {
        "excluding" | "exclude" | "excludes" | "excluded" | "besides" => true,
        "counting" | "count" => denied(),
        word if is_inclusion(word) => denied(),
        "apart" | "aside" => text.lower(at + 1) == "from",
        "other" => text.lower(at + 1) == "than",
        _ => false,
    }
}
