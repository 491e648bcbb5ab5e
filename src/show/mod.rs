//! What to draw, without a toolkit: claims as touching runs of text, chart lines, rows of tables, words.

mod around;
mod chart;
mod chart_axis;
mod chart_build;
mod chart_source;
#[cfg(test)]
mod chart_tests;
mod chart_words;
mod days;
mod findings;
pub mod fuzzy;
pub mod input;
pub mod library;
mod look;
pub(crate) mod names;
pub mod runs;
mod speakers;
mod table;
mod table_sort;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
pub(crate) mod testing_sample;
pub mod text;
pub mod words;

pub use around::sentences_around;
pub use chart::{ChartSource, Charts, DayBasis, KindChart, Mark, Point, Step, day_number, day_of_number};
pub use chart_axis::{DateTick, FigureAxis, date_ticks};
pub use chart_build::kind_chart;
pub use chart_source::{NAMED_SLOTS, NOT_STATED_SLOT, Source, Sources, short_title};
pub use chart_words::{chart_last_day, chart_subtitle, not_drawn, point_label, qualifier, quote};
pub use days::{DayCell, DayRow, DayTable};
pub use findings::{Finding, FindingSort, Findings, Side, findings};
pub use library::library_order;
pub use look::{CompareLook, LibraryLook, LibrarySort, LinesBy, ReviewLook, Scale};
pub use names::{
    Alias, Linked, Merge, NameAct, NameRow, NameTarget, Names, NamesLook, NamesOrder, name_edit, names_list,
};
pub use table::{Flags, Table, rows};
pub use table_sort::Column;
