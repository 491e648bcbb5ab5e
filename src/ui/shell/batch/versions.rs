//! Shows the versions of a page and which figures differ between two of them; a click on a figure opens its sentence.

use egui::{ScrollArea, Ui};

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{PushButton, entered_by_default, hairline_ui, label_ui, link_ui, pick_ui};
use super::super::path_dialog::Step;
use crate::app::{Action, BesideChange, State};
use crate::show::{Difference, FigureChange, difference, versions, words};
use crate::store::{ArticleId, ArticleRecord, ClaimId};

/// Width of the dialog in points.
const WIDTH: f32 = 900.0;

/// The same where there is nothing to compare.
const ALONE: f32 = 480.0;
/// The open view.
pub(in crate::ui::shell) struct VersionsDialog {
    versions: Vec<ArticleId>,
    /// Which two are compared, by their numbers in the list.
    pair: (usize, usize),
    found: Difference,
}

impl VersionsDialog {
    /// The versions of the open article: it and the one after it, where it is the last the one before.
    pub(in crate::ui::shell) fn new(state: &State) -> Self {
        let open = state.selection.article;
        let versions = open.map(|id| versions(&state.store, id)).unwrap_or_default();
        let at = versions.iter().position(|id| Some(*id) == open).unwrap_or(0);
        let pair = if at + 1 < versions.len() {
            (at, at + 1)
        } else {
            (at.saturating_sub(1), at)
        };
        let mut dialog = Self {
            versions,
            pair,
            found: Difference::default(),
        };
        dialog.compare(state);
        dialog
    }

    fn compare(&mut self, state: &State) {
        if let Some((before, after)) = self.ids() {
            self.found = difference(&state.store, before, after);
        }
    }

    fn ids(&self) -> Option<(ArticleId, ArticleId)> {
        let one = |at: usize| self.versions.get(at).copied();
        one(self.pair.0).zip(one(self.pair.1))
    }

    /// Draws the view.
    pub(in crate::ui::shell) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        let window = ui.ctx().content_rect().size();
        let wide = if self.ids().is_some() { WIDTH } else { ALONE };
        ui.set_width(wide.min(window.x - 80.0));
        label_ui(ui, "Versions of this page", Type::Heading, c.text);
        let Some((before, after)) = self.ids() else {
            let words =
                "No other article of this project has the same address. Versions are known by the address of the page.";
            ui.add(egui::Label::new(Type::Body.text(words, c.muted)).wrap());
            ui.add_space(8.0);
            let close = ui.add(PushButton::new("Close").primary());
            entered_by_default(&close);
            return if close.clicked() { Step::Close } else { Step::Stay };
        };
        let address = state
            .store
            .article(after)
            .and_then(|article| article.reading.article.address.clone());
        label_ui(
            ui,
            words::short(&address.unwrap_or_default(), 100),
            Type::Small,
            c.muted,
        );
        ui.add_space(6.0);
        self.picks_ui(ui, state);
        ui.add_space(8.0);
        let count = self.found.changes.len();
        let verb = if count == 1 { "differs" } else { "differ" };
        let head = format!(
            "{} {verb}, {} the same",
            words::count(count, "figure"),
            words::number(self.found.same as u64)
        );
        label_ui(ui, head, Type::Strong, c.text);
        ui.add_space(4.0);
        let height = (window.y - 320.0).clamp(120.0, 420.0);
        let mut opened = None;
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for change in &self.found.changes {
                    opened = change_ui(ui, state, *change).or(opened);
                    hairline_ui(ui);
                }
            });
        ui.add_space(10.0);
        if let Some(claim) = opened {
            actions.push(Action::OpenInRead(claim));
            return Step::Close;
        }
        buttons_ui(ui, (before, after), actions)
    }

    fn picks_ui(&mut self, ui: &mut Ui, state: &State) {
        let names: Vec<String> = self
            .versions
            .iter()
            .enumerate()
            .map(|(at, id)| name(state, at, *id))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let before = self.pair;
        let width = (ui.available_width() - 44.0) / 2.0;
        ui.horizontal(|ui| {
            let chosen = |at: usize| names.get(at).copied().unwrap_or_default();
            if let Some(at) = pick_ui(ui, ("Earlier version", width), chosen(self.pair.0), &names) {
                self.pair.0 = at;
            }
            label_ui(ui, "to", Type::Body, Theme::of(ui).color.muted);
            if let Some(at) = pick_ui(ui, ("Later version", width), chosen(self.pair.1), &names) {
                self.pair.1 = at;
            }
        });
        if self.pair != before {
            self.compare(state);
        }
    }
}

/// "2. 3 March 2031 · Toll rises · page.html".
fn name(state: &State, at: usize, id: ArticleId) -> String {
    let article = state.store.article(id);
    let facts = |article: &ArticleRecord| {
        let day = article.published().map_or_else(|| "No date".to_owned(), words::day);
        format!(
            "{day} · {} · {}",
            words::short(article.title(), 70),
            words::short(&article.file_name, 30)
        )
    };
    format!(
        "{}. {}",
        at + 1,
        article.map_or_else(String::new, |article| facts(article))
    )
}

/// A figure in both versions with their sentences; the one that was clicked.
fn change_ui(ui: &mut Ui, state: &State, change: FigureChange) -> Option<ClaimId> {
    let c = &Theme::of(ui).color;
    let mut opened = None;
    let figure = |id: ClaimId| {
        let claim = state.store.claim(id);
        claim.map_or_else(String::new, |claim| words::figure(&claim.claim().figure))
    };
    ui.horizontal(|ui| {
        label_ui(ui, words::kind(change.kind), Type::Strong, c.text);
        let what = match (change.before, change.after) {
            (None, _) => "new:",
            (_, None) => "gone:",
            _ => "",
        };
        if !what.is_empty() {
            label_ui(ui, what, Type::Body, c.muted);
        }
        let sides = [(change.before, "before"), (change.after, "after")];
        for (at, (id, side)) in sides.into_iter().filter_map(|(id, side)| Some((id?, side))).enumerate() {
            if at > 0 {
                label_ui(ui, "→", Type::Body, c.muted);
            }
            let link = link_ui(ui, &figure(id));
            let said = format!("{} {side}: {}", words::kind(change.kind), figure(id));
            link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &said));
            if link.clicked() {
                opened = Some(id);
            }
        }
    });
    for id in [change.before, change.after].into_iter().flatten() {
        let Some(claim) = state.store.claim(id) else { continue };
        let text = state.store.article(claim.article).map_or("", |article| article.text());
        let sentence = claim
            .claim()
            .sentence
            .of(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        label_ui(ui, words::short(&sentence, 110), Type::Quote, c.muted);
    }
    opened
}

fn buttons_ui(ui: &mut Ui, (before, after): (ArticleId, ArticleId), actions: &mut Vec<Action>) -> Step {
    let mut step = Step::Stay;
    ui.horizontal(|ui| {
        let help = "The two texts beside one another, the same figure lit in both";
        if ui.add(PushButton::new("Open side by side").help(help)).clicked() {
            actions.push(Action::SelectArticle(before));
            actions.push(Action::Beside(BesideChange::Open(after)));
            step = Step::Close;
        }
        if ui.add(PushButton::new("Close").primary()).clicked() {
            step = Step::Close;
        }
    });
    step
}
