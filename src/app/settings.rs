//! Choices of this person on this machine; `disk` keeps them as TOML.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::disk::SavedSettings;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ThemeChoice {
    /// The word for it in the settings file.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice of a word from a settings file.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::System, Self::Light, Self::Dark]
            .into_iter()
            .find(|choice| choice.id() == id)
    }
}

/// Choices of this person on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Percent: 85, 100, 115, 130 or 150.
    pub text_size_percent: u16,
    /// Whether marks are drawn in the text.
    pub show_marks: bool,
    /// Whether names and dates are marked too.
    pub show_names: bool,
    /// Whether the library is shown.
    pub show_library: bool,
    /// Projects opened before, newest first.
    pub recent: Vec<PathBuf>,
    /// Keys that differ from the built-in ones: command id to keys as text ("Ctrl+Shift+K"), empty = none.
    pub keys: BTreeMap<String, String>,
    /// How tables were read before, by what their columns are called.
    pub tables: BTreeMap<String, String>,
    /// What was chosen for the last exports, see `exporting`.
    pub exports: BTreeMap<String, String>,
    /// Columns of the table of claims, as [`crate::show::ColumnLook`] writes them; empty = the built-in ones.
    pub columns: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            text_size_percent: 100,
            show_marks: true,
            show_names: true,
            show_library: true,
            recent: Vec::new(),
            keys: BTreeMap::new(),
            tables: BTreeMap::new(),
            exports: BTreeMap::new(),
            columns: Vec::new(),
        }
    }
}

impl Settings {
    /// From the settings file; words that are not known have their default.
    pub(super) fn read(saved: &SavedSettings) -> Self {
        Self {
            theme: ThemeChoice::from_id(&saved.theme).unwrap_or_default(),
            text_size_percent: saved.text_size_percent.clamp(75, 200),
            show_marks: saved.show_marks,
            show_names: saved.show_names,
            show_library: saved.show_library,
            recent: saved.recent_paths(),
            keys: saved.keys.clone(),
            tables: saved.tables.clone(),
            exports: saved.exports.clone(),
            columns: saved.review_columns.clone(),
        }
    }

    /// Into the settings file; what newer versions wrote there stays.
    pub(super) fn write(&self, saved: &mut SavedSettings) {
        self.theme.id().clone_into(&mut saved.theme);
        saved.text_size_percent = self.text_size_percent;
        saved.show_marks = self.show_marks;
        saved.show_names = self.show_names;
        saved.show_library = self.show_library;
        saved.set_recent_paths(&self.recent);
        saved.keys.clone_from(&self.keys);
        saved.tables.clone_from(&self.tables);
        saved.exports.clone_from(&self.exports);
        saved.review_columns.clone_from(&self.columns);
    }
}
