//! `tallyscope export`.

use std::path::Path;

use super::args::ExportArgs;
use super::plan::Outside;
use crate::disk;
use crate::export;

/// Writes the claims of a project. 0 when it was written, 1 when not.
pub(super) fn run(args: &ExportArgs, outside: &mut Outside<'_>) -> u8 {
    let store = match disk::open(&args.project) {
        Ok(opened) => opened.store,
        Err(error) => {
            outside.problem("", &error.to_string());
            return 1;
        }
    };
    let bytes = export::claims_csv(&store);
    if args.csv == Path::new("-") {
        let printed = outside.print(&String::from_utf8_lossy(&bytes));
        return u8::from(!printed);
    }
    match disk::write_file(&args.csv, &bytes) {
        Ok(()) => 0,
        Err(error) => {
            outside.problem("", &error.to_string());
            1
        }
    }
}
