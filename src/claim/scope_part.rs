//! Which counts are parts of other counts: listed behind "including", told of "the dead", adding up, or of the same incident.

use std::ops::Range;

use super::lexicon::Tag;
use super::scope_days::Days;
use super::scope_incident::of_incident;
use super::scope_listed::{breakdown, brings_total, bulleted, is_condition, lists_on, one_and_another, raised};
use super::scope_places::{by_place, suits};
use super::scope_sites::Names;
use super::scope_whole::{bodies_of, is_of_the_harmed, named_whole, tells_new_event, whole_behind, without_whole};
use super::text::Text;
use super::{Context, Draft, Form, Happened};
use crate::base::Why;

/// How many sentences a breakdown may run on after its whole.
pub(super) const BREAKDOWN: usize = 12;
/// How many sentences after its whole a count without a noun reads on from it.
pub(super) const READS_ON: usize = 3;
/// How many sentences a headline and a lead have.
pub(super) const LEAD: usize = 4;
/// From here on a number without a noun stands for itself.
const WHOLE: u64 = 1_000;

/// Marks the parts among the counts and names the whole of each.
pub(super) fn parts(text: &Text<'_, '_>, context: &Context<'_, '_>, drafts: &mut [Draft]) {
    let places: Vec<Seat> = drafts.iter().map(|draft| Seat::of(text, draft)).collect();
    let breaks = super::when_cue::breaks(text);
    let days = Days(context.times);
    for index in 0..drafts.len() {
        let rule = part_rule(text, drafts, &places, index);
        let no_whole = rule.is_none() && without_whole(text, drafts, &places, index);
        let Some(draft) = drafts.get_mut(index) else { break };
        match rule {
            Some("part/beside") => draft.claim.part_of = false,
            None if no_whole => draft.claim.part_of = false,
            Some(rule) if !draft.claim.part_of => mark(draft, rule),
            _ => {}
        }
    }
    for whole in 0..drafts.len() {
        for index in breakdown(text, (drafts, &places), whole, &breaks, days).unwrap_or_default() {
            if let Some(draft) = drafts.get_mut(index) {
                mark(draft, "part/adds-up");
            }
        }
    }
    for index in bulleted(text, drafts, &places) {
        if let Some(draft) = drafts.get_mut(index).filter(|draft| !draft.claim.part_of) {
            mark(draft, "part/bulleted");
        }
    }
    let names = Names::of(text, context.names);
    let placed = by_place(text, &names, days, (drafts, &places), &breaks);
    for (index, _) in &placed {
        if let Some(draft) = drafts.get_mut(*index).filter(|draft| !draft.claim.part_of) {
            mark(draft, "part/by-place");
        }
    }
    link_wholes(drafts, &places, &placed);
}

fn mark(draft: &mut Draft, rule: &'static str) {
    draft.claim.part_of = true;
    let span = draft.claim.span;
    draft.claim.why.parts.push(Why::leaf(rule, span));
}

/// Where a count stands.
pub(super) struct Seat {
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    pub(super) start: usize,
}

impl Seat {
    fn of(text: &Text<'_, '_>, draft: &Draft) -> Self {
        let tokens = text.scan.tokens_in(draft.claim.span);
        Self {
            sentence: text.scan.sentence_index(tokens.start).unwrap_or(0),
            start: text.sentence(tokens.start).start,
            tokens,
        }
    }
}

fn part_rule(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> Option<&'static str> {
    let (draft, seat) = (drafts.get(index)?, seats.get(index)?);
    if draft.claim.form == Form::Number && is_of_the_harmed(text, seat) {
        return Some("part/of-the-harmed");
    }
    if let Some(rule) = listed(text, drafts, seats, index) {
        return Some(rule);
    }
    if draft.claim.form == Form::Number && lists_on(text, drafts, seats, index) {
        return Some("part/lists-on");
    }
    if draft.claim.form == Form::Number && is_condition(text, drafts, seats, index) {
        return Some("part/condition");
    }
    if let Some(rule) = named_whole(text, drafts, seats, index) {
        return Some(rule);
    }
    if draft.claim.form == Form::Number && bodies_of(text, seat) {
        return Some("part/of-the-harmed");
    }
    if of_all(text, seat) || brings_total(text, seat) || raised(text, seat) {
        return Some("part/of-all");
    }
    if draft.claim.form == Form::Number && one_and_another(text, drafts, seats, index) {
        return Some("part/one-another");
    }
    if draft.claim.form == Form::Number && reads_on(text, drafts, seats, index) {
        return Some("part/reads-on");
    }
    of_incident(text, drafts, seats, index).filter(|_| draft.claim.form == Form::Number)
}

