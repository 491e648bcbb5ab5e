//! One row of the conclusions: what it is about, its sides, why, and what the analyst says of it.

use egui::{Align, Align2, CursorIcon, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{IconButton, at_ui, focus_ring, kind_chip_ui, label_ui};
use super::paint::source_color;
use super::ruling::{name, reason_ui, ruling_ui, state_word};
use crate::app::{Action, CheckState, Command, State, View};
use crate::link::Grade;
use crate::quantity::Qualifier;
use crate::show::{CopiesSaid, CopyAct, Finding, Section, Side, policy_note, words};
use crate::store::RulingState;

/// More sides than this are folded in the middle.
const MOST_SIDES: usize = 6;
/// Where the figure and the name of a side begin.
const SIDE_COLUMNS: [f32; 2] = [22.0, 112.0];

/// A row and what it is drawn with.
pub(super) struct FindingRow<'a> {
    pub(super) state: &'a State,
    pub(super) models: &'a Models,
    pub(super) row: &'a Finding,
    /// True where all that can be said of it is shown.
    pub(super) open: bool,
    /// True where it is to be brought into sight.
    pub(super) jump: bool,
}

/// Draws a row; true where it was clicked.
pub(super) fn finding_ui(ui: &mut Ui, look: &FindingRow<'_>, actions: &mut Vec<Action>) -> bool {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let row = look.row;
    let ground = ui.painter().add(egui::Shape::Noop);
    let width = ui.available_width();
    let id = ui.make_persistent_id(("finding", &row.key));
    // the row takes clicks below its links, so it must know its height before they are drawn: that of the frame before
    let before: Option<f32> = ui.data(|data| data.get_temp(id));
    let response = before.map(|height| {
        let rect = Rect::from_min_size(ui.cursor().min, vec2(width, height));
        ui.interact(rect, id.with("click"), Sense::click())
    });
    let shown = ui.scope(|ui| {
        let margin = egui::Margin::symmetric(16, 10);
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(width - 32.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            content_ui(ui, look, actions);
        });
    });
    let rect = shown.response.rect;
    if before != Some(rect.height()) {
        ui.data_mut(|data| data.insert_temp(id, rect.height()));
        ui.ctx().request_repaint();
    }
    if look.jump {
        ui.scroll_to_rect(rect, None);
    }
    let hovered = response.as_ref().is_some_and(|response| response.hovered());
    let fill = match (look.open, hovered) {
        (true, _) => Some(c.row_selected),
        (_, true) => Some(c.row_hover),
        _ => None,
    };
    if let Some(fill) = fill {
        ui.painter().set(ground, egui::epaint::RectShape::filled(rect, 0, fill));
    }
    if look.open {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0, c.accent);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.hairline());
    let Some(response) = response else { return false };
    let label = format!("{}: {}", row.section.head(), name(row));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, look.open, &label));
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    response.clicked()
}

fn content_ui(ui: &mut Ui, look: &FindingRow<'_>, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let row = look.row;
    head_ui(ui, row);
    let is_compact = matches!(row.section, Section::Same | Section::Copies | Section::Checks);
    if !row.sentence.is_empty() {
        ui.add(egui::Label::new(Type::Small.text(&row.sentence, c.muted)).wrap());
    }
    if !is_compact && row.sides.len() > 1 {
        scale_ui(ui, look.models, &row.sides);
    }
    if look.open || !is_compact {
        sides_ui(ui, look, actions);
    }
    if look.open && !row.likely.is_empty() {
        ui.add(egui::Label::new(Type::Small.text(&row.likely, c.text)).wrap());
    }
    if look.open
        && let Some(note) = policy_note(row, &look.models.charts.settings)
    {
        ui.add(egui::Label::new(Type::Small.text(note, c.muted)).wrap());
    }
    if look.open || !is_compact {
        reason_ui(ui, row, actions);
    }
    if look.open {
        let keys = [Command::AcceptFinding, Command::RejectFinding, Command::SettleFinding];
        ruling_ui(ui, row, keys.map(|command| keys_of(command, look.state)), actions);
    }
}

fn head_ui(ui: &mut Ui, row: &Finding) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        kind_chip_ui(ui, row.kind);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label_ui(ui, &row.measure, Type::Strong, c.text);
            let state = row.ruling.state();
            if let Some((icon, ink)) = state_look(ui, row) {
                let icon = ui.label(egui::RichText::new(icon).font(icon_font(15.0)).color(ink));
                icon.on_hover_text(state_word(row, state));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = egui::Label::new(Type::Strong.text(&row.title, c.text));
                ui.add(title.truncate());
            });
        });
    });
}

