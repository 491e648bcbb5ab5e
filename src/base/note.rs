//! What could not be read as written: reading never fails, it notes.

use super::Span;

/// One thing about a file that a reader of its counts has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// So many byte sequences were no text in the file's encoding and became U+FFFD.
    BadBytes {
        /// How many replacement characters stand in the text.
        count: u32,
        /// The encoding that was taken, by its WHATWG name.
        encoding: String,
    },
    /// The file was longer than the limit and was cut there; bytes.
    CutAt(usize),
    /// The main text of a page could not be aligned with its blocks, or other doubts about what is the article.
    MainTextUnsure(String),
    /// No publication date was found.
    NoDate,
    /// The file has no text.
    Empty,
    /// The text is not English (ISO 639-1 code or name): it opens and is searchable, but is not extracted.
    OtherLanguage(String),
    /// A passage could not be read by one of the floors; its words name the floor and the reason.
    Passage(Span, String),
    /// Anything else, in a sentence for the analyst.
    Other(String),
}

/// Notes in the order in which they were made.
pub type Notes = Vec<Note>;

impl Note {
    /// The note as a sentence for the analyst, without the file's name.
    pub fn sentence(&self) -> String {
        match self {
            Self::BadBytes { count, encoding } => {
                format!("{count} characters could not be read as {encoding} and are shown as \u{FFFD}.")
            }
            Self::CutAt(bytes) => format!("The file was cut at {bytes} bytes."),
            Self::MainTextUnsure(why) => format!("It is unsure which part of the page is the article: {why}."),
            Self::NoDate => "No publication date was found.".to_owned(),
            Self::Empty => "The file has no text.".to_owned(),
            Self::OtherLanguage(name) => {
                format!("The text seems to be in {name}: it is searchable, but no counts were read.")
            }
            Self::Passage(_, why) => why.clone(),
            Self::Other(sentence) => sentence.clone(),
        }
    }
}
