//! Files named on the command line, read together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::given;
use super::plan::Outside;
use crate::article::{Article, Dataset, FieldMap, Part, passed_sentence, rows_as_articles};
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
    /// Where it had to be read to tell what it is.
    article: Option<Arc<Article>>,
}

/// Reads all; problems are printed as they come. `None` for wrong usage.
pub(super) fn read_files(wanted: &Wanted<'_>, outside: &mut Outside<'_>) -> Option<ReadFiles> {
    let knowledge = knowledge(wanted, outside)?;
    let _stay = disk::let_readers_stay();
    let threads = wanted.jobs.map_or_else(jobs::num_threads, usize::from);
    let (inputs, mut complete) = inputs(wanted, threads, outside);
    say_unmet(&knowledge, &inputs, outside);
    let token = Token::new();
    let read = |input: &Input| {
        let sha256 = disk::sha256_hex(&input.bytes);
        let article = match &input.article {
            Some(article) => Article::clone(article),
            None => disk::read_article(&input.bytes, &input.file, &token)?,
        };
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
fn inputs(wanted: &Wanted<'_>, threads: usize, outside: &mut Outside<'_>) -> (Vec<Input>, bool) {
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
    let token = Token::new();
    let opened = jobs::map(&found.files, threads, &token, |_| {}, |path| disk::unpack(path, &token));
    for (path, opened) in found.files.iter().zip(opened) {
        let file = path.display().to_string();
        let opened = opened.map_err(|failure| failure.sentence());
        match opened.and_then(|opened| opened.map_err(|error| error.sentence)) {
            Ok(unpacked) => {
                complete &= unpacked.left_out.is_empty();
                // as it should be, and so no reason to call the reading incomplete
                if let Some(passed) = passed_sentence(unpacked.passed_over) {
                    outside.problem(&file, &passed);
                }
                for one in unpacked.left_out {
                    outside.problem(&path_in(&file, &one.path), &one.sentence);
                }
                for part in unpacked.parts {
                    let file = path_in(&file, &part.path);
                    match rows(file.clone(), part, wanted.fields) {
                        Ok(rows) => inputs.extend(rows),
                        Err(sentence) => {
                            complete = false;
                            outside.problem(&file, &sentence);
                        }
                    }
                }
            }
            Err(sentence) => {
                complete = false;
                outside.problem(&file, &sentence);
            }
        }
    }
    (inputs, complete)
}

/// The rows of a data file that are articles, the sheets of a workbook that are tables of claims; else the file itself.
fn rows(file: String, part: Part, fields: Option<&FieldMap>) -> Result<Vec<Input>, String> {
    let whole = |file: String, part: Part| {
        vec![Input {
            file,
            bytes: part.bytes,
            article: part.article,
        }]
    };
    if part.article.is_some() {
        return Ok(whole(file, part));
    }
    let Some(dataset) = disk::read_rows(&part.bytes, &Token::new())? else {
        return Ok(whole(file, part));
    };
    let inputs = rows_of(&file, &dataset, fields);
    Ok(if inputs.is_empty() { whole(file, part) } else { inputs })
}

/// The articles or tables in the rows; none where there are neither.
fn rows_of(file: &str, dataset: &Dataset, fields: Option<&FieldMap>) -> Vec<Input> {
    let input = |path: &str, bytes: Vec<u8>| Input {
        file: path_in(file, path),
        bytes,
        article: None,
    };
    let sheet = match fields {
        Some(fields) => dataset.sheets.iter().find(|sheet| fields.fits(sheet)),
        None => dataset.articles_at().and_then(|at| dataset.sheets.get(at)),
    };
    if let Some(sheet) = sheet {
        let guessed = FieldMap::guess(sheet);
        let parts = rows_as_articles(sheet, fields.unwrap_or(&guessed)).into_iter();
        return parts.map(|(_, part)| input(&part.path, part.bytes)).collect();
    }
    let tables = dataset.tables().into_iter();
    tables.map(|(name, text)| input(name, text.into_bytes())).collect()
}
