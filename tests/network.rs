//! The program asks for no network: its system calls are watched where the machine lets them be.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Command, Output};

/// Runs the program under a watch over sockets; `None` where this machine has no `strace`, or forbids it.
fn watched(home: &std::path::Path, arguments: &[&str]) -> Option<(Output, String)> {
    let record = home.join("calls.txt");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=socket,connect,sendto", "-o"])
        .arg(&record)
        .arg(env!("CARGO_BIN_EXE_tallyscope"))
        .args(arguments)
        .env("TALLYSCOPE_HOME", home)
        .output()
        .ok()?;
    let calls = fs::read_to_string(record).ok()?;
    let is_forbidden = String::from_utf8_lossy(&output.stderr).contains("ptrace");
    (!is_forbidden).then_some((output, calls))
}

#[test]
fn no_command_opens_a_socket_of_the_network() {
    let home = tempfile::tempdir().unwrap();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    let page = home.path().join("page.html");
    // whatever a page asks for is not fetched
    fs::write(
        &page,
        "<html><head><base href='http://lantern.example/'><link rel=stylesheet href='/a.css'>\
         <script src='https://lantern.example/a.js'></script></head><body><h1>Toll rises</h1>\
         <img src='http://lantern.example/a.png'><iframe src='//lantern.example/b.html'></iframe>\
         <p>Six people were killed in Tarn on Monday, police said.</p></body></html>",
    )
    .unwrap();
    let page = page.display().to_string();
    for arguments in [vec!["extract", sample, &page], vec!["link", sample], vec!["--version"]] {
        let Some((output, calls)) = watched(home.path(), &arguments) else {
            eprintln!("not tested: this machine has no strace, or forbids it");
            return;
        };
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        let network: Vec<&str> = calls.lines().filter(|line| line.contains("AF_INET")).collect();
        assert!(network.is_empty(), "{arguments:?}: {network:?}");
    }
}
