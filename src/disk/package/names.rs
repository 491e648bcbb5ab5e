//! Names of files in a package: readable, and allowed on every system; names in foreign packages are not trusted.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Longest name in characters, without its ending.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The last part of a name, without what a system does not allow; `fallback` where nothing is left.
pub(super) fn clean(name: &str, fallback: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let allowed = |sign: char| {
        let turns = matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let forbidden = sign.is_control() || turns || matches!(sign, '<' | '>' | ':' | '"' | '|' | '?' | '*');
        if forbidden { '_' } else { sign }
    };
    let cleaned: String = last.chars().map(allowed).collect();
    let (stem, end) = split(cleaned.trim());
    let short: String = stem.chars().take(LONGEST).collect();
    let stem = short.trim().trim_matches('.').trim();
    let stem = if stem.is_empty() { fallback } else { stem };
    let is_device = DEVICES.contains(&stem.to_lowercase().as_str());
    let stem = if is_device { format!("{stem}_") } else { stem.to_owned() };
    if end.is_empty() { stem } else { format!("{stem}.{end}") }
}

/// A name and its ending.
fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, end))
            if !stem.is_empty() && end.len() <= 10 && end.chars().all(|sign| sign.is_ascii_alphanumeric()) =>
        {
            (stem, end)
        }
        _ => (name, ""),
    }
}

/// Gives each name once, whatever letters are large or small: "a.txt", "a (2).txt".
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    pub(super) fn own(&mut self, name: &str) -> String {
        let (stem, end) = split(name);
        let mut number = 1;
        let mut own = name.to_owned();
        while !self.taken.insert(own.to_lowercase()) {
            number += 1;
            own = match end {
                "" => format!("{stem} ({number})"),
                end => format!("{stem} ({number}).{end}"),
            };
        }
        own
    }
}

/// The path of a file below a folder; `None` where the name leads elsewhere.
pub(super) fn below(name: &str) -> Option<PathBuf> {
    // a colon names a drive or a stream on Windows
    let is_odd = name.is_empty() || name.contains(['\\', ':', '\0']) || name.len() > 1024;
    let path = Path::new(name);
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    (!is_odd && is_plain && !name.ends_with('/')).then(|| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::{Names, below, clean};

    #[test]
    fn names_are_allowed_everywhere() {
        for (name, cleaned) in [
            ("day 3.html", "day 3.html"),
            ("/home/me/day 3.html", "day 3.html"),
            ("C:\\texts\\day.txt", "day.txt"),
            ("a<b>:\"c\"|?*.txt", "a_b___c____.txt"),
            ("con.txt", "con_.txt"),
            ("..", "article"),
            ("", "article"),
            ("  .hidden ", "hidden"),
            ("no ending. At all", "no ending. At all"),
            ("\u{202E}txt.exe", "_txt.exe"),
        ] {
            assert_eq!(clean(name, "article"), cleaned, "{name}");
        }
        assert_eq!(clean(&"ü".repeat(300), "article").chars().count(), 100);
    }

    #[test]
    fn each_name_is_given_once() {
        let mut names = Names::default();
        let own: Vec<String> = ["a.txt", "A.txt", "a", "a", "a.txt"]
            .iter()
            .map(|name| names.own(name))
            .collect();
        assert_eq!(own, ["a.txt", "A (2).txt", "a", "a (2)", "a (3).txt"]);
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in [
            "../a",
            "/etc/passwd",
            "a/../../b",
            "C:\\a",
            "C:a",
            "a\\b",
            "",
            "a\0b",
            "a/",
            "./..",
        ] {
            assert_eq!(below(name), None, "{name:?}");
        }
        assert!(below("originals/day 3.html").is_some());
    }
}
