//! A cell of a CSV table.

use crate::base::is_formula;

/// The cell quoted as RFC 4180 asks; a cell that a spreadsheet would run as a formula gets an apostrophe before it. So does
/// one that looks as if it had got one, so that whoever takes one apostrophe away has the words as they were.
fn cell(words: &str) -> String {
    let safe = if is_formula(words) {
        format!("'{words}")
    } else {
        words.to_owned()
    };
    if safe.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", safe.replace('"', "\"\""));
    }
    safe
}

/// A row of cells with its line end.
pub(super) fn row(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<String> = cells.iter().map(|words| cell(words.as_ref())).collect();
    cells.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_made_harmless() {
        assert_eq!(cell("12 dead"), "12 dead");
        assert_eq!(cell("4,400"), "\"4,400\"");
        assert_eq!(cell("he said \"no\""), "\"he said \"\"no\"\"\"");
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("-5"), "-5");
        assert_eq!(cell("@cmd\n"), "\"'@cmd\n\"");
        assert_eq!(cell("\tcmd"), "'\tcmd");
        assert_eq!(cell("+1 dead"), "'+1 dead");
        assert_eq!(cell("'=1"), "''=1");
        assert_eq!(cell("'-5"), "''-5");
        assert_eq!(cell("'twas"), "'twas");
    }
}
