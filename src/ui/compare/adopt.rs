//! Adopted figures: low, best and high of a story, kind and day, from the figures that stand on it.

use std::collections::BTreeSet;

use egui::{Align, Align2, CursorIcon, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{
    PushButton, checkbox_ui, chip_ui, focus_ring, hairline_ui, kind_chip_ui, label_ui, section_head_ui, text_field_ui,
    tip,
};
use super::adopt_days::open_ui;
use super::conflicts::{field_id, nothing_ui};
use super::paint::source_color;
use crate::app::{Action, State};
use crate::show::{
    AdoptRule, AdoptedRow, Candidate, LinesBy, adopted_about, adopted_rows, candidates, input, suggest_adopted, words,
};
use crate::store::{Adopted, AdoptedAbout, ClaimId};

/// What the form keeps between frames.
#[derive(Default)]
pub(super) struct AdoptView {
    /// What is being adopted.
    form: Option<Form>,
    /// How many days without an adopted figure are listed beyond the first ones.
    most_open: usize,
}

/// A figure while it is set.
struct Form {
    about: AdoptedAbout,
    /// The project as of which it was filled in.
    generation: u64,
    /// Low, best, high as typed.
    typed: [String; 3],
    claims: BTreeSet<ClaimId>,
    /// What rules suggest from: as checked by hand, else what is compared.
    base: BTreeSet<ClaimId>,
    rule: String,
    note: String,
    candidates: Vec<Candidate>,
    /// By candidate, its line in the charts.
    sources: Vec<Option<usize>>,
    /// What lines stood for then, and whether copies were one.
    lines: Option<(LinesBy, bool)>,
    /// What was adopted when the form was filled in.
    adopted: Option<Adopted>,
}

const FIELDS: [&str; 3] = ["Low", "Best", "High"];

impl Form {
    fn new(state: &State, about: AdoptedAbout) -> Self {
        let found = candidates(&state.store, (&state.names, &state.conclusions), &about);
        let mut form = Self {
            generation: state.store.generation(),
            typed: Default::default(),
            claims: BTreeSet::new(),
            base: BTreeSet::new(),
            rule: String::new(),
            note: String::new(),
            candidates: found,
            sources: Vec::new(),
            lines: None,
            adopted: state.store.adopted().get(&about).cloned(),
            about,
        };
        let compared = form.candidates.iter().filter(|row| row.compared);
        form.base = compared.flat_map(|row| row.claims.iter().copied()).collect();
        form.claims.clone_from(&form.base);
        if let Some(figure) = &form.adopted.clone() {
            form.fill(figure);
            form.note.clone_from(&figure.note);
        }
        form
    }

    /// Finds the lines of the candidates in the charts, where lines stand for something else than before.
    fn find_sources(&mut self, state: &State, models: &Models) {
        let lines = Some((models.charts.lines_by, state.compare.merge_copies));
        if self.lines != lines {
            self.lines = lines;
            let first = |row: &Candidate| models.sources.index_of(*row.claims.first()?);
            self.sources = self.candidates.iter().map(first).collect();
        }
    }

    /// With what was typed before the project changed; where the figure itself was changed, that holds.
    fn kept(mut self, before: Option<Self>) -> Self {
        let Some(before) = before.filter(|before| before.adopted == self.adopted) else {
            return self;
        };
        (self.typed, self.claims, self.base) = (before.typed, before.claims, before.base);
        (self.rule, self.note) = (before.rule, before.note);
        self
    }

    fn fill(&mut self, figure: &Adopted) {
        self.typed = [figure.low, figure.best, figure.high].map(words::number);
        self.claims = figure.claims.iter().copied().collect();
        self.rule.clone_from(&figure.rule);
    }

    /// The candidates that rules suggest from; all where none is checked.
    fn checked(&self) -> Vec<Candidate> {
        let is_kept = |row: &&Candidate| row.claims.iter().any(|claim| self.base.contains(claim));
        let kept: Vec<Candidate> = self.candidates.iter().filter(is_kept).cloned().collect();
        if kept.is_empty() { self.candidates.clone() } else { kept }
    }

    /// The figure as typed; `None` while something is missing or out of order.
    fn figure(&self) -> Option<Adopted> {
        let [low, best, high] = [0, 1, 2].map(|at| self.typed.get(at).and_then(|text| number(text)));
        let figure = Adopted {
            low: low?,
            best: best?,
            high: high?,
            claims: self.claims.iter().copied().collect(),
            rule: self.rule.clone(),
            note: self.note.trim().to_owned(),
        };
        figure.is_in_order().then_some(figure)
    }

    /// What is wrong with what is typed; empty while nothing is.
    fn error(&self) -> &'static str {
        let typed = || self.typed.iter().filter(|text| !text.trim().is_empty());
        if typed().any(|text| number(text).is_none()) {
            "Not a number"
        } else if typed().count() == 3 && self.figure().is_none() {
            "Low must not be above best, nor best above high"
        } else {
            ""
        }
    }
}

