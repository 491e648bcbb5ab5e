//! Notes of several lines: what was typed is kept as soon as the field is left, whichever way: by Tab, Escape, a click, another
//! claim, article or view.

use std::borrow::Cow;

use egui::{Context, Id, Response, TextEdit, Ui, WidgetInfo};

use super::article::seen_lines;
use crate::app::Action;

/// Words that are being typed.
#[derive(Clone)]
struct Typed {
    field: Id,
    text: String,
    /// What keeps them; `None` where they are the kept ones.
    keeps: Option<Action>,
    /// The pass in which the field last had the focus.
    pass: u64,
}

fn slot() -> Id {
    Id::unique("note that is being typed")
}

fn typed(ctx: &Context) -> Option<Typed> {
    ctx.data(|data| data.get_temp(slot()))
}

/// Draws a note with what is kept of it, or with what is being typed; `keep` makes the action that keeps words.
pub fn note_ui(
    ui: &mut Ui,
    field: Id,
    (label, hint): (&str, &str),
    kept: &str,
    keep: impl FnOnce(String) -> Action,
) -> Response {
    let typing = typed(ui.ctx()).filter(|typed| typed.field == field);
    let mut text = typing.map_or_else(|| kept.to_owned(), |typed| typed.text);
    let mut in_order = in_order(ui, field, &text);
    let response = ui.add(
        TextEdit::multiline(in_order.as_mut().unwrap_or(&mut text))
            .id(field)
            .hint_text(hint)
            .desired_rows(2)
            .desired_width(f32::INFINITY),
    );
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &text, &text, "");
        info.label = Some(label.to_owned());
        info
    });
    if response.has_focus() {
        let words = text.trim();
        let keeps = (words != kept.trim()).then(|| keep(words.to_owned()));
        let pass = ui.ctx().cumulative_pass_nr();
        let typing = Typed {
            field,
            text,
            keeps,
            pass,
        };
        ui.data_mut(|data| data.insert_temp(slot(), typing));
    }
    response
}

/// Words that run from right to left in the order in which they are read, while nobody types: the toolkit sets all words
/// from left to right.
fn in_order(ui: &Ui, field: Id, text: &str) -> Option<String> {
    if ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let font = egui::TextStyle::Body.resolve(ui.style());
    let ink = ui.visuals().text_color();
    let width = |word: &str| {
        let galley = ui.painter().layout_no_wrap(word.to_owned(), font.clone(), ink);
        galley.size().x
    };
    match seen_lines(text, ui.available_width() - 10.0, width) {
        Cow::Owned(words) => Some(words),
        Cow::Borrowed(_) => None,
    }
}

/// At the end of a frame: keeps what was typed in a note that lost the focus or is no longer shown.
pub(super) fn keep_left(ctx: &Context, actions: &mut Vec<Action>) {
    let quits = actions.contains(&Action::Quit);
    let left = |typed: &Typed| quits || typed.pass != ctx.cumulative_pass_nr();
    let Some(typing) = typed(ctx).filter(left) else { return };
    ctx.data_mut(|data| data.remove::<Typed>(slot()));
    if let Some(action) = typing.keeps {
        // before the window closes
        actions.insert(0, action);
        ctx.request_repaint();
    }
}

