//! Two articles side by side: one scrolling or two, and the figures that stand in both lit.

use std::collections::BTreeSet;

use egui::{Frame, Key, Margin, Modifiers, Panel, Rect, Ui, UiBuilder, pos2, vec2};

use super::super::article::Reader;
use super::super::basis::Basis;
use super::super::find;
use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{IconButton, chip_ui, label_ui, tip};
use super::super::wish;
use crate::app::{Action, BesideChange, Command, Scrolling, Side, State};
use crate::show::{same_figures, words};
use crate::store::{ArticleId, ArticleRecord, ClaimId};

/// Height of the bar above both.
const BAR: f32 = 40.0;
/// In windows narrower than this the library is folded beside two articles.
pub(super) const LIBRARY_MIN: f32 = 1900.0;
/// In windows narrower than this the inspector is folded, too.
pub(super) const INSPECTOR_MIN: f32 = 1310.0;

/// What the right side keeps between frames.
#[derive(Default)]
pub(super) struct BesideView {
    reader: Reader,
    /// Where both sides stood in the frame before.
    tops: Option<(f32, f32)>,
    /// How many figures stand in both, for which articles and as of when.
    same: Option<((ArticleId, ArticleId), Basis, usize)>,
}

impl BesideView {
    /// The articles on the left and on the right, where one stands beside the open one.
    pub(super) fn articles(state: &State) -> Option<(&ArticleRecord, &ArticleRecord)> {
        let article = |id: Option<ArticleId>| state.store.article(id?).map(AsRef::as_ref);
        let beside = state.beside.article.filter(|id| state.selection.article != Some(*id));
        let (open, beside) = (article(state.selection.article)?, article(beside)?);
        Some(match state.beside.side {
            Side::Left => (open, beside),
            Side::Right => (beside, open),
        })
    }

    /// Draws both articles into what is left of `ui`.
    pub(super) fn both_ui(&mut self, ui: &mut Ui, state: &State, reader: &mut Reader, actions: &mut Vec<Action>) {
        let Some((left, right)) = Self::articles(state) else {
            return;
        };
        let count = self.light(state, (left, &mut *reader), right);
        close_by_key(ui, state, actions);
        bar_ui(ui, state, count, actions);
        self.lock(state, reader);
        let area = ui.available_rect_before_wrap();
        let middle = area.center().x.round();
        let sides = [
            Rect::from_min_max(area.min, pos2(middle, area.bottom())),
            Rect::from_min_max(pos2(middle + 1.0, area.top()), area.max),
        ];
        for (side, rect) in sides.into_iter().enumerate() {
            let builder = UiBuilder::new().max_rect(rect).id_salt(("side", side));
            ui.scope_builder(builder, |ui| {
                ui.shrink_clip_rect(rect);
                match side {
                    0 => reader.reader_ui(ui, state, left, actions),
                    _ => self.reader.reader_ui(ui, state, right, actions),
                }
            });
        }
        ui.painter().vline(middle, area.y_range(), Theme::of(ui).hairline());
    }

    /// Gives both readers the claims whose figure stands in the other article as well; how many figures those are.
    fn light(&mut self, state: &State, (left, reader): (&ArticleRecord, &mut Reader), right: &ArticleRecord) -> usize {
        let both = (left.id, right.id);
        if let Some((of, basis, count)) = &self.same
            && *of == both
            && basis.holds(state)
        {
            return *count;
        }
        let (ours, theirs): (BTreeSet<ClaimId>, BTreeSet<ClaimId>) =
            same_figures(&state.store, &state.conclusions, left.id, right.id);
        let count = ours.len().min(theirs.len());
        reader.light_same(ours);
        self.reader.light_same(theirs);
        self.same = Some((both, Basis::of(state), count));
        self.tops = None;
        count
    }

    /// Forgets what was lit, once one article is shown alone again.
    pub(super) fn close(&mut self, reader: &mut Reader) {
        if self.same.take().is_some() {
            reader.light_same(BTreeSet::new());
        }
    }

    /// With one scrolling the side that was moved takes the other along.
    fn lock(&mut self, state: &State, reader: &mut Reader) {
        let Some(now) = reader.top().zip(self.reader.top()) else {
            return;
        };
        let before = self.tops.replace(now).unwrap_or(now);
        if state.beside.scrolling == Scrolling::Free {
            return;
        }
        let (left, right) = (now.0 - before.0, now.1 - before.1);
        if left.abs() > 0.5 {
            let to = (now.1 + left).max(0.0);
            self.reader.scroll_to(to);
            self.tops = Some((now.0, to));
        } else if right.abs() > 0.5 {
            let to = (now.0 + right).max(0.0);
            reader.scroll_to(to);
            self.tops = Some((to, now.1));
        }
    }
}

