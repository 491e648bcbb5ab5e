//! `install --user` and `uninstall --user` by the program itself, in a home of its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::{printed, tallyscope};

/// Runs with a home and without the desktop's own programs, which have caches of their own.
fn at_home(home: &Path, words: &[&str]) -> Output {
    let mut command = tallyscope(words);
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("share"))
        .env("PATH", home.join("none"));
    command.env_remove("XDG_BIN_HOME").env_remove("XDG_CONFIG_HOME");
    command.output().unwrap()
}

/// Files below a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut waiting = vec![folder.to_path_buf()];
    let mut found = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.insert(path.strip_prefix(folder).unwrap().to_path_buf());
        }
    }
    found
}

/// What is put below the data folder, without the list of it.
pub(super) fn places_of_install() -> BTreeSet<PathBuf> {
    let home = tempfile::tempdir().unwrap();
    assert!(at_home(home.path(), &["install", "--user"]).status.success());
    let mut found = files(&home.path().join("share"));
    assert!(found.remove(Path::new("tallyscope/installed.txt")));
    found
}

#[test]
fn a_user_installs_runs_and_uninstalls() {
    let home = tempfile::tempdir().unwrap();
    let mine = home.path().join("share/applications/mine.desktop");
    fs::create_dir_all(mine.parent().unwrap()).unwrap();
    fs::write(&mine, "[Desktop Entry]\n").unwrap();
    let before = files(home.path());

    let first = at_home(home.path(), &["install", "--user"]);
    assert!(first.status.success(), "{}", printed(&first));
    let said = printed(&first);
    for part in ["is installed for this user", "is not on PATH", "uninstall --user"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let installed = files(home.path());
    assert!(
        at_home(home.path(), &["install", "--user"]).status.success(),
        "once more is harmless"
    );
    assert_eq!(files(home.path()), installed);

    // the entry starts the program that was put in place
    let program = home.path().join(".local/bin/tallyscope");
    let entry = fs::read_to_string(home.path().join("share/applications/org.tallyscope.Tallyscope.desktop")).unwrap();
    let command = entry.lines().find_map(|line| line.strip_prefix("Exec=")).unwrap();
    assert_eq!(command, format!("{} %F", program.display()));
    let version = std::process::Command::new(&program).arg("--version").output().unwrap();
    assert!(printed(&version).starts_with("tallyscope "));
    // an installed program installs itself again, and the next one over it
    let again = std::process::Command::new(&program)
        .args(["install", "--user"])
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("share"))
        .env("PATH", home.path().join(".local/bin"))
        .output()
        .unwrap();
    assert!(
        again.status.success() && !printed(&again).contains("not on PATH"),
        "{}",
        printed(&again)
    );

    let last = at_home(home.path(), &["uninstall", "--user"]);
    assert!(
        last.status.success() && printed(&last).contains("22 files taken away"),
        "{}",
        printed(&last)
    );
    assert_eq!(files(home.path()), before);
    assert!(!home.path().join(".local/bin").exists() && !home.path().join("share/icons").exists());
    let nothing = at_home(home.path(), &["uninstall", "--user"]);
    assert!(nothing.status.success() && printed(&nothing).contains("Nothing to take away"));
}

#[test]
fn another_program_of_that_name_is_not_overwritten() {
    let home = tempfile::tempdir().unwrap();
    let program = home.path().join(".local/bin/tallyscope");
    fs::create_dir_all(program.parent().unwrap()).unwrap();
    fs::write(&program, "#!/bin/sh\n").unwrap();
    let refused = at_home(home.path(), &["install", "--user"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        printed(&refused).contains("was not put there by Tallyscope"),
        "{}",
        printed(&refused)
    );
    assert_eq!(fs::read_to_string(&program).unwrap(), "#!/bin/sh\n");
    assert!(!home.path().join("share").exists());
}

#[test]
fn for_whom_must_be_said() {
    let home = tempfile::tempdir().unwrap();
    let unsaid = at_home(home.path(), &["install"]);
    assert!(!unsaid.status.success() && printed(&unsaid).contains("--user"));
    assert_eq!(files(home.path()), BTreeSet::new());
}
