//! What the analyst says of names: rulings beside the machine's readings, as edits.

use std::sync::Arc;

use super::change::{Change, Edit};
use super::record::ArticleRecord;
use super::rows::Store;
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{NameAbout, NameSaid, NamesTold};

/// What to say about something; `None` takes back what was said.
pub type NameRuling = (NameAbout, Option<NameSaid>);

impl Store {
    /// All that the analyst said of names.
    pub fn names(&self) -> &NamesTold {
        &self.names
    }

    /// The names of an article as they count: the machine's under what the analyst said. In order.
    pub fn marks_of(&self, article: &ArticleRecord) -> Vec<(Span, EntityKind)> {
        let read = article.reading.entities.iter();
        let found: Vec<(Span, EntityKind)> = read.map(|entity| (entity.span, entity.kind)).collect();
        let number = article.id.0.unsigned_abs();
        self.names.marks(article.text(), number, &found)
    }

    /// Says these things of names, in one step; what holds already changes nothing. Of two words about the same the last
    /// counts.
    pub fn say_names(&self, label: &str, rulings: Vec<NameRuling>) -> Edit {
        let mut changes: Vec<(NameAbout, Option<NameSaid>)> = Vec::new();
        for (about, said) in rulings {
            changes.retain(|(other, _)| *other != about);
            changes.push((about, said));
        }
        let new = changes
            .into_iter()
            .filter(|(about, said)| self.names.rulings.get(about) != said.as_ref())
            .map(|(about, said)| Change::Name(about, said));
        Edit::new(label, new.collect())
    }

    /// Writes one ruling and gives what was said before.
    pub(super) fn put_name(&mut self, about: &NameAbout, said: Option<&NameSaid>) -> Option<NameSaid> {
        let rulings = &mut Arc::make_mut(&mut self.names).rulings;
        match said {
            Some(said) => rulings.insert(about.clone(), said.clone()),
            None => rulings.remove(about),
        }
    }
}
