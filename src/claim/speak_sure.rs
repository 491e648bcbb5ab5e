//! How sure a figure is said to be: feared, believed and reported, or denied.

use std::ops::Range;

use super::Modality;
use super::lexicon::Tag;
use super::phrase::Phrase;
use super::speak_doubt::{self, Claimed};
use super::text::Text;

/// How sure the figure is said to be.
pub(super) fn modality(text: &Text<'_, '_>, phrase: &Phrase, outcome: &Range<usize>, has_speaker: bool) -> Modality {
    let sentence = text.sentence(phrase.tokens.start);
    let claim = Claimed {
        from: phrase.tokens.start.min(outcome.start),
        to: phrase.end.max(outcome.end),
        count: phrase.tokens.clone(),
        outcome: outcome.clone(),
    };
    if denied_before(text, &claim, &sentence)
        || denied_behind(text, &claim, &sentence)
        || taken_back(text, &claim, &sentence)
        || speak_doubt::refuted(text, &claim, &sentence)
    {
        return Modality::Denied;
    }
    let doubt = (claim.from.saturating_sub(7).max(sentence.start)..claim.to)
        .any(|at| doubts(text, at, &claim) || !has_speaker && reported(text, at, &claim));
    let doubt = doubt || !has_speaker && reported_behind(text, &claim, &sentence);
    let doubt = doubt || speak_doubt::doubted(text, &claim, &sentence, has_speaker);
    if doubt || unconfirmed(text, &claim, &sentence, has_speaker) {
        Modality::ReportedUncertain
    } else {
        Modality::Asserted
    }
}

fn is_denial(word: &str) -> bool {
    matches!(
        word,
        "denied"
            | "denies"
            | "deny"
            | "denying"
            | "dismissed"
            | "dismisses"
            | "dismissing"
            | "rejected"
            | "rejects"
            | "rejecting"
            | "refuted"
            | "refutes"
            | "disputed"
            | "disputes"
            | "contested"
            | "rebutted"
            | "debunked"
    )
}

/// What can be denied: "reports that 12 died".
fn is_assertion(word: &str) -> bool {
    matches!(
        word,
        "report"
            | "reports"
            | "claim"
            | "claims"
            | "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "rumour"
            | "rumours"
            | "rumor"
            | "rumors"
            | "suggestion"
            | "suggestions"
            | "statement"
            | "statements"
            | "assertion"
            | "assertions"
            | "figure"
            | "figures"
            | "toll"
            | "number"
            | "charge"
            | "news"
    )
}

/// Words behind which a denial says nothing more of the figure.
fn parts(word: &str) -> bool {
    matches!(
        word,
        ":" | ";"
            | "but"
            | "after"
            | "when"
            | "where"
            | "over"
            | "involvement"
            | "responsibility"
            | "possibility"
            | "role"
            | "charges"
            | "guilt"
            | "bail"
            | "in"
            | "which"
            | "who"
            | "by"
            | "as"
            | "and"
            | "said"
            | "saying"
    )
}

/// "the army denied that 12 people were killed", "denied reports that", "it is not true that"
fn denied_before(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let from = claim.from.saturating_sub(12).max(sentence.start);
    (from..claim.from).any(|at| {
        let word = text.lower(at);
        let untrue = text.reads(at, &["not", "true", "that"]) || text.reads(at, &["no", "truth"]);
        let falsely = matches!(word, "falsely" | "wrongly") && at + 5 > claim.from;
        if untrue || falsely {
            return true;
        }
        if !is_denial(word) || text.outcome(at).is_some() {
            return false;
        }
        let between = at + 1..claim.from;
        let asserted = between.clone().find(|&at| is_assertion(text.lower(at)));
        let parted = between.clone().any(|at| {
            // "denied reports by villagers that": whose reports
            let whose = text.lower(at) == "by" && asserted.is_some_and(|noun| noun < at && at <= noun + 3);
            !whose && parts(text.lower(at))
        });
        let links = text.lower(at + 1) == "that"
            || matches!(text.lower(at + 1), "having" | "it" | "there")
            || text.outcome(at + 1).is_some()
            || asserted.is_some()
            || text.quantity(at + 1).is_some();
        links && !parted
    })
}

