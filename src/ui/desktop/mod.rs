//! The program among others: how its last window ended, what is new, which program this is.

mod about;
mod news;
mod strip;
#[cfg(test)]
mod tests;

use egui::{Context, Label, ScrollArea, Ui};

pub(in crate::ui) use news::news_card_ui;
pub(in crate::ui) use strip::ended_ui;

use super::theme::{Theme, Type, icons};
use super::widgets::{PushButton, entered_by_default, hairline_ui, label_ui, modal_ui};
use crate::app::{Action, DesktopAct, Folder, Page, State};

/// Draws the page that is open, if any.
pub(in crate::ui) fn over_ui(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let Some(page) = &state.desktop.page else { return };
    let modal = modal_ui(ctx, "desktop page", |ui| match page {
        Page::About => about::about_ui(ui, state, actions),
        Page::News => news::news_ui(ui, actions),
        Page::Report(text, path) => report_ui(ui, text, path, actions),
    });
    if modal.should_close() {
        close(actions);
    }
}

fn close(actions: &mut Vec<Action>) {
    actions.push(Action::Desktop(DesktopAct::Page(None)));
}

/// As wide as it wants to be, or as the window lets it.
fn set_width(ui: &mut Ui, width: f32) {
    ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
}

fn close_button_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let button = PushButton::new("Close").primary().keys("Escape").keys_in_tip();
    let button = ui.add(button);
    entered_by_default(&button);
    if button.clicked() {
        close(actions);
    }
}

fn report_ui(ui: &mut Ui, text: &str, path: &std::path::Path, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    set_width(ui, 700.0);
    label_ui(ui, "Report of the last window", Type::Heading, c.text);
    ui.add_space(4.0);
    let words = "Tallyscope sends nothing. To report the fault, copy the text or send the file yourself.";
    ui.add(Label::new(Type::Small.text(words, c.muted)).wrap());
    ui.add_space(8.0);
    hairline_ui(ui);
    let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        ui.add_space(8.0);
        ui.add(Label::new(Type::Small.text(text, c.text)).wrap().selectable(true));
        ui.add_space(8.0);
    });
    hairline_ui(ui);
    ui.add_space(4.0);
    let place = Type::Small.text(path.display().to_string(), c.muted);
    ui.add(Label::new(place).truncate());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        close_button_ui(ui, actions);
        if ui
            .add(PushButton::new("Copy the text").icon(icons::COPY_TABLE))
            .clicked()
        {
            ui.ctx().copy_text(text.to_owned());
        }
        let logs = PushButton::new("Show logs folder").icon(icons::OPEN_FOLDER);
        if ui
            .add(logs.help("The log tells what was done before, by names of actions"))
            .clicked()
        {
            actions.push(Action::Desktop(DesktopAct::ShowFolder(Folder::Logs)));
        }
    });
}
