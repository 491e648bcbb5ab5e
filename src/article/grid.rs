//! Tables as files hold them: a head and rows of cells, each row with its place in the text.

use crate::base::Span;

/// Records that are looked at to tell a table from a text with commas.
const TRIED_RECORDS: usize = 12;
/// Columns that a table has at least.
const LEAST_COLUMNS: usize = 3;
/// A name of a column is no longer than this.
const LONGEST_NAME_CHARS: usize = 60;
/// Signs between cells, the commonest first.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Columns that together only a table of claims has that this program wrote.
pub const OWN_COLUMNS: [&str; 6] = ["uid", "published_basis", "kind", "value", "low", "high"];

/// The word by which claims that this program wrote as JSON objects are known.
pub const OWN_SCHEMA: &str = "tallyscope-claims/1";

/// A head and rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The names of the columns; a name that comes twice is numbered: "date", "date 2".
    pub columns: Vec<String>,
    /// The rows below the head, in order; empty ones are left out.
    pub rows: Vec<GridRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The row in the text, without its line end.
    pub span: Span,
    /// The cells without quotation marks and blanks around; as many as the row has.
    pub cells: Vec<String>,
}

impl GridRow {
    /// The cell of a column; empty where the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

impl Grid {
    /// The table that `text` is; `None` for what is no table: less than three columns or three rows, rows of different
    /// length, no column of numbers.
    pub fn read(text: &str) -> Option<Self> {
        let delimiter = DELIMITERS.into_iter().find(|delimiter| is_table(text, *delimiter))?;
        let mut records = records(text, delimiter);
        let columns = named_apart(records.next()?.cells);
        let rows = records.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()) && !is_tags(row));
        Some(Self {
            columns,
            rows: rows.collect(),
        })
    }

    /// The number of a column by its name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

/// True where the text begins like a table. Looks at its first records only.
pub(super) fn is_grid(text: &str) -> bool {
    DELIMITERS.into_iter().any(|delimiter| is_table(text, delimiter))
}

fn is_table(text: &str, delimiter: u8) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default();
    if first.matches(char::from(delimiter)).count() + 1 < LEAST_COLUMNS {
        return false;
    }
    let tried: Vec<GridRow> = records(text, delimiter)
        .filter(|row| !is_tags(row))
        .take(TRIED_RECORDS)
        .collect();
    let Some((head, rows)) = tried.split_first().filter(|(_, rows)| !rows.is_empty()) else {
        return false;
    };
    // one row makes no table, but where it is known whose it is
    let is_own = || {
        OWN_COLUMNS
            .iter()
            .all(|name| head.cells.iter().any(|cell| cell == name))
    };
    if rows.len() < 2 && !is_own() {
        return false;
    }
    let width = head.cells.len();
    let is_name = |cell: &String| {
        cell.chars().count() <= LONGEST_NAME_CHARS && !is_number(cell) && cell.chars().any(char::is_alphabetic)
    };
    let all_numbers = |column: usize| {
        let cells = || {
            rows.iter()
                .map(move |row| row.cell(column))
                .filter(|cell| !cell.is_empty())
        };
        cells().next().is_some() && cells().all(is_number)
    };
    width >= LEAST_COLUMNS
        && rows.iter().all(|row| row.cells.len() == width)
        && head.cells.iter().filter(|cell| !cell.is_empty()).all(is_name)
        && head.cells.iter().filter(|cell| !cell.is_empty()).count() >= LEAST_COLUMNS
        && (0..width).any(all_numbers)
}

/// True for a row of hashtags, as the Humanitarian Exchange Language puts below the head: it names columns and counts nobody.
fn is_tags(row: &GridRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|cell| cell.starts_with('#') && cell.chars().nth(1).is_some_and(char::is_alphabetic))
}

fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits > 0 && cell.chars().all(|c| c.is_ascii_digit() || " .,-+<>~≥≤≈".contains(c))
}

/// All records with their places. What is no record any more (a bad quotation mark) ends them, never the program.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = GridRow> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut reader = reader;
    std::iter::from_fn(move || {
        let mut record = csv::StringRecord::new();
        let start = usize::try_from(reader.position().byte()).ok()?;
        if !reader.read_record(&mut record).ok()? {
            return None;
        }
        let end = usize::try_from(reader.position().byte()).ok()?.min(text.len());
        let lines = text.get(start..end)?;
        let from = start + (lines.len() - lines.trim_start_matches(['\r', '\n']).len());
        let to = start + lines.trim_end_matches(['\r', '\n']).len();
        Some(GridRow {
            span: Span::new(from, to.max(from)),
            cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
        })
    })
}

fn named_apart(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for (at, name) in names.into_iter().enumerate() {
        let name = if name.is_empty() {
            format!("column {}", at + 1)
        } else {
            name
        };
        let mut apart = name.clone();
        let mut nth = 1;
        while out.contains(&apart) {
            nth += 1;
            apart = format!("{name} {nth}");
        }
        out.push(apart);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Grid;

    #[track_caller]
    fn check(text: &str, columns: &[&str], rows: &[&str]) {
        let grid = Grid::read(text).expect("a table");
        assert_eq!(grid.columns, columns);
        let got: Vec<String> = grid
            .rows
            .iter()
            .map(|row| format!("{} = {}", row.cells.join("|"), row.span.of(text)))
            .collect();
        assert_eq!(got, rows);
    }

    #[test]
    fn rows_keep_their_places() {
        check(
            "day,dead,who\n1,10,\"A, B\"\n\n2,12,\"said \"\"so\"\"\"\n",
            &["day", "dead", "who"],
            &[
                "1|10|A, B = 1,10,\"A, B\"",
                "2|12|said \"so\" = 2,12,\"said \"\"so\"\"\"",
            ],
        );
        check(
            "Tag;Tote;Tote\n1;1.200;x\n2;-;\"zwei\nZeilen\"\n3;4;é",
            &["Tag", "Tote", "Tote 2"],
            &[
                "1|1.200|x = 1;1.200;x",
                "2|-|zwei\nZeilen = 2;-;\"zwei\nZeilen\"",
                "3|4|é = 3;4;é",
            ],
        );
        check(
            "a\tb\tc\n1\t2\t3\n4\t5\t6\n",
            &["a", "b", "c"],
            &["1|2|3 = 1\t2\t3", "4|5|6 = 4\t5\t6"],
        );
    }

    #[test]
    fn texts_are_no_tables() {
        for text in [
            "",
            "a,b,c",
            "a,b,c\n1,2,3",
            "On Monday, in Estrava, police said 12 died.\nOn Tuesday, in Dunmoor, 3 more, they said.\n",
            "day,dead\n1,2\n3,4\n",
            "day,dead,who\n1,2,3\n4,5\n6,7,8\n",
            "x,y,z\na,b,c\nd,e,f\n",
            "1,2,3\n4,5,6\n7,8,9\n",
            "a,b,c\n\"1,2,3\n4,5,6",
        ] {
            assert_eq!(Grid::read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "[a-c0-9,;\"\n\r\té]{0,80}") {
            for row in Grid::read(&text).unwrap_or_default().rows {
                proptest::prop_assert!(text.get(row.span.start()..row.span.end()).is_some());
            }
        }
    }
}
