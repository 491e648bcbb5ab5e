//! One name, one kind over an article, by the sums of what the model gives its mentions.

use std::collections::HashMap;

use super::super::EntityKind;
use super::super::run::View;
use super::Tagged;

/// Lets mentions of the same words settle on one kind; a lone surname follows the full name.
pub(super) fn settle(view: &View<'_, '_>, names: &mut [Tagged]) {
    let mut sums: HashMap<String, [f32; 4]> = HashMap::new();
    let keys: Vec<String> = names.iter().map(|name| view.phrase(name.tokens.clone())).collect();
    for (name, key) in names.iter().zip(&keys) {
        let cell = sums.entry(key.clone()).or_default();
        cell[name.kind as usize] += name.margin.max(1.0);
        if name.kind == EntityKind::Person && name.tokens.len() > 1 {
            let last = view.word(name.tokens.end - 1).to_owned();
            sums.entry(last).or_default()[EntityKind::Person as usize] += name.margin.max(1.0);
        }
    }
    for (name, key) in names.iter_mut().zip(&keys) {
        let Some(sums) = sums.get(key) else {
            continue;
        };
        let own = sums[name.kind as usize];
        let best = EntityKind::ALL
            .into_iter()
            .max_by(|a, b| sums[*a as usize].total_cmp(&sums[*b as usize]));
        if let Some(best) = best.filter(|best| sums[*best as usize] > own) {
            name.kind = best;
        }
    }
}
