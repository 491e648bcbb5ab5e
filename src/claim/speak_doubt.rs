//! Doubt that reaches further than its own words: shared by counts that are joined, accusations, figures to come.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_quoted::passive;
use super::text::Text;

/// Where the count and its harm stand.
pub(super) struct Claimed {
    /// The first token of either.
    pub(super) from: usize,
    /// One past the last of either.
    pub(super) to: usize,
    /// The number phrase.
    pub(super) count: Range<usize>,
    /// The words of harm.
    pub(super) outcome: Range<usize>,
}

/// How far back a doubt can be shared.
const SHARED: usize = 24;

/// True where the words before or behind cast a doubt that no word beside the count tells.
pub(super) fn doubted(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>, has_speaker: bool) -> bool {
    to_come(text, claim, sentence)
        || accused(text, claim, sentence)
        || joined(text, claim, sentence, has_speaker)
        || buried(text, claim)
        // "the funerals of 12 people allegedly killed"
        || claim.to == claim.count.end && is_mark(text, claim.to, has_speaker)
        || !has_speaker && hearsay(text, claim, sentence)
}

/// "the toll is likely to be 300", "could reach 300", "is expected to rise to 300": a figure not reached yet.
fn to_come(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let from = claim.count.start.saturating_sub(6).max(sentence.start);
    (from..claim.count.end).any(|at| {
        let verb = match text.lower(at) {
            "could" | "may" | "might" if !text.is_capital(at) => at + 1,
            "likely" | "expected" if text.lower(at + 1) == "to" && at > from => at + 2,
            _ => return false,
        };
        let grows = matches!(
            text.lower(verb),
            "reach" | "rise" | "climb" | "exceed" | "top" | "number" | "total" | "surpass" | "approach"
        );
        // "could be as high as 300": the figure itself, not what became of people
        let stands = text.lower(verb) == "be" && verb < claim.count.start && figure(text, verb + 1, claim);
        grows && verb < claim.count.end || stands
    })
}

/// "be revised to 470", "be between 100 and 200", "be as high as 300": up to the number only words of measure.
fn figure(text: &Text<'_, '_>, from: usize, claim: &Claimed) -> bool {
    (from..claim.count.start).all(|at| {
        matches!(
            text.lower(at),
            "as" | "high"
                | "many"
                | "revised"
                | "to"
                | "between"
                | "up"
                | "over"
                | "above"
                | "more"
                | "than"
                | "raised"
                | "at"
        )
    })
}

/// "accused the army of killing 12 civilians": who accuses does not settle it.
fn accused(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let harm = claim.outcome.start;
    let floor = harm.saturating_sub(SHARED).max(sentence.start + 1);
    if !text.lower(harm).ends_with("ing") {
        return false;
    }
    let verb = (floor..harm).rev().find(|&at| {
        matches!(text.lower(at), "accused" | "accuses" | "accuse")
            && !text.is(at - 1, Tag::DET.or(Tag::POSS).or(Tag::PREP))
            && !passive(text, at)
    });
    let Some(verb) = verb else { return false };
    let Some(of) = (verb + 2..harm).find(|&at| text.lower(at) == "of" && text.lower(at + 1).ends_with("ing")) else {
        return false;
    };
    let parts = |at: usize| {
        matches!(
            text.lower(at),
            ";" | "after" | "when" | "where" | "who" | "which" | "that" | "since" | "but" | "while"
        ) || text.is(at, Tag::SAY)
    };
    !(verb + 1..harm).any(parts) && (of + 1 == harm || text.lower(harm - 1) == "and" || of + 3 >= harm)
}

/// "were believed killed and dozens arrested", "reportedly killed 12 and wounded 30": the doubt holds for both.
fn joined(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>, has_speaker: bool) -> bool {
    let Some(and) = claim.from.checked_sub(1).filter(|&at| at > sentence.start) else {
        return false;
    };
    let along = text.lower(and) == "with" && text.lower(and - 1) == "along";
    let listed = matches!(text.lower(and), "and" | ",") || along;
    // "and 40 were arrested": a clause of its own
    let own = (claim.from..claim.to).any(|at| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::MODAL)));
    if !listed || own {
        return false;
    }
    let floor = and.saturating_sub(SHARED).max(sentence.start);
    let mut harmed = false;
    for at in (floor..and).rev() {
        if is_mark(text, at, has_speaker) {
            return harmed;
        }
        let stops = matches!(
            text.lower(at),
            ";" | ":" | "but" | "while" | "after" | "who" | "which" | "that"
        );
        if stops || text.is(at, Tag::SAY) && !text.is(at, Tag::ADVERB) {
            return false;
        }
        harmed |= text.outcome(at).is_some();
    }
    false
}

/// A word of doubt right before a verb of harm: "reportedly killed", "believed to have been killed".
fn is_mark(text: &Text<'_, '_>, at: usize, has_speaker: bool) -> bool {
    let harm = |at: usize| text.outcome(at).is_some();
    let to_have = || text.lower(at + 1) == "to" && text.lower(at + 2) == "have" && (at + 3..at + 5).any(harm);
    match text.lower(at) {
        "allegedly" => harm(at + 1),
        "reportedly" => !has_speaker && harm(at + 1),
        "reported" => !has_speaker && passive(text, at) && to_have(),
        "believed" | "feared" | "thought" | "presumed" => passive(text, at) && (to_have() || harm(at + 1)),
        _ => false,
    }
}

