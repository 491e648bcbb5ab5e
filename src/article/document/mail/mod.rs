//! Messages: what the sender wrote, who sent it and when. Their attachments are articles of their own, see
//! [`super::super::unpack`].

mod body;
mod flowed;
mod quotes;
mod signs;
#[cfg(test)]
mod tests;

use super::super::facts::{Article, DateFact, FactBasis, Format};
use super::super::mime::{Head, Message};
use super::{Body, meets_any};
use crate::base::Notes;

pub(in crate::article) use body::{Role, role};
pub(in crate::article) use signs::{start, start_of_fields};

/// True for a message.
pub(super) fn is(bytes: &[u8]) -> bool {
    start(bytes).is_some()
}

/// Reads what the sender wrote; quoted replies, signatures and the heads of forwarded messages are boilerplate.
pub(super) fn read(bytes: &[u8], file_name: &str) -> Article {
    let bytes = start(bytes).and_then(|start| bytes.get(start..)).unwrap_or(bytes);
    let message = Message::read(bytes);
    let head = &message.head;
    let mut notes = Notes::new();
    let written = body::of(&message, bytes, &mut notes);
    let subject = head.words("subject").unwrap_or_default();
    let manner = quotes::Manner::of(&subject, head, written.is_page);
    let num_bytes = written.text.len();
    let (text, mut boilerplate) = quotes::marked(written.text, &manner);
    if text.len() == num_bytes {
        let mut apart = written.boilerplate;
        apart.retain(|part| !meets_any(&boilerplate, part.span));
        boilerplate.extend(apart);
        boilerplate.sort_by_key(|part| part.span);
    }
    let dates = ["date", "resent-date"].into_iter().find_map(|field| head.moment(field));
    Body {
        title: Some(title(&subject).to_owned()),
        publisher: publisher(head),
        dates: dates
            .into_iter()
            .map(|words| DateFact {
                words,
                basis: FactBasis::Metadata,
            })
            .collect(),
        language: head.plain("content-language").and_then(|told| language(&told)),
        address: head
            .plain("archived-at")
            .map(|address| address.trim_matches(['<', '>']).to_owned())
            .filter(|address| address.starts_with("http")),
        text,
        boilerplate,
        notes,
        ..Body::default()
    }
    .article(Format::Mail, file_name)
}

/// Words that stand before a subject that is answered or passed on, in the languages of mail programs.
const PREFIXES: &[&str] = &[
    "re", "fwd", "fw", "aw", "wg", "sv", "vs", "vb", "tr", "rv", "rif", "i", "odp", "pd", "antw", "doorst", "ynt",
    "enc", "res",
];

/// The subject without "Re:" and "Fwd:", and the mark of a list.
pub(in crate::article) fn title(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((word, behind)) = rest.split_once(':') {
        let bare = word
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')'));
        if !PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(bare.trim())) {
            break;
        }
        rest = behind.trim_start();
    }
    rest
}

/// Who sent it: the name before the address, else the address's domain.
fn publisher(head: &Head) -> Option<String> {
    let sender = head.person("from").or_else(|| head.person("sender"))?;
    let domain = sender.address.as_deref().and_then(|address| address.rsplit('@').next());
    let name = sender.name.as_deref().map(|name| {
        // lists put themselves behind the name
        let name = name.split_once(" via ").map_or(name, |(name, _)| name);
        name.trim_matches(['"', '\'', ' '])
    });
    name.filter(|name| !name.is_empty() && !name.contains('@'))
        .or(domain)
        .map(str::to_owned)
}

fn language(told: &str) -> Option<String> {
    let code = told.split(['-', '_', ',']).next()?.trim().to_ascii_lowercase();
    (code.len() == 2 && code.chars().all(|c| c.is_ascii_lowercase())).then_some(code)
}
