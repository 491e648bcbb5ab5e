//! The ways in which writers tell until when a figure was counted, tried in the count's own sentence.

use std::ops::Range;

use super::as_of_loose::is_ahead;
use super::as_of_row::Dated;
use super::as_of_words::{is_lean, is_made, is_paper, is_report, is_setting, is_toll};
use super::lexicon::Tag;
use super::text::Text;
use super::when_words::is_toll_verb;
use super::{Draft, Kind};

/// How far in a sentence the words around a day are looked at.
const NEAR: usize = 14;

/// The day until which the figure was counted, as its sentence tells it.
pub(super) fn counted(text: &Text<'_, '_>, rows: &[Dated], draft: &Draft) -> Option<usize> {
    let phrase = text.scan.tokens_in(draft.claim.span);
    let sentence = text.sentence(phrase.start);
    let from = rows.partition_point(|row| row.tokens.start < sentence.start);
    rows.iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, row)| row.tokens.start < sentence.end)
        .filter(|(_, row)| row.is_date() && !is_ahead(text, &row.when, &row.tokens, sentence.start))
        .find(|(_, row)| {
            let asked = Asked {
                text,
                tokens: &row.tokens,
                phrase: &phrase,
                sentence: &sentence,
            };
            asked.as_at()
                || asked.of_paper()
                || asked.before_paper()
                || asked.until()
                || asked.had_by()
                || asked.set_on()
                || asked.hours_after()
                || asked.toll_on()
                || asked.lists()
                || asked.at_end(draft.claim.kind)
        })
        .map(|(index, _)| index)
}

struct Asked<'q, 'a, 't> {
    text: &'q Text<'a, 't>,
    tokens: &'q Range<usize>,
    phrase: &'q Range<usize>,
    sentence: &'q Range<usize>,
}

