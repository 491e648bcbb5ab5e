//! Saved pages: all visible text, what of it is the article, and what the page says of itself.

mod address;
mod align;
mod linked;
mod main_text;
mod meta;
mod saved;
mod strip;
mod tags;
mod walk;

use scraper::Html;

use self::meta::Meta;
use self::walk::{Block, Walked, walk};
use super::facts::{Article, Boilerplate, BoilerplateKind, FactBasis, Format, Stated};
use super::words::{clean, ends_sentence};
use super::{boilerplate, name, told};
use crate::base::{Note, Notes, Span};

pub(super) use self::address::better as better_address;
pub(super) use self::meta::stated;

/// Less of the main text found again than this, and the blocks cannot be trusted.
const MIN_FOUND: f64 = 0.6;

/// A block of which more is links is a menu or a list of teasers.
const MAX_LINK_SHARE: (usize, usize) = (2, 3);

/// A paragraph that the extraction left out has more words than this.
const MIN_PARAGRAPH_WORDS: usize = 15;

/// The article of a page.
pub(super) fn read(html: &str, file_name: &str, mut notes: Notes) -> Article {
    let saved = saved::told(html);
    let html = &*saved::without_data(html);
    let (meta, walked) = if strip::is_too_deep(html) {
        (Meta::default(), strip::strip(html))
    } else {
        let page = Html::parse_document(html);
        (Meta::new(&page), walk(&page))
    };
    let (text, boilerplate, headline) = body(html, walked, &meta, &mut notes);
    let dates: Vec<_> = meta.dates().into_iter().chain(name::date(file_name)).collect();
    if let Some(day) = saved.day.filter(|_| dates.is_empty()) {
        notes.push(saved_note(&day));
    }
    let title = headline
        .map(|span| Stated {
            value: clean(span.of(&text)),
            span: Some(span),
            basis: FactBasis::Text,
        })
        .or_else(|| meta.title().map(stated))
        .or_else(|| told::title(&text, &boilerplate));
    Article {
        format: Format::Html,
        title,
        publisher: meta
            .publisher()
            .map(stated)
            .or_else(|| told::publisher(&text, &boilerplate))
            .or_else(|| name::publisher(file_name)),
        author: meta.author().map(stated).or_else(|| told::author(&text, &boilerplate)),
        language: meta.language(),
        dates,
        boilerplate,
        pages: Vec::new(),
        address: better_address(meta.address(), saved.address),
        notes,
        text: text.into(),
    }
}

/// All visible text of a page that is part of something else, a chapter of a book.
pub(super) fn text_of(html: &str) -> String {
    if strip::is_too_deep(html) {
        strip::strip(html).text
    } else {
        walk(&Html::parse_document(html)).text
    }
}

/// A page is saved after it was published, so the day is worth knowing where the page tells none.
pub(super) fn saved_note(day: &str) -> Note {
    Note::Other(format!(
        "The page was saved on {day}; it does not say itself when it was published."
    ))
}

/// The page's text, what of it is not the article, and its headline.
fn body(html: &str, page: Walked, meta: &Meta, notes: &mut Notes) -> (String, Vec<Boilerplate>, Option<Span>) {
    if page.blocks.is_empty() {
        notes.push(Note::Empty);
        return (page.text, Vec::new(), None);
    }
    let main = match main_text::of(html, page.depth) {
        Ok(main) => main,
        Err(why) => {
            notes.push(Note::MainTextUnsure(why.to_owned()));
            let is_article: Vec<bool> = page
                .blocks
                .iter()
                .map(|block| !is_links(block) && block.hint.is_none())
                .collect();
            return marked(page, &is_article, meta);
        }
    };
    let texts = |walked: &Walked| {
        walked
            .blocks
            .iter()
            .map(|block| block.span.of(&walked.text).to_owned())
            .collect::<Vec<_>>()
    };
    let (blocks, wanted) = (texts(&page), texts(&main));
    let aligned = align::align(&refs(&blocks), &refs(&wanted));
    if aligned.found_share < MIN_FOUND {
        notes.push(Note::MainTextUnsure(
            "the extracted text could not be found on the page and stands for it".to_owned(),
        ));
        let is_article = vec![true; main.blocks.len()];
        return marked(main, &is_article, meta);
    }
    let mut is_article = aligned.is_article;
    correct(&page, &mut is_article, meta);
    marked(page, &is_article, meta)
}

