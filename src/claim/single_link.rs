//! Ties the words for one person to harm by the rules for counted phrases: "a clerk was killed" reads as "12 were killed".

use super::lexicon::Tag;
use super::link::{self, Link, Linker};
use super::people::People;
use super::phrase::{self, Head, Phrase};
use super::single::Single;
use super::single_noun::{self, Noun, Opener};
use super::text::Text;
use super::{Form, Kind, single_real};
use crate::base::Why;
use crate::quantity::{Figure, Quantity, Sort};

/// All single persons that the rules for counts tie to a harm, in the order of their words.
pub(super) fn find(text: &Text<'_, '_>, people: &People) -> Vec<Single> {
    let nouns = single_noun::find(text, people);
    let (quantities, owners) = merged(text, &nouns);
    let counting = text.counting(quantities);
    let noun_of = |quantity: usize| owners.get(quantity).copied().flatten().and_then(|index| nouns.get(index));
    let mut phrases = phrase::find(&counting);
    for phrase in &mut phrases {
        if let Some(noun) = noun_of(phrase.quantity) {
            *phrase = as_phrase(phrase.quantity, noun);
        }
    }
    let links = link::find(&counting, &phrases);
    let linker = Linker {
        text: &counting,
        phrases: &phrases,
    };
    let mut out: Vec<(usize, Single)> = Vec::new();
    for link in &links {
        let Some(index) = phrases
            .get(link.phrase)
            .and_then(|phrase| owners.get(phrase.quantity).copied().flatten())
        else {
            continue;
        };
        let Some(noun) = nouns.get(index) else { continue };
        let before = index.checked_sub(1).and_then(|index| nouns.get(index));
        if stands(&counting, noun, before, link) && single_real::happened(&linker, noun, link) {
            out.push((index, of_link(noun, link)));
        }
    }
    for (index, noun) in nouns.iter().enumerate() {
        out.extend(single_real::beside(text, noun).into_iter().map(|one| (index, one)));
    }
    out.sort_by_key(|(index, one)| (*index, one.outcome.start));
    listed(text, out)
}

/// The number phrases of the text and one for each person, in order, with the person of each.
fn merged(text: &Text<'_, '_>, nouns: &[Noun]) -> (Vec<Quantity>, Vec<Option<usize>>) {
    let mut all: Vec<(Quantity, Option<usize>)> = nouns
        .iter()
        .enumerate()
        .map(|(index, noun)| (as_quantity(text, noun), Some(index)))
        .collect();
    let mut next = nouns.iter().peekable();
    for quantity in &text.quantities {
        while next.peek().is_some_and(|noun| noun.tokens.end <= quantity.tokens.start) {
            next.next();
        }
        if next.peek().is_none_or(|noun| noun.tokens.start >= quantity.tokens.end) {
            all.push((quantity.clone(), None));
        }
    }
    all.sort_by_key(|(quantity, _)| quantity.tokens.start);
    all.into_iter().unzip()
}

fn as_quantity(text: &Text<'_, '_>, noun: &Noun) -> Quantity {
    Quantity {
        tokens: noun.tokens.clone(),
        core: noun.tokens.clone(),
        figure: Figure::exact(1),
        sort: Sort::Number,
        why: Why::leaf("single/person", text.scan.span(noun.tokens.clone())),
    }
}

fn as_phrase(quantity: usize, noun: &Noun) -> Phrase {
    Phrase {
        quantity,
        tokens: noun.tokens.clone(),
        end: noun.end,
        head: Head::Person(noun.head),
        class: noun.class,
        own: noun.own,
        of_them: false,
        others: false,
    }
}

fn of_link(noun: &Noun, link: &Link) -> Single {
    Single {
        tokens: noun.shown.clone(),
        form: noun.form,
        count: 1,
        kind: link.kind,
        outcome: link.outcome.clone(),
        row: link.row,
        rule: rule(link.rule),
        class: noun.class,
        part: link.part,
        confidence: link.confidence * if noun.form == Form::Named { 0.82 } else { 0.78 },
    }
}