/// "the bodies of three people believed to be buried beneath it".
fn buried(text: &Text<'_, '_>, claim: &Claimed) -> bool {
    (claim.to..claim.to + 2).any(|at| {
        matches!(text.lower(at), "believed" | "feared" | "thought" | "presumed")
            && text.reads(at + 1, &["to", "be"])
            && matches!(
                text.lower(at + 3),
                "buried" | "trapped" | "dead" | "entombed" | "beneath" | "under"
            )
    })
}

/// "reports say 12 died", "many of the deaths were reported to have occurred in Orla", "graves said to hold 12".
fn hearsay(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let from = claim.from.saturating_sub(9).max(sentence.start);
    let told = (from..claim.from).any(|at| match text.lower(at) {
        "reports" | "rumours" | "rumors" => {
            matches!(
                text.lower(at + 1),
                "say" | "said" | "suggest" | "suggested" | "indicate"
            ) && at + 6 >= claim.from
        }
        "said" => {
            let holds = matches!(text.lower(at + 2), "hold" | "contain" | "include" | "number");
            let counted = (at + 3..claim.count.start).any(|at| text.quantity(at).is_some());
            text.lower(at + 1) == "to" && holds && !counted
        }
        _ => false,
    });
    let behind = text.is(claim.to, Tag::BE)
        && text.lower(claim.to + 1) == "reported"
        && text.reads(claim.to + 2, &["to", "have"])
        && matches!(text.lower(claim.to + 4), "occurred" | "happened" | "taken");
    told || behind || reports_told(text, claim, sentence)
}

/// "reports from Orla on Monday said 12 died", "12 died, reports say", "12 died, according to early reports".
fn reports_told(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let says = |at: usize| matches!(text.lower(at), "say" | "said" | "suggest" | "suggested");
    let small = Tag::PREP.or(Tag::TIME).or(Tag::DET);
    let from = claim.from.saturating_sub(24).max(sentence.start);
    let front = (from..claim.from).any(|at| {
        let verb = || (at + 1..claim.from.min(at + 9)).find(|&at| says(at));
        let place = |at: usize| text.is(at, small) || text.is_capital(at);
        let clause = |verb: usize| (verb + 1..claim.from).all(|at| text.lower(at) != "," && !text.is(at, Tag::SAY));
        matches!(text.lower(at), "reports" | "rumours" | "rumors")
            && verb().is_some_and(|verb| (at + 1..verb).all(place) && clause(verb))
    });
    let sort = |at: usize| matches!(text.lower(at), "unconfirmed" | "early" | "initial" | "some");
    let behind = || {
        (claim.to..sentence.end.min(claim.to + 26)).any(|at| match text.lower(at) {
            "reports" => text.lower(at - 1) == "," && says(at + 1),
            "according" if text.lower(at + 1) == "to" => {
                let paper = at + 2 + usize::from(sort(at + 2));
                text.lower(paper) == "reports" && !text.is_word(paper + 1)
            }
            _ => false,
        })
    };
    front || behind()
}

/// "denied the raid in which 12 were reportedly killed", "it was reported that 12 died, but groups now give a lower
/// figure": a denial of what was told in other words.
pub(super) fn refuted(text: &Text<'_, '_>, claim: &Claimed, sentence: &Range<usize>) -> bool {
    let from = claim.from.saturating_sub(24).max(sentence.start);
    let rumoured = (claim.from.saturating_sub(6).max(from)..claim.to).any(|at| {
        matches!(text.lower(at), "reportedly" | "allegedly")
            || text.lower(at) == "reported" && passive(text, at) && text.lower(at + 1) == "that"
    });
    let no = (from..claim.from).any(|at| {
        let verb = matches!(
            text.lower(at),
            "denied" | "denies" | "refuted" | "refutes" | "rejected" | "rejects" | "disputed" | "disputes"
        );
        verb && text.is(at + 1, Tag::DET)
            && (at + 2..claim.from).any(|at| matches!(text.lower(at), "which" | "where" | "that"))
            && (at + 1..claim.from).all(|at| {
                !matches!(
                    text.lower(at),
                    ";" | "but" | "said" | "claimed" | "added" | "says" | "claims"
                )
            })
            && (at + 1..claim.from).all(|at| !matches!(text.lower(at), "involvement" | "responsibility" | "role"))
    });
    let it = claim.from >= sentence.start + 4
        && text.lower(claim.from - 1) == "that"
        && text.lower(claim.from - 2) == "reported";
    let lower = || {
        let behind = claim.to..sentence.end.min(claim.to + 16);
        let but = behind
            .clone()
            .any(|at| matches!(text.lower(at), "but" | "though" | "although"));
        let less = behind.into_iter().any(|at| {
            matches!(text.lower(at), "lower" | "smaller")
                && matches!(text.lower(at + 1), "figure" | "toll" | "number" | "count")
        });
        but && less
    };
    rumoured && no || it && lower()
}