/// "Of the affected people, 12 were hurt and 40 took shelter"; "the remaining two".
fn of_all(text: &Text<'_, '_>, seat: &Seat) -> bool {
    // "out of this, 97 died of burns"
    let out = usize::from(text.reads(seat.start, &["out", "of"]));
    let this = matches!(text.lower(seat.start + out + 1), "this" | "them") && text.lower(seat.start + out + 2) == ",";
    let opens = text.lower(seat.start + out) == "of"
        && (this || matches!(text.lower(seat.start + out + 1), "the" | "those" | "these" | "all"));
    let comma = (seat.start + 2..seat.start + 7).any(|at| text.lower(at) == ",");
    let rest = (seat.tokens.start.saturating_sub(1).max(seat.start)..seat.tokens.end)
        .any(|at| text.lower(at) == "remaining" && text.quantity(at + 1).is_some());
    opens && comma && seat.tokens.start > seat.start + 2 || rest || out_of(text, seat)
}

/// "the survey shows that out of the 286 people killed, some 41 were burnt"
fn out_of(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let number = |at: usize| {
        let quantity = text.quantities.get(text.quantity(at)?)?;
        quantity.figure.anchor()
    };
    let Some(part) = number(seat.tokens.end - 1).or_else(|| number(seat.tokens.start)) else {
        return false;
    };
    let comma = text.lower(seat.tokens.start.saturating_sub(1)) == ",";
    let whole = |at: usize| {
        let the = usize::from(text.lower(at + 1) == "the");
        let out = at > seat.start && text.lower(at - 1) == "out";
        text.lower(at) == "of" && (the == 1 || out) && number(at + 1 + the).is_some_and(|whole| whole > part)
    };
    comma && (seat.start..seat.tokens.start - 1).any(whole)
}

/// "288, including 52 children, 7 women and 2 medics, were wounded"; not "apart from two officers".
fn listed(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> Option<&'static str> {
    let (draft, seat) = (drafts.get(index)?, seats.get(index)?);
    let opener = (seat.start..seat.tokens.start)
        .rev()
        .find(|&at| opens_list(text, at) || at + 1 == seat.tokens.start && is_with(text, at))?;
    let beside = (opener..seat.tokens.start).any(|at| is_beside(text, at));
    if beside {
        return draft.claim.part_of.then_some("part/beside");
    }
    let between = opener + 1..seat.tokens.start;
    let closed = between.clone().any(|at| {
        text.outcome(at).is_some() || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::REL)) || text.lower(at) == ";"
    });
    // ", and a visitor were arrested": behind the list
    let prior = seat.tokens.start.saturating_sub(1);
    let behind = text.lower(prior) == "and"
        && text.lower(prior.saturating_sub(1)) == ","
        && (text.is(seat.tokens.end, Tag::BE.or(Tag::PAST)) || text.outcome_from(seat.tokens.end).is_some())
        && between.clone().filter(|&at| text.lower(at) == ",").count() == 1;
    let whole = drafts
        .iter()
        .zip(seats)
        .take(index)
        .rev()
        .take(BREAKDOWN * 2)
        .any(|(other, there)| {
            there.sentence == seat.sentence
                && other.claim.kind == draft.claim.kind
                && there.tokens.end <= opener + 1
                && larger(other, draft)
                && (text.lower(opener) != "with" || suits(other, draft))
        });
    (!closed && !behind && (whole || includes(text, opener, seat))).then_some("part/listed")
}

/// "14 were wounded, with three hit in the chest"
fn is_with(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "with" && text.lower(at.saturating_sub(1)) == ","
}

/// "a group of miners, including six foremen, went missing": part of people whom no number counts.
fn includes(text: &Text<'_, '_>, opener: usize, seat: &Seat) -> bool {
    let before = opener.saturating_sub(1 + usize::from(text.lower(opener.saturating_sub(1)) == ","));
    let people = text.is(before, Tag::PERSON) && !text.is(before, Tag::SINGULAR);
    text.lower(opener) == "including" && people && opener + 1 == seat.tokens.start
}

fn opens_list(text: &Text<'_, '_>, at: usize) -> bool {
    match text.lower(at) {
        "including" | "comprising" | "namely" => true,
        "among" => matches!(text.lower(at + 1), "them" | "whom" | "these" | "those"),
        _ => false,
    }
}

