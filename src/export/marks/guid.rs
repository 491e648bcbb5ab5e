//! Names as GUIDs, the same in every export.

use sha2::{Digest as _, Sha256};

/// A GUID made of the parts, each ended by a zero byte: version 8 of RFC 9562, as the bytes are of SHA-256.
pub(super) fn guid<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut hash = Sha256::new();
    hash.update(b"tallyscope\0");
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let mut out = String::with_capacity(36);
    for (at, byte) in digest.iter().take(16).enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let byte = match at {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::guid;

    #[test]
    fn a_guid_hangs_on_its_parts_only() {
        let one = guid(["code", "killed"]);
        assert_eq!(one, guid(["code", "killed"]));
        assert_ne!(one, guid(["codekilled"]));
        let lengths: Vec<usize> = one.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(one.split('-').nth(2).unwrap().starts_with('8'));
    }
}
