//! Lists the claims to which a correction could be applied as well, each with what it has and what it would get.

use std::collections::BTreeSet;

use egui::text::LayoutJob;
use egui::{Rect, ScrollArea, Ui, pos2, vec2};

use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, at_ui, checkbox_ui, label_ui, link_ui};
use super::super::wish::{self, Wish};
use super::command::keys_of;
use super::path_dialog::Step;
use crate::app::{Action, Command, State};
use crate::show::{SameCases, hit_around, same_cases, same_cases_of, same_change, same_head, words};
use crate::store::ClaimId;

/// Height of a row.
const ROW: f32 = 66.0;
/// Width of the dialog.
const WIDTH: f32 = 720.0;

/// The open list.
pub(super) struct SameDialog {
    cases: Option<SameCases>,
    checked: BTreeSet<ClaimId>,
}

/// Beside the word that something was corrected: the way to the equal cases.
pub(super) fn offer_ui(ui: &mut Ui, state: &State) {
    let Some(cases) = &state.same else { return };
    let word = format!("Apply to {}...", words::count(cases.undecided, "equal case"));
    let keys = keys_of(Command::ApplySame, state);
    let link = link_ui(ui, &word);
    if link.clicked() {
        wish::make(ui.ctx(), Wish::SameCases);
    }
    super::super::widgets::tip(link, "List them first; what you decided on stays", &keys);
}

impl SameDialog {
    /// The list for the last correction, else for what was said of the selected claim. Nothing that was decided is checked.
    pub(super) fn new(state: &State) -> Self {
        let selected = || same_cases_of(&state.store, state.selection.claim?);
        // looked for anew: something may have been decided since
        let offered = state.same.as_ref();
        let offered = offered.and_then(|cases| same_cases(&state.store, cases.from, cases.what));
        let cases = offered.or_else(selected);
        let undecided = cases.iter().flat_map(|cases| cases.claims.iter().take(cases.undecided));
        Self {
            checked: undecided.copied().collect(),
            cases,
        }
    }

    /// Draws the dialog.
    pub(super) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let window = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(window.x - 80.0));
        label_ui(ui, "Apply to equal cases", Type::Heading, c.text);
        let Some(cases) = self.cases.clone() else {
            let words = "No other claim was read by the machine in the same way and differs from this one. Correct speaker, \
                         victims, class or kind of a claim, or reject it, and its equal cases are listed here.";
            ui.add(egui::Label::new(Type::Body.text(words, c.muted)).wrap());
            ui.add_space(8.0);
            let close = ui.add(PushButton::new("Close")).clicked();
            return if close { Step::Close } else { Step::Stay };
        };
        ui.add(egui::Label::new(Type::Body.text(same_head(&state.store, &cases), c.text)).wrap());
        let decided = cases.claims.len() - cases.undecided;
        let help = match decided {
            0 => "The machine read the same words in the same way here.".to_owned(),
            _ => format!(
                "The machine read the same words in the same way here. {} on already: check them if they are to change.",
                if decided == 1 {
                    "1 was decided".to_owned()
                } else {
                    format!("{decided} were decided")
                }
            ),
        };
        ui.add(egui::Label::new(Type::Small.text(help, c.muted)).wrap());
        ui.add_space(6.0);
        self.all_ui(ui, &cases);
        let height = (window.y - 300.0).clamp(ROW, ROW * 7.0);
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ROW, cases.claims.len(), |ui, rows| {
                for claim in cases.claims.get(rows).unwrap_or_default() {
                    self.row_ui(ui, state, &cases, *claim);
                }
            });
        ui.spacing_mut().item_spacing.y = spacing;
        ui.add_space(10.0);
        self.buttons_ui(ui, &cases, actions)
    }

    fn all_ui(&mut self, ui: &mut Ui, cases: &SameCases) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let ink = Theme::of(ui).color.muted;
            let says = format!("{} of {} checked", self.checked.len(), cases.claims.len());
            label_ui(ui, says, Type::Small, ink);
            if link_ui(ui, "Check all undecided").clicked() {
                self.checked = cases.claims.iter().take(cases.undecided).copied().collect();
            }
            if link_ui(ui, "Check none").clicked() {
                self.checked.clear();
            }
        });
        ui.add_space(4.0);
    }

    fn row_ui(&mut self, ui: &mut Ui, state: &State, cases: &SameCases, claim: ClaimId) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - 14.0, ROW), egui::Sense::click());
        let Some(record) = state.store.claim(claim) else { return };
        let Some(article) = state.store.article(record.article) else {
            return;
        };
        let [before, quote, after] = hit_around(article.text(), record.claim().span, 44);
        let on = self.checked.contains(&claim);
        ui.painter().hline(rect.x_range(), rect.top(), theme.hairline());
        if response.hovered() {
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0, c.row_hover);
        }
        let square = Rect::from_min_size(pos2(rect.left() + 4.0, rect.top() + 10.0), vec2(16.0, 16.0));
        let name = format!("Apply to: {quote} in {}", article.title());
        let clicked = at_ui_checked(ui, square, on, &name) || response.clicked();
        if clicked && !self.checked.remove(&claim) {
            self.checked.insert(claim);
        }
        let left = rect.left() + 32.0;
        let line = [
            (before.as_str(), Type::Body, c.muted),
            (&quote, Type::Strong, c.text),
            (&after, Type::Body, c.muted),
        ];
        paint_line(ui, &line, pos2(left, rect.top() + 6.0), rect.right() - left);
        let change = same_change(&state.store, cases, claim);
        let (old, new) = change.unwrap_or_default();
        let decided = if record.is_decided() { "decided · " } else { "" };
        let day = article.published().map_or_else(|| "no date".to_owned(), words::day);
        let facts = format!("{} · {day}", words::short(article.title(), 60));
        let line = [
            (old.as_str(), Type::Small, c.muted),
            ("  becomes  ", Type::Small, c.muted),
            (&new, Type::SmallStrong, c.accent),
        ];
        paint_line(ui, &line, pos2(left, rect.top() + 26.0), rect.right() - left);
        let line = [(decided, Type::SmallStrong, c.warn), (&facts, Type::Small, c.muted)];
        paint_line(ui, &line, pos2(left, rect.top() + 44.0), rect.right() - left);
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cases: &SameCases, actions: &mut Vec<Action>) -> Step {
        let mut step = Step::Stay;
        ui.horizontal(|ui| {
            let some = !self.checked.is_empty();
            let word = format!("Apply to {}", self.checked.len());
            let apply = PushButton::new(&word)
                .primary()
                .enabled(some)
                .help("One step: undo takes all of it back");
            if ui.add(apply).clicked() && some {
                let chosen = cases.claims.iter().filter(|claim| self.checked.contains(claim));
                actions.push(Action::ApplySame(cases.from, cases.what, chosen.copied().collect()));
                step = Step::Close;
            }
            if ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
        });
        step
    }
}

