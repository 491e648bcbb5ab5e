//! Places of a day in its sentence that tell what it is not: behind "after", before a noun, behind a speaker.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use super::when_tied::assails;
use super::when_words::{is_funeral, scene};

/// How many tokens before those who hear words their number stands.
const COUNTED: usize = 3;

/// "claimed at least 60 lives": no word of a speaker.
pub(super) fn claims_lives(text: &Text<'_, '_>, verb: usize) -> bool {
    matches!(text.lower(verb), "claim" | "claims" | "claimed" | "claiming")
        && (verb + 1..verb + 8)
            .take_while(|&at| text.is_word(at) || text.is_number(at))
            .any(|at| matches!(text.lower(at), "lives" | "life"))
}

/// "..., said a senior official on Saturday": the verb stands before its speaker, right behind what was said.
pub(super) fn is_inverted(text: &Text<'_, '_>, time: &Range<usize>, sentence: &Range<usize>, verb: usize) -> bool {
    matches!(text.lower(verb), "said" | "added" | "says")
        && verb > sentence.start
        && !text.is_word(verb - 1)
        && (verb + 1..time.start).all(|at| {
            !text.is(at, Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::ING).or(Tag::REL))
                && scene(text.lower(at)).is_none()
        })
}

/// "said the 14 March rout": the day stands before a noun, within what is said.
pub(super) fn is_before_noun(text: &Text<'_, '_>, time: &Range<usize>, sentence: &Range<usize>) -> bool {
    let opens = time.start;
    let direct = text.is(opens.saturating_sub(1), Tag::DET) || text.lower(opens) == "the";
    let next = time.end;
    let own = Tag::PREP
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::PRON)
        .or(Tag::DET);
    direct
        && next < sentence.end
        && text.is_word(next)
        && !text.is(next, own.or(Tag::SAY).or(Tag::PAST).or(Tag::ADVERB).or(Tag::MODAL))
}

/// "after 3 March no harm was reported", "before Friday": what is told lies on one side of the day.
pub(super) fn is_past_bound(text: &Text<'_, '_>, time: &Range<usize>, sentence: &Range<usize>) -> bool {
    let before = time.start.saturating_sub(1);
    let bound = before >= sentence.start && matches!(text.lower(before), "after" | "before");
    let hour = |at: usize| {
        let word = text.lower(at);
        matches!(
            word,
            "dawn" | "dusk" | "noon" | "midday" | "midnight" | "sunrise" | "sunset" | "am" | "pm" | "a.m." | "p.m."
        ) || word.contains(':')
    };
    let next = time.end;
    let closes = next >= sentence.end || !text.is_word(next) || text.is(next, Tag::PREP.or(Tag::CONJ).or(Tag::DET));
    bound && closes && !time.clone().any(hour)
}

/// "the first in three years", "of its kind in an eight-month revolt": how long there was none; not "in the past week".
pub(super) fn is_distance(text: &Text<'_, '_>, time: &Range<usize>) -> bool {
    let reaches = |at: usize| matches!(text.lower(at), "past" | "last" | "this" | "previous");
    let unit = |at: usize| {
        let word = text.lower(at);
        let word = word.rsplit('-').next().unwrap_or(word);
        matches!(
            word.strip_suffix('s').unwrap_or(word),
            "day" | "week" | "month" | "year" | "decade"
        )
    };
    let before = time.start.saturating_sub(1);
    let before = before.saturating_sub(usize::from(text.is(before, Tag::DET)));
    text.is(before, Tag::PREP) && time.clone().any(unit) && !time.clone().any(reaches)
}

/// "were given a mass burial here on Friday", "were laid to rest on Friday": the day of a funeral.
pub(super) fn is_laid_to_rest(text: &Text<'_, '_>, time: &Range<usize>, sentence: &Range<usize>) -> bool {
    let from = sentence.start.max(time.start.saturating_sub(6));
    (from..time.start)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none() && !text.is(at, Tag::CONJ))
        .any(|at| match text.lower(at) {
            word if is_funeral(word) => {
                (at.saturating_sub(3).max(from)..at).any(|at| matches!(text.lower(at), "given" | "gave"))
            }
            "laid" | "put" => text.reads(at + 1, &["to", "rest"]),
            "cremated" => true,
            _ => false,
        })
}

/// "the feast later this week": days to come.
pub(super) fn is_later_this(text: &Text<'_, '_>, time: &Range<usize>) -> bool {
    text.reads(time.start, &["later", "this"])
        && matches!(
            text.lower(time.start + 2),
            "week" | "month" | "year" | "summer" | "autumn" | "winter"
        )
}

/// Those who hear words, and to whom harm comes as well.
pub(super) fn is_hearer(word: &str) -> bool {
    matches!(word, "reporters" | "journalists" | "lawmakers" | "media" | "press")
}

/// "the deaths of 80 journalists in the past year"; not "told journalists on Friday", "last heard from its four reporters".
pub(super) fn is_counted(text: &Text<'_, '_>, hearer: usize) -> bool {
    let floor = text.sentence(hearer).start.max(hearer.saturating_sub(COUNTED));
    let Some(number) = (floor..hearer).rev().find(|&at| text.quantity(at).is_some()) else {
        return false;
    };
    let hears =
        |at: usize| text.is(at, Tag::SAY) || matches!(text.lower(at), "to" | "with" | "before" | "from" | "briefed");
    !(text.sentence(number).start.max(number.saturating_sub(2))..number).any(hears)
}

/// "troops opened fire on Friday at the funeral of a student": the harm came there.
pub(super) fn is_struck_at(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    (sentence.start..time.start).any(|at| {
        text.outcome(at).is_some()
            || assails(text.lower(at))
            || text.lower(at) == "fired"
            || text.reads(at, &["opened", "fire"])
    })
}

/// The family of what does harm at `at`; none for "on strike", "a general strike", in which nobody is struck.
pub(super) fn scene_at(text: &Text<'_, '_>, at: usize) -> Option<u8> {
    scene(text.lower(at)).filter(|_| !is_of_labour(text, at))
}

/// "went on strike", "a hunger strike", "the strike by miners"
fn is_of_labour(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "strike" | "strikes")
        && (matches!(
            text.lower(at.saturating_sub(1)),
            "general"
                | "hunger"
                | "labor"
                | "labour"
                | "national"
                | "nationwide"
                | "rail"
                | "wage"
                | "teachers"
                | "workers"
                | "'"
        ) || text.lower(at) == "strike" && text.lower(at.saturating_sub(1)) == "on"
            || text.lower(at + 1) == "action"
            || text.lower(at + 1) == "by"
                && (at + 2..at + 4)
                    .any(|at| text.begins(at, &["worker", "miner", "teacher", "driver", "employee", "union"])))
}
