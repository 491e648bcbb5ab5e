//! The four steps: each article by itself, stories, days, and what hangs on all articles.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::knowledge::Knowledge;
use super::reading::{EntityRead, Reading, TimeRead};
use crate::article::{self, Article, Format};
use crate::base::{Note, Span};
use crate::claim::{self, Claim, Context, Draft, Kind};
use crate::dating::{self, Published, Setting, StoryArticle};
use crate::entity::{self, EntityKind, Mention};
use crate::link::{self, Entities, LinkArticle};
use crate::number;
use crate::time::{self, TimeMention};
use crate::token;

/// Names the rules; stored with every article, so that a newer program knows what to read again.
pub const RULES_VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+10");

/// One article read by itself: days that hang on its own day are still rules.
pub struct Alone {
    file: String,
    article: Arc<Article>,
    mentions: Vec<Mention>,
    times: Vec<TimeMention>,
    drafts: Vec<Draft>,
    published: Option<Published>,
}

impl Alone {
    /// The text and its facts.
    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }
}

/// Step 1: reads one article's bytes by itself. `file` is the path as given.
pub fn alone(file: &str, bytes: &[u8], knowledge: &Knowledge) -> Alone {
    alone_article(file, article::read(bytes, file), knowledge)
}

/// Step 1 for an article whose text is known already: reading it again keeps text and facts.
pub fn alone_article(file: &str, article: Article, knowledge: &Knowledge) -> Alone {
    let scan = token::scan_article(&article);
    let numbers = number::find(&scan);
    // rows of a table are read by their columns, not by rules for sentences
    let english =
        article.format != Format::Table && article.language.as_deref().is_none_or(|language| language == "en");
    let (mut mentions, mut times, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    if english {
        mentions = entity::find(&article, &scan);
        times = time::find(&article, &scan, &numbers);
        // claims go by what the analyst said; the names that are kept stay the machine's, so that it can be taken back
        let names = knowledge.names_in(file, &article.text, &mentions);
        let context = Context {
            article: &article,
            scan: &scan,
            numbers: &numbers,
            times: &times,
            names: &names,
        };
        drafts = claim::find(&context);
    }
    let setting = Setting {
        given: knowledge.given_date(file),
        today: knowledge.today,
    };
    let published = dating::published(&article, &scan, &times, &setting);
    Alone {
        file: file.to_owned(),
        article: Arc::new(article),
        mentions,
        times,
        drafts,
        published,
    }
}

/// Steps 2 to 4: lets the articles of a story settle one another's days, turns rules into days, and gives every name the
/// fullest form that it has over all articles.
pub fn together(mut articles: Vec<Alone>) -> Vec<Reading> {
    let names = link_and_settle(&mut articles);
    articles
        .into_iter()
        .zip(names)
        .map(|(alone, names)| finish(alone, names))
        .collect()
}

/// Groups articles into stories, lets each story settle its days, and gives the fullest name of every mention.
fn link_and_settle(articles: &mut [Alone]) -> Vec<Vec<String>> {
    let named: Vec<Vec<(Span, EntityKind)>> = articles.iter().map(|alone| marks(&alone.mentions)).collect();
    let rows = articles.iter().zip(&named);
    let linked: Vec<LinkArticle<'_>> = rows.map(|(alone, marks)| link_article(alone, marks)).collect();
    let entities = link::entities(&linked);
    let stories = link::stories(&linked, &entities);
    let names = canonical_names(articles, &entities);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (article, story) in stories.into_iter().enumerate() {
        members.entry(story).or_default().push(article);
    }
    for story in members.values().filter(|story| story.len() > 1) {
        settle_story(articles, story);
    }
    settle_leftovers(articles);
    names
}

/// Articles that are read together and were all published within so many days tell of one time.
const ONE_TIME_DAYS: i32 = 14;

/// So many dated articles are needed before the others are held to be of their time.
const LEAST_DATED: usize = 3;

/// Articles that no story dated, in a run whose dated articles all lie close together: what is known of their weekday
/// is settled by those. Texts of one event share so many names that none of them is rare, and stories go by rare names.
fn settle_leftovers(articles: &mut [Alone]) {
    let day = |alone: &Alone| alone.published.as_ref().and_then(|published| published.date);
    let days: Vec<Date> = articles.iter().filter_map(day).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return;
    };
    let is_one_time = (*last - *first).get_days() <= ONE_TIME_DAYS;
    if !is_one_time || days.len() < LEAST_DATED || days.len() == articles.len() {
        return;
    }
    let all: Vec<usize> = (0..articles.len()).collect();
    settle_story(articles, &all);
}

fn settle_story(articles: &mut [Alone], story: &[usize]) {
    let rows: Vec<StoryArticle<'_>> = story
        .iter()
        .filter_map(|index| articles.get(*index))
        .map(|alone| StoryArticle {
            file: &alone.file,
            published: alone.published.as_ref(),
        })
        .collect();
    for (index, published) in story.iter().zip(dating::settle_story(&rows)) {
        if let Some(alone) = articles.get_mut(*index) {
            alone.published = published;
        }
    }
}

