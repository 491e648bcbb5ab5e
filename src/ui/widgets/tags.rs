//! Tags: chips with a colour, a field that adds one, small chips in tables.

use std::sync::Arc;

use egui::{Color32, Id, Key, Painter, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, size};
use super::{focus_ring, label_ui, suggest_field_ui};
use crate::show::completions;
use crate::store::Store;

/// Colours that a tag may have.
const NUM_COLORS: usize = 7;
/// Known tags that are offered at most.
const MOST_OFFERED: usize = 6;

/// What was asked of tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagAsk {
    /// Add this one.
    Add(String),
    /// Take this one away.
    Remove(String),
    /// Give it a colour of the palette, or none.
    Color(String, Option<usize>),
}

/// The id of the field that adds a tag to what `owner` names: to give it the focus.
pub fn tag_field_id(owner: &str) -> Id {
    Id::unique(("add a tag", owner))
}

/// Shows tags as chips with a field that adds one. `owner` says for the screen reader whose they are: "claim".
pub fn tags_ui(ui: &mut Ui, store: &Store, tags: &[String], owner: &str) -> Option<TagAsk> {
    let mut ask = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for tag in tags {
            ask = chip_ui(ui, store, tag, owner).or_else(|| ask.take());
        }
        let typed = field_ui(ui, store, tags, owner);
        ask = typed.map(TagAsk::Add).or_else(|| ask.take());
    });
    ask
}

fn chip_ui(ui: &mut Ui, store: &Store, tag: &str, owner: &str) -> Option<TagAsk> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let galley = ui.painter().layout_no_wrap(tag.to_owned(), Type::Small.font(), c.text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 32.0, 22.0), Sense::click());
    let label = format!("Tag {tag} of this {owner}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let fill = if response.hovered() { c.hover } else { c.raised };
    let edge = Stroke::new(1.0, c.line_strong);
    ui.painter().rect(rect, 11, fill, edge, StrokeKind::Inside);
    paint_dot(
        ui.painter(),
        theme,
        pos2(rect.left() + 11.0, rect.center().y),
        store.tag_color(tag),
    );
    let at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.text);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 11);
    }
    let by_key =
        response.has_focus() && ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace));
    if by_key {
        return Some(TagAsk::Remove(tag.to_owned()));
    }
    let shown = Popup::menu(&response).width(210.0).show(|ui| menu_ui(ui, store, tag));
    shown.and_then(|shown| shown.inner)
}

fn menu_ui(ui: &mut Ui, store: &Store, tag: &str) -> Option<TagAsk> {
    let mut ask = None;
    if ui.button("Take this tag away").clicked() {
        ask = Some(TagAsk::Remove(tag.to_owned()));
        ui.close();
    }
    let c = &Theme::of(ui).color;
    label_ui(ui, "Colour of the tag", Type::Key, c.muted);
    if let Some(color) = colors_ui(ui, store.tag_color(tag)) {
        ask = Some(TagAsk::Color(tag.to_owned(), color));
    }
    ask
}

/// The colours of the palette side by side, "none" first; gives the one that was clicked.
pub fn colors_ui(ui: &mut Ui, now: Option<usize>) -> Option<Option<usize>> {
    let theme = Theme::of(ui);
    let mut picked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for color in std::iter::once(None).chain((0..NUM_COLORS).map(Some)) {
            let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::click());
            let name = color.map_or_else(|| "No colour".to_owned(), |color| format!("Colour {}", color + 1));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, color == now, &name));
            if color == now || response.hovered() {
                ui.painter().rect_filled(rect, size::ROUND, theme.color.row_selected);
            }
            paint_dot(ui.painter(), theme, rect.center(), color);
            if response.has_focus() {
                focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
            }
            if response.clicked() {
                picked = Some(color);
            }
        }
    });
    picked
}

fn field_ui(ui: &mut Ui, store: &Store, tags: &[String], owner: &str) -> Option<String> {
    let id = tag_field_id(owner);
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let offered = if ui.memory(|memory| memory.has_focus(id)) {
        let known = known(ui, store);
        let left: Vec<String> = known.iter().filter(|tag| !tags.contains(tag)).cloned().collect();
        completions(&left, &text, MOST_OFFERED)
    } else {
        Vec::new()
    };
    let name = format!("Add a tag to this {owner}");
    let field = ui
        .allocate_ui(vec2(120.0, size::CONTROL), |ui| {
            suggest_field_ui(ui, id, &mut text, (&name, "Add a tag"), (&offered, false))
        })
        .inner;
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let taken = super::suggest::was_clicked(ui, id);
    let added = Some(text.trim().to_owned()).filter(|tag| (entered || taken) && !tag.is_empty());
    let escaped = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if added.is_some() || escaped {
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
    added
}

/// All tags of the project, from the frame before where nothing changed.
fn known(ui: &Ui, store: &Store) -> Arc<Vec<String>> {
    let slot = Id::unique("known tags");
    let cached = ui.data(|data| data.get_temp::<(u64, Arc<Vec<String>>)>(slot));
    if let Some((_, tags)) = cached.filter(|(generation, _)| *generation == store.generation()) {
        return tags;
    }
    let tags = Arc::new(store.all_tags().into_iter().collect::<Vec<_>>());
    ui.data_mut(|data| data.insert_temp(slot, (store.generation(), Arc::clone(&tags))));
    tags
}

fn dot_color(theme: &Theme, color: Option<usize>) -> Color32 {
    color.map_or(theme.color.faint, |slot| theme.series(slot))
}

fn paint_dot(painter: &Painter, theme: &Theme, center: egui::Pos2, color: Option<usize>) {
    match color {
        Some(_) => painter.circle_filled(center, 4.5, dot_color(theme, color)),
        None => painter.circle_stroke(center, 4.0, Stroke::new(1.2, dot_color(theme, None))),
    };
}

/// Paints tags as small chips into `cell`, as many as there is room for, and "+2" for the rest; gives where they end.
pub fn paint_tags(painter: &Painter, theme: &Theme, cell: Rect, (store, tags): (&Store, &[String])) -> f32 {
    let c = &theme.color;
    let mut x = cell.left();
    for (at, tag) in tags.iter().enumerate() {
        let galley = painter.layout_no_wrap(tag.clone(), Type::Key.font(), c.text);
        let width = galley.size().x + 26.0;
        if x + width > cell.right() && (at > 0 || x + 40.0 > cell.right()) {
            let rest = format!("+{}", tags.len() - at);
            let place = pos2(x, cell.center().y);
            let end = painter.text(place, egui::Align2::LEFT_CENTER, rest, Type::Key.font(), c.muted);
            return end.right();
        }
        let rect = Rect::from_min_size(pos2(x, cell.center().y - 9.0), vec2(width.min(cell.right() - x), 18.0));
        let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
        painter.rect(rect, 9, c.raised, Stroke::new(1.0, c.line), StrokeKind::Inside);
        paint_dot(
            &painter,
            theme,
            pos2(rect.left() + 9.0, rect.center().y),
            store.tag_color(tag),
        );
        let place = pos2(rect.left() + 18.0, rect.center().y - galley.size().y / 2.0);
        painter.galley(place, galley, c.text);
        x = rect.right() + 4.0;
    }
    x
}

/// Gives the field that adds a tag the focus.
pub fn focus_tags(ui: &Ui, owner: &str) {
    let id = tag_field_id(owner);
    ui.memory_mut(|memory| memory.request_focus(id));
}
