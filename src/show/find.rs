//! Hits of a search over articles: in texts, titles, notes and tags, by article.

use std::ops::Range;

use super::find_words::{Query, WholeWords};
use crate::base::Span;
use crate::store::{ArticleId, ArticleRecord, ClaimId, Store};

/// So many hits are listed; more are counted.
const MOST_LISTED: usize = 20_000;
/// So many of them may be of one article.
const MOST_IN_ARTICLE: usize = 4_000;

/// Where it is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindIn {
    /// In the open article.
    Article,
    /// In all articles of the project.
    Project,
}

/// Which words of an article hold a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundIn {
    /// Its text.
    Text,
    /// Its title, where that does not stand in the text.
    Title,
    /// Its note.
    Note,
    /// One of its tags, by its number.
    Tag(usize),
    /// The note of a claim.
    ClaimNote(ClaimId),
    /// One of a claim's tags, by its number.
    ClaimTag(ClaimId, usize),
}

/// Words that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundHit {
    /// Where.
    pub place: FoundIn,
    /// The words there.
    pub span: Span,
}

impl FoundHit {
    /// The text, title, note or tag that holds the hit.
    pub fn words(self, store: &Store, article: ArticleId) -> Option<&str> {
        let row = store.article(article)?;
        let claim = |id: ClaimId| store.claim(id);
        match self.place {
            FoundIn::Text => Some(row.text()),
            FoundIn::Title => Some(row.title()),
            FoundIn::Note => Some(&row.note),
            FoundIn::Tag(number) => row.tags.get(number).map(String::as_str),
            FoundIn::ClaimNote(id) => Some(&claim(id)?.note),
            FoundIn::ClaimTag(id, number) => claim(id)?.tags.get(number).map(String::as_str),
        }
    }

    /// The claim whose note or tag it is.
    pub fn claim(self) -> Option<ClaimId> {
        match self.place {
            FoundIn::ClaimNote(id) | FoundIn::ClaimTag(id, _) => Some(id),
            FoundIn::Text | FoundIn::Title | FoundIn::Note | FoundIn::Tag(_) => None,
        }
    }
}

/// The hits of one article: those of its text first, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundArticle {
    /// Which.
    pub id: ArticleId,
    /// Its hits, those that are listed.
    pub hits: Vec<FoundHit>,
    /// How many it has.
    pub num_hits: usize,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Articles with hits, in the order of the library.
    pub articles: Vec<FoundArticle>,
    /// Number of the first hit of each article, and of all that are listed.
    firsts: Vec<usize>,
    /// All hits, also those that are not listed.
    pub num_hits: usize,
}

impl Found {
    /// The hits of these articles, in this order.
    pub fn new(found: impl IntoIterator<Item = FoundArticle>) -> Self {
        let mut out = Self {
            firsts: vec![0],
            ..Self::default()
        };
        let mut listed = 0;
        for mut article in found {
            out.num_hits += article.num_hits;
            article.hits.truncate(MOST_LISTED - listed);
            listed += article.hits.len();
            out.firsts.push(listed);
            out.articles.push(article);
        }
        out
    }

    /// How many hits are listed.
    pub fn num_listed(&self) -> usize {
        self.firsts.last().copied().unwrap_or_default()
    }

    /// A hit by its number among those that are listed.
    pub fn hit(&self, number: usize) -> Option<(ArticleId, FoundHit)> {
        let at = self.firsts.partition_point(|first| *first <= number).checked_sub(1)?;
        let article = self.articles.get(at)?;
        let hit = article.hits.get(number - self.firsts.get(at)?)?;
        Some((article.id, *hit))
    }

    /// The numbers of an article's hits, by the article's number in the list.
    pub fn numbers(&self, article: usize) -> Range<usize> {
        let first = |at: usize| self.firsts.get(at).copied().unwrap_or_default();
        first(article)..first(article + 1)
    }

    /// The number of a hit.
    pub fn number_of(&self, article: ArticleId, hit: FoundHit) -> Option<usize> {
        let at = self.articles.iter().position(|found| found.id == article)?;
        let nth = self.articles.get(at)?.hits.iter().position(|other| *other == hit)?;
        Some(self.numbers(at).start + nth)
    }

    /// The listed hits in the text of an article, in order, with their numbers from the first one on.
    pub fn in_text(&self, article: ArticleId) -> (usize, &[FoundHit]) {
        let Some(at) = self.articles.iter().position(|found| found.id == article) else {
            return (0, &[]);
        };
        let hits = self.articles.get(at).map_or(&[][..], |found| &found.hits);
        let end = hits.partition_point(|hit| hit.place == FoundIn::Text);
        (self.numbers(at).start, hits.get(..end).unwrap_or_default())
    }
}

/// The hits of an article; `None` where one of the words stands nowhere in it.
pub fn find_in_article(store: &Store, article: &ArticleRecord, query: &Query) -> Option<FoundArticle> {
    let mut met = vec![false; query.num_terms()];
    let mut hits = Vec::new();
    let mut seek = |place: FoundIn, words: &str| {
        if !words.is_empty() {
            let spans = query.spans(words, &mut met).into_iter();
            hits.extend(spans.map(|span| FoundHit { place, span }));
        }
    };
    seek(FoundIn::Text, article.text());
    if !article.text().contains(article.title()) {
        seek(FoundIn::Title, article.title());
    }
    seek(FoundIn::Note, &article.note);
    for (number, tag) in article.tags.iter().enumerate() {
        seek(FoundIn::Tag(number), tag);
    }
    for claim in store.claims_of(article.id) {
        seek(FoundIn::ClaimNote(claim.id), &claim.note);
        for (number, tag) in claim.tags.iter().enumerate() {
            seek(FoundIn::ClaimTag(claim.id, number), tag);
        }
    }
    let num_hits = hits.len();
    hits.truncate(MOST_IN_ARTICLE);
    hits.shrink_to_fit();
    (num_hits > 0 && met.iter().all(|met| *met)).then_some(FoundArticle {
        id: article.id,
        hits,
        num_hits,
    })
}

