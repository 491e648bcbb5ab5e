//! Makes a package.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manifest::{Listed, Manifest, readme};
use super::names::{Names, clean};
use super::{Along, MANIFEST, PackageOrder, README, SOURCES};
use crate::article::Format;
use crate::disk::atomic::{sync_folder, with_end};
use crate::disk::check::open_reader;
use crate::disk::error::{DiskError, Trouble};
use crate::disk::files::hex;
use crate::disk::open::new_file;
use crate::disk::rows::{Known, write_store};
use crate::disk::save_as::{all_articles, is_same_file};
use crate::jobs::Token;
use crate::store::{ArticleRecord, Store};

const WHAT: &str = "The package could not be made";

/// What a finished package holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packaged {
    /// How many articles.
    pub articles: usize,
    /// How many files with originals.
    pub originals: usize,
    /// File names of articles whose original is not in the project.
    pub missing: Vec<String>,
}

/// Makes a package; what was there before is replaced once it is whole. `progress` hears the steps done and in all.
/// `None` where `token` was stopped: nothing is left behind then.
///
/// # Errors
/// Where the project cannot be read, or the other place cannot be written.
pub fn write_package(
    order: &PackageOrder<'_>,
    token: &Token,
    progress: &dyn Fn(usize, usize),
) -> Result<Option<Packaged>, DiskError> {
    if is_same_file(order.out, order.project) {
        let sentence = format!("{WHAT}: that is the project itself. Choose another name.");
        return Err(DiskError::new(Trouble::Exists, order.out, sentence));
    }
    let part = with_end(order.out, ".part");
    let project = with_end(order.out, ".tally-part");
    let written = write_parts(order, (&part, &project), token, progress);
    for end in ["", "-journal", "-wal", "-shm"] {
        drop(fs::remove_file(with_end(&project, end)));
    }
    let placed = match written {
        Ok(Some(packaged)) if !token.stale() => fs::rename(&part, order.out)
            .map(|()| Some(packaged))
            .map_err(|error| DiskError::from_io(WHAT, order.out, &error)),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    };
    if !matches!(placed, Ok(Some(_))) {
        drop(fs::remove_file(&part));
    }
    sync_folder(order.out);
    placed
}

fn write_parts(
    order: &PackageOrder<'_>,
    (part, project): (&Path, &PathBuf),
    token: &Token,
    progress: &dyn Fn(usize, usize),
) -> Result<Option<Packaged>, DiskError> {
    let store = handed_over(order);
    let originals = match order.originals {
        Along::With => originals(&store),
        Along::Without => Vec::new(),
    };
    let total = originals.len() * 2 + 2;
    let reader = open_reader(order.project)?;
    let sql = |error: rusqlite::Error| DiskError::from_sql(WHAT, order.out, &error);
    let mut known = Known::default();
    let mut copy = new_file(project, WHAT)?;
    write_store(&mut copy, &mut known, &store, &[]).map_err(sql)?;
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for (number, original) in originals.into_iter().enumerate() {
        progress(number, total);
        if token.stale() {
            return Ok(None);
        }
        match put_source(&reader, &copy, &original.sha256).map_err(sql)? {
            true => found.push(original),
            false => missing.push(original.name),
        }
    }
    seal(copy).map_err(sql)?;
    let file = File::create(part).map_err(|error| DiskError::from_io(WHAT, part, &error))?;
    let packing = Packing {
        zip: ZipWriter::new(BufWriter::new(file)),
        token,
        progress: &|done| progress(found.len() + missing.len() + done, total),
    };
    let failed = |error: io::Error| DiskError::from_io(WHAT, order.out, &error);
    let packed = packing
        .all(order, (&store, project), (&reader, &found))
        .map_err(failed)?;
    Ok(packed.then(|| Packaged {
        articles: store.num_articles(),
        originals: found.len(),
        missing,
    }))
}

/// The rows that are handed over.
fn handed_over(order: &PackageOrder<'_>) -> Store {
    match order.history {
        Along::With => order.store.clone(),
        Along::Without => order.store.snapshot(),
    }
}

/// The file at rest: no log, nothing between the rows.
fn seal(connection: Connection) -> rusqlite::Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error)
}

