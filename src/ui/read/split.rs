//! A table in Read split into rows and cells: in the frame where it is small, on a thread where it is large.

use std::sync::Arc;

use crate::article::Grid;
use crate::jobs::{Slot, let_go};

/// Rows that are looked at for how wide a column is.
const TRIED_ROWS: usize = 300;
/// Narrowest and widest column.
const COLUMN: (f32, f32) = (56.0, 280.0);
/// About so much room takes a character.
pub(super) const CHAR: f32 = 7.0;
/// Room for the numbers of rows.
pub(super) const NUMBERS: f32 = 64.0;
/// Blank at both sides of a cell.
pub(super) const PAD: f32 = 8.0;

/// A table as it is drawn.
pub(super) struct Split {
    /// The text that was split.
    pub(super) text: Arc<str>,
    /// Its rows and cells.
    pub(super) grid: Grid,
    /// The widths of the columns.
    pub(super) widths: Vec<f32>,
}

impl Split {
    fn new(text: &Arc<str>) -> Option<Self> {
        let grid = Grid::read(text)?;
        Some(Self {
            widths: (0..grid.columns.len()).map(|at| width(&grid, at)).collect(),
            text: Arc::clone(text),
            grid,
        })
    }
}

fn width(grid: &Grid, column: usize) -> f32 {
    let cells = grid.rows.iter().take(TRIED_ROWS).map(|row| row.cell(column));
    let name = grid.columns.get(column).map(String::as_str);
    let chars = cells.chain(name).map(|cell| cell.chars().count()).max().unwrap_or(0);
    (chars as f32 * CHAR + 2.0 * PAD).clamp(COLUMN.0, COLUMN.1)
}

/// A text with the table that it is; `None` for what is no table.
type Made = (Arc<str>, Option<Arc<Split>>);

/// The table that was split last, and the one that is being split.
#[derive(Default)]
pub(super) struct Splitting {
    made: Option<Made>,
    slot: Slot<Made>,
    /// What is being split.
    asked: Option<Arc<str>>,
}

impl Splitting {
    /// The table that `text` is, `Some(None)` where it is none; `None` as long as one of more than `small` bytes is being
    /// split beside the window, which calls `wake` then.
    pub(super) fn split(
        &mut self,
        text: &Arc<str>,
        small: usize,
        wake: impl FnOnce() + Send + 'static,
    ) -> Option<Option<Arc<Split>>> {
        match self.slot.poll().map(|result| result.is_ok()) {
            Some(true) => {
                if let Some(made) = self.slot.take() {
                    let_go(self.made.replace(made));
                }
            }
            // what cannot be split is not tried again
            Some(false) => self.made = self.asked.take().map(|text| (text, None)),
            None => {}
        }
        if let Some((_, made)) = self.made.as_ref().filter(|(of, _)| Arc::ptr_eq(of, text)) {
            return Some(made.clone());
        }
        if text.len() <= small {
            self.slot.stop();
            let made = Split::new(text).map(Arc::new);
            let_go(self.made.replace((Arc::clone(text), made.clone())));
            return Some(made);
        }
        let under_way = self.slot.is_running() && self.asked.as_ref().is_some_and(|asked| Arc::ptr_eq(asked, text));
        if !under_way {
            self.asked = Some(Arc::clone(text));
            let given = Arc::clone(text);
            self.slot.start("rows of a table", wake, move |_| {
                let made = Split::new(&given).map(Arc::new);
                (given, made)
            });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::Splitting;

    const TABLE: &str = "day,town,killed\n14 March 2031,Estrava,3\n15 March 2031,Dunmoor,4\n";

    #[test]
    fn a_small_table_is_split_at_once_and_kept() {
        let text: Arc<str> = TABLE.into();
        let mut splitting = Splitting::default();
        let made = splitting.split(&text, 1_000, || {}).flatten().expect("a table");
        assert_eq!((made.grid.rows.len(), made.widths.len()), (2, 3));
        let again = splitting.split(&text, 1_000, || {}).flatten().expect("a table");
        assert!(Arc::ptr_eq(&made, &again));
        let words: Arc<str> = "No table at all.".into();
        assert!(matches!(splitting.split(&words, 1_000, || {}), Some(None)));
    }

    #[test]
    fn a_large_table_is_split_beside_the_window_and_the_newest_is_shown() {
        let (first, second): (Arc<str>, Arc<str>) = (TABLE.into(), TABLE.replace("Dunmoor", "Norhaven").into());
        let (woken, wake) = channel();
        let call = || {
            let woken = woken.clone();
            move || woken.send(()).expect("the test listens")
        };
        let mut splitting = Splitting::default();
        assert!(splitting.split(&first, 0, call()).is_none());
        assert!(splitting.split(&second, 0, call()).is_none());
        let made = loop {
            wake.recv().expect("the window is woken");
            if let Some(made) = splitting.split(&second, 0, call()) {
                break made.expect("a table");
            }
        };
        assert_eq!(made.grid.rows[1].cell(1), "Norhaven");
        assert!(splitting.split(&first, 0, call()).is_none(), "asked for anew");
        let words: Arc<str> = "No table at all.".into();
        assert!(splitting.split(&words, 0, call()).is_none());
        loop {
            wake.recv().expect("the window is woken");
            if let Some(made) = splitting.split(&words, 0, call()) {
                assert!(made.is_none(), "no table");
                break;
            }
        }
    }
}
