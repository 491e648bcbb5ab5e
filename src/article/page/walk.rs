//! A page's visible text in reading order, block by block.

use std::collections::HashSet;

use scraper::node::Element;
use scraper::{Html, Node};

use super::super::facts::BoilerplateKind;
use super::tags;
use crate::base::Span;

/// A cell with more text than this lays out a page instead of holding a value.
const MAX_CELL_BYTES: usize = 300;

/// One block of a page's text.
pub(super) struct Block {
    /// Where it lies in the page's text.
    pub(super) span: Span,
    /// Bytes of it that are links.
    pub(super) link_bytes: usize,
    /// What it would be, were it not the article.
    pub(super) hint: Option<BoilerplateKind>,
    /// True for a heading of the first rank.
    pub(super) is_headline: bool,
}

/// A page's text with its blocks.
pub(super) struct Walked {
    /// Blocks with a blank line between them.
    pub(super) text: String,
    /// In order; they cover the text but for the blank lines.
    pub(super) blocks: Vec<Block>,
    /// How deep the deepest element lies.
    pub(super) depth: usize,
}

/// Walks the page without recursion: a page's depth is its author's choice.
pub(super) fn walk(html: &Html) -> Walked {
    let tables = value_tables(html);
    let mut walk = Walk {
        tables,
        ..Walk::default()
    };
    let mut depth = 0;
    visit(html, |step| match step {
        Step::Open(at, element) => {
            walk.open(at, element);
            depth = depth.max(walk.frames.len());
        }
        Step::Close(element) => walk.close(element),
        Step::Text(text) => walk.text(text),
    });
    walk.finish_block();
    walk.text.truncate(walk.text.trim_end().len());
    Walked {
        text: walk.text,
        blocks: walk.blocks,
        depth,
    }
}

