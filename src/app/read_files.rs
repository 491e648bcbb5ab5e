//! The job behind opening: finds files, reads and extracts them, and knows what is in the project already.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::civil::Date;

use super::again;
use super::importing::{self, OpenTable};
use super::left_out;
use super::opening::Steps;
use super::records::{self, OpenRecords, RecordFile};
use super::sample::SAMPLE;
use crate::article::{Article, FieldMap, Format, Unpacked};
use crate::disk::{self, Source};
use crate::jobs::{self, Failure, Token};
use crate::read::{self, Alone, Knowledge, Reading};
use crate::show::text_digest;
use crate::store::{ArticleId, NewArticle, Origin, Store, path_in};

/// Up to this many articles of the project are weighed again with new ones, so that they settle one another's days.
const MAX_TOGETHER: usize = 400;

/// What is to be opened.
#[derive(Clone, Debug)]
pub(super) enum Request {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// Pasted text.
    Pasted(String),
    /// The articles of the sample.
    Sample,
    /// The rows of data files that are articles, from this sheet, their fields read so.
    Records(Arc<OpenRecords>, usize, FieldMap),
}

impl Request {
    /// What the progress says.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Paths(_) => "Reading articles".to_owned(),
            Self::Pasted(_) => "Reading the pasted article".to_owned(),
            Self::Sample => "Reading the sample".to_owned(),
            Self::Records(records, ..) => format!("Reading the articles of {}", records.name()),
        }
    }
}

/// What the job works on.
pub(super) struct Snapshot {
    pub(super) store: Store,
    pub(super) today: Date,
}

/// What the job brings.
#[derive(Default)]
pub(super) struct Outcome {
    /// To be added, each with its original bytes.
    pub(super) articles: Vec<(NewArticle, Source)>,
    /// Articles of the project whose days the new ones settle.
    pub(super) again: Vec<(ArticleId, Reading)>,
    /// Tables, to be asked about.
    pub(super) tables: Vec<OpenTable>,
    /// Data files whose rows may be articles, to be asked about.
    pub(super) records: Vec<RecordFile>,
    /// What could not be opened: file and sentence.
    pub(super) problems: Vec<(String, String)>,
    /// Names of files whose bytes are in the project already.
    pub(super) already: Vec<String>,
    /// Tables that are in the project already: they may be read another way.
    pub(super) known_tables: Vec<ArticleId>,
    /// How many of the articles have the text of another one, in the project or before them.
    pub(super) twins: usize,
    /// True where these are the articles of the sample.
    pub(super) is_sample: bool,
    /// Parts of the files that nobody expects among the articles: pictures, styles, scripts.
    pub(super) passed_over: usize,
}

/// One file's bytes before they are read.
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) file_name: String,
    pub(super) origin: Origin,
    pub(super) source: Source,
    /// What it holds, where that was read when its file was taken apart.
    pub(super) article: Option<Arc<Article>>,
}

pub(super) fn run(
    request: Request,
    snapshot: &Snapshot,
    token: &Token,
    steps: &Steps,
    wake: &(dyn Fn() + Sync),
) -> Outcome {
    let mut outcome = Outcome {
        is_sample: matches!(request, Request::Sample),
        ..Outcome::default()
    };
    let _stay = disk::let_readers_stay();
    let raws = raws(request, token, (steps, wake), &mut outcome);
    steps.tell_file(String::new());
    let raws = unknown(raws, &snapshot.store, &mut outcome);
    steps.total.store(raws.len(), Ordering::Relaxed);
    let knowledge = again::knowledge(&snapshot.store, snapshot.today);
    let read = |raw: &Raw| {
        let article = match &raw.article {
            Some(article) => Article::clone(article),
            None => disk::read_article(&raw.source.bytes, &raw.name, token)?,
        };
        Ok::<Alone, String>(read::alone_article(&raw.name, article, &knowledge))
    };
    let progress = |done: usize| {
        steps.done.store(done, Ordering::Relaxed);
        wake();
    };
    let alone = jobs::map(&raws, jobs::num_threads(), token, progress, read);
    let mut kept = Vec::new();
    let mut articles = Vec::new();
    for (raw, alone) in raws.into_iter().zip(alone) {
        match alone.map_err(|failure| failure.sentence()).and_then(|alone| alone) {
            Ok(alone) if alone.article().format == Format::Table => {
                let new = importing::table(raw.origin, raw.file_name, raw.source, alone.article());
                outcome.tables.extend(new);
            }
            Ok(alone) => {
                kept.push(raw);
                articles.push(alone);
            }
            Err(sentence) => outcome.problems.push((raw.file_name, sentence)),
        }
    }
    if token.stale() || kept.is_empty() {
        return outcome;
    }
    settle(kept, articles, snapshot, &knowledge, &mut outcome);
    outcome
}

