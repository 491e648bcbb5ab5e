//! Sets a paragraph of right-to-left or mixed text: each atom by itself, in the order in which lines are seen.

use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection};
use egui::{Galley, Ui, Vec2, vec2};

use super::bidi::{self, Atom, VisualLine};
use super::hit::{HitTable, Placed, PlacedLine};

/// A paragraph that was set: what is drawn where, and where its characters are.
pub(super) struct Visual {
    pub(super) pieces: Vec<(Vec2, Arc<Galley>)>,
    pub(super) hits: HitTable,
    pub(super) height: f32,
}

/// Sets the paragraph of `job` within its width; it begins at byte `start` of the article. Its sections say the look.
pub(super) fn set(ui: &Ui, job: &LayoutJob, line_height: f32, start: usize) -> Visual {
    let words = job.text.as_str();
    let edges: Vec<usize> = job.sections.iter().map(|section| section.byte_range.start.0).collect();
    let cut = bidi::cut(words, &edges);
    let galleys: Vec<Arc<Galley>> = cut.atoms.iter().map(|atom| galley(ui, job, *atom)).collect();
    let widths: Vec<f32> = galleys.iter().map(|galley| galley.rect.width()).collect();
    let max = job.wrap.max_width;
    let lines = cut.lines(&widths, max);
    let mut out = Visual {
        pieces: Vec::with_capacity(galleys.len()),
        hits: HitTable::default(),
        height: lines.len().max(1) as f32 * line_height,
    };
    let mut placed = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate() {
        let top = number as f32 * line_height;
        let atoms = placed_atoms(line, &cut.atoms, &galleys, max);
        for atom in atoms.iter().filter(|atom| !atom.atom.blank) {
            out.pieces.push((vec2(atom.left, top), Arc::clone(atom.galley)));
        }
        placed.push(PlacedLine {
            top,
            bottom: top + line_height,
            end: line.end,
            atoms,
        });
    }
    out.hits = HitTable::of_lines(words, &placed, start);
    out
}

/// The atoms of a line from left to right; a line that begins at the right ends there.
fn placed_atoms<'g>(line: &VisualLine, atoms: &[Atom], galleys: &'g [Arc<Galley>], max: f32) -> Vec<Placed<'g>> {
    let both = |at: &usize| Some((*atoms.get(*at)?, galleys.get(*at)?));
    let inside: Vec<(Atom, &Arc<Galley>)> = line.atoms.iter().filter_map(both).collect();
    // the blanks at the end of a line take no room
    let last = inside
        .iter()
        .filter(|(atom, _)| !atom.blank)
        .map(|(atom, _)| atom.span.end())
        .max()
        .unwrap_or_default();
    let shown = |one: &(Atom, &Arc<Galley>)| {
        if one.0.span.start() >= last {
            0.0
        } else {
            one.1.rect.width()
        }
    };
    let all: f32 = inside.iter().map(shown).sum();
    let mut x = if line.from_right { (max - all).max(0.0) } else { 0.0 };
    let mut placed = Vec::with_capacity(inside.len());
    for one in inside {
        let left = x;
        x += shown(&one);
        placed.push(Placed {
            atom: one.0,
            left,
            galley: one.1,
        });
    }
    placed
}

/// An atom as glyphs, in the look that the job has there. Digits of Arabic scripts stand alone: the toolkit turns runs of
/// them.
fn galley(ui: &Ui, job: &LayoutJob, atom: Atom) -> Arc<Galley> {
    let words = atom.span.of(&job.text);
    let text: String = if atom.from_right {
        words.chars().map(bidi::mirrored).collect()
    } else {
        words.replace(['\n', '\r'], " ")
    };
    let here = |section: &&LayoutSection| section.byte_range.start.0 <= atom.span.start();
    let format = job
        .sections
        .iter()
        .rfind(here)
        .map(|section| section.format.clone())
        .unwrap_or_default();
    let mut own = LayoutJob::default();
    let is_turned = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    if !atom.from_right && text.contains(is_turned) {
        for (at, c) in text.char_indices() {
            own.sections.push(LayoutSection {
                leading_space: 0.0,
                byte_range: ByteIndex(at)..ByteIndex(at + c.len_utf8()),
                format: format.clone(),
            });
        }
        own.text = text;
    } else {
        own.append(&text, 0.0, format);
    }
    own.wrap.max_width = f32::INFINITY;
    ui.fonts_mut(|fonts| fonts.layout_job(own))
}

