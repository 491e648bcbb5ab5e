//! The offices that articles name, kept from run to run.

use std::collections::HashMap;

use super::office::{Named, all};
use crate::jobs::{Token, map, num_threads};
use crate::link::entities::LinkArticle;

/// By article, the offices that it names, read again where the article is another.
#[derive(Clone, Debug, Default)]
pub struct Offices {
    read: Vec<Read>,
}

/// What is kept of one article.
#[derive(Clone, Debug)]
struct Read {
    state: u64,
    offices: Box<[Named]>,
}

impl Read {
    fn new(article: &LinkArticle<'_>) -> Self {
        Self {
            state: article.state,
            offices: all(article.text).into(),
        }
    }
}

impl Offices {
    /// Reads articles that are new or not as they were.
    pub(super) fn read(&mut self, articles: &[LinkArticle<'_>]) {
        let old = std::mem::take(&mut self.read).into_iter();
        let mut old: HashMap<u64, Read> = old.map(|read| (read.state, read)).collect();
        let mut new: Vec<(usize, &LinkArticle<'_>)> = Vec::new();
        let mut kept: Vec<Option<Read>> = Vec::with_capacity(articles.len());
        for (at, article) in articles.iter().enumerate() {
            let own = old.remove(&article.state).filter(|_| article.state > 0);
            if own.is_none() {
                new.push((at, article));
            }
            kept.push(own);
        }
        let made = map(
            &new,
            num_threads(),
            &Token::new(),
            |_| {},
            |(_, article)| Read::new(article),
        );
        for ((at, article), made) in new.into_iter().zip(made) {
            if let Some(slot) = kept.get_mut(at) {
                // what went wrong on a thread goes wrong here as well, and is told by the job
                *slot = Some(made.unwrap_or_else(|_| Read::new(article)));
            }
        }
        self.read = kept.into_iter().flatten().collect();
    }

    /// The offices that the article at a place names, in order.
    pub(super) fn of(&self, article: usize) -> &[Named] {
        self.read.get(article).map_or(&[], |read| &read.offices)
    }
}
