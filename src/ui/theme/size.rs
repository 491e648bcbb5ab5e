//! Sizes in points, as in `look/tokens.json`.

/// Height of the top bar.
pub const TOP_BAR: f32 = 44.0;
/// Height of a tool bar.
pub const TOOL_BAR: f32 = 44.0;
/// Height of the status bar.
pub const STATUS_BAR: f32 = 26.0;
/// Height of buttons and fields.
pub const CONTROL: f32 = 28.0;
/// Icon size.
pub const ICON: f32 = 16.0;
/// Height of a table row.
pub const TABLE_ROW: f32 = 30.0;
/// Height of a menu row.
pub const MENU_ROW: f32 = 32.0;
/// Width of the library.
pub const LIBRARY: f32 = 280.0;
/// Width of the library as a rail.
pub const LIBRARY_RAIL: f32 = 48.0;
/// Width of the inspector.
pub const INSPECTOR: f32 = 340.0;
/// Width of the inspector in narrow windows.
pub const INSPECTOR_NARROW: f32 = 300.0;
/// Width of the margin notes.
pub const MARGIN_NOTES: f32 = 204.0;
/// Height of the strip of charts.
pub const STRIP: f32 = 168.0;
/// Height of the strip in low windows.
pub const STRIP_NARROW: f32 = 104.0;
/// Height of the kind chip.
pub const KIND_CHIP: f32 = 20.0;
/// Side of a checkbox.
pub const CHECKBOX: f32 = 16.0;
/// Width of the article's text at 100 %.
pub const MEASURE: f32 = 590.0;
/// Between paragraphs.
pub const PARAGRAPH_GAP: f32 = 14.0;

/// From this width on margin notes are shown.
pub const MARGIN_NOTES_MIN: f32 = 1520.0;
/// From this width on the library is whole.
pub const LIBRARY_FULL_MIN: f32 = 1310.0;
/// From this width on the tabs show their keys.
pub const TOP_BAR_KEYS_MIN: f32 = 1280.0;
/// Below this width the way to commands is an icon without words.
pub const TOP_BAR_ICONS_MAX: f32 = 760.0;
/// From this width on the inspector stands beside the article.
pub const INSPECTOR_SIDE_MIN: f32 = 1000.0;
/// From this height on the strip shows three charts.
pub const STRIP_THREE_MIN_HEIGHT: f32 = 800.0;
/// The smallest window.
pub const MINIMUM_WINDOW: [f32; 2] = [900.0, 600.0];

/// Seconds until a hover card comes.
pub const HOVER_DELAY_SECS: f32 = 0.25;
/// Seconds that a toast stays.
pub const TOAST_SECS: f64 = 6.0;
/// Seconds that the ring after a jump stays.
pub const JUMP_RING_SECS: f64 = 0.6;

/// Padding of a mark left and right.
pub const MARK_PAD: f32 = 2.0;
/// Rounding of a mark's upper corners.
pub const MARK_ROUND: u8 = 3;
/// A name's line below the base line.
pub const NAME_LINE: f32 = 4.0;
/// A claim's edge below the base line.
pub const CLAIM_EDGE: f32 = 6.0;
/// The edge of a claim inside a claim below the base line.
pub const INNER_CLAIM_EDGE: f32 = 3.0;
/// Radius of a source's marker.
pub const MARKER: f32 = 4.6;
/// Radius of a source's marker in the strip.
pub const MARKER_STRIP: f32 = 3.6;

/// Rounding of buttons, fields and rows.
pub const ROUND: u8 = 5;
/// Rounding of cards.
pub const CARD_ROUND: u8 = 8;
