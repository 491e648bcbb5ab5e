//! How far a figure reaches: a running total, one incident, or neither for sure.

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::phrase::Phrase;
use super::scope_runs::{after_weeks, is_held, of_days, runs_for, since_behind};
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

/// What lasts or reaches over a country, also long ago.
pub(super) const LASTING: &[&str] = &[
    "war",
    "wars",
    "earthquake",
    "quake",
    "tsunami",
    "floods",
    "flood",
    "cyclone",
    "hurricane",
    "storm",
    "storms",
    "genocide",
    "famine",
    "epidemic",
    "pandemic",
    "riots",
    "series",
    "total",
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
    "unicef",
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

/// From here on a vague number that "have been" harmed counts on, and one of dead over a whole country is no day's.
pub(super) const DOZENS: u64 = 24;

/// From here on a number that "have been" harmed counts on.
pub(super) const HUNDREDS: u64 = 200;

/// Whether the figure is a running total or that of one incident.
pub(super) fn of(text: &Text<'_, '_>, asked: &Asked<'_>) -> Scope {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let word = |at: usize| text.lower(at);
    let large = asked.figure.anchor().is_some_and(|number| number >= LARGE);
    let crisis = sentence.clone().any(|at| CRISIS.contains(&word(at)));
    let toll = is_toll(text, asked.outcome.start);
    if let Some(scope) = asked.time.as_ref().and_then(|time| of_days(text, asked, time)) {
        return scope;
    }
    if asked.happened != Happened::Unsaid {
        return of_a_day(text, asked, crisis, toll);
    }
    let running = runs_for(text, asked, &sentence);
    let incident = near(text, asked, INCIDENT);
    if running || toll && !incident || toll && large {
        return Scope::Total;
    }
    if is_around(text, asked) {
        return Scope::Unknown;
    }
    let perfect = is_perfect(text, asked);
    let body = asked.speaker.is_some_and(counts_widely);
    let vague = asked.figure.qualifier == Qualifier::Vague;
    let loose = sentence
        .clone()
        .any(|at| word(at) == "recent" || is_rate_of(text, asked, at));
    if incident || loose {
        return if loose && !incident || large {
            Scope::Unknown
        } else {
            Scope::Incident
        };
    }
    // "have been killed in an offensive in Orla province"
    if perfect && is_few(asked) && in_one_place(text, asked) {
        return Scope::Incident;
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
    // "there are many dead": neither how many nor where
    if asked.figure.anchor().is_none() && vague {
        return if is_untold(text, asked) {
            Scope::Unknown
        } else {
            Scope::Incident
        };
    }
    if (perfect && vague || large) && (perfect || !is_round_up(text, asked)) {
        return Scope::Unknown;
    }
    Scope::Incident
}

/// "about 700 were arrested in Orla": in a day
fn is_round_up(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let verb = asked.outcome.end <= asked.phrase.tokens.start || asked.outcome.start >= asked.phrase.end;
    let vague = asked.figure.qualifier == Qualifier::Vague;
    asked.kind == Kind::Arrested
        && verb
        && text.lower(asked.outcome.start) != "held"
        && (!vague || names_a_spot(text, asked))
}

/// "have been killed"; but "you have many wounded" is no tense.
fn is_perfect(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let number = asked.phrase.tokens.start;
    let owned = number > 0 && text.is(number - 1, Tag::HAVE) && asked.outcome.start >= number;
    // "has already cost more than 200 lives": the verb of the lives stands before the number
    let cost = number > 0 && matches!(text.lower(number - 1), "cost" | "claimed") && asked.outcome.start > number;
    let verb = if cost {
        number - 1..number
    } else {
        asked.outcome.clone()
    };
    !owned && auxiliary(text, &verb, &["have", "has", "having"]) && !is_infinitive(text, asked.outcome, asked.figure)
}

/// How far a count reaches whose day is told.
fn of_a_day(text: &Text<'_, '_>, asked: &Asked<'_>, crisis: bool, toll: bool) -> Scope {
    let large = asked.figure.anchor().is_some_and(|number| number >= LARGE);
    match asked.happened {
        Happened::Since(_) | Happened::SinceMonth(_) if is_held(text, asked) => Scope::Incident,
        Happened::Between(..) if !toll && (is_few(asked) || joins_days(text, asked)) => of_two_days(text, asked),
        Happened::Since(_) | Happened::SinceMonth(_) | Happened::Between(..) => Scope::Total,
        Happened::Time(_)
            if asked
                .time
                .as_ref()
                .is_some_and(|time| is_long(text, time, asked.figure))
                && is_many(asked) =>
        {
            if near(text, asked, INCIDENT) || is_bygone(text, asked) || is_in_town(text, asked) {
                Scope::Incident
            } else {
                Scope::Total
            }
        }
        Happened::Time(_) if is_bygone(text, asked) => Scope::Incident,
        Happened::Time(_) | Happened::Away { .. }
            if large && (crisis && !matches!(asked.kind, Kind::Released | Kind::Arrested) || toll) =>
        {
            Scope::Total
        }
        // "killed since tanks rolled in on Sunday": from that day on
        Happened::Time(_) if since_behind(text, asked) || after_weeks(text, asked) => Scope::Total,
        Happened::Time(_) | Happened::Away { .. } | Happened::Unsaid => Scope::Incident,
    }
}

/// "Wednesday and Thursday"
fn joins_days(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let day = |at: usize| text.lower(at).ends_with("day") && text.is(at, Tag::TIME);
    sentence
        .into_iter()
        .any(|at| day(at) && text.lower(at + 1) == "and" && day(at + 2))
}

/// "strikes on Tuesday and Wednesday killed two" is one thing told of; "from Friday evening to Monday morning" there were many.
fn of_two_days(text: &Text<'_, '_>, asked: &Asked<'_>) -> Scope {
    let Some(time) = asked.time.as_ref() else {
        return Scope::Incident;
    };
    let first = text.sentence(time.start).start.max(time.start.saturating_sub(8));
    let stretch = (first..time.start).any(|at| matches!(text.lower(at), "from" | "between"));
    if stretch { Scope::Unknown } else { Scope::Incident }
}

/// "Many were killed" by itself: no other count of the sentence says where or when.
fn is_untold(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let own = asked.phrase.quantity;
    let sentence = text.sentence(asked.phrase.tokens.start);
    let listed = sentence
        .clone()
        .any(|at| text.quantity(at).is_some_and(|other| other != own));
    let more = (asked.phrase.tokens.clone()).any(|at| matches!(text.lower(at), "more" | "others" | "other"));
    let part = (asked.phrase.tokens.clone())
        .any(|at| text.lower(at) == "of" && !matches!(text.lower(at.saturating_sub(1)), "lot" | "lots"));
    !listed && !part && !more && asked.kind != Kind::Arrested
}

/// From here on a figure is not that of one incident where only a month or a year is named.
pub(super) const MANY: u64 = 40;

fn is_many(asked: &Asked<'_>) -> bool {
    asked.figure.anchor().is_some_and(|number| number >= MANY)
}

pub(super) fn is_few(asked: &Asked<'_>) -> bool {
    asked.figure.anchor().is_some_and(|number| number < MANY)
}

/// "in 1962 troops killed thousands", "a quake in 1843 killed 5,000": a massacre or a disaster of long ago; not a war.
fn is_bygone(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let year = (asked.time.clone()).is_some_and(|mut time| time.any(|at| is_old_year(text.lower(at))));
    let killed = asked.kind == Kind::Killed
        && text
            .outcome(asked.outcome.start)
            .is_some_and(|outcome| outcome.frame == Frame::Hits)
        && !auxiliary(text, asked.outcome, &["have", "has"]);
    let sudden = || (sentence.clone()).any(|at| super::when_words::is_sudden(text.lower(at)));
    year && killed && (!sentence.clone().any(|at| LASTING.contains(&text.lower(at))) || sudden())
}

/// "1962", "1843"
pub(super) fn is_old_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with('1') && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "1962"
pub(super) fn is_last_century(word: &str) -> bool {
    word.starts_with("19") && is_old_year(word)
}

/// "killed 120 guards in the town"
fn is_in_town(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let end = asked.phrase.end.max(asked.outcome.end);
    text.lower(end) == "in" && text.is(end + 1, Tag::DET) && is_town(text.lower(end + 2))
}

/// "in 2033", "last year", "in May": no day.
fn is_long(text: &Text<'_, '_>, time: &Range<usize>, figure: Figure) -> bool {
    let large = figure.anchor().is_some_and(|number| number >= LARGE);
    let month = large && time.len() == 1 && crate::time::is_month(text.lower(time.start));
    let numeral = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let day = time.clone().any(|at| {
        let word = text.lower(at);
        numeral(word) && word.len() < 3 || word.ends_with("day") || matches!(word, "yesterday" | "night" | "overnight")
    });
    let long = time.clone().any(|at| {
        let word = text.lower(at);
        numeral(word) && word.len() == 4
            || matches!(word, "year" | "month" | "decade")
            || word.len() == 5 && word.ends_with("0s")
    });
    (long || month) && !day
}

pub(super) fn near(text: &Text<'_, '_>, asked: &Asked<'_>, words: &[&str]) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.min(asked.outcome.start).saturating_sub(8);
    let to = asked.phrase.end.max(asked.outcome.end) + 8;
    (from.max(sentence.start)..to.min(sentence.end)).any(|at| words.contains(&text.lower(at)))
        || does_it(text, asked, words)
}

/// "An explosion in the centre of the capital has killed ten": what did it, at the head of the clause.
fn does_it(text: &Text<'_, '_>, asked: &Asked<'_>, words: &[&str]) -> bool {
    let (first, verb) = (text.sentence(asked.outcome.start).start, asked.outcome.start);
    let active = asked.outcome.end <= asked.phrase.tokens.start
        && text.outcome(verb).is_some_and(|outcome| outcome.frame == Frame::Hits);
    active
        && (first.max(verb.saturating_sub(16))..verb)
            .rev()
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .any(|at| words.contains(&text.lower(at)) && text.lower(at.saturating_sub(1)) != "of")
}

/// "the toll", "the number of dead": words of a count itself.
pub(super) fn is_toll(text: &Text<'_, '_>, at: usize) -> bool {
    text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Toll)
}

/// "have been killed", "are missing": one of the words stands shortly before the harm, and no other verb between that it is
/// of ("has accused a gang of killing ten").
pub(super) fn auxiliary(text: &Text<'_, '_>, outcome: &Range<usize>, words: &[&str]) -> bool {
    let start = text.sentence(outcome.start).start;
    let other = |at: usize| text.is(at, Tag::PAST) && !text.is(at, Tag::BE.or(Tag::ADVERB).or(Tag::HAVE));
    (outcome.start.saturating_sub(4).max(start)..outcome.start)
        .rev()
        .take_while(|&at| !(other(at) && text.lower(at + 1) != "and"))
        .any(|at| words.contains(&text.lower(at)))
}

/// "several people are said to have been killed": of a day; "hundreds are believed to have been killed" goes on.
pub(super) fn is_infinitive(text: &Text<'_, '_>, outcome: &Range<usize>, figure: Figure) -> bool {
    let before = outcome.start.saturating_sub(4)..outcome.start;
    figure.anchor().is_none_or(|number| number < HUNDREDS)
        && before.into_iter().any(|at| text.reads(at, &["to", "have"]))
}

pub(super) fn counts_widely(speaker: &str) -> bool {
    // "a man who saw it" is no World Health Organization, "a doctor who fled the government" no government
    let name = speaker.split_once(" who ").map_or(speaker, |(name, _)| name);
    let speaker = name.to_lowercase();
    // a police commissioner counts for his town
    (!speaker.contains("police") || speaker.contains("statistics"))
        && speaker
            .split(|c: char| !(c.is_alphanumeric() || c == '.'))
            .any(|word| BODIES.contains(&word))
}

/// "killed 30 people around Varland", "in attacks across Orla": many places, no total.
fn is_around(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.max(asked.outcome.start);
    (from..sentence.end.min(from + 9))
        .take_while(|&at| !matches!(text.lower(at), "," | ";"))
        .any(|at| matches!(text.lower(at), "around" | "across" | "throughout") && text.is_name(at + 1))
}

/// "20 a day", "died every week", "each year"
fn is_rate_of(text: &Text<'_, '_>, asked: &Asked<'_>, at: usize) -> bool {
    let end = asked.phrase.end.max(asked.outcome.end);
    text.reads(at, &["each", "year"])
        || is_rate(text, at) && at >= asked.phrase.end && at < end + 6 && (end..at).all(|at| text.is_word(at))
}

/// "each year", "every day", "a day": how many at a time.
fn is_rate(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "each" | "every" | "per")
        && matches!(text.lower(at + 1), "year" | "day" | "week" | "month")
        || text.lower(at) == "a" && text.lower(at + 1) == "day" && text.quantity(at.saturating_sub(2)).is_some()
}

