//! The library: articles under heads, filtered, sorted, checked with Ctrl and Shift.

use std::collections::BTreeMap;

use egui::{Align, Button, Color32, Frame, Id, Layout, Margin, Popup, Rect, Response, ScrollArea, Ui, pos2, vec2};

use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, chip_ui, label_ui, link_ui, search_field_ui, tip};
use super::super::wish::{self, Wish};
use super::library_row::{Counts, article_row_ui, head_row_ui, title_galley};
use crate::app::{Action, CheckState, Command, State};
use crate::show::library::{LibraryList, LibraryRow};
use crate::show::{LibrarySort, words};
use crate::store::{ArticleId, ArticleRecord, OrphanCounts};

/// Height of a head.
const HEAD: f32 = 28.0;

/// What the library keeps between frames.
#[derive(Default)]
pub(in crate::ui) struct Library {
    list: LibraryList,
    /// What the list was made for.
    made_for: Option<(u64, String, (bool, bool), LibrarySort)>,
    orphans: OrphanCounts,
    /// Upper edges of the rows and the lower edge of the last, for a width.
    edges: (f32, Vec<f32>),
    /// Heights of titles at the width of `edges`, for the words that they were measured with.
    heights: BTreeMap<ArticleId, (String, f32)>,
    /// The row from which Shift extends.
    anchor: Option<ArticleId>,
    /// The article that was in sight when it was selected.
    seen: Option<ArticleId>,
}

impl Library {
    /// The list as it is now.
    pub(in crate::ui) fn list(&mut self, state: &State) -> &LibraryList {
        let look = &state.library;
        let key = (
            state.store.generation(),
            look.text.clone(),
            (look.to_review_only, look.orphaned_only),
            look.sort,
        );
        if self.made_for.as_ref() != Some(&key) {
            let orphans = self.orphans.of(&state.store);
            self.list = LibraryList::with_orphans(&state.store, look, orphans);
            self.edges.1.clear();
            self.made_for = Some(key);
        }
        &self.list
    }

