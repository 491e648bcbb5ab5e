//! A row of the inspector: a field's name, its value to click, the machine's value below where the analyst set another.

use egui::{
    Align2, Button, Color32, CursorIcon, Popup, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::super::widgets::{focus_ring, label_ui, link_ui, tip};
use super::Inspector;
use super::edit::{Edit, Target};
use crate::app::Action;
use crate::base::Span;
use crate::claim::{Claim, Kind, Modality, Scope, VictimClass};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimRecord, Field, FieldValue};

/// Width of the names.
pub(super) const NAME_WIDTH: f32 = 92.0;

/// A field's value in words; the second is true where nothing is stated.
pub(super) fn shown(field: Field, claim: &Claim) -> (String, bool) {
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
    }
}

/// The values that a field can be set to by choice; empty where it is typed.
fn choices(field: Field) -> Vec<(String, FieldValue)> {
    match field {
        Field::Kind => Kind::ALL
            .map(|kind| (words::kind(kind).to_owned(), FieldValue::Kind(kind)))
            .into(),
        Field::Scope => Scope::ALL
            .map(|scope| (words::scope(scope).to_owned(), FieldValue::Scope(scope)))
            .into(),
        Field::VictimClass => VictimClass::ALL
            .map(|class| (words::class(class).to_owned(), FieldValue::Class(class)))
            .into(),
        Field::Modality => Modality::ALL
            .map(|modality| (words::modality(modality).to_owned(), FieldValue::Modality(modality)))
            .into(),
        Field::PartOf => vec![
            ("Not a part of another figure".to_owned(), FieldValue::Flag(false)),
            ("Part of another figure".to_owned(), FieldValue::Flag(true)),
        ],
        _ => Vec::new(),
    }
}

/// The words of the article behind a field.
pub(super) fn quoted(article: &ArticleRecord, span: Option<Span>) -> Option<String> {
    let words = words::short(span?.of(article.text()), 48);
    (!words.is_empty()).then(|| format!("“{words}”"))
}

impl Inspector {
    /// A row for a field of a claim; `quote` stands behind or below the value.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        (record, field, name): (&ClaimRecord, Field, &str),
        quote: Option<&str>,
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        ui.horizontal_top(|ui| {
            name_ui(ui, theme, name);
            ui.vertical(|ui| {
                let target = Target::Claim(record.id, field);
                if let Some(edit) = self.edit.as_mut().filter(|edit| edit.target == target) {
                    if edit.edit_ui(ui, name, actions) {
                        self.edit = None;
                    }
                } else {
                    let (value, unsaid) = shown(field, record.claim());
                    let response = value_ui(ui, (name, &value), (unsaid, record.is_set(field)), quote);
                    self.answer(&response, record, field, actions);
                }
                machine_ui(ui, theme, record, field, actions);
            });
        });
    }

    /// A click begins to type, or opens the choices.
    fn answer(&mut self, response: &Response, record: &ClaimRecord, field: Field, actions: &mut Vec<Action>) {
        let choices = choices(field);
        if choices.is_empty() {
            if response.clicked() {
                self.edit = Some(Edit::of_claim(record, field));
            }
            return;
        }
        choices_menu(response, record, field, actions);
    }
}

/// The menu of a field with choices, opened by a click on `response`.
pub(super) fn choices_menu(response: &Response, record: &ClaimRecord, field: Field, actions: &mut Vec<Action>) {
    Popup::menu(response).width(200.0).show(|ui| {
        let now = field.read(record.claim());
        for (word, value) in choices(field) {
            if ui.add(Button::selectable(now == value, word)).clicked() {
                actions.push(Action::SetField(vec![record.id], field, Some(value)));
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

/// A value that can be clicked.
pub(super) fn value_ui(
    ui: &mut Ui,
    (name, value): (&str, &str),
    (unsaid, by_analyst): (bool, bool),
    quote: Option<&str>,
) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let mut job = egui::text::LayoutJob::default();
    let ink = if unsaid { c.muted } else { c.text };
    job.append(value, 0.0, Type::Body.format(ink));
    if by_analyst {
        let mut icon = Type::Body.format(c.accent);
        icon.font_id = icon_font(14.0);
        job.append(icons::EDIT_CORRECTED, 7.0, icon);
        job.append("you", 3.0, Type::Small.format(c.accent));
    }
    if let Some(quote) = quote {
        job.append(quote, 6.0, Type::Body.format(c.muted));
    }
    job.wrap.max_width = ui.available_width() - 4.0;
    let galley = ui.painter().layout_job(job);
    let wanted = vec2(ui.available_width(), galley.size().y.max(20.0) + 4.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {value}")));
    let frame = Rect::from_min_max(rect.min - vec2(6.0, 0.0), rect.max);
    if response.hovered() {
        ui.painter().rect_filled(frame, size::ROUND, c.hover);
        let at = pos2(frame.right() - 6.0, frame.top() + 12.0);
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            icons::EDIT_CORRECTED,
            icon_font(13.0),
            c.faint,
        );
    }
    ui.painter()
        .galley(rect.min + vec2(0.0, 2.0), galley, Color32::PLACEHOLDER);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, frame.shrink(2.0), size::ROUND);
    }
    tip(response.on_hover_cursor(CursorIcon::PointingHand), "Change it", "")
}

/// The machine's value, struck, and the way back to it.
pub(super) fn machine_ui(ui: &mut Ui, theme: &Theme, record: &ClaimRecord, field: Field, actions: &mut Vec<Action>) {
    if record.by_hand || !record.is_set(field) {
        return;
    }
    let (machine, _) = shown(field, &record.machine);
    let said = label_ui(ui, format!("Machine: {machine}"), Type::Small, theme.color.faint);
    let y = said.rect.center().y;
    ui.painter()
        .hline(said.rect.x_range(), y, Stroke::new(1.0, theme.color.faint));
    if link_ui(ui, "back to the machine’s value").clicked() {
        actions.push(Action::SetField(vec![record.id], field, None));
    }
}
