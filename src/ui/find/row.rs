//! Rows of the list of hits: an article with its count, a hit with the words around it.

use std::borrow::Cow;

use egui::text::LayoutJob;
use egui::{Align2, Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::article::seen;
use super::super::theme::{Theme, Type};
use super::super::widgets::focus_ring;
use crate::app::{Action, State};
use crate::show::{FindChange, FoundArticle, FoundHit, FoundIn, hit_around, words};
use crate::store::ArticleId;

/// Height of an article's head.
pub(super) const HEAD: f32 = 46.0;
/// Height of a hit.
pub(super) const HIT: f32 = 44.0;

/// Draws the head of an article, whose first hit has the number `first`; a click goes there.
pub(super) fn head_ui(
    ui: &mut Ui,
    state: &State,
    (found, first): (&FoundArticle, usize),
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    let Some(article) = state.store.article(found.id) else {
        return;
    };
    let theme = Theme::of(ui);
    let c = &theme.color;
    let open = state.selection.article == Some(found.id);
    let response = ui.interact(rect, ui.scope_id().with(("found article", found.id)), Sense::click());
    let count = words::number(found.num_hits as u64);
    let label = format!("{}: {}", article.title(), words::count(found.num_hits, "hit"));
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, open, &label));
    let fill = match (open, response.hovered()) {
        (true, _) => c.row_selected,
        (_, true) => c.row_hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0, fill);
    ui.painter().hline(rect.x_range(), rect.top(), theme.hairline());
    let right = pos2(rect.right() - 16.0, rect.top() + 15.0);
    let shown = ui
        .painter()
        .text(right, Align2::RIGHT_CENTER, count, Type::Small.font(), c.muted);
    let width = shown.left() - rect.left() - 26.0;
    let title = one_line(ui, &[(&seen(article.title()), Type::Strong, c.text)], (width, 1));
    ui.painter()
        .galley(pos2(rect.left() + 14.0, rect.top() + 5.0), title, c.text);
    let day = article.published().map_or_else(|| "No date".to_owned(), words::day);
    let publisher = words::short(article.publisher().unwrap_or(&article.file_name), 24);
    let at = pos2(rect.left() + 14.0, rect.top() + 25.0);
    let facts = format!("{} · {day}", seen(&publisher));
    ui.painter()
        .text(at, Align2::LEFT_TOP, facts, Type::Key.font(), c.muted);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), 3);
    }
    if response.clicked() {
        actions.push(Action::Find(FindChange::Go(first)));
    }
}

/// Draws a hit; a click goes there.
pub(super) fn hit_ui(
    ui: &mut Ui,
    state: &State,
    (number, (article, hit)): (usize, (ArticleId, FoundHit)),
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    let Some(text) = hit.words(&state.store, article) else {
        return;
    };
    let theme = Theme::of(ui);
    let c = &theme.color;
    let current = state.find.current == Some(number);
    let [before, found, after] = hit_around(text, hit.span, 26);
    let response = ui.interact(rect, ui.scope_id().with(("hit", number)), Sense::click());
    let place = place_words(hit.place);
    let label = format!("Hit: {place}{before}{found}{after}");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, current, &label));
    let fill = match (current, response.hovered()) {
        (true, _) => c.accent_soft,
        (_, true) => c.row_hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0, fill);
    if current {
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0, c.accent);
    }
    let (mixed, [first, found, last]) = as_seen([before, found, after]);
    let parts = [
        (place, Type::SmallStrong, c.muted),
        (first.as_str(), Type::Small, c.muted),
        (found.as_str(), Type::SmallStrong, c.text),
        (last.as_str(), Type::Small, c.muted),
    ];
    // put in order words have to stay on one line
    let galley = one_line(ui, &parts, (rect.width() - 44.0, if mixed { 1 } else { 2 }));
    let at = rect.left_center() + vec2(26.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.text);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), 3);
    }
    if response.clicked() {
        actions.push(Action::Find(FindChange::Go(number)));
    }
}

/// The words before a hit, its own and those behind it as they are seen from left to right; true where that is another
/// order than they are read in.
fn as_seen(parts: [String; 3]) -> (bool, [String; 3]) {
    let whole = parts.concat();
    if matches!(seen(&whole), Cow::Borrowed(_)) {
        return (false, parts);
    }
    let [mut first, found, mut last] = parts.map(|part| seen(&part).into_owned());
    if unicode_bidi::get_base_direction(whole.as_str()) == unicode_bidi::Direction::Rtl {
        std::mem::swap(&mut first, &mut last);
    }
    (true, [first, found, last])
}

/// What holds the hit, where it is not the text.
fn place_words(place: FoundIn) -> &'static str {
    match place {
        FoundIn::Text => "",
        FoundIn::Title => "Title: ",
        FoundIn::Note => "Note of the article: ",
        FoundIn::Tag(_) => "Tag of the article: ",
        FoundIn::ClaimNote(_) => "Note of a claim: ",
        FoundIn::ClaimTag(..) => "Tag of a claim: ",
    }
}

fn one_line(ui: &Ui, parts: &[(&str, Type, Color32)], (width, rows): (f32, usize)) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::default();
    for (words, style, ink) in parts.iter().filter(|(words, ..)| !words.is_empty()) {
        job.append(words, 0.0, style.format(*ink));
    }
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    ui.painter().layout_job(job)
}

#[cfg(test)]
mod tests {
    use super::as_seen;

    fn check(parts: [&str; 3], expected: (bool, [&str; 3])) {
        let (mixed, got) = as_seen(parts.map(str::to_owned));
        assert_eq!((mixed, got.each_ref().map(String::as_str)), expected);
    }

    #[test]
    fn a_hit_stands_between_its_words_as_they_are_seen() {
        check(["at least ", "12", " people"], (false, ["at least ", "12", " people"]));
        // from right to left: what is read first stands at the right; the letters of a word are turned where they are drawn
        check(
            ["\u{5d0}\u{5d1} ", "\u{5d2}", " \u{5d3}"],
            (true, ["\u{5d3} ", "\u{5d2}", " \u{5d0}\u{5d1}"]),
        );
        check(
            ["the word ", "\u{5d0}\u{5d1}", " here"],
            (true, ["the word ", "\u{5d0}\u{5d1}", " here"]),
        );
    }
}
