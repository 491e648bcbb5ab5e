//! An article as paragraphs with their marks.

use std::ops::Range;

use crate::base::Span;
use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::store::{ArticleRecord, ClaimId, Status, Store};

/// A paragraph longer than this is cut at a line end or a blank, so that layout stays fast.
const MAX_PARAGRAPH_BYTES: usize = 4_000;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A claim.
    Claim {
        /// Which.
        id: ClaimId,
        /// What happened.
        kind: Kind,
        /// Its state.
        status: Status,
        /// True where it lies within another claim.
        inner: bool,
    },
    /// A name.
    Name(EntityKind),
    /// A time expression.
    Date,
}

/// Words that are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// What they stand for.
    pub what: What,
}

impl Mark {
    /// The claim, where it is one.
    pub fn claim(&self) -> Option<ClaimId> {
        match self.what {
            What::Claim { id, .. } => Some(id),
            What::Name(_) | What::Date => None,
        }
    }
}

/// A paragraph of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words, without the blank lines around.
    pub span: Span,
    /// True where it is the article's title.
    pub is_title: bool,
    /// The marks that begin in it, as numbers in [`Page::marks`].
    pub marks: Range<usize>,
}

/// An article as the reader shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// From top to bottom.
    pub paragraphs: Vec<Paragraph>,
    /// In the order of their starts; the longer first.
    pub marks: Vec<Mark>,
    /// Words that are not the article.
    pub boilerplate: Vec<Span>,
}

impl Page {
    /// The paragraphs and marks of an article as the store has them now.
    pub fn new(store: &Store, article: &ArticleRecord) -> Self {
        let text = article.text();
        let marks = marks(store, article);
        let title = title_span(article);
        let paragraphs = paragraph_spans(text)
            .into_iter()
            .flat_map(|span| split_at_title(text, span, title))
            .map(|span| {
                let first = marks.partition_point(|mark| mark.span.start() < span.start());
                let end = marks.partition_point(|mark| mark.span.start() < span.end());
                Paragraph {
                    span,
                    is_title: title.is_some_and(|title| title.meets(span)),
                    marks: first..end,
                }
            })
            .collect();
        Self {
            paragraphs,
            marks,
            boilerplate: article
                .reading
                .article
                .boilerplate
                .iter()
                .map(|part| part.span)
                .collect(),
        }
    }

    /// The paragraph that holds the byte or comes next.
    pub fn paragraph_of(&self, byte: usize) -> usize {
        let at = self
            .paragraphs
            .partition_point(|paragraph| paragraph.span.end() <= byte);
        at.min(self.paragraphs.len().saturating_sub(1))
    }

    /// True where both are set in the same paragraphs, whatever is marked.
    pub fn has_same_paragraphs(&self, other: &Self) -> bool {
        let key = |paragraph: &Paragraph| (paragraph.span, paragraph.is_title);
        self.paragraphs.iter().map(key).eq(other.paragraphs.iter().map(key))
    }

    /// True where the title stands in the text, above all else.
    pub fn has_title(&self) -> bool {
        self.paragraphs.iter().any(|paragraph| paragraph.is_title)
    }
}

/// The title's words, where they stand at the top of the text and the analyst gave no other.
fn title_span(article: &ArticleRecord) -> Option<Span> {
    if article.told.title.is_some() {
        return None;
    }
    let span = article.reading.article.title.as_ref()?.span?;
    let before = article.text().get(..span.start())?;
    (before.trim().is_empty() && !span.is_empty()).then_some(span)
}

/// A title and what stands below it without a blank line between are two paragraphs.
fn split_at_title(text: &str, span: Span, title: Option<Span>) -> Vec<Span> {
    let end = title
        .filter(|title| title.meets(span))
        .map_or_else(|| span.end(), Span::end);
    let rest = text.get(end..span.end()).unwrap_or_default();
    let below = rest.trim_start();
    let gap = rest.len() - below.len();
    if below.is_empty() || !rest.get(..gap).is_some_and(|gap| gap.contains('\n')) {
        return vec![span];
    }
    vec![Span::new(span.start(), end), Span::new(end + gap, span.end())]
}

