//! Where somebody says something: the saying verb, who says it, and how far it reaches.

use std::ops::Range;

use super::lexicon::Tag;
use super::subject::{left, right, trimmed};
use super::text::Text;

/// How a saying stands to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// "Police said 12 died": reaches from the verb to the end of the sentence.
    Leading,
    /// "12 died, police said": reaches back to the sentence's beginning and on to its end.
    Trailing,
}

/// Somebody says something.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    /// Who says it, as tokens.
    pub(super) speaker: Range<usize>,
    /// Who passed it on, if the words name both.
    pub(super) relay: Option<Range<usize>>,
    /// The tokens in which it holds.
    pub(super) reach: Range<usize>,
    /// Before or after what is said.
    pub(super) order: Order,
    /// The stable id of the rule.
    pub(super) rule: &'static str,
}

/// All sayings of the text, in the order of their verbs.
pub(super) fn find(text: &Text<'_, '_>) -> Vec<Saying> {
    let mut out = Vec::new();
    for sentence in &text.scan.sentences {
        let tokens = sentence.tokens.clone();
        out.extend(label(text, &tokens).or_else(|| figures(text, &tokens)));
        for at in tokens.clone() {
            if text.is(at, Tag::SAY)
                || matches!(text.lower(at), "according" | "quoted" | "quoting" | "citing" | "cited")
            {
                out.extend(saying(text, at, &tokens));
            } else if GIVES.contains(&text.lower(at)) {
                out.extend(gives(text, at, &tokens));
            }
        }
    }
    out
}

fn saying(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    match text.lower(at) {
        "according" if text.lower(at + 1) == "to" => according(text, at, sentence),
        "according" => None,
        "quoted" | "quoting" | "citing" | "cited" => quoting(text, at, sentence),
        _ => verb(text, at, sentence),
    }
}

/// Verbs with which somebody gives a figure.
const GIVES: &[&str] = &[
    "spoke",
    "speaks",
    "speak",
    "spoken",
    "mentions",
    "mention",
    "mentioned",
    "gives",
    "gave",
    "given",
    "lowers",
    "lowered",
    "raises",
    "raised",
    "revised",
    "revises",
    "corrected",
    "verified",
    "registered",
    "registers",
    "lists",
    "listed",
    "published",
    "accuses",
    "accused",
    "identified",
    "cites",
    "tallied",
    "logged",
];

/// "the ministry spoke of 40 dead", "the hospital raised its count to nine dead".
fn gives(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let word = text.lower(at);
    let prior = at.checked_sub(1).filter(|&prior| prior >= sentence.start)?;
    if super::voice::before(text, at, Tag::BE).is_some() || text.is(prior, Tag::DET.or(Tag::POSS).or(Tag::MODAL)) {
        return None;
    }
    let next = text.lower(at + 1);
    let count =
        |from: usize, to: usize| (from..to.min(sentence.end)).any(|at| super::ellipsis::is_count_noun(text.lower(at)));
    let fits = match word {
        "spoke" | "speaks" | "speak" | "spoken" => next == "of",
        "lowers" | "lowered" | "raises" | "raised" | "revised" | "revises" | "corrected" => count(at + 1, at + 5),
        "accuses" | "accused" => (at + 1..sentence.end.min(at + 12)).any(|at| text.reads(at, &["of", "having"])),
        "gave" | "given" => text.quantity(at + 1).is_some() || count(at + 1, at + 4),
        _ => text.quantity(at + 1).is_some() || text.lower(at + 2) == "list" || count(at + 1, at + 4),
    };
    fits.then_some(())?;
    Some(Saying {
        speaker: left(text, at, sentence.start)?,
        relay: None,
        reach: at + 1..sentence.end,
        order: Order::Leading,
        rule: "speaker/gives-count",
    })
}

/// "according to the interior ministry"
fn according(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let speaker = right(text, at + 2, sentence.end)?;
    // a new clause before it ends the reach backwards: "X said 12 died, but according to Y 30 did"
    let clause = (sentence.start..at)
        .rev()
        .take_while(|_| at > sentence.start)
        .find(|&before| matches!(text.lower(before), ";" | "but" | "while" | "and") && before + 1 == at);
    Some(Saying {
        speaker,
        relay: None,
        reach: clause.unwrap_or(sentence.start)..sentence.end,
        order: if at <= sentence.start + 1 || clause.is_some() {
            Order::Leading
        } else {
            Order::Trailing
        },
        rule: "speaker/according-to",
    })
}

