//! Examples of mail, mailboxes and web archives.

use std::io::Write as _;

use super::{Limits, Unpacked, unpack};
use crate::article::{Format, read};
use crate::jobs::Token;

const HEAD: &str = "From: Jane Doe <jane@lantern.example>\nDate: Wed, 12 Mar 2031 10:12:13 +0100\nMIME-Version: 1.0\n";

fn opened(bytes: &[u8]) -> Unpacked {
    unpack(bytes.to_vec(), Limits::default(), &Token::new())
}

fn paths(unpacked: &Unpacked) -> Vec<&str> {
    unpacked.parts.iter().map(|part| part.path.as_str()).collect()
}

fn texts(unpacked: &Unpacked) -> Vec<String> {
    let read = |part: &super::Part| read(&part.bytes, &part.path).text.to_string();
    unpacked.parts.iter().map(read).collect()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn with_files(subject: &str) -> String {
    format!(
        "{HEAD}Subject: {subject}\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSix were held.\n--b\nContent-Type: text/html; \
         name=\"toll.html\"\nContent-Disposition: attachment; filename=\"toll.html\"\nContent-Transfer-Encoding: base64\n\n\
         PGh0bWw+PHA+U2V2ZW4gd2VyZSBoZWxkLjwvcD4=\n--b\nContent-Type: image/png\nContent-Disposition: inline\n\nx\n--b\nContent-Type: \
         text/plain\nContent-Disposition: attachment; filename=\"toll.html\"\n\nEight were held.\n--b\nContent-Type: \
         message/rfc822\n\n{HEAD}Subject: Fwd: Inner/toll\n\nNine were held.\n--b--\n"
    )
}

#[test]
fn a_message_alone_is_handed_on_as_it_is() {
    let message = format!("{HEAD}Subject: Toll\n\nSix were held.\n");
    let unpacked = opened(message.as_bytes());
    assert_eq!((paths(&unpacked), unpacked.passed_over), (vec![""], 0));
    assert_eq!(unpacked.parts[0].bytes, message.as_bytes());
}

#[test]
fn what_is_attached_becomes_articles_of_their_own() {
    let unpacked = opened(with_files("Toll rises").as_bytes());
    assert_eq!(
        paths(&unpacked),
        ["Toll rises", "toll.html", "toll (2).html", "Inner-toll"]
    );
    assert_eq!(
        texts(&unpacked),
        [
            "Six were held.",
            "Seven were held.",
            "Eight were held.",
            "Nine were held."
        ]
    );
    assert_eq!((unpacked.passed_over, unpacked.left_out.len()), (1, 0));
    let message = String::from_utf8_lossy(&unpacked.parts[0].bytes);
    assert!(message.contains("filename=\"toll.html\"") && !message.contains("Eight") && !message.contains("PGh0"));
    assert_eq!(read(message.as_bytes(), "").format, Format::Mail);
}

#[test]
fn messages_in_messages_end_somewhere() {
    let mut message = format!("{HEAD}Subject: 0\n\nSix were held.\n");
    for number in 1..200 {
        message = format!(
            "{HEAD}Subject: {number}\nContent-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\nContent-Type: \
             message/rfc822\n\n{message}\n--b{number}--\n"
        );
    }
    let unpacked = opened(message.as_bytes());
    assert_eq!(
        paths(&unpacked),
        ["199", "198", "198/197", "198/197/196", "198/197/196/195"]
    );
}

#[test]
fn mailboxes_are_parted_where_a_message_begins_and_nowhere_else() {
    let between = "From jane@lantern.example Wed Mar 12 10:12:13 2031\n";
    let one = |subject: &str, text: &str| format!("{between}{HEAD}Subject: {subject}\n\n{text}\n\n");
    let mailbox = [
        one(
            "Re: Toll rises",
            "Six were held.\n>From Tarn, two.\n>>From Varland.\n\nFrom our correspondent: ten.\n",
        ),
        one("", "From jane Wed Mar 12 10:12:13 2031\nis no line between messages."),
        with_files("Toll").replacen(HEAD, &format!("{between}{HEAD}"), 1),
    ]
    .concat();
    for mailbox in [mailbox.clone(), mailbox.replace('\n', "\r\n")] {
        let unpacked = opened(mailbox.as_bytes());
        assert_eq!(
            paths(&unpacked),
            [
                "1 Toll rises",
                "2 Message",
                "3 Toll",
                "3 Toll/toll.html",
                "3 Toll/toll (2).html",
                "3 Toll/Inner-toll"
            ]
        );
        let texts = texts(&unpacked);
        assert_eq!(
            texts[0],
            "Six were held.\nFrom Tarn, two.\n>From Varland.\n\nFrom our correspondent: ten."
        );
        assert!(texts[1].ends_with("is no line between messages."));
    }
    for article in [
        "From our correspondent\nTarn: six were held.",
        "From Tarn, Wed Mar 12 10:12:13 2031\nSix were held.",
        "From 10:12 on Wed 12 Mar 2031\nTarn, six: held.",
    ] {
        assert_eq!(paths(&opened(article.as_bytes())), [""], "{article}");
    }
}

#[test]
fn thousands_of_messages_take_no_longer_than_their_bytes() {
    let one = format!("From a Wed Mar 12 10:12:13 2031\n{HEAD}Subject: Toll\n\nFrom here\n\n");
    assert_eq!(opened(one.repeat(5_000).as_bytes()).parts.len(), 5_000);
}

fn record(kind: &str, address: &str, body: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
        body.len()
    )
}

