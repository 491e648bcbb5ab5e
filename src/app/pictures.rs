//! Pictures and points of charts: made beside the window from a snapshot, then saved whole or handed to the clipboard.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::app::App;
use super::state::State;
use crate::disk;
use crate::export::{Picture, Raster, picture_pixels, picture_png, picture_svg, points_csv};
use crate::jobs::{Failure, Slot};
use crate::link::Conclusions;
use crate::show::{ChartInput, Charts, CompareLook, Filter, LinesBy, Merged, Names, Sources, corrected};
use crate::store::Store;

/// Pixels a point of a picture that is copied.
const COPY_SCALE: u8 = 2;

/// As what charts leave the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// A drawing whose words stay words.
    Svg(PathBuf),
    /// Pixels, so many a point.
    Png(PathBuf, u8),
    /// The drawn points as a CSV table.
    Points(PathBuf),
    /// Pixels in the clipboard.
    Clipboard,
}

/// Charts that are to leave the program.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOrder {
    /// As what.
    pub form: PictureForm,
    /// First and last day in sight, in days since 1970-01-01; `None` = all days.
    pub days: Option<(f64, f64)>,
}

/// Pictures that are being made.
#[derive(Default)]
pub(super) struct Pictures {
    running: Vec<Slot<Done>>,
}

/// What came of a picture.
enum Done {
    Saved(String),
    Copied(Raster),
    Failed(String, String),
}

/// What a picture is made of.
struct Snapshot {
    store: Store,
    look: CompareLook,
    filter: Filter,
    names: Arc<Names>,
    conclusions: Arc<Conclusions>,
    project: String,
    made_on: Date,
}

impl Snapshot {
    fn new(state: &State, made_on: Date) -> Self {
        Self {
            store: state.store.snapshot(),
            look: state.compare.clone(),
            filter: state.filter.clone(),
            names: Arc::clone(&state.names),
            conclusions: Arc::clone(&state.conclusions),
            project: state.project.own_name().to_owned(),
            made_on,
        }
    }

    fn charts(&self) -> Charts {
        let mut sources = Sources::named(&self.store, &self.names, self.look.lines_by);
        if self.look.merge_copies {
            sources = sources.merged(&Merged::new(&self.store, &self.conclusions));
        }
        let speakers = Sources::named(&self.store, &self.names, LinesBy::Speaker);
        let mut input = ChartInput::new(&self.store, &self.look, &sources, &speakers);
        input.filter = self.filter.clone();
        input.corrected = corrected(&self.store, &self.conclusions);
        Charts::new(&input)
    }

    fn svg(&self, charts: &Charts, days: Option<(f64, f64)>) -> String {
        picture_svg(&Picture {
            store: &self.store,
            charts,
            look: &self.look,
            filter: &self.filter,
            days,
            project: &self.project,
            made_on: self.made_on,
            in_page: None,
        })
    }
}

/// Begins to make a picture.
pub(super) fn start(app: &mut App, order: PictureOrder) {
    let snapshot = Snapshot::new(&app.state, (app.clock.today)());
    let wake = Arc::clone(&app.wake);
    // Each has a place of its own: no picture is dropped because another was asked for.
    let mut slot = Slot::new();
    slot.start("picture", move || wake(), move |_| make(&snapshot, order));
    app.pictures.running.push(slot);
}

fn make(snapshot: &Snapshot, order: PictureOrder) -> Done {
    let charts = snapshot.charts();
    let svg = || snapshot.svg(&charts, order.days);
    let (path, bytes, what) = match order.form {
        PictureForm::Svg(path) => (path, Ok(svg().into_bytes()), "Picture"),
        PictureForm::Png(path, scale) => (path, picture_png(&svg(), scale), "Picture"),
        PictureForm::Points(path) => (path, Ok(points_csv(&snapshot.store, &charts, order.days)), "Points"),
        PictureForm::Clipboard => {
            return match picture_pixels(&svg(), COPY_SCALE) {
                Ok(pixels) => Done::Copied(pixels),
                Err(error) => Done::Failed(String::new(), error.sentence.to_owned()),
            };
        }
    };
    let file = path.display().to_string();
    match bytes {
        Err(error) => Done::Failed(file, error.sentence.to_owned()),
        Ok(bytes) => match disk::write_file(&path, &bytes) {
            Ok(()) => Done::Saved(format!("{what} saved as “{file}”.")),
            Err(error) => Done::Failed(error.path.display().to_string(), error.sentence),
        },
    }
}

/// Takes what was made; true where there was something.
pub(super) fn poll(app: &mut App) -> bool {
    let mut ended = Vec::new();
    app.pictures.running.retain_mut(|slot| {
        let done = match slot.poll() {
            None => return true,
            Some(Ok(_)) => slot.take(),
            Some(Err(Failure::Panicked(sentence))) => Some(Done::Failed(
                String::new(),
                format!("The picture could not be made: {sentence}. Nothing was written."),
            )),
            Some(Err(_)) => None,
        };
        ended.extend(done);
        false
    });
    let any = !ended.is_empty();
    for done in ended {
        match done {
            Done::Saved(sentence) => app.toast(&sentence, false),
            Done::Copied(pixels) => app.state.copied = Some(Arc::new(pixels)),
            Done::Failed(file, sentence) => app.problem(&file, &sentence),
        }
    }
    any
}

#[cfg(test)]
mod tests {
    use super::{Done, PictureForm, PictureOrder, Snapshot, State, make};
    use crate::show::testing_sample::varland;

    #[test]
    fn pictures_are_written_whole_or_told_as_failed() {
        let mut state = State {
            store: varland(),
            ..State::default()
        };
        state.project.name = "Varland".to_owned();
        let snapshot = Snapshot::new(&state, jiff::civil::date(2031, 3, 15));
        let folder = tempfile::tempdir().expect("a folder");
        let order = |form| PictureOrder { form, days: None };
        let path = folder.path().join("a.svg");
        let done = make(&snapshot, order(PictureForm::Svg(path.clone())));
        assert!(matches!(done, Done::Saved(words) if words.starts_with("Picture saved as “")));
        assert!(path.is_file());
        let path = folder.path().join("missing").join("a.csv");
        let done = make(&snapshot, order(PictureForm::Points(path)));
        assert!(matches!(done, Done::Failed(file, _) if file.ends_with("a.csv")));
        let done = make(&snapshot, order(PictureForm::Clipboard));
        assert!(matches!(done, Done::Copied(pixels) if pixels.size.0 == 2400));
    }
}
