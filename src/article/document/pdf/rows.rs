//! Letters become words, and words rows: what stands on one line across the page, whatever column it is of.

use super::content::Glyph;

/// A gap wider than this, in parts of the size, parts words.
const WORD_GAP: f32 = 0.17;

/// Letters that stand so near to one line are on it, in parts of the size.
const ROW_REACH: f32 = 0.33;

/// A turn of the page with fewer letters than this is a stamp at its edge.
const MIN_TURNED: usize = 200;

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    pub(super) size: f32,
    pub(super) is_artifact: bool,
    /// A raised number stood before it: a footnote begins.
    pub(super) begins_note: bool,
}

/// Words on one line across the page, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    pub(super) words: Vec<Word>,
    pub(super) base: f32,
}

impl Row {
    pub(super) fn size(&self) -> f32 {
        self.words.iter().map(|word| word.size).fold(0.0, f32::max)
    }

    pub(super) fn is_artifact(&self) -> bool {
        self.words.iter().all(|word| word.is_artifact)
    }

    pub(super) fn text(&self) -> String {
        line_text(&self.words)
    }
}

/// The rows of a page from above to below; text that is turned comes behind the rest, stamps at the edge not at all.
pub(super) fn of(glyphs: Vec<Glyph>) -> Vec<Row> {
    let mut turns: [Vec<Glyph>; 4] = Default::default();
    for glyph in glyphs {
        if let Some(turn) = turns.get_mut(usize::from(glyph.turn)) {
            turn.push(glyph);
        }
    }
    turns.sort_by_key(|glyphs| std::cmp::Reverse(glyphs.len()));
    let mut out: Vec<Row> = Vec::new();
    for (at, glyphs) in turns.into_iter().enumerate() {
        if at == 0 || glyphs.len() >= MIN_TURNED {
            let lowest = out.last().map_or(0.0, |row| row.base + row.size() * 4.0);
            let mut rows = upright(glyphs);
            let highest = rows.first().map_or(0.0, |row| row.base);
            if at > 0 {
                let down = lowest - highest;
                for row in &mut rows {
                    row.base += down;
                    row.words.iter_mut().for_each(|word| word.base += down);
                }
            }
            out.extend(rows);
        }
    }
    out
}

fn upright(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Row> = Vec::new();
    let mut open: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        let first = open.first().map(|first| (first.base, first.size));
        let is_near = first.is_some_and(|(base, size)| glyph.base - base <= size.min(glyph.size) * ROW_REACH);
        if !is_near && !open.is_empty() {
            rows.extend(row(std::mem::take(&mut open)));
        }
        open.push(glyph);
    }
    rows.extend(row(open));
    settle_raised(&mut rows);
    rows.retain(|row| !row.words.is_empty());
    rows
}

/// The words of letters that stand on one line.
fn row(mut glyphs: Vec<Glyph>) -> Option<Row> {
    glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let base = glyphs.iter().map(|glyph| glyph.base).fold(f32::MIN, f32::max);
    let mut words: Vec<Word> = Vec::new();
    let mut is_apart = true;
    let mut last: Option<Glyph> = None;
    for glyph in glyphs {
        // bold that is made by drawing twice
        let is_double = last.as_ref().is_some_and(|last| {
            last.words == glyph.words && (glyph.left - last.left).abs() < glyph.size * 0.08 && glyph.right > glyph.left
        });
        if is_double {
            continue;
        }
        last = Some(glyph.clone());
        if glyph.words.trim().is_empty() {
            is_apart = true;
            continue;
        }
        let parts = glyph.words.split(' ').filter(|part| !part.is_empty());
        is_apart |= glyph.words.starts_with(' ');
        for (at, part) in parts.enumerate() {
            match words.last_mut() {
                Some(word) if !is_apart && at == 0 && glyph.left - word.right <= glyph.size * WORD_GAP => {
                    word.text.push_str(part);
                    word.right = word.right.max(glyph.right);
                    word.size = word.size.max(glyph.size);
                    word.is_artifact &= glyph.is_artifact;
                }
                _ => words.push(Word {
                    text: part.to_owned(),
                    left: glyph.left,
                    right: glyph.right,
                    base: glyph.base,
                    size: glyph.size,
                    is_artifact: glyph.is_artifact,
                    begins_note: false,
                }),
            }
            is_apart = false;
        }
        is_apart |= glyph.words.ends_with(' ');
    }
    (!words.is_empty()).then_some(Row { words, base })
}

