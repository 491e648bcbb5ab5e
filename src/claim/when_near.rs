//! Days that an undated count takes from what stands right before it in its paragraph.

use std::ops::Range;

use super::day::{Sort, is_since};
use super::text::Text;
use super::when_course::{goes_on_with_day, is_during};
use super::when_cue::{finds_bodies, is_perfect};
use super::when_disaster::{is_by_hand, is_sheltered};
use super::when_distance::{Distance, distance};
use super::when_left::is_plain_past;
use super::when_row::{Told, is_start};
use super::when_story::{LEAD_REACH, Story};
use super::when_words::{is_local, is_mass, is_sudden, lasts, scene};
use super::{Draft, Happened, Kind, Scope};
use crate::time::{Value, When};

/// How many sentences back a day is still that of a count of bodies, of missing people, of a perfect.
const JUST_TOLD: usize = 2;
/// How many sentences back the beginning of the unrest is told in which a harm came.
const COURSE_BACK: usize = 8;
/// How many sentences back, in one paragraph, the day of what did no harm itself still tells when harm came of it.
const LOOSE: usize = 2;
/// How many tokens after a count "across the country" stands.
const COUNTRY: usize = 8;
/// How many sentences back a day goes on with "earlier" or "hours later".
const GOES_ON: usize = 3;

