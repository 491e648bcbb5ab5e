//! First steps, on one page.

use egui::Ui;

use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, entered_by_default, key_cap_ui, label_ui};
use super::super::wish::{self, Wish};
use super::command::keys_of;
use super::path_dialog::Step;
use crate::app::{Command, State};

const STEPS: &[(Command, &str)] = &[
    (Command::AddFiles, "Add article files, or drop them on the window"),
    (Command::NextClaim, "Go from figure to figure in the article"),
    (Command::Accept, "Say that the reading is right"),
    (Command::Reject, "Keep a wrong one on record without counting it"),
    (Command::Edit, "Correct what was read; click any value in the inspector"),
    (
        Command::PickSpeaker,
        "Pick who says a figure from its text; the menu Claim has the other fields",
    ),
    (Command::Compare, "See who says how many, day by day"),
    (Command::Review, "See all claims in one table"),
    (Command::NamesView, "See who is named, and say which names are one"),
    (
        Command::NextName,
        "Go from name to name; a right click on one tells what can be done",
    ),
    (Command::Undo, "Take anything back, also after a restart"),
    (Command::FindCommand, "Find a command or an article by a few letters"),
    (Command::NextArea, "Move between the areas of the window"),
];

/// Draws the page.
pub(in crate::ui) fn help_ui(ui: &mut Ui, state: &State) -> Step {
    let theme = Theme::of(ui);
    let window = ui.ctx().content_rect().size();
    ui.set_width(520.0_f32.min(window.x - 80.0));
    label_ui(ui, "First steps", Type::Heading, theme.color.text);
    ui.add_space(8.0);
    // the buttons stay in sight where the window is low
    egui::ScrollArea::vertical()
        .max_height((window.y - 170.0).max(80.0))
        .auto_shrink([false, true])
        .show(ui, |ui| steps_ui(ui, theme, state));
    ui.add_space(10.0);
    let mut step = Step::Stay;
    ui.horizontal(|ui| {
        let close = ui.add(PushButton::new("Close").primary());
        entered_by_default(&close);
        if close.clicked() {
            step = Step::Close;
        }
        if ui.add(PushButton::new("All keys...")).clicked() {
            wish::make(ui.ctx(), Wish::Keys);
            step = Step::Close;
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let version = format!("Tallyscope {}", crate::base::FULL_VERSION);
            label_ui(ui, version, Type::Small, theme.color.muted);
        });
    });
    step
}

fn steps_ui(ui: &mut Ui, theme: &Theme, state: &State) {
    for (command, words) in STEPS {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(egui::vec2(110.0, 24.0), |ui| {
                ui.set_min_width(110.0);
                key_cap_ui(ui, &keys_of(*command, state));
            });
            ui.add(egui::Label::new(Type::Body.text(*words, theme.color.text)).wrap());
        });
    }
    ui.add_space(6.0);
    let by_hand = "To make a claim by hand, select its words in the article and press 1 to 8 for its kind. \
                   A dashed line is the machine’s proposal, a solid line is your decision.";
    ui.add(egui::Label::new(Type::Body.text(by_hand, theme.color.muted)).wrap());
}
