//! Where data, state and settings lie on this machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Trouble};

/// The variable that moves all three folders, for tests and for programs on a stick.
pub const HOME_VARIABLE: &str = "TALLYSCOPE_HOME";

/// Where data, state and settings lie. The folders need not be there; who writes makes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Untitled projects and the sample project.
    pub data: PathBuf,
    /// What can be lost: logs, sizes of windows.
    pub state: PathBuf,
    /// The settings.
    pub config: PathBuf,
}

impl Folders {
    /// The folders as the system has them, or below `TALLYSCOPE_HOME`.
    ///
    /// # Errors
    /// Where the system names no home folder.
    pub fn find() -> Result<Self, DiskError> {
        if let Some(home) = env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            return Ok(Self::below(Path::new(&home)));
        }
        let Some(dirs) = directories::ProjectDirs::from("", "", "tallyscope") else {
            let sentence = format!("No home folder was found to keep projects in. Set {HOME_VARIABLE} to a folder.");
            return Err(DiskError::new(Trouble::Missing, Path::new(""), sentence));
        };
        Ok(Self {
            data: dirs.data_dir().to_path_buf(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_path_buf(),
            config: dirs.config_dir().to_path_buf(),
        })
    }

    /// All three below one folder.
    pub fn below(home: &Path) -> Self {
        Self {
            data: home.join("data"),
            state: home.join("state"),
            config: home.join("config"),
        }
    }

    /// The settings file.
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// What the program remembers by itself.
    pub fn state_file(&self) -> PathBuf {
        self.state.join("state.toml")
    }

    /// Where the log is written.
    pub fn logs(&self) -> PathBuf {
        self.state.join("log")
    }

    /// Where reports of panics lie.
    pub fn reports(&self) -> PathBuf {
        self.state.join("reports")
    }

    /// Where open windows are noted.
    pub fn sessions(&self) -> PathBuf {
        self.state.join("windows")
    }

    /// The project of the sample.
    pub fn demo_project(&self) -> PathBuf {
        self.data.join("demo.tally")
    }

    /// A free name for a project that was not saved anywhere yet; makes the data folder.
    ///
    /// # Errors
    /// Where the data folder cannot be made.
    pub fn new_untitled(&self) -> Result<PathBuf, DiskError> {
        make_folder(&self.data)?;
        let names = (1_u32..).map(|number| self.data.join(format!("untitled-{number}.tally")));
        let free = names.into_iter().find(|path| !path.exists());
        Ok(free.unwrap_or_else(|| self.data.join("untitled.tally")))
    }

    /// True for a project that was not saved anywhere yet.
    pub fn is_untitled(&self, project: &Path) -> bool {
        let name = project.file_name().map(|name| name.to_string_lossy().into_owned());
        project.parent() == Some(&self.data) && name.is_some_and(|name| name.starts_with("untitled"))
    }
}

/// Makes a folder with those above it; nothing happens where it is there.
///
/// # Errors
/// Where the system does not let us.
pub fn make_folder(path: &Path) -> Result<(), DiskError> {
    fs::create_dir_all(path).map_err(|error| DiskError::from_io("The folder could not be made", path, &error))
}

#[cfg(test)]
mod tests {
    use super::Folders;

    #[test]
    fn untitled_projects_get_free_names() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::below(home.path());
        let first = folders.new_untitled().unwrap();
        std::fs::write(&first, "x").unwrap();
        let second = folders.new_untitled().unwrap();
        assert!(first.ends_with("data/untitled-1.tally") && second.ends_with("data/untitled-2.tally"));
        assert!(folders.is_untitled(&second) && !folders.is_untitled(&folders.demo_project()));
    }
}
