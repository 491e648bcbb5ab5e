//! What the analyst said of names: what words name, which names are one, what an entity is called.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::Span;
use crate::entity::EntityKind;

/// What a name names: an entity of the texts, or the outlet of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameSort {
    /// A name in the texts.
    Name(EntityKind),
    /// Who published an article.
    Outlet,
}

impl NameSort {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Name(EntityKind::Person),
        Self::Name(EntityKind::Org),
        Self::Name(EntityKind::Place),
        Self::Name(EntityKind::Group),
        Self::Outlet,
    ];

    /// The word for it in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name(kind) => kind.id(),
            Self::Outlet => "outlet",
        }
    }

    /// The sort of a word from a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }
}

/// Where something that the analyst said holds. Articles go by their number in the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Wherever the words stand, also in articles that come later.
    Project,
    /// In one article.
    Article(u64),
    /// At one place of one article.
    Mention(u64, Span),
}

impl Reach {
    /// True where it holds at `span` of `article`.
    pub fn holds(self, article: u64, span: Span) -> bool {
        match self {
            Self::Project => true,
            Self::Article(own) => own == article,
            Self::Mention(own, at) => own == article && at == span,
        }
    }

    /// The narrower, the higher: the narrower one wins.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Project => 0,
            Self::Article(_) => 1,
            Self::Mention(..) => 2,
        }
    }
}

/// A name as it is written: what decisions hang on, since entities are worked out anew in every run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameRef {
    /// What it names.
    pub sort: NameSort,
    /// As written, see [`clean_name`].
    pub words: String,
    /// Where.
    pub reach: Reach,
}

/// What a decision is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameAbout {
    /// Whether these words are a name, and of what kind.
    Words(String, Reach),
    /// Whether two names are one entity; the smaller first.
    Pair(NameRef, NameRef),
    /// A name that is taken out of its entity.
    Apart(NameRef),
    /// What the entity of this name is called.
    Called(NameRef),
}

impl NameAbout {
    /// About two names, whichever comes first.
    pub fn pair(a: &NameRef, b: &NameRef) -> Self {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        Self::Pair(a.clone(), b.clone())
    }

    /// The names that it is about.
    pub fn names(&self) -> Vec<&NameRef> {
        match self {
            Self::Words(..) => Vec::new(),
            Self::Pair(a, b) => vec![a, b],
            Self::Apart(name) | Self::Called(name) => vec![name],
        }
    }
}

/// What the analyst said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameSaid {
    /// The words name this; `None`: they are no name.
    Kind(Option<EntityKind>),
    /// They are one, or they are not.
    Same(bool),
    /// It stands for itself.
    Apart,
    /// The entity is called so.
    Called(String),
}

/// All that the analyst said of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamesTold {
    /// By what it is about.
    pub rulings: BTreeMap<NameAbout, NameSaid>,
}

/// Blanks made single, "the" dropped: what is compared.
pub fn clean_name(name: &str) -> String {
    clean_words(name).into_owned()
}

/// The same, as it stands where nothing is to be changed: of many names few have more blanks than words.
pub fn clean_words(name: &str) -> Cow<'_, str> {
    let with_article = name.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
    let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    if !with_article && name.split(' ').all(is_word) {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    Cow::Owned(match words.as_slice() {
        [article, rest @ ..] if !rest.is_empty() && article.eq_ignore_ascii_case("the") => rest.join(" "),
        words => words.join(" "),
    })
}

impl NamesTold {
    /// True where nothing was said.
    pub fn is_empty(&self) -> bool {
        self.rulings.is_empty()
    }

    /// Pairs that the analyst joined (`true`) or rejected (`false`).
    pub fn pairs(&self, same: bool) -> impl Iterator<Item = (&NameRef, &NameRef)> {
        self.rulings
            .iter()
            .filter_map(move |(about, said)| match (about, said) {
                (NameAbout::Pair(a, b), NameSaid::Same(is)) if *is == same => Some((a, b)),
                _ => None,
            })
    }

    /// Names that were taken out, the narrower last.
    pub(super) fn apart(&self) -> Vec<&NameRef> {
        let names = self.rulings.keys().filter_map(|about| match about {
            NameAbout::Apart(name) => Some(name),
            _ => None,
        });
        let mut names: Vec<&NameRef> = names.collect();
        names.sort_by_key(|name| name.reach.rank());
        names
    }

