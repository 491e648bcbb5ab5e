//! What every format writes: an article with its sentences and marks, offsets still in bytes.

use super::options::Wanted;
use super::sentences::Sentences;
use crate::article::BoilerplateKind;
use crate::base::{Span, short_digest};
use crate::claim::Claim;
use crate::entity::EntityKind;
use crate::export::formats::{ExportError, ExportInput, Watch};
use crate::link::{NameRef, Reach};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimRecord, Role};

/// Who made a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    /// The program.
    Machine,
    /// The analyst.
    Analyst,
}

/// A claim with its places in the text.
pub(super) struct ClaimMark<'i> {
    /// Its name in the export: of its article and its number.
    pub(super) id: String,
    /// What was read and decided.
    pub(super) record: &'i ClaimRecord,
    /// The words that it marks.
    pub(super) span: Span,
    /// What other words are to it, in the order of the roles.
    pub(super) roles: Vec<(Role, Span)>,
    /// The name of the claim of which it is a part, where that stands in the same article.
    pub(super) whole: Option<String>,
}

impl<'i> ClaimMark<'i> {
    /// The claim as it counts.
    pub(super) fn claim(&self) -> &'i Claim {
        self.record.claim()
    }

    /// Who found it.
    pub(super) fn by(&self) -> Maker {
        maker(self.record.by_hand)
    }
}

/// A name with its entity.
pub(super) struct NameMark<'i> {
    /// The words.
    pub(super) span: Span,
    /// What they name.
    pub(super) kind: EntityKind,
    /// What the entity is called over all articles.
    pub(super) canonical: &'i str,
    /// By what the entity is the same in every article.
    pub(super) entity: String,
    /// Who marked it.
    pub(super) by: Maker,
}

/// A time expression.
pub(super) struct TimeMark {
    /// The words.
    pub(super) span: Span,
    /// What they mean; `None` where it cannot be told.
    pub(super) value: Option<String>,
}

/// A part that is not the article.
pub(super) struct PartMark {
    /// The part.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: BoilerplateKind,
}

/// An article with its marks, each in the order of the text.
pub(super) struct MarkedArticle<'i> {
    /// The article.
    pub(super) record: &'i ArticleRecord,
    /// Its name in the export: of its bytes, its path and its number.
    pub(super) id: String,
    /// Its place among those that are written, from 1.
    pub(super) number: usize,
    /// The text.
    pub(super) text: &'i str,
    /// Its sentences and tokens.
    pub(super) sentences: Sentences,
    /// Claims.
    pub(super) claims: Vec<ClaimMark<'i>>,
    /// Names.
    pub(super) names: Vec<NameMark<'i>>,
    /// Time expressions.
    pub(super) times: Vec<TimeMark>,
    /// Parts that are not the article.
    pub(super) parts: Vec<PartMark>,
}

impl MarkedArticle<'_> {
    /// The language's code, `None` where it was not told.
    pub(super) fn language(&self) -> Option<&str> {
        self.record.reading.article.language.as_deref()
    }

    /// The publication day, ISO 8601.
    pub(super) fn published(&self) -> Option<String> {
        self.record.published().map(|day| day.to_string())
    }

    /// A name of a file for it, without ending: its place, then its own name in letters that every system takes.
    pub(super) fn file_stem(&self) -> String {
        let path = &self.record.file_name;
        let name = path.rsplit_once(['/', '\\']).map_or(path.as_str(), |(_, name)| name);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        let stem: String = stem.chars().take(60).map(safe).collect();
        format!("{:04}-{}", self.number, stem.trim_matches('_'))
            .trim_end_matches('-')
            .to_owned()
    }
}

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Articles.
    pub(super) articles: usize,
    /// Claims.
    pub(super) claims: usize,
    /// Names.
    pub(super) names: usize,
    /// Claims that have no words: they have lost their place in a corrected text.
    pub(super) lost: usize,
}

impl Count {
    /// "12 claims and 40 names in 3 articles".
    pub(super) fn what(&self) -> String {
        let claims = (self.claims > 0).then(|| words::count(self.claims, "claim"));
        let names = (self.names > 0).then(|| words::count(self.names, "name"));
        let marks: Vec<String> = claims.into_iter().chain(names).collect();
        let articles = words::count(self.articles, "article");
        if marks.is_empty() {
            return format!("{articles} without marks");
        }
        format!("{} in {articles}", marks.join(" and "))
    }

    /// What whoever exports should know.
    pub(super) fn notes(&self) -> Vec<String> {
        let one = self.lost == 1;
        let (has, is) = if one { ("has", "is") } else { ("have", "are") };
        let lost = (self.lost > 0).then(|| words::count(self.lost, "claim"));
        let lost = lost.map(|lost| format!("{lost} {has} lost the place in a corrected text and {is} left out."));
        lost.into_iter().collect()
    }
}

