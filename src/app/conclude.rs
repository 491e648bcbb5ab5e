//! Conclusions over all articles, worked out beside the window; the newest run wins.

use std::sync::Arc;

use super::state::State;
use crate::jobs::Slot;
use crate::link::{self, Conclusions, LinkedFigure};
use crate::store::{ClaimRecord, Status, Store};

/// The job that concludes.
#[derive(Default)]
pub(super) struct Concluding {
    slot: Slot<Conclusions>,
}

impl Concluding {
    /// Begins a run over a snapshot.
    pub(super) fn start(&mut self, store: Store, wake: &Arc<dyn Fn() + Send + Sync>) {
        let wake = Arc::clone(wake);
        self.slot.start(
            "conclusions",
            move || wake(),
            move |_| link::conclusions(&figures(&store)),
        );
    }

    /// Takes a finished run; true where there was one.
    pub(super) fn poll(&mut self, state: &mut State) -> bool {
        let ended = self.slot.poll().is_some_and(|result| result.is_ok());
        if let Some(conclusions) = self.slot.take().filter(|_| ended) {
            state.conclusions = Arc::new(conclusions);
        }
        ended
    }
}

/// The figures that count: all claims but the rejected ones, under the analyst's values.
pub(super) fn figures(store: &Store) -> Vec<LinkedFigure> {
    let counted = store.claims().filter(|claim| claim.status() != Status::Rejected);
    counted.filter_map(|claim| figure(store, claim)).collect()
}

fn figure(store: &Store, record: &ClaimRecord) -> Option<LinkedFigure> {
    let article = store.article(record.article)?;
    let claim = record.claim();
    Some(LinkedFigure {
        article: article.id.0.unsigned_abs(),
        claim: record.id.0.unsigned_abs(),
        kind: claim.kind,
        figure: claim.figure,
        victim_class: claim.victim_class,
        speaker: claim.speaker.clone(),
        publisher: article.publisher().map(str::to_owned),
        as_of: claim.as_of.clone(),
        scope: claim.scope,
        part_of: claim.part_of,
        modality: claim.modality,
        quote: claim.span.of(article.text()).to_owned(),
        sentence: claim.sentence.of(article.text()).to_owned(),
    })
}
