//! One chart: paints its scene and takes the pointer and the keyboard on its marks.

use std::sync::Arc;

use egui::{Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, size};
use super::card::{card_ui, column_ui};
use super::ground;
use super::paint::{Brush, MarkInk, Ring, source_color};
use crate::app::{Action, State};
use crate::show::{
    Charts, DateTick, KindChart, PixelColumn, Place, Point, Scale, Scene, SceneInput, SceneMark, point_label, scene,
};
use crate::store::ClaimId;

/// Up to so many marks each is a node of its own, for the keyboard and the screen reader.
const MOST_NODES: usize = 400;
/// Up to so many marks the number of articles is written beside them.
const MOST_COUNTED: usize = 40;
/// A card opens at once where another was open so many seconds ago.
const WARM_SECS: f32 = 0.3;
/// How far from a mark the pointer still means it.
const NEAR: f32 = 14.0;

/// One chart to be drawn.
pub(super) struct PlotLook<'a> {
    pub(super) state: &'a State,
    pub(super) models: &'a Arc<Models>,
    /// The kinds that share this chart, by their numbers in the charts.
    pub(super) kinds: Vec<usize>,
    pub(super) ticks: &'a [DateTick],
    /// First and last day on the axis of time, in days since 1970-01-01.
    pub(super) days: (f64, f64),
    pub(super) rect: Rect,
    pub(super) radius: f32,
    /// True where counts and reasons are written between the marks.
    pub(super) notes: bool,
    /// True where only the main figures are drawn, and what is selected or under the pointer elsewhere.
    pub(super) only_main: bool,
}

impl PlotLook<'_> {
    pub(super) fn charts(&self) -> &Charts {
        &self.models.charts
    }

    pub(super) fn chart(&self, number: usize) -> Option<&KindChart> {
        self.charts().kinds.get(*self.kinds.get(number)?)
    }

    pub(super) fn point(&self, (chart, index): (usize, usize)) -> Option<&Point> {
        self.chart(chart)?.points.get(index)
    }

    /// Shape and colour of a point's mark.
    pub(super) fn ink(&self, theme: &Theme, chart: usize, point: &Point) -> Option<MarkInk> {
        let row = self.charts().sources.get(point.source)?;
        let color = if self.kinds.len() > 1 {
            theme.kind(self.chart(chart)?.kind).ink
        } else {
            source_color(theme, &row.source)
        };
        Some(MarkInk {
            slot: row.source.slot,
            color,
        })
    }

    fn id(&self) -> Id {
        let kinds: Vec<_> = self
            .kinds
            .iter()
            .filter_map(|at| self.charts().kinds.get(*at))
            .collect();
        Id::unique((
            "chart",
            kinds.iter().map(|chart| chart.kind).collect::<Vec<_>>(),
            self.notes,
        ))
    }
}

/// What is under the pointer.
#[derive(Clone)]
pub(super) enum Under {
    /// A point of a chart.
    Point(usize, usize),
    /// A column of very many.
    Column(PixelColumn),
}

/// What came of drawing a chart.
pub(super) struct PlotDone {
    pub(super) scene: Arc<Scene>,
    pub(super) under: Option<Under>,
    /// The chart's ground: zoom, pan, brush.
    pub(super) response: Response,
}

/// The scene of the frame before, where nothing changed.
#[derive(Clone)]
struct Cached {
    models: Arc<Models>,
    days: (f64, f64),
    size: (f32, f32),
    form: (Scale, bool, bool),
    scene: Arc<Scene>,
}

/// What is drawn, worked out anew only where the project, the look, the zoom or the room changed.
pub(super) fn scene_of(ui: &Ui, look: &PlotLook<'_>) -> Arc<Scene> {
    let id = look.id().with("scene");
    let compare = &look.state.compare;
    let form = (compare.scale, look.only_main, compare.show_spread && look.notes);
    let size = (look.rect.width(), look.rect.height());
    let cached = ui.data(|data| data.get_temp::<Cached>(id));
    let holds = |cached: &Cached| {
        Arc::ptr_eq(&cached.models, look.models) && (cached.days, cached.size, cached.form) == (look.days, size, form)
    };
    if let Some(cached) = cached.filter(holds) {
        return cached.scene;
    }
    let charts = look.charts();
    let scene = Arc::new(scene(&SceneInput {
        charts,
        kinds: look.kinds.iter().filter_map(|at| charts.kinds.get(*at)).collect(),
        days: look.days,
        size,
        scale: form.0,
        radius: look.radius,
        only_main: form.1,
        show_spread: form.2,
    }));
    let cached = Cached {
        models: Arc::clone(look.models),
        days: look.days,
        size,
        form,
        scene: Arc::clone(&scene),
    };
    ui.data_mut(|data| data.insert_temp(id, cached));
    scene
}

