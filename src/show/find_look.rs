//! How the analyst searches: what was typed, what was found, which hit is the current one.

use std::sync::Arc;

use super::find::{FindIn, Found, FoundHit};
use super::find_words::WholeWords;
use crate::base::Span;
use crate::store::ArticleId;

/// What to change in a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindChange {
    /// Search there, for these words where some are given.
    Open(FindIn, Option<String>),
    /// End the search; nothing is lit.
    Close,
    /// Search for these words.
    Text(String),
    /// Whole words only, or parts of words too.
    Words(WholeWords),
    /// Go to the next hit, after the last to the first.
    Next,
    /// Go to the hit before.
    Previous,
    /// Go to the hit of this number.
    Go(usize),
}

/// A search as shown.
#[derive(Clone, Debug, Default)]
pub struct FindLook {
    /// Where it is sought; `None` while nothing is.
    pub open: Option<FindIn>,
    /// What was typed.
    pub text: String,
    /// Whether whole words only are found.
    pub whole_words: WholeWords,
    /// What was found, of the newest finished run.
    pub found: Arc<Found>,
    /// True while a run is under way.
    pub running: bool,
    /// The number of the current hit.
    pub current: Option<usize>,
    /// Counts up when the reader should bring the current hit into sight.
    pub jump: u64,
    /// Counts up when the field should take the keyboard.
    pub asks: u64,
    /// True where the first hit is to be gone to when it comes: something was typed.
    pub seek: bool,
}

impl FindLook {
    /// Takes what concerns the search itself; gives the hit that is gone to.
    pub fn change(&mut self, change: FindChange) -> Option<(ArticleId, FoundHit)> {
        let listed = self.found.num_listed();
        match change {
            FindChange::Open(place, words) => {
                self.seek = self.open != Some(place) || words.is_some();
                if self.open != Some(place) {
                    self.current = None;
                }
                self.open = Some(place);
                self.text = words.unwrap_or_else(|| std::mem::take(&mut self.text));
                self.asks += 1;
            }
            FindChange::Close => {
                self.open = None;
                self.current = None;
                self.found = Arc::default();
            }
            FindChange::Text(text) => {
                self.text = text;
                self.seek = true;
            }
            FindChange::Words(whole_words) => {
                self.whole_words = whole_words;
                self.seek = true;
            }
            FindChange::Next => {
                let next = self.current.map_or(0, |current| current + 1);
                return self.go(if next < listed { next } else { 0 });
            }
            FindChange::Previous => {
                let before = self.current.and_then(|current| current.checked_sub(1));
                return self.go(before.unwrap_or_else(|| listed.saturating_sub(1)));
            }
            FindChange::Go(number) => return self.go(number),
        }
        None
    }

    fn go(&mut self, number: usize) -> Option<(ArticleId, FoundHit)> {
        let hit = self.found.hit(number)?;
        self.current = Some(number);
        self.jump += 1;
        Some(hit)
    }

    /// Takes the hits of a finished run. The current hit stays current where it is still there; in one article the
    /// first hit from there on is gone to as words are typed.
    pub fn take(&mut self, found: Found) {
        let old = self.current.and_then(|current| self.found.hit(current));
        self.found = Arc::new(found);
        self.running = false;
        self.current = old.and_then(|(article, hit)| self.found.number_of(article, hit));
        if std::mem::take(&mut self.seek) && self.open == Some(FindIn::Article) {
            let from = old.map_or(0, |(_, hit)| hit.span.start());
            let listed = self.found.articles.first().map_or(&[][..], |article| &article.hits);
            let next = listed.iter().position(|hit| hit.span.start() >= from).unwrap_or(0);
            self.go(next);
        }
    }

    /// The words of the current hit, where they stand in the text of `article`.
    pub fn span_in(&self, article: ArticleId) -> Option<Span> {
        let (own, hit) = self.found.hit(self.current?)?;
        (own == article && hit.place == super::find::FoundIn::Text).then_some(hit.span)
    }
}

#[cfg(test)]
mod tests {
    use super::super::find::{Found, FoundArticle, FoundHit, FoundIn};
    use super::{FindChange, FindIn, FindLook};
    use crate::base::Span;
    use crate::store::ArticleId;

    fn found(starts: &[usize]) -> Found {
        let hit = |start: &usize| FoundHit {
            place: FoundIn::Text,
            span: Span::new(*start, start + 3),
        };
        Found::new([FoundArticle {
            id: ArticleId(1),
            hits: starts.iter().map(hit).collect(),
            num_hits: starts.len(),
        }])
    }

    #[test]
    fn the_next_hit_after_the_last_is_the_first() {
        let mut look = FindLook::default();
        look.change(FindChange::Open(FindIn::Article, Some("gas".to_owned())));
        look.take(found(&[4, 20, 60]));
        assert_eq!(look.current, Some(0));
        look.change(FindChange::Previous);
        assert_eq!(look.current, Some(2));
        look.change(FindChange::Next);
        assert_eq!(look.current, Some(0));
        look.change(FindChange::Go(1));
        assert_eq!(look.span_in(ArticleId(1)), Some(Span::new(20, 23)));
        assert_eq!(look.span_in(ArticleId(2)), None);
    }

    #[test]
    fn the_current_hit_stays_where_it_is() {
        let mut look = FindLook::default();
        look.change(FindChange::Open(FindIn::Article, Some("gas".to_owned())));
        look.take(found(&[4, 20, 60]));
        look.change(FindChange::Go(1));
        let jumps = look.jump;
        // an edit elsewhere: the same hits come again
        look.take(found(&[20, 60]));
        assert_eq!((look.current, look.jump), (Some(0), jumps));
        // typed on: the first hit from here on
        look.change(FindChange::Text("gast".to_owned()));
        look.take(found(&[4, 60]));
        assert_eq!(look.current, Some(1));
        look.change(FindChange::Close);
        assert_eq!((look.current, look.found.num_listed()), (None, 0));
        assert!(look.change(FindChange::Next).is_none());
    }

    #[test]
    fn nothing_is_opened_while_words_for_the_project_are_typed() {
        let mut look = FindLook::default();
        look.change(FindChange::Open(FindIn::Project, None));
        look.change(FindChange::Text("gas".to_owned()));
        look.take(found(&[4]));
        assert_eq!((look.current, look.jump), (None, 0));
    }
}