/// Takes back what the extraction cannot know or does not care about: a consent notice and a lone link are never
/// the article, and a paragraph between two of the article's is.
fn correct(page: &Walked, is_article: &mut [bool], meta: &Meta) {
    for (block, mine) in page.blocks.iter().zip(is_article.iter_mut()) {
        *mine &= block.hint != Some(BoilerplateKind::Cookie) && !is_teaser(&page.text, block);
    }
    let headline = headline(page, is_article, meta);
    let first = page
        .blocks
        .iter()
        .zip(is_article.iter())
        .position(|(block, mine)| *mine || Some(block.span) == headline);
    let last = is_article.iter().rposition(|mine| *mine);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    for (block, mine) in page.blocks.iter().zip(is_article.iter_mut()).take(last).skip(first) {
        *mine |= block.hint.is_none() && is_paragraph(&page.text, block);
    }
}

/// A line between paragraphs that is one link and no sentence leads to another article.
fn is_teaser(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    !block.is_headline && block.link_bytes >= words.len() && !ends_sentence(words)
}

/// Words that end as a sentence does, enough of them, and most of them no link.
fn is_paragraph(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    words.split_whitespace().nth(MIN_PARAGRAPH_WORDS).is_some()
        && ends_sentence(words)
        && block.link_bytes * 2 < words.len()
}

fn refs(blocks: &[String]) -> Vec<&str> {
    blocks.iter().map(String::as_str).collect()
}

/// Marks the blocks that are not the article by what stands around them, and the article's by the rows for plain text.
fn marked(page: Walked, is_article: &[bool], meta: &Meta) -> (String, Vec<Boilerplate>, Option<Span>) {
    let headline = headline(&page, is_article, meta);
    let mut out: Vec<Boilerplate> = Vec::new();
    let table = boilerplate::Table::new();
    let mut mine: Vec<Span> = Vec::new();
    for (block, is_article) in page.blocks.iter().zip(is_article) {
        if *is_article || Some(block.span) == headline {
            mine.push(block.span);
        } else {
            out.push(Boilerplate {
                span: block.span,
                kind: kind(&table, &page.text, block),
            });
        }
    }
    out.extend(by_rows(&page.text, &mine));
    out.sort_by_key(|part| part.span);
    let out = boilerplate::joined(&page.text, out);
    (page.text, out, headline)
}

/// The block that is the headline: the last heading of the first rank before the article's second block.
fn headline(page: &Walked, is_article: &[bool], meta: &Meta) -> Option<Span> {
    let title = meta.title().unwrap_or_default().to_lowercase();
    let first = is_article.iter().position(|mine| *mine)?;
    let before = page
        .blocks
        .iter()
        .take(first + 2)
        .rev()
        .filter(|block| block.is_headline);
    let is_told = |words: &str| title.is_empty() || title.contains(words) || words.contains(&title);
    let mut told = before.filter(|block| is_told(&clean(block.span.of(&page.text)).to_lowercase()));
    told.next().map(|block| block.span)
}

/// The article's own boilerplate, by the rows for plain text.
fn by_rows(text: &str, mine: &[Span]) -> Vec<Boilerplate> {
    let mut article = String::new();
    let mut starts: Vec<(usize, Span)> = Vec::with_capacity(mine.len());
    for span in mine {
        starts.push((article.len(), *span));
        article.push_str(span.of(text));
        article.push_str("\n\n");
    }
    let found = boilerplate::of(&article);
    let mut out = Vec::new();
    for part in found {
        let first = starts.partition_point(|(start, span)| start + span.len() <= part.span.start());
        for (start, span) in starts
            .iter()
            .skip(first)
            .take_while(|(start, _)| *start < part.span.end())
        {
            let from = part.span.start().max(*start) - start;
            let to = part.span.end().min(start + span.len()) - start;
            out.push(Boilerplate {
                span: Span::new(from, to).shifted(span.start()),
                kind: part.kind,
            });
        }
    }
    out
}

/// What a block is that is not the article: as its own words say, as what stands around it says, as its links say.
fn kind(table: &boilerplate::Table, text: &str, block: &Block) -> BoilerplateKind {
    let words = block.span.of(text);
    let by_words = boilerplate::of_line(table, words).or(block.hint);
    let by_links = if is_links(block) {
        BoilerplateKind::Navigation
    } else {
        BoilerplateKind::Other
    };
    by_words.unwrap_or(by_links)
}

fn is_links(block: &Block) -> bool {
    block.link_bytes * MAX_LINK_SHARE.1 > block.span.len() * MAX_LINK_SHARE.0
}
