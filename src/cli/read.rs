//! Files named on the command line, read together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::given;
use super::plan::Outside;
use crate::article::{Dataset, FieldMap, Part, passed_sentence, rows_as_articles};
use crate::disk;
use crate::jobs::{self, Token};
use crate::read::{self, Alone, Knowledge, Reading};
use crate::store::path_in;

/// What is to be read, and what is known of it.
pub(super) struct Wanted<'a> {
    /// Files and folders; "-" for paths from standard input.
    pub(super) paths: &'a [PathBuf],
    /// The publication date of all articles.
    pub(super) published: Option<Date>,
    /// A table of publication dates.
    pub(super) published_from: Option<&'a Path>,
    /// The day of reading; today where it is not given.
    pub(super) today: Option<Date>,
    /// How many articles are read at a time; as many as there are cores where it is not given.
    pub(super) jobs: Option<u16>,
    /// What the fields of rows that are articles mean; guessed where it is not given.
    pub(super) fields: Option<&'a FieldMap>,
}

/// Articles that could be read.
pub(super) struct ReadFiles {
    /// In the order of the paths.
    pub(super) articles: Vec<ReadFile>,
    /// False where some file could not be read.
    pub(super) complete: bool,
}

/// One of them.
pub(super) struct ReadFile {
    /// The path as given.
    pub(super) file: String,
    /// SHA-256 of its bytes, 64 hex digits.
    pub(super) sha256: String,
    /// What was read.
    pub(super) reading: Reading,
}

/// One file whose bytes could be read.
struct Input {
    file: String,
    bytes: Vec<u8>,
}

/// Reads all; problems are printed as they come. `None` for wrong usage.
pub(super) fn read_files(wanted: &Wanted<'_>, outside: &mut Outside<'_>) -> Option<ReadFiles> {
    let knowledge = knowledge(wanted, outside)?;
    let (inputs, mut complete) = inputs(wanted, outside);
    say_unmet(&knowledge, &inputs, outside);
    let threads = wanted.jobs.map_or_else(jobs::num_threads, usize::from);
    let token = Token::new();
    let read = |input: &Input| {
        let sha256 = disk::sha256_hex(&input.bytes);
        let article = disk::read_article(&input.bytes, &input.file, &token)?;
        Ok::<_, String>((sha256, read::alone_article(&input.file, article, &knowledge)))
    };
    let results = jobs::map(&inputs, threads, &token, |_| {}, read);
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut articles: Vec<Alone> = Vec::new();
    for (input, result) in inputs.into_iter().zip(results) {
        match result.map_err(|failure| failure.sentence()).and_then(|read| read) {
            Ok((sha256, alone)) => {
                kept.push((input.file, sha256));
                articles.push(alone);
            }
            Err(sentence) => {
                complete = false;
                outside.problem(&input.file, &sentence);
            }
        }
    }
    let rows = kept.into_iter().zip(read::together(articles));
    let articles = rows.map(|((file, sha256), reading)| ReadFile { file, sha256, reading });
    Some(ReadFiles {
        articles: articles.collect(),
        complete,
    })
}

fn knowledge(wanted: &Wanted<'_>, outside: &mut Outside<'_>) -> Option<Knowledge> {
    let mut knowledge = Knowledge {
        today: Some(wanted.today.unwrap_or(outside.today)),
        given_for_all: wanted.published,
        ..Knowledge::default()
    };
    let Some(path) = wanted.published_from else {
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
fn inputs(wanted: &Wanted<'_>, outside: &mut Outside<'_>) -> (Vec<Input>, bool) {
    let mut paths = Vec::new();
    for path in wanted.paths {
        if path == Path::new("-") {
            let mut text = String::new();
            drop(outside.input.read_to_string(&mut text));
            paths.extend(text.lines().filter(|line| !line.is_empty()).map(PathBuf::from));
        } else {
            paths.push(path.clone());
        }
    }
    // whoever says what fields mean has files of rows in mind
    let from_folders = match wanted.fields {
        Some(_) => disk::FolderWanted::All,
        None => disk::FolderWanted::Texts,
    };
    let mut found = disk::collect(&paths, from_folders);
    found.files.retain(|path| Some(path.as_path()) != wanted.published_from);
    let mut complete = found.problems.is_empty();
    for problem in &found.problems {
        outside.problem(&problem.path.display().to_string(), &problem.sentence);
    }
    let mut inputs = Vec::new();
    for path in &found.files {
        let file = path.display().to_string();
        match disk::unpack(path, &Token::new()) {
            Ok(unpacked) => {
                complete &= unpacked.left_out.is_empty();
                // as it should be, and so no reason to call the reading incomplete
                if let Some(passed) = passed_sentence(unpacked.passed_over) {
                    outside.problem(&file, &passed);
                }
                for one in unpacked.left_out {
                    outside.problem(&path_in(&file, &one.path), &one.sentence);
                }
                let parts = unpacked.parts.into_iter();
                inputs.extend(parts.flat_map(|part| rows(path_in(&file, &part.path), part.bytes, wanted.fields)));
            }
            Err(error) => {
                complete = false;
                outside.problem(&file, &error.sentence);
            }
        }
    }
    (inputs, complete)
}

/// The rows of a data file that are articles, the sheets of a workbook that are tables of claims; else the file itself.
fn rows(file: String, bytes: Vec<u8>, fields: Option<&FieldMap>) -> Vec<Input> {
    let Some(dataset) = Dataset::read(&bytes) else {
        return vec![Input { file, bytes }];
    };
    let sheet = match fields {
        Some(fields) => dataset.sheets.iter().find(|sheet| fields.fits(sheet)),
        None => dataset.articles_at().and_then(|at| dataset.sheets.get(at)),
    };
    if let Some(sheet) = sheet {
        let guessed = FieldMap::guess(sheet);
        let parts = rows_as_articles(sheet, fields.unwrap_or(&guessed)).into_iter();
        let input = |(_, part): (u32, Part)| Input {
            file: path_in(&file, &part.path),
            bytes: part.bytes,
        };
        return parts.map(input).collect();
    }
    let tables: Vec<Input> = dataset
        .tables()
        .into_iter()
        .map(|(name, text)| Input {
            file: path_in(&file, name),
            bytes: text.into_bytes(),
        })
        .collect();
    if tables.is_empty() {
        vec![Input { file, bytes }]
    } else {
        tables
    }
}
