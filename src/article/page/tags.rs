//! What tags and class names mean, as rows.

use super::super::facts::BoilerplateKind::{
    self, Comments, Cookie, Copyright, Credit, Navigation, Other, Related, Subscribe,
};

/// Tags whose text no reader sees.
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "select", "textarea",
    "datalist", "canvas", "map", "math",
];

/// Tags that begin and end a block.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "video",
];

/// Tags around what is not the article, should the text inside turn out not to be.
const TAG_HINTS: &[(&str, BoilerplateKind)] = &[
    ("nav", Navigation),
    ("header", Navigation),
    ("footer", Navigation),
    ("aside", Related),
    ("form", Other),
    ("figcaption", Other),
    ("figure", Other),
];

/// Words of class names and ids, the same.
const CLASS_HINTS: &[(BoilerplateKind, &[&str])] = &[
    (
        Comments,
        &["comment", "comments", "commentlist", "disqus", "respond", "replies"],
    ),
    (Cookie, &["cookie", "cookies", "consent", "gdpr"]),
    (
        Subscribe,
        &["newsletter", "subscribe", "subscription", "paywall", "signup", "donate"],
    ),
    (Copyright, &["copyright", "legal"]),
    (Credit, &["credit", "credits", "photocredit"]),
    (
        Related,
        &[
            "related",
            "recommended",
            "recommendations",
            "teaser",
            "teasers",
            "trending",
            "taboola",
            "outbrain",
            "popular",
            "latest",
            "promo",
            "sidebar",
            "mostread",
        ],
    ),
    (
        Navigation,
        &[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "share",
            "sharing",
            "social",
            "masthead",
            "login",
            "search",
            "tags",
            "toolbar",
        ],
    ),
    (
        Other,
        &[
            "ad",
            "ads",
            "advert",
            "advertisement",
            "sponsored",
            "caption",
            "gallery",
            "slideshow",
            "video",
        ],
    ),
];

/// True where the tag's text is not shown.
pub(super) fn is_unseen(tag: &str) -> bool {
    UNSEEN.contains(&tag)
}

/// True where the tag stands on lines of its own.
pub(super) fn is_block(tag: &str) -> bool {
    BLOCKS.contains(&tag)
}

/// What an element holds by its tag, class and id, if it is not the article.
pub(super) fn hint(tag: &str, names: &str) -> Option<BoilerplateKind> {
    // A page's own element says what is somewhere in it.
    if matches!(tag, "html" | "body" | "main" | "article") {
        return None;
    }
    // Captions are often called by two words in one.
    if names.to_ascii_lowercase().contains("caption") {
        return Some(Other);
    }
    let by_class = CLASS_HINTS.iter().find(|(_, words)| {
        names
            .split(|c: char| !c.is_alphanumeric())
            .any(|name| words.iter().any(|word| name.eq_ignore_ascii_case(word)))
    });
    by_class
        .map(|(kind, _)| *kind)
        .or_else(|| TAG_HINTS.iter().find(|(known, _)| *known == tag).map(|(_, kind)| *kind))
}

#[cfg(test)]
mod tests {
    use super::{BoilerplateKind, hint};

    #[test]
    fn classes_tell_more_than_tags() {
        assert_eq!(hint("footer", "site comments-area"), Some(BoilerplateKind::Comments));
        assert_eq!(hint("nav", ""), Some(BoilerplateKind::Navigation));
        assert_eq!(hint("div", "c-SHARE_bar"), Some(BoilerplateKind::Navigation));
        assert_eq!(hint("div", "commentary relatedness"), None);
        assert_eq!(hint("body", "has comments"), None);
        assert_eq!(hint("p", ""), None);
    }
}
