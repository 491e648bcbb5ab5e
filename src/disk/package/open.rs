//! Opens a package: into a folder that is not there yet, every file as long as the list says and with the digest that
//! stands there. Packages come from others: nothing in them is trusted.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::manifest::{Listed, Manifest, PackageFacts};
use super::names::below;
use super::{MANIFEST, README};
use crate::disk::atomic::{sync_folder, with_end};
use crate::disk::check::check_header;
use crate::disk::error::{DiskError, Trouble};
use crate::disk::files::hex;
use crate::jobs::Token;

const WHAT: &str = "The package could not be opened";

/// The longest list that is read.
const MOST_LIST: u64 = 64 * 1024 * 1024;
/// Files that a package may have.
const MOST_FILES: usize = 1_000_000;
/// How many times longer than packed a file may be; texts and databases stay far below.
const MOST_RATIO: u64 = 1200;

type Archive = ZipArchive<BufReader<File>>;

/// What a package says that it holds; `None` for a file that is no package.
///
/// # Errors
/// A package that this version cannot read.
pub fn package_facts(path: &Path) -> Result<Option<PackageFacts>, DiskError> {
    let Ok(file) = File::open(path) else {
        return Ok(None);
    };
    let Ok(mut archive) = ZipArchive::new(BufReader::new(file)) else {
        return Ok(None);
    };
    Ok(list(path, &mut archive)?.map(|manifest| manifest.facts()))
}

/// The list of a package; `None` where there is none.
fn list(path: &Path, archive: &mut Archive) -> Result<Option<Manifest>, DiskError> {
    let Ok(file) = archive.by_name(MANIFEST) else {
        return Ok(None);
    };
    let mut text = Vec::new();
    let read = file.take(MOST_LIST + 1).read_to_end(&mut text);
    if read.is_err() || text.len() as u64 > MOST_LIST {
        return Ok(None);
    }
    match Manifest::read(&text) {
        None => Ok(None),
        Some(Ok(manifest)) if manifest.files.len() <= MOST_FILES => Ok(Some(manifest)),
        Some(Ok(_)) => Err(refused(path, "it lists more than a million files.")),
        Some(Err(why)) => Err(refused(path, &why)),
    }
}

fn refused(path: &Path, why: &str) -> DiskError {
    DiskError::new(Trouble::Damaged, path, format!("{WHAT}: {why} Nothing was unpacked."))
}

/// Unpacks a package into `folder`, which must not be there yet, and gives the path of its project. `progress` hears the
/// files done and in all. `None` where `token` was stopped: nothing is left behind then.
///
/// # Errors
/// Where something of that name is there, the package is damaged or altered, or the disk is full; nothing is left behind.
pub fn open_package(
    path: &Path,
    folder: &Path,
    token: &Token,
    progress: &dyn Fn(usize, usize),
) -> Result<Option<PathBuf>, DiskError> {
    if folder.symlink_metadata().is_ok() {
        let sentence = format!("{WHAT} there: something of that name is there already. Choose another folder.");
        return Err(DiskError::new(Trouble::Exists, folder, sentence));
    }
    let file = File::open(path).map_err(|error| DiskError::from_io(WHAT, path, &error))?;
    let mut archive =
        ZipArchive::new(BufReader::new(file)).map_err(|error| refused(path, &format!("it is damaged ({error}).")))?;
    let manifest = list(path, &mut archive)?.ok_or_else(|| refused(path, "it is no package of Tallyscope."))?;
    let files = targets(path, &manifest)?;
    let part = with_end(folder, ".part");
    // what an attempt before left there
    drop(fs::remove_dir_all(&part));
    let written = make(&part).and_then(|()| unpack((path, &mut archive), (&part, &files), token, progress));
    let placed = written.and_then(|done| {
        if !done || token.stale() {
            return Ok(None);
        }
        let project = below(&manifest.project.file).unwrap_or_default();
        check_header(&part.join(&project))?;
        fs::rename(&part, folder).map_err(|error| DiskError::from_io(WHAT, folder, &error))?;
        sync_folder(folder);
        Ok(Some(folder.join(project)))
    });
    if !matches!(placed, Ok(Some(_))) {
        drop(fs::remove_dir_all(&part));
    }
    placed
}

