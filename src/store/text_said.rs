//! An article's text as the analyst corrected it: the file's own text is kept beside, marks keep their places, and what
//! finds none is kept as orphaned with its words until it is attached again.

use std::sync::Arc;

use super::change::{Change, Edit};
use super::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord};
use super::role::Role;
use super::rows::Store;
use super::text_anchor::Anchor;
use super::text_edit::TextEdit;
use crate::article::{Article, Boilerplate, Stated};
use crate::base::{Span, Why};
use crate::claim::{Claim, claim_key};
use crate::link::{NameAbout, NameRef, Reach, clean_name};
use crate::read::Reading;
use crate::token;

/// Before the number of the article; the value is the text as the file gave it.
pub(super) const ORIGINAL: &str = "text/";
/// Before the number of the claim; the value is the words on which it stood.
pub(super) const ORPHAN: &str = "orphan/";

/// Something of the analyst that found no place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// What it is.
    pub what: OrphanOf,
    /// The words on which it stood.
    pub quote: String,
}

/// What lost its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrphanOf {
    /// A claim that was decided on or made by hand.
    Claim(ClaimId),
    /// What was said of a stretch of text, by its number.
    Part(usize),
    /// What was said of a name at one place.
    Name(NameAbout),
}

/// What another text would do to the marks of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextPreview {
    /// Old words and new ones, in order.
    pub words: Vec<(String, String)>,
    /// Claims, rulings on names and on stretches that keep their place.
    pub kept: usize,
    /// The words of those that find none.
    pub orphans: Vec<String>,
}

/// The rows of an article moved to another text.
pub struct MovedMarks {
    /// The article, its reading moved and its boilerplate as it holds there.
    pub article: ArticleRecord,
    /// Claims, names, and what is kept beside them.
    pub changes: Vec<Change>,
    /// What finds no place.
    pub orphans: Vec<Orphan>,
    /// How many marks keep theirs.
    pub kept: usize,
}

fn original_name(id: ArticleId) -> String {
    format!("{ORIGINAL}{}", id.0)
}

fn orphan_name(id: ClaimId) -> String {
    format!("{ORPHAN}{}", id.0)
}

impl Store {
    /// The text as the file gave it, where the analyst corrected it.
    pub fn original_text(&self, id: ArticleId) -> Option<&str> {
        self.setting(&original_name(id))
    }

    /// The row that keeps the file's own text beside the text `new`; with both the same it is gone.
    pub fn put_original(&self, id: ArticleId, original: &str, new: &str) -> Change {
        Change::Setting(original_name(id), (original != new).then(|| original.to_owned()))
    }

    /// The rows that take away what is kept beside an article's text.
    pub(super) fn drop_text(&self, id: ArticleId) -> Vec<Change> {
        let claims = self.claims_of(id).map(|claim| orphan_name(claim.id));
        let names = claims.chain([original_name(id)]);
        let kept = names.filter(|name| self.setting(name).is_some());
        kept.map(|name| Change::Setting(name, None)).collect()
    }

    /// True where a claim lost its place in its article's text.
    pub fn is_orphaned(&self, record: &ClaimRecord) -> bool {
        record.claim().span.is_empty() && self.setting(&orphan_name(record.id)).is_some()
    }

    /// What lost its place in an article's text.
    pub fn orphans(&self, id: ArticleId) -> Vec<Orphan> {
        let Some(article) = self.article(id) else {
            return Vec::new();
        };
        let claims = self.claims_of(id).filter(|record| record.claim().span.is_empty());
        let claims = claims.filter_map(|record| {
            Some(Orphan {
                what: OrphanOf::Claim(record.id),
                quote: self.setting(&orphan_name(record.id))?.to_owned(),
            })
        });
        let parts = self.parts_said(id).unwrap_or_default();
        let parts = parts.said.iter().enumerate().filter_map(|(number, said)| {
            let lost = said.anchor.place(article.text()).is_none();
            lost.then(|| Orphan {
                what: OrphanOf::Part(number),
                quote: said.anchor.exact.clone(),
            })
        });
        let names = self.names.rulings.keys().filter_map(|about| {
            let (words, span) = place_of(about, id)?;
            span.is_empty().then(|| Orphan {
                what: OrphanOf::Name(about.clone()),
                quote: words.to_owned(),
            })
        });
        claims.chain(parts.collect::<Vec<_>>()).chain(names).collect()
    }

