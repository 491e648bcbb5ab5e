//! The page of one claim: its sentence, what was read of it in large, the kinds with their digits, the buttons; and the
//! page that comes when all are decided.

use egui::{Align, Id, Layout, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::super::quote::{Quoted, quote_ui};
use super::super::review::{claim_label, key_of};
use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{DIGITS, PushButton, chip_ui, key_cap_ui, kind_chip_ui, label_ui, link_ui, status_ui};
use super::Neighbours;
use crate::app::{Action, Command, QueueRun, ReviewAct, State, queue_states};
use crate::claim::Kind;
use crate::show::{Flags, percent, words};
use crate::store::{ArticleRecord, ClaimRecord, Field, FieldValue, Status, Verdict};

/// Outlet, day and title above the sentence with its neighbours in faint.
pub(super) fn sentence_ui(
    ui: &mut Ui,
    state: &State,
    (record, article, around): (&ClaimRecord, &ArticleRecord, Neighbours),
    actions: &mut Vec<Action>,
) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let outlet = article.publisher().unwrap_or("Outlet not known");
        label_ui(ui, outlet, Type::SmallStrong, c.text);
        let day = article.published().map(words::day);
        let day = day.as_deref().unwrap_or("day not known");
        // as many letters as stand clear of the link at the right
        let letters = ((ui.available_width() - 300.0) / 7.0).clamp(8.0, 70.0) as usize;
        let title = words::short(article.title(), letters);
        label_ui(ui, format!("·  {day}  ·  {title}"), Type::Small, c.muted);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let keys = key_of(Command::OpenInRead, state);
            if !keys.is_empty() {
                key_cap_ui(ui, &keys);
            }
            if link_ui(ui, "Open in Read").clicked() {
                actions.push(Action::OpenInRead(record.id));
            }
        });
    });
    ui.add_space(10.0);
    quote_ui(
        ui,
        &Quoted {
            before: around.0,
            after: around.1,
            ..Quoted::of(article, record)
        },
    );
}

/// The figure in large with its kind and speaker, how sure the machine is, and what speaks against it.
pub(super) fn head_ui(ui: &mut Ui, (record, article): (&ClaimRecord, &ArticleRecord), flags: &Flags) {
    let c = &Theme::of(ui).color;
    let claim = record.claim();
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        label_ui(ui, words::figure(&claim.figure), Type::InspectorFigure, c.text);
        kind_chip_ui(ui, claim.kind);
        let speaker = claim.speaker.as_deref();
        let says = speaker.map_or_else(|| "speaker not stated".to_owned(), |name| format!("says {name}"));
        label_ui(ui, words::short(&says, 60), Type::Heading, c.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            status_ui(ui, record.status());
            label_ui(
                ui,
                format!("{} % sure", percent(claim.confidence)),
                Type::Small,
                c.muted,
            );
            for (on, icon, word) in [
                (flags.in_conflict.contains(&record.id), icons::CONFLICT, "in conflict"),
                (
                    flags.falls.contains_key(&record.id),
                    icons::FALLING_TOTAL,
                    "total falls",
                ),
            ] {
                if on {
                    label_ui(ui, word, Type::SmallStrong, c.error);
                    ui.label(RichText::new(icon).font(icon_font(14.0)).color(c.error));
                }
            }
        });
    });
    let head = ui.interact(row.response.rect, Id::unique("claim of the queue"), Sense::hover());
    head.widget_info(|| WidgetInfo::labeled(Role::Heading, true, claim_label(record, article)));
    ui.add_space(8.0);
}

/// The kinds, each with its digit.
pub(super) fn kinds_ui(ui: &mut Ui, record: &ClaimRecord, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (kind, key) in Kind::ALL.into_iter().zip(DIGITS) {
            let words = format!("{}  {}", key.symbol_or_name(), words::kind(kind));
            let on = record.claim().kind == kind;
            if chip_ui(ui, &words, on).clicked() && !on {
                let value = FieldValue::Kind(kind);
                actions.push(Action::SetField(vec![record.id], Field::Kind, Some(value)));
            }
        }
    });
}

/// The buttons that decide and go on.
pub(super) fn buttons_ui(
    ui: &mut Ui,
    state: &State,
    (run, record): (&QueueRun, &ClaimRecord),
    actions: &mut Vec<Action>,
) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let keys = |command| key_of(command, state);
        let accept = PushButton::new("Accept").primary().icon(icons::ACCEPT);
        let accept = accept
            .keys(keys(Command::Accept))
            .help("The reading is right; show the next");
        if ui.add(accept).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Accepted));
        }
        let reject = PushButton::new("Reject").icon(icons::REJECT);
        let reject = reject
            .keys(keys(Command::Reject))
            .help("Keep it on record, do not count it");
        if ui.add(reject).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Rejected));
        }
        let later = PushButton::new("Later")
            .keys("U")
            .help("Leave it unreviewed; it comes again");
        if ui.add(later).clicked() {
            if record.status() != Status::Unreviewed {
                actions.push(Action::SetVerdict(vec![record.id], Verdict::Open));
            }
            actions.push(Action::Review(ReviewAct::Later));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let skip = PushButton::new("Skip").quiet().keys(keys(Command::NextClaim));
            if ui.add(skip.help("Show the next, decide nothing")).clicked() {
                actions.push(Action::NextClaim);
            }
            let back = PushButton::new("Back").quiet().keys(keys(Command::PreviousClaim));
            let back = back.enabled(run.queue.can_go_back());
            if ui.add(back.help("The claim before, also by Backspace")).clicked() {
                actions.push(Action::PreviousClaim);
            }
        });
    });
}

/// All are decided, or there was nothing to review.
pub(super) fn done_ui(ui: &mut Ui, state: &State, run: &QueueRun, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).max(24.0));
        if run.queue.is_empty() {
            label_ui(ui, "Nothing to review", Type::Heading, c.text);
            let words = if state.review.is_clear() {
                "Every claim of this project is decided."
            } else {
                "No unreviewed claim passes the filter of the table."
            };
            label_ui(ui, words, Type::Body, c.muted);
        } else {
            let all = words::count(run.queue.len(), "claim");
            label_ui(ui, format!("All {all} are decided"), Type::Heading, c.text);
            let parts = queue_states(run, &state.store).into_iter();
            let parts = parts.map(|(status, count)| {
                format!(
                    "{} {}",
                    words::number(count as u64),
                    words::status(status).to_lowercase()
                )
            });
            label_ui(ui, parts.collect::<Vec<_>>().join(", "), Type::Body, c.muted);
        }
        ui.add_space(14.0);
        let leave = PushButton::new("Back to the table").primary().keys("Esc");
        if ui.add(leave).clicked() {
            actions.push(Action::Review(ReviewAct::LeaveQueue));
        }
        if run.queue.can_go_back() {
            ui.add_space(6.0);
            let back = PushButton::new("Back to the last one").quiet();
            if ui.add(back.keys(key_of(Command::PreviousClaim, state))).clicked() {
                actions.push(Action::PreviousClaim);
            }
        }
    });
}
