//! A name in the text: lit with all of its entity, selected by a click, a menu by a right click.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::super::names::{name_menu_ui, sort_look};
use super::super::probe;
use super::super::widgets::tip;
use super::{Frame, card, hit, paint};
use crate::app::Action;
use crate::base::Span;
use crate::store::ClaimId;

/// A name in the text.
pub(super) struct Name {
    /// Its words.
    pub(super) span: Span,
    /// The claim in which they stand: it has the left click and the card.
    pub(super) claim: Option<ClaimId>,
}

/// What a name did in this frame.
#[derive(Default)]
pub(super) struct Answer {
    /// The entity that it names.
    pub(super) entity: Option<usize>,
    /// That entity, where the pointer is over the name.
    pub(super) under_pointer: Option<usize>,
    /// Its words, where they are to be selected.
    pub(super) selected: Option<Span>,
    /// True for the selected mention.
    pub(super) is_selected: bool,
    /// True for the other mentions of the selected one's entity.
    pub(super) is_open: bool,
}

/// Makes a name answer the pointer.
pub(super) fn name_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    name: &Name,
    (boxes, scale): (&[hit::LineBox], f32),
    actions: &mut Vec<Action>,
) -> Answer {
    let state = frame.state;
    let span = name.span;
    let article = frame.article.id;
    let entity = state.names.at(article, span);
    let mention = state.selection.mention;
    let mut answer = Answer {
        entity,
        is_selected: mention == Some((article, span)),
        ..Answer::default()
    };
    let Some(row) = entity.and_then(|row| state.names.rows.get(row)) else {
        return answer;
    };
    answer.is_open = mention.is_some_and(|(own, span)| own == article && state.names.at(own, span) == entity);
    for (number, line) in boxes.iter().enumerate() {
        let rect = paint::mark_rect(line, scale);
        if !rect.intersects(frame.visible) {
            continue;
        }
        let id = ui.scope_id().with(("name", span.start(), span.end(), number));
        // no stop of the Tab key: an article has hundreds; H and Shift+H walk through them
        let response = ui.interact(rect, id, Sense::CLICK | Sense::HOVER);
        if number == 0 {
            let label = format!("{}, {}", row.name, sort_look(row.sort).1.to_lowercase());
            response.widget_info(|| WidgetInfo::selected(Role::Mark, true, answer.is_selected, &label));
            probe::note(ui.ctx(), rect, &label);
        }
        if response.hovered() {
            answer.under_pointer = entity;
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        // with Shift a click extends the selection
        if ui.input(|input| input.modifiers.shift) {
            continue;
        }
        let select = |span| Action::SelectMention(article, span);
        if response.double_clicked() {
            answer.selected = Some(span);
        } else if response.secondary_clicked() {
            actions.push(select(span));
        } else if response.clicked() {
            actions.push(name.claim.map_or_else(|| select(span), Action::SelectClaim));
        }
        response.context_menu(|ui| name_menu_ui(ui, state, row, actions));
        if let Some(claim) = name.claim {
            if response.hovered() {
                actions.push(Action::Hover(Some(claim)));
            }
            card::claim_card(response, state, (claim, false), actions);
            continue;
        }
        if !response.hovered() {
            continue;
        }
        let words = format!(
            "{} · {} · {} here, {} in all",
            row.name,
            sort_look(row.sort).1.to_lowercase(),
            row.mentions.iter().filter(|(own, _)| *own == article).count(),
            row.mentions.len()
        );
        tip(response, &words, "right click");
    }
    answer
}
