//! The title block: publisher, date and its basis, file name; the title; progress of review, marks on and off.

use egui::text::LayoutJob;
use egui::{Align2, Color32, CursorIcon, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::read::inspector;
use super::super::shell::{keys_of, paint_bar, paint_key_cap};
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::tip;
use super::Frame;
use super::bidi::seen;
use super::layout::Setting;
use super::versions::versions_ui;
use crate::app::{Action, Command};
use crate::base::Note;
use crate::read::Reading;
use crate::show::text::Page;
use crate::show::{library, words};
use crate::store::ArticleRecord;

/// Above the line of facts.
const TOP: f32 = 24.0;
/// The line of facts with the gap below.
const FACTS: f32 = 28.0;
/// What a day takes of the line of facts, with the sign before it.
const DAY: f32 = 130.0;

/// From the article's upper edge to its first paragraph.
pub(in crate::ui) fn above_title(setting: Setting, page: &Page) -> f32 {
    // A title that stands elsewhere than in the text is drawn here.
    let title = if page.has_title() {
        0.0
    } else {
        f32::from(setting.title_rows) * title_style(setting).line() + below_title(setting)
    };
    top(setting) + FACTS + title
}

fn top(setting: Setting) -> f32 {
    if setting.narrow { TOP - 8.0 } else { TOP }
}

/// From the title to the first paragraph of the body.
pub(in crate::ui) fn below_title(setting: Setting) -> f32 {
    if setting.narrow { 10.0 } else { 44.0 }
}

fn title_style(setting: Setting) -> Type {
    if setting.narrow {
        Type::ArticleTitleNarrow
    } else {
        Type::ArticleTitle
    }
}

/// Draws facts and, where it does not stand in the text, the title.
pub(in crate::ui) fn head_ui(ui: &mut Ui, frame: &Frame<'_>, page: &Page, actions: &mut Vec<Action>) {
    facts_ui(ui, frame, actions);
    if page.has_title() {
        return;
    }
    let style = title_style(frame.setting);
    let galley = title_galley(ui, frame.article, frame.setting);
    let corner = pos2(frame.origin.x, frame.origin.y + top(frame.setting) + FACTS);
    let rect = Rect::from_min_size(corner, galley.size());
    ui.painter().galley(corner, galley, frame.theme.color.text);
    let response = ui.interact(rect, ui.scope_id().with("title"), Sense::click());
    let title = frame.article.title();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Title: {title}")));
    if response.clicked() {
        inspector::edit_fact(ui.ctx(), inspector::Fact::Title);
        actions.push(Action::SelectNone);
    }
    tip(response, "Change the title", "");
    let below = corner.y + f32::from(frame.setting.title_rows) * style.line();
    progress_ui(ui, frame, below, actions);
}

/// A title that does not stand in the text: two lines at most, one where it runs from right to left.
fn title_galley(ui: &Ui, article: &ArticleRecord, setting: Setting) -> std::sync::Arc<Galley> {
    let style = title_style(setting);
    let ink = Theme::of(ui).color.text;
    let shown = seen(article.title());
    let one_line = matches!(shown, std::borrow::Cow::Owned(_));
    let mut job = LayoutJob::simple(shown.into_owned(), style.font(), ink, setting.measure);
    job.wrap.max_rows = if one_line { 1 } else { 2 };
    for section in &mut job.sections {
        section.format.line_height = Some(style.line());
    }
    ui.painter().layout_job(job)
}

/// Lines of that title.
pub(super) fn title_rows(ui: &Ui, article: &ArticleRecord, setting: Setting) -> u8 {
    if title_galley(ui, article, setting).rows.len() > 1 {
        2
    } else {
        1
    }
}

fn facts_ui(ui: &mut Ui, frame: &Frame<'_>, actions: &mut Vec<Action>) {
    let c = &frame.theme.color;
    let article = frame.article;
    let y = frame.origin.y + top(frame.setting) + 10.0;
    let mut x = frame.origin.x;
    let publisher = article.publisher().unwrap_or("No publisher");
    let ink = if article.publisher().is_some() { c.text } else { c.faint };
    let right = frame.origin.x + frame.setting.measure;
    // the day stays readable beside a long name
    let room = (right - x - DAY).max(60.0);
    let fact = (publisher, Type::Strong, ink);
    x = fact_ui(
        ui,
        (pos2(x, y), room, fact),
        ("Publisher", inspector::Fact::Publisher),
        actions,
    );
    x = separator(ui, frame, x, y);
    let day = article.published().map_or_else(|| "No date".to_owned(), words::day);
    let ink = if article.published().is_some() { c.text } else { c.warn };
    let fact = (day.as_str(), Type::Body, ink);
    x = fact_ui(
        ui,
        (pos2(x, y), (right - x).max(20.0), fact),
        ("Published", inspector::Fact::Published),
        actions,
    );
    let basis = basis_words(&article.reading, article.told.published.is_some());
    // what has no room is left out: the inspector says all of it
    let put = |from: f32, words: String| {
        let galley = ui.painter().layout_no_wrap(words, Type::Body.font(), c.muted);
        let fits = from + galley.size().x <= right;
        (galley, fits)
    };
    if !basis.is_empty() {
        let (galley, fits) = put(x + 8.0, basis.to_owned());
        if fits {
            let at = pos2(x + 8.0, y - galley.size().y / 2.0);
            x = at.x + galley.size().x;
            ui.painter().galley(at, galley, c.muted);
        }
    }
    if frame.setting.narrow {
        let (open, all) = library::counts(&frame.state.store, article.id);
        let told = match all {
            0 => "No figures".to_owned(),
            _ => format!(
                "{} of {} reviewed",
                words::number((all - open) as u64),
                words::number(all as u64)
            ),
        };
        let (galley, fits) = put(x + 16.0, told);
        if fits {
            let at = pos2(right - galley.size().x, y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, c.muted);
        }
        return;
    }
    let name = words::short(&article.file_words(), 40);
    if x + 160.0 < right {
        x = separator(ui, frame, x, y);
        ui.painter()
            .text(pos2(x, y), Align2::LEFT_CENTER, name, Type::Body.font(), c.muted);
    }
}

/// What the date stands on, where there is one.
pub(in crate::ui) fn basis_words(reading: &Reading, told: bool) -> &'static str {
    if told {
        return "given by you";
    }
    let published = reading.published.as_ref().filter(|published| published.date.is_some());
    published.map_or("", |published| words::basis(published.basis))
}