    /// Draws the library into all of `ui`.
    pub(in crate::ui) fn library_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.panel);
        self.list(state);
        Frame::new()
            .inner_margin(Margin {
                left: 12,
                right: 12,
                top: 8,
                bottom: 8,
            })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                self.head_ui(ui, state, actions);
            });
        let line = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), line, theme.hairline());
        if state.selection.articles.len() > 1 {
            many_ui(ui, theme, state, actions);
        }
        self.rows_ui(ui, state, actions);
    }

    fn head_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.horizontal(|ui| {
            label_ui(ui, "Articles", Type::Strong, theme.color.text);
            label_ui(ui, words::number(self.list.all as u64), Type::Small, theme.color.muted);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let keys = keys_of(Command::AddFiles, state);
                if ui
                    .add(IconButton::new(icons::ADD_FILES, "Add files").keys(keys))
                    .clicked()
                {
                    wish::make(ui.ctx(), Wish::AddFiles);
                }
                let sort = ui.add(IconButton::new(icons::SORT, "Sort articles"));
                sort_menu(&sort, state, actions);
                let keys = keys_of(Command::ArticleTable, state);
                let table = IconButton::new(icons::REVIEW_VIEW, "Table of articles")
                    .keys(keys)
                    .on(state.library.table_open);
                if ui.add(table).clicked() {
                    actions.push(Action::ShowArticleTable(!state.library.table_open));
                }
            });
        });
        let mut text = state.library.text.clone();
        let id = Id::unique("library filter");
        let width = ui.available_width();
        let response = search_field_ui(
            ui,
            id,
            &mut text,
            ("Filter articles", "Filter by words, outlet, date"),
            width,
        );
        if response.changed() {
            actions.push(Action::FilterLibrary(text));
        }
        wish::area(ui.ctx(), id);
        if wish::take(ui.ctx(), Wish::FocusFilter) {
            response.request_focus();
        }
        ui.horizontal(|ui| {
            let (only, orphaned) = (state.library.to_review_only, state.library.orphaned_only);
            if chip_ui(ui, &format!("To review {}", self.list.to_review), only).clicked() {
                actions.push(Action::ToReviewOnly(true));
            }
            let lost = self.list.orphans.len();
            if lost > 0 || orphaned {
                let chip = chip_ui(ui, &format!("Orphaned {lost}"), orphaned);
                let help = "Articles in which a mark lost its place, because the text was corrected or read again";
                if tip(chip, help, "").clicked() {
                    actions.push(Action::OrphanedOnly(!orphaned));
                }
            }
            if chip_ui(ui, &format!("All {}", self.list.all), !only && !orphaned).clicked() {
                actions.push(Action::ToReviewOnly(false));
            }
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        if self.list.rows.is_empty() {
            empty_ui(ui, theme, state, actions);
            return;
        }
        let width = ui.available_width();
        self.measure(ui, state, width);
        let selected = state.selection.article;
        let jump = (selected != self.seen).then(|| self.row_of(selected)).flatten();
        let total = self.edges.1.last().copied().unwrap_or_default();
        let scroll = ScrollArea::vertical()
            .id_salt("library rows")
            .auto_shrink([false, false]);
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(total + 12.0);
            let corner = ui.min_rect().min;
            let edge = |at: usize| self.edges.1.get(at).copied().unwrap_or_default();
            let first = self.edges.1.partition_point(|y| *y < viewport.top()).saturating_sub(1);
            let mut clicked = None;
            for at in first..self.list.rows.len() {
                if edge(at) > viewport.bottom() {
                    break;
                }
                let rect = Rect::from_min_max(
                    pos2(corner.x, corner.y + edge(at)),
                    pos2(corner.x + width, corner.y + edge(at + 1)),
                );
                match self.list.rows.get(at) {
                    Some(LibraryRow::Head(words)) => head_row_ui(ui, theme, rect, words),
                    Some(LibraryRow::Article { id, open, all }) => {
                        let orphans = self.list.orphans.get(id).copied().unwrap_or_default();
                        let counts = Counts {
                            open: *open,
                            all: *all,
                            orphans,
                        };
                        let hit = article_row_ui(ui, state, (*id, counts), rect, actions);
                        if hit {
                            clicked = Some(*id);
                        }
                    }
                    None => {}
                }
            }
            if let Some(at) = jump {
                let rect = Rect::from_min_max(
                    pos2(corner.x, corner.y + edge(at) - HEAD),
                    pos2(corner.x + width, corner.y + edge(at + 1)),
                );
                ui.scroll_to_rect(rect, None);
                self.seen = selected;
            }
            if let Some(id) = clicked {
                self.seen = Some(id);
                self.click(ui, id, state, actions);
            }
        });
    }

    fn row_of(&self, id: Option<ArticleId>) -> Option<usize> {
        let is = |row: &LibraryRow| matches!(row, LibraryRow::Article { id: other, .. } if Some(*other) == id);
        self.list.rows.iter().position(is)
    }

    /// A click opens; Ctrl checks one more; Shift checks all from the last one on.
    fn click(&mut self, ui: &Ui, id: ArticleId, state: &State, actions: &mut Vec<Action>) {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift {
            let from = self.anchor.or(state.selection.article).unwrap_or(id);
            let order: Vec<ArticleId> = self.list.articles().collect();
            let at = |wanted: ArticleId| order.iter().position(|other| *other == wanted).unwrap_or_default();
            let (a, b) = (at(from).min(at(id)), at(from).max(at(id)));
            let ids = order.get(a..=b).unwrap_or_default().to_vec();
            actions.push(Action::CheckArticles(ids, CheckState::Only));
        } else if modifiers.command {
            let on = state.selection.articles.contains(&id);
            let mut ids = vec![id];
            // The first Ctrl-click takes the open article along.
            ids.extend(state.selection.article.filter(|_| state.selection.articles.is_empty()));
            let how = if on { CheckState::Off } else { CheckState::On };
            actions.push(Action::CheckArticles(if on { vec![id] } else { ids }, how));
            self.anchor = Some(id);
        } else {
            self.anchor = Some(id);
            if !state.selection.articles.is_empty() {
                actions.push(Action::CheckArticles(Vec::new(), CheckState::Only));
            }
            if state.library.table_open {
                actions.push(Action::ShowArticleTable(false));
            }
            actions.push(Action::SelectArticle(id));
        }
    }

    /// Measures all rows once for a list and a width.
    fn measure(&mut self, ui: &Ui, state: &State, width: f32) {
        if !self.edges.1.is_empty() && (self.edges.0 - width).abs() < 0.5 {
            return;
        }
        if (self.edges.0 - width).abs() >= 0.5 {
            self.heights.clear();
        }
        let mut edges = vec![0.0];
        let mut y = 0.0;
        for row in &self.list.rows {
            y += match row {
                LibraryRow::Head(_) => HEAD,
                LibraryRow::Article { id, .. } => match state.store.article(*id) {
                    Some(article) => title_height(ui, &mut self.heights, article, width) + 33.0,
                    None => 0.0,
                },
            };
            edges.push(y);
        }
        self.edges = (width, edges);
    }
}

