//! Runs the rules over a text: the longest reading at each place, neighbours joined, words around them taken in.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::build::{Piece, Taken};
use super::classes::Classes;
use super::guard;
use super::hanging::{Relative, Turn};
use super::join;
use super::lean::{lean, lean_of_date};
use super::numeral;
use super::row::Row;
use super::rows::{self, HEDGES, MODIFIERS};
use super::value::{TimeMention, When};
use super::year;
use crate::article::Article;
use crate::base::{Span, Why};
use crate::number::Number;
use crate::rule::{Hit, RuleSet};
use crate::token::Scan;

/// The rules, parsed once.
struct Rules {
    rows: Vec<&'static Row>,
    set: RuleSet,
    /// Words with which some rule can begin.
    starts: HashSet<&'static str>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let rows: Vec<&'static Row> = rows::all().collect();
    let mut starts = HashSet::new();
    for row in &rows {
        for element in row.pattern.split_whitespace() {
            let optional = element.len() > 1 && element.ends_with('?');
            starts.extend(
                element
                    .trim_end_matches('?')
                    .split('|')
                    .filter(|word| !word.starts_with('{')),
            );
            if !optional {
                break;
            }
        }
    }
    Rules {
        set: RuleSet::new(rows.iter().map(|row| row.pattern)),
        rows,
        starts,
    }
});

/// How many tokens before "last March" its "since" stands: "since the protests against the law broke out last March".
const SINCE: usize = 10;

/// "since last March", said in April: nobody means the month before, which would be "last month".
fn is_since(scan: &Scan<'_>, at: usize) -> bool {
    let start = scan.sentence_of(at).map_or(at, |sentence| sentence.tokens.start);
    (start.max(at.saturating_sub(SINCE))..at).any(|at| scan.lower(at) == "since")
}

/// A piece of the text with the tokens and the rules that made it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub piece: Piece,
    pub why: Why,
}

/// All time expressions of the text, in order, never meeting; boilerplate too.
pub fn find(_article: &Article, scan: &Scan<'_>, numbers: &[Number]) -> Vec<TimeMention> {
    let classes = Classes {
        scan,
        numbers: numbers
            .iter()
            .map(|number| (number.tokens.start, number))
            .collect::<HashMap<_, _>>(),
        order: numeral::order(scan),
    };
    let mut out: Vec<TimeMention> = Vec::new();
    let mut joined = join::joined(scan, pieces(scan, &classes));
    year::share(scan, &mut joined);
    for found in joined {
        let Piece::Time(when) = found.piece else { continue };
        let when = match when {
            When::Hanging(mut hanging) => {
                if let Relative::Month(month, Turn::Last) = hanging.relative
                    && is_since(scan, found.tokens.start)
                {
                    hanging.relative = Relative::Month(month, Turn::BeforeLast);
                }
                hanging.lean = match hanging.relative {
                    Relative::Month(..) | Relative::MonthDay(..) | Relative::Feast(..) => {
                        lean_of_date(scan, &found.tokens)
                    }
                    _ => lean(scan, &found.tokens),
                };
                When::Hanging(hanging)
            }
            when => when,
        };
        let floor = out.last().map_or(0, |mention| scan.token_at(mention.span.end()));
        let span = without_possessive(scan, scan.span(with_modifiers(&classes, found.tokens, floor)));
        out.push(TimeMention {
            span,
            when,
            why: found.why,
        });
    }
    out
}

fn pieces(scan: &Scan<'_>, classes: &Classes<'_, '_>) -> Vec<Found> {
    let rules = &*RULES;
    let ends = |class: &str, at: usize| classes.ends(class, at);
    let mut out = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        let begins = classes.may_begin(at) || rules.starts.contains(scan.lower(at));
        let best = if begins {
            best(rules, scan, &rules.set.hits(scan, at, &ends), classes)
        } else {
            None
        };
        match best {
            Some(found) => {
                at = found.tokens.end.max(at + 1);
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

/// The longest hit that makes sense; of equally long ones the first in the table.
fn best(rules: &Rules, scan: &Scan<'_>, hits: &[Hit], classes: &Classes<'_, '_>) -> Option<Found> {
    let mut order: Vec<&Hit> = hits.iter().collect();
    order.sort_by_key(|hit| (std::cmp::Reverse(hit.tokens.end), hit.row));
    order.into_iter().find_map(|hit| {
        let row = rules.rows.get(hit.row)?;
        let hit = &without_comma(scan, hit);
        if !guard::holds(row.guard, scan, &hit.tokens) || crosses_paragraph(scan, &hit.tokens) {
            return None;
        }
        let piece = Taken { hit, classes }.piece(row.means)?;
        Some(Found {
            tokens: hit.tokens.clone(),
            piece,
            why: Why::leaf(row.id, scan.span(hit.tokens.clone())),
        })
    })
}

/// Without a comma after which the year that the row allows for did not come.
fn without_comma(scan: &Scan<'_>, hit: &Hit) -> Hit {
    let comma = hit.tokens.len() > 1 && scan.lower(hit.tokens.end - 1) == ",";
    Hit {
        tokens: hit.tokens.start..hit.tokens.end - usize::from(comma),
        ..hit.clone()
    }
}

fn crosses_paragraph(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    scan.tokens
        .get(tokens.start + 1..tokens.end)
        .is_some_and(|rest| rest.iter().any(|token| token.paragraph_before))
}

/// Takes in the words before that belong to the expression, never below token `floor`.
fn with_modifiers(classes: &Classes<'_, '_>, tokens: Range<usize>, floor: usize) -> Range<usize> {
    let scan = classes.scan;
    let mut start = tokens.start;
    let counts = classes.numbers.contains_key(&start) || matches!(scan.lower(start), "a" | "an" | "one");
    let hedges = if counts { HEDGES } else { &[] };
    while let Some(words) = MODIFIERS
        .iter()
        .chain(hedges)
        .find(|words| stands_before(scan, start, words))
    {
        let next = start - words.len();
        if next < floor || crosses_paragraph(scan, &(next..start + 1)) {
            break;
        }
        start = next;
    }
    let opened = (start..tokens.end).any(|at| scan.lower(at) == "(");
    let closed = (start..tokens.end).any(|at| scan.lower(at) == ")");
    let end = tokens.end + usize::from(opened && !closed && scan.lower(tokens.end) == ")");
    start..end
}

fn stands_before(scan: &Scan<'_>, start: usize, words: &[&str]) -> bool {
    start >= words.len()
        && words
            .iter()
            .zip(start - words.len()..)
            .all(|(word, at)| *word == scan.lower(at))
}

fn without_possessive(scan: &Scan<'_>, span: Span) -> Span {
    let words = span.of(scan.text);
    let bare = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"))
        .unwrap_or(words);
    Span::new(span.start(), span.start() + bare.len())
}
