//! Rows of a table as claims: the quote of such a claim is its row.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::super::reading::Reading;
use super::cells::cell_spans;
use super::guess::is_yes;
use super::mapping::{Kinds, Mapping, Part, Totals};
use super::outcome::Outcome;
use super::own;
use crate::article::{Article, Grid, GridRow};
use crate::base::{Note, Span, Why, short_digest};
use crate::claim::{Claim, Form, Kind, Modality, Place, Roles, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier, typed};
use crate::time::Value;

/// Rows that gave no claim, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Rows whose number is none.
    pub no_number: usize,
    /// Rows whose kind is empty.
    pub no_kind: usize,
    /// Rows that gave a claim, but no day that could be read.
    pub no_day: usize,
    /// Rows that were rejected before.
    pub rejected: usize,
}

/// The claims of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRead {
    /// In the order of the rows.
    pub claims: Vec<Claim>,
    /// What is missing.
    pub left_out: LeftOut,
}

/// The columns of a mapping by their places.
struct Columns<'m> {
    mapping: &'m Mapping,
    count: Option<usize>,
    /// Where several columns hold numbers: their places with what they count, in the table's order.
    wide: Vec<(usize, Outcome)>,
    kind: Option<usize>,
    total: Option<usize>,
    grid: &'m Grid,
}

/// The claims of a table whose text is `text`, as `mapping` says. Linear in the number of rows.
pub fn read_table(text: &str, grid: &Grid, mapping: &Mapping) -> TableRead {
    let columns = Columns::new(grid, mapping);
    let mut read = TableRead::default();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for row in &grid.rows {
        let nth = seen.entry(row.span.of(text)).or_default();
        *nth += 1;
        let spans = cell_spans(text, row.span, grid.columns.len());
        let place = Placed {
            row,
            spans: spans.unwrap_or_default(),
        };
        let before = read.claims.len();
        columns.read_row(text, &place, *nth, &mut read);
        let has_day = |claim: &Claim| claim.as_of.is_some();
        let new = read.claims.get(before..).unwrap_or_default();
        // what this program wrote without a day has none
        if mapping.part(Part::Day).is_some() && !mapping.is_own() && !new.is_empty() && !new.iter().all(has_day) {
            read.left_out.no_day += 1;
        }
    }
    read
}

/// A row with the places of its cells; none where they cannot be told.
struct Placed<'r> {
    row: &'r GridRow,
    spans: Vec<Span>,
}

/// What is counted in a row: how many, what happened, and the column that says so.
#[derive(Clone, Copy)]
struct Counted {
    figure: Figure,
    outcome: Outcome,
    column: Option<usize>,
}

/// The reading of an article that is a table.
pub fn table_reading(mut article: Article, grid: &Grid, mapping: &Mapping) -> Reading {
    let read = read_table(&article.text, grid, mapping);
    article.notes.retain(|note| !matches!(note, Note::Other(_)));
    article.notes.extend(read.left_out.sentence().map(Note::Other));
    Reading {
        notes: article.notes.clone(),
        article: Arc::new(article),
        published: None,
        entities: Vec::new(),
        times: Vec::new(),
        claims: read.claims,
    }
}

impl LeftOut {
    /// What is missing, in a sentence; `None` where nothing is.
    pub fn sentence(self) -> Option<String> {
        let rows = |count: usize| {
            if count == 1 {
                "1 row".to_owned()
            } else {
                format!("{count} rows")
            }
        };
        let parts = [
            (self.no_number, "without a number that can be read, left out"),
            (self.no_kind, "without a kind, left out"),
            (self.no_day, "without a day that can be read"),
            (self.rejected, "rejected before, left out"),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{} {what}", rows(count)))
            .collect();
        (!said.is_empty()).then(|| format!("Of this table: {}.", said.join("; ")))
    }
}

impl<'m> Columns<'m> {
    fn new(grid: &'m Grid, mapping: &'m Mapping) -> Self {
        let at = |name: &String| grid.column(name);
        Self {
            count: mapping.count.as_ref().and_then(at),
            kind: match &mapping.kinds {
                Kinds::All(_) | Kinds::Columns(_) => None,
                Kinds::Column(column, _) => at(column),
            },
            wide: wide(grid, mapping),
            total: match &mapping.totals {
                Totals::Column(column, _) => at(column),
                Totals::All | Totals::None => None,
            },
            mapping,
            grid,
        }
    }

