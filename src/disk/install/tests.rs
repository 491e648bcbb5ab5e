//! Installing into a home of its own, without the desktop's programs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Places, put, read_manifest, take_files, uninstall};
use crate::disk::Trouble;

fn home(folder: &Path) -> (Places, PathBuf) {
    let places = Places {
        data: folder.join("share"),
        programs: folder.join("bin"),
    };
    let running = folder.join("built");
    fs::write(&running, "the program").unwrap();
    (places, running)
}

/// All files below a folder with their bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut waiting = vec![folder.to_path_buf()];
    let mut found = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn what_was_put_in_place_is_taken_away_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (places, running) = home(folder.path());
    fs::create_dir_all(places.data.join("applications")).unwrap();
    fs::write(places.data.join("applications/other.desktop"), "[Desktop Entry]").unwrap();
    let before = tree(folder.path());
    let placed = put(&places, &running).unwrap();
    assert_eq!(placed.files, 22);
    assert_eq!(fs::read(places.program()).unwrap(), b"the program");
    let after = tree(folder.path());
    // all of them, and the list
    assert_eq!(after.len(), before.len() + 23);
    // once more is harmless
    put(&places, &running).unwrap();
    assert_eq!(tree(folder.path()), after);

    let manifest = read_manifest(&places).unwrap().unwrap();
    let taken = take_files(&places, &manifest.files).unwrap();
    assert_eq!((taken.files, taken.left.len()), (22, 0));
    assert_eq!(tree(folder.path()).len(), before.len() + 1);
}

#[cfg(unix)]
#[test]
fn the_program_can_be_run_and_folders_go_where_they_are_empty() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (places, running) = home(folder.path());
    put(&places, &running).unwrap();
    let mode = fs::metadata(places.program()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o755);
    // a project of the user in a folder that we made
    fs::write(places.data.join("tallyscope/mine.tally"), "mine").unwrap();
    uninstall(&places).unwrap().unwrap();
    assert!(!places.programs.exists() && !places.data.join("icons").exists());
    assert_eq!(fs::read(places.data.join("tallyscope/mine.tally")).unwrap(), b"mine");
    assert_eq!(uninstall(&places), Ok(None));
}

#[test]
fn a_newer_version_takes_away_what_it_no_longer_has() {
    let folder = tempfile::tempdir().unwrap();
    let (places, running) = home(folder.path());
    put(&places, &running).unwrap();
    let old = places.data.join("applications/old.desktop");
    fs::write(&old, "old").unwrap();
    let outside = folder.path().join("outside.txt");
    fs::write(&outside, "outside").unwrap();
    let digest = crate::disk::sha256_hex(b"old");
    let away = crate::disk::sha256_hex(b"outside");
    let list = places.data.join("tallyscope/installed.txt");
    let escape = places.data.join("../outside.txt");
    let text = fs::read_to_string(&list).unwrap()
        + &format!("file {digest} {}\nfile {away} {}\n", old.display(), outside.display())
        + &format!("file {away} {}\n", escape.display());
    fs::write(&list, text).unwrap();
    fs::write(&running, "the next program").unwrap();
    put(&places, &running).unwrap();
    assert_eq!(fs::read(places.program()).unwrap(), b"the next program");
    assert!(!old.exists());
    // a list that names files elsewhere is not believed
    assert!(outside.exists());
}

#[test]
fn somebody_elses_file_stays_and_a_changed_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (places, running) = home(folder.path());
    fs::create_dir_all(&places.programs).unwrap();
    fs::write(places.program(), "another program").unwrap();
    let error = put(&places, &running).unwrap_err();
    assert_eq!((error.trouble, error.path), (Trouble::Exists, places.program()));
    assert!(!places.data.exists(), "nothing is written where not all can be");

    fs::remove_file(places.program()).unwrap();
    put(&places, &running).unwrap();
    let entry = places.data.join("applications/org.tallyscope.Tallyscope.desktop");
    fs::write(&entry, "my own entry").unwrap();
    let manifest = read_manifest(&places).unwrap().unwrap();
    let taken = take_files(&places, &manifest.files).unwrap();
    assert_eq!(taken.left, std::slice::from_ref(&entry));
    assert_eq!(fs::read(entry).unwrap(), b"my own entry");
}
