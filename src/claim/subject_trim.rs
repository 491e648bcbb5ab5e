//! A subject without the words of time and place around it.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_words::{self as words, Role};
use super::subject::joined;
use super::text::Text;

/// Without "on Friday", "meanwhile" and the like before it, and without "on Thursday", "in turn" behind it.
pub(super) fn trimmed(text: &Text<'_, '_>, range: Range<usize>) -> Range<usize> {
    let range = fronted(text, range);
    // "a day earlier it": the pronoun alone speaks
    if let Some(last) = range
        .end
        .checked_sub(1)
        .filter(|&last| last > range.start && text.is(last, Tag::PRON) && text.lower(last - 1) != "of")
    {
        return last..range.end;
    }
    let tail = (range.start + 1..range.end).find(|&at| {
        text.is(at, Tag::TIME) && text.lower(at) != "same" && !text.is_name(at) && !joined(text, at)
            || text.is(at, Tag::PREP)
                && (text.is(at + 1, Tag::TIME) || text.is(at + 2, Tag::TIME) && text.is(at + 1, Tag::DET))
            || text.reads(at, &["in", "turn"])
            || matches!(text.lower(at), "on" | "under") && matches!(text.lower(at + 1), "condition" | "conditions")
            || text.reads(at, &["on", "its", "side"])
            || text.reads(at, &["for", "its", "part"])
            || text.is(at, Tag::PREP)
                && matches!(text.lower(at + 1), "a" | "an" | "its" | "his" | "her" | "their")
                && (at + 2..at + 6).any(|at| words::is(text.lower(at), Role::DOCUMENT))
    });
    let mut end = tail.unwrap_or(range.end);
    while end > range.start + 1
        && (text.is(end - 1, Tag::ADVERB) || matches!(text.lower(end - 1), "first" | "further"))
        && !text.is_name(end - 1)
        && !words::is(text.lower(end - 1), Role::DOCUMENT)
    {
        end -= 1;
    }
    range.start..end
}

/// "14:05", "9.30": the time of an entry.
fn is_clock(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) && word.contains([':', '.']) && word.len() <= 8
}

/// "'s directives", "like the woman's account", "2017-Orla coroner": scraps before who speaks.
fn torn(text: &Text<'_, '_>, at: usize) -> bool {
    let word = text.lower(at);
    let year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && text.lower(at + 1) == "-";
    year || matches!(word, "'s" | "like") || is_of_headline(text, at)
}

/// "A blast kills 10 State TV said": the number belongs to the headline that runs into the name.
fn is_of_headline(text: &Text<'_, '_>, at: usize) -> bool {
    let bare = text.lower(at).bytes().all(|byte| byte.is_ascii_digit());
    let before = at.saturating_sub(1);
    let verb = text.sentence(at).start < at && text.outcome_from(before).is_some_and(|harm| harm.tokens.end == at);
    bare && verb && text.is_name(at + 1)
}

/// Behind "on the other hand", "at this point", where nothing parts it from the subject.
fn turn_of_speech(text: &Text<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let noun = (from + 1..end.min(from + 4)).find(|&at| {
        matches!(
            text.lower(at),
            "hand" | "point" | "stage" | "moment" | "contrast" | "addition" | "case" | "fact"
        )
    })?;
    let open = text.is(from, Tag::PREP)
        && (from + 1..noun).all(|at| text.is(at, Tag::DET) || matches!(text.lower(at), "other" | "one"));
    (open && noun + 1 < end).then_some(noun + 1)
}

/// ", after the rebels" said, "until doctors" said: the word opens the clause of those who speak.
fn opens_clause(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let inner = at + 1..end;
    matches!(text.lower(at), "after" | "before" | "until" | "since")
        && (inner.len() == 1 || at > 0 && text.lower(at - 1) == ",")
        && words::can_speak(text, &inner)
        && !inner.clone().any(|at| text.is(at, Tag::TIME))
}

fn fronted(text: &Text<'_, '_>, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    loop {
        if start >= range.end {
            return start..range.end;
        }
        // "The same report"
        let same = text.lower(start + 1) == "same" && !text.is(start + 2, Tag::TIME);
        if text.is(start, Tag::DET) && same && start + 2 < range.end {
            break;
        }
        if text.is(start, Tag::TIME)
            || torn(text, start) && start + 1 < range.end
            || text.is(start, Tag::ADVERB.or(Tag::CONJ))
            || !text.is_word(start)
            || is_clock(text.lower(start))
            || matches!(text.lower(start), "when" | "because" | "if" | "what") && start + 1 < range.end
        {
            start += 1;
        } else if let Some(turn) = turn_of_speech(text, start, range.end) {
            start = turn;
        } else if text.quantity(start).is_some() && text.is(start + 1, Tag::TIME) {
            // "two days earlier his ministry"
            start += 1;
        } else if text.is(start, Tag::DET) && text.is(start + 1, Tag::TIME) && start + 2 < range.end {
            start += 1;
        } else if text.lower(start) == "as"
            && start + 1 < range.end
            && !matches!(text.lower(start + 1), "a" | "an" | "of")
        {
            // ", as activists said"
            start += 1;
        } else if opens_clause(text, start, range.end) {
            start += 1;
        } else if text.is(start, Tag::PREP) && !text.is(start, Tag::PERSON) {
            let until = (start..range.end).rev().find(|&at| text.is(at, Tag::TIME));
            let determiner = (start + 2..range.end).find(|&at| text.is(at, Tag::DET));
            start = until
                .map(|at| at + 1)
                .or(determiner)
                .unwrap_or(start + 2)
                .max(start + 1);
        } else {
            break;
        }
    }
    start..range.end
}
