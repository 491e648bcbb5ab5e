//! Examples of documents, made here part by part; and many broken ones, which must give an article or a note.

use super::package::tests::zipped;
use super::reader;
use crate::article::{Article, FactBasis, Format, read, refusal};
use crate::base::dice::Dice;

const CORE: &str = "<cp:coreProperties><dc:title>Toll in Orlen rises</dc:title><dc:creator>Lina Orrest</dc:creator>\
    <dcterms:created>2031-03-14T09:00:00Z</dcterms:created></cp:coreProperties>";

pub(super) fn docx(body: &str, footnotes: &str) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    let footnotes = format!("<w:footnotes>{footnotes}</w:footnotes>");
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

pub(super) fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style>x</style:style></office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let meta = "<office:meta><dc:title>untitled</dc:title><meta:initial-creator>L. Orrest</meta:initial-creator>\
        <dc:language>en-GB</dc:language><meta:creation-date>2031-03-14T10:00:00</meta:creation-date></office:meta>";
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta.as_bytes()),
    ])
}

pub(super) fn epub(chapters: &[&str]) -> Vec<u8> {
    let names: Vec<String> = (0..chapters.len())
        .map(|number| format!("OPS/a b/c{number}.xhtml"))
        .collect();
    let items = (0..chapters.len()).map(|number| {
        format!("<item id=\"i{number}\" href=\"a%20b/c{number}.xhtml\" media-type=\"application/xhtml+xml\"/>")
    });
    let order: String = (0..chapters.len())
        .map(|number| format!("<itemref idref=\"i{number}\"/>"))
        .collect();
    let list = format!(
        "<package><metadata><dc:title>The flood year</dc:title><dc:creator>Lina Orrest</dc:creator>\
         <dc:publisher>Orlen Press</dc:publisher><dc:date>2031-05-02</dc:date><dc:language>en</dc:language></metadata>\
         <manifest><item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>{}\
         </manifest><spine><itemref idref=\"nav\"/>{order}</spine></package>",
        items.collect::<String>()
    );
    let pages: Vec<String> = chapters
        .iter()
        .map(|body| {
            format!("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>{body}</body></html>")
        })
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>",
        ),
        ("OPS/book.opf", list.as_bytes()),
        ("OPS/nav.xhtml", b"<html><body>Contents</body></html>"),
    ];
    parts.extend(
        names
            .iter()
            .zip(&pages)
            .map(|(name, page)| (name.as_str(), page.as_bytes())),
    );
    zipped(&parts)
}

#[track_caller]
fn check(bytes: &[u8], format: Format, text: &str) -> Article {
    let article = read(bytes, "toll.bin");
    assert_eq!((article.format, &*article.text), (format, text));
    assert_eq!(refusal(bytes), None);
    article
}

fn value(fact: Option<&crate::article::Stated>) -> &str {
    fact.map_or("", |fact| fact.value.as_str())
}

#[test]
fn a_document_of_word() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Toll rises</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">Six </w:t></w:r><w:del><w:r><w:delText>gone </w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>people</w:t></w:r></w:hyperlink>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t> were held.</w:t>\
        <w:footnoteReference w:id=\"2\"/></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dead</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>old row</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>Orlen</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t><w:br/><w:t>x</w:t></w:r>\
        <mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>";
    let notes = "<w:footnote w:type=\"separator\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>Two of them soldiers.</w:t></w:r></w:p></w:footnote>";
    let text =
        "Toll rises\n\nSix new people were held.\n\nTown\tDead\nOrlen\t12\n\nBox\n\n3\nx\n\nTwo of them soldiers.";
    let article = check(&docx(body, notes), Format::Docx, text);
    assert_eq!(value(article.title.as_ref()), "Toll in Orlen rises");
    assert_eq!(value(article.author.as_ref()), "Lina Orrest");
    assert_eq!(article.page_at(text.find("held").unwrap()), Some(2));
    let day = article.dates.first().unwrap();
    assert_eq!((day.words.as_str(), day.basis), ("2031-03-14", FactBasis::FileName));
}

#[test]
fn a_text_of_open_document() {
    let body = "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>\
        <text:h>Toll\n rises</text:h><text:p>Six<text:s text:c=\"3\"/>were <text:a>held</text:a>\
        <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Two of them soldiers.</text:p>\
        </text:note-body></text:note>.<office:annotation><text:p>Check!</text:p></office:annotation></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell>\
        <table:table-cell><text:p>Dead</text:p></table:table-cell></table:table-row></table:table>\
        <text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>\
        <text:p><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box><svg:title>no</svg:title></draw:frame>a<text:tab/>b<text:line-break/>c</text:p>";
    let text = "Toll rises\n\nSix were held.\n\nTown\tDead\n\nOne\n\nBox\n\na\tb\nc\n\nTwo of them soldiers.";
    let article = check(&odt(body), Format::Odt, text);
    assert_eq!(value(article.author.as_ref()), "L. Orrest");
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(value(article.title.as_ref()), "Toll rises");
    let flat = format!(
        "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">\
         <office:meta><dc:title>Toll in Orlen</dc:title></office:meta><office:body>{body}</office:body></office:document>"
    );
    let article = check(flat.as_bytes(), Format::Odt, text);
    assert_eq!(value(article.title.as_ref()), "Toll in Orlen");
}

