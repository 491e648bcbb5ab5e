//! The steps, newest first, drawn only where they are in sight; the keyboard walks them.

use egui::{Align2, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type};
use super::super::widgets::focus_ring;
use super::super::wish;
use crate::app::{Action, HistoryAct, State};
use crate::show::{moment, words};
use crate::store::{History, Step};

/// Height of a row: the label, and when below it.
const ROW: f32 = 46.0;

/// What the list keeps between frames.
#[derive(Default)]
pub(super) struct ListView {
    /// The number of the chosen step, 0 for the beginning; `None` until one is chosen: then the newest that holds.
    chosen: Option<i64>,
    /// True where the list takes the keyboard in the next frame.
    pub(super) wants_focus: bool,
    /// True where the chosen row is to be brought into sight.
    reveal: bool,
}

/// The step of a row, from the top; `None` for the beginning, which is the last row.
fn step_at(history: &History, row: usize) -> Option<&Step> {
    match row.checked_sub(history.undone.len()) {
        None => history.undone.get(row),
        Some(below) => history
            .done
            .len()
            .checked_sub(below + 1)
            .and_then(|at| history.done.get(at)),
    }
}

fn row_of(history: &History, number: i64) -> usize {
    let last = history.undone.len() + history.done.len();
    (0..last)
        .find(|row| step_at(history, *row).is_some_and(|step| step.number == number))
        .unwrap_or(last)
}

impl ListView {
    /// The number of the chosen step; 0 for the beginning.
    pub(super) fn chosen(&self, state: &State) -> i64 {
        let history = state.store.history();
        let is_there = |number: &i64| history.way_to(*number).is_some();
        self.chosen.filter(is_there).unwrap_or_else(|| history.now())
    }

    /// Chooses a step and brings it into sight.
    pub(super) fn choose(&mut self, number: i64) {
        self.chosen = Some(number);
        self.reveal = true;
    }

    pub(super) fn list_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let history = state.store.history();
        let num_rows = history.undone.len() + history.done.len() + 1;
        let all = ui.available_rect_before_wrap();
        let keyboard = ui.interact(all, Id::unique("history steps"), Sense::focusable_noninteractive());
        keyboard.widget_info(|| WidgetInfo::labeled(Role::List, true, "Steps of the history"));
        wish::area(ui.ctx(), keyboard.id);
        if std::mem::take(&mut self.wants_focus) {
            keyboard.request_focus();
        }
        if keyboard.has_focus() {
            self.keys(ui, state, num_rows, actions);
        }
        let chosen = row_of(history, self.chosen(state));
        let mut area = ScrollArea::vertical().id_salt("steps").auto_shrink([false, false]);
        if std::mem::take(&mut self.reveal) {
            area = area.vertical_scroll_offset((ROW * chosen as f32 - all.height() / 3.0).max(0.0));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, num_rows, |ui, rows| {
            for row in rows {
                let step = step_at(history, row);
                let number = step.map_or(0, |step| step.number);
                let response = row_ui(ui, (history, row), step, row == chosen, keyboard.has_focus());
                if response.clicked() {
                    self.chosen = Some(number);
                    keyboard.request_focus();
                }
                if response.double_clicked() {
                    actions.push(Action::History(HistoryAct::JumpTo(number)));
                }
            }
        });
    }

    fn keys(&mut self, ui: &Ui, state: &State, num_rows: usize, actions: &mut Vec<Action>) {
        ui.memory_mut(|memory| {
            let filter = egui::EventFilter {
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            memory.set_focus_lock_filter(Id::unique("history steps"), filter);
        });
        let history = state.store.history();
        let now = row_of(history, self.chosen(state));
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let moves: [(Key, isize); 6] = [
            (Key::ArrowDown, 1),
            (Key::ArrowUp, -1),
            (Key::PageDown, 10),
            (Key::PageUp, -10),
            (Key::Home, isize::MIN),
            (Key::End, isize::MAX),
        ];
        for (key, by) in moves {
            if pressed(key) {
                let row = now.saturating_add_signed(by).min(num_rows - 1);
                self.chosen = Some(step_at(history, row).map_or(0, |step| step.number));
                self.reveal = true;
            }
        }
        if pressed(Key::Enter) {
            actions.push(Action::History(HistoryAct::JumpTo(self.chosen(state))));
        }
    }
}

fn row_ui(
    ui: &mut Ui,
    (history, row): (&History, usize),
    step: Option<&Step>,
    is_chosen: bool,
    in_focus: bool,
) -> egui::Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let is_undone = row < history.undone.len();
    let is_now = row == history.undone.len();
    let label = step.map_or("The beginning", |step| step.edit.label.as_str());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let when = step.map(|step| moment(&step.at)).unwrap_or_default();
    let state = match (is_now, is_undone) {
        (true, _) => ", now",
        (_, true) => ", taken back",
        _ => "",
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, format!("{label}{state}")));
    if is_chosen {
        ui.painter().rect_filled(rect, 0, c.row_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, c.row_hover);
    }
    paint_thread(ui, rect, (is_undone, is_now), (row == 0, step.is_none()));
    let left = rect.left() + 36.0;
    let clip = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let (style, ink) = match (is_now, is_undone) {
        (true, _) => (Type::Strong, c.text),
        (_, true) => (Type::Body, c.muted),
        _ => (Type::Body, c.text),
    };
    let max = (clip.width() / 7.0) as usize;
    let shown = words::short(label, max);
    painter.text(
        pos2(left, rect.top() + 15.0),
        Align2::LEFT_CENTER,
        &shown,
        style.font(),
        ink,
    );
    let below = match (is_now, step) {
        (true, Some(_)) => format!("{when} · you are here"),
        (true, None) => "you are here".to_owned(),
        _ if is_undone => format!("{when} · taken back"),
        _ => when,
    };
    painter.text(
        pos2(left, rect.top() + 33.0),
        Align2::LEFT_CENTER,
        below,
        Type::Small.font(),
        c.muted,
    );
    if is_chosen && in_focus {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), 4);
    }
    if shown == label {
        response
    } else {
        response.on_hover_text(label)
    }
}

/// The thread on which the steps hang: drawn through where they hold, hollow where they are taken back.
fn paint_thread(ui: &Ui, rect: Rect, (is_undone, is_now): (bool, bool), (is_first, is_last): (bool, bool)) {
    let c = &Theme::of(ui).color;
    let at = pos2(rect.left() + 20.0, rect.top() + 15.0);
    let ink = if is_undone { c.line_strong } else { c.control_line };
    let stroke = Stroke::new(1.5, ink);
    if !is_first {
        ui.painter().vline(at.x, rect.top()..=at.y - 5.0, stroke);
    }
    if !is_last {
        ui.painter().vline(at.x, at.y + 5.0..=rect.bottom(), stroke);
    }
    if is_now {
        ui.painter().circle_filled(at, 5.0, c.accent);
    } else if is_undone {
        ui.painter().circle_stroke(at, 4.0, Stroke::new(1.5, c.control_line));
    } else {
        ui.painter().circle_filled(at, 4.0, c.control_line);
    }
}
