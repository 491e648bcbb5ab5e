//! Runs what draws a page, as far as letters go: which ones stand where, how large.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::facts::text_string;
use super::filter;
use super::font::Font;

/// Forms in forms are run so far down.
const MAX_FORMS: usize = 10;

/// States that are kept at a time.
const MAX_STATES: usize = 200;

/// Letters of one page.
const MAX_LETTERS: usize = 300_000;

/// One page's own instructions are unpacked up to here.
const MAX_PAGE_BYTES: usize = 64 << 20;

/// Fonts that are kept read.
const MAX_FONTS: usize = 2_000;

/// One letter, or several that one sign stands for, in a page whose upper left corner is 0, 0 and whose unit is a point.
/// Turned text is turned back: it stands in a page of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) words: String,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Where it stands on its line; downwards.
    pub(super) base: f32,
    pub(super) size: f32,
    /// Quarter turns of its line.
    pub(super) turn: u8,
    /// The document says that it belongs to the page, not to the text.
    pub(super) is_artifact: bool,
}

/// What is left of the work that may be done for a document.
pub(super) struct Budget {
    pub(super) instructions: usize,
    pub(super) bytes: usize,
}

impl Budget {
    pub(super) fn is_spent(&self) -> bool {
        self.instructions == 0 || self.bytes == 0
    }
}

type Matrix = [f32; 6];

const UNTURNED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn times(a: &Matrix, b: &Matrix) -> Matrix {
    let [a0, a1, a2, a3, a4, a5] = a;
    let [b0, b1, b2, b3, b4, b5] = b;
    [
        a0 * b0 + a1 * b2,
        a0 * b1 + a1 * b3,
        a2 * b0 + a3 * b2,
        a2 * b1 + a3 * b3,
        a4 * b0 + a5 * b2 + b4,
        a4 * b1 + a5 * b3 + b5,
    ]
}

/// What holds for letters.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// A marked passage.
struct Marked {
    is_artifact: bool,
    /// What it says, told beside its letters, and where these begin.
    told: Option<(String, usize)>,
}

/// The fonts of a document that were read.
pub(super) type Fonts = HashMap<usize, Rc<Font>>;

/// Runs one page.
pub(super) struct Run<'r> {
    fonts: &'r mut Fonts,
    budget: &'r mut Budget,
    state: State,
    states: Vec<State>,
    text: Matrix,
    line: Matrix,
    marked: Vec<Marked>,
    glyphs: Vec<Glyph>,
}

/// The letters of a page in the order in which they are drawn, and the page's height.
pub(super) fn glyphs(page: &Page<'_>, fonts: &mut Fonts, budget: &mut Budget) -> Vec<Glyph> {
    let mut run = Run {
        fonts,
        budget,
        state: State {
            matrix: upright(page),
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        },
        states: Vec::new(),
        text: UNTURNED,
        line: UNTURNED,
        marked: Vec::new(),
        glyphs: Vec::new(),
    };
    let content = content(page, run.budget);
    run.content(&content, page.resources(), 0);
    run.glyphs
}

/// The page's instructions; parts of them may stand in several streams.
fn content(page: &Page<'_>, budget: &mut Budget) -> Vec<u8> {
    let raw = page.raw();
    let mut out = Vec::new();
    let mut add = |stream: &Stream<'_>| {
        let room = MAX_PAGE_BYTES.saturating_sub(out.len()).min(budget.bytes);
        let part = filter::unpacked(stream, room);
        budget.bytes -= part.len();
        out.extend(part);
        out.push(b'\n');
    };
    if let Some(stream) = raw.get::<Stream<'_>>(&b"Contents"[..]) {
        add(&stream);
    } else if let Some(streams) = raw.get::<Array<'_>>(&b"Contents"[..]) {
        streams
            .iter::<Stream<'_>>()
            .take(10_000)
            .for_each(|stream| add(&stream));
    }
    out
}

/// From the page's own places to those of a page as it is looked at.
fn upright(page: &Page<'_>) -> Matrix {
    let area = page.intersected_crop_box();
    let (left, bottom) = (area.x0 as f32, area.y0 as f32);
    let (width, height) = (area.width() as f32, area.height() as f32);
    match page.rotation() {
        Rotation::None => [1.0, 0.0, 0.0, -1.0, -left, height + bottom],
        Rotation::Horizontal => [0.0, 1.0, 1.0, 0.0, -bottom, -left],
        Rotation::Flipped => [-1.0, 0.0, 0.0, 1.0, width + left, -bottom],
        Rotation::FlippedHorizontal => [0.0, -1.0, -1.0, 0.0, height + bottom, width + left],
    }
}

