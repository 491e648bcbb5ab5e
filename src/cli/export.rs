//! `tallyscope export`.

use std::path::Path;

use super::args::ExportArgs;
use super::plan::Outside;
use crate::app::conclude;
use crate::disk;
use crate::export;

/// Writes the claims of a project, its adopted figures, or both. 0 when all was written, 1 when not.
pub(super) fn run(args: &ExportArgs, outside: &mut Outside<'_>) -> u8 {
    let store = match disk::open(&args.project) {
        Ok(opened) => opened.store,
        Err(error) => {
            outside.problem("", &error.to_string());
            return 1;
        }
    };
    let mut failed = false;
    if let Some(path) = &args.csv {
        failed |= !write(path, &export::claims_csv(&store), outside);
    }
    if let Some(path) = &args.adopted {
        // stories are called as the window calls them
        let conclusions = if store.adopted().is_empty() {
            crate::link::Conclusions::default()
        } else {
            conclude(&store).conclusions
        };
        failed |= !write(path, &export::adopted_csv(&store, &conclusions), outside);
    }
    u8::from(failed)
}

fn write(path: &Path, bytes: &[u8], outside: &mut Outside<'_>) -> bool {
    if path == Path::new("-") {
        return outside.print(&String::from_utf8_lossy(bytes));
    }
    match disk::write_file(path, bytes) {
        Ok(()) => true,
        Err(error) => {
            outside.problem("", &error.to_string());
            false
        }
    }
}
