//! Parts by place: a count that reaches over many places holds the smaller ones that are told below it of single places.
//!
//! One mechanism for "60 were killed across Varland. … 17 died in Orla. Another 18 were killed in the town of Kelm", for "34
//! were shot in Orla, Kelm and Tarn. … Five were killed in Tarn", and for a count without a place above counts of several
//! places that nearly make it up. Harm, day and side must agree, and the parts must not add up to more than their whole.

use std::collections::{HashMap, HashSet};

use super::scope_alone::is_perfect;
use super::scope_days::Days;
use super::scope_part::{Seat, is_additional, larger};
use super::scope_sites::{Names, Site};
use super::text::Text;
use super::{Draft, Happened, Scope, VictimClass};

/// How many sentences below its whole a part may stand.
const REACH: usize = 10;
/// How many below a whole whose places are not told.
const NEAR: usize = 6;
/// How many below its whole, or below the last part of it, one without a day of its own may stand.
const UNSAID: usize = 3;
/// How many below a part it may be told again.
const AGAIN: usize = 2;
/// How many counts above a part may be its whole.
const ABOVE: usize = 24;

/// The parts of wholes that reach further, each with its whole, in the order of the parts.
pub(super) fn by_place(
    text: &Text<'_, '_>,
    names: &Names,
    days: Days<'_>,
    (drafts, seats): (&[Draft], &[Seat]),
    breaks: &[usize],
) -> Vec<(usize, usize)> {
    let places = Places {
        text,
        days,
        drafts,
        seats,
        breaks,
        sites: (0..drafts.len())
            .map(|index| Site::of(text, names, drafts, seats, index))
            .collect(),
    };
    let mut held = places.parts_of(|site| site.is_wide(), &[]);
    let others = places.parts_of(|site| !site.is_wide() && !site.is_placed(), &held);
    held.extend(others);
    held.sort_unstable();
    let again = places.told_again(&held);
    held.extend(again);
    held.sort_unstable();
    held
}

struct Places<'s, 'a, 't> {
    text: &'s Text<'a, 't>,
    days: Days<'s>,
    drafts: &'s [Draft],
    seats: &'s [Seat],
    breaks: &'s [usize],
    sites: Vec<Option<Site<'s>>>,
}

