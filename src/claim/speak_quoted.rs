//! One who quotes another: the quoted vouches, the other passes on.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_words as words;
use super::subject::{left, right};
use super::text::Text;

/// How many tokens apart "X reported" and "citing Y" can stand.
const NEAR: usize = 40;

/// Adds the quotings of one sentence to its sayings and ties them to those who pass them on.
pub(super) fn link(text: &Text<'_, '_>, sentence: &Range<usize>, sayings: &mut Vec<Saying>) {
    let mut found = Vec::new();
    for at in sentence.clone() {
        match text.lower(at) {
            "quoted" | "cited" | "quotes" | "cites" if passive(text, at) => {
                found.extend(was_quoted(text, at, sentence));
            }
            "quoted" | "cited" | "quotes" | "cites"
                if at > sentence.start && matches!(text.lower(at - 1), "which" | "who") && !sayings.is_empty() =>
            {
                found.extend(citing(text, at, sentence, sayings));
            }
            "quoted" | "cited" if text.lower(at + 1) == "by" => passed_by(text, at, sentence, sayings),
            "quoted" | "cited" | "quotes" | "cites" => found.extend(quoted(text, at, sentence)),
            "quoting" | "citing" => found.extend(citing(text, at, sentence, sayings)),
            // "with reference to the police", "referring to the police"
            "reference" | "referring"
                if text.lower(at + 1) == "to" && matches!(text.lower(at.saturating_sub(1)), "with" | ",") =>
            {
                found.extend(citing(text, at + 1, sentence, sayings));
            }
            _ => {}
        }
    }
    sayings.extend(found);
    sayings.sort_by_key(|saying| saying.verb);
}

/// "a source, quoted by the daily, said", "according to residents quoted by the daily": the daily passes it on.
fn passed_by(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, sayings: &mut [Saying]) {
    let Some(relay) = right(text, at + 2, sentence.end).filter(|relay| words::can_speak(text, relay)) else {
        return;
    };
    let near = |one: &&mut Saying| one.speaker.end <= at && at - one.speaker.end <= 3 && one.relay.is_none();
    if let Some(host) = sayings.iter_mut().find(near) {
        host.relay = Some(relay);
    }
}

/// "is quoted", "was believed"
pub(super) fn passive(text: &Text<'_, '_>, at: usize) -> bool {
    super::voice::before(text, at, Tag::BE).is_some()
}

/// "state television quoted the ministry as saying"
fn quoted(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if matches!(text.lower(at + 1), "by" | "in" | "as") {
        return None;
    }
    let speaker = right(text, at + 1, sentence.end)?;
    if !words::can_speak(text, &speaker) {
        return None;
    }
    Some(Saying {
        relay: left(text, at, sentence.start),
        reach: at..sentence.end,
        order: Order::Leading,
        rule: "speaker/quoted",
        verb: at,
        speaker,
    })
}

/// "the governor was quoted by state radio as saying"
fn was_quoted(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let auxiliary = super::voice::before(text, at, Tag::BE)?;
    let speaker = left(text, auxiliary, sentence.start)?;
    let saying = (at + 1..sentence.end.min(at + 14)).find(|&at| text.is(at, Tag::SAY) || text.lower(at) == "telling");
    let by = (at + 1..sentence.end.min(at + 16)).find(|&at| matches!(text.lower(at), "by" | "in"));
    let relay = by
        .and_then(|by| {
            right(
                text,
                by + 1,
                saying
                    .filter(|&saying| saying > by + 1)
                    .map_or(sentence.end, |at| at - 1),
            )
        })
        .filter(|relay| words::can_speak(text, relay));
    // "the toll is quoted at 233"
    let figure = text.quantity(at + 2).is_some();
    if saying.is_none() && (by.is_none() || figure) && text.lower(at + 1) == "at" {
        return None;
    }
    let behind = saying.map_or(at + 1, |saying| saying + 1);
    let content = by.is_none_or(|by| by != behind) && super::speak_verb::content_follows(text, behind, sentence.end);
    Some(Saying {
        speaker,
        relay,
        reach: if content { behind } else { sentence.start }..sentence.end,
        order: if content { Order::Leading } else { Order::Trailing },
        rule: "speaker/was-quoted",
        verb: at,
    })
}

/// The verb before ", with reference to": "Orlafor reports, with reference to".
fn reporting(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> usize {
    let from = at.saturating_sub(5).max(sentence.start + 1);
    let comma = (from..at).rev().find(|&at| text.lower(at) == ",");
    comma
        .map(|comma| comma - 1)
        .filter(|&verb| text.is(verb, Tag::SAY) && text.lower(at) == "to")
        .unwrap_or(at)
}

/// "the agency said, citing police", "the agency, citing police, said": turns the agency's saying into the police's.
fn citing(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, sayings: &mut [Saying]) -> Option<Saying> {
    let speaker = right(text, at + 1, sentence.end)?;
    // "the council, quoting its own inquiry, says": no other source
    let own = text.is(speaker.start, Tag::POSS) && text.lower(speaker.start + 1) == "own"
        // "the league, citing interviews with nurses": it held them itself
        || matches!(text.lower(speaker.start), "interview" | "interviews");
    if own || !words::can_speak(text, &speaker) {
        return None;
    }
    let distance = |saying: &Saying| saying.verb.abs_diff(at);
    let inner = |saying: &Saying| saying.speaker.start >= at || saying.rule == "speaker/according-to";
    // "X, citing Y, said": the verb behind belongs to the same clause; else the nearest one before
    let opened = matches!(
        text.lower(at.saturating_sub(1)),
        "," | "reference" | "referring" | "which" | "who"
    ) || at <= sentence.start;
    let behind = sayings
        .iter()
        .position(|one| one.verb > at && one.speaker.end <= at && one.verb - at < NEAR);
    let before = sayings.iter().rposition(|one| {
        one.verb < at && distance(one) < NEAR && (one.rule != "speaker/according-to" || one.speaker.end + 3 >= at)
    });
    let front = sayings
        .iter()
        .position(|one| at <= sentence.start + 1 && one.verb > at && inner(one) && one.speaker.start >= speaker.end);
    let host = behind.filter(|_| opened).or(before).or(front);
    if let Some(host) = host.and_then(|host| sayings.get_mut(host)) {
        host.relay = Some(std::mem::replace(&mut host.speaker, speaker));
        host.rule = "speaker/quoted";
        if host.verb < at && host.order == Order::Trailing {
            host.reach = sentence.clone();
        }
        return None;
    }
    Some(Saying {
        relay: left(text, reporting(text, at, sentence), sentence.start)
            .filter(|relay| words::can_speak(text, relay) || relay.clone().all(|at| text.is_name(at))),
        reach: sentence.clone(),
        order: Order::Trailing,
        rule: "speaker/quoted",
        verb: at,
        speaker,
    })
}
