//! The extraction crate: which part of a page it takes for the article.

use std::panic::catch_unwind;

use scraper::Html;
use trafilatura::{HtmlDateMode, Options};

use super::walk::{Walked, walk};

/// Deeper pages overflow the crate's stack; no page of an outlet is half as deep.
const MAX_DEPTH: usize = 250;

/// Longer pages take it minutes.
const MAX_BYTES: usize = 8 << 20;

/// The main text with its blocks, or why there is none.
pub(super) fn of(html: &str, depth: usize) -> Result<Walked, &'static str> {
    if depth > MAX_DEPTH {
        return Err("its elements are nested too deeply");
    }
    if html.len() > MAX_BYTES {
        return Err("it is too long");
    }
    let options = Options::default()
        .with_fallback(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    // Another's code on anybody's bytes: should it panic, the page is still read.
    let extracted = catch_unwind(|| trafilatura::extract(html, &options).map(|found| found.content_html));
    match extracted {
        Ok(Ok(content)) => Ok(walk(&Html::parse_document(&content))),
        Ok(Err(_)) => Err("it has too little text"),
        Err(_) => Err("the search for its main text failed"),
    }
}