fn answer(status: &str, kind: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}")
}

fn crawl() -> Vec<String> {
    let page = "<html><p>Six were held, police said.</p></html>";
    vec![
        record("warcinfo", "", "software: x"),
        record(
            "response",
            "https://lantern.example/toll",
            &answer("200 OK", "text/html; charset=utf-8", page),
        ),
        record("request", "https://lantern.example/toll", "GET /toll HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "https://lantern.example/a.png",
            &answer("200 OK", "image/png", "x"),
        ),
        record(
            "response",
            "https://lantern.example/old",
            &answer("301 Moved", "text/html", page),
        ),
        record(
            "response",
            "https://lantern.example/toll",
            &answer("200 OK", "text/html", "<html><p>Seven were held."),
        ),
        record("resource", "https://lantern.example/note.txt", "Eight were held."),
        record("metadata", "urn:x", "a: b"),
        record("resource", "urn:pageinfo:https://lantern.example/", "{}"),
    ]
}

#[test]
fn pages_of_web_archives_are_taken_with_their_addresses() {
    let plain = crawl().concat();
    let by_record: Vec<u8> = crawl().iter().flat_map(|one| packed(one.as_bytes())).collect();
    for bytes in [plain.clone().into_bytes(), by_record, packed(plain.as_bytes())] {
        let unpacked = opened(&bytes);
        assert_eq!(
            paths(&unpacked),
            [
                "lantern.example/toll",
                "lantern.example/toll (2)",
                "lantern.example/note.txt"
            ]
        );
        assert_eq!((unpacked.left_out.len(), unpacked.passed_over), (0, 3));
        let first = read(&unpacked.parts[0].bytes, "");
        assert_eq!(first.address.as_deref(), Some("https://lantern.example/toll"));
        assert!(first.text.starts_with("Six were held"));
    }
    // one record alone is a document, so that it can be read again
    assert_eq!(paths(&opened(crawl()[1].as_bytes())), [""]);
}

#[test]
fn of_recorded_crawls_only_listed_pages_are_taken() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let list = b"{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://lantern.example/toll\"}\nbroken";
    let other = record(
        "response",
        "https://lantern.example/frame",
        &answer("200 OK", "text/html", "<p>An advertisement"),
    );
    let archive = packed([crawl().concat(), other].concat().as_bytes());
    let files: [(&str, &[u8]); 4] = [
        ("datapackage.json", b"{}"),
        ("archive/data.warc.gz", &archive),
        ("indexes/index.cdx", b"x"),
        ("pages/pages.jsonl", list),
    ];
    for (name, bytes) in files {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    let unpacked = opened(&writer.finish().unwrap().into_inner());
    assert_eq!(
        paths(&unpacked),
        [
            "lantern.example/toll",
            "lantern.example/toll (2)",
            "lantern.example/note.txt"
        ]
    );
}

#[test]
fn damaged_web_archives_give_what_stands_before_the_damage() {
    let whole = crawl().concat();
    let cut = whole.len() - 200;
    let unpacked = opened(&whole.as_bytes()[..cut]);
    assert!(unpacked.parts.len() >= 2);
    let broken = [&whole, "no record\r\n"].concat();
    let unpacked = opened(broken.as_bytes());
    assert_eq!((unpacked.parts.len(), unpacked.left_out.len()), (3, 1));
    assert!(unpacked.left_out[0].sentence.contains("damaged behind record 9"));
    let by_record: Vec<u8> = crawl().iter().flat_map(|one| packed(one.as_bytes())).collect();
    for length in (0..by_record.len()).step_by(7) {
        drop(opened(&by_record[..length]));
    }
    for bytes in [
        "WARC/1.0\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "WARC/1.0\r\nContent-Length: -1\r\n\r\nx",
    ] {
        assert_eq!(opened(bytes.as_bytes()).parts.len(), 1, "{bytes}");
    }
}

#[test]
fn what_is_packed_too_tightly_ends_early() {
    let bomb = format!(
        "{}{}",
        record("warcinfo", "", "a"),
        record("metadata", "", &" ".repeat(2 << 20))
    );
    let limits = Limits {
        total_bytes: 1 << 20,
        ..Limits::default()
    };
    let unpacked = unpack(packed(bomb.as_bytes()), limits, &Token::new());
    assert_eq!((unpacked.parts.len(), unpacked.left_out.len()), (0, 1));
    let page = packed(&vec![b' '; (Limits::FREE_BYTES + 1) as usize]);
    assert!(opened(&page).left_out[0].sentence.contains("longer than 16 MB"));
}

#[test]
fn single_packed_files_are_taken() {
    assert_eq!(
        texts(&opened(&packed(b"<html><p>Six were held.</p></html>"))),
        ["Six were held."]
    );
    let message = format!("{HEAD}Subject: Toll\n\nSix were held.\n");
    assert_eq!(
        texts(&opened(&packed(packed(message.as_bytes()).as_slice()))),
        ["Six were held."]
    );
    let cut = packed(b"Six were held.");
    assert!(opened(&cut[..cut.len() - 4]).left_out[0].sentence.contains("damaged"));
}
