//! How far a figure reaches: a running total, one incident, or neither for sure.

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::phrase::Phrase;
use super::text::Text;
use super::{Happened, Kind, Scope};
use crate::quantity::{Figure, Qualifier};

/// What is asked: a count with its harm, its day and who vouches for it.
pub(super) struct Asked<'q> {
    pub(super) phrase: &'q Phrase,
    pub(super) outcome: &'q Range<usize>,
    pub(super) kind: Kind,
    pub(super) figure: Figure,
    pub(super) happened: Happened,
    /// The time expression behind that day.
    pub(super) time: Option<Range<usize>>,
    /// The words of the speaker.
    pub(super) speaker: Option<&'q str>,
}

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

/// Words for what lasts and reaches over a country.
pub(super) const CRISIS: &[&str] = &[
    "uprising",
    "unrest",
    "crackdown",
    "war",
    "crisis",
    "conflict",
    "insurgency",
    "epidemic",
    "outbreak",
    "pandemic",
    "famine",
    "offensive",
    "rebellion",
    "revolt",
    "revolution",
    "campaign",
    "riots",
    "protests",
    "demonstrations",
    "violence",
    "earthquake",
    "quake",
    "tsunami",
    "disaster",
    "flooding",
    "floods",
    "hurricane",
    "cyclone",
    "typhoon",
    "monsoon",
];

/// What happens at one place in one day.
pub(super) const INCIDENT: &[&str] = &[
    "attack",
    "bombing",
    "blast",
    "explosion",
    "clash",
    "shooting",
    "ambush",
    "raid",
    "crash",
    "accident",
    "strike",
    "airstrike",
    "fire",
    "collision",
    "collapse",
    "stampede",
    "shelling",
    "stabbing",
    "massacre",
];

/// Words in the name of a speaker who counts for a country or a crisis.
const BODIES: &[&str] = &[
    "ministry",
    "minister",
    "government",
    "committee",
    "council",
    "un",
    "u.n.",
    "nations",
    "unhcr",
    "ocha",
    "who",
    "observatory",
    "commission",
    "commissioner",
    "rights",
    "hrw",
    "amnesty",
    "cross",
    "crescent",
    "union",
    "circle",
    "association",
    "federation",
    "network",
    "agency",
    "president",
    "statistics",
    "figures",
    "authority",
    "organisation",
    "organization",
    "monitors",
    "ngo",
    "ngos",
];

/// True for a word of what lasts.
pub(super) fn is_crisis(word: &str) -> bool {
    CRISIS.contains(&word)
}

/// Figures from here on are rarely those of one incident.
pub(super) const LARGE: u64 = 500;

/// From here on a vague number that "have been" harmed counts on.
const DOZENS: u64 = 24;

/// From here on a number that "have been" harmed counts on.
pub(super) const HUNDREDS: u64 = 200;

/// Whether the figure is a running total or that of one incident.
pub(super) fn of(text: &Text<'_, '_>, asked: &Asked<'_>) -> Scope {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let word = |at: usize| text.lower(at);
    let large = asked.figure.anchor().is_some_and(|number| number >= LARGE);
    let crisis = sentence.clone().any(|at| CRISIS.contains(&word(at)));
    let toll = is_toll(text, asked.outcome.start);
    let short = asked.time.as_ref().is_some_and(|time| is_short(text, time));
    match asked.happened {
        _ if short => return Scope::Unknown,
        Happened::Since(_) | Happened::SinceMonth(_) | Happened::Between(..) => return Scope::Total,
        Happened::Time(_) if asked.time.as_ref().is_some_and(|time| is_long(text, time)) && is_many(asked) => {
            return if near(text, asked, INCIDENT) {
                Scope::Incident
            } else {
                Scope::Total
            };
        }
        Happened::Time(_) if large && (crisis && asked.kind != Kind::Released || toll) => return Scope::Total,
        Happened::Time(_) | Happened::Away { .. } => return Scope::Incident,
        Happened::Unsaid => {}
    }
    let running = runs(text, &sentence);
    let incident = near(text, asked, INCIDENT);
    if running || toll && !incident || toll && large {
        return Scope::Total;
    }
    if is_around(text, asked) {
        return Scope::Unknown;
    }
    let perfect = auxiliary(text, asked.outcome, &["have", "has", "having"]);
    let body = asked.speaker.is_some_and(counts_widely);
    let vague = asked.figure.qualifier == Qualifier::Vague;
    let loose = sentence
        .clone()
        .any(|at| word(at) == "recent" || text.reads(at, &["each", "year"]));
    if incident || loose {
        return if loose && !incident || large {
            Scope::Unknown
        } else {
            Scope::Incident
        };
    }
    if is_stock(text, asked) || perfect && (crisis || large || body) || large && crisis || body && (crisis || perfect) {
        return Scope::Total;
    }
    if body && !names_a_spot(text, asked) && asked.figure.anchor().is_some_and(|number| number > 3) {
        return Scope::Total;
    }
    // "hundreds have been arrested" goes on; "25 have been arrested" was one raid
    let many = asked
        .figure
        .anchor()
        .is_some_and(|number| number >= if vague { DOZENS } else { HUNDREDS });
    if perfect && many && asked.kind != Kind::Displaced {
        return Scope::Total;
    }
    if perfect && vague || large {
        return Scope::Unknown;
    }
    Scope::Incident
}

