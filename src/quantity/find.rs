//! Puts numbers together with their hedges, ranges and alternatives.

use std::ops::Range;
use std::sync::OnceLock;

use super::hedges::{AFTER, BEFORE, Effect, FRACTIONS, POSSIBLE, VAGUE, ZERO};
use super::{Figure, Qualifier};
use crate::base::Why;
use crate::number::Number;
use crate::rule::RuleSet;
use crate::token::Scan;

/// How a quantity is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A number, or two that make a range.
    Number,
    /// "dozens", "many".
    Vague,
    /// "most", "half".
    Fraction,
    /// "no", "nobody".
    Zero,
    /// "another" without a number: one more.
    Another,
}

/// A number phrase without its noun.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// All its tokens, hedges with them.
    pub tokens: Range<usize>,
    /// The tokens without the words before the number.
    pub core: Range<usize>,
    /// What it says.
    pub figure: Figure,
    /// How it is written.
    pub sort: Sort,
    /// The rules that read it.
    pub why: Why,
}

struct Tables {
    before: RuleSet,
    after: RuleSet,
    vague: RuleSet,
    fractions: RuleSet,
    zero: RuleSet,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables {
        before: RuleSet::new(BEFORE.iter().map(|row| row.1)),
        after: RuleSet::new(AFTER.iter().map(|row| row.1)),
        vague: RuleSet::new(VAGUE.iter().map(|row| row.1)),
        fractions: RuleSet::new(FRACTIONS.iter().map(|row| row.1)),
        zero: RuleSet::new(ZERO.iter().map(|row| row.1)),
    })
}

/// All number phrases of the text, in order, never meeting.
pub fn find(scan: &Scan<'_>, numbers: &[Number]) -> Vec<Quantity> {
    let finder = Finder { scan, numbers };
    let mut out = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        match finder.phrase(at, 0) {
            Some(quantity) => {
                at = quantity.tokens.end;
                out.push(quantity);
            }
            None => at += 1,
        }
    }
    out
}

/// How many hedges may stand before one number: "at least another a dozen" has two.
const MAX_HEDGES: usize = 3;

struct Finder<'a, 't> {
    scan: &'a Scan<'t>,
    numbers: &'a [Number],
}

impl Finder<'_, '_> {
    /// The longest row of the table that holds from token `at`, with its end.
    fn longest(&self, rules: &RuleSet, at: usize) -> Option<(usize, usize)> {
        rules.longest(self.scan, at)
    }

    fn phrase(&self, at: usize, depth: usize) -> Option<Quantity> {
        // "half-burnt": a word of its own
        let joined = self.scan.lower(at) == "half" && self.scan.lower(at + 1) == "-";
        let fraction = self.longest(&tables().fractions, at).filter(|_| !joined);
        self.fraction_of_words(at, fraction)
            .or_else(|| self.range(at))
            .or_else(|| self.plain(at))
            .or_else(|| self.hedged(at, depth))
            .or_else(|| self.words(at, fraction))
    }

    /// "two thirds", "more than three quarters": the numeral counts no people.
    fn fraction_of_words(&self, at: usize, fraction: Option<(usize, usize)>) -> Option<Quantity> {
        let (row, end) = fraction?;
        let &(id, _) = FRACTIONS.get(row)?;
        let plural = self.scan.lower(end - 1).ends_with('s');
        // "three quarters of a million" is a number
        let scale = self.scan.lower(end) == "of"
            && (end + 1..end + 3)
                .any(|at| matches!(self.scan.lower(at), "million" | "billion" | "thousand" | "hundred"));
        (plural && !scale).then(|| self.quantity(id, at..end, Figure::fraction(), Sort::Fraction))
    }

