//! What the analyst says of stories: kept as settings of the project, one for each held article and each name.

use std::collections::BTreeMap;

use super::change::{Change, Edit};
use super::rows::Store;
use crate::link::StoriesSaid;

/// Before the number of an article; the value is the key of the story that holds it.
pub(super) const HELD: &str = "story/article/";
/// Before the key of a story; the value is its name.
pub(super) const NAMED: &str = "story/name/";

impl Store {
    /// All that the analyst said of stories.
    pub fn stories_said(&self) -> StoriesSaid {
        let mut said = StoriesSaid::default();
        for (name, value) in self.settings() {
            if let Some(number) = name.strip_prefix(HELD).and_then(|number| number.parse().ok()) {
                said.held.insert(number, value.clone());
            } else if let Some(key) = name.strip_prefix(NAMED) {
                said.names.insert(key.to_owned(), value.clone());
            }
        }
        said
    }

    /// Says this of stories instead of what was said before, in one step; what holds already changes nothing.
    pub fn say_stories(&self, label: &str, said: &StoriesSaid) -> Edit {
        let (old, new) = (settings(&self.stories_said()), settings(said));
        let gone = old.keys().filter(|name| !new.contains_key(*name));
        let gone: Vec<Change> = gone.map(|name| Change::Setting(name.clone(), None)).collect();
        let put = new.iter().filter(|(name, value)| old.get(*name) != Some(value));
        let put = put.map(|(name, value)| Change::Setting(name.clone(), Some(value.clone())));
        Edit::new(label, put.chain(gone).collect())
    }
}

fn settings(said: &StoriesSaid) -> BTreeMap<String, String> {
    let held = said.held.iter();
    let held = held.map(|(article, key)| (format!("{HELD}{article}"), key.clone()));
    let named = said.names.iter();
    let named = named.map(|(key, name)| (format!("{NAMED}{key}"), name.clone()));
    held.chain(named).collect()
}

#[cfg(test)]
mod tests {
    use crate::link::StoriesSaid;
    use crate::store::Store;

    #[test]
    fn what_was_said_of_stories_is_kept_and_taken_back() {
        let mut store = Store::default();
        let mut said = StoriesSaid::default();
        said.held.insert(12, "Estrava 2".to_owned());
        said.names.insert("Estrava 2".to_owned(), "The harbour".to_owned());
        let edit = store.say_stories("Story named", &said);
        assert_eq!(edit.changes.len(), 2);
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert_eq!(store.stories_said(), said);
        assert!(store.say_stories("Story named", &said).is_empty());
        let edit = store.say_stories("Story left to itself", &StoriesSaid::default());
        store.commit(edit, "2031-03-15T09:01:00Z");
        assert_eq!(store.stories_said(), StoriesSaid::default());
        store.undo();
        assert_eq!(store.stories_said(), said);
    }
}
