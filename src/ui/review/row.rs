//! One row of the table of claims.

use egui::{Align2, Color32, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::compare::paint::source_color;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{checkbox_ui, kind_chip_ui, paint_tags, status_ui};
use super::table::Click;
use crate::app::{Action, State};
use crate::claim::Scope;
use crate::show::{Column, Columns, Flags, Sources, quoted_words, words};
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Status};

/// Longer texts are cut before they are laid out.
const MOST_CHARS: usize = 300;

/// A row to be drawn.
pub(super) struct Row<'a> {
    pub(super) state: &'a State,
    pub(super) flags: &'a Flags,
    pub(super) speakers: &'a Sources,
    pub(super) columns: &'a Columns,
    pub(super) claim: ClaimId,
    pub(super) rect: Rect,
}

/// Draws the row; gives what a click on it asks for.
pub(super) fn row_ui(ui: &mut Ui, row: &Row<'_>, actions: &mut Vec<Action>) -> Option<Click> {
    let record = row.state.store.claim(row.claim)?;
    let article = row.state.store.article(record.article)?;
    let theme = Theme::of(ui);
    let selection = &row.state.selection;
    let checked = selection.checked.contains(&row.claim);
    let current = selection.claim == Some(row.claim);
    let response = ui.interact(row.rect, egui::Id::unique(("claim row", row.claim.0)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, current, label(record, article)));
    ground(ui, theme, row.rect, (checked, current, response.hovered()));
    if response.has_focus() {
        let edge = Stroke::new(2.0, theme.color.focus);
        ui.painter()
            .rect_stroke(row.rect.shrink(1.0), 0, edge, StrokeKind::Inside);
    }
    for (column, left, right) in &row.columns.places {
        let cell = Rect::from_min_max(
            pos2(row.rect.left() + left, row.rect.top()),
            pos2(row.rect.left() + right, row.rect.bottom()),
        );
        if cell.right() < ui.clip_rect().left() || cell.left() > ui.clip_rect().right() {
            continue;
        }
        cell_ui(ui, row, (record, article), (*column, cell));
    }
    let box_rect = Rect::from_center_size(pos2(row.rect.left() + 22.0, row.rect.center().y), vec2(16.0, 16.0));
    let mut inside = ui.new_child(UiBuilder::new().id_salt(("check", row.claim.0)).max_rect(box_rect));
    let name = format!("Check {}", quote(record, article));
    if checkbox_ui(&mut inside, checked, &name).clicked() {
        return Some(Click::Check);
    }
    // In every frame: the window hands on only what changed.
    if response.hovered() {
        actions.push(Action::Hover(Some(row.claim)));
    }
    if response.double_clicked() {
        return Some(Click::Open);
    }
    let modifiers = ui.input(|input| input.modifiers);
    response.clicked().then_some(match modifiers {
        held if held.shift => Click::Range,
        held if held.command || held.ctrl => Click::Check,
        _ => Click::Select,
    })
}

/// "29 killed, “Twenty-nine people”, Interior Ministry, unreviewed".
pub(in crate::ui) fn label(record: &ClaimRecord, article: &ArticleRecord) -> String {
    let claim = record.claim();
    format!(
        "{} {}, “{}”, {}, {}",
        words::figure(&claim.figure),
        words::kind(claim.kind).to_lowercase(),
        quote(record, article),
        claim.speaker.as_deref().unwrap_or(words::NOT_STATED),
        words::status(record.status()).to_lowercase(),
    )
}

fn quote(record: &ClaimRecord, article: &ArticleRecord) -> String {
    words::short(&quoted_words(article, record), 80)
}

fn ground(ui: &Ui, theme: &Theme, rect: Rect, (checked, current, hovered): (bool, bool, bool)) {
    let c = &theme.color;
    let fill = match (checked, current, hovered) {
        (true, ..) => Some(c.accent_soft),
        (_, true, _) => Some(c.row_selected),
        (.., true) => Some(c.row_hover),
        _ => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 0, fill);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.grid));
    if current {
        let edge = Stroke::new(1.5, c.accent);
        ui.painter().rect_stroke(rect.shrink(0.5), 0, edge, StrokeKind::Inside);
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0, c.accent);
    }
}

fn cell_ui(
    ui: &mut Ui,
    row: &Row<'_>,
    (record, article): (&ClaimRecord, &ArticleRecord),
    (column, cell): (Column, Rect),
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let claim = record.claim();
    let rejected = record.status() == Status::Rejected;
    let ink = if rejected { c.faint } else { c.text };
    match column {
        Column::State => inside(ui, cell, |ui| status_ui(ui, record.status())),
        Column::Kind => inside(ui, cell, |ui| kind_chip_ui(ui, claim.kind)),
        Column::Figure => figure(ui, row, record, cell),
        Column::Words => {
            put(ui, cell, &quote(record, article), (Type::Quote.font(), ink));
        }
        Column::Speaker => speaker(ui, row, record, cell),
        Column::Relay => name(ui, cell, claim.relay.as_deref(), c.muted),
        Column::Article => {
            let outlet = article.publisher().unwrap_or_default();
            let right = put(ui, cell, outlet, (Type::Small.font(), ink));
            let gap = if outlet.is_empty() { 0.0 } else { 6.0 };
            let rest = Rect::from_min_max(pos2(right + gap, cell.top()), cell.max);
            put(ui, rest, article.title(), (Type::Small.font(), c.muted));
        }
        Column::AsOf => {
            let day = claim.as_of.as_ref().map(|value| match value {
                crate::time::Value::Day(day) => words::day_and_month(*day),
                other => words::time(other),
            });
            let words = day.as_deref().unwrap_or("no day");
            let ink = if day.is_some() { ink } else { c.faint };
            put(ui, cell, words, (Type::Small.font(), ink));
        }
        Column::Scope => {
            let word = match claim.scope {
                Scope::Total => "Total",
                other => words::scope(other),
            };
            put(
                ui,
                cell,
                word,
                (
                    Type::Small.font(),
                    if claim.scope == Scope::Unknown { c.faint } else { ink },
                ),
            );
        }
        Column::Confidence => right(
            ui,
            cell,
            &format!("{:.2}", claim.confidence),
            (Type::Small.font(), c.muted),
        ),
        Column::Flags => flags(ui, row, record, cell),
        Column::Tags => {
            paint_tags(ui.painter(), theme, cell, (&row.state.store, &record.tags));
        }
        other => {
            let text = other.text(article, record, row.flags);
            if other.is_number() {
                right(ui, cell, &text, (Type::Small.font(), ink));
            } else {
                let style = if other == Column::Sentence {
                    Type::Quote
                } else {
                    Type::Small
                };
                put(ui, cell, &words::short(&text, MOST_CHARS), (style.font(), ink));
            }
        }
    }
}

