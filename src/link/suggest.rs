//! Pairs of entities that may be one: not sure enough to be joined, and so offered to the analyst with the reason.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::body::Body;
use super::entities::{Entities, LinkArticle};
use super::person::PersonName;
use super::sound::{near, skeleton, sound};
use super::told::clean_name;
use crate::entity::{EntityKind, Lexicon, fold};

/// Two entities that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggested {
    /// Place of the one in the list.
    pub a: usize,
    /// Place of the other.
    pub b: usize,
    /// 0 to 1: how likely it is that they are one.
    pub score: f32,
    /// Why, as a sentence without full stop.
    pub reason: String,
}

/// Most entities of one bucket that are compared each with each.
const LARGEST_BUCKET: usize = 60;

/// Most pairs that are offered.
const MOST: usize = 300;

/// Pairs of entities that the rules left apart and that share a family name, letters, words, a spelling or a role.
/// The likeliest first.
pub fn suggest(articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<Suggested> {
    let rows = rows(articles, entities);
    let mut buckets: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        for key in row.keys() {
            buckets.entry(key).or_default().push(at);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() <= LARGEST_BUCKET) {
        for (nth, a) in bucket.iter().enumerate() {
            pairs.extend(bucket.iter().skip(nth + 1).map(|b| (*a.min(b), *a.max(b))));
        }
    }
    let found = pairs.into_iter().filter(|(a, b)| a != b).filter_map(|(a, b)| {
        let (score, reason) = rows.get(a)?.may_be(rows.get(b)?)?;
        Some(Suggested { a, b, score, reason })
    });
    likeliest(found.collect())
}

/// The same for outlets, by their names.
pub fn suggest_outlets(names: &[&str]) -> Vec<Suggested> {
    let plain = |name: &str| -> String {
        let host = name.rsplit("://").next().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        let bare = host.rsplit_once('.').filter(|_| !host.contains(' '));
        fold(bare.map_or(host, |(name, _)| name))
    };
    let small = ["the", "of", "news", "online", "daily"];
    let words = |name: &str| -> BTreeSet<String> {
        let folded = plain(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        words
            .filter(|word| !word.is_empty() && !small.contains(&word.as_str()))
            .collect()
    };
    let all: Vec<(String, BTreeSet<String>)> = names
        .iter()
        .map(|name| {
            let letters = plain(name).chars().filter(|c| c.is_alphanumeric()).collect();
            (letters, words(name))
        })
        .collect();
    let mut found = Vec::new();
    for (a, (letters, words)) in all.iter().enumerate() {
        for (b, (other_letters, other_words)) in all.iter().enumerate().skip(a + 1) {
            let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
            if digits(letters) != digits(other_letters) {
                // "Channel 5" and "Channel 7" are two
                continue;
            }
            let like = strsim::jaro_winkler(letters, other_letters) as f32;
            let same_words = !words.is_empty() && words == other_words;
            let initials = |words: &BTreeSet<String>, letters: &str, name: &str| {
                let first: String = plain(name)
                    .split(|c: char| !c.is_alphanumeric())
                    .filter_map(|word| word.chars().next())
                    .collect();
                words.len() > 1 && letters.len() > 1 && first == letters
            };
            let short = names.get(b).is_some_and(|name| initials(other_words, letters, name))
                || names.get(a).is_some_and(|name| initials(words, other_letters, name));
            let (score, reason) = match () {
                () if same_words => (0.8, "The same words but for small ones"),
                () if short => (0.6, "The letters of one are the initials of the other"),
                () if like > 0.92 && letters.len().min(other_letters.len()) > 4 => (like - 0.2, "Spelt alike"),
                () => continue,
            };
            let reason = reason.to_owned();
            found.push(Suggested { a, b, score, reason });
        }
    }
    likeliest(found)
}

fn likeliest(mut found: Vec<Suggested>) -> Vec<Suggested> {
    found.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    found.truncate(MOST);
    found
}

/// What is compared of one entity.
struct Row<'e> {
    name: &'e str,
    kind: EntityKind,
    person: Option<PersonName>,
    body: Option<Body>,
    /// Titles that stand before its names, folded: "interior minister".
    roles: BTreeSet<String>,
}

fn rows<'e>(articles: &[LinkArticle<'_>], entities: &'e Entities) -> Vec<Row<'e>> {
    let mut roles: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (article, of) in articles.iter().zip(&entities.of) {
        for ((span, kind), entity) in article.mentions.iter().zip(of) {
            if *kind == EntityKind::Person
                && let Some(role) = role_before(article.text, span.start())
            {
                roles.entry(*entity).or_default().insert(role);
            }
        }
    }
    let row = |(at, entity): (usize, &'e super::Entity)| Row {
        name: &entity.canonical,
        kind: entity.kind,
        person: (entity.kind == EntityKind::Person).then(|| PersonName::new(&entity.canonical)),
        body: (entity.kind == EntityKind::Org).then(|| Body::new(&entity.canonical)),
        roles: roles.remove(&at).unwrap_or_default(),
    };
    entities.list.iter().enumerate().map(row).collect()
}

