//! Files that hold many articles: what is asked before they are added, and who answers.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::action::Action;
use super::incoming::{self, Incoming};
use super::records::{self, OpenRecords};
use super::watching;
use crate::article::FieldMap;
use crate::store::ArticleId;

/// What the analyst says of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchAct {
    /// Make articles of the rows that wait, from this sheet, their fields read so.
    ImportRecords(usize, FieldMap),
    /// Leave the rows that wait alone.
    SkipRecords,
    /// The rows of this sheet are claims: ask what its columns mean.
    RecordsAsClaims(usize),
    /// The rows of the table that waits are articles: ask what its fields mean.
    TableAsArticles,
    /// Add what was read, without these of its articles.
    Add(BTreeSet<usize>),
    /// Add nothing of what was read.
    Drop,
    /// Read new files of this folder by themselves.
    Watch(PathBuf),
    /// Watch no folder any more.
    StopWatching,
    /// Remove these articles, whose texts others have too; none where all are kept.
    SettleDuplicates(Vec<ArticleId>),
}

/// What is asked about batches.
#[derive(Clone, Debug, Default)]
pub struct BatchLook {
    /// Data files that wait for what their fields mean, the next first.
    pub records: VecDeque<Arc<OpenRecords>>,
    /// Articles of one file that were read and wait for a look.
    pub incoming: Option<Arc<Incoming>>,
    /// How many of the articles added last have the text of another one.
    pub twins: usize,
}

/// Carries out what concerns batches; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let Action::Batch(act) = action else {
        return Some(action);
    };
    match act {
        BatchAct::ImportRecords(sheet, fields) => records::import(app, sheet, fields),
        BatchAct::SkipRecords => records::skip(app),
        BatchAct::RecordsAsClaims(sheet) => records::as_claims(app, sheet),
        BatchAct::TableAsArticles => records::table_as_articles(app),
        BatchAct::Add(left_out) => incoming::add(app, &left_out),
        BatchAct::Drop => incoming::drop_held(app),
        BatchAct::Watch(folder) => watching::watch(app, &folder),
        BatchAct::StopWatching => watching::stop(app),
        BatchAct::SettleDuplicates(ids) => {
            app.state.batch.twins = 0;
            let edit = app.state.store.remove_articles(&ids);
            app.commit(edit);
        }
    }
    None
}
