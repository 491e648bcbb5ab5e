//! Why figures probably differ, by what their sentences say.

use std::collections::BTreeSet;

use super::figure::LinkedFigure;
use super::found::Likely;
use super::origins::Origins;
use super::side::Side;
use crate::claim::Scope;
use crate::entity::{Lexicon, fold};
use crate::time::Value;

/// Words by which a source says that it counts a part only.
const PARTLY: &[(&str, &str)] = &[
    ("in public hospitals", "those in public hospitals only"),
    ("in hospitals", "those in hospitals only"),
    ("in the hospitals", "those in hospitals only"),
    ("in morgues", "those in morgues only"),
    ("only counts", "a part only"),
    ("counts only", "a part only"),
    ("counted only", "a part only"),
    ("left out", "a part only"),
    ("does not include", "a part only"),
];
/// Bodies that a town has.
const LOCAL_BODIES: &[&str] = &[
    "police",
    "hospital",
    "hospitals",
    "city council",
    "council",
    "mayor",
    "governor",
    "fire department",
    "fire brigade",
    "police department",
    "city hall",
];
/// How many times the lowest figure the highest one is up to which they may be of one day's different hours.
const NEAR: f64 = 1.15;

/// The likeliest reason for which the sides of one day differ, and the same in a sentence; the lowest side comes first.
pub(super) fn likely(sides: &[Side<'_>], ratio: f64, origins: &Origins) -> (Likely, String) {
    if let Some(side) = sides.iter().find(|side| side.anchor() == Some(0)) {
        return (Likely::Denied, format!("Denied by {}.", side.says_who()));
    }
    if let Some(sentence) = copied(sides, origins) {
        return (Likely::Copy, sentence);
    }
    if classes(sides) > 1 {
        return (Likely::Class, "They may count different people.".to_owned());
    }
    if let Some(sentence) = partly(sides) {
        return (Likely::Part, sentence);
    }
    if ratio <= NEAR {
        return (Likely::Near, "They are near: one may be some hours older.".to_owned());
    }
    if let Some(sentence) = scopes(sides) {
        return (Likely::Scope, sentence);
    }
    if let Some(side) = sides.iter().find(|side| side.is_unsaid()) {
        let sentence = format!("For the figure of {} nobody is named.", side.says_who());
        return (Likely::Unnamed, sentence);
    }
    (Likely::Unknown, "The sentences give no reason.".to_owned())
}

fn classes(sides: &[Side<'_>]) -> usize {
    let classes = sides
        .iter()
        .filter_map(|side| Some(side.first()?.figure.victim_class.id()));
    classes.collect::<BTreeSet<_>>().len()
}

/// Sentences of two articles that are one but for the figure.
fn copied(sides: &[Side<'_>], origins: &Origins) -> Option<String> {
    let firsts = || sides.iter().filter_map(Side::first);
    let mut pairs = firsts().zip(firsts().skip(1));
    let (a, b) = pairs.find(|(a, b)| {
        a.words() != b.words()
            && a.figure.article != b.figure.article
            && origins.are_copies(a.figure.claim, b.figure.claim)
    })?;
    Some(format!(
        "One sentence copies the other, with \"{}\" in place of \"{}\".",
        b.words(),
        a.words()
    ))
}

fn partly(sides: &[Side<'_>]) -> Option<String> {
    let said = sides.iter().find_map(|side| {
        let sentences = side.rows.iter().map(|row| row.figure.sentence.to_lowercase());
        let sentences: Vec<String> = sentences.collect();
        let says = |words: &str| sentences.iter().any(|sentence| sentence.contains(words));
        let (_, how) = PARTLY.iter().find(|(words, _)| says(words))?;
        Some(format!("{} may count {how}.", side.says_who()))
    });
    said.or_else(|| {
        // the lowest side comes first
        let voice = sides.first()?.voice();
        Some(format!("{voice} may count {} only.", town_of(&voice)?))
    })
}

/// "Estrava" of "Estrava police": a town's body counts what happened there, a country's does not.
fn town_of(voice: &str) -> Option<&str> {
    let (town, body) = voice.split_once(' ')?;
    let is_local = LOCAL_BODIES.contains(&fold(body).as_str());
    let is_name = town.starts_with(char::is_uppercase) && Lexicon::get().listed(&fold(town)).is_none();
    let is_common = Lexicon::get().is_common(&fold(town)) || Lexicon::get().body(&fold(town)).head;
    (is_local && is_name && !is_common).then_some(town)
}

/// A total since the beginning beside what is said of one incident.
fn scopes(sides: &[Side<'_>]) -> Option<String> {
    let of = |what: fn(&LinkedFigure) -> bool| {
        let mut with = sides.iter();
        with.find(|side| side.first().is_some_and(|row| what(row.figure)))
    };
    // without a day of its own an incident is what the reading falls back to
    let of_a_day = |figure: &LinkedFigure| {
        let days = figure.event_date.as_ref().and_then(Value::days);
        figure.scope == Scope::Incident && days.is_some_and(|(first, last)| first == last)
    };
    let (total, incident) = (of(|figure| figure.scope == Scope::Total)?, of(of_a_day)?);
    Some(format!(
        "{} may count all since the beginning, {} one incident.",
        total.says_who(),
        incident.says_who()
    ))
}
