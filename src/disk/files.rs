//! Files that come in: which ones there are, and their bytes.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::error::{DiskError, Trouble};
use crate::article::Unpacked;
use crate::jobs::Token;

/// Ends of names that are taken from folders, in small letters. A file named by itself is taken whatever its name.
pub const ARTICLE_ENDS: [&str; 28] = [
    "txt",
    "md",
    "htm",
    "html",
    "xhtml",
    "zip",
    "gz",
    "pdf",
    "docx",
    "odt",
    "fodt",
    "rtf",
    "epub",
    "mht",
    "mhtml",
    "webarchive",
    "warc",
    "wacz",
    "eml",
    "emlx",
    "mbox",
    "mbx",
    "json",
    "jsonl",
    "ndjson",
    "csv",
    "tsv",
    "xlsx",
];

/// Those of [`ARTICLE_ENDS`] whose files hold rows: they are articles only where somebody says what the fields mean.
const DATA_ENDS: [&str; 6] = ["json", "jsonl", "ndjson", "csv", "tsv", "xlsx"];

/// What is taken from folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderWanted {
    /// Every file whose name ends as an article's, files of rows too: the analyst is asked what they mean.
    All,
    /// Articles alone; a file of rows is taken where it is named by itself.
    Texts,
}

/// The largest file that is read.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// Folders below folders further down than this are not looked into.
const MAX_DEPTH: usize = 64;

/// What was found at the given paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Files in the order of the given paths, within a folder by name; each once.
    pub files: Vec<PathBuf>,
    /// Paths that gave none, with a sentence each.
    pub problems: Vec<DiskError>,
}

/// Finds the files to read: a file that is named is taken, a folder is searched for articles. Hidden files and folders
/// are left out, and links never lead in circles.
pub fn collect(paths: &[PathBuf], wanted: FolderWanted) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => collect_folder(path, wanted, &mut seen, &mut found),
            Ok(_) => take(path, &mut seen, &mut found.files),
            Err(error) => found
                .problems
                .push(DiskError::from_io("The file could not be read", path, &error)),
        }
    }
    found
}

fn collect_folder(path: &Path, wanted: FolderWanted, seen: &mut BTreeSet<PathBuf>, found: &mut Found) {
    let mut files = Vec::new();
    let num_problems = found.problems.len();
    let mut folders_seen = BTreeSet::new();
    walk(path, MAX_DEPTH, &mut folders_seen, &mut files, &mut found.problems);
    if files.is_empty() && found.problems.len() == num_problems {
        let sentence = format!(
            "There are no articles in this folder: Tallyscope looks for files whose name ends in {}.",
            ARTICLE_ENDS.map(|end| format!(".{end}")).join(", ")
        );
        found.problems.push(DiskError::new(Trouble::Missing, path, sentence));
    }
    if wanted == FolderWanted::Texts {
        files.retain(|path| !has_end(path, &DATA_ENDS));
    }
    for file in files {
        take(&file, seen, &mut found.files);
    }
}

/// Takes a file unless it was taken under another name.
fn take(path: &Path, seen: &mut BTreeSet<PathBuf>, files: &mut Vec<PathBuf>) {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if seen.insert(real) {
        files.push(path.to_path_buf());
    }
}

fn walk(
    folder: &Path,
    depth: usize,
    seen: &mut BTreeSet<PathBuf>,
    files: &mut Vec<PathBuf>,
    problems: &mut Vec<DiskError>,
) {
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    if depth == 0 || !seen.insert(real) {
        return;
    }
    let mut entries = match list(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(DiskError::from_io("The folder could not be read", folder, &error));
            return;
        }
    };
    entries.sort();
    for path in entries.into_iter().filter(|path| !is_hidden(path)) {
        // `metadata` follows links; one that leads nowhere is nothing.
        match fs::metadata(&path) {
            Ok(data) if data.is_dir() => walk(&path, depth - 1, seen, files, problems),
            Ok(data) if data.is_file() && is_article_name(&path) => files.push(path),
            _ => {}
        }
    }
}

fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

/// The files right in the folder whose names end so, by name; none where the folder cannot be listed.
pub fn files_ending(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut files = list(folder).unwrap_or_default();
    files.retain(|path| path.to_string_lossy().ends_with(end) && path.is_file() && !is_hidden(path));
    files.sort();
    files
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// True for names that are taken from folders.
pub fn is_article_name(path: &Path) -> bool {
    has_end(path, &ARTICLE_ENDS)
}

fn has_end(path: &Path, ends: &[&str]) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    end.is_some_and(|end| ends.contains(&end.as_str()))
}

/// The bytes of a file.
///
/// # Errors
/// A folder, a device, a file that is too large, cannot be read or has vanished.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    read_up_to(path, MAX_FILE_BYTES)
}

fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, DiskError> {
    let what = "The file could not be read";
    let failed = |error: &io::Error| DiskError::from_io(what, path, error);
    let data = fs::metadata(path).map_err(|error| failed(&error))?;
    if !data.is_file() {
        let sort = if data.is_dir() { "a folder" } else { "a device or pipe" };
        return Err(DiskError::new(Trouble::Other, path, format!("{what}: it is {sort}.")));
    }
    let file = fs::File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large, even one that grows while it is read.
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(&error))?;
    if bytes.len() as u64 > limit {
        let sentence = format!(
            "{what}: it is larger than {} MB. Split it, or take the articles out of it.",
            limit / 1024 / 1024
        );
        return Err(DiskError::new(Trouble::TooLarge, path, sentence));
    }
    Ok(bytes)
}

