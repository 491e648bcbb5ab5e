//! A report: one HTML page that stands by itself, for a story, several, or the whole project. It asks for nothing, runs
//! nothing, and every figure in it leads to its words and who says so.

mod adopted;
mod conflicts;
mod figures;
mod format;
mod head;
mod html;
mod known;
mod method;
mod part;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::formats::{ExportError, ExportInput, Watch};
use html::{Html, escaped, without_turns};
use part::{Matter, Part};

pub(super) use format::FORMATS;

const STYLE: &str = include_str!("style.css");

/// The page may load nothing and run nothing; its own style holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Whether figures that nobody has decided on are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Unreviewed {
    /// They are, and said to be unreviewed.
    #[default]
    With,
    /// Only what the analyst decided on.
    Without,
}

/// How much of the articles' words is told with a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Sentences {
    /// The whole sentence.
    #[default]
    With,
    /// The words of the figure only.
    Without,
}

/// Of what a report has parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Parts {
    /// All as one.
    #[default]
    Whole,
    /// Each story by itself.
    EachStory,
    /// These stories, by their keys, each by itself.
    Stories(Vec<String>),
}

/// What a report tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ReportOptions {
    parts: Parts,
    unreviewed: Unreviewed,
    sentences: Sentences,
}

/// What a report is made of.
#[derive(Clone, Copy)]
struct Report<'a> {
    /// What leaves. The story of its filter is what the report is of where all claims lie in it.
    input: &'a ExportInput<'a>,
    /// What is told.
    options: &'a ReportOptions,
}

impl Report<'_> {
    /// The day on which the report is made.
    fn made_on(&self) -> Date {
        self.input.day().parse().unwrap_or(Date::ZERO)
    }
}

/// The page, and how many figures it tells.
fn report_html(report: &Report<'_>, watch: &Watch<'_>) -> Result<(String, usize), ExportError> {
    watch.step(0, 0)?;
    let matter = Matter::new(report);
    let parts = Part::all(&matter);
    let total = parts.len() * STEPS;
    let title = head::title(report, &parts);
    let mut html = Html::default();
    open_page(&mut html, &title, report.input.program);
    head::head(&mut html, &matter, (&title, &parts));
    html.raw("<main>\n");
    let is_one = parts.len() == 1;
    for (number, part) in parts.iter().enumerate() {
        let step = |nth: usize| watch.step(number * STEPS + nth, total);
        if is_one {
            sections(&mut html, &matter, part, (Level(2), &step))?;
        } else {
            html.open("section", &[("id", &part.id)]);
            html.foreign_element("h2", "", &part.name);
            head::part_line(&mut html, part);
            sections(&mut html, &matter, part, (Level(3), &step))?;
            html.raw("</section>\n");
        }
    }
    method::articles(&mut html, &matter, &parts);
    method::method(&mut html, &matter, &parts);
    html.raw("</main>\n");
    head::foot(&mut html, report);
    html.raw("</body>\n</html>\n");
    watch.step(total, total)?;
    let num_told = parts.iter().map(|part| part.claims.len() + part.rejected.len()).sum();
    Ok((html.finish(), num_told))
}

/// Steps of progress in a part.
const STEPS: usize = 3;

fn sections(
    html: &mut Html,
    matter: &Matter<'_>,
    part: &Part<'_>,
    (level, step): (Level, &dyn Fn(usize) -> Result<(), ExportError>),
) -> Result<(), ExportError> {
    step(0)?;
    known::known(html, matter, part, level);
    known::charts(html, matter, part, level);
    step(1)?;
    conflicts::conflicts(html, matter, part, level);
    conflicts::changes(html, matter, part, level);
    adopted::adopted(html, matter, part, level);
    step(2)?;
    figures::figures(html, matter, part, level);
    Ok(())
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

fn open_page(html: &mut Html, title: &str, program: &str) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
        POLICY.replace('"', "&quot;")
    ));
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw(&format!(
        "<meta name=\"generator\" content=\"Tallyscope {}\">\n<title>{}</title>\n<style>\n",
        program,
        escaped(&without_turns(title))
    ));
    html.raw(STYLE);
    html.raw("</style>\n</head>\n<body>\n");
}
