//! Sayings told from the hearer's side, and papers that hold one: "we learned from residents", "the army's claim that".

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_words as words;
use super::subject::{left, right};
use super::text::Text;

/// "AFP learned from residents", "we were told by the police that": those who told it vouch, the hearer passes it on.
pub(super) fn learned(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let (link, only_passive) = match text.lower(at) {
        "learned" | "learnt" | "gathered" | "heard" | "hears" => ("from", false),
        "told" | "informed" => ("by", true),
        // "as it became known to the agency from sources in the police"
        "known" | "understood" | "established" | "obtained" => ("from", true),
        _ => return None,
    };
    let passive = super::voice::before(text, at, Tag::BE);
    if only_passive && passive.is_none() {
        return None;
    }
    let from = (at + 1..sentence.end.min(at + 5)).find(|&at| text.lower(at) == link)?;
    let known = text.lower(at) == "known" && text.lower(at + 1) == "to";
    if !known && (at + 1..from).any(|at| !text.is(at, Tag::TIME.or(Tag::PREP).or(Tag::ADVERB).or(Tag::DET))) {
        return None;
    }
    let speaker = right(text, from + 1, sentence.end)?;
    let hearer = left(text, passive.unwrap_or(at), sentence.start);
    let nobody = hearer
        .as_ref()
        .is_none_or(|hearer| text.is(hearer.start, Tag::PRON) || matches!(text.lower(hearer.start), "our"));
    let content = matches!(text.lower(speaker.end), "that" | ":")
        || text.lower(sentence.start) == "as" && text.lower(speaker.end) == ",";
    let behind = hearer
        .as_ref()
        .and_then(|hearer| hearer.start.checked_sub(1))
        .is_some_and(|at| matches!(text.lower(at), "," | "”" | "\"" | "–" | "—"));
    let speaks = words::any(text, speaker.clone(), words::Role::SOURCE)
        || speaker.clone().any(|at| text.is(at, Tag::PERSON))
        || content && words::can_speak(text, &speaker);
    let hears = nobody || hearer.as_ref().is_some_and(|hearer| words::can_speak(text, hearer));
    (speaks && hears && (content || behind)).then(|| Saying {
        reach: if content { speaker.end } else { sentence.start }..sentence.end,
        order: if content { Order::Leading } else { Order::Trailing },
        relay: hearer.filter(|_| !nobody),
        speaker,
        rule: "speaker/learned",
        verb: at,
    })
}

/// "we are getting word from Orla TV that", "news came from the hospital that": who sends word vouches for it.
pub(super) fn word_from(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if !matches!(text.lower(at), "word" | "news" | "confirmation") {
        return None;
    }
    let came = usize::from(matches!(text.lower(at + 1), "came" | "comes" | "come"));
    let speaker = right(text, at + came + 2, sentence.end)?;
    let whole = text.lower(at + came + 1) == "from" && text.lower(speaker.end) == "that";
    (whole && words::can_speak(text, &speaker)).then_some(Saying {
        reach: speaker.end..sentence.end,
        order: Order::Leading,
        relay: None,
        speaker,
        rule: "speaker/learned",
        verb: at,
    })
}

/// "In the statement made by the ministry, it was stated that": the paper's author vouches.
pub(super) fn stated(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if text.lower(at + 1) != "that" || at < sentence.start + 6 {
        return None;
    }
    if !text.is(at, Tag::SAY) && !words::is(text.lower(at), words::Role::STRONG.or(words::Role::WITH_THAT)) {
        return None;
    }
    let it = super::voice::before(text, at, Tag::BE)?.checked_sub(1)?;
    let paper = (sentence.start..sentence.end.min(sentence.start + 5))
        .find(|&at| words::is(text.lower(at), words::Role::DOCUMENT))?;
    if text.lower(it) != "it" || !matches!(text.lower(sentence.start), "in" | "according") || paper >= it {
        return None;
    }
    let by = (paper + 1..paper + 4).find(|&at| matches!(text.lower(at), "by" | "from" | "of"))?;
    let speaker = right(text, by + 1, it)?;
    words::can_speak(text, &speaker).then(|| Saying {
        speaker,
        relay: None,
        reach: at + 1..sentence.end,
        order: Order::Leading,
        rule: "speaker/stated",
        verb: at,
    })
}

/// "the opposition's claim that", "government allegations that", "reports by residents that": whose claim it is.
pub(super) fn claim_that(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, before: &[Saying]) -> Option<Saying> {
    if text.lower(at) != "that" || at < sentence.start + 2 {
        return None;
    }
    let paper = (at.saturating_sub(10).max(sentence.start + 1)..at)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .find(|&at| is_claim(text.lower(at)) && before.iter().all(|one| one.verb != at))?;
    if super::speak_parts::vouched(text, paper) {
        return None;
    }
    let speaker = if paper + 1 == at {
        let begin = (paper.saturating_sub(6).max(sentence.start)..paper)
            .rev()
            .take_while(|&at| {
                text.is_word(at)
                    && !text.is(
                        at,
                        Tag::PREP
                            .or(Tag::PAST)
                            .or(Tag::BE)
                            .or(Tag::HAVE)
                            .or(Tag::CONJ)
                            .or(Tag::SAY),
                    )
                    && text.outcome(at).is_none()
            })
            .last()?;
        let begin = (begin..paper).rev().find(|&at| text.is(at, Tag::DET)).unwrap_or(begin);
        let owned = text.lower(paper - 1).ends_with("'s") || text.lower(paper - 1) == "'";
        let begin = if owned {
            begin
        } else {
            begin + usize::from(text.is(begin, Tag::DET))
        };
        let range = begin..paper - usize::from(text.lower(paper - 1) == "'");
        let source = range.clone().any(|at| {
            words::is(text.lower(at), words::Role::SOURCE) && !text.is(at, Tag::PRON) || words::is_acronym(text, at)
        });
        (source || owned && words::can_speak(text, &range)).then_some(range)?
    } else {
        let link = matches!(text.lower(paper + 1), "by" | "from");
        let range = right(text, paper + 2, at)?;
        let whole = range.end == at || text.is(range.end, Tag::TIME.or(Tag::PREP));
        let source = words::any(text, range.clone(), words::Role::SOURCE) || text.lower(paper + 1) == "by";
        (link && whole && source && words::can_speak(text, &range)).then_some(range)?
    };
    if speaker.is_empty() || text.is(speaker.start, Tag::TIME.or(Tag::POSS)) {
        return None;
    }
    Some(Saying {
        speaker,
        relay: None,
        reach: at + 1..sentence.end,
        order: Order::Leading,
        rule: "speaker/claim-that",
        verb: at,
    })
}

fn is_claim(word: &str) -> bool {
    matches!(
        word,
        "claim"
            | "claims"
            | "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "announcement"
            | "announcements"
            | "assertion"
            | "assertions"
            | "statement"
            | "statements"
            | "report"
            | "reports"
            | "estimate"
            | "estimates"
            | "admission"
            | "warning"
            | "warnings"
            | "confirmation"
            | "testimony"
            | "information"
            | "disclosure"
    )
}
