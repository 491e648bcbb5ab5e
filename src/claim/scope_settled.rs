//! How far figures reach once all counts of the article are known: parts as far as their whole, the counts of a crisis's
//! story as far as the crisis, one person no farther than what befell him.

use std::ops::Range;

use super::outcomes::Frame;
use super::scope::{CRISIS, HUNDREDS, INCIDENT, LARGE, RUNNING, runs};
use super::text::Text;
use super::{Claim, Draft, Form, Happened, Kind, Scope};
use crate::quantity::Qualifier;

/// How many bytes behind a count its parts are looked for.
const NEAR: usize = 200;

/// Parts reach as far as their whole, and counts of one sentence as far as one another where neither names a day.
pub(super) fn shared(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    of_the_story(text, drafts);
    for draft in drafts.iter_mut() {
        if let Some(scope) = by_itself(text, draft) {
            draft.claim.scope = scope;
        }
    }
    let known: Vec<(String, Scope)> = drafts
        .iter()
        .map(|draft| (draft.claim.key.clone(), draft.claim.scope))
        .collect();
    let mut last: Option<(crate::base::Span, Scope, Happened)> = None;
    let near = |one: crate::base::Span, other: crate::base::Span| one.end() + NEAR > other.start();
    for draft in drafts.iter_mut() {
        let claim = &mut draft.claim;
        let whole = claim
            .part_of_key
            .as_ref()
            .and_then(|key| known.iter().find(|(other, _)| other == key));
        if let Some((_, scope)) = whole.filter(|_| draft.happened == Happened::Unsaid) {
            claim.scope = *scope;
        } else if let Some((sentence, scope, _)) = last
            && claim.part_of
            && claim.part_of_key.is_none()
            && near(sentence, claim.sentence)
        {
            claim.scope = scope;
        } else if let Some((sentence, scope, happened)) = last
            && sentence == claim.sentence
            && scope == Scope::Total
            && happened == draft.happened
            && !is_one(claim)
        {
            claim.scope = scope;
        }
        last = Some((claim.sentence, claim.scope, draft.happened));
    }
}

/// Up to here a number is that of one incident also where a year is named.
const FEW: u64 = 4;

/// One person, or several by name: what befell him is no running total.
fn is_one(claim: &Claim) -> bool {
    claim.form != Form::Number || claim.figure.value == Some(1)
}

/// What the count and its own sentence tell, whatever the article is about.
fn by_itself(text: &Text<'_, '_>, draft: &Draft) -> Option<Scope> {
    let claim = &draft.claim;
    let outcome = text.scan.tokens_in(claim.roles.outcome?);
    let toll = text
        .outcome(outcome.start)
        .is_some_and(|outcome| outcome.frame == Frame::Toll);
    if is_one(claim) && !claim.part_of && !toll {
        return Some(Scope::Incident);
    }
    let tokens = text.scan.tokens_in(claim.span);
    let sentence = text.sentence(tokens.start);
    let has = |words: &[&str]| sentence.clone().any(|at| words.contains(&text.lower(at)));
    let unsaid = draft.happened == Happened::Unsaid || draft.happened.is_dated() && !tells_day(text, draft, &sentence);
    let large = claim.figure.anchor().is_some_and(|number| number >= LARGE);
    let dead = matches!(claim.kind, Kind::Killed | Kind::Injured | Kind::Casualties);
    if claim.scope == Scope::Unknown && unsaid && !has(INCIDENT) && !has(&["recent", "each"]) {
        if large && dead {
            return Some(Scope::Total);
        }
        if claim.kind == Kind::Displaced {
            // who lives in camps is counted, who fled is told of
            let stays = large && has(STAYS);
            return Some(if stays { Scope::Total } else { Scope::Incident });
        }
    }
    // no word of the sentence says that a small count goes on
    let small = claim.figure.anchor().is_some_and(|number| number < HUNDREDS);
    let tally = matches!(text.lower(outcome.start), "deaths" | "detentions" | "disappearances");
    let lasts =
        tally || has(CRISIS) || runs(text, &sentence) || has(&["are", "remain", "remained"]) || is_perfect(text, draft);
    if claim.scope == Scope::Total && unsaid && small && !toll && !claim.part_of && !lasts {
        return Some(Scope::Incident);
    }
    // "shelling has killed hundreds of civilians", "20 have been killed in clashes this year"
    let vague = claim.figure.qualifier == Qualifier::Vague;
    if claim.scope == Scope::Incident && dead && is_perfect(text, draft) && !claim.part_of {
        let long = has(&["year", "months"]) && has(&["this", "past", "last"]);
        let goes_on = vague && claim.figure.anchor().is_some_and(|number| number >= HUNDREDS);
        if goes_on && (unsaid || long) || long && claim.figure.anchor().is_some_and(|number| number > FEW) {
            return Some(Scope::Total);
        }
    }
    if claim.scope == Scope::Incident && claim.kind == Kind::Displaced && unsaid && large && is_perfect(text, draft) {
        return Some(Scope::Total);
    }
    // "the toll reached 21 yesterday": the day is that of the figure
    if toll && claim.scope == Scope::Incident && !has(INCIDENT) && rises(text, &sentence) {
        return Some(Scope::Total);
    }
    None
}

