//! What one part of the window asks of another within a frame or two: "go to the filter field", "open the palette".

use egui::{Context, Id};

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
    /// Ask where to write claims.
    ExportCsv,
    /// Put the cursor into the view's filter field.
    FocusFilter,
    /// Begin to correct the selected claim.
    EditClaim,
    /// Put the cursor into the selected claim's note.
    EditNote,
    /// Say publisher, date and author of the checked articles.
    Describe,
    /// Panels back to their built-in sizes.
    ResetLayout,
    /// Move the focus to the next area.
    NextArea,
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

/// Lets wishes age; called once a frame.
pub(super) fn age(ctx: &Context) {
    ctx.data_mut(|data| {
        let wishes: &mut Vec<(Wish, u8)> = data.get_temp_mut_or_default(slot());
        wishes.iter_mut().for_each(|(_, age)| *age += 1);
        wishes.retain(|(_, age)| *age < MAX_AGE_FRAMES);
    });
}

fn esc_slot() -> Id {
    Id::unique("tallyscope who has escape")
}

/// Says at the beginning of a frame whether something above the views, or a text field, has the Escape key.
pub(super) fn hold_escape(ctx: &Context, held: bool) {
    ctx.data_mut(|data| data.insert_temp(esc_slot(), held));
}

/// True where a view may take Escape: no dialog, no palette, no text field had it when the frame began.
pub fn escape_is_free(ctx: &Context) -> bool {
    !ctx.data(|data| data.get_temp::<bool>(esc_slot())).unwrap_or_default()
}
