//! The filter of the project: one value that drives charts, table and conflicts, and that Review may follow.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::chart_day::days_of;
use super::look::DaysBy;
use super::stories_list::{StoryRow, story_articles};
use super::words;
use crate::claim::{Scope, VictimClass};
use crate::link::Conclusions;
use crate::store::{ArticleId, ClaimRecord, Status, Store};

/// Which figures count. What is empty lets everything pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only one run of events.
    pub story: Option<StoryPart>,
    /// Words that the place must hold.
    pub place: String,
    /// Classes of victims.
    pub classes: BTreeSet<VictimClass>,
    /// Running totals, incidents, what the words do not tell.
    pub scopes: BTreeSet<Scope>,
    /// States.
    pub states: BTreeSet<Status>,
    /// Tags of the claim or of its article.
    pub tags: BTreeSet<String>,
    /// First and last day, and which day of a claim they speak of.
    pub days: Option<(Date, Date, DaysBy)>,
}

/// The story that alone counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryPart {
    /// Its stable name.
    pub key: String,
    /// As shown.
    pub name: String,
    /// Its articles; they follow the conclusions, see [`Filter::follow`].
    pub articles: Arc<BTreeSet<ArticleId>>,
}

impl StoryPart {
    /// A story as listed.
    pub fn of(row: &StoryRow) -> Self {
        Self {
            key: row.key.clone(),
            name: row.name.clone(),
            articles: Arc::new(row.articles.iter().copied().collect()),
        }
    }
}

/// One change of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterChange {
    /// Only this story; `None` = all.
    Story(Option<StoryPart>),
    /// Words that the place must hold; empty = any place.
    Place(String),
    /// A class of victims, on or off.
    Class(VictimClass),
    /// A scope, on or off.
    Scope(Scope),
    /// A state, on or off.
    State(Status),
    /// A tag, on or off.
    Tag(String),
    /// First and last day; `None` = any day.
    Days(Option<(Date, Date, DaysBy)>),
    /// Everything passes.
    Clear,
}

/// A part of the filter as shown, with what takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterChip {
    /// "Place: Estrava".
    pub words: String,
    /// Takes this part away.
    pub remove: FilterChange,
}

impl Filter {
    /// Carries out a change.
    pub fn change(&mut self, change: FilterChange) {
        match change {
            FilterChange::Story(story) => self.story = story,
            FilterChange::Place(place) => self.place = place,
            FilterChange::Class(class) => toggle(&mut self.classes, class),
            FilterChange::Scope(scope) => toggle(&mut self.scopes, scope),
            FilterChange::State(state) => toggle(&mut self.states, state),
            FilterChange::Tag(tag) => toggle(&mut self.tags, tag),
            FilterChange::Days(days) => self.days = days,
            FilterChange::Clear => *self = Self::default(),
        }
    }

    /// True where everything passes.
    pub fn is_empty(&self) -> bool {
        self.chips().is_empty()
    }

    /// Takes over which articles the story has by now, and what it is called; gives the name of a story that is gone, after
    /// which all stories pass.
    pub fn follow(&mut self, conclusions: &Conclusions) -> Option<String> {
        let part = self.story.as_mut()?;
        let story = conclusions.stories.iter().find(|story| story.key == part.key);
        let Some((story, articles)) = story.zip(story_articles(conclusions, &part.key)) else {
            return self.story.take().map(|part| part.name);
        };
        if !story.name.is_empty() && part.name != story.name {
            part.name.clone_from(&story.name);
        }
        if *part.articles != articles {
            part.articles = Arc::new(articles);
        }
        None
    }

    /// True where the claim passes.
    pub fn passes(&self, store: &Store, record: &ClaimRecord) -> bool {
        let claim = record.claim();
        let in_story = |part: &StoryPart| part.articles.contains(&record.article);
        self.story.as_ref().is_none_or(in_story)
            && (self.classes.is_empty() || self.classes.contains(&claim.victim_class))
            && (self.scopes.is_empty() || self.scopes.contains(&claim.scope))
            && (self.states.is_empty() || self.states.contains(&record.status()))
            && in_days(self.days, store, record)
            && is_tagged(&self.tags, store, record)
            && self.is_there(store, record)
    }