impl Story<'_, '_, '_> {
    /// What the count's own words ask of the sentences before: a distance, a course, an hour.
    /// `far`: the distance that they tell.
    pub(super) fn by_own_words(
        &self,
        draft: &Draft,
        here: usize,
        far: Option<Distance>,
    ) -> Option<(Happened, &'static str)> {
        let by = |by: &'static str| move |day: Happened| (day, by);
        far.and_then(|far| self.at_distance(here, far))
            .map(by("day/at-distance"))
            .or_else(|| self.during(draft, here).map(by("day/during")))
            .or_else(|| self.same_day(here).map(by("day/same-day")))
    }

    /// How far the count is from a day, where its words tell it.
    pub(super) fn far(&self, draft: &Draft) -> Option<Distance> {
        let text = self.text;
        let at = text.scan.token_at(draft.claim.span.start());
        let outcome = draft.claim.roles.outcome.map(|span| text.scan.token_at(span.start()));
        distance(text, &text.sentence(at), at.min(outcome.unwrap_or(at))).map(|(far, _)| far)
    }

    /// "The attack came two days after a bomb killed 12": counted from the day that is being told.
    fn at_distance(&self, here: usize, far: Distance) -> Option<Happened> {
        match self.before(here, false).or_else(|| self.main_happened()) {
            Some(day @ Happened::Time(index)) if self.times.is_of_days(day) => Some(far.from(Some(index))),
            _ => None,
        }
    }

    /// "34 died during the clashes": from their beginning, as it was told.
    fn during(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let mut before = self.courses.iter().rev().filter(|course| course.sentence <= here);
        let course = before.next().filter(|course| course.sentence + COURSE_BACK >= here)?;
        (is_during(self.text, draft) && !self.broken(course.sentence, here)).then_some(course.happened)
    }

    /// "Earlier, a bomb had killed two", "hours later a guard was shot": the day that is being told.
    fn same_day(&self, here: usize) -> Option<Happened> {
        let tokens = self.text.scan.sentences.get(here)?.tokens.clone();
        let in_day = |at: usize| self.text.reads(at, &["earlier", "in", "the", "day"]);
        let goes_on = goes_on_with_day(self.text, tokens.start) || tokens.clone().any(in_day);
        let told = goes_on.then(|| self.told_before(here).next())??;
        let near = told.day && (told.in_harm || told.near_harm && !told.said) && told.sentence + GOES_ON >= here;
        (near && !self.parted(told.sentence, here)).then_some(told.happened)
    }

    /// "The slide came down on Tuesday. By Friday 35 bodies had been pulled out": the disaster named right before, also for a
    /// perfect and for bodies that were found.
    pub(super) fn just_told(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let told = self.told_before(here).find(|told| told.in_harm)?;
        let near = told.sentence + JUST_TOLD >= here && !self.parted(told.sentence, here);
        if !near || !told.day || told.of_total || !told.families.iter().any(|&family| is_mass(family)) {
            return None;
        }
        let kind = draft.claim.kind;
        let of_it = kind == Kind::Missing
            || finds_bodies(self.text, draft)
            || kind == Kind::Displaced && is_perfect(self.text, draft)
            || draft.claim.scope != Scope::Total && !is_perfect(self.text, draft);
        (of_it && !self.begins_anew(here)).then_some(told.happened)
    }

    /// True where a count between the day and this one has another day. `last`: the last one before, with its sentence.
    pub(super) fn is_broken_off(&self, day: Happened, here: usize, last: Option<(usize, Happened)>) -> bool {
        let told = day.mention().and_then(|index| self.times.rows.get(index));
        let told = told.and_then(|row| self.text.scan.sentence_index(row.tokens.start));
        told.zip(last)
            .is_some_and(|(told, (at, other))| told < at && at < here && other != day)
    }

    /// True where both sentences name what did harm by words of one family, or neither does.
    pub(super) fn is_of_same(&self, told: &Told, here: usize) -> bool {
        let mut families = self
            .tokens_of(here)
            .filter_map(|at| scene(self.text.lower(at)))
            .peekable();
        families.peek().is_none() || families.any(|family| told.families.contains(&family))
    }

    /// The day of what was done in the sentence before: "troops entered the town on Tuesday. Twelve people were killed."
    pub(super) fn before_loose(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let told = self.told_before(here).next()?;
        let near = told.sentence + if self.flat { 1 } else { LOOSE } >= here;
        let next = told.day && !told.in_harm && !told.said && !told.of_total && near;
        let placed = draft
            .claim
            .place
            .as_ref()
            .is_none_or(|place| self.names(&place.words, told.sentence));
        let tokens = self.text.scan.sentences.get(told.sentence)?.tokens.clone();
        let calm = tokens
            .into_iter()
            .any(|at| matches!(self.text.lower(at), "peaceful" | "peacefully"));
        (next && placed && !calm && !self.parted(told.sentence, here)).then_some(told.happened)
    }

    /// "The largest quake struck in 1960. Some 1,600 people died": the year or month that the sentence before names in full.
    pub(super) fn before_long(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let start = self.text.scan.sentences.get(here)?.tokens.start;
        let first = self.times.rows.partition_point(|row| row.tokens.start < start);
        let index = first.checked_sub(1)?;
        let row = self.times.rows.get(index)?;
        let there = self.text.scan.sentence_index(row.tokens.start)?;
        let full = matches!(&row.when, When::Known(Value::Year(_) | Value::Month(..)));
        let tokens = self.text.sentence(row.tokens.start);
        let alone = self
            .times
            .in_sentence(&tokens)
            .all(|(at, other)| at == index || other.sort != Sort::Date || other.tokens.start == tokens.start);
        // "damage of 74 million (2031 euros)"
        let priced = self.text.lower(row.tokens.start.saturating_sub(1)) == "(";
        let own = !priced && row.dates_harm() && row.sort == Sort::Date && !row.stamp && !is_start(self.text, row);
        let near = there + JUST_TOLD >= here && there < here && !self.parted(there, here);
        let since = is_since(self.text, row.tokens.start, &tokens);
        let one = draft.claim.scope != Scope::Total || is_plain_past(self.text, draft);
        let plain = one && !is_perfect(self.text, draft);
        (full && alone && own && near && plain && !since).then_some(Happened::Time(index))
    }

    /// "the flood", "the same attack": what did harm and was named before.
    pub(super) fn means_one(&self, here: usize) -> bool {
        let text = self.text;
        self.tokens_of(here).any(|at| {
            matches!(text.lower(at), "the" | "this" | "that" | "same")
                && (at + 1..at + 3).any(|at| is_sudden(text.lower(at)) || scene(text.lower(at)).is_some_and(is_mass))
        })
    }

    /// The tokens of a sentence by its place.
    pub(super) fn tokens_of(&self, sentence: usize) -> Range<usize> {
        let sentence = self.text.scan.sentences.get(sentence);
        sentence.map(|sentence| sentence.tokens.clone()).unwrap_or_default()
    }

    /// True where the sentence has the words.
    pub(super) fn names(&self, words: &str, sentence: usize) -> bool {
        let scan = self.text.scan;
        let span = scan.sentences.get(sentence).map(|sentence| sentence.span);
        span.is_some_and(|span| span.of(scan.text).contains(words))
    }

    /// "On Monday five -- two of them children -- were killed and 20 injured": behind the harm of the count before, with no
    /// other day after it.
    pub(super) fn is_joined(&self, phrase: &Range<usize>) -> bool {
        let text = self.text;
        let and = phrase.start.saturating_sub(1);
        let joined = text.lower(and) == "and" && text.outcome(and.saturating_sub(1)).is_some();
        let tokens = text.sentence(phrase.start);
        joined
            && self
                .times
                .in_sentence(&tokens)
                .all(|(_, row)| row.tokens.start < phrase.start)
    }

    /// "Militants went on with their attacks on Monday. Three bombs killed five": the sentence before, which counts nobody,
    /// announces what follows.
    pub(super) fn announced(&self, here: usize) -> Option<Happened> {
        let told = self.told_before(here).next()?;
        let next = told.day && told.in_harm && !told.said && !told.of_arrest && told.sentence + 1 == here;
        let tokens = self.text.scan.sentences.get(here)?.tokens.clone();
        let next = next && self.times.in_sentence(&tokens).all(|(_, row)| row.sort != Sort::Date);
        (next && !self.parted(told.sentence, here)).then_some(told.happened)
    }

    /// True where the harm came in a place that was named before that day was, and is not named with it: another incident.
    pub(super) fn is_elsewhere(&self, draft: &Draft, day: Happened, here: usize) -> bool {
        let row = day.mention().and_then(|index| self.times.rows.get(index));
        let dated = row.and_then(|row| self.text.scan.sentence_index(row.tokens.start));
        let wide = |at: usize| {
            matches!(
                self.text.lower(at),
                "across" | "throughout" | "parts" | "nationwide" | "countrywide" | "several"
            )
        };
        let is_wide = |at: usize| self.tokens_of(at).any(wide);
        let country = |at: usize| {
            matches!(self.text.lower(at), "nationwide" | "countrywide")
                || matches!(self.text.lower(at), "across" | "throughout")
                    && self.text.reads(at + 1, &["the", "country"])
        };
        let near = self.text.scan.token_at(draft.claim.span.end());
        let whole_country = (near..self.text.sentence(near).end.min(near + COUNTRY)).any(country);
        if whole_country && dated.is_some_and(|dated| dated < here && !is_wide(dated)) {
            return true;
        }
        let (Some(place), Some(dated)) = (&draft.claim.place, dated.filter(|&dated| 0 < dated && dated < here)) else {
            return false;
        };
        !is_wide(dated)
            && !(dated..here).any(|at| self.names(&place.words, at))
            && self.named_till(&place.words, dated - 1)
    }

    /// A headline or a lead whose day is told right after it.
    pub(super) fn ahead(&self, here: usize) -> Option<Happened> {
        (here < self.lead).then_some(())?;
        let first = self
            .told
            .iter()
            .find(|told| told.day && told.in_harm && !told.in_passing)?;
        let several = self.told.iter().filter(|told| told.sentence == first.sentence).count() > 1;
        let sentence = self.text.scan.sentences.get(here)?.tokens.clone();
        let mut families = sentence.filter_map(|at| scene(self.text.lower(at)));
        if several || !families.any(|family| first.families.contains(&family)) {
            return None;
        }
        (first.sentence > here && first.sentence <= here + LEAD_REACH && !self.broken(here, first.sentence))
            .then_some(first.happened)
    }

    /// "The incident took place at around 11 pm. Two guards were hurt": the night that the article tells of.
    pub(super) fn at_night(&self, draft: &Draft, here: usize) -> Option<Happened> {
        if self.nights.is_empty() || draft.claim.scope == Scope::Total || is_perfect(self.text, draft) {
            return None;
        }
        let at = self.text.scan.token_at(draft.claim.span.start());
        let nearest = self.nights.iter().min_by_key(|(sentence, _)| sentence.abs_diff(here))?;
        self.times
            .is_at_night(self.text, here, at)
            .then_some(Happened::Time(nearest.1))
    }

    /// The day of the disaster of which the lead tells, where the count is of it.
    pub(super) fn of_main(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let (claim, told) = (&draft.claim, self.told_by(self.main?)?);
        let harm = claim.kind.is_hurt_or_missing()
            || claim.kind == Kind::Displaced && uproots(told) && !is_sheltered(self.text, draft);
        let headed = told.heads_tolls && told.sentence < here;
        let placed = headed
            || claim
                .place
                .as_ref()
                .is_none_or(|place| self.named_till(&place.words, self.lead));
        let apart = self.broken(0, here) || self.broken(told.sentence.min(here), told.sentence.max(here));
        let by_hand = is_of_nature(told) && is_by_hand(self.text, here);
        (harm && placed && !apart && !by_hand && !self.begins_anew(here)).then_some(told.happened)
    }

    /// The day of the disaster of which the lead tells.
    pub(super) fn main_happened(&self) -> Option<Happened> {
        self.main.and_then(|main| self.told_by(main)).map(|told| told.happened)
    }
}

