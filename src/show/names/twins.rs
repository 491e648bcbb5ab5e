//! Outlets and the organisations of their names: one and the same, told apart only by where they are met.

use std::collections::BTreeMap;

use super::{NameRow, Names, fuzzy_words};
use crate::entity::EntityKind;
use crate::link::{NameRef, NameSort, Suggested, outlet_key};
use crate::store::Store;

/// Words in the name of a body, or behind it in small letters, that say that it publishes nothing.
const NO_OUTLETS: &[&str] = &[
    "party",
    "front",
    "movement",
    "militia",
    "faction",
    "ministry",
    "police",
    "army",
    "union",
    "brigade",
    "battalion",
    "committee",
    "council",
    "court",
    "hospital",
    "university",
    "school",
    "church",
    "bank",
    "forces",
    "command",
    "government",
    "department",
    "club",
    "team",
    "fighters",
    "rebels",
    "coalition",
    "alliance",
    "troops",
];

/// Mentions that are looked at for what stands behind them.
const MOST_MENTIONS: usize = 200;

/// How likely an organisation is the outlet of its name where its surroundings speak against it.
const DOUBTFUL: f32 = 0.45;

impl Names {
    /// The organisation of the texts that is written as an outlet is.
    pub(super) fn body_written(&self, words: &str) -> Option<usize> {
        let is_body = |at: &&usize| {
            let row = self.rows.get(**at);
            row.is_some_and(|row| row.sort == NameSort::Name(EntityKind::Org))
        };
        let mut bodies = self.written(words).iter().filter(is_body);
        // of two that are written so nobody knows which
        bodies.next().copied().filter(|_| bodies.next().is_none())
    }

    /// True where the analyst said that the two are one, or are not; `None` where nothing was said.
    fn said_of_twins(&self, store: &Store, body: usize, spellings: &[&str]) -> Option<bool> {
        let is_outlet = |name: &NameRef| name.sort == NameSort::Outlet && spellings.contains(&name.words.as_str());
        let is_body = |name: &NameRef| name.sort != NameSort::Outlet && self.find(name) == Some(body);
        let said = |same: bool| {
            let mut pairs = store.names().pairs(same);
            pairs.any(|(a, b)| is_outlet(a) && is_body(b) || is_outlet(b) && is_body(a))
        };
        match (said(false), said(true)) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        }
    }

    /// True where a body and the outlet that is written so are surely one.
    pub(super) fn is_outlet_too(&self, store: &Store, body: usize, words: &str) -> bool {
        match self.said_of_twins(store, body, &[words]) {
            Some(said) => said,
            None => self
                .rows
                .get(body)
                .is_some_and(|row| !is_something_else(store, row, words)),
        }
    }

    /// Finds the organisations that the outlets from row `first` on are, and offers those that are not sure.
    pub(super) fn pair_with_bodies(&mut self, store: &Store, first: usize) -> Vec<Suggested> {
        let (mut twins, mut offered): (Vec<(usize, usize)>, Vec<Suggested>) = Default::default();
        for (outlet, row) in self.rows.iter().enumerate().skip(first) {
            let spellings: Vec<&str> = row.aliases.iter().map(|alias| alias.words.as_str()).collect();
            let mut bodies: Vec<(usize, &str)> = spellings
                .iter()
                .filter_map(|words| Some((self.body_written(words)?, *words)))
                .collect();
            bodies.extend(joined(self, store, &spellings));
            bodies.sort_by_key(|(body, _)| *body);
            bodies.dedup_by_key(|(body, _)| *body);
            for (body, words) in bodies {
                let said = self.said_of_twins(store, body, &spellings);
                let is_other = || {
                    self.rows
                        .get(body)
                        .is_some_and(|row| is_something_else(store, row, words))
                };
                match said {
                    Some(false) => {}
                    None if is_other() => offered.push(Suggested {
                        a: body,
                        b: outlet,
                        score: DOUBTFUL,
                        reason: "An outlet is called so, and an organisation that may be something else".to_owned(),
                    }),
                    _ => twins.push((body, outlet)),
                }
            }
        }
        for (body, outlet) in &twins {
            // what the analyst calls the one the other is called too
            let name = self.rows.get(*body).filter(|row| row.told).map(|row| row.name.clone());
            if let (Some(name), Some(row)) = (name, self.rows.get_mut(*outlet).filter(|row| !row.told)) {
                row.name = name;
            }
        }
        for (body, outlet) in twins {
            for (one, other) in [(body, outlet), (outlet, body)] {
                if let Some(row) = self.rows.get_mut(one) {
                    row.twins.push(other);
                }
            }
        }
        offered
    }

    /// The outlet that an organisation of the texts is too.
    pub fn outlet_of(&self, body: usize) -> Option<&NameRow> {
        let row = self.rows.get(body).filter(|row| row.sort != NameSort::Outlet)?;
        self.rows.get(*row.twins.first()?)
    }
}

/// Organisations that the analyst said an outlet of these spellings is.
fn joined<'s>(names: &Names, store: &Store, spellings: &[&'s str]) -> Vec<(usize, &'s str)> {
    let pairs = store.names().pairs(true).flat_map(|(a, b)| [(a, b), (b, a)]);
    let found = pairs.filter_map(|(outlet, body)| {
        let words = spellings.iter().find(|words| **words == outlet.words)?;
        let is_pair = outlet.sort == NameSort::Outlet && body.sort == NameSort::Name(EntityKind::Org);
        is_pair.then(|| names.find(body)).flatten().map(|body| (body, *words))
    });
    found.collect()
}

/// True where what the body is called elsewhere, or the words behind it, say that it is a party, a ministry, a club.
fn is_something_else(store: &Store, row: &NameRow, words: &str) -> bool {
    let has_word = |name: &str| fuzzy_words(name).iter().any(|word| NO_OUTLETS.contains(&word.as_str()));
    if has_word(words) {
        // a party's own outlet is called as the party
        return false;
    }
    if row.aliases.iter().any(|alias| has_word(&alias.words)) {
        return true;
    }
    row.mentions.iter().take(MOST_MENTIONS).any(|(article, span)| {
        let text = store.article(*article).map_or("", |article| article.text());
        let behind = text.get(span.end()..).and_then(|rest| rest.strip_prefix(' '));
        let word = behind.and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
        word.is_some_and(|word| NO_OUTLETS.contains(&word))
    })
}

/// The key of an outlet's line: the same in the chart by publisher and in the one by speaker.
pub(in crate::show) fn outlet_line(row: &NameRow) -> String {
    if row.told {
        format!("name {}", row.name_ref.words)
    } else {
        outlet_key(&row.name_ref.words)
    }
}

/// Groups outlets whose organisations are one: by place in `spellings`, the group.
pub(super) fn join_by_bodies(names: &Names, store: &Store, spellings: &[(&str, usize)]) -> Vec<(usize, usize)> {
    let mut by_body: BTreeMap<usize, usize> = BTreeMap::new();
    let mut joined = Vec::new();
    for (words, group) in spellings {
        let body = names
            .body_written(words)
            .filter(|body| names.is_outlet_too(store, *body, words));
        let Some(body) = body else { continue };
        let first = *by_body.entry(body).or_insert(*group);
        if first != *group {
            joined.push((first, *group));
        }
    }
    joined
}
