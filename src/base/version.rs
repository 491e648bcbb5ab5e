//! Which program this is.

/// The version: "0.1.0".
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The version with the commit that it was built from, where that is known: "0.1.0 (c99863e, 2026-11-22)".
pub const FULL_VERSION: &str = env!("TALLYSCOPE_VERSION");

#[cfg(test)]
mod tests {
    use super::{FULL_VERSION, VERSION};

    #[test]
    fn the_full_version_is_the_version_with_a_commit_or_without() {
        let rest = FULL_VERSION.strip_prefix(VERSION).unwrap();
        let commit = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')'));
        let Some((id, day)) = commit.and_then(|commit| commit.split_once(", ")) else {
            assert_eq!(rest, "");
            return;
        };
        assert!(
            id.len() >= 7 && id.chars().all(|letter| letter.is_ascii_hexdigit()),
            "{id}"
        );
        assert!(day.parse::<jiff::civil::Date>().is_ok(), "{day}");
    }
}
