//! What the articles of one run of events tell: their figures, as conclusions take them.

use std::collections::{BTreeMap, HashMap};

use super::kept::{Base, article};
use crate::claim::{Claim, Kind, Scope, VictimClass};
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
    /// The country of which the story gives totals: then that is the whole of it, not a town that is named as often.
    land: Option<&'t str>,
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
        let land = land(store, story);
        Self {
            store,
            base,
            story,
            land,
        }
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
        let speakers = voices.iter().zip(entities).map(|(voice, entity)| {
            let told = entity.and_then(|entity| names.told_name(entity));
            (voice.claim, told.unwrap_or(&voice.name))
        });
        let speakers: HashMap<ClaimId, &str> = speakers.collect();
        let mut out: Vec<LinkedFigure> = Vec::new();
        for article in articles {
            let teller = self.teller(article);
            let claims = self.store.claims_of(article.id);
            let mut last: Option<(&ClaimRecord, Option<&str>)> = None;
            let mut within: HashMap<&str, Option<&str>> = HashMap::new();
            for claim in claims.filter(|claim| claim.status() != Status::Rejected) {
                let own = speakers.get(&claim.id).copied();
                let speaker = own.or_else(|| carried(article, last, claim));
                // of the claims of an article many are of one speaker
                let mut place_in = |words| *within.entry(words).or_insert_with(|| self.place_in(&teller, words));
                out.push(self.figure(&teller, claim, (speaker, speaker.and_then(&mut place_in))));
                last = Some((claim, speaker));
            }
        }
        out
    }

    fn teller(&self, article: &'t ArticleRecord) -> Teller<'t> {
        let publisher = article.publisher();
        let told = publisher.and_then(|outlet| self.base.names.told_outlet(outlet));
        let entities = article.reading.entities.iter();
        let claims = || self.store.claims_of(article.id);
        let has_parts = claims().any(|claim| claim.claim().part_of_key.is_some());
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
            wholes: claims()
                .filter(|_| has_parts)
                .map(|claim| (claim.machine.key.as_str(), claim.id.0.unsigned_abs()))
                .collect(),
        }
    }

    /// True for the place of the whole story: the country of its totals, else the place that most of its articles name.
    fn is_all(&self, place: &str) -> bool {
        let whole = self.land.or(self.story.place.as_deref());
        whole.is_some_and(|all| place.eq_ignore_ascii_case(all))
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

    /// Where those came to who fled, if that is another place than the story's.
    fn refuge(&self, teller: &Teller<'t>, record: &ClaimRecord) -> Option<&'t str> {
        let claim = record.claim();
        if claim.kind != Kind::Displaced || record.is_set(Field::Place) {
            return None;
        }
        let behind = link::refuge(claim.sentence.of(teller.article.text()), place_of(claim))?;
        let padded = format!(" {} ", behind.replace(|c: char| !c.is_alphanumeric(), " "));
        let mut named = teller.places.iter();
        let found = named.find(|(name, full)| padded.starts_with(name.as_str()) && !self.is_all(full));
        found.map(|(_, full)| *full)
    }

    /// The figure of a claim, with who says so and the place in those words.
    fn figure(
        &self,
        teller: &Teller<'t>,
        record: &ClaimRecord,
        (speaker, within): (Option<&str>, Option<&str>),
    ) -> LinkedFigure {
        let article = teller.article;
        let number = article.id.0.unsigned_abs();
        let claim = record.claim();
        let place = place(article, record).or(within);
        let place = place.or_else(|| self.refuge(teller, record));
        let scene = scene(article, record);
        let named = place.or(scene.as_deref());
        let whole = claim.part_of_key.as_deref();
        LinkedFigure {
            article: number,
            claim: record.id.0.unsigned_abs(),
            kind: claim.kind,
            figure: claim.figure,
            victim_class: class(article, record),
            place: place.filter(|place| !self.is_all(place)).map(str::to_owned),
            speaker: speaker.map(str::to_owned),
            publisher: teller.publisher.map(str::to_owned),
            as_of: claim.as_of.clone(),
            scope: claim.scope,
            part_of: claim.part_of,
            modality: claim.modality,
            quote: words(article, claim).to_owned(),
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

/// The country that all totals with a country speak of; who fled may be counted where they came to.
fn land<'t>(store: &'t Store, story: &Story) -> Option<&'t str> {
    let articles = story.articles.iter().filter_map(|number| article(store, *number));
    let claims = articles
        .flat_map(|article| store.claims_of(article.id))
        .map(|row| row.claim());
    let totals = claims.filter(|claim| claim.scope == Scope::Total && claim.kind != Kind::Displaced);
    let places = totals.filter_map(|claim| Some(claim.place.as_ref()?.canonical.as_str()));
    let mut lands = places.filter(|place| is_land(place));
    let first = lands.next()?;
    lands.all(|land| land == first).then_some(first)
}

/// Who speaks on, where the claim's sentence goes on with that of the last claim and names nobody.
fn carried<'s>(
    article: &ArticleRecord,
    last: Option<(&ClaimRecord, Option<&'s str>)>,
    record: &ClaimRecord,
) -> Option<&'s str> {
    let (before, speaker) = last?;
    let (text, sentence) = (article.text(), record.claim().sentence);
    let said_before = before.claim().sentence;
    let between = text.get(said_before.end()..sentence.start());
    let is_next = between.is_some_and(|between| between.trim().is_empty() && !between.contains("\n\n"));
    let is_near = (is_next || said_before == sentence) && !article.is_table();
    let is_open = is_near && !record.is_set(Field::Speaker) && link::goes_on(sentence.of(text));
    speaker.filter(|_| is_open)
}

/// The claim's words; of a row of a table the number alone.
fn words<'t>(article: &'t ArticleRecord, claim: &Claim) -> &'t str {
    let number = claim.roles.number.filter(|_| article.is_table());
    number.unwrap_or(claim.span).of(article.text())
}

