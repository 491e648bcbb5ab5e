//! Marks in a text, as gold files and `extract` write them. Offsets are code points.

use serde::Deserialize;
use serde_json::{Map, Value};

/// A count claim.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ClaimMark {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) text: String,
    pub(super) kind: String,
    #[serde(default = "number")]
    pub(super) form: String,
    #[serde(default)]
    pub(super) optional: bool,
    #[serde(default)]
    pub(super) rule: String,
    #[serde(default)]
    pub(super) confidence: f64,
    /// The other fields, compared as they are.
    #[serde(flatten)]
    pub(super) fields: Map<String, Value>,
}

fn number() -> String {
    "number".to_owned()
}

impl ClaimMark {
    /// The field, null where it is missing.
    pub(super) fn field(&self, name: &str) -> &Value {
        self.fields.get(name).unwrap_or(&Value::Null)
    }

    /// The field as a whole number.
    pub(super) fn figure(&self, name: &str) -> Option<u64> {
        self.field(name).as_u64()
    }

    pub(super) fn is_number(&self) -> bool {
        self.form == "number"
    }

    /// One line for the list of errors.
    pub(super) fn line(&self) -> String {
        let field = |name: &str| self.figure(name).map_or_else(|| "-".to_owned(), |n| n.to_string());
        let (value, low, high) = (field("value"), field("low"), field("high"));
        format!("{} {value} [{low}, {high}] {:?}", self.kind, self.text)
    }
}

/// A name.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct NameMark {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) r#type: Option<String>,
    #[serde(default)]
    pub(super) canonical: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
}

/// A time expression.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct TimeMark {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) value: Option<String>,
    /// Marks of one unit are one time.
    #[serde(default)]
    pub(super) unit: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
}

/// True where two half-open ranges share something.
pub(super) fn meet(a: (usize, usize), b: (usize, usize)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// True where the mark begins in one of the ranges.
pub(super) fn begins_in(start: usize, ranges: &[(usize, usize)]) -> bool {
    ranges.iter().any(|range| (range.0..range.1).contains(&start))
}
