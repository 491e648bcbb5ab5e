//! Keeps streams from unpacking themselves: a small file can be made to hold the world. The parser of objects unpacks what
//! it needs without a limit, so all names of packings are made unknown to it but those of streams of objects, and those
//! are measured before. All other streams are unpacked by [`super::filter`], within limits.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// All streams of objects together, in bytes.
const MAX_OBJECT_BYTES: u64 = 256 << 20;

/// The longest packed stream of objects that cannot be measured, being encrypted; it grows at most a thousandfold.
const MAX_LOCKED_BYTES: usize = 512 << 10;

/// Names of packings, as they stand in a file.
const FILTERS: &[&[u8]] = &[
    b"/FlateDecode",
    b"/LZWDecode",
    b"/RunLengthDecode",
    b"/ASCII85Decode",
    b"/ASCIIHexDecode",
];

/// Takes the place of the first letter of such a name.
pub(super) const UNKNOWN: u8 = b'x';

/// What is said of a file that is packed too tightly.
const TOO_TIGHT: &str = "It is packed more tightly than documents are and was not opened.";

/// A copy of the file that is safe to parse.
pub(super) fn guarded(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let kept = object_streams(bytes);
    measure(bytes, &kept)?;
    let mut out = bytes.to_vec();
    let is_kept = |at: usize| kept.iter().any(|(start, end)| (*start..*end).contains(&at));
    let mut at = 0;
    while let Some(found) = next(bytes, b'/', at) {
        at = found + 1;
        let rest = bytes.get(found..).unwrap_or_default();
        if rest.starts_with(b"/F") || rest.starts_with(b"/LZW") || rest.starts_with(b"/R") || rest.starts_with(b"/A") {
            hide(bytes, &mut out, found, &is_kept);
        }
    }
    Ok(out)
}

/// Hides the name at `at`, or what follows it where it is a key of packings.
fn hide(bytes: &[u8], out: &mut [u8], at: usize, is_kept: &impl Fn(usize) -> bool) {
    let rest = bytes.get(at..).unwrap_or_default();
    if is_kept(at) {
        return;
    }
    if FILTERS.iter().any(|name| rest.starts_with(name)) {
        set(out, at + 1);
        return;
    }
    let key = [&b"/Filter"[..], b"/F"].into_iter().find(|key| rest.starts_with(key));
    let Some(key) = key else { return };
    let mut from = blanks(bytes, at + key.len());
    if is_reference(bytes, from) {
        // a packing whose name stands elsewhere, which may be in a stream of objects
        set(out, at + 1);
        return;
    }
    if bytes.get(from) == Some(&b'[') {
        from = blanks(bytes, from + 1);
    }
    // short names, and names written by numbers, in a list of a few
    for _ in 0..8 {
        if bytes.get(from) != Some(&b'/') {
            return;
        }
        let name = bytes.get(from + 1..).unwrap_or_default();
        let length = name.iter().take(64).take_while(|byte| is_regular(**byte)).count();
        let name = name.get(..length).unwrap_or_default();
        if matches!(name, b"Fl" | b"LZW" | b"RL" | b"A85" | b"AHx") || name.contains(&b'#') {
            set(out, from + 1);
        }
        from = blanks(bytes, from + 1 + length);
    }
}

fn set(out: &mut [u8], at: usize) {
    if let Some(byte) = out.get_mut(at) {
        *byte = UNKNOWN;
    }
}

/// True for `12 0 R`.
fn is_reference(bytes: &[u8], at: usize) -> bool {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().take(12).take_while(|byte| byte.is_ascii_digit()).count()
    };
    let number = digits(at);
    let second = blanks(bytes, number);
    let end = digits(second);
    number > at && end > second && second > number && bytes.get(blanks(bytes, end)) == Some(&b'R')
}

/// The first byte from `at` on that is no blank and in no comment.
fn blanks(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    let mut in_comment = false;
    while let Some(byte) = bytes.get(at) {
        in_comment = match byte {
            b'%' => true,
            b'\r' | b'\n' => false,
            _ => in_comment,
        };
        if !in_comment && !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0) {
            break;
        }
        at += 1;
    }
    at
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        b' ' | b'\t' | b'\r' | b'\n' | 0x0c | 0 | b'/' | b'[' | b']' | b'<' | b'>' | b'(' | b')' | b'{' | b'}' | b'%'
    )
}

