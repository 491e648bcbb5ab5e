//! Keys of speakers: one line in a chart for all the ways in which articles name who vouches for a figure.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::body::Body;
use super::person::PersonName;
use super::sound::near;
use crate::entity::{EntityKind, Lexicon, Title, fold};

/// Words that say that somebody speaks for a body, and words that add nothing.
const SPEAKING: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokesmen",
    "officials",
    "official",
    "statement",
    "report",
    "press",
    "service",
    "authorities",
    "source",
    "sources",
    "representative",
    "website",
    "a",
    "an",
    "the",
    "its",
    "their",
    "his",
    "from",
    "by",
    "at",
    "in",
    "local",
    "some",
    "one",
    "two",
    "three",
    "four",
    "five",
    "several",
    "many",
    "other",
    "others",
    "another",
];

/// A speaker as far as the words tell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Speaker {
    Person(PersonName),
    Body(Body),
}

impl Speaker {
    fn new(words: &str) -> Self {
        let lexicon = Lexicon::get();
        let body = Body::new(words);
        let is_body = body.words.iter().any(|word| {
            let part = lexicon.body(word);
            part.head || part.tail
        }) || lexicon.listed(&fold(words)).is_some();
        let tokens: Vec<&str> = words.split_whitespace().collect();
        let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        let named = tokens.last().is_some_and(|last| {
            capital(last) && lexicon.title(&fold(last)).is_none() && lexicon.listed(&fold(last)).is_none()
        });
        // "the mayor of Orla" is not called Orla
        let office = tokens.windows(2).any(|two| match two {
            [title, of] => *of == "of" && lexicon.title(&fold(title)).is_some(),
            _ => false,
        });
        if !is_body && named && !office {
            return Self::Person(person(&tokens));
        }
        let mut plain = body;
        let rest: BTreeSet<String> = plain
            .words
            .iter()
            .filter(|word| !SPEAKING.contains(&word.as_str()))
            .cloned()
            .collect();
        if !rest.is_empty() {
            plain.words = rest;
        }
        Self::Body(plain)
    }

    fn key(&self) -> String {
        match self {
            Self::Person(name) => {
                let mut parts = name.given.clone();
                parts.push(name.last.clone());
                format!("person:{}", parts.join(" "))
            }
            Self::Body(body) => match body.country {
                Some(country) => format!("body:{}@{country}", body.core()),
                None => format!("body:{}", body.core()),
            },
        }
    }
}

/// The name at the end of "Kazakh President Kassym-Jomart Tokayev": what stands after the last title or people.
fn person(tokens: &[&str]) -> PersonName {
    let lexicon = Lexicon::get();
    let start = tokens
        .iter()
        .rposition(|word| {
            let folded = fold(word);
            let small = word.chars().next().is_some_and(char::is_lowercase)
                && !matches!(folded.as_str(), "al" | "bin" | "von" | "de" | "der" | "van");
            matches!(lexicon.title(&folded), Some(Title::Noun | Title::Both))
                || lexicon
                    .listed(&folded)
                    .is_some_and(|listed| listed.kind == EntityKind::Group)
                || (small && !folded.contains('-'))
        })
        .map_or(0, |at| at + 1);
    PersonName::new(&tokens.get(start..).unwrap_or_default().join(" "))
}

/// The key of one speaker by its words alone: "Interior Ministry" and "the Ministry of the Interior" have one. Where
/// many speakers are at hand, [`speaker_keys`] also joins names with and without country or given name.
pub fn speaker_key(words: &str) -> String {
    Speaker::new(words.trim()).key()
}

/// True where the words of two articles can mean one speaker: a country or a given name that only one of them has does
/// not count.
pub fn same_speaker(a: &str, b: &str) -> bool {
    match (Speaker::new(a.trim()), Speaker::new(b.trim())) {
        (Speaker::Person(a), Speaker::Person(b)) => {
            if a.is_bare() || b.is_bare() {
                near(&a.last, &b.last)
            } else {
                a.meets(&b)
            }
        }
        (Speaker::Body(a), Speaker::Body(b)) => {
            a.words == b.words && (a.country.is_none() || b.country.is_none() || a.country == b.country)
        }
        _ => false,
    }
}

