//! Versions of one page: articles of the same address with different texts, and which figures differ between two of them.

use std::collections::BTreeSet;

use crate::claim::{Claim, Kind};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Status, Store};

/// Sentences that share less of their words tell of different figures.
const LEAST_LIKENESS_PERCENT: usize = 30;

/// A figure that differs between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// What it counts.
    pub kind: Kind,
    /// In the earlier version; `None` where it is new.
    pub before: Option<ClaimId>,
    /// In the later one; `None` where it is gone.
    pub after: Option<ClaimId>,
}

/// What differs between two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Changed ones first, then new ones, then those that are gone.
    pub changes: Vec<FigureChange>,
    /// How many figures are the same.
    pub same: usize,
}

/// An address without what does not tell pages apart: scheme, "www.", mark of a passage, counters of clicks, last slash.
pub fn page_of(address: &str) -> String {
    let (path, query) = parts_of(address);
    let query: Vec<&str> = query.collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// Path and parts of the query of such an address.
fn parts_of(address: &str) -> (&str, impl Iterator<Item = &str>) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = path.strip_prefix("www.").unwrap_or(path).trim_end_matches('/');
    let is_counter = |part: &&str| part.is_empty() || part.starts_with("utm_") || part.starts_with("fbclid=");
    (path, query.split('&').filter(move |part| !is_counter(part)))
}

/// True where two addresses are of one page; asked of every article, so nothing is copied.
fn is_same_page(one: &str, other: &str) -> bool {
    let ((path, query), (other_path, other_query)) = (parts_of(one), parts_of(other));
    path == other_path && query.eq(other_query)
}

fn address(article: &ArticleRecord) -> Option<&str> {
    article.reading.article.address.as_deref()
}

/// The versions of an article's page, itself among them, the earliest first; none where it is the only one.
pub fn versions(store: &Store, id: ArticleId) -> Vec<ArticleId> {
    let Some((article, wanted)) = store.article(id).and_then(|article| Some((article, address(article)?))) else {
        return Vec::new();
    };
    if !page_of(wanted).contains('/') {
        return Vec::new();
    }
    let is_page = |other: &ArticleRecord| address(other).is_some_and(|address| is_same_page(address, wanted));
    let is_version =
        |other: &&std::sync::Arc<ArticleRecord>| other.id == id || (is_page(other) && other.text() != article.text());
    let mut found: Vec<&ArticleRecord> = store.articles().filter(is_version).map(AsRef::as_ref).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    // one that was saved without a day stands where it was added
    found.sort_by_key(|article| (article.published(), article.id));
    found.into_iter().map(|article| article.id).collect()
}

/// The figures that differ between two versions; rejected ones do not count.
pub fn difference(store: &Store, before: ArticleId, after: ArticleId) -> Difference {
    let figures = |id: ArticleId| {
        let claims = store.claims_of(id).filter(|claim| claim.status() != Status::Rejected);
        claims.map(AsRef::as_ref).collect::<Vec<&ClaimRecord>>()
    };
    let (old, new) = (figures(before), figures(after));
    let mut pairs = pairs(store, &old, &new);
    let paired = |id: ClaimId| pairs.iter().any(|(old, new)| old.id == id || new.id == id);
    let change = |kind, before, after| FigureChange { kind, before, after };
    let added = new.iter().filter(|claim| !paired(claim.id));
    let added: Vec<_> = added
        .map(|claim| change(claim.claim().kind, None, Some(claim.id)))
        .collect();
    let gone = old.iter().filter(|claim| !paired(claim.id));
    let gone: Vec<_> = gone
        .map(|claim| change(claim.claim().kind, Some(claim.id), None))
        .collect();
    pairs.sort_by_key(|(_, new)| new.claim().span);
    let is_same = |old: &Claim, new: &Claim| old.figure == new.figure && old.victim_class == new.victim_class;
    let same = pairs
        .iter()
        .filter(|(old, new)| is_same(old.claim(), new.claim()))
        .count();
    let changed = pairs.iter().filter(|(old, new)| !is_same(old.claim(), new.claim()));
    let mut changes: Vec<_> = changed
        .map(|(old, new)| change(new.claim().kind, Some(old.id), Some(new.id)))
        .collect();
    changes.extend(added);
    changes.extend(gone);
    Difference { changes, same }
}

