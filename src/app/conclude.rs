//! Conclusions over all articles, worked out beside the window; the newest run wins.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::kept::Kept;
use super::state::State;
use super::tell_stories::{Teller, tellers};
use crate::jobs::Slot;
use crate::link::{self, Conclusions, LinkedFigure, Sources};
use crate::show::{Linked, Names};
use crate::store::{ArticleRecord, ClaimRecord, Field, Status, Store};

/// Bytes before a sentence in which the place is looked for that it points back to.
const BACK_BYTES: usize = 300;

/// The job that concludes.
#[derive(Default)]
pub(super) struct Concluding {
    slot: Slot<(Names, Conclusions)>,
    kept: Arc<Mutex<Kept>>,
}

impl Concluding {
    /// Begins a run over a snapshot.
    pub(super) fn start(&mut self, store: Store, wake: &Arc<dyn Fn() + Send + Sync>) {
        let wake = Arc::clone(wake);
        let kept = Arc::clone(&self.kept);
        self.slot.start(
            "conclusions",
            move || wake(),
            move |_| {
                // a run that is still going on keeps it: then this one begins from nothing
                let concluded = match kept.try_lock() {
                    Ok(mut kept) => conclude_again(&store, &mut kept),
                    Err(_) => conclude(&store),
                };
                (concluded.names, concluded.conclusions)
            },
        );
    }

    /// Takes a finished run; true where there was one.
    pub(super) fn poll(&mut self, state: &mut State) -> bool {
        let ended = self.slot.poll().is_some_and(|result| result.is_ok());
        if let Some((names, conclusions)) = self.slot.take().filter(|_| ended) {
            state.names = Arc::new(names);
            state.conclusions = Arc::new(conclusions);
        }
        ended
    }
}

/// All that is concluded over a project.
pub struct Concluded {
    /// Whom and what its articles name.
    pub names: Names,
    /// The figures that count, as they were compared.
    pub figures: Vec<LinkedFigure>,
    /// What follows.
    pub conclusions: Conclusions,
}

/// Links the articles of a project once and concludes over them.
pub fn conclude(store: &Store) -> Concluded {
    conclude_again(store, &mut Kept::default())
}

/// The same, with what an earlier run worked out for texts that are still there.
pub fn conclude_again(store: &Store, kept: &mut Kept) -> Concluded {
    let linked = Linked::new(store);
    let names = Names::of(store, &linked);
    let sources = kept.sources(store, &linked);
    let figures = figures(store, &names, &linked, &sources);
    let stories = linked.stories.list.clone();
    // mentions of many articles take room that conclusions need
    drop(linked);
    let mut conclusions = link::conclusions_from(&figures, &sources);
    conclusions.stories = stories;
    Concluded {
        names,
        figures,
        conclusions,
    }
}

/// The figures that count: all claims but the rejected ones, under the analyst's values.
fn figures(store: &Store, names: &Names, linked: &Linked<'_>, sources: &Sources) -> Vec<LinkedFigure> {
    let mut out: Vec<LinkedFigure> = Vec::new();
    for teller in tellers(linked) {
        let claims = || store.claims_of(teller.article.id);
        let wholes: BTreeMap<&str, u64> = claims()
            .map(|claim| (claim.machine.key.as_str(), claim.id.0.unsigned_abs()))
            .collect();
        for claim in claims().filter(|claim| claim.status() != Status::Rejected) {
            let mut figure = figure(&teller, claim, names);
            figure.agency = sources.agency_of(figure.article).map(str::to_owned);
            let whole = claim.claim().part_of_key.as_deref();
            figure.whole = whole.and_then(|whole| wholes.get(whole).copied());
            out.push(figure);
        }
    }
    out
}

fn figure(teller: &Teller<'_>, record: &ClaimRecord, names: &Names) -> LinkedFigure {
    let article = teller.article;
    let claim = record.claim();
    let place = claim.place.as_ref().map(|place| place.canonical.as_str());
    let speaker = names.voice(record.id);
    let place = place.or_else(|| teller.place_in(speaker?));
    let publisher = article.publisher();
    let told = publisher.and_then(|outlet| names.told_outlet(outlet));
    let publisher = told.map(|row| row.name.as_str()).or(publisher);
    LinkedFigure {
        article: article.id.0.unsigned_abs(),
        claim: record.id.0.unsigned_abs(),
        kind: claim.kind,
        figure: claim.figure,
        victim_class: claim.victim_class,
        place: place.filter(|place| !teller.is_all(place)).map(str::to_owned),
        speaker: speaker.map(str::to_owned),
        publisher: publisher.map(str::to_owned),
        as_of: claim.as_of.clone(),
        scope: claim.scope,
        part_of: claim.part_of,
        modality: claim.modality,
        quote: claim.span.of(article.text()).to_owned(),
        sentence: claim.sentence.of(article.text()).to_owned(),
        form: claim.form,
        scope_set: article.is_table() || record.is_set(Field::Scope),
        is_row: article.is_table(),
        event_date: claim.event_date.clone(),
        scene: scene(article, record).filter(|scene| !teller.is_all(scene)),
        story: teller.story.to_owned(),
        agency: None,
        relay: claim.relay.clone(),
        published: article.published(),
        whole: None,
        start: claim.span.start(),
    }
}

/// The place that the claim's sentence names, or points back to. In what a hospital says "there" is the hospital.
fn scene(article: &ArticleRecord, record: &ClaimRecord) -> Option<String> {
    if article.is_table() {
        return None;
    }
    let text = article.text();
    let span = record.claim().sentence;
    let sentence = span.of(text);
    link::scene(sentence).or_else(|| {
        let start = span.start().saturating_sub(BACK_BYTES);
        let start = (start..=span.start()).find(|at| text.is_char_boundary(*at))?;
        let before = text.get(start..span.start())?;
        let pointed = link::points_back(sentence) && !sentence.to_lowercase().contains("hospital");
        pointed.then(|| before.rsplit(". ").find_map(link::scene)).flatten()
    })
}
