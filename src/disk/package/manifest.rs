//! The list in a package: which files, how long, with which digest.

use serde::{Deserialize, Serialize};

/// By this a package is known.
const FORMAT: &str = "tallyscope-package";
/// The version of the list.
const VERSION: u32 = 1;

/// What a package says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) program: String,
    pub(super) made_at: String,
    pub(super) name: String,
    pub(super) articles: usize,
    pub(super) claims: usize,
    pub(super) history: bool,
    pub(super) originals: bool,
    pub(super) project: Listed,
    #[serde(default)]
    pub(super) files: Vec<Listed>,
}

/// A file of the package.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) file: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
    /// Titles of the articles that were read from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) articles: Vec<String>,
}

/// What a package says that it holds: shown before it is unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageFacts {
    /// What the project is called.
    pub name: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// How many articles.
    pub articles: usize,
    /// How many claims.
    pub claims: usize,
    /// How many files with originals.
    pub originals: usize,
    /// True where what was done goes along.
    pub history: bool,
}

impl Manifest {
    pub(super) fn new() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: format!("Tallyscope {}", crate::base::VERSION),
            ..Self::default()
        }
    }

    /// The list as it is written.
    pub(super) fn text(&self) -> Vec<u8> {
        // A struct of words and numbers can always be written.
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    /// The list of what may be a package; `None` where it is none, a sentence where it cannot be read here.
    pub(super) fn read(text: &[u8]) -> Option<Result<Self, String>> {
        let value: serde_json::Value = serde_json::from_slice(text).ok()?;
        if value.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
            return None;
        }
        let version = value.get("version").and_then(serde_json::Value::as_u64).unwrap_or(0);
        if version > u64::from(VERSION) {
            return Some(Err(
                "it was made by a newer version of Tallyscope. Update this one.".to_owned()
            ));
        }
        Some(serde_json::from_value(value).map_err(|error| format!("its list of files is not in order ({error}).")))
    }

    pub(super) fn facts(&self) -> PackageFacts {
        PackageFacts {
            name: self.name.clone(),
            made_at: self.made_at.clone(),
            articles: self.articles,
            claims: self.claims,
            originals: self.files.len(),
            history: self.history,
        }
    }
}

/// The word of explanation for whoever opens the package without this program.
pub(super) fn readme(manifest: &Manifest) -> String {
    let originals = if manifest.originals {
        format!(
            "originals/     the {} files that the articles were read from, as they were.\n",
            manifest.files.len()
        )
    } else {
        "               The files that the articles were read from were left out; the texts are in the project.\n"
            .to_owned()
    };
    let history = if manifest.history {
        "What was done, with what was before each step, is in the project and can be undone there.\n"
    } else {
        "What was done step by step was left out; the decisions are there.\n"
    };
    format!(
        "{}\n\nA project of Tallyscope, handed over on {}.\nMade with {}: {} articles, {} claims.\n\n\
         {}   the project: articles, claims, decisions.\n{originals}\
         manifest.json  the list of these files with the SHA-256 of each.\n\n\
         To work on it: open this package with Tallyscope (File, Open project..., or drop it on the window). It is\n\
         unpacked into a folder of its own, and every file is checked against the list.\n\
         The project is an SQLite database; other programs can read it too.\n\n{history}",
        manifest.name,
        manifest.made_at.get(..10).unwrap_or(&manifest.made_at),
        manifest.program,
        manifest.articles,
        manifest.claims,
        manifest.project.file,
    )
    .replace('\n', "\r\n")
}
