//! A quiet strip below the top bar: the last window was not closed by anybody.

use egui::{Frame, Label, Margin, Panel, Ui, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::PushButton;
use crate::app::{Action, DesktopAct, State};
use crate::disk::Ended;
use crate::show::moment;

/// Draws the strip where there is something to tell.
pub(in crate::ui) fn ended_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(ended) = &state.desktop.ended else { return };
    let theme = Theme::of(ui);
    Panel::top("how the last window ended")
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(theme.color.warn_soft)
                .inner_margin(Margin::symmetric(16, 7)),
        )
        .show(ui, |ui| strip_ui(ui, state, ended, actions));
}

fn strip_ui(ui: &mut Ui, state: &State, ended: &Ended, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let act = |act| Action::Desktop(act);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.label(
            egui::RichText::new(icons::INFO)
                .font(icon_font(size::ICON))
                .color(c.warn),
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if ui.add(PushButton::new("Dismiss").quiet()).clicked() {
                actions.push(act(DesktopAct::DropEnded));
            }
            if ended.report.is_some() && ui.add(PushButton::new("Show the report...")).clicked() {
                actions.push(act(DesktopAct::ShowReport));
            }
            // not where it is open already
            let project = ended.project.as_ref().filter(|project| **project != state.project.path);
            if let Some(project) = project {
                let help = project.display().to_string();
                let button = PushButton::new("Open the project again").help(&help);
                if ui.add(button).clicked() {
                    actions.push(act(DesktopAct::OpenAgain));
                }
            }
            let room = vec2(ui.available_width(), size::CONTROL);
            ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(Type::Body.text(sentence(ended), c.text)).wrap());
            });
        });
    });
}

/// What happened, and what still holds.
fn sentence(ended: &Ended) -> String {
    let when = moment(&ended.at);
    let what = match (&ended.report, ended.at.is_empty()) {
        (Some(_), _) => format!("Tallyscope ended unexpectedly on {when}."),
        (None, true) => "Tallyscope was ended from outside, or the computer stopped.".to_owned(),
        (None, false) => format!("Tallyscope was ended from outside, or the computer stopped, after {when}."),
    };
    format!("{what} Nothing that was saved is lost.")
}

#[cfg(test)]
mod tests {
    use super::{Ended, sentence};

    #[test]
    fn a_panic_is_told_in_other_words_than_a_kill() {
        let ended = |at: &str, report: Option<&str>| Ended {
            at: at.to_owned(),
            project: None,
            report: report.map(Into::into),
        };
        let at = "2026-11-22T14:03:22Z";
        assert!(sentence(&ended(at, Some("/r.txt"))).starts_with("Tallyscope ended unexpectedly on "));
        let killed = sentence(&ended(at, None));
        assert!(killed.contains("from outside") && killed.contains("2026"), "{killed}");
        assert!(sentence(&ended("", None)).contains("the computer stopped. Nothing"));
    }
}