#[test]
fn a_book() {
    let book = epub(&[
        "<h1>One</h1><p>Six were<a id=\"x\"/> held.</p>",
        "<p>Seven &amp; more.</p>",
    ]);
    let article = check(&book, Format::Epub, "One\n\nSix were held.\n\nSeven & more.");
    assert_eq!(value(article.title.as_ref()), "The flood year");
    assert_eq!(value(article.publisher.as_ref()), "Orlen Press");
    assert_eq!(article.dates.first().unwrap().basis, FactBasis::Metadata);
    assert_eq!(article.language.as_deref(), Some("en"));
}

#[test]
fn locked_and_old_ones_say_what_to_do() {
    let locked = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
        ),
        ("content.xml", b"\x13\x37"),
    ]);
    let article = read(&locked, "toll.odt");
    assert!(
        article
            .notes
            .iter()
            .any(|note| note.sentence().contains("without a password")),
        "{:?}",
        article.notes
    );
    let old = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on").unwrap();
    assert!(old.contains("save it as DOCX"));
}

#[test]
fn what_is_no_document_is_none() {
    let sheet = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<a/>"),
    ]);
    for bytes in [
        zipped(&[("a.txt", b"Six were held.")]),
        sheet,
        b"{rtf} is how it begins".to_vec(),
        b"He said: %PDF-1.4 is what it begins with".to_vec(),
        b"<office> of the president".to_vec(),
        Vec::new(),
    ] {
        assert!(reader(&bytes).is_none());
    }
}

#[test]
fn laughs_and_bombs_are_harmless() {
    let laughs: String = (1..10)
        .map(|number| format!("<!ENTITY a{number} \"{}\">", format!("&a{};", number - 1).repeat(10)))
        .collect();
    let document = format!(
        "<!DOCTYPE d [<!ENTITY a0 \"ha\">{laughs}]><w:document><w:p><w:r><w:t>&a9;x</w:t></w:r></w:p></w:document>"
    );
    let bytes = zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ]);
    check(&bytes, Format::Docx, "x");
    let long = vec![b' '; 17 << 20];
    let bytes = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &long)]);
    let article = check(&bytes, Format::Docx, "");
    assert!(
        article
            .notes
            .iter()
            .any(|note| note.sentence().contains("longer than 16 MB"))
    );
    let deep = format!(
        "{}<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc>".repeat(3_000)
    );
    drop(read(&docx(&deep, ""), "deep.docx"));
}

/// Documents of each sort, small.
pub(super) fn samples() -> Vec<Vec<u8>> {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    vec![
        docx(&format!("<w:p><w:r><w:t>Six were held.</w:t></w:r></w:p>{table}"), "<w:footnote><w:p/></w:footnote>"),
        odt("<text:p>Six were held.<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>"),
        epub(&["<p>Six were held.</p>", "<table><tr><td>1</td></tr></table>"]),
        b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 T;}}\\f0 Six \\'d2\\u1090? were\\par\\trowd\\intbl a\\cell b\\cell\\row}".to_vec(),
        super::pdf::tests::sample(),
    ]
}

/// Bytes changed, left out, doubled or cut at places that the dice tell.
pub(super) fn broken(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        if out.is_empty() {
            break;
        }
        let at = dice.below(out.len());
        match dice.below(5) {
            0 => out.truncate(at),
            1 => drop(out.remove(at)),
            2 => out.insert(at, b"<>{}\\/0("[dice.below(8)]),
            3 => {
                let part: Vec<u8> = out.iter().skip(at).take(dice.below(40)).copied().collect();
                let to = dice.below(out.len());
                out.splice(to..to, part);
            }
            _ => out[at] = u8::try_from(dice.below(256)).unwrap(),
        }
    }
    out
}

#[test]
fn broken_documents_give_an_article_or_a_note() {
    let mut dice = Dice(31);
    for sample in samples() {
        assert!(reader(&sample).is_some());
        for _ in 0..150 {
            let bytes = broken(&sample, &mut dice);
            let Some(reader) = reader(&bytes) else { continue };
            let article = (reader.read)(&bytes, "a.bin");
            assert!(!article.text.trim().is_empty() || !article.notes.is_empty());
            let inside = |at: &usize| *at <= article.text.len() && article.text.is_char_boundary(*at);
            assert!(article.pages.iter().all(inside) && article.pages.is_sorted());
            assert!(
                article
                    .boilerplate
                    .iter()
                    .all(|part| part.span.slice(&article.text).is_some())
            );
        }
    }
}
