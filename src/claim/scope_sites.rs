//! Where a count says that its harm was: at single places, over a list of them, or over a whole land.

use std::ops::Range;

use super::lexicon::Tag;
use super::scope::INCIDENT;
use super::scope_part::Seat;
use super::text::Text;
use super::{Draft, Form};
use crate::entity::{EntityKind, Lexicon, Mention, fold};

/// How many tokens around a count its places are looked for.
const REACH: usize = 28;
/// How many words may stand between "in" and the name: "in the old rebel-held town of Orla".
const LEAD: usize = 7;

/// The names of an article, as tokens.
pub(super) struct Names(Vec<(Range<usize>, EntityKind)>);

impl Names {
    pub(super) fn of(text: &Text<'_, '_>, names: &[Mention]) -> Self {
        Self(
            names
                .iter()
                .map(|name| (text.scan.tokens_in(name.span), name.kind))
                .filter(|(tokens, _)| !tokens.is_empty())
                .collect(),
        )
    }

    /// The names that begin in these tokens.
    fn within(&self, tokens: Range<usize>) -> &[(Range<usize>, EntityKind)] {
        let first = self.0.partition_point(|(name, _)| name.start < tokens.start);
        let last = self.0.partition_point(|(name, _)| name.start < tokens.end);
        self.0.get(first..last).unwrap_or_default()
    }
}

/// The places of a count.
pub(super) struct Site<'t> {
    /// The last words of the names of its places, countries apart.
    pub(super) places: Vec<&'t str>,
    /// Those of the countries it names.
    countries: Vec<&'t str>,
    /// "to neighbouring countries"
    abroad: bool,
    /// Words for many places, or a land.
    over: bool,
    /// "in a crash": what happens at one place, wherever it is.
    pub(super) is_one_event: bool,
}

impl<'t> Site<'t> {
    /// `None` for what is no count by number.
    pub(super) fn of(
        text: &'t Text<'_, '_>,
        names: &Names,
        drafts: &[Draft],
        seats: &[Seat],
        index: usize,
    ) -> Option<Self> {
        let seat = seats.get(index)?;
        drafts.get(index).filter(|draft| draft.claim.form == Form::Number)?;
        let sentence = text.sentence(seat.start);
        let prior = index.checked_sub(1).and_then(|index| seats.get(index));
        let prior = prior.filter(|there| there.sentence == seat.sentence);
        let from = prior.map_or(sentence.start, |there| there.tokens.end.min(seat.tokens.start));
        let to = next_count(text, seats, index).map_or(sentence.end, |at| at.max(seat.tokens.end));
        let before = from.max(seat.tokens.start.saturating_sub(REACH))..seat.tokens.start;
        let behind = seat.tokens.end..to.min(seat.tokens.end + REACH);
        let mut site = Self {
            places: Vec::new(),
            countries: Vec::new(),
            abroad: false,
            over: false,
            is_one_event: false,
        };
        site.look(text, names, behind.clone());
        if site.places.is_empty() && site.countries.is_empty() {
            let head = heads(text, sentence.start);
            let first = if head {
                sentence.start
            } else {
                after_saying(text, before.clone())
            };
            site.look(text, names, first..seat.tokens.start);
        }
        let mut around = before.chain(behind);
        site.over |= around.clone().any(|at| is_over(text, at));
        site.abroad = around
            .clone()
            .any(|at| matches!(text.lower(at), "countries" | "nations"));
        site.is_one_event = around.any(|at| is_one_event(text, at));
        Some(site)
    }

    /// Takes the places that these tokens name.
    fn look(&mut self, text: &'t Text<'_, '_>, names: &Names, tokens: Range<usize>) {
        let mut end = None;
        for (name, kind) in names.within(tokens.clone()) {
            let joined = end.is_some_and(|end: usize| name.start <= end + 2 && is_joint(text, end));
            let led = is_led(text, *kind, name, tokens.start);
            let speaks = text.is(name.end, Tag::SAY) || text.is_owner(name.end - 1);
            if speaks || !(joined || led) {
                continue;
            }
            end = Some(name.end);
            let words = fold(text.scan.span(name.clone()).of(text.scan.text));
            if Lexicon::get().is_country(&words) {
                self.over = true;
                self.countries.push(text.lower(name.end - 1));
            } else {
                self.over |= self.places.is_empty() && Lexicon::get().is_land(&words);
                self.places.push(text.lower(name.end - 1));
            }
        }
    }

    /// Whether it reaches over several places.
    pub(super) fn is_wide(&self) -> bool {
        self.over || self.abroad || self.places.len() > 1
    }

    /// Whether it names a place at all.
    pub(super) fn is_placed(&self) -> bool {
        !self.places.is_empty() || !self.countries.is_empty()
    }

