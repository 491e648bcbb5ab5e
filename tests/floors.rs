//! Keeps the floors of the program: a module uses itself and the floors below it, never a neighbour; fenced things
//! are said in one place only; files stay short. The picture of the floors is in README.
//!
//! The checker reads paths, not types: `use` trees, and paths in code. Comments and strings do not count.

use std::fs;
use std::path::{Path as FilePath, PathBuf};

#[path = "floors/scan.rs"]
mod scan;

#[path = "floors/checker_tests.rs"]
mod checker_tests;

/// Bottom up; modules of one row are neighbours. `base` lies below `jobs`, as all may use it.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["jobs"],
    &["article"],
    &["token"],
    &["rule"],
    &["number"],
    &["time", "entity", "quantity"],
    &["dating"],
    &["claim"],
    &["link"],
    &["read"],
    &["store"],
    &["disk", "show"],
    &["export"],
    &["app", "score"],
    &["ui", "cli"],
    &["main"],
];

/// What is named by which floors only, and the sentence for all others.
struct Fence {
    holds: fn(&[&str]) -> bool,
    inside: fn(&str) -> bool,
    sentence: &'static str,
}

const FENCES: &[Fence] = &[
    Fence {
        holds: |p| p.starts_with(&["std", "fs"]) || p.starts_with(&["std", "os", "unix", "fs"]),
        inside: |floor| floor == "disk",
        sentence: "only `disk` touches files: hand the bytes in, or ask `disk`",
    },
    Fence {
        // An exit code starts no process.
        holds: |p| p.starts_with(&["std", "process"]) && !p.starts_with(&["std", "process", "ExitCode"]),
        inside: |floor| floor == "disk",
        sentence: "only `disk` starts or ends processes; main returns an `ExitCode`",
    },
    Fence {
        holds: |p| matches!(p[0], "rusqlite" | "rusqlite_migration"),
        inside: |floor| floor == "disk",
        sentence: "only `disk` knows that projects are SQLite",
    },
    Fence {
        holds: |p| p.starts_with(&["std", "thread"]),
        inside: |floor| floor == "jobs",
        sentence: "only `jobs` has threads: start a job",
    },
    Fence {
        holds: |p| p.starts_with(&["std", "net"]),
        inside: |_| false,
        sentence: "nothing leaves this computer: no floor uses the network",
    },
    Fence {
        holds: |p| {
            matches!(
                p[0],
                "egui"
                    | "eframe"
                    | "egui_plot"
                    | "egui_extras"
                    | "egui_kittest"
                    | "epaint"
                    | "emath"
                    | "ecolor"
                    | "rfd"
            )
        },
        inside: |floor| floor == "ui",
        sentence: "only `ui` knows the toolkit: hand out plain data and let `ui` draw it",
    },
    Fence {
        holds: |p| p.contains(&"SystemTime") || has_pair(p, "Zoned", "now") || has_pair(p, "Timestamp", "now"),
        inside: |floor| floor == "main",
        sentence: "only main reads the wall clock: take the day as a parameter",
    },
    Fence {
        holds: |p| p.starts_with(&["std", "time", "Instant"]) || has_pair(p, "time", "Instant") || p[0] == "Instant",
        inside: |floor| matches!(floor, "jobs" | "app"),
        sentence: "only `jobs` and `app` measure time: results must not hang on the clock",
    },
    Fence {
        holds: |p| p[0] == "serde",
        inside: |floor| row("store") <= row(floor),
        sentence: "types below `store` are not written as they are: give the border a struct of its own",
    },
    Fence {
        holds: |p| p == ["std", "*"] || p == ["std"],
        inside: |_| false,
        sentence: "a glob or another name for std hides what is used: name the module",
    },
];

fn has_pair(path: &[&str], first: &str, second: &str) -> bool {
    path.windows(2).any(|two| two == [first, second])
}

fn row(floor: &str) -> Option<usize> {
    FLOORS.iter().position(|names| names.contains(&floor))
}

