//! The embedded word lists and how they are looked up.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::EntityKind;
use super::facts::{self, Fact, Facts};
use crate::base::{WordSet, WordTable};

const COUNTRIES: &str = include_str!("../../assets/words/countries.tsv");
const REGIONS: &str = include_str!("../../assets/words/regions.tsv");
const GROUPS: &str = include_str!("../../assets/words/groups.txt");
const ORGS: &str = include_str!("../../assets/words/orgs.tsv");
const TITLES: &str = include_str!("../../assets/words/titles.txt");
const BODIES: &str = include_str!("../../assets/words/bodies.tsv");
const GEOGRAPHY: &str = include_str!("../../assets/words/geography.tsv");
const COMMON: &str = include_str!("../../assets/words/common.txt");
/// Sorted by bytes: looked up in place.
const CITIES: &str = include_str!("../../assets/words/cities.tsv");
/// Sorted by bytes: looked up in place.
const GIVEN: &str = include_str!("../../assets/words/given.txt");
/// Sorted by bytes: looked up in place.
const NAMES: &str = include_str!("../../assets/words/names.txt");

/// What a list knows of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it names.
    pub kind: EntityKind,
    /// The name that all spellings of it share: "United States" for "US", "Kazakhstan" for "Kazakhs" (see [`EntityKind`]).
    pub canonical: &'static str,
    /// As the list writes it.
    pub written: &'static str,
    /// True for acronyms, which count in capitals only.
    pub capitals_only: bool,
}

/// Part that a word can play in the name of a body or a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// A name can begin with it and go on with "of".
    pub head: bool,
    /// A name can end with it.
    pub tail: bool,
    /// In lower case beside a name it says what the name is.
    pub noun: bool,
}

/// What a word is before a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// "President", "spokesman", "Mr".
    Noun,
    /// Leads up to a noun: "Deputy", "Foreign".
    Leading,
    /// Both: "Chief", "General".
    Both,
}

/// All short lists, ready to look up.
pub struct Lexicon {
    listed: WordTable<String, Listed>,
    lands: WordSet<&'static str>,
    countries: WordSet<&'static str>,
    titles: WordTable<&'static str, Title>,
    bodies: WordTable<&'static str, Part>,
    geography: WordTable<&'static str, Part>,
    common: WordSet<&'static str>,
}

impl Lexicon {
    /// The one lexicon of the program, built at the first call.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::build)
    }

    /// What the big lists say of single words.
    pub(super) fn big_facts() -> impl Iterator<Item = (&'static str, Facts)> {
        let cities = CITIES.lines().map(|line| {
            let (name, size) = line.split_once('\t').unwrap_or((line, "0"));
            (name, Facts::of_city(size.parse().unwrap_or(0)))
        });
        let given = GIVEN.lines().map(|line| (line, Facts::one(Fact::Given)));
        let names = NAMES.lines().map(|line| (line, Facts::one(Fact::NameWord)));
        cities.chain(given).chain(names)
    }

    fn build() -> Self {
        let mut listed = WordTable::default();
        let lands = rows(REGIONS).chain(rows(COUNTRIES)).map(|row| cell(row, 0));
        let lands = lands.collect();
        for row in rows(ORGS) {
            add(&mut listed, EntityKind::Org, cell(row, 0), [cell(row, 0), cell(row, 1)]);
        }
        for line in rows(GROUPS) {
            add(&mut listed, EntityKind::Group, line, [line, ""]);
        }
        for row in rows(REGIONS) {
            add(&mut listed, EntityKind::Group, cell(row, 0), [cell(row, 1), ""]);
            add(&mut listed, EntityKind::Place, cell(row, 0), [cell(row, 0), ""]);
        }
        for row in rows(COUNTRIES) {
            let name = cell(row, 0);
            add(&mut listed, EntityKind::Group, name, [cell(row, 2), ""]);
            add(&mut listed, EntityKind::Place, name, [name, cell(row, 1)]);
            for capital in cell(row, 3).split('|').filter(|capital| !capital.is_empty()) {
                add(&mut listed, EntityKind::Place, capital, [capital, ""]);
            }
        }
        Self {
            listed,
            lands,
            countries: rows(COUNTRIES).map(|row| cell(row, 0)).collect(),
            titles: titles(),
            bodies: parts(BODIES),
            geography: parts(GEOGRAPHY),
            common: rows(COMMON).flat_map(str::split_whitespace).collect(),
        }
    }

    /// What the short lists know of a name, by its [`fold`]ed words.
    pub fn listed(&self, folded: &str) -> Option<&Listed> {
        self.listed.get(folded)
    }

    /// True for a country or a part of the world, by its [`fold`]ed words.
    pub fn is_land(&self, folded: &str) -> bool {
        self.listed(folded)
            .is_some_and(|listed| self.lands.contains(listed.canonical))
    }

    /// True for a country, by its [`fold`]ed words.
    pub fn is_country(&self, folded: &str) -> bool {
        self.listed(folded)
            .is_some_and(|listed| self.countries.contains(listed.canonical))
    }

    /// What the word is before a person's name.
    pub fn title(&self, lower: &str) -> Option<Title> {
        self.titles.get(lower).copied()
    }

    /// The word's part in names of bodies.
    pub fn body(&self, lower: &str) -> Part {
        self.bodies.get(lower).copied().unwrap_or_default()
    }

    /// The word's part in names of places.
    pub fn geography(&self, lower: &str) -> Part {
        self.geography.get(lower).copied().unwrap_or_default()
    }

    /// What the short lists say of single words.
    pub(super) fn short_facts(&self) -> impl Iterator<Item = (&str, Facts)> {
        let titles = self.titles.iter().map(|(word, title)| (*word, Facts::of_title(*title)));
        let bodies = self.bodies.iter().map(|(word, part)| (*word, Facts::of_body(*part)));
        let places = self
            .geography
            .iter()
            .map(|(word, part)| (*word, Facts::of_place(*part)));
        let common = self.common.iter().map(|word| (*word, Facts::one(Fact::Common)));
        let listed = self.listed.iter().filter(|(words, _)| !words.contains(' '));
        let listed = listed.map(|(word, listed)| (word.as_str(), Facts::of_kind(listed.kind)));
        titles.chain(bodies).chain(places).chain(common).chain(listed)
    }

    /// True for words that begin sentences and name nothing.
    pub fn is_common(&self, lower: &str) -> bool {
        self.common.contains(lower)
    }
}

