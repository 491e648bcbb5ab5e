//! A picture of the charts that goes into a report: all that is seen, with title, legend, key, policy, filter and source
//! line, on a light ground whatever the window's theme. As SVG with text as text, and as PNG made of it.

mod chart;
mod colors;
mod ends;
mod faces;
mod ground;
mod key;
mod legend;
mod marks;
mod notes;
mod raster;
mod shape;
#[cfg(test)]
mod tests;
mod xml;

use jiff::civil::Date;

use crate::claim::Kind;
use crate::show::{
    ChartLayout, Charts, CompareLook, Filter, KindChart, Place, Point, Scene, SceneInput, date_ticks, scene,
};
use crate::store::Store;
use colors::colors;
use xml::{Anchor, Area, Line, Style, Svg};

pub use faces::{SANS, SANS_SEMIBOLD};
pub use raster::{PictureError, Raster, picture_pixels, picture_png};

/// Width of the whole.
const WIDTH: f32 = 1200.0;
/// Around the whole.
const MARGIN: f32 = 28.0;
/// Left of the ground of a chart, for figures.
const LEFT: f32 = 56.0;
/// Right of it, for names.
const RIGHT: f32 = 220.0;
/// Height of the ground of a small chart.
const LOW: f32 = 190.0;
/// Height of the ground of a chart that stands alone.
const HIGH: f32 = 400.0;
/// Below each ground.
const BELOW: f32 = 16.0;
/// Below the last one, for days.
const FOOT: f32 = 24.0;

/// What a picture is made of.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The rows of the project, for quotes and articles.
    pub store: &'a Store,
    /// What is drawn.
    pub charts: &'a Charts,
    /// How it is drawn.
    pub look: &'a CompareLook,
    /// Which figures count.
    pub filter: &'a Filter,
    /// First and last day in sight, in days since 1970-01-01; `None` = all days.
    pub days: Option<(f64, f64)>,
    /// What the project is called.
    pub project: &'a str,
    /// The day on which the picture is made.
    pub made_on: Date,
    /// The page that holds it; `None` for a picture by itself.
    pub in_page: Option<InPage<'a>>,
}

/// A picture as part of a page; its marks lead to `#c1`, the rows of their claims there.
#[derive(Clone, Copy)]
pub struct InPage<'a> {
    /// Its name there, which no other picture has.
    pub name: &'a str,
    /// What it is for those who hear it: not one thing, as it holds ways to figures.
    pub label: &'a str,
}

impl<'a> Picture<'a> {
    /// First and last day of the axis.
    fn axis(&self) -> (f64, f64) {
        self.days.unwrap_or_else(|| self.charts.all_days())
    }

    /// The kinds of each chart, top down.
    fn rows(&self) -> Vec<Vec<&'a KindChart>> {
        let kinds = self.charts.kinds.iter();
        match self.look.layout {
            ChartLayout::Together => vec![kinds.collect()],
            ChartLayout::ByKind => kinds.map(|chart| vec![chart]).collect(),
        }
    }

    /// The points within the axis.
    fn in_sight(&self) -> Vec<(&'a KindChart, &'a Point)> {
        let (from, to) = self.axis();
        let all = self.charts.kinds.iter();
        let all = all.flat_map(|chart| chart.points.iter().map(move |point| (chart, point)));
        all.filter(|(_, point)| (from..=to).contains(&point.x)).collect()
    }

    fn scene(&self, kinds: &[&'a KindChart], size: (f32, f32)) -> Scene {
        scene(&SceneInput {
            charts: self.charts,
            kinds: kinds.to_vec(),
            days: self.axis(),
            size,
            scale: self.look.scale,
            radius: marks::RADIUS,
            only_main: false,
            show_spread: self.look.show_spread,
        })
    }
}

/// Ink and ground of a kind, on paper.
pub(super) fn kind_colors(kind: Kind) -> (&'static str, &'static str) {
    colors().kind(kind)
}

