//! Where the cells of a row stand in its text.

use crate::base::Span;

/// Signs between cells, the commonest first.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The places of the cells of a row in `text`, without quotation marks and blanks around; `None` where the row does not have
/// `num` cells under any sign between cells.
pub fn cell_spans(text: &str, row: Span, num: usize) -> Option<Vec<Span>> {
    let words = text.get(row.start()..row.end())?;
    let mut found = DELIMITERS.into_iter().map(|delimiter| split(words, delimiter));
    let cells = found.find(|cells| cells.len() == num)?;
    Some(places(words, row, cells))
}

/// The same for a row and the head above it, which have as many cells under one sign, `least` of them or more.
pub fn cells_under(text: &str, (head, row): (Span, Span), least: usize) -> Option<(Vec<Span>, Vec<Span>)> {
    let (above, below) = (text.get(head.start()..head.end())?, text.get(row.start()..row.end())?);
    let mut found = DELIMITERS
        .into_iter()
        .map(|sign| (split(above, sign), split(below, sign)));
    let (names, cells) = found.find(|(names, cells)| names.len() >= least && names.len() == cells.len())?;
    Some((places(above, head, names), places(below, row, cells)))
}

/// Where cells of a row stand in the text, without quotation marks and blanks around.
fn places(words: &str, row: Span, cells: Vec<(usize, usize)>) -> Vec<Span> {
    let place = |(from, to): (usize, usize)| {
        let (from, to) = bare(words, from, to);
        Span::new(row.start() + from, row.start() + to)
    };
    cells.into_iter().map(place).collect()
}

/// Begin and end of each cell, quotation marks and all.
fn split(words: &str, delimiter: u8) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (at, byte) in words.bytes().enumerate() {
        if byte == b'"' {
            // a doubled mark within marks closes and opens again
            quoted = !quoted;
        } else if byte == delimiter && !quoted {
            out.push((from, at));
            from = at + 1;
        }
    }
    out.push((from, words.len()));
    out
}

/// Without blanks and quotation marks around.
fn bare(words: &str, from: usize, to: usize) -> (usize, usize) {
    let cell = words.get(from..to).unwrap_or_default();
    let inner = cell.trim();
    let inner = inner
        .strip_prefix('"')
        .and_then(|inner| inner.strip_suffix('"'))
        .unwrap_or(inner)
        .trim();
    let before = if inner.is_empty() {
        0
    } else {
        cell.find(inner).unwrap_or(0)
    };
    (from + before, from + before + inner.len())
}

#[cfg(test)]
mod tests {
    use super::cell_spans;
    use crate::base::Span;

    #[track_caller]
    fn check(row: &str, num: usize, expected: Option<&[&str]>) {
        let text = format!("é,head\n{row}\n");
        let start = text.find(row).expect("the row");
        let spans = cell_spans(&text, Span::new(start, start + row.len()), num);
        let cells = spans.map(|spans| spans.iter().map(|span| span.of(&text)).collect::<Vec<_>>());
        assert_eq!(cells.as_deref(), expected);
    }

    #[test]
    fn cells_are_found_whatever_stands_in_them() {
        check("1,Deaths,Varland", 3, Some(&["1", "Deaths", "Varland"]));
        check("1, \"1,200\" ,é", 3, Some(&["1", "1,200", "é"]));
        check(
            "\"say \"\"12\"\", they\";;x",
            3,
            Some(&["say \"\"12\"\", they", "", "x"]),
        );
        check("1,5\t2\t3", 3, Some(&["1,5", "2", "3"]));
        check("1,2", 3, None);
        check("\"open,2,3", 3, None);
    }
}
