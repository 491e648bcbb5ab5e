//! Suggested merges: two names, the reason, accept and reject.

use egui::{Label, Role, ScrollArea, Ui, WidgetInfo};

use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, hairline_ui, label_ui, link_ui, tip};
use super::mentions::{around, last_words};
use super::sort_look;
use crate::app::{Action, Command, NamesChange, State};
use crate::link::NameSort;
use crate::show::{Merge, NameRow, Office, Other, words};

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
                if let Some(a) = state.names.rows.get(merge.a) {
                    hairline_ui(ui);
                    ui.add_space(2.0);
                    merge_ui(ui, state, (merge, a, nth == 0), actions);
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

fn merge_ui(ui: &mut Ui, state: &State, (merge, a, is_first): (&Merge, &NameRow, bool), actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    name_ui(ui, a, actions);
    let other: &str = match &merge.other {
        Other::Entity(other) => {
            let Some(b) = state.names.rows.get(*other) else { return };
            name_ui(ui, b, actions);
            &b.name
        }
        Other::Office(office) => {
            office_ui(ui, state, office, actions);
            &office.words
        }
    };
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
                format!("Merge {} and {other}", a.name),
            ),
            (
                "Keep apart",
                icons::REJECT,
                "They are two; not offered again",
                Command::Reject,
                state.names.part_act(merge),
                format!("Keep {} and {other} apart", a.name),
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

/// A name that opens beside, with what it is and how often it is named.
fn name_ui(ui: &mut Ui, row: &NameRow, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        let link = link_ui(ui, &words::short(&row.name, 44));
        if link.clicked() {
            actions.push(Action::Names(NamesChange::Open(Some(row.name_ref.clone()))));
        }
        tip(link, "Open it beside", "");
        let what = if row.sort == NameSort::Outlet {
            "article"
        } else {
            "mention"
        };
        let count = words::count(row.mentions.len(), what);
        let sort = sort_look(row.sort).1.to_lowercase();
        label_ui(ui, format!("{sort}, {count}"), Type::Small, c.muted);
    });
}

/// An office that opens in its article, and the words in which it stands there first.
fn office_ui(ui: &mut Ui, state: &State, office: &Office, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let Some((article, span)) = office.places.first().copied() else {
        return;
    };
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        let link = link_ui(ui, &format!("the {}", words::short(&office.words, 40)));
        if link.clicked() {
            actions.push(Action::OpenMention(article, span));
        }
        tip(link, "Show the first one in its article", "");
        let mut articles: Vec<_> = office.places.iter().map(|(article, _)| *article).collect();
        articles.dedup();
        let times = words::count(office.places.len(), "time");
        let articles = words::count(articles.len(), "article");
        label_ui(ui, format!("office, {times} in {articles}"), Type::Small, c.muted);
    });
    let text = state.store.article(article).map_or("", |article| article.text());
    let (before, words, after) = around(text, span);
    let blank = if after.starts_with(' ') { " " } else { "" };
    let (before, after) = (last_words(&before, 30), words::short(&after, 40));
    let quote = format!("“{before}{words}{blank}{after}”");
    ui.add(Label::new(Type::Quote.text(quote, c.muted)).wrap());
}

/// What a screen reader says in place of the word on the button.
fn name(response: &egui::Response, words: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
}
