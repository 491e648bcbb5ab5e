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

impl<'t> Offsets<'t> {
    /// Walks `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut chars_before = vec![(0, 0)];
        let mut next = STRIDE_BYTES;
        for (num_chars, (byte, _)) in text.char_indices().enumerate() {
            if byte >= next {
                chars_before.push((byte, num_chars));
                next = byte + STRIDE_BYTES;
            }
        }
        Self { text, chars_before }
    }

    /// Code points before `byte`; a byte inside a char counts as its start, one past the end as the end.
    pub fn char_from_byte(&self, byte: usize) -> usize {
        let row = self
            .chars_before
            .partition_point(|&(start, _)| start <= byte)
            .saturating_sub(1);
        let (start, chars) = self.chars_before.get(row).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        chars
            + rest
                .char_indices()
                .take_while(|&(at, c)| start + at + c.len_utf8() <= byte)
                .count()
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
    use super::Offsets;

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
}
