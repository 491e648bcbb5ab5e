//! Marks in the text as things to click: claims, one after another where they overlap, and times.

use egui::{CursorIcon, Pos2, Response, Role, Sense, Ui, WidgetInfo};

use super::super::{probe, wish};
use super::paint::{self, Lit};
use super::{Frame, Reader, card, hit};
use crate::app::Action;
use crate::base::Span;
use crate::claim::Kind;
use crate::show::text::{Mark, What};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimId};

impl Reader {
    /// Makes a mark answer pointer and keys; gives how it is lit.
    pub(super) fn mark_ui(
        &self,
        ui: &mut Ui,
        frame: &Frame<'_>,
        (mark, boxes, scale): (&Mark, &[hit::LineBox], f32),
        actions: &mut Vec<Action>,
    ) -> Lit {
        let mut lit = Lit::default();
        let picking = self.is_picking();
        let selection = &frame.state.selection;
        if let Some(id) = mark.claim() {
            lit.selected = selection.claim == Some(id);
            lit.hovered = selection.hovered == Some(id);
            lit.same = self.same.contains(&id);
            lit.ring = self.has_ring(ui, id);
        }
        for (number, line) in boxes.iter().enumerate() {
            let rect = paint::mark_rect(line, scale);
            if !rect.intersects(frame.visible) {
                continue;
            }
            let id = ui
                .scope_id()
                .with(("mark", mark.span.start(), mark.span.end(), mark.claim(), number));
            match mark.what {
                // a click there is for the words
                _ if picking => {}
                What::Claim { id: claim, kind, .. } => {
                    let response = ui.interact(rect, id, Sense::click());
                    if number == 0 {
                        let label = mark_label(frame.article, mark.span, kind);
                        response.widget_info(|| WidgetInfo::selected(Role::Link, true, lit.selected, &label));
                        probe::note(ui.ctx(), rect, &label);
                    }
                    lit.focused |= response.has_focus();
                    self.claim_answers(frame, (claim, number), response, actions);
                }
                // names answer by themselves
                What::Name(_) => {}
                What::Date => {
                    let response = ui.interact(rect, id, Sense::hover());
                    card::name_tip(response, frame.article, mark);
                }
            }
        }
        lit
    }

    fn claim_answers(
        &self,
        frame: &Frame<'_>,
        (claim, number): (ClaimId, usize),
        response: Response,
        actions: &mut Vec<Action>,
    ) {
        let shift = response.ctx.input(|input| input.modifiers.shift);
        let words = response.double_clicked() || response.triple_clicked() || shift;
        if response.clicked() && !words {
            let next = response.interact_pointer_pos().and_then(|at| self.next_at(frame, at));
            actions.push(Action::SelectClaim(next.unwrap_or(claim)));
        }
        if response.hovered() && !self.drawing {
            actions.push(Action::Hover(Some(claim)));
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if !self.drawing && !wish::is_covered(&response.ctx) {
            let by_key = number == 0 && self.card == Some(claim);
            card::claim_card(response, frame.state, (claim, by_key), actions);
        }
    }

    /// The claim behind the selected one among those that are marked at a place; `None` where the selected is not there.
    fn next_at(&self, frame: &Frame<'_>, at: Pos2) -> Option<ClaimId> {
        let byte = self.char_at(frame, at)?;
        let marks = self.page.marks.iter().filter(|mark| mark.span.has(byte));
        let here: Vec<ClaimId> = marks.filter_map(Mark::claim).collect();
        next_of(&here, frame.state.selection.claim?)
    }
}

/// The one behind `now`, the first behind the last; `None` where `now` is not among them.
pub(super) fn next_of(here: &[ClaimId], now: ClaimId) -> Option<ClaimId> {
    let at = here.iter().position(|id| *id == now)?;
    here.get((at + 1) % here.len()).copied()
}

/// What a claim's mark is called: "more than 4,400 people: arrested".
fn mark_label(article: &ArticleRecord, span: Span, kind: Kind) -> String {
    let quote = words::short(span.of(article.text()), 120);
    format!("{quote}: {}", words::kind(kind).to_lowercase())
}