/// "12 died, a figure the army disputes", "reports that 12 died are false", "but the army denied it"
fn denied_behind(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let behind = claim.to..sentence.end.min(claim.to + 22);
    let front = claim.from.saturating_sub(6).max(sentence.start)..claim.from;
    let told = front.into_iter().any(|at| is_assertion(text.lower(at)));
    behind.clone().any(|at| {
        let word = text.lower(at);
        let untrue = matches!(
            word,
            "false"
                | "untrue"
                | "baseless"
                | "fabricated"
                | "unfounded"
                | "incorrect"
                | "denied"
                | "dismissed"
                | "rejected"
                | "wrong"
                | "exaggerated"
        );
        if told
            && untrue
            && (claim.to..at).any(|at| text.is(at, Tag::BE))
            && (claim.to..at).all(|at| text.lower(at) != ",")
        {
            return true;
        }
        if told && word == "lacks" && (at + 1..at + 3).any(|at| text.lower(at) == "credibility") {
            return true;
        }
        let object = matches!(text.lower(at + 1), "it" | "this" | "that")
            || matches!(text.lower(at + 1), "the" | "those" | "these" | "such") && is_assertion(text.lower(at + 2));
        let named = (claim.to..at).any(|at| {
            matches!(text.lower(at), "a" | "an" | "the")
                && is_assertion(text.lower(at + 1))
                && text.lower(at - 1) == ","
        });
        let but = (claim.to..at).any(|at| matches!(text.lower(at), "but" | "although" | "though" | "which" | "while"));
        is_denial(word) && (named || but && (object || !text.is_word(at + 1)))
    })
}

/// "the ministry revised down its first toll of 31 dead": the old figure no longer holds.
fn taken_back(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let from = claim.count.start.saturating_sub(10).max(sentence.start);
    let revised = (from..claim.count.start).any(|at| {
        matches!(text.lower(at), "revised" | "revising" | "revises") && text.lower(at + 1) == "down"
            || matches!(text.lower(at), "retracted" | "withdrew" | "withdrawn")
    });
    let near = claim.count.start.saturating_sub(4).max(from)..claim.count.start;
    let old = near.clone().any(|at| {
        matches!(
            text.lower(at),
            "earlier" | "first" | "initial" | "previous" | "original" | "from"
        )
    });
    revised
        && old
        && (near
            .clone()
            .any(|at| is_assertion(text.lower(at)) || text.lower(at) == "estimate")
            || text.lower(claim.count.start.saturating_sub(1)) == "from")
}

/// A word of doubt that belongs to this count and this harm.
fn doubts(text: &Text<'_, '_>, at: usize, claim: &Claimed) -> bool {
    let word = text.lower(at);
    // the harm can hold the word: "feared dead"
    let near = |reach: usize| at + 1 < claim.outcome.end && claim.outcome.end - 1 - at <= reach;
    let before_count = |reach: usize| at < claim.count.start && claim.count.start - at <= reach;
    let next = text.lower(at + 1);
    match word {
        "may" | "might" => {
            let caused = next == "have" && matches!(text.lower(at + 2), "caused" | "killed" | "injured" | "wounded");
            !text.is_name(at)
                && (at + 2 >= claim.count.start && (near(6) || before_count(2)) || caused && before_count(6))
        }
        "could" => matches!(next, "have" | "be") && near(4) && at >= claim.count.end,
        "feared" | "believed" | "thought" | "presumed" | "suspected" | "rumoured" | "rumored" | "assumed"
        | "understood" | "alleged" => {
            let passive = super::voice::before(text, at, Tag::BE).is_some();
            let held =
                matches!(next, "to" | "that") || text.outcome(at + 1).is_some() || text.quantity(at + 1).is_some();
            // "believed to be rebels": doubt of who they were
            let verb = (at + 2..at + 6).find(|&at| !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)));
            let noun =
                next == "to" && verb.is_some_and(|verb| text.outcome(verb).is_none() && text.quantity(verb).is_none());
            let clear = (at + 1..claim.from.max(at + 1)).all(|at| text.lower(at) != "," && text.lower(at) != ";");
            !noun && clear && (held || passive && !text.is(at + 1, Tag::PERSON)) && (near(7) || before_count(5))
        }
        "fear" | "fears" | "suspect" | "suspects" | "predicted" | "predict" => {
            let object = matches!(next, "that" | "of" | "as" | "at" | "up") || text.quantity(at + 1).is_some();
            object && before_count(5)
        }
        "allegedly" | "possibly" | "purportedly" | "supposedly" | "presumably" | "probably" => {
            let joined = at < claim.outcome.start
                && claim.outcome.start - at <= 5
                && text.is(claim.outcome.start - 1, Tag::CONJ)
                && text.lower(at + 1).ends_with("ing");
            // "purportedly showing the bodies of 12"
            let shows = matches!(next, "showing" | "shows" | "showed" | "depicting") && before_count(11);
            near(3) || joined || shows || before_count(2) || at >= claim.count.start && at < claim.outcome.end
        }
        "said" | "claimed"
            if super::voice::before(text, at, Tag::BE).is_some() || text.lower(at.saturating_sub(1)) == "those" =>
        {
            // "the condition of three is said to be serious"
            let state = text.reads(at + 1, &["to", "be"]) && text.outcome(at + 3).is_none();
            (next == "to" && !state || text.outcome(at + 1).is_some()) && near(5)
        }
        "likely" => text.is(at.saturating_sub(1), Tag::BE.or(Tag::ADVERB)) && near(4) && next != "to",
        "alleges" | "allege" | "alleging" => before_count(4) || near(6) && at < claim.from,
        "allegations" | "allegation" => next == "that" && at < claim.from && claim.from - at <= 7,
        "unconfirmed" => before_count(4) || before_count(6) && text.lower(at + 2) == "reports",
        "certain" => text.lower(at.saturating_sub(1)) == "almost" && (near(12) || before_count(6)),
        "unclear" => next == "whether",
        _ => false,
    }
}

