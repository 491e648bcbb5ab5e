//! Keeps count of what is taken out of a file, and of how deep it lies.

use std::sync::Arc;

use super::{Found, Inside, LeftOut, Limits, Part, Unpacked, found, news};
use crate::article::{Article, document, format};
use crate::jobs::Token;

/// Takes what containers hold, within the limits.
pub(super) struct Opener<'a> {
    /// The file's name, with its folders.
    file: &'a str,
    limits: Limits,
    inside: Inside,
    token: &'a Token,
    /// Containers around what is taken now, with `/` behind each.
    folder: String,
    depth: usize,
    taken_bytes: u64,
    is_full: bool,
    out: Unpacked,
}

impl<'a> Opener<'a> {
    pub(super) fn new(file: &'a str, (limits, inside): (Limits, Inside), token: &'a Token) -> Self {
        Self {
            file,
            limits,
            inside,
            token,
            folder: String::new(),
            depth: 0,
            taken_bytes: 0,
            is_full: false,
            out: Unpacked::default(),
        }
    }

    /// Takes bytes that lie at `path` in the container: an article, or a container whose own contents are taken.
    pub(super) fn take(&mut self, path: &str, bytes: Vec<u8>) {
        if self.is_done() {
            return;
        }
        let is_too_deep = self.depth >= self.limits.depth;
        if is_too_deep && document::reader(&bytes).is_some() {
            // a message at this depth is read, what is attached to it stays in it
            self.keep(path, bytes);
            return;
        }
        match found(&bytes, self.inside, || self.name(path)) {
            Found::Container(container) => self.look_into(path, |opener| (container.open)(&bytes, opener)),
            Found::Export(pieces) => self.look_into(path, |opener| news::open(pieces, opener)),
            Found::Article(article) => self.keep_read(path, bytes, Some(article)),
            Found::Other => match format::refusal(&bytes) {
                Some(sentence) => self.leave_out(path, sentence),
                None => self.keep(path, bytes),
            },
        }
    }

    /// The name under which an article at the path is read.
    fn name(&self, path: &str) -> String {
        match self.path(path) {
            inside if inside.is_empty() => self.file.to_owned(),
            inside => format!("{}/{inside}", self.file),
        }
    }

    /// Takes bytes as one article, whatever they hold: a message without its attachments.
    pub(super) fn keep(&mut self, path: &str, bytes: Vec<u8>) {
        self.keep_read(path, bytes, None);
    }

    fn keep_read(&mut self, path: &str, bytes: Vec<u8>, article: Option<Arc<Article>>) {
        if self.is_done() {
            return;
        }
        let length = bytes.len() as u64;
        if self.out.parts.len() >= self.limits.parts || self.taken_bytes + length > self.limits.total_bytes {
            self.is_full = true;
            let sentence = format!(
                "The file holds more than is taken from one file ({} articles, {} MB): the rest was left out.",
                self.limits.parts,
                self.limits.total_bytes >> 20
            );
            self.leave_out(path, sentence);
            return;
        }
        self.taken_bytes += length;
        let path = self.path(path);
        self.out.parts.push(Part { path, bytes, article });
    }

    /// Says why something in the container is not taken.
    pub(super) fn leave_out(&mut self, path: &str, sentence: impl Into<String>) {
        let path = self.path(path);
        self.out.left_out.push(LeftOut {
            path,
            sentence: sentence.into(),
        });
    }

    /// Counts a picture, a style, a script: what no analyst expects among the articles.
    pub(super) fn pass_over(&mut self) {
        self.out.passed_over += 1;
    }

    /// All that may come out of `packed` bytes, what is passed over among it, in bytes.
    pub(super) fn flow(&self, packed: u64) -> u64 {
        let by_ratio = packed.saturating_mul(self.limits.ratio).max(Limits::FREE_BYTES);
        self.limits.total_bytes.min(by_ratio)
    }

    /// The longest part that may still be taken, in bytes, of something that was packed in `packed` bytes.
    pub(super) fn room(&self, packed: u64) -> u64 {
        let by_ratio = packed.saturating_mul(self.limits.ratio).max(Limits::FREE_BYTES);
        let rest = self.limits.total_bytes.saturating_sub(self.taken_bytes);
        self.limits.part_bytes.min(by_ratio).min(rest)
    }

    /// True where nothing more is to be taken: stopped, or full.
    pub(super) fn is_done(&self) -> bool {
        self.is_full || self.token.stale()
    }

    /// True where what is taken lies in the file itself and in no container in it.
    pub(super) fn is_outermost(&self) -> bool {
        self.folder.is_empty()
    }

    fn look_into(&mut self, path: &str, open: impl FnOnce(&mut Self)) {
        if self.depth >= self.limits.depth {
            let sentence = format!(
                "It lies in more than {} archives in one another and was not opened.",
                self.limits.depth
            );
            self.leave_out(path, sentence);
            return;
        }
        let folder_bytes = self.folder.len();
        if !path.is_empty() {
            self.folder.push_str(path);
            self.folder.push('/');
        }
        self.depth += 1;
        open(self);
        self.depth -= 1;
        self.folder.truncate(folder_bytes);
    }

    fn path(&self, path: &str) -> String {
        if path.is_empty() {
            return self.folder.trim_end_matches('/').to_owned();
        }
        format!("{}{path}", self.folder)
    }

    pub(super) fn finish(self) -> Unpacked {
        self.out
    }
}
