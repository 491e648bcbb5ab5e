//! Examples of RTF.

use proptest::prelude::*;

use super::{is, read};

fn text(rtf: &str) -> String {
    read(rtf.as_bytes(), "toll.rtf").text.to_string()
}

#[track_caller]
fn check(rtf: &str, expected: &str) {
    assert_eq!(text(rtf), expected, "{rtf}");
}

#[test]
fn paragraphs_signs_and_hidden_groups() {
    check(
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\*\\generator X;}\\f0 Toll\\par Six\\line were {\\b held}\\emdash\\~so.\\par}",
        "Toll\n\nSix\nwere held—\u{a0}so.",
    );
    check(
        "{\\rtf1 {\\header H}a{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}{\\v no}{\\deleted no}b}",
        "alinkb",
    );
    check(
        "{\\rtf1 a{\\pict\\pngblip 89504e}{\\*\\shppict{\\pict 00}}{\\nonshppict x}b}",
        "ab",
    );
    check("{\\rtf1 a{\\footnote Note.}b\\par c}", "ab\n\nc\n\nNote.");
    check(
        "{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}{\\shptxt box\\par}}{\\shprslt old}}b}",
        "box\n\nab",
    );
    check("{\\rtf1{\\upr{x}{\\*\\ud{\\u1090 ?}}}}", "т");
}

#[test]
fn characters_of_all_encodings() {
    check("{\\rtf1\\ansi\\ansicpg1251 \\'d2\\'ee\\'eb}", "Тол");
    check(
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 T;}{\\f2\\fcharset178 A;}}\\f1\\'d2\\f2\\'de\\plain\\'e9}",
        "Тقé",
    );
    check(
        "{\\rtf1\\uc1 caf\\u233?s \\u-10179?\\u-8704? \\uc0\\u1090 x}",
        "cafés 😀 тx",
    );
    check("{\\rtf1\\uc2 a\\u233\\'65\\'65b}", "aéb");
    check("{\\rtf1{\\fonttbl{\\f0\\fcharset128 G;}}\\f0\\'82\\'a0}", "あ");
}

#[test]
fn tables_are_rows_with_tabs() {
    check(
        "{\\rtf1 Toll\\par\\trowd\\cellx1\\cellx2\\pard\\intbl Town\\cell Dead\\cell\\row\\trowd\\cellx1\\cellx2\\pard\\intbl Orlen\\cell 12\\cell\\row\\pard after}",
        "Toll\n\nTown\tDead\nOrlen\t12\n\nafter",
    );
    check("{\\rtf1\\trowd\\cellx1 a\\cell b\\cell\\row\\pard c}", "a\tb\n\nc");
    check(
        "{\\rtf1\\trowd\\intbl a\\cell\\cell c\\cell\\row\\pard d}",
        "a\t\tc\n\nd",
    );
    check(
        "{\\rtf1\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl z\\cell\\row\\pard e}",
        "x\ty\n\nz\n\ne",
    );
}

#[test]
fn facts_of_the_file() {
    let article = read(
        b"{\\rtf1{\\info{\\title Toll in Orlen rises}{\\author L. Orrest}{\\creatim\\yr2031\\mo3\\dy14\\hr9}}Six were held.}",
        "a.rtf",
    );
    assert_eq!(article.title.unwrap().value, "Toll in Orlen rises");
    assert_eq!(article.author.unwrap().value, "L. Orrest");
    assert_eq!(article.dates.first().unwrap().words, "2031-03-14");
    assert!(is(b"\xef\xbb\xbf\n{\\rtf1 x}") && !is(b"{rtf"));
}

#[test]
fn damage_is_noted_and_depth_costs_nothing() {
    let article = read(b"{\\rtf1 Six were {\\b held", "a.rtf");
    assert_eq!(&*article.text, "Six were held");
    assert!(article.notes.iter().any(|note| note.sentence().contains("damaged")));
    let deep = format!("{{\\rtf1 a{}b{}c}}", "{".repeat(100_000), "}".repeat(100_000));
    check(&deep, "ac");
    check(
        &format!("{{\\rtf1 {}x}}", "\\trowd\\itap9 y\\nestcell ".repeat(500)),
        &text(&format!("{{\\rtf1 {}x}}", "\\trowd\\itap9 y\\nestcell ".repeat(500))),
    );
}

proptest! {
    #[test]
    fn any_order_of_signs_is_read(parts in proptest::collection::vec(prop_oneof![
        Just("{"), Just("}"), Just("\\par "), Just("\\cell "), Just("\\row "), Just("\\trowd "), Just("\\intbl "),
        Just("\\itap3 "), Just("\\nestcell "), Just("\\nestrow "), Just("\\footnote "), Just("\\shptxt "), Just("\\*"),
        Just("\\u-9999 ?"), Just("\\'ff"), Just("\\upr "), Just("\\ud "), Just("\\pard "), Just("word "), Just("\\bin9 "),
        Just("\\info "), Just("\\title "), Just("\\f3 "), Just("\\fonttbl "), Just("\\fcharset128 "), Just("\\uc99 "),
    ], 0..60)) {
        let rtf = format!("{{\\rtf1 {}", parts.concat());
        let article = read(rtf.as_bytes(), "a.rtf");
        prop_assert!(article.boilerplate.iter().all(|part| part.span.slice(&article.text).is_some()));
    }
}
