//! Where the notes of totals that fall stand: near the fall, in the chart, on as few marks as can be, never on another note.

use super::chart_scene::{Place, SceneLine, SceneMark};

/// Height of a note.
pub const NOTE_HEIGHT: f32 = 18.0;
/// Before its words, for the sign.
pub const NOTE_SIGN: f32 = 18.0;
/// Width of a letter or digit, generously.
const LETTER: f32 = 7.0;
/// How far notes may reach above and below the ground of the chart.
const OUT: f32 = 8.0;
/// How far a mark reaches from its centre.
const MARK: f32 = 7.0;
/// Nearer than this a note that says the same is left out: two outlets print the fall of one ministry.
const TWIN: f32 = 110.0;
/// Among more notes than these, one that stands on two marks or more is left out: the line is dashed there anyway.
const FEW: usize = 3;

/// A note's place: left, top, right, bottom.
#[derive(Clone, Copy)]
struct Room {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Room {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, at: Place) -> bool {
        (self.left - MARK..=self.right + MARK).contains(&at.x) && (self.top - MARK..=self.bottom + MARK).contains(&at.y)
    }
}

/// Gives each note its place, and empties those for which there is none.
pub(super) fn place_notes(lines: &mut [SceneLine], marks: &[SceneMark], size: (f32, f32)) {
    let num_notes = lines.iter().filter(|line| !line.note.is_empty()).count();
    let mut taken: Vec<Room> = Vec::new();
    let mut told: Vec<(String, f32)> = Vec::new();
    for line in lines.iter_mut().filter(|line| !line.note.is_empty()) {
        let end = line.corners.last().map_or(0.0, |end| end.x);
        let is_told = told
            .iter()
            .any(|(note, x)| *note == line.note && (x - end).abs() < TWIN);
        let best = line.corners.last().filter(|_| !is_told).and_then(|end| {
            let width = NOTE_SIGN + line.note.chars().count() as f32 * LETTER;
            let free = rooms(*end, width).into_iter().filter(|room| {
                let inside = room.left >= 0.0 && room.right <= size.0;
                inside
                    && room.top >= -OUT
                    && room.bottom <= size.1 + OUT
                    && !taken.iter().any(|other| other.meets(room))
            });
            let on = |room: &Room| marks.iter().filter(|mark| is_on(mark, room)).count();
            free.map(|room| (on(&room), room)).min_by_key(|(marks, _)| *marks)
        });
        match best.filter(|(marks, _)| *marks < 2 || num_notes <= FEW) {
            Some((_, room)) => {
                line.note_at = Place {
                    x: room.left,
                    y: room.top,
                };
                taken.push(room);
                told.push((line.note.clone(), end));
            }
            None => line.note.clear(),
        }
    }
}

/// Below and above the end of the fall, to its right and to its left; the best known place first.
fn rooms(end: Place, width: f32) -> [Room; 4] {
    [(8.0, 14.0), (8.0, -32.0), (-8.0 - width, 14.0), (-8.0 - width, -32.0)].map(|(x, y)| Room {
        left: end.x + x,
        top: end.y + y,
        right: end.x + x + width,
        bottom: end.y + y + NOTE_HEIGHT,
    })
}

fn is_on(mark: &SceneMark, room: &Room) -> bool {
    let top = mark.top.map(|y| Place { x: mark.at.x, y });
    room.holds(mark.at) || top.is_some_and(|top| room.holds(top))
}

#[cfg(test)]
mod tests {
    use super::{Place, SceneLine, place_notes};
    use crate::show::{Ink, SceneMark};

    fn line(x: f32, y: f32) -> SceneLine {
        SceneLine {
            ink: Ink::OtherSources,
            corners: vec![Place { x: 0.0, y: 0.0 }, Place { x, y }],
            falls: true,
            note: "31 → 28".to_owned(),
            note_at: Place::default(),
            end: None,
        }
    }

    fn mark(x: f32, y: f32) -> SceneMark {
        SceneMark {
            chart: 0,
            index: 0,
            at: Place { x, y },
            top: None,
            soft: None,
            stem: None,
            segment: None,
            whole: None,
            under: Vec::new(),
        }
    }

    #[track_caller]
    fn check(ends: &[(f32, f32)], marks: &[(f32, f32)], expected: &[Option<(f32, f32)>]) {
        let mut lines: Vec<SceneLine> = ends.iter().map(|(x, y)| line(*x, *y)).collect();
        let marks: Vec<SceneMark> = marks.iter().map(|(x, y)| mark(*x, *y)).collect();
        place_notes(&mut lines, &marks, (400.0, 100.0));
        let got = lines.iter();
        let got: Vec<_> = got
            .map(|line| (!line.note.is_empty()).then_some((line.note_at.x, line.note_at.y)))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_note_stands_below_right_where_it_can_and_inside_in_any_case() {
        check(&[(50.0, 40.0)], &[], &[Some((58.0, 54.0))]);
        check(&[(50.0, 95.0)], &[], &[Some((58.0, 63.0))]);
        check(&[(390.0, 40.0)], &[], &[Some((315.0, 54.0))]);
        check(&[(390.0, 98.0)], &[], &[Some((315.0, 66.0))]);
    }

    #[test]
    fn it_goes_out_of_the_way_of_marks_and_notes() {
        check(&[(50.0, 40.0)], &[(80.0, 60.0)], &[Some((58.0, 8.0))]);
        check(&[(50.0, 40.0), (55.0, 42.0)], &[], &[Some((58.0, 54.0)), None]);
        let crowd: Vec<(f32, f32)> = (0..60).map(|x| (x as f32 * 7.0, 60.0)).collect();
        check(&[(150.0, 40.0)], &crowd, &[Some((158.0, 8.0))]);
        let all: Vec<(f32, f32)> = (0..20)
            .flat_map(|y| (0..60).map(move |x| (x as f32 * 7.0, y as f32 * 5.0)))
            .collect();
        check(&[(150.0, 40.0)], &all, &[Some((158.0, 54.0))]);
        let many = [(10.0, 40.0), (130.0, 40.0), (250.0, 40.0), (370.0, 40.0)];
        check(&many, &all, &[None; 4]);
    }
}
