//! The desktop's own programs that learn of new entries, types and icons. Where one is missing, the desktop looks for itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use super::files::{APP_ID, PROJECT_TYPE, article_types};
use crate::jobs::{self, Token};

/// Tells the desktop that files below `data` are new or gone.
pub(super) fn tell_desktop(data: &Path) {
    run(Command::new("update-mime-database").arg(data.join("mime")));
    run(Command::new("update-desktop-database")
        .arg("-q")
        .arg(data.join("applications")));
    let mut icons = Command::new("xdg-icon-resource");
    icons.args(["forceupdate", "--theme", "hicolor", "--mode", "user"]);
    run(icons.env("XDG_DATA_HOME", data));
}

/// The program that opens each type of article.
pub(super) fn openers() -> BTreeMap<&'static str, String> {
    let kinds: Vec<&'static str> = article_types().collect();
    let found = openers_of(&kinds)
        .into_iter()
        .filter_map(|(kind, opener)| Some((kind, opener?)));
    found.collect()
}

/// Asked side by side: each question starts a shell.
fn openers_of<'k>(kinds: &[&'k str]) -> Vec<(&'k str, Option<String>)> {
    /// Questions at a time.
    const AT_A_TIME: usize = 8;
    let answers = jobs::map(kinds, AT_A_TIME, &Token::new(), |_| {}, |kind| opener(kind));
    let answers = answers.into_iter().map(|answer| answer.ok().flatten());
    kinds.iter().copied().zip(answers).collect()
}

/// Being able to open articles must not make us the program that does: where an entry alone changed that, it is put back
/// as it was. Projects are opened by us.
pub(super) fn keep_openers(before: &BTreeMap<&'static str, String>) {
    let ours = format!("{APP_ID}.desktop");
    let kinds: Vec<&'static str> = before
        .keys()
        .copied()
        .filter(|kind| before.get(kind) != Some(&ours))
        .collect();
    for (kind, now) in openers_of(&kinds) {
        if let (Some(other), true) = (before.get(kind), now.as_ref() == Some(&ours)) {
            run(Command::new("xdg-mime").args(["default", other, kind]));
        }
    }
    if opener(PROJECT_TYPE).is_some_and(|opener| opener != ours) {
        run(Command::new("xdg-mime").args(["default", &ours, PROJECT_TYPE]));
    }
}

fn opener(kind: &str) -> Option<String> {
    let asked = Command::new("xdg-mime")
        .args(["query", "default", kind])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let name = String::from_utf8(asked.ok()?.stdout).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// What these programs print is for their own people; whether they are there is no matter.
fn run(command: &mut Command) {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().ok();
}
