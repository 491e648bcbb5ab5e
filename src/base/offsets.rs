//! Conversion of byte offsets to code points and UTF-16 units, at the border only.

use super::Span;

/// Every so many bytes the table remembers where it is; a lookup counts at most this far.
const STRIDE_BYTES: usize = 256;

/// Where the code points of one text lie, so that spans can be written out and read in.
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points before byte `i * STRIDE_BYTES` (moved down to a char boundary).
    chars_before: Vec<(usize, usize)>,
}

/// Where the UTF-16 units of one text lie, so that spans can be written out.
pub struct Utf16<'t> {
    text: &'t str,
    units_before: Vec<(usize, usize)>,
}

/// How much lies before a byte about every [`STRIDE_BYTES`], where a char counts for `size`.
fn table(text: &str, size: impl Fn(char) -> usize) -> Vec<(usize, usize)> {
    let mut before = vec![(0, 0)];
    let (mut next, mut sum) = (STRIDE_BYTES, 0);
    for (byte, c) in text.char_indices() {
        if byte >= next {
            before.push((byte, sum));
            next = byte + STRIDE_BYTES;
        }
        sum += size(c);
    }
    before
}

/// How much lies before `byte`; a byte inside a char counts as its start, one past the end as the end.
fn before(text: &str, table: &[(usize, usize)], byte: usize, size: impl Fn(char) -> usize) -> usize {
    let row = table.partition_point(|&(start, _)| start <= byte).saturating_sub(1);
    let (start, sum) = table.get(row).copied().unwrap_or_default();
    let rest = text.get(start..).unwrap_or_default();
    let chars = rest
        .char_indices()
        .take_while(|&(at, c)| start + at + c.len_utf8() <= byte);
    sum + chars.map(|(_, c)| size(c)).sum::<usize>()
}

impl<'t> Utf16<'t> {
    /// Walks `text` once.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            units_before: table(text, char::len_utf16),
        }
    }

    /// Units before `byte`; a byte inside a char counts as its start, one past the end as the end.
    pub fn at(&self, byte: usize) -> usize {
        before(self.text, &self.units_before, byte, char::len_utf16)
    }

    /// The span in units, half-open.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }
}

impl<'t> Offsets<'t> {
    /// Walks `text` once.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            chars_before: table(text, |_| 1),
        }
    }

    /// Code points before `byte`; a byte inside a char counts as its start, one past the end as the end.
    pub fn char_from_byte(&self, byte: usize) -> usize {
        before(self.text, &self.chars_before, byte, |_| 1)
    }

    /// The byte at which code point number `char_index` starts; the end of the text where there are fewer.
    pub fn byte_from_char(&self, char_index: usize) -> usize {
        let row = self
            .chars_before
            .partition_point(|&(_, chars)| chars <= char_index)
            .saturating_sub(1);
        let (start, chars) = self.chars_before.get(row).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices()
            .nth(char_index - chars)
            .map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The span in code points, half-open.
    pub fn chars(&self, span: Span) -> (usize, usize) {
        (self.char_from_byte(span.start()), self.char_from_byte(span.end()))
    }

    /// The span of bytes for a half-open range of code points.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.byte_from_char(start), self.byte_from_char(end))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Offsets, Span, Utf16};

    #[test]
    fn bytes_and_code_points_meet_over_strides() {
        let text = "é😀a".repeat(300);
        let offsets = Offsets::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.char_from_byte(byte), chars);
            assert_eq!(offsets.byte_from_char(chars), byte);
        }
        assert_eq!(offsets.char_from_byte(text.len()), 900);
        assert_eq!(offsets.byte_from_char(5000), text.len());
    }

    #[test]
    fn signs_beyond_the_first_plane_are_two_units() {
        let text = "é😀a".repeat(200);
        let units = Utf16::new(&text);
        assert_eq!(units.span(Span::new(0, 2)), (0, 1));
        assert_eq!(units.span(Span::new(2, 6)), (1, 3));
        assert_eq!(units.at(text.len()), 800);
        assert_eq!(units.at(text.len() + 9), 800);
    }

    proptest! {
        #[test]
        fn units_are_those_of_the_text_encoded(text in "[a-z é😀\u{301}\u{200d}ق\n\r]{0,900}") {
            let units = Utf16::new(&text);
            for (byte, _) in text.char_indices() {
                let head = text.get(..byte).unwrap_or_default();
                prop_assert_eq!(units.at(byte), head.encode_utf16().count());
            }
        }
    }
}
