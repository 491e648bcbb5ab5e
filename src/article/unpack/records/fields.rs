//! What the fields of a row mean: guessed by their names and contents, written as `text=body,title=headline`.

use std::collections::BTreeMap;

use super::{FieldSeen, Sheet, is_long};

/// What a field can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowField {
    /// The article's text.
    Text,
    /// Its headline.
    Title,
    /// Its outlet.
    Outlet,
    /// Who wrote it.
    Author,
    /// When it was published.
    Date,
    /// Where it was published.
    Address,
    /// Its language.
    Language,
}

impl RowField {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Title,
        Self::Outlet,
        Self::Author,
        Self::Date,
        Self::Address,
        Self::Language,
    ];

    /// The word for it on the command line and in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Date => "date",
            Self::Address => "address",
            Self::Language => "language",
        }
    }

    /// What a word means.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    fn names(self) -> &'static [&'static str] {
        NAMES
            .iter()
            .find(|(field, _)| *field == self)
            .map_or(&[], |(_, names)| *names)
    }
}

/// Names that fields have, as [`plain`] writes them, the surest first.
#[rustfmt::skip]
const NAMES: &[(RowField, &[&str])] = &[
    (RowField::Text, &[
        "text", "fulltext", "articletext", "articlebody", "maintext", "body", "bodytext", "content", "contents",
        "article", "story", "rawtext", "cleantext", "html", "bodyhtml", "articlehtml", "rawhtml", "description",
    ]),
    (RowField::Title, &[
        "title", "headline", "heading", "articletitle", "hed", "subject",
    ]),
    (RowField::Outlet, &[
        "outlet", "publisher", "publication", "publicationtitle", "newspaper", "paper", "sitename", "medianame", "sourcename",
        "source", "media", "site", "sourcedomain", "domain", "sourcetitle", "website", "agency",
    ]),
    (RowField::Author, &[
        "author", "authors", "byline", "writer", "creator", "authorname", "reporter",
    ]),
    (RowField::Date, &[
        "date", "published", "publishedat", "publishedon", "publicationdate", "datepublished", "publishdate",
        "pubdate", "datepublish", "publishedtime", "datetime", "pubtime", "posted", "postedat", "webpublicationdate",
        "timestamp", "time", "day", "created", "createdat", "datedownload",
    ]),
    (RowField::Address, &[
        "url", "address", "link", "permalink", "canonicalurl", "articleurl", "href", "weburl", "uri",
    ]),
    (RowField::Language, &[
        "language", "lang", "languagecode",
    ]),
];

/// Which field is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldMap {
    names: BTreeMap<RowField, String>,
}

impl FieldMap {
    /// The name of the field that is this.
    pub fn get(&self, field: RowField) -> Option<&str> {
        self.names.get(&field).map(String::as_str)
    }

    /// Says which field is this, or with `None` that there is none.
    pub fn set(&mut self, field: RowField, name: Option<String>) {
        match name {
            Some(name) => self.names.insert(field, name),
            None => self.names.remove(&field),
        };
    }

    /// What is said, in the order of [`RowField::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (RowField, &str)> {
        self.names.iter().map(|(field, name)| (*field, name.as_str()))
    }

    /// True where the sheet has a field of the text's name.
    pub fn fits(&self, sheet: &Sheet) -> bool {
        self.get(RowField::Text).is_some_and(|name| sheet.field(name).is_some())
    }

    /// As the command line and settings write it: "text=body,title=headline".
    pub fn written(&self) -> String {
        let parts = self
            .iter()
            .map(|(field, name)| format!("{}={}", field.id(), escaped(name)));
        parts.collect::<Vec<_>>().join(",")
    }

    /// What was written so.
    ///
    /// # Errors
    /// A sentence that says which part is not understood.
    pub fn parse(words: &str) -> Result<Self, String> {
        let mut out = Self::default();
        for part in words.split(',').filter(|part| !part.trim().is_empty()) {
            let (id, name) = part.split_once('=').unwrap_or((part, ""));
            let field = RowField::from_id(id.trim()).filter(|_| !name.trim().is_empty());
            let Some(field) = field else {
                let all = RowField::ALL.map(RowField::id).join(", ");
                return Err(format!(
                    "“{part}” is not understood: write FIELD=NAME, where FIELD is one of {all}."
                ));
            };
            out.set(field, Some(unescaped(name.trim())));
        }
        Ok(out)
    }

    /// The likeliest meaning of a sheet's fields.
    pub fn guess(sheet: &Sheet) -> Self {
        let mut out = Self::default();
        for field in RowField::ALL {
            let taken: Vec<String> = out.names.values().cloned().collect();
            let free = sheet
                .fields
                .iter()
                .filter(|seen| !taken.contains(&seen.name))
                .collect::<Vec<_>>();
            let name = match field {
                RowField::Text => text(&free),
                _ => by_name(field, &free),
            };
            out.set(field, name.map(|seen| seen.name.clone()));
        }
        out
    }
}

/// Among long fields the one that is named so, else the longest; among short ones only one that is named so.
fn text<'s>(fields: &[&'s FieldSeen]) -> Option<&'s FieldSeen> {
    let long: Vec<&FieldSeen> = fields.iter().filter(|field| is_long(field)).copied().collect();
    let longest = || long.iter().max_by_key(|field| field.mean_chars * field.filled).copied();
    by_name(RowField::Text, &long)
        .or_else(longest)
        .or_else(|| by_name(RowField::Text, fields))
}

fn by_name<'s>(field: RowField, fields: &[&'s FieldSeen]) -> Option<&'s FieldSeen> {
    let fits = |seen: &&&FieldSeen| {
        seen.filled > 0
            && match field {
                RowField::Date => seen
                    .examples
                    .iter()
                    .all(|value| value.chars().any(|c| c.is_ascii_digit())),
                RowField::Address => seen.examples.iter().any(|value| value.starts_with("http")),
                RowField::Text => true,
                _ => !is_long(seen),
            }
    };
    let found = |name: &&str| {
        let whole = fields.iter().filter(fits).find(|seen| plain(&seen.name) == **name);
        let last = || {
            let last = |seen: &&&FieldSeen| seen.name.rsplit('.').next().map(plain).as_deref() == Some(*name);
            fields.iter().filter(fits).find(last)
        };
        whole.or_else(last).copied()
    };
    field.names().iter().find_map(found)
}

/// A name in small letters without what stands between its words.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// True for a name that some field of articles has.
pub(super) fn is_known(name: &str) -> bool {
    RowField::ALL
        .iter()
        .any(|field| field.names().contains(&plain(name).as_str()))
}

fn escaped(name: &str) -> String {
    name.replace('%', "%25").replace(',', "%2C").replace('=', "%3D")
}

fn unescaped(name: &str) -> String {
    name.replace("%2C", ",").replace("%3D", "=").replace("%25", "%")
}
