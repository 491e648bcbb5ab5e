//! The folders of a corpus, and their texts as the files that `extract` would be given.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use super::extraction::Input;
use super::gold::{self, GoldArticle, Trap};
use crate::disk;
use crate::read::Knowledge;

/// A gold file with the texts that are read for it.
pub(super) struct Set {
    /// The folder's name, and the gold file's where the folder has several.
    pub(super) name: String,
    pub(super) gold: Vec<GoldArticle>,
    pub(super) inputs: Vec<Input>,
    pub(super) knowledge: Knowledge,
}

/// The gold files of a folder: `gold.json`, else all that end in `.jsonl`, each with its name.
pub(super) fn gold_files(corpus: &Path, folder: &str) -> Vec<(String, PathBuf)> {
    let at = corpus.join(folder);
    let whole = disk::files_ending(&at, "gold.json");
    if let Some(path) = whole.into_iter().find(|path| path.ends_with("gold.json")) {
        return vec![(folder.to_owned(), path)];
    }
    let lines = disk::files_ending(&at, ".jsonl");
    let is_one = lines.len() == 1;
    let name = |path: &Path| match path.file_stem() {
        Some(stem) if !is_one => format!("{folder}/{}", stem.to_string_lossy()),
        _ => folder.to_owned(),
    };
    lines.into_iter().map(|path| (name(&path), path)).collect()
}

/// The texts of the gold file, each a file with its publication date given.
///
/// # Errors
/// A sentence where the gold cannot be read.
pub(super) fn told(name: &str, path: &Path, knowledge: &Knowledge) -> Result<Set, String> {
    let gold = read_gold(path)?;
    let mut knowledge = knowledge.clone();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for article in &gold {
        let Some(text) = &article.text else {
            files.insert(format!("{}.html", article.doc_id), page(path, article)?);
            continue;
        };
        let file = format!("{}.txt", article.file_stem());
        if let Some(day) = article.told_day().and_then(|day| day.parse().ok()) {
            knowledge.given_dates.insert(file.clone(), day);
        }
        files.insert(file, text.clone().into_bytes());
    }
    Ok(Set {
        name: name.to_owned(),
        gold,
        // By name, as a folder is walked.
        inputs: files.into_iter().map(|(file, bytes)| Input { file, bytes }).collect(),
        knowledge,
    })
}

/// The text files that lie beside the gold file, read together, no date given.
///
/// # Errors
/// A sentence where a file cannot be read.
pub(super) fn untold(name: &str, path: &Path, knowledge: &Knowledge) -> Result<Set, String> {
    let folder = path.parent().unwrap_or(path);
    let mut inputs = Vec::new();
    for text in disk::files_ending(folder, ".txt") {
        inputs.push(Input {
            file: text.display().to_string(),
            bytes: disk::read(&text).map_err(|error| error.to_string())?,
        });
    }
    Ok(Set {
        name: name.to_owned(),
        gold: read_gold(path)?,
        inputs,
        knowledge: knowledge.clone(),
    })
}

/// The numbers that are no claims, where the folder lists some.
///
/// # Errors
/// A sentence where the list cannot be read.
pub(super) fn traps(gold: &Path) -> Result<Vec<Trap>, String> {
    let folder = gold.parent().unwrap_or(gold);
    match disk::files_ending(folder, "not_claims.json").first() {
        Some(path) => gold::rows(&text(path)?),
        None => Ok(Vec::new()),
    }
}

fn read_gold(path: &Path) -> Result<Vec<GoldArticle>, String> {
    gold::rows(&text(path)?).map_err(|sentence| format!("{}: {sentence}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    let bytes = disk::read(path).map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The bytes of a saved page, unpacked.
fn page(gold: &Path, article: &GoldArticle) -> Result<Vec<u8>, String> {
    let plain = format!("{}.html.gz", article.doc_id);
    let file = article.file.as_deref().unwrap_or(&plain);
    let name = file.rsplit('/').next().unwrap_or(file);
    let path = gold.with_file_name(name);
    let packed = disk::read(&path).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    MultiGzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(bytes)
}