fn number(text: &str) -> Option<u64> {
    input::figure(text)?.value
}

impl AdoptView {
    /// Draws form and list into all of `ui`.
    pub(super) fn view_ui(&mut self, ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
        let claim = state.selection.claim;
        let about = claim.and_then(|claim| adopted_about(&state.store, &state.conclusions, claim));
        let generation = state.store.generation();
        // while one of its figures is looked at, the form stays on its day
        let is_own =
            |form: &Form| claim.is_some_and(|claim| form.candidates.iter().any(|row| row.claims.contains(&claim)));
        let stays = self
            .form
            .as_ref()
            .filter(|form| about.as_ref() == Some(&form.about) || is_own(form));
        match stays.map(|form| (form.about.clone(), form.generation)) {
            Some((_, at)) if at == generation => {}
            Some((about, _)) => {
                let before = self.form.take();
                self.form = Some(Form::new(state, about).kept(before));
            }
            None => self.form = about.map(|about| Form::new(state, about)),
        }
        let rows = adopted_rows(&state.store);
        ScrollArea::vertical()
            .id_salt("adopted")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                match &mut self.form {
                    Some(form) => {
                        form.find_sources(state, models);
                        let margin = egui::Margin::symmetric(16, 12);
                        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                            form_ui(ui, (state, models), form, actions);
                        });
                        hairline_ui(ui);
                    }
                    // what takes all room would push the days out of sight
                    None if models.open_days.is_empty() && rows.is_empty() => nothing_ui(
                        ui,
                        "Nothing selected",
                        "Select a figure to adopt one for its story, kind and day.",
                    ),
                    None => unselected_ui(ui),
                }
                list_ui(ui, state, &rows, actions);
                open_ui(ui, state, models, &mut self.most_open, actions);
            });
    }
}

fn form_ui(ui: &mut Ui, (state, models): (&State, &Models), form: &mut Form, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        kind_chip_ui(ui, form.about.kind);
        label_ui(ui, format!("by {}", words::day(form.about.day)), Type::Strong, c.text);
    });
    if !form.about.story.is_empty() {
        label_ui(
            ui,
            words::short(&story_name(state, &form.about.story), 44),
            Type::Small,
            c.muted,
        );
    }
    numbers_ui(ui, form);
    label_ui(ui, "Suggest from the checked figures by", Type::Key, c.muted);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for rule in AdoptRule::ALL {
            let on = form.rule == rule.name();
            if tip(chip_ui(ui, rule.name(), on), rule.help(), "").clicked()
                && let Some(figure) = suggest_adopted(rule, &form.checked())
            {
                form.fill(&figure);
            }
        }
    });
    ui.add_space(4.0);
    evidence_ui(ui, state, models, form, actions);
    let id = field_id("adopted note", &form.about.story);
    text_field_ui(ui, id, &mut form.note, ("Note on the adopted figure", "Note"), false);
    ui.horizontal(|ui| {
        let figure = form.figure();
        let old = state.store.adopted().get(&form.about);
        let changed = figure.as_ref().is_some_and(|figure| old != Some(figure));
        let word = if old.is_some() { "Change" } else { "Adopt" };
        if ui
            .add(PushButton::new(word).primary().icon(icons::ACCEPT).enabled(changed))
            .clicked()
            && changed
        {
            actions.push(Action::Adopt(form.about.clone(), figure));
        }
        if old.is_some() && ui.add(PushButton::new("Take back").danger()).clicked() {
            actions.push(Action::Adopt(form.about.clone(), None));
        }
    });
}

