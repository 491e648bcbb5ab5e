//! Documents in rich text: RTF, as Word, LibreOffice and news databases write it.

mod lex;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use self::lex::{Sign, Signs};
use self::tables::Tables;
use super::flow::Flow;
use super::{Body, own_facts};
use crate::article::facts::{Article, Format};
use crate::base::Note;

/// Groups in one another that are looked into; deeper ones are passed over.
const MAX_DEPTH: usize = 5_000;

/// Fonts that are remembered.
const MAX_FONTS: usize = 10_000;

/// True for a file that begins as RTF does.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start()
        .starts_with(b"{\\rtf")
}

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    Reader::new().body(bytes).article(Format::Rtf, name)
}

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Text,
    /// Nowhere, but a group in it may be text.
    Waiting,
    /// Nowhere, nor those of any group in it.
    Buried,
    Fonts,
    Info,
    Title,
    Author,
    /// Parts of the day when the file was made.
    Made,
}

/// What ends with a group.
#[derive(Clone, Debug)]
enum Ends {
    Nothing,
    Note(usize, Tables),
    Box(Tables),
}

/// What holds inside a group.
#[derive(Clone, Copy)]
struct State {
    place: Place,
    encoding: &'static Encoding,
    /// So many characters that follow one by number stand for it in old programs.
    num_fallback: usize,
    is_hidden: bool,
    is_deleted: bool,
    /// How many tables in one another the paragraph stands in.
    level: usize,
}

struct Reader {
    flow: Flow,
    tables: Tables,
    state: State,
    outer: Vec<(State, Ends)>,
    /// Groups deeper than are looked into.
    num_too_deep: usize,
    fonts: HashMap<i32, &'static Encoding>,
    /// The font that the list of fonts is at.
    font: i32,
    file_encoding: &'static Encoding,
    /// Bytes of one encoding that are not yet characters.
    bytes: Vec<u8>,
    /// The first half of a character that comes as two numbers.
    half: Option<u16>,
    /// Characters to pass over behind one by number.
    num_skipped: usize,
    /// `\*` came: the group is passed over unless its word is known.
    is_optional: bool,
    title: String,
    author: String,
    made: [i32; 3],
}

impl Reader {
    fn new() -> Self {
        Self {
            flow: Flow::default(),
            tables: Tables::default(),
            state: State {
                place: Place::Text,
                encoding: WINDOWS_1252,
                num_fallback: 1,
                is_hidden: false,
                is_deleted: false,
                level: 0,
            },
            outer: Vec::new(),
            num_too_deep: 0,
            fonts: HashMap::new(),
            font: 0,
            file_encoding: WINDOWS_1252,
            bytes: Vec::new(),
            half: None,
            num_skipped: 0,
            is_optional: false,
            title: String::new(),
            author: String::new(),
            made: [0; 3],
        }
    }

    fn body(mut self, bytes: &[u8]) -> Body {
        for sign in Signs::new(bytes) {
            match sign {
                Sign::Open => self.open(),
                Sign::Close => self.close(),
                Sign::Byte(byte) => self.byte(byte),
                Sign::Symbol(symbol) => self.symbol(symbol),
                Sign::Word(word, number) => self.word(word, number),
            }
        }
        self.flush();
        let is_whole = self.outer.is_empty() && self.num_too_deep == 0;
        while !self.outer.is_empty() {
            self.close();
        }
        let mut body = self.flow.finish();
        if !is_whole {
            let sentence = "The document is damaged: it ends in the middle, and its text was read up to there.";
            body.notes.push(Note::Other(sentence.to_owned()));
        }
        body.title = own_facts::useful_title(&self.title);
        body.author = own_facts::useful_author(&self.author);
        let [year, month, day] = self.made;
        body.dates
            .extend(own_facts::made(&format!("{year:04}-{month:02}-{day:02}")).filter(|_| month > 0 && day > 0));
        body
    }

    fn open(&mut self) {
        self.flush();
        self.num_skipped = 0;
        if self.outer.len() >= MAX_DEPTH {
            self.num_too_deep += 1;
            return;
        }
        self.outer.push((self.state, Ends::Nothing));
        self.is_optional = false;
    }

    fn close(&mut self) {
        self.flush();
        self.num_skipped = 0;
        self.is_optional = false;
        if self.num_too_deep > 0 {
            self.num_too_deep -= 1;
            return;
        }
        let Some((state, ends)) = self.outer.pop() else { return };
        match ends {
            Ends::Nothing => {}
            Ends::Note(begun, tables) => {
                self.flow.close_note(begun);
                self.tables = tables;
            }
            Ends::Box(tables) => {
                self.flow.close_box();
                self.tables = tables;
            }
        }
        self.state = state;
    }

    /// One byte of text in the encoding that holds.
    fn byte(&mut self, byte: u8) {
        if self.num_skipped > 0 {
            self.num_skipped -= 1;
        } else if self.num_too_deep == 0 {
            self.bytes.push(byte);
        }
    }

