//! `tallyscope extract`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::{ExtractArgs, OutFormat};
use super::given;
use super::plan::Outside;
use crate::article;
use crate::disk;
use crate::export::{ExtractOptions, Extracted, extract_csv_head, extract_csv_rows, extract_json};
use crate::jobs::{self, Token};
use crate::read::{self, Alone, Knowledge};

/// One file that could be read.
struct Input {
    file: String,
    bytes: Vec<u8>,
}

/// Reads and prints. 0 when every file was read, 1 when some could not be, 2 for wrong usage.
pub(super) fn run(args: &ExtractArgs, outside: &mut Outside<'_>) -> u8 {
    let Some(knowledge) = knowledge(args, outside) else {
        return 2;
    };
    let (inputs, mut complete) = inputs(args, outside);
    say_unmet(&knowledge, &inputs, outside);
    let threads = args.jobs.map_or_else(jobs::num_threads, usize::from);
    let read = |input: &Input| {
        let sha256 = disk::sha256_hex(&input.bytes);
        (sha256, read::alone(&input.file, &input.bytes, &knowledge))
    };
    let results = jobs::map(&inputs, threads, &Token::new(), |_| {}, read);
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut articles: Vec<Alone> = Vec::new();
    for (input, result) in inputs.into_iter().zip(results) {
        match result {
            Ok((sha256, alone)) => {
                kept.push((input.file, sha256));
                articles.push(alone);
            }
            Err(failure) => {
                complete = false;
                outside.problem(&input.file, &failure.sentence());
            }
        }
    }
    print(args, &kept, &read::together(articles), outside);
    u8::from(!complete)
}

fn print(args: &ExtractArgs, kept: &[(String, String)], readings: &[read::Reading], outside: &mut Outside<'_>) {
    let options = ExtractOptions { why: args.why };
    if args.format == OutFormat::Csv && !outside.print(&extract_csv_head()) {
        return;
    }
    for ((file, sha256), reading) in kept.iter().zip(readings) {
        let extracted = Extracted { file, sha256, reading };
        let words = match args.format {
            OutFormat::Jsonl => extract_json(&extracted, options) + "\n",
            OutFormat::Csv => extract_csv_rows(&extracted),
        };
        if !outside.print(&words) {
            return;
        }
    }
}

fn knowledge(args: &ExtractArgs, outside: &mut Outside<'_>) -> Option<Knowledge> {
    let mut knowledge = Knowledge {
        today: Some(args.today.unwrap_or(outside.today)),
        given_for_all: args.published,
        ..Knowledge::default()
    };
    let Some(path) = &args.published_from else {
        return Some(knowledge);
    };
    let text = match disk::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            outside.problem("", &error.to_string());
            return None;
        }
    };
    let (given, problems) = given::read(&text);
    for problem in problems {
        outside.problem(&path.display().to_string(), &problem);
    }
    knowledge.given_dates = given;
    Some(knowledge)
}

/// Names in the table of dates that no article met, listed once.
fn say_unmet(knowledge: &Knowledge, inputs: &[Input], outside: &mut Outside<'_>) {
    let met: BTreeSet<&str> = inputs
        .iter()
        .filter_map(|input| knowledge.given_name(&input.file))
        .collect();
    let unmet: Vec<&str> = knowledge
        .given_dates
        .keys()
        .map(String::as_str)
        .filter(|name| !met.contains(name))
        .collect();
    if !unmet.is_empty() {
        outside.problem(
            "",
            &format!("Dates were given for what was not read: {}", unmet.join(", ")),
        );
    }
}

/// The files in the order of the paths; false where some could not be read.
fn inputs(args: &ExtractArgs, outside: &mut Outside<'_>) -> (Vec<Input>, bool) {
    let mut paths = Vec::new();
    for path in &args.paths {
        if path == Path::new("-") {
            let mut text = String::new();
            drop(outside.input.read_to_string(&mut text));
            paths.extend(text.lines().filter(|line| !line.is_empty()).map(PathBuf::from));
        } else {
            paths.push(path.clone());
        }
    }
    let found = disk::collect(&paths);
    let mut complete = found.problems.is_empty();
    for problem in &found.problems {
        outside.problem(&problem.path.display().to_string(), &problem.sentence);
    }
    let mut inputs = Vec::new();
    for path in &found.files {
        let file = path.display().to_string();
        let read = disk::read(path).map_err(|error| error.sentence);
        match read.and_then(|bytes| article::refusal(&bytes).map_or(Ok(bytes), Err)) {
            Ok(bytes) => inputs.push(Input { file, bytes }),
            Err(sentence) => {
                complete = false;
                outside.problem(&file, &sentence);
            }
        }
    }
    (inputs, complete)
}
