//! What the project keeps of its charts: vague words, the reach of "about", shape and colour of each source, the order of
//! the legend. All of it are settings of the project, so that it is saved, undone and redone as everything else.

use std::collections::BTreeMap;

use super::chart_source::{NAMED_SLOTS, Sources};
use super::chart_twins::{is_led, seat_key};
use super::chart_vague::{Vague, VaguePolicy};
use super::look::LinesBy;
use super::names::Names;
use crate::store::{Change, Edit, Store};

const POLICY: &str = "chart.vague_words";
const OWN_TABLE: &str = "chart.vague_words_own";
const ABOUT: &str = "chart.about_percent";
/// Before the key of a source.
const SEAT: &str = "source ";
/// Before what lines stand for.
const ORDER: &str = "legend ";
/// A source that shares the grey shape.
const GREY: &str = "grey";
/// How far "about" reaches where the project does not say, in percent.
const ABOUT_PERCENT: u8 = 10;

/// How far "about" may be said to reach, in percent.
pub const ABOUT_PERCENTS: [u8; 4] = [5, 10, 20, 25];

/// Shape and colour of a source, 0 to 6 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seat {
    /// The shape.
    pub shape: usize,
    /// The colour.
    pub color: usize,
}

impl Seat {
    /// Shape and colour of one slot of the palette.
    pub fn of_slot(slot: usize) -> Self {
        Self {
            shape: slot,
            color: slot,
        }
    }
}

/// What the project keeps of its charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSettings {
    /// Vague words as numbers.
    pub vague: Vague,
    /// How far "about" reaches to either side, in percent.
    pub about_percent: u8,
    /// By key of a source its shape and colour; `None` where it shares the grey one.
    pub seats: BTreeMap<String, Option<Seat>>,
}

impl ChartSettings {
    /// The settings of the project.
    pub fn of(store: &Store) -> Self {
        let policy = store.setting(POLICY).and_then(VaguePolicy::from_id);
        let (own, _) = Vague::read_own(store.setting(OWN_TABLE).unwrap_or_default());
        let about = store.setting(ABOUT).and_then(|percent| percent.parse().ok());
        Self {
            vague: Vague {
                policy: policy.unwrap_or_default(),
                own,
            },
            about_percent: about.unwrap_or(ABOUT_PERCENT),
            seats: seats(store),
        }
    }

    /// The lowest and the highest number that "about `value`" is drawn with.
    pub fn about(&self, value: u64) -> (u64, u64) {
        let reach = value.saturating_mul(u64::from(self.about_percent)) / 100;
        (value.saturating_sub(reach), value.saturating_add(reach))
    }

    /// "Vague words: ACLED · about ± 10 %".
    pub fn in_words(&self) -> String {
        let policy = self.vague.policy.name();
        format!("Vague words: {policy} · about ±\u{2009}{}\u{a0}%", self.about_percent)
    }
}

/// Shapes and colours that are kept, by key of the source.
pub(super) fn seats(store: &Store) -> BTreeMap<String, Option<Seat>> {
    let rows = store.settings().range(SEAT.to_owned()..);
    let rows = rows.map_while(|(name, value)| Some((name.strip_prefix(SEAT)?, value)));
    rows.filter_map(|(key, value)| Some((key.to_owned(), read_seat(value)?)))
        .collect()
}

/// The keys of sources in the order that the analyst gave them.
pub(super) fn order(store: &Store, prefix: &str) -> Vec<String> {
    let lines = store.setting(&format!("{ORDER}{prefix}")).unwrap_or_default();
    lines.lines().map(str::to_owned).collect()
}

fn read_seat(words: &str) -> Option<Option<Seat>> {
    if words == GREY {
        return Some(None);
    }
    let (shape, color) = words.split_once(' ')?;
    let slot = |word: &str| word.parse::<usize>().ok().filter(|slot| *slot < NAMED_SLOTS);
    Some(Some(Seat {
        shape: slot(shape)?,
        color: slot(color)?,
    }))
}

fn write_seat(seat: Option<Seat>) -> String {
    seat.map_or_else(|| GREY.to_owned(), |seat| format!("{} {}", seat.shape, seat.color))
}

