//! What the analyst can do with names, worked out as rulings.

use std::collections::{BTreeMap, BTreeSet};

use super::{Merge, NameRow, Names, Office, Other, number};
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, NamesTold, Reach, clean_name};
use crate::store::{ArticleId, Edit, NameRuling, Store};

/// What is acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameTarget {
    /// An entity with all its names.
    Whole(NameRef),
    /// One way in which an entity is written, wherever it has it.
    Spelling(NameRef, String),
    /// These words: at one place, in one article, or wherever they stand.
    These(NameRef),
}

impl NameTarget {
    /// The name by which it goes.
    pub fn name_ref(&self) -> &NameRef {
        match self {
            Self::Whole(name) | Self::Spelling(name, _) | Self::These(name) => name,
        }
    }
}

/// What is done with names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameAct {
    /// It is the same as this one.
    Same(NameTarget, NameRef),
    /// It stands for itself.
    TakeOut(NameTarget),
    /// It is called so; an empty text takes the analyst's name back.
    Call(NameTarget, String),
    /// It is of this kind.
    Retype(NameTarget, EntityKind),
    /// It is no name.
    NotAName(NameTarget),
    /// The selected words are a name of this kind, as far as the reach goes.
    Make(ArticleId, Span, EntityKind, Reach),
    /// These two are not one.
    KeepApart(NameRef, NameRef),
    /// At these places an office stands for this person.
    InOffice(Office, NameRef),
    /// In the articles of these places it does not.
    NotInOffice(Office, NameRef),
    /// Take back all that was said of an entity.
    Forget(NameRef),
}

/// The edit that does it; `names` are of the newest run.
pub fn name_edit(store: &Store, names: &Names, act: &NameAct) -> Edit {
    let told = store.names();
    let called = |name: &NameRef| match names.find(name).and_then(|row| names.rows.get(row)) {
        Some(row) => row.name.clone(),
        None => name.words.clone(),
    };
    let (label, rulings) = match act {
        NameAct::Same(target, into) => (
            format!("“{}” is “{}”", shown(target, &called), called(into)),
            names.same(store, target, into),
        ),
        NameAct::TakeOut(target) => (
            format!("“{}” taken out", shown(target, &called)),
            names.take_out(store, target),
        ),
        NameAct::Call(target, words) => (
            format!("“{}” is called “{}”", shown(target, &called), words.trim()),
            names.call(store, target, words.trim()),
        ),
        NameAct::Retype(target, kind) => (
            format!("“{}” read as {}", shown(target, &called), kind_word(*kind)),
            names.retype(store, target, *kind),
        ),
        NameAct::NotAName(target) => {
            let refs = names.refs_of(target).into_iter();
            let said = |name: NameRef| (NameAbout::Words(name.words, name.reach), Some(NameSaid::Kind(None)));
            (
                format!("“{}” is no name", shown(target, &called)),
                refs.map(said).collect(),
            )
        }
        NameAct::Make(article, span, kind, reach) => make(store, (*article, *span), (*kind, *reach)),
        NameAct::KeepApart(a, b) => (
            format!("“{}” and “{}” kept apart", called(a), called(b)),
            vec![(NameAbout::pair(a, b), Some(NameSaid::Same(false)))],
        ),
        NameAct::InOffice(office, person) => (
            format!("“{}” is “{}”", office.words, called(person)),
            names.is_in_office(store, &office.places, person),
        ),
        NameAct::NotInOffice(office, person) => {
            let mut articles: Vec<ArticleId> = office.places.iter().map(|(article, _)| *article).collect();
            articles.dedup();
            (
                format!("“{}” and “{}” kept apart", office.words, called(person)),
                Names::not_in_office(&office.words, &articles, person),
            )
        }
        NameAct::Forget(name) => {
            let row = names.find(name).and_then(|row| names.rows.get(row));
            let own = |about: &NameAbout| row.is_some_and(|row| is_about(row, about));
            let said = told.rulings.keys().filter(|about| own(about));
            (
                format!("“{}” as the machine reads it", called(name)),
                said.map(|about| (about.clone(), None)).collect(),
            )
        }
    };
    store.say_names(&label, rulings)
}

