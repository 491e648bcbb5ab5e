//! Rows become pieces in reading order: columns are told by the blank stripes between them, tables by their short cells.

use super::rows::{Row, Word, line_text};

/// A stripe is at least so wide, in parts of the page's usual size.
const MIN_GUTTER: f32 = 0.85;

/// Columns of text have at least so many rows.
const MIN_ROWS: usize = 3;

/// Stripes that are tried, the widest first.
const MAX_TRIED: usize = 100;

/// Pieces are divided so many times at most.
const MAX_DIVISIONS: usize = 24;

/// Pages with more words than this have no columns that could be told in good time.
const MAX_WORDS: usize = 8_000;

/// One line of a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    pub(super) size: f32,
    /// How wide its first word is.
    pub(super) first_width: f32,
    pub(super) begins_note: bool,
}

/// What is read without a look beside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Lines(Vec<Line>),
    /// Rows of cells with tabs between.
    Table(Vec<String>),
}

/// A stripe between two columns, over the rows `from..to`.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    left: f32,
    right: f32,
    from: usize,
    to: usize,
    /// Rows on the side that has fewer.
    num_rows: usize,
}

/// The pieces of a page's rows in reading order.
pub(super) fn pieces(rows: Vec<Row>) -> Vec<Piece> {
    let size = usual_size(&rows);
    let mut out = Vec::new();
    let num_words: usize = rows.iter().map(|row| row.words.len()).sum();
    let mut num_divisions = if num_words > MAX_WORDS { MAX_DIVISIONS } else { 0 };
    // the next part to read is the last one
    let mut open = vec![Part::Rows(rows)];
    while let Some(part) = open.pop() {
        let part = match part {
            Part::Rows(rows) => rows,
            Part::Done(piece) => {
                out.push(piece);
                continue;
            }
        };
        let gutter = if num_divisions < MAX_DIVISIONS {
            best_gutter(&part, size * MIN_GUTTER)
        } else {
            None
        };
        let Some(gutter) = gutter else {
            let lines: Vec<Line> = part.into_iter().map(|row| line(&row.words)).collect();
            if !lines.is_empty() {
                out.push(Piece::Lines(lines));
            }
            continue;
        };
        num_divisions += 1;
        let mut above = part;
        let below = above.split_off(gutter.to);
        let band = above.split_off(gutter.from);
        open.push(Part::Rows(below));
        match table(&band, size * MIN_GUTTER) {
            Some(table) => open.push(Part::Done(Piece::Table(table))),
            None => {
                let (left, right) = divided(band, gutter);
                open.extend([Part::Rows(right), Part::Rows(left)]);
            }
        }
        open.push(Part::Rows(above));
    }
    out
}

/// What is still to be read.
enum Part {
    Rows(Vec<Row>),
    Done(Piece),
}

/// The size of most letters.
pub(super) fn usual_size(rows: &[Row]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = rows
        .iter()
        .flat_map(|row| &row.words)
        .map(|word| (word.size, word.text.len()))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half: usize = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut seen = 0;
    let median = sizes.iter().find(|(_, length)| {
        seen += length;
        seen > half
    });
    median.map_or(10.0, |(size, _)| *size)
}

pub(super) fn line(words: &[Word]) -> Line {
    let first = words.first();
    Line {
        text: line_text(words),
        left: first.map_or(0.0, |word| word.left),
        right: words.iter().map(|word| word.right).fold(0.0, f32::max),
        base: words.iter().map(|word| word.base).fold(0.0, f32::max),
        size: words.iter().map(|word| word.size).fold(0.0, f32::max),
        first_width: first.map_or(0.0, |word| word.right - word.left),
        begins_note: first.is_some_and(|word| word.begins_note),
    }
}

/// The stripe that parts most rows.
fn best_gutter(rows: &[Row], width: f32) -> Option<Gutter> {
    let mut gaps: Vec<(f32, f32, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let pairs = row.words.windows(2);
        gaps.extend(pairs.filter_map(|pair| match pair {
            [one, other] => Some((one.right, other.left, at)),
            _ => None,
        }));
        // columns whose lines do not stand side by side
        if let Some(next) = rows.get(at + 1)
            && let (Some(first), Some(last)) = (edges(row), edges(next))
        {
            gaps.extend([(first.1, last.0, at), (last.1, first.0, at)]);
        }
    }
    gaps.retain(|(left, right, _)| right - left >= width);
    gaps.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
    gaps.truncate(MAX_TRIED);
    let grown = gaps.into_iter().filter_map(|gap| grown(rows, gap, width));
    grown.max_by(|a, b| {
        let width = |gutter: &Gutter| gutter.right - gutter.left;
        (a.num_rows, width(a))
            .partial_cmp(&(b.num_rows, width(b)))
            .unwrap_or(std::cmp::Ordering::Equal)
    })
}

