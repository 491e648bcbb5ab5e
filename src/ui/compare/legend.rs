//! The legend: which sources are shown, in which order, with which colour and shape.

use egui::{CursorIcon, Key, Layout, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo};
use egui::{pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{PushButton, focus_ring, label_ui};
use super::paint::source_color;
use super::toolbar::kinds_word;
use crate::app::{Action, CompareChange, State};
use crate::show::{ChartSetting, ChartSource, NAMED_SLOTS, Seat, words};

/// What stands beside a name: marker and number of figures.
const BESIDE: f32 = 36.0;

/// The sources: click hides, double click isolates, drag or Shift and arrow moves, right click gives another colour.
pub(super) fn legend_ui(ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let rows: Vec<&ChartSource> = models.charts.sources.iter().filter(|row| row.num_charted > 0).collect();
    let told = told(state, models);
    let tail = width(ui, &told) + if state.compare.hidden.is_empty() { 40.0 } else { 160.0 };
    ui.spacing_mut().item_spacing.x = 4.0;
    let mut placed: Vec<Rect> = Vec::new();
    let mut rest: &[&ChartSource] = &[];
    let mut moved = None;
    for (at, row) in rows.iter().enumerate() {
        let room = width(ui, &name(row)) + width(ui, &count(row)) + BESIDE;
        if ui.available_width() < room + tail + 60.0 {
            rest = rows.get(at..).unwrap_or_default();
            break;
        }
        let response = source_ui(ui, row, &seats(models, row), actions);
        placed.push(response.rect);
        if response.drag_stopped() {
            moved = Some((at, row));
        }
        if let Some(by) = moved_by_key(ui, &response) {
            shift(&rows, (at, by), &row.source.key, models, actions);
        }
    }
    if let Some((at, row)) = moved {
        let pointer = ui.ctx().pointer_interact_pos();
        let to = pointer.map(|pointer| placed.iter().filter(|rect| rect.center().x < pointer.x).count());
        let by = to.map_or(0, |to| to.cast_signed() - at.cast_signed());
        // Of the places to the right one is its own.
        let by = if by > 0 { by - 1 } else { by };
        if by != 0 {
            shift(&rows, (at, by), &row.source.key, models, actions);
        }
    }
    rest_ui(ui, models, rest, actions);
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        ui.add_space(14.0);
        super::super::widgets::tip(label_ui(ui, told, Type::Small, c.muted), &hidden(state, models), "");
        ui.add_space(10.0);
        if !state.compare.hidden.is_empty() && super::super::widgets::link_ui(ui, "Show all sources").clicked() {
            actions.push(Action::Compare(CompareChange::ShowAll));
        }
    });
}

/// Moves a source among those that the legend shows; the others of the project keep their order.
fn shift(rows: &[&ChartSource], (at, by): (usize, isize), key: &str, models: &Models, actions: &mut Vec<Action>) {
    let target = rows.get(at.saturating_add_signed(by).min(rows.len().saturating_sub(1)));
    let place = |key: &str| models.charts.sources.iter().position(|row| row.source.key == key);
    if let Some((from, to)) = place(key).zip(target.and_then(|row| place(&row.source.key))) {
        let by = to.cast_signed() - from.cast_signed();
        actions.push(Action::ChartSetting(ChartSetting::Move(key.to_owned(), by)));
    }
}

/// "12 of 80 figures shown, 9 of other kinds"; with what is done about copies.
fn told(state: &State, models: &Models) -> String {
    let (drawn, all) = (models.charts.num_drawn(), models.charts.num_figures());
    let copies = if state.compare.merge_copies {
        ", copies as one source"
    } else {
        ""
    };
    let others = match state.store.num_claims().saturating_sub(all) {
        0 => String::new(),
        count => format!(", {} of other kinds", words::number(count as u64)),
    };
    format!(
        "{} of {} shown{others}{copies}",
        words::number(drawn as u64),
        words::count(all, "figure")
    )
}

/// Where the others are.
fn hidden(state: &State, models: &Models) -> String {
    let mut parts = models.charts.not_drawn();
    let others = state.store.num_claims().saturating_sub(models.charts.num_figures());
    if others > 0 {
        let count = words::number(others as u64);
        parts.push(format!(
            "{count} of kinds without a chart, to be chosen under “{}”",
            kinds_word(state)
        ));
    }
    if parts.is_empty() {
        return "Every figure of the chosen kinds is drawn".to_owned();
    }
    format!("Not drawn: {}", parts.join(", "))
}

fn rest_ui(ui: &mut Ui, models: &Models, rest: &[&ChartSource], actions: &mut Vec<Action>) {
    if rest.is_empty() {
        return;
    }
    let word = format!("+ {}", rest.len());
    let response = ui.add(PushButton::new(&word).quiet().help("More sources"));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let height = 28.0;
            egui::ScrollArea::vertical()
                .max_height(420.0)
                .show_rows(ui, height, rest.len(), |ui, shown| {
                    for row in rest.get(shown).unwrap_or_default() {
                        source_ui(ui, row, &seats(models, row), actions);
                    }
                });
        });
}

fn name(row: &ChartSource) -> String {
    words::short(&row.source.name, 36)
}

fn count(row: &ChartSource) -> String {
    words::number(row.num_drawn as u64)
}

