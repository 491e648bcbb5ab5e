//! Tables of RTF: there are only ends of cells and rows, and a paragraph says how many tables it stands in.

use super::Flow;

/// Tables in one another that are told apart.
pub(super) const MAX_LEVEL: usize = 16;

/// What must begin before the next words of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    Nothing,
    Cell,
    Row,
}

/// The open tables, the outermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    open: Vec<Due>,
    /// True between the words that begin and end a row, where a paragraph does not say that it stands in a table.
    in_row: bool,
}

impl Tables {
    /// Words follow in a paragraph that stands in so many tables.
    pub(super) fn begin(&mut self, level: usize, flow: &mut Flow) {
        let level = if self.in_row { level.max(1) } else { level };
        self.set_level(level, flow);
        match self.open.last_mut() {
            Some(due @ Due::Row) => {
                *due = Due::Nothing;
                flow.open_row();
                flow.open_cell();
            }
            Some(due @ Due::Cell) => {
                *due = Due::Nothing;
                flow.open_cell();
            }
            _ => {}
        }
    }

    fn set_level(&mut self, level: usize, flow: &mut Flow) {
        while self.open.len() > level {
            flow.close_table();
            self.open.pop();
        }
        while self.open.len() < level.min(MAX_LEVEL) {
            if let Some(outer) = self.open.last().copied() {
                // the inner table stands in a cell
                if outer != Due::Nothing {
                    let level = self.open.len();
                    self.begin(level, flow);
                }
            }
            flow.open_table();
            self.open.push(Due::Row);
        }
    }

    /// A row's properties come before it.
    pub(super) fn in_row(&mut self) {
        self.in_row = true;
    }

    pub(super) fn end_cell(&mut self, level: usize, flow: &mut Flow) {
        self.begin(level.max(1), flow);
        flow.end_paragraph();
        if let Some(due) = self.open.last_mut() {
            *due = Due::Cell;
        }
    }

    pub(super) fn end_row(&mut self, level: usize, flow: &mut Flow) {
        if self.open.len() >= level {
            self.set_level(level, flow);
            flow.end_paragraph();
            if let Some(due) = self.open.last_mut() {
                *due = Due::Row;
            }
        }
        if level == 1 {
            self.in_row = false;
        }
    }
}