/// One step of a walk; elements are numbered as they open.
enum Step<'h> {
    Open(usize, &'h Element),
    Close(&'h Element),
    Text(&'h str),
}

fn visit<'h>(html: &'h Html, mut see: impl FnMut(Step<'h>)) {
    let mut node = html.tree.root();
    let mut num_elements = 0;
    loop {
        match node.value() {
            Node::Element(element) => {
                see(Step::Open(num_elements, element));
                num_elements += 1;
            }
            Node::Text(text) => see(Step::Text(&text.text)),
            _ => {}
        }
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if let Node::Element(element) = node.value() {
                see(Step::Close(element));
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
        }
    }
}

/// The numbers of the tables that hold values: no table inside, no long cell.
fn value_tables(html: &Html) -> HashSet<usize> {
    struct Table {
        at: usize,
        cell_bytes: usize,
        is_layout: bool,
    }
    let mut found = HashSet::new();
    let mut open: Vec<Table> = Vec::new();
    visit(html, |step| match step {
        Step::Open(at, element) if element.name() == "table" => {
            open.iter_mut().for_each(|table| table.is_layout = true);
            open.push(Table {
                at,
                cell_bytes: 0,
                is_layout: false,
            });
        }
        Step::Open(_, element) if matches!(element.name(), "td" | "th") => {
            open.iter_mut().for_each(|table| table.cell_bytes = 0);
        }
        Step::Text(text) => {
            if let Some(table) = open.last_mut() {
                table.cell_bytes += text.trim().len();
                table.is_layout |= table.cell_bytes > MAX_CELL_BYTES;
            }
        }
        Step::Close(element) if element.name() == "table" => {
            if let Some(table) = open.pop().filter(|table| !table.is_layout) {
                found.insert(table.at);
            }
        }
        _ => {}
    });
    found
}

/// What holds inside one open element.
#[derive(Clone, Copy, Default)]
struct Frame {
    is_unseen: bool,
    in_link: bool,
    in_pre: bool,
    in_values: bool,
    is_headline: bool,
    hint: Option<BoilerplateKind>,
}

/// The text so far and the elements that are open.
#[derive(Default)]
struct Walk {
    text: String,
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    tables: HashSet<usize>,
    block_start: usize,
    link_bytes: usize,
    /// A blank stands between what was written and what comes.
    gap: bool,
    /// Line breaks in a row.
    num_breaks: usize,
    /// What the open block's first word stood in.
    block_frame: Frame,
}

impl Walk {
    fn frame(&self) -> Frame {
        self.frames.last().copied().unwrap_or_default()
    }

    fn open(&mut self, at: usize, element: &Element) {
        let (tag, outer) = (element.name(), self.frame());
        if !outer.in_values && tags::is_block(tag) {
            self.finish_block();
        }
        let names = format!(
            "{} {}",
            element.attr("class").unwrap_or_default(),
            element.attr("id").unwrap_or_default()
        );
        self.frames.push(Frame {
            is_unseen: outer.is_unseen || tags::is_unseen(tag) || is_hidden(element),
            in_link: outer.in_link || tag == "a",
            in_pre: outer.in_pre || tag == "pre",
            in_values: outer.in_values || (tag == "table" && self.tables.contains(&at)),
            is_headline: outer.is_headline || tag == "h1",
            hint: tags::hint(tag, &names).or(outer.hint),
        });
        match tag {
            "br" => self.line_break(),
            "tr" if outer.in_values => self.row(),
            "td" | "th" if outer.in_values => self.cell(),
            "a" => {
                self.gap |=
                    self.text.ends_with(char::is_alphanumeric) && outer.hint == Some(BoilerplateKind::Navigation);
            }
            _ => self.gap |= outer.in_values && tags::is_block(tag),
        }
    }

    fn close(&mut self, element: &Element) {
        self.frames.pop();
        if !self.frame().in_values && tags::is_block(element.name()) {
            self.finish_block();
        }
        self.gap |= self.frame().in_values && tags::is_block(element.name());
    }

    fn text(&mut self, text: &str) {
        let frame = self.frame();
        if frame.is_unseen {
            return;
        }
        if frame.in_pre {
            self.begin(frame);
            self.text.push_str(text);
            return;
        }
        self.gap |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            self.begin(frame);
            if self.gap && !self.text.ends_with(['\n', '\t']) && self.text.len() > self.block_start {
                self.text.push(' ');
            }
            self.text.push_str(word);
            self.link_bytes += if frame.in_link { word.len() + 1 } else { 0 };
            self.gap = true;
        }
        if !text.trim().is_empty() {
            self.gap = text.ends_with(char::is_whitespace);
        }
    }

    fn begin(&mut self, frame: Frame) {
        if self.text.len() == self.block_start {
            self.block_frame = frame;
        }
        self.num_breaks = 0;
    }

    /// One break ends a line, two end a block.
    fn line_break(&mut self) {
        if self.frame().in_values {
            self.gap = true;
            return;
        }
        self.num_breaks += 1;
        if self.num_breaks > 1 {
            self.finish_block();
        } else if self.text.len() > self.block_start {
            self.text.push('\n');
        }
    }

    fn row(&mut self) {
        if self.text.len() > self.block_start {
            self.text.push('\n');
        }
        self.gap = false;
    }

    /// Cells of one row have a tab between them; the first one of a row has none before it.
    fn cell(&mut self) {
        if self.frame().is_unseen {
            return;
        }
        if self.text.len() > self.block_start && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
        self.gap = false;
    }

    fn finish_block(&mut self) {
        let written = self.text.get(self.block_start..).unwrap_or_default();
        let end = self.block_start + written.trim_end().len();
        self.text.truncate(end);
        if end > self.block_start {
            self.blocks.push(Block {
                span: Span::new(self.block_start, end),
                link_bytes: self.link_bytes,
                hint: self.block_frame.hint,
                is_headline: self.block_frame.is_headline,
            });
            self.text.push_str("\n\n");
        }
        self.block_start = self.text.len();
        (self.link_bytes, self.gap, self.num_breaks) = (0, false, 0);
    }
}

/// Hidden by its own attributes; style sheets are not read.
fn is_hidden(element: &Element) -> bool {
    let style = || {
        element
            .attr("style")
            .unwrap_or_default()
            .to_ascii_lowercase()
            .replace(' ', "")
    };
    element.attr("hidden").is_some() || style().contains("display:none")
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::walk;

    #[track_caller]
    fn check(html: &str, text: &str) {
        let walked = walk(&Html::parse_document(html));
        assert_eq!(walked.text, text);
        let blocks: Vec<&str> = walked.blocks.iter().map(|block| block.span.of(&walked.text)).collect();
        assert_eq!(blocks.join("\n\n"), text);
    }

    #[test]
    fn blocks_have_a_blank_line_between_them() {
        check(
            "<title>x</title><h1>Toll\n rises</h1><div>Twelve<p>were <b>held</b>, police said.</p>today</div><script>x</script>",
            "Toll rises\n\nTwelve\n\nwere held, police said.\n\ntoday",
        );
        check("one<br>two<br><br>three<hr>", "one\ntwo\n\nthree");
        check("<p>a&amp;b&nbsp;c<pre> x\n  y</pre>", "a&b c\n\n x\n  y");
        check("<p hidden>no</p><p style='Display: none'>no</p><p>yes", "yes");
        check("", "");
    }

    #[test]
    fn tables_of_values_are_rows_with_tabs() {
        check(
            "<p>Toll</p><table><tr><th>Town<th>Dead</tr><tr><td><p>Varland</p><td>12<br>or 13</table>after",
            "Toll\n\nTown\tDead\nVarland\t12 or 13\n\nafter",
        );
        let long = "word ".repeat(80);
        check(
            &format!("<table><tr><td>menu<td>{long}</table>"),
            &format!("menu\n\n{}", long.trim()),
        );
    }

    #[test]
    fn depth_costs_no_stack() {
        let walked = walk(&Html::parse_document(&format!("{}x", "<div>".repeat(2_000))));
        assert_eq!(walked.text, "x");
        assert!(walked.depth > 2_000);
    }
}