/// Words by which a sentence tells of a running total.
pub(super) fn runs(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        RUNNING.contains(&text.lower(at))
            || text.reads(at, &["so", "far"])
            || text.reads(at, &["in", "all"])
            || text.reads(at, &["to", "date"])
            || text.reads(at, &["the", "whole", "country"])
    }) || during(text, sentence)
}

/// "during the protests", "in the ten-week-old campaign"
fn during(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        let over = matches!(text.lower(at), "during" | "throughout");
        let aged = text.lower(at) == "old" && text.lower(at.saturating_sub(1)) == "-";
        let reach = at + 1..at + 5;
        (over || aged)
            && reach
                .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
                .any(|at| CRISIS.contains(&text.lower(at)))
    })
}

/// From here on a figure is not that of one incident where only a month or a year is named.
const MANY: u64 = 40;

fn is_many(asked: &Asked<'_>) -> bool {
    asked.figure.anchor().is_some_and(|number| number >= MANY)
}

/// "in 2033", "last year", "in May": no day.
fn is_long(text: &Text<'_, '_>, time: &Range<usize>) -> bool {
    let numeral = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let day = time.clone().any(|at| {
        let word = text.lower(at);
        numeral(word) && word.len() < 3 || word.ends_with("day") || matches!(word, "yesterday" | "night" | "overnight")
    });
    let long = time.clone().any(|at| {
        let word = text.lower(at);
        numeral(word) && word.len() == 4 || matches!(word, "year" | "month" | "decade")
    });
    long && !day
}

/// "over the past two days", "this week": neither one day nor the whole.
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

fn near(text: &Text<'_, '_>, asked: &Asked<'_>, words: &[&str]) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.min(asked.outcome.start).saturating_sub(8);
    let to = asked.phrase.end.max(asked.outcome.end) + 8;
    (from.max(sentence.start)..to.min(sentence.end)).any(|at| words.contains(&text.lower(at)))
}

/// "the toll", "the number of dead": words of a count itself.
pub(super) fn is_toll(text: &Text<'_, '_>, at: usize) -> bool {
    text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Toll)
}

/// "have been killed", "are missing": one of the words stands shortly before the harm.
pub(super) fn auxiliary(text: &Text<'_, '_>, outcome: &Range<usize>, words: &[&str]) -> bool {
    let start = text.sentence(outcome.start).start;
    (outcome.start.saturating_sub(4).max(start)..outcome.start).any(|at| words.contains(&text.lower(at)))
}

pub(super) fn counts_widely(speaker: &str) -> bool {
    speaker
        .split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .any(|word| BODIES.contains(&word.to_lowercase().as_str()))
}

/// "killed 30 people around Varland", "in attacks across Orla": many places, no total.
fn is_around(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.max(asked.outcome.start);
    (from..sentence.end.min(from + 9))
        .take_while(|&at| !matches!(text.lower(at), "," | ";"))
        .any(|at| matches!(text.lower(at), "around" | "across" | "throughout") && text.is_name(at + 1))
}

/// "are missing", "are now sheltering", "are being held": how many there are, not how many became so.
fn is_stock(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    matches!(asked.kind, Kind::Missing | Kind::Displaced | Kind::Arrested)
        && auxiliary(text, asked.outcome, &["are", "remain"])
}

/// "at the depot", "near the gate": a place smaller than a country.
fn names_a_spot(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.min(asked.outcome.start);
    let to = (asked.phrase.end.max(asked.outcome.end) + 8).min(sentence.end);
    (from..to).any(|at| {
        matches!(text.lower(at), "at" | "near" | "outside" | "there" | "here")
            && !matches!(text.lower(at + 1), "least" | "most" | "all")
            || text.lower(at) == "in" && text.is_name(at + 1)
            || text.lower(at) == "when" && text.is(at, Tag::SUBORD)
    })
}
