//! Words by which a sentence tells that its counts run on: "so far", "since March", "over the past week".

use std::ops::Range;

use super::Kind;
use super::Scope;
use super::scope::{Asked, INCIDENT, auxiliary, is_crisis, is_few, is_toll};
use super::text::Text;

/// Words that make a count a running total wherever they stand in its sentence.
pub(super) const RUNNING: &[&str] = &[
    "since",
    "overall",
    "altogether",
    "nationwide",
    "countrywide",
    "cumulative",
    "total",
];

/// "killed since tanks rolled in"
pub(super) fn since_behind(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let end = asked.outcome.end.max(asked.phrase.end);
    text.lower(end) == "since"
        && asked.figure.anchor() != Some(1)
        && !matches!(asked.kind, Kind::Abducted | Kind::Released | Kind::Missing)
}

/// Whether the sentence tells of a running total, and of that of this count.
pub(super) fn runs_for(text: &Text<'_, '_>, asked: &Asked<'_>, sentence: &Range<usize>) -> bool {
    let few = is_few(asked) && asked.kind.is_hurt();
    // "a total of seven died in the strike": a sum is no toll
    let of_one = few && sentence.clone().any(|at| INCIDENT.contains(&text.lower(at)));
    let mut past = sentence.clone();
    past.any(|at| match text.lower(at) {
        "total" if of_one => !text.reads(at.saturating_sub(1), &["a", "total", "of"]),
        "since" => !is_rank_since(text, at, sentence) && !is_held_since(text, at),
        // "12 people were killed nationwide" may be of a day
        "nationwide" | "countrywide" if few && at <= asked.phrase.end.max(asked.outcome.end) => {
            is_toll(text, asked.outcome.start)
        }
        word => RUNNING.contains(&word),
    }) || sentence
        .clone()
        .any(|at| is_so_far(text, at) && !(few && is_of_battle(text, sentence)))
        || during(text, sentence)
}

/// "the battle so far", "we buried nine so far": a count of one fight or place goes on for hours.
fn is_of_battle(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        matches!(
            text.lower(at),
            "battle" | "battles" | "fighting" | "clash" | "clashes" | "we" | "fighter" | "fighters"
        ) || INCIDENT.contains(&text.lower(at))
    })
}

/// "the deadliest day since the war began", "the first crackdown since": tells how rare it is.
fn is_rank_since(text: &Text<'_, '_>, since: usize, sentence: &Range<usize>) -> bool {
    let first = sentence.start.max(since.saturating_sub(16));
    (first..since)
        .rev()
        .take_while(|&at| text.lower(at) == "first" || text.quantity(at).is_none() && text.outcome(at).is_none())
        .any(|at| {
            let word = text.lower(at);
            matches!(word, "first" | "most" | "worst" | "best" | "least")
                || word.len() > 6 && word.ends_with("est") && text.lower(at.saturating_sub(1)) == "the"
        })
}

/// "after weeks of protests in which 100 died"
pub(super) fn after_weeks(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let first = text.sentence(asked.phrase.tokens.start).start;
    let from = asked.phrase.tokens.start.saturating_sub(9).max(first);
    (from..asked.phrase.tokens.start).any(|at| {
        matches!(text.lower(at), "weeks" | "months" | "years")
            && text.lower(at + 1) == "of"
            && (at + 2..at + 4).any(|at| is_crisis(text.lower(at)))
            && (at + 3..asked.phrase.tokens.start).any(|at| matches!(text.lower(at), "which" | "that"))
    })
}

/// Whether people are held or gone, or were until now.
pub(super) fn is_captive(kind: Kind) -> bool {
    matches!(kind, Kind::Abducted | Kind::Arrested | Kind::Released | Kind::Missing)
}

/// "seven hostages held since May": how long they were held
pub(super) fn is_held(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let end = asked.phrase.end.max(asked.outcome.end);
    is_captive(asked.kind)
        && is_few(asked)
        && (end..text.sentence(end.saturating_sub(1)).end.min(end + 6))
            .any(|at| text.lower(at) == "since" && is_held_since(text, at))
}

/// "hostages held since May"
fn is_held_since(text: &Text<'_, '_>, since: usize) -> bool {
    let first = since.saturating_sub(5);
    (first..since).any(|at| {
        matches!(
            text.lower(at),
            "held" | "imprisoned" | "jailed" | "captive" | "missing" | "hostage"
        )
    })
}

fn is_so_far(text: &Text<'_, '_>, at: usize) -> bool {
    text.reads(at, &["so", "far"])
        || text.reads(at, &["in", "all"])
        || text.reads(at, &["to", "date"])
        || text.reads(at, &["the", "whole", "country"])
}

/// Words by which a sentence tells of a running total.
pub(super) fn runs(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence
        .clone()
        .any(|at| is_running(text, at, sentence) || is_so_far(text, at))
        || during(text, sentence)
}

/// "since March", "altogether"; not "the worst attack since March".
pub(super) fn is_running(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    RUNNING.contains(&text.lower(at)) && !(text.lower(at) == "since" && is_rank_since(text, at, sentence))
}