/// The icon of what the analyst said; none while nothing is said.
fn state_look(ui: &Ui, row: &Finding) -> Option<(&'static str, egui::Color32)> {
    let c = &Theme::of(ui).color;
    match (row.ruling.state(), row.ruling.verdict) {
        (RulingState::NoConflict, _) => Some((icons::STATE_REJECTED, c.error)),
        (RulingState::Settled, _) => Some((icons::STATE_ACCEPTED, c.ok)),
        (_, Some(true)) => Some((icons::ACCEPT, c.ok)),
        _ if row.ruling.taken_as.is_some() => Some((icons::EDIT_CORRECTED, c.accent)),
        _ => None,
    }
}

/// One line with all figures and their bounds.
fn scale_ui(ui: &mut Ui, models: &Models, sides: &[Side]) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let reach = sides
        .iter()
        .flat_map(|side| [side.figure.anchor(), side.figure.high])
        .flatten();
    let top = reach.max().unwrap_or(1).max(1) as f32 * 1.15;
    let line = rect.shrink2(vec2(12.0, 0.0));
    let stroke = Stroke::new(1.0, theme.color.line_strong);
    ui.painter().hline(line.x_range(), rect.center().y, stroke);
    for side in sides {
        scale_side(ui, models, side, (line, top));
    }
}

fn scale_side(ui: &Ui, models: &Models, side: &Side, (line, top): (Rect, f32)) {
    let theme = Theme::of(ui);
    let row = models.charts.sources.get(side.source);
    let (Some(anchor), Some(row)) = (side.figure.anchor(), row) else {
        return;
    };
    let y = line.center().y;
    let at = |figure: u64| line.left() + line.width() * figure as f32 / top;
    let color = source_color(theme, &row.source);
    let stroke = Stroke::new(1.75, color);
    let x = at(anchor);
    let arrow = |end: f32| {
        ui.painter().hline(x.min(end)..=x.max(end), y, stroke);
        let back = if end > x { -4.0 } else { 4.0 };
        for dy in [-4.0, 4.0] {
            ui.painter()
                .line_segment([pos2(end, y), pos2(end + back, y + dy)], stroke);
        }
    };
    match side.figure.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::Vague => arrow(x + 20.0),
        Qualifier::Almost | Qualifier::UpTo | Qualifier::LessThan => arrow(x - 20.0),
        Qualifier::About => {
            let soft = Rect::from_center_size(pos2(x, y), vec2(24.0, 9.0));
            ui.painter().rect_filled(soft, 1, color.gamma_multiply(0.25));
        }
        _ => {}
    }
    let high = side.figure.high.filter(|high| *high > anchor);
    if let Some(high) = high {
        ui.painter().hline(x..=at(high), y, Stroke::new(3.0, color));
    }
    let fill = if side.unreviewed {
        Fill::Hollow(theme.color.sheet)
    } else {
        Fill::Solid
    };
    for end in [Some(anchor), high].into_iter().flatten() {
        let shapes = marker::shapes(row.source.slot, pos2(at(end), y), size::MARKER, color, fill);
        ui.painter().extend(shapes);
    }
}

/// The sides; of many the first and the last ones, until the row is open.
fn sides_ui(ui: &mut Ui, look: &FindingRow<'_>, actions: &mut Vec<Action>) {
    let sides = &look.row.sides;
    let half = MOST_SIDES / 2;
    let c = &Theme::of(ui).color;
    let between = sides.len().saturating_sub(2 * half);
    for (at, side) in sides.iter().enumerate() {
        let hidden = !look.open && between > 0 && at >= half && at < half + between;
        if !hidden {
            side_ui(ui, look, side, actions);
        } else if at == half {
            let words = format!("{} between", words::count(between, "figure"));
            label_ui(ui, words, Type::Small, c.faint);
        }
    }
    if look.open && look.row.claims.len() > 1 {
        ui.horizontal(|ui| {
            let help = "Check all its claims in Review";
            if ui.add(IconButton::new(icons::REVIEW_VIEW, help)).clicked() {
                actions.push(Action::Check(look.row.claims.clone(), CheckState::Only));
                actions.push(Action::Show(View::Review));
            }
            label_ui(ui, words::count(look.row.claims.len(), "claim"), Type::Small, c.muted);
        });
    }
}

