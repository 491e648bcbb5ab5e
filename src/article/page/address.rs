//! Addresses of pages: which of those that are told is the article's own.

/// Programs that keep old pages put their own address before the page's.
const KEEPERS: &[&str] = &[
    "web.archive.org/web/",
    "archive.org/web/",
    "wayback.archive-it.org/",
    "webarchive.org.uk/",
];

/// A page's own word for its address, where it can be one: whole, and not that of the outlet's front page.
pub(super) fn own(told: &str) -> Option<String> {
    let told = told.trim();
    let told = if told.starts_with("//") {
        format!("https:{told}")
    } else {
        told.to_owned()
    };
    let address = bare(&told);
    let address = address.split('#').next().unwrap_or_default();
    let (site, path) = split(address)?;
    let is_article = !path.trim_matches('/').is_empty() && site.contains('.');
    let is_shaped = address.len() <= 2_000 && !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_article && is_shaped).then(|| address.to_owned())
}

/// The page's own address if it is of the site from which the page was fetched or saved, else that of where it was.
pub(in super::super) fn better(own: Option<String>, fetched: Option<String>) -> Option<String> {
    let fetched = fetched.map(|address| bare(&address).to_owned());
    match (own, fetched) {
        (Some(own), Some(fetched)) => {
            let site = |address: &str| split(address).map(|(site, _)| site_of(site));
            Some(if site(&own) == site(&fetched) { own } else { fetched })
        }
        (own, fetched) => own.or(fetched),
    }
}

/// The address that a keeper of old pages stored.
fn bare(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else {
        return address;
    };
    let is_kept = KEEPERS.iter().any(|keeper| rest.starts_with(keeper));
    let inner = rest
        .find("/http")
        .and_then(|at| rest.get(at + 1..))
        .filter(|inner| inner.contains("://"));
    inner.filter(|_| is_kept).unwrap_or(address)
}

/// The host and what follows it.
fn split(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    rest.split_at_checked(end)
        .filter(|(site, _)| is_web && !site.is_empty())
}

/// The site without what names its mobile or other edition.
fn site_of(host: &str) -> String {
    let host = host
        .rsplit('@')
        .next()
        .unwrap_or(host)
        .split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    // "co.uk" and its like have a name of three
    let is_second = labels.len() > 2 && labels.iter().rev().nth(1).is_some_and(|label| label.len() <= 3);
    let num = if is_second { 3 } else { 2 };
    let skip = labels.len().saturating_sub(num);
    labels.into_iter().skip(skip).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::{better, own};

    #[test]
    fn front_pages_and_pieces_are_no_address_of_an_article() {
        for (told, wanted) in [
            (
                "https://lantern.example/world/toll#top",
                Some("https://lantern.example/world/toll"),
            ),
            (
                "//lantern.example/world/toll?id=5",
                Some("https://lantern.example/world/toll?id=5"),
            ),
            (
                "https://web.archive.org/web/20310312101213/https://lantern.example/toll",
                Some("https://lantern.example/toll"),
            ),
            ("https://lantern.example/", None),
            ("https://lantern.example", None),
            ("/world/toll", None),
            ("javascript:void(0)", None),
            ("https://lantern.example/a b", None),
            ("", None),
        ] {
            assert_eq!(own(told).as_deref(), wanted, "{told}");
        }
    }

    #[test]
    fn a_page_is_believed_about_its_own_site_only() {
        let both = |own: &str, fetched: &str| better(Some(own.to_owned()), Some(fetched.to_owned())).unwrap();
        let (own, mobile) = (
            "https://www.lantern.example/toll",
            "https://m.lantern.example/toll?from=feed",
        );
        assert_eq!(both(own, mobile), own);
        assert_eq!(both("https://agency.example/toll", mobile), mobile);
        assert_eq!(
            both("https://a.co.uk/toll", "https://b.co.uk/toll"),
            "https://b.co.uk/toll"
        );
        assert_eq!(better(None, Some(mobile.to_owned())).as_deref(), Some(mobile));
        assert_eq!(better(None, None), None);
    }
}
