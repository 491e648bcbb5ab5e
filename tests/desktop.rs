//! The program among others: icons that match their drawing, what is installed and taken away, what a panic and a signal
//! leave behind, data for packages.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[path = "desktop/icons.rs"]
mod icons;

#[cfg(target_os = "linux")]
#[path = "desktop/install.rs"]
mod install;

#[path = "desktop/ends.rs"]
mod ends;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tallyscope(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tallyscope"));
    command.args(words);
    command
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap() + &String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_version_is_told_with_its_commit_where_there_is_one() {
    let version = printed(&tallyscope(&["--version"]).output().unwrap());
    let plain = format!("tallyscope {}", env!("CARGO_PKG_VERSION"));
    let mut git = Command::new("git");
    git.args([
        "-C",
        env!("CARGO_MANIFEST_DIR"),
        "log",
        "-1",
        "--abbrev=7",
        "--format=%h",
    ]);
    let commit = git.output().ok().filter(|output| output.status.success());
    // sources without a repository have a version alone
    let Some(commit) = commit.filter(|_| root().join(".git").exists()) else {
        assert_eq!(version.trim(), plain);
        return;
    };
    let commit = String::from_utf8(commit.stdout).unwrap();
    assert!(
        version.starts_with(&format!("{plain} ({}, ", commit.trim())),
        "{version} against {commit}"
    );
}

/// The data folder's files that a package installs, from the list in `Cargo.toml`: source and place below `usr/share`.
fn packaged() -> Vec<(String, String)> {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array().unwrap();
    let word = |asset: &toml::Value, at: usize| asset[at].as_str().unwrap().to_owned();
    let rows = assets
        .iter()
        .map(|asset| (word(asset, 0), word(asset, 1), word(asset, 2)));
    rows.inspect(|(source, _, mode)| {
        let expected = if source.starts_with("target/") { "755" } else { "644" };
        assert_eq!(mode, expected, "{source}");
    })
    .filter_map(|(source, place, _)| Some((source, place.strip_prefix("usr/share/")?.to_owned())))
    .collect()
}

#[test]
fn a_package_holds_what_install_puts_in_place() {
    let packaged = packaged();
    for (source, _) in &packaged {
        assert!(
            root().join(source).is_file(),
            "{source} is in the list of the package and not in the sources"
        );
    }
    let files = packaged.iter().filter(|(_, place)| !place.starts_with("doc/"));
    let by_package: BTreeSet<PathBuf> = files
        .map(|(source, place)| match place.ends_with('/') {
            true => Path::new(place).join(Path::new(source).file_name().unwrap()),
            false => PathBuf::from(place),
        })
        .collect();
    let entry = "applications/org.tallyscope.Tallyscope.desktop";
    assert!(by_package.contains(Path::new(entry)));
    assert_eq!(by_package.len(), 21, "{by_package:#?}");
    #[cfg(target_os = "linux")]
    assert_eq!(by_package, install::places_of_install());
}

#[test]
fn entry_type_and_description_speak_of_one_program() {
    let read = |name: &str| fs::read_to_string(root().join("assets/desktop").join(name)).unwrap();
    let entry = read("org.tallyscope.Tallyscope.desktop");
    let metainfo = read("org.tallyscope.Tallyscope.metainfo.xml");
    let mime = read("org.tallyscope.Tallyscope.mime.xml");
    for line in [
        "Exec=tallyscope %F",
        "Icon=org.tallyscope.Tallyscope",
        // by this the desktop knows that the window belongs to the entry
        "StartupWMClass=org.tallyscope.Tallyscope",
    ] {
        assert!(entry.lines().any(|other| other == line), "{line}");
    }
    assert!(entry.contains("MimeType=application/x-tallyscope;"));
    assert!(metainfo.contains("<id>org.tallyscope.Tallyscope</id>"));
    let release = format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(
        metainfo.contains(&release),
        "the description tells no release {release}"
    );
    assert!(mime.contains("type=\"application/x-tallyscope\"") && mime.contains("value=\"TALY\" offset=\"68\""));
    assert!(mime.contains("pattern=\"*.tally\""));
}

#[test]
fn a_project_has_the_bytes_by_which_the_desktop_knows_it() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.tally");
    drop(tallyscope::disk::create(&path).unwrap());
    let bytes = fs::read(path).unwrap();
    assert_eq!(bytes.get(..16), Some(&b"SQLite format 3\0"[..]));
    assert_eq!(bytes.get(68..72), Some(&b"TALY"[..]));
}
