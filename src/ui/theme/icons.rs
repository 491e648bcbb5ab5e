//! Code points of the icon face, as in `look/tokens.json`.

/// Phosphor `list`.
pub const OPEN_MENU: &str = "\u{E2F0}";
/// Phosphor `file-plus`.
pub const ADD_FILES: &str = "\u{E236}";
/// Phosphor `folder-open`.
pub const OPEN_FOLDER: &str = "\u{E256}";
/// Phosphor `book-open-text`.
pub const READ_VIEW: &str = "\u{E8F2}";
/// Phosphor `chart-scatter`.
pub const COMPARE_VIEW: &str = "\u{EAAC}";
/// Phosphor `table`.
pub const REVIEW_VIEW: &str = "\u{E476}";
/// Phosphor `arrow-left`.
pub const BACK: &str = "\u{E058}";
/// Phosphor `arrow-right`.
pub const FORWARD: &str = "\u{E06C}";
/// Phosphor `arrow-u-up-left`.
pub const UNDO: &str = "\u{E08A}";
/// Phosphor `arrow-u-up-right`.
pub const REDO: &str = "\u{E08C}";
/// Phosphor `magnifying-glass`.
pub const FIND: &str = "\u{E30C}";
/// Phosphor `funnel`.
pub const FILTER: &str = "\u{E266}";
/// Phosphor `sort-ascending`.
pub const SORT: &str = "\u{E444}";
/// Phosphor `sliders-horizontal`.
pub const COLUMNS: &str = "\u{E434}";
/// Phosphor `export`.
pub const EXPORT: &str = "\u{EAF0}";
/// Phosphor `check`.
pub const ACCEPT: &str = "\u{E182}";
/// Phosphor `x`.
pub const REJECT: &str = "\u{E4F6}";
/// Phosphor `pencil-simple`.
pub const EDIT_CORRECTED: &str = "\u{E3B4}";
/// Phosphor `hand-pointing`.
pub const BY_HAND: &str = "\u{E29A}";
/// Phosphor `circle-dashed`.
pub const STATE_UNREVIEWED: &str = "\u{E602}";
/// Phosphor `check-circle`.
pub const STATE_ACCEPTED: &str = "\u{E184}";
/// Phosphor `x-circle`.
pub const STATE_REJECTED: &str = "\u{E4F8}";
/// Phosphor `arrow-counter-clockwise`.
pub const REVERT_TO_MACHINE: &str = "\u{E038}";
/// Phosphor `caret-up`.
pub const PREVIOUS_CLAIM: &str = "\u{E13C}";
/// Phosphor `caret-down`.
pub const NEXT_CLAIM: &str = "\u{E136}";
/// Phosphor `caret-right`.
pub const EXPAND: &str = "\u{E13A}";
/// Phosphor `x`.
pub const CLOSE: &str = "\u{E4F6}";
/// Phosphor `plus`.
pub const ADD: &str = "\u{E3D4}";
/// Phosphor `trash`.
pub const DELETE: &str = "\u{E4A6}";
/// Phosphor `note-pencil`.
pub const NOTE: &str = "\u{E34C}";
/// Phosphor `not-equals`.
pub const CONFLICT: &str = "\u{EDA6}";
/// Phosphor `trend-down`.
pub const FALLING_TOTAL: &str = "\u{E4AC}";
/// Phosphor `copy-simple`.
pub const COPIES: &str = "\u{E1CC}";
/// Phosphor `arrow-bend-down-right`.
pub const PART_OF: &str = "\u{E01A}";
/// Phosphor `prohibit`.
pub const DENIED: &str = "\u{E3DE}";
/// Phosphor `tree-structure`.
pub const WHY: &str = "\u{E67C}";
/// Phosphor `calendar-blank`.
pub const DATE: &str = "\u{E10A}";
/// Phosphor `user`.
pub const PERSON: &str = "\u{E4C2}";
/// Phosphor `buildings`.
pub const ORGANISATION: &str = "\u{E102}";
/// Phosphor `map-pin`.
pub const PLACE: &str = "\u{E316}";
/// Phosphor `users-three`.
pub const GROUP: &str = "\u{E68E}";
/// Phosphor `tag`.
pub const CLAIM_TAG: &str = "\u{E478}";
/// Phosphor `quotes`.
pub const QUOTE: &str = "\u{E660}";
/// Phosphor `eye`.
pub const MARKS_ON: &str = "\u{E220}";
/// Phosphor `eye-slash`.
pub const MARKS_OFF: &str = "\u{E224}";
/// Phosphor `sidebar-simple`.
pub const LIBRARY: &str = "\u{EC24}";
/// Phosphor `warning`.
pub const WARNING: &str = "\u{E4E0}";
/// Phosphor `warning-circle`.
pub const ERROR: &str = "\u{E4E2}";
/// Phosphor `info`.
pub const INFO: &str = "\u{E2CE}";
/// Phosphor `check-circle`.
pub const SAVED: &str = "\u{E184}";
/// Phosphor `lock-simple`.
pub const OFFLINE: &str = "\u{E308}";
/// Phosphor `text-aa`.
pub const TEXT_SIZE: &str = "\u{E6EE}";
/// Phosphor `sun`.
pub const LIGHT_THEME: &str = "\u{E472}";
/// Phosphor `moon`.
pub const DARK_THEME: &str = "\u{E330}";
/// Phosphor `gear-six`.
pub const SETTINGS: &str = "\u{E272}";
/// Phosphor `dots-three`.
pub const MORE: &str = "\u{E1FE}";
/// Phosphor `copy`.
pub const COPY_TABLE: &str = "\u{E1CA}";
/// Phosphor `stop-circle`.
pub const CANCEL: &str = "\u{E46E}";

