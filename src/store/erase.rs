//! Articles taken out for good: out of the rows and out of every step that touched them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::{Change, Edit};
use super::history::{History, Step};
use super::record::{ArticleId, ArticleRecord, ClaimId, Origin};
use super::rows::Store;
use super::{boilerplate, stories, tags, text_said};
use crate::link::{NameAbout, Reach};

/// What is taken out, by everything under which it is known.
#[derive(Default)]
struct Gone {
    articles: BTreeSet<ArticleId>,
    claims: BTreeSet<ClaimId>,
    /// Titles, which stand in the labels of steps.
    titles: BTreeSet<String>,
    /// Names by which other articles cite them as evidence for a day.
    files: BTreeSet<String>,
    /// All words of what is taken out, in lower case, also without their accents.
    theirs: BTreeSet<String>,
    /// All words of what stays.
    others: BTreeSet<String>,
}

impl Store {
    /// The SHA-256 of all originals that these articles had, also before they were read anew from a changed file.
    pub fn originals_of(&self, ids: &[ArticleId]) -> BTreeSet<String> {
        let rows = all_rows(self).filter(|row| ids.contains(&row.id));
        rows.map(|row| row.sha256.clone()).collect()
    }

    /// How many steps touched nothing but these articles and their claims, colours aside.
    pub fn num_steps_only_about(&self, ids: &[ArticleId]) -> usize {
        let claims: BTreeSet<ClaimId> = all_changes(self.history())
            .filter_map(|change| match change {
                Change::Claim(id, Some(row)) if ids.contains(&row.article) => Some(*id),
                _ => None,
            })
            .collect();
        let is_theirs = |change: &Change| match change {
            Change::Article(id, _) => ids.contains(id),
            Change::Claim(id, _) => claims.contains(id),
            other => is_seat(other),
        };
        let steps = self.history().done.iter().chain(&self.history().undone);
        let only = |step: &&Step| {
            let changes = &step.edit.changes;
            changes.iter().all(is_theirs) && !changes.iter().all(is_seat)
        };
        steps.filter(only).count()
    }

    /// The project as if the articles with these originals had never been in it. Steps that touched nothing else are
    /// gone from its history; the others are there without them.
    pub fn without_originals(&self, originals: &BTreeSet<String>) -> Self {
        let mut gone = Gone::default();
        let is_gone = |row: &&Arc<ArticleRecord>| originals.contains(&row.sha256);
        gone.articles = all_rows(self).filter(is_gone).map(|row| row.id).collect();
        for row in all_rows(self).filter(|row| gone.articles.contains(&row.id)) {
            gone.titles.insert(row.title().to_owned());
            gone.titles
                .extend(row.reading.article.title.as_ref().map(|title| title.value.clone()));
            gone.files.insert(row.file_name.clone());
            if let Origin::File(path) | Origin::Part(path, _) | Origin::Row(path, _) = &row.origin {
                gone.files.insert(path.clone());
            }
        }
        for change in self.articles_and_claims().iter().chain(all_changes(self.history())) {
            if let Change::Claim(id, Some(row)) = change
                && gone.articles.contains(&row.article)
            {
                gone.claims.insert(*id);
            }
        }
        gone.gather_words(self);
        let mut changes = self.articles_and_claims();
        changes.extend(
            self.settings()
                .iter()
                .map(|(name, value)| Change::Setting(name.clone(), Some(value.clone()))),
        );
        changes.extend(
            self.rulings()
                .iter()
                .map(|(key, ruling)| Change::Ruling(key.clone(), Some(ruling.clone()))),
        );
        let names = self.names().rulings.iter();
        changes.extend(names.map(|(about, said)| Change::Name(about.clone(), Some(said.clone()))));
        let adopted = self.adopted().iter();
        changes.extend(adopted.map(|(about, figure)| Change::Adopted(about.clone(), Some(figure.clone()))));
        let mut store = Self::default();
        store.apply(&Edit::new("Project", gone.kept(&changes)));
        store.set_history(History {
            done: gone.kept_steps(&self.history().done),
            undone: gone.kept_steps(&self.history().undone),
        });
        store
    }

