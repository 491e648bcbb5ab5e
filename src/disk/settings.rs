//! The settings file: choices of this person on this machine, as TOML.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{with_end, write_file};
use super::error::{DiskError, Trouble};
use super::folders::make_folder;
use super::settings_text::with_comments;

/// Choices of this person as they stand in the file. What is missing there has its default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedSettings {
    /// "system", "light" or "dark".
    pub theme: String,
    /// Percent.
    pub text_size_percent: u16,
    /// Whether marks are drawn in the text.
    pub show_marks: bool,
    /// Whether names and dates are marked too.
    pub show_names: bool,
    /// Whether the library is shown.
    pub show_library: bool,
    /// Projects opened before, newest first; names that are no Unicode are not kept.
    pub recent: Vec<String>,
    /// Columns of the table of claims, hidden ones with a minus; empty = the built-in ones.
    pub review_columns: Vec<String>,
    /// Keys that differ from the built-in ones, by command id.
    pub keys: BTreeMap<String, String>,
    /// How tables were read before, by what their columns are called.
    pub tables: BTreeMap<String, String>,
    /// What was chosen for the last exports: "format", "which", "folder", "claims-csv.bom".
    pub exports: BTreeMap<String, String>,
    /// What a newer version wrote: kept as it is.
    #[serde(flatten)]
    pub other: toml::Table,
}

impl Default for SavedSettings {
    fn default() -> Self {
        Self {
            theme: "system".to_owned(),
            text_size_percent: 100,
            show_marks: true,
            show_names: true,
            show_library: true,
            recent: Vec::new(),
            keys: BTreeMap::new(),
            tables: BTreeMap::new(),
            exports: BTreeMap::new(),
            review_columns: Vec::new(),
            other: toml::Table::new(),
        }
    }
}

impl SavedSettings {
    /// The recent projects as paths.
    pub fn recent_paths(&self) -> Vec<PathBuf> {
        self.recent.iter().map(PathBuf::from).collect()
    }

    /// Sets the recent projects; names that are no Unicode are left out.
    pub fn set_recent_paths(&mut self, paths: &[PathBuf]) {
        let names = paths.iter().filter_map(|path| path.to_str());
        self.recent = names.map(str::to_owned).collect();
    }
}

/// Reads the settings. A missing file gives the defaults; a damaged one as well, with what to tell the analyst, and is
/// kept beside as `settings.toml.bad`.
pub fn load_settings(path: &Path) -> (SavedSettings, Option<DiskError>) {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (SavedSettings::default(), None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return (SavedSettings::default(), Some(put_aside(path, "it is no text")));
        }
        Err(error) => {
            let error = DiskError::from_io(
                "The settings could not be read, so the built-in ones hold",
                path,
                &error,
            );
            return (SavedSettings::default(), Some(error));
        }
    };
    match toml::from_str(&text) {
        Ok(settings) => (settings, None),
        Err(error) => (SavedSettings::default(), Some(put_aside(path, error.message()))),
    }
}

fn put_aside(path: &Path, why: &str) -> DiskError {
    let bad = with_end(path, ".bad");
    let kept = match fs::rename(path, &bad) {
        Ok(()) => format!(" The damaged file is kept as {}.", bad.display()),
        Err(_) => String::new(),
    };
    let sentence = format!("The settings could not be read, so the built-in ones hold: {why}.{kept}");
    DiskError::new(Trouble::Damaged, path, sentence)
}

/// Writes the settings, whole or not at all; makes the folder.
///
/// # Errors
/// Where the folder cannot be written or the disk is full.
pub fn save_settings(path: &Path, settings: &SavedSettings) -> Result<(), DiskError> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let values = toml::to_string_pretty(settings).map_err(|error| {
        DiskError::new(
            Trouble::Other,
            path,
            format!("The settings could not be written: {error}."),
        )
    })?;
    let before = fs::read_to_string(path).unwrap_or_default();
    write_file(path, with_comments(&values, &before).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{SavedSettings, Trouble, load_settings, save_settings};

    #[test]
    fn settings_are_read_back_and_what_is_unknown_stays() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("config/settings.toml");
        assert_eq!(load_settings(&path), (SavedSettings::default(), None));
        let mut settings = SavedSettings {
            theme: "dark".to_owned(),
            ..SavedSettings::default()
        };
        settings.keys.insert("accept".to_owned(), "Ctrl+Y".to_owned());
        settings.set_recent_paths(&["/tmp/ä b.tally".into()]);
        settings.other.insert("from_tomorrow".to_owned(), 7.into());
        save_settings(&path, &settings).unwrap();
        save_settings(&path, &settings).unwrap();
        assert_eq!(load_settings(&path), (settings, None));
        std::fs::write(&path, "theme = \"light\"").unwrap();
        assert_eq!(load_settings(&path).0.theme, "light");
    }

    #[test]
    fn the_file_explains_itself_and_keeps_what_people_wrote() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("settings.toml");
        let by_hand = "# mine\ntheme = \"dark\"\n\n# for later\nfrom_tomorrow = 7\n";
        std::fs::write(&path, by_hand).unwrap();
        let (mut settings, error) = load_settings(&path);
        assert_eq!((settings.theme.as_str(), error), ("dark", None));
        settings.keys.insert("accept".to_owned(), "Ctrl+Y".to_owned());
        save_settings(&path, &settings).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for part in [
            "# Settings of Tallyscope",
            "# Light or dark: \"system\", \"light\" or \"dark\".\n# mine\ntheme = \"dark\"\n",
            "# for later\nfrom_tomorrow = 7\n",
            "[keys]\naccept = \"Ctrl+Y\"\n",
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        // written again it is the same
        save_settings(&path, &settings).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        assert_eq!(load_settings(&path), (settings, None));
    }

    #[test]
    fn damaged_settings_are_kept_aside() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("settings.toml");
        for bad in [&b"theme = = 3"[..], b"text_size_percent = \"big\"", b"\xff\xfe\x00"] {
            std::fs::write(&path, bad).unwrap();
            let (settings, error) = load_settings(&path);
            assert_eq!(settings, SavedSettings::default());
            let error = error.unwrap();
            assert_eq!(error.trouble, Trouble::Damaged);
            assert!(error.sentence.contains("built-in ones hold"), "{error}");
            assert_eq!(std::fs::read(home.path().join("settings.toml.bad")).unwrap(), bad);
            assert!(!path.exists());
        }
    }
}
