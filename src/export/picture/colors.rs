//! The colours of a picture: those of the light theme, whatever the window has, as a picture goes on paper.

use std::sync::LazyLock;

use serde_json::Value;

use crate::claim::Kind;

const TOKENS: &str = include_str!("../../../assets/look/tokens.json");
/// Where the tokens lack a colour.
const NONE: &str = "#000000";

/// The colours by role, as hex.
pub(super) struct Colors {
    /// The ground.
    pub(super) sheet: String,
    /// Edges of badges.
    pub(super) line_strong: String,
    /// Between areas.
    pub(super) line: String,
    /// Grid.
    pub(super) grid: String,
    /// Text.
    pub(super) text: String,
    /// Secondary text.
    pub(super) muted: String,
    /// Least text.
    pub(super) faint: String,
    /// Where sources agree.
    pub(super) ok: String,
    /// Where a total falls.
    pub(super) warn: String,
    /// Ink and ground by kind, in the order of [`Kind::ALL`].
    kinds: Vec<(String, String)>,
    /// By slot.
    series: Vec<String>,
}

impl Colors {
    /// Ink and ground of a kind.
    pub(super) fn kind(&self, kind: Kind) -> (&str, &str) {
        let at = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
        self.kinds
            .get(at)
            .map_or((NONE, NONE), |(ink, fill)| (ink.as_str(), fill.as_str()))
    }

    /// The colour of a slot.
    pub(super) fn series(&self, slot: usize) -> &str {
        self.series.get(slot).map_or(NONE, String::as_str)
    }
}

/// The colours of the light theme.
pub(super) fn colors() -> &'static Colors {
    static COLORS: LazyLock<Colors> = LazyLock::new(read);
    &COLORS
}

fn read() -> Colors {
    let tokens: Value = serde_json::from_str(TOKENS).unwrap_or_default();
    let hex = |path: &str| {
        let value = tokens.pointer(&format!("/color/light/{path}"));
        value.and_then(Value::as_str).unwrap_or(NONE).to_owned()
    };
    let kind = |kind: &Kind| {
        let part = |part: &str| hex(&format!("kind/{}/{part}", kind.id()));
        (part("ink"), part("fill"))
    };
    Colors {
        sheet: hex("sheet"),
        line_strong: hex("line_strong"),
        line: hex("line"),
        grid: hex("grid"),
        text: hex("text"),
        muted: hex("muted"),
        faint: hex("faint"),
        ok: hex("ok"),
        warn: hex("warn"),
        kinds: Kind::ALL.iter().map(kind).collect(),
        series: (0..8).map(|slot| hex(&format!("series/{slot}"))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, NONE, colors};

    #[test]
    fn all_colours_are_in_the_tokens() {
        let c = colors();
        for hex in [
            &c.sheet,
            &c.line_strong,
            &c.line,
            &c.grid,
            &c.text,
            &c.muted,
            &c.faint,
            &c.ok,
            &c.warn,
        ] {
            assert_ne!(hex, NONE);
        }
        assert!(
            Kind::ALL
                .iter()
                .all(|kind| c.kind(*kind).0 != NONE && c.kind(*kind).1 != NONE)
        );
        assert!((0..8).all(|slot| c.series(slot) != NONE));
        assert_eq!(c.sheet, "#FFFFFF");
    }
}
