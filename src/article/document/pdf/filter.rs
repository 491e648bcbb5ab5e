//! Unpacks the streams of a PDF, within a limit.

use std::io::Read as _;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::object::{Array, Name, Stream};

use super::guard::UNKNOWN;

/// More packings in one another are not undone.
const MAX_FILTERS: usize = 6;

/// The bytes of a stream, no more of them than `room`; nothing where it is a picture or packed in an unknown way.
pub(super) fn unpacked(stream: &Stream<'_>, room: usize) -> Vec<u8> {
    let raw = stream.raw_data();
    let names = names(stream);
    if names.is_empty() {
        return raw.get(..room.min(raw.len())).unwrap_or_default().to_vec();
    }
    let mut bytes = raw.into_owned();
    for name in names {
        // the first letters of names were hidden by the guard
        let rest = name.get(1..).unwrap_or_default();
        bytes = match (name.first(), rest) {
            (Some(b'F' | &UNKNOWN), b"lateDecode" | b"l") => inflated(&bytes, room),
            (Some(b'L' | &UNKNOWN), b"ZWDecode" | b"ZW") => lzw(&bytes, room),
            (Some(b'A' | &UNKNOWN), b"SCII85Decode" | b"85") => ascii85(&bytes, room),
            (Some(b'A' | &UNKNOWN), b"SCIIHexDecode" | b"Hx") => ascii_hex(&bytes),
            (Some(b'R' | &UNKNOWN), b"unLengthDecode" | b"L") => run_length(&bytes, room),
            (Some(b'C'), b"rypt") => bytes,
            _ => return Vec::new(),
        };
    }
    bytes
}

fn names(stream: &Stream<'_>) -> Vec<Vec<u8>> {
    let dict = stream.dict();
    for key in [&b"Filter"[..], b"F"] {
        if let Some(name) = dict.get::<Name<'_>>(key) {
            return vec![name.to_vec()];
        }
        if let Some(names) = dict.get::<Array<'_>>(key) {
            return names
                .iter::<Name<'_>>()
                .take(MAX_FILTERS)
                .map(|name| name.to_vec())
                .collect();
        }
    }
    Vec::new()
}

fn inflated(bytes: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    // what is damaged is read as far as it goes
    drop(ZlibDecoder::new(bytes).take(room as u64).read_to_end(&mut out));
    if out.is_empty() {
        drop(
            DeflateDecoder::new(bytes.get(2..).unwrap_or_default())
                .take(room as u64)
                .read_to_end(&mut out),
        );
    }
    out
}

fn lzw(bytes: &[u8], room: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    // each entry is a run of the output: where it begins and how long it is
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let (mut bits, mut num_bits, mut width) = (0_u32, 0, 9);
    let mut last: Option<(usize, usize)> = None;
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        num_bits += 8;
        if num_bits < width {
            continue;
        }
        num_bits -= width;
        let code = (bits >> num_bits) as usize & ((1 << width) - 1);
        bits &= (1 << num_bits) - 1;
        let start = out.len();
        match code {
            256 => {
                entries.clear();
                (width, last) = (9, None);
                continue;
            }
            257 => break,
            0..256 => out.push(u8::try_from(code).unwrap_or(0)),
            _ => {
                let run = entries.get(code - 258).copied();
                let Some((from, length)) = run.or_else(|| last.map(|(from, length)| (from, length + 1))) else {
                    break;
                };
                for at in from..from + length {
                    let byte = out.get(at).copied().unwrap_or(0);
                    out.push(byte);
                }
            }
        }
        if let Some((from, length)) = last
            && entries.len() < 4096 - 258
        {
            entries.push((from, length + 1));
        }
        last = Some((start, out.len() - start));
        width = match entries.len() + 259 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if out.len() > room {
            break;
        }
    }
    out.truncate(room);
    out
}

fn ascii85(bytes: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in bytes {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            b'~' => break,
            _ => continue,
        }
        if group.len() == 5 {
            out.extend(word_of(&group));
            group.clear();
        }
        if out.len() > room {
            break;
        }
    }
    if group.len() > 1 {
        let length = group.len() - 1;
        group.resize(5, 84);
        out.extend(word_of(&group).into_iter().take(length));
    }
    out.truncate(room);
    out
}

fn word_of(group: &[u8]) -> [u8; 4] {
    let value = group.iter().fold(0_u32, |value, digit| {
        value.wrapping_mul(85).wrapping_add(u32::from(*digit))
    });
    value.to_be_bytes()
}

fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>');
    let mut digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    if digits.len() % 2 == 1 {
        digits.push(0);
    }
    let pairs = digits.chunks_exact(2);
    pairs
        .map(|pair| pair.iter().fold(0, |value, digit| value << 4 | digit))
        .collect()
}

fn run_length(bytes: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((length, behind)) = rest.split_first() {
        let length = usize::from(*length);
        rest = match length {
            128 => break,
            0..128 => {
                out.extend(behind.iter().take(length + 1));
                behind.get(length + 1..).unwrap_or_default()
            }
            _ => {
                let Some((byte, behind)) = behind.split_first() else {
                    break;
                };
                out.resize(out.len() + 257 - length, *byte);
                behind
            }
        };
        if out.len() > room {
            break;
        }
    }
    out.truncate(room);
    out
}

#[cfg(test)]
mod tests {
    use super::{ascii_hex, ascii85, lzw, run_length};

    #[test]
    fn packings_are_undone() {
        assert_eq!(ascii_hex(b"54 6f6C 6>x"), b"Tol`");
        assert_eq!(ascii85(b"<,ZSh+ED1;\nAH~>", 99), b"Toll rise");
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], 99), b"abcxxx");
        assert_eq!(run_length(&[129, b'x'], 5), b"xxxxx");
        // the example of the format's description
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(lzw(&packed, 99), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }
}
