//! How sure a claim is: a logistic function of a few of its features, with weights learned from articles whose claims
//! are known (`tallyscope train confidence`, behind the feature `tools`).
//!
//! The features stand as one leaf in the claim's tree of reasons, which is also where training reads them. A feature is
//! a name that holds or does not; a name without a weight counts nothing. The rule's own guess is one of them, so that a
//! rule whose id is not yet in the table still says how sure it is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::lexicon::Tag;
use super::text::Text;
use super::{Claim, Draft, Form, Modality};
use crate::base::Why;
use crate::quantity::Sort;
use crate::token::TokenKind;

/// Rows of feature and weight.
const TABLE: &str = include_str!("../../assets/words/confidence.tsv");

/// What every score begins with.
pub const BIAS: &str = "bias";

/// The leaf's id up to the names.
const LEAF: &str = "confidence/by ";

/// No claim is surer than this, and none less sure than the least.
const BOUNDS: (f64, f64) = (0.05, 0.99);

/// Sets the confidence of all claims, and says on what it stands.
pub(super) fn settle(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    for Draft { claim, .. } in drafts {
        let names = features(text, claim);
        if let Some(confidence) = confidence(names.iter().copied().chain([&*claim.why.rule])) {
            claim.confidence = confidence;
        }
        let leaf = Why::leaf(format!("{LEAF}{}", names.join(" ")), claim.span);
        claim.why.parts.push(leaf);
    }
}

/// The features of a claim, its rule last, as they stand in its tree of reasons; none where it was not made by rules.
pub fn confidence_features(why: &Why) -> Vec<&str> {
    let names = why.parts.iter().find_map(|part| part.rule.strip_prefix(LEAF));
    names.map_or_else(Vec::new, |names| names.split(' ').chain([&*why.rule]).collect())
}

/// The confidence that these features give; `None` where there are no weights.
fn confidence<'n>(names: impl Iterator<Item = &'n str>) -> Option<f32> {
    static WEIGHTS: OnceLock<BTreeMap<&'static str, f64>> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| TABLE.lines().filter_map(row).collect());
    let bias = weights.get(BIAS)?;
    let score = bias + names.filter_map(|name| weights.get(name)).sum::<f64>();
    let share = 1.0 / (1.0 + (-score).exp());
    #[expect(clippy::cast_possible_truncation, reason = "a share is told to two digits")]
    Some(share.clamp(BOUNDS.0, BOUNDS.1) as f32)
}

fn row(line: &'static str) -> Option<(&'static str, f64)> {
    let (name, weight) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    Some((name, weight.parse().ok()?))
}

/// The names that hold, without the rule's.
fn features(text: &Text<'_, '_>, claim: &Claim) -> Vec<&'static str> {
    let mut names = vec![claim.kind.id(), guess(claim.confidence)];
    match claim.form {
        Form::Number => names.extend(sort(text, claim)),
        Form::Implicit | Form::Named => names.push(claim.form.id()),
    }
    match claim.modality {
        Modality::Asserted => {}
        Modality::ReportedUncertain | Modality::Denied => names.push(claim.modality.id()),
    }
    let holds = [
        (claim.part_of, "part"),
        (claim.speaker.is_some(), "spoken"),
        (claim.event_date.is_some() || claim.roles.event_date.is_some(), "dated"),
        (claim.place.is_some(), "placed"),
        (!text.words.capitals_tell, "lower-case"),
    ];
    names.extend(holds.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name));
    names.push(noun(text, claim));
    names.extend(sentence(text, claim));
    names.extend(between(text, claim));
    names
}

/// The rule's own guess.
fn guess(confidence: f32) -> &'static str {
    match confidence {
        guess if guess >= 0.92 => "rule-sure",
        guess if guess >= 0.85 => "rule-likely",
        guess if guess >= 0.7 => "rule-fair",
        _ => "rule-weak",
    }
}

