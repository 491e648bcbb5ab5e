//! Who was harmed, told by the sentence around a count whose own words do not tell.

use super::lexicon::Tag;
use super::text::Text;
use super::victims_words::{noun_class, side_class, women_and_children};
use super::{Claim, Kind, VictimClass};

/// What the words of the sentence tell of people without a class.
pub(super) fn around(text: &Text<'_, '_>, claim: &Claim) -> Option<VictimClass> {
    let tokens = text.scan.tokens_in(claim.span);
    appended(text, tokens.end)
        .or_else(|| appended_far(text, claim, tokens.end))
        .or_else(|| among_side(text, tokens.end))
        .or_else(|| from_side(text, claim, tokens.end))
        .or_else(|| counted_noun(text, claim, tokens.start))
        .or_else(|| deaths_among(text, claim))
        .or_else(|| at_a_protest(text, claim, tokens.end))
        .or_else(|| fired_on(text, claim, tokens.start))
        .or_else(|| force_attacked(text, claim, tokens.start))
        .or_else(|| harm_done_to(text, claim, tokens.start))
        .or_else(|| of_whom(text, tokens.clone()))
        .or_else(|| of_a_side(text, claim, tokens.clone()))
        .or_else(|| while_protesting(text, tokens.end))
        .or_else(|| of_those_who_protested(text, claim, tokens.start))
        .or_else(|| among_those(text, tokens.start))
        .or_else(|| counted_by_their_own(claim))
}

/// "Journalists Without Maps counted 66 dead": a body of one trade counts its own.
fn counted_by_their_own(claim: &Claim) -> Option<VictimClass> {
    let nobody = claim.victims.is_none() && claim.roles.victims.is_none();
    let speaker = claim.speaker.as_deref().filter(|_| nobody)?;
    let speaker = speaker.to_lowercase();
    let trade = speaker.contains("journalists") || speaker.contains("reporters without");
    trade.then_some(VictimClass::Journalist)
}

/// "16 persons, mostly women and children", "40 people, all of them soldiers"
fn appended(text: &Text<'_, '_>, end: usize) -> Option<VictimClass> {
    let sign = matches!(text.lower(end), "," | "(" | "-" | "–" | "—");
    let mut at = end + usize::from(sign);
    let most = |word: &str| {
        matches!(
            word,
            "mostly" | "mainly" | "majorly" | "largely" | "primarily" | "chiefly" | "all" | "predominantly"
        )
    };
    if !sign || !most(text.lower(at)) {
        return None;
    }
    let whole = text.lower(at) == "all";
    at += 1;
    while matches!(text.lower(at), "of" | "them" | "whom" | "were" | "are") {
        at += 1;
    }
    let noun = (at..at + 4)
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.is(at, Tag::PERSON))?;
    if women_and_children(text, noun + 1) {
        return Some(VictimClass::Civilian);
    }
    let noun = if text.is(noun + 1, Tag::PERSON) { noun + 1 } else { noun };
    // "mostly civilians" leaves a mixture
    Some(noun_class(text, at..noun)).filter(|class| whole && *class != VictimClass::Unspecified)
}

/// "40 people were killed in Orla, all of them soldiers"
fn appended_far(text: &Text<'_, '_>, claim: &Claim, from: usize) -> Option<VictimClass> {
    let outcome = text.scan.tokens_in(claim.roles.outcome?);
    let last = text.sentence(from).end.min(outcome.end + 8);
    if outcome.start < from || outcome.start > from + 6 {
        return None;
    }
    let comma = (outcome.end..last)
        .take_while(|&at| text.quantity(at).is_none() && text.outcome(at).is_none())
        .find(|&at| text.lower(at) == ",")?;
    appended(text, comma)
}

