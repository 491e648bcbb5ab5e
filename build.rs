//! Says which commit is built. Needs no git and no repository: without them the version stands alone.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let long = match commit(Path::new(&root)) {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    };
    println!("cargo::rustc-env=TALLYSCOPE_VERSION={long}");
}

/// "c99863e, 2026-11-22"; `None` where this is no checkout, or there is no git.
fn commit(root: &Path) -> Option<String> {
    // sources that were unpacked below somebody else's repository are none of its commits
    let below = git(root, &["rev-parse", "--show-prefix"])?;
    if !below.is_empty() {
        return None;
    }
    // The log of HEAD grows with every commit and checkout and stays as it is when files are only changed. A file that is
    // missing would have everything built each time.
    let log = git(root, &["rev-parse", "--git-path", "logs/HEAD"])?;
    let log = root.join(log);
    if !log.is_file() {
        return None;
    }
    println!("cargo::rerun-if-changed={}", log.display());
    let commit = git(root, &["log", "-1", "--abbrev=7", "--date=short", "--format=%h, %cd"])?;
    Some(commit).filter(|commit| !commit.is_empty())
}

/// What git prints; `None` where it is missing or refuses.
fn git(root: &Path, words: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(root).args(words).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| printed.trim().to_owned())
}