fn width(ui: &Ui, words: &str) -> f32 {
    let c = &Theme::of(ui).color;
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Small.font(), c.text);
    galley.size().x
}

/// For each shape and colour of the palette who has it.
fn seats<'m>(models: &'m Models, of: &ChartSource) -> Vec<(Seat, &'m str)> {
    let rows = models
        .charts
        .sources
        .iter()
        .filter(|row| row.source.key != of.source.key);
    rows.filter_map(|row| Some((row.source.seat()?, row.source.name.as_str())))
        .collect()
}

fn source_ui(ui: &mut Ui, row: &ChartSource, taken: &[(Seat, &str)], actions: &mut Vec<Action>) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let ink = if row.shown { c.text } else { c.disabled };
    let galley = ui.painter().layout_no_wrap(name(row), Type::Small.font(), ink);
    let number = ui.painter().layout_no_wrap(count(row), Type::Small.font(), c.faint);
    let size = vec2(galley.size().x + number.size().x + BESIDE, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.shown, &row.source.name));
    if response.hovered() || response.dragged() {
        ui.painter().rect_filled(rect, size::ROUND, c.hover);
    }
    let color = if row.shown {
        source_color(theme, &row.source)
    } else {
        c.disabled
    };
    let fill = if row.shown { Fill::Solid } else { Fill::Hollow(c.sheet) };
    let center = pos2(rect.left() + 12.0, rect.center().y);
    let shapes = marker::shapes(row.source.slot, center, size::MARKER, color, fill);
    ui.painter().extend(shapes);
    let at = pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0);
    let end = at.x + galley.size().x;
    ui.painter().galley(at, galley, ink);
    ui.painter().galley(pos2(end + 5.0, at.y), number, c.faint);
    if !row.shown {
        ui.painter()
            .hline(at.x..=end, rect.center().y + 1.0, Stroke::new(1.0, ink));
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    clicks(ui, &response, row, actions);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    Popup::context_menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| colors_ui(ui, row, taken, actions));
    let shared = if row.source.shared {
        " Shares its grey shape with other sources."
    } else {
        ""
    };
    let tip = format!(
        "{} of {} shown.{shared} Click hides, double click isolates, drag or Shift and arrow moves, right click gives \
         another colour",
        words::number(row.num_drawn as u64),
        words::count(row.num_charted, "figure")
    );
    super::super::widgets::tip(response, &tip, "")
}

fn clicks(ui: &Ui, response: &Response, row: &ChartSource, actions: &mut Vec<Action>) {
    let key = &row.source.key;
    if response.double_clicked() {
        // The first click of the two has hidden it already.
        actions.push(Action::Compare(CompareChange::Toggle(key.clone())));
        actions.push(Action::Compare(CompareChange::Isolate(key.clone())));
    } else if response.clicked() {
        let alone = ui.input(|input| input.modifiers.shift);
        let change = if alone {
            CompareChange::Isolate
        } else {
            CompareChange::Toggle
        };
        actions.push(Action::Compare(change(key.clone())));
    }
}

/// By how many places Shift and an arrow move the source that has the keyboard.
fn moved_by_key(ui: &Ui, response: &Response) -> Option<isize> {
    if !response.has_focus() {
        return None;
    }
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| input.modifiers.shift && input.key_pressed(key));
    let keys = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)];
    keys.into_iter().find(|(key, _)| pressed(*key)).map(|(_, by)| by)
}

/// The palette: first colour and shape together, then each alone.
fn colors_ui(ui: &mut Ui, row: &ChartSource, taken: &[(Seat, &str)], actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    label_ui(ui, &row.source.name, Type::Strong, c.text);
    let now = row.source.seat();
    let mut line = |ui: &mut Ui, head: &str, seat: &dyn Fn(usize) -> Seat| {
        label_ui(ui, head, Type::Small, c.muted);
        ui.horizontal(|ui| {
            for slot in 0..NAMED_SLOTS {
                let seat = seat(slot);
                let holder = taken.iter().find(|(other, _)| *other == seat).map(|(_, name)| *name);
                if seat_ui(ui, seat, now == Some(seat), (head, holder)).clicked() {
                    actions.push(Action::ChartSetting(ChartSetting::Seat(row.source.key.clone(), seat)));
                    ui.close();
                }
            }
        });
    };
    line(ui, "Colour and shape", &Seat::of_slot);
    if let Some(now) = now {
        line(ui, "Colour only", &|color| Seat { color, ..now });
        line(ui, "Shape only", &|shape| Seat { shape, ..now });
    }
    label_ui(
        ui,
        "Kept with the project. Who has it gets this one’s.",
        Type::Small,
        c.muted,
    );
}

fn seat_ui(ui: &mut Ui, seat: Seat, on: bool, (head, holder): (&str, Option<&str>)) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 28.0), Sense::click());
    let words = format!("{head} {}, {}", seat.color + 1, seat.shape + 1);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &words));
    if on || response.hovered() {
        ui.painter()
            .rect_filled(rect, size::ROUND, if on { c.accent_soft } else { c.hover });
    }
    let shapes = marker::shapes(seat.shape, rect.center(), 6.0, theme.series(seat.color), Fill::Solid);
    ui.painter().extend(shapes);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    match holder {
        Some(name) => super::super::widgets::tip(response, &format!("Now {name}"), ""),
        None => response,
    }
}
