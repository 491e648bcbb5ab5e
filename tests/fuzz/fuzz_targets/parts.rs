//! What every file that is taken apart has to keep to; used by the targets for each sort of file.

use tallyscope::article::{Limits, read, unpack};
use tallyscope::jobs::Token;

/// Small, so that what is packed tightly ends early.
const LIMITS: Limits = Limits {
    part_bytes: 1 << 20,
    total_bytes: 4 << 20,
    parts: 100,
    depth: 4,
    ratio: 200,
};

/// Takes the bytes apart and reads every part: no panic, the limits hold, every part tells by itself what it is, and
/// boilerplate lies in the text.
pub(crate) fn check(bytes: &[u8]) {
    let unpacked = unpack(bytes.to_vec(), LIMITS, &Token::new());
    assert!(unpacked.parts.len() <= LIMITS.parts);
    let total: usize = unpacked.parts.iter().map(|part| part.bytes.len()).sum();
    assert!(total as u64 <= LIMITS.total_bytes);
    assert!(unpacked.left_out.iter().all(|one| one.sentence.ends_with('.')));
    for part in &unpacked.parts {
        let article = read(&part.bytes, &part.path);
        let mut end = 0;
        for one in &article.boilerplate {
            assert!(
                one.span.slice(&article.text).is_some_and(|words| !words.is_empty()),
                "{one:?}"
            );
            assert!(one.span.start() >= end, "{one:?} begins before {end}");
            end = one.span.end();
        }
    }
}
