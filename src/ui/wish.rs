//! What one part of the window asks of another within a frame or two: "go to the filter field", "open the palette".

use egui::{Context, Id};

use crate::store::Role;

/// Something that only the window does; the program behind it never hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open the command palette.
    Palette,
    /// Open the window of keys.
    Keys,
    /// Open the first steps.
    Help,
    /// Open or close the list of problems.
    Problems,
    /// Ask for files.
    AddFiles,
    /// Ask for a folder.
    AddFolder,
    /// Ask for a folder to watch.
    WatchFolder,
    /// Show the versions of the open article's page.
    Versions,
    /// List articles with the same text.
    Duplicates,
    /// Open the system's dialog for files at once.
    BrowseFiles,
    /// Open the system's dialog for a folder at once.
    BrowseFolder,
    /// Ask for text.
    Paste,
    /// Ask for a project file.
    OpenProject,
    /// Ask where to keep the project.
    SaveAs,
    /// Ask what to export, beginning with this format; an empty word means the last one.
    Export(&'static str),
    /// Ask where to write adopted figures.
    ExportAdopted,
    /// Ask where to put a copy of the project that is handed over.
    HandOver,
    /// Ask for the project whose decisions are taken over.
    TakeDecisions,
    /// Ask where to save a drawing of the charts.
    PictureSvg,
    /// Ask where to save pixels of the charts.
    PicturePng,
    /// Ask where to write the points of the charts.
    ExportPoints,
    /// Put the cursor into the view's filter field.
    FocusFilter,
    /// Show fewer days in charts.
    ZoomIn,
    /// Show more days in charts.
    ZoomOut,
    /// Show all days in charts.
    FitChart,
    /// Show earlier days in charts.
    EarlierDays,
    /// Show later days in charts.
    LaterDays,
    /// List the claims to which a correction could be applied as well.
    SameCases,
    /// Correct the selected words of the article, or show what was corrected.
    CorrectText,
    /// Begin to correct the selected claim.
    EditClaim,
    /// Begin to pick words of the text for the selected claim.
    Pick(Role),
    /// Move an end of the selected claim's words.
    MoveEnd(MoveEnd),
    /// Open the marks at the same place, one after another.
    NextAtPlace,
    /// Begin to type the figure of a claim that was just made by hand of words without a number.
    EditIfOpen,
    /// Put the cursor into the selected claim's note.
    EditNote,
    /// Go to a field of the selected claim, by its name.
    EditField(&'static str),
    /// Put the cursor into the field that adds a tag.
    EditTags,
    /// Ask something about the rows of Review.
    Review(ReviewAsk),
    /// Say publisher, date and author of the checked articles.
    Describe,
    /// Ask what the current name is called.
    RenameName,
    /// Ask with which name the current one is to be merged.
    SameAs,
    /// Ask what the current name names.
    NameType,
    /// Ask which words are to be split off.
    TakeOut,
    /// Ask where the current name is no name.
    NotAName,
    /// Something beside the charts.
    Beside(Beside),
    /// Open or close the history.
    History,
    /// Panels back to their built-in sizes.
    ResetLayout,
    /// Move the focus to the next area.
    NextArea,
}

/// Which end of a claim's words moves which way, by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveEnd {
    /// The start, to the word before.
    StartBack,
    /// The start, to the next word.
    StartOn,
    /// The end, to the word before.
    EndBack,
    /// The end, to the next word.
    EndOn,
}

/// What Review may ask in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewAsk {
    /// A field and its value for all checked claims.
    SetField,
    /// From which confidence on all shown claims are accepted.
    AcceptAbove,
    /// A note for all checked claims.
    Note,
    /// A tag for all checked claims.
    Tag,
    /// A name for the filter.
    SaveFilter,
    /// The saved filters: to use, rename, delete.
    Filters,
    /// Which columns are shown, and their order.
    Columns,
    /// All tags with their colours.
    Tags,
}

impl ReviewAsk {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 8] = [
        Self::SetField,
        Self::AcceptAbove,
        Self::Note,
        Self::Tag,
        Self::SaveFilter,
        Self::Filters,
        Self::Columns,
        Self::Tags,
    ];
}