fn at_ui_checked(ui: &mut Ui, rect: Rect, on: bool, name: &str) -> bool {
    let mut clicked = false;
    at_ui(ui, rect, |ui| clicked = checkbox_ui(ui, on, name).clicked());
    clicked
}

/// One line of words in several styles, cut at `width`.
fn paint_line(ui: &Ui, parts: &[(&str, Type, egui::Color32)], at: egui::Pos2, width: f32) {
    let mut job = LayoutJob::default();
    for (words, style, ink) in parts.iter().filter(|(words, ..)| !words.is_empty()) {
        job.append(words, 0.0, style.format(*ink));
    }
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, Theme::of(ui).color.text);
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, vec2};
    use egui_kittest::kittest::Queryable as _;

    use crate::show::testing;
    use crate::store::{Field, FieldValue};
    use crate::ui::testing::{Desktop, TestBackend, desktop};

    const CTRL_SHIFT: Modifiers = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };

    fn open() -> Desktop {
        let mut store = testing::store(&[
            ("Herald", "2031-03-14", "{killed @officials|Six people} died."),
            (
                "Post",
                "2031-03-15",
                "{killed @officials accepted|7 people} died. {killed @officials|9 people} died.",
            ),
        ]);
        let from = testing::claim(&store, "Six people");
        let value = FieldValue::Words(Some("Interior Ministry".to_owned()));
        let edit = store.set_field(&[from], Field::Speaker, Some(&value));
        store.commit(edit, "2031-03-15T09:00:00Z");
        let mut backend = TestBackend::new(store);
        backend.state.selection.article = backend.state.store.articles().next().map(|article| article.id);
        backend.state.selection.claim = Some(from);
        desktop(backend, vec2(1100.0, 700.0), 8)
    }

    fn speaker(desktop: &Desktop, words: &str) -> Option<String> {
        let store = &desktop.state().as_ref().expect("a window").backend().state.store;
        let record = store.claim(testing::claim(store, words)).expect("its record");
        record.claim().speaker.clone()
    }

    #[test]
    fn equal_cases_are_listed_and_only_checked_ones_change() {
        let mut desktop = open();
        desktop.key_press_modifiers(CTRL_SHIFT, Key::A);
        desktop.run();
        desktop.get_by_label_contains("“officials” becomes “Interior Ministry”");
        desktop.get_by_label("1 of 2 checked");
        desktop.get_by_label("Apply to 1").click();
        desktop.run();
        assert_eq!(speaker(&desktop, "9 people").as_deref(), Some("Interior Ministry"));
        assert_eq!(speaker(&desktop, "7 people").as_deref(), Some("officials"));
        assert!(desktop.query_by_label("Apply to equal cases").is_none());
    }

    #[test]
    fn a_decided_claim_changes_where_it_was_checked() {
        let mut desktop = open();
        desktop.key_press_modifiers(CTRL_SHIFT, Key::A);
        desktop.run();
        desktop.get_by_label_contains("Apply to: 7 people").click();
        desktop.run();
        desktop.get_by_label("Apply to 2").click();
        desktop.run();
        assert_eq!(speaker(&desktop, "7 people").as_deref(), Some("Interior Ministry"));
    }
}