/// What is wrong in one source file of `src`, as `file:line: sentence`. `file` is relative to `src`, with `/`.
fn complaints(file: &str, source: &str) -> Vec<String> {
    let module = module_of(file);
    let Some(floor) = module.first() else {
        return root_complaints(file, source);
    };
    if row(floor).is_none() {
        return vec![format!(
            "src/{file}:1: `{floor}` stands on no floor: add it to FLOORS in tests/floors.rs"
        )];
    }
    // main.rs is the root of its own crate.
    let inner = if floor == "main" { &[][..] } else { &module[..] };
    let mut found = Vec::new();
    for path in scan::paths(source, inner) {
        let segments: Vec<&str> = path.segments.iter().map(String::as_str).collect();
        if let Some(sentence) = floor_complaint(floor, &segments) {
            found.push(format!("src/{file}:{}: {sentence}", path.line));
        }
        // A word alone is a crate in a `use` and a variable elsewhere; the scanner hands out only the first.
        for fence in FENCES {
            if (fence.holds)(&segments) && !(fence.inside)(floor) {
                found.push(format!(
                    "src/{file}:{}: `{}`: {}",
                    path.line,
                    segments.join("::"),
                    fence.sentence
                ));
            }
        }
    }
    found
}

fn floor_complaint(floor: &str, path: &[&str]) -> Option<String> {
    let (&root, rest) = path.split_first()?;
    if !matches!(root, "crate" | "tallyscope") {
        return None;
    }
    if floor == "main" && root == "crate" {
        return None;
    }
    let Some(&used) = rest.first() else {
        return Some(format!(
            "`{root}` as a whole hides which floor is used: name the module"
        ));
    };
    if used == floor {
        return None;
    }
    match (row(used), row(floor)) {
        (None, _) => Some(format!("`{root}::{used}` names no floor: say the module it lives in")),
        (Some(there), Some(here)) if there == here => Some(format!(
            "`{floor}` uses its neighbour `{used}`: move what both need to a floor below them"
        )),
        (Some(there), Some(here)) if there > here => Some(format!(
            "`{floor}` uses `{used}`, which lies above it: a floor uses only what is below"
        )),
        _ => None,
    }
}

/// lib.rs lists the modules and has nothing of its own; a re-export there would be a back stair.
fn root_complaints(file: &str, source: &str) -> Vec<String> {
    scan::paths(source, &[])
        .iter()
        .filter(|path| path.imported)
        .map(|path| {
            format!(
                "src/{file}:{}: lib.rs only lists modules: a re-export goes around the floors",
                path.line
            )
        })
        .collect()
}

/// `claim/verb/mod.rs` → claim, verb; `lib.rs` → nothing.
fn module_of(file: &str) -> Vec<String> {
    let name = file.strip_suffix(".rs").unwrap_or(file);
    let parts = name.split('/').filter(|part| *part != "mod").map(str::to_owned);
    if name == "lib" { Vec::new() } else { parts.collect() }
}

/// Sizes and the sentence at the top, for any Rust file of the project.
fn size_complaints(file: &str, source: &str) -> Vec<String> {
    let lines = source.lines().count();
    let mut found = Vec::new();
    if lines > 500 {
        found.push(format!(
            "{file}:500: the file has {lines} lines: split it, 500 is the most"
        ));
    }
    if !source.starts_with("//!") {
        found.push(format!(
            "{file}:1: the file begins with no `//!` sentence that says what it is for"
        ));
    }
    found
}

/// All Rust files below `folder`, relative to the project, with `/`, sorted.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            // Fuzz targets are a crate of their own, with a build folder.
            if !path.ends_with("fuzz") {
                let entries = fs::read_dir(&path).expect("folder can be listed");
                waiting.extend(entries.map(|entry| entry.expect("folder can be listed").path()));
            }
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path
                .strip_prefix(root)
                .expect("below the root")
                .to_string_lossy()
                .replace('\\', "/");
            found.push((name, fs::read_to_string(&path).expect("source is UTF-8")));
        }
    }
    found.sort();
    found
}

#[test]
fn floors_and_fences_hold() {
    let files = rust_files("src");
    assert!(!files.is_empty(), "no source found");
    let found: Vec<String> = files
        .iter()
        .flat_map(|(file, source)| complaints(file.trim_start_matches("src/"), source))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let found: Vec<String> = ["src", "tests", "benches"]
        .iter()
        .filter(|folder| FilePath::new(env!("CARGO_MANIFEST_DIR")).join(folder).is_dir())
        .flat_map(|folder| rust_files(folder))
        .flat_map(|(file, source)| size_complaints(&file, &source))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
