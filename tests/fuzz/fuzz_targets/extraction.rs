//! Bytes, read as an article and printed: no panic, and every mark lies on words of the text.
#![no_main]

#[path = "../../extraction/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(sentence) = invariants::complaint_of(bytes) {
        panic!("{sentence}");
    }
});
