//! The text of an office document as its reader walks it: paragraphs, rows of cells with tabs between, notes at the end.

use super::Body;

/// A cell with more text than this lays out a page instead of holding a value.
const MAX_CELL_BYTES: usize = 300;

/// Marks the place of a page's beginning until the text is whole; no document holds this character.
const PAGE: char = '\u{c}';

/// One open table.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
    /// True where a cell holds a table or a long text: such a table only lays out the page.
    is_layout: bool,
}

/// Text so far.
#[derive(Default)]
pub(super) struct Flow {
    /// Finished paragraphs and tables.
    blocks: Vec<String>,
    paragraph: String,
    tables: Vec<Table>,
    /// Finished paragraphs of foot- and endnotes.
    notes: Vec<String>,
    /// What stood open where notes, boxes and the like began, the innermost last.
    aside: Vec<(String, Vec<Table>)>,
}

impl Flow {
    /// Adds words; blanks of all sorts count as one.
    pub(super) fn text(&mut self, words: &str) {
        for letter in words.chars() {
            let is_blank = letter.is_whitespace() && letter != '\u{a0}';
            match letter {
                _ if is_blank => self.blank(),
                '\u{ad}' | '\u{fffe}' | '\u{ffff}' => {}
                '\u{2011}' => self.paragraph.push('-'),
                _ if letter.is_control() => {}
                _ => self.paragraph.push(letter),
            }
        }
    }

    fn blank(&mut self) {
        if !self.paragraph.is_empty() && !self.paragraph.ends_with([' ', '\n', '\t']) {
            self.paragraph.push(' ');
        }
    }

    /// A tab within a paragraph; in a cell it is a blank, since tabs part cells.
    pub(super) fn tab(&mut self) {
        if self.tables.is_empty() && !self.paragraph.is_empty() {
            let end = self.paragraph.trim_end_matches(' ').len();
            self.paragraph.truncate(end);
            self.paragraph.push('\t');
        } else {
            self.blank();
        }
    }

    /// A line's end within a paragraph.
    pub(super) fn line_break(&mut self) {
        if self.tables.is_empty() {
            let end = self.paragraph.trim_end_matches([' ', '\t']).len();
            self.paragraph.truncate(end);
            self.paragraph.push('\n');
        } else {
            self.blank();
        }
    }

    /// A page begins here.
    pub(super) fn page(&mut self) {
        self.paragraph.push(PAGE);
    }