/// "the number of dead workers rose to 51"
fn counted_noun(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<VictimClass> {
    let toll = matches!(&*claim.why.rule, "link/toll" | "link/total-on");
    let outcome = text.scan.tokens_in(claim.roles.outcome.filter(|_| toll)?);
    // "the civilian death toll", "the military death toll"
    let side = (outcome.start.saturating_sub(2)..outcome.end).map(|at| side_class(text, at));
    if let Some(class) = side.rev().find(|class| *class != VictimClass::Unspecified) {
        return Some(class);
    }
    // "brings to 58 the number of foreign soldiers killed"
    let last = if outcome.start > start {
        outcome.end
    } else {
        start.min(outcome.end + 4)
    };
    let noun = (outcome.start..last).find(|&at| text.is(at, Tag::PERSON))?;
    // "the death toll of its peacekeepers", "the toll of dead soldiers"
    let among = text.is(noun.saturating_sub(1), Tag::PREP)
        || noun <= outcome.end
        || matches!(text.lower(outcome.end), "of" | "among");
    among.then(|| noun_class(text, outcome.end.min(noun)..noun))
}

/// "deaths among the border guards totalled 90"
fn deaths_among(text: &Text<'_, '_>, claim: &Claim) -> Option<VictimClass> {
    let outcome = text.scan.tokens_in(claim.roles.outcome?);
    let counted = &*claim.why.rule == "link/numbered" && outcome.end < text.scan.token_at(claim.span.start());
    among_side(text, outcome.end).filter(|_| counted)
}

/// What those do who march.
const MARCHES: &[&str] = &[
    "protest",
    "protests",
    "demonstration",
    "demonstrations",
    "march",
    "rally",
    "rallies",
    "sit",
];

/// "27 people were shot dead at a protest in Orla"
fn at_a_protest(text: &Text<'_, '_>, claim: &Claim, end: usize) -> Option<VictimClass> {
    if !matches!(claim.kind, Kind::Killed | Kind::Injured | Kind::Arrested) {
        return None;
    }
    let last = text.sentence(end.saturating_sub(1)).end.min(end + 9);
    let at = (end..last)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find(|&at| {
            let part = text.reads(at, &["taking", "part", "in"]);
            part || text.lower(at) == "at"
                && (matches!(text.lower(at + 1), "a" | "an" | "the") || MARCHES.contains(&text.lower(at + 1)))
        })?;
    let march = (at + 1..at + 5).any(|at| MARCHES.contains(&text.lower(at)));
    march.then_some(VictimClass::Protester)
}

/// The words before ", killing 12", which tell of what did it.
fn before_killing(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<std::ops::Range<usize>> {
    let outcome = text.scan.tokens_in(claim.roles.outcome?);
    let first = text.sentence(start).start.max(start.saturating_sub(24));
    let killing = outcome.end <= start && text.lower(outcome.start).ends_with("ing");
    killing.then_some(first..outcome.start)
}

/// "fighters attacked government troops near Orla, killing 12": of those whom they attacked.
fn force_attacked(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<VictimClass> {
    let mut before = before_killing(text, claim, start).filter(|_| is_bare(claim))?.rev();
    let verb = before.find(|&at| {
        matches!(text.lower(at), "attacked" | "ambushed" | "attack" | "ambush")
            && matches!(
                text.lower(at.saturating_sub(1)),
                "fighters" | "rebels" | "gunmen" | "militants" | "insurgents" | "had" | "have" | "who"
            )
    })?;
    let side = (verb + 1..verb + 5)
        .take_while(|&at| text.is_word(at))
        .find(|&at| matches!(text.lower(at), "forces" | "troops" | "soldiers"))?;
    (!matches!(text.lower(side + 1), "and" | "or")).then_some(VictimClass::SecurityForce)
}

/// "some 20 casualties among government fighters"
fn among_side(text: &Text<'_, '_>, end: usize) -> Option<VictimClass> {
    let among = text.lower(end) == "among" && !matches!(text.lower(end + 1), "them" | "those" | "these" | "whom");
    class_behind(text, end, 4).filter(|class| among && *class != VictimClass::Unspecified)
}

/// "17 from the rebels and 25 from the government forces"
fn from_side(text: &Text<'_, '_>, claim: &Claim, end: usize) -> Option<VictimClass> {
    if !is_bare(claim) || text.lower(end) != "from" || text.lower(end + 1) != "the" {
        return None;
    }
    (end + 2..end + 6)
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .find_map(|at| match text.lower(at) {
            "rebels" | "opposition" | "insurgents" | "militants" => Some(VictimClass::Militant),
            "army" | "police" | "military" | "forces" | "troops" => Some(VictimClass::SecurityForce),
            _ => None,
        })
}

/// "Among the thousands of protesters who marched, at least 20 people were killed"
fn among_those(text: &Text<'_, '_>, start: usize) -> Option<VictimClass> {
    let first = text.sentence(start).start;
    let comma = (first..start).find(|&at| text.lower(at) == ",")?;
    if text.lower(first) != "among" || comma + 1 != start && comma + 3 < start {
        return None;
    }
    let noun = (first + 1..comma).find(|&at| text.is(at, Tag::PERSON))?;
    Some(noun_class(text, first + 1..noun)).filter(|class| *class != VictimClass::Unspecified)
}

/// "fired at marchers, 26 of whom were held": of those right before.
fn of_whom(text: &Text<'_, '_>, tokens: std::ops::Range<usize>) -> Option<VictimClass> {
    let whom = tokens.end.checked_sub(1).filter(|&at| text.lower(at) == "whom")?;
    let first = text.sentence(whom).start.max(tokens.start.saturating_sub(8));
    let noun = (first..tokens.start).rev().find(|&at| text.is(at, Tag::PERSON))?;
    Some(text.words.class(noun)).filter(|class| *class != VictimClass::Unspecified)
}

/// "the army lost 13 of its men": those of a force.
fn of_a_side(text: &Text<'_, '_>, claim: &Claim, tokens: std::ops::Range<usize>) -> Option<VictimClass> {
    let men = tokens.clone().rev().find(|&at| {
        matches!(text.lower(at), "men" | "personnel" | "members" | "own" | "number") && at > tokens.start
    })?;
    let own = (tokens.start..men).any(|at| matches!(text.lower(at), "its" | "our"))
        || (tokens.start.saturating_sub(3)..tokens.start).any(|at| text.reads(at, &["forces", "lost"]))
        || matches!(&*claim.why.rule, "link/lost" | "link/lost-own");
    let first = text
        .sentence(tokens.start)
        .start
        .max(tokens.start.saturating_sub(HARM_REACH));
    let side = (first..tokens.start).rev().find_map(|at| match text.lower(at) {
        "army" | "military" | "police" | "battalion" | "brigade" | "regiment" | "navy" | "ministry" | "division"
        | "corps" | "gendarmerie" | "constabulary" | "guard" => Some(VictimClass::SecurityForce),
        "rebel" | "rebels" | "insurgents" | "militants" | "guerrillas" | "militia" => Some(VictimClass::Militant),
        _ => None,
    });
    side.filter(|_| own)
}

/// "opened fire on residents, killing two people"
fn fired_on(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<VictimClass> {
    let before = before_killing(text, claim, start)?;
    let first = before.start;
    let on = before.rev().find(|&at| {
        at > first
            && matches!(text.lower(at), "on" | "at" | "upon" | "into")
            && matches!(
                text.lower(at - 1),
                "fire" | "fired" | "shot" | "shooting" | "firing" | "gunfire"
            )
    })?;
    if (on + 1..on + 4).any(|at| MARCHES.contains(&text.lower(at)) && !text.is(at + 1, Tag::PERSON)) {
        return Some(VictimClass::Protester);
    }
    // at mourners there may be anybody, as where they are fired on with others
    let noun = (on + 1..=on + 6)
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.is(at, Tag::PERSON))?;
    let mixed = text.lower(noun + 1) == "and" && text.is(noun + 2, Tag::PERSON)
        || (noun + 2..noun + 5).any(|at| text.lower(at) == "forces")
        || matches!(text.lower(noun), "mourners" | "mourner");
    class_behind(text, on, 6).filter(|class| !mixed && matches!(class, VictimClass::Civilian | VictimClass::Protester))
}

/// The class of the first persons who are named within so many words behind `at`.
fn class_behind(text: &Text<'_, '_>, at: usize, reach: usize) -> Option<VictimClass> {
    let noun = (at + 1..=at + reach)
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.is(at, Tag::PERSON))?;
    Some(noun_class(text, at + 1..noun))
}

/// "were detained while trying to demonstrate", "arrested for protesting"
fn while_protesting(text: &Text<'_, '_>, end: usize) -> Option<VictimClass> {
    let last = text.sentence(end.saturating_sub(1)).end.min(end + 12);
    let opener = (end..last)
        .take_while(|&at| text.is_word(at))
        .find(|&at| matches!(text.lower(at), "while" | "for" | "as"))?;
    let stems = ["demonstrat", "protest", "march", "picket", "rally"];
    let acts = (opener + 1..last.min(opener + 5))
        .take_while(|&at| text.is_word(at))
        .any(|at| {
            text.begins(at, &stems)
                && (text.lower(at).ends_with("ing") && at <= opener + 3
                    || text.lower(at - 1) == "to"
                        && matches!(text.lower(at - 2), "trying" | "attempting" | "about" | "gathering"))
        });
    acts.then_some(VictimClass::Protester)
}

/// How many words before a count may tell whom the harm was done to.
const HARM_REACH: usize = 30;

/// Words that "on" leads from to those who are harmed.
const HARMS: &[&str] = &[
    "attack", "assault", "raid", "strike", "carnage", "violence", "inflict", "atrocit",
];

/// "force against unarmed civilians has killed 40 people", "an attack on villagers, killing ten"
fn harm_done_to(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<VictimClass> {
    let outcome = text.scan.tokens_in(claim.roles.outcome?);
    if outcome.end > start || !matches!(claim.kind, Kind::Killed | Kind::Injured) {
        return None;
    }
    let first = text.sentence(start).start.max(start.saturating_sub(HARM_REACH));
    let harms = |at: usize| text.begins(at, HARMS);
    let to = (first + 1..outcome.start).rev().find(|&at| match text.lower(at) {
        "against" | "targeting" => true,
        "on" | "upon" => (at.saturating_sub(3).max(first)..at).any(harms),
        _ => false,
    })?;
    class_behind(text, to, 4).filter(|class| *class == VictimClass::Civilian)
}

/// A number without a noun.
pub(super) fn is_bare(claim: &Claim) -> bool {
    claim.roles.victims.is_none() && claim.roles.number == Some(claim.span)
}

/// "Dozens of protesters marched, and 40 were arrested": those of whom the sentence tells.
fn of_those_who_protested(text: &Text<'_, '_>, claim: &Claim, start: usize) -> Option<VictimClass> {
    if !is_bare(claim) || claim.kind != Kind::Arrested {
        return None;
    }
    // those who arrest or tell may stand between
    (text.sentence(start).start..start)
        .rev()
        .filter(|&at| text.is(at, Tag::PERSON))
        .map(|at| text.words.class(at))
        .find(|class| *class != VictimClass::SecurityForce)
        .filter(|class| *class == VictimClass::Protester)
}
