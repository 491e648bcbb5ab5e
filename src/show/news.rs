//! What is new in this version: the newest section of the list of changes.

use crate::base::VERSION;

/// All changes, newest first.
const CHANGES: &str = include_str!("../../CHANGELOG.md");

/// What changed for those who use the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// "0.2.0".
    pub version: String,
    /// One sentence or a few each, without signs of markup.
    pub lines: Vec<String>,
}

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
    News {
        version: if has_version { named } else { version }.to_owned(),
        lines: lines(body),
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
    fn this_version_has_news() {
        let news = news();
        assert!(!news.lines.is_empty());
        assert!(news.lines.iter().all(|line| !line.is_empty() && !line.contains('`')));
    }
}
