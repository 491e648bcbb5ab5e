//! What the analyst says of a conclusion: verdict, sort, reason, resolution, state.

use egui::{
    CursorIcon, Id, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{PushButton, focus_ring, label_ui, text_field_ui, tip};
use super::conflicts::field_id;
use crate::app::Action;
use crate::link::ConflictSort;
use crate::show::{CopyAct, Finding, Section, words};
use crate::store::{Resolution, Ruling, RulingState};

/// Reasons that are offered.
const REASONS: &[&str] = &[
    "Definition",
    "Scope",
    "Later figure",
    "Correction",
    "Copy",
    "Translation",
    "Error",
];

/// The identity of the field for the reason in the analyst's words.
pub(super) fn reason_field(key: &str) -> Id {
    field_id("reason", key)
}

fn rule(row: &Finding, change: impl FnOnce(&mut Ruling)) -> Action {
    let mut ruling = row.ruling.clone();
    if row.copied.is_some() {
        // that is said of the articles themselves
        ruling.verdict = None;
    }
    change(&mut ruling);
    let kept = (ruling != Ruling::default()).then_some(ruling);
    Action::RuleOn(row.key.clone(), kept)
}

/// Accepts or rejects; the same again takes it back. Of copies it says that they are one source, or each its own.
pub(super) fn decide(row: &Finding, verdict: Option<bool>) -> Action {
    if let Some(copied) = &row.copied {
        let articles = copied.articles.clone();
        return Action::Copies(match verdict {
            _ if verdict == row.ruling.verdict => CopyAct::Forget(articles),
            Some(true) => CopyAct::One(articles),
            Some(false) => CopyAct::Apart(articles),
            None => CopyAct::Forget(articles),
        });
    }
    rule(row, |ruling| {
        ruling.verdict = verdict.filter(|_| ruling.verdict != verdict);
    })
}

/// Sets the state.
pub(super) fn set_state(row: &Finding, state: RulingState) -> Action {
    if row.copied.is_some() && state == RulingState::NoConflict {
        return decide(row, Some(false));
    }
    rule(row, |ruling| {
        ruling.settled = state == RulingState::Settled;
        if state == RulingState::NoConflict {
            ruling.verdict = Some(false);
        } else {
            ruling.verdict = ruling.verdict.filter(|verdict| *verdict);
        }
    })
}

/// The line under every row: reason and state.
pub(super) fn reason_ui(ui: &mut Ui, row: &Finding, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        field_label_ui(ui, "Reason");
        let what = format!("Reason for {}", name(row));
        let word = if row.ruling.reason.is_empty() {
            "Not set"
        } else {
            &row.ruling.reason
        };
        let response = choice_ui(ui, &what, word, row.ruling.reason.is_empty());
        let chosen = menu_ui(&response, |ui| {
            let mut chosen = None;
            for reason in REASONS.iter().copied().chain([""]) {
                let shown = if reason.is_empty() { "Not set" } else { reason };
                if ui.selectable_label(row.ruling.reason == reason, shown).clicked() {
                    chosen = Some(rule(row, |ruling| reason.clone_into(&mut ruling.reason)));
                }
            }
            chosen
        });
        actions.extend(chosen);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            tip(label_ui(ui, row.bounds, Type::Small, c.muted), &row.likely, "");
        });
    });
}

/// The name of a choice, so wide that choices stand in one column.
fn field_label_ui(ui: &mut Ui, name: &str) {
    let c = &Theme::of(ui).color;
    let (rect, _) = ui.allocate_exact_size(vec2(62.0, 24.0), Sense::hover());
    let at = egui::Align2::LEFT_CENTER;
    ui.painter()
        .text(rect.left_center(), at, name, Type::Small.font(), c.muted);
}

