//! How far a count reaches by its own words and its sentence, once its day and its whole are known.

use std::ops::Range;

use super::scope::{CRISIS, HUNDREDS, INCIDENT, LARGE, auxiliary, is_infinitive};
use super::scope_runs::{RUNNING, runs};
use super::scope_words::Told;
use super::text::Text;
use super::when_words::{is_bringing, is_toll_verb};
use super::{Claim, Draft, Form, Happened, Kind, Scope};
use crate::quantity::Qualifier;

/// Up to here a number is that of one incident also where a year is named.
const FEW: u64 = 4;

/// One person, or several by name: what befell him is no running total.
pub(super) fn is_one(claim: &Claim) -> bool {
    claim.form != Form::Number || claim.figure.value == Some(1)
}

/// What the count and its own sentence tell, whatever the article is about; but of the kinds of harm in `rivals` it tells of
/// totals that go on.
pub(super) fn by_itself(told: &Told<'_, '_, '_>, rivals: &[Kind]) -> Option<Scope> {
    if is_one(told.claim) && !told.claim.part_of && !told.is_toll() {
        return Some(Scope::Incident);
    }
    match told.claim.scope {
        Scope::Unknown => told.unknown(),
        Scope::Total => told.total(rivals),
        Scope::Incident => told.incident(),
    }
}

impl Told<'_, '_, '_> {
    /// Its own sentence names no day.
    fn is_unsaid(&self) -> bool {
        let happened = self.draft.happened;
        happened == Happened::Unsaid || happened.is_dated() && !tells_day(self.text, self.draft, &self.sentence)
    }

    /// "had been crossing every day", "exceeds 100 a day"
    fn is_daily(&self) -> bool {
        let from = self.whole().start;
        (from..self.sentence.end.min(from + 14)).any(|at| {
            matches!(self.text.lower(at), "every" | "a" | "per")
                && matches!(self.text.lower(at + 1), "day" | "week" | "month")
        })
    }

    /// Whether one of the words stands close to the count or its harm.
    fn is_near(&self, words: &[&str]) -> bool {
        let whole = self.whole();
        self.is_any(whole.start.saturating_sub(8)..whole.end + 8, words)
    }

    fn is_from(&self, least: u64) -> bool {
        self.claim.figure.anchor().is_some_and(|number| number >= least)
    }

    fn unknown(&self) -> Option<Scope> {
        let large = self.is_from(LARGE);
        let loose = self.has(&["recent", "each"]) || self.is_daily();
        if !self.is_unsaid()
            || loose
            || self.has(INCIDENT) && !(large && self.claim.kind.is_hurt() && !self.is_near(INCIDENT))
        {
            return None;
        }
        if self.claim.kind == Kind::Displaced {
            // who lives in camps is counted, who fled is told of
            let stays = large && (self.has(STAYS) || is_perfect(self.text, self.draft));
            return Some(if stays { Scope::Total } else { Scope::Incident });
        }
        (large && self.claim.kind.is_hurt()).then_some(Scope::Total)
    }

    /// No word of the sentence says that a small count goes on.
    fn total(&self, rivals: &[Kind]) -> Option<Scope> {
        let claim = self.claim;
        let small = claim.figure.anchor().is_some_and(|number| number < HUNDREDS);
        let tally = matches!(
            self.text.lower(self.outcome.start),
            "deaths" | "detentions" | "disappearances"
        );
        // "thousands of residents fled the town": at one time
        let vague = claim.figure.qualifier == Qualifier::Vague || claim.figure.qualifier == Qualifier::Range;
        let fled = claim.kind == Kind::Displaced && vague && self.is_unsaid() && !claim.part_of && self.flees();
        let lasts_on = runs(self.text, &self.sentence) || is_perfect(self.text, self.draft) || self.has(LIVES);
        if fled && !lasts_on {
            return Some(Scope::Incident);
        }
        let stock = matches!(claim.kind, Kind::Missing | Kind::Displaced | Kind::Arrested) && self.is_from(FEW + 1);
        let lasts = tally
            || self.has(CRISIS)
            || runs(self.text, &self.sentence)
            || stock && self.has(&["are", "remain", "remained"])
            || is_perfect(self.text, self.draft)
            || rivals.contains(&claim.kind);
        let of_day = self.is_unsaid() || is_day(self.text, self.draft);
        (of_day && small && !self.is_toll() && !claim.part_of && !lasts).then_some(Scope::Incident)
    }

    /// "fled", "were fleeing": what people did, not how many live away.
    fn flees(&self) -> bool {
        matches!(
            self.text.lower(self.outcome.start),
            "fled" | "flee" | "fleeing" | "displaced"
        ) && !self.has(CRISIS)
    }

    fn incident(&self) -> Option<Scope> {
        let claim = self.claim;
        let perfect = is_perfect(self.text, self.draft) && !claim.part_of;
        // "shelling has killed hundreds of civilians", "20 have been killed in clashes this year"
        let long = self.has(&["year", "months"]) && self.has(&["this", "past", "last"]);
        let goes_on =
            claim.figure.qualifier == Qualifier::Vague && self.is_from(HUNDREDS) && (self.is_unsaid() || long);
        let dead = perfect && self.claim.kind.is_hurt() && (goes_on || long && self.is_from(FEW + 1));
        let fled = perfect && claim.kind == Kind::Displaced && self.is_unsaid() && self.is_from(LARGE);
        // "the toll reached 21 yesterday": the day is that of the figure
        let harm = self.claim.kind.is_hurt() && self.has(INCIDENT);
        let risen = self.is_toll() && !harm && rises(self.text, &self.sentence);
        (dead || fled || risen).then_some(Scope::Total)
    }
}

