//! What was asked for, by name: for the log and for reports. No words, no numbers, no names of files.

use std::fmt::{self, Debug, Write};
use std::time::{Duration, Instant};

use super::action::Action;
use super::state::State;
use crate::disk;

/// An action that kept the window waiting longer than this is told in the log.
const LONG: Duration = Duration::from_millis(200);

/// Actions that the log tells: they read or write files.
const TOLD: [&str; 14] = [
    "Open",
    "New",
    "Save",
    "Export",
    "Picture(",
    "Import",
    "Read",
    "Reload",
    "Remove",
    "Paste",
    "History(Rest",
    "History(Back",
    "History(Eras",
    "Quit",
];

/// An action under way.
pub(super) struct Trail {
    name: String,
    since: Instant,
}

impl Trail {
    /// Notes that this is being done.
    pub(super) fn begin(action: &Action) -> Self {
        let name = name(action);
        if !matches!(action, Action::Hover(_)) {
            log::debug!("asked: {name}");
            disk::note_action(&name);
        }
        if let Action::OpenPaths(paths) = action
            && !paths.is_empty()
        {
            disk::log_files("to be opened", paths);
        }
        Self {
            name,
            since: Instant::now(),
        }
    }

    /// True for what the pointer does by itself.
    pub(super) fn is_idle(&self) -> bool {
        self.name.starts_with("Hover")
    }

    /// Notes what came of it.
    pub(super) fn end(&self, state: &State) {
        let took = self.since.elapsed();
        let is_told = TOLD.iter().any(|begin| self.name.starts_with(begin));
        if is_told || took > LONG {
            let (articles, claims) = (state.store.num_articles(), state.store.num_claims());
            let name = self.name.as_str();
            log::info!("{name}: {articles} articles, {claims} claims, {} ms", took.as_millis());
        }
    }
}

/// The name of an action and of what it is about: "History(Restore", "SetVerdict".
fn name(action: &dyn Debug) -> String {
    let mut name = Name(String::new());
    // it stops where something begins that is no name
    write!(name, "{action:?}").ok();
    let name = name.0.trim_end_matches('(');
    match name.split_once('(') {
        // what lies further in says no more
        Some((outer, inner)) => format!("{outer}({})", inner.split('(').next().unwrap_or_default()),
        None => name.to_owned(),
    }
}

/// Takes letters as long as they can be a name, so that a long text is never written out.
struct Name(String);

impl Write for Name {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        for letter in words.chars() {
            if !letter.is_ascii_alphabetic() && letter != '(' {
                return Err(fmt::Error);
            }
            self.0.push(letter);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::app::{Action, HistoryAct, View};

    #[test]
    fn an_action_is_named_without_what_is_in_it() {
        for (action, expected) in [
            (Action::Undo, "Undo"),
            (Action::Show(View::Compare), "Show(Compare)"),
            (Action::Paste("Twelve people died".to_owned()), "Paste"),
            (Action::OpenPaths(vec!["/home/sam/secret.txt".into()]), "OpenPaths"),
            (Action::History(HistoryAct::JumpTo(12)), "History(JumpTo)"),
            (
                Action::History(HistoryAct::Backups("/home/sam".into())),
                "History(Backups)",
            ),
            (Action::FilterReview("Smith".to_owned()), "FilterReview"),
            (Action::SetTextSize(115), "SetTextSize"),
        ] {
            assert_eq!(name(&action), expected);
        }
    }
}
