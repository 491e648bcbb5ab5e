//! One row per command feeds menu, palette, keys and help.

use super::keys::Keys;
use super::settings::Settings;

/// What can be run from menu, palette and keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is described by its row in COMMANDS")]
pub enum Command {
    AddFiles,
    AddFolder,
    WatchFolder,
    PasteArticle,
    NewProject,
    OpenProject,
    SaveAs,
    OpenDemo,
    Export,
    PictureSvg,
    PicturePng,
    CopyPicture,
    ExportPoints,
    ExportAdopted,
    Report,
    HandOver,
    TakeDecisions,
    Quit,
    Undo,
    Redo,
    History,
    ChangedSince,
    Backups,
    BackUpNow,
    CheckProject,
    NewReading,
    RemoveForGood,
    Accept,
    Reject,
    Reopen,
    Edit,
    Reset,
    Note,
    Tag,
    DeleteClaim,
    PickNumber,
    PickHarm,
    PickVictims,
    PickSpeaker,
    PickRelay,
    PickAsOf,
    PickHappened,
    PickPlace,
    StartBack,
    StartOn,
    EndBack,
    EndOn,
    NextAtPlace,
    ApplySame,
    SayPart,
    CorrectText,
    Read,
    Compare,
    Review,
    NamesView,
    SuggestedMerges,
    NextName,
    PreviousName,
    OpenName,
    RenameName,
    SameAs,
    NameType,
    TakeOut,
    NotAName,
    ForgetName,
    Queue,
    CheckAllShown,
    CheckDown,
    CheckUp,
    SetField,
    AcceptAbove,
    SaveFilter,
    SavedFilters,
    ReviewColumns,
    TagColors,
    NextClaim,
    PreviousClaim,
    NextArticle,
    PreviousArticle,
    Back,
    Forward,
    OpenInRead,
    Beside,
    Conclusions,
    Sentences,
    AdoptedFigures,
    Stories,
    NextFinding,
    PreviousFinding,
    AcceptFinding,
    RejectFinding,
    SettleFinding,
    FindingReason,
    CopySentences,
    SayCopies,
    SayNotCopies,
    FindCommand,
    FindHere,
    FindInProject,
    NextHit,
    PreviousHit,
    FilterHere,
    Marks,
    Names,
    Library,
    ArticleTable,
    OrphanedArticles,
    RemoveArticle,
    OpenOriginal,
    Reload,
    TableColumns,
    Versions,
    Duplicates,
    ReadAgain,
    Problems,
    Theme,
    TextLarger,
    TextSmaller,
    TextNormal,
    Keys,
    ResetLayout,
    NextArea,
    Help,
    WhatIsNew,
    About,
    LogsFolder,
    DataFolder,
    SettingsFolder,
    ZoomIn,
    ZoomOut,
    FitChart,
    EarlierDays,
    LaterDays,
    ClearFilter,
    LinesBy,
    DaysBy,
    Scale,
    Spread,
    MergeCopies,
    VagueWords,
    AboutReach,
    StoryAlone,
    OneChart,
}

/// A command as shown.
pub struct CommandRow {
    /// Which.
    pub command: Command,
    /// Stable word for settings.
    pub id: &'static str,
    /// "Accept claim"; "..." at the end only if a dialog follows.
    pub name: &'static str,
    /// One phrase, no full stop.
    pub help: &'static str,
    /// The menu that holds it; empty = palette only.
    pub menu: &'static str,
    /// Built-in keys, as [`Keys::parse`] reads them; empty = none.
    pub keys: &'static str,
}

