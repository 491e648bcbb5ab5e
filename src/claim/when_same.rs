//! What one telling lends to another: the day of the same count, the day of a speaker's statement.

use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::when_row::{is_day, is_few_days};
use super::when_story::{LEAD, LEAD_REACH, give};
use super::{AsOf, Claim, Draft, Form, Happened, Kind, Scope, VictimClass};
use crate::quantity::Qualifier;
use crate::time::Unit;

/// How many sentences a dated statement runs on.
const SPEAKS_ON: usize = 3;
/// The smallest figure that tells its incident by itself.
const TELLING: u64 = 10;
/// How many counts of one article are compared with one another.
const COMPARED: usize = 200;

/// The same count told twice, in the headline and in the text, has one day; a period ("1,300 since March") is that of the
/// words that name it, and of the same speaker.
/// `breaks`: the sentences that tell of another incident.
pub(super) fn same_counts(text: &Text<'_, '_>, times: &Times, breaks: &[usize], drafts: &mut [Draft]) {
    let dated: Vec<(usize, &Draft)> = drafts
        .iter()
        .filter(|draft| draft.happened != Happened::Unsaid && counts(&draft.claim))
        .take(COMPARED)
        .map(|draft| (sentence_of(text, &draft.claim), draft))
        .collect();
    let again = |draft: &Draft| {
        let claim = &draft.claim;
        if draft.happened != Happened::Unsaid || !counts(claim) {
            return None;
        }
        let here = sentence_of(text, claim);
        if breaks.contains(&here) {
            return None;
        }
        let same = dated
            .iter()
            .filter(|(there, other)| is_told_again((claim, here), (&other.claim, *there)) && lends(times, other, claim))
            .min_by_key(|(there, _)| there.abs_diff(here));
        same.map(|(_, other)| other.happened)
    };
    let days: Vec<Option<Happened>> = drafts.iter().map(again).collect();
    for (draft, day) in drafts.iter_mut().zip(days) {
        if let Some(day) = day {
            give(draft, day, "day/same-count");
        }
    }
}

