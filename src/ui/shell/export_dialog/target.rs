//! Where an export goes: a path that is suggested, typed, or chosen in the system's dialog.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Ui};

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, text_field_ui};
use super::super::files::Ask;
use super::super::path_dialog::typed_path;
use crate::app::State;
use crate::export::formats::{Format, Shape};

/// Where an export goes.
pub(super) struct Target {
    text: String,
    /// What was suggested: while nothing else was typed it follows the format.
    suggested: String,
    /// What went wrong, in a sentence.
    pub(super) message: &'static str,
    /// For which words and format it was looked whether something is there.
    looked: (String, &'static str),
    is_there: bool,
    was_focused: bool,
}

impl Target {
    /// A place beside the last export, else beside the project.
    pub(super) fn new(state: &State, format: &'static Format) -> Self {
        let text = suggestion(state, format);
        Self {
            suggested: text.clone(),
            text,
            message: "",
            looked: (String::new(), ""),
            is_there: false,
            was_focused: false,
        }
    }

    /// Another format was chosen: another name, or what was typed with another ending.
    pub(super) fn suggest(&mut self, state: &State, format: &'static Format) {
        let suggested = suggestion(state, format);
        if self.text == self.suggested || self.text.trim().is_empty() {
            self.text.clone_from(&suggested);
        } else {
            let typed = Path::new(self.text.trim());
            self.text = typed.with_extension(format.ending).display().to_string();
        }
        self.suggested = suggested;
    }

    /// The path as it is now; `None` where nothing is typed.
    pub(super) fn path(&self, format: &'static Format) -> Option<PathBuf> {
        typed_path(&self.text, Ask::SaveExport(format.id))
    }

    /// True where a file of that name would be replaced.
    pub(super) fn replaces(&self) -> bool {
        self.is_there
    }

    /// Draws the field and what is to be known of the place; true where Enter was pressed in it.
    pub(super) fn target_ui(&mut self, ui: &mut Ui, format: &'static Format) -> bool {
        let c = &Theme::of(ui).color;
        let id = Id::unique("export path");
        let hint = match format.shape {
            Shape::File => ("Path", "/home/me/claims.csv"),
            Shape::Folder => ("Path", "/home/me/annotations"),
        };
        label_ui(ui, "Export to", Type::Key, c.muted);
        let response = text_field_ui(ui, id, &mut self.text, hint, !self.message.is_empty());
        if response.changed() {
            self.message = "";
        }
        if !self.was_focused {
            self.was_focused = true;
            response.request_focus();
        }
        if self.looked != (self.text.clone(), format.id) {
            self.is_there = self.path(format).is_some_and(|path| path.exists());
            self.looked = (self.text.clone(), format.id);
        }
        let (words, ink) = match (self.message, self.is_there, format.shape) {
            ("", true, Shape::File) => ("A file of that name is there. It will be replaced.", c.warn),
            ("", true, Shape::Folder) => ("Something of that name is there. Choose another name.", c.warn),
            ("", false, Shape::File) => ("The file is written whole or not at all.", c.muted),
            ("", false, Shape::Folder) => ("A folder is made; it is written whole or not at all.", c.muted),
            (message, ..) => (message, c.error),
        };
        label_ui(ui, words, Type::Small, ink);
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }
}

/// "/home/me/varland-march-2031-claims.csv".
fn suggestion(state: &State, format: &Format) -> String {
    let ending = format!("-{}", format.ending);
    let what = format.id.strip_suffix(&ending).unwrap_or(format.id);
    suggested(state, what, format.ending)
}

/// A place beside the last export, else beside the project, named after the project and `what`.
pub(in crate::ui::shell) fn suggested(state: &State, what: &str, ending: &str) -> String {
    let project = &state.project;
    let beside = || {
        project
            .path
            .parent()
            .map(Path::to_path_buf)
            .filter(|_| !project.untitled)
    };
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let folder = state.settings.export_folder().or_else(beside).or_else(home);
    let mut name = plain(project.own_name());
    if !name.is_empty() {
        name.push('-');
    }
    name.push_str(what);
    if !ending.is_empty() {
        name.push('.');
        name.push_str(ending);
    }
    folder.unwrap_or_default().join(name).display().to_string()
}

/// "Varland, March 2031" as "varland-march-2031": a name that every system takes.
fn plain(name: &str) -> String {
    let low = name.to_lowercase();
    let words = low
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.take(8).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{Target, plain};
    use crate::app::State;
    use crate::export::formats::format_of;

    #[test]
    fn the_name_follows_the_format_until_another_one_is_typed() {
        let mut state = State::default();
        state.project.name = "Varland, March 2031".to_owned();
        state.project.path = "/home/me/unrest.tally".into();
        let [csv, ged] = ["claims-csv", "ucdp-ged-csv"].map(|id| format_of(id).expect("a format"));
        let xlsx = format_of("claims-xlsx").expect("a format");
        let mut target = Target::new(&state, csv);
        assert_eq!(target.text, "/home/me/varland-march-2031-claims.csv");
        target.suggest(&state, ged);
        assert_eq!(target.text, "/home/me/varland-march-2031-ucdp-ged.csv");
        target.text = "/tmp/mine.csv".to_owned();
        target.suggest(&state, xlsx);
        assert_eq!(target.text, "/tmp/mine.xlsx");
        target.text = " ".to_owned();
        assert_eq!(target.path(xlsx), None);
        target.suggest(&state, csv);
        assert_eq!(target.path(csv), Some("/home/me/varland-march-2031-claims.csv".into()));
    }

    #[test]
    fn names_are_plain() {
        assert_eq!(plain("Été / 2031: “Nuit”"), "été-2031-nuit");
        assert_eq!(plain("…"), "");
    }
}
