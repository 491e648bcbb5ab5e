//! The list of conflicts and falling totals, each with a place for the analyst's reason.

use egui::{Align, Align2, CursorIcon, Layout, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{chip_ui, focus_ring, kind_chip_ui, label_ui};
use super::paint::source_color;
use crate::app::{Action, State};
use crate::quantity::Qualifier;
use crate::show::{Finding, Side, words};
use crate::store::Ruling;

/// Reasons that are offered.
const REASONS: &[&str] = &[
    "Definition",
    "Scope",
    "Later figure",
    "Correction",
    "Copy",
    "Translation",
    "Error",
];

/// More sides than this are folded in the middle.
const MOST_SIDES: usize = 6;

/// What the list keeps between frames.
#[derive(Default)]
pub(super) struct FindingsView {
    /// Only those without a reason.
    no_reason_only: bool,
}

impl FindingsView {
    /// Draws the list into all of `ui`.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let rows = &models.findings.rows;
        let open = rows.iter().filter(|row| row.reason.is_empty()).count();
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::TOOL_BAR),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add_space(16.0);
                label_ui(ui, "Conflicts", Type::Strong, c.text);
                label_ui(ui, rows.len().to_string(), Type::Body, c.muted);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(12.0);
                    if !rows.is_empty() && chip_ui(ui, &format!("No reason yet {open}"), self.no_reason_only).clicked()
                    {
                        self.no_reason_only = !self.no_reason_only;
                    }
                });
            },
        );
        super::super::widgets::hairline_ui(ui);
        if rows.is_empty() {
            nothing_ui(ui);
            return;
        }
        egui::ScrollArea::vertical()
            .id_salt("findings")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                for row in rows.iter().filter(|row| !self.no_reason_only || row.reason.is_empty()) {
                    finding_ui(ui, state, models, row, actions);
                }
                for copies in &models.findings.copies {
                    copies_ui(ui, copies);
                }
            });
    }
}

fn nothing_ui(ui: &mut Ui) {
    let c = &Theme::of(ui).color;
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        label_ui(ui, "No conflicts", Type::Strong, c.text);
        label_ui(ui, "All figures for the same harm and day agree.", Type::Small, c.muted);
    });
}

fn copies_ui(ui: &mut Ui, words: &str) {
    let c = &Theme::of(ui).color;
    ui.horizontal_top(|ui| {
        ui.add_space(16.0);
        ui.label(egui::RichText::new(icons::COPIES).font(icon_font(15.0)).color(c.muted));
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width() - 16.0);
            ui.add(egui::Label::new(Type::Small.text(words, c.muted)).wrap());
            ui.add_space(8.0);
        });
    });
}

fn finding_ui(ui: &mut Ui, state: &State, models: &Models, row: &Finding, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let current = state.selection.claim.is_some_and(|claim| row.claims.contains(&claim));
    let ground = ui.painter().add(egui::Shape::Noop);
    let width = ui.available_width();
    let shown = ui.scope(|ui| {
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(16, 10))
            .show(ui, |ui| {
                ui.set_width(width - 32.0);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                head_ui(ui, row);
                if row.sides.is_empty() {
                    label_ui(ui, &row.sentence, Type::Small, c.muted);
                } else {
                    scale_ui(ui, models, &row.sides);
                }
                sides_ui(ui, models, &row.sides, actions);
                foot_ui(ui, state, row, actions);
            });
    });
    let rect = shown.response.rect;
    if current {
        ui.painter()
            .set(ground, egui::epaint::RectShape::filled(rect, 0, c.row_selected));
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0, c.accent);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.hairline());
}

fn head_ui(ui: &mut Ui, row: &Finding) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        kind_chip_ui(ui, row.kind);
        label_ui(ui, &row.title, Type::Strong, c.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label_ui(ui, &row.measure, Type::Strong, c.text);
        });
    });
}

/// One line with all figures and their bounds.
fn scale_ui(ui: &mut Ui, models: &Models, sides: &[Side]) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let reach = sides
        .iter()
        .flat_map(|side| [side.figure.anchor(), side.figure.high])
        .flatten();
    let top = reach.max().unwrap_or(1).max(1) as f32 * 1.15;
    let line = rect.shrink2(vec2(12.0, 0.0));
    let y = rect.center().y;
    ui.painter().hline(line.x_range(), y, Stroke::new(1.0, c.line_strong));
    let at = |figure: u64| line.left() + line.width() * figure as f32 / top;
    for side in sides {
        let (Some(anchor), Some(row)) = (side.figure.anchor(), models.charts.sources.get(side.source)) else {
            continue;
        };
        let color = source_color(theme, &row.source);
        let stroke = Stroke::new(1.75, color);
        let x = at(anchor);
        let arrow = |end: f32| {
            ui.painter().hline(x.min(end)..=x.max(end), y, stroke);
            let back = if end > x { -4.0 } else { 4.0 };
            for dy in [-4.0, 4.0] {
                ui.painter()
                    .line_segment([pos2(end, y), pos2(end + back, y + dy)], stroke);
            }
        };
        match side.figure.qualifier {
            Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::Vague => arrow(x + 20.0),
            Qualifier::Almost | Qualifier::UpTo | Qualifier::LessThan => arrow(x - 20.0),
            Qualifier::About => {
                let soft = Rect::from_center_size(pos2(x, y), vec2(24.0, 9.0));
                ui.painter().rect_filled(soft, 1, color.gamma_multiply(0.25));
            }
            _ => {}
        }
        let high = side.figure.high.filter(|high| *high > anchor);
        if let Some(high) = high {
            ui.painter().hline(x..=at(high), y, Stroke::new(3.0, color));
        }
        let fill = if side.unreviewed {
            Fill::Hollow(c.sheet)
        } else {
            Fill::Solid
        };
        for end in [Some(anchor), high].into_iter().flatten() {
            let center = pos2(at(end), y);
            ui.painter()
                .extend(marker::shapes(row.source.slot, center, size::MARKER, color, fill));
        }
    }
}