    /// Names with what their entities are called, the narrower last.
    pub fn called(&self) -> Vec<(&NameRef, &str)> {
        let names = self.rulings.iter().filter_map(|(about, said)| match (about, said) {
            (NameAbout::Called(name), NameSaid::Called(words)) => Some((name, words.as_str())),
            _ => None,
        });
        let mut names: Vec<(&NameRef, &str)> = names.collect();
        names.sort_by_key(|(name, _)| name.reach.rank());
        names
    }

    /// Places of one mention each that something was said of.
    pub(super) fn single_mentions(&self) -> BTreeSet<(u64, Span)> {
        let names = self.rulings.keys().flat_map(NameAbout::names);
        names
            .filter_map(|name| match name.reach {
                Reach::Mention(article, span) => Some((article, span)),
                _ => None,
            })
            .collect()
    }

    /// The names of an article under what the analyst said: `found` are the machine's. In order, none over another that
    /// was not so before.
    pub fn marks(&self, text: &str, article: u64, found: &[(Span, EntityKind)]) -> Vec<(Span, EntityKind)> {
        let rulings = self.of_article(text, article);
        if rulings.is_empty() {
            return found.to_vec();
        }
        let said = |words: &str, span: Span| {
            let fits = rulings.iter().filter(|rule| rule.words == words && rule.fits(span));
            fits.max_by_key(|rule| rule.rank).map(|rule| rule.kind)
        };
        let mut marks: Vec<(Span, EntityKind)> = Vec::with_capacity(found.len());
        for (span, kind) in found {
            match said(&clean_name(span.of(text)), *span) {
                Some(None) => {}
                Some(Some(kind)) => marks.push((*span, kind)),
                None => marks.push((*span, *kind)),
            }
        }
        for rule in &rulings {
            let Some(kind) = rule.kind else { continue };
            let places = rule.at.map_or_else(|| occurrences(text, rule.words), |at| vec![at]);
            for span in places {
                if said(rule.words, span) == Some(Some(kind)) {
                    add(&mut marks, (span, kind), rule.at.is_some());
                }
            }
        }
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    fn of_article<'s>(&'s self, text: &str, article: u64) -> Vec<WordRule<'s>> {
        let rulings = self.rulings.iter().filter_map(|(about, said)| {
            let (NameAbout::Words(words, reach), NameSaid::Kind(kind)) = (about, said) else {
                return None;
            };
            let at = match reach {
                Reach::Project => None,
                Reach::Article(own) if *own == article => None,
                Reach::Mention(own, span) if *own == article => Some(settled(text, words, *span)?),
                _ => return None,
            };
            Some(WordRule {
                words,
                kind: *kind,
                at,
                rank: reach.rank(),
            })
        });
        let mut rulings: Vec<WordRule<'_>> = rulings.collect();
        rulings.sort_by_key(|rule| rule.rank);
        rulings
    }
}

/// What was said of words, as it concerns one article.
struct WordRule<'s> {
    words: &'s str,
    kind: Option<EntityKind>,
    /// For one mention: where it stands now.
    at: Option<Span>,
    rank: u8,
}

impl WordRule<'_> {
    fn fits(&self, span: Span) -> bool {
        self.at.is_none_or(|at| at == span || at.holds(span) || span.holds(at))
    }
}

/// Adds a mark. What lies within it goes; within a longer one it is not added, unless it was made `by_hand` just there.
fn add(marks: &mut Vec<(Span, EntityKind)>, new: (Span, EntityKind), by_hand: bool) {
    if marks.iter().any(|(span, _)| *span == new.0) {
        return;
    }
    let in_way = |span: Span| span.meets(new.0) && !new.0.holds(span);
    if !by_hand && marks.iter().any(|(span, _)| in_way(*span)) {
        return;
    }
    marks.retain(|(span, _)| !span.meets(new.0));
    marks.push(new);
}

/// Where words that stood at `span` stand now: there, else where they are nearest to it.
fn settled(text: &str, words: &str, span: Span) -> Option<Span> {
    let there = text.get(span.start()..span.end()).map(clean_name);
    if there.as_deref() == Some(words) {
        return Some(span);
    }
    occurrences(text, words)
        .into_iter()
        .min_by_key(|at| at.start().abs_diff(span.start()))
}