/// Puts a widget at the left of the cell.
fn inside(ui: &mut Ui, cell: Rect, widget: impl FnOnce(&mut Ui) -> egui::Response) {
    let mut child = ui.new_child(
        UiBuilder::new()
            .id_salt(("cell", cell.left() as i32, cell.top() as i32))
            .max_rect(cell)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    widget(&mut child);
}

/// Words from the left, cut at the cell's right edge; gives where they end.
fn put(ui: &Ui, cell: Rect, words: &str, (font, ink): (FontId, Color32)) -> f32 {
    if words.is_empty() || cell.width() < 6.0 {
        return cell.left();
    }
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(cell.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let end = cell.left() + galley.size().x;
    let at = pos2(cell.left(), cell.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    end
}

fn right(ui: &Ui, cell: Rect, words: &str, (font, ink): (FontId, Color32)) {
    let at = pos2(cell.right(), cell.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, font, ink);
}

/// A name, or that there is none.
fn name(ui: &Ui, cell: Rect, name: Option<&str>, ink: Color32) {
    let c = &Theme::of(ui).color;
    match name {
        Some(name) => put(ui, cell, name, (Type::Small.font(), ink)),
        None => put(ui, cell, words::NOT_STATED, (Type::Small.font(), c.faint)),
    };
}

fn figure(ui: &Ui, row: &Row<'_>, record: &ClaimRecord, cell: Rect) {
    let c = &Theme::of(ui).color;
    let figure = &record.claim().figure;
    let words = words::figure(figure);
    if figure.anchor().is_none() {
        right(ui, cell, &words, (Type::Small.font(), c.faint));
        return;
    }
    let rejected = record.status() == Status::Rejected;
    let ink = if rejected { c.faint } else { c.text };
    let galley = ui.painter().layout_no_wrap(words, Type::Strong.font(), ink);
    let at = pos2(
        cell.right() - galley.size().x,
        row.rect.center().y - galley.size().y / 2.0,
    );
    let width = galley.size().x;
    ui.painter().galley(at, galley, ink);
    if rejected {
        ui.painter()
            .hline(at.x..=at.x + width, row.rect.center().y + 1.0, Stroke::new(1.5, ink));
    }
}

fn speaker(ui: &Ui, row: &Row<'_>, record: &ClaimRecord, cell: Rect) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    if let Some(source) = row.speakers.of(record.id) {
        let center = pos2(cell.left() + 6.0, cell.center().y);
        let color = source_color(theme, source);
        ui.painter()
            .extend(marker::shapes(source.slot, center, size::MARKER, color, Fill::Solid));
    }
    let rest = Rect::from_min_max(pos2(cell.left() + 20.0, cell.top()), cell.max);
    let ink = if record.status() == Status::Rejected {
        c.faint
    } else {
        c.text
    };
    let words = record.claim().speaker.as_deref();
    let bare = words.map(|words| {
        words
            .strip_prefix("the ")
            .or_else(|| words.strip_prefix("The "))
            .unwrap_or(words)
    });
    name(ui, rest, bare, ink);
}

/// Copies, conflict, falling total, part, note, vanished: as many as there is room for.
fn flags(ui: &Ui, row: &Row<'_>, record: &ClaimRecord, cell: Rect) {
    let c = &Theme::of(ui).color;
    let flags = row.flags;
    let copies = flags.copies.get(&record.id).map(|num| format!("×\u{2009}{num}"));
    let mut x = cell.left();
    for (icon, words, ink) in [
        copies.map(|copies| (icons::COPIES, copies, c.muted)),
        (flags.in_conflict.contains(&record.id)).then(|| (icons::CONFLICT, String::new(), c.error)),
        (flags.falls.contains_key(&record.id)).then(|| (icons::FALLING_TOTAL, "falls".to_owned(), c.warn)),
        (record.claim().part_of).then(|| (icons::PART_OF, "part".to_owned(), c.muted)),
        (!record.note.is_empty()).then(|| (icons::NOTE, String::new(), c.accent)),
        (record.vanished).then(|| (icons::WARNING, "no longer found".to_owned(), c.warn)),
    ]
    .into_iter()
    .flatten()
    {
        if x + 16.0 > cell.right() {
            return;
        }
        let y = cell.center().y;
        ui.painter()
            .text(pos2(x, y), Align2::LEFT_CENTER, icon, icon_font(14.0), ink);
        x += 18.0;
        if !words.is_empty() {
            let rest = Rect::from_min_max(pos2(x, cell.top()), cell.max);
            x = put(ui, rest, &words, (Type::Small.font(), ink)) + 8.0;
        }
    }
}