/// The sides; of many the lowest and the highest ones.
fn sides_ui(ui: &mut Ui, models: &Models, sides: &[Side], actions: &mut Vec<Action>) {
    if sides.len() <= MOST_SIDES {
        for side in sides {
            side_ui(ui, models, side, actions);
        }
        return;
    }
    let c = &Theme::of(ui).color;
    let half = MOST_SIDES / 2;
    for side in sides.iter().take(half) {
        side_ui(ui, models, side, actions);
    }
    let between = sides.len() - 2 * half;
    let inner = sides.get(half..half + between).unwrap_or_default();
    egui::collapsing_header::CollapsingState::load_with_default_open(
        ui.ctx(),
        ui.make_persistent_id(("between", inner.first().map(|side| side.claim.0))),
        false,
    )
    .show_header(ui, |ui| {
        label_ui(
            ui,
            format!("{} between", words::count(between, "figure")),
            Type::Small,
            c.muted,
        );
    })
    .body_unindented(|ui| {
        for side in inner {
            side_ui(ui, models, side, actions);
        }
    });
    for side in sides.iter().skip(half + between) {
        side_ui(ui, models, side, actions);
    }
}

fn side_ui(ui: &mut Ui, models: &Models, side: &Side, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let Some(row) = models.charts.sources.get(side.source) else {
        return;
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::click());
    let figure = words::figure(&side.figure);
    let label = format!("{figure}, {}, in conflict", side.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 3, c.row_hover);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 3);
    }
    let y = rect.center().y;
    let color = source_color(theme, &row.source);
    let painter = ui.painter();
    painter.extend(marker::shapes(
        row.source.slot,
        pos2(rect.left() + 7.0, y),
        size::MARKER,
        color,
        Fill::Solid,
    ));
    let put = |x: f32, align, words: &str, style: Type, ink| painter.text(pos2(x, y), align, words, style.font(), ink);
    put(
        rect.left() + 22.0,
        Align2::LEFT_CENTER,
        &figure,
        Type::SmallStrong,
        c.text,
    );
    let room = rect.width() - 112.0 - 66.0;
    let mut job = egui::text::LayoutJob::simple_singleline(side.name.clone(), Type::Small.font(), c.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(20.0));
    let name = ui.fonts_mut(|fonts| fonts.layout_job(job));
    painter.galley(pos2(rect.left() + 112.0, y - name.size().y / 2.0), name, c.muted);
    let articles = words::count(side.num_articles, "article");
    put(rect.right(), Align2::RIGHT_CENTER, &articles, Type::Small, c.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.double_clicked() {
        actions.push(Action::OpenInRead(side.claim));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(side.claim));
    }
}

fn foot_ui(ui: &mut Ui, state: &State, row: &Finding, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        label_ui(ui, "Reason", Type::Small, c.muted);
        let word = if row.reason.is_empty() { "Not set" } else { &row.reason };
        let response = reason_chip_ui(ui, row, word);
        Popup::menu(&response).width(240.0).show(|ui| {
            for reason in REASONS.iter().copied().chain([""]) {
                let shown = if reason.is_empty() { "Not set" } else { reason };
                if ui.selectable_label(row.reason == reason, shown).clicked() {
                    actions.push(ruling(state, row, reason));
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            super::super::widgets::tip(label_ui(ui, row.bounds, Type::Small, c.muted), &row.likely, "");
        });
    });
}

fn reason_chip_ui(ui: &mut Ui, row: &Finding, word: &str) -> egui::Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let ink = if row.reason.is_empty() { c.muted } else { c.text };
    let galley = ui
        .painter()
        .layout_no_wrap(words::short(word, 30), Type::Small.font(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 36.0, 24.0), Sense::click());
    let label = format!(
        "Reason for {} {}: {word}",
        words::kind(row.kind).to_lowercase(),
        row.title
    );
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    let fill = if response.hovered() { c.hover } else { c.raised };
    let edge = Stroke::new(1.0, c.line_strong);
    ui.painter().rect(rect, 12, fill, edge, egui::StrokeKind::Inside);
    let at = pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let caret = pos2(rect.right() - 17.0, rect.center().y);
    ui.painter().text(
        caret,
        Align2::CENTER_CENTER,
        icons::NEXT_CLAIM,
        icon_font(12.0),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 12);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn ruling(state: &State, row: &Finding, reason: &str) -> Action {
    let old = state.store.ruling(&row.key).cloned().unwrap_or_default();
    let new = Ruling {
        reason: reason.to_owned(),
        ..old
    };
    let kept = (new != Ruling::default()).then_some(new);
    Action::RuleOn(row.key.clone(), kept)
}
