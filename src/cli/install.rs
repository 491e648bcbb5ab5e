//! `tallyscope install` and `tallyscope uninstall`.

use super::plan::Outside;
use crate::base::FULL_VERSION;
use crate::disk::{self, DiskError, Placed, Places};
use crate::show::words;

/// Said where programs are installed in another way.
const NOT_HERE: &str = "“install” puts the program among those of a Linux desktop. On this system, keep the program's file \
                        where you like and open it from there.";

/// Where desktops follow the freedesktop standard.
const HAS_STANDARD: bool = cfg!(all(unix, not(target_os = "macos")));

/// Installs for this user. 0 when all is in place, 1 when not.
pub(super) fn install(outside: &mut Outside<'_>) -> u8 {
    let Some(places) = places(outside) else { return 1 };
    let placed = match disk::install(&places) {
        Ok(placed) => placed,
        Err(error) => return refuse(outside, &error),
    };
    let mut lines = vec![
        format!("Tallyscope {FULL_VERSION} is installed for this user."),
        format!("Program: {}", places.program().display()),
        format!(
            "Entry, icons, file type: {}, below {}",
            words::count(placed.files.saturating_sub(1), "file"),
            places.data.display()
        ),
        "It stands among the programs of the desktop, and a double click on a .tally file opens it.".to_owned(),
    ];
    name_left(&placed, &mut lines);
    if !places.is_on_path() {
        lines.push(format!(
            "In a terminal “tallyscope” is not found yet: {0} is not on PATH. This line in ~/.profile puts it there: \
             export PATH=\"{0}:$PATH\"",
            places.programs.display()
        ));
    }
    lines.push("“tallyscope uninstall --user” takes all of it away again; projects and settings stay.".to_owned());
    say(outside, &lines)
}

/// Takes it away. 0 when nothing of it is left, 1 when something went wrong.
pub(super) fn uninstall(outside: &mut Outside<'_>) -> u8 {
    let Some(places) = places(outside) else { return 1 };
    let placed = match disk::uninstall(&places) {
        Ok(Some(placed)) => placed,
        Ok(None) => {
            let nothing = "Nothing to take away: Tallyscope is not installed for this user.".to_owned();
            return say(outside, &[nothing]);
        }
        Err(error) => return refuse(outside, &error),
    };
    let mut lines = vec![format!(
        "Tallyscope is no longer installed for this user: {} taken away. Projects and settings stay.",
        words::count(placed.files, "file")
    )];
    name_left(&placed, &mut lines);
    say(outside, &lines)
}

fn places(outside: &mut Outside<'_>) -> Option<Places> {
    if !HAS_STANDARD {
        outside.problem("", NOT_HERE);
        return None;
    }
    Places::of_user()
        .map_err(|error| outside.problem("", &error.sentence))
        .ok()
}

fn name_left(placed: &Placed, lines: &mut Vec<String>) {
    for path in &placed.left {
        lines.push(format!("Left, because it was changed since: {}", path.display()));
    }
}

fn refuse(outside: &mut Outside<'_>, error: &DiskError) -> u8 {
    outside.problem("", &error.to_string());
    1
}

fn say(outside: &mut Outside<'_>, lines: &[String]) -> u8 {
    let printed = lines.iter().all(|line| outside.print(&format!("{line}\n")));
    u8::from(!printed)
}
