//! Every crate that is built in has a licence that lets Tallyscope be given away under MIT or Apache-2.0; and the crate for
//! fuzzing, which is built only when asked for, names those that it needs.

use std::collections::BTreeMap;
use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::process::Command;
use std::vec::IntoIter;

/// Licences that ask for no more than their text and names. A name that ends in `-` stands for all that begin so.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-",
    "0BSD",
    "ISC",
    "Zlib",
    "BSL-1.0",
    "Unicode-",
    "MPL-2.0",
    "CC0-1.0",
    "Unlicense",
    // For fonts.
    "OFL-1.1",
    "Ubuntu-font-1.0",
];

const ALLOWED_EXCEPTIONS: &[&str] = &["LLVM-exception"];

fn is_allowed(name: &str) -> bool {
    ALLOWED.iter().any(|known| {
        if known.ends_with('-') {
            name.starts_with(known)
        } else {
            name == *known
        }
    })
}

/// Whether an SPDX expression can be met with allowed licences alone: one side of an OR is enough, AND needs both.
/// `None` where the expression cannot be read.
fn can_be_met(expression: &str) -> Option<bool> {
    // Older crates write "MIT/Apache-2.0".
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    let mut words = words.into_iter().peekable();
    let answer = any_of(&mut words)?;
    words.next().is_none().then_some(answer)
}

type Words = Peekable<IntoIter<String>>;

fn any_of(words: &mut Words) -> Option<bool> {
    let mut answer = all_of(words)?;
    while words.next_if(|word| word == "OR").is_some() {
        answer |= all_of(words)?;
    }
    Some(answer)
}

fn all_of(words: &mut Words) -> Option<bool> {
    let mut answer = one(words)?;
    while words.next_if(|word| word == "AND").is_some() {
        answer &= one(words)?;
    }
    Some(answer)
}

fn one(words: &mut Words) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let answer = any_of(words)?;
        return (words.next()? == ")").then_some(answer);
    }
    if matches!(word.as_str(), ")" | "OR" | "AND" | "WITH") {
        return None;
    }
    let mut answer = is_allowed(&word);
    if words.next_if(|word| word == "WITH").is_some() {
        let exception = words.next()?;
        answer &= ALLOWED_EXCEPTIONS.contains(&exception.as_str());
    }
    Some(answer)
}

/// What is wrong with the licence of one package, as a sentence.
fn complaint(name: &str, version: &str, licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else {
        return Some(format!("{name} {version} names no licence"));
    };
    match can_be_met(licence) {
        Some(true) => None,
        Some(false) => Some(format!(
            "{name} {version} is under `{licence}`, which is not on the list"
        )),
        None => Some(format!("{name} {version}: the expression `{licence}` cannot be read")),
    }
}

/// The packages built for `target`; `None` where cargo does not have them all on this machine.
fn packages(target: &str) -> Option<Vec<serde_json::Value>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
            target,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    if !output.status.success() {
        return None;
    }
    let mut answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    Some(
        answer["packages"]
            .take()
            .as_array()
            .expect("packages are a list")
            .clone(),
    )
}

fn check(target: &str, packages: &[serde_json::Value]) {
    let found: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let field = |name: &str| package[name].as_str();
            complaint(
                field("name").unwrap_or("?"),
                field("version").unwrap_or("?"),
                field("license"),
            )
        })
        .collect();
    assert!(found.is_empty(), "for {target}:\n{}\n", found.join("\n"));
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc names its host")
        .to_owned()
}

#[test]
fn crates_of_this_machine() {
    let host = host();
    let packages = packages(&host).expect("cargo has all crates of this machine: it has just built this test");
    assert!(packages.len() > 1);
    check(&host, &packages);
}

#[test]
fn crates_of_other_systems() {
    for target in ["x86_64-pc-windows-msvc", "aarch64-apple-darwin"] {
        // Crates of other systems are on this machine only after `cargo fetch`.
        if let Some(packages) = packages(target) {
            check(target, &packages);
        }
    }
}

#[test]
fn expressions() {
    for good in [
        "MIT",
        "MIT/Apache-2.0",
        "MIT OR GPL-3.0-only",
        "Apache-2.0 OR LGPL-2.1-or-later OR MIT",
        "(MIT OR GPL-2.0-only) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
        "MIT OR Apache-2.0 AND BSD-3-Clause",
        "(MIT OR Apache-2.0) AND OFL-1.1 AND Ubuntu-font-1.0",
    ] {
        assert_eq!(can_be_met(good), Some(true), "{good}");
    }
    for bad in [
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "LGPL-3.0-or-later",
        "AGPL-3.0-only OR SSPL-1.0",
        "MIT-0-and-more",
        "Apache-2.0 WITH Commons-Clause",
        "(MIT OR Apache-2.0) AND AGPL-3.0-only",
    ] {
        assert_eq!(can_be_met(bad), Some(false), "{bad}");
    }
    for broken in ["", "MIT OR", "(MIT", "MIT Apache-2.0", "OR MIT", "MIT)"] {
        assert_eq!(can_be_met(broken), None, "{broken}");
    }
    assert!(complaint("a", "1.0.0", None).is_some());
}

/// Name and version of every dependency that a Cargo.toml lists, those of tests apart.
fn listed(manifest: &str) -> BTreeMap<String, String> {
    let manifest: toml::Table = manifest.parse().expect("a Cargo.toml is TOML");
    let tables = [
        manifest.get("dependencies"),
        manifest
            .get("target")
            .and_then(|target| target.get("cfg(unix)")?.get("dependencies")),
    ];
    let version = |value: &toml::Value| {
        let version = value.get("version").unwrap_or(value);
        version.as_str().unwrap_or_default().to_owned()
    };
    let rows = tables.into_iter().flatten().filter_map(toml::Value::as_table).flatten();
    rows.map(|(name, value)| (name.clone(), version(value))).collect()
}

/// Every Rust file of a folder but those of tests, read.
fn sources(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the floor's folder is there");
    let paths = entries.map(|entry| entry.expect("its entries can be read").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                return sources(&path);
            }
            let source = path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs");
            let text = source.then(|| fs::read_to_string(&path).expect("a source is text"));
            text.into_iter().collect()
        })
        .collect()
}

/// The fuzz crate is built only when asked for: what its floors begin to use would be missed there by nobody.
#[test]
fn the_fuzz_crate_names_what_its_floors_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("the file is there");
    let (own, fuzz) = (listed(&read("Cargo.toml")), listed(&read("tests/fuzz/Cargo.toml")));
    let library = read("tests/fuzz/lib.rs");
    let floors = library
        .split("#[path = \"../../")
        .filter_map(|rest| rest.split_once("/mod.rs\""));
    let sources: Vec<String> = floors.flat_map(|(floor, _)| sources(&root.join(floor))).collect();
    assert!(sources.len() > 100, "the floors were not found in tests/fuzz/lib.rs");
    for (name, version) in &own {
        let path = format!("{}::", name.replace('-', "_"));
        let begins = |at: usize, source: &str| {
            let before = source.get(..at).unwrap_or_default();
            !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':')
        };
        let used = sources
            .iter()
            .any(|source| source.match_indices(&path).any(|(at, _)| begins(at, source)));
        if used || fuzz.contains_key(name) {
            let there = fuzz.get(name).map(String::as_str);
            assert_eq!(
                there,
                Some(version.as_str()),
                "{name} in tests/fuzz/Cargo.toml, with the version of Cargo.toml"
            );
        }
    }
}
