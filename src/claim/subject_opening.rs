//! What a sentence is about: the subject of its first verb, behind the words before it.

use std::ops::Range;

use super::lexicon::Tag;
use super::subject::{did_harm, of_the_state, trimmed};
use super::text::Text;

/// Behind "On Monday,", "In a statement,", "Two weeks after the raid began,": where the sentence itself begins.
fn past_front(text: &Text<'_, '_>, sentence: &Range<usize>) -> usize {
    let first = sentence.start;
    let timed = text.quantity(first).is_some() && text.is(first + 1, Tag::TIME);
    if !timed && !text.is(first, Tag::PREP.or(Tag::TIME).or(Tag::SUBORD)) {
        return first;
    }
    let comma = (first + 1..sentence.end.min(first + 14)).find(|&at| text.lower(at) == ",");
    comma
        .map(|comma| comma + 1)
        .filter(|&next| {
            text.is_word(next) && next < sentence.end && !text.is(next, Tag::CONJ.or(Tag::REL).or(Tag::PREP))
        })
        .unwrap_or(first)
}

/// The subject of the sentence's first verb, where the sentence begins with it.
pub(super) fn opening(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let start = past_front(text, sentence);
    let sentence = &(start..sentence.end);
    let end = sentence.end.min(sentence.start + 16);
    // "His veiled wife, Orla Marr, leaned out"
    let sort = |at: usize| text.is(at - 1, Tag::POSS) && text.is(at + 1, Tag::PERSON);
    let acts = |at: usize| {
        let harms = text.is(at, Tag::FINITE) || did_harm(text, at);
        harms && !text.is_name(at) && !text.is(at - 1, Tag::DET) && !of_the_state(text, at) && !sort(at)
    };
    let stop = (sentence.start + 1..end).find(|&at| {
        !text.is_word(at) && text.lower(at) != "-"
            || matches!(text.lower(at), "dispute" | "disputes" | "contest" | "contests")
            || acts(at)
    })?;
    // "His wife, Orla Marr, leaned out"
    if text.words.capitals_tell && text.lower(stop) == "," && text.is(sentence.start, Tag::POSS.or(Tag::DET)) {
        let name = stop + 1..(stop + 1..end).find(|&at| !text.is_capital(at)).unwrap_or(end);
        if text.lower(name.end) == "," && (2..=4).contains(&name.len()) {
            return Some(name);
        }
    }
    let range = trimmed(text, sentence.start..stop);
    // "Saleh echoes Ida": a verb that no list holds
    let torn = |at: usize| {
        let small = !text.is_capital(at) && text.is_word(at) && text.words.tag(at) == Tag::NONE;
        small && text.is_name(at - 1) && text.is_name(at + 1)
    };
    let whole = !text.words.capitals_tell || !(range.start + 1..range.end).any(torn);
    (!range.is_empty() && range.len() <= 12 && whole).then_some(range)
}
