//! A side's dead told by verbs that mean death only of fighters: "six soldiers had been lost", "took out two commanders".

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::phrase::{Head, Phrase};
use super::{Kind, VictimClass};

/// "destroyed 12 militants", "four bandits were destroyed": translated; of fighters, the same as killed.
pub(super) fn destroyed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let word = |at: usize| matches!(text.lower(at), "destroyed" | "destroying" | "obliterated" | "decimated");
    let active = phrase
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| word(at) && super::voice::before(text, at, Tag::BE.or(Tag::MODAL)).is_none());
    let verb = active.or_else(|| passive(linker, phrase).filter(|&at| word(at)))?;
    fighters(phrase).then(|| killed(index, verb..verb + 1))
}

/// "six coffins were carried through the square": with the dead in them, not those that are made and sold.
pub(super) fn are_filled(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let sentence = text.sentence(phrase.tokens.start);
    let near = sentence.start.max(phrase.tokens.start.saturating_sub(14))..sentence.end.min(phrase.end + 14);
    let borne = [
        "bod", "buri", "bury", "funeral", "mourn", "parad", "carr", "bear", "bore", "lower", "drap", "remains",
        "grave", "held", "contain", "grief", "wept", "weep", "sob", "pray",
    ];
    let made = [
        "empty", "symbolic", "mock", "made", "make", "making", "sell", "sold", "buy", "bought", "order", "suppl",
        "build", "built", "need", "donat",
    ];
    let any = |stems: &[&str]| {
        near.clone()
            .any(|at| at != phrase.tokens.end - 1 && text.begins(at, stems))
    };
    linker.sort(phrase) != Some(crate::quantity::Sort::Zero) && any(&borne) && !any(&made)
}

/// The word before the counted that ties them to a noun, over words of the sort `over`: "the loss of the four men".
pub(super) fn joint(linker: &Linker<'_, '_>, phrase: &Phrase, over: Tag) -> Option<usize> {
    let first = linker.text.sentence(phrase.tokens.start).start;
    let mut at = phrase.tokens.start.checked_sub(1).filter(|&at| at > first)?;
    while at > first + 1 && linker.text.is(at, over) {
        at -= 1;
    }
    Some(at)
}

/// What stands behind "were", "had been" right behind the counted.
fn passive(linker: &Linker<'_, '_>, phrase: &Phrase) -> Option<usize> {
    let text = linker.text;
    let mut at = phrase.end;
    while at < phrase.end + 4 && text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)) {
        at += 1;
    }
    (at > phrase.end && text.is(at - 1, Tag::BE)).then_some(at)
}

/// Fighters of any side.
fn fighters(phrase: &Phrase) -> bool {
    matches!(phrase.head, Head::Person(_)) && matches!(phrase.class, VictimClass::Militant | VictimClass::SecurityForce)
}

/// "the strike took out two commanders", "picked off three guards", "accounted for 12 rebels"
pub(super) fn taken_out(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let half = phrase.tokens.start.checked_sub(1).filter(|&half| half > first)?;
    let verb = half - 1;
    let kills = match text.lower(half) {
        "out" => matches!(text.lower(verb), "took" | "takes" | "taken" | "taking"),
        "off" => matches!(text.lower(verb), "picked" | "picking" | "finished"),
        "for" => matches!(text.lower(verb), "accounted" | "accounting"),
        _ => false,
    };
    let done = super::voice::before(text, verb, Tag::MODAL.or(Tag::NOT)).is_none()
        && super::voice::before(text, verb, Tag::BE).is_none();
    (kills && done && fighters(phrase)).then(|| killed(index, verb..half + 1))
}

/// "the flood drowned 30 people", "burst its banks, drowning 30"
pub(super) fn drowned(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb > first)?;
    let subject = text.is_word(verb - 1) || text.lower(verb) == "drowning" && text.lower(verb - 1) == ",";
    let active = matches!(text.lower(verb), "drowned" | "drowning" | "drowns")
        && subject
        && super::voice::before(text, verb, Tag::BE.or(Tag::MODAL)).is_none();
    let persons = matches!(phrase.head, Head::Person(_) | Head::Bare) || phrase.others;
    (active && persons).then(|| killed(index, verb..verb + 1))
}

/// "who lost nine of their own", "the army lost 13 of its men"
pub(super) fn lost_own(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let loses = matches!(text.lower(verb), "lost" | "losing" | "loses");
    let number = text.quantities.get(phrase.quantity)?.tokens.end;
    let ours = text.lower(number + 1) == "ours";
    let of = text.lower(number) == "of" && (ours || text.is(number + 1, Tag::POSS));
    let own = ours
        || matches!(
            text.lower(number + 2),
            "own" | "men" | "number" | "comrades" | "ranks" | "fighters" | "soldiers" | "people" | "troops"
        );
    (loses && of && own).then(|| Link {
        rule: "link/lost-own",
        ..killed(index, verb..verb + 1)
    })
}

