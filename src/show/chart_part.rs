//! Parts marks that would hide each other: a little to the side; where there is no room a number says how many there are.

use super::chart_scene::{Scene, SceneMark};

/// How near two marks may stand, in their radius.
const NEAR: f32 = 1.7;
/// Tries to the right and to the left, in steps of the least distance.
const TRIES: [f32; 5] = [0.0, 1.0, -1.0, 2.0, -2.0];
/// Nothing is moved further than this share of a day, but always by one step.
const SHARE_OF_DAY: f32 = 0.45;

/// Moves marks aside or folds them into the nearest one; gives those that are drawn, from left to right.
pub(super) fn part(mut marks: Vec<SceneMark>, scene: &Scene, radius: f32) -> Vec<SceneMark> {
    let step = radius * NEAR;
    let day = scene.size.0 / (scene.days.1 - scene.days.0).max(1e-3) as f32;
    let most = (day * SHARE_OF_DAY).max(step);
    marks.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    let mut kept: Vec<SceneMark> = Vec::with_capacity(marks.len());
    for mut mark in marks {
        let reach = most * 2.0 + step;
        let first = kept.partition_point(|other| other.at.x < mark.at.x - reach);
        // Moved marks may stand a little out of order: look back far enough.
        let near: Vec<usize> = (first.saturating_sub(4)..kept.len()).collect();
        let is_free = |x: f32| {
            near.iter()
                .filter_map(|at| kept.get(*at))
                .all(|other| gap(other, x, &mark) >= step)
        };
        let tries = TRIES.iter().map(|by| by * step).filter(|by| by.abs() <= most);
        let free = tries.map(|by| mark.at.x + by).find(|x| is_free(*x));
        if let Some(x) = free {
            mark.at.x = x;
            kept.push(mark);
            continue;
        }
        let x = mark.at.x;
        let nearest = near.into_iter().min_by(|a, b| {
            let far = |at: &usize| kept.get(*at).map_or(f32::INFINITY, |other| gap(other, x, &mark));
            far(a).total_cmp(&far(b))
        });
        match nearest.and_then(|at| kept.get_mut(at)) {
            Some(other) => other.under.push((mark.chart, mark.index)),
            None => kept.push(mark),
        }
    }
    kept.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    kept
}

/// How far the nearest ends of two marks lie apart where one stands at `x`.
fn gap(one: &SceneMark, x: f32, other: &SceneMark) -> f32 {
    let ends = |mark: &SceneMark| [mark.at.y, mark.top.unwrap_or(mark.at.y)];
    let heights = ends(one).into_iter().flat_map(|a| ends(other).map(|b| (a - b).abs()));
    let height = heights.fold(f32::INFINITY, f32::min);
    (one.at.x - x).hypot(height)
}