    /// What the text `new` would do to the marks of an article.
    pub fn text_preview(&self, id: ArticleId, new: &str) -> TextPreview {
        let Some(row) = self.article(id) else {
            return TextPreview::default();
        };
        let edit = TextEdit::between(row.text(), new);
        let words = edit.hunks.iter().map(|hunk| edit.words(hunk));
        let words = words.map(|(old, new)| (old.to_owned(), new.to_owned())).collect();
        let moved = self.move_marks(row, new);
        TextPreview {
            words,
            kept: moved.kept,
            orphans: moved.orphans.into_iter().map(|orphan| orphan.quote).collect(),
        }
    }

    /// Moves all that hangs on places of an article's text to the text `new`.
    pub fn move_marks(&self, row: &ArticleRecord, new: &str) -> MovedMarks {
        let edit = TextEdit::between(row.text(), new);
        let mut moved = MovedMarks {
            article: row.clone(),
            changes: Vec::new(),
            orphans: Vec::new(),
            kept: 0,
        };
        for record in self.claims_of(row.id) {
            self.move_claim(record, (&edit, row), &mut moved);
        }
        self.move_names(row.id, (&edit, new), &mut moved);
        let mut article = moved_article(&row.reading.article, &edit, new);
        if let Some(mut parts) = self.parts_said(row.id) {
            parts.machine = moved_parts(&parts.machine, &edit);
            for (number, said) in parts.said.iter_mut().enumerate() {
                let old = said.anchor.place(row.text());
                match old.and_then(|span| edit.place(span)) {
                    Some(span) => {
                        said.anchor = Anchor::of(new, span);
                        moved.kept += 1;
                    }
                    None => moved.orphans.push(Orphan {
                        what: OrphanOf::Part(number),
                        quote: said.anchor.exact.clone(),
                    }),
                }
            }
            article.boilerplate = parts.boilerplate(new);
            moved.changes.push(self.put_parts(row.id, &parts));
        }
        moved.article.reading = Arc::new(moved_reading(&row.reading, article, &edit));
        moved
    }

