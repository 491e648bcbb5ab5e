//! The days for which no figure is adopted yet, to go through one by one.

use egui::{Align, Align2, CursorIcon, Layout, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, size};
use super::super::widgets::{at_ui, focus_ring, kind_chip_ui, link_ui, section_head_ui, tip};
use crate::app::{Action, State};
use crate::show::{OpenDay, words};

/// So many days are listed at once.
const FIRST: usize = 60;
/// Height of a day.
const ROW: f32 = 30.0;

/// Draws the list; `more` says how many are shown beyond the first ones.
pub(super) fn open_ui(ui: &mut Ui, state: &State, models: &Models, more: &mut usize, actions: &mut Vec<Action>) {
    let rows = &models.open_days;
    if rows.is_empty() {
        return;
    }
    let margin = egui::Margin::symmetric(16, 10);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        section_head_ui(ui, "Days without an adopted figure", &words::number(rows.len() as u64));
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    let most = FIRST + *more;
    for row in rows.iter().take(most) {
        row_ui(ui, state, models, row, actions);
    }
    if rows.len() > most {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            let next = words::number((rows.len() - most).min(FIRST) as u64);
            if link_ui(ui, &format!("Show {next} more days")).clicked() {
                *more += FIRST;
            }
        });
    }
    ui.add_space(12.0);
}

fn row_ui(ui: &mut Ui, state: &State, models: &Models, row: &OpenDay, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let day = words::day_among(row.about.day, models.charts.only_year());
    let sources = words::count(row.num_sources, "source");
    let figures = if row.low == row.high {
        words::number(row.low)
    } else {
        format!("{}–{}", words::number(row.low), words::number(row.high))
    };
    let kind = words::kind(row.about.kind);
    let label = format!("Adopt a figure: {}, {day}, {figures}, {sources}", kind.to_lowercase());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &label));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let is_open = state.selection.claim == Some(row.claim);
    if is_open || response.hovered() {
        ui.painter()
            .rect_filled(rect, 0, if is_open { c.row_selected } else { c.row_hover });
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let top = rect.center().y - size::KIND_CHIP / 2.0;
    let chip = egui::Rect::from_min_size(pos2(rect.left() + 16.0, top), vec2(200.0, size::KIND_CHIP));
    let chip = at_ui(ui, chip, |ui| {
        let left = Layout::left_to_right(Align::Min);
        ui.with_layout(left, |ui| kind_chip_ui(ui, row.about.kind).rect).inner
    });
    let put = |x: f32, align: Align2, words: &str, style: Type, ink| {
        ui.painter()
            .text(pos2(x, rect.center().y), align, words, style.font(), ink)
    };
    put(chip.right() + 8.0, Align2::LEFT_CENTER, &day, Type::Body, c.text);
    let end = put(
        rect.right() - 16.0,
        Align2::RIGHT_CENTER,
        &sources,
        Type::Small,
        c.faint,
    );
    put(
        end.left() - 10.0,
        Align2::RIGHT_CENTER,
        &figures,
        Type::SmallStrong,
        c.text,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), size::ROUND);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if tip(
        response,
        "Select the highest figure of the day and set low, best and high",
        "",
    )
    .clicked()
    {
        actions.push(Action::SelectClaim(row.claim));
    }
}
