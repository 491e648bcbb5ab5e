//! Which column of a table says what, as it stands in project and settings files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Back, known};
use crate::claim::{Kind, VictimClass};
use crate::read::{DayForm, Kinds, Mapping, Outcome, Part, Totals};

#[derive(Serialize, Deserialize)]
struct SavedMapping {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<String>,
    kinds: SavedKinds,
    totals: SavedTotals,
    parts: BTreeMap<String, String>,
    day_form: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_day: Option<String>,
}

/// Kind and class by their words.
type SavedOutcome = (String, String);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedKinds {
    All(SavedOutcome),
    Column(String, BTreeMap<String, SavedOutcome>),
    Columns(BTreeMap<String, SavedOutcome>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedTotals {
    All,
    None,
    Column(String, BTreeSet<String>),
}

/// The mapping as text for a setting.
pub fn mapping_text(mapping: &Mapping) -> String {
    let saved = SavedMapping {
        count: mapping.count.clone(),
        kinds: match &mapping.kinds {
            Kinds::All(outcome) => SavedKinds::All(save_outcome(*outcome)),
            Kinds::Column(column, kinds) => {
                let kinds = kinds
                    .iter()
                    .map(|(cell, outcome)| (cell.clone(), save_outcome(*outcome)));
                SavedKinds::Column(column.clone(), kinds.collect())
            }
            Kinds::Columns(columns) => {
                let columns = columns.iter();
                let columns = columns.map(|(name, outcome)| (name.clone(), save_outcome(*outcome)));
                SavedKinds::Columns(columns.collect())
            }
        },
        totals: match &mapping.totals {
            Totals::All => SavedTotals::All,
            Totals::None => SavedTotals::None,
            Totals::Column(column, cells) => SavedTotals::Column(column.clone(), cells.clone()),
        },
        parts: mapping
            .parts
            .iter()
            .map(|(part, column)| (part.id().to_owned(), column.clone()))
            .collect(),
        day_form: mapping.day_form.id().to_owned(),
        first_day: mapping.first_day.map(|day| day.to_string()),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The mapping of such a text.
///
/// # Errors
/// A sentence that says which word is not known, or that the text is no mapping.
pub fn mapping_of(text: &str) -> Result<Mapping, String> {
    let saved: SavedMapping = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let parts = saved.parts.into_iter();
    Ok(Mapping {
        count: saved.count,
        kinds: match saved.kinds {
            SavedKinds::All(outcome) => Kinds::All(outcome_back(&outcome)?),
            SavedKinds::Column(column, kinds) => {
                let kinds = kinds
                    .into_iter()
                    .map(|(cell, outcome)| Ok((cell, outcome_back(&outcome)?)));
                Kinds::Column(column, kinds.collect::<Back<_>>()?)
            }
            SavedKinds::Columns(columns) => {
                let columns = columns.into_iter();
                let columns = columns.map(|(name, outcome)| Ok((name, outcome_back(&outcome)?)));
                Kinds::Columns(columns.collect::<Back<_>>()?)
            }
        },
        totals: match saved.totals {
            SavedTotals::All => Totals::All,
            SavedTotals::None => Totals::None,
            SavedTotals::Column(column, cells) => Totals::Column(column, cells),
        },
        parts: parts
            .map(|(part, column)| Ok((known("meaning of a column", &part, Part::from_id(&part))?, column)))
            .collect::<Back<_>>()?,
        day_form: known("way to write days", &saved.day_form, DayForm::from_id(&saved.day_form))?,
        first_day: saved
            .first_day
            .map(|day| known("day", &day, day.parse().ok()))
            .transpose()?,
    })
}

fn save_outcome(outcome: Outcome) -> SavedOutcome {
    (outcome.kind.id().to_owned(), outcome.class.id().to_owned())
}

fn outcome_back((kind, class): &SavedOutcome) -> Back<Outcome> {
    Ok(Outcome {
        kind: known("kind of claim", kind, Kind::from_id(kind))?,
        class: known("class of victims", class, VictimClass::from_id(class))?,
    })
}

#[cfg(test)]
mod tests {
    use super::{mapping_of, mapping_text};
    use crate::article::Grid;
    use crate::read::{Totals, guess};

    #[test]
    fn a_mapping_is_read_back() {
        let text = "day,count,what,who,low,frame\n1,5,Tanks,A,1,Day\n2,6,Deaths,B,2,Total\n3,7,Deaths,B,2,Day\n";
        let grid = Grid::read(text).unwrap();
        let mut mapping = guess(&grid);
        mapping.first_day = Some(jiff::civil::date(2031, 2, 24));
        assert_eq!(mapping_of(&mapping_text(&mapping)), Ok(mapping.clone()));
        mapping.totals = Totals::All;
        mapping.first_day = None;
        assert_eq!(mapping_of(&mapping_text(&mapping)), Ok(mapping.clone()));
        mapping.set_wide(&Grid::read("day,killed,injured\n1,5,7\n2,6,8\n3,7,9\n").unwrap());
        assert!(mapping.is_wide());
        assert_eq!(mapping_of(&mapping_text(&mapping)), Ok(mapping.clone()));
        let bad = mapping_text(&mapping).replace("\"number\"", "\"lunar\"");
        assert_eq!(
            mapping_of(&bad),
            Err("“lunar” is no way to write days that this version knows".to_owned())
        );
        assert!(mapping_of("").is_err());
    }
}
