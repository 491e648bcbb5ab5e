//! The card over a mark: what was understood, who says so, as of when, which rule.

use egui::{Context, Frame, Id, Margin, Response, RichText, Ui};

use super::super::compare::paint::source_color;
use super::super::models::models;
use super::super::read::inspector::shown;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{hairline_ui, kind_chip_ui, label_ui, link_ui, marker, status_ui, tip};
use super::bidi::seen;
use crate::app::{Action, State};
use crate::show::text::{Mark, What};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field};

/// Shows the card of a claim while the pointer is over `response`, or where Enter has opened it.
pub(in crate::ui) fn claim_card(
    response: Response,
    state: &State,
    (id, by_key): (ClaimId, bool),
    actions: &mut Vec<Action>,
) {
    let card = |ui: &mut Ui| {
        Frame::new().inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
            card_ui(ui, state, id);
            same_place_ui(ui, state, id, actions);
        });
    };
    keep_focus(&response, Some(id));
    if by_key {
        egui::Tooltip::for_widget(&response).show(card);
    } else {
        response.on_hover_ui(card);
    }
}

/// Keeps which part of the article has the keyboard, and the claim that it marks.
pub(super) fn keep_focus(response: &Response, claim: Option<ClaimId>) {
    if response.has_focus() {
        let kept = (response.id, claim);
        response.ctx.data_mut(|data| data.insert_temp(focus_slot(), kept));
    }
}

/// True where the keyboard is in the article: something of it has the focus, or nothing has.
pub(super) fn in_article(ctx: &Context) -> bool {
    let Some(focused) = ctx.memory(|memory| memory.focused()) else {
        return true;
    };
    let kept = ctx.data(|data| data.get_temp::<(Id, Option<ClaimId>)>(focus_slot()));
    kept.is_some_and(|(id, _)| id == focused)
}

/// The claim whose card Enter opens: the focused one, else the selected one; none where another control has the keyboard.
pub(super) fn claim_for_enter(ctx: &Context, selected: Option<ClaimId>) -> Option<ClaimId> {
    let Some(focused) = ctx.memory(|memory| memory.focused()) else {
        return selected;
    };
    let kept = ctx.data(|data| data.get_temp::<(Id, Option<ClaimId>)>(focus_slot()));
    let (_, claim) = kept.filter(|(id, _)| *id == focused)?;
    claim.or(selected)
}

fn focus_slot() -> Id {
    Id::unique("focus in the article")
}

fn card_ui(ui: &mut Ui, state: &State, id: ClaimId) {
    let Some(record) = state.store.claim(id) else { return };
    let claim = record.claim();
    let theme = Theme::of(ui);
    let c = &theme.color;
    ui.set_width(300.0);
    ui.spacing_mut().item_spacing = egui::vec2(8.0, 3.0);
    ui.horizontal(|ui| {
        label_ui(ui, words::figure(&claim.figure), Type::CardFigure, c.text);
        kind_chip_ui(ui, claim.kind);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            status_ui(ui, record.status());
        });
    });
    ui.add_space(4.0);
    let as_of = claim
        .as_of
        .as_ref()
        .map_or_else(|| words::NOT_STATED.to_owned(), words::time);
    let models = models(ui.ctx(), state);
    let source = models.speakers.of(id);
    ui.horizontal_top(|ui| {
        name_ui(ui, theme, "Says");
        let slot = source.map_or(marker::NOT_STATED_SLOT, |source| source.slot);
        let color = source.map_or_else(|| theme.series(slot), |source| source_color(theme, source));
        marker::marker_ui(ui, slot, color);
        value_ui(ui, theme, claim.speaker.as_deref());
    });
    set_ui(ui, record, &[Field::Figure, Field::Kind, Field::Speaker]);
    row_ui(ui, theme, "Relay", claim.relay.as_deref());
    set_ui(ui, record, &[Field::Relay]);
    row_ui(ui, theme, "As of", Some(&as_of));
    set_ui(ui, record, &[Field::AsOf]);
    if let Some(happened) = &claim.event_date {
        row_ui(ui, theme, "Happened", Some(&words::time(happened)));
    }
    set_ui(ui, record, &[Field::EventDate]);
    row_ui(ui, theme, "Scope", Some(words::scope(claim.scope)));
    set_ui(ui, record, &[Field::Scope]);
    row_ui(ui, theme, "Victims", claim.victims.as_deref());
    set_ui(
        ui,
        record,
        &[
            Field::Victims,
            Field::VictimClass,
            Field::Place,
            Field::PartOf,
            Field::Modality,
        ],
    );
    if let Some(page) = state.store.page_of(id) {
        row_ui(ui, theme, "Page", Some(&page.to_string()));
    }
    ui.add_space(5.0);
    hairline_ui(ui);
    ui.add_space(3.0);
    against_ui(ui, theme, state, id);
    ui.horizontal(|ui| {
        ui.label(RichText::new(icons::WHY).font(icon_font(size::ICON)).color(c.muted));
        label_ui(ui, claim.why.rule.to_string(), Type::Small, c.muted);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            label_ui(ui, format!("{:.2}", claim.confidence), Type::Small, c.muted);
        });
    });
}

