//! Documents that are ZIP archives of parts: their parts by name, within the limits.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::article::Limits;

/// All parts of one document that are looked at, in bytes together.
const TOTAL_BYTES: u64 = 256 << 20;

/// A document's archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    room: u64,
}

impl<'a> Package<'a> {
    /// The archive of these bytes; `None` where they are none.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        Some(Self {
            archive,
            room: TOTAL_BYTES,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part; a sentence where it is not there, damaged, locked or too long.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let index = self.archive.index_for_name(name);
        let index = index.ok_or_else(|| format!("The part {name} is missing in the document."))?;
        let damaged = |why: String| format!("The part {name} of the document is damaged ({why}).");
        let file = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => LOCKED.to_owned(),
            error => damaged(error.to_string()),
        })?;
        let ratio = Limits::default().ratio;
        let by_ratio = file.compressed_size().saturating_mul(ratio).max(Limits::FREE_BYTES);
        let room = self.room.min(by_ratio);
        let mut bytes = Vec::new();
        // one byte more than there is room for tells what is too long, whatever the archive says its length is
        let read = file.take(room + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > room {
            return Err(format!(
                "The part {name} of the document is longer than {} MB when unpacked and was left out.",
                room >> 20
            ));
        }
        self.room -= bytes.len() as u64;
        match read {
            Ok(_) => Ok(bytes),
            Err(error) => Err(damaged(error.to_string())),
        }
    }
}

/// What is said of documents whose text is encrypted.
pub(super) const LOCKED: &str = "The document is locked with a password: open it in the program that made it, save it without a password, \
     and add it again.";

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::Package;

    /// A document's archive with these parts.
    pub(in crate::article::document) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_and_bombs_are_not_opened() {
        let zeros = vec![b' '; 20 << 20];
        let bytes = zipped(&[("a.xml", b"<a/>"), ("bomb.xml", &zeros)]);
        let mut package = Package::new(&bytes).unwrap();
        assert_eq!(package.part("a.xml").unwrap(), b"<a/>");
        assert!(package.part("bomb.xml").unwrap_err().contains("longer than 16 MB"));
        assert!(package.part("b.xml").unwrap_err().contains("missing"));
        assert!(Package::new(b"PK\x03\x04 no archive").is_none());
    }
}