/// All that can be said of the open row.
pub(super) fn ruling_ui(ui: &mut Ui, row: &Finding, keys: [String; 3], actions: &mut Vec<Action>) {
    let [accept, reject, settle] = keys;
    ui.horizontal(|ui| {
        let [yes, no] = verdicts(row);
        for (verdict, (words, help), keys) in [(true, yes, accept), (false, no, reject)] {
            let on = row.ruling.verdict == Some(verdict);
            let icon = if verdict { icons::ACCEPT } else { icons::REJECT };
            let word = if on { words.1 } else { words.0 };
            let mut button = PushButton::new(word).icon(icon).help(help).keys(keys).keys_in_tip();
            if on {
                button = button.primary();
            }
            if ui.add(button).clicked() {
                actions.push(decide(row, Some(verdict)));
            }
        }
        state_ui(ui, row, &settle, actions);
    });
    if let Some(found) = row.sort {
        ui.horizontal(|ui| {
            field_label_ui(ui, "Taken as");
            taken_as_ui(ui, row, found, actions);
        });
    }
    if row.copied.is_none() {
        ui.horizontal(|ui| {
            field_label_ui(ui, "Resolution");
            resolution_ui(ui, row, actions);
        });
    }
    words_ui(ui, row, actions);
}

/// What the two buttons say, before and after a click, with their help.
fn verdicts(row: &Finding) -> [((&'static str, &'static str), &'static str); 2] {
    if row.copied.is_some() {
        return [
            (
                ("Copies", "Copies"),
                "Say that these articles are one source, whatever is found",
            ),
            (
                ("Not copies", "Not copies"),
                "Say that each of these articles is a source of its own",
            ),
        ];
    }
    [
        (("Accept", "Accepted"), "Say that the machine is right about it"),
        (("Reject", "Rejected"), "Say that it is no conflict; it stays on record"),
    ]
}

fn state_ui(ui: &mut Ui, row: &Finding, settle: &str, actions: &mut Vec<Action>) {
    let state = row.ruling.state();
    let what = format!("State of {}", name(row));
    let response = choice_ui(ui, &what, state_word(row, state), state == RulingState::Open);
    let chosen = menu_ui(&response, |ui| {
        let mut chosen = None;
        for one in RulingState::ALL {
            if ui.selectable_label(state == one, state_word(row, one)).clicked() {
                chosen = Some(set_state(row, one));
            }
        }
        chosen
    });
    actions.extend(chosen);
    tip(response, "How far you have come with it", settle);
}

/// The word for a state; copies are no conflict in any of them.
pub(super) fn state_word(row: &Finding, state: RulingState) -> &'static str {
    match state {
        RulingState::NoConflict if row.copied.is_some() => "Not copies",
        other => words::ruling_state(other),
    }
}

/// The sort of difference; another one than the machine's overrules it.
fn taken_as_ui(ui: &mut Ui, row: &Finding, found: ConflictSort, actions: &mut Vec<Action>) {
    let taken = row.ruling.taken_as.unwrap_or(found);
    let what = format!("Sort of {}", name(row));
    let response = choice_ui(ui, &what, sort_name(taken), row.ruling.taken_as.is_none());
    let chosen = menu_ui(&response, |ui| {
        let mut chosen = None;
        for sort in ConflictSort::ALL {
            let shown = if sort == found {
                format!("{}, as the machine found", sort_name(sort))
            } else {
                sort_name(sort).to_owned()
            };
            if ui.selectable_label(taken == sort, shown).clicked() {
                chosen = Some(rule(row, |ruling| {
                    ruling.taken_as = Some(sort).filter(|sort| *sort != found);
                }));
            }
        }
        chosen
    });
    actions.extend(chosen);
    tip(response, "Overrule the machine: say what sort of difference it is", "");
}

fn sort_name(sort: ConflictSort) -> &'static str {
    match sort {
        ConflictSort::Numbers => Section::Numbers.head(),
        ConflictSort::Meaning => Section::Meaning.head(),
        ConflictSort::Update => "Later figure",
    }
}

