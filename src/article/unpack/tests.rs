//! Examples of files that hold articles.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Limits, Unpacked, unpack};
use crate::jobs::Token;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn paths(unpacked: &Unpacked) -> Vec<&str> {
    unpacked.parts.iter().map(|part| part.path.as_str()).collect()
}

fn opened(bytes: Vec<u8>) -> Unpacked {
    unpack(bytes, Limits::default(), &Token::new())
}

#[test]
fn a_file_that_is_one_article_is_handed_on_as_it_is() {
    let unpacked = opened(b"Six were held.".to_vec());
    assert_eq!(paths(&unpacked), [""]);
    assert_eq!(unpacked.parts[0].bytes, b"Six were held.");
    let refused = opened(b"\x89PNG\r\n".to_vec());
    assert_eq!((refused.parts.len(), refused.left_out.len()), (0, 1));
}

#[test]
fn archives_in_archives_are_opened_and_pictures_left_out() {
    let inner = zipped(&[("b.txt", b"Seven were held."), ("c.png", b"\x89PNG\r\n")]);
    let outer = zipped(&[
        ("a/a.html", b"<html><p>Six were held.</p>"),
        ("more.zip", &inner),
        ("__MACOSX/a/._a.html", b"Six"),
        (".hidden", b"Six"),
    ]);
    let unpacked = opened(outer);
    assert_eq!(paths(&unpacked), ["a/a.html", "more.zip/b.txt"]);
    let left: Vec<_> = unpacked.left_out.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(left, ["more.zip/c.png"]);
}

#[test]
fn bombs_are_left_out() {
    let zeros = vec![b' '; (Limits::FREE_BYTES + 1) as usize];
    let unpacked = opened(zipped(&[("bomb.txt", &zeros), ("a.txt", b"Six were held.")]));
    assert_eq!(paths(&unpacked), ["a.txt"]);
    assert!(unpacked.left_out[0].sentence.contains("longer than 16 MB"));
    let deep = (0..6).fold(zipped(&[("a.txt", b"Six.")]), |inside, _| zipped(&[("x.zip", &inside)]));
    let unpacked = opened(deep);
    assert_eq!((unpacked.parts.len(), unpacked.left_out.len()), (0, 1));
    let many = zipped(&[("a.txt", b"Six."), ("b.txt", b"Six."), ("c.txt", b"Six.")]);
    let limits = Limits {
        parts: 2,
        ..Limits::default()
    };
    let unpacked = unpack(many, limits, &Token::new());
    assert_eq!((paths(&unpacked), unpacked.left_out.len()), (vec!["a.txt", "b.txt"], 1));
}

#[test]
fn damaged_and_stopped_ones_end_in_words() {
    let whole = zipped(&[("a.txt", b"Six were held, police said.")]);
    for length in 0..whole.len() {
        let cut = whole[..length].to_vec();
        drop(opened(cut));
    }
    let stale = Token::new();
    stale.stop();
    assert_eq!(unpack(whole, Limits::default(), &stale), Unpacked::default());
}