fn side_ui(ui: &mut Ui, look: &FindingRow<'_>, side: &Side, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::click());
    let figure = words::figure(&side.figure);
    let label = format!("{figure}, {}, in {}", side.name, look.row.section.head().to_lowercase());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    let selected = look.state.selection.claim == Some(side.claim);
    if response.hovered() || selected {
        let ground = if selected { c.text_selection } else { c.hover };
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 3, ground);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 3);
    }
    let y = rect.center().y;
    let painter = ui.painter().clone();
    if let Some(row) = look.models.charts.sources.get(side.source) {
        let fill = if side.unreviewed {
            Fill::Hollow(c.panel)
        } else {
            Fill::Solid
        };
        let color = source_color(theme, &row.source);
        painter.extend(marker::shapes(
            row.source.slot,
            pos2(rect.left() + 7.0, y),
            size::MARKER,
            color,
            fill,
        ));
    }
    let put = |x: f32, align, words: &str, style: Type, ink| painter.text(pos2(x, y), align, words, style.font(), ink);
    let [figure_x, name_x] = SIDE_COLUMNS;
    put(
        rect.left() + figure_x,
        Align2::LEFT_CENTER,
        &figure,
        Type::SmallStrong,
        c.text,
    );
    let right = right_words(look.row, side);
    let out = take_out_ui(ui, look, side, rect, actions);
    let end = put(rect.right() - out, Align2::RIGHT_CENTER, &right, Type::Small, c.muted);
    let preferred = look.row.ruling.preferred == Some(side.claim);
    let name = if preferred {
        format!("{}, preferred", side.name)
    } else {
        side.name.clone()
    };
    let style = if preferred { Type::SmallStrong } else { Type::Small };
    let mut job = egui::text::LayoutJob::simple_singleline(name, style.font(), c.muted);
    let room = end.left() - rect.left() - name_x - 8.0;
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(20.0));
    let name = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter()
        .galley(pos2(rect.left() + name_x, y - name.size().y / 2.0), name, c.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
        let c = &Theme::of(ui).color;
        label_ui(ui, grade_words(look.state, side), Type::Small, c.text);
    });
    if response.double_clicked() {
        actions.push(Action::OpenInRead(side.claim));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(side.claim));
    }
}

/// Of three copies or more each can be said to be none; gives the room that this takes.
fn take_out_ui(ui: &mut Ui, look: &FindingRow<'_>, side: &Side, rect: Rect, actions: &mut Vec<Action>) -> f32 {
    const ROOM: f32 = 26.0;
    let Some(copied) = look.row.copied.as_ref().filter(|copied| copied.articles.len() > 2) else {
        return 0.0;
    };
    let article = look.state.store.claim(side.claim).map(|record| record.article);
    let Some(article) = article.filter(|_| look.open && copied.said != CopiesSaid::Apart) else {
        return 0.0;
    };
    let center = pos2(rect.right() - ROOM / 2.0 + 4.0, rect.center().y);
    let place = Rect::from_center_size(center, vec2(size::CONTROL, size::CONTROL));
    let label = format!("Not a copy: {}", side.name);
    let button = IconButton::new(icons::REJECT, &label).help("Say that this article is a source of its own");
    if at_ui(ui, place, |ui| ui.add(button)).clicked() {
        let act = CopyAct::TakeOut(article, copied.articles.clone());
        actions.push(Action::Copies(act));
    }
    ROOM
}

/// What stands at the right of a side: where sides differ in kind or class these, where they differ in day this, else in
/// how many articles it stands.
fn right_words(row: &Finding, side: &Side) -> String {
    if row.section == Section::Meaning {
        let kind = words::kind(side.kind).to_lowercase();
        let by_kind = row.sides.iter().any(|other| other.kind != side.kind);
        let class = words::class(side.class).to_lowercase();
        return if by_kind { kind } else { class };
    }
    if matches!(row.section, Section::Updates | Section::Falls | Section::Copies)
        && let Some(day) = side.day
    {
        return words::day_and_month(day);
    }
    let articles = words::count(side.num_articles, "article");
    if side.num_sources < side.num_articles {
        return format!("{articles}, {}", words::count(side.num_sources, "source"));
    }
    articles
}

/// How well the figure is vouched for: "Fair: 3 articles, 2 independent reports, 2 who vouch for it".
fn grade_words(state: &State, side: &Side) -> String {
    let checks = &state.conclusions.checks;
    let Some(grade) = checks.grade_of(side.claim.0.unsigned_abs()) else {
        return "Select it in all views; a double click opens its sentence".to_owned();
    };
    let word = match grade.grade {
        Grade::Confirmed => "Confirmed",
        Grade::Fair => "Fair",
        Grade::Weak => "Weak",
        Grade::Contested => "Contested",
        Grade::Discounted => "Discounted",
    };
    let mut out = format!(
        "{word}: {}, {}, {} vouching for it",
        words::count(grade.num_articles, "article"),
        words::count(grade.num_reports, "independent report"),
        words::number(grade.num_voices as u64),
    );
    if !grade.who.is_empty() {
        out = format!("{out}; {}", words::short(&grade.who, 60));
    }
    out
}
