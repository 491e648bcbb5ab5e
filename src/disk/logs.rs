//! The log: plain lines in the state folder, in files that are turned over before they grow large. Never an article's words.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};

use super::error::DiskError;
use super::folders::make_folder;
use super::redact::redact;

/// A file that has grown to this is turned over.
const MOST_BYTES: u64 = 1_000_000;
/// How many files there are at most, the one that is written among them.
const MOST_FILES: usize = 5;

/// Parts of the program that others wrote and that tell why a window does not open. What else logs may know articles.
const TRUSTED: [&str; 6] = ["eframe", "egui_glow", "egui_winit", "glutin", "winit", "rfd"];

/// Begins to write down what happens from this level on; `now` gives the time, RFC 3339 in UTC. Once in a process.
///
/// # Errors
/// Where the folder cannot be made.
pub fn begin_log(folder: &Path, level: LevelFilter, now: fn() -> String) -> Result<(), DiskError> {
    make_folder(folder)?;
    let writer = Writer {
        lines: Mutex::new(Lines::new(folder)),
        now,
    };
    if log::set_boxed_logger(Box::new(writer)).is_ok() {
        log::set_max_level(level);
    }
    Ok(())
}

/// Notes a sentence that was meant for the analyst, without what is quoted in it and without places of files.
pub fn log_sentence(level: log::Level, what: &str, sentence: &str) {
    log::log!(level, "{what}: {}", redact(sentence));
}

/// Notes what was asked for, on how many files of which endings: "OpenPaths: 3 .html, 1 .txt".
pub fn log_files(what: &str, paths: &[PathBuf]) {
    let mut endings: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for path in paths {
        let ending = super::redact::ending(&path.to_string_lossy());
        *endings.entry(ending).or_default() += 1;
    }
    let shown = endings.iter().map(|(ending, count)| match ending.as_str() {
        "" => format!("{count} without ending"),
        ending => format!("{count} {ending}"),
    });
    log::info!("{what}: {}", shown.collect::<Vec<_>>().join(", "));
}

struct Writer {
    lines: Mutex<Lines>,
    now: fn() -> String,
}

impl Log for Writer {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let root = metadata.target().split(':').next().unwrap_or_default();
        root == "tallyscope" || (metadata.level() <= log::Level::Warn && TRUSTED.contains(&root))
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = line(&(self.now)(), record);
        // a panic may have come while another thread wrote
        let mut lines = self.lines.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // a log that cannot be written stops nobody's work
        lines.write(&line).ok();
    }

    fn flush(&self) {}
}

/// "2026-11-22T14:03:22Z warn app::opening: 2 files could not be opened".
fn line(now: &str, record: &Record<'_>) -> String {
    let seconds = now.split('.').next().unwrap_or_default().trim_end_matches('Z');
    let level = record.level().as_str().to_ascii_lowercase();
    let place = record.target().trim_start_matches("tallyscope::");
    let words = record.args().to_string().replace(['\n', '\r'], " ");
    format!("{seconds}Z {level:<5} {place}: {words}\n")
}

struct Lines {
    folder: PathBuf,
    file: Option<File>,
    size: u64,
}

impl Lines {
    fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            file: None,
            size: 0,
        }
    }

    fn path(&self, number: usize) -> PathBuf {
        let name = match number {
            0 => "tallyscope.log".to_owned(),
            number => format!("tallyscope.{number}.log"),
        };
        self.folder.join(name)
    }

    fn write(&mut self, line: &str) -> std::io::Result<()> {
        if self.file.is_none() {
            self.open()?;
        }
        if self.size >= MOST_BYTES {
            self.turn_over();
            // where the folder lets nothing be renamed, the long file goes on
            self.open()?;
        }
        if let Some(file) = &mut self.file {
            file.write_all(line.as_bytes())?;
            self.size += line.len() as u64;
        }
        Ok(())
    }

    fn open(&mut self) -> std::io::Result<()> {
        let file = OpenOptions::new().create(true).append(true).open(self.path(0))?;
        self.size = file.metadata()?.len();
        self.file = Some(file);
        Ok(())
    }

    /// The newest file becomes the second, and so on; the oldest goes.
    fn turn_over(&mut self) {
        self.file = None;
        for number in (0..MOST_FILES - 1).rev() {
            // the first ones may not be there yet
            fs::rename(self.path(number), self.path(number + 1)).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use log::{Level, Record};

    use super::{Lines, MOST_BYTES, MOST_FILES, line};

    #[test]
    fn a_line_has_time_level_place_and_no_line_ends() {
        let shown = line(
            "2026-11-22T14:03:22.123456Z",
            &Record::builder()
                .level(Level::Warn)
                .target("tallyscope::app::opening")
                .args(format_args!("two\nfiles"))
                .build(),
        );
        assert_eq!(shown, "2026-11-22T14:03:22Z warn  app::opening: two files\n");
    }

    #[test]
    fn a_file_that_cannot_be_turned_over_goes_on() {
        let home = tempfile::tempdir().unwrap();
        // nothing can be renamed to a folder with something in it
        for number in 1..MOST_FILES {
            fs::create_dir_all(home.path().join(format!("tallyscope.{number}.log/full"))).unwrap();
        }
        let long = "x".repeat(MOST_BYTES as usize);
        let mut lines = Lines::new(home.path());
        lines.write(&long).unwrap();
        lines.write("last\n").unwrap();
        let kept = fs::read_to_string(home.path().join("tallyscope.log")).unwrap();
        assert!(kept.ends_with("xlast\n"));
    }

    #[test]
    fn files_are_turned_over_and_the_oldest_goes() {
        let home = tempfile::tempdir().unwrap();
        let mut lines = Lines::new(home.path());
        let long = "x".repeat(MOST_BYTES as usize / 2);
        for number in 0..20 {
            lines.write(&format!("{number} {long}\n")).unwrap();
        }
        let mut names: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap()).collect();
        names.sort_by_key(fs::DirEntry::file_name);
        assert_eq!(names.len(), MOST_FILES);
        for entry in &names {
            assert!(entry.metadata().unwrap().len() < 2 * MOST_BYTES);
        }
        let newest = fs::read_to_string(home.path().join("tallyscope.log")).unwrap();
        let oldest = fs::read_to_string(home.path().join("tallyscope.4.log")).unwrap();
        assert!(newest.starts_with("18 ") && newest.lines().count() == 2);
        assert!(oldest.starts_with("10 "));
        // another process goes on where this one stopped
        let mut again = Lines::new(home.path());
        again.write("20\n").unwrap();
        assert!(
            !fs::read_to_string(home.path().join("tallyscope.log"))
                .unwrap()
                .contains("18 ")
        );
    }
}
