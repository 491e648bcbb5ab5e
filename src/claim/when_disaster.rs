//! The day of a disaster that comes in one day: a quake, a storm that reaches the coast.

use std::ops::Range;

use super::Draft;
use super::lexicon::Tag;
use super::text::Text;
use super::when::STRUCK;
use super::when_row::Row;
use super::when_words;

/// Disasters of nature that kill in one day.
const NATURAL: &[&str] = &["quake", "earthquake", "tsunami"];

/// How many tokens before that verb its subject stands.
const SUBJECT: usize = 12;

/// "looters were lynched or shot dead": what people do to people, in the days after the disaster.
pub(super) fn is_by_hand(text: &Text<'_, '_>, sentence: usize) -> bool {
    let by_hand = |at: usize| {
        matches!(
            text.lower(at),
            "shot"
                | "gunmen"
                | "gunfire"
                | "lynched"
                | "stabbed"
                | "looters"
                | "machetes"
                | "hacked"
                | "beaten"
                | "gangs"
        ) || text.reads(at, &["opened", "fire"])
    };
    let sentence = text.scan.sentences.get(sentence);
    sentence.is_some_and(|sentence| sentence.tokens.clone().any(by_hand))
}

/// "tens of thousands are in camps", "130,000 have now been moved out": where they went after the disaster, some other day.
pub(super) fn is_sheltered(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let at = text.scan.tokens_in(draft.claim.span).end;
    let near = at..text.sentence(at.saturating_sub(1)).end.min(at + SUBJECT);
    near.into_iter().take_while(|&at| text.lower(at) != ";").any(|at| {
        matches!(
            text.lower(at),
            "camp" | "camps" | "shelters" | "tents" | "relocated" | "evacuated" | "moved" | "sleeping" | "living"
        )
    })
}

/// "the cyclone raked the coast": a storm of one day.
pub(super) fn lands(text: &Text<'_, '_>, clause: Range<usize>) -> bool {
    let storm = |at: usize| {
        matches!(
            text.lower(at),
            "cyclone" | "hurricane" | "typhoon" | "tornado" | "tornadoes"
        )
    };
    clause
        .clone()
        .any(|at| when_words::is_strike(text.lower(at)) && (clause.start..at).any(storm))
}

/// "an aftershock on Friday": no day of the quake itself.
pub(super) fn dates_aftershock(text: &Text<'_, '_>, row: &Row) -> bool {
    let before = row.tokens.start.saturating_sub(5)..row.tokens.start;
    before
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        .any(|at| matches!(text.lower(at), "aftershock" | "aftershocks"))
}

/// "Tuesday's quake", "the quake on Tuesday", "a quake hit the coast late on Tuesday".
pub(super) fn is_of_disaster(text: &Text<'_, '_>, row: &Row) -> bool {
    let natural = |at: usize| NATURAL.contains(&text.lower(at));
    // "rescuers lost hope on Tuesday after the quake": of another noun
    let owned = (row.tokens.end..row.tokens.end + 4)
        .take_while(|&at| {
            !text.is(at, Tag::PREP.or(Tag::SUBORD).or(Tag::CONJ).or(Tag::DET)) && text.outcome(at).is_none()
        })
        .any(natural);
    let floor = text.sentence(row.tokens.start).start;
    let behind = row
        .tokens
        .start
        .checked_sub(2)
        .is_some_and(|at| at >= floor && natural(at));
    // "since the earthquake 11 days ago"
    let ago = row
        .tokens
        .end
        .checked_sub(1)
        .is_some_and(|last| text.lower(last) == "ago")
        && row.tokens.start > floor
        && natural(row.tokens.start - 1);
    let clause = floor.max(row.tokens.start.saturating_sub(STRUCK))..row.tokens.start;
    let toll = |at: usize| when_words::is_toll_verb(text.lower(at));
    let verb = clause
        .rev()
        .take_while(|&at| !text.is(at, Tag::SUBORD.or(Tag::SAY)) && !toll(at))
        // "struck" is a harm, too
        .take_while(|&at| text.outcome(at).is_none() || text.lower(at) == "struck")
        .find(|&at| when_words::is_strike(text.lower(at)));
    let struck = verb.is_some_and(|verb| (floor.max(verb.saturating_sub(SUBJECT))..verb).any(natural));
    owned || behind || ago || struck
}
