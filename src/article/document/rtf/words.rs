//! Control words of RTF, as rows.

use encoding_rs::Encoding;

/// Groups that are not the text, and hold none of it.
pub(super) const BURIED: &[&str] = &[
    "colortbl",
    "stylesheet",
    "pict",
    "objdata",
    "objclass",
    "objname",
    "objalias",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "themedata",
    "colorschememapping",
    "datastore",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "latentstyles",
    "filetbl",
    "revtbl",
    "xmlnstbl",
    "fldinst",
    "datafield",
    "bkmkstart",
    "bkmkend",
    "pntext",
    "pntxta",
    "pntxtb",
    "listtext",
    "nonshppict",
    "shprslt",
    "sp",
    "annotation",
    "atnid",
    "atnauthor",
    "atndate",
    "atnref",
    "atrfstart",
    "atrfend",
    "atntime",
    "nesttableprops",
    "nonesttables",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "xe",
    "tc",
    "txe",
    "rxe",
    "template",
    "private",
    "passwordhash",
    "formfield",
    "mmath",
    "userprops",
    "docvar",
    "pgptbl",
    "protusertbl",
    "fontemb",
    "fontfile",
    "falt",
    "panose",
    "background",
    "ffname",
    "ffdeftext",
    "leveltext",
    "levelnumbers",
];

/// Groups of which only what lies in a reviving group is text.
pub(super) const WAITING: &[&str] = &["upr", "shpinst", "do", "object"];

/// Groups that are text, even in a waiting one; the first ones stand beside their paragraph.
pub(super) const REVIVING: &[&str] = &["shptxt", "dptxbxtext", "ud", "result"];

/// Groups that begin with `\*` and are text all the same.
pub(super) const KNOWN_OPTIONAL: &[&str] = &["shptxt", "dptxbxtext", "ud", "shpinst", "do", "footnote"];

/// What control words write.
pub(super) const WRITTEN: &[(&str, &str)] = &[
    ("emdash", "—"),
    ("endash", "–"),
    ("lquote", "‘"),
    ("rquote", "’"),
    ("ldblquote", "“"),
    ("rdblquote", "”"),
    ("bullet", "•"),
    ("emspace", " "),
    ("enspace", " "),
    ("qmspace", " "),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
];

/// Encodings of fonts by the number of their set of characters; 0 is the Western one, whatever the file's.
const CHARSETS: &[(i32, &str)] = &[
    (0, "windows-1252"),
    (77, "macintosh"),
    (128, "shift_jis"),
    (129, "euc-kr"),
    (134, "gbk"),
    (136, "big5"),
    (161, "windows-1253"),
    (162, "windows-1254"),
    (163, "windows-1258"),
    (177, "windows-1255"),
    (178, "windows-1256"),
    (186, "windows-1257"),
    (204, "windows-1251"),
    (222, "windows-874"),
    (238, "windows-1250"),
];

/// Encodings by the number of their code page, where their name does not tell.
const PAGES: &[(i32, &str)] = &[
    (866, "ibm866"),
    (874, "windows-874"),
    (932, "shift_jis"),
    (936, "gbk"),
    (949, "euc-kr"),
    (950, "big5"),
    (10000, "macintosh"),
    (10007, "x-mac-cyrillic"),
    (65001, "utf-8"),
];

/// The encoding of a font; `None` where it is that of the file.
pub(super) fn of_charset(number: i32) -> Option<&'static Encoding> {
    let (_, name) = CHARSETS.iter().find(|(own, _)| *own == number)?;
    Encoding::for_label(name.as_bytes())
}

/// The encoding of a code page; `None` where it is not known.
pub(super) fn of_page(number: i32) -> Option<&'static Encoding> {
    match PAGES.iter().find(|(own, _)| *own == number) {
        Some((_, name)) => Encoding::for_label(name.as_bytes()),
        None => Encoding::for_label(format!("windows-{number}").as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CHARSETS, PAGES, of_charset, of_page};

    #[test]
    fn all_encodings_are_known() {
        assert!(CHARSETS.iter().all(|(number, _)| of_charset(*number).is_some()));
        assert!(PAGES.iter().all(|(number, _)| of_page(*number).is_some()));
        assert_eq!(of_page(1251).unwrap().name(), "windows-1251");
        assert!(of_page(77_777).is_none() && of_charset(2).is_none());
    }
}
