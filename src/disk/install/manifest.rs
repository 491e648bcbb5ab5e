//! What was put in place, kept so that exactly that can be taken away.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Files with the digest of what was written, and folders that were not there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// SHA-256 as hexadecimal digits, and path.
    pub(super) files: Vec<(String, PathBuf)>,
    /// Outer ones first.
    pub(super) folders: Vec<PathBuf>,
}

const HEAD: &str = "# What “tallyscope install --user” put in place; “tallyscope uninstall --user” takes it away.";

impl Manifest {
    /// As a file, one line each.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for (digest, path) in &self.files {
            // writing to a String cannot fail
            writeln!(text, "file {digest} {}", path.display()).ok();
        }
        for path in &self.folders {
            writeln!(text, "folder {}", path.display()).ok();
        }
        text
    }

    /// From such a file; what is none of these lines is left out.
    pub(super) fn read(text: &str) -> Self {
        let mut manifest = Self::default();
        for line in text.lines() {
            if let Some((digest, path)) = line.strip_prefix("file ").and_then(|line| line.split_once(' ')) {
                manifest.files.push((digest.to_owned(), PathBuf::from(path)));
            } else if let Some(path) = line.strip_prefix("folder ") {
                manifest.folders.push(PathBuf::from(path));
            }
        }
        manifest
    }

    /// True where this file was put there by us.
    pub(super) fn holds(&self, path: &Path) -> bool {
        self.files.iter().any(|(_, held)| held == path)
    }
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let manifest = Manifest {
            files: vec![("00ff".to_owned(), "/home/a b/.local/bin/tallyscope".into())],
            folders: vec!["/home/a b/.local/bin".into()],
        };
        assert_eq!(Manifest::read(&manifest.text()), manifest);
        assert_eq!(Manifest::read("file\nfolder\nnothing else\n"), Manifest::default());
    }
}