/// The query that was typed: as it stands for one article, word by word for many.
pub fn find_query(typed: &str, place: FindIn, whole_words: WholeWords) -> Query {
    match place {
        FindIn::Article => Query::phrase(typed, whole_words),
        FindIn::Project => Query::words(typed, whole_words),
    }
}

/// Words around a hit on one line: before, the hit, after. Blanks and line ends become single blanks.
pub fn hit_around(words: &str, span: Span, reach: usize) -> [String; 3] {
    let before = words.get(..span.start()).unwrap_or_default();
    let after = words.get(span.end()..).unwrap_or_default();
    // whole paragraphs are not copied for a line
    let wide = reach * 8;
    let tail = before
        .char_indices()
        .rev()
        .nth(wide)
        .map_or(before, |(at, _)| before.get(at..).unwrap_or(before));
    let head = after
        .char_indices()
        .nth(wide)
        .map_or(after, |(at, _)| after.get(..at).unwrap_or(after));
    let mut left = one_line(tail);
    let mut right = one_line(head);
    if left.chars().count() > reach {
        let cut = left.char_indices().rev().nth(reach - 1).map_or(0, |(at, _)| at);
        let rest = left.get(cut..).unwrap_or_default();
        let word = rest.find(' ').map_or(0, |at| at + 1);
        left = format!("…{}", rest.get(word..).unwrap_or_default());
    }
    if let Some((cut, _)) = right.char_indices().nth(reach * 3) {
        let rest = right.get(..cut).unwrap_or_default();
        let word = rest.rfind(' ').unwrap_or(rest.len());
        right = format!("{}…", rest.get(..word).unwrap_or_default());
    }
    [left, one_line(span.of(words)), right]
}

fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::{FindIn, Found, FoundIn, WholeWords, find_in_article, find_query, hit_around};
    use crate::base::Span;
    use crate::store::Store;

    const AT: &str = "2031-03-15T09:00:00Z";

    fn project() -> Store {
        let mut store = testing::store(&[
            (
                "Herald",
                "2031-03-14",
                "Tear gas in Aktau. {killed|Six people} died, police said.",
            ),
            ("Post", "2031-03-15", "Gas prices rose in Aktau."),
            ("Times", "2031-03-16", "Nothing happened."),
        ]);
        let claim = testing::claim(&store, "Six people");
        let edit = store.set_note(&[claim], "Ask about the gas");
        store.commit(edit, AT);
        let last = store.articles().last().unwrap().id;
        let edit = store.set_article_note(last, "No gas, no Aktau");
        store.commit(edit, AT);
        store
    }

    fn found(store: &Store, typed: &str) -> Found {
        let query = find_query(typed, FindIn::Project, WholeWords::No);
        Found::new(
            store
                .articles()
                .filter_map(|article| find_in_article(store, article, &query)),
        )
    }

    #[test]
    fn texts_notes_and_tags_are_searched_and_all_words_must_be_there() {
        let store = project();
        let all = found(&store, "gas aktau");
        let counts: Vec<usize> = all.articles.iter().map(|article| article.num_hits).collect();
        assert_eq!(counts, [3, 2, 2]);
        let places: Vec<FoundIn> = all.articles[0].hits.iter().map(|hit| hit.place).collect();
        let claim = testing::claim(&store, "Six people");
        assert_eq!(places, [FoundIn::Text, FoundIn::Text, FoundIn::ClaimNote(claim)]);
        assert_eq!(found(&store, "\"tear gas\"").articles.len(), 1);
        assert_eq!(found(&store, "gas volcano"), Found::new([]));
    }

    #[test]
    fn hits_are_numbered_through() {
        let store = project();
        let all = found(&store, "gas");
        assert_eq!((all.num_hits, all.num_listed()), (4, 4));
        for number in 0..4 {
            let (article, hit) = all.hit(number).unwrap();
            assert_eq!(all.number_of(article, hit), Some(number));
            let words = hit.words(&store, article).unwrap();
            assert_eq!(hit.span.of(words).to_lowercase(), "gas");
        }
        assert_eq!(all.hit(4), None);
        assert_eq!(Found::default().hit(0), None);
        let second = all.articles[1].id;
        let (first, hits) = all.in_text(second);
        assert_eq!((first, hits.len()), (2, 1));
    }

    #[test]
    fn a_hit_stands_on_one_line_between_whole_words() {
        let text = format!("{} the first\n\nword here {}", "x".repeat(90), "long tail ".repeat(30));
        let at = text.find("word").unwrap();
        let [before, hit, after] = hit_around(&text, Span::new(at, at + 4), 20);
        assert_eq!((before.as_str(), hit.as_str()), ("…the first ", "word"));
        assert!(
            after.starts_with(" here long tail") && after.ends_with("tail…"),
            "{after}"
        );
        let short = hit_around("é word", Span::new(3, 7), 20);
        assert_eq!(short, ["é ".to_owned(), "word".to_owned(), String::new()]);
    }
}
