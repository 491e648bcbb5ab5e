//! Pictures of the sample's days: well-formed, complete, of the right size.

use resvg::usvg::roxmltree::{Document, Node};

use super::{Picture, picture_pixels, picture_png, picture_svg};
use crate::show::testing_sample::varland;
use crate::show::{ChartInput, ChartLayout, Charts, CompareLook, Filter, LinesBy, Scale, Sources, testing};
use crate::store::Store;

struct Made {
    store: Store,
    look: CompareLook,
    filter: Filter,
    days: Option<(f64, f64)>,
    project: &'static str,
}

impl Made {
    fn new(store: Store) -> Self {
        Self {
            store,
            look: CompareLook {
                lines_by: LinesBy::Speaker,
                ..CompareLook::default()
            },
            filter: Filter::default(),
            days: None,
            project: "Varland, March 2031",
        }
    }

    fn svg(&self) -> String {
        let sources = Sources::new(&self.store, self.look.lines_by);
        let mut input = ChartInput::new(&self.store, &self.look, &sources, &sources);
        input.filter = self.filter.clone();
        picture_svg(&Picture {
            store: &self.store,
            charts: &Charts::new(&input),
            look: &self.look,
            filter: &self.filter,
            days: self.days,
            project: self.project,
            made_on: jiff::civil::date(2031, 3, 15),
            in_page: None,
        })
    }
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("well-formed");
    let nodes = document.descendants().filter(|node| node.has_tag_name("text"));
    nodes.filter_map(|node| node.text().map(str::to_owned)).collect()
}

#[track_caller]
fn has(texts: &[String], words: &str) {
    let found = texts.iter().any(|text| text.replace('\u{a0}', " ").contains(words));
    assert!(found, "{words:?} is not in {texts:#?}");
}

#[test]
fn a_picture_has_title_legend_key_policy_and_source_line() {
    let svg = Made::new(varland()).svg();
    let texts = texts(&svg);
    for words in [
        "Varland, March 2031: killed, injured, arrested",
        "Mon 10 March 2031 to Fri 14 March 2031 · a line is a speaker · days: as of",
        "Interior Ministry",
        "Not stated",
        "Lawyers’ Circle",
        "Fri 14",
        "≥ 71",
        "31 → 28",
        "hollow: unreviewed",
        "spread between sources",
        "Vague words: Keep bounds · about",
        "articles; Tallyscope 0.1.0; 15 March 2031",
        "1 figure has no number",
    ] {
        has(&texts, words);
    }
    let document = Document::parse(&svg).expect("well-formed");
    let root = document.root_element();
    let child = |name: &str| {
        root.children()
            .find(|node| node.has_tag_name(name))
            .and_then(|node| node.text())
    };
    assert_eq!(child("title"), Some("Varland, March 2031: killed, injured, arrested"));
    assert!(child("desc").is_some_and(|words| words.contains("Vague words")));
    let labels = document.descendants().filter(|node| node.has_tag_name("title"));
    let labels: Vec<&str> = labels.filter_map(|node| node.text()).collect();
    assert!(
        labels.contains(&"50 killed, Square Committee, Wed 12 March, more than, unreviewed"),
        "{labels:?}"
    );
}

#[test]
fn words_stay_inside_the_picture_and_apart() {
    let mut made = Made::new(varland());
    for layout in [ChartLayout::ByKind, ChartLayout::Together] {
        made.look.layout = layout;
        for scale in Scale::ALL {
            made.look.scale = scale;
            let svg = made.svg();
            let document = Document::parse(&svg).expect("well-formed");
            let height = number(&document.root_element(), "height");
            for node in document.descendants().filter(|node| node.has_tag_name("text")) {
                let words = node.text().unwrap_or_default();
                let strong = node.attribute("font-weight").is_some();
                let wide = super::faces::width(words, number(&node, "font-size"), strong);
                let from = match node.attribute("text-anchor") {
                    Some("end") => number(&node, "x") - wide,
                    Some("middle") => number(&node, "x") - wide / 2.0,
                    _ => number(&node, "x"),
                };
                let (left, top) = moved(&node);
                assert!(
                    left + from >= 0.0 && left + from + wide <= super::WIDTH,
                    "{words:?} is cut"
                );
                assert!((0.0..height).contains(&(top + number(&node, "y"))), "{words:?} is cut");
            }
        }
    }
}

/// Where the group of a node stands.
fn moved(node: &Node<'_, '_>) -> (f32, f32) {
    let moves = node.ancestors().filter_map(|node| {
        let inside = node
            .attribute("transform")?
            .strip_prefix("translate(")?
            .strip_suffix(')')?;
        let (x, y) = inside.split_once(',')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    });
    moves.fold((0.0, 0.0), |sum: (f32, f32), by: (f32, f32)| {
        (sum.0 + by.0, sum.1 + by.1)
    })
}

fn number(node: &Node<'_, '_>, name: &str) -> f32 {
    node.attribute(name).and_then(|value| value.parse().ok()).expect(name)
}

#[test]
fn signs_of_xml_are_escaped_and_long_names_cut() {
    let long = format!("{} & <b>“Sons”</b>", "League of the very long name ".repeat(6));
    let text = format!("{{killed total @{long}|12 dead}}. {{killed @A & B < C|9 dead}}.");
    let mut made = Made::new(testing::store(&[("A", "2031-03-12", &text)]));
    made.project = "<Tolls> & \"more\"";
    let svg = made.svg();
    let texts = texts(&svg);
    has(&texts, "<Tolls> & \"more\": killed");
    has(&texts, "A & B < C");
    assert!(
        texts
            .iter()
            .any(|text| text.starts_with("League of the") && text.ends_with('…'))
    );
}

#[test]
fn a_filter_and_chosen_days_are_told() {
    let mut made = Made::new(varland());
    made.filter.place = "Estrava".to_owned();
    let first = crate::show::day_number(jiff::civil::date(2031, 3, 11)) as f64;
    made.days = Some((first, first + 2.0));
    let texts = texts(&made.svg());
    has(&texts, "Only figures that pass the filter: Place: Estrava.");
    has(&texts, "of other days.");
    has(&texts, "Tue 11 March 2031 to Wed 12 March 2031");
}

#[test]
fn an_empty_project_has_a_picture_too() {
    let mut made = Made::new(Store::default());
    made.project = "";
    let svg = made.svg();
    has(&texts(&svg), "Reported counts: killed");
    has(&texts(&svg), "0 figures of 0 articles");
}

#[test]
fn pixels_go_by_the_scale_and_the_ground_is_light() {
    let svg = Made::new(varland()).svg();
    let document = Document::parse(&svg).expect("well-formed");
    let root = document.root_element();
    let size = (number(&root, "width"), number(&root, "height"));
    for scale in [1, 2] {
        let png = picture_png(&svg, scale).expect("is drawn");
        assert!(png.starts_with(b"\x89PNG"));
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        let expected = |length: f32| (length * f32::from(scale)).ceil() as u32;
        assert_eq!((side(16), side(20)), (expected(size.0), expected(size.1)));
    }
    let pixels = picture_pixels(&svg, 1).expect("is drawn");
    assert_eq!(pixels.rgba.len(), (pixels.size.0 * pixels.size.1 * 4) as usize);
    assert_eq!(pixels.rgba[..4], [255; 4]);
    let dark = pixels.rgba.chunks(4).filter(|pixel| pixel[0] < 120).count();
    assert!(dark > 5000, "words and marks are drawn");
}
