//! What would become of the rows of a table.

use egui::Ui;

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::label_ui;
use crate::app::OpenTable;
use crate::claim::{Claim, VictimClass};
use crate::read::{Mapping, read_table};
use crate::show::words;

/// Claims that are shown.
const SHOWN: usize = 4;

/// What would become of the rows: worked out when the mapping changes.
pub(super) struct Preview {
    lines: Vec<String>,
    num_claims: usize,
    left_out: Option<String>,
    lack: Option<&'static str>,
}

impl Preview {
    /// Reads the table as `mapping` says.
    pub(super) fn new(table: &OpenTable, mapping: &Mapping) -> Self {
        let read = read_table(&table.text, &table.grid, mapping);
        let lack = mapping.lack(&table.grid);
        // rows from all over the table show more than its first ones
        let stride = (read.claims.len() / SHOWN).max(1);
        let shown = read.claims.iter().step_by(stride).take(SHOWN);
        Self {
            lines: shown.map(line).collect(),
            num_claims: read.claims.len(),
            left_out: read.left_out.sentence(),
            lack: lack.or_else(|| {
                read.claims
                    .is_empty()
                    .then_some("No row gives a claim so. Choose another column for the number.")
            }),
        }
    }

    /// Why nothing can be imported so; `None` where it can.
    pub(super) fn lack(&self) -> Option<&'static str> {
        self.lack
    }

    /// How many claims there would be.
    pub(super) fn num_claims(&self) -> usize {
        self.num_claims
    }

    /// Draws it.
    pub(super) fn preview_ui(&self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        label_ui(ui, "Some of the claims", Type::Strong, c.text);
        for line in &self.lines {
            label_ui(ui, line, Type::Body, c.text);
        }
        if let Some(lack) = self.lack {
            label_ui(ui, lack, Type::Small, c.error);
        } else if let Some(left_out) = &self.left_out {
            label_ui(ui, left_out, Type::Small, c.warn);
        }
    }
}

/// "Killed · 10 · Civilians · UA Source · Thu 24 Feb 2022 · Ukraine · Incident".
fn line(claim: &Claim) -> String {
    let class = (claim.victim_class != VictimClass::Unspecified).then(|| words::class(claim.victim_class).to_owned());
    let parts = [
        Some(words::kind(claim.kind).to_owned()),
        Some(words::figure(&claim.figure)),
        class,
        Some(claim.speaker.clone().unwrap_or_else(|| words::NOT_STATED.to_owned())),
        Some(claim.as_of.as_ref().map_or_else(|| "no day".to_owned(), words::time)),
        claim.place.as_ref().map(|place| place.words.clone()),
        Some(words::scope(claim.scope).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
