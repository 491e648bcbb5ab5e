//! The columns of the table of claims, what stands in them, and the order by each.

use std::cmp::Reverse;

use super::chart_source::normal;
use super::chart_words;
use super::flags::Flags;
use super::quoted::{quoted_sentence, quoted_words};
use super::words;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Origin, Store};

/// A column of the table of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is described by its row")]
pub enum Column {
    State,
    Kind,
    Figure,
    Low,
    High,
    Reading,
    Words,
    Victims,
    Class,
    Speaker,
    Relay,
    Article,
    Publisher,
    Published,
    AsOf,
    Event,
    Place,
    Scope,
    PartOf,
    Modality,
    Confidence,
    Flags,
    Conflict,
    Tags,
    Note,
    Rule,
    File,
    Sentence,
}

/// Word for settings, head, least width, share of what is left, whether it is shown where nothing was chosen.
type Row = (&'static str, &'static str, f32, f32, bool);

impl Column {
    /// All, from left to right.
    pub const ALL: [Self; 28] = [
        Self::State,
        Self::Kind,
        Self::Figure,
        Self::Low,
        Self::High,
        Self::Reading,
        Self::Words,
        Self::Victims,
        Self::Class,
        Self::Speaker,
        Self::Relay,
        Self::Article,
        Self::Publisher,
        Self::Published,
        Self::AsOf,
        Self::Event,
        Self::Place,
        Self::Scope,
        Self::PartOf,
        Self::Modality,
        Self::Confidence,
        Self::Flags,
        Self::Conflict,
        Self::Tags,
        Self::Note,
        Self::Rule,
        Self::File,
        Self::Sentence,
    ];

    fn row(self) -> Row {
        match self {
            Self::State => ("state", "State", 104.0, 0.2, true),
            Self::Kind => ("kind", "Kind", 88.0, 0.2, true),
            Self::Figure => ("figure", "Figure", 88.0, 0.5, true),
            Self::Low => ("low", "Low", 64.0, 0.2, false),
            Self::High => ("high", "High", 64.0, 0.2, false),
            Self::Reading => ("reading", "Reading", 84.0, 0.2, false),
            Self::Words => ("words", "Words", 90.0, 2.2, true),
            Self::Victims => ("victims", "Victims", 90.0, 1.0, false),
            Self::Class => ("class", "Class", 104.0, 0.3, false),
            Self::Speaker => ("speaker", "Speaker", 100.0, 1.4, true),
            Self::Relay => ("relay", "Relay", 76.0, 0.6, true),
            Self::Article => ("article", "Article", 96.0, 3.2, true),
            Self::Publisher => ("publisher", "Outlet", 90.0, 0.8, false),
            Self::Published => ("published", "Published", 90.0, 0.2, false),
            Self::AsOf => ("as_of", "As of", 76.0, 0.3, true),
            Self::Event => ("event", "Happened", 90.0, 0.3, false),
            Self::Place => ("place", "Place", 90.0, 0.8, false),
            Self::Scope => ("scope", "Scope", 70.0, 0.2, true),
            Self::PartOf => ("part_of", "Part of", 72.0, 0.1, false),
            Self::Modality => ("modality", "Modality", 84.0, 0.2, false),
            Self::Confidence => ("confidence", "Confidence", 82.0, 0.1, true),
            Self::Flags => ("flags", "Flags", 76.0, 0.6, true),
            Self::Conflict => ("conflict", "Conflict", 78.0, 0.1, false),
            Self::Tags => ("tags", "Tags", 62.0, 0.4, true),
            Self::Note => ("note", "Note", 90.0, 1.4, false),
            Self::Rule => ("rule", "Rule", 110.0, 0.6, false),
            Self::File => ("file", "File", 110.0, 0.8, false),
            Self::Sentence => ("sentence", "Sentence", 200.0, 4.0, false),
        }
    }

