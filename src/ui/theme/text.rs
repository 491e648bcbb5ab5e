//! Faces and text styles.

use std::sync::Arc;

use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId, RichText, TextFormat};

use crate::export::{SANS, SANS_SEMIBOLD};

/// A text style of the look: face, size, line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Key caps, field labels.
    Key,
    /// Secondary text, status, chart labels.
    Small,
    /// Small, semibold: figures in small text.
    SmallStrong,
    /// Labels, tables, buttons.
    Body,
    /// Figures, headings, the active tab.
    Strong,
    /// Dialog and page headings.
    Heading,
    /// The figure in the hover card.
    CardFigure,
    /// The figure in the inspector.
    InspectorFigure,
    /// Words of an article in cards and tables.
    Quote,
    /// The article.
    Article,
    /// Its title.
    ArticleTitle,
    /// Its title in a narrow window.
    ArticleTitleNarrow,
    /// The title of the start page.
    StartTitle,
}

impl Type {
    /// Size and line height in points.
    pub fn size_and_line(self) -> (f32, f32) {
        match self {
            Self::Key => (12.0, 16.0),
            Self::Small | Self::SmallStrong => (13.0, 18.0),
            Self::Body | Self::Strong => (14.0, 20.0),
            Self::Heading => (16.0, 22.0),
            Self::CardFigure => (20.0, 24.0),
            Self::InspectorFigure => (30.0, 36.0),
            Self::Quote => (15.0, 22.0),
            Self::Article => (18.0, 30.0),
            Self::ArticleTitle => (28.0, 36.0),
            Self::ArticleTitleNarrow => (24.0, 30.0),
            Self::StartTitle => (34.0, 42.0),
        }
    }

    /// The face.
    pub fn family(self) -> FontFamily {
        let name = match self {
            Self::Key | Self::Small | Self::Body => return FontFamily::Proportional,
            Self::SmallStrong | Self::Strong | Self::Heading | Self::CardFigure | Self::InspectorFigure => "ui_strong",
            Self::Quote | Self::Article => "read",
            Self::ArticleTitle | Self::ArticleTitleNarrow | Self::StartTitle => "read_strong",
        };
        FontFamily::Name(name.into())
    }

    /// Face and size.
    pub fn font(self) -> FontId {
        FontId::new(self.size_and_line().0, self.family())
    }

    /// Face and size, scaled.
    pub fn scaled(self, factor: f32) -> FontId {
        FontId::new(self.size_and_line().0 * factor, self.family())
    }

    /// Line height in points.
    pub fn line(self) -> f32 {
        self.size_and_line().1
    }

    /// Text in this style.
    pub fn text(self, words: impl Into<String>, color: Color32) -> RichText {
        RichText::new(words)
            .font(self.font())
            .color(color)
            .line_height(Some(self.line()))
    }

    /// The format for a layout job.
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(),
            color,
            line_height: Some(self.line()),
            ..TextFormat::default()
        }
    }
}

/// The reading face in italics.
pub fn read_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("read_italic".into()))
}

/// The icon face.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("icons".into()))
}

/// The faces, embedded; pictures for reports have the first two as well.
static FACES: &[(&str, &[u8])] = &[
    ("ui", SANS),
    ("ui_strong", SANS_SEMIBOLD),
    (
        "read",
        include_bytes!("../../../assets/fonts/source-serif/SourceSerif4-Regular.ttf"),
    ),
    (
        "read_strong",
        include_bytes!("../../../assets/fonts/source-serif/SourceSerif4-Semibold.ttf"),
    ),
    (
        "read_italic",
        include_bytes!("../../../assets/fonts/source-serif/SourceSerif4-It.ttf"),
    ),
    ("icons", include_bytes!("../../../assets/fonts/phosphor/Phosphor.ttf")),
];

/// Our faces, each with the icons and the toolkit's own faces behind it.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let behind: Vec<String> = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for (name, bytes) in FACES {
        fonts
            .font_data
            .insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut chain = vec![(*name).to_owned()];
        if *name != "ui" && *name != "icons" {
            chain.push("ui".to_owned());
        }
        if *name != "icons" {
            chain.push("icons".to_owned());
        }
        chain.extend(behind.iter().cloned());
        let family = if *name == "ui" {
            FontFamily::Proportional
        } else {
            FontFamily::Name((*name).into())
        };
        fonts.families.insert(family, chain);
    }
    fonts
}
