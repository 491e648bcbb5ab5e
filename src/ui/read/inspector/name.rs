//! The selected name: what it stands for, and what can be said of it.

use egui::{Label, RichText, Ui, vec2};

use super::super::super::names::{sort_ink, sort_look};
use super::super::super::shell::{can_run_on, keys_of, row_of};
use super::super::super::theme::{Theme, Type, icon_font, icons};
use super::super::super::widgets::{PushButton, hairline_ui, link_ui, tip};
use super::super::super::wish::{self, Wish};
use crate::app::{Action, Command, NamesChange, State};
use crate::link::{NameRef, NameSort, Reach};
use crate::show::{NameRow, words};
use crate::store::{ArticleId, ClaimId};

/// The entity of the selected mention, where one of `article` is selected.
pub(super) fn selected(state: &State, article: ArticleId) -> Option<&NameRow> {
    let (own, span) = state.selection.mention.filter(|(own, _)| *own == article)?;
    state.names.rows.get(state.names.at(own, span)?)
}

/// Draws what the selected name stands for.
pub(super) fn name_ui(ui: &mut Ui, state: &State, article: ArticleId, row: &NameRow, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (icon, word) = sort_look(row.sort);
    ui.horizontal(|ui| {
        let ink = sort_ink(theme, row.sort);
        ui.label(RichText::new(icon).font(icon_font(18.0)).color(ink));
        ui.add(Label::new(Type::Heading.text(&row.name, c.text)).wrap());
    });
    let here = row.mentions.iter().filter(|(own, _)| *own == article).count();
    let line = format!(
        "{word}, {} here, {} in {}",
        words::count(here, "mention"),
        row.mentions.len(),
        words::count(row.num_articles, "article")
    );
    ui.add(Label::new(Type::Small.text(line, c.muted)).wrap());
    if row.aliases.len() > 1 {
        let written: Vec<&str> = row.aliases.iter().map(|alias| alias.words.as_str()).take(8).collect();
        ui.add(Label::new(Type::Small.text(format!("Written {}", written.join(", ")), c.muted)).wrap());
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let open = PushButton::new("Open in Names")
            .icon(icons::GROUP)
            .help("All its mentions, spellings and figures")
            .keys(keys_of(Command::OpenName, state));
        if ui.add(open).clicked() {
            actions.push(Action::Names(NamesChange::Show(row.name_ref.clone())));
        }
        for (command, word, asked) in [
            (Command::SameAs, "Same as", Wish::SameAs),
            (Command::RenameName, "Rename", Wish::RenameName),
            (Command::NameType, "Type", Wish::NameType),
            (Command::TakeOut, "Take out", Wish::TakeOut),
            (Command::NotAName, "Not a name", Wish::NotAName),
        ] {
            let enabled = can_run_on(command, row);
            let button = PushButton::new(word)
                .help(row_of(command).map_or("", |row| row.help))
                .keys(keys_of(command, state))
                .enabled(enabled);
            if ui.add(button).clicked() && enabled {
                wish::make(ui.ctx(), asked);
            }
        }
    });
    ui.add_space(12.0);
    hairline_ui(ui);
    ui.add_space(12.0);
}

/// Under the speaker of a claim: the entity that it is.
pub(super) fn speaker_ui(ui: &mut Ui, state: &State, claim: ClaimId, actions: &mut Vec<Action>) {
    let Some(row) = state.names.speaker(claim) else { return };
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        ui.add_space(super::value::NAME_WIDTH);
        let link = quiet_link_ui(ui, &format!("{} in Names", words::short(&row.name, 26)));
        if link.clicked() {
            actions.push(Action::Names(NamesChange::Show(row.name_ref.clone())));
        }
        tip(link, "Who this speaker is: spellings, mentions, all its figures", "");
    });
}

/// A link that a screen reader calls a button: links are the marks of claims.
fn quiet_link_ui(ui: &mut Ui, words: &str) -> egui::Response {
    let link = link_ui(ui, words);
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    link
}

/// Under the publisher of an article: says that it is the same outlet as another.
pub(super) fn outlet_ui(ui: &mut Ui, state: &State, publisher: &str, actions: &mut Vec<Action>) {
    let other = state.names.outlet(publisher).filter(|row| row.name != publisher);
    let words = match other {
        Some(row) => format!("The same outlet as {}", words::short(&row.name, 22)),
        None => "Same outlet as...".to_owned(),
    };
    let link = quiet_link_ui(ui, &words);
    if link.clicked() {
        let name = NameRef {
            sort: NameSort::Outlet,
            words: publisher.to_owned(),
            reach: Reach::Project,
        };
        actions.push(Action::Names(NamesChange::Show(name)));
        if other.is_none() {
            wish::make(ui.ctx(), Wish::SameAs);
        }
    }
    tip(
        link,
        "Spellings and domains of one outlet are one line in the chart",
        "",
    );
}
