//! What runs for days and what comes within hours: "during the clashes", "earlier, a bomb", "at around 11 pm".

use std::ops::Range;

use super::day::{Sort, is_since};
use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::when_row::{Row, is_day, is_night};
use super::{Draft, Happened};

/// How many tokens before a day its beginning is told.
const BEGINS: usize = 4;
/// How many tokens before a beginning its noun stands.
const NOUN_BEFORE: usize = 8;
/// How many tokens after the day of a beginning its end is told.
const ENDS: usize = 16;
/// How many tokens before a day the beginning of unrest is told, with what it came of.
const NEAR: usize = 24;
/// How many words between "during" and its noun stand.
const OF_DURING: usize = 4;
/// How many sentences back an hour still tells when it was.
const HOUR_BACK: usize = 3;
/// How many tokens of a sentence tell that it goes on with the day.
const OPENING: usize = 4;
/// How many courses and nights of an article are kept.
const MOST: usize = 40;

/// Unrest that runs for days, its start told: "clashes broke out on Thursday and went on until Saturday".
pub(super) struct Course {
    pub(super) sentence: usize,
    pub(super) happened: Happened,
}

impl Times {
    /// The beginnings of unrest that the article dates.
    pub(super) fn courses(&self, text: &Text<'_, '_>) -> Vec<Course> {
        let begins = |row: &Row| {
            let floor = text.sentence(row.tokens.start).start;
            let from = floor.max(row.tokens.start.saturating_sub(BEGINS));
            let verb = (from..row.tokens.start).rev().find(|&at| is_beginning(text.lower(at)));
            verb.is_some_and(|verb| {
                let mut noun = floor.max(verb.saturating_sub(NOUN_BEFORE))..verb;
                noun.any(|at| is_unrest(text.lower(at)))
                    && !is_since(text, row.tokens.start, &text.sentence(row.tokens.start))
            })
        };
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.sort == Sort::Date && !row.stamp && is_day(&row.when) && begins(row))
            .filter_map(|(index, row)| {
                let sentence = text.sentence(row.tokens.start);
                let end = self.rows.get(index + 1).filter(|end| {
                    let opens = (end.tokens.start.saturating_sub(1)..=end.tokens.start)
                        .any(|at| matches!(text.lower(at), "until" | "till" | "through"));
                    opens && sentence.contains(&end.tokens.start) && end.tokens.start < row.tokens.end + ENDS
                });
                Some(Course {
                    sentence: text.scan.sentence_index(row.tokens.start)?,
                    happened: end.map_or(Happened::Since(index), |_| Happened::Between(index, index + 1)),
                })
            })
            .take(MOST)
            .collect()
    }

    /// "violence erupted on Friday. 77 deaths have been reported so far": what runs is counted from its beginning.
    pub(super) fn so_far(&self, text: &Text<'_, '_>, happened: Happened, here: usize) -> Happened {
        let Happened::Time(index) = happened else {
            return happened;
        };
        let sentence = text.scan.sentences.get(here).map(|sentence| sentence.tokens.clone());
        let counts = sentence.is_some_and(|mut tokens| tokens.any(|at| text.reads(at, &["so", "far"])));
        let began = self.rows.get(index).filter(|_| counts).is_some_and(|row| {
            let from = text
                .sentence(row.tokens.start)
                .start
                .max(row.tokens.start.saturating_sub(NEAR));
            let verb = (from..row.tokens.start).find(|&at| is_beginning(text.lower(at)));
            verb.is_some_and(|verb| (from..verb).any(|at| is_unrest(text.lower(at))))
        });
        if began { Happened::Since(index) } else { happened }
    }

    /// The nights and evenings that the article names, each with its sentence.
    pub(super) fn nights(&self, text: &Text<'_, '_>) -> Vec<(usize, usize)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.sort == Sort::Date && !row.stamp && is_night(&row.when))
            .filter_map(|(index, row)| Some((text.scan.sentence_index(row.tokens.start)?, index)))
            .take(MOST)
            .collect()
    }

    /// True where an hour of the evening was told last, a few sentences back in the paragraph, and no day since then.
    pub(super) fn is_at_night(&self, text: &Text<'_, '_>, here: usize, at: usize) -> bool {
        let sentences = &text.scan.sentences;
        let Some(own) = sentences.get(here) else { return false };
        let mut floor = here;
        while floor > 0
            && here - floor < HOUR_BACK
            && sentences.get(floor).is_some_and(|sentence| !sentence.paragraph_before)
        {
            floor -= 1;
        }
        let floor = sentences
            .get(floor)
            .map_or(own.tokens.start, |sentence| sentence.tokens.start);
        let next = self.rows.partition_point(|row| row.tokens.start < own.tokens.end);
        let rows = self.rows.get(..next).unwrap_or_default();
        let mut told = rows.iter().rev().take_while(|row| row.tokens.start >= floor);
        // a day told behind the count is that of another
        let last = told.find(|row| row.tokens.start < at || row.sort != Sort::Date);
        last.is_some_and(|row| row.sort == Sort::Other && is_late_hour(text, &row.tokens))
    }
}

