//! Rows of copies beside the charts, and what the analyst says of them: articles are one source, or each its own.

use std::collections::{BTreeMap, BTreeSet};

use super::chart_source::Sources;
use super::findings::{Finding, Section, Side, ruling};
use super::findings_more::{ids, quoted, side};
use super::words;
use crate::link::{Conclusions, CopiesTold, CopyGroup, SourceGroup};
use crate::store::{ArticleId, ClaimId, Edit, Ruling, Store};

/// How many pairs that are kept apart are named.
const MOST_PAIRS: usize = 4;

/// What the analyst said of some articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopiesSaid {
    /// Nothing.
    #[default]
    Nothing,
    /// They are one source.
    One,
    /// Each is a source of its own.
    Apart,
    /// Something of some of them.
    Partly,
}

/// The articles of a row of copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// In order of their numbers.
    pub articles: Vec<ArticleId>,
    /// What the analyst said of them.
    pub said: CopiesSaid,
}

/// What the analyst says of copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyAct {
    /// All of them are one source.
    One(Vec<ArticleId>),
    /// Each of them is a source of its own.
    Apart(Vec<ArticleId>),
    /// The first is no copy of the others, whatever these are to each other.
    TakeOut(ArticleId, Vec<ArticleId>),
    /// What was said of them is taken back.
    Forget(Vec<ArticleId>),
}

impl CopyAct {
    /// The articles that it is about.
    pub fn articles(&self) -> &[ArticleId] {
        match self {
            Self::One(articles) | Self::Apart(articles) | Self::TakeOut(_, articles) | Self::Forget(articles) => {
                articles
            }
        }
    }
}

/// The edit that says it, as one step.
pub fn copies_edit(store: &Store, act: &CopyAct) -> Edit {
    let told = store.copies_told();
    let mut said: BTreeMap<(ArticleId, ArticleId), Option<bool>> = BTreeMap::new();
    let pair = |a: ArticleId, b: ArticleId| (a.min(b), a.max(b));
    let label = match act {
        CopyAct::One(articles) => {
            // what kept any of them apart no longer holds
            for (a, b) in pairs(articles).filter(|(a, b)| said_of(&told, *a, *b) == Some(false)) {
                said.insert(pair(a, b), None);
            }
            let first = articles.first().copied();
            for (a, b) in articles.iter().skip(1).filter_map(|b| Some((first?, *b))) {
                said.insert(pair(a, b), Some(true));
            }
            format!("{} said to be one source", words::count(articles.len(), "article"))
        }
        CopyAct::Apart(articles) => {
            said.extend(pairs(articles).map(|(a, b)| (pair(a, b), Some(false))));
            format!("{} said to be no copies", words::count(articles.len(), "article"))
        }
        CopyAct::TakeOut(out, articles) => {
            let others = articles.iter().filter(|article| *article != out);
            said.extend(others.map(|other| (pair(*out, *other), Some(false))));
            "Article said to be no copy".to_owned()
        }
        CopyAct::Forget(articles) => {
            let told_of = |(a, b): &(ArticleId, ArticleId)| said_of(&told, *a, *b).is_some();
            said.extend(pairs(articles).filter(told_of).map(|(a, b)| (pair(a, b), None)));
            "Copies left to the machine".to_owned()
        }
    };
    let edits = said.into_iter().map(|(pair, said)| store.say_copies(pair, said));
    Edit::new(label, edits.flat_map(|edit| edit.changes).collect())
}

fn pairs(articles: &[ArticleId]) -> impl Iterator<Item = (ArticleId, ArticleId)> {
    let from = articles.iter().enumerate();
    from.flat_map(move |(at, a)| articles.iter().skip(at + 1).map(move |b| (*a, *b)))
}

fn said_of(told: &CopiesTold, a: ArticleId, b: ArticleId) -> Option<bool> {
    told.said(a.0.unsigned_abs(), b.0.unsigned_abs())
}

