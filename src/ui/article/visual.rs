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
