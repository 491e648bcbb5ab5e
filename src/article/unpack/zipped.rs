//! ZIP archives.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::opener::Opener;
use super::warc;

/// True for a ZIP archive, an empty one too.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Takes the files of the archive in their order in it. Hidden ones, and what macOS adds, are passed over.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            opener.leave_out("", format!("The ZIP archive is damaged ({error})."));
            return;
        }
    };
    let is_crawl = archive.index_for_name("datapackage.json").is_some();
    let mut crawl = if is_crawl {
        crawl(&mut archive, opener)
    } else {
        warc::Crawl::default()
    };
    for index in 0..archive.len() {
        if opener.is_done() {
            return;
        }
        let name = archive.name_for_index(index).and_then(Result::ok);
        let name = name.unwrap_or_default().replace('\\', "/");
        if name.ends_with('/') || is_passed_over(&name) {
            continue;
        }
        // a recorded crawl holds lists and logs beside its archives
        if is_crawl && !name.starts_with("archive/") {
            continue;
        }
        match one(&mut archive, index, opener) {
            Ok(inside) if is_crawl && warc::is_any(&inside) => warc::open_crawl(&inside, &mut crawl, opener),
            Ok(inside) => opener.take(&name, inside),
            Err(sentence) => opener.leave_out(&name, sentence),
        }
    }
}

/// The addresses that a recorded crawl lists as its pages: what else it holds are pieces of them.
fn crawl(archive: &mut ZipArchive<Cursor<&[u8]>>, opener: &Opener<'_>) -> warc::Crawl {
    let mut crawl = warc::Crawl::default();
    for name in ["pages/pages.jsonl", "pages/extraPages.jsonl"] {
        let index = archive.index_for_name(name);
        if let Some(list) = index.and_then(|index| one(archive, index, opener).ok()) {
            crawl.add(&list);
        }
    }
    crawl
}

fn is_passed_over(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// The bytes of one file of the archive; a sentence where they are too many, locked or damaged.
fn one(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, opener: &Opener<'_>) -> Result<Vec<u8>, String> {
    let file = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            "It is locked with a password: unpack the archive first.".to_owned()
        }
        ZipError::UnsupportedArchive(why) => format!("It is packed in a way that is not read here ({why})."),
        error => format!("It is damaged in the archive ({error})."),
    })?;
    let room = opener.room(file.compressed_size());
    let mut bytes = Vec::new();
    // one byte more than there is room for tells what is too long, whatever the archive says its length is
    file.take(room + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("It is damaged in the archive ({error})."))?;
    if bytes.len() as u64 > room {
        return Err(format!(
            "It is longer than {} MB when unpacked, or packed more tightly than files are, and was left out.",
            room >> 20
        ));
    }
    Ok(bytes)
}
