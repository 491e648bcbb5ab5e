//! A source noted in brackets at the end of what it tells: "12 people died. (Red Cross, 7 Sep 2020)".

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_words::{self as words, Role};
use super::text::Text;

/// The id of the rule: such a saying holds for the sentences before it in its paragraph.
pub(super) const RULE: &str = "speaker/note";

/// How many tokens back a note can reach.
const LONGEST: usize = 240;

/// The note in a sentence: "(OCHA, 7 September)", "[IFRC 07/09/2020]", "(Source: police, Monday)".
pub(super) fn note(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let from = sentence.end.saturating_sub(40).max(sentence.start);
    let open = (from..sentence.end).find(|&at| {
        matches!(text.lower(at), "(" | "[") && text.is_name(at + 1 + usize::from(text.lower(at + 1) == "["))
    })?;
    let start = open + 1 + usize::from(text.lower(open + 1) == "[");
    let close = (start + 1..sentence.end.min(start + 16)).find(|&at| matches!(text.lower(at), ")" | "]"))?;
    let end = (start + 1..close)
        .find(|&at| !text.is_word(at) && !matches!(text.lower(at), "-" | "'" | "&" | "/") || dated(text, at))?;
    let date = end..close;
    // "(CNY, US$297 million)", "(TVX 18)": numbers that are no date
    let money = date
        .clone()
        .any(|at| matches!(text.lower(at), "$" | "€" | "£" | "¥" | "million" | "billion"));
    let day = date
        .clone()
        .any(|at| dated(text, at) && (text.is(at, Tag::TIME) || text.lower(at).len() >= 4));
    let dated = (day || date.clone().filter(|&at| dated(text, at)).count() > 1) && date.len() <= 9 && !money;
    let named = words::is_acronym(text, start)
        || (start..end).any(|at| words::is(text.lower(at), Role::SOURCE) || words::is(text.lower(at), Role::OUTLET));
    let place = text.is(start, Tag::PREP.or(Tag::TIME).or(Tag::DET)) && !named;
    let counted = (start..end).any(|at| text.quantity(at).is_some() || text.outcome(at).is_some());
    // "(Orla Daily 10/03/2017 page 4)": where the article was printed
    let printed = date.clone().any(|at| text.lower(at).starts_with("page"));
    if printed || !dated || !named || place || counted || end == start {
        return None;
    }
    Some(Saying {
        speaker: start..end,
        relay: None,
        reach: begins(text, open)..close,
        order: Order::Trailing,
        rule: RULE,
        verb: open,
    })
}

/// "This was reported by the hospital.": who vouches for the sentence before.
pub(super) fn told_by(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let first = sentence.start;
    if !matches!(text.lower(first), "this" | "it" | "that") || !text.is(first + 1, Tag::BE.or(Tag::HAVE)) {
        return None;
    }
    let paragraph = text.scan.tokens.get(first).is_some_and(|token| token.paragraph_before);
    let end = sentence.end.min(first + 9);
    let verb = (first + 1..end).find(|&at| {
        matches!(
            text.lower(at),
            "reported" | "announced" | "stated" | "confirmed" | "told" | "disclosed" | "according" | "revealed"
        )
    })?;
    let by = (verb + 1..end).find(|&at| matches!(text.lower(at), "by" | "to"))?;
    let fits = text.lower(by) == "by" || text.lower(verb) == "according";
    let speaker = super::subject::right(text, by + 1, sentence.end)?;
    let before = text.sentence(first.checked_sub(1)?);
    (fits && !paragraph && words::can_speak(text, &speaker)).then_some(Saying {
        speaker,
        relay: None,
        reach: before.start..sentence.end,
        order: Order::Trailing,
        rule: RULE,
        verb,
    })
}

/// Where what the note tells begins: with its paragraph, or behind the note before it.
fn begins(text: &Text<'_, '_>, open: usize) -> usize {
    let floor = open.saturating_sub(LONGEST);
    (floor..=open)
        .rev()
        .find(|&at| {
            let breaks = text.scan.tokens.get(at).is_some_and(|token| token.paragraph_before);
            breaks || at < open && at > 0 && matches!(text.lower(at - 1), ")" | "]") && closes_note(text, at - 1)
        })
        .unwrap_or(floor)
}

/// True where the bracket closes something dated.
fn closes_note(text: &Text<'_, '_>, close: usize) -> bool {
    (close.saturating_sub(3)..close).any(|at| dated(text, at))
}

fn dated(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::TIME) || text.is_numeral(at)
}
