//! How far figures reach once all counts of the article are known: parts as far as their whole, the counts of a crisis's
//! story as far as the crisis, one person no farther than what befell him.

use std::ops::Range;

use super::scope::{CRISIS, INCIDENT, LARGE, counts_widely, is_old_year, is_toll};
use super::scope_alone::{by_itself, is_one, is_perfect, tells_day};
use super::scope_runs::is_running;
use super::scope_words::Told;
use super::text::Text;
use super::{Claim, Draft, Form, Happened, Kind, Scope};
use crate::quantity::Qualifier;

/// How many bytes behind a count its parts are looked for.
const NEAR: usize = 200;

/// Parts reach as far as their whole, and counts of one sentence as far as one another where neither names a day.
pub(super) fn shared(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    of_the_story(text, drafts);
    let rivals = rivals(drafts);
    let mut settled = Vec::with_capacity(drafts.len());
    for draft in drafts.iter_mut() {
        let told = Told::of(text, draft);
        let own = told.as_ref().and_then(Told::scope);
        if let Some(scope) = own.or_else(|| by_itself(&told?, &rivals)) {
            draft.claim.scope = scope;
        }
        settled.push(own.is_some());
    }
    super::scope_set::runs_on(text, drafts, &rivals);
    let known: Vec<(String, Scope)> = drafts
        .iter()
        .map(|draft| (draft.claim.key.clone(), draft.claim.scope))
        .collect();
    let mut last: Option<(crate::base::Span, Scope, Happened)> = None;
    let mut before: Option<(Kind, u64)> = None;
    let near = |one: crate::base::Span, other: crate::base::Span| one.end() + NEAR > other.start();
    for (draft, settled) in drafts.iter_mut().zip(settled) {
        let claim = &mut draft.claim;
        let whole = claim
            .part_of_key
            .as_ref()
            .and_then(|key| known.iter().find(|(other, _)| other == key));
        if settled {
            // its own words tell
        } else if let Some((_, scope)) = whole.filter(|_| draft.happened == Happened::Unsaid) {
            claim.scope = *scope;
        } else if let Some((sentence, scope, _)) = last
            && claim.part_of
            && claim.part_of_key.is_none()
            && scope != Scope::Unknown
            && near(sentence, claim.sentence)
        {
            claim.scope = scope;
        } else if let Some((sentence, scope, happened)) = last
            && sentence == claim.sentence
            && scope == Scope::Total
            && happened == draft.happened
            && !is_one(claim)
            && times(before, claim) <= APART
        {
            claim.scope = scope;
        }
        last = Some((claim.sentence, claim.scope, draft.happened));
        before = claim.figure.anchor().map(|number| (claim.kind, number));
    }
}

/// The kinds of harm whose running total several bodies give, each its own: "36 dead, says the ministry; 71, says the council".
fn rivals(drafts: &[Draft]) -> Vec<Kind> {
    let told: Vec<(Kind, &str)> = drafts
        .iter()
        .filter(|draft| draft.claim.scope == Scope::Total && draft.happened == Happened::Unsaid && !draft.claim.part_of)
        .filter_map(|draft| Some((draft.claim.kind, draft.claim.speaker.as_deref()?)))
        .filter(|(_, speaker)| counts_widely(speaker))
        .collect();
    let rival = |&(kind, speaker): &(Kind, &str)| told.iter().any(|(other, who)| *other == kind && *who != speaker);
    told.iter().filter(|one| rival(one)).map(|(kind, _)| *kind).collect()
}

/// How many times as large as the next one of its sentence a total may be that counts the same thing.
const APART: u64 = 20;

/// How many times the count goes into the one of the same harm before it.
fn times(before: Option<(Kind, u64)>, claim: &Claim) -> u64 {
    match (before, claim.figure.anchor()) {
        (Some((kind, before)), Some(number)) if kind == claim.kind && number > 0 => before / number,
        _ => 0,
    }
}

/// How many sentences a headline and a lead have.
const LEAD: usize = 4;

/// The tokens of the headline and the lead.
fn lead(text: &Text<'_, '_>) -> Range<usize> {
    let last = text.scan.sentences.get(LEAD - 1);
    0..last.map_or(text.scan.tokens.len(), |last| last.tokens.end)
}

/// What nature does over a region, for days.
const DISASTER: &[&str] = &[
    "earthquake",
    "quake",
    "tsunami",
    "hurricane",
    "cyclone",
    "typhoon",
    "floods",
    "flooding",
    "monsoon",
    "landslides",
    "mudslides",
    "drought",
    "wildfires",
    "eruption",
    "tornadoes",
    "heatwave",
];

/// Words that only come where attacks are many.
const ORDER: &[&str] = &["carnage", "curfew", "rioting", "rioters", "communal"];

/// "In 1843 a quake killed 5,000": no disaster that goes on.
fn is_long_ago(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let day = draft.claim.roles.event_date.map(|day| text.scan.tokens_in(day));
    day.is_some_and(|mut day| day.any(|at| is_old_year(text.lower(at))))
}

/// Counts in an article about a crisis's toll are totals, too; those of one day's disaster are of an incident.
fn of_the_story(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let at = |draft: &Draft| text.scan.token_at(draft.claim.span.start());
    let sentence = |draft: &Draft| text.scan.sentence_index(at(draft)).unwrap_or(0);
    let toll = |draft: &Draft| {
        let outcome = draft.claim.roles.outcome.map(|span| text.scan.token_at(span.start()));
        outcome.is_some_and(|outcome| is_toll(text, outcome))
    };
    let of_crisis = drafts.iter().any(|draft| {
        sentence(draft) < LEAD && draft.claim.scope == Scope::Total && draft.happened == Happened::Unsaid && toll(draft)
    });
    let told = |list: &[&str]| lead(text).any(|at| list.contains(&text.lower(at)));
    let disaster = told(DISASTER);
    let crisis = told(CRISIS);
    // the story of one attack or mishap, in no crisis
    let single = told(INCIDENT) && !disaster && !crisis && !told(ORDER);
    for draft in drafts.iter_mut() {
        let tokens = text.sentence(at(draft));
        let large = draft.claim.figure.anchor().is_some_and(|number| number >= LARGE);
        let runs = tokens
            .clone()
            .any(|at| is_running(text, at, &tokens) || text.reads(at, &["so", "far"]));
        let incident = tokens.clone().any(|at| INCIDENT.contains(&text.lower(at)));
        let told_here = tells_day(text, draft, &tokens);
        let carried = draft.happened.is_dated() && !told_here;
        // "a number of residents were hurt": where there is no crisis they were hurt in what the article tells of
        if draft.claim.scope == Scope::Unknown && draft.claim.figure.anchor().is_none() && (!crisis || disaster) {
            draft.claim.scope = Scope::Incident;
        }
        let total = draft.claim.scope == Scope::Total;
        let unsaid = draft.happened == Happened::Unsaid;
        let named = tokens.clone().any(|at| DISASTER.contains(&text.lower(at)));
        let runs = runs || draft.claim.figure.qualifier == Qualifier::Vague && (!carried || is_perfect(text, draft));
        if total && !large && !runs && (carried && !disaster || unsaid && single) {
            draft.claim.scope = Scope::Incident;
        } else if !incident
            && (named && draft.claim.scope == Scope::Incident && !is_long_ago(text, draft)
                || of_crisis && unsaid && draft.claim.form == Form::Number && draft.claim.figure.anchor().is_some())
        {
            draft.claim.scope = Scope::Total;
        }
    }
}
