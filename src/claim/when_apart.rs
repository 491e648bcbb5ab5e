//! Words that tell that a count belongs to another incident than the one that is being told.

use std::ops::Range;

use super::Draft;
use super::lexicon::Tag;
use super::text::Text;
use super::when_course::opens_with_earlier;
use super::when_near::is_further;
use super::when_story::Story;
use super::when_words::{is_strike, is_sudden, is_vehicle, scene};

/// How many words of a sentence are looked at.
const REACH: usize = 60;
/// How many tokens before an incident's noun tell which one it is.
const BEFORE_NOUN: usize = 3;
/// How many tokens after "came" a clause of time begins.
const AFTER_CAME: usize = 7;

/// How many tokens after a vehicle its wreck is told.
const WRECK: usize = 12;

impl Story<'_, '_, '_> {
    /// "A blast killed 12": with an article a new incident begins, but for the lead.
    pub(super) fn begins_anew(&self, here: usize) -> bool {
        let text = self.text;
        let Some(sentence) = text.scan.sentences.get(here).filter(|_| here >= self.lead) else {
            return false;
        };
        let start = sentence.tokens.start;
        // "opened fire on a bus": no wreck
        let wrecked = |at: usize| (at + 1..sentence.tokens.end.min(at + WRECK)).any(|at| is_strike(text.lower(at)));
        let sudden = |at: usize| is_sudden(text.lower(at)) && (!is_vehicle(text.lower(at)) || wrecked(at));
        let opens = matches!(text.lower(start), "a" | "an" | "two" | "three" | "another" | "several");
        let indefinite = sentence.tokens.clone().any(|at| {
            matches!(text.lower(at), "a" | "an" | "another")
                && !matches!(text.lower(at + 1), "initial" | "first" | "subsequent")
                && (at + 1..at + 4)
                    .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP))
                    .any(sudden)
        });
        indefinite || opens && (start + 1..start + 4).any(|at| sudden(at) && text.outcome(at).is_none())
    }

    /// "In that period nine died", "six were shot in the same operation": of the time that was told right before.
    pub(super) fn names_same(&self, here: usize) -> bool {
        let text = self.text;
        let stretch = |at: usize| {
            matches!(
                text.lower(at),
                "period" | "time" | "span" | "stretch" | "timeframe" | "interval"
            )
        };
        let acts = |at: usize| {
            scene(text.lower(at)).is_some()
                || matches!(
                    text.lower(at),
                    "operation" | "offensive" | "campaign" | "assault" | "war"
                )
        };
        self.tokens_of(here).any(|at| {
            let within = matches!(text.lower(at), "in" | "over" | "during" | "within" | "throughout");
            let the = at + 1 + usize::from(text.lower(at + 1) == "the");
            within
                && (text.lower(the) == "same" && (stretch(the + 1) || acts(the + 1))
                    || matches!(text.lower(at + 1), "that" | "this") && stretch(at + 2))
        })
    }
}

/// True where the sentence sets the count's incident apart from the one told before, without a day of its own.
pub(super) fn is_apart(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let at = text.scan.token_at(draft.claim.span.start());
    let outcome = draft.claim.roles.outcome.map(|span| text.scan.token_at(span.start()));
    let harm = outcome.unwrap_or(at);
    let sentence = text.sentence(at);
    opens_before(text, &sentence, harm)
        || tells_of_earlier(text, &sentence, harm.min(at))
        || is_counted_night(text, &sentence, harm)
        || came_after(text, &sentence, harm.min(at))
        || is_beside(text, &sentence, at, harm)
        || is_hearsay(text, &sentence, at)
        || is_of_wounds(text, harm) && !is_further(text, draft)
}

/// "the region has previously suffered attacks that killed", "in previous attacks": an earlier incident.
fn tells_of_earlier(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> bool {
    let clause = sentence.start.max(harm.saturating_sub(REACH))..(harm + 4).min(sentence.end);
    clause.into_iter().any(|at| match text.lower(at) {
        "previously" => text.outcome(at + 1).is_none() && !text.is(at + 1, Tag::SAY.or(Tag::BELIEF)) && at < harm,
        "previous" | "past" | "prior" | "earlier" => {
            !opens_with_earlier(text, at)
                && (at + 1..at + 1 + BEFORE_NOUN)
                    .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP))
                    .any(|at| scene(text.lower(at)).is_some())
        }
        "anniversary" => true,
        _ => false,
    })
}

/// "the second night of raids killed eight": a night that is counted, not named.
fn is_counted_night(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> bool {
    let from = sentence.start.max(harm.saturating_sub(14));
    (from..harm).any(|at| {
        matches!(
            text.lower(at),
            "first" | "second" | "third" | "fourth" | "fifth" | "another" | "next" | "previous"
        ) && matches!(text.lower(at + 1), "night" | "day" | "evening" | "wave" | "round")
            && (at + 2 >= harm || text.lower(at + 2) == "of" || text.is(at + 2, Tag::VERB.or(Tag::PAST)))
    })
}

/// "The blast came two weeks after gunmen killed nine": what it came after has another day.
fn came_after(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> bool {
    (sentence.start.max(harm.saturating_sub(REACH))..harm).any(|came| {
        matches!(
            text.lower(came),
            "came" | "comes" | "occurred" | "happened" | "followed" | "follows"
        ) && (came + 1..harm.min(came + AFTER_CAME)).any(|at| {
            matches!(text.lower(at), "after" | "before") || matches!(text.lower(came), "followed" | "follows")
        })
    })
}

/// "Before reaching the coast on Friday, the storm crossed the islands, killing 24": a harm of an earlier day.
fn opens_before(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> bool {
    text.lower(sentence.start) == "before"
        && text.is(sentence.start + 1, Tag::ING)
        && (sentence.start..harm.min(sentence.start + REACH)).any(|at| text.lower(at) == ",")
}

/// "In addition to the deaths in Orla, six were shot", "two died in separate incidents": not what was told before.
fn is_beside(text: &Text<'_, '_>, sentence: &Range<usize>, count: usize, harm: usize) -> bool {
    let before = sentence.start.max(count.saturating_sub(REACH))..count;
    let added = before.into_iter().any(|at| {
        text.reads(at, &["in", "addition", "to"])
            && (at + 3..count).any(|at| text.outcome(at).is_some() || scene(text.lower(at)).is_some())
    });
    let behind = count.max(harm) + 1..sentence.end.min(count.max(harm) + REACH / 5);
    let separate = |at: usize| {
        matches!(text.lower(at), "separate" | "unrelated")
            && (at + 1..at + 1 + BEFORE_NOUN).any(|at| scene(text.lower(at)).is_some())
    };
    added || behind.take_while(|&at| text.quantity(at).is_none()).any(separate)
}

/// "one succumbed to his injuries": on some later day.
fn is_of_wounds(text: &Text<'_, '_>, harm: usize) -> bool {
    matches!(text.lower(harm), "succumbed" | "succumbs")
        && (harm + 1..harm + 1 + BEFORE_NOUN + 1)
            .any(|at| matches!(text.lower(at), "injury" | "injuries" | "wound" | "wounds" | "burns"))
}

/// "he resigned after hearing that 40 had been killed": when, he did not tell.
fn is_hearsay(text: &Text<'_, '_>, sentence: &Range<usize>, count: usize) -> bool {
    let near = sentence.start.max(count.saturating_sub(3))..count;
    near.into_iter().any(|at| matches!(text.lower(at), "heard" | "hearing"))
        && (sentence.start..count).any(|at| text.is(at, Tag::PRON.or(Tag::PERSON)))
}
