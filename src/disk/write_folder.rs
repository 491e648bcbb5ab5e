//! Writes whole folders, so that a crash leaves none or all of one; and originals for who writes beside the window.

use std::fs;
use std::path::{Component, Path};

use rusqlite::{Connection, OptionalExtension as _};

use super::atomic::{sync_folder, with_end};
use super::check::open_reader;
use super::error::{DiskError, Trouble};

/// Writes files into a new folder, their names with `/` between folders: first beside it, then in its place. What is there
/// already stays: only an empty folder is replaced.
///
/// # Errors
/// Where something is there already, a name leads out of the folder, or the disk is full; nothing is left behind then.
pub fn write_folder(path: &Path, files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Result<(), DiskError> {
    let what = "The folder could not be written";
    let is_empty = fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    if path.symlink_metadata().is_ok() && !is_empty {
        let sentence = format!("{what}: something of that name is there already. Choose another name.");
        return Err(DiskError::new(Trouble::Exists, path, sentence));
    }
    let part = with_end(path, ".part");
    drop(fs::remove_dir_all(&part));
    let written = fill(&part, files).and_then(|()| {
        if is_empty {
            fs::remove_dir(path)?;
        }
        fs::rename(&part, path)
    });
    if let Err(error) = written {
        drop(fs::remove_dir_all(&part));
        return Err(DiskError::from_io(what, path, &error));
    }
    sync_folder(path);
    Ok(())
}

fn fill(folder: &Path, files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, bytes) in files {
        let name = name.as_ref();
        let inside = Path::new(name);
        let is_plain = inside.components().all(|part| matches!(part, Component::Normal(_)));
        if name.is_empty() || !is_plain {
            return Err(std::io::Error::other(format!("“{name}” is no name of a file in it")));
        }
        let file = folder.join(inside);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, bytes)?;
    }
    Ok(())
}

/// The original bytes of a project's articles, read by a connection of its own.
pub struct Originals {
    reader: Connection,
}

impl Originals {
    /// Those of this project file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        open_reader(path).map(|reader| Self { reader })
    }

    /// The original of this SHA-256; `None` where the project does not have it or it cannot be read.
    pub fn bytes(&self, sha256: &str) -> Option<Vec<u8>> {
        let found = self
            .reader
            .prepare_cached("SELECT bytes FROM sources WHERE sha256 = ?1")
            .and_then(|mut statement| {
                statement
                    .query_row([sha256], |row| Ok(row.get_ref(0)?.as_blob()?.to_vec()))
                    .optional()
            });
        found.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::write_folder;
    use crate::disk::Trouble;

    #[test]
    fn a_folder_is_written_whole_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("out");
        let file = |name: &str| (name.to_owned(), b"words".to_vec());
        write_folder(&path, &[file("a.txt"), file("b/c.txt")]).unwrap();
        assert_eq!(std::fs::read(path.join("b/c.txt")).unwrap(), b"words");
        let again = write_folder(&path, &[file("a.txt")]).unwrap_err();
        assert_eq!(again.trouble, Trouble::Exists);
        for bad in ["../escape.txt", "/tmp/escape.txt", "", "a/../../escape.txt"] {
            let other = home.path().join("other");
            assert!(write_folder(&other, &[file("a.txt"), file(bad)]).is_err(), "{bad}");
            assert!(!other.exists() && !home.path().join("other.part").exists(), "{bad}");
            assert!(!home.path().join("escape.txt").exists(), "{bad}");
        }
        let empty = home.path().join("empty");
        std::fs::create_dir(&empty).unwrap();
        write_folder(&empty, &[file("a.txt")]).unwrap();
        assert!(empty.join("a.txt").is_file());
    }
}
