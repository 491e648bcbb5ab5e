//! Keys of organisations: word order, small words and spelling do not count, the country stands apart.

use std::collections::BTreeSet;

use crate::entity::{EntityKind, Lexicon, fold};

/// Words that say nothing in a body's name.
const SMALL: &[&str] = &[
    "of", "the", "for", "and", "on", "in", "at", "a", "an", "&", "'s", "its", "republic", "country",
];

/// One word for spellings and synonyms in the names of bodies.
const SAME: &[(&str, &str)] = &[
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
    ("internal", "interior"),
    ("external", "foreign"),
    ("dept", "department"),
    ("govt", "government"),
    ("govt.", "government"),
    ("ministries", "ministry"),
    ("depts", "department"),
    ("minister", "ministry"),
    ("rights", "right"),
    ("forces", "force"),
    ("services", "service"),
    ("cooperation", "co-operation"),
];

/// Words for bodies of any sort.
const NAMELESS: &[&str] = &[
    "organization",
    "group",
    "mission",
    "agency",
    "ministry",
    "government",
    "committee",
    "body",
    "office",
    "report",
    "statement",
];

/// What a body's name says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Body {
    /// Its words, folded, without small words and country.
    pub(super) words: BTreeSet<String>,
    /// The country or people in its name.
    pub(super) country: Option<&'static str>,
}

impl Body {
    /// Reads a name as a text writes it; well-known acronyms stand for their full names.
    pub(super) fn new(name: &str) -> Self {
        let lexicon = Lexicon::get();
        let name = name.replace(['’', 'ʼ'], "'");
        let listed = lexicon
            .listed(&fold(&name))
            .filter(|listed| listed.kind == EntityKind::Org);
        let full = listed.map_or(name.as_str(), |listed| listed.canonical);
        let words: Vec<String> = full
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '"' | '“' | '”'))
            .map(|word| fold(word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'')))
            .filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str()))
            .collect();
        let mut body = Self::default();
        let alone = words.len() == 1;
        let mut at = 0;
        while at < words.len() {
            at += body.take(&words, at, alone);
        }
        body.drop_affairs();
        body
    }

    /// Takes the next word, or two that name a country; gives how many.
    fn take(&mut self, words: &[String], at: usize, alone: bool) -> usize {
        let lexicon = Lexicon::get();
        let Some(word) = words.get(at) else {
            return 1;
        };
        for (length, phrase) in [
            (2, words.get(at..at + 2).map(|two| two.join(" "))),
            (1, Some(word.clone())),
        ] {
            let listed = phrase.and_then(|phrase| lexicon.listed(&phrase));
            if let Some(listed) =
                listed.filter(|listed| listed.kind == EntityKind::Place || listed.kind == EntityKind::Group)
                && !alone
                && self.country.is_none()
                && words.len() > length
            {
                self.country = Some(listed.canonical);
                return length;
            }
        }
        let same = SAME
            .iter()
            .find(|(from, _)| from == word)
            .map_or(word.as_str(), |(_, to)| to);
        self.words.insert(same.to_owned());
        1
    }

    /// "Ministry of Internal Affairs" is the interior ministry.
    fn drop_affairs(&mut self) {
        if self.words.contains("ministry") && (self.words.contains("interior") || self.words.contains("foreign")) {
            self.words.remove("affairs");
        }
    }

    /// The words as one string.
    pub(super) fn core(&self) -> String {
        self.words.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// True where the other body's name has all these words and more, and the countries do not differ.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        self.words.len() < other.words.len()
            && self.words.is_subset(&other.words)
            && (self.country.is_none() || other.country.is_none() || self.country == other.country)
    }

    /// True where nothing but words of bodies stands in it ("Security Council"): any country can have one.
    pub(super) fn is_generic(&self) -> bool {
        let lexicon = Lexicon::get();
        self.words.iter().all(|word| {
            let part = lexicon.body(word);
            part.head || part.tail || lexicon.is_common(word) || lexicon.title(word).is_some()
        })
    }
}

/// True for words that say of a body what it is but not which: "the organisation", "the Mission".
pub fn is_nameless(words: &str) -> bool {
    let body = Body::new(words);
    let is_one = body.words.len() == 1 && body.country.is_none();
    is_one && body.words.iter().any(|word| NAMELESS.contains(&word.as_str()))
}

/// The country or people in a body's name: that of "Norway's government" and of "the Norwegian government" alike.
pub fn land_of(name: &str) -> Option<&'static str> {
    Body::new(name).country
}

#[cfg(test)]
mod tests {
    use super::Body;

    #[test]
    fn names_of_one_body_meet() {
        for (a, b) in [
            ("Interior Ministry", "the Ministry of the Interior"),
            ("Ministry of Internal Affairs", "Interior Ministry"),
            ("Kazakh Interior Ministry", "Ministry of the Interior of Kazakhstan"),
            ("Ministry of Defence", "Defense Ministry"),
            ("CSTO", "Organization of the Collective Security Treaty"),
            ("UN", "United Nations"),
            ("Lawyers’ Circle", "Circle of Lawyers"),
        ] {
            assert_eq!(Body::new(a), Body::new(b), "{a} / {b}");
        }
    }

    #[test]
    fn names_of_two_bodies_do_not() {
        for (a, b) in [
            ("Interior Ministry", "Foreign Ministry"),
            ("Russian Defense Ministry", "Ministry of Defense of Kyrgyzstan"),
            ("Square Committee", "Market Committee"),
            ("National Guard", "Coast Guard"),
        ] {
            assert_ne!(Body::new(a), Body::new(b), "{a} / {b}");
        }
    }
}
