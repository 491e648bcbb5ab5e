//! Days on which a toll came to its number: "rose to 40 on Tuesday".

use std::ops::Range;

use super::text::Text;
use super::when_words::is_toll_verb;

/// How many tokens before its day a toll is named.
const SUBJECT: usize = 8;

/// "rose to 40 Tuesday after two more bodies were found": the day on which a toll came to its number.
pub(super) fn is_toll_day(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let floor = text.sentence(tokens.start).start;
    let from = floor.max(tokens.start.saturating_sub(5));
    // "stood at dawn on Friday at more than 500"
    let behind = (tokens.end..tokens.end + 6)
        .take_while(|&at| text.is_word(at))
        .any(|at| text.is_number(at));
    let verb = (floor.max(tokens.start.saturating_sub(2))..tokens.start).any(|at| is_toll_verb(text.lower(at)));
    if behind && verb && matches!(text.lower(tokens.end), "at" | "to") {
        return true;
    }
    // "the toll on Friday hit 2,000"
    let next = text.lower(tokens.end);
    let comes = behind && (is_toll_verb(next) || next == "hit") && !is_for_day(text, tokens);
    if comes && (floor.max(tokens.start.saturating_sub(SUBJECT))..tokens.start).any(|at| is_toll(text.lower(at))) {
        return true;
    }
    let number = (from..tokens.start).rev().find(|&at| text.is_number(at));
    number.is_some_and(|number| {
        (floor.max(number.saturating_sub(4))..number).any(|at| is_toll_verb(text.lower(at)))
            && (number + 1..tokens.start).all(|at| text.is_word(at) && text.outcome(at).is_none())
    })
}

/// "the death toll for Monday": the day of those who are counted.
fn is_for_day(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    text.lower(tokens.start.saturating_sub(1)) == "for"
}

fn is_toll(word: &str) -> bool {
    matches!(
        word,
        "toll" | "tally" | "count" | "number" | "figure" | "deaths" | "total"
    )
}

/// "rose to 40 on Tuesday": the day stands behind the number that a toll came to.
pub(super) fn dates_toll(text: &Text<'_, '_>, tokens: &Range<usize>, phrase: &Range<usize>) -> bool {
    let sentence = text.sentence(tokens.start);
    let from = sentence.start.max(phrase.start.saturating_sub(4));
    let verb = |range: Range<usize>| range.rev().any(|at| is_toll_verb(text.lower(at)));
    let toll = (sentence.start..phrase.start).any(|at| is_toll(text.lower(at)));
    let behind = tokens.start >= phrase.end && tokens.start <= phrase.end + 4;
    let between = tokens.end <= phrase.start && verb(tokens.end..phrase.start) && phrase.start <= tokens.end + 6;
    let head = tokens.end <= sentence.start + 4 && tokens.start < phrase.start;
    let plain = |range: Range<usize>| {
        range
            .into_iter()
            .all(|at| !matches!(text.lower(at), "from" | "since" | "when"))
    };
    let since = (sentence.start.max(tokens.start.saturating_sub(4))..=tokens.start).any(|at| text.lower(at) == "since");
    // "after the toll passed 5,400 in January"
    let passed = matches!(text.lower(phrase.start), "passed" | "topped" | "surpassed" | "exceeded");
    toll && !since
        && !is_for_day(text, tokens)
        && (passed || verb(from..phrase.start))
        && (behind && plain(phrase.end..tokens.start) || between || head)
}
