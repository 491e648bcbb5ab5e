//! Binary property lists, as far as they are needed: dictionaries, texts and data, found by their places. Nothing is
//! followed further than it is asked for, so that lists which hold themselves do no harm.

/// A dictionary with more keys is none of ours.
const MAX_KEYS: usize = 10_000;

/// A list, of which only the table of places was looked at.
pub(super) struct List<'b> {
    bytes: &'b [u8],
    /// Bytes of a place, and of a number of an object.
    place_bytes: usize,
    number_bytes: usize,
    num_objects: usize,
    top: usize,
    table: usize,
}

/// The number of an object of a list.
#[derive(Clone, Copy)]
pub(super) struct Object(usize);

impl<'b> List<'b> {
    /// `None` for what is no such list.
    pub(super) fn new(bytes: &'b [u8]) -> Option<Self> {
        let trailer = bytes.strip_prefix(b"bplist0")?.last_chunk::<32>()?;
        let word = |from: usize| number(trailer.get(from..from + 8)?);
        let [.., place_bytes, number_bytes] = trailer.get(..8)? else {
            return None;
        };
        let list = Self {
            bytes,
            place_bytes: usize::from(*place_bytes),
            number_bytes: usize::from(*number_bytes),
            num_objects: word(8)?,
            top: word(16)?,
            table: word(24)?,
        };
        let is_sized = |size: usize| (1..=8).contains(&size);
        (is_sized(list.place_bytes) && is_sized(list.number_bytes)).then_some(list)
    }

    /// The object that holds the others.
    pub(super) fn top(&self) -> Option<Object> {
        (self.top < self.num_objects).then_some(Object(self.top))
    }

    /// What a dictionary has under a key.
    pub(super) fn value(&self, dictionary: Object, key: &str) -> Option<Object> {
        let (sort, count, at) = self.head(dictionary)?;
        if sort != 0xD || count > MAX_KEYS {
            return None;
        }
        let found = (0..count).find(|index| {
            let words = self.member(at, *index).and_then(|key| self.words(key));
            words.is_some_and(|(words, is_wide)| !is_wide && words == key.as_bytes())
        })?;
        self.member(at, count + found)
    }

    /// The bytes of data.
    pub(super) fn data(&self, object: Object) -> Option<&'b [u8]> {
        let (sort, count, at) = self.head(object)?;
        self.bytes.get(at..at.checked_add(count)?).filter(|_| sort == 0x4)
    }

    /// The bytes of a text, and whether they are UTF-16 with the high byte first rather than ASCII.
    pub(super) fn words(&self, object: Object) -> Option<(&'b [u8], bool)> {
        let (sort, count, at) = self.head(object)?;
        let length = match sort {
            0x5 => count,
            0x6 => count.checked_mul(2)?,
            _ => return None,
        };
        Some((self.bytes.get(at..at.checked_add(length)?)?, sort == 0x6))
    }

    fn member(&self, at: usize, index: usize) -> Option<Object> {
        let from = at.checked_add(index.checked_mul(self.number_bytes)?)?;
        let object = number(self.bytes.get(from..from.checked_add(self.number_bytes)?)?)?;
        (object < self.num_objects).then_some(Object(object))
    }

    /// An object's sort, how many things it has, and where they begin.
    fn head(&self, object: Object) -> Option<(u8, usize, usize)> {
        let from = self.table.checked_add(object.0.checked_mul(self.place_bytes)?)?;
        let at = number(self.bytes.get(from..from.checked_add(self.place_bytes)?)?)?;
        let mark = *self.bytes.get(at)?;
        let (sort, few) = (mark >> 4, usize::from(mark & 0xF));
        if few < 0xF {
            return Some((sort, few, at.checked_add(1)?));
        }
        // the count is a number of its own
        let size = *self.bytes.get(at.checked_add(1)?)?;
        let length = 1_usize
            .checked_shl(u32::from(size & 0xF))
            .filter(|length| size >> 4 == 1 && *length <= 8)?;
        let start = at.checked_add(2)?;
        let end = start.checked_add(length)?;
        Some((sort, number(self.bytes.get(start..end)?)?, end))
    }
}

/// A number with its high byte first.
fn number(bytes: &[u8]) -> Option<usize> {
    let value = bytes.iter().fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
    usize::try_from(value).ok()
}
