//! Single files packed by gzip, and web archives whose records are packed one by one.

use std::io::Read as _;

use flate2::bufread::MultiGzDecoder;

use super::names::readable;
use super::opener::Opener;
use super::warc;

/// True for what gzip packed.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

/// Takes the file that was packed.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    if warc::is_any(bytes) {
        warc::open(bytes, opener);
        return;
    }
    let mut unpacker = MultiGzDecoder::new(bytes);
    let name = unpacker.header().and_then(|header| header.filename());
    let name = name
        .map(|name| readable(&String::from_utf8_lossy(name)))
        .filter(|name| !name.is_empty());
    let room = opener.room(bytes.len() as u64);
    let mut inside = Vec::new();
    let result = unpacker.by_ref().take(room + 1).read_to_end(&mut inside);
    if inside.len() as u64 > room {
        let sentence = format!(
            "It is longer than {} MB when unpacked, or packed more tightly than files are, and was left out.",
            room >> 20
        );
        opener.leave_out("", sentence);
        return;
    }
    if let Err(error) = result {
        opener.leave_out(
            "",
            format!("The gzip archive is damaged ({error}): unpack it again, or fetch it again."),
        );
        return;
    }
    opener.take(name.as_deref().unwrap_or("unpacked"), inside);
}
