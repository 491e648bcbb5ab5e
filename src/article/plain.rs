//! Plain text and Markdown: the text as it is, its facts by rules.

use super::facts::{Article, Format};
use super::{boilerplate, name, told};
use crate::base::Notes;

/// The article of a text that is no page.
pub(super) fn read(text: String, format: Format, file_name: &str, notes: Notes) -> Article {
    let boilerplate = boilerplate::of(&text);
    Article {
        format,
        title: told::title(&text, &boilerplate),
        publisher: told::publisher(&text, &boilerplate)
            .or_else(|| name::publisher(file_name))
            .or_else(|| told::agency(&text)),
        author: told::author(&text, &boilerplate),
        language: None,
        dates: name::date(file_name).into_iter().collect(),
        boilerplate,
        pages: Vec::new(),
        address: None,
        notes,
        text: text.into(),
    }
}
