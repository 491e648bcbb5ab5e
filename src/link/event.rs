//! The one event that most of a story's incidents are of: its toll is told from day to day, as a running total is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::figure::LinkedFigure;
use super::reach::beginning;
use crate::claim::{Form, Scope};
use crate::entity::{Lexicon, fold};

/// Figures that say on which day it happened, at least.
const LEAST_FIGURES: usize = 3;
/// Articles that have them, at least.
const LEAST_ARTICLES: usize = 2;
/// Of a hundred figures that name the day of an incident, those of the event, at least.
const LEAST_OF_HUNDRED: usize = 60;
/// Of a hundred figures of the event that name a place, those of its own, at least.
const LEAST_PLACED: usize = 80;
/// Days for which its toll is told.
const TOLD_DAYS: i32 = 14;

/// Days before the event for which a total may still be of it, as one "this month".
const LONG_DAYS: i32 = 31;

/// A bombing, a quake, a wreck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    day: Date,
    /// Folded.
    place: Option<String>,
}

/// What is told of one day.
#[derive(Default)]
struct Told<'f> {
    figures: Vec<&'f LinkedFigure>,
    /// Those of which the statement is of another day.
    firm: usize,
}

/// The event of a story; `None` where its incidents are of many days, or of many places on one day.
pub(super) fn event(figures: &[&LinkedFigure]) -> Option<Event> {
    let mut days: BTreeMap<Date, Told<'_>> = BTreeMap::new();
    let counted = figures
        .iter()
        .filter(|figure| is_incident(figure) && figure.form == Form::Number);
    for (figure, day) in counted.filter_map(|figure| Some((*figure, figure.harm_day()?))) {
        let told = days.entry(day).or_default();
        told.figures.push(figure);
        told.firm += usize::from(!is_weak(figure));
    }
    let firm: usize = days.values().map(|told| told.firm).sum();
    let (day, told) = days.into_iter().max_by_key(|(_, told)| told.figures.len())?;
    let all = firm - told.firm + told.figures.len();
    let articles: BTreeSet<u64> = told.figures.iter().map(|figure| figure.article).collect();
    let is_one = told.figures.len() >= LEAST_FIGURES && articles.len() >= LEAST_ARTICLES;
    let is_most = told.figures.len() * 100 >= all * LEAST_OF_HUNDRED;
    let own = Event {
        day,
        place: commonest(told.figures.iter().filter_map(|figure| place(figure))),
    };
    let placed = told.figures.iter().filter(|figure| place(figure).is_some());
    let (here, elsewhere): (Vec<&&LinkedFigure>, _) = placed.partition(|figure| own.is_at(figure));
    let is_there = here.len() * 100 >= (here.len() + elsewhere.len()) * LEAST_PLACED;
    (is_one && is_most && is_there).then_some(own)
}

fn commonest(places: impl Iterator<Item = String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for place in places {
        *counts.entry(place).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(place, _)| place)
}

impl Event {
    /// True for a figure that is a toll of the event: of its day and of no other place, or, without a day of its own, told
    /// of its place in the days after it.
    pub(super) fn holds(&self, figure: &LinkedFigure) -> bool {
        if !is_incident(figure) || figure.figure.high == Some(0) {
            return false;
        }
        let days = figure.day().map(|day| (day - self.day).get_days());
        let is_soon = days.is_some_and(|days| (0..=TOLD_DAYS).contains(&days));
        let is_open = || place(figure).is_none();
        match figure.harm_day() {
            Some(_) if is_weak(figure) => is_soon && (is_open() || self.is_at(figure)),
            Some(day) => day == self.day && (is_open() || self.is_at(figure)),
            None => is_soon && figure.event_date.is_none() && self.is_at(figure),
        }
    }

    /// "since 2027" for a total that began long before the event: it counts what else happened.
    pub(super) fn years_of(&self, figure: &LinkedFigure) -> Option<String> {
        let (first, last) = figure.event_date.as_ref()?.days()?;
        let (_, began) = beginning(figure.event_date.as_ref()?)?;
        let is_long = first < last && (self.day - began).get_days() > LONG_DAYS;
        is_long.then(|| format!("since {}", first.year()))
    }

    /// True where it is told of the event's place, or of one in it: "at the Gate market in Orla".
    fn is_at(&self, figure: &LinkedFigure) -> bool {
        let Some((own, named)) = self.place.as_ref().zip(place(figure)) else {
            return false;
        };
        named == *own || fold(&figure.sentence).contains(own.as_str())
    }
}

fn is_incident(figure: &LinkedFigure) -> bool {
    figure.scope != Scope::Total && !figure.scope_set && !figure.is_row
}

/// True where the day of the harm is that of the statement: often nothing but that is dated.
fn is_weak(figure: &LinkedFigure) -> bool {
    figure.harm_day().is_some() && figure.harm_day() == figure.day()
}

/// Where it is said to have happened. Where a hospital is that counts the dead is no such place.
fn place(figure: &LinkedFigure) -> Option<String> {
    let speaker = figure.speaker.as_deref().unwrap_or_default();
    let is_land = |place: &String| Lexicon::get().is_land(&fold(place));
    let own = figure
        .place
        .as_ref()
        .filter(|place| !speaker.contains(place.as_str()) && !is_land(place));
    own.or(figure.scene.as_ref()).map(|place| fold(place))
}