fn raws(
    request: Request,
    token: &Token,
    (steps, wake): (&Steps, &(dyn Fn() + Sync)),
    outcome: &mut Outcome,
) -> Vec<Raw> {
    match request {
        Request::Paths(paths) => {
            let found = disk::collect(&paths, disk::FolderWanted::All);
            let problems = found.problems.into_iter();
            outcome
                .problems
                .extend(problems.map(|problem| (problem.path.display().to_string(), problem.sentence)));
            steps.total.store(found.files.len(), Ordering::Relaxed);
            let open = |path: &PathBuf| {
                let name = path.file_name().unwrap_or(path.as_os_str());
                steps.tell_file(name.to_string_lossy().into_owned());
                wake();
                disk::unpack(path, token)
            };
            let progress = |done: usize| steps.done.store(done, Ordering::Relaxed);
            let opened = jobs::map(&found.files, jobs::num_threads(), token, progress, open);
            let mut raws = Vec::new();
            for (path, opened) in found.files.iter().zip(opened) {
                match opened {
                    Ok(Ok(unpacked)) => raws.extend(raw_files(path, unpacked, token, outcome)),
                    Ok(Err(error)) => outcome.problems.push((path.display().to_string(), error.sentence)),
                    Err(Failure::Stopped) => {}
                    Err(failure) => outcome.problems.push((path.display().to_string(), failure.sentence())),
                }
            }
            steps.done.store(0, Ordering::Relaxed);
            raws
        }
        Request::Pasted(text) => {
            let file_name = format!(
                "Pasted {}",
                disk::sha256_hex(text.as_bytes()).get(..6).unwrap_or_default()
            );
            vec![raw(&file_name, &file_name, Origin::Pasted, text.into_bytes())]
        }
        Request::Sample => {
            let rows = SAMPLE.iter();
            rows.map(|(name, bytes)| raw(name, name, Origin::Sample((*name).to_owned()), bytes.to_vec()))
                .collect()
        }
        Request::Records(records, sheet, fields) => records::raws(&records, sheet, &fields, outcome),
    }
}

pub(super) fn raw(name: &str, file_name: &str, origin: Origin, bytes: Vec<u8>) -> Raw {
    Raw {
        name: name.to_owned(),
        file_name: file_name.to_owned(),
        origin,
        source: Source::new(name, bytes),
        article: None,
    }
}

/// The articles of a file.
fn raw_files(path: &std::path::Path, unpacked: Unpacked, token: &Token, outcome: &mut Outcome) -> Vec<Raw> {
    let name = path.display().to_string();
    let file_name = path
        .file_name()
        .map_or_else(|| name.clone(), |file| file.to_string_lossy().into_owned());
    outcome.passed_over += unpacked.passed_over;
    outcome.problems.extend(left_out::grouped(&name, unpacked.left_out));
    let mut raws = Vec::new();
    for (number, part) in (0..).zip(unpacked.parts) {
        let mut raw = match part.path.as_str() {
            "" => raw(&name, &file_name, Origin::File(name.clone()), part.bytes),
            inside => {
                let origin = Origin::Part(name.clone(), number);
                raw(&path_in(&name, inside), inside, origin, part.bytes)
            }
        };
        raw.article = part.article;
        raws.extend(records::taken(raw, token, outcome));
    }
    raws
}

/// Leaves out what is in the project already, and what comes twice.
fn unknown(raws: Vec<Raw>, store: &Store, outcome: &mut Outcome) -> Vec<Raw> {
    let mut seen: BTreeSet<String> = store.articles().map(|article| article.sha256.clone()).collect();
    let mut kept = Vec::new();
    for raw in raws {
        let table = store
            .articles()
            .find(|row| row.is_table() && row.sha256 == raw.source.sha256);
        if let Some(table) = table {
            outcome.known_tables.push(table.id);
            continue;
        }
        if seen.insert(raw.source.sha256.clone()) {
            kept.push(raw);
        } else {
            outcome.already.push(raw.file_name);
        }
    }
    kept
}

/// Reads new and old articles together, and keeps of the old ones only those whose day is new.
fn settle(raws: Vec<Raw>, mut articles: Vec<Alone>, snapshot: &Snapshot, knowledge: &Knowledge, outcome: &mut Outcome) {
    let num_new = articles.len();
    let old: Vec<_> = match snapshot.store.num_articles() {
        few if few <= MAX_TOGETHER => {
            let texts = snapshot.store.articles().filter(|row| !row.is_table());
            texts.map(Arc::clone).collect()
        }
        _ => Vec::new(),
    };
    for row in &old {
        let article = Article::clone(&row.reading.article);
        articles.push(read::alone_article(&again::reading_name(row), article, knowledge));
    }
    let mut readings = read::together(articles);
    let old_readings = readings.split_off(num_new.min(readings.len()));
    for (row, reading) in old.iter().zip(old_readings) {
        let day = |reading: &Reading| reading.published.as_ref().and_then(|published| published.date);
        if day(&row.reading) != day(&reading) {
            outcome.again.push((row.id, reading));
        }
    }
    outcome.twins = twins(&snapshot.store, &readings);
    for (raw, reading) in raws.into_iter().zip(readings) {
        let new = NewArticle {
            origin: raw.origin,
            file_name: raw.file_name,
            sha256: raw.source.sha256.clone(),
            reading,
            rules_version: read::RULES_VERSION.to_owned(),
        };
        outcome.articles.push((new, raw.source));
    }
}

/// How many of these have the text of an article of the project, or of one before them.
fn twins(store: &Store, readings: &[Reading]) -> usize {
    let old = store.articles().filter(|row| !row.is_table());
    let mut known: BTreeSet<String> = old.filter_map(|row| text_digest(&row.reading.article)).collect();
    let new = readings.iter().filter_map(|reading| text_digest(&reading.article));
    new.filter(|digest| !known.insert(digest.clone())).count()
}
