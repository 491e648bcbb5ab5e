//! What is new in this version: the newest section of the list of changes.

use crate::base::VERSION;

/// All changes, newest first.
const CHANGES: &str = include_str!("../../CHANGELOG.md");

/// What changed for those who use the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// "0.2.0".
    pub version: String,
    /// What matters most, for a card; the first lines where the list does not say.
    pub short: Vec<String>,
    /// All of it: one sentence or a few each, without signs of markup.
    pub lines: Vec<String>,
}

/// The head above what matters most.
const IN_SHORT: &str = "### In short";

/// So many lines are short where the list does not say.
const MOST_SHORT: usize = 3;

/// What is new in this version.
pub fn news() -> News {
    read(CHANGES, VERSION)
}

/// The newest section; one that has no version yet is of the version that is built.
fn read(changes: &str, version: &str) -> News {
    let mut sections = changes.split("\n## ").skip(1);
    let newest = sections.next().unwrap_or_default();
    let (head, body) = newest.split_once('\n').unwrap_or((newest, ""));
    let named = head
        .trim()
        .trim_start_matches('[')
        .split([']', ' '])
        .next()
        .unwrap_or_default();
    let has_version = named.starts_with(|letter: char| letter.is_ascii_digit());
    let parts = body.split_once(IN_SHORT).map(|(_, rest)| rest);
    let (short, all) = match parts {
        Some(rest) => rest.split_once("\n### ").unwrap_or((rest, "")),
        None => ("", body),
    };
    let (mut short, all) = (lines(short), lines(all));
    if short.is_empty() {
        short = all.iter().take(MOST_SHORT).cloned().collect();
    }
    News {
        version: if has_version { named } else { version }.to_owned(),
        short,
        lines: all,
    }
}

fn lines(body: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in body.lines() {
        if let Some(first) = line.strip_prefix("- ") {
            lines.push(plain(first));
        } else if let (Some(last), true) = (lines.last_mut(), line.starts_with("  ")) {
            last.push(' ');
            last.push_str(&plain(line.trim()));
        }
    }
    lines
}

/// Without the signs for code and stress.
fn plain(words: &str) -> String {
    words.replace(['`', '*'], "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{news, read};

    #[test]
    fn the_newest_section_is_read_and_no_other() {
        let changes = "# Changes\n\nWords.\n\n## 0.2.0 (2031-03-15)\n\n- One **thing** that\n  runs on, with `--code`.\n- Two\n\n\
                       ## 0.1.0\n\n- Old\n";
        let got = read(changes, "0.3.0");
        assert_eq!(got.version, "0.2.0");
        assert_eq!(got.lines, ["One thing that runs on, with --code.", "Two"]);
        let unreleased = changes.replace("0.2.0 (2031-03-15)", "Unreleased");
        assert_eq!(read(&unreleased, "0.3.0").version, "0.3.0");
        assert_eq!(read("# Changes\n", "0.3.0").lines, Vec::<String>::new());
    }

    #[test]
    fn what_matters_most_comes_first() {
        let changes = "# Changes\n\n## Unreleased\n\n### In short\n\n- Much\n  of it\n\n### All\n\n- One\n- Two\n\n## 0.1.0\n\n- Old\n";
        let got = read(changes, "0.3.0");
        assert_eq!(got.short, ["Much of it"]);
        assert_eq!(got.lines, ["One", "Two"]);
        let plain = "# Changes\n\n## Unreleased\n\n- One\n- Two\n- Three\n- Four\n";
        assert_eq!(read(plain, "0.3.0").short, ["One", "Two", "Three"]);
    }

    #[test]
    fn this_version_has_news() {
        let news = news();
        assert!((2..=6).contains(&news.short.len()));
        assert!(!news.lines.is_empty());
        assert!(news.lines.iter().all(|line| !line.is_empty() && !line.contains('`')));
    }
}