/// For fields that the analyst set: that they are, and what the machine read.
fn set_ui(ui: &mut Ui, record: &ClaimRecord, fields: &[Field]) {
    let c = &Theme::of(ui).color;
    for field in fields.iter().filter(|field| record.is_set(**field)) {
        let (machine, _) = shown(*field, &record.machine);
        let who = if record.by_hand { "first read" } else { "machine" };
        let mut job = egui::text::LayoutJob::default();
        let mut icon = Type::Small.format(c.accent);
        icon.font_id = icon_font(12.0);
        job.append(icons::EDIT_CORRECTED, 84.0, icon);
        let name = words::field(*field).to_lowercase();
        job.append(&format!("{name} by you"), 3.0, Type::Small.format(c.accent));
        job.append(&format!("{who}: {machine}"), 6.0, Type::Small.format(c.muted));
        job.wrap.max_width = ui.available_width();
        ui.label(job);
    }
}

/// The claims whose words meet those of a claim, that claim among them, in the order of the text.
pub(in crate::ui) fn at_same_place(state: &State, id: ClaimId) -> Vec<ClaimId> {
    let Some(record) = state.store.claim(id) else {
        return Vec::new();
    };
    let span = record.claim().span;
    let all = state.store.claims_of(record.article);
    all.filter(|other| other.claim().span.meets(span))
        .map(|other| other.id)
        .collect()
}

/// The other claims at these words, each to be clicked.
fn same_place_ui(ui: &mut Ui, state: &State, id: ClaimId, actions: &mut Vec<Action>) {
    let others = at_same_place(state, id).into_iter().filter(|other| *other != id);
    let others: Vec<ClaimId> = others.collect();
    if others.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    ui.add_space(4.0);
    label_ui(ui, "At the same words", Type::Key, theme.color.muted);
    for record in others.iter().filter_map(|other| state.store.claim(*other)) {
        let claim = record.claim();
        let kind = words::kind(claim.kind).to_lowercase();
        let link = link_ui(ui, &format!("{} {kind}", words::figure(&claim.figure)));
        link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Select {kind}")));
        if link.clicked() {
            actions.push(Action::SelectClaim(record.id));
        }
    }
}

/// Who says another number for the same harm and day.
fn against_ui(ui: &mut Ui, theme: &Theme, state: &State, id: ClaimId) {
    let models = models(ui.ctx(), state);
    let found = models.findings.of(id);
    let Some(finding) = found else { return };
    let speaker = |claim: ClaimId| models.speakers.of(claim).map(|source| source.name.as_str());
    let own = speaker(id);
    let mut says: Vec<String> = Vec::new();
    for side in finding
        .sides
        .iter()
        .filter(|side| side.claim != id && speaker(side.claim) != own)
    {
        let name = words::short(speaker(side.claim).unwrap_or(words::NOT_STATED), 24);
        let figure = words::figure(&side.figure);
        let line = if name == words::NOT_STATED {
            format!("speaker not stated: {figure}")
        } else {
            format!("{name} says {figure}")
        };
        if !says.contains(&line) && says.len() < 3 {
            says.push(line);
        }
    }
    if says.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.label(
            RichText::new(icons::CONFLICT)
                .font(icon_font(size::ICON))
                .color(theme.color.error),
        );
        ui.add(egui::Label::new(Type::Small.text(says.join(", "), theme.color.text)).wrap());
    });
}

fn row_ui(ui: &mut Ui, theme: &Theme, name: &str, value: Option<&str>) {
    ui.horizontal_top(|ui| {
        name_ui(ui, theme, name);
        value_ui(ui, theme, value);
    });
}

fn name_ui(ui: &mut Ui, theme: &Theme, name: &str) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(76.0, 18.0), egui::Sense::hover());
    let at = rect.left_center();
    let ink = theme.color.muted;
    ui.painter()
        .text(at, egui::Align2::LEFT_CENTER, name, Type::Small.font(), ink);
}

fn value_ui(ui: &mut Ui, theme: &Theme, value: Option<&str>) {
    let ink = if value.is_some() {
        theme.color.text
    } else {
        theme.color.muted
    };
    let words = value.unwrap_or(words::NOT_STATED);
    ui.add(egui::Label::new(Type::Small.text(seen(words), ink)).wrap());
}

/// Says in a tooltip what a time expression stands for.
pub(in crate::ui) fn name_tip(response: Response, article: &ArticleRecord, mark: &Mark) {
    if !response.hovered() {
        return;
    }
    let reading = &article.reading;
    let words = match mark.what {
        What::Date => {
            let time = reading.times.iter().find(|time| time.span == mark.span);
            let value = time.and_then(|time| time.value.as_ref());
            value.map_or_else(|| "A time that cannot be told".to_owned(), words::time)
        }
        What::Claim { .. } | What::Name(_) => return,
    };
    tip(response, &words, "");
}
