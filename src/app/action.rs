//! What views ask for. Carried out by `app` between frames.

use std::path::PathBuf;

use jiff::civil::Date;

use super::batch::BatchAct;
use super::beside::BesideChange;
use super::desktop::DesktopAct;
use super::exporting::ExportOrder;
use super::handover::HandoverAct;
use super::history::HistoryAct;
use super::pictures::PictureOrder;
use super::reviewing::ReviewAct;
use super::settings::ThemeChoice;
use super::state::View;
use crate::base::Span;
use crate::claim::Kind;
use crate::link::{NameRef, NameSort};
use crate::read::Mapping;
use crate::show::{
    ChartLayout, ChartSetting, CopyAct, DaysBy, FilterChange, FindChange, LibrarySort, LinesBy, NameAct, NamesOrder,
    SameWhat, Scale, StoryAct,
};
use crate::store::{
    Adopted, AdoptedAbout, ArticleId, ClaimId, Field, FieldValue, OrphanOf, Ruling, TextPart, Told, Verdict,
};

/// One request of a view.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Read these files and folders and add their articles; a single `.tally` file is opened as a project.
    OpenPaths(Vec<PathBuf>),
    /// Add this text as an article.
    Paste(String),
    /// Make claims of the table that waits, its columns read so.
    ImportTable(Mapping),
    /// Do not import the table that waits.
    SkipTable,
    /// Ask again what the columns of an imported table mean.
    MapTable(ArticleId),
    /// Rows that are articles, what is added of a batch, watched folders, duplicates.
    Batch(BatchAct),
    /// Read all articles of the project again; decisions stay.
    ReadAgain,
    /// Stop the long work under way.
    Cancel,
    /// Begin an empty project in the data folder.
    NewProject,
    /// Open a project file.
    OpenProject(PathBuf),
    /// Keep the project in this file from now on.
    SaveAs(PathBuf),
    /// Try again to write what could not be written.
    RetrySaving,
    /// Open the sample project.
    OpenDemo,
    /// Take these articles out.
    RemoveArticles(Vec<ArticleId>),
    /// Read the article's file again, if it changed.
    Reload(ArticleId),
    /// Open the article's file in the program that the system has for it.
    OpenOriginal(ArticleId),
    /// Write an export.
    Export(ExportOrder),
    /// Open the folder of this file in the program that the system has for it.
    ShowInFolder(PathBuf),
    /// Write all adopted figures as CSV.
    ExportAdopted(PathBuf),
    /// Make a picture of the charts, or a table of their points.
    Picture(PictureOrder),
    /// The clipboard has the picture that was made for it.
    PictureCopied,

    /// Accept, reject, reopen.
    SetVerdict(Vec<ClaimId>, Verdict),
    /// Set a field or, with `None`, go back to the machine's reading.
    SetField(Vec<ClaimId>, Field, Option<FieldValue>),
    /// Set fields of one claim together, as one step of this name: words picked from the text and where they stand.
    SetFields(ClaimId, Vec<(Field, FieldValue)>, String),
    /// Go back to the machine's reading in everything.
    ResetClaims(Vec<ClaimId>),
    /// Say of these claims what was said of the first one; an empty list forgets the offer.
    ApplySame(ClaimId, SameWhat, Vec<ClaimId>),
    /// Write the note.
    SetNote(Vec<ClaimId>, String),
    /// Make a claim of this kind from the selected words; the rest is read from them and their sentence.
    NewClaim(ArticleId, Span, Kind),
    /// Delete claims made by hand.
    DeleteClaims(Vec<ClaimId>),
    /// Say what title, publisher, author are.
    Tell(Vec<ArticleId>, Told),
    /// Say when the articles were published, or with `None` go back to the machine's day.
    TellPublished(Vec<ArticleId>, Option<Date>),
    /// Say that these words are boilerplate, or the article after all.
    SayPart(ArticleId, Span, TextPart),
    /// Give an article this text instead of its own; the file's text is kept beside it.
    CorrectText(ArticleId, String),
    /// Put what lost its place in the text on these words.
    Attach(ArticleId, OrphanOf, Span),
    /// Write the note of an article.
    SetArticleNote(ArticleId, String),
    /// Say what you think of a conclusion.
    RuleOn(String, Option<Ruling>),
    /// Change what the project keeps of its charts: vague words, colours, the order of sources.
    ChartSetting(ChartSetting),
    /// Adopt a figure, or with `None` take it back.
    Adopt(AdoptedAbout, Option<Adopted>),
    /// Name, split, join stories.
    Story(StoryAct),
    /// Say which articles are copies and which are not.
    Copies(CopyAct),
    /// Join, take out, call, retype names.
    Name(NameAct),
    /// Jump in the history, backups, new readings, removal for good.
    History(HistoryAct),
    /// Packages, and decisions of other projects.
    Handover(HandoverAct),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,

    /// Show a view.
    Show(View),
    /// Open an article.
    SelectArticle(ArticleId),
    /// Select a claim, and bring it into sight.
    SelectClaim(ClaimId),
    /// Select a claim and show its sentence in Read.
    OpenInRead(ClaimId),
    /// Select a mention of a name.
    SelectMention(ArticleId, Span),
    /// Select a mention and show it in Read.
    OpenMention(ArticleId, Span),
    /// Select the next name of the article (Read) or of the list (Names).
    NextName,
    /// Select the one before.
    PreviousName,
    /// Select no claim.
    SelectNone,
    /// The pointer is over this claim.
    Hover(Option<ClaimId>),
    /// Select the next claim of the article (Read) or of the shown rows (Review).
    NextClaim,
    /// Select the one before.
    PreviousClaim,
    /// Select the next article of the library.
    NextArticle,
    /// Select the one before.
    PreviousArticle,
    /// Select what was selected before.
    Back,
    /// Undo [`Action::Back`].
    Forward,
    /// Check or uncheck claims in Review.
    Check(Vec<ClaimId>, CheckState),
    /// Check or uncheck articles.
    CheckArticles(Vec<ArticleId>, CheckState),

    /// Search in the article or in the project.
    Find(FindChange),
    /// Show two articles side by side.
    Beside(BesideChange),
    /// Filter the library.
    FilterLibrary(String),
    /// Only articles to review.
    ToReviewOnly(bool),
    /// Only articles with marks that lost their place.
    OrphanedOnly(bool),
    /// Sort the library.
    SortLibrary(LibrarySort),
    /// Show the table of articles, or the reader.
    ShowArticleTable(bool),
    /// Change how charts are drawn.
    Compare(CompareChange),
    /// Change which figures count.
    Filter(FilterChange),
    /// Review follows the filter of the project, or not.
    ReviewWithin(bool),
    /// Change which names are listed and which is open.
    Names(NamesChange),
    /// Filter the table of claims by words.
    FilterReview(String),
    /// Only unreviewed claims.
    UnreviewedOnly(bool),
    /// Only claims in conflict.
    InConflictOnly(bool),
    /// Show or hide a kind in Review; `None` shows all.
    ReviewKind(Option<Kind>),
    /// Sort the table by a column; the same again turns the order.
    SortReview(String),
    /// Change Review beside decisions: its queue, filters, columns; tags and notes.
    Review(ReviewAct),

    /// Light, dark, or as the system.
    SetTheme(ThemeChoice),
    /// Size of text and controls in percent, one of `TEXT_SIZES_PERCENT`.
    SetTextSize(u16),
    /// Marks in the text on or off.
    ShowMarks(bool),
    /// Names in the text on or off.
    ShowNames(bool),
    /// Library on or off.
    ShowLibrary(bool),
    /// Give a command other keys, written as "Ctrl+Shift+K"; an empty text takes them away.
    SetKeys(String, String),
    /// Take a problem off the list; `None` all of them.
    Dismiss(Option<usize>),
    /// Take a toast away.
    DropToast(u64),
    /// Ask something beside the project: pages, folders, how the last window ended.
    Desktop(DesktopAct),
    /// Close the window; waits until every edit is acknowledged.
    Quit,
}