    /// The words stand in the claim's place; where it has none, in its sentence.
    fn is_there(&self, store: &Store, record: &ClaimRecord) -> bool {
        if self.place.trim().is_empty() {
            return true;
        }
        let claim = record.claim();
        let hay = match &claim.place {
            Some(place) => format!("{}\n{}", place.words, place.canonical),
            None => {
                let article = store.article(record.article);
                article.map_or_else(String::new, |article| claim.sentence.of(article.text()).to_owned())
            }
        };
        let hay = hay.to_lowercase();
        let mut words = self.place.split_whitespace();
        words.all(|word| hay.contains(&word.to_lowercase()))
    }

    /// The parts that hold, in words.
    pub fn chips(&self) -> Vec<FilterChip> {
        let mut chips = Vec::new();
        let mut add = |words: String, remove: FilterChange| chips.push(FilterChip { words, remove });
        if let Some(part) = &self.story {
            let story = format!("Story: {}", words::short(&part.name, 30));
            add(story, FilterChange::Story(None));
        }
        if let Some((from, to, by)) = self.days {
            add(day_range(from, to, by), FilterChange::Days(None));
        }
        if !self.place.trim().is_empty() {
            let place = format!("Place: {}", self.place.trim());
            add(place, FilterChange::Place(String::new()));
        }
        for class in &self.classes {
            add(
                format!("Victims: {}", words::class(*class)),
                FilterChange::Class(*class),
            );
        }
        for scope in &self.scopes {
            add(format!("Scope: {}", words::scope(*scope)), FilterChange::Scope(*scope));
        }
        for state in &self.states {
            add(words::status(*state).to_owned(), FilterChange::State(*state));
        }
        for tag in &self.tags {
            add(format!("Tag: {tag}"), FilterChange::Tag(tag.clone()));
        }
        chips
    }
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}

/// "As of 12 – 14 March 2031".
pub(super) fn day_range(from: Date, to: Date, by: DaysBy) -> String {
    let days = if from == to {
        words::day(from)
    } else if from.year() == to.year() && from.month() == to.month() {
        format!("{} – {} {}", from.day(), words::day_and_month(to), to.year())
    } else {
        format!(
            "{} {} – {} {}",
            words::day_and_month(from),
            from.year(),
            words::day_and_month(to),
            to.year()
        )
    };
    format!("{} {days}", words::days_by(by))
}

/// All tags of claims and articles.
pub fn all_tags(store: &Store) -> BTreeSet<String> {
    // Tags of names are left out: no figure carries them.
    let of_articles = store.articles().flat_map(|article| article.tags.iter());
    let of_claims = store.claims().flat_map(|record| record.tags.iter());
    of_articles.chain(of_claims).cloned().collect()
}

/// True where the claim stands on one of these days, first and last among them; without days true.
pub(super) fn in_days(days: Option<(Date, Date, DaysBy)>, store: &Store, record: &ClaimRecord) -> bool {
    let Some((from, to, by)) = days else { return true };
    days_of(store, record, by).is_some_and(|days| days.held >= from && days.held <= to)
}

