//! What narrows a total without naming a place: a hospital that counts what comes to it, "in the city", "in custody".

use std::borrow::Cow;

use super::figure::LinkedFigure;
use crate::claim::Kind;
use crate::entity::folded;

/// Speakers who count what comes to them or what they see, not the whole story.
const LOCAL: &[&str] = &[
    "hospital",
    "clinic",
    "morgue",
    "ward",
    "doctor",
    "doctors",
    "nurse",
    "nurses",
    "medic",
    "medics",
    "mayor",
    "parish",
    "district",
    "municipality",
    "brigade",
    "prison",
    "city",
    "town",
    "village",
    "county",
    "municipal",
    "provincial",
    "witness",
    "witnesses",
    "eyewitness",
    "eyewitnesses",
    "resident",
    "residents",
    "inhabitant",
    "inhabitants",
    "villager",
    "villagers",
    "locals",
    "elder",
    "elders",
    "family",
    "families",
    "relatives",
];

/// Of them those who are people, not places.
const PEOPLE: &[&str] = &[
    "family",
    "families",
    "relatives",
    "doctors",
    "nurses",
    "medics",
    "residents",
];
/// What people make who count for all.
const LEAGUES: &[&str] = &[
    "committee",
    "association",
    "union",
    "network",
    "federation",
    "syndicate",
];

/// Words that say that a total is of one place, after "in the".
const TOWNS: &[&str] = &[
    "city",
    "capital",
    "town",
    "village",
    "district",
    "quarter",
    "province",
    "region",
    "harbour",
    "harbor",
    "port",
    "suburb",
    "county",
    "governorate",
];
/// Words behind a town that say that nothing else is counted.
const ONLY: &[&str] = &["alone", "only", "itself"];
/// Where people are harmed who are a part of those harmed, after "in".
const HELD: &[&str] = &["custody", "detention", "prison", "jail", "captivity"];
/// Houses to which people are brought.
const HOUSES: &[&str] = &["Hospital", "Clinic", "Infirmary", "Morgue"];
/// Words for bringing people somewhere, and for having them.
const BROUGHT: &[&str] = &[
    "carried", "brought", "taken", "rushed", "admitted", "treated", "received", "arrived", "lie", "lying",
];
/// Words of a house's name, at most.
const NAME_WORDS: usize = 5;

/// What narrows the total. In a sentence that nobody is named for, a hospital or parish may be who counts.
pub(super) fn corner(figure: &LinkedFigure) -> Option<String> {
    let (before, clause) = clauses(figure);
    let words: Vec<&str> = clause.split_whitespace().collect();
    let plain: Vec<Cow<'_, str>> = words.iter().map(|word| folded(word)).collect();
    let speaker = figure.speaker.as_deref();
    let own = || speaker.filter(|speaker| is_local(speaker)).map(str::to_owned);
    let unsaid = || (speaker.is_none() && is_local(clause)).then(|| figure.sentence.clone());
    own()
        .or_else(|| town(&plain))
        .or_else(|| town_alone(before))
        .or_else(|| held(figure.kind, &plain))
        .or_else(|| house(&words))
        .or_else(unsaid)
}

/// What stands before the figure's clause, from the last number on, and the clause.
fn clauses(figure: &LinkedFigure) -> (&str, &str) {
    let sentence = figure.sentence.as_str();
    let Some(at) = sentence.find(&figure.quote) else {
        return ("", "");
    };
    let (head, tail) = sentence.split_at_checked(at).unwrap_or_default();
    let is_bar = |c: char| matches!(c, ',' | ';');
    let start = head.rfind(is_bar).map_or(0, |bar| bar + 1);
    let long = figure.quote.len();
    let end = tail
        .get(long..)
        .and_then(|rest| rest.find(is_bar))
        .map_or(sentence.len(), |bar| at + long + bar);
    let before = head.get(..start).unwrap_or_default();
    let last_number = before.rfind(|c: char| c.is_ascii_digit());
    let before = before.get(last_number.unwrap_or(0)..).unwrap_or_default();
    (before, sentence.get(start..end).unwrap_or_default())
}

