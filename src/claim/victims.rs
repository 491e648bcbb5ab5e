//! Who was harmed, where the words around a count tell more than its noun.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::victims_around::{around, is_bare};
use super::victims_words::{
    BODIES, harm_class, has_left, is_at_the_head, is_hand, is_kin, noun_class, of_class, stem, women_and_children,
};
use super::{Claim, Draft, Form, Kind, VictimClass};

/// Who was harmed, where the words behind the noun tell more: "bodies of soldiers", "UN military and police personnel".
pub(super) fn of_phrase(text: &Text<'_, '_>, phrase: &Phrase, fraction: bool) -> VictimClass {
    if phrase.class == VictimClass::Other && of_families(text, phrase.end) {
        return VictimClass::Civilian;
    }
    if phrase.class != VictimClass::Unspecified {
        return phrase.class;
    }
    if let Head::Harm(at) = phrase.head
        && at >= phrase.tokens.start
    {
        let class = harm_class(text, phrase.tokens.start..at);
        if class != VictimClass::Unspecified {
            return class;
        }
        let fled = matches!(text.lower(at), "refugees" | "refugee" | "evacuees");
        if fled
            || text
                .outcome(at)
                .is_some_and(|outcome| outcome.row_is("displaced/arrivals"))
        {
            return VictimClass::Civilian;
        }
    }
    let end = text.sentence(phrase.tokens.start).end;
    if text.lower(phrase.end) == "of" {
        for at in phrase.end + 1..end.min(phrase.end + 6) {
            if text.is(at, Tag::PERSON) {
                return noun_class(text, phrase.end + 1..at);
            }
        }
    }
    let reach = phrase.tokens.start..end.min(phrase.end + 4);
    let trade = reach
        .clone()
        .take_while(|&at| {
            text.is_word(at) && (at < phrase.end || !text.is(at, Tag::BE.or(Tag::PREP).or(Tag::HAVE).or(Tag::SUBORD)))
        })
        .find(|&at| {
            matches!(text.lower(at), "military" | "army") && (at + 1..at + 4).any(|at| text.is(at, Tag::PERSON))
        });
    if trade.is_some() {
        return VictimClass::SecurityForce;
    }
    let asked = fraction || of_others(text, phrase.tokens.start..phrase.end);
    if asked {
        return predicate(text, phrase.end).unwrap_or(VictimClass::Unspecified);
    }
    VictimClass::Unspecified
}

/// "13 members of two families"
fn of_families(text: &Text<'_, '_>, end: usize) -> bool {
    (end.saturating_sub(1)..=end).any(|of| {
        text.lower(of) == "of" && text.quantity(of + 1).is_some() && matches!(text.lower(of + 2), "family" | "families")
    })
}

/// "three of the dead", "one of them"
fn of_others(text: &Text<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        text.lower(at) == "of"
            && (text.outcome(at + 2).is_some() || matches!(text.lower(at + 1), "them" | "whom" | "those" | "these"))
    })
}

/// "of them were police officers", "are members of the guard": what the words behind "to be" call them.
fn predicate(text: &Text<'_, '_>, from: usize) -> Option<VictimClass> {
    let end = text.sentence(from).end.min(from + 14);
    let mut be = (text.is(from.checked_sub(1)?, Tag::PRON) || text.lower(from) == "members").then_some(from);
    for at in from..end {
        if !text.is_word(at) && text.lower(at) != "-"
            || text.is(at, Tag::PAST) && !text.is(at, Tag::PERSON) && !text.is(at - 1, Tag::DET)
        {
            return None;
        }
        if text.is(at, Tag::BE) {
            be = Some(at + 1);
        } else if text.is(at, Tag::PREP) && text.lower(at) != "of" {
            be = None;
        } else if let Some(open) = be.filter(|_| text.is(at, Tag::PERSON)) {
            if women_and_children(text, at + 1) {
                return Some(VictimClass::Civilian);
            }
            let compound = text.is(at + 1, Tag::PERSON);
            let class = noun_class(text, open..at);
            if !compound {
                let last = (at + 1..end.min(at + 8))
                    .take_while(|&at| text.is_word(at))
                    .last()
                    .map_or(at, |last| last + 1);
                let of = text.lower(at + 1) == "of";
                return Some(if of { of_class(text, at + 2..last, class) } else { class });
            }
        }
    }
    // "were police", "most of them soldiers"
    let noun = (from..from + 3).find(|&at| text.is(at, Tag::PERSON))?;
    be.map(|_| noun_class(text, from..noun))
}