    /// The paragraph ends.
    pub(super) fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        self.add(words);
    }

    fn add(&mut self, words: String) {
        let is_empty = words.trim_matches(char::is_whitespace).is_empty();
        if is_empty && !words.contains(PAGE) {
            return;
        }
        let block = trimmed(words);
        match self.tables.last_mut() {
            Some(table) => {
                if table.rows.is_empty() {
                    table.rows.push(Vec::new());
                }
                if let Some(row) = table.rows.last_mut() {
                    if row.is_empty() {
                        row.push(Vec::new());
                    }
                    if let Some(cell) = row.last_mut() {
                        cell.push(block);
                        table.is_layout |= cell.iter().map(String::len).sum::<usize>() > MAX_CELL_BYTES;
                    }
                }
            }
            None => self.blocks.push(block),
        }
    }

    pub(super) fn open_table(&mut self) {
        self.end_paragraph();
        if let Some(outer) = self.tables.last_mut() {
            outer.is_layout = true;
        }
        self.tables.push(Table::default());
    }

    pub(super) fn open_row(&mut self) {
        self.end_paragraph();
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.end_paragraph();
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.push(Vec::new());
        }
    }

    pub(super) fn close_table(&mut self) {
        self.end_paragraph();
        let Some(table) = self.tables.pop() else { return };
        if table.is_layout {
            table
                .rows
                .into_iter()
                .flatten()
                .flatten()
                .for_each(|words| self.add(words));
            return;
        }
        let rows = table.rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| cell.join(" ").replace('\n', " ")).collect();
            cells.join("\t")
        });
        let rows: Vec<String> = rows.filter(|row| !row.trim().is_empty()).collect();
        self.add(rows.join("\n"));
    }

    /// True while a table is open.
    pub(super) fn in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    /// What follows stands beside the paragraph: a note, a text box. The paragraph goes on behind it.
    pub(super) fn open_aside(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let tables = std::mem::take(&mut self.tables);
        self.aside.push((paragraph, tables));
    }

    /// The note ends: it comes at the end of the text.
    pub(super) fn close_note(&mut self, begun: usize) {
        while self.in_table() {
            self.close_table();
        }
        self.end_paragraph();
        let note = self.blocks.split_off(begun.min(self.blocks.len()));
        self.notes.extend(note);
        self.back();
    }

    /// The box ends: it comes before the paragraph that it stands in.
    pub(super) fn close_box(&mut self) {
        while self.in_table() {
            self.close_table();
        }
        self.end_paragraph();
        self.back();
    }

    fn back(&mut self) {
        if let Some((paragraph, tables)) = self.aside.pop() {
            (self.paragraph, self.tables) = (paragraph, tables);
        }
    }

    /// How many blocks are finished: where a note begins.
    pub(super) fn num_blocks(&self) -> usize {
        self.blocks.len()
    }

    /// The whole text in a body.
    pub(super) fn finish(mut self) -> Body {
        loop {
            while self.in_table() {
                self.close_table();
            }
            self.end_paragraph();
            if self.aside.is_empty() {
                break;
            }
            self.back();
        }
        self.blocks.append(&mut self.notes);
        let mut body = Body::default();
        for block in &self.blocks {
            let has_words = block.chars().any(|letter| letter != PAGE);
            if has_words && !body.text.is_empty() {
                body.text.push_str("\n\n");
            }
            for letter in block.chars() {
                match letter {
                    PAGE => body.pages.push(body.text.len()),
                    _ => body.text.push(letter),
                }
            }
        }
        if !body.pages.is_empty() {
            body.pages.insert(0, 0);
        }
        body
    }
}

/// Without blanks at the ends of lines and of the whole, marks of pages kept.
fn trimmed(words: String) -> String {
    if words.contains("  ") || words.contains(" \n") || words.ends_with(char::is_whitespace) || words.starts_with(' ') {
        let lines: Vec<&str> = words
            .trim_matches([' ', '\n', '\t'])
            .split('\n')
            .map(str::trim_end)
            .collect();
        return lines.join("\n");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Flow;

    #[test]
    fn tables_are_rows_with_tabs_and_layout_is_paragraphs() {
        let mut flow = Flow::default();
        flow.text(" Toll\n rises ");
        flow.end_paragraph();
        flow.open_table();
        for row in [["Town", "Dead"], ["Orlen", "12"]] {
            flow.open_row();
            for cell in row {
                flow.open_cell();
                flow.text(cell);
                flow.end_paragraph();
            }
        }
        flow.close_table();
        flow.open_table();
        flow.open_row();
        flow.open_cell();
        flow.text("menu");
        flow.open_cell();
        flow.text(&"word ".repeat(80));
        flow.close_table();
        flow.text("end");
        let body = flow.finish();
        let long = "word ".repeat(80);
        assert_eq!(
            body.text,
            format!("Toll rises\n\nTown\tDead\nOrlen\t12\n\nmenu\n\n{}\n\nend", long.trim())
        );
        assert!(body.pages.is_empty());
    }

    #[test]
    fn notes_come_last_and_pages_are_known() {
        let mut flow = Flow::default();
        flow.text("Six were held");
        let begun = flow.num_blocks();
        flow.open_aside();
        flow.text("Two of them soldiers.");
        flow.close_note(begun);
        flow.text(".");
        flow.end_paragraph();
        flow.text("Seven ");
        flow.page();
        flow.text("died.");
        let body = flow.finish();
        assert_eq!(body.text, "Six were held.\n\nSeven died.\n\nTwo of them soldiers.");
        assert_eq!(body.pages, [0, 22]);
    }

    #[test]
    fn what_is_left_open_is_closed() {
        let mut flow = Flow::default();
        flow.open_table();
        flow.open_row();
        flow.open_cell();
        flow.open_aside();
        flow.open_table();
        flow.text("Six");
        assert_eq!(flow.finish().text, "Six");
    }
}
