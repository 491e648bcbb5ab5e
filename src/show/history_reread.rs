//! What a new reading would change, in words, before it is taken.

use super::history::ChangeLine;
use super::history_words::{says, value};
use super::quoted::quoted_words;
use super::words;
use crate::store::{ArticleId, Change, ClaimId, ClaimRecord, Edit, Field, Store};

/// What a new reading makes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RereadSort {
    /// It is read differently.
    Changed,
    /// Nobody decided on it and it is no longer found: it goes.
    Gone,
    /// It is no longer found or reads otherwise, but was decided on: it stays as it is.
    Kept,
    /// It was not there.
    New,
}

impl RereadSort {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Changed, Self::Gone, Self::Kept, Self::New];
}

/// A claim that a new reading would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RereadLine {
    /// What becomes of it.
    pub sort: RereadSort,
    /// The claim; of a new one the number that it would get.
    pub claim: ClaimId,
    /// Its article.
    pub article: ArticleId,
    /// The article's title.
    pub title: String,
    /// The words that it stands on.
    pub quote: String,
    /// What it says, or for changed ones field by field.
    pub changes: Vec<ChangeLine>,
    /// True where the analyst decided on it.
    pub decided: bool,
}

/// What `edit`, a new reading, would change of what is shown in `store`; changed ones first. Claims that only have other
/// reasons are not listed.
pub fn reread_lines(store: &Store, edit: &Edit) -> Vec<RereadLine> {
    let mut draft = store.clone();
    draft.apply(edit);
    let mut lines: Vec<RereadLine> = Vec::new();
    let ids = edit.changes.iter().filter_map(|change| match change {
        Change::Claim(id, _) => Some(*id),
        _ => None,
    });
    for id in ids {
        let sides = (store.claim(id).map(AsRef::as_ref), draft.claim(id).map(AsRef::as_ref));
        let (sort, changes) = match sides {
            (None, Some(new)) => (RereadSort::New, vec![whole(new)]),
            (Some(old), None) => (RereadSort::Gone, vec![whole(old)]),
            (Some(old), Some(new)) if new.vanished && !old.vanished => (RereadSort::Kept, vec![whole(new)]),
            (Some(old), Some(new)) if old.fields != new.fields => (RereadSort::Kept, kept(old, new)),
            (Some(old), Some(new)) => (RereadSort::Changed, differing(old, new)),
            (None, None) => continue,
        };
        let Some(record) = sides.1.or(sides.0).filter(|_| !changes.is_empty()) else {
            continue;
        };
        let holds = if sort == RereadSort::Gone || sort == RereadSort::Kept {
            store
        } else {
            &draft
        };
        let Some(article) = holds.article(record.article) else {
            continue;
        };
        lines.push(RereadLine {
            sort,
            claim: id,
            article: record.article,
            title: words::short(article.title(), 60),
            quote: words::short(&quoted_words(article, record), 80),
            changes,
            decided: sides.0.is_some_and(ClaimRecord::is_decided),
        });
    }
    lines.sort_by_key(|line| (line.sort, line.article, line.claim));
    lines.dedup();
    lines
}

fn whole(record: &ClaimRecord) -> ChangeLine {
    ChangeLine {
        new: says(record.claim()),
        ..ChangeLine::default()
    }
}

/// Fields of an accepted claim that the machine now reads otherwise.
fn kept(old: &ClaimRecord, new: &ClaimRecord) -> Vec<ChangeLine> {
    let fields = new.fields.keys().filter(|field| !old.is_set(**field));
    let line = |field: &Field| ChangeLine {
        new: format!(
            "{} stays {}; the machine now reads {}",
            words::field(*field),
            value(field.read(new.claim())),
            value(field.read(&new.machine))
        ),
        ..ChangeLine::default()
    };
    fields.map(line).collect()
}

fn differing(old: &ClaimRecord, new: &ClaimRecord) -> Vec<ChangeLine> {
    let fields = Field::ALL.into_iter().map(|field| ChangeLine {
        field: words::field(field).to_owned(),
        old: value(field.read(old.claim())),
        new: value(field.read(new.claim())),
        ..ChangeLine::default()
    });
    fields.filter(|line| line.old != line.new).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{RereadLine, reread_lines};
    use crate::claim::Claim;
    use crate::show::testing::{claim, store};
    use crate::store::{Store, Verdict};

    fn project() -> Store {
        store(&[(
            "Herald",
            "2031-03-14",
            "Toll\n\n{killed @Ministry|29 dead}, {injured|40 hurt}, {arrested accepted|9 held}, {killed|3 more dead}.",
        )])
    }

    /// What a new reading by `change` of the machine's claims would change.
    #[track_caller]
    fn check(change: impl Fn(&mut Vec<Claim>), expected: &[&str]) {
        let mut store = project();
        let article = Arc::clone(store.articles().next().expect("one"));
        let mut reading = crate::read::Reading::clone(&article.reading);
        reading.claims = store.claims().map(|record| Claim::clone(&record.machine)).collect();
        change(&mut reading.claims);
        let (edit, _) = store.reread(article.id, reading, "next");
        let edit = store.keep_accepted(edit);
        let lines = reread_lines(&store, &edit);
        assert_eq!(lines.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    fn shown(line: &RereadLine) -> String {
        let changes = line
            .changes
            .iter()
            .map(|one| format!("{}:{}>{}", one.field, one.old, one.new));
        let decided = if line.decided { " decided" } else { "" };
        format!(
            "{:?} {}{decided} {}",
            line.sort,
            line.quote,
            changes.collect::<Vec<_>>().join(" ")
        )
        .replace('\u{a0}', " ")
    }

    #[test]
    fn what_a_new_reading_changes_is_told_before() {
        check(|_| {}, &[]);
        check(
            |claims| {
                claims[0].speaker = Some("Hospital".to_owned());
                claims[0].confidence = 0.2;
                claims[3].confidence = 0.1;
                claims[2].speaker = Some("Hospital".to_owned());
            },
            &[
                "Changed 29 dead Speaker:Ministry>Hospital",
                "Kept 9 held decided :>Speaker stays not stated; the machine now reads Hospital",
            ],
        );
        check(
            |claims| {
                claims.remove(2);
                claims.remove(1);
            },
            &["Gone 40 hurt :>injured 40", "Kept 9 held decided :>arrested 9"],
        );
    }

    #[test]
    fn new_claims_are_told_with_their_words() {
        let mut store = project();
        let gone = claim(&store, "3 more dead");
        let article = Arc::clone(store.articles().next().expect("one"));
        let mut reading = crate::read::Reading::clone(&article.reading);
        reading.claims = store.claims().map(|record| Claim::clone(&record.machine)).collect();
        let all = reading.clone();
        reading
            .claims
            .retain(|one| one.key != store.claim(gone).expect("it").machine.key);
        let (edit, _) = store.reread(article.id, reading, "next");
        store.commit(edit, "2031-03-15T09:00:00Z");
        let decide = store.set_verdict(&[claim(&store, "29 dead")], Verdict::Accepted);
        store.commit(decide, "2031-03-15T09:00:00Z");
        let (edit, _) = store.reread(article.id, all, "later");
        let lines = reread_lines(&store, &edit);
        assert_eq!(
            lines.iter().map(shown).collect::<Vec<_>>(),
            ["New 3 more dead :>killed 3"]
        );
    }
}
