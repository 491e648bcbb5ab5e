//! Words of an article in the reading face with the claim marked, for cards and the sentence area of Review.

use egui::text::LayoutJob;
use egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::theme::{Theme, Type};
use crate::base::Span;
use crate::claim::Kind;
use crate::show::words::flat;
use crate::show::{RowCell, row_cells};
use crate::store::{ArticleRecord, ClaimRecord, Status};

/// A passage to be quoted.
pub(in crate::ui) struct Quoted<'a> {
    /// The article's text.
    pub(in crate::ui) text: &'a str,
    /// The sentence.
    pub(in crate::ui) span: Span,
    /// The claim's words.
    pub(in crate::ui) mark: Span,
    /// The colour of the mark.
    pub(in crate::ui) kind: Kind,
    /// Dashed while unreviewed.
    pub(in crate::ui) status: Status,
    /// The sentence before, in faint.
    pub(in crate::ui) before: Option<Span>,
    /// The sentence after, in faint.
    pub(in crate::ui) after: Option<Span>,
    /// The cells that matter, where the passage is a row of a table: they are told instead of it.
    pub(in crate::ui) row: Option<Vec<RowCell>>,
    /// True for a card: smaller words and a bar at the left. False: large words with the mark inverted.
    pub(in crate::ui) bar: bool,
}

impl<'a> Quoted<'a> {
    /// The sentence of a claim alone, in large words.
    pub(in crate::ui) fn of(article: &'a ArticleRecord, record: &ClaimRecord) -> Self {
        let claim = record.claim();
        Self {
            text: article.text(),
            span: claim.sentence,
            mark: claim.span,
            kind: claim.kind,
            status: record.status(),
            before: None,
            after: None,
            row: row_cells(article, record),
            bar: false,
        }
    }
}

/// Draws the passage over the whole width. Gives where the mark stands; `None` without one.
pub(in crate::ui) fn quote_ui(ui: &mut Ui, quoted: &Quoted<'_>) -> Option<Rect> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let indent = if quoted.bar { 12.0 } else { 0.0 };
    let (job, mark) = job(quoted, theme, ui.available_width() - indent);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(ui.available_width(), galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = passage(quoted);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    if quoted.bar {
        ui.painter()
            .vline(rect.left() + 1.0, rect.y_range(), Stroke::new(2.0, c.line_strong));
    }
    let at = pos2(rect.left() + indent, rect.top());
    let boxes = boxes(&galley, mark);
    paint_mark(ui.painter(), theme, quoted, at, &boxes);
    ui.painter().galley(at, galley, c.text);
    let all = boxes.into_iter().reduce(Rect::union)?;
    Some(all.translate(at.to_vec2()))
}

fn passage(quoted: &Quoted<'_>) -> String {
    match &quoted.row {
        Some(cells) => RowCell::told_all(cells),
        None => flat(quoted.span.of(quoted.text)),
    }
}

/// The words as a layout job, and the characters that are marked. Line breaks inside a sentence count as blanks.
fn job(quoted: &Quoted<'_>, theme: &Theme, width: f32) -> (LayoutJob, std::ops::Range<usize>) {
    let c = &theme.color;
    let style = if quoted.bar { Type::Quote } else { Type::Article };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut num_chars = 0;
    let mut put = |words: &str, color: Color32| {
        let start = num_chars;
        num_chars += words.chars().count();
        job.append(words, 0.0, style.format(color));
        start..num_chars
    };
    let ink = if quoted.bar { c.text } else { c.sheet };
    if let Some(cells) = &quoted.row {
        let mut marked = 0..0;
        for (at, cell) in cells.iter().enumerate() {
            put(if at > 0 { ",  " } else { "" }, c.muted);
            if !cell.column.is_empty() {
                put(&format!("{}: ", cell.column), c.muted);
            }
            let place = put(&cell.value, if cell.is_number { ink } else { c.text });
            if cell.is_number {
                marked = place;
            }
        }
        return (job, marked);
    }
    let text = quoted.text;
    if let Some(before) = quoted.before {
        put(&format!("{} ", flat(before.of(text))), c.faint);
    }
    let inner = |from: usize, to: usize| text.get(from..to).unwrap_or_default().replace(['\n', '\t'], " ");
    let mark = Span::new(
        quoted.mark.start().max(quoted.span.start()),
        quoted.mark.end().min(quoted.span.end()).max(quoted.mark.start()),
    );
    put(inner(quoted.span.start(), mark.start()).trim_start(), c.text);
    let marked = put(&inner(mark.start(), mark.end()), ink);
    put(inner(mark.end(), quoted.span.end()).trim_end(), c.text);
    if let Some(after) = quoted.after {
        put(&format!(" {}", flat(after.of(text))), c.faint);
    }
    (job, marked)
}

/// One box a row around the characters.
fn boxes(galley: &Galley, chars: std::ops::Range<usize>) -> Vec<Rect> {
    let mut out = Vec::new();
    let mut at = 0;
    for row in &galley.rows {
        let mut found: Option<Rect> = None;
        for glyph in &row.row.glyphs {
            if chars.contains(&at) {
                let left = row.pos.x + glyph.pos.x;
                let rect = Rect::from_min_max(
                    pos2(left, row.pos.y + 1.0),
                    pos2(left + glyph.advance_width, row.pos.y + row.row.size.y - 1.0),
                );
                found = Some(found.map_or(rect, |box_| box_.union(rect)));
            }
            at += 1;
        }
        at += usize::from(row.ends_with_newline);
        out.extend(found);
    }
    out
}

fn paint_mark(painter: &Painter, theme: &Theme, quoted: &Quoted<'_>, at: Pos2, boxes: &[Rect]) {
    let colors = theme.kind(quoted.kind);
    let (ground, edge) = if quoted.bar {
        (colors.fill, colors.ink)
    } else {
        (colors.ink, theme.color.sheet)
    };
    let corners = CornerRadius {
        nw: 3,
        ne: 3,
        sw: 0,
        se: 0,
    };
    for rect in boxes {
        let shrink = if quoted.bar { 0.0 } else { 2.0 };
        let rect = rect
            .translate(at.to_vec2())
            .expand2(vec2(2.0, 0.0))
            .shrink2(vec2(0.0, shrink));
        painter.rect_filled(rect, corners, ground);
        let y = rect.bottom() - 1.0;
        let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
        let edge = if quoted.bar { edge } else { colors.ink };
        let line = if quoted.bar {
            line
        } else {
            line.map(|end| pos2(end.x, end.y + 3.0))
        };
        let stroke = Stroke::new(2.0, edge);
        if quoted.status == Status::Unreviewed {
            painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
        } else {
            painter.line_segment(line, stroke);
        }
    }
}