/// The height of an article's title, measured once for its words.
fn title_height(ui: &Ui, heights: &mut BTreeMap<ArticleId, (String, f32)>, article: &ArticleRecord, width: f32) -> f32 {
    match heights.get(&article.id) {
        Some((words, height)) if words == article.title() => *height,
        _ => {
            let height = title_galley(ui, article, width, Color32::PLACEHOLDER).size().y;
            heights.insert(article.id, (article.title().to_owned(), height));
            height
        }
    }
}

fn sort_menu(button: &Response, state: &State, actions: &mut Vec<Action>) {
    Popup::menu(button).width(200.0).show(|ui| {
        for (sort, word) in [
            (LibrarySort::Published, "By day"),
            (LibrarySort::Publisher, "By publisher"),
            (LibrarySort::Title, "By title"),
            (LibrarySort::Added, "As added"),
        ] {
            if ui.add(Button::selectable(state.library.sort == sort, word)).clicked() {
                actions.push(Action::SortLibrary(sort));
                ui.close();
            }
        }
    });
}

/// What can be done with many checked articles.
fn many_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let count = state.selection.articles.len();
    Frame::new()
        .fill(theme.color.accent_soft)
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            ui.horizontal(|ui| {
                label_ui(ui, format!("{count} articles"), Type::Strong, theme.color.text);
                if link_ui(ui, "Check none").clicked() {
                    actions.push(Action::CheckArticles(Vec::new(), CheckState::Only));
                }
            });
            ui.horizontal(|ui| {
                if ui
                    .add(PushButton::new("Describe...").help("Set publisher, date, author"))
                    .clicked()
                {
                    wish::make(ui.ctx(), Wish::Describe);
                }
                if ui.add(PushButton::new("Remove").danger()).clicked() {
                    actions.push(Action::RemoveArticles(
                        state.selection.articles.iter().copied().collect(),
                    ));
                }
            });
        });
}

fn empty_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        let done = state.library.text.is_empty() && state.library.to_review_only;
        let words = if done {
            "All claims are reviewed."
        } else if state.library.text.is_empty() && state.library.orphaned_only {
            "Every mark has its place."
        } else {
            "No article passes the filter."
        };
        label_ui(ui, words, Type::Body, theme.color.muted);
        ui.add_space(6.0);
        if link_ui(ui, "Show all articles").clicked() {
            actions.push(Action::FilterLibrary(String::new()));
            actions.push(Action::ToReviewOnly(false));
        }
    });
}

/// Height that the library's tool buttons need, for the rail.
pub(in crate::ui) const RAIL_ROW: f32 = size::CONTROL + 5.0;
