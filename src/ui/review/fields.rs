//! The fields of the selected claim, each to be changed in place; wrong input keeps the old value.

use egui::{Align, Align2, Id, Layout, Popup, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, focus_ring, key_cap_ui, label_ui, text_field_ui};
use super::super::wish::{self, Wish};
use crate::app::{Action, State};
use crate::claim::{Kind, Scope};
use crate::quantity::{Figure, Qualifier};
use crate::show::{input, qualifier, words};
use crate::store::{ClaimId, ClaimRecord, Field, FieldValue, Verdict};

/// What the fields keep between frames.
#[derive(Default)]
pub(super) struct FieldsView {
    /// The field that is being typed in: which, for which claim, its words, whether they are wrong.
    typing: Option<Typing>,
}

struct Typing {
    claim: ClaimId,
    name: &'static str,
    text: String,
    wrong: bool,
}

/// A field of words.
struct TextField {
    name: &'static str,
    hint: &'static str,
    shown: String,
    field: Option<Field>,
    width: f32,
}

impl FieldsView {
    /// Draws all fields and the buttons below them.
    pub(super) fn fields_ui(&mut self, ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
        if self.typing.as_ref().is_some_and(|typing| typing.claim != record.id) {
            self.typing = None;
        }
        let claim = record.claim();
        let words = |words: &Option<String>| words.clone().unwrap_or_default();
        let time = |value: &Option<crate::time::Value>| value.as_ref().map(words::time).unwrap_or_default();
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        // Five fields a row where there is any room for them.
        let scale = ((ui.available_width() - 50.0) / 710.0).clamp(0.62, 1.0);
        let text = |name, hint, shown, field, width| TextField {
            name,
            hint,
            shown,
            field: Some(field),
            width: width * scale,
        };
        let rows = Layout::left_to_right(Align::TOP).with_main_wrap(true);
        ui.with_layout(rows, |ui| {
            kind_ui(ui, record, scale, actions);
            let shown = figure_words(&claim.figure);
            self.text_ui(
                ui,
                record,
                &text("Figure", "no number", shown, Field::Figure, 132.0),
                actions,
            );
            reading_ui(ui, record, scale, actions);
            let hint = words::NOT_STATED;
            self.text_ui(
                ui,
                record,
                &text("Speaker", hint, words(&claim.speaker), Field::Speaker, 172.0),
                actions,
            );
            self.text_ui(
                ui,
                record,
                &text("Relay", hint, words(&claim.relay), Field::Relay, 132.0),
                actions,
            );
            self.text_ui(
                ui,
                record,
                &text("As of", hint, time(&claim.as_of), Field::AsOf, 146.0),
                actions,
            );
            self.text_ui(
                ui,
                record,
                &text("Happened", hint, time(&claim.event_date), Field::EventDate, 146.0),
                actions,
            );
            scope_ui(ui, record, scale, actions);
            self.text_ui(
                ui,
                record,
                &text("Victims", hint, words(&claim.victims), Field::Victims, 120.0),
                actions,
            );
            let note = TextField {
                name: "Note",
                hint: "Add a note",
                shown: record.note.clone(),
                field: None,
                width: 160.0 * scale,
            };
            self.text_ui(ui, record, &note, actions);
        });
        ui.add_space(4.0);
        buttons_ui(ui, state, record, actions);
    }

