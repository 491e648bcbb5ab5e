//! Steps on their way to the file, and their rows in the journal.

use rusqlite::params;

use super::Source;
use super::sums::{RowKey, Summed};
use super::write::RowWriter;
use crate::store::Step;

/// What is to be done with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::disk) enum Act {
    /// It was made.
    Write,
    /// It was taken back.
    Undo,
    /// It was done again.
    Redo,
}

/// A step on its way to the file.
#[derive(Clone, Debug)]
pub(in crate::disk) struct Task {
    pub(in crate::disk) act: Act,
    pub(in crate::disk) step: Step,
    pub(in crate::disk) sources: Vec<Source>,
}

/// Writes one step: the rows that it changes and its row in the journal. Doing the same again changes nothing, since
/// rows are written as they are afterwards: a commit whose answer was lost may be repeated.
pub(super) fn write_task(writer: &mut RowWriter<'_>, task: &Task) -> rusqlite::Result<()> {
    for source in &task.sources {
        writer.put_source(source)?;
    }
    let changes = match task.act {
        Act::Write | Act::Redo => &task.step.edit.changes,
        Act::Undo => &task.step.inverse.changes,
    };
    for change in changes {
        writer.put(change)?;
    }
    match task.act {
        Act::Write => {
            drop_undone(writer, task.step.number)?;
            insert(writer, &task.step, "done")
        }
        Act::Undo => set_state(writer, task.step.number, "undone"),
        Act::Redo => set_state(writer, task.step.number, "done"),
    }
}

/// What was taken back can no longer be done again once something else is done; it stays on record.
fn drop_undone(writer: &mut RowWriter<'_>, number: i64) -> rusqlite::Result<()> {
    let undone: Vec<i64> = writer
        .transaction()
        .prepare_cached("SELECT number FROM journal WHERE state = 'undone' AND number <> ?1")?
        .query_map([number], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    undone
        .into_iter()
        .try_for_each(|number| set_state(writer, number, "dropped"))
}

pub(super) fn insert(writer: &mut RowWriter<'_>, step: &Step, state: &str) -> rusqlite::Result<()> {
    let edit = writer.edit_json(&step.edit)?;
    let inverse = writer.edit_json(&step.inverse)?;
    writer.summed(Summed::Journal, RowKey::Number(step.number), |writer| {
        let mut statement = writer.transaction().prepare_cached(
            "INSERT OR REPLACE INTO journal (number, at, label, edit_json, inverse_json, state) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        statement
            .execute(params![step.number, step.at, step.edit.label, edit, inverse, state])
            .map(drop)
    })
}

fn set_state(writer: &mut RowWriter<'_>, number: i64, state: &str) -> rusqlite::Result<()> {
    writer.summed(Summed::Journal, RowKey::Number(number), |writer| {
        let mut statement = writer
            .transaction()
            .prepare_cached("UPDATE journal SET state = ?2 WHERE number = ?1")?;
        statement.execute(params![number, state]).map(drop)
    })
}
