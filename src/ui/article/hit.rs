//! From glyph to byte and back: one table per line, visual box to logical byte. Nothing else converts.
//!
//! The order of boxes on a line is the order in which they are seen; the bytes are those of the article. Today both run
//! the same way; lines that are reordered for right-to-left text will differ here and nowhere else.

use egui::{Galley, Pos2, Rect, pos2};

use crate::base::Span;

/// A glyph as seen: its box on the line and the bytes of its character.
#[derive(Clone, Copy, Debug)]
struct GlyphBox {
    left: f32,
    right: f32,
    byte: u32,
    len: u8,
    blank: bool,
}

/// A line of text, relative to its paragraph.
#[derive(Clone, Debug)]
struct Line {
    top: f32,
    bottom: f32,
    baseline: f32,
    /// The byte after the last character of the line, its line end not counted.
    end: usize,
    glyphs: Vec<GlyphBox>,
}

/// The part of a span that is seen on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct LineBox {
    /// The box, as high as the line.
    pub rect: Rect,
    /// Where the letters stand.
    pub baseline: f32,
}

/// Where the characters of one paragraph are seen, relative to its upper left corner.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct HitTable {
    lines: Vec<Line>,
    start: usize,
}

impl HitTable {
    /// The table of a paragraph that begins at byte `start` of the article.
    pub(in crate::ui) fn new(galley: &Galley, start: usize) -> Self {
        let mut chars = galley.job.text.char_indices();
        let mut lines = Vec::with_capacity(galley.rows.len());
        let mut end = start;
        for row in &galley.rows {
            let offset = row.pos;
            let mut glyphs = Vec::with_capacity(row.row.glyphs.len());
            let mut baseline = row.row.size.y * 0.75;
            for glyph in &row.row.glyphs {
                let Some((at, c)) = chars.next() else { break };
                baseline = glyph.pos.y;
                let left = offset.x + glyph.pos.x;
                end = start + at + c.len_utf8();
                glyphs.push(GlyphBox {
                    left,
                    right: left + glyph.advance_width,
                    byte: u32::try_from(start + at).unwrap_or(u32::MAX),
                    len: u8::try_from(c.len_utf8()).unwrap_or(1),
                    blank: c.is_whitespace(),
                });
            }
            lines.push(Line {
                top: offset.y,
                bottom: offset.y + row.row.size.y,
                baseline: offset.y + baseline,
                end,
                glyphs,
            });
            if row.ends_with_newline {
                chars.next();
                end += 1;
            }
        }
        Self { lines, start }
    }

    /// Where the words of `span` are seen: one box a line, blanks at its ends left out.
    pub(in crate::ui) fn boxes(&self, span: Span) -> Vec<LineBox> {
        self.lines.iter().filter_map(|line| line.part(span)).collect()
    }

    /// The byte of the character whose box holds `at`.
    pub(in crate::ui) fn char_at(&self, at: Pos2) -> Option<usize> {
        let line = self.lines.iter().find(|line| (line.top..line.bottom).contains(&at.y))?;
        let glyph = line
            .glyphs
            .iter()
            .find(|glyph| (glyph.left..glyph.right).contains(&at.x))?;
        Some(glyph.byte as usize)
    }

    /// The place between two characters that is nearest to `at`, also where `at` lies outside.
    pub(in crate::ui) fn caret_at(&self, at: Pos2) -> usize {
        let line = self
            .lines
            .iter()
            .find(|line| at.y < line.bottom)
            .or_else(|| self.lines.last());
        let Some(line) = line else { return self.start };
        let after = |glyph: &&GlyphBox| at.x < (glyph.left + glyph.right) / 2.0;
        line.glyphs
            .iter()
            .find(after)
            .map_or(line.end, |glyph| glyph.byte as usize)
    }
}

impl Line {
    fn part(&self, span: Span) -> Option<LineBox> {
        let inside = |glyph: &&GlyphBox| span.has(glyph.byte as usize) && glyph.len > 0;
        let mut seen = self
            .glyphs
            .iter()
            .filter(inside)
            .skip_while(|glyph| glyph.blank)
            .peekable();
        let first = seen.peek()?.left;
        let (mut left, mut right) = (first, first);
        for glyph in seen.filter(|glyph| !glyph.blank) {
            left = left.min(glyph.left);
            right = right.max(glyph.right);
        }
        Some(LineBox {
            rect: Rect::from_min_max(pos2(left, self.top), pos2(right, self.bottom)),
            baseline: self.baseline,
        })
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Context, FontId, Galley, RawInput, pos2};
    use std::sync::Arc;

    use super::HitTable;
    use crate::base::Span;

    fn galley(text: &str, width: f32) -> Arc<Galley> {
        let ctx = Context::default();
        let mut out = None;
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let galley = ui
                .painter()
                .layout(text.to_owned(), FontId::proportional(18.0), Color32::BLACK, width);
            out = Some(galley);
        });
        output.textures_delta.clear();
        out.unwrap()
    }

    #[test]
    fn every_glyph_box_gives_its_own_byte_also_on_its_right_half() {
        let text = "é 12 people\nwere held";
        let table = HitTable::new(&galley(text, 400.0), 100);
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let boxes = table.boxes(Span::new(100 + at, 100 + at + c.len_utf8()));
            assert_eq!(boxes.len(), 1, "{c}");
            let rect = boxes[0].rect;
            for share in [0.25, 0.75] {
                let point = pos2(rect.left() + rect.width() * share, rect.center().y);
                assert_eq!(table.char_at(point), Some(100 + at), "{c} at {share}");
            }
        }
    }

    #[test]
    fn a_span_that_wraps_has_a_box_on_each_line() {
        let text = "one two three four five six seven";
        let table = HitTable::new(&galley(text, 80.0), 0);
        let boxes = table.boxes(Span::new(0, text.len()));
        assert!(boxes.len() > 2);
        assert!(boxes.windows(2).all(|pair| pair[0].rect.top() < pair[1].rect.top()));
        assert!(table.boxes(Span::new(200, 210)).is_empty());
    }

    #[test]
    fn carets_outside_are_the_nearest_ends() {
        let text = "one two";
        let table = HitTable::new(&galley(text, 400.0), 5);
        assert_eq!(table.caret_at(pos2(-50.0, -50.0)), 5);
        assert_eq!(table.caret_at(pos2(900.0, 5.0)), 12);
        assert_eq!(table.caret_at(pos2(900.0, 900.0)), 12);
    }
}
