//! Marks of a text as touching runs.

use crate::base::Span;

/// Cuts `0..len` into runs that touch, cover it all and never overlap, so that a view can append them in order. Where
/// marks overlap, the greater one paints over the other.
pub fn runs<T: Copy + Ord>(len: usize, marks: &[(Span, T)]) -> Vec<(Span, Option<T>)> {
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|(span, _)| [span.start(), span.end()])
        .filter(|cut| *cut < len)
        .chain([0, len])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut out: Vec<(Span, Option<T>)> = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let piece = Span::new(start, end);
        let on_top = marks
            .iter()
            .filter(|(span, _)| span.holds(piece))
            .map(|(_, tag)| *tag)
            .max();
        match out.last_mut() {
            Some((last, tag)) if *tag == on_top => *last = last.union(piece),
            _ => out.push((piece, on_top)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::base::Span;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    enum Tag {
        Place,
        Claim,
        Count,
    }

    #[track_caller]
    fn check(text: &str, marks: &[(usize, usize, Tag)], expected: &str) {
        let marks: Vec<(Span, Tag)> = marks.iter().map(|&(a, b, tag)| (Span::new(a, b), tag)).collect();
        let mut shown = String::new();
        let mut next = 0;
        for (span, tag) in runs(text.len(), &marks) {
            assert_eq!(span.start(), next, "runs touch");
            next = span.end();
            match tag {
                Some(tag) => shown.push_str(&format!("<{tag:?} {}>", span.of(text))),
                None => shown.push_str(span.of(text)),
            }
        }
        assert_eq!(next, text.len(), "runs cover the text");
        assert_eq!(shown, expected);
    }

    #[test]
    fn runs_touch_and_cover() {
        let text = "Police in Minsk held 12 people.";
        check(
            text,
            &[(10, 15, Tag::Place), (16, 30, Tag::Claim), (21, 23, Tag::Count)],
            "Police in <Place Minsk> <Claim held ><Count 12><Claim  people>.",
        );
        check(text, &[], text);
        check("", &[], "");
        check("ab", &[(0, 9, Tag::Claim)], "<Claim ab>");
    }
}