/// The rule's name for one person.
fn rule(counted: &str) -> &'static str {
    match counted {
        "link/passive" => "single/passive",
        "link/participle" => "single/participle",
        "link/subject" => "single/subject",
        "link/predicate" => "single/predicate",
        "link/object" => "single/object",
        "link/object-list" => "single/object-list",
        "link/noun-of" => "single/noun-of",
        "link/own-noun" => "single/own-noun",
        "link/part" | "link/part-of-uncounted" => "single/part",
        "link/among" => "single/among",
        "link/shared-forward" => "single/shared-forward",
        "link/listed" | "link/listed-on" => "single/listed",
        "link/let-go" => "single/let-go",
        _ => "single/other",
    }
}

/// Whether the words can be the subject or object that the link takes them for.
fn stands(text: &Text<'_, '_>, noun: &Noun, before: Option<&Noun>, link: &Link) -> bool {
    let start = noun.tokens.start;
    let first = text.sentence(start).start;
    let prior = start.checked_sub(1).filter(|&at| at >= first);
    let behind = link.outcome.start >= noun.end;
    if !allowed(link.rule) {
        return false;
    }
    // "the house of the mayor was hit": what follows a preposition is no subject
    let preposed = prior.is_some_and(|at| text.is(at, Tag::PREP) && !text.is(at, Tag::SUBORD) && text.lower(at) != "like");
    let relative = text.is(noun.end, Tag::REL) || text.lower(noun.end) == "," && text.is(noun.end + 1, Tag::REL);
    let direct = link.outcome.start == noun.end && matches!(link.rule, "link/participle" | "link/subject" | "link/predicate");
    if preposed && behind && !relative && !direct && link.rule != "link/shared-forward" {
        return false;
    }
    if preposed && direct && matches!(link.row, "arrested/held" | "released/release" | "arrested/jail") {
        return false;
    }
    let alone = noun.opener == Opener::Bare && noun.form == Form::Implicit;
    if alone {
        let front = prior.is_none_or(|at| !text.is_word(at));
        let object = link.outcome.end == start;
        let second = prior.is_some_and(|at| text.lower(at) == "and") && before.is_some_and(|before| before.end + 1 == start || before.end + 2 == start);
        let former = matches!(text.lower(start), "former" | "ex");
        let among = link.rule == "link/part" || text.outcome(start.saturating_sub(2)).is_some() && text.lower(start - 1) == "of";
        return front || object && link.rule == "link/object" || second || former || among;
    }
    true
}

/// Rules whose words tell the same of one person as of a number.
fn allowed(rule: &str) -> bool {
    !matches!(
        rule,
        "link/toll" | "link/lives-of" | "link/total-on" | "link/spoken-of" | "link/fragment" | "link/torn-first" | "link/torn-second"
    )
}

/// "Aida Tarn, Jonas Brenk and Mara Voll were held": one count of three by name.
fn listed(text: &Text<'_, '_>, found: Vec<(usize, Single)>) -> Vec<Single> {
    let mut out: Vec<(usize, Single)> = Vec::with_capacity(found.len());
    for (index, one) in found {
        let joined = out.iter_mut().rev().take(4).find(|(before, last)| {
            before + 1 == index
                && last.form == Form::Named
                && one.form == Form::Named
                && last.kind == one.kind
                && last.outcome == one.outcome
                && !is_pronoun(text, last)
                && !is_pronoun(text, &one)
                && (last.tokens.end..one.tokens.start).all(|at| joins(text, at))
        });
        match joined {
            Some((before, last)) => {
                last.tokens.end = one.tokens.end;
                last.count += one.count;
                *before = index;
            }
            None => out.push((index, one)),
        }
    }
    let mut kept: Vec<Single> = Vec::with_capacity(out.len());
    for (_, one) in out {
        let again = kept.iter().rev().take(4).any(|other| other.kind == one.kind && other.tokens == one.tokens);
        if !again {
            kept.push(one);
        }
    }
    kept
}

fn is_pronoun(text: &Text<'_, '_>, one: &Single) -> bool {
    one.tokens.len() == 1 && text.is(one.tokens.start, Tag::PRON.or(Tag::POSS))
}

fn joins(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "and" | "(" | ")" | "aged") || text.lower(at).starts_with(|c: char| c.is_ascii_digit())
}

/// True for a harm that a state body does to suspects.
pub(super) fn is_custody(kind: Kind) -> bool {
    matches!(kind, Kind::Arrested | Kind::Released)
}