    fn text_ui(&mut self, ui: &mut Ui, record: &ClaimRecord, spec: &TextField, actions: &mut Vec<Action>) {
        let set = spec.field.is_some_and(|field| record.is_set(field));
        let id = Id::unique(("review field", spec.name));
        let wish = match spec.name {
            "Figure" => Some(Wish::EditClaim),
            "Note" => Some(Wish::EditNote),
            _ => None,
        };
        let mine = self.typing.as_ref().filter(|typing| typing.name == spec.name);
        let mut text = mine.map_or_else(|| spec.shown.clone(), |typing| typing.text.clone());
        let wrong = mine.is_some_and(|typing| typing.wrong);
        labelled_ui(ui, spec.name, (spec.width, set), |ui| {
            let field = text_field_ui(ui, id, &mut text, (spec.name, spec.hint), wrong);
            if wish.is_some_and(|wish| wish::take(ui.ctx(), wish)) {
                field.request_focus();
            }
            let field = if wrong {
                super::super::widgets::tip(field, wrong_words(spec.field), "")
            } else {
                field
            };
            if field.changed() {
                self.typing = Some(Typing {
                    claim: record.id,
                    name: spec.name,
                    text: text.clone(),
                    wrong: false,
                });
            }
            let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if field.lost_focus() && escaped {
                self.typing = None;
            } else if field.lost_focus() && self.typing.as_ref().is_some_and(|typing| typing.name == spec.name) {
                self.take(record, spec, &text, actions);
            }
        });
    }

    /// Hands the typed words in, or keeps them and says that they are wrong.
    fn take(&mut self, record: &ClaimRecord, spec: &TextField, text: &str, actions: &mut Vec<Action>) {
        let text = text.trim();
        if text == spec.shown {
            self.typing = None;
            return;
        }
        let Some(field) = spec.field else {
            self.typing = None;
            actions.push(Action::SetNote(vec![record.id], text.to_owned()));
            return;
        };
        match value_of(field, text) {
            Some(value) => {
                self.typing = None;
                actions.push(Action::SetField(vec![record.id], field, Some(value)));
            }
            None => {
                if let Some(typing) = &mut self.typing {
                    typing.wrong = true;
                }
            }
        }
    }
}

/// What the typed words mean for the field; `None` where they mean nothing.
fn value_of(field: Field, text: &str) -> Option<FieldValue> {
    match field {
        Field::Figure => input::figure(text).map(FieldValue::Figure),
        Field::AsOf | Field::EventDate if text.is_empty() => Some(FieldValue::Time(None)),
        Field::AsOf | Field::EventDate => input::time(text).map(|time| FieldValue::Time(Some(time))),
        _ => Some(FieldValue::Words(Some(text.to_owned()).filter(|text| !text.is_empty()))),
    }
}

fn wrong_words(field: Option<Field>) -> &'static str {
    match field {
        Some(Field::Figure) => "Not a number. The old value is kept.",
        _ => "Not a day. The old value is kept.",
    }
}

fn figure_words(figure: &Figure) -> String {
    if figure.anchor().is_none() {
        return String::new();
    }
    words::figure(figure).replace('\u{a0}', " ")
}

/// A field under its name; the name carries a pencil where the value is the analyst's.
fn labelled_ui(ui: &mut Ui, name: &str, (width, set): (f32, bool), add: impl FnOnce(&mut Ui)) {
    let c = &Theme::of(ui).color;
    ui.allocate_ui_with_layout(vec2(width, 50.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            label_ui(ui, name, Type::Key, c.muted);
            if set {
                ui.label(
                    egui::RichText::new(icons::EDIT_CORRECTED)
                        .font(icon_font(12.0))
                        .color(c.accent),
                );
            }
        });
        add(ui);
    });
}

/// A choice under its name; gives the number of the one that was chosen.
fn choice_ui(ui: &mut Ui, (name, width, set): (&str, f32, bool), chosen: &str, choices: &[&str]) -> Option<usize> {
    let mut picked = None;
    labelled_ui(ui, name, (width, set), |ui| {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
        let edge = Stroke::new(1.0, c.control_line);
        ui.painter().rect(rect, size::ROUND, c.field, edge, StrokeKind::Inside);
        let y = rect.center().y;
        // Where it is narrow the words go before the caret.
        let mut job = egui::text::LayoutJob::simple_singleline(chosen.to_owned(), Type::Body.font(), c.text);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width - 14.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let has_caret = galley.size().x + 32.0 <= width;
        ui.painter()
            .galley(pos2(rect.left() + 9.0, y - galley.size().y / 2.0), galley, c.text);
        if has_caret {
            let caret = pos2(rect.right() - 14.0, y);
            let icon = icons::NEXT_CLAIM;
            ui.painter()
                .text(caret, Align2::CENTER_CENTER, icon, icon_font(12.0), c.muted);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
        }
        Popup::menu(&response).width(width).show(|ui| {
            for (at, choice) in choices.iter().enumerate() {
                if ui.selectable_label(*choice == chosen, *choice).clicked() {
                    picked = Some(at);
                }
            }
        });
    });
    picked
}

