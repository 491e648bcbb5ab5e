//! What is marked and what is not.

use super::super::facts::BoilerplateKind::{Comments, Copyright, Credit, Other, Related};
use super::examples::EXAMPLES;
use super::{BoilerplateKind, of};

const PARAGRAPH: &str = "Rescuers in Varland said on Monday that they had found the last of the workers who were on the \
                         bridge when it gave way in the storm, and that the search had been ended after three days.";

#[track_caller]
fn check(text: &str, expected: &[(BoilerplateKind, &str)]) {
    let parts = of(text);
    let found: Vec<_> = parts.iter().map(|part| (part.kind, part.span.of(text))).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_example_is_marked_as_its_row_says() {
    for (kind, lines) in EXAMPLES {
        for line in *lines {
            let text = format!("{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n");
            let found: Vec<_> = of(&text)
                .iter()
                .map(|part| (part.kind, part.span.of(&text).to_owned()))
                .collect();
            let expected: Vec<_> = kind.iter().map(|kind| (*kind, (*line).to_owned())).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}

#[test]
fn teasers_go_with_their_heading_but_not_the_article_that_goes_on() {
    let teasers = "Related Posts\n\n12 held in Varland\n\nMinister resigns";
    check(&format!("{PARAGRAPH}\n\n{teasers}"), &[(Related, teasers)]);
    let block = "Related Posts\n12 held in Varland";
    check(
        &format!("{PARAGRAPH}\n{block}\n\nThe search\n\n{PARAGRAPH}"),
        &[(Related, block)],
    );
}

#[test]
fn comments_run_from_their_heading_to_their_form() {
    let comments = "2 Comments\n\nJane says:\nMarch 3, 2031 at 4:00\nAt least 40 died, my cousin told me, and nobody \
                    from the ministry ever came to count them or to ask us.\n\nLeave a Reply";
    check(
        &format!("{PARAGRAPH}\n{PARAGRAPH}\n\n{comments}\n"),
        &[(Comments, comments)],
    );
    check(
        &format!("2 Comments\n\n{PARAGRAPH}\n\nLeave a Reply"),
        &[(Comments, "2 Comments"), (Comments, "Leave a Reply")],
    );
}

#[test]
fn a_tail_is_marked_line_by_line() {
    check(
        &format!("{PARAGRAPH}\n\nWhat did you see?\n\n© 2031 The Lantern\n\nSource: Estrava News Agency"),
        &[
            (Comments, "What did you see?"),
            (Copyright, "© 2031 The Lantern"),
            (Credit, "Source: Estrava News Agency"),
        ],
    );
    check(&format!("{PARAGRAPH}\n\nSource: Police\n\n{PARAGRAPH}"), &[]);
    check(
        &format!("{PARAGRAPH}\n\nWho counts the 12 dead?\n\n© 2031 Moss"),
        &[(Copyright, "© 2031 Moss")],
    );
}

#[test]
fn words_behind_a_sentence_are_marked_alone() {
    check(
        &format!("{PARAGRAPH}Mediaslot: Twitter\n"),
        &[(Other, "Mediaslot: Twitter")],
    );
    let sign_off = "(Reporting by Jane Moss; editing by Ann Weir) Our risk platform";
    check(&format!("{PARAGRAPH} {sign_off}\n"), &[(Credit, sign_off)]);
    check(&format!("{PARAGRAPH} (Reporting was banned that week.)"), &[]);
}

#[test]
fn stamps_are_marked_on_top_only() {
    check(
        &format!("March 12, 2031 5:44 pm\n\nToll rises\n{PARAGRAPH}"),
        &[(Other, "March 12, 2031 5:44 pm")],
    );
    check(&format!("Toll rises\n{PARAGRAPH}\nMarch 12, 2031\n{PARAGRAPH}"), &[]);
}