/// Small raised words beside words of the row below: marks of footnotes go, ends of numbers are put to their numbers.
fn settle_raised(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        let (Some(above), Some(row)) = (above.last_mut(), below.first_mut()) else {
            continue;
        };
        let size = row.size();
        let is_raised = |word: &Word| word.size < size * 0.85 && row.base - word.base < size * 0.75;
        if !above.words.iter().any(is_raised) {
            continue;
        }
        let words = std::mem::take(&mut above.words);
        for word in words {
            let reach = size * 0.35;
            let before = row
                .words
                .iter_mut()
                .find(|own| (word.left - own.right).abs() < reach && own.size > word.size);
            let is_raised = word.size < size * 0.85 && row.base - word.base < size * 0.75;
            let is_mark = word
                .text
                .chars()
                .all(|letter| letter.is_ascii_digit() || ",*†‡§".contains(letter));
            match before {
                Some(_) if is_raised && is_mark => continue,
                Some(own) if is_raised && word.text.chars().count() <= 3 => {
                    own.text.push_str(&word.text);
                    own.right = own.right.max(word.right);
                    continue;
                }
                _ => {}
            }
            let behind = row
                .words
                .iter_mut()
                .find(|own| (0.0..size).contains(&(own.left - word.right)));
            match behind {
                Some(own) if is_raised && is_mark => own.begins_note = true,
                _ => above.words.push(word),
            }
        }
    }
}

/// Words as they are read, with blanks between; those written from right to left in their order.
pub(super) fn line_text(words: &[Word]) -> String {
    let is_right_to_left = |text: &str| text.chars().any(is_right_to_left);
    let num_back = words.iter().filter(|word| is_right_to_left(&word.text)).count();
    if num_back == 0 {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        return texts.join(" ");
    }
    let mut out: Vec<String> = Vec::new();
    let mut onward: Vec<String> = Vec::new();
    let is_mostly_back = num_back * 2 >= words.len();
    for word in words.iter().rev() {
        if is_right_to_left(&word.text) {
            out.append(&mut onward);
            out.push(word.text.chars().rev().collect());
        } else {
            onward.insert(0, word.text.clone());
        }
    }
    out.append(&mut onward);
    if !is_mostly_back {
        out.reverse();
    }
    out.join(" ")
}

fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::content::Glyph;
    use super::{Row, of};

    /// Letters of half their size in width, from this place on.
    pub(in super::super) fn drawn(words: &str, left: f32, base: f32, size: f32) -> Vec<Glyph> {
        let width = size * 0.5;
        let letters = words.chars().enumerate();
        letters
            .map(|(at, letter)| Glyph {
                words: letter.to_string(),
                left: left + width * at as f32,
                right: left + width * (at + 1) as f32,
                base,
                size,
                turn: 0,
                is_artifact: false,
            })
            .collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        of(glyphs).iter().map(Row::text).collect()
    }

    #[test]
    fn letters_are_words_whatever_their_order() {
        let mut glyphs = drawn("were held", 60.0, 100.0, 10.0);
        glyphs.extend(drawn("Six", 40.0, 100.5, 10.0));
        glyphs.extend(drawn("Toll", 40.0, 80.0, 16.0));
        assert_eq!(texts(glyphs), ["Toll", "Six were held"]);
    }

    #[test]
    fn raised_marks_go_and_raised_ends_stay() {
        let mut glyphs = drawn("on Friday.", 40.0, 100.0, 10.0);
        glyphs.extend(drawn("1", 90.0, 96.0, 6.0));
        glyphs.extend(drawn("the 4", 40.0, 120.0, 10.0));
        glyphs.extend(drawn("th", 65.0, 116.0, 6.0));
        assert_eq!(texts(glyphs), ["on Friday.", "the 4th"]);
    }

    #[test]
    fn letters_drawn_twice_are_read_once() {
        let mut glyphs = drawn("Toll", 40.0, 80.0, 16.0);
        glyphs.extend(drawn("Toll", 40.4, 80.0, 16.0));
        assert_eq!(texts(glyphs), ["Toll"]);
    }

    #[test]
    fn words_from_right_to_left_are_turned() {
        let mut glyphs = drawn("בא", 60.0, 100.0, 10.0);
        glyphs.extend(drawn("12", 40.0, 100.0, 10.0));
        assert_eq!(texts(glyphs), ["אב 12"]);
    }
}
