//! Fonts of a PDF, as far as text needs them: which characters codes stand for, and how wide they are.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use skrifa::MetadataProvider as _;

use super::cmap::CodeMap;
use super::encoding::{self, Base};
use super::{filter, guard, widths};

/// Programs and tables of fonts are unpacked up to here.
const MAX_BYTES: usize = 32 << 20;

/// Entries of a list of widths that are looked at.
const MAX_WIDTHS: usize = 100_000;

/// One code of a string.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// What it stands for; empty where the font does not tell.
    pub(super) words: String,
    /// Its width in thousandths of the font's size.
    pub(super) width: f32,
    /// True for the one byte that is a blank, which word spacing widens.
    pub(super) is_blank: bool,
}

/// A font.
pub(super) struct Font {
    kind: Kind,
    /// Vertical writing, whose letters stand below one another.
    pub(super) is_vertical: bool,
    /// So many thousandths of its size is one unit of its widths.
    scale: f32,
}

enum Kind {
    /// One byte a letter.
    Simple(Vec<Letter>),
    /// Letters of several bytes.
    Wide(Box<Wide>),
}

struct Wide {
    characters: CodeMap,
    /// From codes to numbers of glyphs.
    codes: CodeMap,
    widths: HashMap<u32, f32>,
    default_width: f32,
    /// The font's own table from characters to glyphs, the other way round.
    by_glyph: HashMap<u32, char>,
    /// Codes are characters of UTF-16 themselves.
    is_unicode: bool,
}

impl Font {
    pub(super) fn new(dict: &Dict<'_>) -> Self {
        let subtype = name(dict, b"Subtype");
        let to_unicode = dict.get::<Stream<'_>>(&b"ToUnicode"[..]);
        let characters = to_unicode.map(|stream| CodeMap::new(&filter::unpacked(&stream, MAX_BYTES)));
        let characters = characters.unwrap_or_default();
        if subtype == b"Type0" {
            return wide(dict, characters);
        }
        let matrix = dict.get::<Array<'_>>(&b"FontMatrix"[..]);
        let unit = matrix
            .and_then(|matrix| matrix.iter::<Number>().next())
            .map(|unit| unit.as_f32());
        let scale = if subtype == b"Type3" {
            unit.unwrap_or(0.001) * 1000.0
        } else {
            1.0
        };
        Self {
            kind: Kind::Simple(simple(dict, &characters)),
            is_vertical: false,
            scale: if scale.is_finite() { scale.abs() } else { 1.0 },
        }
    }

    /// The letters of a string.
    pub(super) fn letters(&self, bytes: &[u8], mut see: impl FnMut(&Letter)) {
        let mut scaled = |letter: &Letter| {
            if (self.scale - 1.0).abs() < f32::EPSILON {
                see(letter);
            } else {
                see(&Letter {
                    width: letter.width * self.scale,
                    ..letter.clone()
                });
            }
        };
        match &self.kind {
            Kind::Simple(letters) => {
                for byte in bytes {
                    if let Some(letter) = letters.get(usize::from(*byte)) {
                        scaled(letter);
                    }
                }
            }
            Kind::Wide(wide) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let (code, length) = wide.code(rest);
                    rest = rest.get(length..).unwrap_or_default();
                    scaled(&wide.letter(code, length));
                }
            }
        }
    }
}

impl Wide {
    /// The code that the bytes begin with, and its length.
    fn code(&self, bytes: &[u8]) -> (u32, usize) {
        let value = |length: usize| {
            bytes
                .iter()
                .take(length)
                .fold(0, |value, byte| value << 8 | u32::from(*byte))
        };
        let lengths = &self.codes.lengths;
        let fits = lengths
            .iter()
            .find(|(length, low, high)| *length <= bytes.len() && (*low..=*high).contains(&value(*length)));
        let length = fits.map_or(2, |(length, _, _)| *length).min(bytes.len()).max(1);
        (value(length), length)
    }

