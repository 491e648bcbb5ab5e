//! The fields at the beginning of a message, of one of its parts, or of an archived record.

use std::borrow::Cow;

use mail_parser::parsers::MessageStream;
use mail_parser::{Address, HeaderValue};

use super::super::decode;
use super::super::words::clean;
use crate::base::Notes;

/// Longer heads are none.
const MAX_BYTES: usize = 256 << 10;

/// More fields are passed over.
const MAX_FIELDS: usize = 2_000;

/// Boundaries have 70 bytes at most; some programs take more.
const MAX_BOUNDARY_BYTES: usize = 250;

/// The fields in their order.
#[derive(Clone, Debug, Default)]
pub(in crate::article) struct Head {
    /// Names in small letters, and values with their line breaks taken out.
    fields: Vec<(String, Vec<u8>)>,
    /// Bytes up to the body, the blank line among them.
    pub(in crate::article) length: usize,
    /// True where all up to a blank line or the end of the bytes were fields.
    pub(in crate::article) is_whole: bool,
}

/// What a part is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Kind {
    /// "text/html", in small letters; empty where nothing was said.
    pub(in crate::article) name: String,
    /// The charset as written.
    pub(in crate::article) charset: Option<String>,
    /// What parts the parts of a multipart.
    pub(in crate::article) boundary: Option<Vec<u8>>,
    /// Which part of a multipart is its root, by its Content-ID.
    pub(in crate::article) start: Option<String>,
    /// The name of a file.
    pub(in crate::article) file_name: Option<String>,
    /// True where line ends behind a blank are no ends of paragraphs.
    pub(in crate::article) is_flowed: bool,
    /// True where blanks before such line ends are to be deleted.
    pub(in crate::article) deletes_blanks: bool,
}

/// Who a message is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Sender {
    /// The name before the address.
    pub(in crate::article) name: Option<String>,
    /// The address, with its `@`.
    pub(in crate::article) address: Option<String>,
}

impl Head {
    /// Reads the fields with which the bytes begin; what is no field ends them.
    pub(in crate::article) fn read(bytes: &[u8]) -> Self {
        let mut head = Self::default();
        let within = bytes.get(..MAX_BYTES).unwrap_or(bytes);
        head.is_whole = within.len() == bytes.len();
        for line in within.split_inclusive(|byte| *byte == b'\n') {
            let bare = line.trim_ascii_end();
            if bare.is_empty() {
                head.length += line.len();
                head.is_whole = true;
                return head;
            }
            let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
            if is_folded && let Some((_, value)) = head.fields.last_mut() {
                value.push(b' ');
                value.extend_from_slice(bare.trim_ascii_start());
            } else if let Some((name, value)) = field(bare).filter(|_| head.fields.len() < MAX_FIELDS) {
                head.fields.push((name, value.trim_ascii_start().to_vec()));
            } else {
                head.is_whole = false;
                return head;
            }
            head.length += line.len();
        }
        head
    }

    /// The value of the first field of this name (in small letters), as written.
    pub(in crate::article) fn value(&self, name: &str) -> Option<&[u8]> {
        let mut all = self.fields.iter();
        all.find(|(field, _)| field == name).map(|(_, value)| value.as_slice())
    }

    /// True where there is such a field.
    pub(in crate::article) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// The value as text, nothing decoded but its bytes.
    pub(in crate::article) fn plain(&self, name: &str) -> Option<String> {
        self.value(name)
            .map(|value| clean(&readable(value)))
            .filter(|value| !value.is_empty())
    }

    /// The value as text, encoded words read.
    pub(in crate::article) fn words(&self, name: &str) -> Option<String> {
        let value = self.parsed(name, |stream| stream.parse_unstructured())?;
        let words = clean(value.as_text()?);
        (!words.is_empty()).then_some(words)
    }

    /// The moment of a field, as RFC 3339 writes it.
    pub(in crate::article) fn moment(&self, name: &str) -> Option<String> {
        let value = self.parsed(name, |stream| stream.parse_date())?;
        let moment = value.as_datetime().filter(|moment| moment.is_valid())?;
        (1970..2100).contains(&moment.year).then(|| moment.to_rfc3339())
    }

    /// The first person of a field with addresses.
    pub(in crate::article) fn person(&self, name: &str) -> Option<Sender> {
        let value = self.parsed(name, |stream| stream.parse_address())?;
        let first = match value.as_address()? {
            Address::List(all) => all.first(),
            Address::Group(groups) => groups.first().and_then(|group| group.addresses.first()),
        }?;
        let shown = |words: Option<&str>| words.map(clean).filter(|words| !words.is_empty());
        Some(Sender {
            name: shown(first.name()),
            address: shown(first.address()).filter(|address| address.contains('@')),
        })
    }

    /// What the part is.
    pub(in crate::article) fn kind(&self) -> Kind {
        let Some(value) = self.parsed("content-type", |stream| stream.parse_content_type()) else {
            return Kind::default();
        };
        let Some(kind) = value.as_content_type() else {
            return Kind::default();
        };
        let told = |name: &str| kind.attribute(name).map(str::trim).filter(|told| !told.is_empty());
        let says = |name: &str, word: &str| told(name).is_some_and(|told| told.eq_ignore_ascii_case(word));
        Kind {
            name: format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase(),
            charset: told("charset").map(str::to_owned),
            boundary: kind
                .attribute("boundary")
                .map(|boundary| boundary.trim_end().as_bytes().to_vec())
                .filter(|boundary| !boundary.is_empty() && boundary.len() <= MAX_BOUNDARY_BYTES),
            start: told("start").map(str::to_owned),
            file_name: told("name").map(clean),
            is_flowed: says("format", "flowed"),
            deletes_blanks: says("delsp", "yes"),
        }
    }

    /// "inline" or "attachment", in small letters, and the file's name beside it.
    pub(in crate::article) fn disposition(&self) -> (String, Option<String>) {
        let Some(value) = self.parsed("content-disposition", |stream| stream.parse_content_type()) else {
            return (String::new(), None);
        };
        let Some(kind) = value.as_content_type() else {
            return (String::new(), None);
        };
        let name = kind.attribute("filename").map(clean).filter(|name| !name.is_empty());
        (kind.ctype().to_ascii_lowercase(), name)
    }

    fn parsed(
        &self,
        name: &str,
        parse: impl for<'x> FnOnce(&mut MessageStream<'x>) -> HeaderValue<'x>,
    ) -> Option<HeaderValue<'static>> {
        let value = readable(self.value(name)?);
        // the parser ends a value at a line break that no blank follows
        let line = format!("{value}\r\n");
        Some(parse(&mut MessageStream::new(line.as_bytes())).into_owned())
    }
}

/// Fields are ASCII or UTF-8; old ones are in whatever their writer used.
fn readable(value: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(value).map_or_else(|_| decode::decode(value, &mut Notes::new()).into(), Cow::Borrowed)
}

/// A line's name in small letters and its value.
fn field(line: &[u8]) -> Option<(String, &[u8])> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, rest) = line.split_at_checked(colon)?;
    let name = name.trim_ascii_end();
    // a line between parts is none
    let is_name =
        (1..=80).contains(&name.len()) && name.iter().all(|byte| byte.is_ascii_graphic()) && !name.starts_with(b"--");
    let name = std::str::from_utf8(name).ok().filter(|_| is_name)?;
    Some((name.to_ascii_lowercase(), rest.get(1..).unwrap_or_default()))
}
