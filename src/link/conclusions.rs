//! What is concluded over figures: same, in conflict, rising, falling, copied.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::copies::Sources;
use super::event::event;
use super::figure::{Bounds, LinkedFigure};
pub(super) use super::found::{Conclusions, Conflict, CopyGroup, FallingTotal, SameFigure};
use super::newer::{Asked, is_left};
use super::origins::Origins;
use super::ranked::Place;
use super::reach::{ClassGroup, Reach, reach};
use super::series::{AllSeries, Disputes};
use super::side::{FigureKey, figure_key};
use super::speaker::speaker_keys;
use super::{checks, conflict, copies, fall, meaning, same, series};
use crate::base::short_digest;
use crate::claim::Kind;
use crate::entity::fold;

/// Days for which a figure is still known to be somebody's where an article names nobody for it.
const RESTATED_DAYS: i32 = 14;

/// Works out everything. Pure; the same figures in the same order give the same conclusions.
pub fn conclusions(figures: &[LinkedFigure]) -> Conclusions {
    conclusions_from(figures, &Sources::default())
}

/// [`conclusions`] where it is known which articles are one source: story by story, and put together.
pub fn conclusions_from(figures: &[LinkedFigure], sources: &Sources) -> Conclusions {
    let mut stories: BTreeMap<&str, Vec<&LinkedFigure>> = BTreeMap::new();
    for figure in figures {
        stories.entry(&figure.story).or_default().push(figure);
    }
    let parts: Vec<Conclusions> = stories
        .values()
        .map(|figures| story_conclusions(figures, sources))
        .collect();
    put_together(&parts, sources)
}

/// What follows from the figures of one story. Figures of two stories are never compared, so each can be worked out by
/// itself, and again when something changes in it.
pub fn story_conclusions(figures: &[&LinkedFigure], sources: &Sources) -> Conclusions {
    let rows = rows(figures);
    let copies = copies::copies(&rows, sources);
    let origins = Origins::new(&copies.groups);
    let series = AllSeries::new(&rows);
    let mut conflicts = conflict::conflicts(&rows, &origins);
    let disputes = Disputes::new(&rows, &conflicts);
    let growth = series.growth(&disputes, &origins);
    conflicts.extend(meaning::meanings(&rows, &origins));
    conflicts.extend(series.updates(&growth, &disputes, &origins));
    conflicts.sort_by(ranked);
    // they are many and kept, and most have two sides
    conflicts.iter_mut().for_each(|conflict| conflict.sides.shrink_to_fit());
    Conclusions {
        stories: Vec::new(),
        same: same::same(&rows).into_iter().map(Arc::new).collect(),
        growth: growth.into_iter().map(Arc::new).collect(),
        falls: fall::falls(&rows),
        checks: checks::checks(&rows, &copies, &conflicts, sources),
        conflicts: conflicts.into_iter().map(Arc::new).collect(),
        copies: copies.groups.into_iter().map(Arc::new).collect(),
    }
}

/// The conclusions of stories as those of a project; what they hold is shared with them.
pub fn put_together<'c>(parts: impl IntoIterator<Item = &'c Conclusions>, sources: &Sources) -> Conclusions {
    let mut all = Conclusions::default();
    all.checks.sources.clone_from(&sources.groups);
    for part in parts {
        all.same.extend_from_slice(&part.same);
        all.conflicts.extend_from_slice(&part.conflicts);
        all.growth.extend_from_slice(&part.growth);
        all.falls.extend_from_slice(&part.falls);
        all.copies.extend_from_slice(&part.copies);
        all.checks.take(&part.checks);
    }
    let first = |same: &SameFigure| (Reverse(same.num_articles), beginning(&same.key));
    sort_shared(&mut all.same, first, same::ranked);
    let first = |conflict: &Conflict| {
        (
            conflict.sort,
            // none is negative, so its bits are in its order
            Reverse(conflict.ratio.to_bits()),
            Reverse(conflict.num_sources),
        )
    };
    sort_shared(&mut all.conflicts, |one| (first(one), beginning(&one.key)), ranked);
    all.growth.sort_by(|a, b| series::ranked(a, b));
    all.falls.sort_by(fall::ranked);
    let first = |copied: &CopyGroup| (Reverse(copied.articles.len()), beginning(&copied.key));
    sort_shared(&mut all.copies, first, copies::ranked);
    all.checks.sort();
    all
}

/// Puts rows in order, by all of them only where what is read first leaves it open: rows lie about in memory, and looking at
/// two again for every comparison takes longer than all the rest.
fn sort_shared<T, K: Ord>(rows: &mut Vec<Arc<T>>, first: impl Fn(&T) -> K, ranked: impl Fn(&T, &T) -> Ordering) {
    let mut read: Vec<(K, Arc<T>)> = rows.drain(..).map(|row| (first(&row), row)).collect();
    read.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| ranked(one, other)));
    rows.extend(read.into_iter().map(|(_, row)| row));
}

