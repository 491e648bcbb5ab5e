//! What stands beside the charts: conclusions, sentences side by side, adopted figures, stories.

use std::collections::BTreeSet;

use egui::{Align, Id, Layout, ScrollArea, Ui, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{chip_ui, focus_ring, hairline_ui, label_ui, link_ui, segmented_ui};
use super::super::wish::{self, Beside, Wish};
use super::adopt::AdoptView;
use super::finding::{FindingRow, finding_ui};
use super::ruling;
use super::sides::SidesView;
use super::stories::StoriesView;
use crate::app::{Action, State};
use crate::show::{CopyAct, Finding, Section, words};
use crate::store::{ArticleId, ClaimId, RulingState};

/// Rows of a section that are drawn until more are asked for.
const FIRST_ROWS: usize = 60;

/// What the panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Conclusions,
    Sentences,
    Adopted,
    Stories,
}

const TABS: [(Tab, &str); 4] = [
    (Tab::Conclusions, "Conclusions"),
    (Tab::Sentences, "Sentences"),
    (Tab::Adopted, "Adopted"),
    (Tab::Stories, "Stories"),
];

/// What the panel keeps between frames.
pub(super) struct FindingsView {
    tab: Tab,
    /// Only rows of this state; `None` = all.
    only: Option<RulingState>,
    folded: BTreeSet<Section>,
    /// How many rows of a long section are drawn.
    most: usize,
    /// The row that is open, by its key.
    current: Option<String>,
    /// The articles of which it was last said whether they are copies: their row stays open, whatever it is called by then.
    ruled: Vec<ArticleId>,
    /// True until the open row was brought into sight.
    jump: bool,
    sides: SidesView,
    adopt: AdoptView,
    stories: StoriesView,
}

impl Default for FindingsView {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            only: None,
            folded: [Section::Updates, Section::Same, Section::Copies, Section::Checks].into(),
            most: FIRST_ROWS,
            current: None,
            ruled: Vec::new(),
            jump: false,
            sides: SidesView::default(),
            adopt: AdoptView::default(),
            stories: StoriesView::default(),
        }
    }
}

