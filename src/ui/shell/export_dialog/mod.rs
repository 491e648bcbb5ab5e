//! One dialog for all ways out: which format, which claims, its options, where to.

mod list;
mod options;
mod target;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use self::list::Picked;
pub(in crate::ui::shell) use self::target::suggested;

use self::target::Target;
use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, hairline_ui, label_ui, pick_ui};
use super::files::Ask;
use super::path_dialog::Step;
use crate::app::{Action, ExportOrder, State};
use crate::export::formats::{ExportOptions, Format, Group, STORY_KEYS, Shape, Which, format_of};
use crate::show::{story_rows, words};

/// Width of the dialog in points.
const WIDTH: f32 = 800.0;
/// Width of the list of formats.
const LIST_WIDTH: f32 = 250.0;
/// Width of a choice.
const PICK_WIDTH: f32 = 230.0;

/// The open dialog.
pub(in crate::ui) struct ExportDialog {
    format: &'static Format,
    which: Which,
    /// Options by format, so that going from one to another loses none.
    options: BTreeMap<&'static str, ExportOptions>,
    target: Target,
    /// How many claims are accepted and how many pass the filter of the project.
    counts: Counts,
    /// Keys and names of the stories, which a report can tell one of.
    stories: Vec<(String, String)>,
    /// The format that the list was scrolled to.
    seen: &'static str,
}

/// How many claims each choice has.
#[derive(Clone, Copy)]
struct Counts {
    all: usize,
    accepted: usize,
    filter: usize,
    /// `None` where Review was not shown yet.
    review: Option<usize>,
}

impl Counts {
    fn new(state: &State) -> Self {
        let store = &state.store;
        let accepted = store.claims().filter(|record| record.status().is_affirmed());
        Self {
            all: store.num_claims(),
            accepted: accepted.count(),
            filter: store
                .claims()
                .filter(|record| state.filter.passes(store, record))
                .count(),
            review: state.listed.as_ref().map(|rows| rows.len()),
        }
    }

    fn of(&self, which: Which) -> Option<usize> {
        match which {
            Which::All => Some(self.all),
            Which::Accepted => Some(self.accepted),
            Which::Filter => Some(self.filter),
            Which::Review => self.review,
        }
    }
}

/// The options as they were chosen last; which story was told last says nothing of the next report.
fn kept_options(state: &State, format: &Format) -> ExportOptions {
    let mut options = state.settings.export_options(format);
    if format.group == Group::Report {
        options.set(STORY_KEYS, "");
    }
    options
}

impl ExportDialog {
    /// The dialog with what was chosen last, or with this format; `None` where there is nothing to export.
    pub(in crate::ui) fn new(format: &str, state: &State) -> Option<Self> {
        let settings = &state.settings;
        let format = format_of(format).or_else(|| settings.export_format())?;
        let options = [(format.id, kept_options(state, format))];
        Some(Self {
            which: settings.export_which(),
            options: options.into(),
            target: Target::new(state, format),
            counts: Counts::new(state),
            stories: story_rows(&state.store, &state.conclusions)
                .into_iter()
                .map(|row| (row.key, row.name))
                .collect(),
            seen: "",
            format,
        })
    }

    /// What the system's dialog is asked for.
    pub(in crate::ui) fn ask(&self) -> Ask {
        Ask::SaveExport(self.format.id)
    }

    /// Says what went wrong, in a sentence.
    pub(in crate::ui) fn say(&mut self, message: &'static str) {
        self.target.message = message;
    }

    /// The order to write what was chosen to `path`.
    pub(in crate::ui) fn order(&self, path: PathBuf) -> Action {
        let options = self.options.get(self.format.id).cloned().unwrap_or_default();
        Action::Export(ExportOrder {
            format: self.format.id.to_owned(),
            which: self.which,
            options,
            path,
        })
    }