/// The articles of a file, each with its own bytes, and what of it was left out; a file that is one article gives one part
/// without a path. A stale token ends it early.
///
/// # Errors
/// As [`read`].
pub fn unpack(path: &Path, token: &Token) -> Result<Unpacked, DiskError> {
    let bytes = read(path)?;
    Ok(super::apart::unpack(bytes, &path.display().to_string(), token))
}

/// The bytes of a file if they are no longer those of this SHA-256, for Reload; `None` where nothing changed.
///
/// # Errors
/// As [`read`].
pub fn read_changed(path: &Path, sha256: &str) -> Result<Option<Vec<u8>>, DiskError> {
    let bytes = read(path)?;
    Ok((sha256_hex(&bytes) != sha256).then_some(bytes))
}

/// SHA-256 as 64 hex digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A digest in small letters.
pub(super) fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Opens a file in the program that the system has for it; does not wait for that program.
///
/// # Errors
/// Where the file is gone or the system has no program for it.
pub fn open_outside(path: &Path) -> Result<(), DiskError> {
    let what = "The file could not be opened in another program";
    fs::metadata(path).map_err(|error| DiskError::from_io(what, path, &error))?;
    open::that_detached(path).map_err(|error| DiskError::from_io(what, path, &error))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{FolderWanted, Trouble, collect, read, read_changed, read_up_to, sha256_hex};

    fn names(files: &[PathBuf]) -> Vec<String> {
        let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        files.iter().map(name).collect()
    }

    #[test]
    fn folders_give_articles_by_name_and_files_are_taken_whatever_their_name() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("news/b")).unwrap();
        fs::create_dir_all(at("news/.git")).unwrap();
        fs::create_dir_all(at("empty")).unwrap();
        for name in [
            "news/c.TXT",
            "news/b/z.html",
            "news/a.md",
            "news/x.jpg",
            "news/.git/h.txt",
            "odd.dat",
        ] {
            fs::write(at(name), name).unwrap();
        }
        let found = collect(
            &[at("odd.dat"), at("news"), at("news/a.md"), at("empty"), at("gone.txt")],
            FolderWanted::All,
        );
        assert_eq!(names(&found.files), ["odd.dat", "a.md", "z.html", "c.TXT"]);
        let problems: Vec<_> = found.problems.iter().map(|problem| problem.path.clone()).collect();
        assert_eq!(problems, [at("empty"), at("gone.txt")]);
        assert!(
            found
                .problems
                .first()
                .unwrap()
                .sentence
                .starts_with("There are no articles in this folder")
        );
        assert!(found.problems.last().unwrap().sentence.contains("no longer there"));
    }

    #[test]
    fn files_of_rows_are_taken_where_they_are_wanted_or_named() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        for name in ["a.txt", "dates.tsv", "rows.JSONL"] {
            fs::write(at(name), name).unwrap();
        }
        let folder = home.path().to_path_buf();
        let taken = |paths: &[PathBuf], wanted| names(&collect(paths, wanted).files);
        assert_eq!(
            taken(std::slice::from_ref(&folder), FolderWanted::All),
            ["a.txt", "dates.tsv", "rows.JSONL"]
        );
        assert_eq!(taken(std::slice::from_ref(&folder), FolderWanted::Texts), ["a.txt"]);
        assert_eq!(
            taken(&[at("rows.JSONL"), folder], FolderWanted::Texts),
            ["rows.JSONL", "a.txt"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_in_circles() {
        use std::os::unix::fs::symlink;
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("a/b")).unwrap();
        fs::write(at("a/b/one.txt"), "one").unwrap();
        symlink(at("a"), at("a/b/up")).unwrap();
        symlink(at("a/b/one.txt"), at("a/two.txt")).unwrap();
        symlink(at("nowhere"), at("a/three.txt")).unwrap();
        let found = collect(&[at("a")], FolderWanted::All);
        assert_eq!(
            (names(&found.files), found.problems.len()),
            (vec!["one.txt".to_owned()], 0)
        );
    }

    #[test]
    fn what_cannot_be_read_is_said_in_a_sentence() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.txt");
        assert_eq!(read(&path).unwrap_err().trouble, Trouble::Missing);
        assert!(read(home.path()).unwrap_err().sentence.contains("it is a folder"));
        fs::write(&path, vec![b'x'; 2 * 1024 * 1024 + 1]).unwrap();
        let error = read_up_to(&path, 2 * 1024 * 1024).unwrap_err();
        assert_eq!(error.trouble, Trouble::TooLarge);
        assert!(error.to_string().contains("larger than 2 MB") && error.to_string().contains("\nFile: "));
        fs::write(&path, "abc").unwrap();
        let sha256 = sha256_hex(b"abc");
        assert_eq!(
            sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(read_changed(&path, &sha256), Ok(None));
        fs::write(&path, "abd").unwrap();
        assert_eq!(read_changed(&path, &sha256), Ok(Some(b"abd".to_vec())));
    }
}