/// Whether the harm was on a day that its own clause names, or took minutes or hours.
fn is_day(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let words = draft.claim.roles.event_date.map(|day| text.scan.tokens_in(day));
    words.is_some_and(|mut words| {
        words.any(|at| match text.lower(at) {
            "minutes" | "minute" | "hour" | "hours" => true,
            "yesterday" | "overnight" => draft.happened.is_dated(),
            word => word.ends_with("day") && draft.happened.is_dated(),
        })
    })
}

/// "have been killed", "has killed"
pub(super) fn is_perfect(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let outcome = draft.claim.roles.outcome;
    outcome.is_some_and(|outcome| {
        let outcome = text.scan.tokens_in(outcome);
        auxiliary(text, &outcome, &["have", "has"]) && !is_infinitive(text, &outcome, draft.claim.figure)
    })
}

/// Words of those who live away.
const LIVES: &[&str] = &[
    "homeless",
    "live",
    "lives",
    "living",
    "shelter",
    "shelters",
    "sheltering",
    "uprooted",
];

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
pub(super) fn tells_day(text: &Text<'_, '_>, draft: &Draft, sentence: &Range<usize>) -> bool {
    let day = draft.claim.roles.event_date;
    day.is_some_and(|day| sentence.contains(&text.scan.token_at(day.start())))
}

/// "the toll rose to 21", "taking the toll to 70"
fn rises(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    // "on Tuesday 34 died, bringing the toll to 84" is the toll of that day
    let of_day = sentence
        .clone()
        .any(|at| text.lower(at) == "on" && text.lower(at + 1).ends_with("day"));
    let rise = |at: usize| is_bringing(text.lower(at)) || is_toll_verb(text.lower(at));
    let since = sentence
        .clone()
        .any(|at| RUNNING.contains(&text.lower(at)) && text.lower(at) != "total");
    // "no new deaths on Sunday, but the toll has climbed to 430"
    let climbed = sentence
        .clone()
        .any(|at| matches!(text.lower(at), "has" | "have") && (at + 1..at + 3).any(|at| is_toll_verb(text.lower(at))));
    (since || climbed || !of_day) && sentence.clone().any(rise)
}

#[cfg(test)]
mod tests {
    use super::super::Scope;
    use super::super::tests::drafts;

    /// Texts with how far their counts reach.
    const CASES: &[(&str, &[Scope])] = &[
        ("A guard has been held since Monday.", &[Scope::Incident]),
        ("Some 700 people have been killed since March.", &[Scope::Total]),
        ("Shelling has killed hundreds of civilians in Orla.", &[Scope::Total]),
        (
            "Shelling killed dozens of civilians in Orla on Monday.",
            &[Scope::Incident],
        ),
        (
            "More than 20 people have been killed in clashes this year.",
            &[Scope::Total],
        ),
        (
            "More than 20 people were killed in clashes on Tuesday.",
            &[Scope::Incident],
        ),
        ("The toll of the riots rose to 70 by Monday night.", &[Scope::Total]),
        ("The toll of the crash rose to 7 on Monday.", &[Scope::Incident]),
        ("Some 98,000 people live in relief camps.", &[Scope::Total]),
        (
            "Tens of thousands of people have fled across the border.",
            &[Scope::Total],
        ),
        ("Thousands of people fled the town as troops came.", &[Scope::Incident]),
        (
            "The rights committee said 40 rebels were killed by soldiers.",
            &[Scope::Incident],
        ),
    ];

    #[test]
    fn counts_reach_as_far_as_their_words() {
        let read = |text: &str| -> Vec<Scope> { drafts(text).iter().map(|draft| draft.claim.scope).collect() };
        let wrong: Vec<String> = CASES
            .iter()
            .filter(|(text, expected)| read(text) != *expected)
            .map(|(text, expected)| format!("{text}: read {:?}, want {expected:?}", read(text)))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