/// "were reported killed", "reportedly", "reports that 12 died", where nobody is named who says so.
fn reported(text: &Text<'_, '_>, at: usize, claim: &Claimed) -> bool {
    let near = |reach: usize| at < claim.outcome.start && claim.outcome.start - at <= reach;
    match text.lower(at) {
        // "was reportedly among the five dead": who was among them, not how many they were
        "reportedly" if text.lower(at + 1) == "among" => claim.count.end <= at && at - claim.count.end <= 6,
        "reportedly" => near(5) || at >= claim.from || claim.from - at <= 4,
        // "no one was reported hurt": nobody heard of any
        "reported" if matches!(text.lower(claim.count.start), "no" | "none" | "nobody") => false,
        // "reported to be in a stable condition"
        "reported" if text.reads(at + 1, &["to", "be", "in"]) => false,
        "reported" => {
            let before = at.saturating_sub(1);
            let passive = text.is(before, Tag::BE.or(Tag::ADVERB).or(Tag::PERSON)) || text.quantity(before).is_some();
            // "were reported killed and 30 wounded"
            let since = claim.count.start > claim.outcome.end
                && (claim.count.end..claim.count.end + 8).any(|at| text.lower(at) == "confirmed");
            let joined = !since
                && (at + 1..claim.from.max(at + 1))
                    .all(|at| text.outcome(at).is_some() || text.is(at, Tag::CONJ) || text.quantity(at).is_some());
            // "are reported to have been killed, along with 12 nurses"
            let held = text.reads(at + 1, &["to", "have", "been"]) && claim.outcome.contains(&(at + 4));
            passive && (held || near(3) && at >= claim.count.start || near(5) && text.is(at + 1, Tag::TIME) || joined)
        }
        "reports" => {
            matches!(text.lower(at + 1), "of" | "that") && at < claim.count.start && claim.count.start - at <= 4
        }
        _ => false,
    }
}

/// "with 76 deaths reported": nobody is named who reported them.
fn reported_behind(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let at = claim.to;
    at < sentence.end
        && text.lower(at) == "reported"
        && text.outcome(at - 1).is_some()
        && (!text.is_word(at + 1) || text.is(at + 1, Tag::TIME.or(Tag::PREP)) && text.lower(at + 1) != "by")
}

/// "12 are dead (this is not confirmed)", "a figure that could not be verified"
fn unconfirmed(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>, has_speaker: bool) -> bool {
    (claim.to..sentence.end.min(claim.to + 20)).any(|at| match text.lower(at) {
        "unconfirmed" => text.lower(at.saturating_sub(1)) == "(" || text.is(at.saturating_sub(1), Tag::BE),
        "confirmed" | "verified" | "corroborated" if another(text, claim, at) => false,
        // "12 died, activists said, in a report that could not be verified": they vouch for it
        "verified" if has_speaker => false,
        "confirmed" | "verified" | "corroborated" => {
            text.lower(at.saturating_sub(1)) == "not"
                || (at.saturating_sub(4).max(claim.to)..at).any(|at| text.is(at, Tag::NOT))
        }
        _ => false,
    })
}

/// "While the league reported 12 deaths, the total number could not be confirmed": of another figure.
fn another(text: &Text<'_, '_>, claim: &Claimed, at: usize) -> bool {
    (claim.to..at).any(|at| {
        text.lower(at) == ","
            && text.lower(at + 1) == "the"
            && matches!(
                text.lower(at + 2),
                "total" | "full" | "exact" | "overall" | "true" | "final"
            )
    })
}
