//! Which columns the table of claims has, in which order and how wide: the choice of this person.

use super::table_sort::Column;

/// No column is narrower.
pub const LEAST_WIDTH: f32 = 40.0;
/// No column is wider.
const MOST_WIDTH: f32 = 1200.0;
/// Left of the columns stand the check boxes.
const LEFT: f32 = 46.0;
/// Between two columns.
const GAP: f32 = 12.0;
/// Room at the right, for the scroll bar.
const RIGHT: f32 = 18.0;

/// A column's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seat {
    column: Column,
    shown: bool,
    /// As the person drew it; `None` = as wide as it needs, with a share of what is left.
    width: Option<u16>,
}

/// The columns from left to right, those that are hidden too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnLook {
    seats: Vec<Seat>,
}

impl Default for ColumnLook {
    fn default() -> Self {
        let seat = |column: Column| Seat {
            column,
            shown: column.is_usual(),
            width: None,
        };
        Self {
            seats: Column::ALL.map(seat).to_vec(),
        }
    }
}

impl ColumnLook {
    /// All columns in their order, each with whether it is shown.
    pub fn all(&self) -> impl Iterator<Item = (Column, bool)> {
        self.seats.iter().map(|seat| (seat.column, seat.shown))
    }

    /// Shows or hides a column; the last one that is shown stays.
    pub fn toggle(&mut self, column: Column) {
        let num_shown = self.seats.iter().filter(|seat| seat.shown).count();
        if let Some(seat) = self.seats.iter_mut().find(|seat| seat.column == column)
            && (!seat.shown || num_shown > 1)
        {
            seat.shown = !seat.shown;
        }
    }

    /// Gives a column a width in points, or with `None` lets it take its share again.
    pub fn set_width(&mut self, column: Column, width: Option<f32>) {
        if let Some(seat) = self.seats.iter_mut().find(|seat| seat.column == column) {
            seat.width = width.map(|width| width.clamp(LEAST_WIDTH, MOST_WIDTH).round() as u16);
        }
    }

    /// Keeps the widths of all columns up to one as they are now, so that these stay where they are when it is drawn wider.
    pub fn pin_until(&mut self, columns: &Columns, last: Column) {
        for (column, left, right) in &columns.places {
            self.set_width(*column, Some(right - left + GAP));
            if *column == last {
                return;
            }
        }
    }

    /// Moves a column before or behind its neighbour of those that are shown.
    pub fn step(&mut self, column: Column, by: isize) {
        let shown: Vec<usize> = (0..self.seats.len())
            .filter(|at| self.seats.get(*at).is_some_and(|seat| seat.shown))
            .collect();
        let at = shown
            .iter()
            .position(|at| self.seats.get(*at).is_some_and(|seat| seat.column == column));
        let Some(from) = at else { return };
        let to = from.checked_add_signed(by).and_then(|to| shown.get(to));
        if let (Some(to), Some(from)) = (to, shown.get(from)) {
            let seat = self.seats.remove(*from);
            self.seats.insert(*to, seat);
        }
    }

    /// Moves a column to the place of another one.
    pub fn move_to(&mut self, column: Column, target: Column) {
        let find = |column: Column| self.seats.iter().position(|seat| seat.column == column);
        if let (Some(from), Some(to)) = (find(column), find(target)) {
            let seat = self.seats.remove(from);
            self.seats.insert(to, seat);
        }
    }

    /// As words for the settings file: "kind", "figure 120", "-relay" for a hidden one.
    pub fn to_words(&self) -> Vec<String> {
        if *self == Self::default() {
            return Vec::new();
        }
        let words = self.seats.iter().map(|seat| {
            let sign = if seat.shown { "" } else { "-" };
            let width = seat.width.map(|width| format!(" {width}")).unwrap_or_default();
            format!("{sign}{}{width}", seat.column.id())
        });
        words.collect()
    }

    /// Of words from the settings file; columns that these do not name stand at the end as usual.
    pub fn from_words(words: &[String]) -> Self {
        let mut seats: Vec<Seat> = Vec::new();
        for word in words {
            let (name, width) = word.split_once(' ').unwrap_or((word, ""));
            let bare = name.trim_start_matches('-');
            let Some(column) = Column::from_id(bare) else { continue };
            if seats.iter().all(|seat| seat.column != column) {
                let width = width.parse::<f32>().ok().filter(|width| width.is_finite());
                seats.push(Seat {
                    column,
                    shown: bare == name,
                    width: width.map(|width| width.clamp(LEAST_WIDTH, MOST_WIDTH).round() as u16),
                });
            }
        }
        let known: Vec<Column> = seats.iter().map(|seat| seat.column).collect();
        let missing = Self::default().seats.into_iter();
        seats.extend(missing.filter(|seat| !known.contains(&seat.column)));
        if seats.iter().all(|seat| !seat.shown) {
            return Self::default();
        }
        Self { seats }
    }
}