/// The first bytes of a key, in whose order the keys are as far as they tell.
fn beginning(key: &str) -> [u8; 16] {
    let mut out = [0; 16];
    for (slot, byte) in out.iter_mut().zip(key.bytes()) {
        *slot = byte;
    }
    out
}

/// By sort, then the furthest apart first, then those of most sources.
fn ranked(a: &Conflict, b: &Conflict) -> Ordering {
    a.sort
        .cmp(&b.sort)
        .then(b.ratio.total_cmp(&a.ratio))
        .then(b.num_sources.cmp(&a.num_sources))
        .then_with(|| a.key.cmp(&b.key))
}

/// What figures are equal by: value, bounds and qualifier; kind, class, reach, story. What differs most comes first.
pub(super) type Equal<'r> = (FigureKey, (Kind, ClassGroup, &'r Reach, &'r str));

/// Whose figure it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner<'f> {
    /// Key of who says so, never empty.
    pub(super) voice: Arc<str>,
    /// The name; empty where nobody is named and the outlet is not known.
    pub(super) name: &'f str,
    /// True for a speaker, false for an outlet or an article.
    pub(super) is_named: bool,
    /// True for an old figure told again: where the article names nobody, but others named somebody on an earlier day, and
    /// where it is what a source goes away from: "lowered to 455 from 488".
    pub(super) is_old: bool,
}

/// A figure with what every conclusion asks of it, worked out once.
#[derive(Clone, Debug)]
pub(super) struct Row<'f> {
    pub(super) figure: &'f LinkedFigure,
    /// Key of the speaker; empty if the article vouches.
    pub(super) speaker: Arc<str>,
    /// Whose figure it is, also where only another article names who says so.
    pub(super) owner: Owner<'f>,
    /// Key of the outlet; empty if unknown.
    pub(super) publisher: Arc<str>,
    pub(super) day: Option<Date>,
    pub(super) bounds: Bounds,
    /// What it may be compared with; `None` for nothing.
    pub(super) reach: Option<Reach>,
    pub(super) class: ClassGroup,
    /// The place of its reach.
    pub(super) place: Place,
    pub(super) asked: Asked,
    /// True for a toll of the story's one event.
    pub(super) of_event: bool,
}

impl Row<'_> {
    /// Who says so, for sentences: the speaker, else the outlet, else the article.
    pub(super) fn voice(&self) -> &str {
        let figure = self.figure;
        figure
            .speaker
            .as_deref()
            .or(figure.publisher.as_deref())
            .map_or("an article", bare)
    }

    /// What a figure is, whoever says so and on whatever day; `None` where it is compared with nothing.
    pub(super) fn equal(&self) -> Option<Equal<'_>> {
        let figure = self.figure;
        let about = (figure.kind, self.class, self.reach.as_ref()?, figure.story.as_str());
        Some((figure_key(figure.figure), about))
    }

    /// The words of the figure for keys and sentences.
    pub(super) fn words(&self) -> String {
        self.figure.quote.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the figure says apart from its place: kind, class, bounds, speaker.
    pub(super) fn about(&self) -> String {
        let figure = &self.figure.figure;
        let number = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        format!(
            "{}/{}/{}/{}..{}/{}/{}",
            self.figure.kind.id(),
            self.figure.victim_class.id(),
            figure.qualifier.id(),
            number(figure.low.or(figure.value)),
            number(figure.high.or(figure.value)),
            self.speaker,
            if self.speaker.is_empty() { &self.publisher } else { "" },
        )
    }
}

/// The keys of an outlet: its own, and that of its voice.
type Outlet = (Arc<str>, Arc<str>);

fn rows<'f>(figures: &[&'f LinkedFigure]) -> Vec<Row<'f>> {
    let named = figures
        .iter()
        .map(|figure| figure.speaker.as_deref().unwrap_or_default());
    let speakers = speaker_keys(named);
    let event = event(figures);
    let mut outlets: HashMap<Option<&str>, Outlet> = HashMap::new();
    let mut rows: Vec<Row<'f>> = Vec::with_capacity(figures.len());
    for (figure, speaker) in figures.iter().copied().zip(speakers) {
        let publisher = figure.publisher.as_deref();
        let outlet = outlets.entry(publisher).or_insert_with(|| outlet(publisher));
        let speaker = figure.speaker.as_ref().map_or_else(Arc::default, |_| speaker);
        rows.push(Row {
            figure,
            owner: own(figure, &speaker, outlet),
            speaker,
            publisher: Arc::clone(&outlet.0),
            day: figure.day(),
            bounds: Bounds::of(&figure.figure),
            reach: reach(figure, event.as_ref()),
            class: ClassGroup::among(figure.victim_class, figure.kind),
            place: Place::default(),
            asked: Asked::default(),
            of_event: event.as_ref().is_some_and(|event| event.holds(figure)),
        });
    }
    let places = Place::all(rows.iter().filter_map(|row| row.reach.as_ref()?.place()));
    for row in &mut rows {
        let place = row.reach.as_ref().and_then(Reach::place);
        row.place = place.and_then(|place| places.get(place).cloned()).unwrap_or_default();
    }
    let owners = owners(&rows);
    for (row, owner) in rows.iter_mut().zip(owners) {
        if let Some(owner) = owner {
            row.owner = owner;
        }
        row.owner.is_old |= is_left(row.figure);
    }
    rows
}