/// Which figure of the one is which of the other: of the same kind, in the sentences most alike.
fn pairs<'c>(
    store: &Store,
    old: &[&'c ClaimRecord],
    new: &[&'c ClaimRecord],
) -> Vec<(&'c ClaimRecord, &'c ClaimRecord)> {
    let words = |claim: &ClaimRecord| {
        let text = store.article(claim.article).map_or("", |article| article.text());
        let sentence = claim.claim().sentence.of(text).to_lowercase();
        // the figure itself is what may have changed
        let words = sentence.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()));
        words.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let (old_words, new_words): (Vec<_>, Vec<_>) = (
        old.iter().map(|one| words(one)).collect(),
        new.iter().map(|one| words(one)).collect(),
    );
    let mut likely = Vec::new();
    for (at, (one, one_words)) in old.iter().zip(&old_words).enumerate() {
        for (other_at, (other, other_words)) in new.iter().zip(&new_words).enumerate() {
            let (a, b) = (one.claim(), other.claim());
            if a.kind != b.kind {
                continue;
            }
            let common = one_words.intersection(other_words).count();
            let all = one_words.union(other_words).count().max(1);
            let percent = common * 100 / all;
            let bonus = 20 * usize::from(a.victim_class == b.victim_class) + 10 * usize::from(a.figure == b.figure);
            if percent >= LEAST_LIKENESS_PERCENT {
                likely.push((percent + bonus, at, other_at));
            }
        }
    }
    likely.sort_by_key(|(weight, at, other_at)| (std::cmp::Reverse(*weight), *at, *other_at));
    let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
    let mut out = Vec::new();
    for (_, at, other_at) in likely {
        if !used_old.contains(&at) && !used_new.contains(&other_at) {
            used_old.insert(at);
            used_new.insert(other_at);
            out.extend(old.get(at).copied().zip(new.get(other_at).copied()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{difference, page_of, versions};
    use crate::show::words;
    use crate::store::{ArticleId, NewArticle, Origin, Store};

    fn store(texts: &[(&str, &str)]) -> Store {
        let mut store = Store::default();
        let new = texts.iter().enumerate().map(|(at, (address, text))| {
            let mut article = crate::article::Article::plain(*text);
            article.address = Some((*address).to_owned());
            NewArticle {
                origin: Origin::Pasted,
                file_name: format!("{at}.html"),
                sha256: format!("{at}"),
                reading: crate::read::single("a", article, &crate::read::Knowledge::default()).unwrap(),
                rules_version: String::new(),
            }
        });
        let new = new.collect();
        let edit = store.add_articles(new);
        store.apply(&edit);
        store
    }

    #[test]
    fn addresses_of_one_page_are_one() {
        for address in [
            "https://www.lantern.example/a/",
            "http://lantern.example/a#top",
            "https://lantern.example/a?utm_source=x&fbclid=1",
        ] {
            assert_eq!(page_of(address), "lantern.example/a");
        }
        assert_eq!(page_of("https://lantern.example/?id=7&utm_x=1"), "lantern.example?id=7");
    }

    #[test]
    fn versions_are_found_and_their_figures_compared() {
        let store = store(&[
            (
                "https://lantern.example/a",
                "At least 12 people were killed in the harbour fire, police said. Another 40 people were injured in the \
                 blaze, the hospital said. Seven people were arrested on the pier.",
            ),
            (
                "http://www.lantern.example/a/",
                "At least 15 people were killed in the harbour fire, police said. Another 40 people were injured in the \
                 blaze, the hospital said. Three people are missing since the roof fell in, firemen said.",
            ),
            ("https://lantern.example/b", "Two people were killed."),
        ]);
        let ids: Vec<ArticleId> = store.articles().map(|article| article.id).collect();
        assert_eq!(versions(&store, ids[1]), &ids[..2]);
        assert!(versions(&store, ids[2]).is_empty());
        let found = difference(&store, ids[0], ids[1]);
        let figure = |id: Option<_>| {
            let claim = id.and_then(|id| store.claim(id).map(Arc::clone));
            claim.map_or_else(|| "-".to_owned(), |claim| words::figure(&claim.claim().figure))
        };
        let lines: Vec<String> = found
            .changes
            .iter()
            .map(|change| {
                format!(
                    "{} {} > {}",
                    words::kind(change.kind),
                    figure(change.before),
                    figure(change.after)
                )
            })
            .collect();
        assert_eq!(
            lines,
            ["Killed ≥\u{a0}12 > ≥\u{a0}15", "Missing - > 3", "Arrested 7 > -"]
        );
        assert_eq!(found.same, 1);
        assert_eq!(difference(&store, ids[0], ids[0]).changes, []);
    }
}