/// "the loss of four men", "conceded losses of 40 soldiers"; a firm's loss of 400 workers is not meant.
pub(super) fn loss_of(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let of = joint(linker, phrase, Tag::DET.or(Tag::POSS))?;
    let loss = matches!(text.lower(of - 1), "loss" | "losses") && text.lower(of) == "of";
    let Head::Person(noun) = phrase.head else { return None };
    let people = matches!(
        text.lower(noun),
        "men"
            | "crew"
            | "passengers"
            | "airmen"
            | "sailors"
            | "hands"
            | "women"
            | "children"
            | "comrades"
            | "civilians"
            | "people"
            | "crewmen"
            | "sons"
            | "brothers"
            | "fighters"
    );
    (loss && (people || fighters(phrase))).then(|| killed(index, of - 1..of))
}

/// "the funerals of 33 people", "the funeral for six miners"
pub(super) fn mourned(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let of = joint(linker, phrase, Tag::DET)?;
    let funeral = matches!(text.lower(of - 1), "funeral" | "funerals" | "burial" | "burials")
        && matches!(text.lower(of), "of" | "for");
    let several = linker.number(phrase).is_some_and(|value| value > 1);
    (funeral && several && matches!(phrase.head, Head::Person(_))).then(|| killed(index, of - 1..of))
}

/// "mass graves said to hold 57 people", "a grave containing 12 women"
pub(super) fn in_graves(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let holds = matches!(
        text.lower(verb),
        "hold" | "holds" | "holding" | "held" | "contain" | "contains" | "containing" | "contained" | "with"
    );
    if !holds || !matches!(phrase.head, Head::Person(_)) {
        return None;
    }
    let grave = (first.max(verb.saturating_sub(7))..verb)
        .rev()
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none() && !text.is(at, Tag::REL.or(Tag::PERSON)))
        .find(|&at| matches!(text.lower(at), "grave" | "graves"))?;
    // "stood by the grave with two people"
    let near = text.lower(verb) != "with" || grave + 1 == verb && text.lower(grave - 1) == "mass";
    near.then(|| killed(index, grave..grave + 1))
}

/// "the battle cost the rebels 70 men", "cost the army two helicopters and 12 soldiers"
pub(super) fn cost(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text
        .sentence(phrase.tokens.start)
        .start
        .max(phrase.tokens.start.saturating_sub(6));
    let Head::Person(noun) = phrase.head else { return None };
    let verb = (first..phrase.tokens.start)
        .rev()
        .take_while(|&at| text.is_word(at) && !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PREP).or(Tag::SUBORD)))
        .find(|&at| matches!(text.lower(at), "cost" | "costs" | "costing"))?;
    let bears = verb + 1 < phrase.tokens.start;
    let men = fighters(phrase) || text.lower(noun) == "men";
    (bears && men).then(|| killed(index, verb..verb + 1))
}

/// What befalls all aboard or inside.
const DISASTERS: &[&str] = &[
    "dhow",
    "ship",
    "boat",
    "ferry",
    "trawler",
    "vessel",
    "sank",
    "sink",
    "sunk",
    "capsiz",
    "crash",
    "plung",
    "founder",
    "wreck",
    "disaster",
    "quake",
    "flood",
    "fire",
    "blaze",
    "explo",
    "storm",
    "airliner",
    "shipwreck",
];

/// "six soldiers had been lost", "two airmen were lost in the raid"; not "lost at sea", "lost their rifles".
pub(super) fn were_lost(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    // "three guards fell."
    if text.lower(phrase.end) == "fell" && matches!(text.lower(phrase.end + 1), "." | "," | ";") && fighters(phrase) {
        return Some(killed(index, phrase.end..phrase.end + 1));
    }
    let at = passive(linker, phrase).filter(|&at| text.lower(at) == "lost")?;
    let next = text.lower(at + 1);
    let closes = !text.is_word(at + 1)
        || text.is(at + 1, Tag::TIME.or(Tag::CONJ).or(Tag::SUBORD))
        || matches!(next, "in" | "during" | "on" | "when" | "to" | "from" | "with" | "at");
    let away = matches!(text.lower(at + 2), "contact" | "sight" | "thought" | "touch");
    let sentence = text.sentence(phrase.tokens.start);
    let disaster = matches!(phrase.head, Head::Person(_))
        && (at..sentence.end.min(at + 14)).any(|at| DISASTERS.iter().any(|stem| text.lower(at).starts_with(stem)));
    (closes && !away && (fighters(phrase) || disaster)).then(|| killed(index, at..at + 1))
}

fn killed(index: usize, outcome: std::ops::Range<usize>) -> Link {
    Link {
        phrase: index,
        kind: Kind::Killed,
        outcome,
        row: "killed/lost",
        rule: "link/lost",
        part: false,
        confidence: 0.7,
    }
}