/// Copies the bytes of an original; false where the project does not have them.
fn put_source(from: &Connection, to: &Connection, sha256: &str) -> rusqlite::Result<bool> {
    let row = from
        .prepare_cached("SELECT path, bytes FROM sources WHERE sha256 = ?1")?
        .query_row([sha256], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    let Some((path, bytes)) = row else {
        return Ok(false);
    };
    to.prepare_cached("INSERT OR IGNORE INTO sources (sha256, path, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![sha256, path, bytes])?;
    Ok(true)
}

/// The original of one or more articles.
struct Original {
    sha256: String,
    name: String,
    titles: Vec<String>,
}

/// The originals of all articles, those that undo would bring back too, in the order in which they were added.
fn originals(store: &Store) -> Vec<Original> {
    let articles = all_articles(store)
        .into_iter()
        .filter(|article| !article.sha256.is_empty());
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out: Vec<Original> = Vec::new();
    for article in articles {
        let title = article.title().to_owned();
        if let Some(original) = seen.get(article.sha256.as_str()).and_then(|at| out.get_mut(*at)) {
            if !original.titles.contains(&title) {
                original.titles.push(title);
            }
            continue;
        }
        seen.insert(&article.sha256, out.len());
        out.push(Original {
            sha256: article.sha256.clone(),
            name: readable(article),
            titles: vec![title],
        });
    }
    out
}

/// The article's file name; pasted text has none with an ending.
fn readable(article: &ArticleRecord) -> String {
    let name = clean(&article.file_name, "article");
    if Path::new(&name).extension().is_some() {
        return name;
    }
    let end = match article.reading.article.format {
        Format::Html => "html",
        Format::Md => "md",
        Format::Table => "csv",
        Format::Pdf => "pdf",
        Format::Docx => "docx",
        Format::Odt => "odt",
        Format::Rtf => "rtf",
        Format::Epub => "epub",
        Format::Mail => "eml",
        Format::Archived => "mhtml",
        _ => "txt",
    };
    format!("{name}.{end}")
}

/// A package while it is being written.
struct Packing<'p> {
    zip: ZipWriter<BufWriter<File>>,
    token: &'p Token,
    progress: &'p dyn Fn(usize),
}

impl Packing<'_> {
    /// Writes all files; false where nobody wants them any more.
    fn all(
        mut self,
        order: &PackageOrder<'_>,
        (store, project): (&Store, &Path),
        (reader, originals): (&Connection, &[Original]),
    ) -> io::Result<bool> {
        let mut taken = Names::default();
        for name in [MANIFEST, README, SOURCES] {
            taken.own(name);
        }
        let mut manifest = Manifest {
            made_at: order.now.to_owned(),
            name: order.name.to_owned(),
            articles: store.num_articles(),
            claims: store.num_claims(),
            history: order.history == Along::With,
            originals: order.originals == Along::With,
            ..Manifest::new()
        };
        let name = taken.own(&format!(
            "{}.tally",
            clean(&format!("{}.x", order.name), "project").trim_end_matches(".x")
        ));
        let Some(listed) = self.file(&name, &mut BufReader::new(File::open(project)?))? else {
            return Ok(false);
        };
        manifest.project = listed;
        let mut names = Names::default();
        let mut bytes = reader
            .prepare("SELECT bytes FROM sources WHERE sha256 = ?1")
            .map_err(io::Error::other)?;
        for (number, original) in originals.iter().enumerate() {
            (self.progress)(number);
            let name = format!("{SOURCES}/{}", names.own(&original.name));
            let blob: Vec<u8> = bytes
                .query_row([&original.sha256], |row| row.get(0))
                .map_err(io::Error::other)?;
            let Some(listed) = self.file(&name, &mut blob.as_slice())? else {
                return Ok(false);
            };
            manifest.files.push(Listed {
                articles: original.titles.clone(),
                ..listed
            });
        }
        self.file(README, &mut readme(&manifest).as_bytes())?;
        self.file(MANIFEST, &mut manifest.text().as_slice())?;
        let file = self.zip.finish().map_err(io::Error::other)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(!self.token.stale())
    }

    /// Writes one file; `None` where nobody wants it any more.
    fn file(&mut self, name: &str, from: &mut dyn Read) -> io::Result<Option<Listed>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(true);
        self.zip.start_file(name, options).map_err(io::Error::other)?;
        let mut digest = Sha256::new();
        let mut length = 0;
        let mut buffer = vec![0; 256 * 1024];
        loop {
            if self.token.stale() {
                return Ok(None);
            }
            let read = from.read(&mut buffer)?;
            let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else {
                break;
            };
            self.zip.write_all(bytes)?;
            digest.update(bytes);
            length += bytes.len() as u64;
        }
        Ok(Some(Listed {
            file: name.to_owned(),
            bytes: length,
            sha256: hex(&digest.finalize()),
            articles: Vec::new(),
        }))
    }
}