fn shown(target: &NameTarget, called: &impl Fn(&NameRef) -> String) -> String {
    match target {
        NameTarget::Whole(name) => called(name),
        NameTarget::Spelling(_, words) => words.clone(),
        NameTarget::These(name) => name.words.clone(),
    }
}

fn kind_word(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Org => "an organisation",
        EntityKind::Place => "a place",
        EntityKind::Group => "a group",
    }
}

fn make(
    store: &Store,
    (article, span): (ArticleId, Span),
    (kind, reach): (EntityKind, Reach),
) -> (String, Vec<NameRuling>) {
    let text = store.article(article).map_or("", |article| article.text());
    let words = clean_name(span.of(text));
    let label = format!("“{words}” read as {}", kind_word(kind));
    if words.is_empty() {
        return (label, Vec::new());
    }
    let about = NameAbout::Words(words, reach);
    (label, vec![(about, Some(NameSaid::Kind(Some(kind))))])
}

/// True where something was said about one of the entity's names or places.
fn is_about(row: &NameRow, about: &NameAbout) -> bool {
    let has = |words: &str| row.aliases.iter().any(|alias| alias.words == words);
    let named_here = |reach: Reach| match reach {
        Reach::Project => true,
        Reach::Article(article) => row.mentions.iter().any(|(own, _)| number(*own) == article),
        Reach::Mention(article, span) => {
            let here = |(own, at): &(ArticleId, Span)| number(*own) == article && *at == span;
            row.mentions.iter().any(here)
        }
    };
    let words_too = match about {
        NameAbout::Words(words, reach) => has(words) && named_here(*reach),
        _ => false,
    };
    let is_outlet = row.sort == NameSort::Outlet;
    let fits =
        |name: &&NameRef| (name.sort == NameSort::Outlet) == is_outlet && has(&name.words) && named_here(name.reach);
    words_too || about.names().iter().any(fits)
}

/// True where `name` is `other` or within its reach.
fn is_within(name: &NameRef, other: &NameRef) -> bool {
    name.words == other.words && name.sort == other.sort && (other.reach == Reach::Project || name.reach == other.reach)
}

impl Names {
    /// The names that a target stands for.
    fn refs_of(&self, target: &NameTarget) -> Vec<NameRef> {
        match target {
            NameTarget::These(name) => vec![name.clone()],
            NameTarget::Spelling(name, words) => {
                let mut refs = self.find(name).map_or_else(Vec::new, |row| self.refs(row));
                refs.retain(|name| name.words == *words);
                refs
            }
            NameTarget::Whole(name) => match self.find(name) {
                Some(row) => self.refs(row),
                None => vec![name.clone()],
            },
        }
    }

    /// By what all names of an entity go: words that it alone has wherever they stand, others in its articles or at its
    /// places only. The best name first.
    pub(super) fn refs(&self, at: usize) -> Vec<NameRef> {
        let Some(row) = self.rows.get(at) else {
            return Vec::new();
        };
        let mut refs = Vec::new();
        for alias in &row.aliases {
            let name = |reach: Reach| NameRef {
                sort: alias.sort,
                words: alias.words.clone(),
                reach,
            };
            if self.is_office_of(at, &alias.words) {
                let here = row.mentions.iter().filter(|(_, span)| span.len() == alias.words.len());
                refs.extend(here.map(|(article, span)| name(Reach::Mention(number(*article), *span))));
                continue;
            }
            if !alias.shared || alias.sort == NameSort::Outlet {
                refs.push(name(Reach::Project));
                continue;
            }
            let others = self.written(&alias.words);
            for article in row.articles() {
                let marks = || self.marks(article).iter();
                let mixed = marks().any(|(_, other)| *other != at && others.contains(other));
                let own = row.mentions.iter().filter(|(own, _)| *own == article);
                if mixed {
                    refs.extend(own.map(|(_, span)| name(Reach::Mention(number(article), *span))));
                } else {
                    refs.push(name(Reach::Article(number(article))));
                }
            }
        }
        let is_best = |name: &NameRef| *name == row.name_ref;
        if let Some(best) = refs.iter().position(is_best) {
            refs.swap(0, best);
        }
        refs
    }

