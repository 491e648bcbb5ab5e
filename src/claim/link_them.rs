//! Counts whose harm is told elsewhere than by their own verb: of "them" later on, of "the victims" before, of a border that was
//! crossed; and harm that is only supposed.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;

/// How far behind its object a verb may go on with "them".
const AHEAD: usize = 34;

/// "seized five clerks, lined them up and shot them dead": what is done to them at last.
pub(super) fn them_too(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, object: &Link) -> Option<Link> {
    let text = linker.text;
    if !matches!(object.kind, Kind::Abducted | Kind::Arrested) || linker.number(phrase) == Some(1) {
        return None;
    }
    let end = text.sentence(phrase.end).end.min(phrase.end + AHEAD);
    let counts = |at: usize| {
        text.quantity(at)
            .is_some_and(|other| other != phrase.quantity && text.is_number(at))
    };
    let (at, outcome) = (phrase.end..end)
        .take_while(|&at| !counts(at) && text.lower(at) != ";")
        .find_map(|at| Some((at, text.outcome_from(at).filter(|_| text.is(at - 1, joint()))?)))?;
    let killed = kills_them(text, at, outcome)?;
    let behind = text.lower(at - 1);
    let free = !matches!(behind, "or" | "but") && !(phrase.end..at).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)));
    free.then_some(Link {
        phrase: index,
        kind: Kind::Killed,
        outcome: at..killed,
        row: "killed/kill",
        rule: "link/them-too",
        part: false,
        confidence: 0.8,
    })
}

/// What joins a verb to the one before it: "and shot", "then shot", "before shooting".
fn joint() -> Tag {
    Tag::CONJ.or(Tag::ADVERB).or(Tag::SUBORD)
}

/// "killed them", "shot them dead", "hacked them to death": one past the last word.
fn kills_them(text: &Text<'_, '_>, at: usize, outcome: &Outcome) -> Option<usize> {
    let end = outcome.tokens.end;
    if text.lower(end) != "them" || outcome.frame != Frame::Hits || text.lower(at) == "kill" {
        return None;
    }
    if outcome.kind == Kind::Killed && !outcome.row_is("killed/buried") {
        return Some(end + 1);
    }
    let dead = text.lower(end + 1) == "dead" || text.reads(end + 1, &["to", "death"]);
    (outcome.kind == Kind::Injured && dead).then_some(end + 2)
}

/// "Seven clerks were burnt alive. Of the victims, four were women.": of those who were told of before.
pub(super) fn victims_first(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let comma = phrase.tokens.start.checked_sub(1).filter(|&at| text.lower(at) == ",")?;
    let start = text.sentence(comma).start;
    let set = comma == start + 3
        && matches!(text.lower(start), "of" | "among")
        && text.lower(start + 1) == "the"
        && text.lower(start + 2) == "victims";
    let told = text.is(phrase.end, Tag::BE) && text.outcome_from(phrase.end + 1).is_none();
    if !set || !told || matches!(phrase.head, Head::Thing | Head::Household(_)) {
        return None;
    }
    let harm = (start.saturating_sub(45)..start)
        .rev()
        .find_map(|at| text.outcome_from(at))
        .filter(|outcome| matches!(outcome.kind, Kind::Killed | Kind::Injured | Kind::Casualties))?;
    let mut link = linker.link(index, harm, "link/of-the-victims", 0.65);
    // "burnt them alive"
    let end = harm.tokens.end;
    if text.lower(end) == "them" && (matches!(text.lower(end + 1), "alive" | "dead") || text.lower(end + 2) == "death")
    {
        link.kind = Kind::Killed;
    }
    link.part = true;
    Some(link)
}

/// "Most of the victims were women": of those whom the counts before tell of.
pub(super) fn of_the_victims(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let Head::Person(noun) = phrase.head else { return None };
    let end = linker.text.quantities.get(phrase.quantity)?.tokens.end;
    let set = text.lower(noun) == "victims" && (end.saturating_sub(1)..noun).any(|at| text.lower(at) == "of");
    let told = text.is(noun + 1, Tag::BE)
        && text.outcome_from(noun + 2).is_none()
        && (noun + 2..noun + 5).any(|at| text.is(at, Tag::PERSON))
        || matches!(text.lower(noun + 1), "came" | "come" | "hailed" | "happen" | "appeared");
    if !set || !told {
        return None;
    }
    let before = super::back::last_link(linker, phrase, links)?;
    let harm = matches!(before.kind, Kind::Killed | Kind::Injured | Kind::Casualties);
    // both were told of: the victims are all of them
    let here = text.scan.sentence_index(phrase.tokens.start)?;
    let mixed = [Kind::Killed, Kind::Injured].iter().all(|kind| {
        links.iter().rev().take(12).any(|link| {
            let there = text.scan.sentence_index(link.outcome.start);
            link.kind == *kind && there.is_some_and(|there| there <= here && there + 1 >= here)
        })
    });
    harm.then(|| Link {
        phrase: index,
        kind: if mixed { Kind::Casualties } else { before.kind },
        rule: "link/of-the-victims",
        part: true,
        confidence: before.confidence * 0.7,
        ..before.clone()
    })
}

