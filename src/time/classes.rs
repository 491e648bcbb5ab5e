//! What the classes of the rules take at a token.

use std::collections::HashMap;
use std::ops::Range;

use super::hanging::Unit;
use super::lexicon::{Term, term};
use super::numeral::{Order, clock, day_of_month, decade, numeric_date, ordinal, year};
use crate::number::Number;
use crate::token::{Scan, TokenKind};

/// What the rules' classes take, over one text.
pub(super) struct Classes<'s, 't> {
    pub scan: &'s Scan<'t>,
    /// Numbers by their first token.
    pub numbers: HashMap<usize, &'s Number>,
    /// What stands first in the text's dates in numerals.
    pub order: Option<Order>,
}

impl Classes<'_, '_> {
    /// The ends of what `class` takes from token `at`.
    pub(super) fn ends(&self, class: &str, at: usize) -> Vec<usize> {
        let one = |holds: bool| if holds { vec![at + 1] } else { Vec::new() };
        let up_to = |end: Option<usize>| end.into_iter().collect();
        let scan = self.scan;
        match class {
            "year" => up_to(year(scan, at).map(|(_, end)| end)),
            "day" => up_to(day_of_month(scan, at).map(|(_, end)| end)),
            "nth" => up_to(
                day_of_month(scan, at)
                    .filter(|(_, end)| *end > at + 1 || ordinal(scan.lower(at)).is_some())
                    .map(|(_, end)| end),
            ),
            "numbered" => {
                one(scan.lower(at).starts_with(|c: char| c.is_ascii_digit()) && ordinal(scan.lower(at)).is_some())
            }
            "part-of-year" => one(matches!(scan.lower(at), "q1" | "q2" | "q3" | "q4" | "h1" | "h2")),
            "date" => up_to(numeric_date(scan, at).map(|(_, end)| end)),
            "clock" => up_to(clock(scan, at)),
            "decade" => one(decade(scan.lower(at)).is_some() && !scan.lower(at).ends_with("ies")),
            "decade-any" => one(decade(scan.lower(at)).is_some() && scan.lower(at).ends_with("ies")),
            // so many degrees are in "the forties", too
            "decade-word" => one(matches!(
                scan.lower(at),
                "fifties" | "sixties" | "seventies" | "eighties" | "nineties" | "noughties"
            )),
            "yy" => one(scan.lower(at).len() == 2 && scan.lower(at).bytes().all(|byte| byte.is_ascii_digit())),
            "n" => up_to(self.numbers.get(&at).map(|number| number.tokens.end)),
            _ => one(self.term_class(class, at)),
        }
    }

    fn term_class(&self, class: &str, at: usize) -> bool {
        let Some(token) = self.scan.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let Some(term) = term(&token.lower) else { return false };
        match class {
            "weekday" => matches!(term, Term::Weekday(_, true)),
            // short weekdays in texts without capitals stand before a date: "mon, june 3"
            "wd" => matches!(term, Term::Weekday(_, full) if full || token.capital || self.month_near(at)),
            "weekdays" => matches!(term, Term::Weekdays(_)),
            // texts without capitals are read too; "mar" and "dec" are words of other sorts there
            "month" => {
                matches!(term, Term::Month(_))
                    && (token.capital || !matches!(&*token.lower, "mar" | "dec") || self.numeral_near(at))
            }
            "unit" => matches!(term, Term::Unit(_, false)),
            "units" => matches!(term, Term::Unit(_, true)),
            "period" => matches!(
                term,
                Term::Unit(
                    Unit::Week
                        | Unit::Weekend
                        | Unit::Month
                        | Unit::Quarter
                        | Unit::Year
                        | Unit::Decade
                        | Unit::Century,
                    false
                )
            ),
            "part" => matches!(term, Term::Part(_)),
            "parts" => matches!(term, Term::Parts(_)),
            "season" => matches!(term, Term::Season(_)),
            _ => false,
        }
    }

    fn month_near(&self, at: usize) -> bool {
        (at + 1..at + 4).any(|near| matches!(term(self.scan.lower(near)), Some(Term::Month(_))))
    }

    fn numeral_near(&self, at: usize) -> bool {
        let numeral = |near: usize| {
            self.scan
                .tokens
                .get(near)
                .is_some_and(|token| token.kind == TokenKind::Numeral)
        };
        numeral(at + 1) || at > 0 && numeral(at - 1)
    }

    /// True where some class can begin at the token.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let scan = self.scan;
        self.numbers.contains_key(&at)
            || scan.tokens.get(at).is_some_and(|token| match token.kind {
                TokenKind::Numeral => true,
                TokenKind::Word => {
                    term(&token.lower).is_some()
                        || matches!(
                            &*token.lower,
                            "noon"
                                | "midday"
                                | "midnight"
                                | "twenty"
                                | "thirty"
                                | "eighteen"
                                | "nineteen"
                                | "q1"
                                | "q2"
                                | "q3"
                                | "q4"
                                | "h1"
                                | "h2"
                        )
                }
                TokenKind::Sign => false,
            })
    }

    /// The term of the first token of a capture.
    pub(super) fn term(&self, tokens: Option<Range<usize>>) -> Option<Term> {
        term(self.scan.lower(tokens?.start))
    }
}
