//! A row of the library: a day or an outlet, or an article with its state and its menu.

use egui::{Align2, Button, Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use super::super::article::seen;
use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{focus_ring, paint_tags, tip};
use super::super::wish::{self, Wish};
use crate::app::{Action, BesideChange, CheckState, State};
use crate::base::Note;
use crate::show::words;
use crate::store::{ArticleId, ArticleRecord};

/// An article's title as the library sets it: two lines at most.
pub(super) fn title_galley(ui: &Ui, article: &ArticleRecord, width: f32, ink: Color32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::default();
    let title = words::short(article.title(), 160);
    // put in order a title has to stay on one line
    let one_line = matches!(seen(&title), std::borrow::Cow::Owned(_));
    let title = if one_line { words::short(&title, 30) } else { title };
    job.append(&seen(&title), 0.0, Type::Strong.format(ink));
    for section in &mut job.sections {
        section.format.line_height = Some(18.0);
    }
    job.wrap.max_width = width - 68.0;
    job.wrap.max_rows = if one_line { 1 } else { 2 };
    ui.painter().layout_job(job)
}

/// Draws a head.
pub(super) fn head_row_ui(ui: &Ui, theme: &Theme, rect: Rect, words: &str) {
    let at = pos2(rect.left() + 14.0, rect.bottom() - 4.0);
    ui.painter()
        .text(at, Align2::LEFT_BOTTOM, words, Type::Small.font(), theme.color.muted);
}

/// What a row tells of its article's marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts {
    /// Unreviewed claims.
    pub(super) open: usize,
    /// All claims.
    pub(super) all: usize,
    /// Marks that lost their place in the text.
    pub(super) orphans: usize,
}

/// Draws a row; true where it was clicked.
pub(super) fn article_row_ui(
    ui: &mut Ui,
    state: &State,
    (id, counts): (ArticleId, Counts),
    rect: Rect,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(article) = state.store.article(id) else {
        return false;
    };
    let theme = Theme::of(ui);
    let c = &theme.color;
    let current = state.selection.article == Some(id);
    let checked = state.selection.articles.contains(&id);
    let response = ui.interact(rect, ui.scope_id().with(("article", id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, name(article, counts.orphans)));
    let fill = match (checked, current, response.hovered()) {
        (true, ..) => c.accent_soft,
        (_, true, _) => c.row_selected,
        (.., true) => c.row_hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0, fill);
    if current {
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0, c.accent);
    }
    let done = counts.all > 0 && counts.open == 0;
    let ink = if done && !current { c.muted } else { c.text };
    let title = title_galley(ui, article, rect.width(), ink);
    let below = rect.top() + 7.0 + title.size().y;
    ui.painter()
        .galley(pos2(rect.left() + 14.0, rect.top() + 7.0), title, ink);
    let publisher = article.publisher().unwrap_or(&article.file_name);
    // a text that is not extracted says so
    let publisher = match other_language(article) {
        Some(language) => format!("{} · {language}", words::short(publisher, 24)),
        None => publisher.to_owned(),
    };
    let at = pos2(rect.left() + 14.0, below);
    let publisher = ui.painter().text(
        at,
        Align2::LEFT_TOP,
        seen(&words::short(&publisher, 34)),
        Type::Small.font(),
        c.muted,
    );
    if !article.tags.is_empty() {
        let badge = if counts.orphans > 0 { 30.0 } else { 0.0 };
        let right = pos2(rect.right() - 12.0 - badge, publisher.bottom());
        let cell = Rect::from_min_max(pos2(publisher.right() + 8.0, publisher.top()), right);
        paint_tags(ui.painter(), theme, cell, (&state.store, &article.tags));
    }
    paint_state(ui, theme, pos2(rect.right() - 14.0, rect.top() + 16.0), counts);
    let response = orphans_ui(
        ui,
        theme,
        pos2(rect.right() - 14.0, publisher.center().y),
        (response, counts.orphans),
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), 3);
    }
    let clicked = response.clicked();
    row_menu(&response, id, state, actions);
    clicked
}