/// "at around 11 pm", "shortly after 9.30 p.m.": an hour of the evening or the night.
fn is_late_hour(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let after_noon = tokens
        .clone()
        .any(|at| matches!(text.lower(at), "pm" | "p.m" | "p.m." | "midnight") || text.lower(at).ends_with("pm"));
    let hour = tokens.clone().find_map(|at| {
        let word = text.lower(at);
        let end = word.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(word.len());
        word.get(..end)?.parse::<u8>().ok()
    });
    after_noon && hour.is_none_or(|hour| (6..12).contains(&hour))
}

fn is_beginning(word: &str) -> bool {
    matches!(
        word,
        "began" | "started" | "begun" | "erupted" | "broke" | "flared" | "resumed"
    )
}

/// What runs for days and has its harm in it; no "uprising", whose start is told elsewhere.
fn is_unrest(word: &str) -> bool {
    matches!(
        word,
        "clashes"
            | "fighting"
            | "violence"
            | "riot"
            | "riots"
            | "rioting"
            | "protest"
            | "protests"
            | "demonstrations"
            | "battle"
            | "siege"
            | "offensive"
            | "operation"
            | "raids"
            | "shelling"
            | "looting"
            | "crackdown"
            | "strike"
    )
}

/// "during the clashes": the count is of all of it.
pub(super) fn is_during(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let mut sentence = text.sentence(text.scan.token_at(draft.claim.span.start()));
    sentence.any(|at| {
        matches!(text.lower(at), "during" | "throughout")
            && text.is(at + 1, Tag::DET)
            && (at + 2..at + 2 + OF_DURING)
                .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP))
                .any(|at| is_unrest(text.lower(at)))
    })
}

/// "Earlier, a bomb killed two", "hours later, police shot a man": another harm of the day that is being told.
pub(super) fn goes_on_with_day(text: &Text<'_, '_>, start: usize) -> bool {
    if opens_with_earlier(text, start) || text.lower(start) == "later" && text.lower(start + 1) == "," {
        return true;
    }
    let moments = |at: usize| {
        matches!(
            text.lower(at),
            "hours" | "hour" | "minutes" | "moments" | "seconds" | "shortly" | "soon"
        )
    };
    let turn = |at: usize| {
        matches!(
            text.lower(at),
            "later" | "earlier" | "afterwards" | "afterward" | "thereafter"
        )
    };
    (start..start + OPENING).any(|at| moments(at) && turn(at + 1) || text.reads(at, &["same", "day"]))
        || matches!(text.lower(start), "soon" | "shortly") && matches!(text.lower(start + 1), "after" | "before")
}

/// "Earlier a bomb went off", "earlier in the day": of the same day; not "earlier attacks", "earlier this month".
pub(super) fn opens_with_earlier(text: &Text<'_, '_>, start: usize) -> bool {
    text.lower(start) == "earlier"
        && (matches!(
            text.lower(start + 1),
            "," | "a" | "an" | "the" | "two" | "three" | "police" | "gunmen"
        ) || text.reads(start + 1, &["in", "the", "day"])
            || text.reads(start + 1, &["that", "day"])
            || text.is_number(start + 1))
}

/// "The death toll passed 5,400 in January" after what was counted since a start: the same toll.
pub(super) fn goes_on_toll(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let at = text.scan.token_at(draft.claim.span.start());
    let toll = (text.sentence(at).start..at)
        .any(|at| text.lower(at) == "the" && (text.lower(at + 1) == "toll" || text.reads(at + 1, &["death", "toll"])));
    let passed = (at.saturating_sub(3)..=at).any(|at| {
        matches!(
            text.lower(at),
            "passed" | "reached" | "topped" | "exceeded" | "rose" | "stood"
        )
    });
    toll && passed
}
