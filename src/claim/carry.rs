//! What a claim takes over from the claims before it: the class of victims.

use super::text::Text;
use super::{Draft, VictimClass};

/// "and 18 others", "16 were missing": the people are those of the count before.
pub(super) fn classes(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let mut last: Option<(usize, VictimClass)> = None;
    for draft in drafts.iter_mut() {
        let claim = &mut draft.claim;
        let Some(here) = text.scan.sentence_index(text.scan.token_at(claim.span.start())) else {
            continue;
        };
        let words = claim.span.of(text.scan.text).to_lowercase();
        let others = words.ends_with("others")
            || words.ends_with("other people")
            || claim.roles.victims.is_none() && claim.roles.number == Some(claim.span);
        if claim.victim_class != VictimClass::Unspecified {
            // children "among them" tell nothing of the others
            last = (!claim.part_of).then_some((here, claim.victim_class));
        } else if let Some((there, class)) = last
            && others
            && here - there.min(here) <= 1
        {
            claim.victim_class = class;
            last = Some((here, class));
        } else if !others {
            last = None;
        }
    }
}
