//! Reads another project's rows without a lock, a log or a newer version of it: it is left as it is.

use std::path::Path;

use super::check::{check_header, check_inside, not_loaded, open_as_it_stands_or_with_log};
use super::error::DiskError;
use super::rows::load;
use crate::store::Store;

/// The rows of a project that is not worked on.
///
/// # Errors
/// A file that is no project, is damaged, comes from a newer version, or cannot be read.
pub fn read_project(path: &Path) -> Result<Store, DiskError> {
    check_header(path)?;
    let mut reader = open_as_it_stands_or_with_log(path)?;
    check_inside(path, &reader)?;
    let loaded = load(&mut reader).map_err(|error| not_loaded(path, &error))?;
    Ok(loaded.store)
}
