//! Documents of Word: DOCX, a ZIP archive of XML parts.

use super::Body;
use super::flow::Flow;
use super::own_facts;
use super::package::Package;
use super::xml::{Element, Node, characters};
use crate::article::facts::{Article, Format};
use crate::base::Note;

/// True for an archive with the part that says what is in it, and a text.
pub(super) fn is(bytes: &[u8]) -> bool {
    Package::new(bytes).is_some_and(|package| package.has("[Content_Types].xml") && main_part(&package).is_some())
}

/// Where programs put the text.
fn main_part(package: &Package<'_>) -> Option<&'static str> {
    ["word/document.xml", "word/document2.xml"]
        .into_iter()
        .find(|name| package.has(name))
}

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    body(bytes).article(Format::Docx, name)
}

fn body(bytes: &[u8]) -> Body {
    let mut flow = Flow::default();
    let mut notes = Vec::new();
    let Some(mut package) = Package::new(bytes) else {
        return Body::default();
    };
    match main_part(&package).map(|name| package.part(name)) {
        Some(Ok(xml)) => {
            if !Walk::over(&characters(&xml), &mut flow) {
                let sentence = "The document is damaged: its text was read up to there.";
                notes.push(Note::Other(sentence.to_owned()));
            }
        }
        Some(Err(sentence)) => notes.push(Note::Other(sentence)),
        None => {}
    }
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if package.has(name) {
            match package.part(name) {
                Ok(xml) => drop(Walk::over(&characters(&xml), &mut flow)),
                Err(sentence) => notes.push(Note::Other(sentence)),
            }
        }
    }
    let mut body = flow.finish();
    body.notes = notes;
    if let Ok(xml) = package.part("docProps/core.xml") {
        own_facts::describe(&mut body, &characters(&xml));
    }
    body
}

/// A walk over a part with text. Depths are those of open elements.
struct Walk<'f> {
    flow: &'f mut Flow,
    depth: usize,
    /// The depth of the element that is passed over with all that is in it.
    unseen: Option<usize>,
    /// The depth of the open run, whose own words may be hidden.
    run: Option<usize>,
    /// Depths of open rows, which may be deleted as a whole.
    rows: Vec<usize>,
    /// True in what holds characters.
    in_text: bool,
    /// True in the properties of a row.
    in_row_properties: bool,
}

impl<'f> Walk<'f> {
    /// Walks; false where the XML is damaged.
    fn over(xml: &str, flow: &'f mut Flow) -> bool {
        let mut walk = Self {
            flow,
            depth: 0,
            unseen: None,
            run: None,
            rows: Vec::new(),
            in_text: false,
            in_row_properties: false,
        };
        super::xml::walk(xml, |node| match node {
            Node::Open(element) => {
                walk.depth += 1;
                if walk.unseen.is_none() && !element.has_prefix("a") {
                    walk.open(element);
                }
            }
            Node::Close(name) => {
                if walk.unseen.is_none() {
                    walk.close(name);
                } else if walk.unseen == Some(walk.depth) {
                    walk.unseen = None;
                }
                walk.depth = walk.depth.saturating_sub(1);
            }
            Node::Text(words) => {
                if walk.in_text && walk.unseen.is_none() {
                    walk.flow.text(words);
                }
            }
        })
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            // text that was deleted or moved away, what other programs show instead, readings above words
            "del" if self.in_row_properties => self.unseen = self.rows.last().copied(),
            "del" | "moveFrom" | "Fallback" | "rt" | "sdtPr" => self.unseen = Some(self.depth),
            "t" => self.in_text = true,
            "tab" if self.run.is_some() => self.flow.tab(),
            "br" if element.attribute("type").is_none_or(|sort| sort == "textWrapping") => self.flow.line_break(),
            "cr" => self.flow.line_break(),
            "noBreakHyphen" => self.flow.text("-"),
            "lastRenderedPageBreak" => self.flow.page(),
            "r" => self.run = Some(self.depth),
            "vanish" if is_on(element) && self.run.is_some() => self.unseen = self.run,
            "tbl" => self.flow.open_table(),
            "tr" => {
                self.rows.push(self.depth);
                self.flow.open_row();
            }
            "trPr" => self.in_row_properties = true,
            "tc" => self.flow.open_cell(),
            "txbxContent" => self.flow.open_aside(),
            "footnote" | "endnote" if element.attribute("type").is_some_and(|sort| sort != "normal") => {
                self.unseen = Some(self.depth);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.run = None,
            "p" => self.flow.end_paragraph(),
            "trPr" => self.in_row_properties = false,
            "tr" => drop(self.rows.pop()),
            "tbl" => self.flow.close_table(),
            "txbxContent" => self.flow.close_box(),
            _ => {}
        }
    }
}

fn is_on(element: &Element<'_>) -> bool {
    !element
        .attribute("val")
        .is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}