/// Draws the chart and takes clicks.
pub(super) fn plot_ui(ui: &mut Ui, look: &PlotLook<'_>, actions: &mut Vec<Action>) -> PlotDone {
    let theme = Theme::of(ui);
    let scene = scene_of(ui, look);
    let sense = if look.notes {
        Sense::click_and_drag()
    } else {
        Sense::click()
    };
    let response = ui.interact(look.rect, look.id(), sense);
    ground::ground(ui, look, &scene);
    let brush = Brush {
        theme,
        ground: theme.color.sheet,
        radius: look.radius,
        origin: look.rect.min,
    };
    let under = pointed(ui, look, &scene, &response);
    match &under {
        Some(Under::Column(column)) => {
            column_card(ui, look, column, &response);
            if response.clicked() {
                let claim = look.point(column.point).and_then(Point::claim);
                actions.extend(claim.map(Action::SelectClaim));
            }
        }
        Some(Under::Point(chart, index)) => click(ui, look, (*chart, *index), (&scene, &response), actions),
        None => ui.data_mut(|data| {
            data.remove::<(Id, f64)>(ripe_slot(look));
        }),
    }
    super::falls::falls_ui(ui, look, &scene, actions);
    marks_ui(ui, look, (&brush, &scene), under.as_ref(), actions);
    PlotDone { scene, under, response }
}

/// The mark or the column under the pointer.
fn pointed(ui: &Ui, look: &PlotLook<'_>, scene: &Scene, response: &Response) -> Option<Under> {
    let over = || {
        let at = ui.ctx().pointer_hover_pos()?;
        let inside = look.rect.expand(6.0).contains(at) && ui.rect_contains_pointer(look.rect.expand(6.0));
        inside.then_some(at)
    };
    let pointer = response.hover_pos().or_else(over)?;
    let at = pointer - look.rect.min;
    let at = Place { x: at.x, y: at.y };
    if let Some(mark) = scene.nearest(at, NEAR) {
        return Some(Under::Point(mark.chart, mark.index));
    }
    scene.column_at(at, 6.0).cloned().map(Under::Column)
}

fn click(
    ui: &Ui,
    look: &PlotLook<'_>,
    at: (usize, usize),
    (scene, response): (&Scene, &Response),
    actions: &mut Vec<Action>,
) {
    let Some(claim) = chosen(look, scene, at) else { return };
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    if response.double_clicked() {
        actions.push(Action::OpenInRead(claim));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(claim));
    }
}

/// Paints all marks, those that are lit last.
fn marks_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (brush, scene): (&Brush<'_>, &Scene),
    under: Option<&Under>,
    actions: &mut Vec<Action>,
) {
    let painter = ui.painter().with_clip_rect(look.rect.expand(12.0));
    let hovered = match under {
        Some(Under::Point(chart, index)) => Some((*chart, *index)),
        _ => None,
    };
    for mark in &scene.marks {
        if let Some((point, ink)) = drawn(look, brush.theme, mark) {
            brush.below(&painter, mark, point, ink);
        }
    }
    let rings = Rings::new(look, hovered);
    let nodes = scene.marks.len() <= MOST_NODES;
    let mut lit: Vec<(SceneMark, Ring)> = Vec::new();
    for mark in &scene.marks {
        let Some((point, ink)) = drawn(look, brush.theme, mark) else {
            continue;
        };
        brush.mark(&painter, mark, point, ink);
        let ring = rings.of(mark);
        let focused = (nodes || ring.is_some()) && node_ui(ui, look, (brush, scene, mark), actions);
        let ring = ring.or_else(|| focused.then_some(Ring::Focused));
        lit.extend(ring.map(|ring| (mark.clone(), ring)));
    }
    lit.extend(rings.missing(look, scene));
    if look.notes && scene.marks.len() <= MOST_COUNTED {
        for mark in &scene.marks {
            let num = look
                .point((mark.chart, mark.index))
                .map_or(1, |point| point.num_articles);
            if num > 1 {
                brush.count(&painter, mark, num);
            }
        }
    }
    for mark in &scene.marks {
        brush.badge(&painter, mark);
    }
    for (mark, ring) in lit {
        if let Some((point, ink)) = drawn(look, brush.theme, &mark) {
            brush.below(&painter, &mark, point, ink);
            brush.mark(&painter, &mark, point, ink);
            brush.ring(&painter, &mark, ink, ring);
            brush.badge(&painter, &mark);
        }
    }
}

fn drawn<'l>(look: &'l PlotLook<'_>, theme: &Theme, mark: &SceneMark) -> Option<(&'l Point, MarkInk)> {
    let point = look.point((mark.chart, mark.index))?;
    Some((point, look.ink(theme, mark.chart, point)?))
}

/// The points that are lit, here or anywhere.
struct Rings {
    selected: Option<(usize, usize)>,
    hovered: Vec<(usize, usize)>,
}

impl Rings {
    fn new(look: &PlotLook<'_>, hovered: Option<(usize, usize)>) -> Self {
        let place = |claim: Option<ClaimId>| {
            let claim = claim?;
            let mut numbers = 0..look.kinds.len();
            numbers.find_map(|number| Some((number, look.chart(number)?.find(claim)?)))
        };
        let selection = &look.state.selection;
        Self {
            selected: place(selection.claim),
            hovered: hovered.into_iter().chain(place(selection.hovered)).collect(),
        }
    }

