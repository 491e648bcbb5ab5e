//! Scores main text of saved pages; a port of `score_pages.py`. Runs of four words are counted as bags.

use std::collections::BTreeMap;

use super::extraction::{Articles, Found};
use super::gold::GoldArticle;
use super::words::{float, words};
use crate::base::Offsets;

/// Words in a run.
const RUN: usize = 4;

/// How often each run of words stands in a text.
type Bag<'t> = BTreeMap<Vec<&'t str>, usize>;

fn bag(text: &str) -> Bag<'_> {
    let words: Vec<&str> = words(text).collect();
    let mut bag = Bag::new();
    if words.len() < RUN {
        if !words.is_empty() {
            bag.insert(words, 1);
        }
        return bag;
    }
    for run in words.windows(RUN) {
        *bag.entry(run.to_vec()).or_default() += 1;
    }
    bag
}

/// The text without its boilerplate.
fn main_text(found: &Found) -> String {
    let text = found.printed.text.as_str();
    let offsets = Offsets::new(text);
    let mut parts: Vec<(usize, usize)> = found
        .printed
        .boilerplate
        .iter()
        .map(|part| (part.start, part.end))
        .collect();
    parts.sort_by_key(|part| part.0);
    let mut kept = Vec::new();
    let mut at = 0;
    for (start, end) in parts {
        kept.push(if at < start {
            offsets.span(at, start).of(text)
        } else {
            ""
        });
        at = at.max(end);
    }
    let rest = offsets.byte_from_char(at);
    kept.push(text.get(rest..).unwrap_or_default());
    kept.join("\n")
}

/// The lines of the script, the headline figure last.
pub(super) fn lines(gold: &[GoldArticle], articles: &Articles) -> String {
    let (mut precision, mut recall) = (0.0, 0.0);
    for article in gold {
        let text = articles.get(&article.doc_id).map(main_text).unwrap_or_default();
        let (want, got) = (bag(&article.article_body), bag(&text));
        let shared: usize = want
            .iter()
            .filter_map(|(run, count)| Some(*count.min(got.get(run)?)))
            .sum();
        let size = |bag: &Bag<'_>| float(bag.values().sum::<usize>().max(1));
        precision += if got.is_empty() {
            float(usize::from(want.is_empty()))
        } else {
            float(shared) / size(&got)
        };
        recall += if want.is_empty() {
            1.0
        } else {
            float(shared) / size(&want)
        };
    }
    let num_pages = gold.len();
    let (p, r) = (precision / float(num_pages), recall / float(num_pages));
    format!(
        "pages {num_pages}, extracted {}, P {p:.3} R {r:.3}\npages F1 {:.3}\n",
        articles.len(),
        2.0 * p * r / (p + r).max(1e-9)
    )
}