/// Stable word, menu, built-in keys, name, help.
const fn row(command: Command, [id, menu, keys, name, help]: [&'static str; 5]) -> CommandRow {
    CommandRow {
        command,
        id,
        name,
        help,
        menu,
        keys,
    }
}

/// All commands, in the order of the menus.
#[rustfmt::skip]
pub const COMMANDS: &[CommandRow] = &[
    row(Command::NewProject, ["new_project", "File", "Ctrl+N", "New project", "Begin an empty project"]),
    row(Command::OpenProject, ["open_project", "File", "Ctrl+O", "Open project...", "Open a .tally file"]),
    row(Command::SaveAs, ["save_as", "File", "Ctrl+Shift+S", "Save as...", "Keep this project in another file"]),
    row(Command::OpenDemo, ["open_demo", "File", "", "Open the sample", "Ten invented articles from Varland, extracted and plotted"]),
    row(Command::AddFiles, ["add_files", "File", "Ctrl+Shift+O", "Add files...", "Read article files into this project"]),
    row(Command::AddFolder, ["add_folder", "File", "", "Add folder...", "Read all articles of a folder into this project"]),
    row(Command::WatchFolder, ["watch_folder", "File", "", "Watch a folder...", "Read new files of a folder by themselves while the project is open; again: stop"]),
    row(Command::PasteArticle, ["paste_article", "File", "Ctrl+Shift+V", "Paste article...", "Make an article from the clipboard's text"]),
    row(Command::HandOver, ["hand_over", "File", "", "Hand over a copy...", "One file with the project, the articles' originals and a list with their digests"]),
    row(Command::TakeDecisions, ["take_decisions", "File", "", "Take decisions from another project...", "Compare with another analyst's project, and take over what you choose"]),
    row(Command::Backups, ["backups", "File", "", "Backups...", "The last ten backups of this project, to put one back"]),
    row(Command::BackUpNow, ["back_up", "File", "", "Back up now", "Copy the project into the folder of its backups"]),
    row(Command::CheckProject, ["check_project", "File", "", "Check the project", "Read the file through: its order, its texts, every quote at its place"]),
    row(Command::Quit, ["quit", "File", "Ctrl+Q", "Quit", "Close the window; everything is saved already"]),
    row(Command::OpenOriginal, ["open_original", "Articles", "", "Open original", "Open the article's file outside"]),
    row(Command::Reload, ["reload", "Articles", "F5", "Read the file again", "Take over what changed in the article's file"]),
    row(Command::CorrectText, ["correct_text", "Articles", "Ctrl+Shift+T", "Correct the text...", "Mend torn or misread words; the file stays as it is"]),
    row(Command::SayPart, ["say_part", "Articles", "Alt+B", "Boilerplate, or not", "Say that the selected words are not the article, or that they are after all"]),
    row(Command::Versions, ["versions", "Articles", "", "Versions...", "Other versions of the article's page, and which figures differ"]),
    row(Command::Duplicates, ["duplicates", "Articles", "", "Same texts...", "Articles with the same text from different files, to keep one or all"]),
    row(Command::TableColumns, ["table_columns", "Articles", "", "What the columns mean...", "Say anew what the columns of an imported table mean; decisions stay"]),
    row(Command::ReadAgain, ["read_again", "Articles", "", "Read all articles again", "Run the rules over the whole project; your decisions stay"]),
    row(Command::NewReading, ["new_reading", "Articles", "", "What a new reading changes...", "The reading that waits for your word"]),
    row(Command::RemoveArticle, ["remove_article", "Articles", "", "Remove article", "Take the article out of the project; undo brings it back"]),
    row(Command::RemoveForGood, ["remove_for_good", "Articles", "", "Remove for good...", "Out of project, history, search and backups; cannot be undone"]),
    row(Command::Export, ["export_csv", "Export", "Ctrl+E", "Export...", "Claims, annotations and reports in the formats of other programs"]),
    row(Command::Report, ["report", "Export", "", "Report...", "One page for readers: charts, figures with their quotes, conflicts, method"]),
    row(Command::PictureSvg, ["picture_svg", "Export", "Ctrl+Shift+G", "Picture (SVG)...", "The charts with title, legend and sources, as a drawing for a report"]),
    row(Command::PicturePng, ["picture_png", "Export", "Ctrl+Shift+E", "Picture (PNG)...", "The charts with title, legend and sources, as pixels for a report"]),
    row(Command::CopyPicture, ["copy_picture", "Export", "Ctrl+Shift+I", "Copy picture", "Put a picture of the charts into the clipboard"]),
    row(Command::ExportPoints, ["export_points", "Export", "Ctrl+Shift+P", "Points (CSV)...", "Write the figures that the charts draw as a table, with their sentences"]),
    row(Command::ExportAdopted, ["export_adopted", "Export", "", "Adopted figures (CSV)...", "Write all adopted figures as a table, each with its evidence"]),
    row(Command::Undo, ["undo", "Edit", "Ctrl+Z", "Undo", "Take the last step back"]),
    row(Command::Redo, ["redo", "Edit", "Ctrl+Shift+Z", "Redo", "Do again what was taken back"]),
    row(Command::History, ["history", "Edit", "Ctrl+H", "History", "Every step with old and new, to go back to any of them"]),
    row(Command::ChangedSince, ["changed_since", "Edit", "Ctrl+Shift+H", "Changed since it was opened", "In Review only the claims that changed since then; again: all"]),
    row(Command::Accept, ["accept", "Edit", "A", "Accept claim", "Say that the reading is right"]),
    row(Command::Reject, ["reject", "Edit", "R", "Reject claim", "Keep it on record, do not count it"]),
    row(Command::Reopen, ["reopen", "Edit", "U", "Mark as unreviewed", "Take the verdict back"]),
    row(Command::Edit, ["edit", "Edit", "E", "Correct claim", "Go to the claim's fields"]),
    row(Command::Reset, ["reset", "Edit", "", "Back to the machine's reading", "Take back your values and the verdict"]),
    row(Command::DeleteClaim, ["delete_claim", "Edit", "Delete", "Delete claim made by hand", "Machine claims can be rejected"]),
    row(Command::ApplySame, ["apply_same", "Edit", "Ctrl+Shift+A", "Apply to equal cases...", "Say the same of all claims that the machine read in the same way"]),
    row(Command::Note, ["note", "Edit", "N", "Write a note", "Go to the claim's note"]),
    row(Command::Tag, ["tag", "Edit", "Shift+T", "Add a tag", "Tag the selected claim, all checked ones, the open article or name"]),
    row(Command::PickSpeaker, ["pick_speaker", "Claim", "S", "Pick the speaker", "Then click or select the words in the text; Esc stops"]),
    row(Command::PickRelay, ["pick_relay", "Claim", "V", "Pick the relay", "Who passed the figure on; click or select the words"]),
    row(Command::PickNumber, ["pick_number", "Claim", "Shift+Q", "Pick the number", "Value and bounds are read from the words"]),
    row(Command::PickHarm, ["pick_harm", "Claim", "Shift+O", "Pick the words of the harm", "Which words say what happened"]),
    row(Command::PickVictims, ["pick_victims", "Claim", "W", "Pick the victims", "Who was harmed; their class is read from the words"]),
    row(Command::PickAsOf, ["pick_as_of", "Claim", "T", "Pick the as-of day", "The day at which the figure holds; click a time in the text"]),
    row(Command::PickHappened, ["pick_happened", "Claim", "D", "Pick when it happened", "Click a time in the text"]),
    row(Command::PickPlace, ["pick_place", "Claim", "P", "Pick the place", "Where it happened"]),
    row(Command::StartBack, ["start_back", "Claim", "Shift+Alt+Up", "Words begin earlier", "The claim's mark begins one word before"]),
    row(Command::StartOn, ["start_on", "Claim", "Shift+Alt+Down", "Words begin later", "The claim's mark begins one word after"]),
    row(Command::EndBack, ["end_back", "Claim", "Shift+Alt+Left", "Words end earlier", "The claim's mark ends one word before"]),
    row(Command::EndOn, ["end_on", "Claim", "Shift+Alt+Right", "Words end later", "The claim's mark ends one word after"]),
    row(Command::NextAtPlace, ["next_at_place", "Claim", "Y", "Next claim at the same words", "Where marks overlap, select the others one after another"]),
    row(Command::Read, ["read", "View", "Ctrl+1", "Read", "Articles with their marks"]),
    row(Command::Compare, ["compare", "View", "Ctrl+2", "Compare", "Charts and conflicts"]),
    row(Command::Review, ["review", "View", "Ctrl+3", "Review", "The table of all claims"]),
    row(Command::NamesView, ["names_view", "View", "Ctrl+4", "Names", "People, organisations, places, groups and outlets over all articles"]),
    row(Command::SuggestedMerges, ["suggested_merges", "Names", "Ctrl+M", "Suggested merges", "Names that may be one, with the reason, to accept or reject"]),
    row(Command::OpenName, ["open_name", "Names", "I", "Open name", "All its mentions, spellings and figures"]),
    row(Command::NextName, ["next_name", "Names", "H", "Next name", "Select the next name of the article or of the list"]),
    row(Command::PreviousName, ["previous_name", "Names", "Shift+H", "Previous name", "Select the name before"]),
    row(Command::RenameName, ["rename_name", "Names", "F2", "Rename...", "Say what the name's entity is called"]),
    row(Command::SameAs, ["same_as", "Names", "S", "Same as...", "Merge it with another name"]),
    row(Command::NameType, ["name_type", "Names", "T", "Type of name...", "Say that it is a person, an organisation, a place or a group"]),
    row(Command::TakeOut, ["take_out", "Names", "O", "Take out...", "Split it off: these words stand for somebody else"]),
    row(Command::NotAName, ["not_a_name", "Names", "X", "Not a name...", "Take its mark away, here or everywhere"]),
    row(Command::ForgetName, ["forget_name", "Names", "", "Back to what the machine found", "Take back all that you said of this name"]),
    row(Command::Conclusions, ["conclusions", "Compare", "Alt+C", "Conclusions", "Conflicts, updates, falling totals, same figures, copies and checks"]),
    row(Command::Sentences, ["sentences", "Compare", "Alt+S", "Sentences side by side", "All sentences of the selected figure, day or conclusion, with what differs"]),
    row(Command::AdoptedFigures, ["adopted_figures", "Compare", "Alt+A", "Adopted figures", "Low, best and high that you take for a story, kind and day"]),
    row(Command::Stories, ["stories", "Compare", "Alt+T", "Stories", "Runs of events: show one alone, name, split and join them"]),
    row(Command::NextFinding, ["next_finding", "Compare", "F", "Next conclusion", "Go to the next row of the conclusions"]),
    row(Command::PreviousFinding, ["previous_finding", "Compare", "Shift+F", "Previous conclusion", "Go to the row before"]),
    row(Command::AcceptFinding, ["accept_finding", "Compare", "Shift+A", "Accept conclusion", "Say that the machine is right about it"]),
    row(Command::RejectFinding, ["reject_finding", "Compare", "Shift+R", "Reject conclusion", "Say that it is no conflict; it stays on record"]),
    row(Command::SettleFinding, ["settle_finding", "Compare", "Shift+S", "Settle conclusion", "Say that nothing is left to be done about it"]),
    row(Command::FindingReason, ["finding_reason", "Compare", "Shift+E", "Reason of the conclusion", "Go to the field for your reason"]),
    row(Command::CopySentences, ["copy_sentences", "Compare", "Ctrl+Shift+C", "Copy sentences", "Copy the sentences side by side, each with speaker, outlet and date"]),
    row(Command::SayCopies, ["say_copies", "Compare", "Shift+C", "Copies", "Say that the articles of the open conclusion or of the sentences are one source"]),
    row(Command::SayNotCopies, ["say_not_copies", "Compare", "Shift+X", "Not copies", "Say that each of these articles is a source of its own"]),
    row(Command::Queue, ["queue", "Review", "Q", "Review queue", "One unreviewed claim at a time, decided by single keys"]),
    row(Command::CheckAllShown, ["check_all", "Review", "Ctrl+A", "Check all shown", "Check all claims that the table shows; again: none"]),
    row(Command::CheckDown, ["check_down", "Review", "Shift+Down", "Check downwards", "Check this claim and the next one; back over checked ones it unchecks"]),
    row(Command::CheckUp, ["check_up", "Review", "Shift+Up", "Check upwards", "Check this claim and the one before; back over checked ones it unchecks"]),
    row(Command::SetField, ["set_field", "Review", "Ctrl+Alt+E", "Set a field of the checked claims...", "One value for all of them, one step"]),
    row(Command::AcceptAbove, ["accept_above", "Review", "Ctrl+Alt+A", "Accept from a confidence on...", "All shown claims that the machine is sure enough of, after a look at which"]),
    row(Command::SaveFilter, ["save_filter", "Review", "", "Save filter...", "Keep the filter of the table under a name, in this project"]),
    row(Command::SavedFilters, ["saved_filters", "Review", "", "Saved filters...", "Use, rename, delete"]),
    row(Command::ReviewColumns, ["review_columns", "Review", "", "Columns...", "Show, hide and move the columns of the table"]),
    row(Command::TagColors, ["tag_colors", "Review", "", "Tags...", "All tags of the project and their colours"]),
    row(Command::NextClaim, ["next_claim", "Go", "J", "Next claim", "Select the next claim"]),
    row(Command::PreviousClaim, ["previous_claim", "Go", "K", "Previous claim", "Select the claim before"]),
    row(Command::NextArticle, ["next_article", "Go", "Ctrl+Down", "Next article", "Open the next article of the library"]),
    row(Command::PreviousArticle, ["previous_article", "Go", "Ctrl+Up", "Previous article", "Open the article before"]),
    row(Command::Back, ["back", "Go", "Alt+Left", "Back", "Select what was selected before"]),
    row(Command::Forward, ["forward", "Go", "Alt+Right", "Forward", "Go forward again"]),
    row(Command::OpenInRead, ["open_in_read", "Go", "Enter", "Open in Read", "Show the sentence in its article"]),
    row(Command::Beside, ["beside", "Go", "Ctrl+Shift+B", "Two articles side by side", "The article that was open before beside this one; again closes it"]),
    row(Command::FindCommand, ["find_command", "Go", "Ctrl+K", "Find or run a command", "Type a few letters of what you want"]),
    row(Command::FindHere, ["find", "Go", "Ctrl+F", "Find", "Find words in the article; in other views, go to their filter"]),
    row(Command::FindInProject, ["find_in_project", "Go", "Ctrl+Shift+F", "Find in project", "Find words in all articles, notes and tags"]),
    row(Command::NextHit, ["next_hit", "Go", "F3", "Next hit", "Go to the next place that was found"]),
    row(Command::PreviousHit, ["previous_hit", "Go", "Shift+F3", "Previous hit", "Go to the place before"]),
    row(Command::FilterHere, ["filter", "Go", "Ctrl+L", "Filter", "Go to the filter field of this view"]),
    row(Command::NextArea, ["next_area", "Go", "F6", "Next area", "Move the focus to the next area of the window"]),
    row(Command::Marks, ["marks", "View", "M", "Marks in the text", "Show or hide all marks"]),
    row(Command::Names, ["names", "View", "Shift+M", "Names and dates in the text", "Show or hide the underlines"]),
    row(Command::Library, ["library", "View", "Ctrl+B", "Library", "Show or hide the library"]),
    row(Command::ArticleTable, ["article_table", "View", "Ctrl+T", "Table of articles", "Titles, publishers and dates, to sort and to edit"]),
    row(Command::OrphanedArticles, ["orphaned_articles", "View", "", "Articles with orphaned marks", "List only articles in which a mark lost its place; again: all"]),
    row(Command::ZoomIn, ["zoom_in", "Chart", "Plus", "Zoom in", "Show fewer days; the wheel over a chart does the same"]),
    row(Command::ZoomOut, ["zoom_out", "Chart", "Minus", "Zoom out", "Show more days"]),
    row(Command::FitChart, ["fit_chart", "Chart", "0", "All days", "Show all days; a double click on the ground of a chart does the same"]),
    row(Command::EarlierDays, ["earlier_days", "Chart", "Alt+Comma", "Earlier days", "Move the charts; dragging does the same"]),
    row(Command::LaterDays, ["later_days", "Chart", "Alt+Period", "Later days", "Move the charts; dragging does the same"]),
    row(Command::LinesBy, ["lines_by", "Chart", "L", "Next way to draw lines", "By publisher, speaker, speaker within publisher, article"]),
    row(Command::DaysBy, ["days_by", "Chart", "D", "Next axis of days", "As of, happened, published"]),
    row(Command::Scale, ["scale", "Chart", "G", "Next scale", "Linear, logarithmic, logarithmic with zero"]),
    row(Command::Spread, ["spread", "Chart", "B", "Band of the spread", "How far the standing totals of the sources lie apart"]),
    row(Command::MergeCopies, ["merge_copies", "Chart", "Shift+B", "Copies as one source", "Draw copies with the source that they copy; lines by speaker are one already"]),
    row(Command::VagueWords, ["vague_words", "Chart", "", "Next policy for vague words", "Keep bounds, ACLED, Crowd Counting, own table: a setting of the project"]),
    row(Command::AboutReach, ["about_reach", "Chart", "", "Next reach of “about”", "5, 10, 20 or 25 percent: a setting of the project"]),
    row(Command::StoryAlone, ["story_alone", "Chart", "Alt+O", "Only this story", "Show the story of the selected figure alone, or all stories again"]),
    row(Command::OneChart, ["one_chart", "Chart", "C", "All kinds in one chart", "Or a small chart for each"]),
    row(Command::ClearFilter, ["clear_filter", "Chart", "Alt+F", "Clear the filter", "Every figure counts again"]),
    row(Command::Problems, ["problems", "View", "F8", "Problems", "Files that could not be read in full"]),
    row(Command::Theme, ["theme", "View", "Ctrl+Shift+L", "Light or dark", "Change between light and dark"]),
    row(Command::TextLarger, ["text_larger", "View", "Ctrl+Plus", "Larger text", "One step larger"]),
    row(Command::TextSmaller, ["text_smaller", "View", "Ctrl+Minus", "Smaller text", "One step smaller"]),
    row(Command::TextNormal, ["text_normal", "View", "Ctrl+0", "Normal text size", "Back to 100 %"]),
    row(Command::ResetLayout, ["reset_layout", "View", "", "Reset the layout", "Panels back to their built-in sizes"]),
    row(Command::Keys, ["keys", "Help", "", "Keys...", "All keys, to see and to change"]),
    row(Command::Help, ["help", "Help", "F1", "Help", "First steps and all keys"]),
    row(Command::WhatIsNew, ["what_is_new", "Help", "", "What is new", "What changed in this version"]),
    row(Command::DataFolder, ["data_folder", "Help", "", "Show data folder", "Untitled projects and the sample"]),
    row(Command::SettingsFolder, ["settings_folder", "Help", "", "Show settings folder", "The settings, a text file that explains itself"]),
    row(Command::LogsFolder, ["logs_folder", "Help", "", "Show logs folder", "What was opened, saved and written; never an article's words"]),
    row(Command::About, ["about", "Help", "", "About Tallyscope", "Version, folders, licence"]),
];

/// Where a command's keys hold: two commands may have the same keys where never both can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyScope {
    /// Everywhere.
    Everywhere,
    /// While a name is current.
    Name,
    /// While a claim is selected in Read.
    ClaimInRead,
    /// In Compare.
    Charts,
}