/// The picture as SVG.
pub fn picture_svg(picture: &Picture<'_>) -> String {
    let c = colors();
    let rows = picture.rows();
    let width = WIDTH - MARGIN * 2.0;
    let size = (width - LEFT - RIGHT, if rows.len() == 1 { HIGH } else { LOW });
    let scenes: Vec<Scene> = rows.iter().map(|kinds| picture.scene(kinds, size)).collect();
    let in_sight = picture.in_sight();
    let mut svg = Svg::default();
    let mut y = head(&mut svg, picture, &in_sight);
    let (from, to) = picture.axis();
    let ticks = date_ticks(from, to, f64::from(size.0));
    for (number, (scene, kinds)) in scenes.iter().zip(&rows).enumerate() {
        svg.line(
            &[Place { x: MARGIN, y }, Place { x: WIDTH - MARGIN, y }],
            Line::new(&c.line, 1.0),
        );
        let top = y + chart::HEAD;
        let at = format!("translate({},{})", xml::number(MARGIN + LEFT), xml::number(top));
        svg.open("g", &[("transform", &at)]);
        chart::chart(&mut svg, picture, (scene, kinds), (number, &ticks));
        svg.close("g");
        y = top + size.1 + BELOW;
    }
    day_labels(&mut svg, &scenes, &ticks, y);
    y += FOOT;
    svg.line(
        &[Place { x: MARGIN, y }, Place { x: WIDTH - MARGIN, y }],
        Line::new(&c.line, 1.0),
    );
    let used = key::Used {
        points: in_sight.iter().map(|(_, point)| *point).collect(),
        scenes: &scenes,
    };
    y = key::key(&mut svg, &used, (MARGIN, y + 12.0), width) + 4.0;
    let notes = notes::notes(picture, &in_sight);
    for line in notes.iter().flat_map(|note| faces::wrap(note, (12.0, false), width, 4)) {
        svg.words(Place { x: MARGIN, y: y + 9.0 }, &line, Style::new(12.0, &c.muted));
        y += 18.0;
    }
    let size = (WIDTH, y + MARGIN - 6.0);
    let mut whole = Svg::default();
    let ground = Area {
        x: 0.0,
        y: 0.0,
        width: size.0,
        height: size.1,
    };
    whole.rect(ground, 0.0, &c.sheet, 1.0);
    whole.append(&svg);
    let label = picture.in_page.map(|page| page.label);
    whole.finish(size, (&notes::title(picture), &notes.join(" ")), label)
}

/// Title, what lines and days mean, legend; gives where it ends.
fn head(svg: &mut Svg, picture: &Picture<'_>, in_sight: &[(&KindChart, &Point)]) -> f32 {
    let c = colors();
    let width = WIDTH - MARGIN * 2.0;
    let mut y = MARGIN - 4.0;
    for line in faces::wrap(&notes::title(picture), (21.0, true), width, 2) {
        svg.words(
            Place { x: MARGIN, y: y + 13.0 },
            &line,
            Style::new(21.0, &c.text).strong(),
        );
        y += 27.0;
    }
    for line in faces::wrap(&notes::subtitle(picture), (13.0, false), width, 2) {
        svg.words(Place { x: MARGIN, y: y + 10.0 }, &line, Style::new(13.0, &c.muted));
        y += 19.0;
    }
    let mut figures = vec![0; picture.charts.sources.len()];
    for (_, point) in in_sight {
        if let Some(num) = figures.get_mut(point.source) {
            *num += point.claims.len();
        }
    }
    let what = (figures.as_slice(), picture.look.layout);
    legend::legend(svg, picture.charts, what, ((MARGIN, y + 8.0), width)) + 10.0
}

/// "Wed 12" under the time axis.
fn day_labels(svg: &mut Svg, scenes: &[Scene], ticks: &[crate::show::DateTick], top: f32) {
    let Some(scene) = scenes.first() else { return };
    let mut clear_from = f32::NEG_INFINITY;
    for tick in ticks {
        let x = scene.x(tick.label_at);
        let half = faces::width(&tick.label, 13.0, false) / 2.0;
        if !(0.0..=scene.size.0).contains(&x) || x - half < clear_from {
            continue;
        }
        clear_from = x + half + 8.0;
        let at = Place {
            x: MARGIN + LEFT + x,
            y: top + 5.0,
        };
        svg.words(
            at,
            &tick.label,
            Style::new(13.0, &colors().muted).anchor(Anchor::Middle),
        );
    }
}
