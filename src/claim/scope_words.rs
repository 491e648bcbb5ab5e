//! Words of the sentence that settle how far its count reaches, whatever the article is about.

use std::ops::Range;

use super::lexicon::Tag;
use super::scope::{CRISIS, DOZENS, INCIDENT, LARGE, LASTING, MANY, is_last_century, is_toll};
use super::scope_apart::{away_from_home, cared_for, scattered, within_days};
use super::scope_runs::runs;
use super::text::Text;
use super::{Claim, Draft, Form, Happened, Kind, Scope};
use crate::quantity::Qualifier;

/// A count in its sentence.
pub(super) struct Told<'s, 'a, 't> {
    pub(super) text: &'s Text<'a, 't>,
    pub(super) draft: &'s Draft,
    pub(super) claim: &'s Claim,
    pub(super) sentence: Range<usize>,
    pub(super) number: Range<usize>,
    pub(super) outcome: Range<usize>,
}

/// What the words tell of how far a count reaches; the first row that tells anything holds.
type Row = fn(&Told<'_, '_, '_>) -> Option<Scope>;

const ROWS: &[Row] = &[
    ranked,
    long_ago,
    crisis_did_it,
    held_now,
    toll_told,
    spread,
    latest,
    of_an_attack_since,
    within_days,
    cared_for,
    scattered,
    away_from_home,
];

impl<'s, 'a, 't> Told<'s, 'a, 't> {
    pub(super) fn of(text: &'s Text<'a, 't>, draft: &'s Draft) -> Option<Self> {
        let claim = &draft.claim;
        let number = text.scan.tokens_in(claim.span);
        Some(Self {
            text,
            draft,
            claim,
            sentence: text.sentence(number.start),
            outcome: text.scan.tokens_in(claim.roles.outcome?),
            number,
        })
    }

    /// What the words around the count tell.
    pub(super) fn scope(&self) -> Option<Scope> {
        ROWS.iter().find_map(|row| row(self))
    }

    pub(super) fn is_any(&self, tokens: Range<usize>, words: &[&str]) -> bool {
        let last = tokens.end.min(self.sentence.end);
        (tokens.start.max(self.sentence.start)..last).any(|at| words.contains(&self.text.lower(at)))
    }

    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.is_any(self.sentence.clone(), words)
    }

    /// The number and its harm, and what stands between.
    pub(super) fn whole(&self) -> Range<usize> {
        self.number.start.min(self.outcome.start)..self.number.end.max(self.outcome.end)
    }

    /// The words behind number and harm, up to a comma.
    pub(super) fn behind(&self, reach: usize) -> Range<usize> {
        let from = self.whole().end;
        let last = self.sentence.end.min(from + reach);
        let end = (from..last).find(|&at| matches!(self.text.lower(at), "," | ";"));
        from..end.unwrap_or(last)
    }

    pub(super) fn anchor(&self) -> u64 {
        self.claim.figure.anchor().unwrap_or(0)
    }

    pub(super) fn is_counted(&self) -> bool {
        self.claim.form == Form::Number
    }

    pub(super) fn is_vague(&self) -> bool {
        matches!(
            self.claim.figure.qualifier,
            Qualifier::Vague | Qualifier::Fraction | Qualifier::Range
        )
    }

    /// "the toll", "the number of dead"
    pub(super) fn is_toll(&self) -> bool {
        is_toll(self.text, self.outcome.start)
    }
}

/// "the second Varlander killed": counts those before him, too.
fn ranked(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let text = told.text;
    let rank = told.number.start + usize::from(text.lower(told.number.start) == "the");
    // "Edith" is no number
    let ordinal = super::single_words::is_ordinal(text.lower(rank)) && !text.is_name(rank);
    let behind = told.outcome.start >= told.number.end && text.is_name(rank + 1);
    (told.claim.kind == Kind::Killed && ordinal && behind).then_some(Scope::Total)
}

/// "30 years after a revolt there was crushed, with the deaths of 9,000": one deed of long ago, however many died.
fn long_ago(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if told.claim.kind != Kind::Killed || told.is_toll() || !told.has(INCIDENT) && !told.has(DEEDS) {
        return None;
    }
    let text = told.text;
    let since = |at: usize| text.lower(at) == "since" && text.lower(at.saturating_sub(1)) != "years";
    if told.has(LASTING) || told.sentence.clone().any(since) {
        return None;
    }
    let years = |at: usize| {
        text.lower(at) == "years"
            && matches!(text.lower(at + 1), "ago" | "since" | "after" | "earlier")
            && text
                .quantity(at.saturating_sub(1))
                .and_then(|index| text.quantities.get(index))
                .is_some_and(|quantity| quantity.figure.anchor().is_some_and(|years| years >= LONG))
    };
    let dated = |at: usize| is_last_century(text.lower(at));
    let day = told.claim.roles.event_date.map(|day| text.scan.tokens_in(day));
    let tells = (told.sentence.start + 1..told.sentence.end).any(|at| years(at) || dated(at))
        || day.is_some_and(|mut day| day.any(dated));
    tells.then_some(Scope::Incident)
}

