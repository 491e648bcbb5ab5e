//! The table of articles: name, title, publisher, date and its basis, number of claims; sorted by a click on a head,
//! changed in place.

use egui::{Align2, Color32, Id, Key, Label, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::article::basis_words;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{IconButton, at_ui, checkbox_ui, focus_ring, label_ui, text_field_ui};
use crate::app::{Action, CheckState, State};
use crate::show::library::{LibraryList, counts};
use crate::show::{input, words};
use crate::store::{ArticleId, ArticleRecord, Told};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Column {
    Name,
    Title,
    Publisher,
    Published,
    Basis,
    Claims,
}

const COLUMNS: [(Column, &str, f32); 6] = [
    (Column::Name, "File", 0.18),
    (Column::Title, "Title", 0.34),
    (Column::Publisher, "Publisher", 0.18),
    (Column::Published, "Published", 0.14),
    (Column::Basis, "Basis", 0.1),
    (Column::Claims, "Claims", 0.06),
];

/// What the table keeps between frames.
#[derive(Default)]
pub(in crate::ui) struct ArticleTable {
    sort: Option<(Column, bool)>,
    /// The cell that is typed in, its words, and whether it has had the focus.
    edit: Option<(ArticleId, Column, String, bool)>,
}

impl ArticleTable {
    /// Draws the table of the listed articles into all of `ui`.
    pub(in crate::ui) fn table_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        list: &LibraryList,
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
        let bar = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), size::TOOL_BAR));
        at_ui(ui, bar.shrink2(vec2(16.0, 8.0)), |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                label_ui(ui, "Table of articles", Type::Strong, theme.color.text);
                label_ui(ui, "Click a value to change it.", Type::Small, theme.color.muted);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if ui.add(IconButton::new(icons::CLOSE, "Close the table")).clicked() {
                        actions.push(Action::ShowArticleTable(false));
                    }
                });
            });
        });
        ui.advance_cursor_after_rect(bar);
        let widths = widths(ui.available_width() - 16.0);
        self.heads_ui(ui, theme, &widths);
        let order = self.order(state, list);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("article table")
            .auto_shrink([false, false])
            .show_rows(ui, size::TABLE_ROW, order.len(), |ui, range| {
                for id in order.get(range).unwrap_or_default() {
                    if let Some(article) = state.store.article(*id) {
                        self.row_ui(ui, state, (article, &widths), actions);
                    }
                }
            });
    }

    fn order(&self, state: &State, list: &LibraryList) -> Vec<ArticleId> {
        let mut ids: Vec<ArticleId> = list.articles().collect();
        let Some((column, descending)) = self.sort else {
            return ids;
        };
        ids.sort_by_cached_key(|id| {
            let article = state.store.article(*id);
            let number = if column == Column::Claims {
                counts(&state.store, *id).1
            } else {
                0
            };
            let day = article
                .and_then(|article| article.published())
                .filter(|_| column == Column::Published);
            let words = article.map(|article| cell(state, article, column).to_lowercase());
            (
                number,
                day,
                words.filter(|_| !matches!(column, Column::Claims | Column::Published)),
            )
        });
        if descending {
            ids.reverse();
        }
        ids
    }

    fn heads_ui(&mut self, ui: &mut Ui, theme: &Theme, widths: &[f32]) {
        let c = &theme.color;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::TABLE_ROW), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.bottom(), theme.hairline());
        let mut x = rect.left() + CHECK_WIDTH;
        for ((column, name, _), width) in COLUMNS.into_iter().zip(widths) {
            let head = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, rect.height()));
            x += width;
            let response = ui.interact(head, ui.scope_id().with(("head", column)), Sense::click());
            response
                .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Sort by {}", name.to_lowercase())));
            let sorted = self.sort.filter(|(by, _)| *by == column);
            let ink = if sorted.is_some() || response.hovered() {
                c.text
            } else {
                c.muted
            };
            let at = pos2(head.left() + 6.0, head.center().y);
            let shown = ui
                .painter()
                .text(at, Align2::LEFT_CENTER, name, Type::Small.font(), ink);
            if let Some((_, descending)) = sorted {
                let caret = if descending {
                    icons::NEXT_CLAIM
                } else {
                    icons::PREVIOUS_CLAIM
                };
                let at = pos2(shown.right() + 6.0, head.center().y);
                ui.painter().text(at, Align2::LEFT_CENTER, caret, icon_font(11.0), ink);
            }
            if response.has_focus() {
                focus_ring(ui.painter(), theme, head.shrink(4.0), 3);
            }
            if response.clicked() {
                self.sort = Some((column, sorted.is_some_and(|(_, descending)| !descending)));
            }
        }
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (article, widths): (&ArticleRecord, &[f32]),
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        let (rect, row) = ui.allocate_exact_size(vec2(ui.available_width(), size::TABLE_ROW), Sense::hover());
        let checked = state.selection.articles.contains(&article.id);
        let fill = match (checked, state.selection.article == Some(article.id), row.hovered()) {
            (true, ..) => theme.color.accent_soft,
            (_, true, _) => theme.color.row_selected,
            (.., true) => theme.color.row_hover,
            _ => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 0, fill);
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, theme.color.grid));
        let check = Rect::from_center_size(pos2(rect.left() + CHECK_WIDTH / 2.0, rect.center().y), vec2(16.0, 16.0));
        at_ui(ui, check, |ui| {
            if checkbox_ui(ui, checked, &format!("Check {}", article.file_name)).clicked() {
                let how = if checked { CheckState::Off } else { CheckState::On };
                actions.push(Action::CheckArticles(vec![article.id], how));
            }
        });
        let mut x = rect.left() + CHECK_WIDTH;
        for ((column, name, _), width) in COLUMNS.into_iter().zip(widths) {
            let place = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, rect.height()));
            x += width;
            self.cell_ui(ui, state, (article, column, name, place), actions);
        }
    }

    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (article, column, name, place): (&ArticleRecord, Column, &str, Rect),
        actions: &mut Vec<Action>,
    ) {
        let editing = self
            .edit
            .as_ref()
            .is_some_and(|(id, at, ..)| (*id, *at) == (article.id, column));
        if editing {
            self.edit_ui(ui, (article, name), place, actions);
            return;
        }
        let theme = Theme::of(ui);
        let words = cell(state, article, column);
        let can_edit = matches!(column, Column::Title | Column::Publisher | Column::Published);
        let response = ui.interact(place, ui.scope_id().with(("cell", article.id, column)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, format!("{name} of {}: {words}", article.file_name))
        });
        if can_edit && response.hovered() {
            ui.painter()
                .rect_filled(place.shrink2(vec2(1.0, 2.0)), size::ROUND, theme.color.hover);
        }
        let missing = words.is_empty();
        let ink = match (missing, column) {
            (true, _) => theme.color.faint,
            (_, Column::Basis | Column::Name) => theme.color.muted,
            _ => theme.color.text,
        };
        let style = if column == Column::Claims {
            Type::Strong
        } else {
            Type::Body
        };
        let shown = if missing { words::NOT_STATED } else { &words };
        at_ui(ui, place.shrink2(vec2(6.0, 5.0)), |ui| {
            ui.add(Label::new(style.text(shown, ink)).truncate().selectable(false));
        });
        if response.has_focus() {
            focus_ring(ui.painter(), theme, place.shrink(4.0), 3);
        }
        if !response.clicked() {
            return;
        }
        if can_edit {
            self.edit = Some((article.id, column, words, false));
        } else {
            actions.push(Action::SelectArticle(article.id));
            actions.push(Action::ShowArticleTable(false));
        }
    }

    fn edit_ui(
        &mut self,
        ui: &mut Ui,
        (article, name): (&ArticleRecord, &str),
        place: Rect,
        actions: &mut Vec<Action>,
    ) {
        let Some((id, column, text, had_focus)) = &mut self.edit else {
            return;
        };
        let escaped = ui
            .ctx()
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let wrong = *column == Column::Published && !text.trim().is_empty() && input::day(text).is_none();
        let response = at_ui(ui, place.shrink2(vec2(1.0, 1.0)), |ui| {
            text_field_ui(ui, Id::unique("article cell"), text, (name, words::NOT_STATED), wrong)
        });
        if !*had_focus {
            *had_focus = true;
            response.request_focus();
            return;
        }
        if !response.lost_focus() && !escaped {
            return;
        }
        if !wrong && !escaped {
            actions.extend(change(article, (*id, *column), text));
        }
        self.edit = None;
    }
}