    /// A phrase with words before its number: the hedge is read only where a number follows.
    fn hedged(&self, at: usize, depth: usize) -> Option<Quantity> {
        let (row, end) = (depth < MAX_HEDGES)
            .then(|| self.longest(&tables().before, at))
            .flatten()?;
        let &(id, _, effect) = BEFORE.get(row)?;
        // "handed over 12 captives", "ran over two": the verb's own word
        let prior = at.checked_sub(1).map_or("", |at| self.scan.lower(at));
        let verb = [
            "hand", "handed", "handing", "hands", "turned", "turning", "ran", "run", "running", "knocked", "took",
            "taken",
        ]
        .contains(&prior);
        if self.scan.lower(at) == "over" && verb || self.is_other_words(at, prior) {
            return None;
        }
        let inner = self
            .same_sentence(at, end)
            .then(|| self.phrase(end, depth + 1))
            .flatten();
        // "close to the 800 mark", not "close to the 12 men"
        let inner = inner.filter(|inner| id != "hedge/close-to-mark" || self.is_mark(inner.tokens.end));
        let Some(mut inner) = inner.filter(|inner| matches!(inner.sort, Sort::Number | Sort::Another | Sort::Vague))
        else {
            return (self.scan.lower(at) == "another").then(|| self.another(at));
        };
        if inner.sort == Sort::Number {
            match effect {
                Effect::Holds(qualifier) => hold(&mut inner.figure, qualifier),
                Effect::AsManyAs
                    if self.is_possible(at) || self.is_doubted(inner.tokens.end) || is_round(&inner.figure) =>
                {
                    hold(&mut inner.figure, Qualifier::UpTo);
                }
                Effect::AsManyAs | Effect::Nothing => {}
            }
        }
        let tokens = at..inner.tokens.end;
        inner.why = Why::leaf(id, self.scan.span(tokens.clone())).with([inner.why]);
        inner.tokens = tokens;
        Some(inner)
    }

    /// "800 mark", "800-mark"
    fn is_mark(&self, end: usize) -> bool {
        let end = end + usize::from(self.scan.lower(end) == "-");
        self.scan.lower(end) == "mark"
    }

    /// "so far more than 432", "has gone up to 231": the first word belongs to what stands before.
    fn is_other_words(&self, at: usize, prior: &str) -> bool {
        const CLIMBS: &[&str] = &[
            "gone", "went", "go", "goes", "going", "shot", "climbed", "jumped", "moved", "rose", "risen",
        ];
        match self.scan.lower(at) {
            "far" => prior == "so",
            "up" => CLIMBS.contains(&prior) && self.scan.lower(at + 1) == "to",
            _ => false,
        }
    }

    fn another(&self, at: usize) -> Quantity {
        Quantity {
            tokens: at..at + 1,
            core: at..at + 1,
            figure: Figure::exact(1),
            sort: Sort::Another,
            why: Why::leaf("quantity/another", self.scan.span(at..at + 1)),
        }
    }

    /// A number without words before it.
    fn plain(&self, at: usize) -> Option<Quantity> {
        let number = self.number(at)?;
        let value = people(number.value)?;
        let mut found = self.quantity(
            "quantity/number",
            at..number.tokens.end,
            Figure::exact(value),
            Sort::Number,
        );
        found.why = found.why.with([number.why.clone()]);
        self.said_twice(&mut found, value);
        self.after(&mut found);
        self.behind_noun(&mut found);
        Some(found)
    }

    /// "three (3) people": the same number again.
    fn said_twice(&self, found: &mut Quantity, value: u64) {
        let end = found.tokens.end;
        let again = self
            .number(end + 1)
            .filter(|again| again.value == value as f64 && self.scan.lower(end) == "(");
        if let Some(again) = again.filter(|again| self.scan.lower(again.tokens.end) == ")") {
            found.tokens.end = again.tokens.end + 1;
            found.core.end = found.tokens.end;
        }
    }

    /// "20 people or more", "12 men at least": the hedge stands behind the noun, which stays outside the phrase.
    fn behind_noun(&self, found: &mut Quantity) {
        let word = |step: usize| self.scan.lower(found.tokens.end + step);
        if !matches!(
            word(0),
            "people" | "persons" | "men" | "women" | "children" | "civilians" | "soldiers"
        ) {
            return;
        }
        let qualifier = match [word(1), word(2)] {
            ["or" | "and", "more"] => Qualifier::AtLeast,
            ["at", "least"] if self.number(found.tokens.end + 3).is_none() => Qualifier::AtLeast,
            ["or", "so"] => Qualifier::About,
            ["or", "fewer" | "less"] => Qualifier::UpTo,
            _ => return,
        };
        hold(&mut found.figure, qualifier);
    }

