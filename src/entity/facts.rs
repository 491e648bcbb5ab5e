//! One table of what all lists say of a word: built once in some milliseconds, asked for every word of every text.

use std::sync::OnceLock;

use super::EntityKind;
use super::lexicon::{Lexicon, Part, Title};
use super::stops::STOPS;
use super::words::{HUMAN, LOCATIVE, PARTICLES, SAYING};

/// One bit of [`Facts`]; the two lowest bits hold the size of a city, the three after them the kind of a listed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Given = 5,
    NameWord,
    Common,
    Title,
    Leading,
    BodyHead,
    BodyTail,
    BodyNoun,
    PlaceWord,
    PlaceNoun,
    Saying,
    Human,
    Locative,
    Particle,
    Stop,
}

/// What lists say of one word, in 24 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(pub(super) u32);

const CITY_SIZE: u32 = 0b11;
const KIND_AT: u32 = 2;
const KIND: u32 = 0b111 << KIND_AT;
/// Bits of a cell that hold facts; the others hold the word's hash.
const FACTS: u64 = 0xff_ffff;
/// Twice as many cells as the lists have words.
const CELLS: usize = 1 << 18;

impl Facts {
    pub(super) fn one(fact: Fact) -> Self {
        Self(1 << fact as u32)
    }

    fn when(fact: Fact, holds: bool) -> u32 {
        u32::from(holds) << fact as u32
    }

    pub(super) fn of_city(size: u8) -> Self {
        Self(u32::from(size) & CITY_SIZE)
    }

    pub(super) fn of_kind(kind: EntityKind) -> Self {
        Self((1 + kind as u32) << KIND_AT)
    }

    pub(super) fn of_title(title: Title) -> Self {
        Self(Self::one(Fact::Title).0 | Self::when(Fact::Leading, title == Title::Leading))
    }

    pub(super) fn of_body(part: Part) -> Self {
        let head = Self::when(Fact::BodyHead, part.head);
        Self(head | Self::when(Fact::BodyTail, part.tail) | Self::when(Fact::BodyNoun, part.noun))
    }

    pub(super) fn of_place(part: Part) -> Self {
        let word = Self::when(Fact::PlaceWord, part.head || part.tail);
        Self(word | Self::when(Fact::PlaceNoun, part.noun))
    }

    pub(super) fn has(self, fact: Fact) -> bool {
        self.0 >> fact as u32 & 1 == 1
    }

    /// The size of the city of that name, 0 where there is none.
    pub(super) fn city(self) -> u8 {
        (self.0 & CITY_SIZE) as u8
    }
}

/// What lists say of a folded word.
pub(super) fn of(folded: &str) -> Facts {
    static TABLE: OnceLock<Vec<u64>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let key = key(folded);
    let mut at = place(key);
    loop {
        match table.get(at).copied().unwrap_or(0) {
            0 => return Facts::default(),
            cell if cell & !FACTS == key => return Facts((cell & FACTS) as u32),
            _ => at = (at + 1) % CELLS,
        }
    }
}

fn table() -> Vec<u64> {
    let mut table = vec![0; CELLS];
    let small: [(&[&'static str], Fact); 5] = [
        (SAYING, Fact::Saying),
        (HUMAN, Fact::Human),
        (LOCATIVE, Fact::Locative),
        (PARTICLES, Fact::Particle),
        (STOPS, Fact::Stop),
    ];
    for (list, fact) in small {
        for word in list {
            add(&mut table, word, Facts::one(fact));
        }
    }
    for (word, facts) in Lexicon::get().short_facts().chain(Lexicon::big_facts()) {
        add(&mut table, word, facts);
    }
    table
}

fn add(table: &mut [u64], word: &str, facts: Facts) {
    let key = key(word);
    let mut at = place(key);
    while table[at] != 0 && table[at] & !FACTS != key {
        at = (at + 1) % CELLS;
    }
    // a name of two kinds keeps the first
    let facts = if table[at] & u64::from(KIND) > 0 {
        facts.0 & !KIND
    } else {
        facts.0
    };
    table[at] |= key | u64::from(facts);
}

/// FNV-1a, 64 bits, with the lowest three bytes left for facts; never 0. That two of 130,000 words share what is left and
/// stand at the same place happens once in some hundred such tables.
fn key(folded: &str) -> u64 {
    let hash = folded.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash & !FACTS | 1 << 63
}

fn place(key: u64) -> usize {
    (key >> 24) as usize % CELLS
}
