//! Packages made, opened, altered, stopped.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{LONG, assert_same, commit, filled, names};
use crate::disk::{Along, Opened, PackageOrder, Packaged, Trouble, open, open_package, package_facts, write_package};
use crate::jobs::Token;
use crate::store::{ArticleId, ClaimId, Verdict};

const NOW: &str = "2031-03-15T09:00:00Z";

fn order<'a>(opened: &'a Opened, out: &'a Path) -> PackageOrder<'a> {
    PackageOrder {
        project: opened.project.path(),
        store: &opened.store,
        name: "Unrest: day 3",
        out,
        originals: Along::With,
        history: Along::With,
        now: NOW,
    }
}

/// A project of two articles with a few steps behind it, one of them taken back.
fn project(home: &Path) -> Opened {
    let mut opened = filled(home);
    for (id, verdict) in [(1, Verdict::Accepted), (2, Verdict::Rejected)] {
        let edit = opened.store.set_verdict(&[ClaimId(id)], verdict);
        commit(&opened.project, &mut opened.store, edit);
    }
    let step = opened.store.undo().expect("a step");
    opened.project.undo(&step);
    opened.project.flush(LONG).unwrap();
    opened
}

fn pack(order: &PackageOrder<'_>) -> Packaged {
    write_package(order, &Token::new(), &|_, _| {})
        .unwrap()
        .expect("not stopped")
}

fn entries(package: &Path) -> BTreeSet<String> {
    let archive = ZipArchive::new(File::open(package).unwrap()).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    names.collect()
}

#[test]
fn what_is_handed_over_is_what_was_there() {
    let home = tempfile::tempdir().unwrap();
    let opened = project(home.path());
    let out = home.path().join("for-nadia.tallyzip");
    let made = pack(&order(&opened, &out));
    assert_eq!((made.articles, made.originals, made.missing.len()), (2, 2, 0));
    let expected = [
        "Unrest_ day 3.tally",
        "README.txt",
        "manifest.json",
        "originals/one.txt",
        "originals/two.txt",
    ];
    assert_eq!(entries(&out), expected.map(str::to_owned).into());
    let facts = package_facts(&out).unwrap().expect("a package");
    assert_eq!(
        (facts.name.as_str(), facts.articles, facts.originals, facts.history),
        ("Unrest: day 3", 2, 2, true)
    );

    let folder = home.path().join("deep").join("unpacked");
    let tally = open_package(&out, &folder, &Token::new(), &|_, _| {})
        .unwrap()
        .expect("not stopped");
    assert_eq!(tally, folder.join("Unrest_ day 3.tally"));
    let again = open(&tally).unwrap();
    assert_same(&opened.store, &again.store);
    for article in opened.store.articles() {
        let bytes = again
            .project
            .source_bytes(&article.sha256)
            .unwrap()
            .expect("its original");
        assert_eq!(
            fs::read(folder.join("originals").join(&article.file_name)).unwrap(),
            *bytes
        );
    }
    // and once more: the same again
    let second = home.path().join("second.zip");
    pack(&order(&again, &second));
    let third = home.path().join("third");
    let tally = open_package(&second, &third, &Token::new(), &|_, _| {})
        .unwrap()
        .expect("not stopped");
    assert_same(&opened.store, &open(&tally).unwrap().store);
}

#[test]
fn originals_and_history_can_stay_here() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = project(home.path());
    let secret = opened.store.set_note(&[ClaimId(1)], "a name that nobody may read");
    commit(&opened.project, &mut opened.store, secret);
    let plain = opened.store.set_note(&[ClaimId(1)], "fine");
    commit(&opened.project, &mut opened.store, plain);
    let gone = opened.store.remove_articles(&[ArticleId(2)]);
    commit(&opened.project, &mut opened.store, gone);
    opened.project.flush(LONG).unwrap();
    let out = home.path().join("a.tallyzip");
    let made = pack(&PackageOrder {
        originals: Along::Without,
        history: Along::Without,
        ..order(&opened, &out)
    });
    assert_eq!((made.articles, made.originals), (1, 0));
    assert_eq!(entries(&out).len(), 3);
    let folder = home.path().join("b");
    let tally = open_package(&out, &folder, &Token::new(), &|_, _| {})
        .unwrap()
        .expect("not stopped");
    let bytes = fs::read(&tally).unwrap();
    for words in ["a name that nobody may read", "two.txt"] {
        let found = bytes.windows(words.len()).any(|window| window == words.as_bytes());
        assert!(!found, "{words} is still in the file");
    }
    let again = open(&tally).unwrap();
    assert_eq!(again.store.claims().count(), opened.store.claims().count());
    assert_eq!(again.store.claim(ClaimId(1)), opened.store.claim(ClaimId(1)));
    assert_eq!(again.store.history().done.len(), 0);
    let sha256 = &again.store.articles().next().expect("an article").sha256;
    assert_eq!(again.project.source_bytes(sha256).unwrap(), None);
    // what undo would bring back has its original along where the history goes along
    let out = home.path().join("c.tallyzip");
    assert_eq!(pack(&order(&opened, &out)).originals, 2);
}

