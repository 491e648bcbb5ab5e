//! How long linking takes over a project of many articles, and how much memory: names, stories and conclusions, from
//! nothing, when one claim is rejected, and when ten articles are added.
//!
//! `cargo bench --bench linking [ARTICLES]`: 20,000 articles with 300,000 claims where no number is given.
#![expect(clippy::print_stdout, reason = "a bench prints and measures")]

use std::time::{Duration, Instant};

use tallyscope::app::{Kept, conclude_again};
use tallyscope::store::{Store, Verdict};

mod generate;

/// Articles that are added to a linked project.
const ADDED: usize = 10;

fn main() {
    let number = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let num_articles: usize = number.unwrap_or(20_000);
    let mut maker = generate::Maker::new();
    let begin = Instant::now();
    let mut store = Store::default();
    let mut kept = Kept::default();
    add(&mut store, &mut maker, num_articles);
    println!(
        "{num_articles} articles, {} claims, made in {:.1} s",
        store.num_claims(),
        begin.elapsed().as_secs_f64()
    );
    memory("made");
    let before = cpu();
    let begin = Instant::now();
    let concluded = conclude_again(&store, &mut kept);
    say("linked from nothing", begin.elapsed(), cpu().zip(before));
    let found = &concluded.conclusions;
    println!(
        "{} stories, {} same, {} conflicts, {} falls, {} copied sentences, {} groups of articles, {} grades",
        found.stories.len(),
        found.same.len(),
        found.conflicts.len(),
        found.falls.len(),
        found.copies.len(),
        found.checks.sources.len(),
        found.checks.grades.len()
    );
    memory("linked");
    let again = |store: &Store, kept: &mut Kept, what: &str| {
        let (begin, before) = (Instant::now(), cpu());
        let again = conclude_again(store, kept);
        say(what, begin.elapsed(), cpu().zip(before));
        println!("{} grades", again.conclusions.checks.grades.len());
        memory(what);
        again
    };
    let middle = store.claims().nth(store.num_claims() / 2).map(|claim| claim.id);
    let edit = store.set_verdict(middle.as_slice(), Verdict::Rejected);
    drop(store.apply(&edit));
    let edited = again(&store, &mut kept, "one claim rejected");
    drop(concluded);
    add(&mut store, &mut maker, ADDED);
    let last = again(&store, &mut kept, "ten articles more");
    drop(edited);
    let scratch = conclude_again(&store, &mut Kept::default());
    assert!(last.conclusions == scratch.conclusions, "the same as from nothing");
}

fn add(store: &mut Store, maker: &mut generate::Maker, mut count: usize) {
    while count > 0 {
        let portion = count.min(500);
        let edit = store.add_articles(maker.next(portion));
        drop(store.apply(&edit));
        count -= portion;
    }
}

fn say(what: &str, took: Duration, cpu: Option<(f64, f64)>) {
    let cpu = cpu.map_or_else(String::new, |(after, before)| {
        format!(", {:.2} s on the processors", after - before)
    });
    println!("{what:24} {:8.2} s{cpu}", took.as_secs_f64());
}

/// The most memory that was used so far.
#[cfg(target_os = "linux")]
fn memory(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("memory, {when}: {}", peak.map_or("not known", str::trim));
}

#[cfg(not(target_os = "linux"))]
fn memory(_when: &str) {}

/// Seconds of processor time of all threads so far.
#[cfg(target_os = "linux")]
fn cpu() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(") ").next()?.split_whitespace().skip(11);
    let ticks: f64 = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}

#[cfg(not(target_os = "linux"))]
fn cpu() -> Option<f64> {
    None
}
