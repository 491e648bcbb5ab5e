//! The list of names: filtered, sorted, and what is open.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Alias, Names, fuzzy_words};
use crate::link::{NameRef, NameSort};
use crate::store::Store;

/// In which order names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NamesOrder {
    /// Most mentions first.
    #[default]
    Mentions,
    /// Most articles first.
    Articles,
    /// Most figures first.
    Figures,
    /// By name.
    Name,
}

/// How names are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamesLook {
    /// Words that one of its names, its tags or its note must hold; empty = all.
    pub text: String,
    /// Only names of this sort; `None` = all.
    pub sort: Option<NameSort>,
    /// The order.
    pub order: NamesOrder,
    /// The entity that is open.
    pub open: Option<NameRef>,
    /// True where suggested merges are listed in place of the names.
    pub merges_open: bool,
}

/// The rows of `names` that pass the filter, in order; `store` knows their tags and notes.
pub fn names_list(store: &Store, names: &Names, look: &NamesLook) -> Vec<usize> {
    let words = fuzzy_words(&look.text);
    let mut said: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    if !words.is_empty() {
        for (name, (sort, note)) in store.said_of_names() {
            said.entry(name).or_default().push((sort, fuzzy_words(note).join(" ")));
        }
    }
    let passes = |at: &usize| {
        let Some(row) = names.rows.get(*at) else { return false };
        let written = || {
            row.aliases
                .iter()
                .map(|alias| alias.words.as_str())
                .chain([row.name.as_str()])
        };
        let is_said = |word: &str| {
            let of = |alias: &Alias| {
                let notes = said.get(alias.words.as_str()).into_iter().flatten();
                let mut own = notes.filter(|(sort, _)| *sort == alias.sort.id());
                own.any(|(_, note)| note.contains(word))
            };
            !said.is_empty() && row.aliases.iter().any(of)
        };
        look.sort.is_none_or(|sort| sort == row.sort)
            && words
                .iter()
                .all(|word| written().any(|name| fuzzy_words(name).join(" ").contains(word.as_str())) || is_said(word))
    };
    let mut list: Vec<usize> = (0..names.rows.len()).filter(passes).collect();
    let row = |at: &usize| names.rows.get(*at);
    let size = |at: &usize| row(at).map_or((0, 0), |row| (row.mentions.len(), row.num_articles));
    match look.order {
        NamesOrder::Mentions => list.sort_by_key(|at| Reverse(size(at))),
        NamesOrder::Articles => list.sort_by_key(|at| Reverse((size(at).1, size(at).0))),
        NamesOrder::Figures => {
            list.sort_by_key(|at| Reverse((row(at).map_or(0, |row| row.claims.len()), size(at))));
        }
        NamesOrder::Name => list.sort_by_key(|at| row(at).map(|row| crate::entity::fold(&row.name))),
    }
    list
}