impl KeyScope {
    /// True where keys of both can hold at once.
    pub fn meets(self, other: Self) -> bool {
        self == other || self == Self::Everywhere || other == Self::Everywhere
    }
}

impl CommandRow {
    /// Where its keys hold.
    pub fn scope(&self) -> KeyScope {
        match self.command {
            Command::RenameName | Command::SameAs | Command::NameType | Command::TakeOut | Command::NotAName => {
                KeyScope::Name
            }
            Command::LinesBy | Command::DaysBy | Command::Scale | Command::Spread | Command::OneChart => {
                KeyScope::Charts
            }
            _ if self.menu == "Claim" => KeyScope::ClaimInRead,
            _ => KeyScope::Everywhere,
        }
    }
}

/// The rows with the keys that hold under `settings`; `None` where a command has none.
pub fn command_rows(settings: &Settings) -> Vec<(&'static CommandRow, Option<Keys>)> {
    COMMANDS
        .iter()
        .map(|row| {
            let words = settings.keys.get(row.id).map_or(row.keys, String::as_str);
            (row, Keys::parse(words))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COMMANDS, Keys};

    #[test]
    fn no_two_commands_share_an_id_a_name_or_keys() {
        let unique = |words: Vec<&str>| words.iter().collect::<BTreeSet<_>>().len() == words.len();
        assert!(unique(COMMANDS.iter().map(|row| row.id).collect()));
        assert!(unique(COMMANDS.iter().map(|row| row.name).collect()));
        for (at, row) in COMMANDS.iter().enumerate().filter(|(_, row)| !row.keys.is_empty()) {
            let same = |other: &&super::CommandRow| other.keys == row.keys && other.scope().meets(row.scope());
            let clash = COMMANDS.iter().skip(at + 1).find(same);
            assert!(clash.is_none(), "{} and {:?}", row.id, clash.map(|other| other.id));
        }
        let commands: BTreeSet<_> = COMMANDS.iter().map(|row| row.command).collect();
        assert_eq!(commands.len(), COMMANDS.len());
    }

    #[test]
    fn help_is_a_phrase_and_keys_can_be_read() {
        for row in COMMANDS {
            assert!(!row.help.ends_with('.'), "{}", row.id);
            assert!(row.keys.is_empty() || Keys::parse(row.keys).is_some(), "{}", row.id);
        }
        assert_eq!(
            Keys::parse("Ctrl+Shift+Z").map(|keys| keys.to_string()).as_deref(),
            Some("Ctrl Shift Z")
        );
        assert_eq!(Keys::parse("Ctrl+"), None);
        assert_eq!(Keys::parse("A+B"), None);
    }
}