/// What the analyst said of some articles.
pub fn copies_said(told: &CopiesTold, articles: &[ArticleId]) -> CopiesSaid {
    if told.pairs.is_empty() {
        return CopiesSaid::Nothing;
    }
    let numbers: BTreeSet<u64> = articles.iter().map(|article| article.0.unsigned_abs()).collect();
    let inside = |pair: &(u64, u64)| numbers.contains(&pair.0) && numbers.contains(&pair.1);
    let among = told.pairs.iter().filter(|(pair, _)| inside(pair));
    let (mut one, mut apart) = (Vec::new(), 0);
    for (pair, said) in among {
        match said {
            true => one.push(*pair),
            false => apart += 1,
        }
    }
    let num = numbers.len();
    match (one.is_empty(), apart) {
        (true, 0) => CopiesSaid::Nothing,
        (true, apart) if apart == num * (num - 1) / 2 => CopiesSaid::Apart,
        (false, 0) if components(&one).iter().any(|component| component.len() == num) => CopiesSaid::One,
        _ => CopiesSaid::Partly,
    }
}

/// What hangs together by pairs, each in order.
fn components(pairs: &[(u64, u64)]) -> Vec<BTreeSet<u64>> {
    let mut out: Vec<BTreeSet<u64>> = Vec::new();
    for (a, b) in pairs {
        let (mut joined, rest): (Vec<_>, Vec<_>) = out.into_iter().partition(|set| set.contains(a) || set.contains(b));
        joined.push([*a, *b].into());
        out = rest;
        out.push(joined.into_iter().flatten().collect());
    }
    out
}

/// From how many independent sources claims come: articles that carry one text are one, so are those whose sentences are
/// copies.
pub fn num_independent(store: &Store, conclusions: &Conclusions, claims: &[ClaimId]) -> usize {
    let records = claims.iter().filter_map(|claim| store.claim(*claim));
    let of_claim: Vec<(u64, u64)> = records
        .map(|record| (record.id.0.unsigned_abs(), record.article.0.unsigned_abs()))
        .collect();
    let articles: BTreeSet<u64> = of_claim.iter().map(|(_, article)| *article).collect();
    let mut joined: Vec<(u64, u64)> = articles.iter().map(|article| (*article, *article)).collect();
    let mut join = |group: &mut dyn Iterator<Item = u64>| {
        let mut group = group.filter(|article| articles.contains(article));
        if let Some(first) = group.next() {
            joined.extend(group.map(|other| (first, other)));
        }
    };
    for group in &conclusions.checks.sources {
        join(&mut group.articles.iter().copied());
    }
    for group in &conclusions.copies {
        let own = of_claim.iter().filter(|(claim, _)| group.claims.contains(claim));
        join(&mut own.map(|(_, article)| *article));
    }
    components(&joined).len()
}