    /// "dozens if not hundreds", "dozens, possibly hundreds": the first one holds, both are the phrase.
    fn heightened(&self, found: &mut Quantity) {
        let comma = usize::from(matches!(self.scan.lower(found.tokens.end), "," | "–" | "—"));
        let at = found.tokens.end + comma;
        let words = match [self.scan.lower(at), self.scan.lower(at + 1)] {
            ["if", "not"]
            | ["or", "even" | "perhaps" | "possibly" | "maybe"]
            | ["and", "possibly" | "perhaps" | "maybe"] => 2,
            ["possibly" | "perhaps" | "maybe", _] => 1,
            ["or", _] => 1,
            _ => return,
        };
        let second = self.longest(&tables().vague, at + words);
        if let Some((_, end)) = second.filter(|(_, end)| self.same_sentence(found.tokens.start, end - 1)) {
            found.tokens.end = end;
            found.core.end = end;
        }
    }

    /// Vague words, fractions and zeros; `fraction` is the row that holds from `at`, with its end.
    fn words(&self, at: usize, fraction: Option<(usize, usize)>) -> Option<Quantity> {
        let tables = tables();
        if let Some((row, end)) = self.longest(&tables.vague, at) {
            let &(id, _, low) = VAGUE.get(row)?;
            let mut found = self.quantity(id, at..end, Figure::vague(low), Sort::Vague);
            self.heightened(&mut found);
            return Some(found);
        }
        if let Some((row, end)) = fraction {
            let &(id, _) = FRACTIONS.get(row)?;
            return Some(self.quantity(id, at..end, Figure::fraction(), Sort::Fraction));
        }
        let (row, end) = self.longest(&tables.zero, at)?;
        let &(id, _) = ZERO.get(row)?;
        Some(self.quantity(id, at..end, Figure::exact(0), Sort::Zero))
    }

    fn quantity(&self, id: &'static str, tokens: Range<usize>, figure: Figure, sort: Sort) -> Quantity {
        Quantity {
            core: tokens.clone(),
            why: Why::leaf(id, self.scan.span(tokens.clone())),
            tokens,
            figure,
            sort,
        }
    }

    fn number(&self, at: usize) -> Option<&Number> {
        let row = self.numbers.partition_point(|number| number.tokens.start < at);
        self.numbers.get(row).filter(|number| number.tokens.start == at)
    }

    /// "20 to 30", "20-30", "between 20 and 30", "from 20 to 30", "12 or 13".
    fn range(&self, at: usize) -> Option<Quantity> {
        let opener = self.scan.lower(at);
        let skip = usize::from(matches!(opener, "between" | "from"));
        let low = self.number(at + skip)?;
        let joint = low.tokens.end;
        let join = self.scan.lower(joint);
        let joined = match opener {
            "between" => matches!(join, "and" | "to" | "-" | "–"),
            "from" => matches!(join, "to" | "-" | "–"),
            _ => matches!(join, "to" | "or" | "-" | "–" | "—"),
        };
        // "ranging from just over 70 to more than 90"
        let hedged = || {
            let ranged = (at.saturating_sub(7)..at).any(|at| self.scan.lower(at).starts_with("rang"));
            let (_, end) = self.longest(&tables().before, joint + 1).filter(|_| ranged)?;
            self.number(end)
        };
        let high = self.number(joint + 1).or_else(hedged).filter(|_| joined)?;
        let (from, to) = (people(low.value)?, people(high.value)?);
        // "12-20" on one line only; "five to two" is a score or a clock
        let from = shared_scale(from, to, low, high, self.scan);
        let from_at = if opener == "from" { Some(at) } else { at.checked_sub(1) };
        // "rose from 9 to 14", "rose by three to 14"
        if from_at.is_some_and(|from| matches!(self.scan.lower(from), "from" | "by") && self.has_moved(from)) {
            return None;
        }
        if from >= to || !self.same_sentence(at, high.tokens.start) || to > from.max(1).saturating_mul(20) {
            return None;
        }
        let tokens = at..high.tokens.end;
        let mut found = self.quantity("quantity/range", tokens, Figure::range(from, to), Sort::Number);
        found.why = found.why.with([low.why.clone(), high.why.clone()]);
        Some(found)
    }

    /// Hedges after the number: "12 or more".
    fn after(&self, found: &mut Quantity) {
        let Some((row, end)) = self.longest(&tables().after, found.tokens.end) else {
            return;
        };
        let Some(&(id, _, qualifier)) = AFTER.get(row) else {
            return;
        };
        // "12 plus 3 others" adds, in "killed 12 and over 30 were hurt" the hedge is that of the next number
        if matches!(id, "hedge/plus-word" | "hedge/or-above" | "hedge/at-least-after")
            && self.phrase(end, MAX_HEDGES).is_some()
        {
            return;
        }
        if self.same_sentence(found.tokens.start, end - 1) {
            hold(&mut found.figure, qualifier);
            found.tokens.end = end;
            found.core.end = end;
            let inner = std::mem::replace(&mut found.why, Why::leaf(id, self.scan.span(found.tokens.clone())));
            found.why.parts.push(inner);
        }
    }