/// "Article: Toll rises, 2 orphaned marks".
fn name(article: &ArticleRecord, orphans: usize) -> String {
    let title = article.title();
    match orphans {
        0 => format!("Article: {title}"),
        some => format!("Article: {title}, {}", words::count(some, "orphaned mark")),
    }
}

/// A sign with the number of marks that lost their place, told by the row's tip.
fn orphans_ui(ui: &Ui, theme: &Theme, right: egui::Pos2, (response, orphans): (Response, usize)) -> Response {
    if orphans == 0 {
        return response;
    }
    let ink = theme.color.warn;
    let number = ui
        .painter()
        .text(right, Align2::RIGHT_CENTER, orphans, Type::SmallStrong.font(), ink);
    let at = pos2(number.left() - 3.0, right.y);
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, icons::WARNING, icon_font(13.0), ink);
    let (lost, them) = if orphans == 1 { ("has", "it") } else { ("have", "them") };
    let words = format!(
        "{} of yours {lost} no place in the text any more; open the article to put {them} back",
        words::count(orphans, "mark")
    );
    tip(response, &words, "")
}

/// The language of a text that is not English.
fn other_language(article: &ArticleRecord) -> Option<&str> {
    article.reading.notes.iter().find_map(|note| match note {
        Note::OtherLanguage(name) => Some(name.as_str()),
        _ => None,
    })
}

/// A dot with the number of unreviewed claims, or a check where all are decided.
fn paint_state(ui: &Ui, theme: &Theme, right: egui::Pos2, Counts { open, all, .. }: Counts) {
    let c = &theme.color;
    if open > 0 {
        let shown = ui
            .painter()
            .text(right, Align2::RIGHT_CENTER, open, Type::Strong.font(), c.accent);
        ui.painter()
            .circle_filled(pos2(shown.left() - 8.0, right.y), 3.5, c.accent);
    } else if all > 0 {
        ui.painter()
            .text(right, Align2::RIGHT_CENTER, icons::ACCEPT, icon_font(15.0), c.muted);
    }
}

fn row_menu(response: &Response, id: ArticleId, state: &State, actions: &mut Vec<Action>) {
    let many = state.selection.articles.contains(&id) && state.selection.articles.len() > 1;
    let is_table = state.store.article(id).is_some_and(|article| article.is_table());
    let article = state.store.article(id);
    let article_has_address = article.is_some_and(|article| article.reading.article.address.is_some());
    response.context_menu(|ui| {
        ui.set_min_width(230.0);
        let mut item = |ui: &mut Ui, word: &str, action: Option<Action>| {
            let clicked = ui.add(Button::new(word)).clicked();
            if clicked {
                actions.extend(action);
                ui.close();
            }
            clicked
        };
        if !many {
            item(ui, "Open beside", Some(Action::Beside(BesideChange::Open(id))));
            item(ui, "Open original", Some(Action::OpenOriginal(id)));
            item(ui, "Read the file again", Some(Action::Reload(id)));
            if article_has_address {
                let open = Some(Action::SelectArticle(id));
                if item(ui, "Versions...", open) {
                    wish::make(ui.ctx(), Wish::Versions);
                }
            }
            if is_table {
                item(ui, "What the columns mean...", Some(Action::MapTable(id)));
            }
        }
        let describe = if many {
            None
        } else {
            Some(Action::CheckArticles(vec![id], CheckState::Only))
        };
        if item(ui, "Publisher, date, author...", describe) {
            wish::make(ui.ctx(), Wish::Describe);
        }
        let ids = if many {
            state.selection.articles.iter().copied().collect()
        } else {
            vec![id]
        };
        let word = if many {
            format!("Remove {} articles", ids.len())
        } else {
            "Remove article".to_owned()
        };
        item(ui, &word, Some(Action::RemoveArticles(ids)));
    });
}