fn is_beside(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "besides" | "alongside")
        || text.reads(at, &["apart", "from"])
        || text.reads(at, &["aside", "from"])
        || text.reads(at, &["as", "well", "as"])
        || text.reads(at, &["along", "with"])
        || text.reads(at, &["in", "addition", "to"])
}

/// "another five", "22 more", "two others": beside those told of before; "no more than 20" adds nobody.
pub(super) fn is_additional(text: &Text<'_, '_>, seat: &Seat) -> bool {
    (seat.tokens.start..seat.tokens.end + 1).any(|at| match text.lower(at) {
        "more" => text.lower(at + 1) != "than",
        word => matches!(word, "others" | "other" | "further" | "another" | "additional"),
    })
}

/// True where the one can hold the other.
pub(super) fn larger(whole: &Draft, part: &Draft) -> bool {
    match (whole.claim.figure.anchor(), part.claim.figure.anchor()) {
        (Some(whole), Some(part)) => whole > part,
        _ => true,
    }
}

/// "Three were injured. One had to be taken to hospital": a smaller count without a noun reads on from the one before.
fn reads_on(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return false;
    };
    let claim = &draft.claim;
    let quantity = text
        .quantity(seat.tokens.end.saturating_sub(1))
        .or_else(|| text.quantity(seat.tokens.start));
    let bare = quantity
        .and_then(|index| text.quantities.get(index))
        .is_some_and(|quantity| quantity.tokens.end >= seat.tokens.end && !text.is(quantity.tokens.end, Tag::PERSON));
    let begins =
        seat.tokens.start <= seat.start + 1 || matches!(text.lower(seat.tokens.start.saturating_sub(1)), "," | ";");
    if !bare
        || !begins
        || is_additional(text, seat)
        || text.lower(seat.tokens.start) == "all"
        || tells_new_event(text, seat)
    {
        return false;
    }
    // "no one was hurt", "an estimated 1.5 million are homeless": of no other count
    if claim.figure.value == Some(0) || claim.figure.anchor().is_some_and(|number| number >= WHOLE) {
        return false;
    }
    // "45 were wounded, many of them by glass"
    if claim.figure.anchor().is_none() {
        let same = |(other, there): (&Draft, &Seat)| {
            there.sentence == seat.sentence && other.claim.kind == claim.kind && other.claim.figure.anchor().is_some()
        };
        return text.lower(seat.tokens.start.saturating_sub(1)) == ","
            && drafts.iter().zip(seats).take(index).rev().take(BREAKDOWN).any(same);
    }
    let whole = drafts
        .iter()
        .zip(seats)
        .take(index)
        .rev()
        .take(BREAKDOWN * 2)
        .find(|(other, there)| other.claim.kind == claim.kind && there.sentence + READS_ON >= seat.sentence);
    let lead = drafts
        .iter()
        .zip(seats)
        .take(index)
        .take_while(|(_, there)| there.sentence < LEAD)
        .find(|(other, there)| {
            other.claim.kind == claim.kind && there.sentence < seat.sentence && !other.claim.part_of
        });
    if lead.is_some_and(|(other, _)| other.claim.form == Form::Number && larger(other, draft)) {
        return seat.tokens.start <= seat.start + 1;
    }
    whole.is_some_and(|(other, there)| {
        let nearer = there.sentence < seat.sentence || other.claim.part_of;
        larger(other, draft) && nearer && (draft.happened == other.happened || draft.happened == Happened::Unsaid)
    })
}

