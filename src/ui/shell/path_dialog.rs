//! Asks for a path: typed, or chosen in the system's dialog.

use std::iter;
use std::path::{Path, PathBuf};

use egui::{Context, Id, Ui};

use super::super::compare::sight;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, checkbox_ui, label_ui, segmented_ui, select_all, text_field_ui};
use super::export_dialog::suggested;
use super::files::Ask;
use crate::app::{Action, BatchAct, HandoverAct, PictureForm, PictureOrder, State};
use crate::disk::Along;
use crate::export::formats::format_of;

/// Names that are tried for a copy.
const MOST_COPIES: usize = 100;

/// A dialog for one path.
pub(in crate::ui) struct PathDialog {
    ask: Ask,
    text: String,
    /// What went wrong, in a sentence.
    pub message: &'static str,
    shown_before: bool,
    /// For which words it was looked whether a file is there that would be replaced.
    looked: String,
    replaces: bool,
}

/// What a dialog wants next.
pub(in crate::ui) enum Step {
    /// To stay.
    Stay,
    /// To be closed.
    Close,
    /// The system's dialog.
    Browse,
}

impl PathDialog {
    /// A dialog for `ask`.
    pub(in crate::ui) fn new(ask: Ask) -> Self {
        Self {
            ask,
            text: String::new(),
            message: "",
            shown_before: false,
            looked: String::new(),
            replaces: false,
        }
    }

    /// With a place where nothing is yet, proposed for what is written.
    pub(super) fn with_place(mut self, state: &State) -> Self {
        let proposed = match self.ask {
            Ask::SavePackage(..) => Some(("copy", "tallyzip")),
            Ask::SaveSvg => Some(("charts", "svg")),
            Ask::SavePng(_) => Some(("charts", "png")),
            Ask::SavePoints => Some(("points", "csv")),
            Ask::SaveAdopted => Some(("adopted", "csv")),
            _ => None,
        };
        if let Some((name, ending)) = proposed {
            let names = (2..MOST_COPIES).map(|number| format!("{name}-{number}"));
            self.text = iter::once(name.to_owned())
                .chain(names)
                .map(|name| suggested(state, &name, ending))
                .find(|path| !Path::new(path).exists())
                .unwrap_or_default();
        }
        self
    }

    /// What it asks for.
    pub(in crate::ui) fn ask(&self) -> Ask {
        self.ask
    }

    /// Draws the dialog's contents.
    pub(in crate::ui) fn dialog_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let theme = Theme::of(ui);
        let (title, hint, verb) = match self.ask {
            Ask::Files => ("Add files", "/home/me/articles/day-3.html", "Add"),
            Ask::Folder => ("Add a folder", "/home/me/articles", "Add"),
            Ask::Watch => ("Watch a folder", "/home/me/incoming", "Watch"),
            Ask::Project => ("Open a project", "/home/me/unrest.tally", "Open"),
            Ask::SaveProject => ("Save as", "/home/me/unrest.tally", "Save"),
            Ask::SaveExport(_) => ("Export", "/home/me/claims.csv", "Export"),
            Ask::SaveAdopted => ("Export adopted figures", "/home/me/adopted.csv", "Export"),
            Ask::SavePackage(..) => ("Hand over a copy", "/home/me/unrest.tallyzip", "Pack"),
            Ask::OtherProject => (
                "Take decisions from another project",
                "/home/me/unrest-nadia.tally",
                "Compare",
            ),
            Ask::SaveSvg => ("Save the picture as SVG", "/home/me/chart.svg", "Save"),
            Ask::SavePng(_) => ("Save the picture as PNG", "/home/me/chart.png", "Save"),
            Ask::SavePoints => ("Export the points", "/home/me/points.csv", "Export"),
        };
        ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        label_ui(ui, title, Type::Heading, theme.color.text);
        ui.add_space(8.0);
        let id = Id::unique("path field");
        let response = text_field_ui(ui, id, &mut self.text, ("Path", hint), !self.message.is_empty());
        if !self.shown_before {
            self.shown_before = true;
            response.request_focus();
            // typing replaces what is proposed
            select_all(ui, id, &self.text);
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        self.look();
        if self.message.is_empty() && self.replaces {
            let words = "A file of that name is there. It will be replaced.";
            label_ui(ui, words, Type::Small, theme.color.warn);
        } else if self.message.is_empty() {
            label_ui(ui, help(self.ask), Type::Small, theme.color.muted);
        } else {
            label_ui(ui, self.message, Type::Small, theme.color.error);
        }
        self.scale_ui(ui);
        self.along_ui(ui);
        ui.add_space(10.0);
        let mut step = Step::Stay;
        let path = typed_path(&self.text, self.ask);
        let replacing = format!("{verb} and replace");
        let verb = if self.replaces { &replacing } else { verb };
        ui.horizontal(|ui| {
            let ready = path.is_some();
            if (ui.add(PushButton::new(verb).primary().enabled(ready)).clicked() || entered) && ready {
                actions.extend(path.clone().and_then(|path| action(ui.ctx(), self.ask, vec![path])));
                step = Step::Close;
            }
            if ui.add(PushButton::new("Browse...").icon(icons::OPEN_FOLDER)).clicked() {
                step = Step::Browse;
            }
            if ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
        });
        step
    }

    /// Looks once for what is typed whether a file is there. A project that is there is never replaced.
    fn look(&mut self) {
        if self.looked == self.text {
            return;
        }
        self.looked.clone_from(&self.text);
        let writes = matches!(
            self.ask,
            Ask::SavePackage(..) | Ask::SaveAdopted | Ask::SaveSvg | Ask::SavePng(_) | Ask::SavePoints
        );
        let path = typed_path(&self.text, self.ask).filter(|_| writes);
        self.replaces = path.is_some_and(|path| path.is_file());
    }