/// A change of what the project keeps of its charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartSetting {
    /// How vague words are placed.
    Vague(VaguePolicy),
    /// The project's own table of vague words, as it is written.
    OwnTable(String),
    /// How far "about" reaches, in percent.
    About(u8),
    /// Shape and colour of a source, by its key.
    Seat(String, Seat),
    /// Moves a source in the legend by so many places.
    Move(String, isize),
}

/// The edit that carries out a change.
pub fn chart_edit(store: &Store, names: &Names, lines_by: LinesBy, change: &ChartSetting) -> Edit {
    match change {
        ChartSetting::Vague(policy) => one(store, "Vague words", POLICY, policy.id()),
        ChartSetting::OwnTable(text) => one(store, "Vague words", OWN_TABLE, text),
        ChartSetting::About(percent) => one(store, "Reach of “about”", ABOUT, &percent.to_string()),
        ChartSetting::Seat(key, seat) => seat_edit(store, names, lines_by, (key, *seat)),
        ChartSetting::Move(key, by) => move_edit(store, &Sources::named(store, names, lines_by), key, *by),
    }
}

fn one(store: &Store, what: &str, name: &str, value: &str) -> Edit {
    let changes = if store.setting(name) == Some(value) {
        Vec::new()
    } else {
        vec![setting(name.to_owned(), value.to_owned())]
    };
    Edit::new(format!("{what} changed"), changes)
}

fn setting(name: String, value: String) -> Change {
    Change::Setting(name, Some(value))
}

/// Gives a source a shape and colour; who had both before gets what this one had.
fn seat_edit(store: &Store, names: &Names, lines_by: LinesBy, (key, seat): (&str, Seat)) -> Edit {
    let sources = Sources::named(store, names, lines_by);
    let mut changes = pins_of(store, &sources);
    let row = sources.rows.iter().find(|row| row.key == key);
    let Some(row) = row.filter(|row| row.seat() != Some(seat)) else {
        return Edit::new("Colour unchanged", Vec::new());
    };
    let other = sources.rows.iter().find(|other| other.seat() == Some(seat));
    let mut put = |key: &str, seat: Option<Seat>| {
        let name = format!("{SEAT}{}", seat_key(key));
        changes.retain(|change| !matches!(change, Change::Setting(other, _) if *other == name));
        changes.push(setting(name, write_seat(seat)));
    };
    if let Some(other) = other {
        put(&other.key, row.seat());
    }
    put(key, Some(seat));
    Edit::new(format!("Colour of {} changed", row.name), changes)
}

fn move_edit(store: &Store, sources: &Sources, key: &str, by: isize) -> Edit {
    let mut keys: Vec<&str> = sources.rows.iter().map(|row| row.key.as_str()).collect();
    let at = keys.iter().position(|other| *other == key);
    let Some((at, moved)) = at.and_then(|at| Some((at, keys.get(at).copied()?))) else {
        return Edit::new("Order unchanged", Vec::new());
    };
    let to = at.saturating_add_signed(by).min(keys.len() - 1);
    keys.remove(at);
    keys.insert(to, moved);
    let name = format!("{ORDER}{}", sources.prefix());
    one(store, "Order of sources", &name, &keys.join("\n"))
}

/// The shapes and colours that sources have now and that are not kept yet. They go into the same edit that adds articles
/// or changes names, so that no such edit can change a colour, and undo takes both back.
pub fn pins(store: &Store, names: &Names) -> Vec<Change> {
    let ways = [
        LinesBy::Publisher,
        LinesBy::Speaker,
        LinesBy::Article,
        LinesBy::SpeakerInPublisher,
    ];
    let sources = ways.into_iter().map(|by| Sources::named(store, names, by));
    sources.flat_map(|sources| pins_of(store, &sources)).collect()
}

