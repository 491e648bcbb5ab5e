//! The sample project: ten invented articles from Varland, a few claims already decided.

use std::sync::Arc;

use crate::claim::Kind;
use crate::store::{ClaimId, Edit, Store, Verdict};

/// The articles by file name, in the order in which they are added.
pub(super) const SAMPLE: &[(&str, &[u8])] = &[
    ("kna-0310-02.txt", include_bytes!("../../assets/sample/kna-0310-02.txt")),
    (
        "estrava-herald-twelve-killed.html",
        include_bytes!("../../assets/sample/estrava-herald-twelve-killed.html"),
    ),
    (
        "norhaven-courier-hospitals.txt",
        include_bytes!("../../assets/sample/norhaven-courier-hospitals.txt"),
    ),
    ("kna-0312-11.txt", include_bytes!("../../assets/sample/kna-0312-11.txt")),
    (
        "norhaven-courier-lawyers-list.html",
        include_bytes!("../../assets/sample/norhaven-courier-lawyers-list.html"),
    ),
    (
        "port-calder-post-each-with-a-name.txt",
        include_bytes!("../../assets/sample/port-calder-post-each-with-a-name.txt"),
    ),
    ("kna-0314-07.txt", include_bytes!("../../assets/sample/kna-0314-07.txt")),
    (
        "estrava-herald-over-4400.txt",
        include_bytes!("../../assets/sample/estrava-herald-over-4400.txt"),
    ),
    (
        "port-calder-post-held-after-week.txt",
        include_bytes!("../../assets/sample/port-calder-post-held-after-week.txt"),
    ),
    (
        "varland-lantern-five-days.html",
        include_bytes!("../../assets/sample/varland-lantern-five-days.html"),
    ),
];

/// The setting that holds the project's name, where it is not its file's.
pub(super) const NAME_SETTING: &str = "name";

/// The articles whose killed figures the sample shows as accepted already.
const DECIDED: &[&str] = &["kna-0310-02.txt", "estrava-herald-twelve-killed.html"];

/// The decisions that the sample begins with, as one edit.
pub(super) fn decisions(store: &Store) -> Edit {
    let articles = store
        .articles()
        .filter(|article| DECIDED.contains(&article.file_name.as_str()));
    let claims = articles.flat_map(|article| store.claims_of(article.id));
    let killed = claims.filter(|claim| claim.claim().kind == Kind::Killed && claim.claim().confidence >= 0.7);
    let ids: Vec<ClaimId> = killed.map(|claim| Arc::as_ref(claim).id).collect();
    let accepted = store.set_verdict(&ids, Verdict::Accepted);
    let named = store.set_setting(NAME_SETTING, Some("Varland, March 2031"));
    Edit::new(
        accepted.label,
        accepted.changes.into_iter().chain(named.changes).collect(),
    )
}
