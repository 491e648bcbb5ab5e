//! Sentences side by side: all that carry a figure, a day's figures or a conclusion, with what differs lit.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, CursorIcon, Event, FontFamily, FontId, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{
    IconButton, PushButton, at_ui, chip_ui, focus_ring, hairline_ui, label_ui, segmented_ui, tip,
};
use super::conflicts::nothing_ui;
use super::paint::source_color;
use crate::app::{Action, State};
use crate::link::Conclusions;
use crate::show::{
    CopiesSaid, CopyAct, Finding, LinesBy, Lit, Piece, SideSentence, citations, copies_said, num_independent, sides,
    words,
};
use crate::store::{ArticleId, ClaimId, Status};

/// Sentences that are drawn at most; the head says how many there are.
const MOST: usize = 200;

/// Of what sentences are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Of {
    /// The conclusion that the selected figure stands in.
    #[default]
    Conclusion,
    /// The selected figure, wherever it stands.
    Figure,
    /// All figures of its kind and day.
    Day,
}

const OF: [(Of, &str); 3] = [(Of::Conclusion, "Conclusion"), (Of::Figure, "Figure"), (Of::Day, "Day")];

/// What the list keeps between frames.
#[derive(Default)]
pub(super) struct SidesView {
    of: Of,
    /// The sentences, with what they were made from.
    made: Option<(Made, Vec<SideSentence>)>,
    /// Their articles and from how many independent sources they come, as of some conclusions.
    copied: Option<(Arc<Conclusions>, Vec<ArticleId>, usize)>,
    copy: bool,
}

/// What the sentences hang on.
#[derive(Clone, PartialEq, Eq)]
struct Made {
    generation: u64,
    num_claims: usize,
    claims: Vec<ClaimId>,
    lines: (LinesBy, bool),
}

impl SidesView {
    /// Copies all sentences as soon as they are known.
    pub(super) fn copy_all(&mut self) {
        self.copy = true;
    }

    /// Draws the list into all of `ui`.
    pub(super) fn view_ui(
        &mut self,
        ui: &mut Ui,
        (state, models): (&State, &Models),
        finding: Option<&Finding>,
        actions: &mut Vec<Action>,
    ) {
        let (claims, about) = self.claims(state, models, finding);
        self.make(state, models, claims);
        self.find_copied(state);
        let rows = self.made.take();
        let sentences = rows.as_ref().map_or(&[][..], |(_, rows)| rows.as_slice());
        if std::mem::take(&mut self.copy) && !sentences.is_empty() {
            ui.ctx().copy_text(citations(sentences));
        }
        self.head_ui(ui, sentences);
        hairline_ui(ui);
        self.copied_ui(ui, state, actions);
        if sentences.is_empty() {
            nothing_ui(
                ui,
                "No sentences",
                "Select a figure, a cell of the table or a conclusion to see its sentences.",
            );
        } else {
            ScrollArea::vertical()
                .id_salt("sentences")
                .auto_shrink([false, false])
                .show(ui, |ui| list_ui(ui, (state, models), &about, sentences, actions));
        }
        self.made = rows;
    }

    /// The claims whose sentences are shown, and what they have in common.
    fn claims(&self, state: &State, models: &Models, finding: Option<&Finding>) -> (Vec<ClaimId>, String) {
        let selected = state.selection.claim;
        match (self.of, finding, selected) {
            (Of::Conclusion, Some(row), _) => {
                let about = format!("{} {}", words::kind(row.kind), row.title);
                (row.claims.clone(), about)
            }
            (Of::Conclusion | Of::Figure, _, Some(claim)) => {
                let record = state.store.claim(claim);
                let figure = record.map(|record| words::figure(&record.claim().figure));
                (same(&state.conclusions, models, claim), figure.unwrap_or_default())
            }
            (Of::Day, _, Some(claim)) => of_day(models, claim),
            (_, _, None) => (Vec::new(), String::new()),
        }
    }

    fn make(&mut self, state: &State, models: &Models, claims: Vec<ClaimId>) {
        let made = Made {
            generation: state.store.generation(),
            num_claims: state.store.num_claims(),
            claims,
            lines: (models.charts.lines_by, state.compare.merge_copies),
        };
        if self.made.as_ref().is_none_or(|(before, _)| *before != made) {
            let rows = sides(&state.store, &made.claims, &models.sources);
            self.made = Some((made, rows));
            self.copied = None;
        }
    }

    /// The articles of the sentences, where there are two or more.
    pub(super) fn articles(&self) -> Option<Vec<ArticleId>> {
        let (_, articles, _) = self.copied.as_ref()?;
        (articles.len() > 1).then(|| articles.clone())
    }