impl<'r> Run<'r> {
    fn content(&mut self, bytes: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut instructions = UntypedIter::new(bytes);
        while let Some(instruction) = instructions.next() {
            if self.budget.instructions == 0 || self.glyphs.len() > MAX_LETTERS {
                return;
            }
            self.budget.instructions -= 1;
            let operator: &[u8] = instruction.operator;
            let operands: Vec<&Object<'_>> = instruction.operands().take(8).collect();
            match operator {
                b"Do" => {
                    if let Some(Object::Name(name)) = operands.first() {
                        self.form(name, resources, depth);
                    }
                }
                b"Tf" => {
                    if let [Object::Name(name), Object::Number(size), ..] = operands.as_slice() {
                        self.state.size = size.as_f32();
                        self.state.font = resources.get_font(name).map(|dict| self.font(&dict));
                    }
                }
                b"BDC" | b"BMC" => self.mark(&operands, resources),
                b"EMC" => self.unmark(),
                _ => self.simple(operator, &operands),
            }
        }
    }

    /// A form is drawn: a page in the page.
    fn form(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        if depth >= MAX_FORMS {
            return;
        }
        let Some(stream) = resources.get_x_object(name) else {
            return;
        };
        let dict = stream.dict();
        let is_form = dict
            .get::<Name<'_>>(&b"Subtype"[..])
            .is_some_and(|sort| *sort == *b"Form");
        if !is_form {
            return;
        }
        let bytes = filter::unpacked(&stream, MAX_PAGE_BYTES.min(self.budget.bytes));
        self.budget.bytes -= bytes.len();
        let own = dict.get::<Dict<'_>>(&b"Resources"[..]).map(Resources::new);
        let before = self.state.clone();
        let (text, line, num_states) = (self.text, self.line, self.states.len());
        let matrix = dict.get::<Array<'_>>(&b"Matrix"[..]);
        let matrix: Vec<f32> = matrix
            .map(|list| list.iter::<Number>().take(6).map(|one| one.as_f32()).collect())
            .unwrap_or_default();
        if let Ok(matrix) = Matrix::try_from(matrix) {
            self.state.matrix = times(&matrix, &self.state.matrix);
        }
        let num_marked = self.marked.len();
        match &own {
            Some(own) => self.content(&bytes, own, depth + 1),
            None => self.content(&bytes, resources, depth + 1),
        }
        self.marked.truncate(num_marked);
        self.states.truncate(num_states);
        self.state = before;
        (self.text, self.line) = (text, line);
    }

    fn font(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        let key = dict.data().as_ptr() as usize;
        if let Some(font) = self.fonts.get(&key) {
            return Rc::clone(font);
        }
        let font = Rc::new(Font::new(dict));
        // reading a font is as much work as many instructions
        self.budget.instructions = self.budget.instructions.saturating_sub(10_000);
        if self.fonts.len() < MAX_FONTS {
            self.fonts.insert(key, Rc::clone(&font));
        }
        font
    }