/// What the panel beside the charts may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Show the list of conclusions.
    Conclusions,
    /// Show sentences side by side.
    Sentences,
    /// Show adopted figures.
    Adopted,
    /// Show the stories.
    Stories,
    /// Go to the next conclusion.
    Next,
    /// Go to the one before.
    Previous,
    /// Say that the current conclusion holds.
    Accept,
    /// Say that it does not.
    Reject,
    /// Say that nothing is left to be done about it, or something is.
    Settle,
    /// Put the cursor into its reason.
    Reason,
    /// Copy all sentences with their sources.
    Copy,
    /// Say that the articles of the open row or of the sentences are one source.
    Copies,
    /// Say that each of them is a source of its own.
    NotCopies,
}

/// Wishes that nobody took fade after this many frames.
const MAX_AGE_FRAMES: u8 = 3;

fn slot() -> Id {
    Id::unique("tallyscope wishes")
}

/// Makes a wish.
pub fn make(ctx: &Context, wish: Wish) {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        wishes.push((wish, 0));
    });
    ctx.request_repaint();
}

/// True where the wish was made and not taken yet; takes it.
pub fn take(ctx: &Context, wish: Wish) -> bool {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        let before = wishes.len();
        wishes.retain(|(other, _)| *other != wish);
        wishes.len() < before
    })
}

/// True where something asked to go to a field of the selected claim and nobody took it yet.
pub fn asks_for_field(ctx: &Context) -> bool {
    let is_field = |wish: &Wish| {
        matches!(
            wish,
            Wish::EditClaim | Wish::EditNote | Wish::EditField(_) | Wish::EditTags
        )
    };
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        wishes.iter().any(|(wish, _)| is_field(wish))
    })
}

/// The format with which an export was wished for and not taken yet; takes the wish.
pub fn take_export(ctx: &Context) -> Option<&'static str> {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        let format = wishes.iter().find_map(|(wish, _)| match wish {
            Wish::Export(format) => Some(*format),
            _ => None,
        });
        wishes.retain(|(wish, _)| !matches!(wish, Wish::Export(_)));
        format
    })
}

/// True where something beside the charts was wished for and not taken yet; leaves it.
pub fn is_beside(ctx: &Context) -> bool {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        wishes.iter().any(|(wish, _)| matches!(wish, Wish::Beside(_)))
    })
}

/// Lets wishes age; called once a frame.
pub(super) fn age(ctx: &Context) {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        wishes.iter_mut().for_each(|(_, age)| *age += 1);
        wishes.retain(|(_, age)| *age < MAX_AGE_FRAMES);
    });
}

fn cover_slot() -> Id {
    Id::unique("tallyscope what covers the views")
}

/// Says at the beginning of a frame whether a dialog or the palette covers the views, and whether a text field had the
/// focus before.
pub(super) fn cover(ctx: &Context, covered: bool, in_field: bool) {
    ctx.data_mut(|data| data.insert_temp(cover_slot(), (covered, in_field)));
}

fn covers(ctx: &Context) -> (bool, bool) {
    ctx.data(|data| data.get_temp(cover_slot())).unwrap_or_default()
}

/// True while a dialog or the palette is open.
pub fn is_covered(ctx: &Context) -> bool {
    covers(ctx).0
}

/// True where a view may take Escape: no dialog, no palette, no text field had it when the frame began.
pub fn escape_is_free(ctx: &Context) -> bool {
    covers(ctx) == (false, false)
}

fn area_slot() -> Id {
    Id::unique("tallyscope areas")
}

/// Areas of the window in the order in which F6 walks them, each by the control that gets the focus.
#[derive(Clone, Default)]
struct Areas {
    seen: Vec<Id>,
    last: Option<Id>,
}

/// Says in each frame, in order, where an area's focus goes.
pub fn area(ctx: &Context, first: Id) {
    ctx.data_mut(|data| {
        let areas: &mut Areas = data.get_temp_mut_or_default(area_slot());
        areas.seen.push(first);
    });
}

/// At the end of a frame: moves the focus to the next area, if that was asked for.
pub(super) fn walk_areas(ctx: &Context) {
    let asked = take(ctx, Wish::NextArea);
    let next = ctx.data_mut(|data| {
        let areas: &mut Areas = data.get_temp_mut_or_default(area_slot());
        let seen = std::mem::take(&mut areas.seen);
        if !asked {
            return None;
        }
        let at = areas.last.and_then(|last| seen.iter().position(|id| *id == last));
        areas.last = seen.get(at.map_or(0, |at| (at + 1) % seen.len())).copied();
        areas.last
    });
    if let Some(id) = next {
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.request_repaint();
    }
}
