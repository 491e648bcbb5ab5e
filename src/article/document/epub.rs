//! Books and magazines: EPUB, a ZIP archive of pages in an order.

use super::Body;
use super::own_facts;
use super::package::Package;
use super::xml::{Node, characters, first_texts, walk};
use crate::article::facts::{Article, DateFact, FactBasis, Format};
use crate::article::page;
use crate::base::Note;

/// Chapters after these are left out.
const MAX_CHAPTERS: usize = 5_000;

/// All chapters together are read up to here.
const MAX_TEXT_BYTES: usize = 64 << 20;

/// True for an archive with the part that names the book's list of contents.
pub(super) fn is(bytes: &[u8]) -> bool {
    Package::new(bytes).is_some_and(|package| package.has(CONTAINER))
}

const CONTAINER: &str = "META-INF/container.xml";

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    let body = body(bytes).unwrap_or_else(|sentence| Body {
        notes: vec![Note::Other(sentence)],
        ..Body::default()
    });
    body.article(Format::Epub, name)
}

fn body(bytes: &[u8]) -> Result<Body, String> {
    let mut package = Package::new(bytes).ok_or("The book is damaged.")?;
    let list_name = list_name(&characters(&package.part(CONTAINER)?)).ok_or("The book names no list of contents.")?;
    let list = characters(&package.part(&list_name)?);
    let folder = list_name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut body = Body::default();
    describe(&mut body, &list);
    let is_locked = package.has("META-INF/rights.xml") || package.has("META-INF/license.lcpl");
    let mut num_lost = 0;
    let chapters = chapters(&list);
    for chapter in chapters.iter().take(MAX_CHAPTERS) {
        match package.part(&joined(folder, chapter)) {
            Ok(html) => {
                let words = page::text_of(&opened(&characters(&html)));
                if !words.is_empty() && !body.text.is_empty() {
                    body.text.push_str("\n\n");
                }
                body.text.push_str(&words);
            }
            Err(_) => num_lost += 1,
        }
        if body.text.len() > MAX_TEXT_BYTES {
            body.notes.push(Note::CutAt(body.text.len()));
            break;
        }
    }
    if is_locked {
        body.text.clear();
        let sentence = "The book is locked by its seller: its text cannot be read here. Ask for a copy without a lock.";
        body.notes.push(Note::Other(sentence.to_owned()));
    } else if num_lost > 0 {
        let sentence = format!(
            "{num_lost} of the {} chapters of the book could not be read.",
            chapters.len()
        );
        body.notes.push(Note::Other(sentence));
    }
    Ok(body)
}

/// The path of the list of contents.
fn list_name(xml: &str) -> Option<String> {
    let mut found = None;
    walk(xml, |node| {
        if let Node::Open(element) = node
            && element.name() == "rootfile"
            && found.is_none()
        {
            found = element.attribute("full-path");
        }
    });
    found.filter(|name: &String| !name.is_empty())
}

fn describe(body: &mut Body, list: &str) {
    let [title, creator, publisher, date, language] =
        first_texts(list, ["title", "creator", "publisher", "date", "language"]);
    body.title = title.as_deref().and_then(own_facts::useful_title);
    body.author = creator.as_deref().and_then(own_facts::useful_author);
    body.publisher = publisher.as_deref().and_then(own_facts::useful_author);
    body.language = language.as_deref().and_then(own_facts::code);
    // the day of publishing, by the format's own rules
    let date = date.as_deref().and_then(own_facts::made);
    body.dates.extend(date.map(|date| DateFact {
        basis: FactBasis::Metadata,
        ..date
    }));
}

/// The chapters' addresses in the order of reading; the list of contents itself is none.
fn chapters(list: &str) -> Vec<String> {
    let mut items: Vec<(String, String)> = Vec::new();
    let mut order: Vec<String> = Vec::new();
    walk(list, |node| {
        let Node::Open(element) = node else { return };
        match element.name() {
            "item" => {
                let sort = element.attribute("media-type").unwrap_or_default();
                let properties = element.attribute("properties").unwrap_or_default();
                let is_page = sort.contains("html") && !properties.split(' ').any(|word| word == "nav");
                if let Some((id, address)) = element.attribute("id").zip(element.attribute("href"))
                    && is_page
                {
                    items.push((id, address));
                }
            }
            "itemref" => order.extend(element.attribute("idref")),
            _ => {}
        }
    });
    items.sort();
    order.truncate(MAX_CHAPTERS + 1);
    let find = |id: &String| {
        let at = items.binary_search_by(|(own, _)| own.cmp(id)).ok()?;
        items.get(at).map(|(_, address)| address.clone())
    };
    order.iter().filter_map(find).collect()
}

/// The path of an address that stands in a file of the folder.
fn joined(folder: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut parts: Vec<String> = folder
        .split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(unquoted(part)),
        }
    }
    parts.join("/")
}

/// `%20` and its like as characters.
fn unquoted(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digits = (ahead.next(), ahead.next());
        match (byte, digits) {
            (b'%', (Some(high), Some(low))) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let value = |digit: u8| {
                    char::from(digit)
                        .to_digit(16)
                        .and_then(|value| u8::try_from(value).ok())
                };
                bytes.push(value(high).unwrap_or(0) * 16 + value(low).unwrap_or(0));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Elements that XML may close at once, but that a page's rules would leave open over all that follows.
const NEVER_EMPTY: &[&str] = &[
    "title", "script", "style", "textarea", "iframe", "a", "div", "span", "p", "i", "b", "em",
];

/// The page with such elements closed.
fn opened(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("/>") {
        out.push_str(before);
        let tag = before.rsplit_once('<').map_or("", |(_, tag)| tag);
        let name = tag
            .split(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or_default();
        if NEVER_EMPTY.contains(&name) && !tag.contains('>') {
            out.push_str("></");
            out.push_str(name);
            out.push('>');
        } else {
            out.push_str("/>");
        }
        rest = from;
    }
    out.push_str(rest);
    out
}
