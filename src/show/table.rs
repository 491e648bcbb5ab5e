//! The rows of all claims in the order in which Review shows them.

use super::flags::Flags;
use super::look::ReviewLook;
use super::table_sort::{Column, sort};
use super::words;
use crate::store::{ClaimId, ClaimRecord, Status, Store};

/// The rows that pass the filter, with the counts for its switches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// In the order shown.
    pub rows: Vec<ClaimId>,
    /// How many claims there are at all.
    pub num_claims: usize,
    /// How many pass words and kinds.
    pub num_all: usize,
    /// How many of these are unreviewed.
    pub num_unreviewed: usize,
    /// How many of these are in a conflict.
    pub num_in_conflict: usize,
}

impl Table {
    /// The rows of `store` under `look`.
    pub fn new(store: &Store, look: &ReviewLook, flags: &Flags) -> Self {
        Self::until(store, look, flags, &|| false).unwrap_or_default()
    }

    /// The rows of `store` under `look`; `None` once `stop` says that nobody wants them any more.
    pub fn until(store: &Store, look: &ReviewLook, flags: &Flags, stop: &dyn Fn() -> bool) -> Option<Self> {
        let words: Vec<String> = look.text.split_whitespace().map(str::to_lowercase).collect();
        let mut table = Self {
            num_claims: store.num_claims(),
            ..Self::default()
        };
        for article in store.articles() {
            if stop() {
                return None;
            }
            for record in store.claims_of(article.id) {
                let kind = record.claim().kind;
                let within = look.within.as_ref();
                if within.is_some_and(|filter| !filter.passes(store, record)) || !look.narrow.passes(store, record) {
                    continue;
                }
                if look
                    .changed
                    .as_ref()
                    .is_some_and(|changed| !changed.contains(&record.id))
                {
                    continue;
                }
                if !(look.kinds.is_empty() || look.kinds.contains(&kind)) || !holds(store, record, &words) {
                    continue;
                }
                let unreviewed = record.status() == Status::Unreviewed;
                let in_conflict = flags.in_conflict.contains(&record.id);
                table.num_all += 1;
                table.num_unreviewed += usize::from(unreviewed);
                table.num_in_conflict += usize::from(in_conflict);
                if (unreviewed || !look.unreviewed_only) && (in_conflict || !look.in_conflict_only) {
                    table.rows.push(record.id);
                }
            }
        }
        if let Some(column) = Column::from_id(&look.sort_column) {
            sort(&mut table.rows, store, flags, column, look.descending);
        }
        Some(table)
    }
}

/// The claims that Review shows, in its order: what next and previous go by.
pub fn rows(store: &Store, look: &ReviewLook, flags: &Flags) -> Vec<ClaimId> {
    Table::new(store, look, flags).rows
}

/// True where every word stands somewhere in the row: its words, names, article, note, kind.
fn holds(store: &Store, record: &ClaimRecord, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let claim = record.claim();
    let article = store.article(record.article);
    let text = article.map_or("", |article| article.text());
    let parts = [
        claim.span.of(text),
        claim.speaker.as_deref().unwrap_or_default(),
        claim.relay.as_deref().unwrap_or_default(),
        claim.victims.as_deref().unwrap_or_default(),
        claim.place.as_ref().map_or("", |place| place.words.as_str()),
        article.map_or("", |article| article.title()),
        article.and_then(|article| article.publisher()).unwrap_or_default(),
        &record.note,
        &record.tags.join("\n"),
        article.map_or("", |article| article.note.as_str()),
        &article.map_or_else(String::new, |article| article.tags.join("\n")),
        words::kind(claim.kind),
        words::status(record.status()),
        &words::figure(&claim.figure),
    ];
    let hay = parts.join("\n").to_lowercase();
    wanted.iter().all(|word| hay.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Flags, ReviewLook, Table, rows};
    use crate::claim::Kind;
    use crate::show::testing::{claim, store};
    use crate::store::Store;

    fn sample() -> Store {
        store(&[
            (
                "Herald",
                "2031-03-14",
                "Toll rises\n\n{killed total @Ministry conf 0.9|29 dead}. {injured @Hospital conf 0.5 accepted|more than 400 hurt}.",
            ),
            (
                "Post",
                "2031-03-13",
                "Arrests\n\n{arrested @ministry conf 0.7|almost half of them}. {arrested conf 0.6|1,000 held}.",
            ),
        ])
    }

    #[track_caller]
    fn check(look: &ReviewLook, expected: &[&str]) {
        let store = sample();
        let got: Vec<String> = rows(&store, look, &Flags::default())
            .into_iter()
            .map(|id| {
                let record = store.claim(id).expect("a row is a claim");
                let article = store.article(record.article).expect("its article");
                record.claim().span.of(article.text()).to_owned()
            })
            .collect();
        assert_eq!(got, expected);
    }

    fn sorted(column: &str, descending: bool) -> ReviewLook {
        ReviewLook {
            sort_column: column.to_owned(),
            descending,
            ..ReviewLook::default()
        }
    }

    #[test]
    fn rows_stand_as_in_the_articles_until_sorted() {
        let all = ["29 dead", "more than 400 hurt", "almost half of them", "1,000 held"];
        check(&ReviewLook::default(), &all);
        check(&sorted("no such column", true), &all);
    }

    #[test]
    fn what_has_no_number_or_name_stays_last_in_both_orders() {
        check(
            &sorted("figure", false),
            &["29 dead", "more than 400 hurt", "1,000 held", "almost half of them"],
        );
        check(
            &sorted("figure", true),
            &["1,000 held", "more than 400 hurt", "29 dead", "almost half of them"],
        );
        check(
            &sorted("speaker", true),
            &["29 dead", "almost half of them", "more than 400 hurt", "1,000 held"],
        );
    }

    #[test]
    fn columns_sort_by_what_they_mean() {
        check(
            &sorted("as_of", false),
            &["almost half of them", "1,000 held", "29 dead", "more than 400 hurt"],
        );
        check(
            &sorted("confidence", false),
            &["more than 400 hurt", "1,000 held", "almost half of them", "29 dead"],
        );
        check(
            &sorted("state", true),
            &["more than 400 hurt", "29 dead", "almost half of them", "1,000 held"],
        );
    }

    #[test]
    fn words_kinds_and_states_filter_and_are_counted() {
        let words = |text: &str| ReviewLook {
            text: text.to_owned(),
            ..ReviewLook::default()
        };
        check(&words("MINISTRY"), &["29 dead", "almost half of them"]);
        check(&words("ministry toll"), &["29 dead"]);
        check(&words("arrested"), &["almost half of them", "1,000 held"]);
        let store = sample();
        let look = ReviewLook {
            unreviewed_only: true,
            kinds: [Kind::Killed, Kind::Injured].into(),
            ..ReviewLook::default()
        };
        let flags = Flags {
            in_conflict: [claim(&store, "29 dead"), claim(&store, "1,000 held")].into(),
            ..Flags::default()
        };
        let table = Table::new(&store, &look, &flags);
        assert_eq!(table.rows, [claim(&store, "29 dead")]);
        assert_eq!((table.num_claims, table.num_all), (4, 2));
        assert_eq!((table.num_unreviewed, table.num_in_conflict), (1, 1));
    }
}