/// Escape closes the right side once nothing else is to be let go.
fn close_by_key(ui: &Ui, state: &State, actions: &mut Vec<Action>) {
    let ctx = ui.ctx();
    let something = state.selection.has_any() || state.find.open.is_some() || find::selection(ctx, state).is_some();
    let free = wish::escape_is_free(ctx) && !egui::Popup::is_any_open(ctx) && !something;
    if free && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        actions.push(Action::Beside(BesideChange::Close));
    }
}

fn bar_ui(ui: &mut Ui, state: &State, same: usize, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let frame = Frame::new().fill(c.panel).inner_margin(Margin::symmetric(12, 6));
    Panel::top("bar of both articles")
        .exact_size(BAR)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            ui.horizontal_centered(|ui| {
                let locked = state.beside.scrolling == Scrolling::Locked;
                let chip = chip_ui(ui, "Scroll together", locked);
                if chip.clicked() {
                    let other = if locked { Scrolling::Free } else { Scrolling::Locked };
                    actions.push(Action::Beside(BesideChange::Scroll(other)));
                }
                tip(chip, "Both articles move at once, or each by itself", "");
                let says = match same {
                    0 => "No figure stands in both".to_owned(),
                    1 => "1 figure stands in both, framed".to_owned(),
                    many => format!("{} figures stand in both, framed", words::number(many as u64)),
                };
                label_ui(ui, says, Type::Small, c.muted);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let keys = keys_of(Command::Beside, state);
                    let close = IconButton::new(icons::CLOSE, "Show one article alone")
                        .keys(keys)
                        .icon_size(12.0);
                    if ui.add(close).clicked() {
                        actions.push(Action::Beside(BesideChange::Close));
                    }
                    let swap = IconButton::new(icons::FORWARD, "Swap both articles");
                    if ui.add(swap).clicked() {
                        actions.push(Action::Beside(BesideChange::Swap));
                    }
                });
            });
        });
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, vec2};
    use egui_kittest::kittest::Queryable as _;

    use crate::app::{Scrolling, Side, State};
    use crate::show::testing_sample::varland;
    use crate::ui::testing::{Desktop, TestBackend, desktop};

    fn open(size: (f32, f32)) -> Desktop {
        let mut backend = TestBackend::new(varland());
        backend.state.selection.article = backend.state.store.articles().nth(2).map(|article| article.id);
        desktop(backend, vec2(size.0, size.1), 8)
    }

    fn state(desktop: &Desktop) -> &State {
        &desktop.state().as_ref().expect("a window").backend().state
    }

    const CTRL_SHIFT: Modifiers = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };

    #[test]
    fn two_articles_stand_side_by_side_and_escape_closes_the_right_one() {
        for size in [(1600.0, 1000.0), (1100.0, 700.0)] {
            let mut desktop = open(size);
            desktop.key_press_modifiers(CTRL_SHIFT, Key::B);
            desktop.run();
            let (left, right) = (state(&desktop).selection.article, state(&desktop).beside.article);
            assert!(right.is_some() && right != left);
            let places: Vec<f32> = desktop
                .query_all_by_label_contains("Publisher of the article: ")
                .map(|node| node.rect().left())
                .collect();
            assert!(places.len() == 2 && places[0] + 300.0 < places[1], "{places:?}");
            desktop.get_by_label("Swap both articles").click();
            desktop.run();
            assert_eq!(state(&desktop).beside.article, right);
            assert_eq!(state(&desktop).beside.side, Side::Right);
            desktop.get_by_label("Scroll together").click();
            desktop.run();
            assert_eq!(state(&desktop).beside.scrolling, Scrolling::Free);
            desktop.key_press(Key::Escape);
            desktop.run();
            assert_eq!(state(&desktop).beside.article, None);
        }
    }

    #[test]
    fn shared_figures_are_counted() {
        let mut desktop = open((1600.0, 1000.0));
        // the neighbour in the library tells of the same twelve dead
        let other = state(&desktop).store.articles().nth(3).unwrap().id;
        let action = crate::app::Action::Beside(crate::app::BesideChange::Open(other));
        super::super::super::Backend::act(desktop.state_mut().as_mut().unwrap().backend_mut(), action);
        desktop.run();
        desktop.get_by_label("1 figure stands in both, framed");
    }
}