fn next(bytes: &[u8], byte: u8, from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|own| *own == byte).map(|at| from + at)
}

/// The first place of the words in the bytes.
pub(super) fn find(bytes: &[u8], words: &[u8], from: usize) -> Option<usize> {
    let first = *words.first()?;
    let mut at = from;
    while let Some(found) = next(bytes, first, at) {
        if bytes.get(found..)?.starts_with(words) {
            return Some(found);
        }
        at = found + 1;
    }
    None
}

/// Where the dictionaries of streams of objects lie: from the object's beginning to its first `stream`.
fn object_streams(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for label in [&b"/ObjStm"[..], b"/XRef"] {
        let mut at = 0;
        while let Some(found) = find(bytes, label, at) {
            at = found + label.len();
            let before = bytes.get(found.saturating_sub(2048)..found).unwrap_or_default();
            let start = before.windows(3).rposition(|word| word == b"obj");
            let window = bytes.get(found..bytes.len().min(found + 4096)).unwrap_or_default();
            let end = find(window, b"stream", 0);
            if let (Some(start), Some(end)) = (start, end) {
                out.push((found - before.len() + start, found + end));
            }
        }
    }
    out.sort_unstable();
    out
}

/// Unpacks streams of objects for their length alone.
fn measure(bytes: &[u8], kept: &[(usize, usize)]) -> Result<(), String> {
    let is_locked = find(bytes, b"/Encrypt", 0).is_some();
    let mut total = 0_u64;
    for (start, end) in kept {
        let dictionary = bytes.get(*start..*end).unwrap_or_default();
        let num_filters = FILTERS.iter().map(|name| count(dictionary, name)).sum::<usize>();
        let is_plain = num_filters <= 1 && !dictionary.contains(&b'#') && count(dictionary, b"/Fl") == num_filters;
        if !is_plain {
            return Err(TOO_TIGHT.to_owned());
        }
        let stop = find(bytes, b"endobj", *end).unwrap_or(bytes.len());
        let object = bytes.get(*end..stop).unwrap_or_default();
        if is_locked && count(dictionary, b"/ObjStm") > 0 && object.len() > MAX_LOCKED_BYTES {
            return Err(TOO_TIGHT.to_owned());
        }
        let mut at = 0;
        while let Some(found) = find(object, b"stream", at) {
            at = found + 6;
            let data = blanks(object, at).min(at + 2);
            let packed = object.get(data..).unwrap_or_default();
            let mut unpacked = ZlibDecoder::new(packed).take(MAX_OBJECT_BYTES + 1 - total);
            // what is damaged counts as far as it goes
            let length = std::io::copy(&mut unpacked, &mut std::io::sink());
            total += length.unwrap_or(packed.len() as u64);
            if total > MAX_OBJECT_BYTES {
                return Err(TOO_TIGHT.to_owned());
            }
        }
    }
    Ok(())
}

fn count(bytes: &[u8], words: &[u8]) -> usize {
    bytes.windows(words.len()).filter(|window| *window == words).count()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::guarded;

    fn check(pdf: &str, expected: &str) {
        let out = guarded(pdf.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn packings_are_hidden() {
        check("<</Filter/FlateDecode>>stream", "<</Filter/xlateDecode>>stream");
        check("<</Filter [ /A85 /Fl ]>>", "<</Filter [ /x85 /xl ]>>");
        check("<</F /#46latDecode /F4 5 0 R>>", "<</F /x46latDecode /F4 5 0 R>>");
        check("<</Filter %\n 5 0 R>>", "<</xilter %\n 5 0 R>>");
        check("<</Filter/DCTDecode /Fl 3>>", "<</Filter/DCTDecode /Fl 3>>");
        let kept = "1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nendobj";
        check(kept, kept);
    }

    #[test]
    fn bombs_of_objects_are_not_opened() {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&vec![b' '; 257 << 20]).unwrap();
        let mut pdf = b"1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n".to_vec();
        pdf.extend(packer.finish().unwrap());
        assert!(guarded(&pdf).unwrap_err().contains("tightly"));
        let twice = b"1 0 obj<</Type/ObjStm/Filter[/FlateDecode/FlateDecode]>>stream\n";
        assert!(guarded(twice).is_err());
    }
}
