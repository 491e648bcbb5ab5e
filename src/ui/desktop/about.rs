//! Which program this is, and where its data lie.

use std::path::Path;

use egui::{Label, Sense, Ui, vec2};

use super::super::shell::paint_mark;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, hairline_ui, label_ui};
use crate::app::{Action, DesktopAct, Folder, Page, State};
use crate::base::FULL_VERSION;

/// Draws the page.
pub(super) fn about_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    super::set_width(ui, 560.0);
    ui.horizontal(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(46.0, 46.0), Sense::hover());
        paint_mark(ui.painter(), theme, mark);
        ui.add_space(12.0);
        ui.vertical(|ui| {
            label_ui(ui, "Tallyscope", Type::Heading, c.text);
            let version = Type::Body.text(format!("Version {FULL_VERSION}"), c.text);
            ui.add(Label::new(version).selectable(true));
        });
    });
    ui.add_space(12.0);
    let words = "Reads articles, marks who says how many were killed, injured or arrested, and plots the counts per source. \
                 Nothing leaves this computer.";
    ui.add(Label::new(Type::Body.text(words, c.text)).wrap());
    ui.add_space(12.0);
    hairline_ui(ui);
    if let Some(folders) = &state.desktop.folders {
        let logs = folders.logs();
        for (name, path, folder) in [
            ("Data", folders.data.as_path(), Folder::Data),
            ("Settings", folders.config.as_path(), Folder::Settings),
            ("Logs", logs.as_path(), Folder::Logs),
        ] {
            folder_ui(ui, (name, path), folder, actions);
        }
        hairline_ui(ui);
    }
    ui.add_space(8.0);
    let licence = "Free software under the MIT licence or the Apache licence 2.0, as you choose. Typefaces: Source Sans 3 and \
                   Source Serif 4 (SIL Open Font Licence). Icons: Phosphor (MIT).";
    ui.add(Label::new(Type::Small.text(licence, c.muted)).wrap());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        super::close_button_ui(ui, actions);
        if ui.add(PushButton::new("What is new").icon(icons::INFO)).clicked() {
            actions.push(Action::Desktop(DesktopAct::Page(Some(Page::News))));
        }
        let copy = PushButton::new("Copy version").icon(icons::COPY_TABLE);
        if ui.add(copy.help("Version and system, for a report")).clicked() {
            let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
            ui.ctx()
                .copy_text(format!("Tallyscope {FULL_VERSION}, {system} {machine}"));
        }
    });
}

fn folder_ui(ui: &mut Ui, (name, path): (&str, &Path), folder: Folder, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        ui.set_height(38.0);
        let label = label_ui(ui, name, Type::Body, c.muted);
        ui.add_space((72.0 - label.rect.width()).max(8.0));
        let place = Type::Small.text(path.display().to_string(), c.text);
        let room = (ui.available_width() - 62.0).max(60.0);
        ui.allocate_ui(vec2(room, 20.0), |ui| {
            ui.set_width(room);
            ui.add(Label::new(place).truncate().selectable(true));
        });
        let says = format!("Show the folder: {}", name.to_lowercase());
        let button = ui.add(PushButton::new("Show").quiet().help("In the system's own window"));
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &says));
        if button.clicked() {
            actions.push(Action::Desktop(DesktopAct::ShowFolder(folder)));
        }
    });
}
