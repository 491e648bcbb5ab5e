//! Articles that are one source: the same text, one within the other, one agency's report, or the analyst's word.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::agency::agency_key;
use super::joining::Joining;
use super::{CopiesTold, agency_of};
use crate::base::Span;
use crate::jobs::{Token, map, num_threads};
use crate::link::conclusions::{key, outlet_key};
use crate::link::minhash::{Search, Shared, Sketched, sample, search, shingles, text_hash};

/// Words in a run.
const RUN_WORDS: usize = 5;
/// One in so many runs of words is kept.
const RATE: u32 = 4;
/// Share of the shorter article from which both are one source.
const LEAST_SHARE: f64 = 0.5;
/// The same for two articles with one agency's tag, which cut and follow up its reports.
const LEAST_AGENCY_SHARE: f64 = 0.25;
/// Share of the longer article below which the shorter one stands within it and it has much else.
const LEAST_OF_LONGER: f64 = 0.6;
/// Shared runs kept in the sketches below which nothing is said: some forty words.
const LEAST_SHARED: u32 = 8;

const SEARCH: Search = Search {
    reach_days: 21,
    standing_days: Some(42),
    least_shared: LEAST_SHARED,
};

/// What finding copies needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct CopyArticle<'a> {
    /// Its number in the project.
    pub number: u64,
    /// What it is told by from itself where its text or what is outside the article is another; 0 where that is not kept.
    pub state: u64,
    /// Its text.
    pub text: &'a str,
    /// Parts of the text that are not the article.
    pub boilerplate: &'a [Span],
    /// Its outlet, where it is known.
    pub publisher: Option<&'a str>,
    /// Its day, where it is known.
    pub published: Option<Date>,
}

/// Why two articles are one source.
#[derive(Clone, Debug, PartialEq)]
pub enum CopyBasis {
    /// Most of the shorter text stands in the other, and a good part of the longer one too.
    Same,
    /// The shorter text stands within the longer one.
    Within,
    /// Both carry the tag of this agency, and have text in common.
    Agency(String),
    /// The analyst said so.
    Told,
}

/// Two articles that are one source.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyLink {
    /// The numbers of both, the smaller first.
    pub articles: (u64, u64),
    /// Why.
    pub basis: CopyBasis,
    /// The share of the shorter text that stands in the other, 0 to 1, as far as the sketches tell.
    pub share: f64,
}

/// Articles that together are one independent source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceGroup {
    /// Stable name: by its first article.
    pub key: String,
    /// Two or more, in order of their numbers.
    pub articles: Vec<u64>,
    /// The agency whose tag one of them carries.
    pub agency: Option<String>,
    /// What joins them, the strongest first.
    pub links: Vec<CopyLink>,
    /// Why they are one, in a sentence.
    pub reason: String,
}

/// Which articles are one source; articles that are in no group are each a source of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// The largest first.
    pub groups: Vec<SourceGroup>,
    /// What the analyst said.
    pub(super) told: CopiesTold,
    of: BTreeMap<u64, usize>,
    /// By article, whose tag it carries.
    agencies: BTreeMap<u64, String>,
}

impl Sources {
    /// The group of an article; `None` where it is a source of its own.
    pub fn group_of(&self, article: u64) -> Option<&SourceGroup> {
        self.groups.get(*self.of.get(&article)?)
    }

    /// The agency whose tag an article carries.
    pub fn agency_of(&self, article: u64) -> Option<&str> {
        self.agencies.get(&article).map(String::as_str)
    }

    /// What the analyst said of copies.
    pub fn told(&self) -> &CopiesTold {
        &self.told
    }

    /// What stands for the source of an article: the first article of its group, else its own number.
    pub fn source_of(&self, article: u64) -> u64 {
        let group = self.group_of(article);
        group
            .and_then(|group| group.articles.first().copied())
            .unwrap_or(article)
    }
}

/// What is kept of an article's text between runs.
#[derive(Clone, Debug)]
struct Print {
    hashes: Vec<u32>,
    agency: Option<String>,
    /// The run that last asked for it.
    run: u64,
}

/// Finds copies, run after run: what was worked out for a text is kept for the next run.
#[derive(Clone, Debug, Default)]
pub struct CopyFinder {
    prints: HashMap<u64, Print>,
    run: u64,
}