/// Width of the column of checkboxes.
const CHECK_WIDTH: f32 = 40.0;

fn widths(all: f32) -> Vec<f32> {
    COLUMNS.iter().map(|(.., share)| (all - CHECK_WIDTH) * share).collect()
}

fn cell(state: &State, article: &ArticleRecord, column: Column) -> String {
    match column {
        Column::Name => article.file_name.clone(),
        Column::Title => article.title().to_owned(),
        Column::Publisher => article.publisher().unwrap_or_default().to_owned(),
        Column::Published => article.published().map(words::day).unwrap_or_default(),
        Column::Basis => basis_words(&article.reading, article.told.published.is_some()).to_owned(),
        Column::Claims => counts(&state.store, article.id).1.to_string(),
    }
}

/// What a typed cell asks for; nothing where it stayed as it was.
fn change(article: &ArticleRecord, (id, column): (ArticleId, Column), typed: &str) -> Option<Action> {
    let typed = typed.trim().to_owned();
    let mut told = Told::default();
    match column {
        Column::Title if typed != article.title() => told.title = Some(typed),
        Column::Publisher if typed != article.publisher().unwrap_or_default() => told.publisher = Some(typed),
        Column::Published => {
            let day = input::day(&typed);
            return (day != article.published()).then(|| Action::TellPublished(vec![id], day));
        }
        _ => return None,
    }
    Some(Action::Tell(vec![id], told))
}
