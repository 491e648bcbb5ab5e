//! The running totals that articles state, as stories are told by them.

use crate::link::RunningTotal;
use crate::store::{ArticleRecord, Store};

/// The running totals that the machine reads in an article, not what the analyst made of them: stories must not come and go
/// with every decision. A table's rows tell no story.
pub(super) fn of<'s>(store: &'s Store, article: &ArticleRecord) -> Vec<RunningTotal<'s>> {
    if article.is_table() {
        return Vec::new();
    }
    let read = store
        .claims_of(article.id)
        .filter(|record| !record.by_hand && !record.vanished);
    read.filter_map(|record| RunningTotal::of(&record.machine)).collect()
}
