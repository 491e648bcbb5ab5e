//! What to draw, without a toolkit: claims as touching runs of text, chart lines, rows of tables, words.

mod adopted;
mod adopted_compare;
mod adopted_days;
mod around;
mod chart;
mod chart_adopted;
mod chart_axis;
mod chart_build;
mod chart_day;
mod chart_filter;
mod chart_incident;
mod chart_lines;
mod chart_merged;
mod chart_notes;
mod chart_part;
mod chart_scene;
#[cfg(test)]
mod chart_scene_tests;
mod chart_settings;
mod chart_shape;
mod chart_source;
mod chart_spread;
#[cfg(test)]
mod chart_tests;
mod chart_thin;
mod chart_twins;
mod chart_vague;
mod chart_words;
mod days;
mod find;
mod find_look;
mod find_words;
mod findings;
mod findings_checks;
mod findings_copies;
mod findings_measure;
mod findings_more;
mod findings_policy;
mod findings_sides;
mod flags;
mod formats;
pub mod fuzzy;
mod history;
mod history_reread;
mod history_words;
pub mod input;
mod kinds_shown;
pub mod library;
mod look;
mod merging;
#[cfg(test)]
mod merging_tests;
pub(crate) mod names;
mod news;
mod picked;
mod queue;
mod quoted;
pub mod runs;
mod same_cases;
mod same_figures;
mod same_text;
mod sides;
mod speakers;
mod stories_list;
mod table;
mod table_bulk;
mod table_columns;
mod table_filter;
mod table_sort;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
pub(crate) mod testing_sample;
pub mod text;
mod versions;
pub mod words;

pub use adopted::{AdoptRule, AdoptedRow, Candidate, adopted_about, adopted_rows, candidates, suggest_adopted};
pub use adopted_days::{OpenDay, open_days};
pub use around::sentences_around;
pub use chart::{
    ChartSource, Charts, DayBasis, KindChart, Mark, Point, Soft, Step, TotalLine, day_number, day_of_number,
};
pub use chart_adopted::{AdoptedDay, AdoptedLine, SceneAdopted};
pub use chart_axis::{DateTick, FigureAxis, date_ticks};
pub use chart_build::{ChartInput, kind_chart};
pub use chart_filter::{Filter, FilterChange, FilterChip, StoryPart, all_tags};
pub use chart_lines::corrected;
pub use chart_merged::Merged;
pub use chart_notes::{NOTE_HEIGHT, NOTE_SIGN};
pub use chart_scene::{Ink, MOST_MARKS, Place, Scene, SceneInput, SceneLine, SceneMark, SceneSpread, SceneTick, scene};
pub use chart_settings::{ABOUT_PERCENTS, ChartSetting, ChartSettings, Seat, chart_edit, pins};
pub use chart_shape::{arrow_way, key_shift, outline};
pub use chart_source::{NAMED_SLOTS, NOT_STATED_SLOT, Source, Sources, short_title};
pub use chart_spread::Spread;
pub use chart_thin::{COLUMN, PixelColumn};
pub use chart_vague::{Vague, VagueNumbers, VaguePolicy};
pub use chart_words::{chart_last_day, chart_subtitle, not_drawn, point_label, qualifier, quote};
pub use days::{DayCell, DayRow, DayTable, TableBy};
pub use find::{FindIn, Found, FoundArticle, FoundHit, FoundIn, find_in_article, find_query, hit_around};
pub use find_look::{FindChange, FindLook};
pub use find_words::{Query, WholeWords};
pub use findings::{Finding, Findings, Section, Side, findings};
pub use findings_copies::{Copied, CopiesSaid, CopyAct, copies_edit, copies_said, num_independent};
pub use findings_policy::policy_note;
pub use flags::Flags;
pub use formats::formats;
pub use history::{ChangeLine, ClaimStep, MOST_LINES, claim_steps, moment, step_lines};
pub use history_reread::{RereadLine, RereadSort, reread_lines};
pub use history_words::value;
pub use kinds_shown::{KindsBy, kind_counts};
pub use library::library_order;
pub use look::{ChartLayout, CompareLook, DaysBy, LibraryLook, LibrarySort, LinesBy, ReviewLook, Scale};
pub use merging::{MergeLine, merge_lines};
pub use names::{
    Alias, KeptLinks, Linked, Merge, NameAct, NameRow, NameTarget, Names, NamesLook, NamesOrder, Office, Other,
    StoryVoices, Voice, bodies, entities_of, name_edit, names_list, story_voices_again,
};
pub use news::{News, news};
pub use picked::{PickedFields, meant, picked, picked_label, picked_nothing, role_spans};
pub use queue::{Queue, QueueOrder};
pub use quoted::{RowCell, quoted_sentence, quoted_words, row_cells};
pub use same_cases::{SameCases, SameWhat, same_cases, same_cases_of, same_change, same_edit, same_head};
pub use same_figures::same_figures;
pub use same_text::{same_texts, text_digest};
pub use sides::{Lit, Piece, SideSentence, citations, sides};
pub use stories_list::{StoryAct, StoryRow, story_articles, story_edit, story_of, story_rows};
pub use table::{Table, rows};
pub use table_bulk::{accept_above, completions, speakers_by_use};
pub use table_columns::{ColumnLook, Columns, LEAST_WIDTH};
pub use table_filter::{
    Narrow, NarrowChange, drop_filter, percent, rename_filter, save_filter, saved_filters, speaker_words,
};
pub use table_sort::Column;
pub use versions::{Difference, FigureChange, difference, page_of, versions};