    /// Makes characters of the bytes that came.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (words, _) = self.state.encoding.decode_without_bom_handling(&bytes);
        self.write(&words);
    }

    fn write(&mut self, words: &str) {
        match self.state.place {
            Place::Text if !self.state.is_hidden && !self.state.is_deleted => {
                // blanks alone open no table's cell
                if !words.trim().is_empty() {
                    self.tables.begin(self.state.level, &mut self.flow);
                }
                self.flow.text(words);
            }
            Place::Title => self.title.push_str(words),
            Place::Author => self.author.push_str(words),
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.num_skipped > 0 {
            self.num_skipped -= 1;
            return;
        }
        self.flush();
        match symbol {
            b'~' => self.write("\u{a0}"),
            b'_' => self.write("-"),
            b'*' => self.is_optional = true,
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if self.num_skipped > 0 && word != "u" {
            self.num_skipped -= 1;
            return;
        }
        if self.num_too_deep > 0 {
            return;
        }
        self.flush();
        if word == "u" {
            self.by_number(number.unwrap_or(0));
            return;
        }
        self.half = None;
        let is_optional = std::mem::take(&mut self.is_optional);
        if self.destination(word, is_optional) || self.property(word, number) {
            return;
        }
        if let Some((_, words)) = words::WRITTEN.iter().find(|(own, _)| *own == word) {
            self.write(words);
        } else if self.state.place == Place::Text && !self.state.is_deleted {
            self.layout(word);
        }
    }

    /// A character by its number; two numbers for one above the first 65,536.
    fn by_number(&mut self, number: i32) {
        let unit = u16::try_from(number & 0xffff).unwrap_or(0);
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
        } else {
            let letters = char::decode_utf16(units).flatten();
            let words: String = letters
                .filter(|letter| !('\u{e000}'..='\u{f8ff}').contains(letter))
                .collect();
            self.write(&words);
        }
        self.num_skipped = self.state.num_fallback;
    }

    /// Words that say what a group is; true where this was one.
    fn destination(&mut self, word: &str, is_optional: bool) -> bool {
        let place = match word {
            "fonttbl" => Place::Fonts,
            "info" => Place::Info,
            "title" if self.state.place == Place::Info => Place::Title,
            "author" if self.state.place == Place::Info => Place::Author,
            "creatim" if self.state.place == Place::Info => Place::Made,
            _ if self.state.place == Place::Buried => return false,
            _ if words::BURIED.contains(&word) => Place::Buried,
            _ if words::WAITING.contains(&word) => Place::Waiting,
            _ if words::REVIVING.contains(&word) => {
                if word.ends_with("txt") || word.ends_with("text") {
                    self.aside(false);
                }
                Place::Text
            }
            "footnote" if self.state.place == Place::Text => {
                self.aside(true);
                Place::Text
            }
            _ if is_optional && !words::KNOWN_OPTIONAL.contains(&word) => Place::Buried,
            _ => return false,
        };
        self.state.place = place;
        true
    }

    /// The group stands beside the paragraph.
    fn aside(&mut self, is_note: bool) {
        let Some((_, ends)) = self.outer.last_mut() else { return };
        if !matches!(ends, Ends::Nothing) {
            return;
        }
        let tables = std::mem::take(&mut self.tables);
        *ends = if is_note {
            Ends::Note(self.flow.num_blocks(), tables)
        } else {
            Ends::Box(tables)
        };
        self.flow.open_aside();
        self.state.level = 0;
    }

    /// Words that change what holds; true where this was one.
    fn property(&mut self, word: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        let value = number.unwrap_or(0);
        match word {
            "ansicpg" => self.set_file_encoding(words::of_page(value)),
            "mac" => self.set_file_encoding(words::of_page(10_000)),
            "f" if self.state.place == Place::Fonts => self.font = value,
            "f" => self.state.encoding = self.fonts.get(&value).copied().unwrap_or(self.file_encoding),
            "fcharset" => self.add_font(words::of_charset(value)),
            "cpg" if self.state.place == Place::Fonts => self.add_font(words::of_page(value)),
            "uc" => self.state.num_fallback = usize::try_from(value).unwrap_or(0).min(100),
            "v" => self.state.is_hidden = is_on,
            "deleted" => self.state.is_deleted = is_on,
            "plain" => {
                (self.state.is_hidden, self.state.is_deleted) = (false, false);
                self.state.encoding = self.file_encoding;
            }
            "pard" => self.state.level = 0,
            "intbl" => self.state.level = self.state.level.max(1),
            "itap" => self.state.level = usize::try_from(value).unwrap_or(0).min(tables::MAX_LEVEL),
            "yr" | "mo" | "dy" if self.state.place == Place::Made => {
                let at = ["yr", "mo", "dy"].iter().position(|part| *part == word);
                if let Some(part) = at.and_then(|at| self.made.get_mut(at)) {
                    *part = value.clamp(0, 9999);
                }
            }
            _ => return false,
        }
        true
    }

    fn set_file_encoding(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(encoding) = encoding {
            self.file_encoding = encoding;
            self.state.encoding = encoding;
        }
    }

    fn add_font(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(encoding) = encoding
            && self.state.place == Place::Fonts
            && self.fonts.len() < MAX_FONTS
        {
            self.fonts.insert(self.font, encoding);
        }
    }

    /// Words that end paragraphs, lines, cells and rows.
    fn layout(&mut self, word: &str) {
        match word {
            "par" | "sect" | "page" | "column" => self.flow.end_paragraph(),
            "line" | "softline" | "lbr" => self.flow.line_break(),
            "tab" => self.flow.tab(),
            "trowd" => self.tables.in_row(),
            "cell" => self.tables.end_cell(1, &mut self.flow),
            "nestcell" => self.tables.end_cell(self.state.level.max(2), &mut self.flow),
            "row" => self.tables.end_row(1, &mut self.flow),
            "nestrow" => self.tables.end_row(self.state.level.max(2), &mut self.flow),
            _ => {}
        }
    }
}
