//! Counts of no one place and no one day, by the words around them: over some days, in separate incidents, of those who are
//! cared for or live away.

use super::lexicon::Tag;
use super::scope::{CRISIS, HUNDREDS, INCIDENT, LARGE, MANY};
use super::scope_runs::runs;
use super::scope_words::Told;
use super::{Happened, Kind, Scope};

/// "killed in the previous two to three days", "crossed in 36 hours": neither one day nor the whole; in two hours it is one.
pub(super) fn within_days(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if !told.is_counted() {
        return None;
    }
    let text = told.text;
    let weekend = || told.behind(8).any(|at| text.reads(at, &["over", "the", "weekend"]));
    if told.claim.kind.is_hurt() && told.draft.happened == Happened::Unsaid && weekend() {
        return Some(Scope::Unknown);
    }
    if told.is_toll() {
        return None;
    }
    let opener = told
        .behind(9)
        .find(|&at| matches!(text.lower(at), "in" | "during" | "over" | "within"))?;
    let mut at = opener + 1;
    while matches!(
        text.lower(at),
        "the" | "just" | "only" | "last" | "past" | "previous" | "prior" | "preceding"
    ) {
        at += 1;
    }
    let count = text.quantity(at).and_then(|index| text.quantities.get(index))?;
    let many = count.figure.value.or(count.figure.high)?;
    let unit =
        (count.tokens.end..count.tokens.end + 3).find(|&at| matches!(text.lower(at), "days" | "hours" | "day"))?;
    let small = told.anchor() < MANY;
    match text.lower(unit) {
        _ if unit > count.tokens.end && text.quantity(unit - 1).is_none() => None,
        "hours" if many < 13 && small && told.claim.kind.is_hurt() => Some(Scope::Incident),
        "hours" if many > 13 && many < 80 => Some(Scope::Unknown),
        // "31 have died in three days of unrest" counts the whole of it
        "days" if many < 4 && (small || text.lower(unit + 1) != "of") => Some(Scope::Unknown),
        _ => None,
    }
    .filter(|_| !told.is_any(told.whole(), &["total"]))
}

/// "a ship came to rescue 250 wounded", "150 wounded will be treated in Orla": when and where they were hurt is not said.
pub(super) fn cared_for(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let alone = told.claim.kind == Kind::Injured && told.is_counted() && !told.claim.part_of;
    if !alone || !(4..LARGE).contains(&told.anchor()) {
        return None;
    }
    let text = told.text;
    let whole = told.whole();
    let mut around = told.sentence.start.max(whole.start.saturating_sub(6))..told.sentence.end.min(whole.end + 12);
    let cared = around.any(|at| {
        text.begins(at, &["evacuated", "surger", "amputat", "airlift"])
            || matches!(
                text.lower(at),
                "rescue"
                    | "rescued"
                    | "rescuing"
                    | "treated"
                    | "treating"
                    | "docked"
                    | "aboard"
                    | "ferried"
                    | "ferrying"
            )
            || text.reads(at, &["on", "board"])
    });
    let day = told.draft.happened.is_dated()
        && told.claim.roles.event_date.is_some_and(|day| {
            let day = text.scan.token_at(day.start());
            told.sentence.contains(&day) && text.lower(day.saturating_sub(1)) != "since"
        });
    let deed = told.has(INCIDENT) || told.has(&["ambulance", "ambulances", "paramedics", "firefighters"]);
    // "four were shot and two treated" tells how they came to harm
    let mut harm = told.outcome.start.saturating_sub(2)..told.outcome.start;
    let finite = harm.any(|at| text.is(at, Tag::BE)) || told.outcome.end <= told.number.start;
    (cared && !day && !deed && !finite).then_some(Scope::Unknown)
}

/// "died in separate incidents", "were found in two locations": no one place.
pub(super) fn scattered(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let small = told.is_counted() && told.anchor() < HUNDREDS;
    if !small || !told.claim.kind.is_hurt() || told.draft.happened.is_dated() {
        return None;
    }
    let text = told.text;
    let places = |at: usize| {
        matches!(text.lower(at), "incidents" | "locations" | "attacks" | "places") && text.lower(at - 1) == "separate"
            || text.lower(at) == "locations" && (text.quantity(at - 1).is_some() || text.lower(at - 1) == "several")
    };
    let from = told.whole().end;
    let apart = (from + 1..told.sentence.end.min(from + 14))
        .take_while(|&at| text.lower(at) != ";")
        .any(places);
    apart.then_some(Scope::Unknown)
}

/// "thousands have fled the fighting", "many refugees are sheltering in Orla": no count of all, no one day.
pub(super) fn away_from_home(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let text = told.text;
    let claim = told.claim;
    let few = claim.kind == Kind::Displaced && told.is_vague() && told.anchor() < CROWD;
    // "several officials have fled": each by himself
    let handful = (1..HUNDREDS).contains(&told.anchor());
    if !few || handful || claim.part_of || told.draft.happened != Happened::Unsaid {
        return None;
    }
    if told.has(CRISIS) || told.has(&["upheaval"]) || runs(text, &told.sentence) {
        return None;
    }
    let before = told.sentence.start.max(told.outcome.start.saturating_sub(4))..told.outcome.start;
    let stays = told.has(&["camps", "tents", "sheltering", "living"])
        && told.is_any(before.start..told.outcome.end + 1, &["are", "is", "remain", "living"]);
    let moves = told.is_any(before, &["have", "has"]) && !told.is_any(told.whole(), &["said"]);
    // "8,000 were killed and thousands have fled": goes on with the first
    let beside = (told.sentence.clone())
        .any(|at| text.quantity(at).is_some() && !told.number.contains(&at) && text.outcome(at + 1).is_some());
    ((stays || moves) && !beside).then_some(Scope::Unknown)
}

/// From here on those who fled are counted over a whole crisis.
const CROWD: u64 = 20_000;