/// "in the city".
fn town(words: &[Cow<'_, str>]) -> Option<String> {
    words.windows(3).find_map(|three| match three {
        [before, the, town] if before == "in" && the == "the" => {
            let town = plain(town);
            TOWNS.contains(&town).then(|| format!("the {town}"))
        }
        _ => None,
    })
}

/// "asked for the capital alone": a town to which what follows is kept.
fn town_alone(before: &str) -> Option<String> {
    let words: Vec<Cow<'_, str>> = before.split_whitespace().map(folded).collect();
    words.windows(3).find_map(|three| match three {
        [the, town, only] if the == "the" => {
            let is_only = TOWNS.contains(&town.as_ref()) && ONLY.contains(&plain(only));
            is_only.then(|| format!("the {town}"))
        }
        _ => None,
    })
}

/// "17 deaths in custody": of the dead of a story those who were held. Who is arrested is in custody anyway.
fn held(kind: Kind, words: &[Cow<'_, str>]) -> Option<String> {
    let is_harm = matches!(kind, Kind::Killed | Kind::Injured | Kind::Casualties);
    let found = words.windows(2).find_map(|two| match two {
        [before, held] if before == "in" => Some(plain(held)).filter(|held| HELD.contains(held)),
        _ => None,
    });
    found.filter(|_| is_harm).map(|held| format!("in {held}"))
}

/// "22 injured are carried into Mill Street Hospital": those who came to one house.
fn house(words: &[&str]) -> Option<String> {
    let end = words.iter().position(|word| HOUSES.contains(&plain(word)))?;
    let is_brought = words.iter().any(|word| BROUGHT.contains(&plain(word)));
    let name = words.get(..=end)?.iter().rev();
    let name: Vec<&str> = name
        .take_while(|word| word.starts_with(char::is_uppercase))
        .take(NAME_WORDS)
        .map(|word| plain(word))
        .collect();
    let is_named = is_brought && name.len() > 1;
    is_named.then(|| name.into_iter().rev().collect::<Vec<_>>().join(" "))
}

/// True for a speaker who sees one place only.
pub(super) fn is_local(speaker: &str) -> bool {
    let words = || speaker.split(|c: char| !c.is_alphanumeric()).map(folded);
    // a committee of families counts them all
    let is_league = || words().any(|word| LEAGUES.contains(&word.as_ref()));
    words().any(|word| LOCAL.contains(&word.as_ref()) && !(PEOPLE.contains(&word.as_ref()) && is_league()))
}

fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::corner;
    use crate::claim::Kind;

    /// What narrows the figure in brackets, said by nobody's ministry.
    #[track_caller]
    fn check((kind, speaker): (Kind, &str), marked: &str, expected: Option<&str>) {
        let mut row = crate::link::examples::figure(1, 30, speaker, "2031-05-04");
        let (start, end) = (marked.find("[[").unwrap(), marked.find("]]").unwrap());
        row.kind = kind;
        row.quote = marked.get(start + 2..end).unwrap().to_owned();
        row.sentence = marked.replace("[[", "").replace("]]", "");
        assert_eq!(corner(&row).as_deref(), expected, "{marked}");
    }

    #[test]
    fn totals_that_are_narrower_than_the_story() {
        use Kind::{Arrested, Injured, Killed};
        for (kind, speaker, marked, expected) in [
            (Killed, "Mill Hospital", "It had [[30 dead]].", "Mill Hospital"),
            (
                Killed,
                "police",
                "Police counted [[30 dead]] in the harbour.",
                "the harbour",
            ),
            (
                Arrested,
                "police",
                "The police, asked for the capital alone, spoke of [[30]].",
                "the capital",
            ),
            (
                Killed,
                "a rights group",
                "It has checked [[30 deaths]] in custody.",
                "in custody",
            ),
            (
                Injured,
                "Rehn",
                "Rehn speaks of arrests, and [[30 injured]] are carried into Mill Street Hospital.",
                "Mill Street Hospital",
            ),
            (Killed, "", "The mayor has [[30 dead]].", "The mayor has 30 dead."),
        ] {
            check((kind, speaker), marked, Some(expected));
        }
    }

    #[test]
    fn totals_of_the_whole_story() {
        use Kind::{Arrested, Injured, Killed};
        for (kind, speaker, marked) in [
            (Killed, "police", "Police counted [[30 dead]]."),
            (Arrested, "police", "[[30 people]] were in custody."),
            (
                Arrested,
                "police",
                "The police held [[30]], 12 of them in the capital alone.",
            ),
            (
                Arrested,
                "police",
                "In the capital alone 12 were held, but [[30]] in all.",
            ),
            (
                Injured,
                "Rehn",
                "Rehn said at Mill Street Hospital that [[30]] were hurt.",
            ),
            (Injured, "Rehn", "[[30 injured]] were brought into hospitals."),
            (
                Arrested,
                "",
                "Police held Brenk, a municipal councillor, which takes the total to [[30]].",
            ),
            (Killed, "police", "Words that do not hold the number [[]]."),
        ] {
            check((kind, speaker), marked, None);
        }
    }
}