/// Where the claim's words begin in its sentence.
fn place_of(claim: &Claim) -> usize {
    claim.span.start().saturating_sub(claim.sentence.start())
}

/// The place of the claim's figure: not one that its sentence names for a part of it only.
fn place<'t>(article: &ArticleRecord, record: &'t ClaimRecord) -> Option<&'t str> {
    let claim = record.claim();
    let place = claim.place.as_ref()?.canonical.as_str();
    if record.is_set(Field::Place) || article.is_table() {
        return Some(place);
    }
    let (sentence, at) = (claim.sentence.of(article.text()), place_of(claim));
    let whole = claim.sentence.start() + link::of_whole(sentence, at).len();
    let is_of_part = claim
        .roles
        .place
        .is_some_and(|span| span.start() >= whole && span.end() <= claim.sentence.end());
    (!is_of_part).then_some(place)
}

/// Who was harmed: "140 others" are not said to be of those who were named before.
fn class(article: &ArticleRecord, record: &ClaimRecord) -> VictimClass {
    let claim = record.claim();
    let words = claim.span.of(article.text()).split_whitespace().next_back();
    let is_open = words == Some("others") && !record.is_set(Field::VictimClass);
    if is_open {
        VictimClass::Unspecified
    } else {
        claim.victim_class
    }
}

/// The place that the claim's sentence names, or points back to. In what a hospital says "there" is the hospital.
fn scene(article: &ArticleRecord, record: &ClaimRecord) -> Option<String> {
    if article.is_table() {
        return None;
    }
    let text = article.text();
    let span = record.claim().sentence;
    let at = place_of(record.claim());
    if link::is_everywhere(span.of(text), at) {
        return None;
    }
    let sentence = link::of_whole(span.of(text), at);
    link::scene(sentence).or_else(|| {
        let start = span.start().saturating_sub(BACK_BYTES);
        let start = (start..=span.start()).find(|at| text.is_char_boundary(*at))?;
        let before = text.get(start..span.start())?;
        let pointed = link::points_back(sentence) && !sentence.to_lowercase().contains("hospital");
        pointed.then(|| before.rsplit(". ").find_map(link::scene)).flatten()
    })
}
