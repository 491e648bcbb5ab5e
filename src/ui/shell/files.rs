//! The system's file dialogs, on a thread of their own.

use std::path::PathBuf;

use egui::Context;

use crate::disk::Along;
use crate::export::formats::{Shape, format_of};
use crate::jobs::Slot;

/// A dialog that comes back empty sooner than this was none, in seconds.
const NO_DIALOG_SECS: f64 = 0.3;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Ask {
    /// Article files.
    Files,
    /// A folder of articles.
    Folder,
    /// A folder whose new files are read by themselves.
    Watch,
    /// A project file.
    Project,
    /// Where to keep the project.
    SaveProject,
    /// Where to write an export in this format.
    SaveExport(&'static str),
    /// A file for adopted figures.
    SaveAdopted,
    /// Where to put a package, with or without originals and history.
    SavePackage(Along, Along),
    /// The project whose decisions are taken over.
    OtherProject,
    /// Where to save a drawing of the charts.
    SaveSvg,
    /// Where to save pixels of the charts, and how many a point.
    SavePng(u8),
    /// Where to write the points of the charts.
    SavePoints,
}

/// What came back.
pub(in crate::ui) enum Answer {
    /// The paths that were chosen.
    Chosen(Ask, Vec<PathBuf>),
    /// Nothing was chosen.
    Cancelled,
    /// This system has no dialog.
    NoDialog,
}

/// The one dialog that may be open.
#[derive(Default)]
pub(in crate::ui) struct Files {
    slot: Slot<Option<Vec<PathBuf>>>,
    asked: Option<(Ask, f64)>,
}

impl Files {
    /// Opens the system's dialog; does nothing while one is open.
    pub(in crate::ui) fn ask(&mut self, ctx: &Context, ask: Ask) {
        if self.slot.is_running() {
            return;
        }
        self.asked = Some((ask, ctx.input(|input| input.time)));
        let wake = ctx.clone();
        self.slot
            .start("file dialog", move || wake.request_repaint(), move |_| show(ask));
    }

    /// What the dialog gave since the last call.
    pub(in crate::ui) fn poll(&mut self, ctx: &Context) -> Option<Answer> {
        let ended = self.slot.poll()?.is_ok();
        let (ask, since) = self.asked.take()?;
        let waited = ctx.input(|input| input.time) - since;
        match self.slot.take().flatten().filter(|_| ended) {
            Some(paths) => Some(Answer::Chosen(ask, paths)),
            None if waited < NO_DIALOG_SECS => Some(Answer::NoDialog),
            None => Some(Answer::Cancelled),
        }
    }
}

fn show(ask: Ask) -> Option<Vec<PathBuf>> {
    let dialog = rfd::FileDialog::new();
    let one = |path: Option<PathBuf>| path.map(|path| vec![path]);
    match ask {
        Ask::Files => dialog
            .set_title("Add files")
            .add_filter("Articles", &crate::disk::ARTICLE_ENDS)
            .add_filter("All files", &["*"])
            .pick_files(),
        Ask::Folder => one(dialog.set_title("Add a folder").pick_folder()),
        Ask::Watch => one(dialog.set_title("Watch a folder").pick_folder()),
        Ask::Project => one(dialog
            .set_title("Open a project")
            .add_filter("Projects", &["tally", "tallyzip", "zip"])
            .pick_file()),
        Ask::OtherProject => one(dialog
            .set_title("Take decisions from another project")
            .add_filter("Projects", &["tally"])
            .pick_file()),
        Ask::SavePackage(..) => one(dialog
            .set_title("Hand over a copy")
            .add_filter("Packages", &["tallyzip", "zip"])
            .set_file_name("project.tallyzip")
            .save_file()),
        Ask::SaveProject => one(dialog
            .set_title("Save as")
            .add_filter("Projects", &["tally"])
            .set_file_name("project.tally")
            .save_file()),
        Ask::SaveExport(id) => {
            let format = format_of(id)?;
            let dialog = dialog.set_title("Export");
            let (dialog, name) = match format.shape {
                Shape::File => (
                    dialog.add_filter(format.label, &[format.ending]),
                    format!("export.{}", format.ending),
                ),
                Shape::Folder => (dialog, format.id.to_owned()),
            };
            one(dialog.set_file_name(name).save_file())
        }
        Ask::SaveAdopted => one(dialog
            .set_title("Export adopted figures")
            .add_filter("Tables", &["csv"])
            .set_file_name("adopted.csv")
            .save_file()),
        Ask::SaveSvg => one(dialog
            .set_title("Save the picture")
            .add_filter("Drawings", &["svg"])
            .set_file_name("chart.svg")
            .save_file()),
        Ask::SavePng(_) => one(dialog
            .set_title("Save the picture")
            .add_filter("Pictures", &["png"])
            .set_file_name("chart.png")
            .save_file()),
        Ask::SavePoints => one(dialog
            .set_title("Export the points")
            .add_filter("Tables", &["csv"])
            .set_file_name("points.csv")
            .save_file()),
    }
}
