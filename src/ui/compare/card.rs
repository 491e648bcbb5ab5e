//! The hover card of a mark: figure, state, day, who says it, and the words in their sentence.

use egui::{Layout, Ui, vec2};

use super::super::quote::{Quoted, quote_ui};
use super::super::theme::{Theme, Type};
use super::super::widgets::{kind_chip_ui, label_ui, status_ui};
use super::paint::source_color;
use super::plot::PlotLook;
use crate::quantity::Qualifier;
use crate::show::{DayBasis, Ink, PixelColumn, Point, words};
use crate::store::{ClaimRecord, Field};
use crate::ui::widgets::marker::{self, Fill};

/// Room that the day needs beside a figure.
const DAY_WIDTH: f32 = 104.0;

/// Draws the card of a point; `more` points stand on the same spot.
pub(super) fn card_ui(ui: &mut Ui, look: &PlotLook<'_>, place: (usize, usize), more: usize) {
    let (Some(chart), Some(point)) = (look.chart(place.0), look.point(place)) else {
        return;
    };
    let theme = Theme::of(ui);
    let c = &theme.color;
    let store = &look.state.store;
    let Some(record) = point.claim().and_then(|claim| store.claim(claim)) else {
        return;
    };
    ui.set_width(330.0);
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    let day = words::day_among(point.day, look.charts().only_year());
    let fits = ui.horizontal(|ui| {
        label_ui(ui, words::figure(&point.figure), Type::CardFigure, c.text);
        kind_chip_ui(ui, chart.kind);
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
        quote_ui(
            ui,
            &Quoted {
                bar: true,
                ..Quoted::of(article, record)
            },
        );
    }
    for line in remarks(look, record, point) {
        label_ui(ui, line, Type::Small, c.muted);
    }
    if more > 0 {
        let words = format!(
            "{} more on this spot: click again for the next one.",
            words::count(more, "figure")
        );
        label_ui(ui, words, Type::Small, c.muted);
    }
}

/// Draws the card of a column of very many figures.
pub(super) fn column_ui(ui: &mut Ui, look: &PlotLook<'_>, column: &PixelColumn) {
    let c = &Theme::of(ui).color;
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let name = match column.ink {
        Ink::Source(index) => look.charts().sources.get(index).map(|row| row.source.name.clone()),
        Ink::OtherSources => Some("Sources without a colour of their own".to_owned()),
        Ink::Kind(kind) => Some(words::kind(kind).to_owned()),
    };
    label_ui(ui, words::count(column.count, "figure"), Type::Strong, c.text);
    label_ui(ui, name.unwrap_or_default(), Type::Body, c.text);
    let range = format!("{} to {}", words::number(column.lowest), words::number(column.highest));
    label_ui(ui, range, Type::Body, c.text);
    label_ui(
        ui,
        "Too close to be drawn one by one: zoom in. A click selects the highest.",
        Type::Small,
        c.muted,
    );
}

fn who_ui(ui: &mut Ui, look: &PlotLook<'_>, point: &Point) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let store = &look.state.store;
    let Some(record) = point.claim().and_then(|claim| store.claim(claim)) else {
        return;
    };
    ui.horizontal(|ui| {
        if let Some(row) = look.charts().sources.get(point.source) {
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
        let relay = record
            .claim()
            .relay
            .as_deref()
            .map(|relay| format!("via {relay}, "))
            .unwrap_or_default();
        let outlet = outlet.map_or_else(|| "outlet not known".to_owned(), |outlet| format!("in {outlet}"));
        label_ui(
            ui,
            words::short(&format!("{relay}{outlet}{copies}"), 60),
            Type::Small,
            c.muted,
        );
    });
}

/// When it holds and why, and what the marks mean where it is not plain.
fn remarks(look: &PlotLook<'_>, record: &ClaimRecord, point: &Point) -> Vec<String> {
    let mark = point.mark;
    let settings = &look.charts().settings;
    let mut out = vec![when(look, record, point)];
    if let Some((from, to)) = point.period {
        out.push(format!("For the time from {} to {}.", words::day(from), words::day(to)));
    }
    match point.figure.qualifier {
        Qualifier::About => out.push(format!(
            "The soft bar is “about” drawn with ±\u{2009}{}\u{a0}%, a setting and no bound.",
            settings.about_percent
        )),
        Qualifier::Vague => out.push(format!(
            "A vague word, placed by “{}”: {}",
            settings.vague.policy.name(),
            settings.vague.policy.help()
        )),
        _ => {}
    }
    let told = [
        (mark.denied, "Said to be false."),
        (
            mark.superseded,
            "Replaced by a later figure of the same source for this day.",
        ),
        (mark.part, "Part of another figure."),
        (mark.rejected, "Rejected; kept on record."),
    ];
    let told = told.into_iter().filter(|(on, _)| *on);
    out.extend(told.map(|(_, words)| words.to_owned()));
    out.extend(super::falls::why(look.state, point));
    out
}

/// "As of Fri 14 March 2031, as the article tells."
fn when(look: &PlotLook<'_>, record: &ClaimRecord, point: &Point) -> String {
    let claim = record.claim();
    let day = words::day(point.day);
    let article = look.state.store.article(record.article);
    let told = |field: Field| {
        if record.is_set(field) {
            "as you said"
        } else {
            "as the article tells"
        }
    };
    match point.basis {
        DayBasis::AsOf => {
            let published = article.and_then(|article| article.published());
            let is_own = published == Some(point.day) && claim.roles.as_of.is_none() && !record.is_set(Field::AsOf);
            let why = if is_own {
                "the day of the article"
            } else {
                told(Field::AsOf)
            };
            format!("As of {day}, {why}.")
        }
        DayBasis::Happened => format!("Happened {day}, {}.", told(Field::EventDate)),
        DayBasis::Published => {
            let reading = article.and_then(|article| article.reading.published.as_ref());
            let basis = reading.map_or("given", |published| words::basis(published.basis));
            format!("Published {day} ({basis}).")
        }
    }
}
