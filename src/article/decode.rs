//! Bytes to text: which encoding, the byte-order mark dropped, line ends made `\n`.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::base::{Note, Notes};

/// Files are read up to here; 50 MB of text is a whole archive, more is a mistake.
const LIMIT_BYTES: usize = 64 << 20;

/// A page declares its charset within this many bytes (browsers look at 1024; saved pages often begin with a comment).
const DECLARED_WITHIN: usize = 4096;

/// What detection looks at: more does not change its mind, but costs time.
const DETECTED_FROM: usize = 1 << 20;

/// The text of `bytes`; what was no text in the file's encoding becomes U+FFFD and a note.
pub(super) fn decode(bytes: &[u8], notes: &mut Notes) -> String {
    decode_up_to(LIMIT_BYTES, bytes, None, notes)
}

/// The same for bytes of which something outside them tells the charset, by any of its names. Text that is UTF-8 is read
/// as such whatever was told.
pub(super) fn decode_as(bytes: &[u8], label: Option<&str>, notes: &mut Notes) -> String {
    let told = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    decode_up_to(LIMIT_BYTES, bytes, told, notes)
}

fn decode_up_to(limit: usize, bytes: &[u8], told: Option<&'static Encoding>, notes: &mut Notes) -> String {
    let cut = bytes.len() > limit;
    let bytes = bytes.get(..whole(bytes, limit)).unwrap_or(bytes);
    let (encoding, mark_len) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes, told), 0));
    let body = bytes.get(mark_len..).unwrap_or_default();
    let (text, had_errors) = encoding.decode_without_bom_handling(body);
    let mut text = lines_unified(text.into_owned());
    if cut {
        // The cut may split a char of other encodings.
        let whole = text.trim_end_matches('\u{FFFD}').len();
        text.truncate(whole);
        notes.push(Note::CutAt(limit));
    }
    if had_errors {
        note_bad_bytes(&text, encoding, notes);
    }
    text
}

/// The limit, moved down to where no char of UTF-8 is split.
fn whole(bytes: &[u8], limit: usize) -> usize {
    let is_inside = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    (limit.saturating_sub(3)..=limit)
        .rev()
        .find(|at| !is_inside(at))
        .unwrap_or(limit)
}

fn note_bad_bytes(text: &str, encoding: &'static Encoding, notes: &mut Notes) {
    let count = text.matches('\u{FFFD}').count();
    if count > 0 {
        notes.push(Note::BadBytes {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            encoding: encoding.name().to_owned(),
        });
    }
}

