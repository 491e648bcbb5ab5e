//! A month to choose a day, a month, a year or a period from, by pointer and keys.

use egui::{Align2, Key, Modifiers, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use jiff::civil::{Date, date};
use jiff::{Span as Length, ToSpan as _};

use super::super::super::theme::{Theme, Type, icons};
use super::super::super::widgets::{IconButton, label_ui, segmented_ui};
use crate::show::words;
use crate::time::Value;

/// Width and height of a day.
const CELL: egui::Vec2 = egui::vec2(28.0, 24.0);

/// How exact a chosen time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Precision {
    Day,
    Month,
    Year,
    Period,
}

const PRECISIONS: [Precision; 4] = [Precision::Day, Precision::Month, Precision::Year, Precision::Period];

/// What was done in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// Nothing.
    Nothing,
    /// This value is shown in the field, and may still change.
    Moved(Value),
    /// This value is meant.
    Set(Value),
}

/// The month that is shown, and what is chosen in it.
pub(super) struct Calendar {
    day: Date,
    /// Where a period begins.
    from: Option<Date>,
    precision: Precision,
    /// The first day of the month that is shown.
    month: Date,
}

impl Calendar {
    /// Opens at a value, else at `day`.
    pub(super) fn at(value: Option<&Value>, day: Date) -> Self {
        let last = value.and_then(Value::days);
        let (precision, from) = match value {
            Some(Value::Month(..)) => (Precision::Month, None),
            Some(Value::Year(_)) => (Precision::Year, None),
            Some(Value::Interval(..)) => (Precision::Period, last.map(|(from, _)| from)),
            _ => (Precision::Day, None),
        };
        let day = match (value, last) {
            (Some(Value::Interval(..)), Some((_, to))) => to,
            (_, Some((from, _))) => from,
            _ => day,
        };
        Self {
            day,
            from,
            precision,
            month: day.first_of_month(),
        }
    }

    fn value(&self) -> Value {
        let day = self.day;
        match (self.precision, self.from) {
            (Precision::Month, _) => Value::Month(day.year(), day.month()),
            (Precision::Year, _) => Value::Year(day.year()),
            (Precision::Period, Some(from)) if from != day => {
                Value::Interval(Box::new(Value::Day(from.min(day))), Box::new(Value::Day(from.max(day))))
            }
            _ => Value::Day(day),
        }
    }

    fn move_by(&mut self, length: Length) {
        if let Ok(day) = self.day.checked_add(length) {
            self.day = day;
            self.month = day.first_of_month();
        }
    }