/// "state television quoted the ministry as saying", "the agency said, citing police"
fn quoting(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if text.is(at.saturating_sub(1), Tag::BE) || matches!(text.lower(at + 1), "by" | "in") {
        return None;
    }
    let speaker = right(text, at + 1, sentence.end)?;
    Some(Saying {
        relay: left(text, at, sentence.start),
        reach: if text.lower(at) == "citing" { sentence.start } else { at }..sentence.end,
        order: Order::Leading,
        rule: "speaker/quoted",
        speaker,
    })
}

/// "Source: 12 killed"
fn label(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let colon = (sentence.start..sentence.end.min(sentence.start + 6)).find(|&at| text.lower(at) == ":")?;
    let words = sentence.start..colon;
    let speaks = words.clone().any(|at| {
        matches!(
            text.lower(at),
            "source"
                | "sources"
                | "police"
                | "officials"
                | "official"
                | "ministry"
                | "activists"
                | "un"
                | "u.n."
                | "report"
                | "witness"
                | "witnesses"
                | "army"
                | "government"
                | "minister"
        )
    });
    let plain = words.clone().all(|at| text.is_word(at));
    // "the army denies: ...": the verb is no part of the name
    let verb = (words.start + 1..words.end).find(|&at| {
        text.is(at, Tag::VERB.or(Tag::PAST).or(Tag::SAY))
            && !text.is(at, Tag::PERSON)
            && !text.is_name(at)
            && text.lower(at) != "report"
    });
    let words = words.start..verb.unwrap_or(words.end);
    (speaks && plain).then_some(Saying {
        speaker: words,
        relay: None,
        reach: colon..sentence.end,
        order: Order::Leading,
        rule: "speaker/label",
    })
}

fn verb(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let prior = at.checked_sub(1).filter(|&prior| prior >= sentence.start)?;
    if is_noun(text, prior, at)
        || text.outcome(at).is_some()
        || text.is(prior, Tag::MODAL.or(Tag::NOT))
        || text.lower(prior) == "to"
    {
        return None;
    }
    if text.lower(at).ends_with("ing") {
        return participle(text, at, sentence);
    }
    let passive = super::voice::before(text, at, Tag::BE).is_some();
    if passive {
        return None;
    }
    let speaker = left(text, at, sentence.start);
    let inverted = speaker.is_none();
    let speaker = match speaker {
        Some(speaker) => speaker,
        None => inverted_right(text, at, sentence)?,
    };
    let after = if inverted { speaker.end } else { at + 1 };
    let after = if matches!(text.lower(at), "told" | "tells" | "tell") && !inverted {
        addressed(text, after, sentence.end)
    } else {
        after
    };
    let content = content_follows(text, after, sentence.end);
    let order = if inverted || !content {
        Order::Trailing
    } else {
        Order::Leading
    };
    let start = match order {
        Order::Leading => at + 1,
        Order::Trailing => sentence.start,
    };
    Some(Saying {
        speaker,
        relay: None,
        reach: start..sentence.end,
        order,
        rule: if order == Order::Leading {
            "speaker/says"
        } else {
            "speaker/said-after"
        },
    })
}

/// ", saying that": what the sentence's subject says.
fn participle(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let prior = at.checked_sub(1).filter(|&prior| prior > sentence.start)?;
    let start = trimmed(text, sentence.start..at).start;
    let begin = if text.is(sentence.start, Tag::PREP) {
        start
    } else {
        sentence.start
    };
    let speaker = (text.lower(prior) == ",").then(|| right(text, begin, at)).flatten()?;
    Some(Saying {
        speaker,
        relay: None,
        reach: sentence.clone(),
        order: Order::Trailing,
        rule: "speaker/saying",
    })
}

