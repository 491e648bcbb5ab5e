//! How wide words are, in the program's own faces.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// The face of labels.
pub static SANS: &[u8] = include_bytes!("../../../assets/fonts/source-sans/SourceSans3-Regular.ttf");
/// The same in semibold.
pub static SANS_SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/source-sans/SourceSans3-Semibold.ttf");

/// Other programs may have another face, which is wider.
const SLACK: f32 = 1.06;

/// How wide the words are, at most.
pub(super) fn width(words: &str, size: f32, strong: bool) -> f32 {
    let Ok(font) = FontRef::new(if strong { SANS_SEMIBOLD } else { SANS }) else {
        return words.chars().count() as f32 * size;
    };
    let signs = font.charmap();
    let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
    let wide = |sign: char| {
        let glyph = signs.map(sign)?;
        metrics.advance_width(glyph)
    };
    // What our face does not have comes from another, where signs may be as wide as high.
    words.chars().map(|sign| wide(sign).unwrap_or(size)).sum::<f32>() * SLACK
}

/// True where our faces have all signs of the words.
pub(super) fn has_all(words: &str) -> bool {
    let Ok(font) = FontRef::new(SANS) else { return false };
    let signs = font.charmap();
    words.chars().all(|sign| sign.is_control() || signs.map(sign).is_some())
}

/// The words, cut with "…" where they are wider than `room`.
pub(super) fn cut(words: &str, (size, strong): (f32, bool), room: f32) -> String {
    if width(words, size, strong) <= room {
        return words.to_owned();
    }
    let mut kept = String::new();
    let mut room = room - width("…", size, strong);
    for sign in words.chars() {
        room -= width(sign.encode_utf8(&mut [0; 4]), size, strong);
        if room < 0.0 {
            break;
        }
        kept.push(sign);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The words in lines no wider than `room`, at most `most` of them; what is left is told by "…".
pub(super) fn wrap(words: &str, (size, strong): (f32, bool), room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| lines.len() >= most || width(longer, size, strong) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, (size, strong), room)).collect()
}

#[cfg(test)]
mod tests {
    use super::{cut, has_all, width, wrap};

    #[test]
    fn words_fit_their_room() {
        assert!(width("Interior Ministry", 13.0, true) > width("Interior Ministry", 13.0, false));
        assert_eq!(cut("Interior Ministry", (13.0, false), 400.0), "Interior Ministry");
        let short = cut("Interior Ministry", (13.0, false), 60.0);
        assert!(short.starts_with("Inter") && short.ends_with('…'), "{short}");
        assert!(width(&short, 13.0, false) <= 60.0);
        assert_eq!(cut("abc", (13.0, false), 0.0), "…");
        let lines = wrap("one two three four five six", (13.0, false), 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 13.0, false) <= 60.0));
        assert!(wrap("", (13.0, false), 60.0, 2).is_empty());
    }

    #[test]
    fn signs_of_charts_are_in_the_face() {
        assert!(has_all("≥ ≤ ≈ > < – → × ± · “about” 31\u{a0}%\u{2009}…"));
        assert!(!has_all("وزارة"));
    }
}