    /// Draws the dialog.
    pub(in crate::ui) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        let room = ui.ctx().content_rect();
        let width = WIDTH.min(room.width() - 80.0);
        ui.set_width(width);
        label_ui(ui, "Export", Type::Heading, c.text);
        ui.add_space(8.0);
        let height = (room.height() - 260.0).clamp(220.0, 660.0);
        let mut step = Step::Stay;
        ui.horizontal_top(|ui| {
            let list = ui.allocate_ui_with_layout(vec2(LIST_WIDTH, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_height(height);
                let scroll = ScrollArea::vertical().id_salt("formats").max_height(height);
                scroll
                    .show(ui, |ui| list::list_ui(ui, self.format, &mut self.seen))
                    .inner
            });
            match list.inner {
                Some(Picked::Format(format)) => self.choose(format, state),
                Some(Picked::Elsewhere) => step = Step::Close,
                None => {}
            }
            ui.add_space(14.0);
            ui.vertical(|ui| {
                ui.set_width(width - LIST_WIDTH - 30.0);
                ScrollArea::vertical()
                    .id_salt("options")
                    .max_height(height)
                    .min_scrolled_height(height)
                    .auto_shrink([false, false])
                    .show(ui, |ui| self.format_ui(ui));
            });
        });
        ui.add_space(6.0);
        hairline_ui(ui);
        ui.add_space(6.0);
        let wants = self.target.target_ui(ui, self.format);
        ui.add_space(10.0);
        match self.buttons_ui(ui, wants, actions) {
            Step::Stay => step,
            other => other,
        }
    }

    fn choose(&mut self, format: &'static Format, state: &State) {
        let kept = || kept_options(state, format);
        self.options.entry(format.id).or_insert_with(kept);
        self.target.suggest(state, format);
        self.format = format;
    }

    /// What the format is for, which claims, its options.
    fn format_ui(&mut self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        label_ui(ui, self.format.label, Type::Strong, c.text);
        ui.add(egui::Label::new(Type::Body.text(self.format.purpose, c.muted)).wrap());
        ui.add_space(8.0);
        if self.format.chooses_claims {
            self.which_ui(ui);
        }
        let options = self.options.entry(self.format.id).or_default();
        if self.format.group == Group::Report && self.stories.len() > 1 {
            ui.add_space(8.0);
            options::story_ui(ui, &self.stories, options);
        }
        for option in self.format.options {
            ui.add_space(8.0);
            options::option_ui(ui, option, options);
        }
        if self.format.options.is_empty() {
            ui.add_space(8.0);
            label_ui(ui, "This format has no options.", Type::Small, c.muted);
        }
    }

    fn which_ui(&mut self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        let counts = self.counts;
        let name = |which: Which| match counts.of(which) {
            Some(count) => format!("{} ({})", which.name(), words::number(count as u64)),
            None => which.name().to_owned(),
        };
        let names = Which::ALL.map(name);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = Which::ALL.iter().position(|which| *which == self.which).unwrap_or(0);
        options::named_ui(ui, "Claims", |ui| {
            let shown = names.get(chosen).copied().unwrap_or_default();
            if let Some(at) = pick_ui(ui, ("Which claims", PICK_WIDTH), shown, &names) {
                self.which = Which::ALL.get(at).copied().unwrap_or_default();
            }
        });
        let help = match self.which {
            Which::All => "Unreviewed and rejected ones too; each says which it is.",
            Which::Accepted => "What you accepted, corrected or made by hand.",
            Which::Filter => "What passes the filter that charts and conclusions follow.",
            Which::Review => "What the filters of Review show, whether they follow the project’s filter or not.",
        };
        options::help_ui(ui, help, c.muted);
    }

    /// True where the file need not hold every claim that is chosen: its options leave some out, or it is no list of them.
    fn leaves_out(&self) -> bool {
        let options = self.options.get(self.format.id).cloned().unwrap_or_default();
        let leaves = |option| matches!(options.value(option), "leave_out" | "killed");
        self.format.group == Group::Report || self.format.options.iter().any(leaves)
    }

    fn buttons_ui(&self, ui: &mut Ui, entered: bool, actions: &mut Vec<Action>) -> Step {
        let count = self.counts.of(self.which).filter(|_| self.format.chooses_claims);
        let path = self.target.path(self.format).filter(|_| count != Some(0));
        let verb = match (self.target.replaces(), count) {
            (true, _) => "Export and replace".to_owned(),
            (false, Some(count)) if !self.leaves_out() => format!("Export {}", words::count(count, "claim")),
            (false, _) => "Export".to_owned(),
        };
        let mut step = Step::Stay;
        ui.horizontal(|ui| {
            let ready = path.is_some();
            let button = PushButton::new(&verb).primary().enabled(ready);
            if (ui.add(button).clicked() || entered) && ready {
                actions.extend(path.clone().map(|path| self.order(path)));
                step = Step::Close;
            }
            let help = match self.format.shape {
                Shape::File => "Choose the file in the system’s dialog",
                Shape::Folder => "Choose a name for the folder in the system’s dialog",
            };
            let browse = PushButton::new("Browse...").icon(super::super::theme::icons::OPEN_FOLDER);
            if ui.add(browse.help(help)).clicked() {
                step = Step::Browse;
            }
            if ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
            if count == Some(0) {
                let c = &Theme::of(ui).color;
                label_ui(ui, "No claim is chosen so.", Type::Small, c.warn);
            }
        });
        step
    }
}