#[test]
fn nothing_is_overwritten_and_nothing_half_is_left() {
    let home = tempfile::tempdir().unwrap();
    let opened = project(home.path());
    let out = home.path().join("a.zip");
    let stopped = Token::new();
    stopped.stop();
    assert_eq!(
        write_package(&order(&opened, &out), &stopped, &|_, _| {}).unwrap(),
        None
    );
    let own = home.path().join("a.tally");
    let error = write_package(&order(&opened, &own), &Token::new(), &|_, _| {}).unwrap_err();
    assert_eq!(error.trouble, Trouble::Exists);
    let nowhere = home.path().join("none").join("a.zip");
    write_package(&order(&opened, &nowhere), &Token::new(), &|_, _| {}).unwrap_err();
    let before: Vec<String> = names(home.path());
    assert!(before.iter().all(|name| name.starts_with("a.tally")), "{before:?}");

    pack(&order(&opened, &out));
    let folder = home.path().join("taken");
    fs::create_dir(&folder).unwrap();
    let error = open_package(&out, &folder, &Token::new(), &|_, _| {}).unwrap_err();
    assert_eq!(error.trouble, Trouble::Exists);
    let folder = home.path().join("free");
    assert_eq!(open_package(&out, &folder, &stopped, &|_, _| {}).unwrap(), None);
    assert!(!folder.exists() && !home.path().join("free.part").exists());
}

/// The package with each file as `change` gives it back; `None` leaves it out.
fn altered(package: &Path, change: impl Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)>) -> PathBuf {
    let mut archive = ZipArchive::new(File::open(package).unwrap()).unwrap();
    let out = package.with_extension("altered.zip");
    let mut zip = ZipWriter::new(File::create(&out).unwrap());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        if let Some((name, bytes)) = change(&name, bytes) {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
    }
    zip.finish().unwrap();
    out
}

#[test]
fn what_was_altered_on_the_way_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let opened = project(home.path());
    let out = home.path().join("a.zip");
    pack(&order(&opened, &out));
    let replaced = |name: &'static str, from: &'static str, to: &'static str| {
        altered(&out, |file, bytes| {
            let bytes = if file == name {
                String::from_utf8(bytes).unwrap().replace(from, to).into_bytes()
            } else {
                bytes
            };
            Some((file.to_owned(), bytes))
        })
    };
    let check = |package: PathBuf, words: &str| {
        let folder = home.path().join("b");
        let error = open_package(&package, &folder, &Token::new(), &|_, _| {}).unwrap_err();
        assert!(error.sentence.contains(words), "{} lacks {words}", error.sentence);
        assert!(!folder.exists() && !home.path().join("b.part").exists());
    };
    check(replaced("originals/one.txt", "detained", "released"), "SHA-256 differs");
    check(
        replaced("originals/one.txt", "Police", "Police, and more words than there were"),
        "SHA-256 differs",
    );
    check(
        replaced("manifest.json", "originals/one.txt", "../one.txt"),
        "outside of its folder",
    );
    check(
        replaced("manifest.json", "originals/one.txt", "originals/TWO.txt"),
        "twice",
    );
    check(
        replaced("manifest.json", "Unrest_ day 3.tally", "originals.txt"),
        "names no project",
    );
    check(
        replaced("manifest.json", "\"version\": 1", "\"version\": 2"),
        "newer version",
    );
    check(
        replaced("manifest.json", "tallyscope-package", "something else"),
        "no package of Tallyscope",
    );
    check(
        replaced("manifest.json", "\"articles\": 2", "\"articles\": \"x\""),
        "not in order",
    );
    let missing = altered(&out, |file, bytes| {
        (file != "originals/one.txt").then(|| (file.to_owned(), bytes))
    });
    check(missing, "missing or locked");
    let cut = home.path().join("cut.zip");
    let bytes = fs::read(&out).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    check(cut, "damaged");
    // a file that is none of the list is not unpacked
    let more = altered(&out, |file, bytes| {
        let file = if file == "README.txt" { "run-me.exe" } else { file };
        Some((file.to_owned(), bytes))
    });
    let folder = home.path().join("c");
    open_package(&more, &folder, &Token::new(), &|_, _| {})
        .unwrap()
        .expect("not stopped");
    assert_eq!(names(&folder), ["Unrest_ day 3.tally", "originals"]);
}

#[test]
fn other_archives_are_no_packages() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.zip");
    assert_eq!(package_facts(&path), Ok(None));
    fs::write(&path, "no archive").unwrap();
    assert_eq!(package_facts(&path), Ok(None));
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    zip.start_file("manifest.json", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"{\"format\": \"other\"}").unwrap();
    zip.finish().unwrap();
    assert_eq!(package_facts(&path), Ok(None));
}