/// What keeps the note that is being typed, where the window is closed with the focus in it.
pub(super) fn take(ctx: &Context) -> Option<Action> {
    let typing = typed(ctx)?;
    ctx.data_mut(|data| data.remove::<Typed>(slot()));
    typing.keeps
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, vec2};
    use egui_kittest::kittest::Queryable as _;

    use crate::app::{Action, View};
    use crate::show::testing_sample::varland;
    use crate::store::{ArticleId, ClaimId};
    use crate::ui::Backend as _;
    use crate::ui::testing::{Desktop, TestBackend, desktop, press};

    const FIELD: egui::accesskit::Role = egui::accesskit::Role::TextInput;

    /// A window with the first claim's article open, and the claim selected where `selects` takes it.
    fn open(selects: impl Fn(ClaimId) -> Option<ClaimId>) -> (Desktop, ClaimId, ArticleId) {
        let mut backend = TestBackend::new(varland());
        let record = backend.state.store.claims().next().expect("a claim").clone();
        backend.state.selection.article = Some(record.article);
        backend.state.selection.claim = selects(record.id);
        (desktop(backend, vec2(1600.0, 1000.0), 6), record.id, record.article)
    }

    fn type_note(desktop: &mut Desktop, label: &str) {
        desktop.get_by_role_and_label(FIELD, label).focus();
        desktop.run();
        desktop.event(egui::Event::Text("ask again".to_owned()));
        desktop.run();
    }

    fn note_of(desktop: &Desktop, id: ClaimId) -> String {
        let state = desktop.state().as_ref().expect("a window").backend().state();
        state.store.claim(id).expect("the claim").note.clone()
    }

    #[test]
    fn a_typed_note_is_kept_however_it_is_left() {
        for (modifiers, key) in [
            (Modifiers::NONE, Key::Tab),
            (Modifiers::NONE, Key::Escape),
            (Modifiers::COMMAND, Key::Num3),
        ] {
            let (mut desktop, id, _) = open(Some);
            type_note(&mut desktop, "Note");
            assert_eq!(note_of(&desktop, id), "", "while it is typed");
            press(&mut desktop, modifiers, key);
            assert_eq!(note_of(&desktop, id), "ask again", "left by {key:?}");
        }
    }

    #[test]
    fn a_typed_note_is_kept_where_the_window_is_closed_by_its_frame() {
        let (mut desktop, id, _) = open(Some);
        type_note(&mut desktop, "Note");
        let root = desktop.input().viewport_id;
        let frame = desktop.input_mut().viewports.entry(root).or_default();
        frame.events.push(egui::ViewportEvent::Close);
        // the field is left, what it kept is carried out, and the program ends
        desktop.run_steps(3);
        assert_eq!(note_of(&desktop, id), "ask again");
        let asked = &desktop.state().as_ref().expect("a window").backend().asked;
        let at = |wanted: fn(&Action) -> bool| asked.iter().position(wanted).expect("was asked");
        let (kept, quit) = (
            at(|action| matches!(action, Action::SetNote(..))),
            at(|action| *action == Action::Quit),
        );
        assert!(kept < quit, "what is kept comes before the end: {asked:?}");
    }

    #[test]
    fn every_field_is_kept_where_the_program_is_ended_while_it_is_typed_in() {
        for by_frame in [true, false] {
            let (mut desktop, id, _) = open(Some);
            press(&mut desktop, Modifiers::COMMAND, Key::Num3);
            desktop.get_by_role_and_label(FIELD, "Victims").focus();
            desktop.run();
            press(&mut desktop, Modifiers::COMMAND, Key::A);
            desktop.event(egui::Event::Text("shop keepers".to_owned()));
            desktop.run();
            if by_frame {
                let root = desktop.input().viewport_id;
                let frame = desktop.input_mut().viewports.entry(root).or_default();
                frame.events.push(egui::ViewportEvent::Close);
            } else {
                desktop.key_press_modifiers(Modifiers::COMMAND, Key::Q);
            }
            desktop.run_steps(4);
            let backend = desktop.state().as_ref().expect("a window").backend();
            let claim = backend.state().store.claim(id).expect("the claim").claim();
            assert_eq!(claim.victims.as_deref(), Some("shop keepers"), "by frame: {by_frame}");
            let ends = backend.asked.iter().filter(|action| **action == Action::Quit);
            assert_eq!(ends.count(), 1);
            assert_eq!(backend.asked.last(), Some(&Action::Quit));
        }
    }

    #[test]
    fn a_note_that_runs_from_the_right_is_seen_in_its_order_and_kept_as_typed() {
        let (mut desktop, id, _) = open(Some);
        desktop.get_by_role_and_label(FIELD, "Note").focus();
        desktop.run();
        desktop.event(egui::Event::Text("قتل 120 شخصا".to_owned()));
        desktop.run();
        press(&mut desktop, Modifiers::NONE, Key::Tab);
        assert_eq!(note_of(&desktop, id), "قتل 120 شخصا");
        // focused again and left, nothing turns
        desktop.get_by_role_and_label(FIELD, "Note").focus();
        desktop.run();
        press(&mut desktop, Modifiers::NONE, Key::Tab);
        assert_eq!(note_of(&desktop, id), "قتل 120 شخصا");
    }

    #[test]
    fn a_note_that_was_not_changed_is_no_step() {
        let (mut desktop, ..) = open(Some);
        desktop.get_by_role_and_label(FIELD, "Note").focus();
        desktop.run();
        press(&mut desktop, Modifiers::NONE, Key::Tab);
        let state = desktop.state().as_ref().expect("a window").backend().state();
        assert_eq!(state.view, View::Read);
        assert_ne!(state.store.history().undo_label(), Some("Note written"));
    }

    #[test]
    fn the_note_of_an_article_is_kept_when_the_view_changes() {
        let (mut desktop, _, article) = open(|_| None);
        type_note(&mut desktop, "Note of this article");
        press(&mut desktop, Modifiers::COMMAND, Key::Num3);
        let state = desktop.state().as_ref().expect("a window").backend().state();
        assert_eq!(state.store.article(article).expect("the article").note, "ask again");
    }
}