/// How the number is written; nothing for a plain one above 1.
fn sort(text: &Text<'_, '_>, claim: &Claim) -> Option<&'static str> {
    let at = text.scan.token_at(claim.roles.number?.start());
    let quantity = text.quantities.get(text.quantity(at)?)?;
    match quantity.sort {
        Sort::Vague => Some("vague"),
        Sort::Fraction => Some("fraction"),
        Sort::Zero => Some("zero"),
        Sort::Another => Some("another"),
        Sort::Number if claim.figure.value == Some(1) => Some("one"),
        Sort::Number if claim.figure.value.is_none() => Some("open-number"),
        Sort::Number => None,
    }
}

/// Whether the counted noun is known.
fn noun(text: &Text<'_, '_>, claim: &Claim) -> &'static str {
    let Some(victims) = claim.roles.victims else {
        return "noun-none";
    };
    let mut tokens = text.scan.tokens_in(victims);
    if tokens.any(|at| text.is(at, Tag::PERSON)) {
        "noun-person"
    } else {
        "noun-unknown"
    }
}

/// How long the sentence is, and how much harm it tells.
fn sentence(text: &Text<'_, '_>, claim: &Claim) -> Vec<&'static str> {
    let tokens = text.scan.tokens_in(claim.sentence);
    let length = match tokens.len() {
        0..12 => Some("sentence-short"),
        12..45 => None,
        45..90 => Some("sentence-long"),
        _ => Some("sentence-endless"),
    };
    let first = |start: usize| text.outcomes.partition_point(|outcome| outcome.tokens.start < start);
    let crowded = first(tokens.end) - first(tokens.start) > 3;
    length.into_iter().chain(crowded.then_some("crowded")).collect()
}

/// What stands between the count and its harm.
fn between(text: &Text<'_, '_>, claim: &Claim) -> Vec<&'static str> {
    let Some(outcome) = claim.roles.outcome else {
        return Vec::new();
    };
    let counted = text.scan.tokens_in(claim.span);
    let harm = text.scan.tokens_in(outcome);
    let before = harm.end <= counted.start;
    let gap = gap(&counted, &harm);
    let mut names = Vec::new();
    names.extend(before.then_some("harm-before"));
    names.push(match gap.len() {
        0..2 => "gap-none",
        2..5 => "gap-few",
        5..10 => "gap-some",
        _ => "gap-many",
    });
    let num_unknown = gap.clone().filter(|at| is_unknown(text, *at)).count();
    names.extend(match num_unknown {
        0 => None,
        1..3 => Some("gap-unknown"),
        _ => Some("gap-many-unknown"),
    });
    let any = |holds: &dyn Fn(usize) -> bool| gap.clone().any(holds);
    let holds = [
        (any(&|at| text.is(at, Tag::SUBORD.or(Tag::REL))), "gap-clause"),
        (any(&|at| text.outcome(at).is_some()), "gap-harm"),
        (any(&|at| text.quantity(at).is_some()), "gap-number"),
        (any(&|at| text.is(at, Tag::SAY)), "gap-say"),
    ];
    names.extend(holds.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name));
    names
}

/// The tokens between two ranges; none where they meet.
fn gap(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    if a.end <= b.start {
        a.end..b.start
    } else if b.end <= a.start {
        b.end..a.start
    } else {
        a.end..a.end
    }
}

/// A word of which nothing is known.
fn is_unknown(text: &Text<'_, '_>, at: usize) -> bool {
    const KNOWN: Tag = Tag::PERSON
        .or(Tag::THING)
        .or(Tag::PAST)
        .or(Tag::VERB)
        .or(Tag::ING)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::ADVERB)
        .or(Tag::PREP)
        .or(Tag::DET)
        .or(Tag::POSS)
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::PRON)
        .or(Tag::TIME)
        .or(Tag::SAY)
        .or(Tag::BELIEF)
        .or(Tag::NOT);
    let is_word = text
        .scan
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Word);
    is_word && !text.is(at, KNOWN) && text.outcome(at).is_none() && text.quantity(at).is_none() && !text.is_name(at)
}
