//! From glyph to byte and back: one table per line, visual box to logical byte. Nothing else converts.
//!
//! The order of boxes on a line is the order in which they are seen; the bytes are those of the article. Both run the same
//! way, but in lines of right-to-left and mixed text: these differ here and nowhere else.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, pos2};

use super::bidi::{self, Atom};

use crate::base::Span;

/// A glyph as seen: its box on the line and the bytes of its character.
#[derive(Clone, Copy, Debug)]
struct GlyphBox {
    left: f32,
    right: f32,
    byte: u32,
    len: u8,
    blank: bool,
    /// True where the next character stands to the left.
    from_right: bool,
}

/// An atom of a line with its place.
pub(super) struct Placed<'g> {
    pub(super) atom: Atom,
    pub(super) left: f32,
    pub(super) galley: &'g Arc<Galley>,
}

/// A line whose atoms were put in order.
pub(super) struct PlacedLine<'g> {
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// The byte behind its last character, in the paragraph.
    pub(super) end: usize,
    pub(super) atoms: Vec<Placed<'g>>,
}

/// On which side of a place the character is that tells where it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The character behind it.
    On,
    /// The character before it.
    Back,
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
                    from_right: false,
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
        self.lines.iter().flat_map(|line| line.parts(span)).collect()
    }

    /// The table of a paragraph of `words` whose lines were put in order; it begins at byte `start` of the article.
    pub(super) fn of_lines(words: &str, placed: &[PlacedLine<'_>], start: usize) -> Self {
        let line = |line: &PlacedLine<'_>| {
            let first = line.atoms.iter().find_map(|one| one.galley.rows.first());
            let glyph = first.and_then(|row| row.row.glyphs.first());
            let baseline = glyph.map_or((line.bottom - line.top) * 0.75, |glyph| glyph.pos.y);
            let mut glyphs = Vec::new();
            for one in &line.atoms {
                boxes_of(words, one, start, &mut glyphs);
            }
            Line {
                top: line.top,
                bottom: line.bottom,
                baseline: line.top + baseline,
                end: start + line.end,
                glyphs,
            }
        };
        Self {
            lines: placed.iter().map(line).collect(),
            start,
        }
    }

    /// Where a caret stands at `byte`: a box without width, as high as the line.
    pub(super) fn caret_box(&self, byte: usize, side: Side) -> Option<Rect> {
        let on = |glyph: &&GlyphBox| glyph.byte as usize == byte;
        let back = |glyph: &&GlyphBox| glyph.byte as usize + usize::from(glyph.len) == byte;
        let find = |side: Side| {
            self.lines.iter().find_map(|line| {
                let x = match side {
                    Side::On => line.glyphs.iter().find(on)?.start(),
                    Side::Back => line.glyphs.iter().rfind(back)?.finish(),
                };
                Some((line, x))
            })
        };
        let other = if side == Side::On { Side::Back } else { Side::On };
        let empty = || {
            let line = self
                .lines
                .iter()
                .find(|line| byte <= line.end)
                .or_else(|| self.lines.last())?;
            Some((line, line.glyphs.last().map_or(0.0, |glyph| glyph.right)))
        };
        let (line, x) = find(side).or_else(|| find(other)).or_else(empty)?;
        Some(Rect::from_min_max(pos2(x, line.top), pos2(x, line.bottom)))
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
        let apart = |glyph: &GlyphBox| (glyph.left - at.x).max(at.x - glyph.right).max(0.0);
        let nearest = line.glyphs.iter().min_by(|a, b| apart(a).total_cmp(&apart(b)));
        nearest.map_or(line.end, |glyph| {
            let left_half = at.x < (glyph.left + glyph.right) / 2.0;
            let behind = glyph.byte as usize + usize::from(glyph.len);
            if left_half == glyph.from_right {
                behind
            } else {
                glyph.byte as usize
            }
        })
    }
}

impl GlyphBox {
    /// The edge at which its character begins.
    fn start(&self) -> f32 {
        if self.from_right { self.right } else { self.left }
    }