    /// Moves by the keys of this frame; arrows by day and week, with Shift for a period, pages by month.
    pub(super) fn keys(&mut self, ui: &Ui) -> Chosen {
        let mut moved = false;
        for (key, days) in [
            (Key::ArrowLeft, -1),
            (Key::ArrowRight, 1),
            (Key::ArrowUp, -7),
            (Key::ArrowDown, 7),
        ] {
            if ui.ctx().input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
                self.from = self.from.or(Some(self.day));
                self.precision = Precision::Period;
                self.move_by(days.days());
                moved = true;
            } else if ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.move_by(days.days());
                moved = true;
            }
        }
        for (key, months) in [(Key::PageUp, -1), (Key::PageDown, 1)] {
            if ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.move_by(months.months());
                moved = true;
            }
        }
        if moved {
            Chosen::Moved(self.value())
        } else {
            Chosen::Nothing
        }
    }

    /// Draws the month; `active` while keys move in it.
    pub(super) fn calendar_ui(&mut self, ui: &mut Ui, active: bool) -> Chosen {
        let theme = Theme::of(ui);
        let mut chosen = Chosen::Nothing;
        ui.horizontal(|ui| {
            for (icon, name, months) in [
                (icons::PREVIOUS_CLAIM, "Month before", -1),
                (icons::NEXT_CLAIM, "Month after", 1),
            ] {
                if ui.add(IconButton::new(icon, name)).clicked()
                    && let Ok(month) = self.month.checked_add(months.months())
                {
                    self.month = month;
                }
            }
            let name = format!("{} {}", words::month(self.month.month()), self.month.year());
            label_ui(ui, name, Type::Strong, theme.color.text);
        });
        let at = PRECISIONS
            .iter()
            .position(|one| *one == self.precision)
            .unwrap_or_default();
        if let Some(next) = segmented_ui(ui, at, &["Day", "Month", "Year", "Period"]) {
            self.precision = PRECISIONS.get(next).copied().unwrap_or(Precision::Day);
            // the first click begins the period, the second ends it
            self.from = None;
            chosen = Chosen::Moved(self.value());
        }
        ui.add_space(2.0);
        self.grid_ui(ui, active, &mut chosen);
        let keys = "Arrows move, Shift for a period, Page keys by month";
        if active {
            label_ui(ui, keys, Type::Key, theme.color.muted);
        }
        chosen
    }

    fn grid_ui(&mut self, ui: &mut Ui, active: bool, chosen: &mut Chosen) {
        let c = &Theme::of(ui).color;
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        ui.horizontal(|ui| {
            for name in ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] {
                let (rect, _) = ui.allocate_exact_size(vec2(CELL.x, 18.0), Sense::hover());
                let font = Type::Key.font();
                ui.painter()
                    .text(rect.center(), Align2::CENTER_CENTER, name, font, c.muted);
            }
        });
        let lead = i64::from(self.month.weekday().to_monday_zero_offset());
        for week in 0..6_i64 {
            let first = self.month.checked_add((week * 7 - lead).days());
            let Ok(first) = first else { continue };
            if week > 0 && first > self.month.last_of_month() {
                break;
            }
            ui.horizontal(|ui| {
                for offset in 0..7_i64 {
                    if let Ok(day) = first.checked_add(offset.days()) {
                        self.day_ui(ui, (day, active), chosen);
                    }
                }
            });
        }
    }

    fn day_ui(&mut self, ui: &mut Ui, (day, active): (Date, bool), chosen: &mut Chosen) {
        let c = &Theme::of(ui).color;
        let (rect, response) = ui.allocate_exact_size(CELL, Sense::CLICK | Sense::HOVER);
        let is_day = day == self.day;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_day, words::day(day)));
        let cell = rect.shrink(1.0);
        let (first, last) = self.value().days().unwrap_or((self.day, self.day));
        if (first..=last).contains(&day) {
            ui.painter()
                .rect_filled(cell, 4, if is_day { c.accent } else { c.accent_soft });
        } else if response.hovered() {
            ui.painter().rect_filled(cell, 4, c.hover);
        }
        if is_day && active {
            ui.painter()
                .rect_stroke(rect, 5, Stroke::new(2.0, c.focus), StrokeKind::Outside);
        }
        let ink = match (is_day, day.month() == self.month.month()) {
            (true, _) => c.on_accent,
            (_, true) => c.text,
            (_, false) => c.faint,
        };
        let font = Type::Small.font();
        ui.painter()
            .text(rect.center(), Align2::CENTER_CENTER, day.day().to_string(), font, ink);
        if !response.clicked() {
            return;
        }
        let shift = ui.input(|input| input.modifiers.shift);
        let first_of_two =
            self.precision == Precision::Period && self.from.is_none_or(|from| from != self.day) && !shift;
        if shift {
            self.precision = Precision::Period;
            self.from = self.from.or(Some(self.day));
        } else if first_of_two {
            self.from = Some(day);
        }
        self.day = day;
        let waits = self.precision == Precision::Period && first_of_two;
        *chosen = if waits {
            Chosen::Moved(self.value())
        } else {
            Chosen::Set(self.value())
        };
    }
}

/// Where a calendar opens in an article without any day.
pub(super) fn some_day() -> Date {
    date(2024, 1, 1)
}
