//! How the bytes of a part are packed for the way: base64 and quoted-printable, read whatever is wrong with them.

use std::borrow::Cow;

use super::Head;

/// The bytes of a part's body as they were before they were packed.
pub(in crate::article) fn plain_bytes<'b>(head: &Head, body: &'b [u8]) -> Cow<'b, [u8]> {
    match head
        .plain("content-transfer-encoding")
        .unwrap_or_default()
        .to_ascii_lowercase()
    {
        packing if packing.starts_with("base64") => base64(body).into(),
        packing if packing.starts_with("quoted-printable") => quoted_printable(body).into(),
        _ => body.into(),
    }
}

/// What is no letter of base64 is passed over; so several texts in a row are one.
pub(in crate::article) fn base64(packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(packed.len() / 4 * 3);
    let (mut bits, mut num_bits) = (0_u32, 0_u32);
    for byte in packed {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                num_bits = 0;
                continue;
            }
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        num_bits += 6;
        if num_bits >= 8 {
            num_bits -= 8;
            out.extend(u8::try_from((bits >> num_bits) & 0xff));
        }
    }
    out
}

fn quoted_printable(packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(packed.len());
    for line in packed.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.trim_ascii_end();
        let ends = line.get(
            line.iter()
                .rposition(|byte| !matches!(byte, b'\r' | b'\n'))
                .map_or(0, |at| at + 1)..,
        );
        let is_soft = bare.ends_with(b"=");
        let mut rest = bare.strip_suffix(b"=").unwrap_or(bare);
        while let Some((first, behind)) = rest.split_first() {
            let code = behind.get(..2).filter(|_| *first == b'=').and_then(hex);
            out.push(code.unwrap_or(*first));
            rest = if code.is_some() {
                behind.get(2..).unwrap_or_default()
            } else {
                behind
            };
        }
        if !is_soft {
            out.extend_from_slice(ends.unwrap_or_default());
        }
    }
    out
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits)
        .ok()
        .filter(|digits| !digits.starts_with('+'))?;
    u8::from_str_radix(digits, 16).ok()
}