/// Whether rows are to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// Checked.
    On,
    /// Not checked.
    Off,
    /// Exactly these are checked.
    Only,
}

/// Which names are listed, and which is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamesChange {
    /// Words that a name must hold.
    Filter(String),
    /// Only names of a sort; `None` = all.
    Sort(Option<NameSort>),
    /// The order.
    Order(NamesOrder),
    /// Open an entity beside the list.
    Open(Option<NameRef>),
    /// List suggested merges, or the names.
    Merges(bool),
    /// Show the view of names with this entity open.
    Show(NameRef),
}

/// How charts are to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareChange {
    /// What a line stands for.
    LinesBy(LinesBy),
    /// Which day of a claim places it.
    DaysBy(DaysBy),
    /// A chart for each kind, or one for all.
    Layout(ChartLayout),
    /// The scale.
    Scale(Scale),
    /// Which kinds have a chart.
    Kinds(Vec<Kind>),
    /// Switch a source on or off.
    Toggle(String),
    /// Show this source alone; again: all.
    Isolate(String),
    /// Switch all sources on.
    ShowAll,
    /// The kind in the table source by day.
    TableKind(Kind),
    /// Draw rejected figures as grey crosses.
    ShowRejected(bool),
    /// Draw the spread between the sources.
    ShowSpread(bool),
    /// Draw copies with the source that they copy.
    MergeCopies(bool),
}
