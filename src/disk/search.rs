//! Full-text search over titles and texts of what is on the disk.

use super::error::DiskError;
use super::project::Project;
use crate::store::ArticleId;

/// An article that holds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// Words around the best place, in runs: the text, and whether it is what was sought.
    pub snippet: Vec<(String, bool)>,
}

/// Characters that stand in no text, around what was found.
const FROM: char = '\u{2}';
const TO: char = '\u{3}';

impl Project {
    /// Articles that hold all the words, best first, at most `limit`. The last word may be a beginning; words in
    /// double quotes stand together. Sees what is on the disk: see [`Project::pending`].
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, DiskError> {
        let question = question(words);
        if question.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT rowid, snippet(article_index, -1, '{FROM}', '{TO}', '…', 16) FROM article_index \
             WHERE article_index MATCH ?1 ORDER BY rank LIMIT ?2"
        );
        let reader = self.reader();
        let hits = reader.prepare_cached(&sql).and_then(|mut statement| {
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let hit = |row: &rusqlite::Row<'_>| {
                Ok(Hit {
                    article: ArticleId(row.get(0)?),
                    snippet: runs(row.get_ref(1)?.as_str()?),
                })
            };
            statement.query_map(rusqlite::params![question, limit], hit)?.collect()
        });
        hits.map_err(|error| DiskError::from_sql("The project could not be searched", &self.path, &error))
    }
}

/// The words as FTS5 wants them: each in quotes, so that none of its signs mean anything.
fn question(words: &str) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for (number, part) in words.split('"').enumerate() {
        // Every second part stood between quotes.
        if number % 2 == 1 {
            phrases.push(part.to_owned());
        } else {
            phrases.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    let is_open = !words.ends_with(['"', ' ']);
    phrases.retain(|phrase| phrase.chars().any(char::is_alphanumeric));
    let last = phrases.len().saturating_sub(1);
    let quoted = phrases.iter().enumerate().map(|(number, phrase)| {
        let star = if is_open && number == last { "*" } else { "" };
        format!("\"{}\"{star}", phrase.replace('\0', " "))
    });
    quoted.collect::<Vec<_>>().join(" ")
}

fn runs(snippet: &str) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    for piece in snippet.split_inclusive([FROM, TO]) {
        let is_found = piece.ends_with(TO);
        let words = piece.trim_end_matches([FROM, TO]);
        if !words.is_empty() {
            out.push((words.to_owned(), is_found));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{question, runs};

    #[test]
    fn words_are_put_in_quotes() {
        assert_eq!(question("police arr"), "\"police\" \"arr\"*");
        assert_eq!(question("\"tear gas\" NEAR ("), "\"tear gas\" \"NEAR\"*");
        assert_eq!(question("a-b OR \"x"), "\"a-b\" \"OR\" \"x\"*");
        assert_eq!(question(" \" ( * "), "");
        assert_eq!(question("done "), "\"done\"");
    }

    #[test]
    fn snippets_are_told_apart() {
        let found = runs("…the \u{2}police\u{3} said");
        let expected = [("…the ", false), ("police", true), (" said", false)];
        assert_eq!(found, expected.map(|(words, is_found)| (words.to_owned(), is_found)));
    }
}
