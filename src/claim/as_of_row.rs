//! The time expressions of an article as days of statements.

use std::ops::Range;

use super::as_of_words::{is_lead_in, is_lean, is_made, is_met, is_paper};
use super::day::{self, Sort};
use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::text::Text;
use super::when_role::{self, Role};
use crate::time::{Lean, Relative, TimeMention, Unit, When};

/// A time expression with what it dates.
pub(super) struct Dated {
    pub(super) tokens: Range<usize>,
    pub(super) sort: Sort,
    pub(super) role: Role,
    pub(super) when: When,
}

/// So many tokens behind its verb a statement's day can stand.
const BEHIND: usize = 14;
/// So many tokens between a statement's day at the sentence's head and its speaker.
const BEFORE: usize = 24;

/// All time expressions, by their index.
pub(super) fn rows(text: &Text<'_, '_>, times: &[TimeMention]) -> Vec<Dated> {
    times
        .iter()
        .map(|time| {
            let tokens = text.scan.tokens_in(time.span);
            let tokens = tokens.start..tokens.end.max(tokens.start + 1);
            Dated {
                sort: day::sort(text, time, &tokens),
                role: when_role::role(text, time, &tokens),
                when: time.when.clone(),
                tokens,
            }
        })
        .collect()
}

impl Dated {
    pub(super) fn is_date(&self) -> bool {
        self.sort == Sort::Date
    }

    /// "the next day", "two days later"
    pub(super) fn goes_on(&self) -> bool {
        matches!(&self.when, When::Hanging(hanging) if matches!(hanging.relative, Relative::Told(Unit::Day, days) if days > 0))
    }

    /// True where it can be the day of a statement: no stretch, not to come, not Tuesday's blast.
    pub(super) fn can_state(&self) -> bool {
        let ahead = matches!(&self.when, When::Hanging(hanging) if hanging.lean == Lean::Future);
        self.is_date() && self.role != Role::Scene && !ahead
    }

    /// "said late on Sunday"
    pub(super) fn follows(&self, text: &Text<'_, '_>, verb: usize) -> bool {
        self.tokens.start > verb && (verb + 1..self.tokens.start).all(|at| is_lean(text.lower(at)))
    }

    /// True where it stands so that it is the day on which the saying was said.
    pub(super) fn dates_saying(&self, text: &Text<'_, '_>, saying: &Saying, start: usize) -> bool {
        let (verb, tokens) = (saying.verb, &self.tokens);
        let plain = |range: Range<usize>| range.into_iter().all(|at| is_lean(text.lower(at)));
        if tokens.start > verb {
            // "told a news conference on Sunday that", "said in a statement on Sunday"
            let told = self.role == Role::Statement
                && tokens.start <= verb + BEHIND
                && (verb + 1..tokens.start).all(|at| {
                    text.lower(at) != "that"
                        && text.quantity(at).is_none()
                        && !matches!(text.lower(at), ";" | ":")
                        && (!text.is(at, Tag::SAY) || is_paper(text.lower(at)) || is_made(text.lower(at)))
                });
            // "accused the army on Sunday of killing"
            let accused = saying.order == Order::Leading
                && tokens.start <= verb + 6
                && matches!(text.lower(tokens.end), "of" | "for" | "that")
                && (verb + 1..tokens.start).all(|at| {
                    text.is_word(at)
                        && text.outcome(at).is_none()
                        && text.quantity(at).is_none()
                        && !text.is(at, Tag::PAST.or(Tag::SUBORD))
                });
            return told || accused;
        }
        let between = tokens.end..verb;
        if saying.speaker.end <= tokens.start && saying.speaker.start < verb {
            // "the ministry on Sunday said"
            let met = (saying.speaker.end..tokens.start).any(|at| is_met(text.lower(at)));
            return met
                || between.len() <= 2 && between.into_iter().all(|at| text.is(at, Tag::ADVERB))
                || self.role == Role::Statement && !is_aside(text, tokens);
        }
        if tokens.end > saying.speaker.start || tokens.end + BEFORE < saying.speaker.start {
            return false;
        }
        let leads = self.role == Role::Statement && !text.is(start, Tag::SUBORD) || is_lead_in(text, start);
        let head = plain(start..tokens.start) && saying.order == Order::Leading;
        let joined = (tokens.end..saying.speaker.start).all(|at| matches!(text.lower(at), "," | "the"));
        let clear =
            (tokens.end..saying.speaker.start).all(|at| text.outcome(at).is_none() && text.quantity(at).is_none());
        leads && clear || head && joined
    }
}

/// ", elected on Sunday,": a clause beside the speaker.
fn is_aside(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    (tokens.start.saturating_sub(6)..tokens.start)
        .rev()
        .take_while(|&at| text.lower(at) != ",")
        .any(|at| {
            text.is(at, Tag::PAST.or(Tag::REL))
                && !text.is(at, Tag::SAY)
                && !is_made(text.lower(at))
                && !is_met(text.lower(at))
        })
}
