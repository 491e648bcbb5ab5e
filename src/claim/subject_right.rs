//! The noun phrase behind a word: "according to the ministry", "said the director".

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_noun::{essence, holds};
use super::speak_parts;
use super::speak_words::{self as words, Role};
use super::subject::{harms, opens, sorts};
use super::text::Text;

/// "the director of one of the four clinics": a number that tells which.
fn one_of(text: &Text<'_, '_>, at: usize) -> bool {
    let one = |at: usize| text.lower(at - 1) == "of" && text.reads(at, &["one", "of", "the"]);
    at > 3 && (one(at) || text.lower(at - 1) == "the" && one(at - 3))
}

/// The noun phrase that begins at `from`.
pub(super) fn right(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    // "said of the victims", "told reporters from Orla": nobody stands here
    let hangs = matches!(
        text.lower(from),
        "of" | "from" | "to" | "in" | "at" | "on" | "for" | "with" | "by" | "as"
    );
    if hangs && !text.is(from, Tag::PERSON) {
        return None;
    }
    let mut at = from;
    while at < end.min(from + 16) {
        // "figures released by the ministry"
        let made = text.is(at, Tag::PAST)
            && at > from
            && words::is(text.lower(at - 1), Role::DOCUMENT)
            && (text.lower(at + 1) == "by" || text.lower(at + 2) == "by");
        if made {
            let by = at + 1 + usize::from(text.lower(at + 1) != "by");
            return right(text, by + 1, end);
        }
        if at > from && speak_parts::nicknamed(text, at) {
            at += 3;
        } else if leaves(text, at, from) {
            break;
        } else {
            at += 1;
        }
    }
    while at > from && text.is(at - 1, Tag::CONJ.or(Tag::DET).or(Tag::PREP)) {
        at -= 1;
    }
    while at > from + 1 && !text.is_word(at - 1) {
        at -= 1;
    }
    (at > from).then(|| essence(text, from..at))
}

/// True where the word at `at` is no part of the phrase that begins at `from`.
fn leaves(text: &Text<'_, '_>, at: usize, from: usize) -> bool {
    let later = at > from;
    let noun = is_noun(text.lower(at)) || text.lower(at) == "claims" || later && text.lower(at - 1) == "-";
    // "unnamed officials", "an exiled opposition leader"
    let sort = !later
        && text.is(at, Tag::PAST)
        && (words::is(text.lower(at + 1), Role::SOURCE) || text.is(at + 1, Tag::PERSON))
        || at == from + 1 && sorts(text, at);
    let stop = Tag::BE
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::REL)
        .or(Tag::PAST)
        .or(Tag::TIME)
        .or(Tag::SUBORD);
    let sign = !text.is_word(at) && !matches!(text.lower(at), "-" | "'" | "/" | "@");
    if text.is(at, stop) && !text.is_name(at) && !noun && !sort || hangs_loose(text, at, from) || sign {
        return true;
    }
    later
        && (text.is(at, Tag::SAY) && !noun
            || text.is(at, Tag::PRON)
            || opens(text, at)
            || text.quantity(at).is_some() && !one_of(text, at)
            || harms(text, at) && !sort
            || speak_parts::begins_anew(text, at))
}

/// Words that are also verbs: "the state said", "the report said".
pub(super) fn is_noun(word: &str) -> bool {
    matches!(
        word,
        "state"
            | "report"
            | "reports"
            | "documents"
            | "document"
            | "estimates"
            | "estimate"
            | "count"
            | "counts"
            | "united"
            | "tweet"
    )
}

/// "the Committee to Aid Miners", "Nurses Without Orders": a small word inside a name.
fn titled(text: &Text<'_, '_>, at: usize) -> bool {
    let body = matches!(
        text.lower(at - 1),
        "committee" | "campaign" | "coalition" | "alliance" | "commission"
    );
    let small = text.lower(at) == "to" && body || text.lower(at) == "without" && text.is_capital(at);
    small && text.words.capitals_tell && text.is_capital(at - 1) && text.is_capital(at + 1)
}

/// A preposition that tells when, where or how something was said, not who says it.
fn hangs_loose(text: &Text<'_, '_>, at: usize, from: usize) -> bool {
    if !text.is(at, Tag::PREP) {
        return false;
    }
    let later = at > from;
    if later && titled(text, at) {
        return false;
    }
    let of = matches!(text.lower(at), "of" | "for" | "at" | "in" | "from" | "with");
    let page = |at: usize| matches!(text.lower(at), "website" | "site" | "page" | "channel");
    let by = later
        && words::is(text.lower(at - 1), Role::DOCUMENT)
        && (text.lower(at) == "by" || text.lower(at) == "on" && (at + 2..at + 6).any(page));
    let held = later && holds(text, at);
    let dated = text.is(at + 1, Tag::TIME) || text.is_numeral(at + 1);
    let placed = text.lower(at) == "in" && matches!(text.lower(at + 1), "the" | "a") && text.lower(at + 3) == "of";
    !of && !by && !held || of && dated || placed || later && speak_parts::in_paper(text, at)
}