    fn letter(&self, code: u32, length: usize) -> Letter {
        let glyph = self.codes.numbers.get(&code).copied().unwrap_or(code);
        let own = self
            .characters
            .characters
            .get(&code)
            .map(|words| encoding::plain(words));
        let words = own.or_else(|| {
            let letter = if self.is_unicode {
                char::from_u32(code)
            } else {
                self.by_glyph.get(&glyph).copied()
            };
            letter.map(|letter| encoding::plain(letter.encode_utf8(&mut [0; 4])))
        });
        Letter {
            words: words.unwrap_or_default(),
            width: self.widths.get(&glyph).copied().unwrap_or(self.default_width),
            is_blank: length == 1 && code == 32,
        }
    }
}

fn name(dict: &Dict<'_>, key: &[u8]) -> Vec<u8> {
    dict.get::<Name<'_>>(key).map(|name| name.to_vec()).unwrap_or_default()
}

fn wide(dict: &Dict<'_>, characters: CodeMap) -> Font {
    let descendants = dict.get::<Array<'_>>(&b"DescendantFonts"[..]);
    let descendant = descendants
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
        .unwrap_or_default();
    let encoding_name = name(dict, b"Encoding");
    let codes = dict.get::<Stream<'_>>(&b"Encoding"[..]);
    let codes = codes
        .map(|stream| CodeMap::new(&filter::unpacked(&stream, MAX_BYTES)))
        .unwrap_or_default();
    let widths = descendant
        .get::<Array<'_>>(&b"W"[..])
        .map(|list| wide_widths(&list))
        .unwrap_or_default();
    let default_width = descendant
        .get::<Number>(&b"DW"[..])
        .map_or(1000.0, |width| width.as_f32());
    let by_glyph = if characters.characters.is_empty() {
        glyphs(&descendant)
    } else {
        HashMap::new()
    };
    let is_unicode = encoding_name.starts_with(b"Uni") && guard::find(&encoding_name, b"UC", 0).is_some()
        || guard::find(&encoding_name, b"UTF16", 0).is_some();
    Font {
        is_vertical: encoding_name.ends_with(b"-V"),
        kind: Kind::Wide(Box::new(Wide {
            characters,
            codes,
            widths,
            default_width,
            by_glyph,
            is_unicode,
        })),
        scale: 1.0,
    }
}

/// Widths by the number of the glyph: runs of them, and stretches of one width.
fn wide_widths(list: &Array<'_>) -> HashMap<u32, f32> {
    let mut out = HashMap::new();
    let mut pending: Vec<f32> = Vec::new();
    for object in list.iter::<Object<'_>>().take(MAX_WIDTHS) {
        match object {
            Object::Number(number) => {
                pending.push(number.as_f32());
                if let [first, last, width] = pending.as_slice() {
                    let (first, last) = (first.max(0.0) as u32, last.max(0.0) as u32);
                    for glyph in (first..=last).take(MAX_WIDTHS) {
                        out.insert(glyph, *width);
                    }
                    pending.clear();
                }
            }
            Object::Array(run) => {
                let first = pending.pop().unwrap_or(0.0).max(0.0) as u32;
                pending.clear();
                for (glyph, width) in (first..).zip(run.iter::<Number>().take(MAX_WIDTHS)) {
                    out.insert(glyph, width.as_f32());
                }
            }
            _ => pending.clear(),
        }
        if out.len() > MAX_WIDTHS {
            break;
        }
    }
    out
}

/// The font program's own table from characters to glyphs, the other way round.
fn glyphs(descendant: &Dict<'_>) -> HashMap<u32, char> {
    let descriptor = descendant.get::<Dict<'_>>(&b"FontDescriptor"[..]).unwrap_or_default();
    let Some(program) = program(&descriptor, &[b"FontFile2", b"FontFile3"]) else {
        return HashMap::new();
    };
    let Ok(font) = skrifa::FontRef::new(&program) else {
        return HashMap::new();
    };
    let mut out = HashMap::new();
    for (code, glyph) in font.charmap().mappings().take(MAX_WIDTHS) {
        if let Some(letter) = char::from_u32(code) {
            out.entry(glyph.to_u32()).or_insert(letter);
        }
    }
    out
}