    /// The word for it in [`super::ReviewLook::sort_column`] and in the settings file.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    /// The column of a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == id)
    }

    /// Its head.
    pub fn title(self) -> &'static str {
        self.row().1
    }

    /// Least width in points, with the gap at its right.
    pub fn least_width(self) -> f32 {
        self.row().2
    }

    /// Its share of what is left.
    pub fn weight(self) -> f32 {
        self.row().3
    }

    /// True where it is shown while nothing was chosen.
    pub fn is_usual(self) -> bool {
        self.row().4
    }

    /// True where what stands in it are numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Figure | Self::Low | Self::High | Self::Confidence)
    }

    /// What stands in it for a claim, in plain words; empty where there is nothing.
    pub fn text(self, article: &ArticleRecord, record: &ClaimRecord, flags: &Flags) -> String {
        let claim = record.claim();
        let yes = |on: bool| if on { "yes" } else { "" }.to_owned();
        let time = |value: &Option<crate::time::Value>| value.as_ref().map(words::time).unwrap_or_default();
        match self {
            Self::State => words::status(record.status()).to_owned(),
            Self::Kind => words::kind(claim.kind).to_owned(),
            Self::Figure => words::figure(&claim.figure),
            Self::Low => claim.figure.low.map(words::number).unwrap_or_default(),
            Self::High => claim.figure.high.map(words::number).unwrap_or_default(),
            Self::Reading => chart_words::qualifier(claim.figure.qualifier).to_owned(),
            Self::Words => quoted_words(article, record),
            Self::Victims => claim.victims.clone().unwrap_or_default(),
            Self::Class => words::class(claim.victim_class).to_owned(),
            Self::Speaker => claim.speaker.clone().unwrap_or_default(),
            Self::Relay => claim.relay.clone().unwrap_or_default(),
            Self::Article => article.title().to_owned(),
            Self::Publisher => article.publisher().unwrap_or_default().to_owned(),
            Self::Published => article.published().map(words::day_short).unwrap_or_default(),
            Self::AsOf => time(&claim.as_of),
            Self::Event => time(&claim.event_date),
            Self::Place => claim
                .place
                .as_ref()
                .map(|place| place.words.clone())
                .unwrap_or_default(),
            Self::Scope => words::scope(claim.scope).to_owned(),
            Self::PartOf => yes(claim.part_of),
            Self::Modality => words::modality(claim.modality).to_owned(),
            Self::Confidence => format!("{:.2}", claim.confidence),
            Self::Flags => String::new(),
            Self::Conflict => yes(flags.in_conflict.contains(&record.id)),
            Self::Tags => record.tags.join(", "),
            Self::Note => words::flat(&record.note),
            Self::Rule => claim.why.rule.clone().into_owned(),
            Self::File => file(article),
            Self::Sentence => quoted_sentence(article, record),
        }
    }
}

fn file(article: &ArticleRecord) -> String {
    match &article.origin {
        Origin::Pasted => "pasted".to_owned(),
        _ => article.file_name.clone(),
    }
}

/// What a row is sorted by; all rows of a column have the same sort.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u64, u64),
    Words(String, String),
    Day(jiff::civil::Date),
}

/// Sorts rows that stand as in the articles; equal ones stay so, and rows without a key come last in both orders.
pub(super) fn sort(rows: &mut [ClaimId], store: &Store, flags: &Flags, column: Column, descending: bool) {
    rows.sort_by_cached_key(|id| {
        let key = store.claim(*id).and_then(|record| key(record, store, flags, column));
        let (up, down) = if descending {
            (None, key.clone())
        } else {
            (key.clone(), None)
        };
        (key.is_none(), up, Reverse(down))
    });
}

fn key(record: &ClaimRecord, store: &Store, flags: &Flags, column: Column) -> Option<Key> {
    let claim = record.claim();
    let article = store.article(record.article)?;
    let words = |words: &str| Key::Words(normal(words), String::new());
    let name = |name: &Option<String>| name.as_deref().map(|name| words(name.trim_start_matches("the ")));
    let yes = |on: bool| on.then_some(Key::Number(0, 0));
    Some(match column {
        Column::State => Key::Number(record.status() as u64, 0),
        Column::Kind => Key::Number(claim.kind.slot().map_or(u64::MAX, |slot| slot as u64), 0),
        Column::Figure => Key::Number(claim.figure.anchor()?, claim.figure.qualifier as u64),
        Column::Low => Key::Number(claim.figure.low?, 0),
        Column::High => Key::Number(claim.figure.high?, 0),
        Column::Reading => Key::Number(claim.figure.qualifier as u64, 0),
        Column::Class => Key::Number(claim.victim_class as u64, 0),
        Column::Speaker => return name(&claim.speaker),
        Column::Relay => return name(&claim.relay),
        Column::Article => Key::Words(normal(article.publisher().unwrap_or("~")), normal(article.title())),
        Column::Published => Key::Day(article.published()?),
        Column::AsOf => Key::Day(claim.as_of.as_ref()?.days()?.1),
        Column::Event => Key::Day(claim.event_date.as_ref()?.days()?.1),
        Column::Scope => Key::Number(claim.scope as u64, 0),
        Column::PartOf => return yes(claim.part_of),
        Column::Modality => Key::Number(claim.modality as u64, 0),
        Column::Confidence => Key::Number((f64::from(claim.confidence) * 1000.0).round() as u64, 0),
        Column::Flags => Key::Number(weight(record, flags)?, 0),
        Column::Conflict => return yes(flags.in_conflict.contains(&record.id)),
        other => {
            let text = other.text(article, record, flags);
            return Some(words(&text)).filter(|_| !text.is_empty());
        }
    })
}

/// Conflicts before falls before copies, for the reader who sorts by flags.
fn weight(record: &ClaimRecord, flags: &Flags) -> Option<u64> {
    let conflict = flags.in_conflict.contains(&record.id);
    let falls = flags.falls.contains_key(&record.id);
    let copies = flags.copies.contains_key(&record.id);
    let part = record.claim().part_of;
    let vanished = record.vanished;
    [conflict, falls, vanished, part, copies]
        .iter()
        .position(|flag| *flag)
        .map(|at| at as u64)
}