/// By path below the folder what the list says of it.
fn targets<'m>(path: &Path, manifest: &'m Manifest) -> Result<Vec<(PathBuf, &'m Listed)>, DiskError> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for listed in std::iter::once(&manifest.project).chain(&manifest.files) {
        let leads_out = || {
            refused(
                path,
                &format!("its file “{}” would lie outside of its folder.", listed.file),
            )
        };
        let target = below(&listed.file).ok_or_else(leads_out)?;
        if !seen.insert(listed.file.to_lowercase()) {
            return Err(refused(path, &format!("it lists the file “{}” twice.", listed.file)));
        }
        out.push((target, listed));
    }
    let is_project = Path::new(&manifest.project.file)
        .extension()
        .is_some_and(|end| end == "tally");
    if !is_project || manifest.project.file.contains('/') {
        return Err(refused(path, "it names no project."));
    }
    Ok(out)
}

fn make(folder: &Path) -> Result<(), DiskError> {
    fs::create_dir_all(folder).map_err(|error| DiskError::from_io("The folder could not be made", folder, &error))
}

/// Writes all files of the list; false where nobody wants them any more.
fn unpack(
    (path, archive): (&Path, &mut Archive),
    (folder, files): (&Path, &[(PathBuf, &Listed)]),
    token: &Token,
    progress: &dyn Fn(usize, usize),
) -> Result<bool, DiskError> {
    for (number, (target, listed)) in files.iter().enumerate() {
        progress(number, files.len());
        let target = folder.join(target);
        if let Some(parent) = target.parent() {
            make(parent)?;
        }
        if !one((path, archive), listed, &target, token)? {
            return Ok(false);
        }
    }
    // a word for people, which nothing rests on
    if let Ok(file) = archive.by_name(README) {
        let mut text = Vec::new();
        if file.take(64 * 1024).read_to_end(&mut text).is_ok() {
            let target = folder.join(README);
            fs::write(&target, text).map_err(|error| DiskError::from_io(WHAT, &target, &error))?;
        }
    }
    Ok(true)
}

fn one(
    (path, archive): (&Path, &mut Archive),
    listed: &Listed,
    target: &Path,
    token: &Token,
) -> Result<bool, DiskError> {
    let name = &listed.file;
    let file = archive
        .by_name(name)
        .map_err(|error| refused(path, &format!("its file “{name}” is missing or locked ({error}).")))?;
    if listed.bytes > file.compressed_size().saturating_mul(MOST_RATIO).saturating_add(4096) {
        return Err(refused(
            path,
            &format!("its file “{name}” is packed more tightly than files are."),
        ));
    }
    let failed = |error: &io::Error| DiskError::from_io(WHAT, target, error);
    let mut out = BufWriter::new(File::create_new(target).map_err(|error| failed(&error))?);
    // one byte more than the list says tells what is too long
    let mut file = file.take(listed.bytes.saturating_add(1));
    let mut digest = Sha256::new();
    let mut length = 0;
    let mut buffer = vec![0; 256 * 1024];
    loop {
        if token.stale() {
            return Ok(false);
        }
        let read = file
            .read(&mut buffer)
            .map_err(|error| refused(path, &format!("its file “{name}” is damaged ({error}).")))?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        out.write_all(bytes).map_err(|error| failed(&error))?;
        digest.update(bytes);
        length += bytes.len() as u64;
    }
    let out = out.into_inner().map_err(|error| failed(error.error()))?;
    out.sync_all().map_err(|error| failed(&error))?;
    if length != listed.bytes || hex(&digest.finalize()) != listed.sha256.to_lowercase() {
        let why = format!("its file “{name}” is not the one that was handed over: its SHA-256 differs.");
        return Err(refused(path, &why));
    }
    Ok(true)
}
