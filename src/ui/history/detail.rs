//! One step: what it changed, old and new, and the way back to it.

use std::sync::Arc;

use egui::{Label, Rect, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, focus_ring, hairline_ui, label_ui};
use crate::app::{Action, HistoryAct, State};
use crate::show::{ChangeLine, MOST_LINES, moment, step_lines, words};
use crate::store::Step;

/// Height of a change: the thing, and old and new below it.
const LINE: f32 = 48.0;

/// The changes of the step that was shown last.
#[derive(Default)]
pub(super) struct DetailView {
    /// Of which step, at which generation of the store.
    shown: Option<(i64, u64)>,
    lines: Arc<Vec<ChangeLine>>,
    num_rows: usize,
}

impl DetailView {
    /// Draws the step of this number into all of `ui`; 0 is the beginning.
    pub(super) fn detail_ui(&mut self, ui: &mut Ui, state: &State, number: i64, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let step = state.store.history().newest_first().find(|step| step.number == number);
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(14, 10))
            .show(ui, |ui| {
                let label = step.map_or("The beginning, before anything was added", |step| {
                    step.edit.label.as_str()
                });
                ui.add(Label::new(Type::Strong.text(words::short(label, 160), c.text)).wrap());
                let when =
                    step.map(|step| format!("Step {} · {}", words::number(number.unsigned_abs()), moment(&step.at)));
                if let Some(when) = when {
                    label_ui(ui, when, Type::Small, c.muted);
                }
                ui.add_space(6.0);
                way_ui(ui, state, number, actions);
            });
        hairline_ui(ui);
        if let Some(step) = step {
            self.lines_ui(ui, state, step, actions);
        }
    }

    fn lines_ui(&mut self, ui: &mut Ui, state: &State, step: &Step, actions: &mut Vec<Action>) {
        let key = (step.number, state.store.generation());
        if self.shown != Some(key) {
            let (lines, num_rows) = step_lines(&state.store, step);
            self.shown = Some(key);
            self.lines = Arc::new(lines);
            self.num_rows = num_rows;
        }
        let lines = Arc::clone(&self.lines);
        let is_cut = lines.len() >= MOST_LINES;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .id_salt(("changes", step.number))
            .auto_shrink([false, false]);
        area.show_rows(ui, LINE, lines.len() + usize::from(is_cut), |ui, rows| {
            for row in rows {
                match lines.get(row) {
                    Some(line) => line_ui(ui, state, line, actions),
                    None => {
                        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
                        let all = words::number(self.num_rows as u64);
                        let words = format!("These are the first {MOST_LINES} of {all} changes");
                        let ink = Theme::of(ui).color.muted;
                        let at = pos2(rect.left() + 14.0, rect.center().y);
                        ui.painter()
                            .text(at, egui::Align2::LEFT_CENTER, words, Type::Small.font(), ink);
                    }
                }
            }
        });
    }
}

/// How far it is to this point, and the buttons.
fn way_ui(ui: &mut Ui, state: &State, number: i64, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let Some(way) = state.store.history().way_to(number) else {
        return;
    };
    let (word, icon, count, help) = match way {
        Ok(0) => ("", "", 0, ""),
        Ok(count) => (
            "Go back to here",
            icons::UNDO,
            count,
            "Takes back all steps after it; they can be done again",
        ),
        Err(count) => (
            "Go forward to here",
            icons::REDO,
            count,
            "Does again all steps up to it",
        ),
    };
    ui.horizontal_wrapped(|ui| {
        if count == 0 {
            label_ui(ui, "You are here", Type::Small, c.muted);
        } else {
            if ui
                .add(PushButton::new(word).icon(icon).help(help).keys("Enter").keys_in_tip())
                .clicked()
            {
                actions.push(Action::History(HistoryAct::JumpTo(number)));
            }
            let steps = words::count(count, "step");
            let how = if way.is_ok() {
                format!("takes back {steps}")
            } else {
                format!("does {steps} again")
            };
            label_ui(ui, how, Type::Small, c.muted);
        }
        let since = PushButton::new("Changed since")
            .icon(icons::FILTER)
            .help("Review shows only the claims that changed since this point");
        if ui.add(since).clicked() {
            actions.push(Action::History(HistoryAct::Since(Some(number))));
        }
    });
}

fn line_ui(ui: &mut Ui, state: &State, line: &ChangeLine, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let claim = line.claim.filter(|id| state.store.claim(*id).is_some());
    let article = line.article.filter(|id| state.store.article(*id).is_some());
    let can_open = claim.is_some() || article.is_some();
    let sense = if can_open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), sense);
    let sides = sides(line);
    let says = format!("{} {} {sides}", line.thing, line.field.to_lowercase());
    let role = if can_open { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &says));
    if can_open && response.hovered() {
        ui.painter().rect_filled(rect, 0, c.row_hover);
    }
    let grid = egui::Stroke::new(1.0, c.grid);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, grid);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(Rect::from_min_max(
        rect.min + vec2(14.0, 5.0),
        rect.max - vec2(12.0, 2.0),
    )));
    inner.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    inner.add(Label::new(head_job(line, theme)).selectable(false));
    inner.add(Label::new(sides_job(line, theme)).selectable(false));
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), 4);
    }
    let response = response.on_hover_text(format!("{}\n{sides}", line.thing));
    if response.clicked() {
        match (claim, article) {
            (Some(claim), _) => actions.push(Action::OpenInRead(claim)),
            (None, Some(article)) => actions.push(Action::SelectArticle(article)),
            (None, None) => {}
        }
    }
}

fn head_job(line: &ChangeLine, theme: &Theme) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::default();
    if !line.field.is_empty() {
        job.append(&line.field, 0.0, Type::SmallStrong.format(theme.color.text));
    }
    let gap = if line.field.is_empty() { 0.0 } else { 8.0 };
    job.append(&line.thing, gap, Type::Small.format(theme.color.muted));
    job
}

/// "Unreviewed → Accepted", "new: killed 12", "gone: killed 12".
fn sides(line: &ChangeLine) -> String {
    match (line.old.is_empty(), line.new.is_empty()) {
        (true, _) => format!("new: {}", line.new),
        (_, true) => format!("gone: {}", line.old),
        _ => format!("was {}, is {}", line.old, line.new),
    }
}

/// Old and new on one line, the new one in full ink.
pub(super) fn sides_job(line: &ChangeLine, theme: &Theme) -> egui::text::LayoutJob {
    let c = &theme.color;
    let mut job = egui::text::LayoutJob::default();
    let old = words::short(&line.old, 120);
    let new = words::short(&line.new, 120);
    match (old.is_empty(), new.is_empty()) {
        (true, _) => {
            job.append("New", 0.0, Type::Small.format(c.ok));
            job.append(&new, 8.0, Type::Body.format(c.text));
        }
        (_, true) => {
            job.append("Gone", 0.0, Type::Small.format(c.error));
            job.append(&old, 8.0, Type::Body.format(c.muted));
        }
        _ => {
            job.append(&old, 0.0, Type::Body.format(c.muted));
            job.append(icons::FORWARD, 6.0, Type::Small.format(c.muted));
            job.append(&new, 6.0, Type::Body.format(c.text));
        }
    }
    job
}