fn edges(row: &Row) -> Option<(f32, f32)> {
    let right = row.words.iter().map(|word| word.right).fold(f32::MIN, f32::max);
    row.words.first().map(|first| (first.left, right))
}

/// Lets a gap grow up and down as long as no word stands in it.
fn grown(rows: &[Row], (left, right, at): (f32, f32, usize), width: f32) -> Option<Gutter> {
    let mut gutter = Gutter {
        left,
        right,
        from: at,
        to: at,
        num_rows: 0,
    };
    let mut last_base = rows.get(at)?.base;
    for (to, row) in rows.iter().enumerate().skip(at) {
        if !fits(&mut gutter, row, width, last_base) {
            break;
        }
        (gutter.to, last_base) = (to + 1, row.base);
    }
    last_base = rows.get(at)?.base;
    for (from, row) in rows.iter().enumerate().take(at).rev() {
        if !fits(&mut gutter, row, width, last_base) {
            break;
        }
        (gutter.from, last_base) = (from, row.base);
    }
    let band = rows.get(gutter.from..gutter.to)?;
    let is_left = |word: &Word| word.right <= gutter.left + 0.1;
    let num_left = band.iter().filter(|row| row.words.iter().any(is_left)).count();
    let num_right = band
        .iter()
        .filter(|row| row.words.iter().any(|word| !is_left(word)))
        .count();
    let num_both = band
        .iter()
        .filter(|row| row.words.iter().any(is_left) && !row.words.iter().all(is_left))
        .count();
    gutter.num_rows = num_left.min(num_right);
    (gutter.num_rows >= MIN_ROWS || (num_both >= 2 && is_table(band, width))).then_some(gutter)
}

/// Narrows the stripe to what the row leaves free; false where that is too little, or the row stands far off.
fn fits(gutter: &mut Gutter, row: &Row, width: f32, last_base: f32) -> bool {
    let (mut left, mut right) = (gutter.left, gutter.right);
    let middle = (left + right) / 2.0;
    for word in &row.words {
        if word.right <= middle {
            left = left.max(word.right);
        } else if word.left >= middle {
            right = right.min(word.left);
        } else {
            return false;
        }
    }
    let has_both =
        row.words.iter().any(|word| word.right <= middle) && row.words.iter().any(|word| word.left >= middle);
    let is_far = (row.base - last_base).abs() > row.size() * 3.5 && !has_both;
    if right - left < width || is_far {
        return false;
    }
    (gutter.left, gutter.right) = (left, right);
    true
}

fn divided(band: Vec<Row>, gutter: Gutter) -> (Vec<Row>, Vec<Row>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for row in band {
        let (ones, others): (Vec<Word>, Vec<Word>) =
            row.words.into_iter().partition(|word| word.right <= gutter.left + 0.1);
        for (words, side) in [(ones, &mut left), (others, &mut right)] {
            if !words.is_empty() {
                side.push(Row { words, base: row.base });
            }
        }
    }
    (left, right)
}

/// The stripes that all rows leave free.
fn stripes(band: &[Row], width: f32) -> Vec<(f32, f32)> {
    let mut taken: Vec<(f32, f32)> = band
        .iter()
        .flat_map(|row| &row.words)
        .map(|word| (word.left, word.right))
        .collect();
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = Vec::new();
    let mut end = f32::MAX;
    for (left, right) in taken {
        if left - end >= width {
            out.push((end, left));
        }
        end = if end == f32::MAX { right } else { end.max(right) };
    }
    out
}

/// The rows cut at the stripes.
fn cells(row: &Row, stripes: &[(f32, f32)]) -> Vec<Vec<Word>> {
    let mut out = vec![Vec::new(); stripes.len() + 1];
    for word in &row.words {
        let at = stripes
            .iter()
            .take_while(|(_, right)| word.left >= *right - 0.1)
            .count();
        if let Some(cell) = out.get_mut(at) {
            cell.push(word.clone());
        }
    }
    out
}

