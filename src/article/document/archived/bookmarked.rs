//! Web archives as one browser of macOS saves them: a property list, binary or XML, in which the page lies.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE};

use super::super::super::facts::Article;
use super::super::super::mime::base64;
use super::Kept;
use super::listed::List;

/// The dictionary with the page itself, and what is read of it.
const MAIN: &str = "WebMainResource";
const DATA: &str = "WebResourceData";
const ADDRESS: &str = "WebResourceURL";
const CHARSET: &str = "WebResourceTextEncodingName";

/// True for such an archive.
pub(in super::super) fn is(bytes: &[u8]) -> bool {
    if let Some(list) = List::new(bytes) {
        return list.top().is_some_and(|top| list.value(top, MAIN).is_some());
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    head.trim_start_matches('\u{FEFF}').starts_with("<?xml")
        && head.contains("<!DOCTYPE plist")
        && main(bytes).is_some()
}

/// Reads the page itself.
pub(in super::super) fn read(bytes: &[u8], file_name: &str) -> Article {
    let (page, charset, address) = resource(bytes);
    Kept {
        bytes: &page,
        charset,
        address: address.filter(|address| address.starts_with("http")),
        ..Kept::default()
    }
    .article(file_name)
}

/// The page's bytes, charset and address.
type Resource<'b> = (Cow<'b, [u8]>, Option<String>, Option<String>);

pub(super) fn resource(bytes: &[u8]) -> Resource<'_> {
    match List::new(bytes) {
        Some(list) => binary(&list),
        None => xml(bytes),
    }
}

fn binary<'b>(list: &List<'b>) -> Resource<'b> {
    let main = list.top().and_then(|top| list.value(top, MAIN));
    let of = |key: &str| main.and_then(|main| list.value(main, key));
    let words = |key: &str| {
        let (bytes, is_wide) = of(key).and_then(|at| list.words(at))?;
        let encoding = if is_wide { UTF_16BE } else { UTF_8 };
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    };
    let page = of(DATA).and_then(|at| list.data(at)).unwrap_or_default();
    (page.into(), words(CHARSET), words(ADDRESS))
}

fn xml(bytes: &[u8]) -> Resource<'_> {
    let main = main(bytes).unwrap_or_default();
    let words = |key: &str| {
        let words = between(behind_key(main, key)?, b"<string>", b"</string>")?;
        let words = String::from_utf8_lossy(words);
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Some(words.replace("&apos;", "'").replace("&amp;", "&"))
    };
    let data = behind_key(main, DATA).and_then(|rest| between(rest, b"<data>", b"</data>"));
    (base64(data.unwrap_or_default()).into(), words(CHARSET), words(ADDRESS))
}

/// The inside of the dictionary of the page: it holds no further ones.
fn main(bytes: &[u8]) -> Option<&[u8]> {
    between(behind_key(bytes, MAIN)?, b"<dict>", b"</dict>")
}

fn behind_key<'b>(bytes: &'b [u8], key: &str) -> Option<&'b [u8]> {
    behind(bytes, format!("<key>{key}</key>").as_bytes())
}

/// What stands between two tags, the first of which is the next tag at all.
fn between<'b>(bytes: &'b [u8], open: &[u8], close: &[u8]) -> Option<&'b [u8]> {
    let inside = bytes.trim_ascii_start().strip_prefix(open)?;
    let end = inside.windows(close.len()).position(|words| words == close)?;
    inside.get(..end)
}

fn behind<'b>(bytes: &'b [u8], words: &[u8]) -> Option<&'b [u8]> {
    let at = bytes.windows(words.len()).position(|found| found == words)?;
    bytes.get(at + words.len()..)
}
