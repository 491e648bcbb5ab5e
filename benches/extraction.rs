//! How many articles of 4 KB extraction reads in a second on one thread, and which step takes the time.
//!
//! `cargo bench --bench extraction [FOLDER]`: the sample, or the articles of a folder, each made different by a last line.
#![expect(clippy::print_stdout, reason = "a bench prints and measures")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tallyscope::read::{self, Knowledge};
use tallyscope::{article, disk, entity, number, time, token};

/// Each article is read so many times.
const COPIES: usize = 20;

/// What the figures are given by: bytes of one article.
const ARTICLE_BYTES: f64 = 4_000.0;

fn main() {
    let folder = std::env::args().nth(1).filter(|word| !word.starts_with('-'));
    let folder = folder.map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample"),
        PathBuf::from,
    );
    let files = disk::collect(&[folder], disk::FolderWanted::Texts).files;
    let bytes: Vec<Vec<u8>> = files.iter().filter_map(|path| disk::read(path).ok()).collect();
    let mut articles: Vec<(String, Vec<u8>)> = Vec::new();
    for copy in 0..COPIES {
        for (at, bytes) in bytes.iter().enumerate() {
            let mut bytes = bytes.clone();
            bytes.extend(format!("\nCopy {copy} of {at}.\n").bytes());
            articles.push((format!("{copy}-{at}"), bytes));
        }
    }
    let sum: usize = articles.iter().map(|(_, bytes)| bytes.len()).sum();
    println!("{} articles, {} KB", articles.len(), sum / 1_000);
    ready();
    steps(&articles, sum);
    names_alone(&articles, sum);
    whole(&articles, sum);
}

fn say(what: &str, took: Duration, sum: usize) {
    let num_articles = f64::from(u32::try_from(sum).unwrap_or(u32::MAX)) / ARTICLE_BYTES;
    let rate = num_articles / took.as_secs_f64();
    println!(
        "{what:24} {:8.1} ms  {rate:8.0} articles of 4 KB a second",
        took.as_secs_f64() * 1e3
    );
}

/// Within so many milliseconds the lists of names and the weights are ready.
const READY_MS: f64 = 50.0;

/// So many articles of 4 KB a second are to be read for names alone.
const NAMES_RATE: f64 = 400.0;

/// How long the first text takes, with and without capitals: lists and weights are unpacked on first use.
fn ready() {
    let begin = Instant::now();
    for words in [
        "Police in Estrava said on Monday that Jonas Brenk was arrested.",
        "police in estrava said on monday that jonas brenk was arrested.",
    ] {
        let article = article::read(words.as_bytes(), "first.txt");
        let scan = token::scan(&article.text);
        std::hint::black_box(entity::find(&article, &scan));
    }
    let took = begin.elapsed().as_secs_f64() * 1e3;
    println!("{:24} {took:8.1} ms  of {READY_MS} at most", "lists and weights ready");
}

/// Words and names of texts that are decoded already.
fn names_alone(articles: &[(String, Vec<u8>)], sum: usize) {
    let texts: Vec<_> = articles
        .iter()
        .map(|(name, bytes)| article::read(bytes, name))
        .collect();
    let begin = Instant::now();
    let names: usize = texts
        .iter()
        .map(|article| entity::find(article, &token::scan(&article.text)).len())
        .sum();
    say("names alone", begin.elapsed(), sum);
    println!("{:24} {names} names; at least {NAMES_RATE} articles a second", "");
}

/// Each of the first floors by itself.
fn steps(articles: &[(String, Vec<u8>)], sum: usize) {
    // lists and tables are built on first use
    let warm = b"At least 12 people were killed in Estrava on Monday, police said.";
    drop(read::alone("warm", warm, &Knowledge::default()));
    let begin = Instant::now();
    let texts: Vec<_> = articles
        .iter()
        .map(|(name, bytes)| article::read(bytes, name))
        .collect();
    say("article", begin.elapsed(), sum);
    let begin = Instant::now();
    let scans: Vec<_> = texts.iter().map(|article| token::scan(&article.text)).collect();
    say("token", begin.elapsed(), sum);
    let begin = Instant::now();
    let numbers: Vec<_> = scans.iter().map(number::find).collect();
    say("number", begin.elapsed(), sum);
    let begin = Instant::now();
    for ((article, scan), numbers) in texts.iter().zip(&scans).zip(&numbers) {
        std::hint::black_box(time::find(article, scan, numbers));
    }
    say("time", begin.elapsed(), sum);
    let begin = Instant::now();
    for (article, scan) in texts.iter().zip(&scans) {
        std::hint::black_box(entity::find(article, scan));
    }
    say("entity", begin.elapsed(), sum);
}

fn whole(articles: &[(String, Vec<u8>)], sum: usize) {
    let knowledge = Knowledge::default();
    let begin = Instant::now();
    let alone: Vec<_> = articles
        .iter()
        .map(|(name, bytes)| read::alone(name, bytes, &knowledge))
        .collect();
    say("each by itself", begin.elapsed(), sum);
    let second = Instant::now();
    let readings = read::together(alone);
    say("together", second.elapsed(), sum);
    say("all of extraction", begin.elapsed(), sum);
    let claims: usize = readings.iter().map(|reading| reading.claims.len()).sum();
    println!("{claims} claims");
}