/// The title of two words or more before a name: "interior minister" of "Interior Minister Karl Orlan".
fn role_before(text: &str, start: usize) -> Option<String> {
    let lexicon = Lexicon::get();
    let before = text.get(..start)?.strip_suffix(' ')?;
    let words: Vec<&str> = before.rsplit(' ').take(3).collect();
    let (title, of) = (words.first()?, words.get(1)?);
    let clean = |word: &str| word.chars().all(char::is_alphabetic) && word.len() > 2;
    // the cheap questions first: names are many
    let is_named = of.starts_with(char::is_uppercase) && clean(title) && clean(of);
    let is_role = is_named && lexicon.title(&fold(title)).is_some();
    is_role.then(|| format!("{} {}", fold(of), fold(title)))
}

fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.');
    letters.clone().count() > 1 && letters.clone().count() < 8 && letters.clone().all(char::is_uppercase)
}

/// The first letters of the large words, in the alphabet's order.
fn letters(name: &str) -> String {
    let capitals = name.split([' ', '-']).filter_map(|word| word.chars().next());
    sorted(capitals.filter(|c| c.is_uppercase()))
}

fn sorted(letters: impl Iterator<Item = char>) -> String {
    let mut letters: Vec<char> = letters.collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

impl Row<'_> {
    /// Buckets in which it is compared.
    fn keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::from([format!("same {}", fold(&clean_name(self.name)))]);
        if let Some(person) = &self.person {
            let parts = person.given.iter().chain([&person.last]);
            keys.extend(parts.map(|part| format!("person {}", skeleton(part))));
        }
        if let Some(body) = &self.body {
            keys.extend(body.words.iter().map(|word| format!("body {word}")));
            let key = if is_acronym(self.name) {
                sorted(self.name.chars().filter(|c| c.is_uppercase()))
            } else {
                letters(self.name)
            };
            keys.extend((key.len() > 1).then(|| format!("letters {key}")));
        }
        if matches!(self.kind, EntityKind::Place | EntityKind::Group) {
            keys.insert(format!("{} {}", self.kind.id(), skeleton(&sound(self.name))));
        }
        keys
    }

    /// How likely both are one, and why; `None` where nothing speaks for it.
    fn may_be(&self, other: &Self) -> Option<(f32, String)> {
        if self.kind != other.kind {
            let same = fold(&clean_name(self.name)) == fold(&clean_name(other.name));
            return same.then(|| (0.35, "Written the same, read as two types".to_owned()));
        }
        match (&self.person, &other.person) {
            (Some(a), Some(b)) => self.same_person(other, (a, b)),
            _ => match (&self.body, &other.body) {
                (Some(a), Some(b)) => self.same_body(other, (a, b)),
                _ => self.spelt_alike(other),
            },
        }
    }

    fn same_person(&self, other: &Self, (a, b): (&PersonName, &PersonName)) -> Option<(f32, String)> {
        let role = self.roles.intersection(&other.roles).next();
        let with_role = |score: f32, reason: String| match role {
            Some(role) => (score + 0.15, format!("{reason}; both are called “{role}”")),
            None => (score, reason),
        };
        let all = |name: &PersonName| -> BTreeSet<String> { name.given.iter().chain([&name.last]).cloned().collect() };
        let (all_a, all_b) = (all(a), all(b));
        if all_a == all_b && all_a.len() > 1 {
            return Some(with_role(0.8, "The same names in another order".to_owned()));
        }
        if near(&a.last, &b.last) {
            if a.is_bare() || b.is_bare() {
                let reason = "A family name that more than one person has".to_owned();
                return Some(with_role(0.4, reason));
            }
            let (x, y) = (a.given.first()?, b.given.first()?);
            let initial = x.chars().next() == y.chars().next() && (x.chars().count() == 1 || y.chars().count() == 1);
            let like = strsim::jaro_winkler(x, y) as f32;
            if initial {
                return Some(with_role(
                    0.6,
                    "One family name, one is an initial of the other".to_owned(),
                ));
            }
            if like > 0.78 {
                return Some(with_role(
                    like - 0.2,
                    "One family name, given names spelt alike".to_owned(),
                ));
            }
            return role.map(|role| (0.3, format!("One family name, both are called “{role}”")));
        }
        let like = strsim::jaro_winkler(&a.last, &b.last) as f32;
        let same_given = a.given.first().zip(b.given.first()).is_some_and(|(x, y)| near(x, y));
        // Brenkov and Brenkova are two people
        let feminine = a.last.strip_suffix('a') == Some(&b.last) || b.last.strip_suffix('a') == Some(&a.last);
        if same_given && like > 0.86 && !feminine {
            return Some(with_role(
                like - 0.3,
                "One given name, family names spelt alike".to_owned(),
            ));
        }
        if all_a.len() != all_b.len() && all_a.len().min(all_b.len()) > 1 {
            let within = all_a.is_subset(&all_b) || all_b.is_subset(&all_a);
            return within.then(|| with_role(0.55, "One name is part of the other".to_owned()));
        }
        let bare_part = (a.is_bare() && all_b.contains(&a.last)) || (b.is_bare() && all_a.contains(&b.last));
        bare_part.then(|| with_role(0.35, "One name is part of the other".to_owned()))
    }

    fn same_body(&self, other: &Self, (a, b): (&Body, &Body)) -> Option<(f32, String)> {
        match (is_acronym(self.name), is_acronym(other.name)) {
            (true, true) => return None,
            (true, false) => return acronym_of(self.name, other.name),
            (false, true) => return acronym_of(other.name, self.name),
            (false, false) => {}
        }
        if a.words == b.words {
            let two_countries = a.country.is_some() && b.country.is_some();
            let reason = "The same words, of one the country is not told".to_owned();
            return (!two_countries).then_some((0.45, reason));
        }
        if a.is_part_of(b) || b.is_part_of(a) {
            let (few, many) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
            let generic = if a.words.len() < b.words.len() {
                a.is_generic()
            } else {
                b.is_generic()
            };
            let share = few as f32 / many as f32;
            let score = if generic { share * 0.5 } else { share * 0.75 };
            return (score >= 0.25).then(|| (score, "One name is part of the other".to_owned()));
        }
        if a.country.is_some() && b.country.is_some() && a.country != b.country {
            return None;
        }
        let (core_a, core_b) = (a.core(), b.core());
        let like = strsim::jaro_winkler(&core_a, &core_b) as f32;
        let one_word = |x: &Body, y: &Body| {
            let rest: Vec<&String> = x.words.symmetric_difference(&y.words).collect();
            matches!(rest.as_slice(), [p, q] if near(&sound(p), &sound(q)) || strsim::osa_distance(p, q) == 1)
        };
        (one_word(a, b) && like > 0.8).then(|| (like - 0.25, "Spelt alike".to_owned()))
    }

    fn spelt_alike(&self, other: &Self) -> Option<(f32, String)> {
        let (a, b) = (sound(self.name), sound(other.name));
        let country = |name: &str| Lexicon::get().listed(&fold(name)).is_some();
        if country(self.name) && country(other.name) || a.len().min(b.len()) < 4 {
            return None;
        }
        let like = strsim::jaro_winkler(&a, &b) as f32;
        let close = near(&a, &b) || like > 0.93;
        close.then(|| (like - 0.35, "Spelt alike".to_owned()))
    }
}

/// How likely the letters stand for the name: in its order, or in another, as in translations.
fn acronym_of(acronym: &str, name: &str) -> Option<(f32, String)> {
    let short: String = acronym.chars().filter(|c| c.is_uppercase()).collect();
    let first: String = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    if first == short {
        return Some((0.6, "The letters are the initials of the name".to_owned()));
    }
    let turned = short.chars().count() > 2 && letters(name) == sorted(short.chars());
    turned.then(|| {
        (
            0.4,
            "The letters are the initials of the name in another order".to_owned(),
        )
    })
}
