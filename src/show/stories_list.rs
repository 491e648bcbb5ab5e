//! The stories of a project as a list, and what the analyst does with them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::words;
use crate::link::{Conclusions, Story};
use crate::store::{ArticleId, Edit, Store};

/// A story as listed.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryRow {
    /// Its stable name.
    pub key: String,
    /// As shown; "No place named" where it has neither name nor place.
    pub name: String,
    /// Its articles, in order.
    pub articles: Vec<ArticleId>,
    /// The publication days of the first and the last.
    pub days: Option<(Date, Date)>,
    /// Names that most of its articles share.
    pub shared: Vec<String>,
    /// How many claims its articles hold.
    pub num_claims: usize,
    /// True where the analyst named, split or joined it.
    pub told: bool,
    /// Why they are one story.
    pub reason: String,
}

/// What the analyst does with stories; they are given by their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryAct {
    /// Call it something; empty takes the name back.
    Call(String, String),
    /// Take these articles out into a story of their own.
    Split(String, Vec<ArticleId>),
    /// Make the second story part of the first.
    Join(String, String),
    /// Back to what the machine found.
    Forget(String),
}

/// All stories, the one with most articles first.
pub fn story_rows(store: &Store, conclusions: &Conclusions) -> Vec<StoryRow> {
    let year = words::only_year(store);
    let stories = conclusions.stories.iter();
    let mut rows: Vec<StoryRow> = stories.map(|story| row(store, story, year)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.articles.len()));
    rows
}

fn row(store: &Store, story: &Story, year: Option<i16>) -> StoryRow {
    let articles = articles(story);
    let claims = articles.iter().map(|article| store.claims_of(*article).count());
    let name = if story.name.is_empty() {
        "No place named"
    } else {
        &story.name
    };
    StoryRow {
        key: story.key.clone(),
        name: name.to_owned(),
        num_claims: claims.sum(),
        articles,
        days: story.days,
        shared: story.shared.clone(),
        told: story.told,
        reason: words::reason(&story.reason, year),
    }
}

fn articles(story: &Story) -> Vec<ArticleId> {
    let numbers = story.articles.iter();
    numbers
        .filter_map(|number| i64::try_from(*number).ok().map(ArticleId))
        .collect()
}

/// The articles of a chosen story; `None` where it is gone.
pub fn story_articles(conclusions: &Conclusions, key: &str) -> Option<BTreeSet<ArticleId>> {
    let story = conclusions.stories.iter().find(|story| story.key == key)?;
    Some(articles(story).into_iter().collect())
}

/// The key of an article's story; empty where there is none.
pub fn story_of(conclusions: &Conclusions, article: ArticleId) -> &str {
    let number = article.0.unsigned_abs();
    let story = conclusions
        .stories
        .iter()
        .find(|story| story.articles.contains(&number));
    story.map_or("", |story| &story.key)
}

/// Carries out what was said of stories, as one edit.
pub fn story_edit(store: &Store, conclusions: &Conclusions, act: &StoryAct) -> Edit {
    let find = |key: &str| conclusions.stories.iter().find(|story| story.key == key);
    let mut said = store.stories_said();
    let label = match act {
        StoryAct::Call(key, name) => {
            if let Some(story) = find(key) {
                said.call(story, name);
            }
            "Story named"
        }
        StoryAct::Split(key, out) => {
            let out: BTreeSet<u64> = out.iter().map(|article| article.0.unsigned_abs()).collect();
            let taken: BTreeSet<String> = conclusions.stories.iter().map(|story| story.key.clone()).collect();
            // all of it or nothing of it taken out is the story as it was
            let is_part = |story: &&Story| {
                let inside = story.articles.iter().filter(|article| out.contains(article)).count();
                inside > 0 && inside < story.articles.len()
            };
            if let Some(story) = find(key).filter(is_part) {
                said.split(story, &out, &taken);
            }
            "Articles split out of a story"
        }
        StoryAct::Join(key, other) => {
            if let Some((story, other)) = find(key).zip(find(other)).filter(|_| key != other) {
                said.join(story, other);
            }
            "Stories joined"
        }
        StoryAct::Forget(key) => {
            if let Some(story) = find(key) {
                said.forget(story);
            }
            "Story left to the machine"
        }
    };
    store.say_stories(label, &said)
}

#[cfg(test)]
mod tests {
    use super::{StoryAct, story_articles, story_edit, story_of, story_rows};
    use crate::link::{Conclusions, Reason, Story};
    use crate::show::testing::store;
    use crate::store::ArticleId;

    fn conclusions() -> Conclusions {
        let story = |key: &str, articles: &[u64]| Story {
            key: key.to_owned(),
            name: key.to_owned(),
            articles: articles.to_vec(),
            place: None,
            days: None,
            told: false,
            shared: Vec::new(),
            reason: Reason::default(),
        };
        Conclusions {
            stories: vec![story("", &[3]), story("Estrava", &[1, 2])],
            ..Conclusions::default()
        }
    }

    #[test]
    fn stories_are_listed_named_split_and_joined() {
        let found = conclusions();
        let mut store = store(&[
            ("A", "", "{killed|3 dead}."),
            ("B", "", "{killed|4 dead} or {killed|5 dead}."),
            ("C", "", "Nothing."),
        ]);
        let rows = story_rows(&store, &found);
        let lines: Vec<String> = rows
            .iter()
            .map(|row| format!("{} {} {}", row.name, row.articles.len(), row.num_claims))
            .collect();
        assert_eq!(lines, ["Estrava 2 3", "No place named 1 0"]);
        assert_eq!(story_of(&found, ArticleId(2)), "Estrava");
        assert_eq!(story_articles(&found, "Estrava").map(|all| all.len()), Some(2));
        let act = StoryAct::Call("Estrava".to_owned(), "The harbour".to_owned());
        let edit = story_edit(&store, &found, &act);
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert_eq!(
            store.stories_said().names.get("Estrava").map(String::as_str),
            Some("The harbour")
        );
        let edit = story_edit(
            &store,
            &found,
            &StoryAct::Split("Estrava".to_owned(), vec![ArticleId(2)]),
        );
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert_eq!(store.stories_said().held.get(&2).map(String::as_str), Some("Estrava 2"));
        let all = vec![ArticleId(1), ArticleId(2)];
        assert!(story_edit(&store, &found, &StoryAct::Split("Estrava".to_owned(), all)).is_empty());
        assert!(story_edit(&store, &found, &StoryAct::Forget("Nowhere".to_owned())).is_empty());
    }
}
