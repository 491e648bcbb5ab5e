//! Below the table: the sentence with one before and one after, and the fields of the selected claim.

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::super::quote::{Quoted, quote_ui};
use super::super::theme::{Theme, Type, size};
use super::super::widgets::{key_cap_ui, label_ui, link_ui};
use super::fields::{Dress, FieldsView, buttons_ui};
use crate::app::{Action, State};
use crate::base::Span;
use crate::show::{sentences_around, words};
use crate::store::{ArticleRecord, ClaimId, ClaimRecord};

/// Height of the row of buttons below the fields.
const FOOT: f32 = 40.0;

/// The sentence before and the one after.
type Neighbours = (Option<Span>, Option<Span>);

/// What the area keeps between frames.
#[derive(Default)]
pub(super) struct DetailView {
    /// The sentences around the claim's.
    around: Option<(ClaimId, Span, Neighbours)>,
    fields: FieldsView,
}

impl DetailView {
    /// Draws the area into all of `ui`.
    pub(super) fn detail_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let all = ui.available_rect_before_wrap();
        ui.allocate_rect(all, egui::Sense::hover());
        let selected = state.selection.claim.and_then(|claim| state.store.claim(claim));
        let Some((record, article)) = selected.and_then(|record| Some((record, state.store.article(record.article)?)))
        else {
            ui.painter().text(
                all.center(),
                egui::Align2::CENTER_CENTER,
                "Select a figure to see who says it.",
                Type::Small.font(),
                c.muted,
            );
            return;
        };
        let middle = all.left() + all.width() * if all.width() > 1000.0 { 0.475 } else { 0.42 };
        let left = Rect::from_min_max(all.min, pos2(middle, all.bottom()));
        let right = Rect::from_min_max(pos2(middle, all.top()), all.max);
        ui.painter().rect_filled(left, 0, c.sheet);
        ui.painter().vline(middle, all.y_range(), theme.hairline());
        let mut inside = ui.new_child(UiBuilder::new().id_salt("sentence").max_rect(left));
        self.sentence_ui(&mut inside, record, article, actions);
        let foot = Rect::from_min_max(
            pos2(right.left() + 18.0, right.bottom() - FOOT),
            pos2(right.right() - 16.0, right.bottom()),
        );
        let right = Rect::from_min_max(right.min, pos2(right.right(), right.bottom() - FOOT));
        let mut below = ui.new_child(
            UiBuilder::new()
                .id_salt("buttons")
                .max_rect(foot.shrink2(vec2(0.0, 5.0))),
        );
        buttons_ui(&mut below, state, record, actions);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("fields").max_rect(right));
        ScrollArea::vertical()
            .id_salt("fields")
            .auto_shrink([false, false])
            .show(&mut inside, |ui| {
                Frame::new().inner_margin(Margin::symmetric(18, 10)).show(ui, |ui| {
                    self.fields.fields_ui(ui, state, (record, Dress::Pane), actions);
                });
            });
    }

    fn sentence_ui(&mut self, ui: &mut Ui, record: &ClaimRecord, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let claim = record.claim();
        let (before, after) = match &self.around {
            Some((id, sentence, around)) if *id == record.id && *sentence == claim.sentence => *around,
            _ => {
                let around = sentences_around(article.text(), claim.sentence);
                self.around = Some((record.id, claim.sentence, around));
                around
            }
        };
        Frame::new().inner_margin(Margin::symmetric(24, 10)).show(ui, |ui| {
            ui.set_max_height(size::CONTROL);
            ui.horizontal(|ui| {
                let outlet = article.publisher().unwrap_or("Outlet not known");
                let day = article.published().map(words::day);
                let day = day.as_deref().unwrap_or("day not known");
                // what stands clear of the link at the right
                let letters = ((ui.available_width() - 150.0) / 7.5).max(6.0) as usize;
                label_ui(ui, words::short(outlet, letters), Type::SmallStrong, c.text);
                if outlet.chars().count() + day.chars().count() + 3 <= letters {
                    label_ui(ui, format!("·  {day}"), Type::Small, c.muted);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    key_cap_ui(ui, "Enter");
                    if link_ui(ui, "Open in Read").clicked() {
                        actions.push(Action::OpenInRead(record.id));
                    }
                });
            });
        });
        ScrollArea::vertical()
            .id_salt(("sentence", record.id.0))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin {
                        left: 24,
                        right: 24,
                        top: 2,
                        bottom: 10,
                    })
                    .show(ui, |ui| {
                        quote_ui(
                            ui,
                            &Quoted {
                                before,
                                after,
                                ..Quoted::of(article, record)
                            },
                        );
                    });
            });
    }
}
