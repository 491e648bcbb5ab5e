//! Files whose bytes strangers can make into anything are read by children of this same program: a reader that hangs,
//! fills the memory or breaks off takes its child with it and nothing else. A child answers one question after another,
//! so that two hundred small documents do not cost two hundred starts.

mod child;
mod frame;
mod rows;
#[cfg(test)]
mod tests;
mod worker;

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};

pub use self::child::answer_apart;
use self::frame::{Frame, Sort};
use self::rows::RowsSaid;
use self::worker::Worker;
use super::save::article_of_json;
use crate::article::{self, Article, Dataset, Inside, LeftOut, Limits, Part, Unpacked};
use crate::jobs::{self, Token};

/// The command by which this program becomes a reader.
pub const APART_COMMAND: &str = "read-apart";

/// The longest answer about one article or one table that is taken, in bytes.
const MAX_ANSWER_BYTES: u64 = 512 << 20;

/// This program's file, where files are to be read apart.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Readers that wait for a question, and how many pieces of work may have one.
static READERS: Mutex<Readers> = Mutex::new(Readers {
    num_users: 0,
    idle: Vec::new(),
});

struct Readers {
    num_users: usize,
    idle: Vec<Worker>,
}

/// While one of these lives, readers stay for the next question; the last one that goes ends them.
#[must_use = "readers stay as long as it lives"]
pub struct ReadersStay(());

/// Lets readers stay for a piece of work that asks often.
pub fn let_readers_stay() -> ReadersStay {
    readers(|readers| readers.num_users += 1);
    ReadersStay(())
}

impl Drop for ReadersStay {
    fn drop(&mut self) {
        let ended = readers(|readers| {
            readers.num_users = readers.num_users.saturating_sub(1);
            match readers.num_users {
                0 => std::mem::take(&mut readers.idle),
                _ => Vec::new(),
            }
        });
        drop(ended);
    }
}

