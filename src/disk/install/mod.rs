//! Puts the program among a user's programs, and takes away exactly what it put there.
//!
//! Where things go is the freedesktop standard: `applications`, `mime`, `icons`, `metainfo` below the data folder.

mod files;
mod manifest;
#[cfg(test)]
mod tests;
mod tools;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

pub use self::files::{APP_ID, DESKTOP_ENTRY, PROJECT_TYPE, WINDOW_ICON};
use self::files::{Piece, pieces};
use self::manifest::Manifest;
use super::atomic::write_file;
use super::error::{DiskError, Trouble};
use super::files::sha256_hex;
use super::folders::make_folder;
use super::save_as::is_same_file;

/// Where this user's programs and their data are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// `~/.local/share`.
    pub data: PathBuf,
    /// `~/.local/bin`.
    pub programs: PathBuf,
}

/// What was put in place or taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// How many files.
    pub files: usize,
    /// Files that were left because somebody changed them since.
    pub left: Vec<PathBuf>,
}

impl Places {
    /// The places of the user who runs this.
    ///
    /// # Errors
    /// Where the system names no home folder.
    pub fn of_user() -> Result<Self, DiskError> {
        let dirs = directories::BaseDirs::new();
        let places = dirs.and_then(|dirs| {
            Some(Self {
                data: dirs.data_dir().to_path_buf(),
                programs: dirs.executable_dir()?.to_path_buf(),
            })
        });
        places.ok_or_else(|| {
            let sentence = "No home folder was found to install into. Set HOME to a folder.";
            DiskError::new(Trouble::Missing, Path::new(""), sentence)
        })
    }

    /// Where the program is put.
    pub fn program(&self) -> PathBuf {
        self.programs.join("tallyscope")
    }

    /// True where a terminal finds programs in their folder.
    pub fn is_on_path(&self) -> bool {
        std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|one| one == self.programs))
    }

    fn manifest(&self) -> PathBuf {
        self.data.join("tallyscope/installed.txt")
    }

    /// True for a path that lies in one of our places and does not lead out of them.
    fn holds(&self, path: &Path) -> bool {
        let straight = path.components().all(|part| part != Component::ParentDir);
        straight && (path.starts_with(&self.data) || path.starts_with(&self.programs))
    }
}

/// Puts the running program, its entry, icons and types in place; what an earlier version put there gives way.
///
/// # Errors
/// Where somebody else's file stands in a place, or a folder cannot be written.
pub fn install(places: &Places) -> Result<Placed, DiskError> {
    let running = std::env::current_exe()
        .map_err(|error| DiskError::from_io("The running program could not be found", Path::new(""), &error))?;
    let before = tools::openers();
    let placed = put(places, &running)?;
    tools::tell_desktop(&places.data);
    tools::keep_openers(&before);
    Ok(placed)
}

/// Takes away what [`install`] put in place; `None` where nothing was.
///
/// # Errors
/// Where the list of what was installed cannot be read, or a file cannot be removed.
pub fn uninstall(places: &Places) -> Result<Option<Placed>, DiskError> {
    let Some(manifest) = read_manifest(places)? else {
        return Ok(None);
    };
    let placed = take_files(places, &manifest.files)?;
    // the desktop's programs want the folders that they look into
    tools::tell_desktop(&places.data);
    remove(&places.manifest())?;
    for folder in manifest.folders.iter().rev().filter(|folder| places.holds(folder)) {
        // somebody else keeps something there by now
        fs::remove_dir(folder).ok();
    }
    Ok(Some(placed))
}

