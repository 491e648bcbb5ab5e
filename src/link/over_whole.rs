//! A count of one place that is more than that of the whole: a hospital's dead beside fewer of the police.

use super::conclusions::{Row, key};
use super::conflict::{Days, of_sides};
use super::found::{Conflict, Likely};
use super::newer::{is_older, one_source};
use super::origins::Origins;
use super::reach::periods_differ;
use super::reason::Reason;
use super::side::Side;
use crate::base::capital;
use crate::claim::Scope;
use crate::entity::Lexicon;

/// Totals of a house, a town or who sees one place only that exceed what somebody else says of all, on one day. Where they
/// are fewer they are a part. Another country is no part of the story's own.
pub(super) fn over_whole(days: &Days<'_>, origins: &Origins) -> Vec<Conflict> {
    let narrow = days.iter().filter(|(about, _)| {
        !about.is_incident && !about.place.folded.is_empty() && !Lexicon::get().is_land(&about.place.folded)
    });
    narrow
        .filter_map(|(about, own)| {
            let whole = about.of_all();
            let at = days.binary_search_by(|(other, _)| other.cmp(&whole)).ok()?;
            let (_, all) = days.get(at)?;
            let (low, high) = pair(all, own)?;
            let mut found = of_sides(about, high.first()?, &[low.clone(), high.clone()], origins)?;
            found.key = key("narrow", vec![about.key()]);
            if found.likely == Likely::Unknown {
                let words = format!(
                    "{} counts one place only, and yet more than {}.",
                    capital(&high.says_who()),
                    low.says_who()
                );
                (found.likely, found.reason) = (Likely::Part, Reason::from(words));
            }
            Some(found)
        })
        .collect()
}

/// The lowest figure of all and the highest one of the place, where the former cannot hold the latter.
fn pair<'s, 'r>(all: &'s [Side<'r>], own: &'s [Side<'r>]) -> Option<(&'s Side<'r>, &'s Side<'r>)> {
    let high = own.last()?;
    let part = high.first()?;
    let exceeds = |side: &&Side<'_>| {
        let whole = side.first().and_then(|row| row.bounds.high);
        whole.zip(part.bounds.low).is_some_and(|(whole, part)| whole < part)
    };
    let low = all.iter().rev().find(exceeds)?;
    let whole = low.first()?;
    // what is read as a total because nothing else is said of it is too little to go by
    let is_toll = |row: &Row<'_>| row.of_event || row.figure.scope == Scope::Total;
    let voice = |side: &Side<'_>| side.first().map(|row| row.owner.voice.clone());
    let meet = own.iter().any(|side| voice(side) == voice(low)) || all.iter().any(|side| voice(side) == voice(high));
    let is_told = low.says(is_older) || high.is_newer() && one_source(whole, part);
    (is_toll(whole) && is_toll(part) && !meet && !is_told && !periods_differ(whole.figure, part.figure))
        .then_some((low, high))
}
