//! Articles of one story settle one another's missing days and years.

use jiff::civil::Date;

use super::calendar::{weekday_before, weekday_from, weekday_up_to};
use super::published::{Alternative, Basis, Evidence, Published};

/// One article of a story with what it tells of its own day.
#[derive(Clone, Copy, Debug)]
pub struct StoryArticle<'a> {
    /// Names the article in the evidence of the others.
    pub file: &'a str,
    /// What [`super::published`] gave for it.
    pub published: Option<&'a Published>,
}

/// Articles of one story are held to lie within so many days of the nearest dated one.
const REACH_DAYS: i32 = 6;
/// Where the year is open, the day nearest to the story must be this near.
const REACH_OPEN_DAYS: i32 = 31;
/// A date this sure, or one that was given, is never moved by the others.
const FIRM: f32 = 0.7;

/// What the story's articles know of their days together, in their order: open years and missing days are settled by
/// the nearest dated article, which is named in the evidence. Firm and given dates stay; where no article has a
/// date that holds, all stay as they are.
pub fn settle_story(articles: &[StoryArticle<'_>]) -> Vec<Option<Published>> {
    let mut out: Vec<Option<Published>> = articles.iter().map(|article| article.published.cloned()).collect();
    let firm = anchors(articles, &out, is_firm);
    let year = common_year(articles);
    for published in out.iter_mut().flatten().filter(|published| is_open(published)) {
        settle_open(published, &firm, year);
    }
    let dated = anchors(articles, &out, |published| {
        published.date.is_some() && !is_open(published)
    });
    for published in out.iter_mut().flatten().filter(|published| published.date.is_none()) {
        settle_weekday(published, &dated);
    }
    out
}

/// A dated article of the story.
struct Anchor<'a> {
    date: Date,
    file: &'a str,
    evidence: Vec<Evidence>,
    confidence: f32,
}

fn anchors<'a>(
    articles: &[StoryArticle<'a>],
    found: &[Option<Published>],
    holds: impl Fn(&Published) -> bool,
) -> Vec<Anchor<'a>> {
    articles
        .iter()
        .zip(found)
        .filter_map(|(article, published)| {
            let published = published.as_ref().filter(|published| holds(published))?;
            Some(Anchor {
                date: published.date?,
                file: article.file,
                evidence: published.evidence.clone(),
                confidence: published.confidence,
            })
        })
        .collect()
}

fn is_firm(published: &Published) -> bool {
    published.date.is_some() && (published.basis == Basis::Given || published.confidence >= FIRM)
}

/// True where several days fit and none is firm.
fn is_open(published: &Published) -> bool {
    !published.alternatives.is_empty() && !is_firm(published)
}

/// The year on which all articles agree that tell one and have no date.
fn common_year(articles: &[StoryArticle<'_>]) -> Option<i16> {
    let mut years = articles
        .iter()
        .filter_map(|article| article.published.filter(|published| published.date.is_none())?.year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// Chooses among the days that fit the one nearest to the story's firm ones, or the one in its year.
fn settle_open(published: &mut Published, firm: &[Anchor<'_>], year: Option<i16>) {
    let days: Vec<Date> = published
        .date
        .into_iter()
        .chain(published.alternatives.iter().map(|alternative| alternative.date))
        .collect();
    let nearest = days
        .iter()
        .flat_map(|day| firm.iter().map(move |anchor| (far(*day, anchor.date), *day, anchor)))
        .min_by_key(|(far, ..)| *far)
        .filter(|(far, ..)| *far <= REACH_OPEN_DAYS);
    match nearest {
        Some((_, day, anchor)) => settle(published, day, std::slice::from_ref(anchor), 0.9),
        None => {
            let mut of_year = days.iter().filter(|day| Some(day.year()) == year);
            if let (Some(day), None) = (of_year.next(), of_year.next()) {
                settle(published, *day, &[], 0.8);
            }
        }
    }
}

/// Finds the day of the known weekday that lies nearest to all dated articles.
fn settle_weekday(published: &mut Published, dated: &[Anchor<'_>]) {
    let Some(weekday) = published.weekday else { return };
    let best = dated
        .iter()
        .flat_map(|anchor| {
            [
                weekday_up_to(anchor.date, weekday),
                weekday_from(anchor.date, weekday),
                weekday_before(anchor.date, weekday),
            ]
        })
        .flatten()
        .filter(|day| published.year.is_none_or(|year| day.year() == year))
        .filter_map(|day| {
            let near = dated.iter().map(|anchor| far(day, anchor.date)).min()?;
            let total: i64 = dated.iter().map(|anchor| i64::from(far(day, anchor.date))).sum();
            (near <= REACH_DAYS).then_some((total, day))
        })
        .min();
    let Some((_, day)) = best else { return };
    let near: Vec<&Anchor<'_>> = dated
        .iter()
        .filter(|anchor| far(day, anchor.date) <= REACH_DAYS)
        .collect();
    let sure = near.iter().map(|anchor| anchor.confidence).fold(0.0, f32::max) * 0.85;
    let sources: Vec<Anchor<'_>> = near
        .into_iter()
        .map(|anchor| Anchor {
            date: anchor.date,
            file: anchor.file,
            evidence: anchor.evidence.clone(),
            confidence: anchor.confidence,
        })
        .collect();
    settle(published, day, &sources, sure);
}

fn settle(published: &mut Published, day: Date, sources: &[Anchor<'_>], confidence: f32) {
    let others: Vec<Alternative> = published
        .alternatives
        .drain(..)
        .filter(|alternative| alternative.date != day && alternative.date.year() == day.year())
        .collect();
    published.alternatives = others;
    published.date = Some(day);
    published.weekday = Some(day.weekday());
    published.year = Some(day.year());
    published.confidence = confidence.min(0.9);
    for source in sources {
        let own = source.evidence.iter().filter(|evidence| evidence.file.is_none());
        published.evidence.extend(own.map(|evidence| Evidence {
            file: Some(source.file.to_owned()),
            ..evidence.clone()
        }));
    }
}

/// Days between two dates, without sign.
fn far(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().saturating_abs())
}
