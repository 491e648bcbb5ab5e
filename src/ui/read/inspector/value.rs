//! A row of the inspector: a field's name, its value to click, the machine's value below where the analyst set another.

use egui::{Button, Color32, CursorIcon, Id, Popup, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::super::article::seen;
use super::super::super::shell::keys_of;
use super::super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::super::widgets::{IconButton, at_ui, focus_ring, link_ui, tip};
use super::super::super::wish::{self, Wish};
use super::edit::{Edit, Target};
use super::offer::choices;
use super::{Inspector, why};
use crate::app::{Action, Command, State};
use crate::base::Span;
use crate::claim::{Claim, Scope, VictimClass};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimRecord, Field, FieldValue, Role};

/// Width of the names.
pub(super) const NAME_WIDTH: f32 = 92.0;

/// A field's value in words; the second is true where nothing is stated.
pub(in crate::ui) fn shown(field: Field, claim: &Claim) -> (String, bool) {
    let or_unsaid = |value: Option<String>| {
        let unsaid = value.is_none();
        (value.unwrap_or_else(|| words::NOT_STATED.to_owned()), unsaid)
    };
    match field.read(claim) {
        FieldValue::Kind(kind) => (words::kind(kind).to_owned(), false),
        FieldValue::Figure(figure) => (words::figure(&figure), false),
        FieldValue::Words(value) => or_unsaid(value),
        FieldValue::Class(class) => (words::class(class).to_owned(), class == VictimClass::Unspecified),
        FieldValue::Time(value) => or_unsaid(value.as_ref().map(words::time)),
        FieldValue::Scope(scope) => (words::scope(scope).to_owned(), scope == Scope::Unknown),
        FieldValue::Flag(true) => ("Part of another figure".to_owned(), false),
        FieldValue::Flag(false) => ("Not a part of another figure".to_owned(), true),
        FieldValue::Modality(modality) => (words::modality(modality).to_owned(), false),
        FieldValue::Span(_) => (String::new(), true),
    }
}

/// The words of the article behind a field.
pub(super) fn quoted(article: &ArticleRecord, span: Option<Span>) -> Option<String> {
    let words = words::short(span?.of(article.text()), 48);
    (!words.is_empty()).then(|| format!("“{words}”"))
}

/// A row of the inspector.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) state: &'a State,
    pub(super) article: &'a ArticleRecord,
    pub(super) record: &'a ClaimRecord,
}

/// The control of a field's value while it is not typed.
pub(super) fn row_id(field: Field) -> Id {
    Id::unique(("inspector row", field))
}

/// The command that picks the words of a field from the text.
pub(super) fn pick_command(role: Role) -> Command {
    match role {
        Role::Number => Command::PickNumber,
        Role::Outcome => Command::PickHarm,
        Role::Victims => Command::PickVictims,
        Role::Speaker => Command::PickSpeaker,
        Role::Relay => Command::PickRelay,
        Role::AsOf => Command::PickAsOf,
        Role::EventDate => Command::PickHappened,
        Role::Place => Command::PickPlace,
    }
}

/// The button that begins to pick a field's words from the text.
pub(super) fn pick_ui(ui: &mut Ui, state: &State, field: Field) {
    let Some(role) = Role::of_field(field) else { return };
    let name = format!("Pick {} from the text", words::field(field).to_lowercase());
    let button = IconButton::new(icons::QUOTE, &name)
        .keys(keys_of(pick_command(role), state))
        .icon_size(14.0);
    if ui.add_sized(vec2(22.0, 22.0), button).clicked() {
        wish::make(ui.ctx(), Wish::Pick(role));
    }
}

impl Inspector {
    /// A row for a field of a claim; `quote` stands behind or below the value.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        row: Row<'_>,
        (field, name, quote): (Field, &str, Option<&str>),
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        let record = row.record;
        ui.horizontal_top(|ui| {
            name_ui(ui, theme, name);
            ui.vertical(|ui| {
                let target = Target::Claim(record.id, field);
                if let Some(edit) = self.edit.as_mut().filter(|edit| edit.target == target) {
                    let left = edit.edit_ui(ui, name, actions);
                    self.leave(ui, (row.state, record), field, left);
                } else {
                    let (value, unsaid) = shown(field, record.claim());
                    let spec = ValueRow {
                        id: row_id(field),
                        name,
                        value: &value,
                        quote,
                        look: (unsaid, record.is_set(field)),
                        pick: Role::of_field(field).is_some(),
                    };
                    let response = value_ui(ui, &spec);
                    if spec.pick {
                        let at = Rect::from_min_size(response.rect.right_top(), vec2(22.0, 24.0));
                        at_ui(ui, at, |ui| pick_ui(ui, row.state, field));
                    }
                    let why = why::of_field(row.article, record, field);
                    let response = tip(response, &why, "");
                    if response.clicked() {
                        self.edit = Some(Edit::of_claim(row.state, record, field));
                    }
                }
                machine_ui(ui, theme, record, field, actions);
            });
        });
    }
}