    fn find_copied(&mut self, state: &State) {
        let holds = |(of, ..): &(Arc<Conclusions>, Vec<ArticleId>, usize)| Arc::ptr_eq(of, &state.conclusions);
        if self.copied.as_ref().is_some_and(holds) {
            return;
        }
        let claims = self.made.as_ref().map_or(&[][..], |(made, _)| made.claims.as_slice());
        let records = claims.iter().filter_map(|claim| state.store.claim(*claim));
        let articles: BTreeSet<ArticleId> = records.map(|record| record.article).collect();
        let num = num_independent(&state.store, &state.conclusions, claims);
        self.copied = Some((Arc::clone(&state.conclusions), articles.into_iter().collect(), num));
    }

    /// How many independent sources the sentences have, and what the analyst says of that.
    fn copied_ui(&self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let Some((_, articles, num)) = self.copied.as_ref().filter(|(_, articles, _)| articles.len() > 1) else {
            return;
        };
        let c = &Theme::of(ui).color;
        let said = copies_said(&state.store.copies_told(), articles);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 36.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.add_space(16.0);
                let words = format!(
                    "{}, {}",
                    words::count(articles.len(), "article"),
                    words::count(*num, "independent source")
                );
                label_ui(ui, words, Type::Small, c.muted);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(12.0);
                    for (word, on, act, help) in [
                        (
                            "Not copies",
                            CopiesSaid::Apart,
                            CopyAct::Apart(articles.clone()),
                            "Say that each of these articles is a source of its own",
                        ),
                        (
                            "Copies",
                            CopiesSaid::One,
                            CopyAct::One(articles.clone()),
                            "Say that these articles are one source",
                        ),
                    ] {
                        let on = said == on;
                        let act = if on { CopyAct::Forget(articles.clone()) } else { act };
                        let help = if on { "Take back what you said" } else { help };
                        if tip(chip_ui(ui, word, on), help, "").clicked() {
                            actions.push(Action::Copies(act));
                        }
                    }
                });
            },
        );
        hairline_ui(ui);
    }

    fn head_ui(&mut self, ui: &mut Ui, sentences: &[SideSentence]) {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 40.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add_space(12.0);
                let chosen = OF.iter().position(|(of, _)| *of == self.of).unwrap_or_default();
                let names = OF.map(|(_, name)| name);
                if let Some((of, _)) = segmented_ui(ui, chosen, &names).and_then(|at| OF.get(at)) {
                    self.of = *of;
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(12.0);
                    let button = PushButton::new("Copy all")
                        .help("Copy all sentences, each with speaker, outlet and date")
                        .keys("Ctrl Shift C")
                        .keys_in_tip()
                        .enabled(!sentences.is_empty());
                    if ui.add(button).clicked() {
                        ui.ctx().copy_text(citations(sentences));
                    }
                });
            },
        );
    }
}

/// The claims that state the same figure: as concluded, and those that are one mark in the charts.
fn same(conclusions: &Conclusions, models: &Models, claim: ClaimId) -> Vec<ClaimId> {
    let number = claim.0.unsigned_abs();
    let group = conclusions.same.iter().find(|group| group.claims.contains(&number));
    let claims = group.map_or(&[][..], |group| group.claims.as_slice()).iter();
    let mut out: Vec<ClaimId> = claims
        .filter_map(|number| i64::try_from(*number).ok().map(ClaimId))
        .collect();
    let point = models.charts.find(claim).map(|(_, point)| point.claims.as_slice());
    for other in point.unwrap_or(&[claim]) {
        if !out.contains(other) {
            out.push(*other);
        }
    }
    out
}

/// All claims of the kind and day at which a claim is drawn.
fn of_day(models: &Models, claim: ClaimId) -> (Vec<ClaimId>, String) {
    let in_table = || {
        let point = models.table.points.iter().find(|point| point.claims.contains(&claim))?;
        Some((&models.table, point))
    };
    let Some((chart, point)) = models.charts.find(claim).or_else(in_table) else {
        return (vec![claim], String::new());
    };
    let points = chart.points.iter().filter(|other| other.day == point.day);
    let about = format!(
        "{}, {}",
        words::kind(chart.kind),
        words::day_among(point.day, models.charts.only_year())
    );
    (points.flat_map(|point| point.claims.iter().copied()).collect(), about)
}