    fn of(&self, mark: &SceneMark) -> Option<Ring> {
        let holds = |at: &(usize, usize)| *at == (mark.chart, mark.index) || mark.under.contains(at);
        if self.selected.as_ref().is_some_and(holds) {
            return Some(Ring::Selected);
        }
        self.hovered.iter().any(holds).then_some(Ring::Hovered)
    }

    /// What is lit and not among the marks.
    fn missing(&self, look: &PlotLook<'_>, scene: &Scene) -> Vec<(SceneMark, Ring)> {
        let selected = self.selected.iter().map(|at| (*at, Ring::Selected));
        let all = self.hovered.iter().map(|at| (*at, Ring::Hovered)).chain(selected);
        let missing = all.filter(|(at, _)| {
            let shown = |mark: &SceneMark| (mark.chart, mark.index) == *at || mark.under.contains(at);
            !scene.marks.iter().any(shown)
        });
        missing
            .filter_map(|(at, ring)| Some((scene.mark(at, look.point(at)?), ring)))
            .filter(|(mark, _)| (0.0..=scene.size.0).contains(&mark.at.x))
            .collect()
    }
}

/// The mark as a thing to point at, to click, to reach by Tab; true where it has the keyboard.
fn node_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (brush, scene, mark): (&Brush<'_>, &Scene, &SceneMark),
    actions: &mut Vec<Action>,
) -> bool {
    let place = (mark.chart, mark.index);
    let chart = look.chart(mark.chart);
    let (Some(chart), Some(point), Some(claim)) = (chart, look.point(place), chosen(look, scene, place)) else {
        return false;
    };
    let Some(row) = look.charts().sources.get(point.source) else {
        return false;
    };
    let id = Id::unique(("point", chart.kind, point.claim().map(|claim| claim.0), look.notes));
    let response = ui.interact(brush.hit(mark).intersect(look.rect.expand(8.0)), id, Sense::click());
    let label = || point_label(point, chart.kind, &row.source);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label()));
    if response.double_clicked() {
        actions.push(Action::OpenInRead(claim));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(claim));
    }
    let focused = response.has_focus();
    if focused && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        actions.push(Action::SelectClaim(claim));
    }
    let lit = response.hovered();
    if focused || (lit && is_ripe(ui, ripe_slot(look), id)) {
        let mut tip = egui::Tooltip::for_widget(&response);
        tip.popup = tip.popup.frame(Theme::of(ui).card());
        tip.width(330.0).show(|ui| card_ui(ui, look, place, mark.under.len()));
    }
    focused
}

/// The card of a column, where the pointer stands.
fn column_card(ui: &Ui, look: &PlotLook<'_>, column: &PixelColumn, response: &Response) {
    let at = look.rect.min + vec2(column.x, column.high_y);
    if response.dragged() || !is_ripe(ui, ripe_slot(look), look.id().with(column.x as i32)) {
        return;
    }
    let mut tip = egui::Tooltip::for_widget(response);
    tip.popup = tip
        .popup
        .frame(Theme::of(ui).card())
        .at_position(Pos2::new(at.x + 10.0, at.y));
    tip.width(300.0).show(|ui| column_ui(ui, look, column));
}

fn ripe_slot(look: &PlotLook<'_>) -> Id {
    look.id().with("mark under the pointer")
}

/// True once the pointer has rested on the mark for a moment, or where another card was open just now.
fn is_ripe(ui: &Ui, slot: Id, mark: Id) -> bool {
    let now = ui.input(|input| input.time);
    let (of, since) = ui.data(|data| data.get_temp(slot)).unwrap_or((mark, now));
    let since = if of == mark { since } else { now };
    ui.data_mut(|data| data.insert_temp(slot, (mark, since)));
    let lack = f64::from(size::HOVER_DELAY_SECS) - (now - since);
    if lack <= 0.0 || egui::Tooltip::seconds_since_last_tooltip(ui.ctx()) < WARM_SECS {
        return true;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(lack));
    false
}

/// The claim that a click selects: the mark's first, or the one after the selected one; of folded marks one after the
/// other.
fn chosen(look: &PlotLook<'_>, scene: &Scene, at: (usize, usize)) -> Option<ClaimId> {
    let mark = scene.marks.iter().find(|mark| (mark.chart, mark.index) == at);
    let under = mark.map_or(&[][..], |mark| mark.under.as_slice());
    let points = std::iter::once(&at).chain(under).filter_map(|at| look.point(*at));
    let claims: Vec<ClaimId> = points.flat_map(|point| point.claims.iter().copied()).collect();
    let selected = look.state.selection.claim;
    let at = claims.iter().position(|claim| Some(*claim) == selected);
    let next = at.map_or(0, |at| (at + 1) % claims.len());
    claims.get(next).copied()
}