fn pins_of(store: &Store, sources: &Sources) -> Vec<Change> {
    let kept = seats(store);
    let seated = sources.rows.iter().filter_map(|row| Some((row, row.seat()?)));
    seated
        // an outlet that speaks has what it publishes with
        .filter(|(row, seat)| !is_led(&row.key) && kept.get(&row.key) != Some(&Some(*seat)))
        .map(|(row, seat)| setting(format!("{SEAT}{}", row.key), write_seat(Some(seat))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ChartSetting, ChartSettings, Seat, chart_edit, pins};
    use crate::show::testing::store;
    use crate::show::{LinesBy, Names, Sources, VaguePolicy};
    use crate::store::{Edit, Store};

    fn seats(store: &Store) -> Vec<String> {
        let sources = Sources::new(store, LinesBy::Speaker);
        let seat =
            |seat: Option<Seat>| seat.map_or_else(|| "grey".to_owned(), |seat| format!("{}{}", seat.shape, seat.color));
        let rows = sources.rows.iter();
        rows.map(|row| format!("{} {}", row.name, seat(row.seat()))).collect()
    }

    fn change(store: &mut Store, change: &ChartSetting) {
        let edit = chart_edit(store, &Names::default(), LinesBy::Speaker, change);
        store.commit(edit, "2031-03-15T09:00:00Z");
    }

    #[test]
    fn a_kept_colour_stays_when_others_get_more_figures() {
        let two = (
            "A",
            "2031-03-12",
            "{killed @M|12 dead}. {killed @M|13 dead}. {killed @N|9 dead}.",
        );
        let mut small = store(&[two]);
        assert_eq!(seats(&small), ["M 00", "N 11"]);
        let kept = pins(&small, &Names::default());
        small.commit(Edit::new("Kept", kept), "2031-03-15T09:00:00Z");
        assert!(pins(&small, &Names::default()).is_empty());
        let more =
            "{killed @N|1 dead}. {killed @N|2 dead}. {killed @O|3 dead}. {killed @O|4}. {killed @O|5}. {killed @O|6}.";
        let mut large = store(&[two, ("B", "2031-03-13", more)]);
        assert_eq!(seats(&large), ["O 00", "N 11", "M 22"], "without what is kept");
        for (name, value) in small.settings() {
            let edit = large.set_setting(name, Some(value));
            large.commit(edit, "2031-03-15T09:00:00Z");
        }
        assert_eq!(seats(&large), ["O 22", "N 11", "M 00"]);
    }

    #[test]
    fn the_analyst_gives_colours_and_who_had_them_takes_the_old_ones() {
        let text = "{killed @M|12 dead}. {killed @M|13 dead}. {killed @N|9 dead}.";
        let mut store = store(&[("A", "2031-03-12", text)]);
        change(
            &mut store,
            &ChartSetting::Seat("speaker:body:n".into(), Seat::of_slot(0)),
        );
        let key = Sources::new(&store, LinesBy::Speaker).rows[1].key.clone();
        change(&mut store, &ChartSetting::Seat(key.clone(), Seat::of_slot(0)));
        assert_eq!(seats(&store), ["M 11", "N 00"]);
        change(
            &mut store,
            &ChartSetting::Seat(key.clone(), Seat { shape: 5, color: 2 }),
        );
        assert_eq!(seats(&store), ["M 11", "N 52"]);
        change(&mut store, &ChartSetting::Move(key, -1));
        assert_eq!(seats(&store), ["N 52", "M 11"]);
        store.undo();
        assert_eq!(seats(&store), ["M 11", "N 52"]);
    }

    #[test]
    fn a_source_without_a_shape_takes_one_of_a_source_that_is_gone() {
        let mut store = store(&[("A", "2031-03-12", "{killed @M|12 dead}.")]);
        let gone = (0..7).map(|slot| (format!("source speaker:gone {slot}"), format!("{slot} {slot}")));
        for (name, value) in gone {
            let edit = store.set_setting(&name, Some(&value));
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        assert_eq!(seats(&store), ["M 00"]);
    }

    #[test]
    fn settings_are_read_as_they_are_written() {
        let mut store = store(&[("A", "2031-03-12", "{killed @M|12 dead}.")]);
        assert_eq!(ChartSettings::of(&store).about(105), (95, 115));
        change(&mut store, &ChartSetting::About(20));
        change(&mut store, &ChartSetting::Vague(VaguePolicy::Acled));
        change(&mut store, &ChartSetting::OwnTable("dozens = 36".into()));
        let settings = ChartSettings::of(&store);
        assert_eq!(settings.about(100), (80, 120));
        assert_eq!(settings.in_words(), "Vague words: ACLED · about ±\u{2009}20\u{a0}%");
        assert_eq!(settings.vague.own, [("dozens".to_owned(), 36, 36)]);
    }
}
