//! Byte offsets as UTF-16 units, at the border only: what UIMA and WebAnno count in.

use crate::base::Span;

/// Every so many bytes the table remembers where it is; a look-up counts at most this far.
const STRIDE_BYTES: usize = 256;

/// Where the UTF-16 units of one text lie.
pub(super) struct Utf16<'t> {
    text: &'t str,
    /// Units before a byte that stands on a char boundary, about every [`STRIDE_BYTES`].
    before: Vec<(usize, usize)>,
}

impl<'t> Utf16<'t> {
    /// Walks `text` once.
    pub(super) fn new(text: &'t str) -> Self {
        let mut before = vec![(0, 0)];
        let (mut next, mut units) = (STRIDE_BYTES, 0);
        for (byte, c) in text.char_indices() {
            if byte >= next {
                before.push((byte, units));
                next = byte + STRIDE_BYTES;
            }
            units += c.len_utf16();
        }
        Self { text, before }
    }

    /// Units before `byte`; a byte inside a char counts as its start, one past the end as the end.
    pub(super) fn at(&self, byte: usize) -> usize {
        let row = self.before.partition_point(|&(start, _)| start <= byte);
        let (start, units) = self.before.get(row.saturating_sub(1)).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let chars = rest
            .char_indices()
            .take_while(|&(at, c)| start + at + c.len_utf8() <= byte);
        units + chars.map(|(_, c)| c.len_utf16()).sum::<usize>()
    }

    /// The span in units, half-open.
    pub(super) fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Span, Utf16};

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
