//! The day of a disaster that comes in one day: a quake, a storm that reaches the coast.

use std::ops::Range;

use super::day::Sort;
use super::lexicon::Tag;
use super::text::Text;
use super::when::{STRUCK, Times};
use super::when_distance::distance;
use super::when_row::{Row, is_day, names_days, same_day};
use super::when_story::Story;
use super::when_words;
use super::{Draft, Happened};
use crate::time::{Relative, Unit, Value, When};

/// Disasters of nature that kill in one day.
const NATURAL: &[&str] = &["quake", "earthquake", "tsunami"];

/// So many words of a disaster are looked at.
const MOST_QUAKES: usize = 20;

/// How many tokens before that verb its subject stands.
const SUBJECT: usize = 12;

/// How many tokens before a quake the words "a week after" stand.
const AFTER: usize = 5;

impl Times {
    /// The day of the disaster that the article is about: "Tuesday's earthquake", "the quake struck late on Tuesday".
    pub(super) fn disaster(&self, text: &Text<'_, '_>) -> Option<Happened> {
        let of_it =
            |row: &Row| row.sort == Sort::Date && !row.stamp && names_days(&row.when) && is_of_disaster(text, row);
        let named = self.rows.iter().position(|row| is_day(&row.when) && of_it(row));
        // "last week's quake", where no day is told
        let named = named.or_else(|| self.rows.iter().position(of_it)).map(Happened::Time);
        named.or_else(|| self.quake_before(text))
    }

    /// "A week after the earthquake, troops are handing out food": counted from the report, or from the day that stands before it.
    fn quake_before(&self, text: &Text<'_, '_>) -> Option<Happened> {
        let natural = |at: &usize| NATURAL.contains(&text.lower(*at));
        let mut quakes = (0..text.scan.tokens.len()).filter(natural).take(MOST_QUAKES);
        quakes.find_map(|at| {
            let sentence = text.sentence(at);
            let (far, words) = distance(text, &sentence, at)?;
            let own = |at: usize| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::CONJ).or(Tag::REL).or(Tag::PAST));
            let behind = text.lower(words.end - 1) == "after" && words.end + AFTER > at && (words.end..at).all(own);
            if !behind {
                return None;
            }
            let mut days = self.in_sentence(&sentence).filter(|(_, row)| row.dates_harm_to_a_day());
            if let Some((index, row)) = days.next() {
                return (row.tokens.end <= words.start && days.next().is_none()).then(|| far.from(Some(index)));
            }
            // "aid came two days after the quake": counted from some other day
            let now = |at: usize| {
                matches!(
                    text.lower(at),
                    "is" | "are" | "has" | "have" | "still" | "remain" | "remains"
                )
            };
            sentence.clone().any(now).then(|| far.from(None))
        })
    }
}

impl Story<'_, '_, '_> {
    /// "last Tuesday's earthquake", where the article tells of "the quake on Tuesday, 12 January": one quake has one day.
    pub(super) fn exact_day(&self, happened: Happened) -> Option<Happened> {
        let (Some(exact @ Happened::Time(main)), Happened::Time(own)) = (self.disaster, happened) else {
            return None;
        };
        let (main, row) = (self.times.rows.get(main)?, self.times.rows.get(own)?);
        let dated = match &main.when {
            When::Known(value) => matches!(value, Value::Day(_) | Value::PartOfDay(..)),
            When::Hanging(hanging) => matches!(hanging.relative, Relative::MonthDay(..)),
            When::Unknown => false,
        };
        let When::Hanging(loose) = &row.when else {
            return None;
        };
        let one = match loose.relative {
            Relative::Weekday(..) | Relative::WeekdayOf(..) => same_day(&main.when, &row.when),
            Relative::Period(Unit::Week, _) => true,
            _ => false,
        };
        (dated && one && is_of_disaster(self.text, row)).then_some(exact)
    }
}

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
fn is_of_disaster(text: &Text<'_, '_>, row: &Row) -> bool {
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
