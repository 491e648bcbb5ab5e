//! Other words by which a command is looked for: what it does, and what other programs call it.

use crate::app::CommandRow;

/// Fewer letters hit too much.
const LEAST_LETTERS: usize = 3;

/// Less than any hit in a name.
const SCORE: i32 = -40;

/// What other programs call it, by the command's stable word.
const WORDS: &[(&str, &str)] = &[
    ("add_files", "import load article pdf zip"),
    ("add_folder", "import load directory"),
    ("paste_article", "clipboard text new article"),
    ("hand_over", "package share send colleague"),
    ("take_decisions", "merge import compare reviewer second analyst"),
    ("backups", "restore recover"),
    ("versions", "changed page compare difference"),
    ("duplicates", "duplicate double copies"),
    ("remove_for_good", "delete erase redact"),
    ("export_csv", "save table spreadsheet excel csv json"),
    ("report", "print html summary"),
    ("picture_png", "image chart screenshot"),
    ("picture_svg", "image chart vector"),
    ("same_as", "merge join duplicate name"),
    ("take_out", "split separate name"),
    ("theme", "dark light night mode appearance"),
    ("text_larger", "zoom bigger text size font"),
    ("text_smaller", "zoom text size font"),
    ("keys", "shortcuts keyboard hotkeys"),
    ("history", "log journal changes"),
    ("what_is_new", "changelog release notes"),
    ("help", "manual guide tutorial"),
];

/// How well a command fits by other words than its name: each word of the query begins one of them.
pub(super) fn fit(query: &str, row: &CommandRow) -> Option<i32> {
    let query = query.trim().to_lowercase();
    if query.chars().count() < LEAST_LETTERS {
        return None;
    }
    let others = WORDS
        .iter()
        .find(|(id, _)| *id == row.id)
        .map_or("", |(_, words)| words);
    let told = format!("{} {} {} {others}", row.id, row.name, row.help).to_lowercase();
    let words: Vec<&str> = told.split(|c: char| !c.is_alphanumeric()).collect();
    let fits = |wanted: &str| words.iter().any(|word| word.starts_with(wanted));
    query.split_whitespace().all(fits).then_some(SCORE)
}

#[cfg(test)]
mod tests {
    use super::{WORDS, fit};
    use crate::app::{Settings, command_rows};

    fn found(query: &str) -> Vec<&'static str> {
        let settings = Settings::default();
        let rows = command_rows(&settings).into_iter().map(|(row, _)| row);
        rows.filter(|row| fit(query, row).is_some()).map(|row| row.id).collect()
    }

    #[test]
    fn commands_are_found_by_what_others_call_them() {
        for (query, id) in [
            ("duplicate", "duplicates"),
            ("package", "hand_over"),
            ("clipboard", "paste_article"),
            ("restore", "backups"),
            ("shortcuts", "keys"),
            ("dark mode", "theme"),
        ] {
            assert!(found(query).contains(&id), "{query}: {:?}", found(query));
        }
        assert_eq!(found("xyzzy"), Vec::<&str>::new());
        assert_eq!(found("du"), Vec::<&str>::new());
        assert_eq!(found("uplicate"), Vec::<&str>::new());
    }

    #[test]
    fn each_row_is_of_a_command() {
        let settings = Settings::default();
        let ids: Vec<&str> = command_rows(&settings).iter().map(|(row, _)| row.id).collect();
        for (id, _) in WORDS {
            assert!(ids.contains(id), "{id}");
        }
    }
}
