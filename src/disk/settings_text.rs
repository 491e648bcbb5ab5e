//! The settings file as people read it: what each line means stands above it, and what they wrote themselves stays.

use std::collections::BTreeMap;

const HEAD: &str = "# Settings of Tallyscope. The program writes this file when something is changed in its window; it may be\n\
                    # edited while no window is open. Lines that are left out have their built-in values.\n";

/// What stands above each value.
const EXPLAINED: [(&str, &str); 9] = [
    ("theme", "# Light or dark: \"system\", \"light\" or \"dark\"."),
    (
        "text_size_percent",
        "# Size of text and controls in percent, 75 to 200.",
    ),
    ("show_marks", "# Whether claims are marked in the text."),
    ("show_names", "# Whether names and dates are marked too."),
    ("show_library", "# Whether the list of articles is shown."),
    ("recent", "# Projects opened before, newest first."),
    (
        "review_columns",
        "# Columns of the table of claims in their order, hidden ones with a minus; empty = the built-in ones.",
    ),
    (
        "[keys]",
        "# Keys that differ from the built-in ones: command = \"Ctrl+Shift+K\", or \"\" for none.",
    ),
    (
        "[tables]",
        "# How tables were read before, by what their columns are called.",
    ),
];

/// `values` with an explanation above each, and the comments that stand above the same values in `before`.
pub(super) fn with_comments(values: &str, before: &str) -> String {
    let kept = own_comments(before);
    let mut text = HEAD.to_owned();
    let mut table = String::new();
    for (line, is_value) in lines_of(values) {
        if is_value {
            text.push_str(line);
            text.push('\n');
            continue;
        }
        if let Some(name) = name_of(line, &mut table) {
            let explained = EXPLAINED.iter().find(|(known, _)| *known == name);
            let own = kept.get(&name).map(Vec::as_slice).unwrap_or_default();
            // a blank line apart, where something is said
            if (explained.is_some() || !own.is_empty()) && !text.ends_with("\n\n") {
                text.push('\n');
            }
            let lines = explained.map(|(_, words)| *words).into_iter();
            for comment in lines.chain(own.iter().map(String::as_str)) {
                text.push_str(comment);
                text.push('\n');
            }
        }
        if !line.is_empty() {
            text.push_str(line);
            text.push('\n');
        }
    }
    let end = kept.get("").map(Vec::as_slice).unwrap_or_default();
    for comment in end {
        text.push_str(comment);
        text.push('\n');
    }
    text
}

/// The comments that people wrote, by the value that they stand above; those at the end by an empty name.
fn own_comments(text: &str) -> BTreeMap<String, Vec<String>> {
    let is_ours =
        |line: &str| EXPLAINED.iter().any(|(_, words)| *words == line) || HEAD.lines().any(|ours| ours == line);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut waiting = Vec::new();
    let mut table = String::new();
    for (line, _) in lines_of(text).filter(|(_, is_value)| !is_value) {
        if line.trim_start().starts_with('#') {
            waiting.extend((!is_ours(line)).then(|| line.to_owned()));
        } else if let Some(name) = name_of(line, &mut table)
            && !waiting.is_empty()
        {
            found.entry(name).or_default().append(&mut waiting);
        }
    }
    if !waiting.is_empty() {
        found.insert(String::new(), waiting);
    }
    found
}

/// The lines, each with whether it goes on with a text that was begun above: such lines stay as they are.
fn lines_of(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut open: Option<&str> = None;
    text.lines().map(move |line| {
        let before = open;
        open = match before {
            Some(marks) => before.filter(|_| !line.contains(marks)),
            None => ["\"\"\"", "'''"]
                .into_iter()
                .find(|marks| line.matches(marks).count() == 1),
        };
        (line, before.is_some())
    })
}

/// What a line gives a value to: "theme", "[keys]", "[keys] accept"; `table` is the one that the lines before began.
fn name_of(line: &str, table: &mut String) -> Option<String> {
    let is_head = line.starts_with('[') && line.ends_with(']') && !line.contains(',');
    if is_head {
        line.clone_into(table);
        return Some(line.to_owned());
    }
    // lines of a list that runs over several stand apart by blanks
    if line.starts_with([' ', ']', '\t']) {
        return None;
    }
    let (name, _) = line.split_once('=')?;
    let name = name.trim();
    Some(if table.is_empty() {
        name.to_owned()
    } else {
        format!("{table} {name}")
    })
}

#[cfg(test)]
mod tests {
    use super::{HEAD, with_comments};

    #[test]
    fn each_value_is_explained_and_comments_of_people_stay_where_they_were() {
        let values = "theme = \"dark\"\nrecent = [\n    \"/a b.tally\",\n]\nother = 1\n\n[keys]\naccept = \"Y\"\n";
        let before = "# above all\ntheme = \"light\"\n[keys]\n# my hand\naccept = \"X\"\n# gone = 3\n";
        let text = with_comments(values, before);
        let expected = format!(
            "{HEAD}\n# Light or dark: \"system\", \"light\" or \"dark\".\n# above all\ntheme = \"dark\"\n\n\
             # Projects opened before, newest first.\nrecent = [\n    \"/a b.tally\",\n]\nother = 1\n\n\
             # Keys that differ from the built-in ones: command = \"Ctrl+Shift+K\", or \"\" for none.\n[keys]\n\n\
             # my hand\naccept = \"Y\"\n# gone = 3\n"
        );
        assert_eq!(text, expected);
        assert_eq!(with_comments(values, &text), expected, "once more changes nothing");
    }

    #[test]
    fn a_text_of_several_lines_stays_as_it_is() {
        let said = "one\n\n# no comment\ntheme = \"dark\"\nlast";
        let table = toml::Table::from_iter([("other".to_owned(), said.into()), ("theme".to_owned(), "light".into())]);
        let values = toml::to_string_pretty(&table).unwrap();
        assert!(values.lines().count() > 5, "{values}");
        let text = with_comments(&values, "# mine\ntheme = 1\n");
        assert_eq!(text.parse::<toml::Table>().unwrap(), table, "{text}");
        assert_eq!(with_comments(&values, &text), text, "once more changes nothing");
    }
}