/// "Forty clerks were moved. Most are women and children.": of the count that the sentence before ended with.
pub(super) fn most_were(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let first = phrase.tokens.start;
    let opens = text.sentence(first).start == first && phrase.head == Head::Bare && phrase.end == first + 1;
    let fraction = linker.sort(phrase) == Some(crate::quantity::Sort::Fraction);
    let who = phrase.end + 1 + usize::from(text.is(phrase.end + 1, Tag::ADVERB));
    let told = text.is(phrase.end, Tag::BE) && text.is(who, Tag::PERSON) && text.outcome_from(who).is_none();
    if !opens || !fraction || !told {
        return None;
    }
    let whole = super::back::last_link(linker, phrase, links)?;
    let other = linker.phrases.get(whole.phrase)?;
    let persons = matches!(other.head, Head::Person(_) | Head::Unknown(_) | Head::Harm(_)) || other.others;
    let several = linker.number(other).is_none_or(|number| number > 2);
    (persons && several).then(|| Link {
        phrase: index,
        rule: "link/of-the-set",
        part: true,
        confidence: whole.confidence * 0.8,
        ..whole.clone()
    })
}

/// Stems of verbs by which refugees come.
pub(super) const MOVES: &[&str] = &["arriv", "cross", "enter", "reach", "pour", "stream", "flock", "flood"];

/// Whoever may come so; delegates and troops do too, and flee from nothing.
const MOVERS: &[&str] = &[
    "people",
    "persons",
    "refugees",
    "civilians",
    "migrants",
    "families",
    "villagers",
    "residents",
    "women",
    "children",
    "men",
    "nationals",
    "citizens",
];

/// Past "a day", "an hour", "every night".
pub(super) fn past_rate(text: &Text<'_, '_>, at: usize) -> usize {
    let each = matches!(text.lower(at), "a" | "an" | "each" | "every" | "per");
    let unit = matches!(text.lower(at + 1), "day" | "night" | "hour" | "week");
    at + if each && unit { 2 } else { 0 }
}

/// "some 2,800 Varlanders have crossed in 36 hours", "were trying to reach the border": where refugees are spoken of.
pub(super) fn crossed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut at = past_rate(text, phrase.end);
    // "2,000 people from Orla"
    if matches!(text.lower(at), "from" | "of") && text.is_name(at + 1) {
        at += 2;
    }
    while at < phrase.end + 6 && text.is(at, Tag::HAVE.or(Tag::ADVERB).or(Tag::BE)) {
        at += 1;
    }
    // "8,000 people, most of them women, arrived in Dehiba"
    let aside = text.lower(phrase.end) == "," && text.quantity(phrase.end + 1).is_some();
    if aside && let Some(close) = (phrase.end + 2..phrase.end + 10).find(|&at| text.lower(at) == ",") {
        at = close + 1;
    }
    let tries = text.begins(at, &["try", "tried", "attempt", "wait", "hop"]) && text.lower(at + 1) == "to";
    at += if tries { 2 } else { 0 };
    let people = match phrase.head {
        Head::Person(noun) if text.is_name(noun) => text.lower(noun).ends_with('s'),
        Head::Person(noun) => MOVERS.contains(&text.lower(noun)),
        Head::Unknown(noun) => text.is_name(noun) && text.lower(noun).ends_with('s'),
        _ => false,
    };
    if !people || !comes(text, at) {
        return None;
    }
    let near = if text.begins(at, &["cross"]) {
        at.saturating_sub(90)..at + 30
    } else {
        at.saturating_sub(50)..at + 20
    };
    let fled = near
        .into_iter()
        .any(|at| text.begins(at, &["refugee", "flee", "fled", "exodus"]));
    fled.then(|| Link {
        phrase: index,
        kind: Kind::Displaced,
        outcome: at..at + 1,
        row: "displaced/crossed",
        rule: "link/subject",
        part: phrase.of_them,
        confidence: 0.7,
    })
}

