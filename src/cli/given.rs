//! Publication dates given in a file.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Reads lines of path, TAB, date. The second part lists lines that could not be read, each as a sentence.
pub(super) fn read(text: &str) -> (BTreeMap<String, Date>, Vec<String>) {
    let mut given = BTreeMap::new();
    let mut problems = Vec::new();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let parsed = line
            .rsplit_once('\t')
            .and_then(|(path, day)| Some((path, day.trim().parse().ok()?)));
        match parsed {
            Some((path, day)) => {
                given.insert(path.trim().to_owned(), day);
            }
            None => problems.push(format!("Line {} is not “path, TAB, YYYY-MM-DD”: {line}", index + 1)),
        }
    }
    (given, problems)
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_path_tab_day() {
        let (given, problems) = super::read("\u{FEFF}a b.txt\t2031-03-14\r\n\nbroken\nx\t2031-13-01\n");
        assert_eq!(given.len(), 1);
        assert_eq!(
            given.get("a b.txt").map(ToString::to_string).as_deref(),
            Some("2031-03-14")
        );
        assert_eq!(problems.len(), 2);
    }
}