    /// "rose from 9 to 14": two figures, no range.
    fn has_moved(&self, from: usize) -> bool {
        (from.saturating_sub(3)..from).any(|at| {
            [
                "rose", "ris", "jump", "climb", "increas", "grew", "grow", "went", "rais", "revis", "fell", "drop",
                "lower", "up", "cut", "soar", "mov",
            ]
            .iter()
            .any(|stem| self.scan.lower(at).starts_with(stem))
        })
    }

    fn is_possible(&self, at: usize) -> bool {
        let start = self.scan.sentence_of(at).map_or(0, |sentence| sentence.tokens.start);
        (start.max(at.saturating_sub(12))..at).any(|before| POSSIBLE.contains(&self.scan.lower(before)))
    }

    /// "as many as 70 people may have died", "as many as 70 people are feared dead"
    fn is_doubted(&self, from: usize) -> bool {
        (from..from + 6)
            .take_while(|&at| self.same_sentence(from, at))
            .any(|at| match self.scan.lower(at) {
                "may" | "might" | "could" => self.scan.lower(at + 1) == "have",
                "are" | "were" => matches!(self.scan.lower(at + 1), "feared" | "believed" | "thought"),
                _ => false,
            })
    }

    fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.scan
            .sentence_of(one)
            .is_some_and(|sentence| sentence.tokens.contains(&other))
    }
}

/// "2 to 3 million" is from two million.
fn shared_scale(from: u64, to: u64, low: &Number, high: &Number, scan: &Scan<'_>) -> u64 {
    let scaled = high.tokens.len() > 1 && low.tokens.len() == 1;
    let factor = match scan.lower(high.tokens.end - 1) {
        "hundred" => 100,
        "thousand" => 1000,
        "lakh" => 100_000,
        "million" => 1_000_000,
        "dozen" => 12,
        _ => 1,
    };
    // "45-50,000", "10 to 15,000"
    let thousands = low.tokens.len() == 1 && high.tokens.len() == 1 && from < 1000 && to.is_multiple_of(1000);
    let short = matches!(scan.lower(low.tokens.end), "-" | "–" | "to") && scan.lower(high.tokens.start).contains(',');
    if thousands && short && from * 1000 < to && to <= from * 10_000 {
        return from * 1000;
    }
    if scaled && from.saturating_mul(factor) < to {
        from * factor
    } else {
        from
    }
}

/// Counts in whole thousands are estimates.
fn is_round(figure: &Figure) -> bool {
    figure.value.is_some_and(|value| value >= 1000 && value % 1000 == 0)
}

fn hold(figure: &mut Figure, qualifier: Qualifier) {
    if figure.qualifier != Qualifier::Exact {
        // of two hedges the outer one speaks of the number; a range keeps its own bounds
        return;
    }
    if let Some(value) = figure.value {
        *figure = Figure::hedged(value, qualifier);
    }
}

/// Whole people only, and no more than the world has.
fn people(value: f64) -> Option<u64> {
    const MOST: f64 = 1e10;
    ((0.0..MOST).contains(&value) && value.fract() == 0.0).then_some(value as u64)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::number;
    use crate::quantity::{EXAMPLES, Quantity};
    use crate::token::scan;

    fn drawn(text: &str, found: &[Quantity]) -> String {
        let scan = scan(text);
        let lines: Vec<String> = found
            .iter()
            .map(|quantity| {
                let bound = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
                let figure = quantity.figure;
                format!(
                    "{} = {} {}..{} {}",
                    scan.span(quantity.tokens.clone()).of(text),
                    bound(figure.value),
                    bound(figure.low),
                    bound(figure.high),
                    figure.qualifier.id()
                )
            })
            .collect();
        lines.join("; ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let scan = scan(text);
        let found = find(&scan, &number::find(&scan));
        assert_eq!(drawn(text, &found), expected, "{text}");
    }

    #[test]
    fn examples_hold() {
        for (text, expected) in EXAMPLES {
            check(text, expected);
        }
    }
}
