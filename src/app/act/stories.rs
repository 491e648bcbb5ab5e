//! What the analyst does with stories: split, joined, named, left to themselves again.

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::action::{Action, StoryAct};
use crate::link::{StoriesSaid, Story};
use crate::store::{ArticleId, Edit};

/// Carries out what concerns stories; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Story(act) => {
            let edit = edit(app, &act);
            app.commit(edit);
            None
        }
        other => Some(other),
    }
}

/// What follows for the project; nothing where the story is no more.
fn edit(app: &App, act: &StoryAct) -> Edit {
    let stories = &app.state.conclusions.stories;
    let find = |key: &str| stories.iter().find(|story| story.key == key);
    let mut said = app.state.store.stories_said();
    let done = match act {
        StoryAct::Split(key, out) => find(key).map(|story| split(&mut said, story, stories, out)),
        StoryAct::Join(key, other) => {
            let pair = find(key).zip(find(other)).filter(|_| key != other);
            pair.map(|(story, other)| said.join(story, other))
        }
        StoryAct::Call(key, name) => find(key).map(|story| said.call(story, name)),
        StoryAct::Forget(key) => find(key).map(|story| said.forget(story)),
    };
    let label = match act {
        StoryAct::Split(..) => "Story split",
        StoryAct::Join(..) => "Stories joined",
        StoryAct::Call(..) => "Story named",
        StoryAct::Forget(_) => "Story left to itself",
    };
    match done {
        Some(()) => app.state.store.say_stories(label, &said),
        None => Edit::new(label, Vec::new()),
    }
}

fn split(said: &mut StoriesSaid, story: &Story, stories: &[Story], out: &[ArticleId]) {
    let out: BTreeSet<u64> = out.iter().map(|article| article.0.unsigned_abs()).collect();
    let inside = story.articles.iter().filter(|article| out.contains(article)).count();
    // all of it or nothing of it taken out is the story as it was
    if inside > 0 && inside < story.articles.len() {
        let taken: BTreeSet<String> = stories.iter().map(|story| story.key.clone()).collect();
        said.split(story, &out, &taken);
    }
}