    /// What goes along with a package.
    fn along_ui(&mut self, ui: &mut Ui) {
        let Ask::SavePackage(originals, history) = &mut self.ask else {
            return;
        };
        ui.add_space(8.0);
        for (along, name, help) in [
            (
                originals,
                "With originals",
                "The files that the articles were read from; without them their texts only",
            ),
            (
                history,
                "With history",
                "Every step with what was before, so that it can be undone there; without it the decisions only",
            ),
        ] {
            let is_with = *along == Along::With;
            ui.horizontal(|ui| {
                let clicked = checkbox_ui(ui, is_with, name).on_hover_text(help).clicked();
                label_ui(ui, name, Type::Body, Theme::of(ui).color.text).on_hover_text(help);
                if clicked {
                    *along = if is_with { Along::Without } else { Along::With };
                }
            });
        }
    }

    /// How many pixels a picture has.
    fn scale_ui(&mut self, ui: &mut Ui) {
        const NAMES: [&str; 4] = ["1×", "2×", "3×", "4×"];
        let Ask::SavePng(scale) = self.ask else { return };
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            label_ui(ui, "Size", Type::Body, Theme::of(ui).color.text);
            let chosen = usize::from(scale.saturating_sub(1));
            if let Some(at) = segmented_ui(ui, chosen, &NAMES) {
                self.ask = Ask::SavePng(u8::try_from(at + 1).unwrap_or(scale));
            }
        });
    }
}

/// What is said below the path.
fn help(ask: Ask) -> &'static str {
    match ask {
        Ask::Files => "Type the path of a file or of a folder, or drop files on the window. They stay as they are.",
        Ask::Folder => "Type the path of a folder, or drop it on the window. Its files stay as they are.",
        Ask::Watch => "Files that come into it from now on are read by themselves while this project is open.",
        Ask::Project => "Type the path of a .tally file, or of a package that was handed over.",
        Ask::SaveProject => "Everything is saved as you work; this moves the project to a place of your choice.",
        Ask::SaveExport(_) => "The file is written whole or not at all.",
        Ask::SaveAdopted => "One row an adopted figure: low, best, high, rule, note, and the claims it rests on.",
        Ask::SavePackage(..) => {
            "One file with the project and what goes along. Whoever opens it gets a folder of their own; every file \
                     is checked by its SHA-256."
        }
        Ask::OtherProject => {
            "Type the path of a .tally file. What differs is shown first; nothing changes before you choose."
        }
        Ask::SaveSvg | Ask::SavePng(_) => {
            "The charts as they stand in Compare, on a light ground, with title, legend and source line."
        }
        Ask::SavePoints => "One row for each claim that the charts draw, with its sentence.",
    }
}

/// The path of what was typed: without quotes around, `~` for the home folder, with the extension that is needed.
pub(super) fn typed_path(typed: &str, ask: Ask) -> Option<PathBuf> {
    let typed = typed.trim().trim_matches(['"', '\'']);
    if typed.is_empty() {
        return None;
    }
    let home = typed.strip_prefix("~/").zip(std::env::var_os("HOME"));
    let path = match home {
        Some((rest, home)) => PathBuf::from(home).join(rest),
        None => PathBuf::from(typed),
    };
    Some(with_extension(path, ask))
}

pub(super) fn with_extension(path: PathBuf, ask: Ask) -> PathBuf {
    let wanted = match ask {
        Ask::SaveProject => "tally",
        Ask::SavePoints | Ask::SaveAdopted => "csv",
        Ask::SaveExport(id) => match format_of(id).map(|format| format.ending) {
            Some(ending) if !ending.is_empty() => ending,
            _ => return path,
        },
        Ask::SavePackage(..) => "tallyzip",
        Ask::SaveSvg => "svg",
        Ask::SavePng(_) => "png",
        Ask::Files | Ask::Folder | Ask::Watch | Ask::Project | Ask::OtherProject => return path,
    };
    if path.extension().is_some() {
        path
    } else {
        path.with_extension(wanted)
    }
}

/// What is to be done with the chosen paths; `None` where a dialog of its own knows it.
pub(in crate::ui) fn action(ctx: &Context, ask: Ask, paths: Vec<PathBuf>) -> Option<Action> {
    let first = paths.first().cloned().unwrap_or_default();
    let picture = |form| {
        let days = sight(ctx);
        Action::Picture(PictureOrder { form, days })
    };
    Some(match ask {
        Ask::Files | Ask::Folder => Action::OpenPaths(paths),
        Ask::Watch => Action::Batch(BatchAct::Watch(first)),
        Ask::Project => Action::OpenProject(first),
        Ask::SaveProject => Action::SaveAs(with_extension(first, ask)),
        Ask::SaveExport(_) => return None,
        Ask::SaveAdopted => Action::ExportAdopted(with_extension(first, ask)),
        Ask::SavePackage(originals, history) => {
            let path = with_extension(first, ask);
            Action::Handover(HandoverAct::Package(path, originals, history))
        }
        Ask::OtherProject => Action::Handover(HandoverAct::Compare(first)),
        Ask::SaveSvg => picture(PictureForm::Svg(with_extension(first, ask))),
        Ask::SavePng(scale) => picture(PictureForm::Png(with_extension(first, ask), scale)),
        Ask::SavePoints => picture(PictureForm::Points(with_extension(first, ask))),
    })
}