/// True where the claim or its article has one of these tags; without tags true.
pub(super) fn is_tagged(tags: &BTreeSet<String>, store: &Store, record: &ClaimRecord) -> bool {
    if tags.is_empty() {
        return true;
    }
    let article = store.article(record.article);
    let of_article = article.map_or(&[][..], |article| article.tags.as_slice());
    record.tags.iter().chain(of_article).any(|tag| tags.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::{DaysBy, Filter, FilterChange, StoryPart};
    use crate::claim::{Scope, VictimClass};
    use crate::link::{Conclusions, Story};
    use crate::show::testing::store;
    use crate::store::{ArticleId, Status};
    use jiff::civil::date;
    use std::sync::Arc;

    #[track_caller]
    fn check(changes: &[FilterChange], passing: &[&str], chips: &[&str]) {
        let store = store(&[
            (
                "A",
                "2031-03-12",
                "{killed total class protester accepted|12 dead} in Estrava. {killed incident|5 dead} near the Mill.",
            ),
            (
                "B",
                "2031-03-14",
                "{killed class security_force happened 2031-03-10|6 police} fell.",
            ),
        ]);
        let mut filter = Filter::default();
        changes.iter().for_each(|change| filter.change(change.clone()));
        let rows = store.claims().filter(|record| filter.passes(&store, record));
        let got: Vec<&str> = rows
            .map(|record| {
                let article = store.article(record.article).expect("its article");
                record.claim().span.of(article.text())
            })
            .collect();
        assert_eq!(got, passing);
        let words: Vec<String> = filter.chips().into_iter().map(|chip| chip.words).collect();
        assert_eq!(words, chips);
        let removed = filter.chips();
        removed.into_iter().for_each(|chip| filter.change(chip.remove));
        assert!(filter.is_empty(), "each chip takes its part away");
    }

    #[test]
    fn an_empty_filter_lets_everything_pass() {
        check(&[], &["12 dead", "5 dead", "6 police"], &[]);
        let clear = [FilterChange::Scope(Scope::Total), FilterChange::Clear];
        check(&clear, &["12 dead", "5 dead", "6 police"], &[]);
        let twice = [FilterChange::Scope(Scope::Total), FilterChange::Scope(Scope::Total)];
        check(&twice, &["12 dead", "5 dead", "6 police"], &[]);
    }

    #[test]
    fn each_part_narrows() {
        check(
            &[FilterChange::Place(" estrava ".into())],
            &["12 dead"],
            &["Place: estrava"],
        );
        check(
            &[FilterChange::Scope(Scope::Incident)],
            &["5 dead"],
            &["Scope: Incident"],
        );
        check(&[FilterChange::State(Status::Accepted)], &["12 dead"], &["Accepted"]);
        let two = [
            FilterChange::Class(VictimClass::Protester),
            FilterChange::Class(VictimClass::SecurityForce),
        ];
        check(
            &two,
            &["12 dead", "6 police"],
            &["Victims: Protesters", "Victims: Security forces"],
        );
        check(&[FilterChange::Tag("checked".into())], &[], &["Tag: checked"]);
    }

    #[test]
    fn a_story_alone_follows_what_is_concluded() {
        let story = |articles: &[u64]| Conclusions {
            stories: vec![Story {
                key: "Estrava".to_owned(),
                name: "The harbour".to_owned(),
                articles: articles.to_vec(),
                place: None,
                days: None,
                told: false,
                shared: Vec::new(),
                reason: String::new().into(),
            }],
            ..Conclusions::default()
        };
        let part = StoryPart {
            key: "Estrava".to_owned(),
            name: "Estrava".to_owned(),
            articles: Arc::new([ArticleId(2)].into()),
        };
        check(
            &[FilterChange::Story(Some(part.clone()))],
            &["6 police"],
            &["Story: Estrava"],
        );
        let mut filter = Filter::default();
        assert_eq!(filter.follow(&story(&[1])), None);
        filter.change(FilterChange::Story(Some(part)));
        assert_eq!(filter.follow(&story(&[1, 3])), None);
        let part = filter
            .story
            .as_ref()
            .map(|part| (part.name.as_str(), part.articles.len()));
        assert_eq!(part, Some(("The harbour", 2)));
        assert_eq!(filter.follow(&Conclusions::default()).as_deref(), Some("The harbour"));
        assert!(filter.is_empty(), "a story that is gone keeps nothing out");
    }

    #[test]
    fn days_are_of_the_day_that_the_axis_shows() {
        let range = |by| FilterChange::Days(Some((date(2031, 3, 10), date(2031, 3, 12), by)));
        check(
            &[range(DaysBy::AsOf)],
            &["12 dead", "5 dead"],
            &["As of 10 – 12 March 2031"],
        );
        check(&[range(DaysBy::Event)], &["6 police"], &["Happened 10 – 12 March 2031"]);
        let one = FilterChange::Days(Some((date(2031, 3, 14), date(2031, 3, 14), DaysBy::Published)));
        check(&[one], &["6 police"], &["Published Fri 14 March 2031"]);
    }
}
