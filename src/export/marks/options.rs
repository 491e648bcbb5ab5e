//! What of the marks leaves: the options that the formats share.

use crate::export::formats::{ExportOption, ExportOptions, OFF_ON, ON_OFF};

/// Names of people, organisations, places and groups.
pub(super) const NAMES: ExportOption = ExportOption {
    id: "names",
    label: "Names",
    help: "Marks people, organisations, places and groups too.",
    values: ON_OFF,
};

/// Time expressions.
pub(super) const TIMES: ExportOption = ExportOption {
    id: "times",
    label: "Dates",
    help: "Marks dates and other words of time with the days that they mean.",
    values: ON_OFF,
};

/// Parts that are not the article.
pub(super) const BOILERPLATE: ExportOption = ExportOption {
    id: "boilerplate",
    label: "Boilerplate",
    help: "Marks menus, credits and other parts that are not the article. The text is whole either way.",
    values: OFF_ON,
};

/// Which articles leave.
pub(super) const ARTICLES: ExportOption = ExportOption {
    id: "articles",
    label: "Articles",
    help: "Whether articles without a claim among those that leave are written too.",
    values: &[("all", "All"), ("claims", "Only those with claims")],
};

/// Sentences that are not of the article, where a format is cut in sentences.
pub(super) const ALL_SENTENCES: ExportOption = ExportOption {
    id: "boilerplate",
    label: "Boilerplate",
    help: "Writes the sentences of menus and credits too. No names are marked there.",
    values: OFF_ON,
};

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Claims.
    pub(super) claims: bool,
    /// Names.
    pub(super) names: bool,
    /// Time expressions.
    pub(super) times: bool,
    /// Parts that are not the article.
    pub(super) boilerplate: bool,
    /// No articles without claims that leave.
    pub(super) only_with_claims: bool,
}

impl Wanted {
    /// As set.
    pub(super) fn new(options: &ExportOptions) -> Self {
        Self {
            claims: true,
            names: options.is_on(&NAMES),
            times: options.is_on(&TIMES),
            boilerplate: options.is_on(&BOILERPLATE),
            only_with_claims: options.value(&ARTICLES) == "claims",
        }
    }
}
