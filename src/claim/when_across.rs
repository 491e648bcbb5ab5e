//! A day that covers many places: "violence was reported on Friday in several towns", and then what came in each of them.

use super::Scope;
use super::text::Text;
use super::when_row::{Told, is_day, same_day};
use super::when_story::Story;
use super::when_words::scene;
use super::{Draft, Form, Happened};
use crate::quantity::Qualifier;
use crate::time::{Relative, When};

/// How many sentences on the day of many places still is that of each.
const ACROSS: usize = 12;
/// How many tokens before a harm its "had" stands.
const BEFORE_HARM: usize = 4;
/// How many dated sentences back it is looked for.
const MOST: usize = 8;

impl Story<'_, '_, '_> {
    /// "Police shot dead 28 at rallies across the country on Friday. [...] Two were killed in Orla": one of the harms of that day.
    pub(super) fn across(&self, draft: &Draft, here: usize) -> Option<Happened> {
        if !draft.claim.kind.is_hurt_or_missing() || !is_one_of_many(self.text, draft) {
            return None;
        }
        let told = self
            .told_before(here)
            .take(MOST)
            .take_while(|told| told.sentence + ACROSS >= here || told.sentence < self.lead)
            .find(|told| told.in_harm && !told.in_passing && !told.said)
            .filter(|told| told.day && !told.of_arrest && !told.also)?;
        let reach = if draft.claim.place.is_some() {
            ACROSS
        } else {
            ACROSS / 2
        };
        let wide = || told.sentence + reach >= here && is_wide(self.text, self.tokens_of(told.sentence));
        let rallies = || told.sentence < self.lead && self.is_at_rallies(told, here);
        ((wide() || rallies()) && self.one_day_since(told, here)).then_some(told.happened)
    }

    /// "Nine people were killed in an attack on Orla. They were shot on Sunday night": the sentence behind tells their day.
    pub(super) fn of_next(&self, here: usize) -> Option<Happened> {
        let text = self.text;
        let next =
            |told: &&Told| told.sentence == here + 1 && told.day && told.in_harm && !told.in_passing && !told.of_arrest;
        let told = self.told_after(here).next().filter(next)?;
        let tokens = self.tokens_of(told.sentence);
        let the_dead = |at: usize| text.lower(at) == "the" && matches!(text.lower(at + 1), "dead" | "victims");
        let those = |at: usize| {
            matches!(text.lower(at), "among" | "of")
                && (matches!(text.lower(at + 1), "those" | "them") || the_dead(at + 1))
        };
        let opens = matches!(text.lower(tokens.start), "they" | "all" | "both") || the_dead(tokens.start);
        let counts = tokens.clone().any(|at| text.quantity(at).is_some());
        (!counts && (opens || tokens.into_iter().any(those))).then_some(told.happened)
    }

    /// "at rallies after Friday prayers" in the lead, and "two demonstrators" here: protests of one day in many towns.
    fn is_at_rallies(&self, told: &Told, here: usize) -> bool {
        let many = |at: usize| {
            matches!(
                self.text.lower(at),
                "rallies"
                    | "protests"
                    | "demonstrations"
                    | "protesters"
                    | "demonstrators"
                    | "marches"
                    | "riots"
                    | "clashes"
            )
        };
        let protest = scene("protests");
        self.tokens_of(told.sentence).any(many)
            && self
                .tokens_of(here)
                .any(|at| scene(self.text.lower(at)) == protest || many(at))
    }

    /// True where no other day is named between the two.
    fn one_day_since(&self, told: &Told, here: usize) -> bool {
        let (first, last) = (self.tokens_of(told.sentence).start, self.tokens_of(here).end);
        self.times
            .in_sentence(&(first..last))
            .filter(|(_, row)| is_day(&row.when) && !is_today(&row.when))
            .all(|(_, row)| same_day(&row.when, &told.when))
    }
}

/// "In Orla, two were killed": told in the plain past; not "had killed two", "most of the injured".
fn is_one_of_many(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let claim = &draft.claim;
    let phrase = text.scan.tokens_in(claim.span);
    let harm = claim.roles.outcome.map(|span| text.scan.tokens_in(span));
    let first = harm.map_or(phrase.start, |harm| harm.start.min(phrase.start));
    let floor = text.sentence(first).start.max(first.saturating_sub(BEFORE_HARM));
    claim.form == Form::Number
        && claim.scope != Scope::Total
        && claim.figure.qualifier != Qualifier::Fraction
        && (floor..phrase.start).all(|at| text.lower(at) != "had")
}

/// "across the country", "in several towns", "in many parts of the north", "nationwide"
fn is_wide(text: &Text<'_, '_>, mut sentence: std::ops::Range<usize>) -> bool {
    let places = |at: usize| {
        matches!(
            text.lower(at),
            "towns"
                | "cities"
                | "parts"
                | "areas"
                | "provinces"
                | "places"
                | "villages"
                | "districts"
                | "regions"
                | "suburbs"
                | "neighborhoods"
                | "neighbourhoods"
                | "states"
        )
    };
    sentence.any(|at| match text.lower(at) {
        "nationwide" | "countrywide" => true,
        "across" | "throughout" | "around" => {
            text.reads(at + 1, &["the", "country"])
                || text.reads(at + 1, &["the", "region"])
                || text.is_name(at + 1)
                || (at + 1..at + 4).any(places)
        }
        "several" | "many" | "various" | "other" | "different" | "two" | "three" | "four" | "five" => places(at + 1),
        _ => false,
    })
}

/// "today", in somebody's words: the day of the report or of the statement, which is not told apart here.
fn is_today(when: &When) -> bool {
    matches!(when, When::Hanging(hanging) if matches!(hanging.relative, Relative::Days(0, _)))
}
