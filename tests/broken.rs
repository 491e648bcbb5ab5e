//! Broken files of every format go through without a panic: whole ones in `tests/formats`, made by other programs with an
//! invented text, are changed at random. `BROKEN_FILES=10000 cargo test --test broken -- --nocapture` tries more of them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use tallyscope::article::{self, Limits};
use tallyscope::jobs::{self, Token};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// So many files are tried where nothing else is asked for.
const FEW: usize = 230;

/// Numbers at random that are the same in every run (SplitMix64, by Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

fn whole_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The bytes with one to six places changed as damage and malice change them.
fn broken(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    const PIECES: [&[u8]; 10] = [
        b"\0\0\0\0",
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"99999999999999999999",
        b"<<<<<<<<<<<<",
        b"((((((((((((",
        b"{{{{{{{{{{{{",
        b"[[[[[[[[[[[[",
        b"\r\n\r\n--",
        b"-1",
    ];
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        match dice.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_within(at..),
            2 => {
                let end = (at + dice.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.repeat(1 + dice.below(40)));
            }
            4 => {
                let piece = PIECES[dice.below(PIECES.len())];
                let end = (at + piece.len()).min(bytes.len());
                bytes.splice(at..end, piece.to_vec());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    bytes
}

/// An archive with one of its files broken and the archive whole: damage that its checksum does not tell.
fn broken_inside(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = dice.below(archive.len());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut inside = Vec::new();
        file.read_to_end(&mut inside).ok()?;
        if index == chosen {
            inside = broken(inside, dice);
        }
        writer.start_file(name, SimpleFileOptions::default()).ok()?;
        writer.write_all(&inside).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fn broken_file(whole: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let inside = seed
        .is_multiple_of(2)
        .then(|| broken_inside(whole, &mut dice))
        .flatten();
    inside.unwrap_or_else(|| broken(whole.to_vec(), &mut dice))
}

/// Opens a file as the program does; how many articles came of it.
fn open(name: &str, bytes: Vec<u8>) -> usize {
    let unpacked = article::unpack(bytes, Limits::default(), &Token::new());
    for part in &unpacked.parts {
        let read = article::read(&part.bytes, &format!("{name}/{}", part.path));
        let end = read.text.len();
        assert!(read.pages.iter().all(|start| *start <= end), "pages lie in the text");
        assert!(read.boilerplate.iter().all(|part| part.span.end() <= end));
    }
    unpacked.parts.len()
}

#[test]
fn broken_files_of_every_format_are_read_or_refused() {
    let count = std::env::var("BROKEN_FILES").map_or(FEW, |count| count.parse().unwrap());
    let whole = whole_files();
    for (name, bytes) in &whole {
        assert!(open(name, bytes.clone()) > 0, "{name}: a whole file gives an article");
    }
    let seeds: Vec<usize> = (0..count).collect();
    let results = jobs::map(
        &seeds,
        jobs::num_threads(),
        &Token::new(),
        |_| {},
        |seed| {
            let (name, bytes) = &whole[seed % whole.len()];
            let begin = Instant::now();
            let num = open(name, broken_file(bytes, *seed as u64));
            (num, begin.elapsed(), name)
        },
    );
    let mut slowest = (Duration::ZERO, "", 0);
    let mut num_read = 0;
    for (seed, result) in results.into_iter().enumerate() {
        let name = &whole[seed % whole.len()].0;
        match result {
            Ok((num, time, name)) => {
                num_read += usize::from(num > 0);
                if time > slowest.0 {
                    slowest = (time, name, seed);
                }
            }
            Err(failure) => panic!("{name} broken with seed {seed}: {}", failure.sentence()),
        }
    }
    println!(
        "{count} broken files of {} formats: {num_read} gave articles, the others a sentence; the slowest took {} ms ({}, {})",
        whole.len(),
        slowest.0.as_millis(),
        slowest.1,
        slowest.2
    );
    assert!(num_read > 0);
}
