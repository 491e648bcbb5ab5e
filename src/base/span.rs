//! A run of bytes in one article's text.

use std::ops::Range;

/// A run of bytes in one article's text, `start..end`, on char boundaries of that text.
///
/// Invariant: `start <= end`. Built only by [`Span::new`] and what keeps the order, which is why the fields are private.
/// Texts are held under 4 GiB, so offsets are `u32`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span of the bytes `start..end`; ends in the wrong order are put right, offsets past 4 GiB are cut.
    pub fn new(start: usize, end: usize) -> Self {
        let (start, end) = (clamp(start), clamp(end));
        Self {
            start: start.min(end),
            end: start.max(end),
        }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words of the span; `None` where it does not lie in `text` on char boundaries.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The words of the span, or nothing where it does not lie in `text`: for spans made from this very text.
    pub fn of(self, text: &str) -> &str {
        self.slice(text).unwrap_or_default()
    }

    /// True where the byte lies in the span.
    pub fn has(self, byte: usize) -> bool {
        self.range().contains(&byte)
    }

    /// True where `other` lies wholly inside.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where both share at least one byte.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same span moved right by `bytes`.
    pub fn shifted(self, bytes: usize) -> Self {
        Self::new(self.start() + bytes, self.end() + bytes)
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn ends_are_put_in_order_and_slices_never_split_a_char() {
        assert_eq!(Span::new(5, 2), Span::new(2, 5));
        assert_eq!(Span::new(0, 2).slice("é!"), Some("é"));
        assert_eq!(Span::new(0, 1).slice("é!"), None);
        assert_eq!(Span::new(0, 9).slice("é!"), None);
    }

    #[test]
    fn touching_spans_do_not_meet() {
        assert!(!Span::new(0, 2).meets(Span::new(2, 4)));
        assert!(Span::new(0, 3).meets(Span::new(2, 4)));
        assert!(Span::new(0, 3).holds(Span::new(1, 3)));
    }
}
