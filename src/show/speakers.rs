//! What a line by speaker goes by: the entity that vouches for a figure, else the words for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chart_twins::OUTLET_SPEAKER;
use super::names::{Names, Voice, outlet_line, vouching, without_article};
use crate::link::speaker_keys;
use crate::store::{ClaimId, Store};

/// A claim's speaker under the key that all ways of naming it share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The same for all ways in which the articles name it.
    pub(super) key: String,
    /// Its name here, led back to the body.
    pub(super) name: String,
}

/// The speaker of every claim that has one. Speakers of one entity are one, as are those whose words mean one; what the
/// analyst said of an entity holds against both.
pub(super) fn speakers(store: &Store, names: &Names) -> BTreeMap<ClaimId, Speaker> {
    let (voices, entities) = vouching(store, names);
    let keys = speaker_keys(voices.iter().map(|voice| &*voice.name));
    let lines = Lines::new(names, &keys, &entities);
    let rows = voices.into_iter().zip(&keys).zip(entities);
    rows.filter(|((_, key), _)| !key.is_empty())
        .map(|((voice, key), entity)| (voice.claim, lines.speaker(names, &voice, (key, entity))))
        .collect()
}

/// Which keys and entities are one line.
struct Lines {
    /// By key, the smallest key of its line.
    line_of_key: BTreeMap<String, String>,
    /// By key, the entity that the analyst spoke of and that alone has it.
    told_of_key: BTreeMap<String, usize>,
}

impl Lines {
    fn new(names: &Names, keys: &[Arc<str>], entities: &[Option<usize>]) -> Self {
        let is_told = |row: usize| names.rows.get(row).is_some_and(|row| row.told);
        let mut of_key: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let mut of_entity: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for (key, entity) in keys.iter().zip(entities) {
            let rows = of_key.entry(key).or_default();
            if let Some(row) = entity {
                rows.insert(*row);
                if !is_told(*row) && !key.is_empty() {
                    of_entity.entry(*row).or_default().insert(key);
                }
            }
        }
        let told_of_key = of_key.iter().filter_map(|(key, rows)| {
            let only = rows.first().copied().filter(|row| rows.len() == 1 && is_told(*row))?;
            Some(((*key).to_owned(), only))
        });
        let told_of_key = told_of_key.collect();
        let mut line_of_key: BTreeMap<String, String> = BTreeMap::new();
        for keys in of_entity.into_values().filter(|keys| keys.len() > 1) {
            let known = keys.iter().filter_map(|key| line_of_key.get(*key).cloned());
            let known: BTreeSet<String> = known.collect();
            let Some(first) = keys.iter().map(|key| (*key).to_owned()).chain(known.clone()).min() else {
                continue;
            };
            for line in line_of_key.values_mut().filter(|line| known.contains(*line)) {
                line.clone_from(&first);
            }
            for key in keys {
                line_of_key.insert(key.to_owned(), first.clone());
            }
        }
        Self {
            line_of_key,
            told_of_key,
        }
    }

    fn speaker(&self, names: &Names, voice: &Voice, (key, entity): (&str, Option<usize>)) -> Speaker {
        let row = |at: usize| names.rows.get(at).filter(|row| row.told);
        let told = match entity {
            Some(entity) => row(entity),
            None => self.told_of_key.get(key).and_then(|entity| row(*entity)),
        };
        // as an outlet it is one line with all of its spellings, and of the colour that it publishes with
        let outlet = match entity {
            Some(entity) => names.outlet_of(entity),
            None => names.outlet(&without_article(&voice.name)),
        };
        if let Some(outlet) = outlet {
            return Speaker {
                key: format!("{OUTLET_SPEAKER}{}", outlet_line(outlet)),
                name: told
                    .filter(|_| !outlet.told)
                    .map_or(&outlet.name, |row| &row.name)
                    .clone(),
            };
        }
        match told {
            Some(row) => Speaker {
                key: format!("name {}", row.name_ref.words),
                name: row.name.clone(),
            },
            None => Speaker {
                key: self.line_of_key.get(key).map_or(key, String::as_str).to_owned(),
                name: without_article(&voice.name),
            },
        }
    }
}
