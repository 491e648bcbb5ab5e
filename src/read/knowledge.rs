//! What the analyst told the reader.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Given facts that outrank what the texts say.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The day of reading; best candidates for an unknown year lie near before it. `None` in tests that must not hang on it.
    pub today: Option<Date>,
    /// Publication dates by file path or name; the longest matching path wins.
    pub given_dates: BTreeMap<String, Date>,
}