/// Where the columns stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Each with its left and right edge, from the left edge of the table.
    pub places: Vec<(Column, f32, f32)>,
    /// How wide all are together: more than there is room where the person wants it so.
    pub width: f32,
}

impl Columns {
    /// Shares out `room`: what the person drew as it is, of the others first the least, then the rest by weight. Where
    /// nothing was chosen and `is_narrow`, the less needed ones are left out.
    pub fn new(look: &ColumnLook, room: f32, is_narrow: bool) -> Self {
        let less = is_narrow && *look == ColumnLook::default();
        let left_out = |column: Column| {
            less && matches!(
                column,
                Column::Relay | Column::Scope | Column::Confidence | Column::Tags
            )
        };
        let seats = || {
            let shown = look.seats.iter().filter(|seat| seat.shown);
            shown.filter(|seat| !left_out(seat.column))
        };
        let least = |seat: &Seat| seat.width.map_or_else(|| seat.column.least_width(), f32::from);
        let weight = |seat: &Seat| {
            if seat.width.is_some() {
                0.0
            } else {
                seat.column.weight()
            }
        };
        let fixed: f32 = seats().map(least).sum();
        let weights: f32 = seats().map(weight).sum();
        let rest = (room - LEFT - RIGHT - fixed).max(0.0);
        let mut x = LEFT;
        let mut places = Vec::new();
        for seat in seats() {
            let wide = least(seat) + rest * weight(seat) / weights.max(0.01);
            places.push((seat.column, x, x + wide - GAP));
            x += wide;
        }
        Self {
            places,
            width: (x + RIGHT).max(room),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, ColumnLook, Columns};

    fn shown(look: &ColumnLook) -> Vec<Column> {
        let shown = look.all().filter(|(_, shown)| *shown);
        shown.map(|(column, _)| column).collect()
    }

    #[test]
    fn columns_are_hidden_shown_moved_and_kept_as_words() {
        let mut look = ColumnLook::default();
        assert!(look.to_words().is_empty());
        let usual = shown(&look);
        look.toggle(Column::Relay);
        look.toggle(Column::Sentence);
        look.set_width(Column::Figure, Some(120.4));
        look.step(Column::Figure, -1);
        let words = look.to_words();
        assert!(words.contains(&"-relay".to_owned()) && words.contains(&"figure 120".to_owned()));
        assert_eq!(ColumnLook::from_words(&words), look);
        let now = shown(&look);
        assert!(!now.contains(&Column::Relay) && now.contains(&Column::Sentence));
        let at = |list: &[Column], column| list.iter().position(|one| *one == column).expect("it is shown");
        assert_eq!(at(&now, Column::Figure) + 1, at(&usual, Column::Figure));
        look.move_to(Column::Sentence, Column::State);
        assert_eq!(shown(&look).first(), Some(&Column::Sentence));
    }

    #[test]
    fn what_cannot_be_moved_or_hidden_stays() {
        let mut look = ColumnLook::default();
        let before = look.clone();
        look.step(Column::State, -1);
        look.step(Column::Sentence, 1);
        assert_eq!(look, before);
        shown(&before).into_iter().for_each(|column| look.toggle(column));
        assert_eq!(shown(&look).len(), 1, "the last one stays");
    }

    #[test]
    fn strange_words_are_passed_over() {
        let words = ["nothing", "kind 90", "kind", "-state", "figure x", "speaker 9999999"].map(str::to_owned);
        let look = ColumnLook::from_words(&words);
        assert_eq!(shown(&look).first(), Some(&Column::Kind));
        assert!(!shown(&look).contains(&Column::State));
        assert_eq!(look.all().count(), Column::ALL.len());
        assert_eq!(ColumnLook::from_words(&[]), ColumnLook::default());
        let none: Vec<String> = Column::ALL.iter().map(|column| format!("-{}", column.id())).collect();
        assert_eq!(ColumnLook::from_words(&none), ColumnLook::default());
    }

    #[test]
    fn columns_fill_the_room_and_go_beyond_it_where_they_must() {
        let look = ColumnLook::default();
        let columns = Columns::new(&look, 1600.0, false);
        assert!((columns.width - 1600.0).abs() < 0.5);
        let touching = columns.places.windows(2).all(|two| two[0].2 < two[1].1);
        assert!(touching);
        let narrow = Columns::new(&look, 900.0, true);
        assert!(narrow.places.iter().all(|(column, ..)| *column != Column::Relay));
        let mut wide = look;
        wide.set_width(Column::Words, Some(900.0));
        let columns = Columns::new(&wide, 1000.0, true);
        assert!(columns.width > 1000.0);
        let words = columns.places.iter().find(|(column, ..)| *column == Column::Words);
        assert_eq!(words.map(|(_, left, right)| right - left), Some(888.0));
    }
}
