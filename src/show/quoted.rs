//! How a claim is quoted: its words in the article, or the row of a table told as "column: value".

use super::words::flat;
use crate::base::Span;
use crate::read::cells_under;
use crate::store::{ArticleRecord, ClaimRecord};

/// Columns of a table, at least.
const LEAST_COLUMNS: usize = 3;

/// One cell of a row that says something of the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCell {
    /// The name of its column; empty where the table's head says none.
    pub column: String,
    /// What stands in it, with single blanks.
    pub value: String,
    /// True for the claim's number.
    pub is_number: bool,
}

/// The cells on which a claim of a table stands (number, kind, speaker, days, place), in the order of the columns; all filled
/// ones where it stands on none. `None` for an article in sentences, and for a row that does not fit the table's head.
pub fn row_cells(article: &ArticleRecord, record: &ClaimRecord) -> Option<Vec<RowCell>> {
    if !article.is_table() {
        return None;
    }
    let (text, claim) = (article.text(), record.claim());
    let (head, cells) = columns(text, claim.sentence)?;
    let roles = claim.roles;
    let others = [
        roles.outcome,
        roles.victims,
        roles.speaker,
        roles.relay,
        roles.as_of,
        roles.event_date,
        roles.place,
    ];
    let is_number = |cell: &Span| roles.number == Some(*cell);
    let matters = |cell: &Span| is_number(cell) || others.contains(&Some(*cell));
    let is_any = cells.iter().any(matters);
    let rows = head.iter().zip(&cells);
    let shown = rows.filter(|(_, cell)| if is_any { matters(cell) } else { !cell.is_empty() });
    let shown = shown.map(|(column, cell)| RowCell {
        column: flat(column.of(text)),
        value: flat(cell.of(text)),
        is_number: is_number(cell),
    });
    let shown: Vec<RowCell> = shown.collect();
    (!shown.is_empty()).then_some(shown)
}

/// The claim's words, or its row as "deaths: 12, source: Orla police".
pub fn quoted_words(article: &ArticleRecord, record: &ClaimRecord) -> String {
    told(article, record).unwrap_or_else(|| flat(record.claim().span.of(article.text())))
}

/// The sentence that holds the claim, or its row as "deaths: 12, source: Orla police".
pub fn quoted_sentence(article: &ArticleRecord, record: &ClaimRecord) -> String {
    told(article, record).unwrap_or_else(|| flat(record.claim().sentence.of(article.text())))
}

/// The row's cells in one line.
fn told(article: &ArticleRecord, record: &ClaimRecord) -> Option<String> {
    Some(RowCell::told_all(&row_cells(article, record)?))
}

impl RowCell {
    /// "deaths: 12, source: Orla police".
    pub fn told_all(cells: &[Self]) -> String {
        cells.iter().map(Self::told).collect::<Vec<_>>().join(", ")
    }

    /// "deaths: 12"; the value alone in a column without a name.
    pub fn told(&self) -> String {
        if self.column.is_empty() {
            self.value.clone()
        } else {
            format!("{}: {}", self.column, self.value)
        }
    }
}

/// The cells of the table's head and those of the row under it.
fn columns(text: &str, row: Span) -> Option<(Vec<Span>, Vec<Span>)> {
    let start = text.len() - text.trim_start().len();
    let line = text.get(start..)?.lines().next()?;
    let head = Span::new(start, start + line.len());
    cells_under(text, (head, row), LEAST_COLUMNS)
}

#[cfg(test)]
mod tests {
    use super::{quoted_sentence, quoted_words, row_cells};
    use crate::show::testing;
    use crate::store::{ArticleRecord, ClaimRecord, Store};

    const LOSSES: &str = "\"day\",\"town\",\"killed\",\"injured\",\"remark\",\"source\"\n\
        14 March 2031,Estrava,3,\"1,200\",by  phone,\"Police, Estrava\"\n15 March 2031,Dunmoor,4,7,,Police\n";

    #[track_caller]
    fn check(store: &Store, at: usize, expected: &str) {
        let record: &ClaimRecord = store.claims().nth(at).unwrap();
        let article: &ArticleRecord = store.article(record.article).unwrap();
        assert_eq!(quoted_words(article, record), expected);
        assert_eq!(quoted_sentence(article, record), expected);
    }

    #[test]
    fn a_row_is_told_by_the_columns_that_matter() {
        let store = testing::table(LOSSES);
        check(
            &store,
            0,
            "day: 14 March 2031, town: Estrava, killed: 3, source: Police, Estrava",
        );
        check(
            &store,
            1,
            "day: 14 March 2031, town: Estrava, injured: 1,200, source: Police, Estrava",
        );
        let record = store.claims().nth(1).unwrap();
        let cells = row_cells(store.article(record.article).unwrap(), record).unwrap();
        let numbers: Vec<&str> = cells
            .iter()
            .filter(|cell| cell.is_number)
            .map(|cell| cell.value.as_str())
            .collect();
        assert_eq!(numbers, ["1,200"]);
    }

    #[test]
    fn a_sign_between_cells_may_stand_in_the_name_of_a_column() {
        let store = testing::table(
            "day,town,killed,source,\"seen, told\"\n14 March 2031,Estrava,3,Police,yes\n15 March 2031,Dunmoor,4,Police,no\n",
        );
        check(
            &store,
            0,
            "day: 14 March 2031, town: Estrava, killed: 3, source: Police",
        );
    }

    #[test]
    fn a_sentence_is_quoted_as_it_is() {
        let store = testing::store(&[("Herald", "2031-03-14", "On Friday {killed|twelve\npeople} died.")]);
        let record = store.claims().next().unwrap();
        let article = store.article(record.article).unwrap();
        assert_eq!(row_cells(article, record), None);
        assert_eq!(quoted_words(article, record), "twelve people");
        assert_eq!(quoted_sentence(article, record), "On Friday twelve people died.");
    }
}