/// Writes all files, with `running` as the program.
fn put(places: &Places, running: &Path) -> Result<Placed, DiskError> {
    let old = read_manifest(places)?.unwrap_or_default();
    let program = places.program();
    let program_bytes = fs::read(running)
        .map_err(|error| DiskError::from_io("The running program could not be read", running, &error))?;
    let mut wanted: Vec<(PathBuf, Vec<u8>)> = vec![(program.clone(), program_bytes)];
    for Piece { place, bytes } in pieces(&program) {
        wanted.push((places.data.join(place), bytes.into_owned()));
    }
    let mut manifest = Manifest {
        folders: old.folders.clone(),
        ..Manifest::default()
    };
    for (path, bytes) in &wanted {
        let digest = sha256_hex(bytes);
        check_place(path, &digest, &old)?;
        manifest.files.push((digest, path.clone()));
        note_folders(path, places, &mut manifest.folders);
    }
    note_folders(&places.manifest(), places, &mut manifest.folders);
    // what is noted first can be taken away, however far this comes
    let kept: BTreeSet<&PathBuf> = manifest.files.iter().map(|(_, path)| path).collect();
    let gone: Vec<_> = old
        .files
        .iter()
        .filter(|(_, path)| !kept.contains(path))
        .cloned()
        .collect();
    write(&places.manifest(), manifest.text().as_bytes())?;
    let left = take_files(places, &gone)?.left;
    for (path, bytes) in &wanted {
        if *path != program || !is_same_file(running, &program) {
            write(path, bytes)?;
        }
    }
    make_runnable(&program)?;
    Ok(Placed {
        files: wanted.len(),
        left,
    })
}

/// A file that is not ours is not overwritten.
fn check_place(path: &Path, digest: &str, old: &Manifest) -> Result<(), DiskError> {
    if path.to_str().is_none_or(|path| path.contains('\n')) {
        let sentence = "This folder's name cannot be noted: it is no Unicode, or has a line end in it.";
        return Err(DiskError::new(Trouble::Other, path, sentence));
    }
    if old.holds(path) || fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    if fs::read(path).is_ok_and(|bytes| sha256_hex(&bytes) == digest) {
        return Ok(());
    }
    let sentence = "Nothing was installed: this file is there already and was not put there by Tallyscope. Move it away \
                    and try again.";
    Err(DiskError::new(Trouble::Exists, path, sentence))
}

/// Notes the folders above `path` that will have to be made, outer ones first.
fn note_folders(path: &Path, places: &Places, folders: &mut Vec<PathBuf>) {
    let missing = path
        .ancestors()
        .skip(1)
        .take_while(|folder| places.holds(folder) && !folder.exists());
    let mut missing: Vec<PathBuf> = missing.map(Path::to_path_buf).collect();
    missing.reverse();
    missing.retain(|folder| !folders.contains(folder));
    folders.extend(missing);
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    path.parent().map_or(Ok(()), make_folder)?;
    write_file(path, bytes)
}

/// Removes files that are as they were written; others are left and named.
fn take_files(places: &Places, files: &[(String, PathBuf)]) -> Result<Placed, DiskError> {
    let mut placed = Placed::default();
    for (digest, path) in files.iter().filter(|(_, path)| places.holds(path)) {
        match fs::read(path) {
            Ok(bytes) if sha256_hex(&bytes) == *digest => {
                remove(path)?;
                placed.files += 1;
            }
            Ok(_) => placed.left.push(path.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(DiskError::from_io("The file could not be taken away", path, &error)),
        }
    }
    Ok(placed)
}

fn remove(path: &Path) -> Result<(), DiskError> {
    fs::remove_file(path).map_err(|error| DiskError::from_io("The file could not be taken away", path, &error))
}

fn read_manifest(places: &Places) -> Result<Option<Manifest>, DiskError> {
    let path = places.manifest();
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(Manifest::read(&text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(DiskError::from_io(
            "The list of what was installed could not be read",
            &path,
            &error,
        )),
    }
}

#[cfg(unix)]
fn make_runnable(path: &Path) -> Result<(), DiskError> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .map_err(|error| DiskError::from_io("The program could not be made to run", path, &error))
}

#[cfg(not(unix))]
fn make_runnable(_path: &Path) -> Result<(), DiskError> {
    Ok(())
}
