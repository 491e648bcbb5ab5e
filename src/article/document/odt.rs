//! Texts of OpenDocument: ODT, a ZIP archive of XML parts, or one flat XML file.

use super::Body;
use super::flow::Flow;
use super::own_facts;
use super::package::{LOCKED, Package};
use super::xml::{Element, Node, characters, walk};
use crate::article::facts::{Article, Format};
use crate::base::Note;

const TEXT_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// More blanks than this in a row are no text.
const MAX_BLANKS: usize = 100;

/// True for an archive that says that it is such a text, and for a flat one.
pub(super) fn is(bytes: &[u8]) -> bool {
    if let Some(mut package) = Package::new(bytes) {
        let is_text = package.has("content.xml")
            && package
                .part("mimetype")
                .is_ok_and(|sort| sort.starts_with(TEXT_TYPE.as_bytes()));
        return is_text;
    }
    is_flat(bytes)
}

fn is_flat(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('<') && head.contains("<office:document") && head.contains(TEXT_TYPE)
}

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    body(bytes).article(Format::Odt, name)
}

fn body(bytes: &[u8]) -> Body {
    let Some(mut package) = Package::new(bytes) else {
        let xml = characters(bytes);
        let mut body = text(&xml);
        own_facts::describe(&mut body, &xml);
        return body;
    };
    let is_locked = package
        .part("META-INF/manifest.xml")
        .is_ok_and(|xml| characters(&xml).contains(":encryption-data"));
    if is_locked {
        return Body {
            notes: vec![Note::Other(LOCKED.to_owned())],
            ..Body::default()
        };
    }
    let mut body = match package.part("content.xml") {
        Ok(xml) => text(&characters(&xml)),
        Err(sentence) => Body {
            notes: vec![Note::Other(sentence)],
            ..Body::default()
        },
    };
    if let Ok(xml) = package.part("meta.xml") {
        own_facts::describe(&mut body, &characters(&xml));
    }
    body
}

/// Elements whose words are not the text: deleted passages, comments, names of things, what describes pictures.
const UNSEEN: &[&str] = &[
    "tracked-changes",
    "annotation",
    "annotation-end",
    "note-citation",
    "meta",
    "styles",
    "automatic-styles",
    "master-styles",
    "font-face-decls",
    "scripts",
    "settings",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "forms",
    "ruby-text",
    "binary-data",
    "event-listeners",
    "hidden-text",
    "hidden-paragraph",
    "script",
];

fn text(xml: &str) -> Body {
    let mut flow = Flow::default();
    let mut state = State::default();
    let is_whole = walk(xml, |node| match node {
        Node::Open(element) => {
            state.depth += 1;
            if state.unseen.is_none() {
                state.open(element, &mut flow);
            }
        }
        Node::Close(name) => {
            if state.unseen.is_none() {
                state.close(name, &mut flow);
            } else if state.unseen == Some(state.depth) {
                state.unseen = None;
            }
            state.depth = state.depth.saturating_sub(1);
        }
        Node::Text(words) => {
            if state.paragraphs > 0 && state.unseen.is_none() {
                flow.text(words);
            }
        }
    });
    let mut body = flow.finish();
    if !is_whole {
        let sentence = "The document is damaged: its text was read up to there.";
        body.notes.push(Note::Other(sentence.to_owned()));
    }
    body
}

/// Where a walk stands.
#[derive(Default)]
struct State {
    depth: usize,
    /// The depth of the element that is passed over with all that is in it.
    unseen: Option<usize>,
    /// How many paragraphs lie open in one another: blanks between them are none of the text.
    paragraphs: usize,
    /// Where open notes began.
    notes: Vec<usize>,
}

impl State {
    fn open(&mut self, element: &Element<'_>, flow: &mut Flow) {
        match element.name() {
            name if UNSEEN.contains(&name) => self.unseen = Some(self.depth),
            // a picture's title and description
            "title" | "desc" if element.has_prefix("svg") => self.unseen = Some(self.depth),
            "p" | "h" => self.paragraphs += 1,
            "s" => {
                let count = element.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                flow.text(&" ".repeat(count.min(MAX_BLANKS)));
            }
            "tab" => flow.tab(),
            "line-break" => flow.line_break(),
            "table" if element.has_prefix("table") => flow.open_table(),
            "table-row" => flow.open_row(),
            "table-cell" => flow.open_cell(),
            "note-body" => {
                self.notes.push(flow.num_blocks());
                flow.open_aside();
            }
            "text-box" => flow.open_aside(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, flow: &mut Flow) {
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                flow.end_paragraph();
            }
            "table" => flow.close_table(),
            "note-body" => {
                if let Some(begun) = self.notes.pop() {
                    flow.close_note(begun);
                }
            }
            "text-box" => flow.close_box(),
            _ => {}
        }
    }
}
