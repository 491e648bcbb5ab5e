//! The sides of a conflict, and how those of one speaker are told apart.

use super::chart_source::Sources;
use super::findings::{Side, id};
use super::words;
use crate::link::ConflictSide;
use crate::store::Store;

/// What a source says, by the claim that stands for it.
pub(super) fn side(store: &Store, side: &ConflictSide, sources: &Sources) -> Option<Side> {
    let claim = side.claims.first().and_then(id)?;
    let claims = side.claims.iter().filter_map(id);
    let mut decided = claims.filter_map(|claim| Some(store.claim(claim)?.status().is_decided()));
    Some(Side {
        source: sources.index_of(claim)?,
        name: if side.voice.is_empty() {
            words::NOT_STATED.to_owned()
        } else {
            side.voice.clone()
        },
        claim,
        figure: store.claim(claim)?.claim().figure,
        kind: side.kind,
        class: side.victim_class,
        day: side.day,
        unreviewed: !decided.any(|decided| decided),
        num_articles: side.num_articles,
        num_sources: side.num_sources,
    })
}

/// Sides of one speaker are told apart by who prints them: one figure that two papers give as two things. Gives the sentence
/// that says whose figure it is where all are of one; empty where names tell the sides apart.
pub(super) fn told_apart(store: &Store, sides: &mut [Side]) -> String {
    let names: Vec<String> = sides.iter().map(|side| side.name.clone()).collect();
    let Some(first) = names.first().filter(|_| names.len() > 1) else {
        return String::new();
    };
    let is_one = names.iter().all(|name| name == first);
    for (side, name) in sides.iter_mut().zip(&names) {
        let is_twin = names.iter().filter(|other| *other == name).count() > 1;
        let article = store.claim(side.claim).and_then(|row| store.article(row.article));
        if let Some(outlet) = article.filter(|_| is_twin).and_then(|article| article.publisher())
            && outlet != name.as_str()
        {
            side.name = if is_one {
                outlet.to_owned()
            } else {
                format!("{name}, {outlet}")
            };
        }
    }
    if is_one && sides.iter().any(|side| side.name != *first) {
        format!("{first}, in {} readings", sides.len())
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{side, told_apart};
    use crate::claim::{Kind, VictimClass};
    use crate::link::ConflictSide;
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};

    /// The names of sides with the sentence that says whose the figure is. Sides are voices with words of one of their claims.
    fn names(sides: &[(&str, &str)]) -> String {
        let store = store(&[
            ("Post", "2031-03-14", "{killed @M|29 dead}. {killed @S|29 of them}."),
            ("Herald", "2031-03-14", "{killed @M|29 militants}."),
        ]);
        let sources = Sources::new(&store, LinesBy::Speaker);
        let sides = sides.iter().map(|(voice, words)| ConflictSide {
            voice: (*voice).to_owned(),
            kind: Kind::Killed,
            victim_class: VictimClass::Unspecified,
            day: None,
            claims: vec![claim(&store, words).0.unsigned_abs()],
            num_articles: 1,
            num_sources: 1,
        });
        let mut sides: Vec<_> = sides.filter_map(|one| side(&store, &one, &sources)).collect();
        let sentence = told_apart(&store, &mut sides);
        let names: Vec<&str> = sides.iter().map(|side| side.name.as_str()).collect();
        format!("{} | {sentence}", names.join("; "))
    }

    #[test]
    fn sides_of_one_speaker_are_told_apart_by_outlet() {
        assert_eq!(
            names(&[("M", "29 militants"), ("M", "29 dead")]),
            "Herald; Post | M, in 2 readings"
        );
        assert_eq!(
            names(&[("M", "29 militants"), ("M", "29 dead"), ("S", "29 of them")]),
            "M, Herald; M, Post; S | "
        );
    }

    #[test]
    fn sides_of_several_speakers_keep_their_names() {
        assert_eq!(names(&[("M", "29 dead"), ("S", "29 of them")]), "M; S | ");
        assert_eq!(names(&[("M", "29 dead")]), "M | ");
        // nothing to be told apart by
        assert_eq!(names(&[("Post", "29 dead"), ("Post", "29 of them")]), "Post; Post | ");
    }
}
