//! The checker itself, on made-up sources: it must catch these, and must leave those alone.

use super::{complaints, module_of, scan, size_complaints};

/// `lines` are the lines on which the checker must complain, in order.
#[track_caller]
fn check(file: &str, source: &str, lines: &[usize]) {
    let found = complaints(file, source);
    let got: Vec<usize> = found
        .iter()
        .map(|text| {
            text.split(':')
                .nth(1)
                .and_then(|line| line.parse().ok())
                .expect("file:line: sentence")
        })
        .collect();
    assert_eq!(got, lines, "{found:#?}");
}

#[test]
fn below_is_allowed() {
    check(
        "claim/mod.rs",
        "use crate::base::Span;\nuse crate::quantity::{Hedge, Quantity};\nuse crate::claim::verb;\n",
        &[],
    );
    check(
        "ui/mod.rs",
        "use egui::Ui;\nuse crate::app::Action;\nfn f(s: &crate::store::Store) {}\n",
        &[],
    );
    check(
        "main.rs",
        "use std::process::ExitCode;\nfn main() -> ExitCode { tallyscope::ui::run(jiff::Zoned::now()) }\n",
        &[],
    );
}

#[test]
fn above_is_caught() {
    check(
        "number/mod.rs",
        "use crate::base::Span;\nuse crate::claim::Claim;\n",
        &[2],
    );
    check("base/mod.rs", "use crate::jobs::Slot;\n", &[1]);
    check("rule/pick.rs", "fn f() {\n    crate::read::run();\n}\n", &[2]);
}

#[test]
fn neighbours_are_caught() {
    check("time/mod.rs", "use crate::entity::Name;\n", &[1]);
    check(
        "quantity/mod.rs",
        "use crate::{base::Span, time::{Day, Week}};\n",
        &[1, 1],
    );
    check("show/chart.rs", "use crate::disk;\n", &[1]);
    check("cli/mod.rs", "\n\ntype T = tallyscope::ui::App;\n", &[3]);
}

#[test]
fn super_is_resolved() {
    check("number/words.rs", "use super::super::claim::Claim;\n", &[1]);
    check(
        "number/words.rs",
        "use super::digits;\nmod tests { use super::super::digits; use super::*; }\n",
        &[],
    );
    check(
        "number/mod.rs",
        "mod tests {\n    use super::super::claim::X;\n}\nuse super::store::Y;\n",
        &[2, 4],
    );
    check(
        "number/mod.rs",
        "fn f() { if a { self::g() } }\nuse self::digits::Digits;\n",
        &[],
    );
}

#[test]
fn back_stairs_are_caught() {
    check("number/mod.rs", "use crate::Claim;\n", &[1]);
    check("number/mod.rs", "use crate as all;\n", &[1]);
    check("number/mod.rs", "use crate::*;\n", &[1]);
    check("number/mod.rs", "use std::*;\n", &[1]);
    check("number/mod.rs", "use std as s;\n", &[1]);
    check("lib.rs", "pub mod base;\npub use base::Span;\n", &[2]);
    check("extras/mod.rs", "fn f() {}\n", &[1]);
    check("number/mod.rs", "fn f() { crate::trace!(\"on\"); }\n", &[]);
}

#[test]
fn files_processes_and_sqlite_belong_to_disk() {
    check(
        "disk/mod.rs",
        "use std::{fs, process::Command};\nuse rusqlite::Connection;\n",
        &[],
    );
    check(
        "app/mod.rs",
        "use std::{\n    fmt,\n    fs,\n};\nuse rusqlite::Connection;\n",
        &[3, 5],
    );
    check(
        "app/mod.rs",
        "fn f() { let x = ::std::fs::read(p); std::process::exit(1) }\n",
        &[1, 1],
    );
    check("export/mod.rs", "use std::fs::{self, File};\n", &[1, 1]);
}