/// Rows of copies: texts that stand in several articles, sentences that do, and what the analyst keeps apart.
pub(super) fn rows(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Vec<Finding> {
    let told = store.copies_told();
    let mut out = Vec::new();
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    for group in &conclusions.checks.sources {
        let within = |copied: &&CopyGroup| copied.articles.iter().all(|article| group.articles.contains(article));
        let inside: Vec<&CopyGroup> = conclusions.copies.iter().map(AsRef::as_ref).filter(within).collect();
        if let Some(row) = text_row(store, (group, &inside), sources, &told) {
            // the one text says it for all its sentences
            covered.extend(inside.iter().map(|copied| copied.key.as_str()));
            out.push(row);
        }
    }
    let others = conclusions.copies.iter();
    let others = others.filter(|group| !covered.contains(group.key.as_str()));
    out.extend(others.filter_map(|group| sentence_row(store, group, sources, &told)));
    out.extend(apart_rows(store, sources, &told));
    out
}

/// One text in several articles.
fn text_row(
    store: &Store,
    (group, inside): (&SourceGroup, &[&CopyGroup]),
    sources: &Sources,
    told: &CopiesTold,
) -> Option<Finding> {
    let articles = articles(&group.articles);
    let mut claims: Vec<ClaimId> = inside.iter().flat_map(|copied| ids(&copied.claims)).collect();
    if claims.is_empty() {
        let first = |article: &ArticleId| Some(store.claims_of(*article).next()?.id);
        claims.extend(articles.iter().filter_map(first));
    }
    let sides = one_each(store, &claims, &articles, sources);
    let title = match &group.agency {
        Some(agency) => format!("one text, {agency}"),
        None => "one text".to_owned(),
    };
    row(
        store,
        (group.key.clone(), articles, told),
        (title, claims, sides),
        (String::new(), group.reason.clone()),
    )
}

/// One sentence in several articles.
fn sentence_row(store: &Store, group: &CopyGroup, sources: &Sources, told: &CopiesTold) -> Option<Finding> {
    let articles = articles(&group.articles);
    let agency = group.agency.as_ref();
    let agency = agency.map(|agency| format!(", {agency}")).unwrap_or_default();
    let sentence = format!(
        "Stands in {} articles and has 1 independent source{agency}.",
        articles.len()
    );
    let claims = ids(&group.claims);
    let sides = one_each(store, &claims, &articles, sources);
    let title = quoted(store, &group.claims)?;
    row(
        store,
        (group.key.clone(), articles, told),
        (title, claims, sides),
        (sentence, group.reason.clone()),
    )
}

/// What the analyst keeps apart and what therefore is in no group: said here, so that it can be taken back.
fn apart_rows(store: &Store, sources: &Sources, told: &CopiesTold) -> Vec<Finding> {
    let there = |number: &u64| i64::try_from(*number).is_ok_and(|id| store.article(ArticleId(id)).is_some());
    let apart = told.pairs.iter().filter(|(_, is_one)| !**is_one);
    let apart: Vec<(u64, u64)> = apart
        .map(|(pair, _)| *pair)
        .filter(|(a, b)| there(a) && there(b))
        .collect();
    let rows = components(&apart).into_iter().filter_map(|component| {
        let numbers: Vec<u64> = component.iter().copied().collect();
        let articles = articles(&numbers);
        let claims = common_claims(store, &articles);
        let sides = one_each(store, &claims, &articles, sources);
        let names: Vec<String> = apart
            .iter()
            .filter(|(a, _)| component.contains(a))
            .filter_map(|(a, b)| Some(format!("{} and {}", outlet(store, *a)?, outlet(store, *b)?)))
            .collect();
        let more = names.len().saturating_sub(MOST_PAIRS);
        let mut sentence = format!(
            "Kept apart by you: {}",
            names.iter().take(MOST_PAIRS).cloned().collect::<Vec<_>>().join("; ")
        );
        sentence.push_str(&match more {
            0 => ".".to_owned(),
            more => format!("; {} more.", words::count(more, "pair")),
        });
        let key = format!("apart:{}", numbers.first()?);
        let title = "no copies".to_owned();
        let mut row = row(
            store,
            (key, articles, told),
            (title, claims, sides),
            (sentence, String::new()),
        )?;
        row.measure = words::count(component.len(), "article");
        Some(row)
    });
    rows.collect()
}

/// The claims of articles whose kind and figure another of them states too; of an article without such a claim its first.
fn common_claims(store: &Store, articles: &[ArticleId]) -> Vec<ClaimId> {
    let mut stated: BTreeMap<_, BTreeSet<ArticleId>> = BTreeMap::new();
    let about = |record: &crate::store::ClaimRecord| {
        let claim = record.claim();
        let figure = claim.figure;
        (claim.kind, figure.value, figure.low, figure.high, figure.qualifier)
    };
    for record in articles.iter().flat_map(|article| store.claims_of(*article)) {
        stated.entry(about(record)).or_default().insert(record.article);
    }
    let mut out = Vec::new();
    for article in articles {
        let shared = |record: &&std::sync::Arc<crate::store::ClaimRecord>| {
            stated.get(&about(record)).is_some_and(|articles| articles.len() > 1)
        };
        let own: Vec<ClaimId> = store.claims_of(*article).filter(shared).map(|row| row.id).collect();
        if own.is_empty() {
            out.extend(store.claims_of(*article).next().map(|row| row.id));
        }
        out.extend(own);
    }
    out
}

/// A side for each article, by its first claim.
fn one_each(store: &Store, claims: &[ClaimId], articles: &[ArticleId], sources: &Sources) -> Vec<Side> {
    let of = |article: &ArticleId| {
        let is_its = |claim: &&ClaimId| store.claim(**claim).is_some_and(|row| row.article == *article);
        article_side(store, *claims.iter().find(is_its)?, sources)
    };
    articles.iter().filter_map(of).collect()
}

/// What an article says, under its outlet's name and on its day.
fn article_side(store: &Store, claim: ClaimId, sources: &Sources) -> Option<Side> {
    let mut side = side(store, &[claim.0.unsigned_abs()], sources, None)?;
    let article = store.article(store.claim(claim)?.article)?;
    side.name = article.publisher().unwrap_or_else(|| article.title()).to_owned();
    side.day = article.published();
    Some(side)
}

fn outlet(store: &Store, number: u64) -> Option<String> {
    let article = store.article(ArticleId(i64::try_from(number).ok()?))?;
    let name = article.publisher().unwrap_or_else(|| article.title());
    Some(words::short(name, 28))
}

fn articles(numbers: &[u64]) -> Vec<ArticleId> {
    let numbers = numbers.iter().filter_map(|number| i64::try_from(*number).ok());
    numbers.map(ArticleId).collect()
}

/// A row: its key and articles, then title, claims and sides, then the sentence and the reason.
fn row(
    store: &Store,
    (key, articles, told): (String, Vec<ArticleId>, &CopiesTold),
    (title, claims, sides): (String, Vec<ClaimId>, Vec<Side>),
    (sentence, likely): (String, String),
) -> Option<Finding> {
    let kind = store.claim(*claims.first()?)?.claim().kind;
    let said = copies_said(told, &articles);
    let verdict = match said {
        CopiesSaid::One => Some(true),
        CopiesSaid::Apart => Some(false),
        CopiesSaid::Nothing | CopiesSaid::Partly => None,
    };
    Some(Finding {
        section: Section::Copies,
        sort: None,
        kind,
        title,
        measure: "1 source".to_owned(),
        bounds: "",
        sentence,
        sides,
        claims,
        likely,
        ruling: Ruling {
            verdict,
            ..ruling(store, &key)
        },
        weight: 0.0,
        copied: Some(Copied { articles, said }),
        key,
    })
}

#[cfg(test)]
mod tests {
    use super::{CopiesSaid, CopyAct, copies_edit, copies_said, num_independent};
    use crate::link::{Conclusions, CopyGroup, SourceGroup};
    use crate::show::testing::{claim, store};
    use crate::show::{Finding, LinesBy, Section, Sources, findings};
    use crate::store::{ArticleId, ClaimId, Store};

    fn sample() -> Store {
        store(&[
            ("Herald", "2031-03-14", "{killed @M|29 dead}. {injured @M|90 hurt}."),
            ("Mercury", "2031-03-14", "{killed @M|29 people}."),
            ("Post", "2031-03-15", "{killed @M|29 killed}."),
            ("Echo", "2031-03-15", "{injured @M|90 people}."),
        ])
    }

    fn all(numbers: &[i64]) -> Vec<ArticleId> {
        numbers.iter().copied().map(ArticleId).collect()
    }

    #[track_caller]
    fn check(acts: &[CopyAct], expected: CopiesSaid) -> Store {
        let mut store = sample();
        for act in acts {
            let edit = copies_edit(&store, act);
            store.commit(edit, "2031-03-16T09:00:00Z");
        }
        assert_eq!(copies_said(&store.copies_told(), &all(&[1, 2, 3])), expected);
        store
    }

    #[test]
    fn what_is_said_last_holds() {
        let (one, apart) = (CopyAct::One(all(&[1, 2, 3])), CopyAct::Apart(all(&[1, 2, 3])));
        check(&[], CopiesSaid::Nothing);
        check(std::slice::from_ref(&one), CopiesSaid::One);
        check(std::slice::from_ref(&apart), CopiesSaid::Apart);
        check(&[apart.clone(), one.clone()], CopiesSaid::One);
        let mut store = check(&[one.clone(), apart.clone()], CopiesSaid::Apart);
        store.undo();
        assert_eq!(copies_said(&store.copies_told(), &all(&[3, 1, 2])), CopiesSaid::One);
        let out = CopyAct::TakeOut(ArticleId(3), all(&[1, 2, 3]));
        let store = check(&[one.clone(), out], CopiesSaid::Partly);
        assert_eq!(copies_said(&store.copies_told(), &all(&[1, 2])), CopiesSaid::One);
        check(&[one, apart, CopyAct::Forget(all(&[1, 2, 3]))], CopiesSaid::Nothing);
    }

    #[test]
    fn saying_what_is_said_already_changes_nothing() {
        let store = check(&[CopyAct::One(all(&[1, 2, 3]))], CopiesSaid::One);
        assert!(copies_edit(&store, &CopyAct::One(all(&[1, 2, 3]))).is_empty());
        assert!(copies_edit(&store, &CopyAct::Forget(all(&[1, 4]))).is_empty());
        assert!(copies_edit(&store, &CopyAct::Apart(all(&[4]))).is_empty());
    }

    fn copies(store: &Store) -> Conclusions {
        let number = |words: &str| claim(store, words).0.unsigned_abs();
        Conclusions {
            copies: vec![
                CopyGroup {
                    key: "copy".to_owned(),
                    claims: vec![number("29 dead"), number("29 people")],
                    articles: vec![1, 2],
                    agency: None,
                    reason: "They carry the same words.".to_owned(),
                }
                .into(),
            ],
            ..Conclusions::default()
        }
    }

    fn shown(store: &Store, conclusions: &Conclusions) -> Vec<String> {
        let rows = findings(store, conclusions, &Sources::new(store, LinesBy::Publisher)).rows;
        let line = |row: &Finding| {
            let names: Vec<&str> = row.sides.iter().map(|side| side.name.as_str()).collect();
            let said = row.copied.as_ref().map(|copied| copied.said).unwrap_or_default();
            let names = names.join(", ");
            format!(
                "{} | {} | {names} | {} | {said:?}",
                row.title, row.measure, row.sentence
            )
        };
        let copies = rows.iter().filter(|row| row.section == Section::Copies);
        copies.map(line).collect()
    }

    #[test]
    fn a_text_stands_for_its_sentences_and_what_is_kept_apart_is_told() {
        let mut store = sample();
        let mut conclusions = copies(&store);
        let sentence =
            "“29 dead” | 1 source | Herald, Mercury | Stands in 2 articles and has 1 independent source. | Nothing";
        assert_eq!(shown(&store, &conclusions), [sentence]);
        conclusions.checks.sources.push(SourceGroup {
            key: "source".to_owned(),
            articles: vec![1, 2, 4],
            agency: Some("KNA".to_owned()),
            links: Vec::new(),
            reason: "They carry one text.".to_owned(),
        });
        assert_eq!(
            shown(&store, &conclusions),
            ["one text, KNA | 1 source | Herald, Mercury |  | Nothing"]
        );
        let edit = copies_edit(&store, &CopyAct::Apart(all(&[1, 4])));
        store.commit(edit, "2031-03-16T09:00:00Z");
        assert_eq!(
            shown(&store, &Conclusions::default()),
            ["no copies | 2 articles | Herald, Echo | Kept apart by you: Herald and Echo. | Apart"]
        );
    }

    #[test]
    fn copies_are_one_independent_source() {
        let store = sample();
        let claims: Vec<ClaimId> = store.claims().map(|row| row.id).collect();
        let mut conclusions = Conclusions::default();
        assert_eq!(num_independent(&store, &conclusions, &claims), 4);
        conclusions = copies(&store);
        assert_eq!(num_independent(&store, &conclusions, &claims), 3);
        let of_others = [claim(&store, "90 hurt"), claim(&store, "29 people")];
        assert_eq!(num_independent(&store, &conclusions, &of_others), 2, "other sentences");
        assert_eq!(num_independent(&store, &conclusions, &[]), 0);
    }
}