/// The menu of a field with choices, opened by a click on `response`.
pub(super) fn choices_menu(response: &Response, record: &ClaimRecord, field: Field, actions: &mut Vec<Action>) {
    Popup::menu(response).width(200.0).show(|ui| {
        let now = field.read(record.claim());
        for offer in choices(field) {
            if ui.add(Button::selectable(now == offer.value, offer.word)).clicked() {
                actions.push(Action::SetField(vec![record.id], field, Some(offer.value)));
                ui.close();
            }
        }
    });
}

/// The name of a field, left of its value.
pub(super) fn name_ui(ui: &mut Ui, theme: &Theme, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(NAME_WIDTH - 8.0, 24.0), Sense::hover());
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), Type::Body.font(), theme.color.muted);
    ui.painter().galley(
        pos2(rect.left(), rect.top() + 2.0 + (20.0 - galley.size().y) / 2.0),
        galley,
        theme.color.muted,
    );
}

/// A value as shown.
pub(super) struct ValueRow<'a> {
    pub(super) id: Id,
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    /// The words behind it.
    pub(super) quote: Option<&'a str>,
    /// Whether nothing is stated, and whether it is the analyst's.
    pub(super) look: (bool, bool),
    /// Whether it leaves room for the button that picks words.
    pub(super) pick: bool,
}

/// A value that can be clicked.
pub(super) fn value_ui(ui: &mut Ui, row: &ValueRow<'_>) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (unsaid, by_analyst) = row.look;
    let mut job = egui::text::LayoutJob::default();
    let ink = if unsaid { c.muted } else { c.text };
    job.append(&seen(row.value), 0.0, Type::Body.format(ink));
    if by_analyst {
        let mut icon = Type::Body.format(c.accent);
        icon.font_id = icon_font(14.0);
        job.append(icons::EDIT_CORRECTED, 7.0, icon);
        job.append("you", 3.0, Type::Small.format(c.accent));
    }
    if let Some(quote) = row.quote {
        job.append(&seen(quote), 6.0, Type::Body.format(c.muted));
    }
    let width = ui.available_width() - if row.pick { 24.0 } else { 0.0 };
    job.wrap.max_width = width - 4.0;
    let galley = ui.painter().layout_job(job);
    let wanted = vec2(width, galley.size().y.max(20.0) + 4.0);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let response = ui.interact(rect, row.id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, format!("{}: {}", row.name, row.value)));
    let frame = Rect::from_min_max(rect.min - vec2(6.0, 0.0), rect.max);
    if response.hovered() {
        ui.painter().rect_filled(frame, size::ROUND, c.hover);
    }
    ui.painter()
        .galley(rect.min + vec2(0.0, 2.0), galley, Color32::PLACEHOLDER);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, frame.shrink(2.0), size::ROUND);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The machine's value, struck, and the way back to it.
pub(super) fn machine_ui(ui: &mut Ui, theme: &Theme, record: &ClaimRecord, field: Field, actions: &mut Vec<Action>) {
    if !record.is_set(field) {
        return;
    }
    let (machine, _) = shown(field, &record.machine);
    let who = if record.by_hand {
        "Read from the words"
    } else {
        "Machine"
    };
    let words = format!("{who}: {machine}");
    let struck = Type::Small.text(seen(&words), theme.color.faint).strikethrough();
    ui.add(egui::Label::new(struck).wrap());
    let way_back = if record.by_hand {
        "back to what was read"
    } else {
        "back to the machine’s value"
    };
    if link_ui(ui, way_back).clicked() {
        actions.push(Action::SetField(vec![record.id], field, None));
    }
}

/// Where the analyst moved the ends of the claim's words: the machine's words, and the way back to them.
pub(super) fn moved_ui(ui: &mut Ui, article: &ArticleRecord, record: &ClaimRecord, actions: &mut Vec<Action>) {
    if !record.is_set(Field::Span) {
        return;
    }
    let who = if record.by_hand { "First marked" } else { "Machine" };
    let before = words::short(record.machine.span.of(article.text()), 80);
    let words = format!("{who}: “{before}”");
    let ink = Theme::of(ui).color.muted;
    ui.add(egui::Label::new(Type::Small.text(seen(&words), ink)).wrap());
    if link_ui(ui, "back to these words").clicked() {
        actions.push(Action::SetField(vec![record.id], Field::Span, None));
    }
}
