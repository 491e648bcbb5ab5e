//! Words that spreadsheets run.

/// True where a spreadsheet would run the words, or take them for words that were made harmless by an apostrophe; plain
/// numbers with a sign are none.
pub fn is_formula(words: &str) -> bool {
    let bare = words.trim_start_matches('\'');
    let is_number = bare.len() == words.len() && bare.parse::<f64>().is_ok();
    !is_number && bare.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