fn kind_ui(ui: &mut Ui, record: &ClaimRecord, scale: f32, actions: &mut Vec<Action>) {
    let names = Kind::ALL.map(words::kind);
    let spec = ("Kind", 122.0 * scale, record.is_set(Field::Kind));
    let picked = choice_ui(ui, spec, words::kind(record.claim().kind), &names);
    if let Some(kind) = picked.and_then(|at| Kind::ALL.get(at)) {
        let value = FieldValue::Kind(*kind);
        actions.push(Action::SetField(vec![record.id], Field::Kind, Some(value)));
    }
}

/// How the words hold the number.
fn reading_ui(ui: &mut Ui, record: &ClaimRecord, scale: f32, actions: &mut Vec<Action>) {
    const READINGS: [Qualifier; 7] = [
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::AtLeast,
        Qualifier::MoreThan,
        Qualifier::Almost,
        Qualifier::UpTo,
        Qualifier::LessThan,
    ];
    let figure = record.claim().figure;
    let names = READINGS.map(qualifier);
    let spec = ("Reading", 112.0 * scale, record.is_set(Field::Figure));
    let picked = choice_ui(ui, spec, qualifier(figure.qualifier), &names);
    let reading = picked.and_then(|at| READINGS.get(at));
    if let Some((reading, number)) = reading.zip(figure.anchor()) {
        let value = FieldValue::Figure(Figure::hedged(number, *reading));
        actions.push(Action::SetField(vec![record.id], Field::Figure, Some(value)));
    }
}

fn scope_ui(ui: &mut Ui, record: &ClaimRecord, scale: f32, actions: &mut Vec<Action>) {
    let names = Scope::ALL.map(words::scope);
    let spec = ("Scope", 136.0 * scale, record.is_set(Field::Scope));
    let picked = choice_ui(ui, spec, words::scope(record.claim().scope), &names);
    if let Some(scope) = picked.and_then(|at| Scope::ALL.get(at)) {
        let value = FieldValue::Scope(*scope);
        actions.push(Action::SetField(vec![record.id], Field::Scope, Some(value)));
    }
}

fn buttons_ui(ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let many = !state.selection.checked.is_empty();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let keys = if many { "" } else { "A" };
        let accept = PushButton::new("Accept claim").primary().icon(icons::ACCEPT).keys(keys);
        if ui.add(accept.help("Accept this claim")).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Accepted));
        }
        let reject = PushButton::new("Reject claim")
            .icon(icons::REJECT)
            .keys(if many { "" } else { "R" });
        if ui.add(reject.help("Reject, keep it on record")).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Rejected));
        }
        let changed = record.verdict != Verdict::Open || !record.fields.is_empty();
        if changed && !record.by_hand {
            let reset = PushButton::new("Back to the machine’s reading").quiet();
            if ui.add(reset.icon(icons::REVERT_TO_MACHINE)).clicked() {
                actions.push(Action::ResetClaims(vec![record.id]));
            }
        }
        if ui.available_width() > 170.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label_ui(ui, "previous", Type::Small, c.muted);
                key_cap_ui(ui, "K");
                label_ui(ui, "next", Type::Small, c.muted);
                key_cap_ui(ui, "J");
            });
        }
    });
}
