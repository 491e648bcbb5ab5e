//! The differences between two projects in words: what is said here and what there.

use super::history::step_lines;
use super::words;
use crate::store::{ClaimId, Merge, MergeAbout, MergeState, Store};

/// Said where one side says nothing.
const NOTHING: &str = "nothing said";

/// Said of an article that is not there at all.
const ABSENT: &str = "not in the project";

/// One difference as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeLine {
    /// What it is about.
    pub about: MergeAbout,
    /// On which side something was said.
    pub state: MergeState,
    /// The quote, the title, the name.
    pub thing: String,
    /// The article's title, where it is about words of one.
    pub place: String,
    /// What is said here.
    pub here: String,
    /// What is said there.
    pub there: String,
    /// The claim here.
    pub claim: Option<ClaimId>,
}

impl MergeLine {
    /// True where it holds the words, in small letters.
    pub fn holds(&self, words: &str) -> bool {
        let parts = [&self.thing, &self.place, &self.here, &self.there];
        words.is_empty() || parts.iter().any(|part| part.to_lowercase().contains(words))
    }
}

/// All differences in words, in their order.
pub fn merge_lines(store: &Store, merge: &Merge) -> Vec<MergeLine> {
    let lines = merge.differences.iter().map(|one| {
        let step = store.difference_step(one);
        let (lines, _) = step_lines(store, &step);
        let side = |value: fn(&super::ChangeLine) -> &String| {
            let told = lines.iter().map(|line| match (line.field.as_str(), value(line)) {
                ("" | "Setting" | "Ruling" | "Name" | "Adopted figure", value) => value.clone(),
                (_, value) if value.is_empty() => String::new(),
                (field, value) => format!("{}: {value}", field),
            });
            let told: Vec<String> = told.filter(|value| !value.is_empty()).collect();
            if told.is_empty() && one.about == MergeAbout::Article {
                ABSENT.to_owned()
            } else if told.is_empty() {
                NOTHING.to_owned()
            } else {
                told.join(" · ")
            }
        };
        let first = lines.first();
        let article = first.filter(|line| line.claim.is_some()).and_then(|line| line.article);
        let article = article.and_then(|id| store.article(id));
        MergeLine {
            about: one.about,
            state: one.state,
            thing: first.map(|line| line.thing.clone()).unwrap_or_default(),
            place: article
                .map(|article| words::short(article.title(), 80))
                .unwrap_or_default(),
            here: side(|line| &line.old),
            there: side(|line| &line.new),
            claim: one.claim,
        }
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::merge_lines;
    use crate::show::testing::{claim, store};
    use crate::store::Verdict;

    #[test]
    fn both_sides_are_told_in_words() {
        let articles = [(
            "Herald",
            "2031-03-14",
            "Toll\n\n{killed @M|29 dead} and {injured @H|36 hurt}.",
        )];
        let (mut here, mut there) = (store(&articles), store(&articles));
        let dead = claim(&here, "29 dead");
        for (store, verdict) in [(&mut here, Verdict::Accepted), (&mut there, Verdict::Rejected)] {
            let edit = store.set_verdict(&[dead], verdict);
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        let edit = there.set_note(&[claim(&there, "36 hurt")], "from the wards");
        there.commit(edit, "2031-03-15T09:00:00Z");
        let lines = merge_lines(&here, &here.differences(&there));
        let told: Vec<[&str; 4]> = lines
            .iter()
            .map(|line| [&*line.thing, &*line.place, &*line.here, &*line.there])
            .collect();
        assert_eq!(
            told,
            [
                ["“29 dead”", "Toll", "Review: Accepted", "Review: Rejected"],
                ["“36 hurt”", "Toll", "nothing said", "Note: from the wards"],
            ]
        );
        assert!(lines[1].holds("wards") && !lines[0].holds("wards") && lines[0].holds(""));
    }
}