    fn articles_and_claims(&self) -> Vec<Change> {
        let articles = self
            .articles()
            .map(|row| Change::Article(row.id, Some(Arc::clone(row))));
        let claims = self.claims().map(|row| Change::Claim(row.id, Some(Arc::clone(row))));
        articles.chain(claims).collect()
    }
}

fn all_changes(history: &History) -> impl Iterator<Item = &Change> {
    let steps = history.done.iter().chain(&history.undone);
    steps.flat_map(|step| step.edit.changes.iter().chain(&step.inverse.changes))
}

/// The articles as they are and as they ever were.
fn all_rows(store: &Store) -> impl Iterator<Item = &Arc<ArticleRecord>> {
    let past = all_changes(store.history()).filter_map(|change| match change {
        Change::Article(_, Some(row)) => Some(row),
        _ => None,
    });
    store.articles().chain(past)
}

/// Colours and order of sources: written along with other changes.
fn is_seat(change: &Change) -> bool {
    matches!(change, Change::Setting(name, _) if name.starts_with("source ") || name.starts_with("legend "))
}

/// The words of a text, in lower case, without the short ones.
fn split(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    words
        .filter(|word| word.chars().nth(2).is_some())
        .map(str::to_lowercase)
}

impl Gone {
    /// Names of sources, stories and people stand in settings and rulings too. Those that only what is taken out says go
    /// with it; to tell, the words of both sides are needed.
    fn gather_words(&mut self, store: &Store) {
        let mut seen = BTreeSet::new();
        for row in all_rows(store) {
            // a text that many states of an article share is gathered once
            if seen.insert(Arc::as_ptr(&row.reading).addr()) {
                let theirs = self.articles.contains(&row.id);
                self.add_words(theirs, [row.text(), row.title(), row.publisher().unwrap_or_default()]);
            }
        }
        let past = all_changes(store.history()).filter_map(|change| match change {
            Change::Claim(_, Some(row)) => Some(row),
            _ => None,
        });
        let rows: Vec<_> = store.claims().chain(past).map(Arc::clone).collect();
        for row in rows {
            let claim = row.claim();
            let place = claim.place.as_ref().map(|place| place.canonical.as_str());
            let words = [claim.speaker.as_deref(), claim.relay.as_deref(), place].map(Option::unwrap_or_default);
            self.add_words(self.articles.contains(&row.article), words);
        }
    }

    fn add_words<const N: usize>(&mut self, is_theirs: bool, words: [&str; N]) {
        let all = if is_theirs { &mut self.theirs } else { &mut self.others };
        for word in words.into_iter().flat_map(split) {
            let plain = any_ascii::any_ascii(&word).to_lowercase();
            if plain != word {
                all.insert(plain);
            }
            all.insert(word);
        }
    }

    /// True where a word of these stands in what is taken out and nowhere else.
    fn is_only_theirs(&self, words: &str) -> bool {
        split(words).any(|word| self.theirs.contains(&word) && !self.others.contains(&word))
    }

    /// Keys of sources and of stories hold names.
    fn setting_is_theirs(&self, name: &str, value: Option<&str>) -> bool {
        let value_is = || value.is_some_and(|value| self.is_only_theirs(value));
        if let Some(source) = name.strip_prefix("source ") {
            return self.source_is_theirs(source);
        }
        if let Some(one) = name
            .strip_prefix(tags::NAME_TAGS)
            .or_else(|| name.strip_prefix(tags::NAME_NOTE))
        {
            return self.is_only_theirs(one) || value_is();
        }
        if let Some(story) = name.strip_prefix(stories::NAMED) {
            return self.is_only_theirs(story) || value_is();
        }
        (name == "name" || name.starts_with(stories::HELD)) && value_is()
    }

    /// "speaker:body:interior ministry" is the key of a source.
    fn source_is_theirs(&self, key: &str) -> bool {
        self.is_only_theirs(key.rsplit_once(':').map_or(key, |(_, name)| name))
    }