/// Words for those at the head of a state or group.
const LEADERS: &[&str] = &[
    "leader",
    "president",
    "minister",
    "premier",
    "king",
    "emir",
    "dictator",
    "warlord",
    "chieftain",
    "elder",
    "ruler",
    "strongman",
    "commander",
    "gen",
    "gen.",
    "general",
    "chief",
    "governor",
    "mayor",
    "founder",
];

/// What only those at the head have: "Brenk's regime".
const REIGNS: &[&str] = &[
    "regime",
    "government",
    "forces",
    "rule",
    "troops",
    "army",
    "reign",
    "presidency",
    "cabinet",
];

/// What only a state has: "Brenk's government".
const STATES: &[&str] = &["regime", "government", "presidency", "cabinet"];

/// Those whom the text tells to lead, by their names in small letters.
#[derive(Default)]
struct Leaders<'s> {
    /// Heads of a state or group.
    all: HashSet<&'s str>,
    /// Those among them who have a state: "Brenk's government".
    rulers: HashSet<&'s str>,
}

impl<'s> Leaders<'s> {
    fn of(text: &'s Text<'_, '_>) -> Self {
        let mut out = Self::default();
        for at in 0..text.scan.tokens.len() {
            let word = text.lower(at);
            if LEADERS.contains(&word) {
                out.all.extend(
                    (at + 1..at + 6)
                        .take_while(|&at| text.is_name(at) || text.lower(at) == ",")
                        .map(|at| stem(text.lower(at))),
                );
            } else if word.ends_with("'s")
                && text.is_name(at)
                && (at + 1..at + 3).any(|at| REIGNS.contains(&text.lower(at)))
            {
                out.all.insert(stem(word));
                if STATES.contains(&text.lower(at + 1)) {
                    out.rulers.insert(stem(word));
                }
            }
        }
        out.all.remove(",");
        if has_new_rulers(text) {
            out.rulers.extend(councils(text));
        }
        out
    }
}

/// "Varland's new rulers", "the interim council": those who fought have become the government.
fn has_new_rulers(text: &Text<'_, '_>) -> bool {
    (1..text.scan.tokens.len()).any(|at| match text.lower(at) {
        "rulers" => text.lower(at - 1) == "new",
        "council" | "government" | "authorities" => {
            (at.saturating_sub(4)..at).any(|at| matches!(text.lower(at), "interim" | "provisional"))
        }
        _ => false,
    })
}

/// The councils of the text by the word that stands before their fighters: "VTC" of a "Varland Transition Council".
fn councils<'s>(text: &'s Text<'_, '_>) -> impl Iterator<Item = &'s str> {
    (0..text.scan.tokens.len()).filter_map(|at| {
        let acts = [
            "forces",
            "troops",
            "official",
            "officials",
            "fighters",
            "spokesman",
            "chairman",
            "leaders",
        ];
        let word = text.scan.tokens.get(at)?.span.of(text.scan.text);
        let letters = (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        (letters && word.ends_with('C') && acts.contains(&text.lower(at + 1))).then(|| text.lower(at))
    })
}