fn list_ui(ui: &mut Ui, look: (&State, &Models), about: &str, rows: &[SideSentence], actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        ui.set_min_height(34.0);
        ui.add_space(16.0);
        label_ui(ui, words::short(about, 34), Type::Strong, c.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            let count = match rows.len() {
                len if len > MOST => format!("{MOST} of {}", words::count(len, "sentence")),
                len => words::count(len, "sentence"),
            };
            label_ui(ui, count, Type::Small, c.muted);
        });
    });
    for row in rows.iter().take(MOST) {
        sentence_ui(ui, look, row, actions);
    }
    if rows.len() > 1 {
        let margin = egui::Margin::symmetric(16, 8);
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            let key = "Amber: numbers, hedges, classes that differ. Grey: other words than in the first";
            ui.add(egui::Label::new(Type::Small.text(key, c.faint)).wrap());
        });
    }
}

fn sentence_ui(ui: &mut Ui, (state, models): (&State, &Models), row: &SideSentence, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job(theme, &row.pieces, width - 32.0)));
    let height = 8.0 + 20.0 + 18.0 + 4.0 + galley.size().y + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let label = format!("Sentence of {}: {}", row.speaker, words::figure(&row.figure));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let selected = state.selection.claim == Some(row.claim);
    let ground = match (selected, response.hovered()) {
        (true, _) => Some(c.row_selected),
        (_, true) => Some(c.row_hover),
        _ => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 0, ground);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    who_ui(ui, models, row, rect);
    ui.painter()
        .galley(pos2(rect.left() + 16.0, rect.top() + 50.0), galley, c.text);
    let corner = egui::Rect::from_min_size(pos2(rect.right() - 44.0, rect.top() + 6.0), vec2(28.0, 28.0));
    let name = format!("Copy the sentence of {}", row.speaker);
    let button = IconButton::new(icons::COPY_TABLE, &name).help("Copy with speaker, outlet and date");
    let mut copy = at_ui(ui, corner, |ui| ui.add(button.keys("Ctrl C"))).clicked();
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
        copy |= ui.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| !matches!(event, Event::Copy));
            input.events.len() < before
        });
    }
    if copy {
        ui.ctx().copy_text(row.citation.clone());
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.hovered() {
        actions.push(Action::Hover(Some(row.claim)));
    }
    if response.double_clicked() {
        actions.push(Action::OpenInRead(row.claim));
    } else if response.clicked() {
        response.request_focus();
        actions.push(Action::SelectClaim(row.claim));
    }
}

/// Marker, figure and speaker; under them outlet and day.
fn who_ui(ui: &Ui, models: &Models, row: &SideSentence, rect: egui::Rect) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let y = rect.top() + 18.0;
    if let Some(source) = row.source.and_then(|source| models.charts.sources.get(source)) {
        let fill = if row.status == Status::Unreviewed {
            Fill::Hollow(c.panel)
        } else {
            Fill::Solid
        };
        let color = source_color(theme, &source.source);
        let center = pos2(rect.left() + 22.0, y);
        ui.painter()
            .extend(marker::shapes(source.source.slot, center, size::MARKER, color, fill));
    }
    let most = ((rect.width() - 150.0) / 7.0).max(8.0) as usize;
    let ink = theme.kind(row.kind).ink;
    let put = |x: f32, y: f32, words: &str, style: Type, ink| {
        let at = egui::Align2::LEFT_CENTER;
        ui.painter().text(pos2(x, y), at, words, style.font(), ink).right()
    };
    let figure = put(rect.left() + 36.0, y, &words::figure(&row.figure), Type::Strong, c.text);
    let kind = put(
        figure + 6.0,
        y,
        &words::kind(row.kind).to_lowercase(),
        Type::SmallStrong,
        ink,
    );
    put(kind + 10.0, y, &words::short(&row.speaker, most), Type::Body, c.text);
    let day = row.published.map_or_else(|| "no date".to_owned(), words::day);
    let most = ((rect.width() - 60.0) / 6.4).max(8.0) as usize;
    let via = words::short(&format!("via {}, {day}", row.via), most);
    put(rect.left() + 36.0, y + 19.0, &via, Type::Small, c.muted);
}

fn job(theme: &Theme, pieces: &[Piece], width: f32) -> LayoutJob {
    let c = &theme.color;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for (at, piece) in pieces.iter().enumerate() {
        let mut format = Type::Quote.format(c.text);
        if piece.claim {
            format.font_id = FontId::new(format.font_id.size, FontFamily::Name("read_strong".into()));
        }
        format.background = match piece.lit {
            Lit::Plain => egui::Color32::TRANSPARENT,
            Lit::Differs => c.pressed,
            Lit::Matters => c.warn_soft,
        };
        if at > 0 {
            job.append(" ", 0.0, Type::Quote.format(c.text));
        }
        job.append(&piece.words, 0.0, format);
    }
    job
}
