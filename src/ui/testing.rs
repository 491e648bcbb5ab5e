//! A program behind the window without disk and threads, for tests of views.

use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::Window;
use super::backend::Backend;
use crate::app::{
    Action, CheckState, HistoryAct, State, change_beside, change_find, conclude, desktop_look, find_now, history_look,
    look, names, review,
};
use crate::show::{Flags, chart_edit, copies_edit, name_edit, rows, same_edit, story_edit};
use crate::store::{ClaimId, Edit, Store, Verdict};

/// A state and what was asked of it.
#[derive(Default)]
pub(crate) struct TestBackend {
    /// What the views read.
    pub(crate) state: State,
    /// Everything that was asked, in order.
    pub(crate) asked: Vec<Action>,
}

impl TestBackend {
    /// A program with this project.
    pub(crate) fn new(store: Store) -> Self {
        let mut backend = Self::default();
        backend.state.store = store;
        backend.conclude();
        backend.state.project.name = "Varland, March 2031".to_owned();
        backend
    }

    fn commit(&mut self, edit: Edit) {
        self.state.store.commit(edit, "2031-03-15T09:00:00Z");
        self.conclude();
    }

    /// What the program works out beside the window.
    fn conclude(&mut self) {
        let state = &mut self.state;
        let concluded = conclude(&state.store);
        state.names = Arc::new(concluded.names);
        state.conclusions = Arc::new(concluded.conclusions);
        state.filter.follow(&state.conclusions);
    }

    fn name(&mut self, action: Action) {
        match action {
            Action::Name(act) => {
                let edit = name_edit(&self.state.store, &self.state.names, &act);
                self.commit(edit);
                names::follow(&mut self.state, &act);
            }
            other => {
                if let Some(other) = names::look(&mut self.state, other) {
                    self.review(other);
                }
            }
        }
    }

    fn select(&mut self, claim: Option<ClaimId>) {
        self.state.selection.claim = claim;
        let record = claim.and_then(|claim| self.state.store.claim(claim));
        self.state.selection.article = record.map(|record| record.article);
        self.state.selection.jump += 1;
    }

    fn step(&mut self, forward: bool) {
        let rows = rows(&self.state.store, &self.state.review, &Flags::default());
        let at = rows.iter().position(|row| Some(*row) == self.state.selection.claim);
        let next = match at {
            Some(at) if forward => at + 1,
            Some(at) => at.saturating_sub(1),
            None => 0,
        };
        if let Some(claim) = rows.get(next) {
            self.select(Some(*claim));
        }
    }

    fn check(&mut self, claims: Vec<ClaimId>, how: CheckState) {
        let checked = &mut self.state.selection.checked;
        match how {
            CheckState::On => checked.extend(claims),
            CheckState::Off => checked.retain(|claim| !claims.contains(claim)),
            CheckState::Only => *checked = claims.into_iter().collect(),
        }
    }

    /// The edit that an action is, where it is nothing else.
    fn edit(&self, action: &Action) -> Option<Edit> {
        let (state, store) = (&self.state, &self.state.store);
        Some(match action {
            Action::SetField(claims, field, value) => store.set_field(claims, *field, value.as_ref()),
            Action::SetFields(claim, values, what) => store.set_fields(*claim, values, what),
            Action::ApplySame(from, what, claims) => same_edit(store, *from, *what, claims),
            Action::SetNote(claims, note) => store.set_note(claims, note),
            Action::SetArticleNote(id, note) => store.set_article_note(*id, note),
            Action::ResetClaims(claims) => store.reset_claims(claims),
            Action::RuleOn(key, ruling) => store.rule_on(key, ruling.clone()),
            Action::Adopt(about, figure) => store.adopt(about.clone(), figure.clone()),
            Action::Copies(act) => copies_edit(store, act),
            Action::Story(act) => story_edit(store, &state.conclusions, act),
            Action::ChartSetting(change) => chart_edit(store, &state.names, state.compare.lines_by, change),
            _ => return None,
        })
    }

    fn review(&mut self, action: Action) {
        let look = &mut self.state.review;
        match action {
            Action::FilterReview(text) => look.text = text,
            Action::UnreviewedOnly(on) => look.unreviewed_only = on,
            Action::InConflictOnly(on) => look.in_conflict_only = on,
            Action::ReviewKind(None) => look.kinds.clear(),
            Action::ReviewKind(Some(kind)) => {
                let shown = look.kinds.remove(&kind);
                look.kinds.extend((!shown).then_some(kind));
            }
            Action::SortReview(column) => {
                look.descending = look.sort_column == column && !look.descending;
                look.sort_column = column;
            }
            _ => {}
        }
    }
}

