//! The library's list: filtered, sorted, under heads.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::look::{LibraryLook, LibrarySort};
use super::words;
use crate::store::{ArticleId, ArticleRecord, Status, Store};

/// A line of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryRow {
    /// A day or an outlet over its articles.
    Head(String),
    /// An article with the number of its unreviewed claims and of all its claims.
    Article {
        /// Which.
        id: ArticleId,
        /// Unreviewed claims.
        open: usize,
        /// All claims.
        all: usize,
    },
}

/// The library's list, and what its chips count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryList {
    /// From top to bottom.
    pub rows: Vec<LibraryRow>,
    /// Articles with unreviewed claims, of all.
    pub to_review: usize,
    /// All articles.
    pub all: usize,
    /// How many marks of an article lost their place in its text, where some did.
    pub orphans: Arc<BTreeMap<ArticleId, usize>>,
}

impl LibraryList {
    /// The list as the look asks for it.
    pub fn new(store: &Store, look: &LibraryLook) -> Self {
        let orphans = if look.orphaned_only {
            store.num_orphans()
        } else {
            BTreeMap::new()
        };
        Self::with_orphans(store, look, Arc::new(orphans))
    }

    /// The same where it is known how many marks of each article lost their place.
    pub fn with_orphans(store: &Store, look: &LibraryLook, orphans: Arc<BTreeMap<ArticleId, usize>>) -> Self {
        let needles: Vec<String> = look.text.split_whitespace().map(str::to_lowercase).collect();
        let mut shown: Vec<(&ArticleRecord, usize, usize)> = Vec::new();
        let mut to_review = 0;
        for article in store.articles() {
            let (open, all) = counts(store, article.id);
            to_review += usize::from(open > 0);
            let wanted =
                (open > 0 || !look.to_review_only) && (!look.orphaned_only || orphans.contains_key(&article.id));
            if wanted && holds(article, &needles) {
                shown.push((article, open, all));
            }
        }
        sort(&mut shown, look.sort);
        Self {
            rows: with_heads(&shown, look.sort),
            to_review,
            all: store.num_articles(),
            orphans,
        }
    }

    /// The articles of the list, from top to bottom.
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> {
        self.rows.iter().filter_map(|row| match row {
            LibraryRow::Article { id, .. } => Some(*id),
            LibraryRow::Head(_) => None,
        })
    }
}

/// Unreviewed claims and all claims of an article.
pub fn counts(store: &Store, article: ArticleId) -> (usize, usize) {
    store.claims_of(article).fold((0, 0), |(open, all), claim| {
        (open + usize::from(claim.status() == Status::Unreviewed), all + 1)
    })
}

fn holds(article: &ArticleRecord, needles: &[String]) -> bool {
    if needles.is_empty() {
        return true;
    }
    let day = article
        .published()
        .map(|date| format!("{date} {}", words::day_head(date)));
    let facts = format!(
        "{} {} {} {} {} {}",
        article.tags.join(" "),
        article.note,
        article.title(),
        article.publisher().unwrap_or_default(),
        article.file_name,
        day.unwrap_or_default()
    )
    .to_lowercase();
    let missing: Vec<&String> = needles
        .iter()
        .filter(|needle| !facts.contains(needle.as_str()))
        .collect();
    if missing.is_empty() {
        return true;
    }
    let text = article.text().to_lowercase();
    missing.iter().all(|needle| text.contains(needle.as_str()))
}

fn sort(shown: &mut [(&ArticleRecord, usize, usize)], by: LibrarySort) {
    let title = |article: &ArticleRecord| article.title().to_lowercase();
    match by {
        LibrarySort::Published => {
            shown.sort_by_cached_key(|(article, ..)| (std::cmp::Reverse(article.published()), article.id));
        }
        LibrarySort::Publisher => shown.sort_by_cached_key(|(article, ..)| {
            let publisher = article.publisher().map(str::to_lowercase);
            (
                publisher.is_none(),
                publisher,
                std::cmp::Reverse(article.published()),
                article.id,
            )
        }),
        LibrarySort::Title => shown.sort_by_cached_key(|(article, ..)| (title(article), article.id)),
        LibrarySort::Added => {}
    }
}

fn with_heads(shown: &[(&ArticleRecord, usize, usize)], by: LibrarySort) -> Vec<LibraryRow> {
    let mut rows = Vec::with_capacity(shown.len() + 8);
    let mut last: Option<String> = None;
    for &(article, open, all) in shown {
        let head = match by {
            LibrarySort::Published => Some(match article.published() {
                Some(date) => words::day_head(date),
                None => "No date".to_owned(),
            }),
            LibrarySort::Publisher => Some(article.publisher().unwrap_or("No publisher").to_owned()),
            LibrarySort::Title | LibrarySort::Added => None,
        };
        if head.is_some() && head != last {
            rows.extend(head.clone().map(LibraryRow::Head));
            last = head;
        }
        rows.push(LibraryRow::Article {
            id: article.id,
            open,
            all,
        });
    }
    rows
}

/// Two letters for an outlet, as the rail shows it: "Kestrel News Agency" is "KN".
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "The" | "the" | "of"))
        .collect();
    if let [word] = words.as_slice() {
        return word
            .chars()
            .filter(|c| c.is_alphanumeric())
            .take(2)
            .collect::<String>()
            .to_uppercase();
    }
    let letters: String = words
        .iter()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .take(2)
        .collect();
    letters.to_uppercase()
}

/// The articles of the library in the order in which they are listed.
pub fn library_order(store: &Store, look: &LibraryLook) -> Vec<ArticleId> {
    LibraryList::new(store, look).articles().collect()
}