impl FindingsView {
    /// Draws the panel into all of `ui`.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
        let before = actions.len();
        self.take_wishes(ui, state, models, actions);
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::TOOL_BAR),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add_space(12.0);
                let chosen = TABS.iter().position(|(tab, _)| *tab == self.tab).unwrap_or_default();
                let names = TABS.map(|(_, name)| name);
                if let Some((tab, _)) = segmented_ui(ui, chosen, &names).and_then(|at| TABS.get(at)) {
                    self.tab = *tab;
                }
            },
        );
        hairline_ui(ui);
        let current = self.current(state, models).map(|row| row.key.clone());
        match self.tab {
            Tab::Conclusions => self.conclusions_ui(ui, state, models, actions),
            Tab::Sentences => {
                let finding = models
                    .findings
                    .rows
                    .iter()
                    .find(|row| Some(&row.key) == current.as_ref());
                self.sides.view_ui(ui, (state, models), finding, actions);
            }
            Tab::Adopted => self.adopt.view_ui(ui, state, models, actions),
            Tab::Stories => self.stories.view_ui(ui, state, actions),
        }
        self.keep_ruled(actions.get(before..).unwrap_or_default());
    }

    fn keep_ruled(&mut self, asked: &[Action]) {
        for action in asked {
            if let Action::Copies(act) = action {
                self.ruled = act.articles().to_vec();
                self.folded.remove(&Section::Copies);
            }
        }
    }

    fn take_wishes(&mut self, ui: &Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
        let ctx = ui.ctx();
        let take = |what| wish::take(ctx, Wish::Beside(what));
        for (what, tab) in [
            (Beside::Conclusions, Tab::Conclusions),
            (Beside::Sentences, Tab::Sentences),
            (Beside::Adopted, Tab::Adopted),
            (Beside::Stories, Tab::Stories),
        ] {
            if take(what) {
                self.tab = tab;
            }
        }
        if take(Beside::Copy) {
            self.tab = Tab::Sentences;
            self.sides.copy_all();
        }
        for (what, by) in [(Beside::Next, 1), (Beside::Previous, -1)] {
            if take(what) {
                self.step(state, models, by, actions);
            }
        }
        for (what, act) in [
            (Beside::Copies, CopyAct::One as fn(Vec<ArticleId>) -> CopyAct),
            (Beside::NotCopies, CopyAct::Apart),
        ] {
            if take(what) {
                actions.extend(self.copied(state, models).map(|articles| Action::Copies(act(articles))));
            }
        }
        let Some(row) = self.current(state, models) else { return };
        if take(Beside::Accept) {
            actions.push(ruling::decide(row, Some(true)));
        }
        if take(Beside::Reject) {
            actions.push(ruling::decide(row, Some(false)));
        }
        if take(Beside::Settle) {
            let open = row.ruling.state() == RulingState::Open;
            let next = if open { RulingState::Settled } else { RulingState::Open };
            actions.push(ruling::set_state(row, next));
        }
        if take(Beside::Reason) {
            let field = ruling::reason_field(&row.key);
            self.current = Some(row.key.clone());
            (self.tab, self.jump) = (Tab::Conclusions, true);
            ctx.memory_mut(|memory| memory.request_focus(field));
        }
    }

    /// The articles that may be copies: of the sentences while these are shown, else of the open row.
    fn copied(&self, state: &State, models: &Models) -> Option<Vec<ArticleId>> {
        if self.tab == Tab::Sentences {
            return self.sides.articles();
        }
        let row = self.current(state, models)?;
        if let Some(copied) = &row.copied {
            return Some(copied.articles.clone());
        }
        let records = row.claims.iter().filter_map(|claim| state.store.claim(*claim));
        let articles: BTreeSet<ArticleId> = records.map(|record| record.article).collect();
        (articles.len() > 1).then(|| articles.into_iter().collect())
    }

    /// The open row: the one that was chosen while the selection lies in it, else the first one of the selected claim.
    fn current<'m>(&self, state: &State, models: &'m Models) -> Option<&'m Finding> {
        let rows = &models.findings.rows;
        let selected = state.selection.claim;
        let holds = |row: &&Finding| selected.is_none_or(|claim| row.claims.contains(&claim));
        let chosen = rows.iter().find(|row| Some(&row.key) == self.current.as_ref());
        let ruled = |row: &&Finding| {
            let copied = row.copied.as_ref().map(|copied| &copied.articles);
            let among = |article: &ArticleId| copied.is_some_and(|articles| articles.contains(article));
            !self.ruled.is_empty() && self.ruled.iter().all(among)
        };
        let ruled = || rows.iter().find(|row| ruled(row) && holds(row));
        chosen.filter(holds).or_else(ruled).or_else(|| {
            let claim = selected?;
            let mut shown = self.walk(models);
            shown.find(|row| row.claims.contains(&claim))
        })
    }

    /// The rows that are in sight or a scroll away, in order.
    fn walk<'m>(&self, models: &'m Models) -> impl Iterator<Item = &'m Finding> + use<'m, '_> {
        let rows = models.findings.rows.iter();
        rows.filter(|row| !self.folded.contains(&row.section) && self.shows(row))
    }

    fn shows(&self, row: &Finding) -> bool {
        self.only.is_none_or(|only| row.ruling.state() == only)
    }

    fn step(&mut self, state: &State, models: &Models, by: isize, actions: &mut Vec<Action>) {
        let rows: Vec<&Finding> = self.walk(models).collect();
        let current = self.current(state, models).map(|row| &row.key);
        let at = current.and_then(|key| rows.iter().position(|row| row.key == *key));
        let next = match at {
            Some(at) => at.checked_add_signed(by),
            None if by > 0 => Some(0),
            None => rows.len().checked_sub(1),
        };
        let Some(row) = next.and_then(|next| rows.get(next)) else {
            return;
        };
        let key = row.key.clone();
        actions.extend(row.claim().map(Action::SelectClaim));
        self.ruled.clear();
        // a row beyond those that are drawn
        self.most = self.most.max(next.unwrap_or_default() + FIRST_ROWS);
        self.current = Some(key);
        (self.tab, self.jump) = (Tab::Conclusions, true);
    }

    fn conclusions_ui(&mut self, ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
        self.states_ui(ui, models);
        hairline_ui(ui);
        let rows = &models.findings.rows;
        if rows.is_empty() {
            let (head, why) = why_none(state);
            nothing_ui(ui, head, why);
            return;
        }
        if !rows.iter().any(|row| self.shows(row)) {
            nothing_ui(ui, "No conclusion of this state", "Choose another one above, or all.");
            return;
        }
        let current = self.current(state, models).map(|row| row.key.clone());
        let jump = std::mem::take(&mut self.jump);
        ScrollArea::vertical()
            .id_salt("findings")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                for section in Section::ALL {
                    let of_section: Vec<&Finding> = rows
                        .iter()
                        .filter(|row| row.section == section && self.shows(row))
                        .collect();
                    if of_section.is_empty() {
                        continue;
                    }
                    let folded = self.folded.contains(&section);
                    if section_ui(ui, section, of_section.len(), !folded) && !self.folded.remove(&section) {
                        self.folded.insert(section);
                    }
                    if folded {
                        continue;
                    }
                    for row in of_section.iter().take(self.most) {
                        let open = current.as_ref() == Some(&row.key);
                        let look = FindingRow {
                            state,
                            models,
                            row,
                            open,
                            jump: open && jump,
                        };
                        if finding_ui(ui, &look, actions) {
                            self.ruled.clear();
                            self.current = Some(row.key.clone());
                            actions.extend(next_claim(row, state.selection.claim, open).map(Action::SelectClaim));
                        }
                    }
                    self.more_ui(ui, of_section.len());
                }
            });
    }

    /// Chips for the states, with how many rows each has.
    fn states_ui(&mut self, ui: &mut Ui, models: &Models) {
        let rows = || models.findings.rows.iter();
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 36.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.add_space(10.0);
                if chip_ui(
                    ui,
                    &format!("All {}", words::number(rows().count() as u64)),
                    self.only.is_none(),
                )
                .clicked()
                {
                    self.only = None;
                }
                for state in RulingState::ALL {
                    let count = rows().filter(|row| row.ruling.state() == state).count();
                    let on = self.only == Some(state);
                    let word = format!("{} {}", words::ruling_state(state), words::number(count as u64));
                    if (count > 0 || on || state == RulingState::Open) && chip_ui(ui, &word, on).clicked() {
                        self.only = (!on).then_some(state);
                    }
                }
            },
        );
    }

    fn more_ui(&mut self, ui: &mut Ui, len: usize) {
        if len <= self.most {
            return;
        }
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            let word = format!("Show {} more", words::number((len - self.most).min(FIRST_ROWS) as u64));
            if link_ui(ui, &word).clicked() {
                self.most += FIRST_ROWS;
            }
        });
        ui.add_space(8.0);
    }
}

