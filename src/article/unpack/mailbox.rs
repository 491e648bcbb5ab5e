//! Mailboxes: messages one behind another, a line that begins with "From " before each (mbox).

use super::mail::named;
use super::opener::Opener;
use crate::article::mime::Head;

/// A line between messages is no longer.
const MAX_LINE_BYTES: usize = 400;

/// True for a mailbox: its first line parts messages, and fields follow it. An article may begin with "From" too.
pub(super) fn is(bytes: &[u8]) -> bool {
    begins(bytes)
}

/// Takes the messages in their order.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    let mut number = 0;
    let mut message = Vec::new();
    let mut rest = bytes;
    let mut after_blank = true;
    while !rest.is_empty() {
        let (line, next) = split(rest);
        if after_blank && begins(rest) {
            take(&mut message, &mut number, opener);
            if opener.is_done() {
                return;
            }
        } else {
            // a line of a message that looks like one between messages has signs put before it
            let bare = line.iter().position(|byte| *byte != b'>').unwrap_or_default();
            let is_escaped = bare > 0 && line.get(bare..).is_some_and(|words| words.starts_with(b"From "));
            message.extend_from_slice(line.get(usize::from(is_escaped)..).unwrap_or_default());
        }
        after_blank = line.trim_ascii().is_empty();
        rest = next;
    }
    take(&mut message, &mut number, opener);
}

fn take(message: &mut Vec<u8>, number: &mut usize, opener: &mut Opener<'_>) {
    let bytes = std::mem::take(message);
    if bytes.trim_ascii().is_empty() {
        return;
    }
    *number += 1;
    let subject = Head::read(&bytes).words("subject").unwrap_or_default();
    let path = format!("{number} {}", named(&subject, "Message"));
    if super::mail::is(&bytes) {
        opener.take(&path, bytes);
    } else {
        // whatever it is, it is no archive to be looked into
        opener.keep(&path, bytes);
    }
}

/// True where a line between messages stands on top, and a field below it.
fn begins(bytes: &[u8]) -> bool {
    if !bytes.starts_with(b"From ") {
        return false;
    }
    let (line, rest) = split(bytes.get(..MAX_LINE_BYTES * 2).unwrap_or(bytes));
    is_between(line) && is_field(split(rest).0)
}

/// "From jane@lantern.example Wed Mar 12 10:12:13 2031": a clock, a month and a year, in whatever order.
fn is_between(line: &[u8]) -> bool {
    let Ok(line) = std::str::from_utf8(line) else {
        return false;
    };
    let words: Vec<&str> = line.split_ascii_whitespace().skip(1).collect();
    let all_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = |word: &&str| {
        let parts: Vec<&str> = word.split(':').collect();
        (2..=3).contains(&parts.len()) && parts.into_iter().all(|part| part.len() <= 2 && all_digits(part))
    };
    let is_year = |word: &&str| word.len() == 4 && all_digits(word);
    (4..=12).contains(&words.len())
        && words.iter().any(is_clock)
        && words.iter().any(is_year)
        && words.iter().any(|word| is_month(word))
}

fn is_month(word: &str) -> bool {
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    .contains(&word)
}

fn is_field(line: &[u8]) -> bool {
    let name = line
        .iter()
        .position(|byte| *byte == b':')
        .and_then(|colon| line.get(..colon));
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    name.is_some_and(|name| !name.is_empty() && name.iter().all(is_letter)) || line.starts_with(b">From ")
}

/// The first line with its end, and the rest.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}
