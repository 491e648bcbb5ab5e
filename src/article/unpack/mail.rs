//! Messages: the message itself is an article, and so is each file that is attached to it.

use super::names::{Names, readable};
use super::opener::Opener;
use crate::article::document::{archived, mail};
use crate::article::mime::{Head, Leaf, Message};

/// True for a message that people sent; a page that a browser saved as one is no such.
pub(super) fn is(bytes: &[u8]) -> bool {
    mail::start(bytes).is_some() && !archived::is_saved(bytes)
}

/// Keeps the message without its attachments, and takes these.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    let start = mail::start(bytes).unwrap_or_default();
    let inside = bytes.get(start..).unwrap_or_default();
    let message = Message::read(inside);
    let mut attached: Vec<&Leaf> = Vec::new();
    for leaf in &message.leaves {
        match mail::role(leaf) {
            mail::Role::Attached => attached.push(leaf),
            mail::Role::Passed => opener.pass_over(),
            mail::Role::Plain | mail::Role::Page => {}
        }
    }
    if attached.is_empty() {
        opener.keep("", bytes.to_vec());
        return;
    }
    let mut names = Names::default();
    let subject = message.head.words("subject").unwrap_or_default();
    let name = if opener.is_outermost() {
        named(&subject, "Message")
    } else {
        String::new()
    };
    opener.keep(&names.unique(&name), without(inside, &attached));
    for leaf in attached {
        let bytes = leaf.bytes(inside);
        let name = names.unique(&file_name(leaf, &bytes));
        opener.take(&name, bytes.into_owned());
    }
}

/// The subject as a name; `other` where there is none.
pub(super) fn named(subject: &str, other: &str) -> String {
    let name = readable(mail::title(subject));
    if name.is_empty() { other.to_owned() } else { name }
}

fn file_name(leaf: &Leaf, bytes: &[u8]) -> String {
    let told = leaf.head.disposition().1.or_else(|| leaf.kind.file_name.clone());
    let told = told.map(|name| readable(&name)).filter(|name| !name.is_empty());
    told.unwrap_or_else(|| {
        let subject = mail::start(bytes).and_then(|start| Head::read(bytes.get(start..)?).words("subject"));
        named(&subject.unwrap_or_default(), "attachment")
    })
}

/// The message with the bodies of these parts taken out: they are articles of their own, which can be erased alone.
fn without(message: &[u8], parts: &[&Leaf]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut at = 0;
    for part in parts {
        out.extend_from_slice(message.get(at..part.body.start).unwrap_or_default());
        at = part.body.end;
    }
    out.extend_from_slice(message.get(at..).unwrap_or_default());
    out
}
