//! Writes SVG: elements, lines and words, escaped, so that the whole is always well-formed.

use std::fmt::Write as _;

use crate::show::Place;

/// The faces of all words, the program's own first; the others are on most machines.
pub(super) const FAMILY: &str = "Source Sans 3, Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif";

/// A drawing while it is being written.
#[derive(Default)]
pub(super) struct Svg {
    out: String,
}

/// How a line is drawn.
#[derive(Clone, Copy)]
pub(super) struct Line<'c> {
    color: &'c str,
    width: f32,
    opacity: f32,
    dash: &'static str,
}

impl<'c> Line<'c> {
    /// A full line.
    pub(super) fn new(color: &'c str, width: f32) -> Self {
        Self {
            color,
            width,
            opacity: 1.0,
            dash: "",
        }
    }

    /// The same, lighter.
    pub(super) fn opacity(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }

    /// The same in dashes.
    pub(super) fn dash(self, dash: &'static str) -> Self {
        Self { dash, ..self }
    }
}

/// On which side of its place a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How words are written.
#[derive(Clone, Copy)]
pub(super) struct Style<'c> {
    /// Height of the face.
    pub(super) size: f32,
    /// True for the semibold face.
    pub(super) strong: bool,
    /// Its colour.
    pub(super) color: &'c str,
    /// On which side of its place it stands.
    pub(super) anchor: Anchor,
}

impl<'c> Style<'c> {
    /// Words that begin at their place.
    pub(super) fn new(size: f32, color: &'c str) -> Self {
        Self {
            size,
            strong: false,
            color,
            anchor: Anchor::Start,
        }
    }

    /// The same in semibold.
    pub(super) fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// The same on another side of its place.
    pub(super) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A rectangle: upper left corner, width and height.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Svg {
    /// An element without contents; values are escaped here.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Begins an element with contents.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.out.push_str(">\n");
    }

    /// Ends an element with contents.
    pub(super) fn close(&mut self, name: &str) {
        self.push(format_args!("</{name}>\n"));
    }

    /// What a group stands for, for those who hear the picture and for a pointer that rests on it.
    pub(super) fn title(&mut self, words: &str) {
        self.push(format_args!("<title>{}</title>\n", escaped(words)));
    }

    /// A straight or bent line.
    pub(super) fn line(&mut self, corners: &[Place], line: Line<'_>) {
        let (width, opacity) = (number(line.width), number(line.opacity));
        let points: Vec<String> = corners.iter().map(|at| point(*at)).collect();
        let mut attributes = vec![
            ("points", points.join(" ")),
            ("fill", "none".to_owned()),
            ("stroke", line.color.to_owned()),
            ("stroke-width", width),
        ];
        if line.opacity < 1.0 {
            attributes.push(("stroke-opacity", opacity));
        }
        if !line.dash.is_empty() {
            attributes.push(("stroke-dasharray", line.dash.to_owned()));
        }
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.element("polyline", &attributes);
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, area: Area, round: f32, color: &str, opacity: f32) {
        let numbers = [
            area.x,
            area.y,
            area.width.max(0.0),
            area.height.max(0.0),
            round,
            opacity,
        ]
        .map(number);
        let [x, y, width, height, round, opacity] = &numbers;
        self.element(
            "rect",
            &[
                ("x", x),
                ("y", y),
                ("width", width),
                ("height", height),
                ("rx", round),
                ("fill", color),
                ("fill-opacity", opacity),
            ],
        );
    }

    /// Words whose middle line goes through their place.
    pub(super) fn words(&mut self, at: Place, words: &str, style: Style<'_>) {
        let anchor = match style.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        // Many readers of SVG know no other base line than the alphabetic one.
        let numbers = [at.x, at.y + style.size * 0.34, style.size].map(number);
        let [x, y, size] = &numbers;
        let mut attributes: Vec<(&str, &str)> = vec![("x", x), ("y", y), ("font-size", size), ("fill", style.color)];
        if style.strong {
            attributes.push(("font-weight", "600"));
        }
        if style.anchor != Anchor::Start {
            attributes.push(("text-anchor", anchor));
        }
        self.begin("text", &attributes);
        self.push(format_args!(">{}</text>\n", escaped(words)));
    }

    /// Puts another drawing behind this one.
    pub(super) fn append(&mut self, other: &Self) {
        self.out.push_str(&other.out);
    }

    /// The whole drawing: a document, or the part of a page that is a group with this label.
    pub(super) fn finish(
        self,
        (width, height): (f32, f32),
        (title, description): (&str, &str),
        label: Option<&str>,
    ) -> String {
        let (width, height) = (number(width), number(height));
        let box_of_all = format!("0 0 {width} {height}");
        let mut whole = Self::default();
        let mut attributes = vec![
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &box_of_all),
            ("font-family", FAMILY),
        ];
        match label {
            Some(label) => attributes.extend([("role", "group"), ("aria-label", label)]),
            None => {
                whole.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
                attributes.push(("role", "img"));
            }
        }
        whole.open("svg", &attributes);
        whole.title(title);
        whole.push(format_args!("<desc>{}</desc>\n", escaped(description)));
        whole.out.push_str(&self.out);
        whole.close("svg");
        whole.out
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.push(format_args!("<{name}"));
        for (name, value) in attributes {
            self.push(format_args!(" {name}=\"{}\"", escaped(value)));
        }
    }

    fn push(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let written = self.out.write_fmt(words);
        debug_assert!(written.is_ok());
    }
}

/// A place as attributes write it.
pub(super) fn point(at: Place) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

/// To two digits behind the point, without zeros at the end.
pub(super) fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Adding zero makes 0 of -0.
    format!("{}", rounded + 0.0)
}

/// The words with all that means something to XML written as entities; signs that XML forbids are left out.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, number};

    #[test]
    fn words_are_escaped_and_numbers_short() {
        assert_eq!(
            escaped("a < b & \"c\" > d\u{1}\n\u{ffff}"),
            "a &lt; b &amp; &quot;c&quot; &gt; d "
        );
        assert_eq!(
            [0.0, -0.001, 12.3456, 7.0, f32::NAN].map(number),
            ["0", "0", "12.35", "7", "0"]
        );
    }
}