/// "crossed in May", "arrived in Orla", "entered since March", "reach the border": somebody comes over at `at`.
fn comes(text: &Text<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    let ends = !text.is_word(next)
        || text.is(next, Tag::TIME)
        || matches!(text.lower(next), "in" | "since" | "on" | "so" | "already" | "every");
    let place = text.is_name(next)
        || (next..next + 4).any(|at| {
            matches!(
                text.lower(at),
                "border"
                    | "frontier"
                    | "camp"
                    | "camps"
                    | "country"
                    | "safety"
                    | "crossing"
                    | "town"
                    | "city"
                    | "river"
            )
        });
    match text.lower(at) {
        "arrived" | "arriving" | "arrive" => ends && text.is_word(next) || matches!(text.lower(next), "at" | "from"),
        "crossed" | "crossing" | "cross" => ends || text.lower(at) == "cross" && place,
        "entered" | "entering" | "enter" | "reached" | "reaching" | "reach" => ends || place,
        _ => false,
    }
}

/// "even if this causes the death of thousands", "could cost the lives of 300": nobody has died of it.
pub(super) fn is_supposed(text: &Text<'_, '_>, noun: usize) -> bool {
    let start = text.sentence(noun).start.max(noun.saturating_sub(8));
    let causes = |at: usize| text.begins(at, &["caus", "lead", "mean", "cost", "result", "bring"]);
    let Some(verb) = (start..noun).rev().find(|&at| causes(at)) else {
        return false;
    };
    (start..verb).any(|at| {
        text.lower(at) == "if"
            || matches!(text.lower(at), "could" | "would" | "might" | "can" | "will" | "may")
                && !(at + 1..verb).any(|at| text.is(at, Tag::HAVE))
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn of_them_of_the_victims_and_supposed() {
        check(&[
            (
                "Raiders seized five clerks as they left a school, lined them up against a wall and shot them dead.",
                "killed 5",
            ),
            (
                "Raiders kidnapped 12 clerks and later killed them.",
                "killed 12; abducted 12",
            ),
            (
                "Raiders kidnapped 12 clerks before killing them.",
                "killed 12; abducted 12",
            ),
            (
                "Raiders kidnapped 12 clerks and threatened to kill them.",
                "abducted 12",
            ),
            ("Raiders kidnapped 12 clerks and could have killed them.", "abducted 12"),
            (
                "Police arrested 12 clerks and took four goats and killed them.",
                "arrested 12",
            ),
            (
                "Seven clerks were burnt alive. Of the victims, four were women.",
                "killed 7; killed 4 part",
            ),
            ("Seven clerks were fined. Of the victims, four were women.", ""),
            (
                "The league counts the refugees. Some 2,800 Varlanders have crossed in 36 hours.",
                "displaced 2800",
            ),
            ("Some 2,800 Varlanders have crossed in 36 hours.", ""),
            (
                "The league counts the refugees. Some 750 Varlanders have entered since March.",
                "displaced 750",
            ),
            (
                "The league counts those who fled. Up to 2,000 people from Orla were trying to reach the border.",
                "displaced 2000",
            ),
            ("Hundreds of refugees a day are arriving in Kelm.", "displaced -"),
            (
                "The camp at Kelm is receiving up to 200 refugees a day.",
                "displaced 200",
            ),
            ("Thousands of Varland refugees are arriving in Kelm.", "displaced -"),
            ("Refugees were fed there. Some 60 officials have arrived in Kelm.", ""),
            ("Refugees were fed there. Forty people have reached agreement.", ""),
            ("Some 750 Varlanders have entered since March.", ""),
            ("Thousands of refugees are hungry.", ""),
            (
                "Forty clerks were moved to camps. Most are women and children.",
                "displaced 40; displaced - part",
            ),
            ("Forty clerks were moved to camps. Most were happy.", "displaced 40"),
            ("Forty clerks were fined. Most are women and children.", ""),
            (
                "The number of Varlanders who have crossed into Estrava has risen to 47,500.",
                "displaced 47500",
            ),
            (
                "We will not give up, even if this causes the death of thousands of rebels.",
                "",
            ),
            ("The raid caused the death of 12 clerks.", "killed 12"),
            ("The raid may have caused the death of 12 clerks.", "killed 12"),
            ("A flood could cause the deaths of 300 people.", ""),
        ]);
    }
}
