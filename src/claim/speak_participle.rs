//! ", saying that": a participle, and whose words follow it.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_words::{self as words, Role};
use super::subject::{left, of_the_state, right, trimmed};
use super::text::Text;
use super::{speak_other, speak_verb};

/// "Medics are still reporting 12 dead", "were saying that": a finite verb in two words.
fn progressive(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let told = matches!(
        text.lower(at),
        "reporting" | "saying" | "claiming" | "estimating" | "telling"
    );
    if !told {
        return None;
    }
    let be = super::voice::before(text, at, Tag::BE).filter(|&be| be > sentence.start)?;
    // "are still reporting more killings, of 12 villagers"
    let more = matches!(text.lower(at + 1), "more" | "further" | "new" | "fresh") && text.outcome(at + 2).is_some();
    let content = text.lower(at + 1) == "that"
        || more
        || text.quantity(at + 1).is_some() && !text.is(at + 1, Tag::DET)
        || speak_verb::content_follows(text, at + 1, sentence.end) && text.lower(at) != "reporting";
    let speaker = left(text, be, sentence.start).filter(|_| content)?;
    words::can_speak(text, &speaker).then(|| speak_other::leading(speaker, at + 1..sentence.end, "speaker/says", at))
}

/// "State television also reporting that": a bulletin leaves out "is"; nothing but who speaks stands before it.
fn reporting(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let later = (sentence.start..at)
        .rev()
        .take_while(|&at| text.is(at, Tag::ADVERB) || matches!(text.lower(at), "also" | "now"))
        .count();
    let speaker = sentence.start..at - later;
    let closed = Tag::FINITE.or(Tag::PREP).or(Tag::TIME).or(Tag::SUBORD);
    let noun = |at: usize| text.is_word(at) && (!text.is(at, closed) || of_the_state(text, at));
    let source = |at: usize| words::is(text.lower(at), Role::SOURCE.or(Role::OUTLET)) || words::is_acronym(text, at);
    let named = (1..=5).contains(&speaker.len()) && speaker.clone().all(noun) && source(speaker.end - 1);
    (named && matches!(text.lower(at), "reporting" | "saying") && tells(text, at)).then_some(speaker)
}

/// "went on strike after saying that 14 were hurt": what the subject of the clause said before, or says with it.
fn hangs(text: &Text<'_, '_>, prior: usize, at: usize) -> bool {
    tells(text, at) && matches!(text.lower(prior), "after" | "while" | "when" | "before" | "by")
}

/// "saying that", "claiming 12"
fn tells(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at + 1) == "that" || text.quantity(at + 1).is_some() && !text.is(at + 1, Tag::DET)
}

/// "Orland blames others, saying that": a country or a person named at the beginning, with a verb of its own.
fn names_itself(text: &Text<'_, '_>, begin: usize, at: usize) -> Option<Range<usize>> {
    let verb = (begin..at).find(|&at| !text.is_name(at)).filter(|&verb| verb > begin)?;
    let finite = text.is(verb, Tag::PAST.or(Tag::HAVE).or(Tag::BE).or(Tag::MODAL)) || text.lower(verb).ends_with('s');
    let bare = text.is(begin, Tag::DET.or(Tag::PRON).or(Tag::PREP).or(Tag::SUBORD));
    (finite && !bare).then_some(begin..verb)
}

/// ", saying that": what the sentence's subject says.
pub(super) fn participle(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, before: &[Saying]) -> Option<Saying> {
    let prior = at.checked_sub(1).filter(|&prior| prior > sentence.start)?;
    if let Some(saying) = progressive(text, at, sentence) {
        return Some(saying);
    }
    if text.lower(prior) == "as" {
        return None;
    }
    if let Some(speaker) = reporting(text, at, sentence) {
        return Some(speak_other::leading(speaker, at + 1..sentence.end, "speaker/says", at));
    }
    let joined = text.lower(prior) == "," || text.is(prior, Tag::CONJ) || hangs(text, prior, at);
    let paper = words::is(text.lower(prior), Role::DOCUMENT);
    let said = before.last().filter(|one| one.verb < at);
    let whole = |speaker: Range<usize>, start: usize| Saying {
        speaker,
        relay: None,
        reach: start..sentence.end,
        order: if start > sentence.start {
            Order::Leading
        } else {
            Order::Trailing
        },
        rule: "speaker/saying",
        verb: at,
    };
    if joined || paper {
        if let Some(said) = said.filter(|said| said.rule != "speaker/according-to") {
            return Some(Saying {
                relay: said.relay.clone(),
                ..whole(said.speaker.clone(), at + 1)
            });
        }
        let start = trimmed(text, sentence.start..at).start;
        let begin = if text.is(sentence.start, Tag::PREP.or(Tag::CONJ)) {
            start
        } else {
            sentence.start
        };
        // "It came as the union released a statement saying that"
        if paper && let Some(issuer) = speak_other::issuer(text, prior, sentence.start) {
            return Some(whole(issuer, at + 1));
        }
        let begin = speak_verb::past_dateline(text, begin, at);
        if let Some(named) = names_itself(text, begin, at).filter(|_| tells(text, at)) {
            return Some(whole(named, at + 1));
        }
        let subject = right(text, begin, at)?;
        // "the Herald cited the police, reporting that": what the police say
        let cites = |at: usize| matches!(text.lower(at), "cited" | "cites" | "quoted" | "quotes");
        if (subject.start..at).any(cites) {
            return None;
        }
        let tail = (subject.start + 1..subject.end).rev();
        let more = tail.take_while(|&at| text.is(at, Tag::ADVERB)).count();
        let subject = subject.start..subject.end - more;
        // "He also had a warning, saying"
        let alone = text.is(subject.start, Tag::PRON) && !words::is_acronym(text, subject.start);
        let subject = if alone {
            subject.start..subject.start + 1
        } else {
            subject
        };
        let start = if text.quantity(at + 1).is_some() || text.lower(at + 1) == "that" {
            at + 1
        } else {
            sentence.start
        };
        return words::can_speak(text, &subject).then(|| whole(subject, start));
    }
    // "with some saying 40 died", "and Rami Orne alleging that"
    let with = (at.saturating_sub(8).max(sentence.start)..at)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .find(|&at| text.lower(at) == "with");
    let own = match with {
        Some(with) => trimmed(text, with + 1..at),
        None => left(text, at, sentence.start)?,
    };
    let opens = own
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(text.lower(at), "with" | "and" | "," | "while"));
    let fits = words::can_speak(text, &own) || matches!(text.lower(own.start), "some" | "others" | "many");
    (opens && fits).then(|| whole(own, at + 1))
}
