//! Keys of persons: given names and family name by sound, titles dropped.

use super::sound::{near, sound};
use crate::entity::{Lexicon, fold};

/// Small words of names that spellings drop or add.
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "von", "van", "der", "den", "de", "la", "di", "da", "du", "abu",
];

/// A person's name as keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PersonName {
    /// Sounds of the names before the last.
    pub(super) given: Vec<String>,
    /// Sound of the last name.
    pub(super) last: String,
}

impl PersonName {
    /// Reads a name as a text writes it: titles before it and particles in it do not count, a hyphen joins.
    pub(super) fn new(name: &str) -> Self {
        let lexicon = Lexicon::get();
        let name = name.replace(['’', 'ʼ'], "'");
        let words: Vec<String> = name
            .split_whitespace()
            .map(|word| word.strip_suffix("'s").unwrap_or(word).to_owned())
            .collect();
        let skip = words
            .iter()
            .take_while(|word| lexicon.title(&fold(word)).is_some())
            .count();
        let skip = if skip >= words.len() { 0 } else { skip };
        let mut sounds: Vec<String> = words
            .iter()
            .skip(skip)
            .map(|word| fold(word))
            .map(|word| {
                word.strip_prefix("al-")
                    .or_else(|| word.strip_prefix("el-"))
                    .map_or_else(|| word.clone(), str::to_owned)
            })
            .filter(|word| !PARTICLES.contains(&word.as_str()))
            .map(|word| sound(&word))
            .filter(|word| !word.is_empty())
            .collect();
        let last = sounds.pop().unwrap_or_default();
        Self { given: sounds, last }
    }

    /// True for a family name alone.
    pub(super) fn is_bare(&self) -> bool {
        self.given.is_empty()
    }

    /// True where both can be one person's full names: last names near, first names near or initials of each other.
    pub(super) fn meets(&self, other: &Self) -> bool {
        if !near(&self.last, &other.last) {
            return false;
        }
        let (Some(a), Some(b)) = (self.given.first(), other.given.first()) else {
            return false;
        };
        let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
        near(a, b) || initial(a, b) || initial(b, a) || strsim::jaro_winkler(a, b) > 0.9
    }
}

#[cfg(test)]
mod tests {
    use super::PersonName;

    #[track_caller]
    fn check(a: &str, b: &str, meet: bool) {
        assert_eq!(PersonName::new(a).meets(&PersonName::new(b)), meet, "{a} / {b}");
    }

    #[test]
    fn spellings_meet() {
        check("Kassym-Jomart Tokayev", "Kasim-Zhomart Tokáyev", true);
        check("Karim Masimov", "Karim Kajymkanouli Massimov", true);
        check("President Halvar Brenk", "H. Brenk", true);
        check("Moammar Gadhafi", "Muammar Gaddafi", true);
        check("Bashar al-Assad", "Bashar Assad", true);
    }

    #[test]
    fn persons_of_one_family_do_not() {
        check("Halvar Brenk", "Oskar Brenk", false);
        check("Halvar Brenk", "Halvar Brandt", false);
        check("Bashar al-Assad", "Hafez al-Assad", false);
        check("Hillary Clinton", "Bill Clinton", false);
    }
}