/// Why there are no conclusions: what is missing, and what to do.
fn why_none(state: &State) -> (&'static str, &'static str) {
    match state.store.num_articles() {
        0 => (
            "No conclusions yet",
            "Add articles: what they say of the same harm is compared here.",
        ),
        _ if !state.filter.is_empty() => (
            "No conclusion passes the filter",
            "Take a part of the filter away to see the others.",
        ),
        1 => (
            "Nothing to compare yet",
            "One article stands alone. Add another that tells of the same events, and figures that differ, copies and \
             falling totals are listed here.",
        ),
        _ => ("No conflicts", "All figures for the same harm and day agree."),
    }
}

/// A click on an open row goes on to its next claim, so that one after the other is seen in the charts.
fn next_claim(row: &Finding, selected: Option<ClaimId>, open: bool) -> Option<ClaimId> {
    let sides: Vec<ClaimId> = row.sides.iter().map(|side| side.claim).collect();
    let at = selected.and_then(|claim| sides.iter().position(|side| *side == claim));
    match at.filter(|_| open) {
        Some(at) => sides.get((at + 1) % sides.len()).copied(),
        None => row.claim(),
    }
}

/// The head of a section; true where it was clicked.
fn section_ui(ui: &mut Ui, section: Section, count: usize, open: bool) -> bool {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), egui::Sense::click());
    let label = format!("{}, {}", section.head(), words::count(count, "row"));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, &label));
    let fill = if response.hovered() { c.hover } else { c.chrome };
    ui.painter().rect_filled(rect, 0, fill);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let y = rect.center().y;
    let icon = if open { icons::NEXT_CLAIM } else { icons::EXPAND };
    let left = egui::Align2::LEFT_CENTER;
    let put = |x: f32, align, words: &str, font, ink| ui.painter().text(egui::pos2(x, y), align, words, font, ink);
    put(rect.left() + 12.0, left, icon, icon_font(12.0), c.muted);
    put(
        rect.left() + 30.0,
        left,
        section.head(),
        Type::SmallStrong.font(),
        c.text,
    );
    let count = words::number(count as u64);
    put(
        rect.right() - 16.0,
        egui::Align2::RIGHT_CENTER,
        &count,
        Type::Small.font(),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// Says that a list is empty, and why.
pub(super) fn nothing_ui(ui: &mut Ui, head: &str, why: &str) {
    let c = &Theme::of(ui).color;
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width() - 32.0);
        label_ui(ui, head, Type::Strong, c.text);
        ui.add(egui::Label::new(Type::Small.text(why, c.muted)).wrap());
    });
    // takes the rest of the room, else a panel would shrink
    let rest = ui.available_size();
    if rest.y.is_finite() {
        ui.allocate_space(rest);
    }
}

/// The identity of a field in the panel.
pub(super) fn field_id(name: &str, key: &str) -> Id {
    Id::unique(("beside", name, key))
}
