//! What a walk from a subject to its verb passes, and what shows that the subject was harmed.

use super::Kind;
use super::lexicon::Tag;
use super::link::is_infinitive;
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::Head;
use super::walk::Walk;

impl Walk<'_, '_, '_> {
    /// "aged 45, 51 and 68", "aged between 3 and 14"
    pub(super) fn past_ages(&self, from: usize) -> usize {
        let text = self.linker.text;
        let part = |at: usize| {
            text.quantity(at).is_some()
                || matches!(
                    text.lower(at),
                    "," | "and" | "or" | "to" | "between" | "from" | "-" | "–"
                ) && {
                    let next = at + 1 + usize::from(text.lower(at + 1) == "and");
                    text.quantity(next).is_some() && (text.lower(at) != "and" || !text.is(next + 1, Tag::PERSON))
                }
        };
        (from..from + 16).find(|&at| !part(at)).unwrap_or(from)
    }

    /// "after a dozen sailors were lost": another count has that verb.
    pub(super) fn clause_of_others(&self, at: usize) -> bool {
        let text = self.linker.text;
        if at > self.phrase.end && self.clause_of_one(at) {
            return true;
        }
        let Some(other) = text
            .quantity(at + 1)
            .and_then(|quantity| super::voice::phrase_of(self.linker.phrases, quantity))
        else {
            return false;
        };
        other.head != Head::Thing && text.is(other.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST))
    }

    /// "held ten men after a clerk was killed": the clause has its own subject.
    fn clause_of_one(&self, at: usize) -> bool {
        let text = self.linker.text;
        let noun = |at: &usize| {
            text.is_word(*at) && !text.is(*at, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::BE.or(Tag::HAVE)))
        };
        text.is(at + 1, Tag::DET.or(Tag::POSS)) && {
            let end = at + 2 + (at + 2..at + 8).take_while(noun).count();
            end > at + 2 && text.is(end, Tag::BE)
        }
    }

    /// "were lined up and shot": a passive that goes on, with the same subject, to the harm.
    pub(super) fn passive_then_harm(&self) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        super::voice::before(text, at, Tag::BE).filter(|&be| be >= self.phrase.end)?;
        let verb = (at + 1..self.end.min(at + 12))
            .take_while(|&at| text.quantity(at).is_none() && !text.is(at, Tag::SUBORD.or(Tag::REL).or(Tag::BE)))
            .find(|&at| {
                // "were found and were killed", "were freed and are being treated"
                let joint = at;
                let at = (at + 1..at + 4)
                    .take_while(|&at| text.is(at, Tag::BE.or(Tag::HAVE)))
                    .last()
                    .unwrap_or(at);
                matches!(text.lower(joint), "and" | ",")
                    && text.outcome_from(at + 1).is_some_and(|harm| {
                        harm.frame == Frame::Hits && harm.form == Form::Past && !text.is(harm.tokens.end, Tag::DET)
                    })
            })?;
        Some(verb + 1)
    }

    /// "forcing 35 people to evacuate"
    pub(super) fn made_to(&self, outcome: &Outcome) -> bool {
        let to = outcome.tokens.start.saturating_sub(1);
        outcome.kind == Kind::Displaced
            && outcome.form == Form::Present
            && self.linker.text.lower(to) == "to"
            && super::sense::forced(self.linker, self.phrase)
    }

    pub(super) fn suffers(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let before = outcome.tokens.start.saturating_sub(1);
        match outcome.form {
            Form::Past => true,
            Form::Ing => outcome.tokens.start == self.phrase.end || text.is(before, Tag::BE.or(Tag::ADVERB)),
            Form::Present => {
                !is_infinitive(text, outcome)
                    || text.lower(before) == "to"
                        && outcome.kind == Kind::Displaced
                        && super::sense::forced(self.linker, self.phrase)
            }
        }
    }
}