    /// A claim that nobody decided on and that has no place any more is gone: the new text is read for it.
    fn move_claim(&self, record: &ClaimRecord, (edit, row): (&TextEdit<'_>, &ArticleRecord), moved: &mut MovedMarks) {
        let own = &record.machine;
        let was_lost = own.span.is_empty();
        let place = (!was_lost).then(|| edit.place(own.span)).flatten();
        let mut new = ClaimRecord::clone(record);
        new.move_words(|words| edit.place(words));
        match place {
            Some(span) => {
                moved.kept += usize::from(record.is_decided());
                let mut claim = moved_claim(own, span, edit);
                claim.key = claim_key(edit.new_text(), claim.kind, span);
                claim.part_of_key = self.moved_whole(row.id, own, edit).or(claim.part_of_key);
                new.set_machine(Arc::new(claim));
            }
            None if !record.is_decided() => {
                moved.changes.push(Change::Claim(record.id, None));
                return;
            }
            None => {
                let at = edit.near(own.span.start());
                new.set_machine(Arc::new(moved_claim(own, Span::new(at, at), edit)));
                new.vanished = true;
                let kept = self.setting(&orphan_name(record.id)).filter(|_| was_lost);
                let quote = kept.unwrap_or_else(|| own.span.of(row.text())).to_owned();
                let value = Some(quote.clone());
                moved.changes.push(Change::Setting(orphan_name(record.id), value));
                let what = OrphanOf::Claim(record.id);
                moved.orphans.push(Orphan { what, quote });
            }
        }
        if new != *record {
            moved.changes.push(Change::Claim(record.id, Some(Arc::new(new))));
        }
    }

    /// The key in the new text of the claim of which `part` is a part.
    fn moved_whole(&self, id: ArticleId, part: &Claim, edit: &TextEdit<'_>) -> Option<String> {
        let key = part.part_of_key.as_deref()?;
        let whole = &self.claims_of(id).find(|other| other.machine.key == key)?.machine;
        Some(claim_key(edit.new_text(), whole.kind, edit.place(whole.span)?))
    }

    fn move_names(&self, id: ArticleId, (edit, new): (&TextEdit<'_>, &str), moved: &mut MovedMarks) {
        for (about, said) in &self.names.rulings {
            let Some((words, old)) = place_of(about, id) else {
                continue;
            };
            let place = (!old.is_empty()).then(|| edit.place(old)).flatten();
            let span = place.unwrap_or_else(|| Span::new(edit.near(old.start()), edit.near(old.start())));
            match place {
                Some(_) => moved.kept += 1,
                None => moved.orphans.push(Orphan {
                    what: OrphanOf::Name(about.clone()),
                    quote: words.to_owned(),
                }),
            }
            let other = place_at(about, id, (old, span), place.map(|span| span.of(new)));
            if other != *about {
                moved.changes.push(Change::Name(about.clone(), None));
                moved.changes.push(Change::Name(other, Some(said.clone())));
            }
        }
    }

    /// Puts an orphaned claim or name on the words of `span`; stretches are said anew instead.
    pub fn attach(&self, id: ArticleId, what: &OrphanOf, span: Span) -> Edit {
        let nothing = Edit::new("Nothing attached", Vec::new());
        let Some(text) = self
            .article(id)
            .map(|row| row.text())
            .filter(|text| !span.of(text).is_empty())
        else {
            return nothing;
        };
        let changes = match what {
            OrphanOf::Part(_) => return nothing,
            OrphanOf::Claim(claim) => {
                let Some(record) = self.claim(*claim).filter(|record| record.article == id) else {
                    return nothing;
                };
                let scan = token::scan(text);
                let sentence = scan
                    .sentences
                    .iter()
                    .map(|sentence| sentence.span)
                    .find(|one| one.meets(span));
                let mut machine = Claim::clone(&record.machine);
                machine.span = span;
                machine.sentence = sentence.map_or(span, |sentence| sentence.union(span));
                let mut new = ClaimRecord::clone(record);
                new.vanished = false;
                new.set_machine(Arc::new(machine));
                vec![
                    Change::Claim(*claim, Some(Arc::new(new))),
                    Change::Setting(orphan_name(*claim), None),
                ]
            }
            OrphanOf::Name(about) => {
                let Some((said, (_, old))) = self.names.rulings.get(about).zip(place_of(about, id)) else {
                    return nothing;
                };
                let other = place_at(about, id, (old, span), Some(span.of(text)));
                vec![
                    Change::Name(about.clone(), None),
                    Change::Name(other, Some(said.clone())),
                ]
            }
        };
        Edit::new(format!("Attached to “{}”", clean_name(span.of(text))), changes)
    }
}

/// The words and the place in an article of which something is said; `None` where it holds elsewhere or more widely.
fn place_of(about: &NameAbout, id: ArticleId) -> Option<(&str, Span)> {
    let place = |reach: Reach| match reach {
        Reach::Mention(article, span) if article == id.0.unsigned_abs() => Some(span),
        _ => None,
    };
    match about {
        NameAbout::Words(words, reach) => Some((words, place(*reach)?)),
        _ => about
            .names()
            .into_iter()
            .find_map(|name| Some((name.words.as_str(), place(name.reach)?))),
    }
}

/// The same at another place, with the words that stand there.
fn place_at(about: &NameAbout, id: ArticleId, (old, new): (Span, Span), words: Option<&str>) -> NameAbout {
    let own = Reach::Mention(id.0.unsigned_abs(), old);
    let other = Reach::Mention(id.0.unsigned_abs(), new);
    let words = words.map(clean_name);
    let name = |name: &NameRef| {
        if name.reach != own {
            return name.clone();
        }
        NameRef {
            sort: name.sort,
            words: words.clone().unwrap_or_else(|| name.words.clone()),
            reach: other,
        }
    };
    match about {
        NameAbout::Words(old, reach) if *reach == own => {
            NameAbout::Words(words.clone().unwrap_or_else(|| old.clone()), other)
        }
        NameAbout::Words(..) => about.clone(),
        NameAbout::Pair(a, b) => NameAbout::pair(&name(a), &name(b)),
        NameAbout::Apart(one) => NameAbout::Apart(name(one)),
        NameAbout::Called(one) => NameAbout::Called(name(one)),
    }
}

fn moved_claim(claim: &Claim, span: Span, edit: &TextEdit<'_>) -> Claim {
    let mut claim = claim.clone();
    claim.span = span;
    claim.sentence = edit.place(claim.sentence).map_or(span, |sentence| sentence.union(span));
    for role in Role::ALL {
        let words = role.read(&claim.roles).and_then(|words| edit.place(words));
        role.write(&mut claim.roles, words);
    }
    claim.why = moved_why(&claim.why, edit);
    claim
}

fn moved_why(why: &Why, edit: &TextEdit<'_>) -> Why {
    Why {
        rule: why.rule.clone(),
        span: edit.place(why.span).unwrap_or_default(),
        parts: why.parts.iter().map(|part| moved_why(part, edit)).collect(),
    }
}

fn moved_parts(parts: &[Boilerplate], edit: &TextEdit<'_>) -> Vec<Boilerplate> {
    let place = |part: &Boilerplate| {
        Some(Boilerplate {
            span: edit.place(part.span)?,
            kind: part.kind,
        })
    };
    let mut moved: Vec<Boilerplate> = parts.iter().filter_map(place).collect();
    moved.sort_by_key(|part| part.span);
    let mut end = 0;
    moved.retain(|part| {
        let apart = part.span.start() >= end;
        end = end.max(part.span.end());
        apart
    });
    moved
}

fn moved_article(old: &Article, edit: &TextEdit<'_>, new: &str) -> Article {
    let stated = |fact: &Option<Stated>| {
        let fact = fact.as_ref()?;
        let span = fact.span.and_then(|span| edit.place(span));
        let there = fact.span.map(|span| clean(span.of(&old.text)));
        // a fact that is these very words takes the correction
        let value = match span {
            Some(span) if there.as_ref() == Some(&fact.value) => clean(span.of(new)),
            _ => fact.value.clone(),
        };
        Some(Stated {
            value,
            span,
            basis: fact.basis,
        })
    };
    Article {
        text: new.into(),
        title: stated(&old.title),
        publisher: stated(&old.publisher),
        author: stated(&old.author),
        boilerplate: moved_parts(&old.boilerplate, edit),
        pages: old.pages.iter().map(|start| edit.near(*start)).collect(),
        ..old.clone()
    }
}

/// An article with another text, its facts and boilerplate moved there.
pub fn article_with(article: &Article, text: &str) -> Article {
    moved_article(article, &TextEdit::between(&article.text, text), text)
}

fn clean(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn moved_reading(old: &Reading, article: Article, edit: &TextEdit<'_>) -> Reading {
    let mut reading = Reading {
        article: Arc::new(article),
        ..old.clone()
    };
    reading.entities.retain_mut(|entity| match edit.place(entity.span) {
        Some(span) => {
            entity.span = span;
            true
        }
        None => false,
    });
    reading.times.retain_mut(|time| match edit.place(time.span) {
        Some(span) => {
            time.span = span;
            time.why = moved_why(&time.why, edit);
            true
        }
        None => false,
    });
    if let Some(published) = &mut reading.published {
        let own = published.evidence.iter_mut().filter(|evidence| evidence.file.is_none());
        own.for_each(|evidence| evidence.span = edit.place(evidence.span).unwrap_or_default());
        for conflict in &mut published.conflicts {
            conflict.span = edit.place(conflict.span).unwrap_or_default();
        }
    }
    reading
}
