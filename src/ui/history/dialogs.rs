//! Questions of recovery that stand before the window: backups, removal for good, a new reading.

use egui::{Context, Label, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{PushButton, at_ui, hairline_ui, label_ui, modal_ui};
use super::{erase, reread};
use crate::app::{Action, BackupList, HistoryAct, State};
use crate::disk::{BackupRow, MOST_BACKUPS};
use crate::show::{moment, words};

/// Height of the row of a backup.
const ROW: f32 = 50.0;

/// Draws the question that is open, if any.
pub(in crate::ui) fn over_ui(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let recovery = &state.recovery;
    if !recovery.asks() {
        return;
    }
    let modal = modal_ui(ctx, "recovery", |ui| {
        if let Some(question) = &recovery.erase {
            erase::question_ui(ui, state, question, actions);
        } else if let Some(list) = &recovery.backups {
            backups_ui(ui, state, list, actions);
        } else if let Some(offer) = &recovery.reread {
            reread::offer_ui(ui, state, offer, actions);
        }
    });
    if modal.should_close() {
        actions.push(Action::History(HistoryAct::Close));
    }
}

fn backups_ui(ui: &mut Ui, state: &State, list: &BackupList, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.set_width(600.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    // what is open is called as in the bar at the top
    let open = Some(&state.project).filter(|project| project.path == list.project && !project.name.is_empty());
    let stem = || list.project.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = open
        .map(|project| project.name.clone())
        .or_else(stem)
        .unwrap_or_default();
    label_ui(
        ui,
        format!("Backups of “{}”", words::short(&name, 40)),
        Type::Heading,
        c.text,
    );
    let help = format!(
        "Made by themselves when a project is opened and while you work; the last {MOST_BACKUPS} are kept in a folder \
         beside it. Putting one back overwrites nothing: the file as it is now is kept beside."
    );
    ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
    ui.add_space(8.0);
    hairline_ui(ui);
    match list.rows.as_deref() {
        None => {
            ui.add_space(16.0);
            label_ui(ui, "Reading the backups", Type::Body, c.muted);
            ui.add_space(16.0);
        }
        Some(rows) if rows.is_empty() => {
            ui.add_space(16.0);
            label_ui(ui, "No backups yet", Type::Strong, c.text);
            label_ui(
                ui,
                "The first is made once the project has changed.",
                Type::Small,
                c.muted,
            );
            ui.add_space(16.0);
        }
        Some(rows) => {
            ScrollArea::vertical().max_height(ROW * 7.0).show(ui, |ui| {
                for row in rows {
                    if row_ui(ui, row) {
                        actions.push(Action::History(HistoryAct::Restore {
                            project: list.project.clone(),
                            backup: row.path.clone(),
                        }));
                    }
                }
            });
        }
    }
    hairline_ui(ui);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if ui.add(PushButton::new("Close").keys("Escape").keys_in_tip()).clicked() {
            actions.push(Action::History(HistoryAct::Close));
        }
        if list.project == state.project.path && !state.project.read_only {
            let make = PushButton::new("Back up now")
                .icon(icons::ADD)
                .help("Where something changed since the newest one");
            if ui.add(make).clicked() {
                actions.push(Action::History(HistoryAct::BackUp));
                actions.push(Action::History(HistoryAct::Close));
            }
        }
    });
}

/// True where it is to be put back.
fn row_ui(ui: &mut Ui, row: &BackupRow) -> bool {
    let c = &Theme::of(ui).color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let when = moment(&row.at);
    let holds = row.amounts.map_or_else(
        || "cannot be read".to_owned(),
        |amounts| {
            let number = |number: usize, noun: &str| words::count(number, noun);
            format!(
                "{} · {} · {}",
                number(amounts.articles, "article"),
                number(amounts.claims, "claim"),
                number(amounts.decisions, "decision")
            )
        },
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Backup of {when}, {holds}")));
    let left = rect.left() + 4.0;
    let align = egui::Align2::LEFT_CENTER;
    ui.painter()
        .text(pos2(left, rect.top() + 16.0), align, &when, Type::Strong.font(), c.text);
    let ink = if row.amounts.is_some() { c.muted } else { c.error };
    ui.painter()
        .text(pos2(left, rect.top() + 35.0), align, holds, Type::Small.font(), ink);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui).hairline());
    let button = egui::Rect::from_min_size(
        pos2(rect.right() - 104.0, rect.center().y - size::CONTROL / 2.0),
        vec2(100.0, size::CONTROL),
    );
    let enabled = row.amounts.is_some();
    at_ui(ui, button, |ui| {
        let response = ui.add(
            PushButton::new("Put back")
                .icon(icons::REVERT_TO_MACHINE)
                .help("Open the project as it was then; the file as it is now is kept beside")
                .enabled(enabled),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, format!("Put back the backup of {when}")));
        response.clicked() && enabled
    })
}
