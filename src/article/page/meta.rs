//! What a page's head says of it: meta tags, JSON-LD, times.

use scraper::node::Element;
use scraper::{Html, Node};
use serde_json::Value;

use super::super::facts::{DateFact, FactBasis, Stated};
use super::super::words::clean;
use super::strip::unescaped;

/// Names of meta tags, best first, lower case.
const TITLE_NAMES: &[&str] = &["og:title", "twitter:title", "dc.title", "headline"];
const PUBLISHER_NAMES: &[&str] = &["og:site_name", "dc.publisher", "publisher", "application-name"];
const AUTHOR_NAMES: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
];
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "og:pubdate",
    "cxenseparse:recs:publishtime",
];

/// What pages are made with, by whose name they sometimes go.
const PLATFORMS: &[&str] = &[
    "Blogger",
    "WordPress",
    "WordPress.com",
    "Medium",
    "Tumblr",
    "Wix.com",
    "Squarespace",
    "Substack",
];

/// Types of JSON-LD objects that are the article.
const ARTICLE_TYPES: &[&str] = &["Article", "Posting", "Report", "Blog"];

/// Longer facts are texts that got into the wrong tag.
const MAX_FACT_CHARS: usize = 300;

/// The page's own statements.
#[derive(Default)]
pub(super) struct Meta {
    tags: Vec<(String, String)>,
    objects: Vec<Value>,
    page_title: Option<String>,
    times: Vec<String>,
    /// Of the root element, as written.
    language: Option<String>,
}

impl Meta {
    /// Reads all of the page's tags once.
    pub(super) fn new(html: &Html) -> Self {
        let mut meta = Self::default();
        for node in html.tree.nodes() {
            let Node::Element(element) = node.value() else { continue };
            match element.name() {
                "html" => meta.language = element.attr("lang").map(str::to_owned),
                "meta" => meta.tag(element),
                "time" => meta.times.extend(element.attr("datetime").and_then(fact)),
                "title" if meta.page_title.is_none() => {
                    meta.page_title = fact(&inner_text(node.children().map(|child| child.value())));
                }
                "script" if element.attr("type").is_some_and(|kind| kind.contains("ld+json")) => {
                    // Broken JSON says nothing.
                    meta.objects.extend(
                        serde_json::from_str(inner_text(node.children().map(|child| child.value())).trim())
                            .ok()
                            .into_iter()
                            .flat_map(flat),
                    );
                }
                _ => {}
            }
        }
        meta.objects.sort_by_key(|object| !is_article(object));
        meta
    }

    fn tag(&mut self, element: &Element) {
        let name = ["property", "name", "itemprop"]
            .into_iter()
            .find_map(|attr| element.attr(attr));
        if let Some((name, content)) = name.zip(element.attr("content").and_then(fact)) {
            self.tags.push((name.to_ascii_lowercase(), content));
        }
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.tags.iter().find(|(tag, _)| tag == name))
            .map(|(_, content)| content.clone())
    }

    /// The article's value of a key in JSON-LD, or its name where it is an object.
    fn object(&self, key: &str) -> Option<String> {
        self.objects
            .iter()
            .filter(|object| is_article(object))
            .find_map(|object| named(object.get(key)?))
    }

    /// The headline without the outlet's name behind it.
    pub(super) fn title(&self) -> Option<String> {
        let title = self
            .object("headline")
            .or_else(|| self.first(TITLE_NAMES))
            .or_else(|| self.page_title.clone())?;
        let outlet = self.publisher().unwrap_or_default();
        let bare = [" | ", " - ", " – ", " — ", " :: ", " · "].iter().find_map(|gap| {
            let (bare, site) = title.rsplit_once(gap)?;
            site.trim()
                .eq_ignore_ascii_case(&outlet)
                .then(|| bare.trim().to_owned())
        });
        bare.or(Some(title))
    }

    /// The outlet's name.
    pub(super) fn publisher(&self) -> Option<String> {
        let found = self.object("publisher").or_else(|| self.first(PUBLISHER_NAMES));
        found.filter(|name| !is_address(name) && !PLATFORMS.contains(&name.as_str()) && name.chars().count() < 80)
    }

    /// Who wrote it.
    pub(super) fn author(&self) -> Option<String> {
        let found = self.object("author").or_else(|| self.first(AUTHOR_NAMES))?;
        let name = found
            .strip_prefix("By ")
            .or_else(|| found.strip_prefix("by "))
            .unwrap_or(&found);
        (!is_address(name) && name.chars().count() < 120).then(|| name.to_owned())
    }

    /// The days on which the page says that it was published, best first.
    pub(super) fn dates(&self) -> Vec<DateFact> {
        let told = DATE_NAMES
            .iter()
            .flat_map(|name| self.tags.iter().filter(move |(tag, _)| tag == name));
        let all = self
            .object("datePublished")
            .into_iter()
            .chain(told.map(|(_, content)| content.clone()));
        let mut out: Vec<DateFact> = Vec::new();
        for words in all.chain(self.times.first().cloned()) {
            let is_date = words.contains(|c: char| c.is_ascii_digit()) && !words.starts_with("000");
            if is_date && out.iter().all(|date| date.words != words) {
                out.push(DateFact {
                    words,
                    basis: FactBasis::Metadata,
                });
            }
        }
        out
    }

    /// The language's ISO 639-1 code.
    pub(super) fn language(&self) -> Option<String> {
        let told = self
            .language
            .clone()
            .or_else(|| self.first(&["og:locale", "language", "content-language"]))?;
        let code = told.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        (code.len() == 2 && code.chars().all(|c| c.is_ascii_lowercase())).then_some(code)
    }
}

