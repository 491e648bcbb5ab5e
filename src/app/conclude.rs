//! Conclusions over all articles, worked out beside the window; the newest run wins.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use super::kept::{Base, Kept, KeptStory};
use super::state::State;
use super::tell_stories::Telling;
use crate::jobs::{Slot, Token, both, let_go};
use crate::link::{self, Conclusions, LinkedFigure};
use crate::show::{Names, Voice};
use crate::store::Store;

/// The job that concludes.
#[derive(Default)]
pub(super) struct Concluding {
    slot: Slot<Option<Shown>>,
    kept: Arc<Mutex<Kept>>,
    /// Names and conclusions that were shown and that views may still hold; each once.
    retired: Vec<Arc<dyn Any + Send + Sync>>,
}

/// What is shown of a run.
type Shown = (Arc<Names>, Arc<Conclusions>);

impl Concluding {
    /// Begins a run over the project as it is. A run before it stops where it is, and this one goes on with what that kept.
    pub(super) fn start(&mut self, state: &State, wake: &Arc<dyn Fn() + Send + Sync>) {
        let wake = Arc::clone(wake);
        let store = state.store.snapshot();
        let shown = (Arc::clone(&state.names), Arc::clone(&state.conclusions));
        let kept = Arc::clone(&self.kept);
        self.slot.start(
            "conclusions",
            move || wake(),
            move |token| {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                // what a run left that ended badly is not to be trusted
                let mut own = std::mem::take(&mut *kept);
                let concluded = run(&store, &mut own, token);
                *kept = own;
                drop(kept);
                concluded.map(|concluded| concluded.beside(shown))
            },
        );
    }

    /// Takes a finished run; true where there was one.
    pub(super) fn poll(&mut self, state: &mut State) -> bool {
        let is_free = |shown: &mut Arc<dyn Any + Send + Sync>| Arc::strong_count(shown) == 1;
        let free: Vec<_> = self.retired.extract_if(.., is_free).collect();
        if !free.is_empty() {
            let_go(free);
        }
        let ended = self.slot.poll().is_some_and(|result| result.is_ok());
        if let Some(shown) = self.slot.take().flatten().filter(|_| ended) {
            self.show(state, shown);
        }
        ended
    }

    /// Shows what was concluded. Whoever holds what was shown before lets it go in a frame: it is large, so the last hold is
    /// kept here until it can be let go beside the window.
    pub(super) fn show(&mut self, state: &mut State, (names, conclusions): Shown) {
        let names = std::mem::replace(&mut state.names, names);
        let conclusions = std::mem::replace(&mut state.conclusions, conclusions);
        self.retire(names);
        self.retire(conclusions);
    }

    /// What a run left as it was is shown again, and held once all the same: two holds would keep each other.
    fn retire(&mut self, shown: Arc<dyn Any + Send + Sync>) {
        if !self.retired.iter().any(|held| Arc::ptr_eq(held, &shown)) {
            self.retired.push(shown);
        }
    }
}

/// All that is concluded over a project.
pub struct Concluded {
    /// Whom and what its articles name.
    pub names: Names,
    /// What follows.
    pub conclusions: Conclusions,
}

impl Concluded {
    /// To be shown in the place of what is shown now; what did not change stays the same, so that nothing is drawn anew.
    fn beside(self, (names, conclusions): Shown) -> Shown {
        let names = if *names == self.names {
            names
        } else {
            Arc::new(self.names)
        };
        if *conclusions == self.conclusions {
            return (names, conclusions);
        }
        (names, Arc::new(self.conclusions))
    }
}

/// Links the articles of a project once and concludes over them.
pub fn conclude(store: &Store) -> Concluded {
    conclude_again(store, &mut Kept::default())
}

/// The same, with what an earlier run worked out and still holds.
pub fn conclude_again(store: &Store, kept: &mut Kept) -> Concluded {
    run(store, kept, &Token::new()).unwrap_or_else(|| Concluded {
        names: Names::default(),
        conclusions: Conclusions::default(),
    })
}

fn run(store: &Store, kept: &mut Kept, token: &Token) -> Option<Concluded> {
    if token.stale() {
        return None;
    }
    let (base, stories) = kept.run(store, token)?;
    let parts = || stories.iter().map(|story| &*story.conclusions);
    let together = || link::put_together(parts(), &base.sources);
    let (together, names) = both(together, || names(store, &base, &stories));
    let mut conclusions = together.unwrap_or_else(|| link::put_together(parts(), &base.sources));
    conclusions.stories.clone_from(&base.stories);
    Some(Concluded { names, conclusions })
}

/// Whom and what the articles name, with who vouches for their figures.
fn names(store: &Store, base: &Base, stories: &[Arc<KeptStory>]) -> Names {
    let mut spoken: Vec<(&[Voice], &[Option<usize>])> = Vec::with_capacity(store.num_articles());
    for story in stories {
        let mut entities = story.entities.as_slice();
        for voices in story.voices.voices.chunk_by(|a, b| a.article == b.article) {
            let (own, rest) = entities.split_at_checked(voices.len()).unwrap_or_default();
            spoken.push((voices, own));
            entities = rest;
        }
    }
    spoken.sort_by_key(|(voices, _)| voices.first().map(|voice| voice.article));
    let spoken = spoken
        .iter()
        .flat_map(|(voices, entities)| voices.iter().zip(entities.iter().copied()));
    base.names.with_figures(store, spoken)
}

/// The figures of a project that count, as they are compared: story by story.
pub fn figures(store: &Store) -> Vec<LinkedFigure> {
    let mut out = Vec::new();
    let Some((base, stories)) = Kept::default().run(store, &Token::new()) else {
        return out;
    };
    for (story, kept) in base.stories.iter().zip(&stories) {
        let articles = story.articles.iter();
        let articles: Vec<_> = articles
            .filter_map(|number| super::kept::article(store, *number))
            .collect();
        let telling = Telling::new(store, &base, story);
        out.extend(telling.figures(&articles, &kept.voices.voices, &kept.entities));
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::state::State;
    use super::Concluding;
    use crate::link::Conclusions;
    use crate::show::Names;

    #[test]
    fn what_nobody_looks_at_any_more_is_let_go() {
        let (mut concluding, mut state) = (Concluding::default(), State::default());
        let names = Arc::new(Names::default());
        for _ in 0..3 {
            // runs that leave the names as they were
            concluding.show(&mut state, (Arc::clone(&names), Arc::new(Conclusions::default())));
        }
        drop(names);
        let view = Arc::clone(&state.conclusions);
        concluding.show(&mut state, Default::default());
        concluding.poll(&mut state);
        assert_eq!(concluding.retired.len(), 1, "what a view holds");
        drop(view);
        concluding.poll(&mut state);
        assert!(concluding.retired.is_empty());
    }
}
