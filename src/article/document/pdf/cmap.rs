//! Tables of a PDF's fonts from codes to characters, or to numbers of glyphs.

use std::collections::HashMap;

/// Entries of one table that are kept.
const MAX_ENTRIES: usize = 100_000;

/// A table from codes to characters.
#[derive(Debug, Default)]
pub(super) struct CodeMap {
    /// Codes with the characters that they stand for.
    pub(super) characters: HashMap<u32, String>,
    /// Codes with the numbers of their glyphs.
    pub(super) numbers: HashMap<u32, u32>,
    /// Lengths of codes in bytes, with the lowest and the highest code of each.
    pub(super) lengths: Vec<(usize, u32, u32)>,
}

enum Token<'a> {
    /// Digits between angles, as bytes.
    Code(Vec<u8>),
    Number(u32),
    ListStart,
    ListEnd,
    Word(&'a [u8]),
}

impl CodeMap {
    /// Reads the program of a table; what is damaged is passed over.
    pub(super) fn new(program: &[u8]) -> Self {
        let mut map = Self::default();
        let mut operands: Vec<Token<'_>> = Vec::new();
        let mut rest = program;
        while let Some((token, behind)) = token(rest) {
            rest = behind;
            match token {
                Token::Word(word) => {
                    map.section(word, &operands);
                    operands.clear();
                }
                token if operands.len() < MAX_ENTRIES * 4 => operands.push(token),
                _ => {}
            }
        }
        map
    }

    fn section(&mut self, word: &[u8], operands: &[Token<'_>]) {
        match word {
            b"endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let [Token::Code(low), Token::Code(high)] = pair
                        && self.lengths.len() < 100
                    {
                        self.lengths.push((low.len().clamp(1, 4), number(low), number(high)));
                    }
                }
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Token::Code(code), Token::Code(words)] = pair {
                        self.add(number(code), utf16(words));
                    }
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Token::Code(code), Token::Number(glyph)] = pair {
                        self.add_range(number(code), number(code), *glyph);
                    }
                }
            }
            b"endcidrange" => {
                for row in operands.chunks_exact(3) {
                    if let [Token::Code(low), Token::Code(high), Token::Number(glyph)] = row {
                        self.add_range(number(low), number(high), *glyph);
                    }
                }
            }
            b"endbfrange" => self.ranges(operands),
            _ => {}
        }
    }

    fn ranges(&mut self, operands: &[Token<'_>]) {
        let mut rest = operands;
        while let [Token::Code(low), Token::Code(high), behind @ ..] = rest {
            let (low, high) = (number(low), number(high));
            rest = match behind {
                [Token::Code(words), behind @ ..] => {
                    for (offset, code) in (low..=high).take(MAX_ENTRIES).enumerate() {
                        self.add(code, utf16(&raised(words, offset)));
                    }
                    behind
                }
                [Token::ListStart, behind @ ..] => {
                    let mut code = low;
                    let mut rest = behind;
                    while let [Token::Code(words), behind @ ..] = rest {
                        self.add(code, utf16(words));
                        code = code.saturating_add(1);
                        rest = behind;
                    }
                    rest.get(1..).unwrap_or_default()
                }
                _ => return,
            };
        }
    }

    fn add(&mut self, code: u32, words: String) {
        if self.characters.len() < MAX_ENTRIES && !words.is_empty() {
            self.characters.insert(code, words);
        }
    }

    fn add_range(&mut self, low: u32, high: u32, glyph: u32) {
        for (code, glyph) in (low..=high).zip(glyph..) {
            if self.numbers.len() >= MAX_ENTRIES {
                return;
            }
            self.numbers.insert(code, glyph);
        }
    }
}

/// The last byte of the characters' code raised by so many.
fn raised(words: &[u8], offset: usize) -> Vec<u8> {
    let mut words = words.to_vec();
    let mut carry = offset;
    for byte in words.iter_mut().rev().take(2) {
        carry += usize::from(*byte);
        *byte = u8::try_from(carry & 0xff).unwrap_or(0);
        carry >>= 8;
    }
    words
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes
        .chunks_exact(2)
        .take(64)
        .map(|pair| pair.iter().fold(0, |value, byte| value << 8 | u16::from(*byte)));
    char::decode_utf16(units)
        .flatten()
        .filter(|letter| *letter != '\0')
        .collect()
}

/// The next token with what follows it.
fn token(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let mut rest = bytes;
    loop {
        let (first, behind) = rest.split_first()?;
        match first {
            b'%' => {
                let length = rest.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
                rest = rest.get(length..)?;
            }
            b'[' => return Some((Token::ListStart, behind)),
            b']' => return Some((Token::ListEnd, behind)),
            b'<' if behind.first() != Some(&b'<') => {
                let length = behind.iter().take_while(|byte| **byte != b'>').count();
                let digits = behind.get(..length)?;
                let behind = behind.get(length + 1..).unwrap_or_default();
                return Some((Token::Code(code(digits)), behind));
            }
            byte if byte.is_ascii_alphanumeric() => {
                let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let word = rest.get(..length)?;
                let behind = rest.get(length..)?;
                let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
                return Some((number.map_or(Token::Word(word), Token::Number), behind));
            }
            b'/' => {
                // names are no operands
                let length = behind
                    .iter()
                    .take_while(|byte| byte.is_ascii_graphic() && !b"/<>[]()".contains(byte));
                rest = behind.get(length.count()..)?;
            }
            _ => rest = behind,
        }
    }
}

fn code(digits: &[u8]) -> Vec<u8> {
    let mut values: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .take(1024)
        .collect();
    if values.len() % 2 == 1 {
        values.push(0);
    }
    values
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |value, digit| value << 4 | digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CodeMap;

    #[test]
    fn characters_ranges_and_numbers() {
        let program = b"/CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange\n\
            2 beginbfchar <01> <0054> <02> <00660069> endbfchar\n\
            2 beginbfrange <10> <12> <0061> <20> <21> [<0041> <D83DDE00>] endbfrange\n\
            1 begincidrange <0000> <00ff> 5 endcidrange <3";
        let map = CodeMap::new(program);
        let find = |code: u32| map.characters.get(&code).map(String::as_str);
        assert_eq!(
            [find(1), find(2), find(0x12), find(0x21), find(3)],
            [Some("T"), Some("fi"), Some("c"), Some("😀"), None]
        );
        assert_eq!(map.numbers.get(&3), Some(&8));
        assert_eq!(map.lengths, [(1, 0, 255)]);
    }

    #[test]
    fn wide_ranges_are_cut() {
        let map = CodeMap::new(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange");
        assert_eq!(map.characters.len(), super::MAX_ENTRIES);
    }
}
