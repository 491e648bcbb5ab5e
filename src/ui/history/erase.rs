//! Asks whether articles are to be removed for good, and says all that goes.

use egui::{Label, Ui};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, label_ui};
use crate::app::{Action, EraseQuestion, HistoryAct, State};
use crate::show::words;

/// Draws the question.
pub(super) fn question_ui(ui: &mut Ui, state: &State, question: &EraseQuestion, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    let title = match question.articles.len() {
        1 => format!("Remove “{}” for good?", words::short(&question.title, 50)),
        many => format!("Remove {} for good?", words::count(many, "article")),
    };
    label_ui(ui, title, Type::Heading, c.text);
    ui.add_space(6.0);
    let what = "This cannot be undone. “Remove article” in the menu Edit can: it keeps everything in the history.";
    ui.add(Label::new(Type::Body.text(what, c.error)).wrap());
    ui.add_space(8.0);
    let whose = if question.articles.len() == 1 { "Its" } else { "Their" };
    let decided = match question.num_decided {
        0 => String::new(),
        many => format!(", {} of them with your decision", words::number(many as u64)),
    };
    let mut lines = vec![
        format!(
            "{whose} text and original, and {}{decided}",
            words::count(question.num_claims, "claim")
        ),
        format!("{whose} words in the search index and in the log of the project file"),
        match question.num_steps {
            0 => "What the history says of it; your other steps stay and can be undone".to_owned(),
            many => format!(
                "{} of the history; your other steps stay and can be undone",
                words::count(many, "step")
            ),
        },
    ];
    if question.num_copies > 0 {
        lines.push(format!(
            "The same in {} beside the project",
            words::count(question.num_copies, "backup")
        ));
    }
    for line in lines {
        ui.horizontal_top(|ui| {
            label_ui(ui, "·", Type::Body, c.muted);
            ui.add(Label::new(Type::Body.text(line, c.text)).wrap());
        });
    }
    ui.add_space(6.0);
    let not = "Not reached: the article's own file, copies that you made yourself, and tables and pictures that you \
               exported. Notes and reasons that you wrote elsewhere stay as you wrote them.";
    ui.add(Label::new(Type::Small.text(not, c.muted)).wrap());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let cancel = ui.add(PushButton::new("Cancel").keys("Escape").keys_in_tip());
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
        if cancel.clicked() {
            actions.push(Action::History(HistoryAct::Close));
        }
        let enabled = !state.project.read_only;
        let remove = PushButton::new("Remove for good")
            .icon(icons::DELETE)
            .danger()
            .enabled(enabled);
        if ui.add(remove).clicked() && enabled {
            actions.push(Action::History(HistoryAct::Erase(question.articles.clone())));
        }
    });
}
