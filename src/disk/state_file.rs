//! What the program remembers by itself, beside the settings: it can be lost without harm.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::atomic::write_file;
use super::error::DiskError;
use super::folders::make_folder;

/// What the program remembers by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedState {
    /// The version whose news were shown last; empty before the first start.
    pub news_of: String,
}

/// Reads it; what cannot be read is as if it had never been.
pub fn load_state(path: &Path) -> SavedState {
    let text = fs::read_to_string(path).unwrap_or_default();
    toml::from_str(&text).unwrap_or_default()
}

/// Writes it; makes the folder.
///
/// # Errors
/// Where the folder cannot be written or the disk is full.
pub fn save_state(path: &Path, state: &SavedState) -> Result<(), DiskError> {
    path.parent().map_or(Ok(()), make_folder)?;
    // a struct of texts is always a table
    let text = toml::to_string(state).unwrap_or_default();
    write_file(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{SavedState, load_state, save_state};

    #[test]
    fn what_is_remembered_is_read_back_and_damage_forgets_it() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("state/state.toml");
        assert_eq!(load_state(&path), SavedState::default());
        let state = SavedState {
            news_of: "0.2.0".to_owned(),
        };
        save_state(&path, &state).unwrap();
        assert_eq!(load_state(&path), state);
        std::fs::write(&path, "news_of = = 3").unwrap();
        assert_eq!(load_state(&path), SavedState::default());
    }
}
