//! The colours of `look/tokens.json`, parsed once.

use egui::Color32;
use serde_json::Value;

/// Ink and ground of one kind of claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindColors {
    /// Text and edges.
    pub ink: Color32,
    /// Ground of marks and chips.
    pub fill: Color32,
}

/// Underlines of names and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the types of name")]
pub struct NameColors {
    pub person: Color32,
    pub org: Color32,
    pub place: Color32,
    pub group: Color32,
    pub date: Color32,
}

macro_rules! colors {
    ($($name:ident: $doc:literal,)*) => {
        /// One theme's colours by role.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Colors {
            $(#[doc = $doc] pub $name: Color32,)*
            /// By kind of claim, in the order of `Kind::ALL`.
            pub kinds: [KindColors; 8],
            /// By type of name.
            pub names: NameColors,
            /// By source slot, 0 to 7; 7 is "Not stated".
            pub series: [Color32; 8],
        }

        impl Colors {
            fn read_roles(&mut self, from: &Value) -> Option<()> {
                $(self.$name = hex(from.get(stringify!($name))?)?;)*
                Some(())
            }
        }
    };
}

colors! {
    chrome: "Top bar, status bar.",
    panel: "Library, inspector, conflicts, tool bars.",
    sheet: "Article, chart, table.",
    raised: "Cards, buttons, menus.",
    field: "Text fields.",
    hover: "Button under the pointer.",
    row_hover: "Row under the pointer.",
    pressed: "Button held or on.",
    row_selected: "The current row or article.",
    row_alt: "Reserved.",
    line: "Between areas.",
    line_strong: "Edge of buttons and cards.",
    control_line: "Edge of fields and boxes.",
    grid: "Chart grid, table rows.",
    text: "Text.",
    muted: "Labels, secondary text.",
    faint: "Least text that still must be read.",
    disabled: "What cannot be used.",
    accent: "One action, active tab, the analyst's own values.",
    accent_hover: "Primary button under the pointer.",
    accent_soft: "Checked rows, chosen chips.",
    on_accent: "Text on accent.",
    focus: "Keyboard ring.",
    text_selection: "Selected text.",
    ok: "Accepted, saved.",
    ok_soft: "Ground of ok.",
    warn: "Look at this.",
    warn_soft: "Ground of warn.",
    error: "Failed, conflict, rejected.",
    error_soft: "Ground of error.",
}

/// The colour of a hex string in the tokens.
#[expect(clippy::disallowed_methods, reason = "the one place where colours come from")]
fn hex(value: &Value) -> Option<Color32> {
    Color32::from_hex(value.as_str()?).ok()
}

impl Colors {
    /// The colours of one theme in the tokens; `None` where a role is missing.
    pub(super) fn read(from: &Value) -> Option<Self> {
        let mut colors = Self::default();
        colors.read_roles(from)?;
        for (slot, kind) in colors.kinds.iter_mut().zip(crate::claim::Kind::ALL) {
            let tokens = from.get("kind")?.get(kind.id())?;
            slot.ink = hex(tokens.get("ink")?)?;
            slot.fill = hex(tokens.get("fill")?)?;
        }
        let name = |id: &str| hex(from.get("name")?.get(id)?);
        colors.names = NameColors {
            person: name("person")?,
            org: name("org")?,
            place: name("place")?,
            group: name("group")?,
            date: name("date")?,
        };
        let series = from.get("series")?.as_array()?;
        for (at, slot) in colors.series.iter_mut().enumerate() {
            *slot = hex(series.get(at)?)?;
        }
        Some(colors)
    }
}