    /// The claims of one row.
    fn read_row(&self, text: &str, place: &Placed<'_>, nth: usize, read: &mut TableRead) {
        let row = place.row;
        let before = read.claims.len();
        for (column, outcome) in &self.wide {
            let Some(figure) = read_number(row.cell(*column)) else {
                continue;
            };
            let name = self.grid.columns.get(*column).map_or("", String::as_str);
            let key = key(text, row, (outcome.kind, Some(name)), nth);
            let counted = Counted {
                figure,
                outcome: *outcome,
                column: Some(*column),
            };
            read.claims.push(self.claim(place, counted, &key));
        }
        if self.mapping.is_wide() {
            read.left_out.no_number += usize::from(read.claims.len() == before);
            return;
        }
        if self.cell(row, Part::State) == Some("rejected") {
            read.left_out.rejected += 1;
            return;
        }
        let Some(figure) = self.figure(row) else {
            read.left_out.no_number += 1;
            return;
        };
        let Some(outcome) = self.outcome(row) else {
            read.left_out.no_kind += 1;
            return;
        };
        let key = key(text, row, (outcome.kind, None), nth);
        let counted = Counted {
            figure,
            outcome,
            column: self.count.or_else(|| self.column(Part::Low)),
        };
        read.claims.push(self.claim(place, counted, &key));
    }

    fn column(&self, part: Part) -> Option<usize> {
        self.grid.column(self.mapping.part(part)?)
    }

    /// The cell for `part`; `None` where no column says it or the cell is empty.
    fn cell<'r>(&self, row: &'r GridRow, part: Part) -> Option<&'r str> {
        let at = self.column(part)?;
        let cell = row.cell(at);
        let cell = if self.mapping.is_own() { own::plain(cell) } else { cell };
        Some(cell).filter(|cell| !cell.is_empty())
    }

    /// The word of a cell by this program's list.
    fn word<T>(&self, row: &GridRow, part: Part, from_id: fn(&str) -> Option<T>) -> Option<T> {
        from_id(self.cell(row, part)?)
    }

    fn figure(&self, row: &GridRow) -> Option<Figure> {
        if let Some(hedge) = self.cell(row, Part::Hedge) {
            let bound = |part: Part| self.cell(row, part).unwrap_or_default();
            let value = self.count.map_or("", |at| row.cell(at));
            return own::figure([value, bound(Part::Low), bound(Part::High)], hedge);
        }
        let bound = |part: Part| {
            self.cell(row, part)
                .and_then(read_number)
                .and_then(|figure| figure.anchor())
        };
        let (low, high) = (bound(Part::Low), bound(Part::High));
        let count = self.count.and_then(|at| read_number(row.cell(at)));
        if low.is_some() || high.is_some() {
            return between(count.and_then(|count| count.value), low, high);
        }
        let figure = count?;
        let flag = |part: Part| self.cell(row, part).is_some_and(is_yes);
        let (least, most) = (flag(Part::Minimum), flag(Part::Maximum));
        Some(match figure.value.filter(|_| figure.qualifier == Qualifier::Exact) {
            // both flags at once say nothing of bounds
            Some(value) if least && !most => Figure::hedged(value, Qualifier::AtLeast),
            Some(value) if most && !least => Figure::hedged(value, Qualifier::UpTo),
            _ => figure,
        })
    }

    fn outcome(&self, row: &GridRow) -> Option<Outcome> {
        match &self.mapping.kinds {
            Kinds::All(outcome) => Some(*outcome),
            Kinds::Columns(_) => None,
            Kinds::Column(_, kinds) => {
                let cell = row.cell(self.kind?);
                let other = || {
                    Some(Outcome {
                        kind: Kind::other(cell)?,
                        class: VictimClass::Unspecified,
                    })
                };
                kinds.get(cell).copied().or_else(other)
            }
        }
    }

    fn day(&self, row: &GridRow, part: Part) -> Option<Date> {
        self.mapping
            .day_form
            .read(self.cell(row, part)?, self.mapping.first_day)
    }

    /// Days are days; what this program wrote may be months and intervals too.
    fn time(&self, row: &GridRow, part: Part) -> Option<Value> {
        let day = self.day(row, part).map(Value::Day);
        if !self.mapping.is_own() {
            return day;
        }
        self.cell(row, part).and_then(Value::parse)
    }

    fn is_total(&self, row: &GridRow) -> bool {
        match &self.mapping.totals {
            Totals::All => true,
            Totals::None => false,
            Totals::Column(_, cells) => self.total.is_some_and(|at| cells.contains(row.cell(at))),
        }
    }

    /// The cells that say what the claim says.
    fn roles(&self, place: &Placed<'_>, number: Option<usize>) -> Roles {
        let at = |column: Option<usize>| {
            let span = place.spans.get(column?).copied()?;
            (span.end() > span.start()).then_some(span)
        };
        let of = |part: Part| at(self.column(part));
        Roles {
            number: at(number),
            outcome: at(self.kind),
            victims: of(Part::Victims),
            speaker: of(Part::Speaker),
            relay: of(Part::Relay),
            as_of: of(Part::Day),
            event_date: of(Part::EventDay),
            place: of(Part::Place),
        }
    }

    fn claim(&self, place: &Placed<'_>, counted: Counted, key: &str) -> Claim {
        let Counted {
            figure,
            outcome,
            column,
        } = counted;
        let row = place.row;
        let words = |part: Part| self.cell(row, part).map(str::to_owned);
        let is_total = self.is_total(row);
        let as_of = self.time(row, Part::Day);
        // a count of one day is of what happened on that day
        let same_day = || as_of.clone().filter(|_| !is_total && !self.mapping.is_own());
        let event_date = self.time(row, Part::EventDay).or_else(same_day);
        Claim {
            key: key.to_owned(),
            span: row.span,
            sentence: row.span,
            kind: outcome.kind,
            figure,
            form: self.word(row, Part::Form, Form::from_id).unwrap_or(Form::Number),
            victims: words(Part::Victims),
            victim_class: self
                .word(row, Part::Class, VictimClass::from_id)
                .unwrap_or(outcome.class),
            speaker: words(Part::Speaker),
            relay: words(Part::Relay),
            as_of,
            event_date,
            place: words(Part::Place).map(|words| Place {
                canonical: words.clone(),
                words,
            }),
            scope: match self.word(row, Part::Scope, Scope::from_id) {
                Some(Scope::Unknown) => Scope::Unknown,
                _ if is_total => Scope::Total,
                _ => Scope::Incident,
            },
            part_of: self.cell(row, Part::PartOf).is_some_and(is_yes),
            part_of_key: None,
            modality: self
                .word(row, Part::Modality, Modality::from_id)
                .unwrap_or(Modality::Asserted),
            roles: self.roles(place, column),
            confidence: 1.0,
            why: Why::leaf("table/row", row.span),
        }
    }
}

