//! Which way a clause looks: told as past, or announced.

use std::ops::Range;

use super::hanging::Lean;
use crate::token::{Scan, TokenKind};

/// Words that say what is to come, whatever their ending.
#[rustfmt::skip]
const TO_COME: &[&str] = &[
    "will", "'ll", "shall", "won't", "would", "scheduled", "expected", "expects", "expect", "due", "slated", "intends",
    "supposed", "upcoming", "forthcoming", "payable", "effective", "expires", "begins", "ahead", "starts", "deadline",
    "until", "likely", "may", "could", "should", "must", "anticipated", "starting", "beginning", "coming", "postponed",
];

/// Words that say what is to come where "to" follows them.
#[rustfmt::skip]
const TO_COME_WITH_TO: &[&str] = &[
    "set", "plan", "plans", "planned", "planning", "going", "ready", "hopes", "hope", "hoped", "about", "is", "are",
    "wants", "want", "intend", "proposes", "proposed",
];

/// Verbs in the past that do not end in "ed".
#[rustfmt::skip]
const PASTS: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "went", "came", "began", "broke", "took", "gave", "met", "left",
    "fell", "rose", "found", "saw", "shot", "held", "made", "got", "kept", "struck", "hit", "led", "became", "wrote",
    "won", "lost", "sent", "built", "fought", "paid", "stood", "sat", "ran", "brought", "bought", "thought", "caught",
    "taught", "sold", "spoke", "drew", "grew", "knew", "threw", "flew", "sank", "burst", "spread", "blew", "bled",
    "fled", "been", "since", "ago", "died", "wore", "drove", "rode", "swept", "slept", "felt", "heard", "laid",
    "burnt", "sprang",
];

/// Words in "ed" that are no verbs in the past.
#[rustfmt::skip]
const NO_PASTS: &[&str] = &[
    "need",
    "indeed",
    "speed",
    "unprecedented",
    "feed",
    "seed",
    "hundred",
    "united",
    "breed",
    "proceed",
    "exceed",
    "armed",
    "wounded",
    "so-called",
    "bed",
    "red",
    "related",
    "detailed",
    "limited",
    "combined",
];

/// Words after which a participle describes a noun and tells nothing ("an unspecified date"), or is still to come ("be paid").
#[rustfmt::skip]
const BEFORE_ADJECTIVES: &[&str] = &[
    "a", "an", "the", "its", "his", "her", "their", "our", "this", "that", "these", "those", "still", "any", "some", "no",
    "be", "of", "by", "with", "more", "many",
];

/// Words before a month or a date that say what is to come.
const UP_TO: &[&str] = &["by", "until", "till", "through"];

/// How many words away a cue still counts.
const REACH: usize = 40;

/// Which way one word points.
fn cue(scan: &Scan<'_>, at: usize) -> Option<Lean> {
    let token = scan.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = &*token.lower;
    if word == "may" && token.capital {
        return None;
    }
    let with_to = TO_COME_WITH_TO.contains(&word) && scan.lower(at + 1) == "to";
    if with_to || TO_COME.contains(&word) || word.ends_with("'ll") {
        let was_due = at >= 2 && scan.lower(at - 1) == "been" && scan.lower(at - 2) == "had";
        return Some(if was_due { Lean::Past } else { Lean::Future });
    }
    let ends = word.ends_with("ed") && (!word.ends_with("eed") || matches!(word, "agreed" | "freed" | "decreed"));
    let is_verb = !at
        .checked_sub(1)
        .is_some_and(|before| BEFORE_ADJECTIVES.contains(&scan.lower(before)));
    let past = PASTS.contains(&word) || (word.len() > 3 && ends && !NO_PASTS.contains(&word));
    (past && is_verb && !token.capital).then_some(Lean::Past)
}

/// Which way the clause looks for a month or a date without its year: "by February" is to come.
pub(super) fn lean_of_date(scan: &Scan<'_>, tokens: &Range<usize>) -> Lean {
    match tokens.start.checked_sub(1) {
        Some(before) if UP_TO.contains(&scan.lower(before)) => Lean::Future,
        _ => lean(scan, tokens),
    }
}

/// Which way the clause around `tokens` looks: the verb right behind ("Monday would be"), else the nearest cue before,
/// else the nearest behind, all in the same sentence.
pub(super) fn lean(scan: &Scan<'_>, tokens: &Range<usize>) -> Lean {
    let Some(sentence) = scan.sentence_of(tokens.start) else {
        return Lean::Unsaid;
    };
    if let Some(lean @ Lean::Future) = cue(scan, tokens.end)
        && matches!(scan.lower(tokens.end), "will" | "would" | "shall" | "may" | "could")
    {
        return lean;
    }
    let before = (sentence.tokens.start.max(tokens.start.saturating_sub(REACH))..tokens.start).rev();
    let after = tokens.end..sentence.tokens.end.min(tokens.end + REACH);
    before.chain(after).find_map(|at| cue(scan, at)).unwrap_or(Lean::Unsaid)
}