    fn same(&self, store: &Store, target: &NameTarget, into: &NameRef) -> Vec<NameRuling> {
        let into = match self.find(into).and_then(|row| self.rows.get(row)) {
            Some(row) => &row.name_ref,
            None => into,
        };
        let told = store.names();
        let mut rulings: Vec<NameRuling> = Vec::new();
        let has_name = |name: &NameRef| told.called().iter().any(|(other, _)| *other == name);
        let into_is_called = self.find(into).is_some_and(|row| self.refs(row).iter().any(has_name));
        if let Some(other) = self.find(target.name_ref()) {
            rulings.extend(self.not_rejected(store, other, into));
        }
        rulings.extend(self.kept_name(told, target, into));
        for name in self.refs_of(target) {
            if name == *into {
                continue;
            }
            if !matches!(target, NameTarget::Whole(_)) {
                rulings.extend(self.unjoin(store, &name));
                rulings.push((NameAbout::Apart(name.clone()), Some(NameSaid::Apart)));
            } else if into_is_called {
                rulings.push((NameAbout::Called(name.clone()), None));
            }
            rulings.push((NameAbout::pair(&name, into), Some(NameSaid::Same(true))));
        }
        rulings
    }

    /// What joins a suggested pair: the one that is named more often keeps its place.
    pub fn merge_act(&self, merge: &Merge) -> Option<NameAct> {
        let a = self.rows.get(merge.a)?;
        let b = match &merge.other {
            Other::Entity(other) => self.rows.get(*other)?,
            Other::Office(office) => return Some(NameAct::InOffice(office.clone(), a.name_ref.clone())),
        };
        let (few, many) = if a.mentions.len() <= b.mentions.len() {
            (a, b)
        } else {
            (b, a)
        };
        let target = NameTarget::Whole(few.name_ref.clone());
        Some(NameAct::Same(target, many.name_ref.clone()))
    }

    /// What rejects it.
    pub fn part_act(&self, merge: &Merge) -> Option<NameAct> {
        let a = self.rows.get(merge.a)?.name_ref.clone();
        Some(match &merge.other {
            Other::Entity(other) => NameAct::KeepApart(a, self.rows.get(*other)?.name_ref.clone()),
            Other::Office(office) => NameAct::NotInOffice(office.clone(), a),
        })
    }

    /// A merged entity is called as the one that it was merged with, where neither has a name of the analyst and the
    /// other has no fuller one.
    fn kept_name(&self, told: &NamesTold, target: &NameTarget, into: &NameRef) -> Option<NameRuling> {
        let NameTarget::Whole(other) = target else { return None };
        let (row, other) = (self.rows.get(self.find(into)?)?, self.rows.get(self.find(other)?)?);
        let is_called = |row: &NameRow| {
            told.called()
                .iter()
                .any(|(name, _)| is_about(row, &NameAbout::Called((*name).clone())))
        };
        let num_words = |name: &str| name.split_whitespace().count();
        let is_twin = (row.sort == NameSort::Outlet) != (other.sort == NameSort::Outlet);
        let is_plain =
            !is_twin && !is_called(row) && !is_called(other) && num_words(&other.name) <= num_words(&row.name);
        is_plain.then(|| {
            let said = NameSaid::Called(row.name.clone());
            (NameAbout::Called(row.name_ref.clone()), Some(said))
        })
    }

    /// Takes back that two entities were kept apart, now that they are one.
    fn not_rejected(&self, store: &Store, row: usize, into: &NameRef) -> Vec<NameRuling> {
        let ends = (Some(row), self.find(into));
        let rejected = store.names().pairs(false).filter(|(a, b)| {
            let pair = (self.find(a), self.find(b));
            pair == ends || pair == (ends.1, ends.0)
        });
        rejected.map(|(a, b)| (NameAbout::pair(a, b), None)).collect()
    }