/// All, by their names in the tokens.
#[cfg(test)]
pub(super) const ALL: &[(&str, &str)] = &[
    ("open_menu", OPEN_MENU),
    ("add_files", ADD_FILES),
    ("open_folder", OPEN_FOLDER),
    ("read_view", READ_VIEW),
    ("compare_view", COMPARE_VIEW),
    ("review_view", REVIEW_VIEW),
    ("back", BACK),
    ("forward", FORWARD),
    ("undo", UNDO),
    ("redo", REDO),
    ("find", FIND),
    ("filter", FILTER),
    ("sort", SORT),
    ("columns", COLUMNS),
    ("export", EXPORT),
    ("accept", ACCEPT),
    ("reject", REJECT),
    ("edit_corrected", EDIT_CORRECTED),
    ("by_hand", BY_HAND),
    ("state_unreviewed", STATE_UNREVIEWED),
    ("state_accepted", STATE_ACCEPTED),
    ("state_rejected", STATE_REJECTED),
    ("revert_to_machine", REVERT_TO_MACHINE),
    ("previous_claim", PREVIOUS_CLAIM),
    ("next_claim", NEXT_CLAIM),
    ("expand", EXPAND),
    ("close", CLOSE),
    ("add", ADD),
    ("delete", DELETE),
    ("note", NOTE),
    ("conflict", CONFLICT),
    ("falling_total", FALLING_TOTAL),
    ("copies", COPIES),
    ("part_of", PART_OF),
    ("denied", DENIED),
    ("why", WHY),
    ("date", DATE),
    ("person", PERSON),
    ("organisation", ORGANISATION),
    ("place", PLACE),
    ("group", GROUP),
    ("claim_tag", CLAIM_TAG),
    ("quote", QUOTE),
    ("marks_on", MARKS_ON),
    ("marks_off", MARKS_OFF),
    ("library", LIBRARY),
    ("warning", WARNING),
    ("error", ERROR),
    ("info", INFO),
    ("saved", SAVED),
    ("offline", OFFLINE),
    ("text_size", TEXT_SIZE),
    ("light_theme", LIGHT_THEME),
    ("dark_theme", DARK_THEME),
    ("settings", SETTINGS),
    ("more", MORE),
    ("copy_table", COPY_TABLE),
    ("cancel", CANCEL),
];