/// "have been killed", "has killed"
fn is_perfect(text: &Text<'_, '_>, draft: &Draft) -> bool {
    draft.claim.roles.outcome.is_some_and(|outcome| {
        let harm = text.scan.tokens_in(outcome).start;
        let first = text.sentence(harm).start;
        (harm.saturating_sub(4).max(first)..harm).any(|at| matches!(text.lower(at), "have" | "has"))
    })
}

/// Words of those who have lost their homes for a time.
const STAYS: &[&str] = &[
    "homeless",
    "camp",
    "camps",
    "live",
    "lives",
    "living",
    "shelter",
    "shelters",
    "refugees",
    "uprooted",
    "displaced",
];

/// Whether the day of the harm stands in the sentence of the count.
fn tells_day(text: &Text<'_, '_>, draft: &Draft, sentence: &Range<usize>) -> bool {
    let day = draft.claim.roles.event_date;
    day.is_some_and(|day| sentence.contains(&text.scan.token_at(day.start())))
}

/// "the toll rose to 21", "taking the toll to 70"
fn rises(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    // "on Tuesday 34 died, bringing the toll to 84" is the toll of that day
    let of_day = sentence
        .clone()
        .any(|at| text.lower(at) == "on" && text.lower(at + 1).ends_with("day"));
    let rise = |at: usize| {
        matches!(
            text.lower(at),
            "taking" | "took" | "bringing" | "brings" | "brought" | "raising" | "raised" | "pushing" | "pushed"
        ) || super::when_words::is_toll_verb(text.lower(at))
    };
    let since = sentence
        .clone()
        .any(|at| RUNNING.contains(&text.lower(at)) && text.lower(at) != "total");
    (since || !of_day) && sentence.clone().any(rise)
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

/// Counts in an article about a crisis's toll are totals, too; those of one day's disaster are of an incident.
fn of_the_story(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let at = |draft: &Draft| text.scan.token_at(draft.claim.span.start());
    let sentence = |draft: &Draft| text.scan.sentence_index(at(draft)).unwrap_or(0);
    let toll = |draft: &Draft| {
        let outcome = draft.claim.roles.outcome.map(|span| text.scan.token_at(span.start()));
        outcome
            .and_then(|outcome| text.outcome(outcome))
            .is_some_and(|outcome| outcome.frame == Frame::Toll)
    };
    let of_crisis = drafts.iter().any(|draft| {
        sentence(draft) < LEAD && draft.claim.scope == Scope::Total && draft.happened == Happened::Unsaid && toll(draft)
    });
    let told = |list: &[&str]| lead(text).any(|at| list.contains(&text.lower(at)));
    let disaster = told(DISASTER);
    // the story of one attack or mishap, in no crisis
    let single = told(INCIDENT) && !disaster && !told(CRISIS);
    for draft in drafts.iter_mut() {
        let tokens = text.sentence(at(draft));
        let large = draft.claim.figure.anchor().is_some_and(|number| number >= LARGE);
        let runs = tokens
            .clone()
            .any(|at| RUNNING.contains(&text.lower(at)) || text.reads(at, &["so", "far"]));
        let incident = tokens.clone().any(|at| INCIDENT.contains(&text.lower(at)));
        let told_here = tells_day(text, draft, &tokens);
        let carried = draft.happened.is_dated() && !told_here;
        let total = draft.claim.scope == Scope::Total;
        let unsaid = draft.happened == Happened::Unsaid;
        let named = tokens.clone().any(|at| DISASTER.contains(&text.lower(at)));
        let runs = runs || draft.claim.figure.qualifier == Qualifier::Vague && (!carried || is_perfect(text, draft));
        if total && !large && !runs && (carried && !disaster || unsaid && single) {
            draft.claim.scope = Scope::Incident;
        } else if !incident
            && (named && draft.claim.scope == Scope::Incident
                || of_crisis && unsaid && draft.claim.form == Form::Number)
        {
            draft.claim.scope = Scope::Total;
        }
    }
}