    fn kept_steps(&self, steps: &[Step]) -> Vec<Step> {
        let kept = |step: &Step| {
            let edit = self.kept(&step.edit.changes);
            let inverse = self.kept(&step.inverse.changes);
            (!edit.iter().all(is_seat) || step.edit.changes.iter().all(is_seat) && !edit.is_empty()).then(|| Step {
                number: step.number,
                at: step.at.clone(),
                edit: Arc::new(Edit::new(self.label(&step.edit.label), edit)),
                inverse: Arc::new(Edit::new(self.label(&step.inverse.label), inverse)),
            })
        };
        steps.iter().filter_map(kept).collect()
    }

    /// Labels name articles by their titles.
    fn label(&self, label: &str) -> String {
        let titles = self.titles.iter().filter(|title| !title.is_empty());
        titles.fold(label.to_owned(), |label, title| {
            label.replace(title.as_str(), "removed for good")
        })
    }

    fn kept(&self, changes: &[Change]) -> Vec<Change> {
        changes
            .iter()
            .filter(|change| !self.is_about(change))
            .map(|change| self.without_evidence(change))
            .collect()
    }

    fn is_about(&self, change: &Change) -> bool {
        match change {
            Change::Article(id, _) => self.articles.contains(id),
            Change::Claim(id, _) => self.claims.contains(id),
            // settings of one article end in its number: "table/12", "story/article/12"
            Change::Setting(name, value) => {
                let number = name.rsplit_once('/').and_then(|(_, number)| number.parse().ok());
                let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
                let of_article = begins(&["table/", stories::HELD, text_said::ORIGINAL, boilerplate::NAME]);
                let is_theirs = number.is_some_and(|number| {
                    of_article && self.articles.contains(&ArticleId(number))
                        || begins(&[text_said::ORPHAN]) && self.claims.contains(&ClaimId(number))
                });
                is_theirs || self.setting_is_theirs(name, value.as_deref())
            }
            Change::Name(about, _) => self.is_named_in(about),
            Change::Ruling(..) => false,
            Change::Adopted(about, figure) => {
                let rests_on_them =
                    |claims: &[ClaimId]| !claims.is_empty() && claims.iter().all(|id| self.claims.contains(id));
                let rests_on_them = figure.as_ref().is_some_and(|figure| rests_on_them(&figure.claims));
                rests_on_them || self.is_only_theirs(&about.story)
            }
        }
    }

    fn is_named_in(&self, about: &NameAbout) -> bool {
        let reach_is_gone = |reach: &Reach| match reach {
            Reach::Project => false,
            Reach::Article(number) | Reach::Mention(number, _) => {
                i64::try_from(*number).is_ok_and(|number| self.articles.contains(&ArticleId(number)))
            }
        };
        match about {
            NameAbout::Words(words, reach) => reach_is_gone(reach) || self.is_only_theirs(words),
            NameAbout::Pair(..) | NameAbout::Apart(_) | NameAbout::Called(_) => about
                .names()
                .iter()
                .any(|name| reach_is_gone(&name.reach) || self.is_only_theirs(&name.words)),
        }
    }

    /// Another article's day may rest on words of one that is gone: the day stays, the words go. So do its sources in
    /// the order of the legend.
    fn without_evidence(&self, change: &Change) -> Change {
        if let Change::Setting(name, Some(value)) = change
            && name.starts_with("legend ")
        {
            let kept = value.lines().filter(|key| !self.source_is_theirs(key));
            return Change::Setting(name.clone(), Some(kept.collect::<Vec<_>>().join("\n")));
        }
        let Change::Article(id, Some(row)) = change else {
            return change.clone();
        };
        let cites = |file: &Option<String>| file.as_ref().is_some_and(|file| self.files.contains(file));
        let published = row.reading.published.as_ref();
        if !published.is_some_and(|day| day.evidence.iter().any(|one| cites(&one.file))) {
            return change.clone();
        }
        let mut row = ArticleRecord::clone(row);
        if let Some(day) = &mut Arc::make_mut(&mut row.reading).published {
            day.evidence.retain(|one| !cites(&one.file));
        }
        Change::Article(*id, Some(Arc::new(row)))
    }
}