/// Says what is to be done first, above the days.
fn unselected_ui(ui: &mut Ui) {
    let c = &Theme::of(ui).color;
    let margin = egui::Margin::symmetric(16, 12);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        label_ui(ui, "Nothing selected", Type::Strong, c.text);
        let words = "Select a figure in the charts, or one of these days, to set low, best and high for its story, kind and day.";
        ui.add(egui::Label::new(Type::Small.text(words, c.muted)).wrap());
    });
    hairline_ui(ui);
}

fn story_name(state: &State, key: &str) -> String {
    let story = state.conclusions.stories.iter().find(|story| story.key == key);
    story.map_or(key, |story| story.name.as_str()).to_owned()
}

/// Low, best and high, side by side.
fn numbers_ui(ui: &mut Ui, form: &mut Form) {
    let c = &Theme::of(ui).color;
    let error = form.error();
    let key = format!("{} {}", form.about.kind.id(), form.about.day);
    let width = (ui.available_width() - 16.0) / 3.0;
    ui.horizontal(|ui| {
        for (name, text) in FIELDS.into_iter().zip(&mut form.typed) {
            ui.vertical(|ui| {
                ui.set_width(width);
                label_ui(ui, name, Type::Key, c.muted);
                let wrong = !text.trim().is_empty() && (number(text).is_none() || error.starts_with("Low"));
                let response = text_field_ui(ui, field_id(name, &key), text, (name, "number"), wrong);
                if response.changed() {
                    form.rule.clear();
                }
            });
        }
    });
    if !error.is_empty() {
        label_ui(ui, error, Type::Small, c.error);
    }
}

/// The figures that stand on the day; the checked ones are kept as evidence.
fn evidence_ui(ui: &mut Ui, state: &State, models: &Models, form: &mut Form, actions: &mut Vec<Action>) {
    let num = words::count(form.candidates.len(), "source");
    section_head_ui(ui, "Figures that stand on the day", &num);
    ui.scope(|ui| candidates_ui(ui, (state, models), form, actions));
    if form.candidates.iter().any(Candidate::is_by_policy) {
        let c = &Theme::of(ui).color;
        let words = format!("{}, as set in Options", models.charts.settings.in_words());
        ui.add(egui::Label::new(Type::Small.text(words, c.muted)).wrap());
    }
}

fn candidates_ui(ui: &mut Ui, (state, models): (&State, &Models), form: &mut Form, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = 24.0;
    for (at, row) in form.candidates.iter().enumerate() {
        ui.horizontal(|ui| {
            let on = row.claims.iter().all(|claim| form.claims.contains(claim));
            let name = format!("Keep {} of {} as evidence", words::figure(&row.figure), row.name);
            if checkbox_ui(ui, on, &name).clicked() {
                if on {
                    form.claims.retain(|claim| !row.claims.contains(claim));
                } else {
                    form.claims.extend(row.claims.iter().copied());
                }
                form.rule.clear();
                form.base.clone_from(&form.claims);
            }
            let source = form.sources.get(at).copied().flatten();
            candidate_ui(ui, (state, models), (row, source, form.about.day), actions);
        });
    }
}

