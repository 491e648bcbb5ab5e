//! Files of an export of marks.

use super::model::Count;
use crate::export::formats::{Output, OutputFile};

/// One file.
pub(super) fn marks_file(content: impl Into<Vec<u8>>, count: &Count) -> Output {
    with_notes(Output::file(content.into(), count.what()), count)
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

/// A moment as XML and JSON-LD want it: a day alone begins at midnight.
pub(super) fn moment(now: &str) -> String {
    if now.contains('T') {
        return now.to_owned();
    }
    format!("{now}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_day_alone_begins_at_midnight() {
        assert_eq!(moment("2031-03-15"), "2031-03-15T00:00:00Z");
        assert_eq!(moment("2031-03-15T09:00:00Z"), "2031-03-15T09:00:00Z");
    }
}
