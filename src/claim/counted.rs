//! Counts that no numeral tells: "both men died", "the couple was found dead", "the third soldier killed", "a triple murder".

use std::ops::Range;

use super::Kind;
use super::lexicon::{Tag, Words};
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::Phrase;
use crate::base::Why;
use crate::quantity::{Figure, Quantity, Sort};
use crate::token::Scan;

const ORDINAL: &str = "quantity/ordinal";
const MULTIPLE: &str = "quantity/multiple";

/// Ordinals in words, by rank.
const RANKS: &[&str] = &[
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Adjectives that count the victims of one crime.
const MULTIPLES: &[(&str, u64)] = &[
    ("double", 2),
    ("triple", 3),
    ("quadruple", 4),
    ("quintuple", 5),
    ("sextuple", 6),
];

/// The text's number phrases with those added that no numeral tells, in order.
pub(super) fn more(scan: &Scan<'_>, words: &Words, outcomes: &[Outcome], known: Vec<Quantity>) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::with_capacity(known.len());
    let mut known = known.into_iter().peekable();
    let mut at = 0;
    while at < scan.tokens.len() {
        if let Some(quantity) = known.next_if(|quantity| quantity.tokens.start <= at) {
            at = at.max(quantity.tokens.end);
            out.push(quantity);
            continue;
        }
        if let Some((tokens, figure)) = as_many(scan, at, &out) {
            known.next_if(|quantity| quantity.tokens.start < tokens.end);
            at = tokens.end;
            out.push(Quantity {
                figure,
                ..quantity(scan, tokens, 0, "quantity/as-many")
            });
            continue;
        }
        let found = both(scan, words, at)
            .or_else(|| pair(scan, words, at).or_else(|| headline_pair(scan, at)))
            .or_else(|| listed_rank(scan, at, &out))
            .or_else(|| ordinal(scan, words, outcomes, at))
            .or_else(|| multiple(scan, at));
        if let Some((tokens, value, rule)) = found {
            let clear = known.peek().is_none_or(|next| next.tokens.start >= tokens.end);
            if clear {
                at = tokens.end;
                out.push(quantity(scan, tokens, value, rule));
                continue;
            }
        }
        at += 1;
    }
    out.extend(known);
    out
}

fn quantity(scan: &Scan<'_>, tokens: Range<usize>, value: u64, rule: &'static str) -> Quantity {
    Quantity {
        core: tokens.clone(),
        figure: Figure::exact(value),
        sort: Sort::Number,
        why: Why::leaf(rule, scan.span(tokens.clone())),
        tokens,
    }
}

type Found = (Range<usize>, u64, &'static str);

/// "killed six and hurt as many", "an equal number": the number before once more.
fn as_many(scan: &Scan<'_>, at: usize, before: &[Quantity]) -> Option<(Range<usize>, Figure)> {
    if !matches!(scan.lower(at), "as" | "an" | "the") {
        return None;
    }
    let words = [scan.lower(at), scan.lower(at + 1), scan.lower(at + 2)];
    let end = match words {
        ["as", "many", next] if next != "as" => at + 2,
        ["an", "equal", "number"] | ["the", "same", "number"] => at + 3,
        _ => return None,
    };
    // "as many of them", "the same number of seats"
    let of = scan.lower(end) == "of" && words[1] == "many";
    let times = at.checked_sub(1).map_or("", |at| scan.lower(at));
    let last = before.last().filter(|last| last.sort == Sort::Number)?;
    let near = scan
        .sentence_of(at)
        .is_some_and(|sentence| sentence.tokens.contains(&last.tokens.start));
    let end = end + usize::from(scan.lower(end) == "of");
    (near && !of && !matches!(times, "twice" | "times" | "half" | "nearly" | "almost"))
        .then_some((at..end, last.figure))
}

/// "both pilots", "both of them", not "both sides" and "both the driver and".
fn both(scan: &Scan<'_>, words: &Words, at: usize) -> Option<Found> {
    let plural = |at: usize| words.is(at, Tag::PERSON) && !words.is(at, Tag::SINGULAR);
    let next = at + 1;
    let persons = plural(next + usize::from(words.is(next, Tag::POSS)))
        || matches!(scan.lower(next), "of") && matches!(scan.lower(next + 1), "them" | "whom")
        || words.tag(next) == Tag::NONE && plural(next + 1);
    // "two ministers fled but both were captured"
    let joint = at.checked_sub(1).map_or("", |at| scan.lower(at));
    let verb =
        words.is(next, Tag::BE.or(Tag::HAVE)) && matches!(joint, "and" | "but" | "after" | "before" | "when" | "that");
    (scan.lower(at) == "both" && (persons || verb)).then_some((at..next, 2, "quantity/both"))
}

/// "one died in Orla, another in Tarn and the third in Kelm": one more of a list, where it stands for nothing else.
fn listed_rank(scan: &Scan<'_>, at: usize, before: &[Quantity]) -> Option<Found> {
    if !matches!(scan.lower(at), "a" | "the") || rank(scan.lower(at + 1)).is_none() {
        return None;
    }
    let placed = matches!(scan.lower(at + 2), "in" | "at" | "near" | "outside");
    let joined = at
        .checked_sub(1)
        .is_some_and(|at| matches!(scan.lower(at), "and" | "," | "while"));
    let last = before.last().filter(|_| placed && joined)?;
    let near = scan
        .sentence_of(at)
        .is_some_and(|sentence| sentence.tokens.contains(&last.tokens.start));
    let one_more = last.sort == Sort::Another && near && last.tokens.end + 16 > at;
    one_more.then_some((at..at + 2, 1, "quantity/listed-rank"))
}

/// "the couple was", "the pair died", "the twins": not "the couple's home", "the pair of shoes".
fn pair(scan: &Scan<'_>, words: &Words, at: usize) -> Option<Found> {
    let value = match scan.lower(at + 1) {
        "couple" | "pair" | "duo" | "twins" => 2,
        "trio" | "triplets" => 3,
        _ => return None,
    };
    let determined = words.is(at, Tag::DET.or(Tag::POSS)) && scan.lower(at) != "a";
    let verb = words.is(at + 2, Tag::BE.or(Tag::HAVE))
        || matches!(
            scan.lower(at + 2),
            "died" | "perished" | "drowned" | "disappeared" | "vanished" | "fled"
        );
    (determined && verb).then_some((at..at + 2, value, "quantity/pair"))
}

/// "Pair held over theft", "Couple killed in crash": a headline without an article.
fn headline_pair(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let value = match scan.lower(at) {
        "couple" | "pair" | "duo" => 2,
        "trio" => 3,
        _ => return None,
    };
    let begins = scan.sentence_of(at).is_some_and(|sentence| sentence.tokens.start == at);
    let harm = matches!(
        scan.lower(at + 1),
        "held"
            | "arrested"
            | "killed"
            | "found"
            | "jailed"
            | "dead"
            | "die"
            | "shot"
            | "injured"
            | "hurt"
            | "detained"
            | "stabbed"
            | "drowned"
            | "missing"
    );
    (begins && harm).then_some((at..at + 1, value, "quantity/pair"))
}

/// The rank that a word tells: "third", "23rd".
fn rank(word: &str) -> Option<u64> {
    if let Some(at) = RANKS.iter().position(|rank| *rank == word) {
        return u64::try_from(at + 2).ok();
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
    let value: u64 = digits.replace(',', "").parse().ok()?;
    (1 < value && value < 100_000).then_some(value)
}

/// "the third soldier killed", "the 12th death": as many by now.
fn ordinal(scan: &Scan<'_>, words: &Words, outcomes: &[Outcome], at: usize) -> Option<Found> {
    let value = rank(scan.lower(at))?;
    let row = outcomes.partition_point(|outcome| outcome.tokens.start <= at);
    let outcome = outcomes.get(row).filter(|outcome| outcome.tokens.start <= at + 7)?;
    let start = outcome.tokens.start;
    let plain = (at + 1..start).all(|at| {
        scan.tokens
            .get(at)
            .is_some_and(|token| token.lower.chars().any(char::is_alphanumeric) || &*token.lower == "-")
    });
    let before = at.checked_sub(1).map_or("", |at| scan.lower(at));
    if !plain || matches!(before, "a" | "split" | "january" | "march" | "july" | "on") {
        return None;
    }
    if outcome.frame == Frame::Noun {
        // "the third death", "the second confirmed fatality"; not "the third murder trial"
        let noun = matches!(
            scan.lower(start),
            "death" | "fatality" | "killing" | "casualty" | "drowning" | "homicide"
        );
        let ends = !words.is(start + 1, Tag::PERSON)
            && !matches!(
                scan.lower(start + 1),
                "anniversary" | "sentence" | "penalty" | "charge" | "trial" | "toll" | "case" | "threat" | "spree"
            );
        let near = start <= at + 3 && (at + 1..start).all(|at| !words.is(at, Tag::PREP.or(Tag::BE)));
        return (noun && ends && near).then_some((at..at + 1, value, ORDINAL));
    }
    // "the 87th to die since March", "the third to be killed"
    let next = at + 2 + usize::from(scan.lower(at + 2) == "be");
    if scan.lower(at + 1) == "to" && start == next && before == "the" {
        let passive = scan.lower(at + 2) == "be" && outcome.form == Form::Past || outcome.frame == Frame::Suffers;
        return passive.then_some((at..at + 1, value, ORDINAL));
    }
    let head = (at + 1..at + 7).find(|&at| words.is(at, Tag::PERSON) && !words.is(at + 1, Tag::PERSON))?;
    if !words.is(head, Tag::SINGULAR) {
        return None;
    }
    if start < head {
        // "the fourth dead miner"
        let dead = matches!(scan.lower(start), "dead" | "slain" | "deceased") && start == at + 1;
        return dead.then_some((at..at + 1, value, ORDINAL));
    }
    // the harm right behind the noun: "killed", "to be killed", "to die", "who died"
    let between = (head + 1..start).all(|at| {
        matches!(
            scan.lower(at),
            "to" | "be" | "have" | "been" | "who" | "was" | "has" | "get" | "confirmed" | "reported"
        )
    });
    let passive = outcome.form == Form::Past || outcome.frame == Frame::Suffers;
    // "the third attacker slashed his arm": the one who did it
    let acts = outcome.frame == Frame::Hits
        && start == head + 1
        && words.is(outcome.tokens.end, Tag::DET.or(Tag::POSS).or(Tag::PRON))
        && !words.is(outcome.tokens.end + 1, Tag::TIME);
    let passive = passive && !acts;
    let infinitive = start == head + 1 || matches!(scan.lower(head + 1), "to" | "who" | "confirmed" | "reported");
    (between && passive && infinitive).then_some((at..at + 1, value, ORDINAL))
}

/// "a triple murder", "a quadruple shooting"
fn multiple(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let value = MULTIPLES.iter().find(|(word, _)| *word == scan.lower(at))?.1;
    let crime = crime(scan.lower(at + 1))?;
    // "charged with double murder" tells it as well; "a double murder suspect" too
    (crime != Kind::Missing).then_some((at..at + 1, value, MULTIPLE))
}

fn crime(word: &str) -> Option<Kind> {
    match word {
        "murder" | "homicide" | "killing" | "slaying" | "assassination" | "execution" | "fatality" => {
            Some(Kind::Killed)
        }
        "shooting" | "stabbing" => Some(Kind::Casualties),
        "kidnapping" | "abduction" => Some(Kind::Abducted),
        _ => None,
    }
}

/// The harm of a count that an ordinal or "triple" tells.
pub(super) fn link(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let quantity = text.quantities.get(phrase.quantity)?;
    let rule = &*quantity.why.rule;
    if rule == MULTIPLE {
        let at = quantity.tokens.end;
        return Some(Link {
            phrase: index,
            kind: crime(text.lower(at))?,
            outcome: at..at + 1,
            row: "killed/multiple",
            rule: "link/multiple",
            part: false,
            confidence: 0.7,
        });
    }
    if rule != ORDINAL {
        return None;
    }
    let outcome = (quantity.tokens.end..quantity.tokens.end + 8).find_map(|at| text.outcome_from(at))?;
    Some(linker.link(index, outcome, "link/ordinal", 0.8))
}

/// True for a count that only [`link`] may tie.
pub(super) fn is_tied(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    linker
        .text
        .quantities
        .get(phrase.quantity)
        .is_some_and(|quantity| matches!(&*quantity.why.rule, ORDINAL | MULTIPLE))
}
