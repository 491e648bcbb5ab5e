//! Days that stand like that of a statement and date something else.

use std::ops::Range;

use super::as_of_row::Dated;
use super::as_of_words::{is_lean, is_made, is_met, is_paper, is_toll};
use super::lexicon::Tag;
use super::text::Text;
use super::when_role::Role;
use super::when_words::is_spoken;
use crate::time::{Lean, When};

/// How far in a sentence the words around a day are looked at.
const NEAR: usize = 14;

/// True where the day was taken for that of the statement but dates something else. `said` where it is that of the
/// saying to which the count belongs.
pub(super) fn is_loose(text: &Text<'_, '_>, row: Option<&Dated>, at: usize, said: bool) -> bool {
    let Some(row) = row else { return false };
    let sentence = text.sentence(at);
    if !sentence.contains(&row.tokens.start) {
        return false;
    }
    let start = sentence.start;
    is_perfect_toll(text, row, at, start)
        || is_other(text, &row.tokens, start)
        || is_ahead(text, &row.when, &row.tokens, start)
        || !said
            && (is_behind(text, &row.tokens, at, start)
                || is_chosen(text, &row.tokens)
                || is_related(text, &row.tokens, start))
}

/// "last heard from on Sunday", "released from hospital on Sunday", "police said around 9 p.m. Sunday the man drove".
fn is_other(text: &Text<'_, '_>, tokens: &Range<usize>, start: usize) -> bool {
    let near = || start.max(tokens.start.saturating_sub(8))..tokens.start;
    let heard = near().any(|at| text.lower(at) == "heard" && matches!(text.lower(at + 1), "from" | "of"));
    let freed = near().any(|at| matches!(text.lower(at), "released" | "discharged" | "freed"))
        && near().any(|at| {
            text.lower(at) == "from"
                && (at + 1..at + 4).any(|at| {
                    matches!(
                        text.lower(at),
                        "hospital" | "hospitals" | "custody" | "jail" | "prison" | "detention"
                    )
                })
        });
    let around = (tokens.start.saturating_sub(1)..tokens.start + 1)
        .any(|at| matches!(text.lower(at), "around" | "about" | "approximately"));
    let clock = tokens.clone().any(|at| {
        matches!(text.lower(at), "p.m." | "a.m." | "pm" | "am" | "p.m" | "a.m") || text.lower(at).contains(':')
    });
    let tells = text.is_word(tokens.end) && text.lower(tokens.end) != "that";
    heard || freed || around && clock && tells
}

/// "killed after the army announced an operation on Sunday": the day of a clause beside the count's.
fn is_behind(text: &Text<'_, '_>, tokens: &Range<usize>, at: usize, start: usize) -> bool {
    let from = start.max(tokens.start.saturating_sub(NEAR));
    let opener = (from..tokens.start)
        .rev()
        .take_while(|&at| !matches!(text.lower(at), "," | ";" | "“" | "\""))
        .find(|&at| {
            matches!(
                text.lower(at),
                "after" | "before" | "since" | "following" | "despite" | "because" | "when" | "while" | "as"
            )
        });
    let Some(opener) = opener else { return false };
    let soon = opener > 0
        && matches!(
            text.lower(opener - 1),
            "hours" | "minutes" | "shortly" | "soon" | "just" | "moments" | "day" | "days" | "immediately"
        );
    let of =
        text.lower(opener) == "as" && matches!(text.lower(opener + 1), "of" | "at" | "on" | "the" | "saying" | "said");
    let report = (opener + 1..tokens.end + 2).any(|at| {
        text.is(at, Tag::SAY)
            || is_spoken(text.lower(at))
            || matches!(text.lower(at), "report" | "reports" | "statement")
    });
    let within = at > opener && at < tokens.end;
    let said_before = (opener.saturating_sub(3).max(start)..opener).any(|at| text.is(at, Tag::SAY));
    report && !of && !soon && !within && !said_before
}

/// "the toll from two floods on Sunday has risen to 40": risen by now.
fn is_perfect_toll(text: &Text<'_, '_>, row: &Dated, at: usize, start: usize) -> bool {
    let tokens = &row.tokens;
    let now = (tokens.end..at).any(|at| matches!(text.lower(at), "has" | "have" | "now"));
    let head = start.max(tokens.start.saturating_sub(NEAR));
    // "On Sunday the toll has risen to 40"
    let behind = tokens.start > start + 2 && (start..tokens.start).any(|at| is_toll(text.lower(at)));
    let toll = (head..at).any(|at| is_toll(text.lower(at)));
    now && behind && toll && at <= tokens.end + NEAR && row.role != Role::Count
}

/// "must be freed by Sunday", "until next Monday": not yet.
pub(super) fn is_ahead(text: &Text<'_, '_>, when: &When, tokens: &Range<usize>, start: usize) -> bool {
    let modal = (start.max(tokens.start.saturating_sub(NEAR))..tokens.start)
        .rev()
        .take_while(|&at| !matches!(text.lower(at), "," | ";" | "that"))
        .any(|at| {
            matches!(
                text.lower(at),
                "must" | "shall" | "should" | "will" | "deadline" | "ordered"
            )
        });
    let until = matches!(text.lower(start), "until" | "till" | "up");
    let lean = matches!(when, When::Hanging(hanging) if hanging.lean == Lean::Future);
    modal || lean && !until
}

/// "the president, elected on Sunday, said"
fn is_chosen(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let prior = (tokens.start.saturating_sub(3)..tokens.start)
        .rev()
        .find(|&at| !is_lean(text.lower(at)));
    let Some(prior) = prior else { return false };
    let comma = text.lower(tokens.end) == "," && text.lower(prior.saturating_sub(1)) == ",";
    let paper = (prior.saturating_sub(7)..prior)
        .any(|at| is_paper(text.lower(at)) || is_toll(text.lower(at)) || is_spoken(text.lower(at)));
    let word = text.lower(prior);
    comma && text.is(prior, Tag::PAST) && !is_met(word) && !paper && (!is_made(word) || text.is(prior, Tag::SAY))
}

/// "a doctor who treated victims on Monday said": the day of a clause about the speaker.
fn is_related(text: &Text<'_, '_>, tokens: &Range<usize>, start: usize) -> bool {
    let from = start.max(tokens.start.saturating_sub(8));
    let clause = (from..tokens.start).rev().take_while(|&at| text.lower(at) != ",");
    let mut acts = false;
    for at in clause {
        if text.is(at, Tag::SAY) || is_met(text.lower(at)) || is_made(text.lower(at)) || is_spoken(text.lower(at)) {
            return false;
        }
        acts |= text.is(at, Tag::PAST);
        if matches!(text.lower(at), "who" | "which") {
            return acts;
        }
    }
    false
}