/// Names the whole of every part: the nearest count of the same harm before it that is no part itself.
fn link_wholes(drafts: &mut [Draft], seats: &[Seat], placed: &[(usize, usize)]) {
    let wholes: Vec<Option<String>> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            let part = &draft.claim;
            let here = seats.get(index)?.sentence;
            let known = placed.binary_search_by_key(&index, |(part, _)| *part);
            if let Some((_, whole)) = known.ok().and_then(|at| placed.get(at)) {
                return drafts.get(*whole).map(|whole| whole.claim.key.clone());
            }
            if let Some(whole) = whole_behind(drafts, seats, index) {
                return Some(whole);
            }
            let from = index.saturating_sub(BREAKDOWN);
            let near = drafts.get(from..index)?.iter().zip(seats.get(from..index)?);
            let (whole, there) = near
                .rev()
                .find(|(whole, _)| whole.claim.kind == part.kind && !whole.claim.part_of)?;
            (part.part_of && there.sentence + BREAKDOWN / 2 >= here).then(|| whole.claim.key.clone())
        })
        .collect();
    for (draft, whole) in drafts.iter_mut().zip(wholes) {
        draft.claim.part_of_key = whole;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_parts;

    /// Texts with their counts as `value`, `part` behind those that are parts of another.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "In Orla 288 people, including 52 children and 7 women, were wounded.",
            "288; 52 part; 7 part",
        ),
        (
            "Some 67 people, including 20 children, and two visitors were arrested.",
            "67; 20 part; 2",
        ),
        (
            "At least 61 villagers - including eight nurses - had been hurt.",
            "61; 8 part",
        ),
        (
            "Six farmers, including three girls, apart from two guards, were hurt in the brawl.",
            "6; 3 part; 2",
        ),
        (
            "Ten people were killed. At least three of the dead were miners.",
            "10; 3 part",
        ),
        ("Six of the injured were taken to Orla.", "6 part"),
        (
            "The survey shows that out of the 286 people killed in the rioting, some 41 were shot.",
            "286; 41 part",
        ),
        ("Of a town of 286 people, some 41 were shot.", "41"),
        (
            "Some 108 people died. No more than 20 appeared to have been killed by shells.",
            "108; 20 part",
        ),
        (
            "A group of miners, including six foremen, went missing on Monday.",
            "6 part",
        ),
        (
            "Around 14 people were wounded, with three hit in the chest, a cleric said.",
            "14; 3 part",
        ),
        ("Around 14 villagers were killed, with 30 soldiers wounded.", "14; 30"),
        ("The bodies of two of the gunmen lay in the yard.", "2 part"),
        ("The bodies of two gunmen lay in the yard.", "2"),
        (
            "At least three people were killed on Friday. One person was shot dead in Orla. Another was shot dead in the town of Kelm.",
            "3; 1 part; 1 part",
        ),
        (
            "Marr spoke on Friday. One person was shot dead in Orla. Another was shot dead in the town of Kelm.",
            "1; 1",
        ),
        ("The toll touched 544. Out of this, 97 died of burns.", "544; 97 part"),
        (
            "The 16 deaths in Orla on Tuesday brought the total number of dead since Friday to 33.",
            "16 part; 33",
        ),
        (
            "The quake killed 200,000 people and left two million homeless. An estimated 1.5 million are homeless.",
            "200000; 2000000; 1500000",
        ),
        ("Three of the city's guards were wounded.", "3"),
        ("Police detained 149 of its members.", "149"),
        ("Twelve people were injured. One was injured badly.", "12; 1 part"),
        (
            "Twelve people were injured. Another five were injured in Kelm.",
            "12; 5",
        ),
        ("The remaining two were freed.", "2 part"),
        (
            "Two soldiers were killed on Monday, bringing the total number of dead to seven.",
            "2 part; 7",
        ),
        ("Two soldiers were killed on Monday.", "2"),
        (
            "ORLA - A bomb wounded seven people.\n\nKELM - A bomb wounded three people.\n\nSEVRIN - A bomb wounded four people.",
            "7; 3; 4",
        ),
        (
            "The ministry counted 14 dead. Nine of the dead came from Orla, four from Kelm and one from Sevrin.",
            "14; 9 part; 4 part; 1 part",
        ),
        (
            "The toll from the sinking rose to 14 after two more bodies were found.",
            "14; 2 part",
        ),
        ("Two more bodies were found on Friday.", "2"),
        (
            "Twenty people are dead.\n\n- 3 people died at the gate\n\n- 2 people died at the mill\n\n- 1 man died in a van",
            "20; 3 part; 2 part; 1 part",
        ),
        (
            "Two people are dead.\n\n- 3 people died at the gate\n\n- 2 people died at the mill",
            "2; 3; 2",
        ),
        ("Two miners died on Monday, with the toll now at 14.", "2 part; 14"),
        (
            "Clashes killed 20 people. Ten people were killed in Orla, three in Kelm, two in Sevrin.",
            "20; 10 part; 3 part; 2 part",
        ),
        (
            "Ten people were killed in Orla, three in Kelm, two in Sevrin.",
            "10; 3; 2",
        ),
        (
            "Twelve people were killed on Monday. Five were killed in Orla on Monday and seven were killed in Kelm on Monday.",
            "12; 5 part; 7 part",
        ),
    ];

    #[test]
    fn parts_are_told_from_other_counts() {
        check_parts(EXAMPLES);
    }
}