fn resolution_ui(ui: &mut Ui, row: &Finding, actions: &mut Vec<Action>) {
    let ruling = &row.ruling;
    let preferred = row.sides.iter().find(|side| Some(side.claim) == ruling.preferred);
    let word = match (ruling.resolution, preferred) {
        (None, _) => "Not set".to_owned(),
        (Some(Resolution::KeepBoth), _) => "Keep both".to_owned(),
        (Some(Resolution::Merge), _) => "Merge".to_owned(),
        (Some(Resolution::Prefer), Some(side)) => format!("Prefer {}, {}", words::figure(&side.figure), side.name),
        (Some(Resolution::Prefer), None) => "Prefer one".to_owned(),
    };
    let what = format!("Resolution of {}", name(row));
    let response = choice_ui(ui, &what, &word, ruling.resolution.is_none());
    let chosen = menu_ui(&response, |ui| {
        let mut chosen = None;
        let mut offer = |ui: &mut Ui, shown: &str, resolution, claim| {
            let on = (ruling.resolution, ruling.preferred) == (resolution, claim);
            if ui.selectable_label(on, shown).clicked() {
                chosen = Some(rule(row, |ruling| {
                    (ruling.resolution, ruling.preferred) = (resolution, claim);
                    // what is resolved leaves nothing to be done
                    ruling.settled = resolution.is_some();
                }));
            }
        };
        offer(
            ui,
            "Keep both: each holds in its own meaning",
            Some(Resolution::KeepBoth),
            None,
        );
        for side in row.sides.iter().take(12) {
            let shown = format!(
                "Prefer {}, {}",
                words::figure(&side.figure),
                words::short(&side.name, 28)
            );
            offer(ui, &shown, Some(Resolution::Prefer), Some(side.claim));
        }
        offer(
            ui,
            "Merge: one figure, with bounds that hold all",
            Some(Resolution::Merge),
            None,
        );
        offer(ui, "Not set", None, None);
        chosen
    });
    actions.extend(chosen);
}

/// The reason in the analyst's own words; kept when the field is left.
fn words_ui(ui: &mut Ui, row: &Finding, actions: &mut Vec<Action>) {
    let id = reason_field(&row.key);
    let draft = id.with("draft");
    let kept = &row.ruling.reason;
    let mut text: String = ui.data(|data| data.get_temp(draft)).unwrap_or_else(|| kept.clone());
    let what = ("Your reason", "Your reason, in your words");
    let response = text_field_ui(ui, id, &mut text, what, false);
    if response.lost_focus() {
        if text.trim() != kept {
            actions.push(rule(row, |ruling| text.trim().clone_into(&mut ruling.reason)));
        }
        ui.data_mut(|data| data.remove_temp::<String>(draft));
    } else if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(draft, text));
    }
}

/// "killed by Fri 14 March".
pub(super) fn name(row: &Finding) -> String {
    format!("{} {}", words::kind(row.kind).to_lowercase(), row.title)
}

fn menu_ui(response: &Response, content: impl FnOnce(&mut Ui) -> Option<Action>) -> Option<Action> {
    let menu = Popup::menu(response).width(280.0);
    menu.close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(content)?
        .inner
}

/// A round chip with a caret that opens a menu.
pub(super) fn choice_ui(ui: &mut Ui, what: &str, word: &str, faint: bool) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let ink = if faint { c.muted } else { c.text };
    let most = ((ui.available_width() - 46.0) / 6.4).max(8.0) as usize;
    let galley = ui
        .painter()
        .layout_no_wrap(words::short(word, most), Type::Small.font(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 42.0, 24.0), Sense::click());
    let label = format!("{what}: {word}");
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    let fill = if response.hovered() { c.hover } else { c.raised };
    let edge = Stroke::new(1.0, c.line_strong);
    ui.painter().rect(rect, 12, fill, edge, StrokeKind::Inside);
    let at = pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let caret = pos2(rect.right() - 17.0, rect.center().y);
    ui.painter().text(
        caret,
        egui::Align2::CENTER_CENTER,
        icons::NEXT_CLAIM,
        icon_font(12.0),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 12);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
