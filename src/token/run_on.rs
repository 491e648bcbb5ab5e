//! Sentences that run into one another without a stop between: headlines, captions and lists of highlights on one line.

use super::scan::{Token, TokenKind};
use crate::base::is_weekday;

/// How many tokens of a sentence stand before another that runs into it, at least.
const BEFORE: usize = 4;

/// Words with a capital that begin a sentence wherever they stand before a small word or a number: no name goes on so.
const OPENERS: &str = "a about almost an another around at both but dozens eight eighteen eleven fifteen five four fourteen he \
    however hundreds in it many meanwhile more most nearly nine no one other others scores seven seventeen several \
    she six sixteen some ten the their there these they thirteen this those thousands three twelve twenty two we";

/// Of these, those that open with a name behind them as well: "In February", "But Brenk".
const BEFORE_NAMES: &str = "at but however in meanwhile";

/// Small words after which a capital goes on with the sentence: "in The Hague", "says The man", "called A day".
const GO_ON: &str = "a according add added adding adds after and announced as at because before but by call called claimed \
    confirmed entitled for from if in into is magazine movie my named newspaper novel of on or our over paper per \
    reads report reported reports said saying says series show since song stated stating than that the their then \
    this titled to told under until was when where whether which while who with";

/// Labels of highlights, written in capitals before a colon.
const LABELS: &str = "new update updated breaking watch read photos video";

/// True where a sentence with `before` tokens ends behind `last` though no stop stands there: "killed on Friday Six
/// civilians died", "in the past week More than 40 were hurt".
pub(super) fn ends(text: &str, before: usize, last: &Token, next: &Token, then: Option<&Token>) -> bool {
    if !next.capital || !next.space_before {
        return false;
    }
    if is_label(text, next, then) {
        return true;
    }
    if before < BEFORE || next.kind != TokenKind::Word || last.kind != TokenKind::Word {
        return false;
    }
    let Some(then) = then.filter(|then| then.kind != TokenKind::Sign) else {
        return false;
    };
    // days of the week end sentences though they have a capital
    let closes = !last.capital && last.lower.len() > 2 && !holds(GO_ON, last) || is_weekday(&last.lower);
    closes && holds(OPENERS, next) && (!then.capital || holds(BEFORE_NAMES, next))
}

fn holds(words: &str, token: &Token) -> bool {
    words.split(' ').any(|word| *word == *token.lower)
}

/// "NEW: A fresh attack"
fn is_label(text: &str, label: &Token, then: Option<&Token>) -> bool {
    then.is_some_and(|then| &*then.lower == ":") && holds(LABELS, label) && label.all_capitals(text)
}

#[cfg(test)]
mod tests {
    use crate::token::sentence::tests::check;

    #[test]
    fn sentences_that_run_on_are_cut() {
        check(
            "Thousands mourned a man killed on Friday Six civilians died in Orla.",
            &[
                "Thousands mourned a man killed on Friday",
                "Six civilians died in Orla.",
            ],
        );
        check(
            "Nine were killed in the past week More than 40 people were hurt.",
            &["Nine were killed in the past week", "More than 40 people were hurt."],
        );
        check(
            "We want peace, says the general In the first count Orla gave nine dead.",
            &[
                "We want peace, says the general",
                "In the first count Orla gave nine dead.",
            ],
        );
        check(
            "By the Orla Post staff NEW: A raid has killed nine, rebels say",
            &["By the Orla Post staff", "NEW: A raid has killed nine, rebels say"],
        );
        check(
            "Bodies lie in the streets of the town The hospital is full.",
            &["Bodies lie in the streets of the town", "The hospital is full."],
        );
    }

    #[test]
    fn names_and_titles_go_on() {
        for text in [
            "Judges met in The Hague on Friday to speak.",
            "He told reporters from The Orla Post of nine dead.",
            "The newspaper The orla post said so.",
            "The film is called A day in Orla.",
            "Police said The number of dead rose to nine.",
            "Fire In The Sky killed nobody at all.",
            "The paper counted Ten dead.",
            "The envoy said of the new: it is old.",
            "Groups of the party Two Rivers met there.",
        ] {
            check(text, &[text]);
        }
    }
}