/// Hands every article that is wanted to `write`, one after the other, so that no more than one is held.
///
/// # Errors
/// Where the export was stopped.
pub(super) fn each_article<'i>(
    input: &ExportInput<'i>,
    wanted: &Wanted,
    watch: &Watch<'_>,
    mut write: impl FnMut(&MarkedArticle<'i>),
) -> Result<Count, ExportError> {
    let mut count = Count::default();
    let total = input.store.num_articles();
    for (done, record) in input.store.articles().enumerate() {
        watch.step(done, total)?;
        let mut article = marked(input, record, wanted, &mut count);
        if wanted.only_with_claims && article.claims.is_empty() {
            continue;
        }
        count.articles += 1;
        count.claims += article.claims.len();
        count.names += article.names.len();
        article.number = count.articles;
        write(&article);
    }
    watch.step(total, total)?;
    Ok(count)
}

fn marked<'i>(
    input: &ExportInput<'i>,
    record: &'i ArticleRecord,
    wanted: &Wanted,
    count: &mut Count,
) -> MarkedArticle<'i> {
    let number = record.id.0.to_string();
    let id = short_digest([record.sha256.as_str(), &record.path(), &number]);
    let mut article = MarkedArticle {
        record,
        number: 0,
        text: record.text(),
        sentences: Sentences::new(&record.reading.article),
        claims: Vec::new(),
        names: Vec::new(),
        times: Vec::new(),
        parts: Vec::new(),
        id,
    };
    for claim in input.claims_of(record.id).filter(|_| wanted.claims) {
        match claim_mark(input, claim, &article) {
            Some(mark) => article.claims.push(mark),
            None => count.lost += 1,
        }
    }
    if wanted.names {
        article.names = names(input, record);
    }
    if wanted.times {
        article.times = times(record);
    }
    if wanted.boilerplate {
        let parts = record.reading.article.boilerplate.iter();
        let there = parts.filter(|part| !part.span.of(record.text()).trim().is_empty());
        article.parts = there
            .map(|part| PartMark {
                span: part.span,
                kind: part.kind,
            })
            .collect();
    }
    article
}

/// `None` where the claim has no place in the text.
fn claim_mark<'i>(
    input: &ExportInput<'i>,
    record: &'i ClaimRecord,
    article: &MarkedArticle<'i>,
) -> Option<ClaimMark<'i>> {
    let claim = record.claim();
    let there = |span: &Span| !span.of(article.text).trim().is_empty();
    let roles = Role::ALL.into_iter().filter_map(|role| {
        let span = role.read(&claim.roles).filter(there)?;
        Some((role, span))
    });
    let whole = claim.part_of_key.as_deref().and_then(|key| {
        let mut all = input.store.claims_of(record.article);
        let whole = all.find(|other| other.claim().key == key)?;
        Some(claim_id(article, whole))
    });
    there(&claim.span).then(|| ClaimMark {
        id: claim_id(article, record),
        record,
        span: claim.span,
        roles: roles.collect(),
        whole,
    })
}

fn claim_id(article: &MarkedArticle<'_>, record: &ClaimRecord) -> String {
    format!("{}-{}-{}", article.id, record.id.0, record.claim().key)
}

/// The names that are shown: not those of menus and lists of links.
fn names<'i>(input: &ExportInput<'i>, record: &ArticleRecord) -> Vec<NameMark<'i>> {
    let read = &record.reading.entities;
    let marks = input.store.marks_of(record).into_iter();
    let names = marks.filter_map(|(span, kind)| {
        let row = input.names.rows.get(input.names.at(record.id, span)?)?;
        let machine = read.iter().any(|entity| entity.span == span && entity.kind == kind);
        (!span.of(record.text()).trim().is_empty()).then(|| NameMark {
            span,
            kind,
            canonical: &row.name,
            entity: entity_id(&row.name_ref),
            by: maker(!machine),
        })
    });
    names.collect()
}

/// The same for one entity in every export of the project, as long as it is found by the same name.
fn entity_id(name: &NameRef) -> String {
    let reach = match name.reach {
        Reach::Project => String::new(),
        Reach::Article(article) => article.to_string(),
        Reach::Mention(article, span) => format!("{article}:{}-{}", span.start(), span.end()),
    };
    short_digest([name.sort.id(), &name.words, &reach])
}

fn times(record: &ArticleRecord) -> Vec<TimeMark> {
    let shown = |span: Span| {
        let boilerplate = record.reading.article.boilerplate_at(span.start());
        boilerplate.is_none() && !span.of(record.text()).trim().is_empty()
    };
    let times = record.reading.times.iter().filter(|time| shown(time.span));
    times
        .map(|time| TimeMark {
            span: time.span,
            value: time.value.as_ref().map(ToString::to_string),
        })
        .collect()
}

fn maker(by_hand: bool) -> Maker {
    if by_hand { Maker::Analyst } else { Maker::Machine }
}
