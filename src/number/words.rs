//! The words of numbers.

/// What a number word adds to the number that is being read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// one to nineteen
    Small(f64),
    /// twenty to ninety
    Tens(f64),
    /// Multiplies what stands before it; alone it is one of itself after "a".
    Scale(f64),
    /// A dozen, a score: multiplies as a scale does and can stand for a count itself.
    Pack(f64),
}

/// Number words, lower case.
const WORDS: &[(&str, Word)] = &[
    ("zero", Word::Small(0.0)),
    ("one", Word::Small(1.0)),
    ("two", Word::Small(2.0)),
    ("three", Word::Small(3.0)),
    ("four", Word::Small(4.0)),
    ("five", Word::Small(5.0)),
    ("six", Word::Small(6.0)),
    ("seven", Word::Small(7.0)),
    ("eight", Word::Small(8.0)),
    ("nine", Word::Small(9.0)),
    ("ten", Word::Small(10.0)),
    ("eleven", Word::Small(11.0)),
    ("twelve", Word::Small(12.0)),
    ("thirteen", Word::Small(13.0)),
    ("fourteen", Word::Small(14.0)),
    ("fifteen", Word::Small(15.0)),
    ("sixteen", Word::Small(16.0)),
    ("seventeen", Word::Small(17.0)),
    ("eighteen", Word::Small(18.0)),
    ("nineteen", Word::Small(19.0)),
    ("twenty", Word::Tens(20.0)),
    ("thirty", Word::Tens(30.0)),
    ("forty", Word::Tens(40.0)),
    ("fourty", Word::Tens(40.0)),
    ("fifty", Word::Tens(50.0)),
    ("sixty", Word::Tens(60.0)),
    ("seventy", Word::Tens(70.0)),
    ("eighty", Word::Tens(80.0)),
    ("ninety", Word::Tens(90.0)),
    ("hundred", Word::Scale(1e2)),
    ("thousand", Word::Scale(1e3)),
    ("lakh", Word::Scale(1e5)),
    ("lac", Word::Scale(1e5)),
    ("lakhs", Word::Scale(1e5)),
    ("lacs", Word::Scale(1e5)),
    ("million", Word::Scale(1e6)),
    ("mn", Word::Scale(1e6)),
    ("crore", Word::Scale(1e7)),
    ("crores", Word::Scale(1e7)),
    ("billion", Word::Scale(1e9)),
    ("dozen", Word::Pack(12.0)),
    ("couple", Word::Pack(2.0)),
    ("pair", Word::Pack(2.0)),
];

/// Letters written on to a numeral: "4.4k".
const SUFFIXES: &[(&str, f64)] = &[("k", 1e3), ("m", 1e6), ("mn", 1e6), ("bn", 1e9)];

/// The number word, if it is one.
pub(super) fn word(lower: &str) -> Option<Word> {
    let known = |lower: &str| WORDS.iter().find(|(name, _)| *name == lower).map(|(_, word)| *word);
    known(lower).or_else(|| {
        // "twentynine"
        let (tens, unit) = lower.split_at_checked(lower.find("ty")? + 2)?;
        match (known(tens)?, known(unit)?) {
            (Word::Tens(tens), Word::Small(unit)) if (1.0..10.0).contains(&unit) => Some(Word::Small(tens + unit)),
            _ => None,
        }
    })
}

/// The factor of the letters written on to a numeral.
pub(super) fn suffix(letters: &str) -> Option<f64> {
    SUFFIXES
        .iter()
        .find(|(name, _)| *name == letters)
        .map(|(_, factor)| *factor)
}
