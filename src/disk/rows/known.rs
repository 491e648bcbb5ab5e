//! Which readings of the memory are which rows of the file: a reading that many rows share is written once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::claim::Claim;
use crate::read::Reading;

/// Readings that the file holds, by their place in memory. The `Arc` beside each keeps that place from being used anew.
#[derive(Clone, Default)]
pub(in crate::disk) struct Known {
    readings: HashMap<usize, (Arc<Reading>, i64)>,
    machines: HashMap<usize, (Arc<Claim>, i64)>,
}

fn place<T>(row: &Arc<T>) -> usize {
    Arc::as_ptr(row).addr()
}

impl Known {
    pub(super) fn reading(&self, reading: &Arc<Reading>) -> Option<i64> {
        self.readings.get(&place(reading)).map(|(_, number)| *number)
    }

    pub(super) fn machine(&self, claim: &Arc<Claim>) -> Option<i64> {
        self.machines.get(&place(claim)).map(|(_, number)| *number)
    }

    pub(super) fn add_reading(&mut self, reading: &Arc<Reading>, number: i64) {
        self.readings.insert(place(reading), (Arc::clone(reading), number));
    }

    pub(super) fn add_machine(&mut self, claim: &Arc<Claim>, number: i64) {
        self.machines.insert(place(claim), (Arc::clone(claim), number));
    }

    /// Takes over what a transaction wrote, once it is committed.
    pub(super) fn absorb(&mut self, fresh: Self) {
        self.readings.extend(fresh.readings);
        self.machines.extend(fresh.machines);
    }
}