fn finish(alone: Alone, names: Vec<String>) -> Reading {
    let Alone {
        article,
        mentions,
        times,
        drafts,
        published,
        ..
    } = alone;
    let day = published.as_ref().and_then(|published| published.date);
    let scan = token::scan_article(&article);
    let values = dating::resolve(&scan, &times, &dating::sections(&article, &scan, &times), day);
    let entities = entities(mentions, names);
    let mut claims = claim::settle_days(drafts, &values, day);
    name_places(&mut claims, &entities);
    let mut notes = article.notes.clone();
    if published.as_ref().is_none_or(|published| published.date.is_none()) {
        notes.push(Note::NoDate);
    }
    let times = times.into_iter().zip(values);
    Reading {
        published,
        entities,
        times: times
            .map(|(time, value)| TimeRead {
                span: time.span,
                value,
                why: time.why,
            })
            .collect(),
        claims,
        notes,
        article,
    }
}

fn entities(mentions: Vec<Mention>, names: Vec<String>) -> Vec<EntityRead> {
    let pairs = mentions.into_iter().zip(names);
    pairs
        .map(|(mention, canonical)| EntityRead {
            span: mention.span,
            kind: mention.kind,
            canonical,
            confidence: mention.confidence,
        })
        .collect()
}

/// A claim's place takes the fullest name of the entity that stands on its words.
fn name_places(claims: &mut [Claim], entities: &[EntityRead]) {
    for claim in claims {
        let Some(span) = claim.roles.place else { continue };
        let named = entities.iter().find(|entity| entity.span.meets(span));
        if let (Some(place), Some(entity)) = (claim.place.as_mut(), named) {
            place.canonical.clone_from(&entity.canonical);
        }
    }
}

/// The claims of an article that was read before, under what is told now: its names and its day stay as they were read
/// together with other articles.
pub fn claims_again(file: &str, reading: &Reading, knowledge: &Knowledge) -> Vec<Claim> {
    let alone = alone_article(file, Article::clone(&reading.article), knowledge);
    let day = reading.published.as_ref().and_then(|published| published.date);
    let scan = token::scan_article(&reading.article);
    let sections = dating::sections(&reading.article, &scan, &alone.times);
    let values = dating::resolve(&scan, &alone.times, &sections, day);
    let mut claims = claim::settle_days(alone.drafts, &values, day);
    name_places(&mut claims, &reading.entities);
    claims
}

/// Reads one article with nothing around it, for the window's single jobs and for tests.
pub fn single(file: &str, article: Article, knowledge: &Knowledge) -> Option<Reading> {
    together(vec![alone_article(file, article, knowledge)]).pop()
}

/// The claim that the analyst means by selecting `span`: what the machine reads there, with this kind. The article goes
/// by the empty name in `knowledge`.
pub fn claim_at(
    reading: &Reading,
    published: Option<Date>,
    (span, kind): (Span, Kind),
    knowledge: &Knowledge,
) -> Claim {
    let article = &reading.article;
    let scan = token::scan_article(article);
    let numbers = number::find(&scan);
    let times = time::find(article, &scan, &numbers);
    let mentions = knowledge.names_in("", &article.text, &entity::find(article, &scan));
    let context = Context {
        article,
        scan: &scan,
        numbers: &numbers,
        times: &times,
        names: &mentions,
    };
    let draft = claim::from_selection(&context, span, kind);
    let values = dating::resolve(&scan, &times, &dating::sections(article, &scan, &times), published);
    claim::settle_days(vec![draft], &values, published).remove(0)
}

/// The fullest name of every mention, by article.
fn canonical_names(articles: &[Alone], entities: &Entities) -> Vec<Vec<String>> {
    let name = |article: usize, at: usize, mention: &Mention| match entities.entity(article, at) {
        Some(entity) => entity.canonical.clone(),
        None => articles
            .get(article)
            .map_or_else(String::new, |alone| mention.span.of(&alone.article.text).to_owned()),
    };
    let names = |(article, alone): (usize, &Alone)| {
        let mentions = alone.mentions.iter().enumerate();
        mentions.map(|(at, mention)| name(article, at, mention)).collect()
    };
    articles.iter().enumerate().map(names).collect()
}

fn marks(mentions: &[Mention]) -> Vec<(Span, EntityKind)> {
    mentions.iter().map(|mention| (mention.span, mention.kind)).collect()
}

fn link_article<'a>(alone: &'a Alone, mentions: &'a [(Span, EntityKind)]) -> LinkArticle<'a> {
    LinkArticle {
        text: &alone.article.text,
        title: alone.article.title.as_ref().map(|title| title.value.as_str()),
        published: alone.published.as_ref().and_then(|published| published.date),
        mentions,
        state: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Knowledge, article, single};

    #[test]
    fn codes_of_fields_are_no_part_of_who_speaks() {
        let text = "HD  Toll in Estrava rises\nWC  86 words\nPD  4 March 2031\nSN  The Lantern\nLA  English\n\
                    LP  Nine people were killed on Monday, the Interior Ministry of Varland said.\n\
                    TD  The Varland Doctors put the number of dead at fourteen, and said that 61 people were injured.\n\
                    AN  Document LANTRN0020310304e73400001\n";
        let article = article::read(text.as_bytes(), "factiva.txt");
        let reading = single("factiva.txt", article, &Knowledge::default()).unwrap();
        let told: Vec<(u64, &str)> = reading
            .claims
            .iter()
            .filter_map(|claim| Some((claim.figure.value?, claim.speaker.as_deref()?)))
            .collect();
        assert!(told.contains(&(61, "The Varland Doctors")), "{told:?}");
        assert!(told.iter().all(|(_, speaker)| !speaker.contains("TD")), "{told:?}");
        assert!(
            reading
                .entities
                .iter()
                .all(|entity| !entity.span.of(text).contains("TD"))
        );
    }
}