/// Columns of a table have short cells that stand side by side.
fn is_table(band: &[Row], width: f32) -> bool {
    let stripes = stripes(band, width);
    let rows: Vec<Vec<Vec<Word>>> = band.iter().map(|row| cells(row, &stripes)).collect();
    let num_several = rows
        .iter()
        .filter(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() > 1)
        .count();
    let mut lengths: Vec<usize> = rows
        .iter()
        .flatten()
        .map(Vec::len)
        .filter(|length| *length > 0)
        .collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len().saturating_sub(1) / 2).copied().unwrap_or(0);
    !stripes.is_empty() && median <= 3 && num_several >= 2 && num_several * 5 >= band.len() * 3
}

fn table(band: &[Row], width: f32) -> Option<Vec<String>> {
    if !is_table(band, width) {
        return None;
    }
    let stripes = stripes(band, width);
    let rows = band.iter().map(|row| {
        let texts: Vec<String> = cells(row, &stripes).iter().map(|cell| line_text(cell)).collect();
        texts.join("\t").trim_end().to_owned()
    });
    Some(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::super::rows::{self, tests::drawn};
    use super::{Piece, pieces};

    fn read(drawings: &[(&str, f32, f32, f32)]) -> Vec<String> {
        let glyphs = drawings
            .iter()
            .flat_map(|(words, left, base, size)| drawn(words, *left, *base, *size));
        let mut out = Vec::new();
        for piece in pieces(rows::of(glyphs.collect())) {
            match piece {
                Piece::Lines(lines) => out.extend(lines.into_iter().map(|line| line.text)),
                Piece::Table(rows) => out.push(rows.join("\n")),
            }
        }
        out
    }

    #[test]
    fn columns_are_read_one_after_the_other_under_their_title() {
        let read = read(&[
            ("A title over both of the columns of the page", 40.0, 60.0, 12.0),
            ("one two three four five", 40.0, 100.0, 10.0),
            ("six seven eight nine ten", 180.0, 100.0, 10.0),
            ("one two three four five", 40.0, 112.0, 10.0),
            ("eleven and twelve more", 180.0, 112.0, 10.0),
            ("last of the left column", 40.0, 124.0, 10.0),
            ("last of the right column", 180.0, 124.0, 10.0),
            ("A line below that goes over both columns again", 40.0, 150.0, 10.0),
        ]);
        assert_eq!(
            read,
            [
                "A title over both of the columns of the page",
                "one two three four five",
                "one two three four five",
                "last of the left column",
                "six seven eight nine ten",
                "eleven and twelve more",
                "last of the right column",
                "A line below that goes over both columns again",
            ]
        );
    }

    #[test]
    fn columns_whose_lines_are_not_level_are_columns_all_the_same() {
        let read = read(&[
            ("one two three four five", 40.0, 100.0, 10.0),
            ("six seven eight nine ten", 180.0, 106.0, 10.0),
            ("one two three four five", 40.0, 112.0, 10.0),
            ("eleven and twelve more", 180.0, 118.0, 10.0),
            ("last of the left column", 40.0, 124.0, 10.0),
            ("last of the right column", 180.0, 130.0, 10.0),
        ]);
        assert_eq!(read.get(2).map(String::as_str), Some("last of the left column"));
    }

    #[test]
    fn tables_are_rows() {
        let read = read(&[
            ("What is known about the victims of the flood here", 40.0, 80.0, 10.0),
            ("Town", 40.0, 100.0, 10.0),
            ("Dead", 120.0, 100.0, 10.0),
            ("Upper Orlen", 40.0, 112.0, 10.0),
            ("12", 120.0, 112.0, 10.0),
            ("Police said that six people were held there too", 40.0, 140.0, 10.0),
        ]);
        assert_eq!(read.get(1).map(String::as_str), Some("Town\tDead\nUpper Orlen\t12"));
    }

    #[test]
    fn plain_lines_are_no_columns() {
        let lines = [
            ("one two three four five six seven eight", 40.0, 100.0, 10.0),
            ("nine ten  eleven twelve thirteen and so on", 40.0, 112.0, 10.0),
            ("and on.", 40.0, 124.0, 10.0),
        ];
        assert_eq!(read(&lines).len(), 3);
    }
}