impl Places<'_, '_, '_> {
    fn get(&self, index: usize) -> Option<(&Draft, &Seat, &Site<'_>)> {
        let site = self.sites.get(index)?.as_ref()?;
        Some((self.drafts.get(index)?, self.seats.get(index)?, site))
    }

    /// The parts of wholes of such a site, apart from those that were found.
    fn parts_of(&self, of: impl Fn(&Site<'_>) -> bool, known: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let known: HashSet<usize> = known.iter().map(|(part, _)| *part).collect();
        let mut held: HashMap<usize, Vec<usize>> = HashMap::new();
        for part in (0..self.drafts.len()).filter(|part| !known.contains(part)) {
            if let Some(whole) = self.whole_of(part, &of, &held) {
                held.entry(whole).or_default().push(part);
            }
        }
        let sound = held.into_iter().filter(|(whole, parts)| self.adds_up(*whole, parts));
        let mut out: Vec<(usize, usize)> = sound
            .flat_map(|(whole, parts)| parts.into_iter().map(move |part| (part, whole)))
            .collect();
        out.sort_unstable();
        out
    }

    /// The nearest count above, of such a site, that can hold this one.
    fn whole_of(
        &self,
        part: usize,
        of: impl Fn(&Site<'_>) -> bool,
        held: &HashMap<usize, Vec<usize>>,
    ) -> Option<usize> {
        let (draft, seat, site) = self.get(part)?;
        if !site.is_placed() || draft.claim.figure.anchor().is_none_or(|number| number == 0) {
            return None;
        }
        for whole in (part.saturating_sub(ABOVE)..part).rev() {
            let Some((other, there, reach)) = self.get(whole) else {
                continue;
            };
            if there.sentence + REACH < seat.sentence {
                break;
            }
            if !of(reach) || !self.can_hold(whole, part) {
                continue;
            }
            let last = held.get(&whole).and_then(|parts| parts.last().copied());
            let from = last.and_then(|last| self.seats.get(last)).unwrap_or(there).sentence;
            match self.days_agree(other, draft, seat.sentence - from.min(seat.sentence)) {
                // "another five" beside the whole, not in it, unless a part goes before
                Agree::Yes if last.is_none() && is_additional(self.text, seat) => {}
                Agree::Yes => return Some(whole),
                Agree::No => {}
                Agree::Stop => return None,
            }
        }
        None
    }

    /// Whether the one counts more people of the same harm, and places of which the other tells one.
    fn can_hold(&self, whole: usize, part: usize) -> bool {
        let (Some((other, there, reach)), Some((draft, seat, site))) = (self.get(whole), self.get(part)) else {
            return false;
        };
        let near = there.sentence + NEAR >= seat.sentence && !self.is_broken(there, seat);
        let same = !other.claim.part_of && other.claim.kind == draft.claim.kind;
        there.sentence < seat.sentence
            && same
            && (reach.is_wide() || near)
            && !reach.is_one_event
            && other.claim.figure.anchor().is_some()
            && larger(other, draft)
            && reach.holds(site)
            && suits(other, draft)
    }

    /// Whether the text turns to another incident in between.
    fn is_broken(&self, there: &Seat, here: &Seat) -> bool {
        let next = self.breaks.partition_point(|&sentence| sentence <= there.sentence);
        self.breaks.get(next).is_some_and(|&sentence| sentence <= here.sentence)
    }

    fn days_agree(&self, whole: &Draft, part: &Draft, below: usize) -> Agree {
        if (whole.claim.scope == Scope::Total) != (part.claim.scope == Scope::Total) {
            return Agree::No;
        }
        // "120 have been killed so far" is of no day
        let runs_on = |draft: &Draft| draft.happened == Happened::Unsaid && is_perfect(self.text, draft);
        if whole.claim.scope != Scope::Total && runs_on(whole) && !runs_on(part) {
            return Agree::No;
        }
        match self.days.same(whole.happened, part.happened) {
            Some(true) => Agree::Yes,
            Some(false) => Agree::No,
            None if !self.days.is_unsaid(part.happened) => Agree::No,
            None if below <= UNSAID => Agree::Yes,
            None => Agree::Stop,
        }
    }

    /// Whether the parts found for the whole can be what it counts.
    fn adds_up(&self, whole: usize, parts: &[usize]) -> bool {
        let Some((draft, _, reach)) = self.get(whole) else {
            return false;
        };
        let mut told: Vec<(&str, usize, u64)> = Vec::new();
        for part in parts {
            let Some((draft, seat, site)) = self.get(*part) else {
                continue;
            };
            let number = draft.claim.figure.anchor().unwrap_or(0);
            let place = site.first();
            let known = told
                .iter_mut()
                .find(|(name, there, _)| *name == place && *there != seat.sentence);
            match known {
                // the same place in another sentence: told again
                Some(known) => known.2 = known.2.max(number),
                None => told.push((place, seat.sentence, number)),
            }
        }
        let sum = told
            .iter()
            .fold(0u64, |sum, (_, _, number)| sum.saturating_add(*number));
        let total = draft.claim.figure.anchor().unwrap_or(0);
        // "at least 60" may be a few more
        let loose = draft.claim.figure.value.is_none() || draft.claim.figure.high != draft.claim.figure.low;
        let most = if loose { total.saturating_add(total / 10) } else { total };
        sum <= most && (reach.is_wide() || told.len() > 1 && sum.saturating_mul(2) >= total)
    }

    /// "One person was killed in Orla. … Police fired, killing one": the same part once more.
    /// `held`: in the order of the parts.
    fn told_again(&self, held: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let again = |index: usize| {
            let (draft, seat, site) = self.get(index).filter(|(_, _, site)| !site.is_placed())?;
            let before = held.get(..held.partition_point(|(part, _)| *part < index))?;
            let near = |part: usize| {
                self.seats
                    .get(part)
                    .is_some_and(|there| there.sentence + AGAIN >= seat.sentence)
            };
            let mut before = before.iter().rev().take_while(|(part, _)| near(*part));
            let (_, whole) = before.find(|(part, _)| {
                self.get(*part).is_some_and(|(other, there, _)| {
                    other.claim.kind == draft.claim.kind
                        && other.claim.figure == draft.claim.figure
                        && there.sentence < seat.sentence
                        && self.days.same(draft.happened, other.happened) != Some(false)
                })
            })?;
            let wide = site.is_wide() || is_additional(self.text, seat);
            (!wide && !draft.claim.part_of).then_some((index, *whole))
        };
        (0..self.drafts.len()).filter_map(again).collect()
    }
}

/// Whether two counts can be of one day; `Stop` where a part without a day stands too far below to be of any.
enum Agree {
    Yes,
    No,
    Stop,
}

/// Whether the one can count those of the other by who they are and who counts them.
pub(super) fn suits(whole: &Draft, part: &Draft) -> bool {
    let (one, other) = (whole.claim.victim_class, part.claim.victim_class);
    let loose = |class| {
        matches!(
            class,
            VictimClass::Unspecified | VictimClass::Civilian | VictimClass::Protester
        )
    };
    let people = one == other || one == VictimClass::Unspecified || loose(one) && loose(other);
    let sides = (
        side(whole.claim.speaker.as_deref()),
        side(part.claim.speaker.as_deref()),
    );
    people && !matches!(sides, (Some(one), Some(other)) if one != other)
}

/// Of two sides that count their own dead: true for those in power.
fn side(speaker: Option<&str>) -> Option<bool> {
    let words = speaker?.to_lowercase();
    let has = |list: &[&str]| {
        words
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| list.contains(&word))
    };
    if has(&[
        "activists",
        "activist",
        "opposition",
        "rebels",
        "rebel",
        "observatory",
        "dissidents",
        "committees",
    ]) {
        return Some(false);
    }
    has(&["state", "government", "ministry"]).then_some(true)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_parts;

    /// Texts with their counts, `part` behind those that are parts of another.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "At least 70 people were killed on Friday when troops moved on towns in northern Varland, monitors said. They said \
             41 died when tanks rolled into Orla. Another 22 were shot dead in Kelm, east of the capital.",
            "70; 41 part; 22 part",
        ),
        (
            "Monitors said 63 people had been killed in fighting across Varland on Tuesday. The group said 19 villagers and 14 \
             rebels had died in clashes in Sevrin province.",
            "63; 19 part; 14 part",
        ),
        (
            "There were reports of shelling across the country, with residents saying at least 55 people were killed on Monday. \
             The committees said 21 people died in Orla. Another 16 people were killed in the town of Kelm on Monday and \
             seven in the port of Tarn.",
            "55; 21 part; 16 part; 7 part",
        ),
        (
            "Fifteen people were killed in separate attacks in Varland on Thursday. A bomb killed eight people at a market in \
             Orla. In the south, gunmen shot dead four guards near Kelm on Thursday evening.",
            "15; 8 part; 4 part",
        ),
        (
            "Clashes killed 12 people in Orla and Kelm on Friday. Seven people were killed in Kelm on Friday.",
            "12; 7 part",
        ),
        (
            "Some 115,000 people have fled to neighbouring countries. In all, 42,000 people live in camps in Turkey and 34,000 \
             people live in camps in Jordan.",
            "115000; 42000 part; 34000 part",
        ),
        // another day, the other side's count, others who were harmed, one event, a total that goes on, more than the whole
        (
            "At least 40 people were killed across Varland on Monday. On Tuesday, 12 people were killed in Orla.",
            "40; 12",
        ),
        (
            "Activists said 30 people were killed across Varland on Friday. State television said gunmen killed five soldiers \
             in Orla on Friday.",
            "30; 5",
        ),
        (
            "Some 60 rebels were killed across Varland on Monday. Seven policemen were killed in Orla on Monday.",
            "60; 7",
        ),
        (
            "Some 50 people died in a plane crash in Varland on Monday. Four people died in a fire in Orla on Monday.",
            "50; 4",
        ),
        (
            "More than 9,000 people have been killed across Varland since March. On Monday 14 people were killed in Orla.",
            "9000; 14",
        ),
        (
            "Fighting killed 20 people across Varland on Sunday. Fourteen people died in Orla on Sunday. Eleven people died in \
             Kelm on Sunday.",
            "20; 14; 11",
        ),
        (
            "Twelve people were injured in the crash. Another five were injured in Kelm.",
            "12; 5",
        ),
        (
            "At least 45 people died in the quake. At least 16 people died in the town of Orla and another 11 died in the town of Kelm.",
            "45; 16 part; 11 part",
        ),
        (
            "Floods killed 60 people. In Orla district 20 people died. In neighbouring Kelm district 12 people died.",
            "60; 20 part; 12 part",
        ),
        (
            "Some 25,000 people were displaced in Orla, Kelm and Tarn. In Tarn, 7,000 people were displaced.",
            "25000; 7000 part",
        ),
        (
            "At least 34 people were shot dead in the province of Orla, the city of Kelm and in the old town of Sevrin. \
             Marr was away. Activists said five people were killed in the old town of Sevrin.",
            "34; 5 part",
        ),
        (
            "At least 34 people were shot dead in the province of Orla, the city of Kelm and in the old town of Sevrin. \
             Marr was away. Activists said five people were killed in the old town of Tarn.",
            "34; 5",
        ),
        // more than the whole, one town alone, a place that the whole does not list
        (
            "Floods killed 30 people. In Orla district 20 people died. In Kelm district 12 people died.",
            "30; 20; 12",
        ),
        ("A bomb killed 30 people. In Orla district 20 people died.", "30; 20"),
        (
            "Some 25,000 people were displaced in Orla, Kelm and Tarn. In Sevrin, 7,000 people were displaced.",
            "25000; 7000",
        ),
    ];

    #[test]
    fn places_are_parts_of_their_whole() {
        check_parts(EXAMPLES);
    }
}
