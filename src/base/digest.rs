//! Stable names: short digests of what something is about.

use sha2::{Digest as _, Sha256};

/// The first twelve hex digits of SHA-256 over the parts, each ended by a zero byte, so that their borders count.
pub fn short_digest<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let bytes = hash.finalize();
    bytes.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::short_digest;

    #[test]
    fn borders_of_parts_count() {
        assert_eq!(short_digest(["a", "b"]).len(), 12);
        assert_ne!(short_digest(["a", "b"]), short_digest(["ab"]));
        assert_ne!(short_digest(["a", "b"]), short_digest(["b", "a"]));
        // written into projects: never another one
        assert_eq!(short_digest(["killed", "12 people"]), "838a8e193dc5");
    }
}
