//! What the analyst says of copies: kept as settings of the project, one for each pair of articles.

use super::change::Edit;
use super::record::ArticleId;
use super::rows::Store;
use crate::link::CopiesTold;

/// Before the numbers of two articles, "12/15"; the value is [`ONE`] or [`TWO`].
pub(super) const PAIR: &str = "copies/pair/";
/// They are one source.
const ONE: &str = "one source";
/// They are two sources, whatever their words.
const TWO: &str = "two sources";

impl Store {
    /// All that the analyst said of copies.
    pub fn copies_told(&self) -> CopiesTold {
        let mut told = CopiesTold::default();
        for (name, value) in self.settings() {
            let pair = name.strip_prefix(PAIR).and_then(|pair| pair.split_once('/'));
            let numbers = pair.and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
            if let Some((a, b)) = numbers {
                told.say(a, b, value == ONE);
            }
        }
        told
    }

    /// Says that two articles are one source or two, or with `None` takes that back.
    pub fn say_copies(&self, (a, b): (ArticleId, ArticleId), is_one: Option<bool>) -> Edit {
        let name = format!("{PAIR}{}/{}", a.0.min(b.0), a.0.max(b.0));
        self.set_setting(&name, is_one.map(|is_one| if is_one { ONE } else { TWO }))
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{ArticleId, Store};

    #[test]
    fn what_was_said_of_copies_is_kept_and_taken_back() {
        let mut store = Store::default();
        let pair = (ArticleId(7), ArticleId(3));
        for said in [Some(true), Some(false), None] {
            let edit = store.say_copies(pair, said);
            store.commit(edit, "2031-03-15T09:00:00Z");
            assert_eq!(store.copies_told().said(3, 7), said);
            assert!(store.say_copies((ArticleId(3), ArticleId(7)), said).changes.is_empty());
        }
        store.undo();
        assert_eq!(store.copies_told().said(7, 3), Some(false));
    }
}
