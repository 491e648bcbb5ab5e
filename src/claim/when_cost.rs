//! How far a time expression is from a harm: words between them, clauses, other harm.

use std::ops::Range;

use super::day::is_since;
use super::lexicon::Tag;
use super::text::Text;
use super::when_row::Row;
use super::when_words;

/// The most that other clauses add where the time opens the sentence.
const FRONT: usize = 16;
/// What a reaction adds between a time and a harm: "marched on Friday to mourn 12 students".
const REACTION: usize = 45;

/// How far a time expression is from a count, in tokens; other harm and new clauses between count more.
pub(super) fn cost(text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> usize {
    let from_outcome = gap(&row.tokens, outcome);
    let from_phrase = gap(&row.tokens, phrase);
    // "300 died in 2030 and 200 last year": of a list each count has its own day
    let listed = outcome.end <= phrase.start
        && (outcome.end..phrase.start).any(|at| text.quantity(at).is_some() || text.is(at, Tag::CONJ));
    let between = if from_outcome.len() <= from_phrase.len() && !listed {
        from_outcome
    } else {
        from_phrase
    };
    let steps = between.len();
    let before = row.tokens.end <= between.start;
    let mourned = between.clone().any(|at| when_words::is_mourning(text.lower(at)));
    let others = between
        .clone()
        .filter(|&at| text.outcome_from(at).is_some_and(|other| other.tokens != *outcome))
        .count();
    let extra: usize = between
        .map(|at| {
            let other = text.outcome_from(at).is_some_and(|other| other.tokens != *outcome);
            usize::from(other) * 4 + barrier(text, at, before)
        })
        .sum();
    if is_subject(text, row) {
        return 0;
    }
    let head = text.sentence(row.tokens.start).start..row.tokens.start;
    let plain = |at: usize| !text.is_word(at) || text.is(at, Tag::PREP.or(Tag::DET).or(Tag::TIME));
    let front = before && !mourned && head.len() <= 4 && head.into_iter().all(plain);
    let steps = if front { steps.min(FRONT) } else { steps };
    let extra = if front { extra.min(FRONT) } else { extra };
    let own = is_since(text, row.tokens.start, &text.sentence(row.tokens.start)) && others > 0;
    steps + extra + usize::from(own) * 14 + usize::from(!runs_on(text, row, outcome)) * tells_of_another(text, row)
}

/// What the word at `at`, between a time expression and a harm, adds to how far they are apart. `before`: the time comes first.
fn barrier(text: &Text<'_, '_>, at: usize, before: bool) -> usize {
    let word = text.lower(at);
    if when_words::is_mourning(word) {
        return REACTION;
    }
    if matches!(word, "after" | "before") {
        // "marched on Friday after police killed 12"
        return if before { 40 } else { 6 };
    }
    if text.is(at, Tag::REL) && before {
        let named = (at.saturating_sub(3)..at)
            .rev()
            .find(|&at| text.is_word(at) && !text.is(at, Tag::PREP));
        let of_scene =
            named.is_some_and(|named| when_words::scene(text.lower(named)).is_some() || text.is(named, Tag::TIME));
        return if of_scene { 2 } else { 12 };
    }
    if text.is(at, Tag::REL) || word == "since" {
        return 10;
    }
    let clause = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP);
    match word {
        ";" => 14,
        "when" | "as" => 3,
        "," => 2,
        "and" if before => 3,
        _ if clause => 14,
        _ => 0,
    }
}

/// "Sunday marked the deadliest day", "Friday saw": the day is the sentence's subject.
pub(super) fn is_subject(text: &Text<'_, '_>, row: &Row) -> bool {
    let start = text.sentence(row.tokens.start).start;
    row.tokens.start <= start + 1
        && matches!(
            text.lower(row.tokens.end),
            "marked" | "saw" | "was" | "brought" | "became" | "proved"
        )
}

/// "the man who joined last Monday": the day of something else.
fn tells_of_another(text: &Text<'_, '_>, row: &Row) -> usize {
    let from = row.tokens.start.saturating_sub(6);
    let opens = (from..row.tokens.start)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        .find(|&at| text.is(at, Tag::REL));
    let Some(opens) = opens else { return 0 };
    let named = (opens.saturating_sub(2)..opens).any(|at| when_words::scene(text.lower(at)).is_some());
    // "the unrest that broke out last Monday": its start, not the day of each harm in it
    let started = (opens..row.tokens.start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun" | "erupted" | "broke"));
    if named && !started { 0 } else { 30 }
}

/// "the fighting, which began in May, has killed 300": runs on to the as-of day.
pub(super) fn runs_on(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let start = row.tokens.start;
    let began = (start.saturating_sub(3)..start).any(|at| {
        matches!(
            text.lower(at),
            "began" | "started" | "begun" | "erupted" | "broke" | "resumed" | "restarted"
        )
    });
    let again = row.tokens.end < outcome.start
        && (row.tokens.end..outcome.start).any(|at| matches!(text.lower(at), "causing" | "claiming" | "leaving"));
    let floor = text.sentence(outcome.start).start;
    let perfect =
        (floor.max(outcome.start.saturating_sub(4))..outcome.start).any(|at| matches!(text.lower(at), "have" | "has"));
    began && (perfect || again)
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    if one.end <= other.start {
        one.end..other.start
    } else {
        other.end.min(one.start)..one.start
    }
}