    /// The place that it names first.
    pub(super) fn first(&self) -> &'t str {
        self.places
            .first()
            .or_else(|| self.countries.first())
            .copied()
            .unwrap_or_default()
    }

    /// Whether places of the other can lie in it.
    pub(super) fn holds(&self, other: &Site<'_>) -> bool {
        if other.places.is_empty() {
            return self.abroad && self.countries.is_empty() && !other.countries.is_empty();
        }
        let other_than = other.places.iter().any(|place| !self.places.contains(place));
        self.lists(other) || other_than && (self.over || self.places.len() < 2)
    }

    /// Whether it lists a place of the other.
    fn lists(&self, other: &Site<'_>) -> bool {
        self.places.len() > 1 && other.places.iter().any(|place| self.places.contains(place))
    }
}

/// Where the next count begins that is not joined to this one: "17 villagers and 12 rebels had died in Orla".
fn next_count(text: &Text<'_, '_>, seats: &[Seat], index: usize) -> Option<usize> {
    let mut end = seats.get(index)?.tokens.end;
    let sentence = seats.get(index)?.sentence;
    for next in seats
        .get(index + 1..)?
        .iter()
        .take_while(|next| next.sentence == sentence)
    {
        let joined = next.tokens.start <= end + 2 && (end..next.tokens.start).all(|at| is_joint(text, at));
        if !joined {
            return Some(next.tokens.start);
        }
        end = end.max(next.tokens.end);
    }
    None
}

/// "In Orla, officials said": the place heads the sentence.
fn heads(text: &Text<'_, '_>, start: usize) -> bool {
    matches!(text.lower(start), "in" | "at" | "near" | "outside")
}

/// What stands behind the last verb of saying: who speaks may sit anywhere.
fn after_saying(text: &Text<'_, '_>, tokens: Range<usize>) -> usize {
    let said = tokens
        .clone()
        .rev()
        .find(|&at| text.is(at, Tag::SAY) && !text.is(at, Tag::BELIEF));
    said.map_or(tokens.start, |at| at + 1)
}

fn is_joint(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "and" | "or")
}

/// "in the town of Orla", "stormed Orla"
fn is_led(text: &Text<'_, '_>, kind: EntityKind, name: &Range<usize>, first: usize) -> bool {
    let before = first.max(name.start.saturating_sub(LEAD))..name.start;
    let prep = before
        .rev()
        .take_while(|&at| text.is_word(at) || text.is_dash(at))
        .take_while(|&at| text.quantity(at).is_none() && !text.is(at, Tag::REL.or(Tag::SAY)))
        .find_map(|at| leads(text.lower(at), kind))
        .unwrap_or(false);
    // "Orla was hit hardest, accounting for 12 deaths"
    let opens =
        || name.start == text.sentence(name.start).start && text.is(name.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST));
    let struck = || name.start > first && text.is(name.start - 1, Tag::PAST);
    prep || kind == EntityKind::Place && (opens() || struck())
}

/// Whether a preposition leads to where a thing was, by the name behind it; `None` for other words.
fn leads(word: &str, kind: EntityKind) -> Option<bool> {
    match word {
        "in" | "at" | "near" | "on" | "into" | "outside" | "inside" => {
            Some(matches!(kind, EntityKind::Place | EntityKind::Person))
        }
        "across" | "throughout" | "around" | "from" | "of" => Some(kind == EntityKind::Place),
        _ => None,
    }
}

/// "across Varland", "in the country", "in several cities", "in separate attacks", "nationwide"
fn is_over(text: &Text<'_, '_>, at: usize) -> bool {
    let land = |at: usize| {
        matches!(
            text.lower(at),
            "country" | "nation" | "state" | "region" | "province" | "territory"
        )
    };
    match text.lower(at) {
        "nationwide" | "countrywide" | "statewide" => true,
        "across" | "throughout" | "around" | "over" => {
            text.is_name(at + 1) || matches!(text.lower(at + 1), "the" | "all") && (land(at + 2) || land(at + 3))
        }
        "in" => text.lower(at + 1) == "the" && matches!(text.lower(at + 2), "country" | "nation"),
        "separate" | "several" | "various" | "different" | "many" | "scattered" => {
            let next = text.lower(at + 1);
            is_places(next)
                || text.lower(at) == "separate" && next.ends_with('s') && super::when_words::scene(next).is_some()
        }
        word => is_places(word) && !matches!(text.lower(at.saturating_sub(1)), "these" | "those"),
    }
}

fn is_places(word: &str) -> bool {
    matches!(
        word,
        "cities" | "towns" | "villages" | "provinces" | "districts" | "parts" | "places" | "regions"
    )
}

/// "in a crash", "in the attack": one place, and it cannot hold another.
fn is_one_event(text: &Text<'_, '_>, at: usize) -> bool {
    INCIDENT.contains(&text.lower(at))
        && !matches!(text.lower(at), "fire")
        && (at.saturating_sub(3)..at).any(|at| matches!(text.lower(at), "a" | "an" | "the" | "this" | "that" | "one"))
}
