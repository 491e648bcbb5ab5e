//! The library as a rail of outlet letters, in narrow windows.

use egui::{Align2, Color32, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::article::seen;
use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, focus_ring, tip};
use super::library::RAIL_ROW;
use crate::app::{Action, Command, State};
use crate::show::library::{LibraryList, LibraryRow, initials};
use crate::store::ArticleId;

/// Draws the rail into all of `ui`; true where the whole library is asked for.
pub(in crate::ui) fn rail_ui(ui: &mut Ui, state: &State, list: &LibraryList, actions: &mut Vec<Action>) -> bool {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(ui.max_rect(), 0, theme.color.panel);
    let mut open = false;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add_space(6.0);
    ui.vertical_centered(|ui| {
        let keys = keys_of(Command::Library, state);
        open |= ui.add(IconButton::new(icons::LIBRARY, "Library").keys(keys)).clicked();
        let keys = keys_of(Command::FilterHere, state);
        open |= ui
            .add(IconButton::new(icons::FIND, "Filter articles").keys(keys))
            .clicked();
    });
    ui.add_space(6.0);
    let y = ui.cursor().top();
    ui.painter()
        .hline(ui.max_rect().shrink(10.0).x_range(), y, theme.hairline());
    ui.add_space(4.0);
    ScrollArea::vertical()
        .id_salt("rail")
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
        .auto_shrink([false, false])
        .show_rows(ui, RAIL_ROW, list.articles().count(), |ui, range| {
            let articles = list.rows.iter().filter_map(|row| match row {
                LibraryRow::Article { id, open, .. } => Some((*id, *open)),
                LibraryRow::Head(_) => None,
            });
            for (id, unreviewed) in articles.skip(range.start).take(range.len()) {
                row_ui(ui, theme, state, (id, unreviewed), actions);
            }
        });
    open
}

fn row_ui(ui: &mut Ui, theme: &Theme, state: &State, (id, open): (ArticleId, usize), actions: &mut Vec<Action>) {
    let Some(article) = state.store.article(id) else { return };
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), RAIL_ROW), Sense::click());
    let current = state.selection.article == Some(id);
    response
        .widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, format!("Article: {}", article.title())));
    let cell = Rect::from_center_size(rect.center(), vec2(34.0, 28.0));
    let fill = match (current, response.hovered()) {
        (true, _) => c.row_selected,
        (_, true) => c.row_hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(cell, size::ROUND, fill);
    let letters = initials(article.publisher().unwrap_or_else(|| article.title()));
    let (style, ink) = match (current, open > 0) {
        (true, _) => (Type::Strong, c.accent),
        (_, true) => (Type::Body, c.text),
        _ => (Type::Body, c.faint),
    };
    ui.painter()
        .text(cell.center(), Align2::CENTER_CENTER, letters, style.font(), ink);
    if open > 0 {
        ui.painter()
            .circle_filled(pos2(cell.right() - 4.0, cell.top() + 5.0), 3.0, c.accent);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, cell.shrink(2.0), size::ROUND);
    }
    if response.clicked() {
        actions.push(Action::SelectArticle(id));
    }
    tip(response, &seen(article.title()), "");
}
