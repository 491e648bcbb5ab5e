//! Examples of kept pages.

use super::super::super::facts::{Article, Format};
use super::super::super::read;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Toll rises</title><link rel=canonical href='https://lantern.example/toll'></head>\
                    <body><h1>Toll rises</h1><p>Six people were held in Tarn on Tuesday, police said – the first for years.</p></body></html>";

#[track_caller]
fn check(bytes: &[u8], address: &str) -> Article {
    let article = read(bytes, "a");
    assert_eq!(
        (article.format, article.address.as_deref()),
        (Format::Archived, Some(address))
    );
    assert!(article.text.contains("police said – the first"), "{}", article.text);
    article
}

fn mhtml(head: &str, charset: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap();
    let head = format!(
        "{head}Subject: Toll\r\nDate: Thu, 13 Mar 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; \
         type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\nContent-Type: text/html; \
         charset={charset}\r\nContent-Location: https://www.lantern.example/toll?from=feed\r\n\r\n"
    );
    [head.as_bytes(), &encoding.encode(PAGE).0, b"\r\n--b--\r\n"].concat()
}

#[test]
fn pages_saved_as_messages_are_read() {
    for head in [
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://lantern.example/toll\r\n",
        "",
    ] {
        let article = check(&mhtml(head, "windows-1252"), "https://lantern.example/toll");
        assert_eq!(article.title.unwrap().value, "Toll rises");
        // when it was saved is no day of publication
        assert_eq!(article.dates, []);
        assert!(
            article
                .notes
                .iter()
                .any(|note| note.sentence().contains("saved on 2031-03-13"))
        );
    }
    let mail = mhtml("From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <1@b>\r\n", "utf-8");
    assert_eq!(read(&mail, "").format, Format::Mail);
}

/// A property list with the page as a browser of macOS writes it.
fn bookmarked() -> Vec<u8> {
    let mut bytes = b"bplist00".to_vec();
    let mut places = Vec::new();
    let mut add = |bytes: &mut Vec<u8>, object: &[u8]| {
        places.push(bytes.len());
        bytes.extend_from_slice(object);
    };
    let text = |words: &str| {
        let length = u8::try_from(words.len()).unwrap();
        [&[0x5F, 0x10, length], words.as_bytes()].concat()
    };
    add(&mut bytes, &[0xD1, 1, 2]);
    add(&mut bytes, &text("WebMainResource"));
    add(&mut bytes, &[0xD2, 3, 4, 5, 6]);
    add(&mut bytes, &text("WebResourceData"));
    add(&mut bytes, &text("WebResourceURL"));
    let length = u16::try_from(PAGE.len()).unwrap().to_be_bytes();
    add(
        &mut bytes,
        &[&[0x4F, 0x11], length.as_slice(), PAGE.as_bytes()].concat(),
    );
    add(&mut bytes, &text("https://m.lantern.example/toll"));
    let table = u64::try_from(bytes.len()).unwrap();
    for place in places {
        bytes.extend_from_slice(&u16::try_from(place).unwrap().to_be_bytes());
    }
    bytes.extend_from_slice(&[0, 0, 0, 0, 0, 0, 2, 1]);
    for number in [7, 0, table] {
        bytes.extend_from_slice(&number.to_be_bytes());
    }
    bytes
}

#[test]
fn property_lists_are_read() {
    check(&bookmarked(), "https://lantern.example/toll");
    let packed = "PCFET0NUWVBF";
    let xml = |data: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\">\n<plist><dict>\
             <key>WebMainResource</key>\n<dict><key>WebResourceData</key>\n<data>\n{data}\n</data><key>WebResourceURL</key>\n\
             <string>https://lantern.example/toll?a=1&amp;b=2</string></dict></dict></plist>"
        )
    };
    let article = read(xml(packed).as_bytes(), "");
    assert_eq!(article.address.as_deref(), Some("https://lantern.example/toll?a=1&b=2"));
    let other = b"<?xml version='1.0'?><!DOCTYPE plist><plist/>";
    assert_ne!(read(other, "").format, Format::Archived);
}

fn record(fields: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: <https://www.lantern.example/toll>\r\nWARC-Date: 2031-03-13T10:00:00Z\r\n\
         Content-Type: application/http;msgtype=response\r\nContent-Length: {}\r\n\r\n",
        fields.len() + body.len()
    );
    [head.as_bytes(), fields.as_bytes(), body, b"\r\n\r\n"].concat()
}

#[test]
fn records_are_read_as_the_server_sent_them() {
    let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n";
    let page = encoding_rs::WINDOWS_1252.encode(PAGE).0;
    let address = "https://lantern.example/toll";
    check(&record(&format!("{ok}\r\n"), &page), address);
    let half = page.len() / 2;
    let (first, second) = page.split_at(half);
    let pieces = [
        format!("{half:x};x=y\r\n").as_bytes(),
        first,
        format!("\r\n{:X}\r\n", second.len()).as_bytes(),
        second,
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    let chunked = format!("{ok}Transfer-Encoding: chunked\r\n\r\n");
    check(&record(&chunked, &pieces), address);
    // many archives hold it in one piece, and unpacked, all the same
    check(&record(&chunked, &page), address);
    check(&record(&format!("{ok}Content-Encoding: gzip\r\n\r\n"), &page), address);
    check(
        &record(&format!("{ok}Content-Encoding: deflate\r\n\r\n"), &page),
        address,
    );
    let packed = packed(&page);
    check(
        &record(&format!("{ok}Content-Encoding: gzip\r\n\r\n"), &packed),
        address,
    );
    let cut = &packed[..packed.len() - 9];
    let damaged = read(&record(&format!("{ok}Content-Encoding: gzip\r\n\r\n"), cut), "");
    assert!(damaged.notes.iter().any(|note| note.sentence().contains("damaged")));
    let refused = read(&record("HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n", &page), "");
    assert!(refused.notes.iter().any(|note| note.sentence().contains("404")));
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn records_in_records_are_not_followed() {
    let ok = "HTTP/1.1 200 OK\r\n\r\n";
    let mut inner = record(ok, PAGE.as_bytes());
    for _ in 0..100 {
        inner = record(ok, &inner);
    }
    assert!(read(&inner, "").text.starts_with("WARC/1.1"));
}

#[test]
fn truncated_and_changed_ones_do_no_harm() {
    let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
    let short = b"6\r\n<p>Six\r\n0\r\n\r\n";
    for whole in [
        bookmarked(),
        record(ok, short),
        mhtml("From: <Saved by Blink>\r\n", "utf-8"),
    ] {
        // the page itself is long, and what is read around it stands at both ends
        let ends = (0..whole.len().min(420)).chain(whole.len().saturating_sub(130)..whole.len());
        for at in ends {
            let cut = &whole[..at];
            let told = [super::is_bookmarked(cut), super::is_record(cut), super::is_saved(cut)];
            assert!(told.iter().filter(|is| **is).count() <= 1);
            for byte in [0, 0x4F, 0x5F, 0xD1, 0x13, 0xff, b'\n'] {
                let mut changed = whole.clone();
                changed[at] = byte;
                if super::is_bookmarked(&changed) {
                    drop(super::bookmarked::resource(&changed).0.into_owned());
                } else if let Some((record, _)) = super::Record::first(&changed) {
                    drop((record.sent().into_owned(), record.told(), record.address()));
                } else {
                    assert!(!super::is_record(&changed));
                }
            }
        }
    }
}