/// "offered new figures: 12 dead"
fn figures(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let colon = sentence.clone().find(|&at| text.lower(at) == ":")?;
    let from = sentence.start.max(colon.saturating_sub(14));
    let noun = (from..colon).find(|&at| {
        matches!(
            text.lower(at),
            "figures" | "statistics" | "data" | "numbers" | "toll" | "tally" | "balance"
        )
    })?;
    let verb = (from..noun).find(|&at| text.is(at, Tag::PAST.or(Tag::SAY)) && !text.is_name(at))?;
    Some(Saying {
        speaker: left(text, verb, sentence.start)?,
        relay: None,
        reach: colon..sentence.end,
        order: Order::Leading,
        rule: "speaker/gives-figures",
    })
}

/// "the reports", "of claims", "state television": not a verb here.
fn is_noun(text: &Text<'_, '_>, prior: usize, at: usize) -> bool {
    let word = text.lower(at);
    let ambiguous = matches!(
        word,
        "state"
            | "states"
            | "claim"
            | "claims"
            | "report"
            | "reports"
            | "estimate"
            | "estimates"
            | "count"
            | "counts"
            | "notes"
            | "note"
            | "documents"
            | "tweet"
            | "stress"
            | "reported"
            | "estimated"
            | "alleged"
            | "claimed"
            | "suggest"
            | "put"
            | "posted"
            | "recorded"
            | "declared"
            | "counted"
    );
    let determined =
        text.is(prior, Tag::DET.or(Tag::POSS).or(Tag::PREP).or(Tag::BE).or(Tag::CONJ)) && !text.is(prior, Tag::PERSON);
    let next = at + 1;
    let takes = text.lower(next) == "that"
        || text.quantity(next).is_some()
        || text.is(next, Tag::DET.or(Tag::TIME))
        || !text.is_word(next) && !matches!(word, "count" | "counts" | "note" | "notes" | "put")
        || text.outcome(next).is_some() && word == "reported"
        || text.is(next, Tag::PREP) && (text.is(next + 1, Tag::TIME) || text.is(next + 2, Tag::TIME));
    // "claimed the lives of", "claimed responsibility"
    if word.starts_with("claim")
        && (at + 1..at + 5).any(|at| matches!(text.lower(at), "lives" | "life" | "responsibility" | "victims"))
    {
        return true;
    }
    if word == "adding" || word == "saying" || word.ends_with("ing") {
        return false;
    }
    ambiguous && (determined || !takes)
}

/// ", said Jonas Brenk"
fn inverted_right(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let prior = at.checked_sub(1).filter(|&prior| prior > sentence.start)?;
    let opens = matches!(text.lower(prior), "," | "\"" | "”" | "“" | "'" | "’");
    let finite = !text.lower(at).ends_with("ing");
    if !(opens && finite) || text.lower(at + 1) == "that" {
        return None;
    }
    right(text, at + 1, sentence.end)
}

/// Behind the one who is told: "told state television, among them".
fn addressed(text: &Text<'_, '_>, from: usize, end: usize) -> usize {
    let stop = |at: usize| {
        !text.is_word(at) && !matches!(text.lower(at), "'" | "-")
            || text.lower(at) == "that"
            || text.quantity(at).is_some()
    };
    (from..end.min(from + 9))
        .find(|&at| stop(at))
        .filter(|&at| matches!(text.lower(at), "," | ";" | "." | "that"))
        .unwrap_or(from)
}

/// True where something is said after the verb, not only when or where it was said.
fn content_follows(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let mut at = at;
    let mut steps = 0;
    while at < end && steps < 8 {
        if matches!(text.lower(at), "that" | ":" | "“" | "\"" | "how" | "there") || text.quantity(at).is_some() {
            return true;
        }
        if text.is(at, Tag::TIME.or(Tag::ADVERB))
            || text.is(at, Tag::DET) && text.is(at + 1, Tag::TIME)
            || text.is(at, Tag::PREP) && (text.is(at + 1, Tag::TIME.or(Tag::DET)) || text.is_name(at + 1))
        {
            at += 1;
            steps += 1;
            continue;
        }
        if matches!(text.lower(at), "–" | "-" | "—" | "," | "(") {
            // "said – in a statement – that"
            return (at + 1..end.min(at + 12)).any(|at| text.lower(at) == "that");
        }
        if !text.is_word(at) {
            return false;
        }
        return at + 2 < end;
    }
    (at..end.min(at + 6)).any(|at| text.lower(at) == "that")
}
