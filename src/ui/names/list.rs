//! The list of names: heads that sort, rows drawn only where they are in sight.

use egui::{Align2, CursorIcon, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, focus_ring, label_ui, tip};
use super::{name_menu_ui, row_ground, rows_ui, sort_ink, sort_look};
use crate::app::{Action, NamesChange, State};
use crate::show::{NameRow, NamesOrder, words};

/// Height of the heads.
const HEAD: f32 = 30.0;
/// Width of a column of counts.
const COUNT: f32 = 74.0;

/// What the list keeps between frames.
#[derive(Default)]
pub(super) struct ListView {
    /// The name that was scrolled to.
    shown: Option<String>,
}

impl ListView {
    /// Draws heads and rows into all of `ui`.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, state: &State, rows: &[usize], actions: &mut Vec<Action>) {
        let all = ui.available_rect_before_wrap();
        let head = Rect::from_min_size(all.min, vec2(all.width(), HEAD));
        let body = Rect::from_min_max(pos2(all.left(), head.bottom()), all.max);
        heads_ui(ui, state, head, actions);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
        if rows.is_empty() {
            nothing_ui(&mut inside, state, actions);
            return;
        }
        inside.spacing_mut().item_spacing.y = 0.0;
        let open = state.names_look.open.as_ref().and_then(|name| state.names.find(name));
        let to = self.jump(state, rows, open);
        ScrollArea::vertical()
            .id_salt("names")
            .auto_shrink([false, false])
            .show(&mut inside, |ui| {
                let top = ui.cursor().top();
                if let Some(nth) = to {
                    let at = top + size::TABLE_ROW * nth as f32;
                    let row = Rect::from_min_size(pos2(all.left(), at), vec2(10.0, size::TABLE_ROW));
                    ui.scroll_to_rect(row, None);
                }
                rows_ui(ui, rows.len(), size::TABLE_ROW, |ui, rect, nth| {
                    if let Some(row) = rows.get(nth).and_then(|at| state.names.rows.get(*at)) {
                        row_ui(ui, state, (row, rect, open == rows.get(nth).copied()), actions);
                    }
                });
            });
    }

    /// The row to scroll to: the open one, once after it was opened.
    fn jump(&mut self, state: &State, rows: &[usize], open: Option<usize>) -> Option<usize> {
        let name = open.and_then(|open| state.names.rows.get(open)).map(|row| &row.name);
        if self.shown.as_ref() == name {
            return None;
        }
        self.shown = name.cloned();
        rows.iter().position(|row| Some(*row) == open)
    }
}

/// The columns of counts: order, head, how much.
const COLUMNS: [(NamesOrder, &str, &str); 3] = [
    (NamesOrder::Mentions, "Mentions", "Most mentions first"),
    (NamesOrder::Articles, "Articles", "Named in most articles first"),
    (NamesOrder::Figures, "Figures", "Vouches for most figures first"),
];

fn column(rect: Rect, nth: usize) -> f32 {
    rect.right() - 14.0 - COUNT * (2 - nth) as f32
}

fn heads_ui(ui: &mut Ui, state: &State, head: Rect, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, theme.hairline());
    let left = Rect::from_min_max(
        pos2(head.left() + 36.0, head.top()),
        pos2(head.left() + 110.0, head.bottom()),
    );
    let mut heads = vec![(
        NamesOrder::Name,
        "Name",
        "In the order of the alphabet",
        left,
        Align2::LEFT_CENTER,
    )];
    for (nth, (order, word, help)) in COLUMNS.into_iter().enumerate() {
        let right = column(head, nth);
        let rect = Rect::from_min_max(pos2(right - COUNT + 8.0, head.top()), pos2(right + 6.0, head.bottom()));
        heads.push((order, word, help, rect, Align2::RIGHT_CENTER));
    }
    for (order, word, help, rect, align) in heads {
        let on = state.names_look.order == order;
        let response = ui.interact(rect, egui::Id::unique(("names head", word)), Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, true, on, format!("Sort by {}", word.to_lowercase())));
        let (style, ink) = if on {
            (Type::SmallStrong, theme.color.text)
        } else {
            (Type::Small, theme.color.muted)
        };
        let x = if align == Align2::LEFT_CENTER {
            rect.left()
        } else {
            rect.right() - 6.0
        };
        ui.painter()
            .text(pos2(x, rect.center().y), align, word, style.font(), ink);
        if response.has_focus() {
            focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
        }
        if response.clicked() {
            actions.push(Action::Names(NamesChange::Order(order)));
        }
        tip(response.on_hover_cursor(CursorIcon::PointingHand), help, "");
    }
}

fn row_ui(ui: &mut Ui, state: &State, (row, rect, on): (&NameRow, Rect, bool), actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let id = ui.scope_id().with(("name row", &row.name_ref));
    let response = ui.interact(rect, id, Sense::click());
    let (icon, sort) = sort_look(row.sort);
    let label = format!(
        "{}, {}, {}",
        row.name,
        sort.to_lowercase(),
        words::count(row.mentions.len(), "mention")
    );
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, on, &label));
    row_ground(ui, theme, &response, on);
    let y = rect.center().y;
    let ink = sort_ink(theme, row.sort);
    ui.painter().text(
        pos2(rect.left() + 12.0, y),
        Align2::LEFT_CENTER,
        icon,
        icon_font(size::ICON),
        ink,
    );
    let right = column(rect, 0) - COUNT + 20.0;
    let room = ((right - rect.left() - 42.0) / 7.0).max(8.0) as usize;
    let style = if on { Type::Strong } else { Type::Body };
    let shown = ui.painter().text(
        pos2(rect.left() + 36.0, y),
        Align2::LEFT_CENTER,
        words::short(&row.name, room),
        style.font(),
        c.text,
    );
    if row.told {
        let at = pos2(shown.right() + 6.0, y);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            icons::EDIT_CORRECTED,
            icon_font(12.0),
            c.accent,
        );
    }
    if let Some(twin) = row.twins.first().and_then(|twin| state.names.rows.get(*twin)) {
        let after = if row.told { 26.0 } else { 6.0 };
        let icon = sort_look(twin.sort).0;
        let at = pos2(shown.right() + after, y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, icon, icon_font(13.0), c.muted);
    }
    for (nth, count) in [row.mentions.len(), row.num_articles, row.claims.len()]
        .into_iter()
        .enumerate()
    {
        let (word, ink) = if count == 0 {
            ("–".to_owned(), c.faint)
        } else {
            (words::number(count as u64), c.text)
        };
        ui.painter().text(
            pos2(column(rect, nth), y),
            Align2::RIGHT_CENTER,
            word,
            Type::Body.font(),
            ink,
        );
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    if response.clicked() || response.secondary_clicked() {
        actions.push(Action::Names(NamesChange::Open(Some(row.name_ref.clone()))));
    }
    response.context_menu(|ui| name_menu_ui(ui, state, row, actions));
}

fn nothing_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.vertical_centered(|ui| {
        ui.add_space(48.0);
        label_ui(ui, "No names", Type::Strong, c.text);
        if state.names.rows.is_empty() {
            label_ui(ui, "No article with names is open.", Type::Small, c.muted);
            return;
        }
        let words = format!(
            "No name passes the filter. {} are hidden by it.",
            state.names.rows.len()
        );
        label_ui(ui, words, Type::Small, c.muted);
        ui.add_space(8.0);
        if ui.add(PushButton::new("Clear the filter")).clicked() {
            actions.push(Action::Names(NamesChange::Filter(String::new())));
            actions.push(Action::Names(NamesChange::Sort(None)));
        }
    });
}
