//! The files of a watched folder as they stand: path, time of the last change, size.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::error::DiskError;
use super::files::{FolderWanted, collect};

/// A file as it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileStamp {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: i64,
    /// Its bytes.
    pub size: u64,
}

/// The article files of a folder and of the folders in it, by path. An empty folder has none.
///
/// # Errors
/// Where the folder is gone or cannot be listed.
pub fn stamps(folder: &Path) -> Result<Vec<FileStamp>, DiskError> {
    let what = "The watched folder could not be read";
    fs::read_dir(folder).map_err(|error| DiskError::from_io(what, folder, &error))?;
    let found = collect(&[folder.to_path_buf()], FolderWanted::All);
    let stamp = |path: PathBuf| {
        let data = fs::metadata(&path).ok()?;
        let since = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(FileStamp {
            changed: i64::try_from(since.as_millis()).ok()?,
            size: data.len(),
            path,
        })
    };
    Ok(found.files.into_iter().filter_map(stamp).collect())
}

#[cfg(test)]
mod tests {
    use super::stamps;

    #[test]
    fn article_files_are_listed_with_time_and_size() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(stamps(home.path()), Ok(Vec::new()));
        std::fs::write(home.path().join("a.txt"), "Six").unwrap();
        std::fs::write(home.path().join("a.exe"), "Six").unwrap();
        let found = stamps(home.path()).unwrap();
        assert_eq!((found.len(), found[0].size), (1, 3));
        assert!(found[0].changed > 1_500_000_000_000);
        assert!(stamps(&home.path().join("gone")).is_err());
    }
}
