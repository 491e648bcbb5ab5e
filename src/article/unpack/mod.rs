//! Files that hold articles: archives, mailboxes, exports of many. Each article is handed on with bytes of its own, which
//! [`super::read`] reads; a file that is one article is handed on as it is.

mod gzipped;
mod mail;
mod mailbox;
mod names;
mod news;
mod opener;
pub(super) mod records;
#[cfg(test)]
mod tests;
mod warc;
#[cfg(test)]
mod web_tests;
mod zipped;

use std::sync::Arc;

use self::news::Seen;
use self::opener::Opener;
use super::Article;
use crate::jobs::Token;

/// One article out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it lies in the file, folders parted by `/`; empty where the file itself is the article.
    pub path: String,
    /// Its bytes, which tell by themselves what they are.
    pub bytes: Vec<u8>,
    /// What they hold, where that had to be read to tell that they are one article.
    pub article: Option<Arc<Article>>,
}

/// How far taking a file apart goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Documents are read where they may be exports of many articles.
    LookedInto,
    /// No document is read: for an archive with one that breaks its reader.
    Whole,
}

/// What is in a file and was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it lies in the file; empty for the file itself.
    pub path: String,
    /// Why, as a sentence for the analyst.
    pub sentence: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// Articles in their order in the file.
    pub parts: Vec<Part>,
    /// What is no article, or could not be opened.
    pub left_out: Vec<LeftOut>,
    /// How many pictures, styles and scripts there are: nobody expects them among the articles.
    pub passed_over: usize,
}

/// What was passed over, in a sentence; `None` where nothing was.
pub fn passed_sentence(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 part without text (a picture, a style or a script) was passed over.".to_owned()),
        many => Some(format!(
            "{} parts without text (pictures, styles, scripts) were passed over.",
            thousands(many)
        )),
    }
}

/// The number with a comma between thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How much is taken out of one file: the bytes come from strangers, and a small file can be made to hold the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest part, in bytes.
    pub part_bytes: u64,
    /// All parts together, in bytes.
    pub total_bytes: u64,
    /// How many parts.
    pub parts: usize,
    /// How many containers lie in one another.
    pub depth: usize,
    /// How many times its size a part may be longer than what it was packed in, above [`Limits::FREE_BYTES`].
    pub ratio: u64,
}

impl Limits {
    /// Parts up to this size are taken whatever their ratio: plain text is easily packed a thousandfold.
    pub const FREE_BYTES: u64 = 16 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            part_bytes: 256 << 20,
            total_bytes: 2 << 30,
            parts: 50_000,
            depth: 4,
            ratio: 200,
        }
    }
}

/// One sort of file that holds articles.
struct Container {
    /// True for such bytes; looks at little of them. Documents that are packed themselves are none.
    is: fn(&[u8]) -> bool,
    /// Hands what is inside to the opener.
    open: fn(&[u8], &mut Opener<'_>),
}

const CONTAINERS: &[Container] = &[
    Container {
        is: zipped::is,
        open: zipped::open,
    },
    Container {
        is: warc::is,
        open: warc::open,
    },
    Container {
        is: mailbox::is,
        open: mailbox::open,
    },
    Container {
        is: gzipped::is,
        open: gzipped::open,
    },
];

/// An article itself, and may hold others.
const MESSAGE: Container = Container {
    is: mail::is,
    open: mail::open,
};

/// What bytes turn out to be.
enum Found {
    /// They hold articles.
    Container(&'static Container),
    /// An export of these articles.
    Export(Vec<String>),
    /// An article, which was read to tell.
    Article(Arc<Article>),
    /// Anything else.
    Other,
}

/// What the bytes are, under the name that their article would have.
fn found(bytes: &[u8], inside: Inside, name: impl FnOnce() -> String) -> Found {
    if (MESSAGE.is)(bytes) {
        return Found::Container(&MESSAGE);
    }
    let seen = match inside {
        Inside::LookedInto => news::look(bytes, name),
        Inside::Whole => Seen::Nothing,
    };
    match seen {
        Seen::Export(pieces) => return Found::Export(pieces),
        Seen::Article(article) => return Found::Article(article),
        Seen::Nothing => {}
    }
    // a document comes first: DOCX is a ZIP archive too
    if records::is_whole_file(bytes) || super::document::reader(bytes).is_some() {
        return Found::Other;
    }
    let container = CONTAINERS.iter().find(|container| (container.is)(bytes));
    container.map_or(Found::Other, Found::Container)
}

/// True for a file that holds articles rather than being one, a document aside.
pub fn is_container(bytes: &[u8]) -> bool {
    !matches!(found(bytes, Inside::Whole, String::new), Found::Other)
}

/// Takes a file apart, as far as the limits go; what could not be taken is told. A token that has become stale ends it early.
pub fn unpack(bytes: Vec<u8>, limits: Limits, token: &Token) -> Unpacked {
    unpack_file(bytes, "", (limits, Inside::LookedInto), token)
}

/// The same for a file of this name, with its folders: what is read of documents on the way comes along, as [`super::read`]
/// reads it under the name `file/path`.
pub fn unpack_file(bytes: Vec<u8>, name: &str, (limits, inside): (Limits, Inside), token: &Token) -> Unpacked {
    let mut opener = Opener::new(name, (limits, inside), token);
    opener.take("", bytes);
    opener.finish()
}