fn marks(store: &Store, article: &ArticleRecord) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut reach: Option<Span> = None;
    for record in store.claims_of(article.id) {
        let claim = record.claim();
        let inner = reach.is_some_and(|outer| outer.holds(claim.span) && outer != claim.span);
        if !inner {
            reach = Some(claim.span);
        }
        marks.push(Mark {
            span: claim.span,
            what: What::Claim {
                id: record.id,
                kind: claim.kind,
                status: record.status(),
                inner,
            },
        });
    }
    let names = store
        .marks_of(article)
        .into_iter()
        .map(|(span, kind)| (span, What::Name(kind)));
    let times = article.reading.times.iter().map(|time| (time.span, What::Date));
    marks.extend(names.chain(times).map(|(span, what)| Mark { span, what }));
    let on_boilerplate = |mark: &Mark| mark.claim().is_none() && in_boilerplate(article, mark.span);
    marks.retain(|mark| !mark.span.is_empty() && !on_boilerplate(mark));
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end())));
    marks
}

fn in_boilerplate(article: &ArticleRecord, span: Span) -> bool {
    article.reading.article.boilerplate_at(span.start()).is_some()
}

/// Paragraphs are separated by blank lines; very long ones are cut at line ends or blanks.
fn paragraph_spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if blank {
            push_pieces(text, start, end, &mut spans);
            start = at + line.len();
            end = start;
        } else {
            end = at + line.trim_end_matches(['\n', '\r']).len();
        }
        at += line.len();
    }
    push_pieces(text, start, end, &mut spans);
    spans
}

fn push_pieces(text: &str, mut start: usize, end: usize, spans: &mut Vec<Span>) {
    while end.saturating_sub(start) > MAX_PARAGRAPH_BYTES {
        let cut = cut_place(text, start, start + MAX_PARAGRAPH_BYTES);
        spans.push(Span::new(start, cut));
        start = cut;
    }
    if start < end {
        spans.push(Span::new(start, end));
    }
}

/// After the last line end, else the last blank, else the last whole character before `limit`.
fn cut_place(text: &str, start: usize, limit: usize) -> usize {
    let mut limit = limit;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let piece = text.get(start..limit).unwrap_or_default();
    let after = |found: Option<usize>| found.map(|at| start + at + 1);
    after(piece.rfind('\n'))
        .or_else(|| after(piece.rfind(' ')))
        .unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::{paragraph_spans, split_at_title};
    use crate::base::Span;

    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<&str> = paragraph_spans(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("One\ntwo\n\n \nthree\n", &["One\ntwo", "three"]);
        check("", &[]);
        check("\n\nx", &["x"]);
    }

    #[test]
    fn a_title_ends_where_its_line_ends() {
        let check = |title: &str, expected: &[&str]| {
            let text = "Toll rises to 12\nGazette, 3 March\n\nTwelve died.";
            let title = text.find(title).map(|start| Span::new(start, start + title.len()));
            let spans = paragraph_spans(text).into_iter();
            let spans: Vec<Span> = spans.flat_map(|span| split_at_title(text, span, title)).collect();
            let shown: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
            assert_eq!(shown, expected);
        };
        check(
            "Toll rises to 12",
            &["Toll rises to 12", "Gazette, 3 March", "Twelve died."],
        );
        check("Toll rises", &["Toll rises to 12\nGazette, 3 March", "Twelve died."]);
        check("no title", &["Toll rises to 12\nGazette, 3 March", "Twelve died."]);
        check(
            "Toll rises to 12\nGazette, 3 March",
            &["Toll rises to 12\nGazette, 3 March", "Twelve died."],
        );
    }

    #[test]
    fn long_paragraphs_are_cut_between_words_and_lose_nothing() {
        let text = "wörd ".repeat(3_000);
        let spans = paragraph_spans(&text);
        assert!(spans.len() > 3);
        let whole: String = spans.iter().map(|span| span.of(&text)).collect();
        assert_eq!(whole, text);
        let solid = "é".repeat(5_000);
        assert_eq!(
            paragraph_spans(&solid)
                .iter()
                .map(|span| span.of(&solid).len())
                .sum::<usize>(),
            solid.len()
        );
    }
}
