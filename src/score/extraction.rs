//! Reads texts in memory and hands out what `extract` would print of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::marks::{ClaimMark, NameMark, TimeMark};
use crate::article;
use crate::disk;
use crate::export::{ExtractOptions, Extracted, extract_json};
use crate::jobs::{self, Token};
use crate::read::{self, Knowledge, Reading};

/// One file that is read.
pub(super) struct Input {
    /// Its name, as a path.
    pub(super) file: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// What `extract` prints of an article, with the reading behind it.
pub(super) struct Found {
    pub(super) printed: Printed,
    pub(super) reading: Reading,
}

/// The printed fields that are scored.
#[derive(Debug, Deserialize)]
pub(super) struct Printed {
    pub(super) text: String,
    pub(super) boilerplate: Vec<Part>,
    pub(super) entities: Vec<NameMark>,
    pub(super) times: Vec<TimeMark>,
    pub(super) claims: Vec<ClaimMark>,
    pub(super) published: Option<Day>,
}

/// What is not the article.
#[derive(Debug, Deserialize)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The publication date.
#[derive(Debug, Deserialize)]
pub(super) struct Day {
    pub(super) date: Option<String>,
}

/// Articles by the name of their file without its ending.
pub(super) type Articles = BTreeMap<String, Found>;

/// Reads all inputs together, on `threads` threads; what cannot be read is said and left out.
pub(super) fn extract(
    inputs: &[Input],
    knowledge: &Knowledge,
    threads: usize,
    problem: &mut dyn FnMut(&str),
) -> Articles {
    let read = |input: &Input| match article::refusal(&input.bytes) {
        Some(sentence) => Err(sentence),
        None => Ok(read::alone(&input.file, &input.bytes, knowledge)),
    };
    let results = jobs::map(inputs, threads, &Token::new(), |_| {}, read);
    let (mut kept, mut alone) = (Vec::new(), Vec::new());
    for (input, result) in inputs.iter().zip(results) {
        match result.map_err(|failure| failure.sentence()).and_then(|inner| inner) {
            Ok(article) => {
                kept.push(input);
                alone.push(article);
            }
            Err(sentence) => problem(&format!("{}: {sentence}", input.file)),
        }
    }
    let pairs: Vec<(&Input, Reading)> = kept.into_iter().zip(read::together(alone)).collect();
    let printed = jobs::map(
        &pairs,
        threads,
        &Token::new(),
        |_| {},
        |(input, reading)| print(input, reading),
    );
    let found = pairs
        .into_iter()
        .zip(printed)
        .filter_map(|((input, reading), printed)| {
            let printed = printed.ok().flatten()?;
            Some((stem(&input.file), Found { printed, reading }))
        });
    found.collect()
}

fn print(input: &Input, reading: &Reading) -> Option<Printed> {
    let extracted = Extracted {
        file: &input.file,
        sha256: &disk::sha256_hex(&input.bytes),
        reading,
    };
    serde_json::from_str(&extract_json(&extracted, ExtractOptions::default())).ok()
}

/// The file's name without folders and its last ending.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