/// "20 Brenk fighters" where his government was told of: those of a state, not of a band.
fn is_rulers_fighters(text: &Text<'_, '_>, claim: &Claim, rulers: &HashSet<&str>) -> bool {
    let tokens = text.scan.tokens_in(claim.span);
    let Some(name) = tokens.end.checked_sub(2).filter(|&at| at >= tokens.start) else {
        return false;
    };
    let fighters = claim.victim_class == VictimClass::Militant
        && matches!(text.lower(name + 1), "fighters" | "fighter" | "loyalists" | "loyalist");
    let men = claim.victim_class == VictimClass::Unspecified && text.lower(name + 1) == "men";
    (fighters || men) && text.is_name(name) && rulers.contains(stem(text.lower(name)))
}

/// "45 fighters", with no word of whose they are
fn is_just_fighters(text: &Text<'_, '_>, claim: &Claim) -> bool {
    let tokens = text.scan.tokens_in(claim.span);
    let noun = tokens.end.saturating_sub(1);
    claim.victim_class == VictimClass::Militant
        && noun > tokens.start
        && text.lower(noun) == "fighters"
        && text.quantity(noun - 1).is_some()
}

/// "two of Brenk's sons" where Brenk is told to be a leader, "two of his sons" behind his name.
fn is_leaders_kin(text: &Text<'_, '_>, tokens: &Range<usize>, leaders: &HashSet<&str>) -> bool {
    let Some(kin) = tokens
        .clone()
        .rev()
        .find(|&at| is_kin(text.lower(at)) || text.reads(at, &["family", "members"]))
    else {
        return false;
    };
    let own = tokens
        .start
        .saturating_sub(25)
        .max(text.sentence(tokens.start).start.saturating_sub(25))..tokens.start;
    (tokens.start..kin)
        .any(|at| leaders.contains(stem(text.lower(at))) && super::single_words::is_genitive(text.lower(at)))
        || (tokens.start..kin).any(|at| matches!(text.lower(at), "his" | "her" | "their"))
            && own
                .rev()
                .find(|&at| text.is_name(at) && !text.is(at, Tag::DET.or(Tag::PERSON)))
                .is_some_and(|at| leaders.contains(stem(text.lower(at))))
}

/// Gives counts whose own words tell no class the one that their sentence, their whole or the count before tells.
pub(super) fn classes(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let mut last: Option<(usize, VictimClass)> = None;
    let mut told: Option<(usize, Kind, VictimClass)> = None;
    let mut single: Option<(usize, VictimClass, usize)> = None;
    let mut ruling: Option<usize> = None;
    let leaders = Leaders::of(text);
    for draft in drafts.iter_mut() {
        let claim = &mut draft.claim;
        let at = text.scan.token_at(claim.span.start());
        of_leaders_or_suspects(text, claim, &leaders);
        let Some(here) = text.scan.sentence_index(at) else {
            continue;
        };
        let rulers = is_rulers_fighters(text, claim, &leaders.rulers);
        if rulers || is_just_fighters(text, claim) && ruling.is_some_and(|there| here <= there + 1) {
            claim.victim_class = VictimClass::SecurityForce;
            ruling = Some(here);
        }
        if claim.form != Form::Number {
            // "54 civilians and a policeman were killed and thousands injured": a mixture tells nothing
            let mixed = claim.victim_class != VictimClass::Unspecified
                && last.is_some_and(|(there, class)| there == here && class != claim.victim_class);
            if mixed && !claim.part_of {
                last = None;
            }
            if claim.form == Form::Implicit && !claim.part_of {
                // who was with a child or a passer-by may be anybody
                let harmed = claim.roles.outcome.map(|outcome| outcome.end());
                single = harmed
                    .map(|end| (here, claim.victim_class, end))
                    .filter(|(_, class, _)| !mixed && is_of_a_body(*class));
            }
            continue;
        }
        let open = refers(text, claim);
        if claim.victim_class == VictimClass::Unspecified {
            let told = around(text, claim).or_else(|| of_counted(text, claim, here));
            claim.victim_class = told.unwrap_or(VictimClass::Unspecified);
        }
        if claim.victim_class != VictimClass::Unspecified {
            // children "among them" tell nothing of the others
            if !claim.part_of {
                last = Some((here, claim.victim_class));
                told = Some((here, claim.kind, claim.victim_class));
            }
            continue;
        }
        let Some(reach) = open else {
            if !claim.part_of {
                last = None;
                told = None;
            }
            continue;
        };
        let near = |there: usize| here - there.min(here) <= reach && (reach == FAR || !parted(text, there, here));
        // "Five officers were hurt. Another 21 were arrested": those who arrest are not taken for the arrested
        let taken = claim.roles.outcome.is_some_and(|span| {
            let harm = text.lower(text.scan.token_at(span.start()));
            harm.starts_with("captur") || harm == "taken"
        });
        let fits = |class: VictimClass| claim.kind != Kind::Arrested || taken || class != VictimClass::SecurityForce;
        // "a guardsman was killed and four wounded"
        let start = claim.span.start();
        let beside = || {
            let told = single.filter(|(there, class, end)| *there == here && *end <= start && fits(*class));
            told.map(|(there, class, _)| (there, class))
        };
        if let Some((_, class)) = last
            .filter(|(there, class)| near(*there) && fits(*class))
            .or_else(beside)
        {
            claim.victim_class = class;
            last = Some((here, class));
        } else if let Some((_, _, class)) =
            told.filter(|(there, kind, _)| is_same_set(*kind, claim.kind) && here <= *there + FAR && reach > 0)
        {
            // "Twelve workers were freed. … Five were freed on Monday": of the same set
            claim.victim_class = class;
        }
    }
    inherit(drafts);
}

