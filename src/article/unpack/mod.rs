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

pub(super) use self::news::is_office;
use self::opener::Opener;
use crate::jobs::Token;

/// One article out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it lies in the file, folders parted by `/`; empty where the file itself is the article.
    pub path: String,
    /// Its bytes, which tell by themselves what they are.
    pub bytes: Vec<u8>,
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

/// An export of many articles, which may be a document itself.
const NEWS: Container = Container {
    is: news::is,
    open: news::open,
};

/// True for a file that holds articles rather than being one.
pub(super) fn is_container(bytes: &[u8]) -> bool {
    container(bytes).is_some()
}

fn container(bytes: &[u8]) -> Option<&'static Container> {
    if (MESSAGE.is)(bytes) {
        return Some(&MESSAGE);
    }
    if (NEWS.is)(bytes) {
        return Some(&NEWS);
    }
    if records::is_whole_file(bytes) {
        return None;
    }
    // a document comes first: DOCX is a ZIP archive too
    if super::document::reader(bytes).is_some() {
        return None;
    }
    CONTAINERS.iter().find(|container| (container.is)(bytes))
}

/// Takes a file apart, as far as the limits go; what could not be taken is told. A token that has become stale ends it early.
pub fn unpack(bytes: Vec<u8>, limits: Limits, token: &Token) -> Unpacked {
    let mut opener = Opener::new(limits, token);
    opener.take("", bytes);
    opener.finish()
}
