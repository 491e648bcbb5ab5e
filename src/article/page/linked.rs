//! JSON-LD: what a page tells machines of itself, however it is nested, and also where it is not quite JSON.

use serde_json::{Deserializer, Value};

/// Types of objects that are the article.
const ARTICLE_TYPES: &[&str] = &["Article", "Posting", "Report", "Blog"];

/// A page with more objects is a list of other pages.
const MAX_OBJECTS: usize = 2_000;

/// The objects of a script, those of its lists and graphs among them; none where it is broken beyond mending.
pub(super) fn objects(script: &str) -> Vec<Value> {
    let script = bare(script);
    let mut values = parsed(script);
    if values.is_empty() {
        values = parsed(&mended(script));
    }
    let mut out = Vec::new();
    // values come out as they stand: what is inside waits before what follows
    let mut waiting: Vec<Value> = values.into_iter().rev().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(all) => waiting.extend(all.into_iter().rev()),
            Value::Object(mut object) if out.len() < MAX_OBJECTS => {
                let inside = ["mainEntity", "@graph"]
                    .into_iter()
                    .filter_map(|key| object.remove(key));
                waiting.extend(inside);
                out.push(Value::Object(object));
            }
            _ => {}
        }
    }
    out
}

/// True for the object of an article.
pub(super) fn is_article(object: &Value) -> bool {
    types(object).any(|kind| ARTICLE_TYPES.iter().any(|known| kind.contains(known)))
}

fn types(object: &Value) -> impl Iterator<Item = &str> {
    let told = object.get("@type");
    let one = told.and_then(Value::as_str);
    let many = told
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    one.into_iter().chain(many)
}

/// The script without what hides it from old browsers.
fn bare(script: &str) -> &str {
    let script = script.trim();
    let script = ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["]
        .iter()
        .find_map(|begin| script.strip_prefix(begin))
        .unwrap_or(script);
    let script = ["-->", "//]]>", "/*]]>*/", "]]>"]
        .iter()
        .find_map(|end| script.trim_end().strip_suffix(end))
        .unwrap_or(script);
    script.trim().trim_end_matches(';')
}

/// The values of the script, one behind another.
fn parsed(script: &str) -> Vec<Value> {
    Deserializer::from_str(script)
        .into_iter::<Value>()
        .map_while(Result::ok)
        .collect()
}

/// The script without the mistakes that are most often made: line breaks in texts, commas behind the last of a list.
fn mended(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let (mut in_text, mut is_escaped) = (false, false);
    for c in script.chars() {
        if in_text {
            out.push(if c.is_control() { ' ' } else { c });
            in_text = c != '"' || is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            continue;
        }
        if matches!(c, '}' | ']') {
            let end = out.trim_end().len();
            if out.get(..end).is_some_and(|before| before.ends_with(',')) {
                out.truncate(end - 1);
            }
        }
        in_text = c == '"';
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{is_article, objects};

    #[track_caller]
    fn check(script: &str, num_objects: usize, headline: Option<&str>) {
        let all = objects(script);
        let mut articles = all.iter().filter(|object| is_article(object));
        let found = articles.find_map(|object| object.get("headline")?.as_str());
        assert_eq!((all.len(), found), (num_objects, headline), "{script}");
    }

    #[test]
    fn graphs_lists_and_types_are_read() {
        check(
            r#"{"@type": "NewsArticle", "headline": "Toll rises"}"#,
            1,
            Some("Toll rises"),
        );
        check(
            r#"[{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"], "headline": "a"}]"#,
            2,
            Some("a"),
        );
        check(
            r#"{"@graph": [{"@type": "LiveBlogPosting", "headline": "a"}, [{"@type": "Person"}]]}"#,
            3,
            Some("a"),
        );
        check(
            r#"{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "a"}}"#,
            2,
            Some("a"),
        );
        check(r#"{"@type": "Person", "headline": "a"}"#, 1, None);
        check(r#""text""#, 0, None);
        check("", 0, None);
    }

    #[test]
    fn small_mistakes_are_mended_and_large_ones_say_nothing() {
        check("<!-- {\"@type\": \"Article\", \"headline\": \"a\"} -->", 1, Some("a"));
        check(
            "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"a\"};\n//]]>",
            1,
            Some("a"),
        );
        check(
            "{\"@type\": \"Article\", \"headline\": \"a\nb\", \"x\": [1, 2, ],\n}",
            1,
            Some("a b"),
        );
        check(
            "{\"@type\": \"Article\", \"headline\": \"a \\\" ,]\",}",
            1,
            Some("a \" ,]"),
        );
        check(
            "{\"@type\": \"Article\"} {\"@type\": \"Report\", \"headline\": \"b\"}",
            2,
            Some("b"),
        );
        check("{\"@type\": \"Article\", \"headline\": ", 0, None);
        check(&"[".repeat(100_000), 0, None);
    }
}