/// "are missing", "are now sheltering", "are being held": how many there are, not how many became so.
fn is_stock(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    matches!(asked.kind, Kind::Missing | Kind::Displaced | Kind::Arrested)
        && auxiliary(text, asked.outcome, &["are", "remain"])
}

/// A name, or in a text without capitals what no list knows.
fn may_name(text: &Text<'_, '_>, at: usize) -> bool {
    let unknown = || text.words.tag(at) == Tag::NONE && text.is_word(at) && text.quantity(at).is_none();
    text.is_name(at) || !text.words.capitals_tell && unknown() && !text.is_numeral(at)
}

/// "at the depot", "near the gate": a place smaller than a country.
fn names_a_spot(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let sentence = text.sentence(asked.phrase.tokens.start);
    let from = asked.phrase.tokens.start.min(asked.outcome.start);
    let to = (asked.phrase.end.max(asked.outcome.end) + 8).min(sentence.end);
    (from..to).any(|at| {
        matches!(text.lower(at), "at" | "near" | "outside" | "there" | "here")
            && !matches!(text.lower(at + 1), "least" | "most" | "all")
            || text.lower(at) == "in" && (may_name(text, at + 1) || is_town(text.lower(at + 2)))
            || text.lower(at) == "when" && text.is(at, Tag::SUBORD)
    })
}

/// "in Orla province", "in a suburb of Orla": one place of many.
fn in_one_place(text: &Text<'_, '_>, asked: &Asked<'_>) -> bool {
    let end = asked.phrase.end.max(asked.outcome.end);
    let last = text.sentence(asked.phrase.tokens.start).end.min(end + 10);
    (end..last)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .any(|at| {
            let part = |at: usize| {
                is_town(text.lower(at))
                    || matches!(
                        text.lower(at),
                        "province" | "district" | "quarter" | "outskirts" | "area"
                    )
            };
            text.lower(at) == "in" && (text.is_name(at + 1) || text.is(at + 1, Tag::DET)) && part(at + 2)
        })
}

/// "in the town of Orla", "in a village": "region" and the like may be a whole crisis's.
fn is_town(word: &str) -> bool {
    matches!(
        word,
        "town" | "village" | "suburb" | "neighborhood" | "neighbourhood" | "camp" | "hospital"
    )
}