/// Its day is one that another telling can have.
fn lends(times: &Times, dated: &Draft, claim: &Claim) -> bool {
    let says = dated.claim.speaker.as_deref().zip(claim.speaker.as_deref());
    stands_on_days(times, dated.happened) || says.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// The same harm, figure and people; small figures only in headline and lead.
fn is_told_again((claim, here): (&Claim, usize), (dated, there): (&Claim, usize)) -> bool {
    let Some(number) = claim.figure.anchor() else {
        return false;
    };
    let (first, last) = (here.min(there), here.max(there));
    let alike = dated.victim_class == claim.victim_class
        || [dated.victim_class, claim.victim_class].contains(&VictimClass::Unspecified);
    alike
        && dated.figure.anchor() == Some(number)
        && dated.kind == claim.kind
        && dated.part_of == claim.part_of
        && (number >= TELLING
            || number >= TELLING / 2 && first <= 1
            || number > 1 && first == 0 && last < LEAD + LEAD_REACH)
}

fn counts(claim: &Claim) -> bool {
    claim.form == Form::Number && claim.figure.qualifier != Qualifier::Vague
}

fn sentence_of(text: &Text<'_, '_>, claim: &Claim) -> usize {
    text.scan
        .sentence_index(text.scan.token_at(claim.span.start()))
        .unwrap_or(0)
}

/// One day, or a weekend.
fn stands_on_days(times: &Times, happened: Happened) -> bool {
    match happened {
        Happened::Time(index) => (times.rows.get(index)).is_some_and(|row| is_day(&row.when) || is_few_days(&row.when)),
        Happened::Away { unit, .. } => unit == Unit::Day,
        _ => false,
    }
}

/// People who are missing have been so since they were seen last.
pub(super) fn last_seen(text: &Text<'_, '_>, times: &Times, drafts: &mut [Draft]) {
    let is_open = |draft: &Draft| draft.happened == Happened::Unsaid && draft.claim.kind == Kind::Missing;
    if !drafts.iter().any(is_open) {
        return;
    }
    let Some(index) = times.last_seen(text) else { return };
    for draft in drafts.iter_mut().filter(|draft| is_open(draft)) {
        give(draft, Happened::Time(index), "day/last-seen");
    }
}

/// Nobody dies twice: who is named again was killed on the day that is told once.
pub(super) fn same_victims(text: &Text<'_, '_>, times: &Times, drafts: &mut [Draft]) {
    let name = |draft: &Draft| {
        let claim = &draft.claim;
        let last = text.scan.tokens_in(claim.span).rev().find(|&at| text.is_word(at))?;
        let own = claim.kind == Kind::Killed && claim.form == Form::Named && !text.is(last, Tag::PRON.or(Tag::POSS));
        // "Marr's son": another one
        let dead = !text.lower(last).ends_with("'s") || text.outcome(last + 1).is_some();
        (own && dead).then(|| text.lower(last).trim_end_matches("'s").to_owned())
    };
    let names: Vec<Option<String>> = drafts.iter().take(COMPARED).map(name).collect();
    let days: Vec<Happened> = drafts.iter().map(|draft| draft.happened).collect();
    for (draft, own) in drafts.iter_mut().zip(&names) {
        if draft.happened != Happened::Unsaid || own.is_none() {
            continue;
        }
        let mut told = names
            .iter()
            .zip(&days)
            .filter(|(other, day)| *other == own && matches!(day, Happened::Time(_)))
            .map(|(_, day)| *day);
        if let Some(day) = told
            .next()
            .filter(|first| told.all(|day| times.is_same_day(day, *first)))
        {
            give(draft, day, "day/same-victim");
        }
    }
}

/// "So far 600 have been killed" counts from the one start that the article tells: "since the unrest began in March".
pub(super) fn so_far(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let mut starts = drafts.iter().filter_map(|draft| match draft.happened {
        since @ (Happened::Since(_) | Happened::SinceMonth(_)) => Some(since),
        _ => None,
    });
    let Some(start) = starts.next().filter(|start| starts.all(|other| other == *start)) else {
        return;
    };
    let is_open = |draft: &&mut Draft| {
        draft.happened == Happened::Unsaid && draft.as_of == AsOf::Published && draft.claim.scope != Scope::Incident
    };
    for draft in drafts.iter_mut().filter(is_open) {
        let here = text.scan.token_at(draft.claim.span.start());
        // "so far three were held over the fire that killed 58": what is told of the fire is not counted so far
        let own = |at: usize| (at..here).all(|at| !matches!(text.lower(at), "which" | "who" | "after"));
        if text.sentence(here).any(|at| text.reads(at, &["so", "far"]) && own(at)) {
            give(draft, start, "day/so-far");
        }
    }
}

/// The day of a headline's count that the lead tells again with its day; one a count.
pub(super) fn headlines(text: &Text<'_, '_>, drafts: &[Draft]) -> Vec<Option<Happened>> {
    let sentence = |draft: &Draft| {
        let here = text.scan.sentence_index(text.scan.token_at(draft.claim.span.start()));
        here.unwrap_or(usize::MAX)
    };
    let again = |headline: &Draft| {
        let number = headline.claim.figure.anchor().filter(|&number| number > 1)?;
        let mut later = drafts.iter().take(COMPARED).filter(|draft| {
            draft.happened != Happened::Unsaid
                && draft.claim.form == Form::Number
                && draft.claim.kind == headline.claim.kind
                && draft.claim.figure.anchor() == Some(number)
                && (1..LEAD + 1).contains(&sentence(draft))
        });
        later.next().map(|draft| draft.happened)
    };
    drafts
        .iter()
        .map(|draft| again(draft).filter(|_| draft.happened == Happened::Unsaid && sentence(draft) == 0))
        .collect()
}

/// A speaker whose statement was dated a sentence before speaks on.
pub(super) fn statements(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let mut last: Option<(usize, AsOf, String)> = None;
    for draft in drafts {
        let at = text.scan.token_at(draft.claim.span.start());
        let Some(here) = text.scan.sentence_index(at) else {
            continue;
        };
        let Some(speaker) = draft.claim.speaker.clone() else {
            continue;
        };
        match (draft.as_of, &last) {
            (AsOf::Time(_), _) => last = Some((here, draft.as_of, speaker)),
            (AsOf::Published, Some((there, day, name)))
                if one_holds_other(name, &speaker) && here <= there + SPEAKS_ON =>
            {
                draft.as_of = *day;
            }
            _ => {}
        }
    }
}

/// "the UN" and "UN investigators": the words of the one are among those of the other.
fn one_holds_other(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split_whitespace().map(str::to_lowercase);
        words
            .filter(|word| !matches!(word.as_str(), "the" | "a" | "an"))
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}
