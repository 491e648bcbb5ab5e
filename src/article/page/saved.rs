//! What browsers and tools that save pages write into them: where a page came from and when; pictures as text.

use std::borrow::Cow;

use super::super::stamp::MONTHS;

/// What a tool told in a comment on top.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Saved {
    /// Where the page came from.
    pub(super) address: Option<String>,
    /// The day on which it was saved, as ISO 8601.
    pub(super) day: Option<String>,
}

/// Comments of tools stand within so many bytes.
const WITHIN: usize = 16 << 10;

/// What the comment on top says.
pub(super) fn told(html: &str) -> Saved {
    let mut end = html.len().min(WITHIN);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let head = html.get(..end).unwrap_or_default();
    let comments = head
        .split("<!--")
        .skip(1)
        .map(|rest| rest.split("-->").next().unwrap_or(rest));
    comments.map(str::trim).find_map(of_comment).unwrap_or_default()
}

fn of_comment(comment: &str) -> Option<Saved> {
    if let Some(rest) = comment.strip_prefix("saved from url=") {
        // the length of the address stands in brackets before it
        let address = rest
            .split_once(')')
            .filter(|_| rest.starts_with('('))
            .map_or(rest, |(_, address)| address);
        return Some(Saved {
            address: whole(address),
            day: None,
        });
    }
    if comment.starts_with("Page saved with SingleFile") {
        let field = |name: &str| comment.lines().find_map(|line| line.trim().strip_prefix(name));
        return Some(Saved {
            address: field("url:").and_then(whole),
            day: field("saved date:").and_then(day),
        });
    }
    let rest = comment.strip_prefix("Mirrored from ")?;
    let (address, by) = rest.split_once(" by ")?;
    Some(Saved {
        address: whole(&format!("http://{address}")),
        day: by.rsplit_once("], ").and_then(|(_, date)| day(date)),
    })
}

fn whole(address: &str) -> Option<String> {
    let address = address.trim();
    let is_whole = address.starts_with("http") && address.contains("://") && !address.contains(char::is_whitespace);
    is_whole.then(|| address.to_owned())
}

/// "Wed Mar 12 2031 10:00:00 GMT" and "Wed, 12 Mar 2031 10:00:00 GMT".
fn day(words: &str) -> Option<String> {
    let words: Vec<&str> = words
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .take(5)
        .collect();
    let is_month = |word: &str| {
        let small = word.to_ascii_lowercase();
        small.len() == 3 && MONTHS.iter().any(|month| month.starts_with(&small))
    };
    let at = words.iter().position(|word| is_month(word))?;
    let month = MONTHS.iter().position(|month| {
        words
            .get(at)
            .is_some_and(|word| month.starts_with(&word.to_ascii_lowercase()))
    })? + 1;
    let number = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .and_then(|word| word.parse::<i16>().ok())
    };
    let short = |number: i16| i8::try_from(number).ok();
    let before = number(at.checked_sub(1)).and_then(short);
    let (day, year) = match before {
        Some(day) => (day, number(Some(at + 1))?),
        None => (number(Some(at + 1)).and_then(short)?, number(Some(at + 2))?),
    };
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, day)
        .ok()
        .map(|day| day.to_string())
}

/// Pictures in a page's own tags that are longer than this are taken out before it is read.
const LONG_DATA: usize = 512;

/// The page without long `data:` addresses: they hold pictures and typefaces, often thirty times as many bytes as text.
pub(super) fn without_data(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    for (at, _) in html.match_indices("data:") {
        if at < kept
            || !html
                .get(..at)
                .is_some_and(|before| before.ends_with(['"', '\'', '(', '=', ' ', ';', ',']))
        {
            continue;
        }
        let rest = html.get(at + 5..).unwrap_or_default();
        let length = rest.bytes().take_while(|byte| is_data(*byte)).count();
        let is_typed = rest.get(..length.min(100)).is_some_and(|data| data.contains(','));
        if length > LONG_DATA && is_typed {
            out.push_str(html.get(kept..at).unwrap_or_default());
            out.push_str("data:,");
            kept = at + 5 + length;
        }
    }
    if kept == 0 {
        return html.into();
    }
    out.push_str(html.get(kept..).unwrap_or_default());
    out.into()
}

/// Bytes of which such addresses consist; all are ASCII.
fn is_data(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=%,;:.-_!~*&#?@$".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::{Saved, told, without_data};

    #[test]
    fn comments_of_tools_tell_address_and_day() {
        let saved = |address: &str, day: Option<&str>| Saved {
            address: Some(address.to_owned()),
            day: day.map(str::to_owned),
        };
        let address = "https://lantern.example/world/toll";
        for (page, wanted) in [
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0034)https://lantern.example/world/toll -->\n<html>",
                saved(address, None),
            ),
            (
                "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://lantern.example/world/toll \n \
                 saved date: Wed Mar 12 2031 10:12:13 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8>",
                saved(address, Some("2031-03-12")),
            ),
            (
                "<html><!-- Mirrored from lantern.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 12 Mar 2031 \
                 10:00:00 GMT -->",
                saved("http://lantern.example/a.html", Some("2031-03-12")),
            ),
            ("<!-- saved from url=(0014)about:internet -->", Saved::default()),
            (
                "<!-- Page saved by the editors url: x --><p>saved from url=https://lantern.example",
                Saved::default(),
            ),
            ("<!-- saved from url=", Saved::default()),
            ("", Saved::default()),
        ] {
            assert_eq!(told(page), wanted, "{page}");
        }
    }

    #[test]
    fn long_data_is_taken_out_of_tags() {
        let long = "A/b+".repeat(1_000);
        let page = format!("<img src=\"data:image/png;base64,{long}==\" alt=a><p>The data: twelve, police said.");
        assert_eq!(
            without_data(&page),
            "<img src=\"data:,\" alt=a><p>The data: twelve, police said."
        );
        let short = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>";
        assert_eq!(without_data(short), short);
        let style = format!("<style>a{{b:url(data:font/woff2;base64,{long})}}</style><p>é");
        assert_eq!(without_data(&style), "<style>a{b:url(data:,)}</style><p>é");
    }
}
