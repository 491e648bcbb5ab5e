//! How the analyst wants things listed and drawn: plain data that the models of this floor take beside the store.

use std::collections::BTreeSet;

use crate::claim::Kind;

/// In which order the library lists articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibrarySort {
    /// Newest publication day first, under a head for each day.
    #[default]
    Published,
    /// By outlet, under a head for each.
    Publisher,
    /// By title.
    Title,
    /// In the order in which they were added.
    Added,
}

/// How the library is filtered and sorted.
#[derive(Clone, Debug, Default)]
pub struct LibraryLook {
    /// Words that title, outlet, file name, date or text must hold; empty = all.
    pub text: String,
    /// Only articles with unreviewed claims.
    pub to_review_only: bool,
    /// The order.
    pub sort: LibrarySort,
    /// True where the table of articles is shown in place of the reader.
    pub table_open: bool,
}

/// What a line in the chart stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinesBy {
    /// By publisher where two or more are known, else by article.
    #[default]
    Automatic,
    /// Who vouches for the figure.
    Speaker,
    /// The outlet.
    Publisher,
    /// The article.
    Article,
}

/// The scale of the figures' axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Zero is on the axis.
    #[default]
    Linear,
    /// Logarithmic; zero lies on the base line.
    Log,
}

/// How charts are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareLook {
    /// What a line stands for.
    pub lines_by: LinesBy,
    /// The scale of the figures' axis.
    pub scale: Scale,
    /// Which kinds have a chart, top down.
    pub kinds: Vec<Kind>,
    /// Sources that are switched off, by their key.
    pub hidden: BTreeSet<String>,
    /// The kind that the table source by day shows.
    pub table_kind: Kind,
    /// True where rejected figures are drawn as grey crosses.
    pub show_rejected: bool,
}

impl Default for CompareLook {
    fn default() -> Self {
        Self {
            lines_by: LinesBy::default(),
            scale: Scale::default(),
            kinds: vec![Kind::Killed, Kind::Injured, Kind::Arrested],
            hidden: BTreeSet::new(),
            table_kind: Kind::Killed,
            show_rejected: false,
        }
    }
}

/// How the table of claims is filtered and sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewLook {
    /// Words that the row must hold; empty = all.
    pub text: String,
    /// Only unreviewed claims.
    pub unreviewed_only: bool,
    /// Only claims in a conflict.
    pub in_conflict_only: bool,
    /// The column to sort by (an id of `show::table`), empty = as in the articles.
    pub sort_column: String,
    /// True for descending.
    pub descending: bool,
    /// Kinds that are shown; empty = all.
    pub kinds: BTreeSet<Kind>,
}