/// A fact that stands in the metadata and not in the text.
pub(super) fn stated(value: String) -> Stated {
    Stated {
        value,
        span: None,
        basis: FactBasis::Metadata,
    }
}

fn fact(words: &str) -> Option<String> {
    // JSON-LD often holds text that was escaped for HTML.
    let words = if words.contains('&') {
        clean(&unescaped(words))
    } else {
        clean(words)
    };
    (!words.is_empty() && words.chars().count() <= MAX_FACT_CHARS).then_some(words)
}

fn is_address(name: &str) -> bool {
    name.contains("://") || name.starts_with('@') || name.starts_with("www.")
}

fn inner_text<'h>(children: impl Iterator<Item = &'h Node>) -> String {
    children
        .filter_map(|node| node.as_text())
        .map(|text| &*text.text)
        .collect()
}

/// All objects of a JSON-LD script, however they are nested in lists and graphs.
fn flat(value: Value) -> Vec<Value> {
    match value {
        Value::Array(all) => all.into_iter().flat_map(flat).collect(),
        Value::Object(mut object) => {
            let graph = object.remove("@graph").map(flat).unwrap_or_default();
            std::iter::once(Value::Object(object)).chain(graph).collect()
        }
        _ => Vec::new(),
    }
}

fn is_article(object: &Value) -> bool {
    let types = object.get("@type");
    let all = types
        .and_then(Value::as_array)
        .map_or_else(|| types.into_iter().collect(), |all| all.iter().collect::<Vec<_>>());
    all.iter()
        .filter_map(|kind| kind.as_str())
        .any(|kind| ARTICLE_TYPES.iter().any(|known| kind.contains(known)))
}

/// A text, the name of an object, or the names of a list.
fn named(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => fact(text),
        Value::Object(object) => fact(object.get("name")?.as_str()?),
        Value::Array(all) => {
            let names: Vec<String> = all.iter().filter_map(named).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::Meta;

    fn meta(html: &str) -> Meta {
        Meta::new(&Html::parse_document(html))
    }

    fn words(meta: &Meta) -> Vec<String> {
        meta.dates().into_iter().map(|date| date.words).collect()
    }

    #[test]
    fn json_ld_is_believed_first() {
        let meta = meta(
            "<html lang='en-GB'><meta property='og:site_name' content='lantern.example'><meta name=author content='By Ann Weir'>\
             <meta property='article:published_time' content='2031-03-12T10:00:00Z'><meta name=date content='2031-03-13'>\
             <script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, {\"@type\": \
             [\"NewsArticle\"], \"headline\": \"Toll rises - The Lantern\", \"author\": [{\"name\": \"Jane Doe\"}, \"Ann Weir\"], \
             \"publisher\": {\"name\": \"The Lantern\"}, \"datePublished\": \"2031-03-12\"}]}</script>\
             <time datetime='2031-03-14'></time>",
        );
        assert_eq!(meta.title().as_deref(), Some("Toll rises"));
        assert_eq!(meta.publisher().as_deref(), Some("The Lantern"));
        assert_eq!(meta.author().as_deref(), Some("Jane Doe, Ann Weir"));
        assert_eq!(meta.language().as_deref(), Some("en"));
        assert_eq!(
            words(&meta),
            ["2031-03-12", "2031-03-12T10:00:00Z", "2031-03-13", "2031-03-14"]
        );
    }

    #[test]
    fn broken_and_missing_metadata_say_nothing() {
        let meta = meta(
            "<title>Toll rises</title><meta name=author content='https://lantern.example/jane'><meta name=date content=today>\
             <script type='application/ld+json'>{\"@type\": \"Article\", </script>",
        );
        assert_eq!(
            (meta.title().as_deref(), meta.author(), meta.publisher()),
            (Some("Toll rises"), None, None)
        );
        assert_eq!((words(&meta), meta.language()), (Vec::<String>::new(), None));
    }
}