    /// The edge at which its character ends.
    fn finish(&self) -> f32 {
        if self.from_right { self.left } else { self.right }
    }
}

/// A glyph and the characters that it shows, as they are read: a ligature shows two, marks go with their letter.
struct Share {
    left: f32,
    right: f32,
    chars: Vec<(usize, char)>,
}

impl Share {
    fn of(left: f32, right: f32, first: (usize, char)) -> Self {
        Self {
            left,
            right,
            chars: vec![first],
        }
    }
}

/// The boxes of an atom's characters, from left to right.
fn boxes_of(words: &str, placed: &Placed<'_>, start: usize, out: &mut Vec<GlyphBox>) {
    let atom = placed.atom;
    let Some(row) = placed.galley.rows.first() else { return };
    // marks and what a ligature leaves out take no room of their own
    let wide = row.row.glyphs.iter().filter(|glyph| glyph.advance_width > 0.0);
    let offset = placed.left + row.pos.x;
    let glyphs: Vec<(char, f32, f32)> = wide
        .map(|glyph| {
            (
                glyph.chr,
                offset + glyph.pos.x,
                offset + glyph.pos.x + glyph.advance_width,
            )
        })
        .collect();
    let mut next: Box<dyn Iterator<Item = &(char, f32, f32)>> = if atom.from_right {
        Box::new(glyphs.iter().rev())
    } else {
        Box::new(glyphs.iter())
    };
    let mut upcoming = next.next();
    // characters that share a box, as they are read
    let mut shares: Vec<Share> = Vec::new();
    for (at, c) in atom.span.of(words).char_indices() {
        let at = start + atom.span.start() + at;
        let seen = if atom.from_right { bidi::mirrored(c) } else { c };
        match (upcoming, shares.last_mut()) {
            (Some((glyph, left, right)), last) if *glyph == seen || last.is_none() || c.is_whitespace() => {
                shares.push(Share::of(*left, *right, (at, c)));
                upcoming = next.next();
            }
            (_, Some(share)) => share.chars.push((at, c)),
            (_, None) => shares.push(Share::of(placed.left, placed.left, (at, c))),
        }
    }
    let from = out.len();
    for Share { left, right, chars } in shares {
        let base = chars.iter().filter(|(_, c)| !bidi::is_mark(*c)).count().max(1);
        let step = (right - left) / base as f32;
        let mut nth = 0;
        for (at, c) in chars {
            let own = !bidi::is_mark(c) || nth == 0;
            nth += usize::from(own);
            let share = (nth.max(1) - 1) as f32 * step;
            let (left, right) = if atom.from_right {
                (right - share - step, right - share)
            } else {
                (left + share, left + share + step)
            };
            out.push(GlyphBox {
                left,
                right,
                byte: u32::try_from(at).unwrap_or(u32::MAX),
                len: u8::try_from(c.len_utf8()).unwrap_or(1),
                blank: c.is_whitespace(),
                from_right: atom.from_right,
            });
        }
    }
    if atom.from_right {
        out.get_mut(from..).unwrap_or_default().reverse();
    }
}

impl Line {
    /// What is seen of a span: one box for all that stands side by side, blanks at its ends left out. Words that follow one
    /// another stand apart where the direction changes between them.
    fn parts(&self, span: Span) -> Vec<LineBox> {
        let inside = |glyph: &GlyphBox| span.has(glyph.byte as usize) && glyph.len > 0;
        let mut parts = Vec::new();
        for run in self.glyphs.chunk_by(|a, b| inside(a) == inside(b)) {
            let letters = || run.iter().filter(|glyph| inside(glyph) && !glyph.blank);
            let Some(first) = letters().next() else { continue };
            let left = letters().fold(first.left, |left, glyph| left.min(glyph.left));
            let right = letters().fold(first.right, |right, glyph| right.max(glyph.right));
            parts.push(LineBox {
                rect: Rect::from_min_max(pos2(left, self.top), pos2(right, self.bottom)),
                baseline: self.baseline,
            });
        }
        parts
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
