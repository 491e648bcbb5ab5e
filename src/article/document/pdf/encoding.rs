//! How fonts of one byte a character name theirs, where they bring no table.

use std::collections::HashMap;
use std::sync::LazyLock;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// Names of glyphs with their characters.
static NAMES: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let rows = include_str!("../../../../assets/words/glyph-names.tsv").lines();
    rows.filter_map(|row| {
        let (name, code) = row.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    })
    .collect()
});

/// A list that a font starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    Windows,
    Mac,
    Symbol,
}

/// Where the standard list is no ASCII.
const STANDARD: &str =
    "\u{27}’\u{60}‘¡¡¢¢££¤⁄¥¥¦ƒ§§¨¤©'ª“««¬‹\u{ad}›®ﬁ¯ﬂ±–²†³‡´·¶¶·•¸‚¹„º”»»¼…½‰¿¿Ð—áÆãªèŁéØêŒëºñæõıøłùøúœûß";

/// Letters of the font Symbol from `A` and from `a` on.
const GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// Signs of the font Symbol.
const SIGNS: &[(u8, char)] = &[
    (0x2d, '−'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
];

/// The character of a code.
pub(super) fn of_code(base: Base, code: u8) -> Option<char> {
    let by_page = |page: &'static Encoding| {
        let bytes = [code];
        let (words, _) = page.decode_without_bom_handling(&bytes);
        words.chars().next().filter(|letter| !letter.is_control())
    };
    match base {
        Base::Windows => by_page(WINDOWS_1252),
        Base::Mac => by_page(MACINTOSH),
        Base::Standard => {
            let pairs: Vec<char> = STANDARD.chars().collect();
            let own = char::from(code);
            let found = pairs.chunks_exact(2).find(|pair| pair.first() == Some(&own));
            let found = found.and_then(|pair| pair.get(1).copied());
            found
                .or_else(|| own.is_ascii_graphic().then_some(own))
                .or((code == 32).then_some(' '))
        }
        Base::Symbol => {
            let sign = SIGNS.iter().find(|(own, _)| *own == code).map(|(_, letter)| *letter);
            let greek = || match code {
                b'A'..=b'Z' => GREEK[0].chars().nth(usize::from(code - b'A')),
                b'a'..=b'z' => GREEK[1].chars().nth(usize::from(code - b'a')),
                b' '..=b'@' => Some(char::from(code)),
                _ => None,
            };
            sign.or_else(greek)
        }
    }
}

/// The characters of a glyph's name.
pub(super) fn of_name(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or_default();
    let parts: Option<String> = base.split('_').map(of_part).collect();
    parts.filter(|words| !words.is_empty())
}

fn of_part(name: &str) -> Option<String> {
    let ligature = match name {
        "ff" | "fi" | "fl" | "ffi" | "ffl" | "st" => Some(name.to_owned()),
        _ => None,
    };
    let one = || NAMES.get(name).map(char::to_string);
    let by_number = || {
        let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
        let is_code = (4..=6).contains(&digits.len());
        let code = u32::from_str_radix(digits.get(..digits.len().min(6))?, 16).ok()?;
        char::from_u32(code)
            .filter(|_| is_code)
            .map(|letter| letter.to_string())
    };
    ligature.or_else(one).or_else(by_number)
}

/// Characters that are written as one but read as several, and marks that are none.
pub(super) fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\t' => out.push(' '),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            // private characters of symbol fonts: a code with 0xF000 on it
            '\u{f020}'..='\u{f07e}' => out.extend(char::from_u32(u32::from(letter) - 0xf000)),
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' => out.push('•'),
            '\u{e000}'..='\u{f8ff}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Base, of_code, of_name, plain};

    #[test]
    fn codes_and_names_have_their_characters() {
        for (base, code, letter) in [
            (Base::Standard, b'A', 'A'),
            (Base::Standard, 0x27, '’'),
            (Base::Standard, 0xae, 'ﬁ'),
            (Base::Standard, 0xd0, '—'),
            (Base::Windows, 0x93, '“'),
            (Base::Mac, 0x8a, 'ä'),
            (Base::Symbol, 0xb7, '•'),
            (Base::Symbol, b'D', 'Δ'),
        ] {
            assert_eq!(of_code(base, code), Some(letter), "{base:?} {code}");
        }
        for (name, words) in [
            ("eacute", "é"),
            ("f_f_i", "ffi"),
            ("quotedblleft", "“"),
            ("uni0416", "Ж"),
            ("hyphen.case", "-"),
            ("fi", "fi"),
        ] {
            assert_eq!(of_name(name).as_deref(), Some(words));
        }
        assert_eq!(of_name("g42"), None);
        assert_eq!(plain("ﬁve\u{f0b7}\u{a0}x\u{ad}"), "five• x\u{ad}");
    }
}
