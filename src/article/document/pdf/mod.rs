//! PDF documents: the text that they show, in reading order. The object layer is a crate's; where letters stand, what is a
//! column, a table, a paragraph, a running head, is decided here.

mod cmap;
mod columns;
mod content;
mod encoding;
mod facts;
mod filter;
mod font;
mod furniture;
mod guard;
mod paragraphs;
mod rows;
#[cfg(test)]
pub(super) mod tests;
mod widths;

use std::collections::HashSet;
use std::panic::catch_unwind;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::content::{Budget, Fonts};
use self::paragraphs::Paragraphs;
use self::rows::Row;
use super::Body;
use crate::article::facts::{Article, Format};
use crate::base::Note;

/// Pages after these are left out.
const MAX_PAGES: usize = 5_000;

/// The text is read up to here.
const MAX_TEXT_BYTES: usize = 64 << 20;

/// What is drawn in one document: instructions, and their bytes unpacked.
const BUDGET: Budget = Budget {
    instructions: 30_000_000,
    bytes: 512 << 20,
};

/// The mark stands within this many bytes.
const HEAD_BYTES: usize = 1024;

/// Pages with fewer letters than this on average show pictures of text.
const MIN_LETTERS_A_PAGE: usize = 8;

/// True for bytes that begin as PDF does, some programs' lines before it.
pub(super) fn is(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    match guard::find(head, b"%PDF-", 0) {
        Some(0) => true,
        Some(at) => matches!(head.get(at - 1), Some(b'\n' | b'\r' | 0)),
        None => false,
    }
}

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    // another's code on anybody's bytes: should it panic, the file is refused and the others are read
    let body = catch_unwind(|| body(bytes)).unwrap_or_else(|_| said(DAMAGED.to_owned()));
    body.article(Format::Pdf, name)
}

const DAMAGED: &str = "The PDF is damaged and could not be read: open it in a viewer and print it to a new PDF.";

const LOCKED: &str =
    "The PDF is locked with a password: open it in a viewer, print it to a new PDF without a password, and add that.";

const SCAN: &str = "The PDF has no text, only pictures of its pages (a scan): run it through text recognition (OCR), for \
     instance with OCRmyPDF, and add the result.";

fn said(sentence: String) -> Body {
    Body {
        notes: vec![Note::Other(sentence)],
        ..Body::default()
    }
}

fn body(bytes: &[u8]) -> Body {
    let guarded = match guard::guarded(bytes) {
        Ok(guarded) => guarded,
        Err(sentence) => return said(sentence),
    };
    let pdf = match Pdf::new(guarded) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => return said(LOCKED.to_owned()),
        Err(LoadPdfError::Decryption(_)) => {
            return said(
                "The PDF is locked in a way that is not read here: print it to a new PDF in a viewer.".to_owned(),
            );
        }
        Err(LoadPdfError::Invalid) => return said(DAMAGED.to_owned()),
    };
    let mut notes = Vec::new();
    let pages = pages(&pdf, &mut notes);
    let num_letters: usize = pages
        .iter()
        .flatten()
        .flat_map(|row| &row.words)
        .map(|word| word.text.len())
        .sum();
    let num_pages = pages.len();
    let mut body = text(pages, &mut notes);
    facts::describe(&mut body, &pdf);
    if num_pages > 0 && num_letters < MIN_LETTERS_A_PAGE * num_pages {
        notes.push(Note::Other(SCAN.to_owned()));
    }
    if body.text.matches('\u{FFFD}').count() * 4 > num_letters {
        let sentence =
            "The fonts of the PDF do not tell which letters they show: run it through text recognition (OCR).";
        notes.push(Note::Other(sentence.to_owned()));
    }
    body.notes = notes;
    body
}

/// The rows of all pages.
fn pages(pdf: &Pdf, notes: &mut Vec<Note>) -> Vec<Vec<Row>> {
    let mut budget = BUDGET;
    let mut fonts = Fonts::new();
    let mut out = Vec::new();
    let all = pdf.pages();
    for page in all.iter().take(MAX_PAGES) {
        let glyphs = content::glyphs(page, &mut fonts, &mut budget);
        out.push(rows::of(glyphs));
        if budget.is_spent() {
            break;
        }
    }
    if out.len() < all.len() {
        let sentence = format!(
            "The PDF was read up to page {} of {}: it draws more than is read.",
            out.len(),
            all.len()
        );
        notes.push(Note::Other(sentence));
    }
    out
}

/// The text of all pages.
fn text(pages: Vec<Vec<Row>>, notes: &mut Vec<Note>) -> Body {
    let all: Vec<Row> = pages
        .iter()
        .flat_map(|rows| rows.iter().take(200))
        .take(5_000)
        .cloned()
        .collect();
    let size = columns::usual_size(&all);
    drop(all);
    let whole = whole_words(&pages);
    let mut paragraphs = Paragraphs::new(size, whole);
    for (number, bare) in furniture::bare(pages).into_iter().enumerate() {
        paragraphs.page(bare.furniture, columns::pieces(bare.rows));
        if paragraphs.len() > MAX_TEXT_BYTES {
            let sentence = format!("The PDF was read up to page {}: its text is too long.", number + 1);
            notes.push(Note::Other(sentence));
            break;
        }
    }
    paragraphs.finish()
}

/// Words that stand unbroken within lines.
fn whole_words(pages: &[Vec<Row>]) -> HashSet<String> {
    let mut out = HashSet::new();
    for row in pages.iter().flatten() {
        let inner = row.words.iter().rev().skip(1);
        let inner = inner.map(|word| word.text.trim_matches(|letter: char| !letter.is_alphabetic()));
        out.extend(inner.filter(|word| word.len() > 3).map(str::to_lowercase));
    }
    out
}
