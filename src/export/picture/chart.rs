//! One chart of a picture: its head, its ground, its marks, the names at its right.

use super::colors::colors;
use super::ends::ends;
use super::faces;
use super::ground::{adopted, band, columns, fall_note, grid, source_color, step_line};
use super::marks::{self, MarkInk};
use super::xml::{Anchor, Area, Style, Svg};
use super::{Picture, RIGHT};
use crate::show::{
    Charts, DateTick, KindChart, Place, Point, Scene, SceneMark, chart_subtitle, not_drawn, point_label, words,
};

/// Up to so many marks the number of articles is written beside them.
const MOST_COUNTED: usize = 40;
/// How far marks may reach out of the chart.
const OUT: f32 = 12.0;
/// Above the ground, for the head.
pub(super) const HEAD: f32 = 32.0;

/// One chart with the kinds that share it; the origin is the upper left corner of its ground.
pub(super) fn chart(
    svg: &mut Svg,
    picture: &Picture<'_>,
    (scene, kinds): (&Scene, &[&KindChart]),
    (number, ticks): (usize, &[DateTick]),
) {
    let charts = picture.charts;
    head(svg, picture, kinds, scene.size.0);
    grid(svg, scene, ticks);
    if kinds.iter().all(|chart| chart.points.is_empty()) {
        nothing(svg, scene, kinds);
        return;
    }
    let id = format!("ground-{}{number}", picture.in_page.map_or("", |page| page.name));
    let numbers = [-OUT, -OUT, scene.size.0 + OUT * 2.0, scene.size.1 + OUT * 2.0].map(super::xml::number);
    let [x, y, width, height] = &numbers;
    svg.open("clipPath", &[("id", &id)]);
    svg.element("rect", &[("x", x), ("y", y), ("width", width), ("height", height)]);
    svg.close("clipPath");
    svg.open("g", &[("clip-path", &format!("url(#{id})"))]);
    for spread in &scene.spread {
        band(svg, spread);
    }
    columns(svg, scene, charts);
    for line in &scene.lines {
        step_line(svg, charts, line);
    }
    for line in &scene.adopted {
        adopted(svg, line);
    }
    // Notes lie below the marks, so that none hides a figure.
    for line in &scene.lines {
        fall_note(svg, line);
    }
    all_marks(svg, picture, scene, kinds);
    svg.close("g");
    ends(svg, charts, (scene, kinds), (scene.size.0 + 10.0, RIGHT - 10.0));
}

fn all_marks(svg: &mut Svg, picture: &Picture<'_>, scene: &Scene, kinds: &[&KindChart]) {
    let charts = picture.charts;
    for mark in &scene.marks {
        if let Some((point, ink, _)) = drawn(charts, kinds, mark) {
            marks::below(svg, mark, point, ink);
        }
    }
    for mark in &scene.marks {
        if let Some((point, ink, label)) = drawn(charts, kinds, mark) {
            let row = picture
                .in_page
                .and_then(|_| point.claim())
                .map(|claim| format!("#c{}", claim.0));
            let name = if row.is_some() { "a" } else { "g" };
            let way = row.as_deref().map(|row| ("href", row));
            svg.open(name, way.as_slice());
            svg.title(&label);
            marks::mark(svg, mark, point, ink);
            svg.close(name);
        }
    }
    // above all marks, so that none covers a number
    for mark in scene.marks.iter().filter(|mark| !mark.under.is_empty()) {
        marks::badge(svg, mark.at, mark.under.len());
    }
    if scene.marks.len() > MOST_COUNTED {
        return;
    }
    for mark in &scene.marks {
        if let Some((point, _, _)) = drawn(charts, kinds, mark).filter(|(point, _, _)| point.num_articles > 1) {
            marks::count(svg, mark.at, point.num_articles);
        }
    }
}

fn drawn<'a>(
    charts: &'a Charts,
    kinds: &[&'a KindChart],
    mark: &SceneMark,
) -> Option<(&'a Point, MarkInk<'static>, String)> {
    let chart = kinds.get(mark.chart)?;
    let point = chart.points.get(mark.index)?;
    let source = &charts.sources.get(point.source)?.source;
    let color = if kinds.len() > 1 {
        colors().kind(chart.kind).0
    } else {
        source_color(source)
    };
    let ink = MarkInk {
        slot: source.slot,
        color,
    };
    Some((point, ink, point_label(point, chart.kind, source)))
}

/// The kinds, what their figures are, and how many cannot be drawn.
fn head(svg: &mut Svg, picture: &Picture<'_>, kinds: &[&KindChart], width: f32) {
    let c = colors();
    let y = -HEAD / 2.0 - 2.0;
    let mut x = 0.0;
    for chart in kinds {
        let (ink, fill) = c.kind(chart.kind);
        let word = words::kind(chart.kind);
        let wide = faces::width(word, 13.0, true) + 14.0;
        let area = Area {
            x,
            y: y - 10.0,
            width: wide,
            height: 20.0,
        };
        svg.rect(area, 4.0, fill, 1.0);
        let middle = Place { x: x + wide / 2.0, y };
        svg.words(middle, word, Style::new(13.0, ink).strong().anchor(Anchor::Middle));
        x += wide + 8.0;
    }
    let told = match kinds {
        [chart] => chart_subtitle(chart),
        _ => "colour is the kind, shape the source",
    };
    svg.words(Place { x, y }, told, Style::new(13.0, &c.muted));
    x += faces::width(told, 13.0, false) + 24.0;
    let missing: Vec<String> = kinds.iter().map(|chart| not_drawn(picture.store, chart)).collect();
    let missing: Vec<&str> = missing
        .iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    let right = width + RIGHT;
    let missing = faces::cut(&missing.join(" · "), (13.0, false), right - x);
    if !missing.is_empty() && missing != "…" {
        let at = Place { x: right, y };
        svg.words(at, &missing, Style::new(13.0, &c.muted).anchor(Anchor::End));
    }
}

fn nothing(svg: &mut Svg, scene: &Scene, kinds: &[&KindChart]) {
    let names: Vec<String> = kinds
        .iter()
        .map(|chart| words::kind(chart.kind).to_lowercase())
        .collect();
    let told = format!("No figures for {} pass the filter", names.join(", "));
    let middle = Place {
        x: scene.size.0 / 2.0,
        y: scene.size.1 / 2.0,
    };
    svg.words(middle, &told, Style::new(13.0, &colors().faint).anchor(Anchor::Middle));
}
