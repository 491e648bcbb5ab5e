//! Suggested merges: two names, the reason, accept and reject.

use egui::{Label, Role, ScrollArea, Ui, WidgetInfo};

use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, hairline_ui, label_ui, link_ui, tip};
use super::sort_look;
use crate::app::{Action, Command, NamesChange, State};
use crate::show::{Merge, NameRow, words};

/// Pairs that are listed at once: the next ones come as these are decided.
const MOST_SHOWN: usize = 40;

/// Draws the list into all of `ui`.
pub(super) fn merges_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let merges = &state.names.merges;
    egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 10)).show(ui, |ui| {
        label_ui(ui, "May be one", Type::Strong, c.text);
        let why = "Names that are surely one are joined already. These are not sure: you decide, and what you reject is \
                   not offered again.";
        ui.add(Label::new(Type::Small.text(why, c.muted)).wrap());
        ui.add_space(4.0);
        if merges.is_empty() {
            hairline_ui(ui);
            ui.add_space(24.0);
            label_ui(ui, "Nothing to decide", Type::Strong, c.text);
            label_ui(ui, "No two names look as if they were one.", Type::Small, c.muted);
            return;
        }
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            for (nth, merge) in merges.iter().take(MOST_SHOWN).enumerate() {
                let rows = (state.names.rows.get(merge.a), state.names.rows.get(merge.b));
                if let (Some(a), Some(b)) = rows {
                    hairline_ui(ui);
                    ui.add_space(2.0);
                    merge_ui(ui, state, (merge, a, b, nth == 0), actions);
                    ui.add_space(2.0);
                }
            }
            if let Some(more) = merges.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
                hairline_ui(ui);
                let words = format!("{more} more come as these are decided");
                label_ui(ui, words, Type::Small, c.muted);
            }
        });
    });
}

fn merge_ui(
    ui: &mut Ui,
    state: &State,
    (merge, a, b, is_first): (&Merge, &NameRow, &NameRow, bool),
    actions: &mut Vec<Action>,
) {
    let c = &Theme::of(ui).color;
    for row in [a, b] {
        ui.horizontal(|ui| {
            ui.set_height(20.0);
            let link = link_ui(ui, &words::short(&row.name, 44));
            if link.clicked() {
                actions.push(Action::Names(NamesChange::Open(Some(row.name_ref.clone()))));
            }
            tip(link, "Open it beside", "");
            let count = words::count(row.mentions.len(), "mention");
            label_ui(
                ui,
                format!("{}, {count}", sort_look(row.sort).1.to_lowercase()),
                Type::Small,
                c.muted,
            );
        });
    }
    ui.horizontal(|ui| {
        let score = label_ui(ui, format!("{:.2}", merge.score), Type::SmallStrong, c.text);
        tip(score, "How likely they are one, from 0 to 1", "");
        ui.add(Label::new(Type::Small.text(&merge.reason, c.muted)).wrap());
    });
    // the keys decide on the first one
    let keys = |command: Command| {
        if is_first {
            keys_of(command, state)
        } else {
            String::new()
        }
    };
    ui.horizontal(|ui| {
        for (word, icon, help, command, act, says) in [
            (
                "Merge",
                icons::ACCEPT,
                "They are one",
                Command::Accept,
                state.names.merge_act(merge),
                format!("Merge {} and {}", a.name, b.name),
            ),
            (
                "Keep apart",
                icons::REJECT,
                "They are two; not offered again",
                Command::Reject,
                state.names.part_act(merge),
                format!("Keep {} and {} apart", a.name, b.name),
            ),
        ] {
            let response = ui.add(PushButton::new(word).icon(icon).help(help).keys(keys(command)));
            name(&response, &says);
            if let Some(act) = act.filter(|_| response.clicked()) {
                actions.push(Action::Name(act));
            }
        }
    });
}

/// What a screen reader says in place of the word on the button.
fn name(response: &egui::Response, words: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
}
