//! Files of an export of marks.

use super::model::Count;
use crate::export::formats::{Output, OutputFile};

/// One file of text.
pub(super) fn marks_file(text: String, count: &Count) -> Output {
    with_notes(Output::file(text.into_bytes(), count.what()), count)
}

/// A folder of files.
pub(super) fn marks_folder(files: Vec<OutputFile>, count: &Count) -> Output {
    with_notes(Output::folder(files, count.what()), count)
}

fn with_notes(mut output: Output, count: &Count) -> Output {
    output.notes = count.notes();
    output
}

/// A file of text in a folder.
pub(super) fn text_file(name: impl Into<String>, text: impl Into<String>) -> OutputFile {
    OutputFile {
        name: name.into(),
        bytes: text.into().into_bytes(),
    }
}