/// Where the words stand as whole words.
fn occurrences(text: &str, words: &str) -> Vec<Span> {
    if words.is_empty() {
        return Vec::new();
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).filter_map(|(at, found)| {
        let end = at + found.len();
        let inside = letter(text.get(..at)?.chars().next_back()) || letter(text.get(end..)?.chars().next());
        (!inside).then(|| Span::new(at, end))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::{EntityKind, NameAbout, NameSaid, NamesTold, Reach, Span, clean_name};

    const TEXT: &str = "Orla Front said Brenk left. Brenk denied it. Brenkov and the Orla Front came in March.";

    fn at(nth: usize, words: &str) -> Span {
        let (start, _) = TEXT.match_indices(words).nth(nth).unwrap();
        Span::new(start, start + words.len())
    }

    /// What the names are under rulings: "Person Brenk@16".
    #[track_caller]
    fn check(rulings: &[(&str, Reach, Option<EntityKind>)], expected: &[&str]) {
        let rulings = rulings
            .iter()
            .map(|(words, reach, kind)| (NameAbout::Words((*words).to_owned(), *reach), NameSaid::Kind(*kind)));
        let told = NamesTold {
            rulings: rulings.collect(),
        };
        let found = [
            (at(0, "Orla"), EntityKind::Place),
            (at(0, "Brenk"), EntityKind::Person),
            (at(0, "March"), EntityKind::Place),
        ];
        let got: Vec<String> = told
            .marks(TEXT, 7, &found)
            .iter()
            .map(|(span, kind)| format!("{} {}@{}", kind.id(), span.of(TEXT), span.start()))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn names_are_clean_without_the_and_with_single_blanks() {
        for (written, clean) in [
            ("Halvar Brenk", "Halvar Brenk"),
            ("the Orla Front", "Orla Front"),
            ("THE\nOrla  Front", "Orla Front"),
            (" Orla Front", "Orla Front"),
            ("Orla\u{a0}Front", "Orla Front"),
            ("Orla Front ", "Orla Front"),
            ("Theo Brenk", "Theo Brenk"),
            ("The", "The"),
            ("the ", "the"),
            ("", ""),
        ] {
            assert_eq!(clean_name(written), clean, "{written:?}");
        }
    }

    #[test]
    fn nothing_said_changes_nothing() {
        check(&[], &["place Orla@0", "person Brenk@16", "place March@80"]);
        check(
            &[("March", Reach::Article(8), None)],
            &["place Orla@0", "person Brenk@16", "place March@80"],
        );
    }

    #[test]
    fn no_name_and_another_kind() {
        check(&[("March", Reach::Project, None)], &["place Orla@0", "person Brenk@16"]);
        check(
            &[("March", Reach::Mention(7, at(0, "March")), None)],
            &["place Orla@0", "person Brenk@16"],
        );
        check(
            &[
                ("Brenk", Reach::Article(7), Some(EntityKind::Org)),
                ("March", Reach::Project, None),
            ],
            &["place Orla@0", "org Brenk@16", "org Brenk@28"],
        );
    }

    #[test]
    fn a_name_made_by_hand_takes_the_place_of_what_lies_in_it() {
        check(
            &[
                ("Orla Front", Reach::Project, Some(EntityKind::Org)),
                ("March", Reach::Project, None),
            ],
            &["org Orla Front@0", "person Brenk@16", "org Orla Front@61"],
        );
        check(
            &[
                (
                    "Orla Front",
                    Reach::Mention(7, at(1, "Orla Front")),
                    Some(EntityKind::Org),
                ),
                ("March", Reach::Project, None),
            ],
            &["place Orla@0", "person Brenk@16", "org Orla Front@61"],
        );
    }

    #[test]
    fn the_narrower_wins() {
        check(
            &[
                ("Brenk", Reach::Project, Some(EntityKind::Person)),
                ("Brenk", Reach::Mention(7, at(1, "Brenk")), None),
                ("March", Reach::Project, None),
                ("March", Reach::Article(7), Some(EntityKind::Group)),
            ],
            &["place Orla@0", "person Brenk@16", "group March@80"],
        );
    }

    #[test]
    fn a_mention_is_found_again_where_the_text_has_moved() {
        check(
            &[
                ("March", Reach::Mention(7, Span::new(70, 75)), None),
                ("nowhere", Reach::Mention(7, Span::new(900, 907)), Some(EntityKind::Org)),
            ],
            &["place Orla@0", "person Brenk@16"],
        );
    }
}
