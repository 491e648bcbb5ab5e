//! Files and folders that the system keeps from us. Root is let everywhere, so root runs these as nobody.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tallyscope::disk::{self, Trouble};
use tallyscope::store::Store;

const FOLDER: &str = "TALLYSCOPE_TEST_FOLDER";

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// A folder with a project in it, which then gets these modes.
fn project_in(folder: &Path, file_mode: u32, folder_mode: u32) {
    fs::create_dir(folder).unwrap();
    let mut opened = disk::create(&folder.join("a.tally")).unwrap();
    let edit = opened.store.set_setting("name", Some("Unrest"));
    let step = opened.store.commit(edit, "2026-01-02T03:04:05Z").unwrap();
    opened.project.write(&step, Vec::new());
    opened.project.flush(Duration::from_secs(30)).unwrap();
    if folder.ends_with("log") {
        // As a killed program leaves it: with a log that was not folded in.
        let log = fs::read(folder.join("a.tally-wal")).unwrap();
        drop(opened.project);
        fs::write(folder.join("a.tally-wal"), log).unwrap();
        set_mode(&folder.join("a.tally-wal"), 0o444);
    } else {
        drop(opened.project);
    }
    set_mode(&folder.join("a.tally"), file_mode);
    set_mode(folder, folder_mode);
}

#[test]
fn what_is_locked_away_is_said_in_a_sentence() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    set_mode(home.path(), 0o777);
    fs::write(at("secret.txt"), "secret").unwrap();
    set_mode(&at("secret.txt"), 0o000);
    fs::create_dir(at("closed")).unwrap();
    fs::write(at("closed/one.txt"), "one").unwrap();
    set_mode(&at("closed"), 0o000);
    project_in(&at("folder"), 0o444, 0o555);
    project_in(&at("file"), 0o444, 0o777);
    project_in(&at("log"), 0o444, 0o555);
    project_in(&at("hidden"), 0o000, 0o777);
    let can_write = fs::write(at("folder/probe"), "").is_ok();
    if can_write {
        run_as_nobody(home.path());
    } else {
        check(home.path());
    }
    for name in ["closed", "folder", "log"] {
        set_mode(&at(name), 0o777);
    }
}

fn run_as_nobody(folder: &Path) {
    fs::remove_file(folder.join("folder/probe")).unwrap();
    // Nobody may not be let into the folder where tests are built.
    let program = folder.join("permissions-test");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    set_mode(&program, 0o755);
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "65534", "--clear-groups"]).arg(&program);
    command
        .args(["--exact", "as_nobody", "--nocapture"])
        .env(FOLDER, folder);
    match command.output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said}");
            assert!(said.contains("1 passed"), "{said}");
        }
        #[expect(clippy::print_stderr, reason = "a test that was skipped must say so")]
        Err(error) => eprintln!("Skipped: root is let everywhere, and setpriv could not be run ({error})."),
    }
}

#[test]
fn as_nobody() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        check(Path::new(&folder));
    }
}

fn check(home: &Path) {
    let at = |name: &str| home.join(name);
    let error = disk::read(&at("secret.txt")).unwrap_err();
    assert_eq!(error.trouble, Trouble::Denied);
    assert!(error.sentence.contains("does not allow it"), "{error}");
    let found = disk::collect(&[at("closed"), at("secret.txt")], disk::FolderWanted::All);
    assert_eq!((found.files, found.problems.len()), (vec![at("secret.txt")], 1));
    assert_eq!(
        disk::open(&at("hidden/a.tally")).err().unwrap().trouble,
        Trouble::Denied
    );
    for folder in ["folder", "file"] {
        check_read_only(&at(folder));
    }
    let error = disk::open(&at("log/a.tally")).err().unwrap();
    assert!(error.sentence.contains("edits are waiting in its log"), "{error}");
    let error = disk::create(&at("folder/b.tally")).err().unwrap();
    assert_eq!(error.trouble, Trouble::Denied, "{error}");
    let error = disk::write_file(&at("folder/claims.csv"), b"x").unwrap_err();
    assert_eq!(error.trouble, Trouble::Denied, "{error}");
}

/// Opens for reading, leaves nothing behind, and can be saved elsewhere with what was done meanwhile.
fn check_read_only(folder: &Path) {
    let names = || fs::read_dir(folder).unwrap().count();
    let before = names();
    let mut opened = disk::open(&folder.join("a.tally")).unwrap();
    assert!(opened.read_only && opened.project.is_read_only());
    assert!(opened.warning.contains("can only be read"), "{}", opened.warning);
    assert_eq!(opened.store.setting("name"), Some("Unrest"));
    let edit = opened.store.set_setting("name", Some("Other"));
    let step = opened.store.commit(edit, "2026-01-02T03:04:05Z").unwrap();
    opened.project.write(&step, Vec::new());
    let error = opened.project.flush(Duration::from_secs(1)).unwrap_err();
    assert_eq!(error.trouble, Trouble::ReadOnly);
    let error = opened
        .project
        .save_as(Path::new("/proc/none/b.tally"), &Store::default())
        .unwrap_err();
    assert!(
        error.sentence.starts_with("The project could not be saved there"),
        "{error}"
    );
    let other = tempfile::tempdir().unwrap();
    let target = other.path().join("b.tally");
    opened.project.save_as(&target, &opened.store).unwrap();
    assert!(!opened.project.is_read_only() && opened.project.pending() == 0);
    drop(opened);
    assert_eq!(names(), before);
    assert_eq!(disk::open(&target).unwrap().store.setting("name"), Some("Other"));
}
