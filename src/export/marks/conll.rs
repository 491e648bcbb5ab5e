//! CoNLL-2003: a token a line with the names as IOB tags, a document an article. Tokens are cut as there: "Brenk", "'s".

use super::files::marks_file;
use super::model::{MarkedArticle, NameMark, each_article};
use super::options::{ALL_SENTENCES, Wanted};
use super::sentences::is_unseen;
use crate::base::Span;
use crate::entity::EntityKind;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// One file with all articles.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let wanted = Wanted {
        claims: false,
        names: true,
        times: false,
        boilerplate: false,
        only_with_claims: false,
    };
    let all = options.is_on(&ALL_SENTENCES);
    let mut out = String::new();
    let count = each_article(input, &wanted, watch, |article| document(&mut out, article, all))?;
    Ok(marks_file(out, &count))
}

/// The tag of a kind of name; nationalities and groups are MISC there.
pub(super) fn tag(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Org => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Group => "MISC",
    }
}

/// Writes one article.
fn document(out: &mut String, article: &MarkedArticle<'_>, all: bool) {
    out.push_str("-DOCSTART- -X- -X- O\n\n");
    let names = apart(&article.names);
    for sentence in &article.sentences.list {
        let first = sentence.span.start();
        if !all && article.record.reading.article.boilerplate_at(first).is_some() {
            continue;
        }
        let tokens = article
            .sentences
            .tokens
            .get(sentence.tokens.clone())
            .unwrap_or_default();
        let words = tokens.iter().flat_map(|token| cut(article.text, *token, &names));
        let mut open = None;
        let mut any = false;
        for word in words.filter(|word| !is_unseen(word.of(article.text))) {
            any = true;
            let at = names.partition_point(|name| name.span.end() <= word.start());
            let name = names.get(at).filter(|name| name.span.holds(word));
            let held = name.map(|_| at);
            let tag = name.map(|name| tag(name.kind));
            let begins = if held == open { "I" } else { "B" };
            let tag = tag.map_or_else(|| "O".to_owned(), |tag| format!("{begins}-{tag}"));
            open = held;
            out.push_str(&format!("{} _ _ {tag}\n", column(word.of(article.text))));
        }
        if any {
            out.push('\n');
        }
    }
}

/// Of names that meet the longest, in order.
fn apart<'n, 'i>(names: &'n [NameMark<'i>]) -> Vec<&'n NameMark<'i>> {
    let mut longest: Vec<&NameMark<'_>> = names.iter().collect();
    longest.sort_by_key(|name| (usize::MAX - name.span.len(), name.span));
    let mut out: Vec<&NameMark<'_>> = Vec::new();
    for name in longest {
        let at = out.partition_point(|other| other.span.end() <= name.span.start());
        if out.get(at).is_none_or(|next| !next.span.meets(name.span)) {
            out.insert(at, name);
        }
    }
    out
}

/// A token as the words of CoNLL: cut where a name begins or ends, and before the ending of a genitive.
fn cut(text: &str, token: Span, names: &[&NameMark<'_>]) -> Vec<Span> {
    let from = names.partition_point(|name| name.span.end() <= token.start());
    let here = names
        .iter()
        .skip(from)
        .take_while(|name| name.span.start() < token.end());
    let mut ends: Vec<usize> = here.flat_map(|name| [name.span.start(), name.span.end()]).collect();
    let word = token.of(text);
    let stem = ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    ends.extend(stem.map(|stem| token.start() + stem.len()));
    ends.push(token.end());
    ends.sort_unstable();
    let mut start = token.start();
    let mut out = Vec::new();
    for end in ends.into_iter().filter(|end| *end <= token.end()) {
        if end > start {
            out.push(Span::new(start, end));
            start = end;
        }
    }
    out
}

/// A word as a column: what would end it stands as an underscore.
fn column(word: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    word.chars().map(|c| if blank(c) { '_' } else { c }).collect()
}