/// "during the protests", "in the ten-week-old campaign"
fn during(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        // "four died in the Varland war"
        let war = text.lower(at) == "war"
            && text.is_name(at.saturating_sub(1))
            && text.reads(at.saturating_sub(3), &["in", "the"]);
        if war && at > sentence.start + 2 {
            return true;
        }
        let over = matches!(text.lower(at), "during" | "throughout");
        let aged = text.lower(at) == "old" && text.lower(at.saturating_sub(1)) == "-";
        let reach = at + 1..at + 5;
        (over || aged)
            && reach
                .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
                .any(|at| is_crisis(text.lower(at)))
    })
}

/// "over the past two days": neither one day nor the whole; but over a week figures add up, and "last week" is when it was.
pub(super) fn of_days(text: &Text<'_, '_>, asked: &Asked<'_>, time: &Range<usize>) -> Option<Scope> {
    if !is_short(text, time) {
        return None;
    }
    let first = text.sentence(time.start).start.max(time.start.saturating_sub(2));
    let has = |words: &[&str]| (first..time.end).any(|at| words.contains(&text.lower(at)));
    let week = has(&["week", "week's", "fortnight"]) || has(&["days"]) && has(MANY_DAYS);
    if !week || has(&["weekend"]) {
        return Some(Scope::Unknown);
    }
    if has(&["last"]) && has(&["week"]) && !has(&["the", "over", "during", "in"]) {
        return Some(Scope::Incident);
    }
    let perfect = auxiliary(text, asked.outcome, &["have", "has"]);
    let few = asked.figure.anchor().is_none_or(|number| number < FEW);
    let adds_up = has(&["past", "last"]) || perfect;
    Some(if adds_up && !few { Scope::Total } else { Scope::Unknown })
}

/// So many days are a stretch of a crisis.
const MANY_DAYS: &[&str] = &[
    "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "4", "5", "6", "7", "8", "9", "10", "12",
];

/// From here on figures of a week add up.
const FEW: u64 = 4;

/// "the past few days", "this week", "36 hours"
fn is_short(text: &Text<'_, '_>, time: &Range<usize>) -> bool {
    let since = (time.start.saturating_sub(8)..time.start).any(|at| text.lower(at) == "since");
    let crisis = (time.end..time.end + 4).any(|at| is_crisis(text.lower(at)));
    !since
        && !crisis
        && time.clone().any(|at| {
            matches!(
                text.lower(at),
                "days" | "hours" | "week" | "weekend" | "week's" | "fortnight"
            )
        })
        && !time
            .clone()
            .any(|at| matches!(text.lower(at), "ago" | "earlier" | "old"))
}

#[cfg(test)]
mod tests {
    use super::super::Scope;
    use super::super::tests::check_last_scope;

    /// Texts with how far their last count reaches.
    const CASES: &[(&str, Scope)] = &[
        ("Some 109 people have died in Orla over the past week.", Scope::Total),
        ("The toll in the last six days now stands at 544.", Scope::Total),
        ("At least 27 people have been killed this week.", Scope::Total),
        ("Some 40 guards were killed last week.", Scope::Incident),
        ("Some 135 people were killed in the past two days.", Scope::Unknown),
        ("Some 55 wounded were treated in Orla this week.", Scope::Unknown),
        (
            "At least 65 people had been killed since tanks rolled in on Sunday.",
            Scope::Total,
        ),
        ("Police have so far arrested eight people.", Scope::Total),
        ("We buried nine people so far.", Scope::Incident),
        (
            "More than 25 fighters have been wounded in the battle so far.",
            Scope::Incident,
        ),
        ("A total of seven people were killed in the strike.", Scope::Incident),
        ("A total of 35 guards have now died in the war.", Scope::Total),
        ("A total of 35 people died in Orla.", Scope::Total),
        (
            "It was the deadliest attack since the war began, with 18 guards hurt.",
            Scope::Incident,
        ),
        ("More than 600 guards were killed since the war began.", Scope::Total),
        ("Rebels released seven villagers held since May.", Scope::Incident),
        ("Some 700 villagers were arrested since May.", Scope::Total),
        (
            "After weeks of protests in which 100 people died, Brenk fled on Friday.",
            Scope::Total,
        ),
        ("In 1962 troops killed thousands of people in Orla.", Scope::Incident),
        ("In 1962 a famine killed thousands of people in Varland.", Scope::Total),
        ("Four guards died in the Varland war.", Scope::Total),
        ("Four guards died in the Varland raid.", Scope::Incident),
        ("In 1843 a quake in Varland killed 5,000 people.", Scope::Incident),
        ("In 1843 a war in Varland killed 5,000 people.", Scope::Total),
        (
            "Several rebels are reported to have been killed in Orla.",
            Scope::Incident,
        ),
        (
            "Hundreds of people are believed to have been killed in Orla.",
            Scope::Total,
        ),
        (
            "In June the ministry reported that 6,900 people had died.",
            Scope::Total,
        ),
        (
            "Crowds fought in the square on Wednesday and Thursday, leaving 900 people injured.",
            Scope::Incident,
        ),
        (
            "An explosion in the old centre of the capital Orla has killed ten people.",
            Scope::Incident,
        ),
    ];

    #[test]
    fn counts_that_run_on_are_told_from_those_of_a_day() {
        check_last_scope(CASES);
    }
}
