//! A report: one HTML page that stands by itself, for a story, several, or the whole project. It asks for nothing, runs
//! nothing, and every figure in it leads to its words and who says so.

mod adopted;
mod conflicts;
mod figures;
mod head;
mod html;
mod known;
mod method;
mod part;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::link::Conclusions;
use crate::show::{CompareLook, Filter, Names};
use crate::store::Store;
use html::{Html, escaped, without_turns};
use part::{Matter, Part};

const STYLE: &str = include_str!("style.css");

/// The page may load nothing and run nothing; its own style holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Whether figures that nobody has decided on are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unreviewed {
    /// They are, and said to be unreviewed.
    #[default]
    With,
    /// Only what the analyst decided on.
    Without,
}

/// How much of the articles' words is told with a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sentences {
    /// The whole sentence.
    #[default]
    With,
    /// The words of the figure only.
    Without,
}

/// What a report tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// Keys of the stories, each a part of its own; empty = the whole project as one.
    pub stories: Vec<String>,
    /// Whether figures that nobody has decided on are told.
    pub unreviewed: Unreviewed,
    /// How much of the articles' words is told.
    pub sentences: Sentences,
}

/// What a report is made of.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The rows of the project.
    pub store: &'a Store,
    /// Whom and what its articles name.
    pub names: &'a Names,
    /// What it concludes by itself.
    pub conclusions: &'a Conclusions,
    /// How charts are drawn.
    pub look: &'a CompareLook,
    /// Which figures count.
    pub filter: &'a Filter,
    /// What is told.
    pub options: &'a ReportOptions,
    /// What the project is called; may be empty.
    pub project: &'a str,
    /// The day on which the report is made.
    pub made_on: Date,
}

/// The page. `go_on` is asked between its sections; where it says false the page is given up and there is `None`.
pub fn report_html(report: &Report<'_>, go_on: &dyn Fn() -> bool) -> Option<String> {
    let matter = Matter::new(report);
    let parts = Part::all(&matter);
    let title = head::title(report, &parts);
    let mut html = Html::default();
    open_page(&mut html, &title);
    head::head(&mut html, &matter, (&title, &parts));
    html.raw("<main>\n");
    let is_one = parts.len() == 1;
    for part in &parts {
        if !go_on() {
            return None;
        }
        if is_one {
            sections(&mut html, &matter, part, Level(2), go_on)?;
        } else {
            html.open("section", &[("id", &part.id)]);
            html.foreign_element("h2", "", &part.name);
            head::part_line(&mut html, part);
            sections(&mut html, &matter, part, Level(3), go_on)?;
            html.raw("</section>\n");
        }
    }
    method::articles(&mut html, &matter, &parts);
    method::method(&mut html, &matter, &parts);
    html.raw("</main>\n");
    head::foot(&mut html, report);
    html.raw("</body>\n</html>\n");
    Some(html.finish())
}

fn sections(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level, go_on: &dyn Fn() -> bool) -> Option<()> {
    known::known(html, matter, part, level);
    known::charts(html, matter, part, level);
    go_on().then_some(())?;
    conflicts::conflicts(html, matter, part, level);
    conflicts::changes(html, matter, part, level);
    adopted::adopted(html, matter, part, level);
    go_on().then_some(())?;
    figures::figures(html, matter, part, level);
    Some(())
}

/// How deep a heading lies: 2 to 6.
#[derive(Clone, Copy)]
struct Level(u8);

impl Level {
    fn name(self) -> &'static str {
        match self.0 {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    fn below(self) -> Self {
        Self(self.0 + 1)
    }

    /// A heading.
    fn head(self, html: &mut Html, words: &str) {
        html.element(self.name(), "", words);
        html.raw("\n");
    }
}

fn open_page(html: &mut Html, title: &str) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
        POLICY.replace('"', "&quot;")
    ));
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw(&format!(
        "<meta name=\"generator\" content=\"Tallyscope {}\">\n<title>{}</title>\n<style>\n",
        env!("CARGO_PKG_VERSION"),
        escaped(&without_turns(title))
    ));
    html.raw(STYLE);
    html.raw("</style>\n</head>\n<body>\n");
}
