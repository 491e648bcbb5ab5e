//! RTF as its signs: groups, control words, characters of the file's encoding.

/// Control words are no longer; what is, is damaged.
const MAX_WORD_BYTES: usize = 32;

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word`, with its number where it has one.
    Word(&'a str, Option<i32>),
    /// `\` with a sign that is no letter: `\~`, `\*`.
    Symbol(u8),
    /// One byte of text, as it stands or as `\'xx`.
    Byte(u8),
}

/// The signs of a file in order.
pub(super) struct Signs<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Signs<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take_while(&mut self, most: usize, holds: fn(&u8) -> bool) -> &'a str {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take(most).take_while(|byte| holds(byte)).count();
        self.at += length;
        let taken = rest.get(..length).unwrap_or_default();
        std::str::from_utf8(taken).unwrap_or_default()
    }

    fn control(&mut self) -> Option<Sign<'a>> {
        let first = self.peek()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 1;
        match first {
            b'\'' => {
                let digits = self.take_while(2, u8::is_ascii_hexdigit);
                Some(Sign::Byte(u8::from_str_radix(digits, 16).unwrap_or(b'?')))
            }
            b'\\' | b'{' | b'}' => Some(Sign::Byte(first)),
            b'\r' | b'\n' => Some(Sign::Word("par", None)),
            b'\t' => Some(Sign::Word("tab", None)),
            _ => Some(Sign::Symbol(first)),
        }
    }

    fn word(&mut self) -> Sign<'a> {
        let word = self.take_while(MAX_WORD_BYTES, u8::is_ascii_alphabetic);
        let begun = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let digits = self.take_while(10, u8::is_ascii_digit);
        let number = if digits.is_empty() {
            self.at = begun;
            None
        } else {
            let sign = if self.bytes.get(begun) == Some(&b'-') { -1 } else { 1 };
            Some(digits.parse::<i32>().map_or(i32::MAX, |value| value * sign))
        };
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        if word == "bin" {
            let length = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Sign::Word(word, number)
    }
}

impl<'a> Iterator for Signs<'a> {
    type Item = Sign<'a>;

    fn next(&mut self) -> Option<Sign<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'{' => return Some(Sign::Open),
                b'}' => return Some(Sign::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                b'\t' => return Some(Sign::Word("tab", None)),
                byte => return Some(Sign::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sign::{Byte, Close, Open, Symbol, Word};
    use super::{Sign, Signs};

    #[track_caller]
    fn check(rtf: &str, signs: &[Sign<'_>]) {
        assert_eq!(Signs::new(rtf.as_bytes()).collect::<Vec<_>>(), signs, "{rtf}");
    }

    #[test]
    fn words_numbers_and_bytes() {
        check("{\\b0 a}", &[Open, Word("b", Some(0)), Byte(b'a'), Close]);
        check("\\u-10\\'e9\\~", &[Word("u", Some(-10)), Byte(0xe9), Symbol(b'~')]);
        check("\\par\r\n\\\\x", &[Word("par", None), Byte(b'\\'), Byte(b'x')]);
        check("\\bin3 {}{x", &[Word("bin", Some(3)), Byte(b'x')]);
        check("\\b-x\\", &[Word("b", None), Byte(b'-'), Byte(b'x')]);
        check("\\bin99999999999 x\\'", &[Word("bin", Some(i32::MAX)), Byte(b'9')][..1]);
    }
}
