//! Writes whole files so that a crash leaves the old one or the new one, never half of one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::error::DiskError;

/// Writes `bytes` beside `path`, then puts them in its place; what was there before is gone.
///
/// # Errors
/// Where the folder cannot be written or the disk is full; the old file is still there then.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let part = with_end(path, ".part");
    let written = write_through(&part, bytes).and_then(|()| fs::rename(&part, path));
    if let Err(error) = written {
        drop(fs::remove_file(&part));
        return Err(DiskError::from_io("The file could not be written", path, &error));
    }
    sync_folder(path);
    // settings and the like are written all the time
    let is_own = path.extension().is_some_and(|end| end == "toml");
    let level = if is_own { log::Level::Debug } else { log::Level::Info };
    let ending = super::redact::ending(&path.to_string_lossy());
    log::log!(level, "a file was written: {} bytes, {ending}", bytes.len());
    Ok(())
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The same path with `end` after its whole name: `a.tally` and `-wal` give `a.tally-wal`.
pub(super) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(end);
    PathBuf::from(name)
}

/// Makes a rename last over a power cut, where the system can: Windows cannot open folders.
pub(super) fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        })
    {
        drop(folder.sync_all());
    }
}
