//! What the program and its readers say to one another: runs of frames, each a sort, a length and bytes.

use std::io::{self, ErrorKind, Read, Write};

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// What is asked for, as JSON.
    Ask,
    /// Bytes of a file, or of an article in it.
    Bytes,
    /// Where the bytes of the frame before lie in the file.
    Path,
    /// The article that the bytes before are, as JSON.
    Article,
    /// What was left out, as JSON.
    LeftOut,
    /// How many parts were passed over.
    PassedOver,
    /// Rows of a data file, as JSON.
    Rows,
    /// The end of an answer.
    End,
}

const SORTS: [(Sort, u8); 8] = [
    (Sort::Ask, b'q'),
    (Sort::Bytes, b'b'),
    (Sort::Path, b'p'),
    (Sort::Article, b'a'),
    (Sort::LeftOut, b'l'),
    (Sort::PassedOver, b'o'),
    (Sort::Rows, b'r'),
    (Sort::End, b'e'),
];

/// One of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) sort: Sort,
    pub(super) bytes: Vec<u8>,
}

impl Frame {
    /// Its words; `None` where they are none.
    pub(super) fn text(self) -> Option<String> {
        String::from_utf8(self.bytes).ok()
    }
}

/// Writes one.
pub(super) fn write(out: &mut dyn Write, sort: Sort, bytes: &[u8]) -> io::Result<()> {
    let letter = SORTS
        .iter()
        .find(|(other, _)| *other == sort)
        .map_or(0, |(_, letter)| *letter);
    out.write_all(&[letter])?;
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(bytes)
}

/// Reads one of at most `room` bytes; `None` where nothing more comes.
pub(super) fn read(input: &mut dyn Read, room: u64) -> io::Result<Option<Frame>> {
    let mut letter = [0];
    // one byte alone tells an end between frames from one in a frame
    if input.read(&mut letter)? == 0 {
        return Ok(None);
    }
    let sort = SORTS
        .iter()
        .find(|(_, other)| *other == letter[0])
        .map(|(sort, _)| *sort);
    let sort = sort.ok_or(ErrorKind::InvalidData)?;
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > room {
        return Err(ErrorKind::InvalidData.into());
    }
    // what is said of the length may be wrong: space is taken as bytes come
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(Some(Frame { sort, bytes }))
    } else {
        Err(ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, SORTS, read, write};

    #[test]
    fn frames_come_back_and_broken_ones_are_refused() {
        let mut said = Vec::new();
        for (sort, _) in SORTS {
            write(&mut said, sort, b"six").unwrap();
        }
        let mut input = said.as_slice();
        for (sort, _) in SORTS {
            let bytes = b"six".to_vec();
            assert_eq!(read(&mut input, 3).unwrap(), Some(Frame { sort, bytes }));
        }
        assert_eq!(read(&mut input, 3).unwrap(), None);
        for broken in ["q", "x\x03\0\0\0\0\0\0\0six", "q\x04\0\0\0\0\0\0\0six", "q\x03\0\0\0"] {
            assert!(read(&mut broken.as_bytes(), 100).is_err(), "{broken:?}");
        }
        assert!(read(&mut said.as_slice(), 2).is_err(), "longer than there is room for");
    }
}