    fn mark(&mut self, operands: &[&Object<'_>], resources: &Resources<'_>) {
        let tag: &[u8] = match operands.first() {
            Some(Object::Name(name)) => name,
            _ => b"",
        };
        let properties = match operands.get(1) {
            Some(Object::Dict(dict)) => Some(dict.clone()),
            Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name.as_ref()),
            _ => None,
        };
        let told = properties.and_then(|dict| dict.get::<hayro_syntax::object::String<'_>>(&b"ActualText"[..]));
        let outer = self.marked.last().is_some_and(|outer| outer.is_artifact);
        if self.marked.len() < MAX_STATES {
            self.marked.push(Marked {
                is_artifact: outer || tag == b"Artifact",
                told: told.map(|words| (text_string(words.as_bytes()), self.glyphs.len())),
            });
        }
    }

    /// A passage ends; what it says, told beside, stands for its letters.
    fn unmark(&mut self) {
        let Some(Marked {
            told: Some((words, begun)),
            ..
        }) = self.marked.pop()
        else {
            return;
        };
        let letters = self.glyphs.get(begun..).unwrap_or_default();
        let Some(first) = letters.first().cloned() else { return };
        let same = |glyph: &&Glyph| (glyph.base - first.base).abs() < first.size * 0.5 && glyph.turn == first.turn;
        // only within one line is it known where the words stand
        if letters.iter().all(|glyph| same(&glyph)) {
            let right = letters.iter().map(|glyph| glyph.right).fold(first.right, f32::max);
            let left = letters.iter().map(|glyph| glyph.left).fold(first.left, f32::min);
            self.glyphs.truncate(begun);
            self.glyphs.push(Glyph {
                words: super::encoding::plain(&words),
                left,
                right,
                ..first
            });
        }
    }

    fn simple(&mut self, operator: &[u8], operands: &[&Object<'_>]) {
        let number = |at: usize| match operands.get(at) {
            Some(Object::Number(number)) => number.as_f32(),
            _ => 0.0,
        };
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        match operator {
            b"q" if self.states.len() < MAX_STATES => self.states.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.matrix = times(&matrix(), &self.state.matrix),
            b"BT" => (self.text, self.line) = (UNTURNED, UNTURNED),
            b"Tc" => self.state.letter_space = number(0),
            b"Tw" => self.state.word_space = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => (self.text, self.line) = (matrix(), matrix()),
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first()),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.first());
            }
            b"\"" => {
                (self.state.word_space, self.state.letter_space) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2));
            }
            b"TJ" => {
                if let Some(Object::Array(parts)) = operands.first() {
                    for part in parts.iter::<Object<'_>>() {
                        match &part {
                            Object::Number(back) => {
                                let by = -back.as_f32() / 1000.0 * self.state.size;
                                self.advance(by);
                            }
                            part => self.show(Some(&part)),
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, right: f32, up: f32) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, right, up], &self.line);
        self.text = self.line;
    }

    /// Moves the place of the next letter, in units of the text.
    fn advance(&mut self, by: f32) {
        let is_vertical = self.state.font.as_ref().is_some_and(|font| font.is_vertical);
        let (right, up) = if is_vertical {
            (0.0, by)
        } else {
            (by * self.state.stretch, 0.0)
        };
        self.text = times(&[1.0, 0.0, 0.0, 1.0, right, up], &self.text);
    }

    fn show(&mut self, words: Option<&&Object<'_>>) {
        let Some(Object::String(words)) = words else { return };
        let Some(font) = self.state.font.clone() else { return };
        let is_artifact = self.marked.last().is_some_and(|marked| marked.is_artifact);
        let size = self.state.size;
        font.letters(words.as_bytes(), |letter| {
            let width = letter.width / 1000.0 * size;
            let space = self.state.letter_space + if letter.is_blank { self.state.word_space } else { 0.0 };
            self.put(&letter.words, width, is_artifact);
            let by = if font.is_vertical { -size - space } else { width + space };
            self.advance(by);
        });
    }

    /// Puts a letter of this width in units of the text at the present place.
    fn put(&mut self, words: &str, width: f32, is_artifact: bool) {
        if words.is_empty() || self.glyphs.len() > MAX_LETTERS {
            return;
        }
        let [a, b, c, d, x, y] = times(&self.text, &self.state.matrix);
        let length = a.hypot(b);
        let size = (c.hypot(d) * self.state.size).abs();
        let Some(turn) = turn(a, b) else { return };
        let (x, y) = (x + c * self.state.rise, y + d * self.state.rise);
        let (left, base) = match turn {
            0 => (x, y),
            1 => (y, -x),
            2 => (-x, -y),
            _ => (-y, x),
        };
        let right = left + width * self.state.stretch * length;
        let is_sound = [left, right, base, size]
            .iter()
            .all(|value| value.is_finite() && value.abs() < 1e6);
        if is_sound && size > 0.1 {
            self.glyphs.push(Glyph {
                words: words.to_owned(),
                left: left.min(right),
                right: right.max(left),
                base,
                size,
                turn,
                is_artifact,
            });
        }
    }
}

/// Quarter turns, clockwise, of a line that goes this way; `None` for lines across the page, as watermarks go.
fn turn(right: f32, down: f32) -> Option<u8> {
    if down.abs() < right.abs() * 0.2 {
        return Some(if right > 0.0 { 0 } else { 2 });
    }
    if right.abs() < down.abs() * 0.2 {
        return Some(if down > 0.0 { 1 } else { 3 });
    }
    None
}