fn candidate_ui(
    ui: &mut Ui,
    (state, models): (&State, &Models),
    (row, source, day): (&Candidate, Option<usize>, jiff::civil::Date),
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::click());
    let label = format!("{}, {}, stands on the day", words::figure(&row.figure), row.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    let claim = row.claims.first().copied();
    let selected = state.selection.claim.is_some_and(|claim| row.claims.contains(&claim));
    if response.hovered() || selected {
        let ground = if selected { c.row_selected } else { c.row_hover };
        ui.painter().rect_filled(rect, 3, ground);
    }
    let y = rect.center().y;
    let sources = &models.charts.sources;
    if let Some(source) = source.and_then(|source| sources.get(source)) {
        let fill = if row.reviewed {
            Fill::Solid
        } else {
            Fill::Hollow(c.panel)
        };
        let color = source_color(theme, &source.source);
        let center = pos2(rect.left() + 8.0, y);
        ui.painter()
            .extend(marker::shapes(source.source.slot, center, size::MARKER, color, fill));
    }
    let put =
        |x: f32, align, words: &str, style: Type, ink| ui.painter().text(pos2(x, y), align, words, style.font(), ink);
    put(
        rect.left() + 20.0,
        Align2::LEFT_CENTER,
        &words::figure(&row.figure),
        Type::SmallStrong,
        c.text,
    );
    let right = if row.day == day {
        String::new()
    } else {
        words::day_and_month(row.day)
    };
    let end = put(rect.right() - 4.0, Align2::RIGHT_CENTER, &right, Type::Small, c.faint);
    let most = ((end.left() - rect.left() - 112.0) / 6.6).max(6.0) as usize;
    put(
        rect.left() + 106.0,
        Align2::LEFT_CENTER,
        &words::short(&row.name, most),
        Type::Small,
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 3);
    }
    let mut response = response.on_hover_cursor(CursorIcon::PointingHand);
    if !row.compared {
        response =
            response.on_hover_text("Compared with none of the others: it may be of one town or one hospital only");
    }
    if let Some(claim) = claim {
        if response.double_clicked() {
            actions.push(Action::OpenInRead(claim));
        } else if response.clicked() {
            actions.push(Action::SelectClaim(claim));
        }
    }
}

/// All adopted figures of the project.
fn list_ui(ui: &mut Ui, state: &State, rows: &[AdoptedRow], actions: &mut Vec<Action>) {
    if rows.is_empty() {
        return;
    }
    let margin = egui::Margin::symmetric(16, 10);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        section_head_ui(ui, "Adopted figures", &words::number(rows.len() as u64));
    });
    for row in rows {
        row_ui(ui, state, row, actions);
    }
}

fn row_ui(ui: &mut Ui, state: &State, row: &AdoptedRow, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::click());
    let figure = &row.figure;
    let [low, best, high] = [figure.low, figure.best, figure.high].map(words::number);
    let day = words::day(row.about.day);
    let label = format!("Adopted {best} {}, {day}", words::kind(row.about.kind).to_lowercase());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, c.row_hover);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let chip = egui::Rect::from_min_size(pos2(rect.left() + 16.0, rect.top() + 5.0), vec2(200.0, size::KIND_CHIP));
    let chip = super::super::widgets::at_ui(ui, chip, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            kind_chip_ui(ui, row.about.kind).rect
        })
        .inner
    });
    let y = rect.top() + 15.0;
    let put = |x: f32, y: f32, align, words: &str, style: Type, ink| {
        ui.painter().text(pos2(x, y), align, words, style.font(), ink)
    };
    put(chip.right() + 8.0, y, Align2::LEFT_CENTER, &day, Type::Body, c.text);
    let end = put(
        rect.right() - 16.0,
        y,
        Align2::RIGHT_CENTER,
        &format!("{low}–{high}"),
        Type::Small,
        c.muted,
    );
    put(end.left() - 8.0, y, Align2::RIGHT_CENTER, &best, Type::Strong, c.text);
    let mut told = vec![words::count(figure.claims.len(), "claim")];
    told.extend(Some(figure.rule.clone()).filter(|rule| !rule.is_empty()));
    told.extend(Some(figure.note.clone()).filter(|note| !note.is_empty()));
    if row.num_lost > 0 {
        told.push(format!("{} of them rejected or gone", row.num_lost));
    }
    let ink = if row.num_lost > 0 { c.warn } else { c.muted };
    let most = ((rect.width() - 32.0) / 6.2).max(8.0) as usize;
    let line = words::short(&told.join(" · "), most);
    put(
        rect.left() + 16.0,
        rect.top() + 35.0,
        Align2::LEFT_CENTER,
        &line,
        Type::Small,
        ink,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        // the form opens on the day of the selected claim
        let claims = figure.claims.iter().copied();
        let on_day =
            |claim: &ClaimId| adopted_about(&state.store, &state.conclusions, *claim).as_ref() == Some(&row.about);
        let claim = claims.clone().find(on_day).or_else(|| claims.clone().next());
        actions.extend(claim.map(Action::SelectClaim));
    }
}