fn readers<R>(work: impl FnOnce(&mut Readers) -> R) -> R {
    work(&mut READERS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// What is asked of a reader.
#[derive(Debug, Serialize, Deserialize)]
struct Ask {
    wanted: Wanted,
    /// The file's name with its folders, as [`article::read`] takes it.
    name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Wanted {
    /// The bytes as one article.
    Article,
    /// The articles in the bytes.
    Parts,
    /// The same, the documents in archives left as they are.
    WholeParts,
    /// The rows of a workbook.
    Rows,
}

#[derive(Serialize, Deserialize)]
struct LeftOutSaid {
    path: String,
    sentence: String,
}

/// From now on files are read by children of `program`, which has to be this very program. Without it they are read in
/// this process, as tests do.
pub fn read_documents_by(program: PathBuf) {
    drop(PROGRAM.set(program));
}

/// Reads one article's bytes, apart where its reader may break.
///
/// # Errors
/// A sentence for the analyst where the reader broke off, or was stopped.
pub fn read_article(bytes: &[u8], name: &str, token: &Token) -> Result<Article, String> {
    match PROGRAM.get().filter(|_| article::is_read_apart(bytes)) {
        Some(program) => article_of(ask(program, Wanted::Article, (bytes, name), token)?),
        None => Ok(article::read(bytes, name)),
    }
}

/// The rows in a file's bytes; `None` where it holds none. A workbook is read apart.
///
/// # Errors
/// As [`read_article`].
pub fn read_rows(bytes: &[u8], token: &Token) -> Result<Option<Dataset>, String> {
    match PROGRAM
        .get()
        .filter(|_| bytes.starts_with(b"PK") && article::is_data(bytes))
    {
        Some(program) => rows_of(ask(program, Wanted::Rows, (bytes, ""), token)?),
        None => Ok(Dataset::read(bytes)),
    }
}

/// Takes a file apart, as [`article::unpack`] does. Where a document in an archive or attached to a message breaks its
/// reader, all are handed on as they are: that one is told when it is read.
pub(super) fn unpack(bytes: Vec<u8>, name: &str, token: &Token) -> Unpacked {
    let Some(program) = PROGRAM.get().filter(|_| article::is_read_apart(&bytes)) else {
        return article::unpack_file(bytes, name, (Limits::default(), Inside::LookedInto), token);
    };
    let asked = |wanted| ask(program, wanted, (&bytes, name), token).and_then(parts_of);
    let answer = asked(Wanted::Parts).or_else(|why| match !token.stale() && article::is_container(&bytes) {
        true => asked(Wanted::WholeParts),
        false => Err(why),
    });
    answer.unwrap_or_else(|sentence| Unpacked {
        left_out: vec![LeftOut {
            path: String::new(),
            sentence,
        }],
        ..Unpacked::default()
    })
}

/// Asks a reader that waits, or a new one, and lets it wait again where that is wanted.
fn ask(program: &PathBuf, wanted: Wanted, (bytes, name): (&[u8], &str), token: &Token) -> Result<Vec<Frame>, String> {
    let idle = readers(|readers| readers.idle.pop());
    let mut worker = match idle {
        Some(worker) => worker,
        None => Worker::start(Command::new(program).arg(APART_COMMAND))?,
    };
    let ask = Ask {
        wanted,
        name: name.to_owned(),
    };
    let frames = worker.ask(&ask, bytes, room(wanted), token)?;
    let ended = readers(|readers| {
        let stays = readers.num_users > 0 && readers.idle.len() < jobs::num_threads() && worker.is_fresh();
        match stays {
            true => {
                readers.idle.push(worker);
                None
            }
            false => Some(worker),
        }
    });
    // ended outside of the lock
    drop(ended);
    Ok(frames)
}

fn room(wanted: Wanted) -> u64 {
    match wanted {
        Wanted::Article | Wanted::Rows => MAX_ANSWER_BYTES,
        Wanted::Parts | Wanted::WholeParts => Limits::default().total_bytes + MAX_ANSWER_BYTES,
    }
}

fn article_of(frames: Vec<Frame>) -> Result<Article, String> {
    let frame = frames.into_iter().find(|frame| frame.sort == Sort::Article);
    let article = frame.and_then(Frame::text).and_then(|json| article_of_json(&json));
    article.ok_or_else(no_answer)
}

fn rows_of(frames: Vec<Frame>) -> Result<Option<Dataset>, String> {
    let rows = frames.into_iter().find(|frame| frame.sort == Sort::Rows);
    let read = |frame: Frame| {
        let said = serde_json::from_slice::<RowsSaid>(&frame.bytes).ok();
        said.map(Dataset::from).ok_or_else(no_answer)
    };
    rows.map(read).transpose()
}

fn parts_of(frames: Vec<Frame>) -> Result<Unpacked, String> {
    let mut unpacked = Unpacked::default();
    for frame in frames {
        if frame.sort == Sort::Bytes {
            let (path, bytes, article) = (String::new(), frame.bytes, None);
            unpacked.parts.push(Part { path, bytes, article });
            continue;
        }
        let sort = frame.sort;
        let text = frame.text().ok_or_else(no_answer)?;
        match (sort, unpacked.parts.last_mut()) {
            (Sort::Path, Some(part)) => part.path = text,
            (Sort::Article, Some(part)) => part.article = Some(article_of_json(&text).ok_or_else(no_answer)?.into()),
            (Sort::LeftOut, _) => {
                let said: LeftOutSaid = serde_json::from_str(&text).ok().ok_or_else(no_answer)?;
                unpacked.left_out.push(LeftOut {
                    path: said.path,
                    sentence: said.sentence,
                });
            }
            (Sort::PassedOver, _) => unpacked.passed_over = text.parse().ok().ok_or_else(no_answer)?,
            _ => return Err(no_answer()),
        }
    }
    Ok(unpacked)
}

fn no_answer() -> String {
    failed(worker::NO_ANSWER)
}

fn failed(why: &str) -> String {
    format!(
        "The document could not be read: {why}. Nothing else was affected. Save it in another format, as text or HTML, and \
         open that."
    )
}