#[test]
fn threads_belong_to_jobs_and_the_net_to_nobody() {
    check("jobs/mod.rs", "use std::thread;\nuse std::time::Instant;\n", &[]);
    check("read/mod.rs", "fn f() { std::thread::scope(|s| ()); }\n", &[1]);
    check("disk/mod.rs", "use std::net::TcpStream;\n", &[1]);
}

#[test]
fn the_toolkit_belongs_to_ui() {
    for source in [
        "use egui::Color32;\n",
        "use eframe;\n",
        "fn f(_: rfd::FileDialog) {}\n",
        "use egui_plot::{Line};\n",
    ] {
        check("show/mod.rs", source, &[1]);
        check("main.rs", source, &[1]);
        check("ui/deep/down.rs", source, &[]);
    }
}

#[test]
fn clocks_are_fenced() {
    check("read/mod.rs", "use std::time::{Duration, SystemTime};\n", &[1]);
    check(
        "read/mod.rs",
        "use jiff::Zoned;\nfn f() { Zoned::now() }\nfn g() { jiff::Timestamp::now() }\n",
        &[2, 3],
    );
    check(
        "ui/mod.rs",
        "use std::time::Instant;\nfn f() { std::time::Instant::now() }\n",
        &[1, 2],
    );
    check("app/mod.rs", "use std::time::Instant;\n", &[]);
    check("time/mod.rs", "fn f() -> Value { Value::Instant }\n", &[]);
}

#[test]
fn serde_begins_at_store() {
    check("claim/mod.rs", "#[derive(Clone, serde::Serialize)]\nstruct A;\n", &[1]);
    check("disk/save.rs", "use serde::{Deserialize, Serialize};\n", &[]);
    check("article/html.rs", "fn f(x: serde_json::Value) {}\n", &[]);
}

#[test]
fn comments_and_strings_do_not_count() {
    check(
        "number/mod.rs",
        "//! See [crate::claim::Claim] and std::fs.\n/* use std::fs; /* nested */ egui::Ui */\n",
        &[],
    );
    check(
        "number/mod.rs",
        "const A: &str = \"use std::fs; \\\" egui::Ui\";\nconst B: &str = r#\"std::net \"x\" crate::ui::X\"#;\n",
        &[],
    );
    check(
        "number/mod.rs",
        "const A: &[u8] = br\"std::fs::x\"; const B: char = '\"'; const C: char = '\\'';\nuse std::fs;\n",
        &[2],
    );
    check(
        "number/mod.rs",
        "fn f<'a>(x: &'a str) -> &'a str { x }\nuse std::fs; // why\n",
        &[2],
    );
}

#[test]
fn names_that_only_look_alike_do_not_count() {
    check(
        "number/mod.rs",
        "fn f() { let egui = 1; rule.fs(egui); my::std::fs(); Fs::thread(); }\n",
        &[],
    );
    check(
        "number/mod.rs",
        "mod claim;\nuse claim::Word;\nfn f(x: A::Instant) {}\n",
        &[],
    );
}

#[test]
fn masking_keeps_lines() {
    let source = "a /* b\n c */ d // e\n\"f\ng\" h";
    assert_eq!(scan::mask(source), "a     \n      d     \n  \n   h");
}

#[test]
fn modules_from_files() {
    assert_eq!(module_of("claim/verb/mod.rs"), ["claim", "verb"]);
    assert_eq!(module_of("claim.rs"), ["claim"]);
    assert!(module_of("lib.rs").is_empty());
}

#[test]
fn long_and_silent_files_are_caught() {
    assert!(size_complaints("src/a.rs", &format!("//! What.\n{}", "x\n".repeat(499))).is_empty());
    assert_eq!(
        size_complaints("src/a.rs", &format!("//! What.\n{}", "x\n".repeat(500))).len(),
        1
    );
    assert_eq!(size_complaints("src/a.rs", "use x;\n").len(), 1);
}
