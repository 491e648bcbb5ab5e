//! The noun phrases before and after a saying verb.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;

/// The noun phrase before a verb: what says it.
pub(super) fn left(text: &Text<'_, '_>, verb: usize, start: usize) -> Option<Range<usize>> {
    let mut end = verb;
    for _ in 0..4 {
        while end > start && text.is(end - 1, Tag::ADVERB.or(Tag::HAVE)) && !text.is(end - 1, Tag::PERSON) {
            end -= 1;
        }
        let Some(last) = end.checked_sub(1).filter(|&last| last >= start) else {
            break;
        };
        let opener = match text.lower(last) {
            ")" => "(",
            "," => ",",
            "–" => "–",
            "—" => "—",
            "who" | "which" | "that" => {
                end = last - usize::from(last > start && text.lower(last - 1) == ",");
                continue;
            }
            _ => break,
        };
        let from = last.saturating_sub(26).max(start);
        let open = (from..last)
            .rev()
            .find(|&at| text.lower(at) == opener)
            .filter(|&at| at > start)?;
        if let Some(name) = apposed(text, open, last, start) {
            return Some(name);
        }
        end = open;
    }
    if end > start && text.is(end - 1, Tag::CONJ) {
        return first_subject(text, start, end);
    }
    let mut begin = end;
    while begin > start && in_subject(text, begin - 1, begin == end) {
        begin -= 1;
    }
    let range = trimmed(text, begin..end);
    let named = range
        .clone()
        .any(|at| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::CONJ).or(Tag::TIME).or(Tag::ADVERB)));
    (!range.is_empty() && named && range.len() <= 24).then_some(range)
}

/// "the main party, the Varland Front, said": the name says more than the words before it.
fn apposed(text: &Text<'_, '_>, open: usize, close: usize, start: usize) -> Option<Range<usize>> {
    let inner = open + 1..close;
    let named = |range: Range<usize>| {
        range
            .clone()
            .any(|at| text.is_name(at) && at > start && !text.is(at, Tag::DET))
    };
    let short = inner.len() <= 7 && !text.is(inner.start, Tag::REL.or(Tag::PREP).or(Tag::PAST));
    let outer = open.saturating_sub(8).max(start)..open;
    let plain = outer.clone().all(|at| text.is_word(at)) && !named(outer.start + 1..outer.end);
    (short && plain && named(inner.clone()) && inner.clone().all(|at| text.is_word(at))).then_some(inner)
}

/// "The government blames gangs and says": the subject of a verb that is joined on.
fn first_subject(text: &Text<'_, '_>, start: usize, end: usize) -> Option<Range<usize>> {
    let verb = Tag::PAST
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::SAY)
        .or(Tag::VERB);
    let from = (start..end)
        .rev()
        .find(|&at| matches!(text.lower(at), "”" | ";" | "\""))
        .map_or(start, |at| at + 1);
    let first = (from + 1..end).find(|&at| text.is(at, verb) && !text.is_name(at) && !text.is(at - 1, Tag::DET))?;
    let range = trimmed(text, from..first);
    let plain = range.clone().all(|at| text.is_word(at) || text.lower(at) == "'");
    (plain && !range.is_empty() && range.len() <= 12).then_some(range)
}

fn in_subject(text: &Text<'_, '_>, at: usize, last: bool) -> bool {
    if text.is(at, Tag::PRON) {
        return last;
    }
    if !text.is_word(at) {
        return matches!(text.lower(at), "-" | "'" | "/" | "’");
    }
    if text.is(at, Tag::CONJ) {
        return text.lower(at) == "and"
            && at > 0
            && text.is_word(at - 1)
            && !text.is(at - 1, Tag::PAST.or(Tag::TIME))
            && text.outcome(at - 1).is_none();
    }
    let stop = Tag::BE.or(Tag::HAVE).or(Tag::MODAL).or(Tag::REL).or(Tag::SAY);
    let noun = matches!(
        text.lower(at),
        "state" | "reports" | "report" | "documents" | "notes" | "united"
    );
    let hard = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP);
    (!text.is(at, stop) || noun || text.is(at, Tag::ADVERB))
        && !hard
        && !(text.is(at, Tag::PAST) && !noun && !text.is_name(at))
        && text.outcome(at).is_none()
}

/// Without "on Friday", "meanwhile" and the like before it, and without "on Thursday", "in turn" behind it.
pub(super) fn trimmed(text: &Text<'_, '_>, range: Range<usize>) -> Range<usize> {
    let range = fronted(text, range);
    // "a day earlier it": the pronoun alone speaks
    if let Some(last) = range
        .end
        .checked_sub(1)
        .filter(|&last| last > range.start && text.is(last, Tag::PRON))
    {
        return last..range.end;
    }
    let tail = (range.start + 1..range.end).find(|&at| {
        text.is(at, Tag::TIME) && !text.is_name(at)
            || text.is(at, Tag::PREP)
                && (text.is(at + 1, Tag::TIME) || text.is(at + 2, Tag::TIME) && text.is(at + 1, Tag::DET))
            || text.reads(at, &["in", "turn"])
            || text.reads(at, &["on", "its", "side"])
            || text.reads(at, &["for", "its", "part"])
            || text.reads(at, &["in", "a", "statement"])
    });
    range.start..tail.unwrap_or(range.end)
}

fn fronted(text: &Text<'_, '_>, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    loop {
        if start >= range.end {
            return start..range.end;
        }
        if text.is(start, Tag::TIME) || text.is(start, Tag::ADVERB.or(Tag::CONJ)) || !text.is_word(start) {
            start += 1;
        } else if text.quantity(start).is_some() && text.is(start + 1, Tag::TIME) {
            // "two days earlier his ministry"
            start += 1;
        } else if text.is(start, Tag::DET) && text.is(start + 1, Tag::TIME) && start + 2 < range.end {
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

/// The noun phrase that begins at `from`.
pub(super) fn right(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut at = from;
    while at < end.min(from + 16) {
        let of = text.is(at, Tag::PREP) && matches!(text.lower(at), "of" | "for" | "at" | "in" | "from");
        let stop = Tag::BE
            .or(Tag::HAVE)
            .or(Tag::MODAL)
            .or(Tag::REL)
            .or(Tag::PAST)
            .or(Tag::TIME)
            .or(Tag::SUBORD);
        let verb = text.is(at, Tag::SAY)
            && at > from
            && !matches!(
                text.lower(at),
                "state" | "report" | "reports" | "documents" | "estimates" | "claims" | "count"
            );
        let preposition = text.is(at, Tag::PREP) && !of
            || of && text.is(at + 1, Tag::TIME)
            || matches!(text.lower(at), "in")
                && matches!(text.lower(at + 1), "the" | "a")
                && text.lower(at + 3) == "of";
        let sign = !text.is_word(at) && !matches!(text.lower(at), "-" | "'" | "/" | "’");
        let pronoun = text.is(at, Tag::PRON) && at > from;
        if text.is(at, stop) && !text.is_name(at)
            || verb
            || preposition
            || sign
            || pronoun
            || text.quantity(at).is_some() && at > from
            || text.outcome(at).is_some() && at > from
        {
            break;
        }
        at += 1;
    }
    while at > from && text.is(at - 1, Tag::CONJ.or(Tag::DET).or(Tag::PREP)) {
        at -= 1;
    }
    (at > from).then_some(from..at)
}