/// "Some 200 students marched. Several of them were held": those whom the sentence before begins with.
fn of_counted(text: &Text<'_, '_>, claim: &Claim, here: usize) -> Option<VictimClass> {
    let tokens = text.scan.tokens_in(claim.span);
    let of = tokens
        .end
        .checked_sub(2)
        .filter(|&of| of >= tokens.start && text.reads(of, &["of", "them"]))?;
    // "… were children, and 14 of them were small": of those
    if tokens.start > text.sentence(tokens.start).start + 1 {
        return None;
    }
    let before = text.scan.sentences.get(here.checked_sub(1)?)?.tokens.clone();
    let noun = (before.start..before.end.min(before.start + 5)).find(|&at| text.is(at, Tag::PERSON))?;
    let counted = (before.start..noun).any(|at| text.quantity(at).is_some());
    Some(noun_class(text, before.start..noun)).filter(|class| of > 0 && counted && *class != VictimClass::Unspecified)
}

fn of_leaders_or_suspects(text: &Text<'_, '_>, claim: &mut Claim, leaders: &Leaders<'_>) {
    if is_leaders_kin(text, &text.scan.tokens_in(claim.span), &leaders.all) {
        claim.victim_class = VictimClass::Other;
    }
    of_deserters_or_a_body(text, claim);
    if is_shot_suspect(text, claim) {
        claim.victim_class = VictimClass::Militant;
    }
}

/// "two army defectors died": they fought on; "the UN has lost 40 workers": those of a body.
fn of_deserters_or_a_body(text: &Text<'_, '_>, claim: &mut Claim) {
    let tokens = text.scan.tokens_in(claim.span);
    let last = tokens.end.saturating_sub(1);
    let harmed = matches!(claim.kind, Kind::Killed | Kind::Injured);
    if has_left(text.lower(last)) && harmed && claim.victim_class == VictimClass::Other {
        claim.victim_class = VictimClass::Militant;
    }
    // "the league said two of its activists were held"
    let own = (tokens.start..last).any(|at| matches!(text.lower(at), "its" | "their") && text.lower(at - 1) == "of");
    if own && matches!(text.lower(last), "activist" | "activists" | "volunteers" | "cadres") {
        claim.victim_class = VictimClass::Other;
    }
    // "three senior regime figures"
    let figures = (last..last + 3).find(|&at| text.lower(at) == "figures");
    if figures.is_some_and(|at| is_at_the_head(text, &(tokens.start..at))) {
        claim.victim_class = VictimClass::Official;
    }
    let lost = matches!(&*claim.why.rule, "link/lost" | "link/lost-own")
        && claim.victim_class == VictimClass::Civilian
        && (is_hand(text.lower(last)) || text.lower(last) == "people");
    let first = text.sentence(tokens.start).start.max(tokens.start.saturating_sub(6));
    if lost && (first..tokens.start).any(|at| BODIES.contains(&text.lower(at))) {
        claim.victim_class = VictimClass::Other;
    }
}