/// How big the city of that folded name is: 1 small or doubtful, 2 over 100,000 people, 3 over 700,000.
pub(super) fn city(folded: &str) -> Option<u8> {
    Some(facts::of(folded).city()).filter(|size| *size > 0)
}

/// True for a given name of the English-speaking world.
pub(super) fn is_given(folded: &str) -> bool {
    facts::of(folded).has(Fact::Given)
}

/// True for a word of personal names anywhere.
pub(super) fn is_name_word(folded: &str) -> bool {
    facts::of(folded).has(Fact::NameWord)
}

/// Lower case, without accents, apostrophes plain: how lists are asked.
pub fn fold(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    any_ascii::any_ascii(words).to_ascii_lowercase()
}

/// The same of one word, which most often is in such letters already.
pub fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(fold(word))
}

fn add(out: &mut WordTable<String, Listed>, kind: EntityKind, canonical: &'static str, cells: [&'static str; 2]) {
    for written in cells.into_iter().flat_map(|cell| cell.split('|')) {
        if written.is_empty() {
            continue;
        }
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let capitals_only = (2..=4).contains(&letters) && !written.chars().any(char::is_lowercase);
        let row = Listed {
            kind,
            canonical,
            written,
            capitals_only,
        };
        out.insert(fold(written), row);
    }
}

fn titles() -> WordTable<&'static str, Title> {
    let mut out: WordTable<&'static str, Title> = WordTable::default();
    for row in rows(TITLES) {
        let (word, title) = match row.strip_prefix('+') {
            Some(word) => (word, Title::Leading),
            None => (row, Title::Noun),
        };
        out.entry(word)
            .and_modify(|old| {
                if *old != title {
                    *old = Title::Both;
                }
            })
            .or_insert(title);
    }
    out
}

fn parts(list: &'static str) -> WordTable<&'static str, Part> {
    let mut out: WordTable<&'static str, Part> = WordTable::default();
    for row in rows(list) {
        for word in cell(row, 1).split('|') {
            let part = out.entry(word).or_default();
            part.head |= cell(row, 0).contains("head");
            part.tail |= cell(row, 0).contains("tail");
            part.noun |= cell(row, 0).contains("noun");
        }
    }
    out
}

/// The lines of a list without its notes.
fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn cell(row: &str, index: usize) -> &str {
    row.split('\t').nth(index).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{CITIES, GIVEN, Lexicon, NAMES, Title, cell, city, fold, is_given, is_name_word};
    use crate::entity::EntityKind;

    #[test]
    fn big_lists_are_sorted_and_without_doubles() {
        for list in [CITIES, GIVEN, NAMES] {
            let keys: Vec<&str> = list.lines().map(|line| cell(line, 0)).collect();
            assert!(keys.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn lists_answer() {
        let lexicon = Lexicon::get();
        let kind = |words: &str| {
            lexicon
                .listed(&fold(words))
                .map(|listed| (listed.kind, listed.canonical))
        };
        assert_eq!(kind("Kazakhs"), Some((EntityKind::Group, "Kazakhstan")));
        assert_eq!(kind("U.S."), Some((EntityKind::Place, "United States")));
        assert_eq!(kind("Varland"), None);
        assert_eq!(lexicon.title("chief"), Some(Title::Both));
        assert!(lexicon.body("ministry").head);
        assert!(lexicon.geography("province").noun);
        assert!(lexicon.is_common("monday") && !lexicon.is_common("brenk"));
        assert_eq!(city("almaty"), Some(3));
        assert_eq!(city("zzz"), None);
        assert!(is_given("mary") && !is_given("estrava"));
        assert!(is_name_word("tokayev"));
    }
}
