//! Articles with the same text from different files.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::base::short_digest;
use crate::store::{ArticleId, Store};

/// Texts of fewer words are too short to be told apart.
const LEAST_WORDS: usize = 8;

/// What two copies of a text have in common: its words without what is not the article; `None` for a text that is too short.
pub fn text_digest(article: &Article) -> Option<String> {
    let mut kept = String::with_capacity(article.text.len());
    let mut next = 0;
    let parts = article.boilerplate.iter().map(|part| part.span.range());
    for part in parts.chain([article.text.len()..article.text.len()]) {
        kept.push_str(article.text.get(next..part.start).unwrap_or_default());
        kept.push(' ');
        next = part.end;
    }
    let kept = kept.to_lowercase();
    let words = || {
        kept.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    (words().count() >= LEAST_WORDS).then(|| short_digest(words()))
}

/// Groups of articles with the same text, each in the order in which they were added; tables are none.
pub fn same_texts(store: &Store) -> Vec<Vec<ArticleId>> {
    let mut groups: BTreeMap<String, Vec<ArticleId>> = BTreeMap::new();
    for article in store.articles().filter(|article| !article.is_table()) {
        if let Some(digest) = text_digest(&article.reading.article) {
            groups.entry(digest).or_default().push(article.id);
        }
    }
    let mut groups: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    groups
}

#[cfg(test)]
mod tests {
    use super::text_digest;
    use crate::article::read;

    #[test]
    fn the_words_of_the_article_tell_copies() {
        let digest = |text: &str| text_digest(&read(text.as_bytes(), "a.txt"));
        let one = digest("Toll rises\n\nAt least 12 people were killed in the fire, police said.");
        assert!(one.is_some());
        assert_eq!(
            one,
            digest("TOLL RISES\r\n\r\nAt least 12 people were\r\nkilled in the fire, police said.")
        );
        assert_ne!(
            one,
            digest("Toll rises\n\nAt least 13 people were killed in the fire, police said.")
        );
        assert_eq!(digest("Toll rises"), None);
    }
}
