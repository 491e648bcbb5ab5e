//! Which names of places are one place, and which names of peoples one people.

use std::collections::BTreeMap;

use super::groups::Groups;
use super::sound::sound;
use super::spelling::Says;
use super::written::Nodes;
use crate::entity::{EntityKind, Lexicon, fold};

/// Words behind a place's name that add nothing: "Helmand Province" is Helmand.
const TAILS: &[&str] = &["province", "governorate", "oblast", "region", "district", "prefecture"];

/// Groups the nodes that name places and peoples.
pub(super) fn group(nodes: &Nodes<'_>, groups: &mut Groups) {
    let mut first: Vec<Option<usize>> = vec![None; nodes.spellings.counts().places];
    for (index, node) in nodes.list.iter().enumerate() {
        if !node.is(EntityKind::Place) && !node.is(EntityKind::Group) {
            continue;
        }
        if let Some(Says::Place(key)) = nodes.spelling(index).map(|spelling| &spelling.says)
            && let Some(first) = first.get_mut(*key as usize)
        {
            groups.join(index, *first.get_or_insert(index));
        }
    }
}

/// The key of a place's or people's name: the country's own name where a list knows it, else its sound.
pub(super) fn key(name: &str, kind: EntityKind) -> String {
    let plain = name.replace(['’', 'ʼ'], "'");
    let listed = Lexicon::get()
        .listed(&fold(&plain))
        .filter(|listed| listed.kind == kind);
    let name = listed.map_or(plain.as_str(), |listed| listed.canonical);
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| TAILS.contains(&fold(word).as_str())) {
        words.pop();
    }
    let key: String = words.iter().map(|word| sound(word)).collect();
    if key.is_empty() { fold(name) } else { key }
}

/// The list's own name of a place, else the most frequent one.
pub(super) fn fullest(names: &BTreeMap<&str, usize>, kind: EntityKind) -> String {
    if kind == EntityKind::Place {
        let listed = names.keys().find_map(|name| {
            let listed = Lexicon::get().listed(&fold(name))?;
            (listed.kind == kind && listed.canonical != listed.written).then_some(listed.canonical)
        });
        if let Some(canonical) = listed {
            return canonical.to_owned();
        }
    }
    // "Kazakh" before "Kazakhs": of a people's names the most frequent, then the shortest
    let rank = |(name, count): &(&&str, &usize)| (**count, std::cmp::Reverse(name.len()));
    names
        .iter()
        .max_by_key(rank)
        .map_or_else(String::new, |(name, _)| (*name).to_owned())
}