impl Backend for TestBackend {
    fn state(&self) -> &State {
        &self.state
    }

    fn act(&mut self, action: Action) {
        self.asked.push(action.clone());
        if let Some(edit) = self.edit(&action) {
            self.commit(edit);
            return;
        }
        match action {
            Action::Show(view) => self.state.view = view,
            Action::ShowNames(on) => self.state.settings.show_names = on,
            Action::OrphanedOnly(on) => self.state.library.orphaned_only = on,
            Action::SelectClaim(claim) | Action::OpenInRead(claim) => self.select(Some(claim)),
            Action::SelectNone => {
                self.state.selection.mention = None;
                self.select(None);
            }
            Action::Hover(claim) => self.state.selection.hovered = claim,
            Action::NextClaim if review::step_queue(&mut self.state, 1) => {}
            Action::PreviousClaim if review::step_queue(&mut self.state, -1) => {}
            Action::NextClaim => self.step(true),
            Action::PreviousClaim => self.step(false),
            Action::SetVerdict(claims, verdict) => {
                let edit = self.state.store.set_verdict(&claims, verdict);
                self.commit(edit);
                review::after_verdict(&mut self.state, &claims);
            }
            Action::Undo => {
                self.state.store.undo();
                self.conclude();
                review::follow(&mut self.state);
            }
            Action::History(HistoryAct::JumpTo(number)) => {
                match self.state.store.history().way_to(number) {
                    Some(Ok(count)) => (0..count).for_each(|_| drop(self.state.store.undo())),
                    Some(Err(count)) => (0..count).for_each(|_| drop(self.state.store.redo())),
                    None => {}
                }
                self.conclude();
            }
            Action::History(act) => history_look(&mut self.state, &act),
            Action::Desktop(act) => desktop_look(&mut self.state, act),
            Action::Compare(change) => look::compare(&mut self.state, change),
            Action::Filter(change) => look::filter(&mut self.state, change),
            Action::ImportTable(_) | Action::SkipTable => {
                self.state.tables.pop_front();
            }
            Action::Find(change) => {
                change_find(&mut self.state, change);
                find_now(&mut self.state);
            }
            Action::Beside(change) => change_beside(&mut self.state, change),
            Action::Check(claims, how) => self.check(claims, how),
            Action::Review(act) => {
                if let Some(edit) = review::carry_out(&mut self.state, act) {
                    self.commit(edit);
                }
            }
            other => self.name(other),
        }
    }

    fn poll(&mut self) -> bool {
        false
    }
}

/// The verdict of a claim.
pub(crate) fn verdict(backend: &TestBackend, claim: ClaimId) -> Option<Verdict> {
    backend.state.store.claim(claim).map(|record| record.verdict)
}

/// A window that a test drives by labels.
pub(crate) type Desktop<B = TestBackend> = Harness<'static, Option<Window<B>>>;

/// Opens the window on a program; a run that is not still after `max_steps` frames is a fault.
pub(crate) fn desktop<B: Backend + 'static>(backend: B, size: egui::Vec2, max_steps: u64) -> Desktop<B> {
    let mut backend = Some(backend);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(0.05)
        .with_max_steps(max_steps)
        .build_ui_state(
            move |ui, window: &mut Option<Window<B>>| {
                if let Some(backend) = backend.take() {
                    *window = Some(Window::new(ui.ctx(), backend));
                    // faces come with the next frame
                    ui.ctx().request_repaint();
                    return;
                }
                let window = window.as_mut().expect("a window");
                window.step(ui.ctx());
                window.window_ui(ui);
            },
            None,
        );
    harness.run();
    harness
}

/// Presses a key and draws until the window is still.
pub(crate) fn press<B: Backend + 'static>(desktop: &mut Desktop<B>, modifiers: Modifiers, key: Key) {
    desktop.key_press_modifiers(modifiers, key);
    desktop.run();
}

/// Types into what has the focus.
pub(crate) fn type_words<B: Backend + 'static>(desktop: &mut Desktop<B>, words: &str) {
    desktop.event(egui::Event::Text(words.to_owned()));
    desktop.run();
}

/// Clicks what has this label.
pub(crate) fn click<B: Backend + 'static>(desktop: &mut Desktop<B>, label: &str) {
    desktop.get_by_label(label).click();
    desktop.run();
}