fn separator(ui: &Ui, frame: &Frame<'_>, x: f32, y: f32) -> f32 {
    let at = pos2(x + 11.0, y);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        "·",
        Type::Strong.font(),
        frame.theme.color.muted,
    );
    x + 22.0
}

/// A fact that can be clicked to change it; gives its right edge.
fn fact_ui(
    ui: &mut Ui,
    (at, room, (words, style, ink)): (egui::Pos2, f32, (&str, Type, Color32)),
    (name, fact): (&str, inspector::Fact),
    actions: &mut Vec<Action>,
) -> f32 {
    let mut job = LayoutJob::simple_singleline(seen(words).into_owned(), style.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(pos2(at.x, at.y - galley.size().y / 2.0), galley.size());
    let response = ui.interact(rect.expand(3.0), ui.scope_id().with(("fact", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} of the article: {words}")));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, ink));
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    ui.painter().galley(rect.min, galley, ink);
    if response.clicked() {
        inspector::edit_fact(ui.ctx(), fact);
        actions.push(Action::SelectNone);
    }
    tip(response, "Change it", "");
    rect.right()
}

/// Draws how many claims are reviewed, and the switch of marks, below `y`.
pub(in crate::ui) fn progress_ui(ui: &mut Ui, frame: &Frame<'_>, y: f32, actions: &mut Vec<Action>) {
    if frame.setting.narrow {
        return;
    }
    let (open, all) = library::counts(&frame.state.store, frame.article.id);
    let y = y + 18.0;
    if all > 0 {
        let done = all - open;
        let bar = Rect::from_min_size(pos2(frame.origin.x, y - 2.5), vec2(120.0, 5.0));
        paint_bar(ui.painter(), frame.theme, bar, done as f32 / all as f32);
        let words = format!("{done} of {} reviewed", words::count(all, "claim"));
        let at = pos2(bar.right() + 10.0, y);
        let said = ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            words,
            Type::Small.font(),
            frame.theme.color.muted,
        );
        versions_ui(ui, frame, pos2(said.right() + 16.0, y));
    } else {
        let at = pos2(frame.origin.x, y);
        let words = nothing_found(frame);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            words,
            Type::Small.font(),
            frame.theme.color.muted,
        );
    }
    marks_switch_ui(ui, frame, y, actions);
}

/// Why there are no figures: the text is in another language, or holds none.
fn nothing_found(frame: &Frame<'_>) -> String {
    let notes = &frame.article.reading.notes;
    let language = notes.iter().find(|note| matches!(note, Note::OtherLanguage(_)));
    language.map_or_else(
        || "No figures were found here. Select words to make a claim.".to_owned(),
        Note::sentence,
    )
}

fn marks_switch_ui(ui: &mut Ui, frame: &Frame<'_>, y: f32, actions: &mut Vec<Action>) {
    let on = frame.state.settings.show_marks;
    let theme: &Theme = frame.theme;
    let right = frame.origin.x + frame.setting.measure;
    let rect = Rect::from_min_max(pos2(right - 92.0, y - 13.0), pos2(right + 4.0, y + 13.0));
    let response = ui.interact(rect, ui.scope_id().with("marks"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, "Marks"));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::ROUND, theme.color.hover);
    }
    let keys = keys_of(Command::Marks, frame.state);
    let cap = paint_key_cap(ui.painter(), theme, pos2(rect.right() - 4.0, y), &keys);
    let at = pos2(rect.right() - cap - 12.0, y);
    let word = ui
        .painter()
        .text(at, Align2::RIGHT_CENTER, "Marks", Type::Small.font(), theme.color.muted);
    let icon = if on { icons::MARKS_ON } else { icons::MARKS_OFF };
    let at = pos2(word.left() - 6.0, y);
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, icon, icon_font(size::ICON), theme.color.muted);
    if response.clicked() {
        actions.push(Action::ShowMarks(!on));
    }
    tip(response, "Show or hide all marks", &keys);
}