/// Keys of many speakers, by their place: equal keys are one line of a chart. A name without country or given name
/// takes the key of the only fuller name among them.
pub fn speaker_keys<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<Arc<str>> {
    // of many speakers few are named in a way that no other is
    let mut distinct: Vec<Speaker> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut place = |words: &'a str| {
        *places.entry(words.trim()).or_insert_with_key(|words| {
            distinct.push(Speaker::new(words));
            distinct.len() - 1
        })
    };
    let all: Vec<usize> = all.into_iter().map(&mut place).collect();
    let mut fuller: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for speaker in &distinct {
        match speaker {
            Speaker::Body(body) if body.country.is_some() => {
                fuller
                    .entry(format!("body:{}", body.core()))
                    .or_default()
                    .insert(speaker.key());
            }
            Speaker::Person(name) if !name.is_bare() => {
                fuller
                    .entry(format!("person:{}", name.last))
                    .or_default()
                    .insert(speaker.key());
            }
            _ => {}
        }
    }
    let key = |speaker: &Speaker| {
        let key = speaker.key();
        match fuller.get(&key) {
            Some(full) if full.len() == 1 => full.first().cloned().unwrap_or(key),
            _ => key,
        }
    };
    let keys: Vec<Arc<str>> = distinct.iter().map(|speaker| key(speaker).into()).collect();
    let keys = all.into_iter().map(|at| keys.get(at).cloned().unwrap_or_default());
    keys.collect()
}

#[cfg(test)]
mod tests {
    use super::{same_speaker, speaker_key, speaker_keys};

    #[test]
    fn ways_to_name_one_speaker_meet() {
        for (a, b) in [
            ("Interior Ministry", "the Ministry of the Interior"),
            ("the interior ministry", "Interior Ministry"),
            ("an Interior Ministry spokesman", "the Ministry of the Interior"),
            ("President Tokayev", "Tokáyev"),
        ] {
            assert_eq!(speaker_key(a), speaker_key(b), "{a} / {b}");
        }
        for (a, b) in [
            ("Interior Ministry", "Kazakh Interior Ministry"),
            ("Masimov", "Karim Masímov"),
            ("Karim Massimov", "former chief Karim Masimov"),
            ("police", "the police"),
        ] {
            assert!(same_speaker(a, b), "{a} / {b}: {} {}", speaker_key(a), speaker_key(b));
        }
    }

    #[test]
    fn two_speakers_do_not() {
        for (a, b) in [
            ("Interior Ministry", "Health Ministry"),
            ("Russian Defense Ministry", "Kazakh Defense Ministry"),
            ("Halvar Brenk", "Oskar Brenk"),
            ("police", "protesters"),
            ("state television", "state radio"),
            ("Square Committee", "Square"),
            ("activists", "officials"),
            ("United Nations", "United States"),
            ("the mayor of Orla", "Karl Orla"),
            ("the mayor of Orla", "the mayor of Calder"),
        ] {
            assert!(!same_speaker(a, b), "{a} / {b}: {} {}", speaker_key(a), speaker_key(b));
        }
    }

    #[test]
    fn names_without_country_join_the_only_one_with() {
        let keys = speaker_keys([
            "Interior Ministry",
            "Kazakh Interior Ministry",
            "the Ministry of the Interior",
            "police",
        ]);
        assert_eq!(keys[0], keys[1]);
        assert_eq!(keys[1], keys[2]);
        assert_ne!(keys[0], keys[3]);
        let keys = speaker_keys([
            "Defense Ministry",
            "Russian Defense Ministry",
            "Georgian Defense Ministry",
        ]);
        assert_ne!(keys[0], keys[1]);
        assert_ne!(keys[1], keys[2]);
    }
}