impl CopyFinder {
    /// The articles that are one source. The same as with a new finder, only sooner.
    pub fn sources(&mut self, articles: &[CopyArticle<'_>], told: &CopiesTold) -> Sources {
        self.run += 1;
        let names: Vec<u64> = articles.iter().map(name_of).collect();
        self.read_new(articles, &names);
        let run = self.run;
        for name in &names {
            if let Some(print) = self.prints.get_mut(name) {
                print.run = run;
            }
        }
        self.prints.retain(|_, print| print.run == run);
        let prints: Vec<&Print> = names.iter().filter_map(|name| self.prints.get(name)).collect();
        sources(articles, &prints, told)
    }

    /// Makes what is kept of the articles that are new, on all processors.
    fn read_new(&mut self, articles: &[CopyArticle<'_>], names: &[u64]) {
        let mut new: Vec<(u64, &CopyArticle<'_>)> = Vec::new();
        let mut seen: HashSet<u64> = HashSet::new();
        for (name, article) in names.iter().zip(articles) {
            if !self.prints.contains_key(name) && seen.insert(*name) {
                new.push((*name, article));
            }
        }
        let work = |(_, article): &(u64, &CopyArticle<'_>)| print(article);
        let made = map(&new, num_threads(), &Token::new(), |_| {}, work);
        for ((name, article), made) in new.iter().zip(made) {
            // what went wrong on a thread goes wrong here as well, and is told by the job
            self.prints.insert(*name, made.unwrap_or_else(|_| print(article)));
        }
    }
}

fn print(article: &CopyArticle<'_>) -> Print {
    let text = own_text(article);
    Print {
        hashes: sample(shingles(&text, RUN_WORDS).0, RATE),
        agency: agency_of(&text),
        run: 0,
    }
}

fn name_of(article: &CopyArticle<'_>) -> u64 {
    if article.state > 0 {
        return article.state;
    }
    let spans = article.boilerplate.iter().fold(0_u64, |sum, span| {
        let ends = (span.start() << 24) ^ span.end();
        sum.wrapping_mul(31)
            .wrapping_add(u64::try_from(ends).unwrap_or_default())
    });
    text_hash(article.text) ^ spans
}

/// The text without what is not the article.
fn own_text(article: &CopyArticle<'_>) -> String {
    let mut out = String::with_capacity(article.text.len());
    let mut at = 0;
    for span in article.boilerplate {
        out.push_str(article.text.get(at..span.start()).unwrap_or_default());
        out.push('\n');
        at = at.max(span.end());
    }
    out.push_str(article.text.get(at..).unwrap_or_default());
    out
}

fn sources(articles: &[CopyArticle<'_>], prints: &[&Print], told: &CopiesTold) -> Sources {
    let links = links(articles, prints);
    let numbers: Vec<u64> = articles.iter().map(|article| article.number).collect();
    let place: HashMap<u64, usize> = numbers.iter().enumerate().map(|(at, number)| (*number, at)).collect();
    let mut joining = Joining::new(&numbers, told);
    let mut kept: Vec<(usize, CopyLink)> = Vec::new();
    for (a, b) in told.all(true) {
        if let (Some(one), Some(two)) = (place.get(&a), place.get(&b))
            && joining.join(*one, *two)
        {
            let link = CopyLink {
                articles: (a, b),
                basis: CopyBasis::Told,
                share: 0.0,
            };
            kept.push((*one, link));
        }
    }
    for (pair, link) in links {
        let is_told = told.said(link.articles.0, link.articles.1).is_some();
        if !is_told && joining.join(pair.0, pair.1) {
            kept.push((pair.0, link));
        }
    }
    collect(articles, prints, (joining, kept), told)
}

/// What joins articles, the strongest first. A long article is within reach of one source only: one that has the reports
/// of two agencies does not make them one.
fn links(articles: &[CopyArticle<'_>], prints: &[&Print]) -> Vec<((usize, usize), CopyLink)> {
    let sketched: Vec<Sketched<'_>> = articles
        .iter()
        .zip(prints)
        .map(|(article, print)| Sketched {
            hashes: &print.hashes,
            day: article.published,
        })
        .collect();
    let mut found: Vec<(Shared, CopyBasis)> = search(&sketched, SEARCH)
        .into_iter()
        .filter_map(|shared| Some((shared, basis(shared, prints)?)))
        .collect();
    let is_within = |shared: &Shared| shared.of_longer < LEAST_OF_LONGER;
    found.sort_by(|(a, _), (b, _)| {
        is_within(a)
            .cmp(&is_within(b))
            .then(b.of_shorter.total_cmp(&a.of_shorter))
            .then(b.count.cmp(&a.count))
            .then(a.pair.cmp(&b.pair))
    });
    let mut holds: HashMap<usize, usize> = HashMap::new();
    let mut out = Vec::new();
    for (shared, basis) in found {
        let (a, b) = shared.pair;
        if is_within(&shared) {
            let size = |at: usize| prints.get(at).map_or(0, |print| print.hashes.len());
            let (short, long) = if size(a) <= size(b) { (a, b) } else { (b, a) };
            if *holds.entry(long).or_insert(short) != short {
                continue;
            }
        }
        let number = |at: usize| articles.get(at).map_or(0, |article| article.number);
        let numbers = (number(a).min(number(b)), number(a).max(number(b)));
        out.push((
            shared.pair,
            CopyLink {
                articles: numbers,
                basis,
                share: shared.of_shorter,
            },
        ));
    }
    out
}

fn basis(shared: Shared, prints: &[&Print]) -> Option<CopyBasis> {
    let agency = |at: usize| prints.get(at).and_then(|print| print.agency.as_ref());
    let one_agency = match (agency(shared.pair.0), agency(shared.pair.1)) {
        (Some(a), Some(b)) if agency_key(a) == agency_key(b) => Some(a),
        _ => None,
    };
    match (
        one_agency,
        shared.of_shorter >= LEAST_SHARE,
        shared.of_longer >= LEAST_OF_LONGER,
    ) {
        (_, true, true) => Some(CopyBasis::Same),
        (Some(agency), ..) if shared.of_shorter >= LEAST_AGENCY_SHARE => Some(CopyBasis::Agency(agency.clone())),
        (_, true, false) => Some(CopyBasis::Within),
        _ => None,
    }
}

fn collect(
    articles: &[CopyArticle<'_>],
    prints: &[&Print],
    (mut joining, kept): (Joining, Vec<(usize, CopyLink)>),
    told: &CopiesTold,
) -> Sources {
    let mut links: BTreeMap<usize, Vec<CopyLink>> = BTreeMap::new();
    for (at, link) in kept {
        links.entry(joining.root(at)).or_default().push(link);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..articles.len() {
        let root = joining.root(at);
        if links.contains_key(&root) {
            members.entry(root).or_default().push(at);
        }
    }
    let mut groups: Vec<SourceGroup> = members
        .into_iter()
        .filter_map(|(root, places)| group(articles, prints, &places, links.remove(&root)?))
        .collect();
    groups.sort_by(|a, b| {
        b.articles
            .len()
            .cmp(&a.articles.len())
            .then(a.articles.cmp(&b.articles))
    });
    let of = groups.iter().enumerate();
    let of = of.flat_map(|(at, group)| group.articles.iter().map(move |article| (*article, at)));
    let agencies = articles.iter().zip(prints);
    let agencies = agencies.filter_map(|(article, print)| Some((article.number, print.agency.clone()?)));
    Sources {
        of: of.collect(),
        agencies: agencies.collect(),
        groups,
        told: told.clone(),
    }
}

fn group(
    articles: &[CopyArticle<'_>],
    prints: &[&Print],
    places: &[usize],
    links: Vec<CopyLink>,
) -> Option<SourceGroup> {
    let rows: Vec<&CopyArticle<'_>> = places.iter().filter_map(|at| articles.get(*at)).collect();
    let mut numbers: Vec<u64> = rows.iter().map(|row| row.number).collect();
    numbers.sort_unstable();
    let agency = places.iter().find_map(|at| prints.get(*at)?.agency.clone());
    Some(SourceGroup {
        key: key("source", vec![numbers.first()?.to_string()]),
        reason: reason(&rows, agency.as_deref(), &links),
        articles: numbers,
        agency,
        links,
    })
}

fn reason(rows: &[&CopyArticle<'_>], agency: Option<&str>, links: &[CopyLink]) -> String {
    let outlets: std::collections::BTreeSet<String> =
        rows.iter().filter_map(|row| row.publisher.map(outlet_key)).collect();
    let shares = || {
        links
            .iter()
            .filter(|link| link.basis != CopyBasis::Told)
            .map(|link| link.share)
    };
    let whose = match agency.filter(|_| shares().next().is_some()) {
        Some(agency) => format!(" from {agency}"),
        None if outlets.len() == 1 => rows
            .iter()
            .find_map(|row| row.publisher)
            .map_or_else(String::new, |outlet| format!(" of {outlet}")),
        None => String::new(),
    };
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let how = match (shares().reduce(f64::min), shares().reduce(f64::max)) {
        (Some(least), Some(most)) if percent(least) == percent(most) => {
            format!("{} of the shorter text stands in the other", percent(most))
        }
        (Some(least), Some(most)) => {
            format!(
                "{} to {} of the shorter text stands in the other",
                percent(least),
                percent(most)
            )
        }
        _ => "you said so".to_owned(),
    };
    format!(
        "{} articles carry one text{whose}: {how}. They are one source.",
        rows.len()
    )
}
