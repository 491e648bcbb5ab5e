//! The parts of a message. One pass over its lines, no recursion: depth is the sender's choice.

use std::ops::Range;

use super::{Head, Kind};

/// Multiparts further in are taken as they are.
const MAX_DEPTH: usize = 24;

/// More parts are passed over.
const MAX_LEAVES: usize = 5_000;

/// A part that has no parts.
#[derive(Clone, Debug)]
pub(in crate::article) struct Leaf {
    /// Its fields.
    pub(in crate::article) head: Head,
    /// What it says to be.
    pub(in crate::article) kind: Kind,
    /// Where its body lies in the message.
    pub(in crate::article) body: Range<usize>,
    /// The number of the `multipart/alternative` of which this is one version.
    pub(in crate::article) alternative: Option<usize>,
}

impl Leaf {
    /// The body as it was before it was packed for the way.
    pub(in crate::article) fn bytes<'b>(&self, message: &'b [u8]) -> std::borrow::Cow<'b, [u8]> {
        super::plain_bytes(&self.head, message.get(self.body.clone()).unwrap_or_default())
    }
}

/// A message taken apart.
#[derive(Clone, Debug)]
pub(in crate::article) struct Message {
    /// Its own fields.
    pub(in crate::article) head: Head,
    /// What it says to be.
    pub(in crate::article) kind: Kind,
    /// In their order.
    pub(in crate::article) leaves: Vec<Leaf>,
}

impl Message {
    /// Takes a message apart. Messages in it are leaves.
    pub(in crate::article) fn read(bytes: &[u8]) -> Self {
        let head = Head::read(bytes);
        let mut walk = Walk {
            bytes,
            open: Vec::new(),
            leaves: Vec::new(),
            current: None,
            num_multiparts: 0,
        };
        walk.walk();
        Self {
            kind: head.kind(),
            leaves: walk.leaves,
            head,
        }
    }
}

/// A multipart whose end was not met yet.
struct Open {
    boundary: Vec<u8>,
    alternative: Option<usize>,
}

struct Walk<'b> {
    bytes: &'b [u8],
    open: Vec<Open>,
    leaves: Vec<Leaf>,
    /// The part whose body is under way; of a multipart what stands before its first part, and then true.
    current: Option<(Leaf, IsPreamble)>,
    num_multiparts: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum IsPreamble {
    Yes,
    No,
}

impl Walk<'_> {
    fn walk(&mut self) {
        let mut at = self.begin(0);
        while let Some(line) = line(self.bytes, at) {
            let end = at + line.len();
            let Some((level, closes)) = self.boundary(line) else {
                at = end;
                continue;
            };
            self.finish(at, Some(level));
            self.open.truncate(if closes { level } else { level + 1 });
            at = if closes { end } else { self.begin(end) };
            if self.leaves.len() >= MAX_LEAVES {
                return;
            }
        }
        self.finish(self.bytes.len(), None);
    }

    /// Begins the part whose head starts at `at`, and tells where its body does.
    fn begin(&mut self, at: usize) -> usize {
        let head = Head::read(self.bytes.get(at..).unwrap_or_default());
        let start = at + head.length;
        let mut kind = head.kind();
        let alternative = self.open.last().and_then(|open| open.alternative);
        let mut preamble = IsPreamble::No;
        if kind.name.starts_with("multipart/")
            && self.open.len() < MAX_DEPTH
            && let Some(boundary) = kind.boundary.clone()
        {
            self.num_multiparts += 1;
            let own = (kind.name == "multipart/alternative").then_some(self.num_multiparts);
            self.open.push(Open {
                boundary,
                alternative: own.or(alternative),
            });
            preamble = IsPreamble::Yes;
        }
        if kind.name.starts_with("multipart/") {
            "text/plain".clone_into(&mut kind.name);
        }
        let leaf = Leaf {
            head,
            kind,
            body: start..start,
            alternative,
        };
        self.current = Some((leaf, preamble));
        start
    }

    /// The multipart that this line parts or ends.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let words = line.strip_prefix(b"--")?;
        let found = self.open.iter().enumerate().rev().find_map(|(level, open)| {
            let rest = words.strip_prefix(open.boundary.as_slice())?.trim_ascii_end();
            (rest.is_empty() || rest == b"--").then(|| (level, !rest.is_empty()))
        });
        found
    }

    /// Ends the part under way before `end`. What stands before a multipart's first part is no part of it, unless there is
    /// no first part: then its boundary was told wrongly.
    fn finish(&mut self, end: usize, level: Option<usize>) {
        let Some((mut leaf, preamble)) = self.current.take() else {
            return;
        };
        if preamble == IsPreamble::Yes && level.is_some_and(|level| level + 1 == self.open.len()) {
            return;
        }
        let body = self.bytes.get(leaf.body.start..end).unwrap_or_default();
        let break_bytes = match body {
            [.., b'\r', b'\n'] if level.is_some() => 2,
            [.., b'\n'] if level.is_some() => 1,
            _ => 0,
        };
        leaf.body.end = end.saturating_sub(break_bytes).max(leaf.body.start);
        self.leaves.push(leaf);
    }
}

/// The line that begins at `at`, with its end.
fn line(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
    let length = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(rest.len(), |at| at + 1);
    rest.get(..length)
}
