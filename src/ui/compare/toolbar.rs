//! What lines stand for, the days, the scale, the kinds, the filter, the options of charts, export.

use egui::{Layout, Popup, PopupCloseBehavior, Response, Sense, Ui};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, bar_room_ui, checkbox_ui, hairline_ui, label_ui, segmented_ui};
use super::super::wish::{self, Wish};
use super::CompareView;
use crate::app::{Action, CompareChange, State};
use crate::claim::Kind;
use crate::show::{ABOUT_PERCENTS, ChartLayout, ChartSetting, DaysBy, LinesBy, Scale, VaguePolicy, kind_counts, words};

/// Room that the bar needs.
const ROOM: f32 = 950.0;

/// Draws the bar above the charts.
pub(super) fn bar_ui(
    ui: &mut Ui,
    (state, models): (&State, &Models),
    view: &mut CompareView,
    actions: &mut Vec<Action>,
) {
    bar_room_ui(ui, ROOM, |ui| controls_ui(ui, (state, models), view, actions));
}

fn controls_ui(ui: &mut Ui, (state, models): (&State, &Models), view: &mut CompareView, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.spacing_mut().item_spacing.x = 6.0;
    let wide = ui.available_width() > 1150.0;
    if wide {
        label_ui(ui, "Lines by", Type::Small, c.muted);
    }
    const BY: [LinesBy; 4] = [
        LinesBy::Publisher,
        LinesBy::Speaker,
        LinesBy::SpeakerInPublisher,
        LinesBy::Article,
    ];
    let both = if wide { "Speaker in publisher" } else { "Both" };
    let chosen = BY.iter().position(|by| *by == models.charts.lines_by).unwrap_or(0);
    let names = ["Publisher", "Speaker", both, "Article"];
    if let Some(by) = segmented_ui(ui, chosen, &names).and_then(|at| BY.get(at)) {
        actions.push(Action::Compare(CompareChange::LinesBy(*by)));
    }
    days_ui(ui, state, actions);
    scale_ui(ui, state, actions);
    kinds_ui(ui, state, actions);
    view.filter.button_ui(ui, state, actions);
    options_ui(ui, (state, models), &mut view.own_table, actions);
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        super::export::export_ui(ui, state, actions);
        let reset = IconButton::new(icons::REVERT_TO_MACHINE, "Show all days").keys("0");
        if ui.add(reset.enabled(view.stack.sight.is_zoomed())).clicked() {
            view.stack.sight.fit();
        }
    });
}

/// A button that opens a list of choices.
fn menu_button(ui: &mut Ui, word: &str, help: &str) -> Response {
    ui.add(PushButton::new(word).help(help))
}

/// One choice of a list; true where it was clicked.
fn choice_ui(ui: &mut Ui, on: bool, word: &str) -> bool {
    let response = ui.selectable_label(on, Type::Body.text(word, Theme::of(ui).color.text));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

fn days_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let now = state.compare.days_by;
    let word = format!("Days: {}", words::days_by(now).to_lowercase());
    let button = menu_button(ui, &word, "Which day of a figure places it");
    Popup::menu(&button).width(260.0).show(|ui| {
        for by in DaysBy::ALL {
            let help = match by {
                DaysBy::AsOf => "As of: the day at which the figure holds",
                DaysBy::Event => "Happened: the day of the harm",
                DaysBy::Published => "Published: the day of the article",
            };
            if choice_ui(ui, by == now, help) {
                actions.push(Action::Compare(CompareChange::DaysBy(by)));
            }
        }
    });
}

fn scale_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let now = state.compare.scale;
    let name = |scale| match scale {
        Scale::Linear => "Linear",
        Scale::Log => "Log",
        Scale::SymLog => "Log with zero",
    };
    let button = menu_button(
        ui,
        &format!("Scale: {}", name(now).to_lowercase()),
        "The axis of figures",
    );
    Popup::menu(&button).width(180.0).show(|ui| {
        for scale in Scale::ALL {
            if choice_ui(ui, scale == now, name(scale)) {
                actions.push(Action::Compare(CompareChange::Scale(scale)));
            }
        }
    });
}

/// What the list of kinds is called: "3 kinds".
pub(super) fn kinds_word(state: &State) -> String {
    words::count(state.compare.kinds.len(), "kind")
}

fn kinds_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let shown = &state.compare.kinds;
    let word = kinds_word(state);
    let response = menu_button(ui, &word, "Choose which kinds have a chart");
    Popup::menu(&response)
        .width(220.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let all = kind_counts(&state.store);
            for (kind, count) in &all {
                let on = shown.contains(kind);
                if check_count_ui(ui, on, words::kind(*kind), &words::number(*count as u64)) {
                    let kinds = all.iter().map(|(one, _)| *one);
                    let kinds: Vec<Kind> = kinds.filter(|one| shown.contains(one) != (one == kind)).collect();
                    actions.push(Action::Compare(CompareChange::Kinds(kinds)));
                }
            }
            hairline_ui(ui);
            let together = state.compare.layout == ChartLayout::Together;
            if check_ui(ui, together, "All in one chart, coloured by kind") {
                let layout = if together {
                    ChartLayout::ByKind
                } else {
                    ChartLayout::Together
                };
                actions.push(Action::Compare(CompareChange::Layout(layout)));
            }
        });
}

