//! What is written is read back as it was.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;

use proptest::prelude::*;

use super::samples::{changes, claims, readings, times, whys};
use super::time::SavedTime;
use super::why::SavedWhy;
use super::{Back, Keep, Kept, SavedChange, SavedMachine, SavedReading};
use crate::base::{Span, Why};
use crate::claim::Claim;
use crate::read::Reading;

/// Readings by number, without a file.
#[derive(Default)]
struct Shelf {
    readings: HashMap<i64, Arc<Reading>>,
    claims: HashMap<i64, Arc<Claim>>,
}

impl Keep for Shelf {
    type Error = Infallible;

    fn reading(&mut self, reading: &Arc<Reading>, _sha256: &str) -> Result<i64, Infallible> {
        let number = self.readings.len() as i64;
        self.readings.insert(number, Arc::clone(reading));
        Ok(number)
    }

    fn machine(&mut self, claim: &Arc<Claim>) -> Result<i64, Infallible> {
        let number = self.claims.len() as i64;
        self.claims.insert(number, Arc::clone(claim));
        Ok(number)
    }
}

impl Kept for Shelf {
    fn reading(&self, number: i64) -> Back<Arc<Reading>> {
        self.readings
            .get(&number)
            .map(Arc::clone)
            .ok_or_else(|| "gone".to_owned())
    }

    fn machine(&self, number: i64) -> Back<Arc<Claim>> {
        self.claims
            .get(&number)
            .map(Arc::clone)
            .ok_or_else(|| "gone".to_owned())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn times_come_back(value in times()) {
        let json = serde_json::to_string(&SavedTime::from(&value)).unwrap();
        prop_assert_eq!(serde_json::from_str::<SavedTime>(&json).unwrap().back(), Ok(value));
    }

    #[test]
    fn whys_come_back(why in whys()) {
        let json = serde_json::to_string(&SavedWhy::from(&why)).unwrap();
        prop_assert_eq!(serde_json::from_str::<SavedWhy<'_>>(&json).unwrap().back(), Ok(why));
    }

    #[test]
    fn machine_claims_come_back(claim in claims()) {
        let json = serde_json::to_string(&SavedMachine::from(&claim)).unwrap();
        prop_assert_eq!(serde_json::from_str::<SavedMachine<'_>>(&json).unwrap().back(), Ok(claim));
    }

    #[test]
    fn readings_come_back(reading in readings()) {
        let json = serde_json::to_string(&SavedReading::from(&reading)).unwrap();
        let saved: SavedReading<'_> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(saved.back(Arc::clone(&reading.article.text)), Ok(reading));
    }

    #[test]
    fn changes_come_back(change in changes()) {
        let mut shelf = Shelf::default();
        let Ok(saved) = SavedChange::new(&change, &mut shelf);
        let json = serde_json::to_string(&saved).unwrap();
        prop_assert_eq!(serde_json::from_str::<SavedChange>(&json).unwrap().back(&shelf), Ok(change));
    }
}

#[test]
fn a_very_deep_tree_comes_back() {
    let mut why = Why::leaf("number/one", Span::new(0, 1));
    for _ in 0..500 {
        why = Why::leaf("rule/again", Span::new(0, 1)).with([why]);
    }
    let json = serde_json::to_string(&SavedWhy::from(&why)).unwrap();
    assert_eq!(serde_json::from_str::<SavedWhy<'_>>(&json).unwrap().back(), Ok(why));
}

#[test]
fn broken_trees_and_unknown_words_are_said_in_words() {
    for broken in ["[]", r#"[["a/b",0,1,1]]"#, r#"[["a/b",0,1,0],["a/b",0,1,0]]"#] {
        assert!(
            serde_json::from_str::<SavedWhy<'_>>(broken).unwrap().back().is_err(),
            "{broken}"
        );
    }
    let told = SavedTime::Words("someday".to_owned()).back();
    assert_eq!(told, Err("“someday” is no time that this version knows".to_owned()));
}