/// Those who go about with their like.
fn is_of_a_body(class: VictimClass) -> bool {
    matches!(
        class,
        VictimClass::SecurityForce | VictimClass::Militant | VictimClass::Protester | VictimClass::Journalist
    )
}

/// Whether numbers without a noun of that harm count the people told of before: captives are freed batch by batch.
fn is_same_set(before: Kind, now: Kind) -> bool {
    let captive = |kind: Kind| matches!(kind, Kind::Released | Kind::Abducted);
    captive(before) && captive(now)
}

/// "one suspect was shot": suspects who were harmed are taken for attackers; who was arrested may be anybody.
fn is_shot_suspect(text: &Text<'_, '_>, claim: &Claim) -> bool {
    let tokens = text.scan.tokens_in(claim.span);
    let last = tokens.end.saturating_sub(1);
    matches!(text.lower(last), "suspect" | "suspects")
        && matches!(claim.kind, Kind::Killed | Kind::Injured)
        && claim.victim_class == VictimClass::Unspecified
}

fn parted(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|index| {
        text.scan
            .sentences
            .get(index)
            .is_some_and(|sentence| sentence.paragraph_before)
    })
}

/// How many sentences back "of them" can point.
const FAR: usize = 3;

/// How many sentences back the people of a count without a noun may stand; `None` for a count with one.
fn refers(text: &Text<'_, '_>, claim: &Claim) -> Option<usize> {
    let words = claim.span.of(text.scan.text).to_lowercase();
    let last = words.split_whitespace().next_back()?;
    let of = [
        "of them",
        "of whom",
        "of the dead",
        "of the injured",
        "of the wounded",
        "of the victims",
        "of the deceased",
        "of the detained",
    ]
    .iter()
    .any(|ending| words.ends_with(ending))
        || words.contains("remaining");
    if of {
        return Some(FAR);
    }
    if matches!(&*claim.why.rule, "link/toll" | "link/total-on") {
        return None;
    }
    let others = matches!(
        last,
        "others" | "other" | "more" | "another" | "most" | "many" | "some" | "several" | "scores" | "dozens"
    ) || words.ends_with("other people")
        // "two guards died and a third was hurt"
        || matches!(words.as_str(), "a third" | "a fourth" | "a fifth");
    let harmed = claim.roles.victims.is_none() && matches!(last, "wounded" | "injured" | "dead" | "missing" | "hurt");
    // "two drivers and three women": beside persons of a trade
    let women = matches!(last, "women" | "woman" | "elderly" | "females");
    if others || is_bare(claim) {
        return Some(1);
    }
    (harmed || women).then_some(0)
}

/// "five villagers, two women among them": a part that tells no class is of its whole's.
fn inherit(drafts: &mut [Draft]) {
    let known: HashMap<String, VictimClass> = drafts
        .iter()
        .filter(|draft| draft.claim.victim_class != VictimClass::Unspecified && draft.claim.form == Form::Number)
        .map(|draft| (draft.claim.key.clone(), draft.claim.victim_class))
        .collect();
    for draft in drafts {
        let claim = &mut draft.claim;
        if claim.victim_class == VictimClass::Unspecified && claim.part_of {
            let whole = claim.part_of_key.as_ref().and_then(|key| known.get(key));
            claim.victim_class = whole.copied().unwrap_or(VictimClass::Unspecified);
        }
    }
}
