//! How the analyst wants things listed and drawn: plain data that the models of this floor take beside the store.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::chart_filter::Filter;
use super::kinds_shown::KindsBy;
use super::table_filter::Narrow;
use crate::claim::Kind;
use crate::store::ClaimId;

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
    /// Only articles with marks that lost their place.
    pub orphaned_only: bool,
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
    /// Who vouches for the figure, apart for each outlet that passes it on: "Herald · Ministry".
    SpeakerInPublisher,
}

/// Which of a claim's days the axis of time shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DaysBy {
    /// The day at which the figure holds; where none is known that of the event, else of the article.
    #[default]
    AsOf,
    /// The day of the harm.
    Event,
    /// The day of the article.
    Published,
}

impl DaysBy {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::AsOf, Self::Event, Self::Published];
}

/// How several kinds share the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartLayout {
    /// A small chart for each kind, on one axis of time.
    #[default]
    ByKind,
    /// All chosen kinds in one chart, coloured by kind.
    Together,
}

/// The scale of the figures' axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Zero is on the axis.
    #[default]
    Linear,
    /// Logarithmic; zero lies apart, on the base line.
    Log,
    /// Logarithmic above, linear near zero, so that zero and small figures stand on the axis itself.
    SymLog,
}

impl Scale {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::Linear, Self::Log, Self::SymLog];
}

/// How charts are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareLook {
    /// What a line stands for.
    pub lines_by: LinesBy,
    /// Which day of a claim places it.
    pub days_by: DaysBy,
    /// A chart for each kind, or one for all.
    pub layout: ChartLayout,
    /// The scale of the figures' axis.
    pub scale: Scale,
    /// Which kinds have a chart, top down.
    pub kinds: Vec<Kind>,
    /// Who says so.
    pub kinds_by: KindsBy,
    /// Sources that are switched off, by their key.
    pub hidden: BTreeSet<String>,
    /// The kind that the table source by day shows.
    pub table_kind: Kind,
    /// True where rejected figures are drawn as grey crosses.
    pub show_rejected: bool,
    /// True where the spread between the sources is drawn as a band.
    pub show_spread: bool,
    /// True where copies are drawn with the source that they copy.
    pub merge_copies: bool,
}

impl Default for CompareLook {
    fn default() -> Self {
        Self {
            lines_by: LinesBy::default(),
            days_by: DaysBy::default(),
            layout: ChartLayout::default(),
            scale: Scale::default(),
            kinds: vec![Kind::Killed, Kind::Injured, Kind::Arrested],
            kinds_by: KindsBy::Figures(0),
            hidden: BTreeSet::new(),
            table_kind: Kind::Killed,
            show_rejected: false,
            show_spread: true,
            merge_copies: false,
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
    /// The filter of the project, where Review follows it.
    pub within: Option<Filter>,
    /// Only these, which changed since a point of the history; `None` = all.
    pub changed: Option<Arc<BTreeSet<ClaimId>>>,
    /// What narrows beside words and kinds.
    pub narrow: Narrow,
}
