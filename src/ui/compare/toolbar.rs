//! What lines stand for, the scale, the kinds, export; and the legend that switches sources.

use egui::{CursorIcon, Layout, Popup, PopupCloseBehavior, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{IconButton, PushButton, checkbox_ui, focus_ring, label_ui, segmented_ui};
use super::super::wish::{self, Wish};
use super::paint::source_color;
use super::stack::StackView;
use crate::app::{Action, CompareChange, State};
use crate::claim::Kind;
use crate::show::{ChartSource, LinesBy, Scale, words};

/// Draws the bar above the charts.
pub(super) fn bar_ui(
    ui: &mut Ui,
    (state, models): (&State, &Models),
    stack: &mut StackView,
    actions: &mut Vec<Action>,
) {
    let c = &Theme::of(ui).color;
    let wide = ui.available_width() > 760.0;
    ui.spacing_mut().item_spacing.x = 8.0;
    if wide {
        label_ui(ui, "Lines by", Type::Small, c.muted);
    }
    const BY: [LinesBy; 3] = [LinesBy::Speaker, LinesBy::Publisher, LinesBy::Article];
    let chosen = BY.iter().position(|by| *by == models.charts.lines_by).unwrap_or(0);
    if let Some(by) = segmented_ui(ui, chosen, &["Speaker", "Publisher", "Article"]).and_then(|at| BY.get(at)) {
        actions.push(Action::Compare(CompareChange::LinesBy(*by)));
    }
    ui.add_space(8.0);
    if wide {
        label_ui(ui, "Scale", Type::Small, c.muted);
    }
    const SCALES: [Scale; 2] = [Scale::Linear, Scale::Log];
    let chosen = usize::from(state.compare.scale == Scale::Log);
    if let Some(scale) = segmented_ui(ui, chosen, &["Linear", "Log"]).and_then(|at| SCALES.get(at)) {
        actions.push(Action::Compare(CompareChange::Scale(*scale)));
    }
    ui.add_space(8.0);
    kinds_ui(ui, state, actions);
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        export_ui(ui);
        let reset = IconButton::new(icons::REVERT_TO_MACHINE, "Show all days").enabled(stack.is_zoomed());
        if ui.add(reset).clicked() {
            stack.show_all();
        }
    });
}

/// The button that asks where to write claims.
pub(in crate::ui) fn export_ui(ui: &mut Ui) {
    let button = PushButton::new("Export")
        .icon(icons::EXPORT)
        .help("Write all claims as a CSV table");
    if ui.add(button.keys("Ctrl E").keys_in_tip()).clicked() {
        wish::make(ui.ctx(), Wish::ExportCsv);
    }
}

fn kinds_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let shown = &state.compare.kinds;
    let word = match shown.len() {
        1 => "1 kind".to_owned(),
        many => format!("{many} kinds"),
    };
    let button = PushButton::new(&word)
        .icon(icons::FILTER)
        .help("Choose which kinds have a chart");
    let response = ui.add(button);
    Popup::menu(&response)
        .width(220.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            for kind in Kind::ALL {
                let on = shown.contains(&kind);
                if check_ui(ui, on, words::kind(kind)) {
                    let kinds = Kind::ALL.into_iter();
                    let kinds: Vec<Kind> = kinds.filter(|one| shown.contains(one) != (*one == kind)).collect();
                    actions.push(Action::Compare(CompareChange::Kinds(kinds)));
                }
            }
            super::super::widgets::hairline_ui(ui);
            if check_ui(ui, state.compare.show_rejected, "Rejected figures as grey crosses") {
                let show = !state.compare.show_rejected;
                actions.push(Action::Compare(CompareChange::ShowRejected(show)));
            }
        });
}

/// A row with a check box; true where it was clicked.
pub(in crate::ui) fn check_ui(ui: &mut Ui, on: bool, word: &str) -> bool {
    let c = &Theme::of(ui).color;
    let row = ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let clicked = checkbox_ui(ui, on, word).clicked();
        let label = egui::Label::new(Type::Body.text(word, c.text)).sense(Sense::click());
        ui.add(label).clicked() || clicked
    });
    row.inner
}

/// The sources: click hides, double-click isolates.
pub(super) fn legend_ui(ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let rows: Vec<&ChartSource> = models.charts.sources.iter().filter(|row| row.num_charted > 0).collect();
    let mut rest: &[&ChartSource] = &[];
    let hint = if ui.available_width() > 900.0 { 200.0 } else { 20.0 };
    ui.spacing_mut().item_spacing.x = 6.0;
    for (at, row) in rows.iter().enumerate() {
        let width = name_width(ui, &row.source.name);
        if ui.available_width() < width + hint + 80.0 {
            rest = rows.get(at..).unwrap_or_default();
            break;
        }
        source_ui(ui, row, actions);
    }
    if !rest.is_empty() {
        let word = format!("+ {}", rest.len());
        let response = ui.add(PushButton::new(&word).quiet().help("More sources"));
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                    for row in rest {
                        source_ui(ui, row, actions);
                    }
                });
            });
    }
    if ui.available_width() > 190.0 {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(14.0);
            if state.compare.hidden.is_empty() {
                label_ui(ui, "Click hides, double-click isolates", Type::Small, c.muted);
            } else if super::super::widgets::link_ui(ui, "Show all sources").clicked() {
                actions.push(Action::Compare(CompareChange::ShowAll));
            }
        });
    }
}

fn name_width(ui: &Ui, name: &str) -> f32 {
    let c = &Theme::of(ui).color;
    let galley = ui
        .painter()
        .layout_no_wrap(words::short(name, 36), Type::Small.font(), c.text);
    galley.size().x + 34.0
}

fn source_ui(ui: &mut Ui, row: &ChartSource, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let name = words::short(&row.source.name, 36);
    let ink = if row.shown { c.text } else { c.disabled };
    let galley = ui.painter().layout_no_wrap(name, Type::Small.font(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 34.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.shown, &row.source.name));
    if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, c.hover);
    }
    let color = if row.shown {
        source_color(theme, &row.source)
    } else {
        c.disabled
    };
    let fill = if row.shown { Fill::Solid } else { Fill::Hollow(c.sheet) };
    let center = pos2(rect.left() + 12.0, rect.center().y);
    ui.painter()
        .extend(marker::shapes(row.source.slot, center, size::MARKER, color, fill));
    let at = pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0);
    let width = galley.size().x;
    ui.painter().galley(at, galley, ink);
    if !row.shown {
        let y = rect.center().y + 1.0;
        ui.painter().hline(at.x..=at.x + width, y, Stroke::new(1.0, ink));
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
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
    let tip = if row.source.shared {
        format!(
            "{}. Shares its grey shape with other sources.",
            words::count(row.num_charted, "figure")
        )
    } else {
        words::count(row.num_charted, "figure")
    };
    super::super::widgets::tip(
        response.on_hover_cursor(CursorIcon::PointingHand),
        &format!("{tip} Click hides, Shift-click or double-click isolates"),
        "",
    );
}
