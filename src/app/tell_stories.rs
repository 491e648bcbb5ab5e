//! What the articles of one run of events tell: their figures, as conclusions take them.

use std::collections::BTreeMap;

use super::kept::Base;
use crate::entity::{EntityKind, Lexicon, fold};
use crate::link::{self, LinkedFigure, Story};
use crate::show::Voice;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field, Status, Store};

/// Bytes before a sentence in which the place is looked for that it points back to.
const BACK_BYTES: usize = 300;

/// A story, and what is known of all articles.
pub(super) struct Telling<'t> {
    store: &'t Store,
    base: &'t Base,
    story: &'t Story,
}

/// An article of it.
struct Teller<'t> {
    article: &'t ArticleRecord,
    /// The outlet as it counts.
    publisher: Option<&'t str>,
    /// Names of places in it, as written, with the fullest name; blanks around the former.
    places: BTreeMap<String, &'t str>,
    /// By the key of a claim in the article, its number.
    wholes: BTreeMap<&'t str, u64>,
}

impl<'t> Telling<'t> {
    /// The story with the rows of its claims.
    pub(super) fn new(store: &'t Store, base: &'t Base, story: &'t Story) -> Self {
        Self { store, base, story }
    }

    /// The figures that count: all claims but the rejected ones, under the analyst's values. The voices are those of the
    /// story's claims.
    pub(super) fn figures(
        &self,
        articles: &[&'t ArticleRecord],
        voices: &[Voice],
        entities: &[Option<usize>],
    ) -> Vec<LinkedFigure> {
        let names = &self.base.names;
        let speaker = |(voice, entity): (&'_ Voice, &Option<usize>)| {
            let told = entity.and_then(|entity| names.told_name(entity));
            (voice.claim, told.unwrap_or(&voice.name).to_owned())
        };
        let speakers: BTreeMap<ClaimId, String> = voices.iter().zip(entities).map(speaker).collect();
        let mut out: Vec<LinkedFigure> = Vec::new();
        for article in articles {
            let teller = self.teller(article);
            let claims = self.store.claims_of(article.id);
            for claim in claims.filter(|claim| claim.status() != Status::Rejected) {
                let speaker = speakers.get(&claim.id).map(String::as_str);
                out.push(self.figure(&teller, claim, speaker));
            }
        }
        out
    }

    fn teller(&self, article: &'t ArticleRecord) -> Teller<'t> {
        let publisher = article.publisher();
        let told = publisher.and_then(|outlet| self.base.names.told_outlet(outlet));
        let entities = article.reading.entities.iter();
        Teller {
            article,
            publisher: told.map(|row| row.name.as_str()).or(publisher),
            places: entities
                .filter(|entity| entity.kind == EntityKind::Place)
                .map(|entity| {
                    (
                        format!(" {} ", entity.span.of(article.text())),
                        entity.canonical.as_str(),
                    )
                })
                .collect(),
            wholes: (self.store.claims_of(article.id))
                .map(|claim| (claim.machine.key.as_str(), claim.id.0.unsigned_abs()))
                .collect(),
        }
    }

    /// True for the place of the whole story.
    fn is_all(&self, place: &str) -> bool {
        self.story
            .place
            .as_deref()
            .is_some_and(|all| place.eq_ignore_ascii_case(all))
    }

    /// The place narrower than the story that a speaker's words name: "Port Calder" of "the police of Port Calder".
    fn place_in(&self, teller: &Teller<'t>, words: &str) -> Option<&'t str> {
        let padded = format!(" {words} ");
        let mut named = teller
            .places
            .iter()
            .filter(|(name, full)| padded.contains(name.as_str()) && !self.is_all(full));
        named.next().map(|(_, full)| *full)
    }

    fn figure(&self, teller: &Teller<'t>, record: &ClaimRecord, speaker: Option<&str>) -> LinkedFigure {
        let article = teller.article;
        let number = article.id.0.unsigned_abs();
        let claim = record.claim();
        let place = claim.place.as_ref().map(|place| place.canonical.as_str());
        let place = place.or_else(|| self.place_in(teller, speaker?));
        let scene = scene(article, record);
        let named = place.or(scene.as_deref());
        let whole = claim.part_of_key.as_deref();
        LinkedFigure {
            article: number,
            claim: record.id.0.unsigned_abs(),
            kind: claim.kind,
            figure: claim.figure,
            victim_class: claim.victim_class,
            place: place.filter(|place| !self.is_all(place)).map(str::to_owned),
            speaker: speaker.map(str::to_owned),
            publisher: teller.publisher.map(str::to_owned),
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
            home: named
                .filter(|place| self.is_all(place) && !is_land(place))
                .map(str::to_owned),
            scene: scene.filter(|scene| !self.is_all(scene)),
            story: self.story.key.clone(),
            agency: self.base.sources.agency_of(number).map(str::to_owned),
            relay: claim.relay.clone(),
            published: article.published(),
            whole: whole.and_then(|whole| teller.wholes.get(whole).copied()),
            start: claim.span.start(),
        }
    }
}

/// True for a country: what is said of it tells no place.
fn is_land(place: &str) -> bool {
    Lexicon::get().is_land(&fold(place))
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