impl Asked<'_, '_, '_> {
    fn lower(&self, at: usize) -> &str {
        self.text.lower(at)
    }

    /// The token before the day and its small words.
    fn prior(&self) -> Option<usize> {
        (self.sentence.start..self.tokens.start)
            .rev()
            .take(4)
            .find(|&at| !is_lean(self.lower(at)))
    }

    /// "As at 9 June", "as on Monday"
    fn as_at(&self) -> bool {
        let start = self.tokens.start;
        (self.sentence.start..start).rev().take(4).any(|at| {
            self.lower(at) == "as" && matches!(self.lower(at + 1), "at" | "on") && at + 2 <= start && at + 4 > start
        })
    }

    /// "the latest count, from Sunday", "the toll, dated 9 June", "a list drawn up on Sunday", "its bulletin of 9 June"
    fn of_paper(&self) -> bool {
        let Some(prior) = self.prior() else { return false };
        let floor = self.sentence.start.max(prior.saturating_sub(5));
        let paper = |range: Range<usize>| range.into_iter().any(|at| is_paper(self.lower(at)));
        match self.lower(prior) {
            "from" | "as" => {
                self.lower(prior.saturating_sub(1)) == "," && paper(floor..prior) && self.lower(self.tokens.end) == ","
            }
            "of" | "for" => prior > self.sentence.start && is_report(self.lower(prior - 1)),
            "up" => self.lower(prior.saturating_sub(1)) == "drawn" && paper(floor..prior),
            word if is_paper(word) => self.text.is(self.tokens.end, Tag::BE) || self.puts(self.tokens.end),
            word => is_made(word) && paper(floor..prior),
        }
    }

    /// "stood", "listed": what a paper does.
    fn puts(&self, at: usize) -> bool {
        matches!(
            self.lower(at),
            "stood" | "put" | "listed" | "showed" | "gave" | "said" | "had" | "read" | "counted" | "reached"
        )
    }

    /// "the toll was 40 on Monday", "the number of dead rose on Monday to 40", "and 52 on Tuesday"
    fn toll_on(&self) -> bool {
        let (text, phrase) = (self.text, self.phrase);
        let from = self.sentence.start.max(phrase.start.saturating_sub(NEAR));
        let toll = (from..phrase.start).any(|at| is_toll(self.lower(at)) && self.lower(at) != "dead");
        let verb = |at: usize| {
            text.is(at, Tag::BE)
                || matches!(
                    self.lower(at),
                    "stood" | "reached" | "hit" | "climbed" | "rose" | "at" | "to"
                )
        };
        let before = phrase.start.checked_sub(1).filter(|&at| at >= from);
        let right = self.tokens.start >= phrase.end
            && (phrase.end..self.tokens.start)
                .all(|at| is_lean(self.lower(at)) || matches!(self.lower(at), "dead" | "people" | "deaths"))
            && self.tokens.start <= phrase.end + 4;
        let joined = |at: usize| {
            text.is(at, Tag::CONJ) && (from..at).any(|at| self.lower(at) == "reached" || is_toll_verb(self.lower(at)))
        };
        let between = self.tokens.end <= phrase.start
            && (self.tokens.end..phrase.start)
                .all(|at| matches!(self.lower(at), "to" | "from" | "night" | "evening") || text.is(at, Tag::ADVERB))
            && (from..self.tokens.start)
                .rev()
                .take(3)
                .any(|at| is_toll_verb(self.lower(at)));
        toll && (right && before.is_some_and(|at| verb(at) || joined(at)) || between)
    }

    /// "on Monday released the names of the 40 people killed"
    fn lists(&self) -> bool {
        let verb = self.tokens.end;
        is_made(self.lower(verb))
            && (verb + 1..self.phrase.start.min(verb + 6)).any(|at| {
                matches!(
                    self.lower(at),
                    "names" | "list" | "lists" | "figures" | "data" | "count" | "toll" | "tally"
                )
            })
    }

    /// "Sunday's tally", "the agency's 9 June bulletin", "a 2017 report"
    fn before_paper(&self) -> bool {
        let end = self.tokens.end;
        let mark = usize::from(self.lower(end) == "'" || self.lower(end) == "'s");
        let reach = end + mark..self.sentence.end.min(end + mark + 3);
        let owner = mark > 0
            || self.lower(end.saturating_sub(1)).ends_with("'s")
            || self.tokens.start > self.sentence.start
                && (self.text.is(self.tokens.start - 1, Tag::DET.or(Tag::POSS))
                    || self.lower(self.tokens.start - 1).ends_with("'s"));
        let paper = reach
            .take_while(|&at| {
                self.text.is_word(at) && !self.text.is(at, Tag::PREP.or(Tag::CONJ).or(Tag::BE).or(Tag::SAY))
                    || is_report(self.lower(at))
            })
            .any(|at| is_report(self.lower(at)) && self.lower(at + 1) != "of");
        owner && paper
    }

    /// "Until Sunday, 40 people had been killed", "Through Sunday 40 had died"
    fn until(&self) -> bool {
        let start = self.sentence.start;
        let head = matches!(self.lower(start), "until" | "till" | "through" | "up");
        let near = self.tokens.start <= start + 3 && self.tokens.end <= self.phrase.start;
        head && near
            && self.phrase.start <= self.tokens.end + 4
            && (self.tokens.end..self.phrase.start).all(|at| !self.text.is(at, Tag::PRON))
    }

    /// "had counted 40 dead by 9 June"
    fn had_by(&self) -> bool {
        let start = self.tokens.start;
        let by = (self.phrase.start..start)
            .rev()
            .take(3)
            .find(|&at| !matches!(self.lower(at), "late" | "early" | "the"))
            .is_some_and(|at| self.lower(at) == "by");
        let had = (self.sentence.start.max(self.phrase.start.saturating_sub(NEAR))..start)
            .rev()
            .any(|at| self.lower(at) == "had");
        let owner =
            self.lower(self.tokens.end.saturating_sub(1)).ends_with("'s") || self.text.is(self.tokens.end, Tag::THING);
        by && had && !owner && start <= self.phrase.end + 5
    }

    /// "raised the death toll to 40 on Sunday"
    fn set_on(&self) -> bool {
        let from = self.sentence.start.max(self.phrase.start.saturating_sub(8));
        let set = (from..self.phrase.start).find(|&at| is_setting(self.lower(at)));
        let tolls = |set: usize| (set..self.phrase.start).any(|at| is_toll(self.lower(at)));
        let behind = self.tokens.start >= self.phrase.end
            && self.tokens.start <= self.phrase.end + 4
            && (self.phrase.end..self.tokens.start).all(|at| {
                is_lean(self.lower(at)) || matches!(self.lower(at), "people" | "dead" | "deaths" | "victims")
            });
        behind && set.is_some_and(tolls)
    }

    /// "hours after the vote on Tuesday, the ministry said", "said shortly before midnight on Tuesday that"
    fn hours_after(&self) -> bool {
        let floor = self.sentence.start.max(self.tokens.start.saturating_sub(NEAR));
        let turn = (floor + 1..self.tokens.start)
            .rev()
            .take_while(|&at| self.text.outcome(at).is_none() && !matches!(self.lower(at), "," | ";"))
            .find(|&at| matches!(self.lower(at), "after" | "before"));
        let Some(turn) = turn else { return false };
        let soon = matches!(
            self.lower(turn - 1),
            "hours" | "minutes" | "moments" | "shortly" | "soon" | "just" | "immediately" | "hour" | "right"
        );
        let verb = (turn.saturating_sub(5).max(self.sentence.start)..turn)
            .rev()
            .find(|&at| self.text.is(at, Tag::SAY));
        let told = verb.is_some_and(|verb| self.phrase.start > self.tokens.end || self.phrase.end <= verb);
        // at the sentence's head, with a saying behind the comma
        let head = turn <= self.sentence.start + 4 && self.lower(self.tokens.end) == ",";
        let says =
            (self.tokens.end + 1..self.phrase.start.min(self.tokens.end + 8)).any(|at| self.text.is(at, Tag::SAY));
        soon && (told || head && says)
    }

    /// "At the end of 2010 there were 40,000 displaced", "at the start of May 40 were held"
    fn at_end(&self, kind: Kind) -> bool {
        let lasts = matches!(kind, Kind::Displaced | Kind::Missing | Kind::Arrested | Kind::Abducted);
        let start = self.sentence.start;
        let head = matches!(self.lower(start), "at" | "by" | "as")
            && (start..self.tokens.end)
                .any(|at| matches!(self.lower(at), "end" | "start" | "beginning" | "close" | "of"));
        let verb = (self.tokens.end..self.phrase.end + 4)
            .any(|at| matches!(self.lower(at), "were" | "remained" | "stood" | "are" | "had"));
        lasts && head && self.tokens.start <= start + 4 && self.phrase.start <= self.tokens.end + 8 && verb
    }
}
