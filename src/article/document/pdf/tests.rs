//! Examples of PDF, written here object by object.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::article::{Article, Format, read};

/// A PDF whose pages draw these instructions with the font `/F1`; `extra` are objects from number 100 on.
pub(in crate::article::document) fn pdf(pages: &[String], extra: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|number| format!("{} 0 R", 10 + number * 2))
        .collect();
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned().into_bytes()),
        (
            2,
            format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")).into_bytes(),
        ),
        (
            3,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        ),
        (
            4,
            b"<</Title(Toll in Orlen rises)/Author(Lina Orrest)/CreationDate(D:20310314090000Z)>>".to_vec(),
        ),
    ];
    for (number, page) in pages.iter().enumerate() {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        packer.write_all(page.as_bytes()).unwrap();
        let packed = packer.finish().unwrap();
        let number = 10 + number * 2;
        let content = number + 1;
        objects.push((
            number,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {content} 0 R/Resources<</Font<</F1 3 0 R>>\
                 /XObject<</X1 100 0 R>>>>>>"
            )
            .into_bytes(),
        ));
        let mut stream = format!("<</Length {}/Filter/FlateDecode>>stream\n", packed.len()).into_bytes();
        stream.extend(packed);
        stream.extend(b"\nendstream");
        objects.push((content, stream));
    }
    for (number, object) in extra.iter().enumerate() {
        objects.push((100 + number, object.as_bytes().to_vec()));
    }
    written(&objects)
}

fn written(objects: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects {
        places.push((*number, out.len()));
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(b"xref\n");
    for (number, place) in places {
        out.extend(format!("{number} 1\n{place:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer<</Size 200/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF").bytes());
    out
}

/// Instructions that draw lines of words from a place downwards.
fn lines(left: usize, top: usize, texts: &[&str]) -> String {
    let mut out = format!("BT /F1 10 Tf 12 TL {left} {top} Td ");
    for text in texts {
        out.push_str(&format!("({text}) Tj T* "));
    }
    out.push_str("ET\n");
    out
}

/// Two pages with a running head.
pub(in crate::article::document) fn sample() -> Vec<u8> {
    let head = lines(40, 580, &["The Orlen Courier"]);
    let first = lines(
        40,
        520,
        &[
            "At least six people were held in the upper valley on Thurs-",
            "day, police said, and a spokeswoman, Al-Nasr, said that the",
            "number of those who had been wounded in the march and",
        ],
    );
    let second = lines(40, 520, &["brought to the clinics of the town was 41. It may rise."]);
    pdf(&[format!("{head}{first}"), format!("{head}{second}")], &[])
}

fn note(article: &Article, words: &str) -> bool {
    article.notes.iter().any(|note| note.sentence().contains(words))
}

#[test]
fn paragraphs_go_on_over_pages_and_heads_are_boilerplate() {
    let article = read(&sample(), "toll.pdf");
    assert_eq!(article.format, Format::Pdf);
    assert_eq!(
        &*article.text,
        "The Orlen Courier\n\nAt least six people were held in the upper valley on Thursday, police said, and a spokeswoman, Al-Nasr, said \
         that the number of those who had been wounded in the march and brought to the clinics of the town was 41. It \
         may rise.\n\nThe Orlen Courier"
    );
    assert_eq!(article.boilerplate[0].span.of(&article.text), "The Orlen Courier");
    assert_eq!(article.page_at(article.text.find("At least").unwrap()), Some(1));
    assert_eq!(article.page_at(article.text.find("brought").unwrap()), Some(2));
    assert_eq!(article.title.as_ref().unwrap().value, "Toll in Orlen rises");
    assert_eq!(article.dates[0].words, "2031-03-14");
    assert!(article.notes.is_empty(), "{:?}", article.notes);
}

#[test]
fn a_scan_and_damage_are_said() {
    let article = read(&pdf(&["0 0 400 600 re f".to_owned()], &[]), "scan.pdf");
    assert!(article.text.is_empty() && note(&article, "OCR"));
    assert!(note(&read(b"%PDF-1.4 and nothing more", "a.pdf"), "damaged"));
    let whole = sample();
    let place = super::guard::find(&whole, b"startxref", 0).unwrap();
    let article = read(&whole[..place], "cut.pdf");
    assert!(article.text.contains("At least six"), "{:?}", article.notes);
}

#[test]
fn forms_that_draw_themselves_end() {
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 100 0 R>>>>/Length 24>>stream\n\
        /X1 Do /X1 Do /X1 Do    \nendstream";
    let text = lines(40, 500, &["Six were held, police said."]);
    let article = read(&pdf(&[format!("{text} /X1 Do")], &[form]), "a.pdf");
    assert_eq!(&*article.text, "Six were held, police said.");
}

#[test]
fn turned_pages_and_spaced_letters_are_read() {
    let turned = "BT /F1 10 Tf 0 1 -1 0 300 40 Tm (Six were held,) Tj 0 -12 Td (police said.) Tj ET".to_owned();
    assert_eq!(
        &*read(&pdf(&[turned], &[]), "a.pdf").text,
        "Six were held, police said."
    );
    let spaced = "BT /F1 10 Tf 40 500 Td [(Six)-300(we)20(re)-278(held.)] TJ ET".to_owned();
    assert_eq!(&*read(&pdf(&[spaced], &[]), "a.pdf").text, "Six were held.");
    let told = "BT /F1 10 Tf 40 500 Td /Span<</ActualText(office)>>BDC (o#ce) Tj EMC ( said) Tj ET".to_owned();
    assert_eq!(&*read(&pdf(&[told], &[]), "a.pdf").text, "office said");
}

#[test]
fn the_day_of_making_is_that_where_it_was_made() {
    let day = |told: &str, described: &str| {
        let xmp = format!("<x><rdf:Description><xmp:CreateDate>{described}</xmp:CreateDate></rdf:Description></x>");
        let objects: Vec<(usize, Vec<u8>)> = [
            (1, "<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>".to_owned()),
            (2, "<</Type/Pages/Count 1/Kids[5 0 R]>>".to_owned()),
            (4, format!("<</CreationDate(D:{told})>>")),
            (5, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]>>".to_owned()),
            (
                6,
                format!(
                    "<</Type/Metadata/Subtype/XML/Length {}>>stream\n{xmp}\nendstream",
                    xmp.len()
                ),
            ),
        ]
        .map(|(number, object)| (number, object.into_bytes()))
        .to_vec();
        read(&written(&objects), "toll.pdf")
            .dates
            .first()
            .map(|date| date.words.clone())
    };
    for (told, described, expected) in [
        ("20310314030000Z", "2031-03-13T22:00:00-05:00", "2031-03-13"),
        ("20310313220000-05'00'", "2031-03-14T03:00:00Z", "2031-03-13"),
        ("20310314003000+09'00'", "", "2031-03-14"),
        ("20310314030000Z", "2031-03-14T03:00:00Z", "2031-03-14"),
    ] {
        assert_eq!(day(told, described).as_deref(), Some(expected), "{told} {described}");
    }
}