    /// Takes back the joins of a name. Where others were joined through it, they stay joined.
    fn unjoin(&self, store: &Store, name: &NameRef) -> Vec<NameRuling> {
        let own: Vec<(&NameRef, &NameRef)> = store
            .names()
            .pairs(true)
            .filter(|(a, b)| is_within(a, name) || is_within(b, name))
            .collect();
        let mut rulings: Vec<NameRuling> = own.iter().map(|(a, b)| (NameAbout::pair(a, b), None)).collect();
        let ends: BTreeSet<&NameRef> = own.iter().flat_map(|(a, b)| [*a, *b]).collect();
        let mut rest = ends.into_iter().filter(|end| !is_within(end, name));
        if let Some(hub) = rest.next() {
            let join = |end: &NameRef| (NameAbout::pair(hub, end), Some(NameSaid::Same(true)));
            rulings.extend(rest.map(join));
        }
        rulings
    }

    /// What is taken out together stays together.
    fn take_out(&self, store: &Store, target: &NameTarget) -> Vec<NameRuling> {
        let refs = self.refs_of(target);
        let mut rulings: Vec<NameRuling> = Vec::new();
        for name in &refs {
            rulings.extend(self.unjoin(store, name));
            rulings.push((NameAbout::Apart(name.clone()), Some(NameSaid::Apart)));
        }
        let pairs = refs.first().into_iter().flat_map(|first| {
            let rest = refs.iter().skip(1);
            rest.map(move |other| (NameAbout::pair(first, other), Some(NameSaid::Same(true))))
        });
        rulings.extend(pairs);
        rulings
    }

    fn call(&self, store: &Store, target: &NameTarget, words: &str) -> Vec<NameRuling> {
        let said = Some(NameSaid::Called(words.to_owned())).filter(|_| !words.is_empty());
        match target {
            NameTarget::These(_) | NameTarget::Spelling(..) => {
                let mut rulings = self.take_out(store, target);
                let called = self.refs_of(target).into_iter().take(1);
                rulings.extend(called.map(|name| (NameAbout::Called(name), said.clone())));
                rulings
            }
            NameTarget::Whole(name) => {
                let row = self.find(name).and_then(|row| self.rows.get(row));
                let own = |about: &NameAbout| {
                    matches!(about, NameAbout::Called(_)) && row.is_some_and(|row| is_about(row, about))
                };
                let old = store.names().rulings.keys().filter(|about| own(about));
                let mut rulings: Vec<NameRuling> = old.map(|about| (about.clone(), None)).collect();
                let name = row.map_or(name, |row| &row.name_ref);
                rulings.push((NameAbout::Called(name.clone()), said));
                rulings
            }
        }
    }

    /// The words are of that kind; what was said of them as names of another kind goes over to it.
    fn retype(&self, store: &Store, target: &NameTarget, kind: EntityKind) -> Vec<NameRuling> {
        let refs = self.refs_of(target);
        let moved = |name: &NameRef| {
            let is_meant = refs.iter().any(|own| is_within(name, own));
            NameRef {
                sort: if is_meant { NameSort::Name(kind) } else { name.sort },
                ..name.clone()
            }
        };
        let mut rulings: BTreeMap<NameAbout, Option<NameSaid>> = BTreeMap::new();
        for (about, said) in &store.names().rulings {
            let new = match about {
                NameAbout::Words(..) => continue,
                NameAbout::Pair(a, b) => NameAbout::pair(&moved(a), &moved(b)),
                NameAbout::Apart(name) => NameAbout::Apart(moved(name)),
                NameAbout::Called(name) => NameAbout::Called(moved(name)),
            };
            if new != *about {
                rulings.entry(about.clone()).or_insert(None);
                rulings.insert(new, Some(said.clone()));
            }
        }
        for name in refs {
            let about = NameAbout::Words(name.words, name.reach);
            rulings.insert(about, Some(NameSaid::Kind(Some(kind))));
        }
        rulings.into_iter().collect()
    }
}