/// A number between bounds; the best one, where it is told, is where it stands.
fn between(best: Option<u64>, low: Option<u64>, high: Option<u64>) -> Option<Figure> {
    Some(match (low, high) {
        (Some(low), Some(high)) if low == high => Figure::exact(low),
        (Some(low), Some(high)) => Figure {
            value: best.filter(|best| (low.min(high)..=low.max(high)).contains(best)),
            ..Figure::range(low, high)
        },
        (Some(low), None) => Figure::hedged(low, Qualifier::AtLeast),
        (None, Some(high)) => Figure::hedged(high, Qualifier::UpTo),
        (None, None) => return None,
    })
}

/// The figure of a cell. "1.200" is a number in thousands, "12.0" is twelve; parts of people are none.
fn read_number(cell: &str) -> Option<Figure> {
    let whole = cell
        .strip_suffix(".0")
        .or_else(|| cell.strip_suffix(".00"))
        .unwrap_or(cell);
    typed(whole).or_else(|| typed(&whole.replace('.', ","))).or_else(|| {
        let value: f64 = whole.parse().ok()?;
        let is_count = value.fract() == 0.0 && (0.0..1e12).contains(&value);
        is_count.then(|| Figure::exact(value as u64))
    })
}

/// The claim's stable name: the first 12 hex digits of SHA-256 over kind, row and which of equal rows it is; of one of several
/// numbers in a row the column's name as well.
fn key(text: &str, row: &GridRow, (kind, column): (Kind, Option<&str>), nth: usize) -> String {
    let nth = nth.to_string();
    let parts = [kind.id(), row.span.of(text), &nth];
    match column {
        Some(column) => short_digest(parts.into_iter().chain([column])),
        None => short_digest(parts),
    }
}

/// The columns of a wide table by their places, with what they count.
fn wide(grid: &Grid, mapping: &Mapping) -> Vec<(usize, Outcome)> {
    let Kinds::Columns(columns) = &mapping.kinds else {
        return Vec::new();
    };
    let names = grid.columns.iter().enumerate();
    names.filter_map(|(at, name)| Some((at, *columns.get(name)?))).collect()
}