fn outlet(name: Option<&str>) -> Outlet {
    let key = name.map_or_else(String::new, outlet_key);
    let voice = format!("outlet:{key}");
    (key.into(), voice.into())
}

/// Whose figure it is by the article itself: the speaker's, else the outlet's, else the article's.
fn own<'f>(figure: &'f LinkedFigure, speaker: &Arc<str>, (outlet, voice): &Outlet) -> Owner<'f> {
    let voice = match (speaker.is_empty(), outlet.is_empty()) {
        (false, _) => Arc::clone(speaker),
        (true, false) => Arc::clone(voice),
        (true, true) => format!("article:{}", figure.article).into(),
    };
    let name = figure.speaker.as_deref().or(figure.publisher.as_deref());
    Owner {
        voice,
        name: name.map_or("", bare),
        is_named: !speaker.is_empty(),
        is_old: false,
    }
}

/// Whose each figure is. A figure that nobody is named for belongs to who is named for the same figure of that day, else
/// to the first of the outlets that have it. Where somebody was named for it in the days before, it is told again. `None`
/// where it is of whom the article has it from.
fn owners<'f>(rows: &[Row<'f>]) -> Vec<Option<Owner<'f>>> {
    let mut named: BTreeMap<(Equal<'_>, Date), &Owner<'f>> = BTreeMap::new();
    let mut unsaid = named.clone();
    for (row, own) in rows.iter().map(|row| (row, &row.owner)) {
        if let (Some(equal), Some(day)) = (row.equal(), row.day) {
            let owners = if row.speaker.is_empty() {
                &mut unsaid
            } else {
                &mut named
            };
            let owner = owners.entry((equal, day)).or_insert(own);
            if own < *owner {
                *owner = own;
            }
        }
    }
    let of = |row: &Row<'_>| {
        let (equal, day) = (row.equal()?, row.day.filter(|_| row.speaker.is_empty())?);
        let last = named.range((equal, Date::MIN)..=(equal, day)).next_back();
        let near = last.filter(|((_, last), _)| (day - *last).get_days() <= RESTATED_DAYS);
        match near {
            Some(((_, last), owner)) => Some(Owner {
                is_old: *last < day,
                ..(*owner).clone()
            }),
            None => unsaid.get(&(equal, day)).map(|owner| (*owner).clone()),
        }
    };
    rows.iter().map(of).collect()
}

/// The key of an outlet's name or domain: letters and digits, without "the", "www" and the domain's end.
pub fn outlet_key(name: &str) -> String {
    let folded = fold(name.trim());
    let host = folded.rsplit("://").next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_prefix("the ").unwrap_or(host);
    let is_domain = !host.contains(' ') && host.contains('.');
    let host = if is_domain {
        host.split('.').next().unwrap_or(host)
    } else {
        host
    };
    host.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The name without "the".
pub(super) fn bare(name: &str) -> &str {
    let bare = ["the ", "The "].iter().find_map(|the| name.strip_prefix(the));
    bare.unwrap_or(name)
}

/// A stable name: the sort of conclusion and twelve hex digits of what it is about, whatever the order of the parts.
pub(super) fn key(sort: &str, mut parts: Vec<String>) -> String {
    parts.sort();
    format!("{sort}:{}", short_digest(parts.iter().map(String::as_str)))
}

/// Claims of rows, in order, each once.
pub(super) fn claims<'r>(rows: impl IntoIterator<Item = &'r Row<'r>>) -> Vec<u64> {
    let mut out: Vec<u64> = rows.into_iter().map(|row| row.figure.claim).collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::outlet_key;

    #[test]
    fn spellings_of_an_outlet_meet() {
        assert_eq!(
            outlet_key("https://www.estrava-post.com"),
            outlet_key("The Estrava Post")
        );
        assert_eq!(outlet_key("The Estrava Post"), outlet_key("estravapost.vl"));
        assert_ne!(outlet_key("Estrava Post"), outlet_key("Estrava Times"));
    }
}
