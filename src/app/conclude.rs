//! Conclusions over all articles, worked out beside the window; the newest run wins.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::state::State;
use super::tell_stories::{Teller, stories};
use crate::jobs::Slot;
use crate::link::{self, Conclusions, LinkedFigure};
use crate::show::Names;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field, Status, Store};

/// Bytes before a sentence in which the place is looked for that it points back to.
const BACK_BYTES: usize = 300;

/// The job that concludes.
#[derive(Default)]
pub(super) struct Concluding {
    slot: Slot<(Names, Conclusions)>,
}

impl Concluding {
    /// Begins a run over a snapshot.
    pub(super) fn start(&mut self, store: Store, wake: &Arc<dyn Fn() + Send + Sync>) {
        let wake = Arc::clone(wake);
        self.slot.start(
            "conclusions",
            move || wake(),
            move |_| {
                let names = Names::new(&store);
                let conclusions = link::conclusions(&figures(&store, &names));
                (names, conclusions)
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

/// The figures that count: all claims but the rejected ones, under the analyst's values.
pub(crate) fn figures(store: &Store, names: &Names) -> Vec<LinkedFigure> {
    let tellers = stories(store);
    let mut out: Vec<LinkedFigure> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for teller in &tellers {
        let claims = store.claims_of(teller.article.id);
        for claim in claims.filter(|claim| claim.status() != Status::Rejected) {
            out.push(figure(teller, claim));
            words.push(claim.claim().speaker.as_deref().map_or("", str::trim));
        }
    }
    across(&mut out, &words);
    call(&mut out, store, names);
    out
}

/// Speakers and outlets of which the analyst said what they are, under that name.
fn call(figures: &mut [LinkedFigure], store: &Store, names: &Names) {
    let told = names.told_speakers(store);
    for figure in figures {
        let id = i64::try_from(figure.claim).map(ClaimId);
        if let Some(name) = id.ok().and_then(|id| told.get(&id)) {
            figure.speaker = Some(name.clone());
        }
        let outlet = figure.publisher.as_deref().and_then(|outlet| names.told_outlet(outlet));
        if let Some(row) = outlet {
            figure.publisher = Some(row.name.clone());
        }
    }
}

/// Speakers that one article leads back to a body, led back to it in the others of the story; `words` are the articles'
/// own.
fn across(figures: &mut [LinkedFigure], words: &[&str]) {
    let keys = link::speaker_keys(words.iter().copied());
    let mut bodies: BTreeMap<(String, &str), String> = BTreeMap::new();
    let rows = || figures.iter().zip(words).zip(&keys);
    for ((figure, words), key) in rows().filter(|(_, key)| key.starts_with("person:")) {
        if let Some(body) = figure.speaker.as_ref().filter(|body| body != words) {
            let held = bodies
                .entry((figure.story.clone(), key))
                .or_insert_with(|| body.clone());
            if body < held {
                held.clone_from(body);
            }
        }
    }
    for ((figure, words), key) in figures.iter_mut().zip(words).zip(&keys) {
        let body = bodies.get(&(figure.story.clone(), key.as_str()));
        if let Some(body) = body.filter(|_| figure.speaker.as_deref() == Some(words)) {
            figure.speaker = Some(body.clone());
        }
    }
}

fn figure(teller: &Teller<'_>, record: &ClaimRecord) -> LinkedFigure {
    let article = teller.article;
    let claim = record.claim();
    let place = claim.place.as_ref().map(|place| place.canonical.as_str());
    let speaker = speaker(teller, record);
    let place = place.or_else(|| teller.place_in(speaker.as_deref()?));
    LinkedFigure {
        article: article.id.0.unsigned_abs(),
        claim: record.id.0.unsigned_abs(),
        kind: claim.kind,
        figure: claim.figure,
        victim_class: claim.victim_class,
        place: place.filter(|place| !teller.is_all(place)).map(str::to_owned),
        speaker,
        publisher: article.publisher().map(str::to_owned),
        as_of: claim.as_of.clone(),
        scope: claim.scope,
        part_of: claim.part_of,
        modality: claim.modality,
        quote: claim.span.of(article.text()).to_owned(),
        sentence: claim.sentence.of(article.text()).to_owned(),
        form: claim.form,
        scope_set: record.is_set(Field::Scope),
        event_date: claim.event_date.clone(),
        scene: scene(article, record).filter(|scene| !teller.is_all(scene)),
        story: teller.story.clone(),
        agency: teller.agency.clone(),
    }
}

/// Who vouches for it: as the analyst said, else the body that the article's words lead back to.
fn speaker(teller: &Teller<'_>, record: &ClaimRecord) -> Option<String> {
    let claim = record.claim();
    let words = claim
        .speaker
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty())?;
    if record.is_set(Field::Speaker) {
        return Some(words.to_owned());
    }
    let at = claim.roles.speaker.unwrap_or(claim.span).start();
    Some(link::whose(teller.article.text(), &teller.bodies, at, words))
}

/// The place that the claim's sentence names, or points back to. In what a hospital says "there" is the hospital.
fn scene(article: &ArticleRecord, record: &ClaimRecord) -> Option<String> {
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