#[cfg(test)]
mod tests {
    use egui::text::LayoutJob;
    use egui::{Color32, Context, FontId, RawInput, pos2};

    use super::super::hit::Side;
    use super::{Visual, set};
    use crate::base::Span;

    /// The paragraph as set, beginning at byte 100 of its article.
    fn laid(text: &str, width: f32) -> Visual {
        let ctx = Context::default();
        let mut out = None;
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let mut job = LayoutJob::simple(text.to_owned(), FontId::proportional(18.0), Color32::BLACK, width);
            job.wrap.max_width = width;
            out = Some(set(ui, &job, 30.0, 100));
        });
        output.textures_delta.clear();
        out.expect("a paragraph")
    }

    fn left(visual: &Visual, text: &str, words: &str) -> f32 {
        let at = 100 + text.find(words).expect("words");
        let boxes = visual.hits.boxes(Span::new(at, at + words.len()));
        boxes.first().expect("they are seen").rect.left()
    }

    const TEXTS: [&str; 4] = [
        "נעצרו 4,400 איש, אמר דובר",
        "قتل 120 شخصا (بينهم ١٢٠ نازحا)",
        "۱۲۰ نفر کشته شدند",
        "Police in حلب الشهباء held 12 people",
    ];

    #[test]
    fn every_letter_is_found_again_where_it_is_seen() {
        for text in TEXTS {
            let visual = laid(text, 900.0);
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                let span = Span::new(100 + at, 100 + at + c.len_utf8());
                let boxes = visual.hits.boxes(span);
                assert_eq!(boxes.len(), 1, "{c} of {text}");
                let rect = boxes[0].rect;
                for share in [0.25, 0.75] {
                    let point = pos2(rect.left() + rect.width() * share, rect.center().y);
                    assert_eq!(visual.hits.char_at(point), Some(100 + at), "{c} at {share} of {text}");
                }
                let caret = visual.hits.caret_box(100 + at, Side::On).expect("a caret");
                let beside = caret.left() == rect.left() || caret.left() == rect.right();
                assert!(beside, "{c} of {text}");
            }
        }
    }

    #[test]
    fn letters_run_to_the_left_and_digits_to_the_right() {
        let [hebrew, arabic, persian, mixed] = TEXTS;
        let visual = laid(hebrew, 900.0);
        assert!(left(&visual, hebrew, "נעצרו") > left(&visual, hebrew, "4,400"));
        assert!(left(&visual, hebrew, "נ") > left(&visual, hebrew, "ע"));
        assert!(left(&visual, hebrew, "4,") < left(&visual, hebrew, "400"));
        let visual = laid(arabic, 900.0);
        assert!(left(&visual, arabic, "١") < left(&visual, arabic, "٢"));
        assert!(left(&visual, arabic, "٢") < left(&visual, arabic, "٠"));
        assert!(left(&visual, arabic, "1") < left(&visual, arabic, "2"));
        let visual = laid(persian, 900.0);
        assert!(left(&visual, persian, "۱") < left(&visual, persian, "۲"));
        assert!(left(&visual, persian, "۱۲۰") > left(&visual, persian, "نفر"));
        let visual = laid(mixed, 900.0);
        assert_eq!(left(&visual, mixed, "Police"), 0.0);
        assert!(left(&visual, mixed, "حلب") > left(&visual, mixed, "الشهباء"));
        assert!(left(&visual, mixed, "held") > left(&visual, mixed, "حلب"));
    }

    #[test]
    fn words_that_stand_apart_have_a_box_each() {
        let mixed = TEXTS[3];
        let visual = laid(mixed, 900.0);
        // "in حلب": the first Arabic word stands behind the second
        let at = 100 + mixed.find("in").expect("words");
        let boxes = visual.hits.boxes(Span::new(at, at + "in حلب".len()));
        assert_eq!(boxes.len(), 2);
        let narrow = laid(mixed, 90.0);
        assert!(narrow.height > 60.0, "{} high", narrow.height);
    }
}
