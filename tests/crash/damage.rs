//! Disks that fill up, files that become read-only, bytes that turn over: a sentence, no panic, nothing acknowledged lost.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tallyscope::disk::{self, Trouble};
use tallyscope::jobs::Token;
use tallyscope::store::Store;

use super::edits::{Dice, Made, is_same, next};
use crate::project_in;

const LONG: Duration = Duration::from_secs(60);

/// A closed project with edits of every sort, and what it holds.
fn filled(folder: &Path, num_edits: usize) -> Store {
    let opened = disk::create(&project_in(folder)).unwrap();
    let (project, mut store) = (opened.project, opened.store);
    let mut dice = Dice::new(11);
    for _ in 0..num_edits {
        match next(&mut store, &mut dice) {
            Some(Made::Written(step, sources)) => project.write(&step, sources),
            Some(Made::Undone(step)) => project.undo(&step),
            Some(Made::Redone(step)) => project.redo(&step),
            None => {}
        }
    }
    project.flush(LONG).unwrap();
    store
}

/// The shell gives the program a limit on the size of files; where that is reached, writing fails as on a full disk.
/// Where the system lets us, the same on a small disk of its own.
#[cfg(unix)]
pub(crate) fn full_disk() {
    use std::process::Command;
    let program = std::env::current_exe().unwrap();
    let run = |folder: &Path, script: &str| {
        Command::new("sh")
            .args(["-c", script])
            .arg(&program)
            .args(["--exact", "the_program_that_edits", "--nocapture"])
            .env(crate::FOLDER, folder)
            .env(crate::TASK, "fill")
            .output()
    };
    let check = |script: &str, folder: &Path| {
        let output = run(folder, script).unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("at full"), "{said}");
    };
    let home = tempfile::tempdir().unwrap();
    let before = filled(home.path(), 6);
    check("trap '' XFSZ; ulimit -f 1200; exec \"$0\" \"$@\"", home.path());
    let after = disk::open(&project_in(home.path())).unwrap().store;
    assert!(
        after.num_articles() > before.num_articles(),
        "what was written before it was full is there"
    );
    let home = tempfile::tempdir().unwrap();
    filled(home.path(), 6);
    let mounted = "mount -t tmpfs -o size=1200k tallyscope \"$TALLYSCOPE_CRASH_FOLDER\"";
    let may_mount = Command::new("unshare")
        .args(["-rm", "true"])
        .status()
        .is_ok_and(|status| status.success());
    if may_mount {
        let project = project_in(home.path());
        let kept = home.path().with_extension("kept.tally");
        fs::copy(&project, &kept).unwrap();
        let script = format!(
            "exec unshare -rm sh -c '{mounted} && cp \"{}\" \"$TALLYSCOPE_CRASH_FOLDER/a.tally\" && exec \"$0\" \"$@\"' \
             \"$0\" \"$@\"",
            kept.display()
        );
        check(&script, home.path());
        fs::remove_file(kept).unwrap();
    }
}

/// The file and its folder can only be read. Root is let everywhere, so root runs this as nobody.
#[cfg(unix)]
pub(crate) fn read_only() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Command;
    let set_mode = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let home = tempfile::tempdir().unwrap();
    let locked = home.path().join("locked");
    let free = home.path().join("free");
    fs::create_dir_all(&locked).unwrap();
    fs::create_dir_all(&free).unwrap();
    filled(&locked, 30);
    set_mode(home.path(), 0o755);
    set_mode(&free, 0o777);
    set_mode(&project_in(&locked), 0o444);
    set_mode(&locked, 0o555);
    if fs::write(locked.join("probe"), "").is_ok() {
        fs::remove_file(locked.join("probe")).unwrap();
        // nobody may not be let into the folder where tests are built
        let program = home.path().join("crash-test");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        set_mode(&program, 0o755);
        let output = Command::new("setpriv")
            .args(["--reuid", "65534", "--clear-groups"])
            .arg(&program)
            .args(["--exact", "the_program_that_edits", "--nocapture"])
            .env(crate::FOLDER, home.path())
            .env(crate::TASK, "read")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("at read only"), "{said}");
    } else {
        super::child::read_only(home.path());
    }
    set_mode(&locked, 0o777);
    assert!(disk::open(&project_in(&free)).unwrap().store.num_articles() > 0);
}

/// Bytes of the file turn over. Either the project does not open, says why and offers a backup; or it opens, and what
/// differs from before is told by the look over; never a panic.
pub(crate) fn turned_bytes() {
    let home = tempfile::tempdir().unwrap();
    let before = filled(home.path(), 60);
    let path = project_in(home.path());
    assert!(disk::roll_backup(&path, "2031-03-15T09:00:00Z").unwrap().is_some());
    disk::note_close(&path).unwrap();
    let whole = fs::read(&path).unwrap();
    let (mut refused, mut told, mut harmless, mut unseen) = (0, 0, 0, 0);
    for seed in 0..150 {
        let mut dice = Dice::new(seed);
        let mut torn = whole.clone();
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(torn.len());
            torn[at] ^= u8::try_from(1 + dice.roll(255)).unwrap();
        }
        for end in ["-wal", "-shm"] {
            drop(fs::remove_file(home.path().join(format!("a.tally{end}"))));
        }
        fs::write(&path, &torn).unwrap();
        match disk::open(&path) {
            Err(error) => {
                refused += 1;
                assert!(error.sentence.ends_with('.') && error.sentence.len() > 30, "{error}");
                assert!(
                    error.trouble != Trouble::Newer || torn.get(60..64) != whole.get(60..64),
                    "{error}"
                );
                assert!(disk::offer_backups(&path).is_some_and(|offer| offer.contains("2031-03-15")));
            }
            Ok(opened) => {
                let mut store = opened.store;
                let alarms = disk::look_over(&path, &Token::new());
                let same = opened.warning.is_empty() && is_same(&store, &before);
                match (same, opened.warning.is_empty() && alarms.is_empty()) {
                    (_, false) => told += 1,
                    (true, true) => harmless += 1,
                    (false, true) => unseen += 1,
                }
                while let Some(step) = store.undo() {
                    opened.project.undo(&step);
                }
                drop(opened.project.flush(LONG));
            }
        }
    }
    eprintln!("turned bytes: {refused} refused, {told} told, {harmless} harmless, {unseen} differ unseen");
    assert!(refused > 20 && told > 20, "{refused} {told}");
    assert_eq!(unseen, 0, "nothing slips through");
    let backup = disk::backups_of(&path).remove(0);
    let kept = disk::restore_backup(&path, &backup.path).unwrap().unwrap();
    assert!(
        kept.exists() && is_same(&disk::open(&path).unwrap().store, &before),
        "the backup is put back"
    );
}
