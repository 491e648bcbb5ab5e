//! What parts are called where their file gives them no name: by their subject or their address, each once.

use std::collections::HashMap;

/// Longer names are cut.
const MAX_CHARS: usize = 80;

/// Names that were given out.
#[derive(Default)]
pub(super) struct Names(HashMap<String, usize>);

impl Names {
    /// The name, with a number behind it from its second time on.
    pub(super) fn unique(&mut self, name: &str) -> String {
        let times = self.0.entry(name.to_lowercase()).or_default();
        *times += 1;
        match *times {
            1 => name.to_owned(),
            times => {
                let (stem, end) = name
                    .rsplit_once('.')
                    .filter(|(stem, end)| !stem.is_empty() && (1..=5).contains(&end.len()) && !end.contains('/'))
                    .map_or((name, ""), |(stem, _)| {
                        (stem, name.get(stem.len()..).unwrap_or_default())
                    });
                format!("{stem} ({times}){end}")
            }
        }
    }
}

/// Words of a stranger as the name of a file: one line, no folders, nothing that turns the direction of writing.
pub(super) fn readable(words: &str) -> String {
    let words: String = words
        .chars()
        .map(|c| if matches!(c, '/' | '\\') { '-' } else { c })
        .filter(|c| !is_unseen(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let words = words
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let words = words.trim_matches('.').trim();
    match words.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// An address as folders and a file, without what stands before the host and behind the path.
pub(super) fn of_address(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let parts = rest.split('/').map(readable).filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join("/");
    if name.is_empty() { "page".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{Names, of_address, readable};

    #[test]
    fn names_are_readable_and_unique() {
        let mut names = Names::default();
        let given = ["map.pdf", "Map.pdf", "Toll rises", "toll rises", "a.b/c", "a.b/c"].map(|name| names.unique(name));
        assert_eq!(
            given,
            [
                "map.pdf",
                "Map (2).pdf",
                "Toll rises",
                "toll rises (2)",
                "a.b/c",
                "a.b/c (2)"
            ]
        );
        assert_eq!(
            readable(" Toll\r\n in\tTarn/Varland: \u{202E}12\0 "),
            "Toll in Tarn-Varland: 12"
        );
        assert_eq!(readable("../../etc"), "-..-etc");
        assert_eq!(readable(&"é".repeat(200)).chars().count(), 81);
        assert_eq!(
            of_address("https://lantern.example/2031/03//toll?id=5#top"),
            "lantern.example/2031/03/toll?id=5"
        );
        assert_eq!(of_address("https://lantern.example/../x"), "lantern.example/x");
        assert_eq!(of_address(""), "page");
    }
}
