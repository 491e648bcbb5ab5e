//! The inspector: every field of the selected claim, or the facts of the article; all can be changed in place.

mod bounds;
mod calendar;
mod claim;
mod edit;
mod facts;
mod foot;
mod name;
mod offer;
mod orphans;
mod value;
mod why;

pub(in crate::ui) use value::shown;

use egui::{Context, Frame, Id, Margin, Panel, ScrollArea, Ui};

use self::edit::{Edit, Left};
use super::super::theme::Theme;
use super::super::wish::{self, Wish};
use crate::app::{Action, State};
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field};

/// A fact of an article that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The headline.
    Title,
    /// The outlet.
    Publisher,
    /// The publication day.
    Published,
    /// Who wrote it.
    Author,
}

impl Fact {
    /// All, from top to bottom.
    const ALL: [Self; 4] = [Self::Title, Self::Publisher, Self::Published, Self::Author];
}

/// The fields of a claim from top to bottom: so Tab walks them.
const FIELDS: [Field; 12] = [
    Field::Kind,
    Field::Figure,
    Field::Speaker,
    Field::Relay,
    Field::AsOf,
    Field::EventDate,
    Field::Scope,
    Field::Victims,
    Field::VictimClass,
    Field::Place,
    Field::PartOf,
    Field::Modality,
];

fn fact_slot() -> Id {
    Id::unique("fact to edit")
}

/// Asks the inspector to begin with a fact of the open article.
pub fn edit_fact(ctx: &Context, fact: Fact) {
    ctx.data_mut(|data| data.insert_temp(fact_slot(), fact as u8));
    ctx.request_repaint();
}

/// What the inspector keeps between frames.
#[derive(Default)]
pub struct Inspector {
    edit: Option<Edit>,
    why_open: bool,
    /// Claims with the same figure in other articles: for which claim and generation, and their publishers.
    elsewhere: Option<(ClaimId, u64, Vec<String>)>,
}

impl Inspector {
    /// Draws the inspector into all of `ui`.
    pub fn inspector_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.panel);
        self.take_asks(ui, state);
        let claim = state.selection.claim.and_then(|id| state.store.claim(id));
        let Some(record) = claim else {
            self.article_ui(ui, state, actions);
            return;
        };
        let narrow = ui.available_width() < 320.0;
        Panel::top("inspector head")
            .exact_size(44.0)
            .frame(Frame::new().inner_margin(Margin::symmetric(16, 0)))
            .show(ui, |ui| claim::head_ui(ui, state, record, actions));
        Panel::bottom("inspector foot")
            .exact_size(52.0)
            .frame(Frame::new().inner_margin(Margin::symmetric(if narrow { 12 } else { 16 }, 0)))
            .show(ui, |ui| foot::foot_ui(ui, state, record, actions));
        ScrollArea::vertical()
            .id_salt(("claim", record.id))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin {
                        left: 16,
                        right: 16,
                        top: 14,
                        bottom: 16,
                    })
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing = egui::vec2(8.0, 2.0);
                        self.claim_ui(ui, state, record, actions);
                    });
            });
    }

    fn article_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let Some(article) = state.selection.article.and_then(|id| state.store.article(id)) else {
            return;
        };
        ScrollArea::vertical()
            .id_salt(("facts", article.id))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 2.0);
                    if let Some(row) = name::selected(state, article.id) {
                        name::name_ui(ui, state, article.id, row, actions);
                    }
                    self.facts_ui(ui, state, article, actions);
                    orphans::orphans_ui(ui, state, article, actions);
                });
            });
    }

    /// Goes on from a field of a claim as it was left: behind the last comes the note.
    fn leave(&mut self, ui: &Ui, (state, record): (&State, &ClaimRecord), field: Field, left: Left) {
        let at = FIELDS.iter().position(|other| *other == field).unwrap_or_default();
        let to = match left {
            Left::Not => return,
            Left::Closed => None,
            Left::ToNext => FIELDS.get(at + 1),
            Left::ToPrevious => at.checked_sub(1).and_then(|at| FIELDS.get(at)),
        };
        self.edit = to.map(|field| Edit::of_claim(state, record, *field));
        match left {
            Left::ToNext if to.is_none() => wish::make(ui.ctx(), Wish::EditNote),
            // so that the keyboard stays where it was
            _ if to.is_none() => ui.ctx().memory_mut(|memory| memory.request_focus(value::row_id(field))),
            _ => {}
        }
        ui.ctx().request_repaint();
    }

    /// Goes on from a fact of an article as it was left.
    fn leave_fact(&mut self, ui: &Ui, article: &ArticleRecord, fact: Fact, left: Left) {
        let at = Fact::ALL.iter().position(|other| *other == fact).unwrap_or_default();
        let to = match left {
            Left::Not => return,
            Left::Closed => None,
            Left::ToNext => Fact::ALL.get(at + 1),
            Left::ToPrevious => at.checked_sub(1).and_then(|at| Fact::ALL.get(at)),
        };
        self.edit = to.map(|fact| Edit::of_article(article, *fact));
        ui.ctx().request_repaint();
    }

    /// Begins what was asked for elsewhere: a fact, or the figure of the selected claim.
    fn take_asks(&mut self, ui: &Ui, state: &State) {
        let asked: Option<u8> = ui.ctx().data_mut(|data| data.remove_temp(fact_slot()));
        let fact = asked.and_then(|asked| Fact::ALL.into_iter().find(|fact| *fact as u8 == asked));
        let first = state.selection.claim.is_none() && wish::take(ui.ctx(), Wish::EditClaim);
        let fact = fact.or_else(|| first.then_some(Fact::Title));
        if let (Some(fact), Some(article)) = (fact, state.selection.article.and_then(|id| state.store.article(id))) {
            self.edit = Some(Edit::of_article(article, fact));
        }
        let Some(record) = state.selection.claim.and_then(|id| state.store.claim(id)) else {
            return;
        };
        let open = record.by_hand && record.claim().figure.anchor().is_none();
        let begun = wish::take(ui.ctx(), Wish::EditIfOpen) && open;
        if wish::take(ui.ctx(), Wish::EditClaim) || begun {
            self.edit = Some(Edit::of_claim(state, record, Field::Figure));
        }
    }
}