/// So many years ago is long ago.
const LONG: u64 = 10;

/// What is done to one place.
const DEEDS: &[&str] = &[
    "crackdown",
    "crushed",
    "massacre",
    "flattened",
    "razed",
    "razing",
    "massacred",
    "bombings",
    "massacres",
];

/// "riots that left 300 dead", "unrest that has claimed 90 lives": what lasts did the harm.
fn crisis_did_it(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if told.draft.happened.is_dated() || !told.claim.kind.is_hurt() || told.anchor() < MANY {
        return None;
    }
    let text = told.text;
    let first = told.sentence.start.max(told.whole().start.saturating_sub(4));
    let verb = (first..told.number.start).rev().find(|&at| {
        matches!(
            text.lower(at),
            "left" | "leaving" | "leaves" | "claimed" | "claiming" | "killed" | "cost"
        )
    })?;
    let near = told.sentence.start.max(verb.saturating_sub(6))..verb;
    let lasts = near.rev().take_while(|&at| text.quantity(at).is_none()).any(|at| {
        matches!(
            text.lower(at),
            "riots" | "rioting" | "violence" | "carnage" | "unrest" | "uprising" | "crackdown"
        )
    });
    lasts.then_some(Scope::Total)
}

/// "37,000 are still in prison", "the 90,000 refugees at the camps": how many there are by now.
fn held_now(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if told.anchor() < LARGE || told.is_vague() {
        return None;
    }
    let text = told.text;
    let whole = told.whole();
    let still = told.claim.kind == Kind::Arrested
        && told.is_any(whole.start..whole.end + 2, &["still", "remain", "languishing"])
        && told.is_any(
            whole.start..whole.end + 4,
            &["prison", "prisons", "jail", "detention", "held", "detained", "custody"],
        );
    let camps = told.claim.kind == Kind::Displaced
        && (whole.end..whole.end + 5).any(|at| {
            matches!(text.lower(at), "camps" | "shelters") && (whole.end..at).any(|at| text.is(at, Tag::PREP))
        });
    (still || camps).then_some(Scope::Total)
}

/// "the toll of the riots shows that of the 286 killed": the count of a crisis; "The toll is rising. So much is known: 38 have
/// died" that of the sentence before.
fn toll_told(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if !told.claim.kind.is_hurt() || !told.is_counted() || told.draft.happened.is_dated() {
        return None;
    }
    let text = told.text;
    let toll = |at: usize| matches!(text.lower(at), "toll" | "tolls");
    let of = (told.sentence.start..told.number.start)
        .find(|&at| toll(at))
        .filter(|&at| {
            matches!(text.lower(at + 1), "of" | "from" | "in")
                && (at + 2..at + 5).any(|at| CRISIS.contains(&text.lower(at)) || text.lower(at) == "rioting")
        });
    if of.is_some() && told.anchor() >= MANY {
        return Some(Scope::Total);
    }
    let here = text.scan.sentence_index(told.number.start)?;
    let before = text.scan.sentences.get(here.checked_sub(1)?)?.tokens.clone();
    let rises = before
        .clone()
        .find(|&at| toll(at) && (at + 1..at + 4).any(|at| text.begins(at, &["ris", "climb", "mount", "grow"])))?;
    let bare = before.clone().all(|at| text.quantity(at).is_none());
    let perfect = told.is_any(told.number.end..told.outcome.start, &["have", "has"]);
    let opens = told.number.start < told.sentence.start + 10;
    (bare && perfect && opens && rises + 12 > before.end && !told.has(INCIDENT)).then_some(Scope::Total)
}

/// "troops had killed dozens of people across the country": over a country and without a day.
fn spread(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let (text, whole) = (told.text, told.whole());
    let wide = whole.end < told.sentence.end && matches!(text.lower(whole.end), "across" | "around" | "throughout");
    let country = text.lower(whole.end + 1) == "the" && matches!(text.lower(whole.end + 2), "country" | "nation");
    let past = || told.is_any(whole.start.saturating_sub(3)..whole.end, &["have", "has", "had"]);
    let many = told.anchor() >= DOZENS && told.draft.happened == Happened::Unsaid;
    (wide && country && many && told.claim.kind == Kind::Killed && past()).then_some(Scope::Total)
}

