//! The open entity: what it is called and can be, spellings, figures, mentions.

use egui::{Align, Layout, Margin, Role, ScrollArea, Ui, WidgetInfo};

use super::super::review::name_tags_ui;
use super::super::shell::{can_run_on, keys_of, row_of};
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, label_ui};
use super::super::wish::{self, Wish};
use super::{facts, mentions, sort_ink, sort_look};
use crate::app::{Action, Command, State};
use crate::show::{NameAct, NameRow};

/// What the detail keeps between frames.
#[derive(Default)]
pub(super) struct DetailView {
    /// The name that was shown: another one begins at its top.
    shown: String,
    /// True where all of its figures are listed.
    all_figures: bool,
}

impl DetailView {
    /// Draws the open entity into all of `ui`.
    pub(super) fn detail_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let open = state.names_look.open.as_ref().and_then(|name| state.names.find(name));
        let Some(row) = open.and_then(|row| state.names.rows.get(row)) else {
            nothing_ui(ui, state);
            return;
        };
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                head_ui(ui, state, row, actions);
                ui.add_space(6.0);
                let mut area = ScrollArea::vertical().id_salt("one name").auto_shrink([false, false]);
                if self.shown != row.name {
                    self.shown.clone_from(&row.name);
                    self.all_figures = false;
                    area = area.vertical_scroll_offset(0.0);
                }
                area.show(ui, |ui| {
                    // clear of the scroll bar
                    egui::Frame::new()
                        .inner_margin(Margin {
                            right: 14,
                            ..Margin::ZERO
                        })
                        .show(ui, |ui| {
                            facts::facts_ui(ui, row);
                            facts::twins_ui(ui, state, row, actions);
                            facts::aliases_ui(ui, row, actions);
                            name_tags_ui(ui, &state.store, row, actions);
                            facts::figures_ui(ui, state, (row, &mut self.all_figures), actions);
                            mentions::mentions_ui(ui, state, row, actions);
                        });
                });
            });
    }
}

fn head_ui(ui: &mut Ui, state: &State, row: &NameRow, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let (icon, word) = sort_look(row.sort);
    ui.horizontal(|ui| {
        let ink = sort_ink(theme, row.sort);
        ui.label(egui::RichText::new(icon).font(icon_font(20.0)).color(ink));
        let name = ui.add(egui::Label::new(Type::CardFigure.text(&row.name, theme.color.text)).truncate());
        name.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &row.name));
        label_ui(ui, word, Type::Small, theme.color.muted);
    });
    ui.add_space(4.0);
    ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (command, word, icon, asked) in [
            (Command::RenameName, "Rename", icons::EDIT_CORRECTED, Wish::RenameName),
            (Command::SameAs, "Same as", icons::COPIES, Wish::SameAs),
            (Command::NameType, "Type", sort_look(row.sort).0, Wish::NameType),
            (Command::TakeOut, "Take out", icons::EXPAND, Wish::TakeOut),
            (Command::NotAName, "Not a name", icons::REJECT, Wish::NotAName),
        ] {
            let help = row_of(command).map_or("", |row| row.help);
            let enabled = can_run_on(command, row);
            let button = PushButton::new(word)
                .icon(icon)
                .help(help)
                .keys(keys_of(command, state))
                .enabled(enabled);
            if ui.add(button).clicked() && enabled {
                wish::make(ui.ctx(), asked);
            }
        }
        if row.told {
            let button = PushButton::new("Back to the machine's")
                .icon(icons::REVERT_TO_MACHINE)
                .help("Take back all that you said of this name");
            if ui.add(button).clicked() {
                actions.push(Action::Name(NameAct::Forget(row.name_ref.clone())));
            }
        }
    });
}

fn nothing_ui(ui: &mut Ui, state: &State) {
    let c = &Theme::of(ui).color;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3).min(160.0));
        label_ui(ui, "No name is open", Type::Strong, c.text);
        ui.add_space(2.0);
        let (next, merges) = (
            keys_of(Command::NextName, state),
            keys_of(Command::SuggestedMerges, state),
        );
        for line in [
            "Click a name at the left to see its mentions, its spellings and the figures it vouches for".to_owned(),
            format!("{next} opens the next one, {merges} lists names that may be one"),
        ] {
            ui.add(egui::Label::new(Type::Small.text(line, c.muted)).wrap());
        }
        ui.add_space(size::CONTROL);
    });
}