/// `\r\n` and a lone `\r` become `\n`; nothing else changes.
fn lines_unified(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

/// The encoding of bytes without a byte-order mark: as text that is UTF-8 already says, as the page declares, as the
/// bytes look. What was told outside comes before what a page declares.
fn guess(bytes: &[u8], told: Option<&'static Encoding>) -> &'static Encoding {
    if let Some(wide) = wide_without_mark(bytes) {
        return wide;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    if let Some(declared) = told.or_else(|| declared(bytes)).filter(|declared| *declared != UTF_8) {
        return declared;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let head = bytes.get(..DETECTED_FROM).unwrap_or(bytes);
    detector.feed(head, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 whose mark was lost: nearly every second byte of Latin text is NUL.
pub(super) fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let nuls_at = |rest: usize| head.iter().skip(rest).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls_at(0), nuls_at(1));
    let half = head.len() / 2;
    if half < 2 {
        return None;
    }
    if odd * 10 > half * 7 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// True for UTF-8, also where a few bytes were damaged: a detector would then choose a single-byte encoding and spoil
/// every accent of the text.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    // ISO-2022-JP is plain ASCII with escapes.
    if bytes.is_ascii() && bytes.windows(2).take(DETECTED_FROM).any(|pair| pair == b"\x1b$") {
        return false;
    }
    let (mut num_good, mut num_bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        num_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        num_bad += usize::from(!chunk.invalid().is_empty());
    }
    num_bad == 0 || num_good > num_bad * 9
}

/// The charset that a page's head declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    if !head.contains(&b'<') {
        return None;
    }
    let at = head.windows(8).position(|words| words == b"charset=")? + 8;
    let label: Vec<u8> = head
        .iter()
        .skip(at)
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    Encoding::for_label(&label)
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_as, decode_up_to};
    use crate::base::{Note, Notes};

    const RUSSIAN: &str = "По меньшей мере двенадцать человек были задержаны в столице Эстравы, сообщила полиция.";
    const JAPANESE: &str = "エストラバの首都で少なくとも十二人が拘束されたと警察が発表した。";
    const FRENCH: &str =
        "Au moins douze personnes ont été arrêtées à Varland, a déclaré la préfecture près du théâtre.";

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        let mut notes = Notes::new();
        assert_eq!(decode(bytes, &mut notes), text);
        assert_eq!(notes, []);
    }

    #[test]
    fn encodings_are_told_by_mark_declaration_or_looks() {
        let wide: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe", wide.as_slice()].concat(), RUSSIAN);
        let bare: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&bare, FRENCH);
        check(&encoding_rs::WINDOWS_1251.encode(RUSSIAN).0, RUSSIAN);
        check(&encoding_rs::SHIFT_JIS.encode(JAPANESE).0, JAPANESE);
        check(&encoding_rs::WINDOWS_1252.encode(FRENCH).0, FRENCH);
        check(&encoding_rs::ISO_2022_JP.encode(JAPANESE).0, JAPANESE);
        check(format!("\u{FEFF}{RUSSIAN}").as_bytes(), RUSSIAN);
        let page = "<meta charset=\"koi8-r\"><p>Дом";
        check(&encoding_rs::KOI8_R.encode(page).0, page);
        // A page that lies about its charset: valid UTF-8 wins.
        check(
            "<meta charset='windows-1251'><p>Дом".as_bytes(),
            "<meta charset='windows-1251'><p>Дом",
        );
    }

    #[test]
    fn what_is_told_outside_comes_before_looks_and_declarations() {
        let as_told = |bytes: &[u8], label| decode_as(bytes, Some(label), &mut Notes::new());
        let page = "<meta charset=windows-1252><p>\u{434}\u{43e}\u{43c}";
        assert_eq!(as_told(&encoding_rs::KOI8_R.encode(page).0, "koi8-r"), page);
        assert_eq!(as_told("é".as_bytes(), "iso-8859-1"), "é");
        assert_eq!(as_told(b"caf\xe9", "iso-8859-1"), "café");
        assert_eq!(as_told(b"caf\xe9 cr\xe8me", "no-such"), "café crème");
    }

    #[test]
    fn line_ends_are_unified_and_nothing_else_changes() {
        check(b"a\r\nb\rc\n\n\td  e\x0c", "a\nb\nc\n\n\td  e\x0c");
        check(b"", "");
    }

    #[test]
    fn a_few_bad_bytes_do_not_change_the_encoding() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.extend_from_slice(b" \xff end \xc3\x28");
        let mut notes = Notes::new();
        assert_eq!(decode(&bytes, &mut notes), format!("{RUSSIAN} \u{FFFD} end \u{FFFD}("));
        let encoding = "UTF-8".to_owned();
        assert_eq!(notes, [Note::BadBytes { count: 2, encoding }]);
    }

    #[test]
    fn a_huge_file_is_cut_between_chars() {
        let mut notes = Notes::new();
        assert_eq!(decode_up_to(8, b"abcdefgh", None, &mut notes), "abcdefgh");
        assert_eq!(notes, []);
        assert_eq!(decode_up_to(8, "aéééé".as_bytes(), None, &mut notes), "aééé");
        assert_eq!(notes, [Note::CutAt(8)]);
    }
}
