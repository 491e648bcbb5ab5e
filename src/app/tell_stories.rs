//! What the articles of one run of events tell: their figures, as conclusions take them.

use std::collections::{BTreeMap, HashMap};

use super::kept::{Base, article};
use super::tell_words::{are_people, is_of_state, is_place_of};
use crate::claim::{Claim, Kind, Scope, VictimClass};
use crate::entity::{EntityKind, Lexicon, fold};
use crate::link::{self, LinkedFigure, Story};
use crate::show::Voice;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field, Status, Store};

/// Bytes before a sentence in which the place is looked for that it points back to.
const BACK_BYTES: usize = 300;
/// One in so many of a story's totals is of a country, at least, that it is told of.
const LEAST_SHARE: usize = 5;

/// A story, and what is known of all articles.
pub(super) struct Telling<'t> {
    store: &'t Store,
    base: &'t Base,
    story: &'t Story,
    /// The country of which the story gives totals: then that is the whole of it, not a town that is named as often.
    lands: Lands<'t>,
}

/// Of which countries a story gives totals.
enum Lands<'t> {
    /// Of none: the one country that it names for anything else, if there is one, is where all of it is.
    None(Option<&'t str>),
    /// Of one.
    One(&'t str),
    /// Of several, as after a quake on a border: a total of one of them is none of the story.
    Several(Vec<&'t str>),
}

/// An article of it.
struct Teller<'t> {
    article: &'t ArticleRecord,
    /// The outlet as it counts.
    publisher: Option<&'t str>,
    /// Whose statement it is, where it is one.
    issuer: Option<String>,
    /// Names of places in it, as written, with the fullest name; blanks around the former.
    places: BTreeMap<String, &'t str>,
    /// By the key of a claim in the article, its number.
    wholes: BTreeMap<&'t str, u64>,
}

impl<'t> Telling<'t> {
    /// The story with the rows of its claims.
    pub(super) fn new(store: &'t Store, base: &'t Base, story: &'t Story) -> Self {
        Self {
            store,
            base,
            story,
            lands: lands(store, story),
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
            let mut within: HashMap<(&str, Kind), Option<&str>> = HashMap::new();
            for claim in claims.filter(|claim| claim.status() != Status::Rejected) {
                let own = speakers.get(&claim.id).copied();
                let speaker = own.or_else(|| carried(article, last, claim));
                // what is said in a statement without a name is said by whose statement it is
                let issuer = teller.issuer.as_deref().filter(|_| !claim.is_set(Field::Speaker));
                let named = speaker.filter(|words| issuer.is_none() || !link::is_nameless(words));
                let (vouches, kind) = (named.or(issuer), claim.claim().kind);
                // of the claims of an article many are of one speaker
                let mut place_in = |words| {
                    *within
                        .entry((words, kind))
                        .or_insert_with(|| self.place_in(&teller, kind, words))
                };
                out.push(self.figure(&teller, claim, (vouches, vouches.and_then(&mut place_in))));
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
            issuer: link::issuer(article.text()).filter(|_| !article.is_table()),
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
        let is = |all: Option<&str>| all.is_some_and(|all| place.eq_ignore_ascii_case(all));
        match &self.lands {
            Lands::One(land) => is(Some(*land)),
            Lands::Several(_) => !is_land(place) && is(self.story.place.as_deref()),
            Lands::None(land) => is(self.story.place.as_deref()) || is(*land),
        }
    }

    /// The same for who fled: a country of which the story gives other totals is where they came to.
    fn is_whole(&self, place: &str, kind: Kind) -> bool {
        let all = self.story.place.as_deref();
        if kind == Kind::Displaced {
            all.is_some_and(|all| place.eq_ignore_ascii_case(all))
        } else {
            self.is_all(place)
        }
    }

    /// The country of which a figure is where the story gives totals of several: that of who counts, or the last one named
    /// before "in the country".
    fn land_of(&self, article: &'t ArticleRecord, record: &ClaimRecord, speaker: Option<&str>) -> Option<&'t str> {
        let claim = record.claim();
        let Lands::Several(told) = &self.lands else {
            return None;
        };
        if article.is_table() || record.is_set(Field::Place) {
            return None;
        }
        let lands = || {
            let places = article.reading.entities.iter();
            places.filter(|entity| entity.kind == EntityKind::Place && told.contains(&entity.canonical.as_str()))
        };
        if link::in_the_country(claim.sentence.of(article.text()), place_of(claim)) {
            let before = lands().filter(|land| land.span.end() <= claim.span.start());
            return before
                .max_by_key(|land| land.span.end())
                .map(|land| land.canonical.as_str());
        }
        let own = link::land_of(speaker?)?;
        let is_own = |land: &&str| own_name(land) == Some(own);
        told.iter().copied().find(is_own)
    }

    /// The place narrower than the story that a speaker's words name: "Port Calder" of "the police of Port Calder".
    fn place_in(&self, teller: &Teller<'t>, kind: Kind, words: &str) -> Option<&'t str> {
        let padded = format!(" {words} ").replace("'s ", " ").replace("’s ", " ");
        // who speaks for a state is anywhere in it, and may speak of others; who fled came to it
        let is_told = |full: &str| {
            if is_land(full) {
                kind == Kind::Displaced
            } else {
                !is_of_state(words)
            }
        };
        let mut named = teller.places.iter().filter(|(name, full)| {
            let around = padded.split_once(name.as_str());
            around.is_some_and(|(before, behind)| is_place_of(before, behind))
                && is_told(full)
                && !self.is_whole(full, kind)
        });
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
        let found = named.find(|(name, full)| padded.starts_with(name.as_str()) && !self.is_whole(full, claim.kind));
        found.map(|(_, full)| *full)
    }

    /// True for a part that is all who were harmed at a place of its own: "560 in Varland" of 700 in two countries.
    fn is_all_there(&self, article: &'t ArticleRecord, claim: &Claim, (own, whole): (&str, Option<u64>)) -> bool {
        let mut claims = self.store.claims_of(article.id);
        let outer = claims.find(|record| Some(record.id.0.unsigned_abs()) == whole);
        let outer = outer.and_then(|record| record.claim().place.as_ref());
        !self.is_whole(own, claim.kind) && is_plain(article, claim) && outer.is_none_or(|outer| outer.canonical != own)
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
        let place = right_behind(article, record)
            .or_else(|| place(article, record))
            .or(within);
        let place = place.or_else(|| self.refuge(teller, record));
        let place = place.or_else(|| self.land_of(article, record, speaker));
        let outer = claim
            .part_of_key
            .as_deref()
            .and_then(|key| teller.wholes.get(key).copied());
        let scene = scene(article, record);
        let named = place.or(scene.as_deref());
        LinkedFigure {
            article: number,
            claim: record.id.0.unsigned_abs(),
            kind: claim.kind,
            figure: claim.figure,
            victim_class: class(article, record),
            place: place
                .filter(|place| !self.is_whole(place, claim.kind))
                .map(str::to_owned),
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
            all_there: claim.part_of && place.is_some_and(|place| self.is_all_there(article, claim, (place, outer))),
            whole: outer,
            start: claim.span.start(),
        }
    }
}

/// True where a part is said of people as such.
fn is_plain(article: &ArticleRecord, claim: &Claim) -> bool {
    let words = claim.span.of(article.text()).split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.starts_with(|c: char| c.is_alphabetic()));
    let is_open = claim.victim_class == VictimClass::Unspecified || claim.kind == Kind::Displaced;
    is_open && are_people(words)
}

/// True for a country: what is said of it tells no place.
fn is_land(place: &str) -> bool {
    Lexicon::get().is_land(&fold(place))
}

/// The countries that totals with a country speak of; who fled may be counted where they came to. One that is named once by
/// the way does not count beside another.
fn lands<'t>(store: &'t Store, story: &Story) -> Lands<'t> {
    let claims = || {
        let articles = story.articles.iter().filter_map(|number| article(store, *number));
        let claims = articles
            .flat_map(|article| store.claims_of(article.id))
            .map(|row| row.claim());
        claims.filter(|claim| claim.kind != Kind::Displaced)
    };
    let totals = || claims().filter(|claim| claim.scope == Scope::Total);
    let places = totals().filter_map(|claim| Some(claim.place.as_ref()?.canonical.as_str()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for land in places.filter(|place| is_land(place)) {
        *counts.entry(land).or_default() += 1;
    }
    if counts.is_empty() {
        let places = claims().filter_map(|claim| Some(claim.place.as_ref()?.canonical.as_str()));
        let mut lands = places.filter(|place| is_land(place));
        let first = lands.next();
        return Lands::None(first.filter(|first| lands.all(|land| land == *first)));
    }
    if let (Some(land), 1) = (counts.keys().next(), counts.len()) {
        return Lands::One(land);
    }
    let mut counting: BTreeMap<&str, usize> = BTreeMap::new();
    for land in totals().filter_map(|claim| link::land_of(claim.speaker.as_deref()?)) {
        *counting.entry(land).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    // who counts for a country counts there
    let own = |land: &str| own_name(land).and_then(|land| counting.get(land).copied());
    let is_told = |land: &str, count: usize| {
        let count = count + own(land).unwrap_or_default();
        count > 1 && count * LEAST_SHARE >= all
    };
    let told: Vec<&str> = counts
        .iter()
        .filter(|(land, count)| is_told(land, **count))
        .map(|(land, _)| *land)
        .collect();
    if told.len() > 1 {
        Lands::Several(told)
    } else {
        Lands::None(None)
    }
}

/// A country as it stands in the names of its bodies.
fn own_name(land: &str) -> Option<&'static str> {
    link::land_of(&format!("{land} government"))
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

/// Where the claim's words end in its sentence: "8,400 of them" are a part, but what is told of them stands behind.
fn place_of(claim: &Claim) -> usize {
    claim.span.end().saturating_sub(claim.sentence.start())
}

/// The place that is named right behind the figure: "118 in Orla, 30 in Calder".
fn right_behind<'t>(article: &'t ArticleRecord, record: &ClaimRecord) -> Option<&'t str> {
    if record.is_set(Field::Place) || article.is_table() {
        return None;
    }
    let end = record.claim().span.end();
    let at = end + link::right_behind(article.text().get(end..)?)?;
    let mut places = article.reading.entities.iter();
    let found = places.find(|entity| entity.kind == EntityKind::Place && entity.span.start() == at)?;
    Some(&found.canonical)
}

/// The place of the claim's figure: not one that its sentence names for a part of it only.
fn place<'t>(article: &'t ArticleRecord, record: &'t ClaimRecord) -> Option<&'t str> {
    let claim = record.claim();
    let place = claim.place.as_ref()?.canonical.as_str();
    if record.is_set(Field::Place) || article.is_table() {
        return Some(place);
    }
    // "the Varland capital Orla": the town, not the country
    let named = claim
        .roles
        .place
        .and_then(|span| link::narrower_place(article.text().get(span.end()..)?));
    if let Some(named) = named.filter(|named| !claim.place.as_ref().is_some_and(|place| place.words.contains(named))) {
        return Some(named);
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
