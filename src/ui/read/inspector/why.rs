//! Why the machine read what it read: rule and words, for each field and as a tree; and the way back to it.

use egui::{Label, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::super::theme::{Theme, Type, icon_font, icons, read_italic};
use super::super::super::widgets::{PushButton, focus_ring};
use super::value::{quoted, shown};
use super::{FIELDS, Inspector};
use crate::app::Action;
use crate::base::{Span, Why};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimRecord, Field, Role};

/// The machine's value of a field, the words on which it stands and the rule that read them.
pub(super) fn of_field(article: &ArticleRecord, record: &ClaimRecord, field: Field) -> String {
    let (value, unsaid) = shown(field, &record.machine);
    let mut parts = vec![if unsaid {
        format!("Machine: {}", value.to_lowercase())
    } else {
        format!("Machine: {value}")
    }];
    if record.by_hand {
        parts = vec![format!("Read from the words: {value}")];
    }
    let span = Role::of_field(field).and_then(|role| role.read(&record.machine.roles));
    parts.extend(quoted(article, span));
    parts.extend(rule_of(&record.machine.why, span).map(|rule| format!("rule {rule}")));
    parts.join(" · ")
}

/// The rule that read just these words; the nearest around them where none did.
fn rule_of(why: &Why, span: Option<Span>) -> Option<&str> {
    let span = span?;
    let inner = why.parts.iter().find_map(|part| rule_of(part, Some(span)));
    inner.or_else(|| why.span.holds(span).then_some(&*why.rule))
}

/// One line for each field: what the machine read, from which words, by which rule.
fn fields_ui(ui: &mut Ui, theme: &Theme, article: &ArticleRecord, record: &ClaimRecord) {
    for field in FIELDS {
        let mut job = egui::text::LayoutJob::default();
        let name = format!("{}  ", words::field(field));
        job.append(&name, 0.0, Type::Small.format(theme.color.muted));
        let why = of_field(article, record, field);
        let why = why.split_once(": ").map_or(why.as_str(), |(_, rest)| rest);
        job.append(why, 0.0, Type::Small.format(theme.color.text));
        ui.horizontal_top(|ui| {
            ui.add_space(4.0);
            ui.add(Label::new(job).wrap());
        });
    }
    ui.add_space(6.0);
}

impl Inspector {
    /// Takes all of the analyst's values back, where there are some.
    pub(super) fn reset_ui(&self, ui: &mut Ui, record: &ClaimRecord, actions: &mut Vec<Action>) {
        let set = record.fields.len();
        if set == 0 {
            return;
        }
        ui.add_space(10.0);
        let button = PushButton::new("All back to the machine’s reading")
            .icon(icons::REVERT_TO_MACHINE)
            .quiet()
            .help("Takes back your values and the verdict; undo brings them back");
        if ui.add(button).clicked() {
            actions.push(Action::ResetClaims(vec![record.id]));
        }
    }

    pub(super) fn why_ui(&mut self, ui: &mut Ui, article: &ArticleRecord, record: &ClaimRecord) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let claim = record.claim();
        ui.add_space(10.0);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
        let words = "Why the machine thinks so";
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, self.why_open, words));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 5, c.hover);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), theme, rect.shrink(2.0), 5);
        }
        let y = rect.center().y;
        let caret = if self.why_open {
            icons::NEXT_CLAIM
        } else {
            icons::EXPAND
        };
        let left = egui::Align2::LEFT_CENTER;
        ui.painter()
            .text(pos2(rect.left(), y), left, caret, icon_font(12.0), c.muted);
        ui.painter()
            .text(pos2(rect.left() + 18.0, y), left, words, Type::Body.font(), c.muted);
        let right = format!("{:.2}", claim.confidence);
        let at = pos2(rect.right(), y);
        ui.painter()
            .text(at, egui::Align2::RIGHT_CENTER, right, Type::Small.font(), c.muted);
        if response.clicked() {
            self.why_open = !self.why_open;
        }
        if self.why_open {
            fields_ui(ui, theme, article, record);
            why_rows_ui(ui, theme, article, (&claim.why, 0));
        }
    }
}

fn why_rows_ui(ui: &mut Ui, theme: &Theme, article: &ArticleRecord, (why, depth): (&Why, usize)) {
    ui.horizontal_top(|ui| {
        ui.add_space(12.0 * depth as f32 + 4.0);
        let mut job = egui::text::LayoutJob::default();
        job.append(&why.rule, 0.0, Type::Small.format(theme.color.text));
        let words = words::short(why.span.of(article.text()), 60);
        if !words.is_empty() {
            let mut format = Type::Small.format(theme.color.muted);
            format.font_id = read_italic(13.0);
            job.append(&format!("“{words}”"), 6.0, format);
        }
        ui.add(Label::new(job).wrap());
    });
    for part in &why.parts {
        why_rows_ui(ui, theme, article, (part, depth + 1));
    }
}