/// True where what was told is a quake, a flood, a storm, a slide: nobody is shot by it.
fn is_of_nature(told: &Told) -> bool {
    let nature = ["quake", "flood", "storm", "landslide", "eruption"];
    nature
        .iter()
        .any(|word| scene(word).is_some_and(|family| told.families.contains(&family)))
}

/// True where what was told strikes many at once and drives people out: a quake, a flood, a fire.
fn uproots(told: &Told) -> bool {
    told.families.iter().any(|&family| is_mass(family) && !is_local(family))
        && !told.families.iter().all(|&family| lasts(family))
}

/// Sentences with a stamp of their own, below the lead: another report begins.
pub(super) fn stamped(text: &Text<'_, '_>, rows: &[super::when_row::Row], lead: usize) -> Vec<usize> {
    let worded = |at: usize| {
        matches!(text.lower(at.saturating_sub(1)), ":" | "|")
            && matches!(
                text.lower(at.saturating_sub(2)),
                "updated" | "posted" | "published" | "modified"
            )
    };
    let stamps = rows.iter().filter(|row| row.stamp && worded(row.tokens.start));
    let sentences = stamps.filter_map(|row| text.scan.sentence_index(row.tokens.start));
    sentences.filter(|&sentence| sentence >= lead).collect()
}

/// A part of the count before it: "including three children", a list torn over a break.
pub(super) fn is_part(draft: &Draft) -> bool {
    draft.claim.part_of
        || matches!(
            &*draft.claim.why.rule,
            "link/fragment" | "link/listed-on" | "link/torn-second"
        )
}

/// "three others", "two more", "another five": of what was told before.
pub(super) fn is_further(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let phrase = text.scan.tokens_in(draft.claim.span);
    (phrase.start..phrase.end + 1).any(|at| {
        matches!(
            text.lower(at),
            "others" | "other" | "another" | "more" | "further" | "additional"
        )
    })
}