/// The project's own table of vague words while it is being written; `None` while it is as the project has it.
pub(super) type OwnTable = Option<String>;

fn options_ui(ui: &mut Ui, (state, models): (&State, &Models), own: &mut OwnTable, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let response = ui.add(
        PushButton::new("Options")
            .icon(icons::SETTINGS)
            .help("What charts show, and vague words"),
    );
    let look = &state.compare;
    let settings = &models.charts.settings;
    let popup = Popup::menu(&response)
        .width(330.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        if check_ui(ui, look.show_spread, "Band of the spread between sources") {
            actions.push(Action::Compare(CompareChange::ShowSpread(!look.show_spread)));
        }
        if check_ui(ui, look.merge_copies, "Copies with the source that they copy") {
            actions.push(Action::Compare(CompareChange::MergeCopies(!look.merge_copies)));
        }
        if check_ui(ui, look.show_rejected, "Rejected figures as grey crosses") {
            actions.push(Action::Compare(CompareChange::ShowRejected(!look.show_rejected)));
        }
        hairline_ui(ui);
        label_ui(ui, "Vague words, in this project", Type::Strong, c.text);
        for policy in VaguePolicy::ALL {
            let on = settings.vague.policy == policy;
            let row = ui.radio(on, Type::Body.text(policy.name(), c.text));
            if row.on_hover_text(policy.help()).clicked() && !on {
                actions.push(Action::ChartSetting(ChartSetting::Vague(policy)));
            }
        }
        // menus justify their text
        ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
            label_ui(ui, settings.vague.policy.help(), Type::Small, c.muted);
        });
        if settings.vague.policy == VaguePolicy::Own {
            own_ui(ui, &settings.vague.own_text(), own, actions);
        }
        hairline_ui(ui);
        ui.horizontal(|ui| {
            label_ui(ui, "“About” is drawn with", Type::Body, c.text);
            for percent in ABOUT_PERCENTS {
                let on = settings.about_percent == percent;
                if super::super::widgets::chip_ui(ui, &format!("±\u{2009}{percent}\u{a0}%"), on).clicked() {
                    actions.push(Action::ChartSetting(ChartSetting::About(percent)));
                }
            }
        });
    });
    if shown.is_none() {
        *own = None;
    }
}

/// The project's own table, a line a word; it is kept when the field is left.
fn own_ui(ui: &mut Ui, kept: &str, own: &mut OwnTable, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let mut text = own.clone().unwrap_or_else(|| kept.to_owned());
    let field = egui::TextEdit::multiline(&mut text)
        .hint_text("dozens = 36\nscores = 40 to 60")
        .desired_rows(4)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, &text, &text, "");
        info.label = Some("Own table of vague words".to_owned());
        info
    });
    let (_, wrong) = crate::show::Vague::read_own(&text);
    if let Some(line) = wrong.first() {
        let words = format!(
            "“{}” cannot be read. Write a word, =, and a number or “40 to 60”.",
            words::short(line, 30)
        );
        label_ui(ui, words, Type::Small, c.error);
    }
    if response.lost_focus() && wrong.is_empty() && text != kept {
        actions.push(Action::ChartSetting(ChartSetting::OwnTable(text.clone())));
    }
    if response.changed() {
        *own = Some(text);
    }
}

/// The button that asks what to export.
pub(in crate::ui) fn export_ui(ui: &mut Ui) {
    let button = PushButton::new("Export")
        .icon(icons::EXPORT)
        .help("Claims, annotations and reports in the formats of other programs");
    if ui.add(button.keys("Ctrl E").keys_in_tip()).clicked() {
        wish::make(ui.ctx(), Wish::Export(""));
    }
}

/// A row with a check box; true where it was clicked.
pub(in crate::ui) fn check_ui(ui: &mut Ui, on: bool, word: &str) -> bool {
    check_count_ui(ui, on, word, "")
}

/// The same with how many there are, at the right.
fn check_count_ui(ui: &mut Ui, on: bool, word: &str, count: &str) -> bool {
    let c = &Theme::of(ui).color;
    let row = ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let clicked = checkbox_ui(ui, on, word).clicked();
        let label = egui::Label::new(Type::Body.text(word, c.text)).sense(Sense::click());
        let clicked = ui.add(label).clicked() || clicked;
        if !count.is_empty() {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                label_ui(ui, count, Type::Small, c.muted);
            });
        }
        clicked
    });
    row.inner
}
