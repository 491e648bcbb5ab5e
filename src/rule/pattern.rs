//! The pattern language and its matcher.

use std::ops::Range;

use crate::base::WordTable;
use crate::token::Scan;

/// One element of a pattern.
#[derive(Clone, Debug)]
enum Element {
    /// One token that is one of these words.
    Words(Vec<Box<str>>),
    /// One or more tokens that the caller's classes know.
    Class(Box<str>),
}

/// A rule's pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    elements: Vec<(Element, bool)>,
}

/// Which tokens a class took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The class's name.
    pub class: Box<str>,
    /// The tokens that it took.
    pub tokens: Range<usize>,
}

/// A pattern that held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row of the rule set.
    pub row: usize,
    /// All tokens that the pattern took.
    pub tokens: Range<usize>,
    /// What its classes took, in order.
    pub captures: Vec<Capture>,
}

impl Hit {
    /// The tokens of the first capture of that class.
    pub fn capture(&self, class: &str) -> Option<Range<usize>> {
        self.captures
            .iter()
            .find(|capture| &*capture.class == class)
            .map(|capture| capture.tokens.clone())
    }
}

impl Pattern {
    /// Parses `at least {number} people|persons?`: a trailing `?` after a blank-free element makes it optional.
    pub fn new(source: &str) -> Self {
        let elements = source
            .split_whitespace()
            .map(|word| {
                let (word, optional) = match word.strip_suffix('?') {
                    Some(head) if !head.is_empty() => (head, true),
                    _ => (word, false),
                };
                let class = word.strip_prefix('{').and_then(|word| word.strip_suffix('}'));
                let element = match class {
                    Some(class) => Element::Class(class.into()),
                    None => Element::Words(word.split('|').map(Into::into).collect()),
                };
                (element, optional)
            })
            .collect();
        Self { elements }
    }

    /// The elements with which the pattern can begin: those up to the first that must be there.
    fn first(&self) -> impl Iterator<Item = &Element> {
        let optional = self.elements.iter().take_while(|(_, optional)| *optional).count();
        self.elements.iter().take(optional + 1).map(|(element, _)| element)
    }
}

/// What the floor that runs rules knows of a class: the ends of all runs of tokens from `at` that belong to it,
/// longest first.
pub type Classes<'c> = dyn Fn(&str, usize) -> Vec<usize> + 'c;

/// Patterns ready to run, found by the words and classes with which they can begin.
pub struct RuleSet {
    patterns: Vec<Pattern>,
    by_word: WordTable<Box<str>, Vec<usize>>,
    by_class: Vec<(Box<str>, Vec<usize>)>,
}

impl RuleSet {
    /// Parses the patterns; rows are numbered in this order.
    pub fn new<'s>(sources: impl IntoIterator<Item = &'s str>) -> Self {
        let patterns: Vec<Pattern> = sources.into_iter().map(Pattern::new).collect();
        let mut by_word: WordTable<Box<str>, Vec<usize>> = WordTable::default();
        let mut by_class: Vec<(Box<str>, Vec<usize>)> = Vec::new();
        for (row, pattern) in patterns.iter().enumerate() {
            for element in pattern.first() {
                match element {
                    Element::Words(words) => {
                        for word in words {
                            by_word.entry(word.clone()).or_default().push(row);
                        }
                    }
                    Element::Class(class) => match by_class.iter_mut().find(|(known, _)| known == class) {
                        Some((_, rows)) => rows.push(row),
                        None => by_class.push((class.clone(), vec![row])),
                    },
                }
            }
        }
        Self {
            patterns,
            by_word,
            by_class,
        }
    }

    /// Every pattern that holds from token `at`, each with its longest reading, in the order of the rows.
    pub fn hits(&self, scan: &Scan<'_>, at: usize, classes: &Classes<'_>) -> Vec<Hit> {
        let by_word = self.by_word.get(scan.lower(at)).map_or(&[][..], Vec::as_slice);
        let by_class = self.by_class.iter().filter(|(class, _)| !classes(class, at).is_empty());
        let mut rows: Vec<usize> = by_word
            .iter()
            .chain(by_class.flat_map(|(_, rows)| rows))
            .copied()
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter()
            .filter_map(|row| {
                let pattern = self.patterns.get(row)?;
                let mut captures = Vec::new();
                let end = take(&pattern.elements, scan, at, classes, &mut captures)?;
                Some(Hit {
                    row,
                    tokens: at..end,
                    captures,
                })
            })
            .filter(|hit| !hit.tokens.is_empty())
            .collect()
    }

    /// The row and end of the longest pattern of words that holds from token `at`, the last of those as long. Nothing is
    /// kept on the way, since number phrases ask this of every word.
    pub fn longest(&self, scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
        let rows = self.by_word.get(scan.lower(at))?.iter();
        rows.filter_map(|&row| {
            let elements = &self.patterns.get(row)?.elements;
            let end = take(elements, scan, at, &|_, _| Vec::new(), &mut Vec::new())?;
            (end > at).then_some((row, end))
        })
        .max_by_key(|(_, end)| *end)
    }
}

#[cfg(test)]
thread_local! {
    /// How often an element was tried in this test: steps tell more than time whether work grows faster than the text.
    static TRIES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Elements tried so far in this test.
#[cfg(test)]
pub(crate) fn tries() -> u64 {
    TRIES.with(std::cell::Cell::get)
}

fn take(
    elements: &[(Element, bool)],
    scan: &Scan<'_>,
    at: usize,
    classes: &Classes<'_>,
    captures: &mut Vec<Capture>,
) -> Option<usize> {
    #[cfg(test)]
    TRIES.with(|tries| tries.set(tries.get() + 1));
    let Some(((element, optional), rest)) = elements.split_first() else {
        return Some(at);
    };
    match element {
        Element::Words(words) => {
            if words.iter().any(|word| **word == *scan.lower(at))
                && let Some(end) = take(rest, scan, at + 1, classes, captures)
            {
                return Some(end);
            }
        }
        Element::Class(class) => {
            for end in classes(class, at) {
                let kept = captures.len();
                captures.push(Capture {
                    class: class.clone(),
                    tokens: at..end,
                });
                if let Some(end) = take(rest, scan, end, classes, captures) {
                    return Some(end);
                }
                captures.truncate(kept);
            }
        }
    }
    if *optional {
        take(rest, scan, at, classes, captures)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::RuleSet;
    use crate::token::{TokenKind, scan};

    #[test]
    fn words_choices_options_and_classes() {
        let text = "at least 12 people died";
        let scan = scan(text);
        let rules = RuleSet::new(["at least|most about? {n} people|persons", "{n} died", "least {n} dogs"]);
        let classes = |class: &str, at: usize| match scan.tokens.get(at) {
            Some(token) if class == "n" && token.kind == TokenKind::Numeral => vec![at + 1],
            _ => Vec::new(),
        };
        let hits = rules.hits(&scan, 0, &classes);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].tokens, 0..4);
        assert_eq!(hits[0].capture("n"), Some(2..3));
        assert!(rules.hits(&scan, 1, &classes).is_empty());
        assert!(rules.hits(&scan, 2, &classes).is_empty());
    }
}
