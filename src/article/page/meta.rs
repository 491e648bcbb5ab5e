//! What a page's head says of it: meta tags, JSON-LD, times.

use scraper::node::Element;
use scraper::{Html, Node};
use serde_json::Value;

use super::super::facts::{DateFact, FactBasis, Stated};
use super::super::words::clean;
use super::address;
use super::linked::{self, is_article};
use super::strip::unescaped;

/// Names of meta tags, best first, lower case.
const TITLE_NAMES: &[&str] = &["og:title", "twitter:title", "dc.title", "headline"];
const PUBLISHER_NAMES: &[&str] = &["og:site_name", "dc.publisher", "publisher", "application-name"];
const ADDRESS_NAMES: &[&str] = &["og:url", "twitter:url", "parsely-link", "dc.identifier"];
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
    /// What the page links to as the one among its copies that it wants to be known by.
    canonical: Option<String>,
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
                "link" if meta.canonical.is_none() && is_canonical(element) => {
                    meta.canonical = element.attr("href").and_then(address::own);
                }
                "time" => meta.times.extend(element.attr("datetime").and_then(fact)),
                "title" if meta.page_title.is_none() => {
                    meta.page_title = fact(&inner_text(node.children().map(|child| child.value())));
                }
                "script" if element.attr("type").is_some_and(|kind| kind.contains("ld+json")) => {
                    let script = inner_text(node.children().map(|child| child.value()));
                    meta.objects.extend(linked::objects(&script));
                }
                _ => {}
            }
        }
        meta.order_objects();
        meta
    }

    /// Articles first; of several, as pages have them for what they lead to, that which the page's own title names.
    fn order_objects(&mut self) {
        let titles: Vec<String> = self
            .first(TITLE_NAMES)
            .into_iter()
            .chain(self.page_title.clone())
            .collect();
        let is_named = |object: &Value| {
            let headline = object.get("headline").and_then(Value::as_str).and_then(fact);
            headline.is_some_and(|headline| titles.iter().any(|title| title.contains(&headline)))
        };
        self.objects.sort_by_key(|object| match is_article(object) {
            true if is_named(object) => 0,
            true => 1,
            false => 2,
        });
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
            .find_map(|object| self.named(object.get(key)?))
    }

    /// A text, the name of an object, or the names of a list. Objects may stand elsewhere under a name for machines.
    fn named(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => fact(text),
            Value::Object(object) => {
                let elsewhere = || {
                    let id = object.get("@id")?;
                    self.objects
                        .iter()
                        .find(|other| other.get("@id") == Some(id))?
                        .get("name")
                };
                fact(object.get("name").or_else(elsewhere)?.as_str()?)
            }
            Value::Array(all) => {
                // more are no authors, and each may be looked for
                let names = all.iter().take(50).filter(|value| !value.is_array());
                let names: Vec<String> = names.filter_map(|value| self.named(value)).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            _ => None,
        }
    }

    /// The page's own word for its address.
    pub(super) fn address(&self) -> Option<String> {
        let linked = || {
            let mut articles = self.objects.iter().filter(|object| is_article(object));
            articles.find_map(|object| {
                let of = |key: &str| {
                    let value = object.get(key)?;
                    let id = value.as_str().or_else(|| value.get("@id")?.as_str());
                    id.or_else(|| value.get("url")?.as_str()).and_then(address::own)
                };
                of("mainEntityOfPage").or_else(|| of("url"))
            })
        };
        let tagged = || self.first(ADDRESS_NAMES).and_then(|told| address::own(&told));
        self.canonical.clone().or_else(tagged).or_else(linked)
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
pub(in super::super) fn stated(value: String) -> Stated {
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

fn is_canonical(element: &Element) -> bool {
    let rel = element.attr("rel").unwrap_or_default();
    rel.split_ascii_whitespace()
        .any(|word| word.eq_ignore_ascii_case("canonical"))
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
    fn objects_that_stand_elsewhere_and_other_articles_are_told_apart() {
        let meta = meta(
            "<title>Toll rises in Tarn</title><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \
             \"Ten other stories\", \"datePublished\": \"2031-01-01\"}</script><script type='application/ld+json'>{\"@graph\": \
             [{\"@type\": \"NewsArticle\", \"headline\": \"Toll rises\", \"publisher\": {\"@id\": \"#us\"}, \"author\": [{\"@id\": \
             \"#jane\"}], \"datePublished\": \"2031-03-12\", \"mainEntityOfPage\": {\"@id\": \"https://lantern.example/toll\"}}, \
             {\"@type\": \"Organization\", \"@id\": \"#us\", \"name\": \"The Lantern\"}, {\"@id\": \"#jane\", \"name\": \
             \"Jane Doe\"}]}</script>",
        );
        assert_eq!(meta.title().as_deref(), Some("Toll rises"));
        assert_eq!(meta.publisher().as_deref(), Some("The Lantern"));
        assert_eq!(meta.author().as_deref(), Some("Jane Doe"));
        assert_eq!(words(&meta).first().map(String::as_str), Some("2031-03-12"));
        assert_eq!(meta.address().as_deref(), Some("https://lantern.example/toll"));
    }

    #[test]
    fn the_address_is_the_canonical_one() {
        let address = |html: &str| meta(html).address();
        let og = "<meta property='og:url' content='https://lantern.example/b'>";
        let link = "<link rel='Canonical' href='https://lantern.example/a'>";
        assert_eq!(
            address(&format!("{og}{link}")).as_deref(),
            Some("https://lantern.example/a")
        );
        let front = "<link rel=canonical href='https://lantern.example/'>";
        assert_eq!(
            address(&format!("{front}{og}")).as_deref(),
            Some("https://lantern.example/b")
        );
        assert_eq!(
            address("<link rel=stylesheet href='https://lantern.example/a.css'>"),
            None
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
