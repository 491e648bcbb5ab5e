//! Which parts of a message are what its sender wrote.

use super::super::super::decode;
use super::super::super::facts::Boilerplate;
use super::super::super::mime::{Leaf, Message};
use super::super::super::page;
use super::flowed::unfolded;
use crate::base::{Note, Notes};

/// What a part of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Role {
    /// Plain text that the sender wrote.
    Plain,
    /// The same as a page.
    Page,
    /// A file, or another message.
    Attached,
    /// A picture, a sound, a signature of a program.
    Passed,
}

/// Kinds that hold no text, or none for readers.
const PASSED: &[&str] = &[
    "image/",
    "audio/",
    "video/",
    "font/",
    "text/css",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "application/pgp-",
    "application/pkcs7-",
    "application/x-pkcs7-",
    "application/ms-tnef",
    "application/ics",
    "application/javascript",
    "text/javascript",
    "message/delivery-status",
    "message/disposition-notification",
    "message/external-body",
    "message/partial",
    "text/x-amp-html",
];

/// What a part is by its fields.
pub(in crate::article) fn role(leaf: &Leaf) -> Role {
    let kind = leaf.kind.name.as_str();
    if PASSED.iter().any(|passed| kind.starts_with(passed)) {
        return Role::Passed;
    }
    let (disposition, name) = leaf.head.disposition();
    let is_file = disposition == "attachment" || (name.is_some() && disposition != "inline");
    match kind {
        "" | "text/plain" | "text/enriched" if !is_file => Role::Plain,
        "text/html" | "application/xhtml+xml" if !is_file => Role::Page,
        _ => Role::Attached,
    }
}

/// What the sender wrote.
#[derive(Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) boilerplate: Vec<Boilerplate>,
    /// True where it was a page: quotes are not marked by `>` there.
    pub(super) is_page: bool,
}

/// Plain text is preferred, unless it only says that there is a page.
pub(super) fn of(message: &Message, bytes: &[u8], notes: &mut Notes) -> Written {
    let plain = |leaf: &Leaf| decode::decode_as(&leaf.bytes(bytes), leaf.kind.charset.as_deref(), &mut Notes::new());
    let mut written = Written::default();
    let mut done: Vec<usize> = Vec::new();
    for leaf in &message.leaves {
        let role = role(leaf);
        if !matches!(role, Role::Plain | Role::Page) || leaf.alternative.is_some_and(|group| done.contains(&group)) {
            continue;
        }
        let versions: Vec<&Leaf> = match leaf.alternative {
            Some(group) => message
                .leaves
                .iter()
                .filter(|other| other.alternative == Some(group))
                .collect(),
            None => vec![leaf],
        };
        done.extend(leaf.alternative);
        let first = |wanted: Role| versions.iter().copied().find(|leaf| self::role(leaf) == wanted);
        let chosen = match (first(Role::Plain), first(Role::Page)) {
            (Some(text), Some(page)) if is_stub(&plain(text)) => page,
            (Some(text), _) => text,
            (None, Some(page)) => page,
            (None, None) => continue,
        };
        written.add(chosen, bytes, notes);
    }
    written
}

/// A page of which less is the article is a few lines from one person to another.
const MIN_PAGE_BYTES: usize = 400;

impl Written {
    fn add(&mut self, leaf: &Leaf, bytes: &[u8], notes: &mut Notes) {
        let text = decode::decode_as(&leaf.bytes(bytes), leaf.kind.charset.as_deref(), notes);
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        if role(leaf) == Role::Plain {
            let text = if leaf.kind.is_flowed {
                unfolded(&text, leaf.kind.deletes_blanks)
            } else {
                text
            };
            self.text.push_str(text.trim_end());
            return;
        }
        self.is_page = true;
        let mut own = Notes::new();
        let article = page::read(&text, "", std::mem::take(&mut own));
        // that the main text is unsure is no news of a message: it has nothing around it
        notes.extend(
            article
                .notes
                .into_iter()
                .filter(|note| !matches!(note, Note::MainTextUnsure(_) | Note::Empty)),
        );
        let start = self.text.len();
        self.text.push_str(&article.text);
        // what is told from main text and its surroundings holds for pages: a few lines have none
        let kept = article
            .text
            .len()
            .saturating_sub(article.boilerplate.iter().map(|part| part.span.len()).sum());
        if kept >= MIN_PAGE_BYTES && kept * 2 > article.text.len() {
            let parts = article.boilerplate.into_iter();
            self.boilerplate.extend(parts.map(|part| Boilerplate {
                span: part.span.shifted(start),
                kind: part.kind,
            }));
        }
    }
}

/// Words of a plain text that stands for a page that is not shown.
const STUB_WORDS: &[&str] = &[
    "view this email",
    "view this message",
    "view email",
    "view it in your browser",
    "in your browser",
    "in a browser",
    "in browser",
    "html version",
    "html email",
    "html e-mail",
    "html format",
    "html-enabled",
    "html capable",
    "support html",
    "display html",
    "enable html",
    "online version",
    "web version",
    "read online",
    "view online",
];

/// A stub has at most so many words.
const MAX_STUB_WORDS: usize = 60;

/// True for text that is nothing, or says that the message has to be seen elsewhere.
fn is_stub(text: &str) -> bool {
    let num_words = text.split_whitespace().take(MAX_STUB_WORDS + 1).count();
    if num_words > MAX_STUB_WORDS {
        return false;
    }
    let small = text.to_lowercase();
    num_words == 0 || STUB_WORDS.iter().any(|words| small.contains(words)) || is_addresses(text)
}

/// Nothing but addresses of pages and pictures.
fn is_addresses(text: &str) -> bool {
    text.split_whitespace()
        .all(|word| word.contains("://") || !word.contains(char::is_alphanumeric))
}
