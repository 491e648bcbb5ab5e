//! The hover card of a mark: figure, state, day, who says it, and the words in their sentence.

use egui::{Layout, Ui, vec2};

use super::super::quote::{Quoted, quote_ui};
use super::super::theme::{Theme, Type};
use super::super::widgets::{kind_chip_ui, label_ui, status_ui};
use super::paint::source_color;
use super::plot::PlotLook;
use crate::quantity::Qualifier;
use crate::show::{DayBasis, Point, words};
use crate::ui::widgets::marker::{self, Fill};

/// Room that the day needs beside a figure.
const DAY_WIDTH: f32 = 104.0;

/// Draws the card of `point`.
pub(super) fn card_ui(ui: &mut Ui, look: &PlotLook<'_>, point: &Point) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let store = &look.state.store;
    let Some(record) = point.claim().and_then(|claim| store.claim(claim)) else {
        return;
    };
    ui.set_width(330.0);
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    let day = words::day_short(point.day);
    let fits = ui.horizontal(|ui| {
        label_ui(ui, words::figure(&point.figure), Type::CardFigure, c.text);
        kind_chip_ui(ui, look.chart.kind);
        status_ui(ui, record.status());
        let fits = ui.available_width() >= DAY_WIDTH;
        if fits {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                label_ui(ui, &day, Type::Small, c.muted);
            });
        }
        fits
    });
    if !fits.inner {
        label_ui(ui, &day, Type::Small, c.muted);
    }
    who_ui(ui, look, point);
    if let Some(article) = store.article(record.article) {
        let claim = record.claim();
        quote_ui(
            ui,
            &Quoted {
                text: article.text(),
                span: claim.sentence,
                mark: claim.span,
                kind: claim.kind,
                status: record.status(),
                before: None,
                after: None,
                bar: true,
            },
        );
    }
    for line in remarks(point) {
        label_ui(ui, line, Type::Small, c.muted);
    }
}

fn who_ui(ui: &mut Ui, look: &PlotLook<'_>, point: &Point) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let store = &look.state.store;
    let Some(record) = point.claim().and_then(|claim| store.claim(claim)) else {
        return;
    };
    ui.horizontal(|ui| {
        if let Some(row) = look.charts.sources.get(point.source) {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), egui::Sense::hover());
            let fill = if point.mark.unreviewed {
                Fill::Hollow(c.raised)
            } else {
                Fill::Solid
            };
            let color = source_color(theme, &row.source);
            ui.painter()
                .extend(marker::shapes(row.source.slot, rect.center(), 4.6, color, fill));
        }
        let speaker = record.claim().speaker.as_deref().unwrap_or(words::NOT_STATED);
        label_ui(ui, words::short(speaker, 30), Type::Body, c.text);
        let outlet = store.article(record.article).and_then(|article| article.publisher());
        let copies = match point.num_articles {
            0 | 1 => String::new(),
            2 => " + 1 article".to_owned(),
            more => format!(" + {} articles", more - 1),
        };
        let outlet = outlet.map_or_else(|| "outlet not known".to_owned(), |outlet| format!("in {outlet}"));
        label_ui(ui, words::short(&format!("{outlet}{copies}"), 44), Type::Small, c.muted);
    });
}

/// What the marks mean where it is not plain.
fn remarks(point: &Point) -> Vec<&'static str> {
    let mark = point.mark;
    [
        (
            point.figure.qualifier == Qualifier::About,
            "Soft steps mean “about”; their height is not a bound.",
        ),
        (
            point.figure.qualifier == Qualifier::Vague,
            "A vague word; the mark stands at the least that it may mean.",
        ),
        (mark.denied, "Said to be false."),
        (mark.part, "Part of another figure."),
        (mark.rejected, "Rejected; kept on record."),
        (point.basis == DayBasis::Published, "The day is the article’s own."),
        (point.basis == DayBasis::Happened, "The day is that of the event."),
    ]
    .into_iter()
    .filter_map(|(on, words)| on.then_some(words))
    .collect()
}