/// "killed 11, in the latest violence of the crackdown", "on one of the bloodiest days of the uprising"
fn latest(told: &Told<'_, '_, '_>) -> Option<Scope> {
    if !told.claim.kind.is_hurt() || !told.is_counted() || told.is_toll() {
        return None;
    }
    let (text, whole) = (told.text, told.whole());
    let end = told.sentence.end.min(whole.end + 10);
    let mut here = (whole.end..end).take_while(|&at| text.quantity(at).is_none() || text.lower(at) == "one");
    let one = here.any(|at| {
        text.reads(at, &["in", "the", "latest"]) && !text.begins(at + 3, &["in", "count", "toll", "figure"])
            || text.lower(at) == "the"
                && text.lower(at + 1).ends_with("est")
                && matches!(text.lower(at + 2), "day" | "days")
                && text.lower(at.saturating_sub(1)) != "since"
    });
    // "since" is one of the words by which a sentence runs on
    (one && !runs(text, &(told.sentence.start..whole.end))).then_some(Scope::Incident)
}

/// "not seen since an attack that killed three": the attack did it, and what lasts since is another thing.
fn of_an_attack_since(told: &Told<'_, '_, '_>) -> Option<Scope> {
    let active = told.outcome.end <= told.number.start;
    if !active || !told.claim.kind.is_hurt() || told.anchor() >= LARGE {
        return None;
    }
    let text = told.text;
    let verb = told.outcome.start;
    let since = (told.sentence.start.max(verb.saturating_sub(24))..verb)
        .rev()
        .find(|&at| text.lower(at) == "since")?;
    let deed = (since + 1..verb).find(|&at| INCIDENT.contains(&text.lower(at)))?;
    let which = (deed + 1..verb).any(|at| matches!(text.lower(at), "which" | "that"));
    which.then_some(Scope::Incident)
}

#[cfg(test)]
mod tests {
    use super::super::Scope::{self, Incident, Total, Unknown};
    use super::super::tests::check_last_scope;

    /// Texts with how far their last count reaches.
    const CASES: &[(&str, Scope)] = &[
        ("Brenk is the second Orla student to be killed in a week.", Total),
        ("Edith Marr and Paul Brenk were killed in Orla last week.", Incident),
        (
            "The toll of the rioting in Orla shows that out of the 286 people killed, some 41 were burnt.",
            Total,
        ),
        (
            "The death toll is rising. Right now we know that at least 38 people have died in clashes.",
            Total,
        ),
        (
            "The river is rising. Right now we know that at least 38 people have died in clashes.",
            Incident,
        ),
        (
            "Troops had killed dozens of people across the country, residents said.",
            Total,
        ),
        ("Troops killed dozens of people across the country on Friday.", Incident),
        ("The bodies of 30 people were found in Orla over the weekend.", Unknown),
        (
            "Marchers marked 30 years since the country's worst massacre, when 9,000 people were killed in the town.",
            Incident,
        ),
        ("Several officials have fled to Varland.", Incident),
        (
            "Brenk rules 30 years after a revolt there was crushed, with the deaths of at least 9,000 people.",
            Incident,
        ),
        (
            "The 1988 bombing of the mill is a sore for the families of the 270 dead.",
            Incident,
        ),
        ("The 1988 war is a sore for the families of the 2,700 dead.", Total),
        ("Riots rocked the province, leaving more than 300 people dead.", Total),
        (
            "Riots rocked the province on Monday, leaving more than 300 people dead.",
            Incident,
        ),
        ("A brawl rocked the inn, leaving more than 30 people dead.", Incident),
        ("Some 37,000 people are still in prison, activists say.", Total),
        (
            "Troops killed 11 people in Orla, in the latest violence of a crackdown.",
            Incident,
        ),
        (
            "At least 100 people have died on one of the bloodiest days of the uprising.",
            Incident,
        ),
        ("At least 900 people have died in the uprising.", Total),
        (
            "Brenk has not been seen since an attack on a house, which officials said killed three guests.",
            Incident,
        ),
        (
            "More than 2,800 Varlanders have crossed the border in 36 hours.",
            Unknown,
        ),
        (
            "Some 300 people had been killed in Orla during the previous two to three days.",
            Unknown,
        ),
        ("Five people were killed in the last two hours.", Incident),
        ("Sixty-one people have died in three days of unrest in Varland.", Total),
        ("A ship sailed to Orla to rescue 250 wounded.", Unknown),
        ("The blast wounded 25 people, who were treated in Orla.", Incident),
        ("Ambulance crews evacuated 8 injured people.", Incident),
        (
            "Strikes on Tuesday and Wednesday hit the mill, killing two people.",
            Incident,
        ),
        (
            "Four people were killed in shootings in Orla between Friday evening and Monday morning.",
            Unknown,
        ),
        ("Two men died in separate incidents in Kelm and Sevrin.", Unknown),
        ("Thousands of people have fled the fighting near Orla.", Unknown),
        ("Thousands of people have fled the fighting since March.", Total),
        ("Many refugees are sheltering in tents in Orla.", Unknown),
    ];

    #[test]
    fn words_of_the_sentence_settle_the_scope() {
        check_last_scope(CASES);
    }
}