fn program(descriptor: &Dict<'_>, keys: &[&[u8]]) -> Option<Vec<u8>> {
    let stream = keys.iter().find_map(|key| descriptor.get::<Stream<'_>>(*key))?;
    Some(filter::unpacked(&stream, MAX_BYTES))
}

/// The letters of the 256 codes.
fn simple(dict: &Dict<'_>, characters: &CodeMap) -> Vec<Letter> {
    let font_name = String::from_utf8_lossy(&name(dict, b"BaseFont")).into_owned();
    let descriptor = dict.get::<Dict<'_>>(&b"FontDescriptor"[..]).unwrap_or_default();
    let (base, names) = names(dict, &descriptor, &font_name);
    let first = dict.get::<Number>(&b"FirstChar"[..]).map_or(0, |first| first.as_i64());
    let list = dict.get::<Array<'_>>(&b"Widths"[..]);
    let list: Option<Vec<f32>> = list.map(|list| list.iter::<Number>().take(256).map(|width| width.as_f32()).collect());
    let missing = descriptor
        .get::<Number>(&b"MissingWidth"[..])
        .map(|width| width.as_f32());
    let mut out = Vec::with_capacity(256);
    for code in 0..=u8::MAX {
        let told = characters.characters.get(&u32::from(code)).cloned();
        let words = told.or_else(|| match names.get(&code) {
            Some(name) => encoding::of_name(name),
            None => encoding::of_code(base, code).map(|letter| letter.to_string()),
        });
        let words = encoding::plain(&words.unwrap_or_default());
        let at = usize::try_from(i64::from(code) - first).ok();
        let own = list
            .as_ref()
            .and_then(|list| at.map(|at| list.get(at).copied().or(missing).unwrap_or(0.0)));
        let standard = || widths::of(&font_name, words.chars().next().unwrap_or(' '));
        out.push(Letter {
            width: own.unwrap_or_else(standard),
            words,
            is_blank: code == 32,
        });
    }
    out
}

/// The list that the codes start from, and the glyphs' names where they differ from it.
fn names(dict: &Dict<'_>, descriptor: &Dict<'_>, font_name: &str) -> (Base, HashMap<u8, String>) {
    let of_word = |word: &[u8]| match word {
        b"WinAnsiEncoding" => Some(Base::Windows),
        b"MacRomanEncoding" => Some(Base::Mac),
        b"StandardEncoding" => Some(Base::Standard),
        _ => None,
    };
    let is_true_type = name(dict, b"Subtype") == b"TrueType";
    let own = dict.get::<Dict<'_>>(&b"Encoding"[..]);
    let word = own
        .as_ref()
        .map_or_else(|| name(dict, b"Encoding"), |own| name(own, b"BaseEncoding"));
    let fallback = match () {
        () if font_name.contains("Symbol") => Base::Symbol,
        () if is_true_type => Base::Windows,
        () => Base::Standard,
    };
    let told = of_word(&word);
    let mut names = HashMap::new();
    if told.is_none()
        && let Some(program) = program(descriptor, &[b"FontFile"])
    {
        names = names_of_program(&program);
    }
    if let Some(differences) = own.and_then(|own| own.get::<Array<'_>>(&b"Differences"[..])) {
        let mut code = 0_i64;
        for object in differences.iter::<Object<'_>>().take(1024) {
            match object {
                Object::Number(number) => code = number.as_i64(),
                Object::Name(name) => {
                    if let Ok(code) = u8::try_from(code) {
                        names.insert(code, name.as_str().to_owned());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    (told.unwrap_or(fallback), names)
}

/// The names that a Type 1 font gives its codes: rows `dup 11 /ff put` in its clear part.
fn names_of_program(program: &[u8]) -> HashMap<u8, String> {
    let end = guard::find(program, b"eexec", 0).unwrap_or(program.len());
    let clear = String::from_utf8_lossy(program.get(..end).unwrap_or_default()).into_owned();
    let mut out = HashMap::new();
    for row in clear.split("dup ").skip(1) {
        let mut words = row.split_whitespace();
        let (code, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if let (Ok(code), Some(name)) = (code.parse::<u8>(), name.strip_prefix('/')) {
            out.insert(code, name.to_owned());
        }
    }
    out
}
