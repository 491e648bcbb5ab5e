//! Where the open entity is named: the words around it, article by article. A click shows it in the reader.

use egui::text::LayoutJob;
use egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::super::theme::{Theme, Type, size};
use super::super::widgets::{focus_ring, section_head_ui, tip};
use super::{name_menu_ui, row_ground, rows_ui, sort_ink};
use crate::app::{Action, State};
use crate::base::Span;
use crate::link::NameSort;
use crate::show::{NameRow, words};
use crate::store::{ArticleId, ArticleRecord};

/// Width of the column with article and day.
const WHERE: f32 = 250.0;

/// Draws the mentions; of an outlet its articles.
pub(super) fn mentions_ui(ui: &mut Ui, state: &State, row: &NameRow, actions: &mut Vec<Action>) {
    let outlet = row.sort == NameSort::Outlet;
    let title = if outlet { "Articles" } else { "Mentions" };
    section_head_ui(ui, title, &row.mentions.len().to_string());
    ui.spacing_mut().item_spacing.y = 0.0;
    rows_ui(ui, row.mentions.len(), size::TABLE_ROW, |ui, rect, nth| {
        let Some((id, span)) = row.mentions.get(nth).copied() else {
            return;
        };
        let Some(article) = state.store.article(id) else { return };
        // the article is told where its first mention stands
        let is_first = nth
            .checked_sub(1)
            .and_then(|nth| row.mentions.get(nth))
            .is_none_or(|(other, _)| *other != id);
        mention_ui(
            ui,
            state,
            &Mention {
                row,
                article,
                span,
                rect,
                is_first,
            },
            actions,
        );
    });
}

struct Mention<'a> {
    row: &'a NameRow,
    article: &'a ArticleRecord,
    span: Span,
    rect: Rect,
    is_first: bool,
}

fn mention_ui(ui: &mut Ui, state: &State, mention: &Mention<'_>, actions: &mut Vec<Action>) {
    let Mention {
        row,
        article,
        span,
        rect,
        ..
    } = *mention;
    let theme = Theme::of(ui);
    let id: ArticleId = article.id;
    let on = state.selection.mention == Some((id, span));
    let widget = ui.scope_id().with(("mention", id.0, span.start(), span.end()));
    let response = ui.interact(rect, widget, Sense::click());
    let (before, name, after) = around(article.text(), span);
    let outlet = span.is_empty();
    let label = if outlet {
        article.title().to_owned()
    } else {
        format!("{before}{name}{after}")
    };
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, on, &label));
    row_ground(ui, theme, &response, on);
    paint_row(ui, mention, (&before, &name, &after));
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    if response.clicked() {
        actions.push(if outlet {
            Action::SelectArticle(id)
        } else {
            Action::OpenMention(id, span)
        });
        if outlet {
            actions.push(Action::Show(crate::app::View::Read));
        }
    }
    if response.secondary_clicked() && !outlet {
        actions.push(Action::SelectMention(id, span));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if !outlet {
        response.context_menu(|ui| name_menu_ui(ui, state, row, actions));
    }
    tip(response, "Show it in its article; a right click tells what else", "");
}

/// Paints article, day and words; of an outlet's article its title.
fn paint_row(ui: &Ui, mention: &Mention<'_>, line: (&str, &str, &str)) {
    let Mention {
        article,
        span,
        rect,
        is_first,
        ..
    } = *mention;
    let c = &Theme::of(ui).color;
    let outlet = span.is_empty();
    let y = rect.center().y;
    let day = article.published().map(words::day_and_month).unwrap_or_default();
    if outlet {
        let room = ((rect.width() - 120.0) / 7.0).max(8.0) as usize;
        let title = words::short(article.title(), room);
        ui.painter().text(
            pos2(rect.left() + 6.0, y),
            Align2::LEFT_CENTER,
            title,
            Type::Quote.font(),
            c.text,
        );
        ui.painter().text(
            pos2(rect.right() - 8.0, y),
            Align2::RIGHT_CENTER,
            day,
            Type::Small.font(),
            c.muted,
        );
    } else {
        if is_first {
            let ink = c.muted;
            let right = pos2(rect.left() + WHERE - 16.0, y);
            let shown = ui
                .painter()
                .text(right, Align2::RIGHT_CENTER, day, Type::Small.font(), ink);
            let room = ((shown.left() - rect.left() - 18.0) / 6.6).max(6.0) as usize;
            let title = words::short(article.title(), room);
            let left = pos2(rect.left() + 6.0, y);
            ui.painter()
                .text(left, Align2::LEFT_CENTER, title, Type::Small.font(), ink);
        }
        paint_words(ui, mention, line);
    }
}

/// The words in one line, the name at one place in all rows.
fn paint_words(ui: &Ui, mention: &Mention<'_>, (before, name, after): (&str, &str, &str)) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let area = Rect::from_min_max(
        pos2(mention.rect.left() + WHERE, mention.rect.top()),
        pos2(mention.rect.right() - 6.0, mention.rect.bottom()),
    );
    let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    let before = last_words(before, (area.width() * 0.38 / 7.4) as usize);
    let lead = painter.layout_no_wrap(before, Type::Quote.font(), c.muted);
    let mut job = LayoutJob::default();
    job.append(name, 0.0, Type::Quote.format(c.text));
    job.append(after, 0.0, Type::Quote.format(c.muted));
    job.wrap.max_width = area.right() - area.left() - lead.size().x;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = false;
    let rest = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let named = painter.layout_no_wrap(name.to_owned(), Type::Quote.font(), c.text);
    let x = area.left() + lead.size().x;
    let top = area.center().y - rest.size().y / 2.0;
    painter.galley(pos2(x - lead.size().x, top), lead, c.muted);
    let width = named.size().x;
    painter.galley(pos2(x, top), rest, c.text);
    let line = egui::Stroke::new(1.5, sort_ink(theme, mention.row.sort));
    painter.hline(x..=x + width, area.bottom() - 6.0, line);
}

/// The end of the words, cut at a word to about so many characters.
pub(super) fn last_words(words: &str, max: usize) -> String {
    let num = words.chars().count();
    if num <= max {
        return words.to_owned();
    }
    let cut: String = words.chars().skip(num - max).collect();
    match cut.split_once(' ') {
        Some((_, rest)) if !rest.is_empty() => format!("… {rest}"),
        _ => "… ".to_owned(),
    }
}

/// The words before, the name, the words after, in one line.
pub(super) fn around(text: &str, span: Span) -> (String, String, String) {
    /// Characters on each side.
    const ROOM: usize = 90;
    let flat = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = text.get(..span.start()).unwrap_or_default();
    let start = before.char_indices().rev().nth(ROOM).map_or(0, |(at, _)| at);
    let lead = before.get(start..).unwrap_or_default();
    let lead = lead.rsplit("\n\n").next().unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let end = after.char_indices().nth(ROOM * 2).map_or(after.len(), |(at, _)| at);
    let rest = after.get(..end).unwrap_or_default();
    let rest = rest.split("\n\n").next().unwrap_or_default();
    let blank = |words: &str, yes: bool| if yes && !words.is_empty() { " " } else { "" };
    let (lead_flat, rest_flat) = (flat(lead), flat(rest));
    let lead_out = format!("{lead_flat}{}", blank(&lead_flat, lead.ends_with(char::is_whitespace)));
    let rest_out = format!(
        "{}{rest_flat}",
        blank(&rest_flat, rest.starts_with(char::is_whitespace))
    );
    (lead_out, flat(span.of(text)), rest_out)
}
