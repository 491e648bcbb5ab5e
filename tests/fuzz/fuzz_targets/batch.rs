//! Bytes as a file that holds articles: taken apart, its rows made articles, each of them read; no panic, and every mark lies
//! on words of the text.
#![no_main]

#[path = "../../extraction/invariants.rs"]
mod invariants;

use tallyscope::article::{Dataset, FieldMap, Limits, rows_as_articles, unpack};
use tallyscope::jobs::Token;

/// More articles of one input tell nothing new.
const MOST_READ: usize = 8;

fn check(bytes: &[u8]) {
    if let Some(sentence) = invariants::complaint_of(bytes) {
        panic!("{sentence}");
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = Limits {
        part_bytes: 1 << 20,
        total_bytes: 4 << 20,
        parts: 200,
        ..Limits::default()
    };
    for part in unpack(bytes.to_vec(), limits, &Token::new()).parts.iter().take(MOST_READ) {
        check(&part.bytes);
    }
    let Some(dataset) = Dataset::read(bytes) else { return };
    for sheet in &dataset.sheets {
        for (_, part) in rows_as_articles(sheet, &FieldMap::guess(sheet)).iter().take(MOST_READ) {
            check(&part.bytes);
        }
        let table = sheet.as_table();
        drop(Dataset::of_table(&table));
    }
});
