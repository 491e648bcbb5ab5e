//! CoNLL-2003: a token a line with the names as IOB tags, a document an article.

use super::files::marks_file;
use super::model::{MarkedArticle, each_article};
use super::options::{ALL_SENTENCES, Wanted};
use super::sentences::is_unseen;
use crate::entity::EntityKind;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// One file with all articles.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let wanted = Wanted {
        names: true,
        times: false,
        boilerplate: false,
        only_with_claims: false,
    };
    let all = options.is_on(&ALL_SENTENCES);
    let mut out = String::new();
    let mut widened = 0;
    let count = each_article(input, &wanted, watch, |article| {
        widened += document(&mut out, article, all)
    })?;
    let mut output = marks_file(out, &count);
    output.notes.extend((widened > 0).then(|| {
        let names = crate::show::words::count(widened, "name");
        format!("{names} of which an end lies within a word: the whole word is tagged.")
    }));
    Ok(output)
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

/// Writes one article; gives how many of its names begin or end within a word.
fn document(out: &mut String, article: &MarkedArticle<'_>, all: bool) -> usize {
    out.push_str("-DOCSTART- -X- -X- O\n\n");
    let (tags, widened) = tags(article);
    for sentence in &article.sentences.list {
        let first = sentence.span.start();
        if !all && article.record.reading.article.boilerplate_at(first).is_some() {
            continue;
        }
        let mut any = false;
        for at in sentence.tokens.clone() {
            let word = article
                .sentences
                .tokens
                .get(at)
                .map_or("", |token| token.of(article.text));
            if is_unseen(word) {
                continue;
            }
            any = true;
            let tag = tags.get(at).map_or("O", String::as_str);
            out.push_str(&format!("{} _ _ {tag}\n", column(word)));
        }
        if any {
            out.push('\n');
        }
    }
    widened
}

/// A tag a token. Of names that meet the longer one is tagged.
fn tags(article: &MarkedArticle<'_>) -> (Vec<String>, usize) {
    let sentences = &article.sentences;
    let mut tags = vec!["O".to_owned(); sentences.tokens.len()];
    let mut widened = 0;
    let mut names: Vec<_> = article.names.iter().collect();
    names.sort_by_key(|name| (usize::MAX - name.span.len(), name.span));
    for name in names {
        let tokens = sentences.tokens_of(name.span);
        let Some(held) = tags
            .get_mut(tokens.clone())
            .filter(|held| held.iter().all(|tag| tag == "O"))
        else {
            continue;
        };
        for (nth, tag) in held.iter_mut().enumerate() {
            let begins = if nth == 0 { "B" } else { "I" };
            *tag = format!("{begins}-{}", self::tag(name.kind));
        }
        let ends = sentences
            .tokens
            .get(tokens)
            .and_then(|tokens| tokens.first().zip(tokens.last()));
        widened += usize::from(ends.is_some_and(|(first, last)| first.union(*last) != name.span));
    }
    (tags, widened)
}

/// A word as a column: what would end it stands as an underscore.
fn column(word: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    word.chars().map(|c| if blank(c) { '_' } else { c }).collect()
}
