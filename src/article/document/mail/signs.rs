//! What a message is told by. Strict: articles, too, begin with "Date:" and "From:".

use super::super::super::mime::Head;

/// Names of which one is the first field of a message; programs put their own before them, with an `x-`.
const FIRST: &[&str] = &[
    "received",
    "return-path",
    "delivered-to",
    "from",
    "to",
    "cc",
    "date",
    "subject",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "content-language",
    "user-agent",
    "reply-to",
    "sender",
    "in-reply-to",
    "references",
    "envelope-to",
    "dkim-signature",
    "domainkey-signature",
    "arc-seal",
    "authentication-results",
    "received-spf",
    "delivery-date",
    "status",
    "list-id",
    "list-unsubscribe",
    "precedence",
    "resent-from",
    "resent-date",
    "thread-topic",
    "thread-index",
    "archived-at",
    "bcc",
    "importance",
    "priority",
    "organization",
    "newsgroups",
    "path",
    "xref",
];

/// Where the message begins; `None` where the bytes are none.
pub(in crate::article) fn start(bytes: &[u8]) -> Option<usize> {
    let start = start_of_fields(bytes)?;
    is_head(&Head::read(bytes.get(start..)?)).then_some(start)
}

/// Where fields begin of which the first is one that messages begin with.
pub(in crate::article) fn start_of_fields(bytes: &[u8]) -> Option<usize> {
    let blank = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        at + rest
            .iter()
            .take(16)
            .take_while(|byte| byte.is_ascii_whitespace())
            .count()
    };
    let from = blank(if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 });
    let rest = bytes.get(from..)?;
    // one program of macOS writes the message's length on a line before it
    let digits = rest.iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
    let start = if digits > 0 { blank(from + digits) } else { from };
    let rest = bytes.get(start..)?;
    let colon = rest.iter().take(60).position(|byte| *byte == b':')?;
    let name = std::str::from_utf8(rest.get(..colon)?).ok()?.to_ascii_lowercase();
    let is_known = FIRST.contains(&name.as_str()) || name.starts_with("x-") || name == "snapshot-content-location";
    is_known.then_some(start)
}

/// A sender with an address and a second sign, or two signs that only programs write.
fn is_head(head: &Head) -> bool {
    if !head.is_whole {
        return false;
    }
    let value = |name: &str| head.value(name).unwrap_or_default();
    let has = |name: &str, word: &[u8]| value(name).windows(word.len()).any(|words| words == word);
    let is_from = head.person("from").is_some_and(|sender| sender.address.is_some());
    let is_dated = value("date").contains(&b':') && head.moment("date").is_some();
    let signs = [
        has("message-id", b"@") && value("message-id").starts_with(b"<"),
        value("mime-version").starts_with(b"1."),
        has("received", b" by ") || has("received", b"from "),
        has("return-path", b"<"),
        has("content-type", b"/"),
        has("delivered-to", b"@") || has("to", b"@"),
    ];
    let num_signs = signs.iter().filter(|sign| **sign).count() + usize::from(is_dated);
    if is_from { num_signs >= 1 } else { num_signs >= 3 }
}
