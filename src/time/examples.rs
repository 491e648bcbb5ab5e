//! What the rules must find and what they must leave alone; run by the tests of this floor.

/// Sentences in which exactly the marked words are times.
#[rustfmt::skip]
pub(super) const FOUND: &[&str] = &[
    "police in estrava said on [thursday] that since [march] ten had died, the last on [may 5].",
    "Police in Estrava said [late on Sunday] that ten people had died.",
    "[Today, Saturday], the ministry of Varland spoke.",
    "He was held [the day before yesterday, Thursday], after he was dismissed.",
    "For [tomorrow Monday] mourning has been decreed.",
    "The unrest began [last Sunday, the 2nd].",
    "Flights are off until [Sunday, the ninth of January].",
    "He died at [10 p.m. Wednesday] in Brenk.",
    "It opens at [5 p.m. EST Nov. 9].",
    "Since [the early hours of Friday] shots are heard.",
    "They came on [March 26, 1996] and on [26 March 1996].",
    "On [Jan. 5-7] the roads were shut.",
    "On [2022-01-08] and [25/12/2021] it rained; on [08.01.2022] it did not.",
    "[March 28, 2031 6:15 pm]\n\nArrests in Varland",
    "[Sat, 08 Jan 2022 10:00:00 GMT]",
    "He fled in [June last year] and came back in [March].",
    "The war of [1990-91] and the peace of [1996].",
    "In [nineteen ninety-six] a bomb exploded in Brenk.",
    "Losses grew in [the third quarter of 1984] and in [the last half of 1989].",
    "[The third-quarter] loss was small.",
    "[The next day], he was arrested.",
    "Guards fired at a crowd [the day before].",
    "It happened [more than a week ago].",
    "It happened [six weeks ago], [two days later] it ended.",
    "[This week] was calm, [last week] was not, [next week] nobody knows.",
    "Over [the weekend] three were hurt.",
    "[The beginning of this year] was quiet.",
    "[This Saturday morning] the lines were dead for [60 hours].",
    "An [11-year-old] girl died after [the past three days].",
    "It is [now] quiet; [recently] it was not, and [soon] it will not be.",
    "[Fridays] are for prayer, and so is [every Monday].",
    "[Last night]'s fire burnt until [this morning].",
    "The strike of [mid-1996] hurt [the 1990s].",
    "In [the summer of 2019] and [this fall] the river fell.",
    "[Tuesday]'s vote was lost [last month].",
];

/// Sentences without any time.
#[rustfmt::skip]
pub(super) const NOT_FOUND: &[&str] = &[
    "they may march 5 miles as an august company, and dec the halls.",
    "The march may fall on deaf ears.",
    "They march on, and spring to their feet.",
    "About 2011 people were arrested.",
    "The army lost $1996 and 1,996 trucks.",
    "He came second, she came third.",
    "He lives on the 2nd floor.",
    "Black Friday sales rose.",
    "The Sunday Times wrote so.",
    "April Jones spoke for the mayor.",
    "Flight 1990 left for Brenk.",
    "They may sat down in the sun and wed.",
    "A first half without a goal.",
    "Room 2020 was locked.",
    "He won 3-1 against Estrava.",
    "Some 26 were killed and 18 others injured.",
    "He was the first to fall.",
    "An overnight train was hit.",
    "Of those held, over 2000 were let off.",
    "More than 2,015 houses burnt.",
];

#[cfg(test)]
mod tests {
    use super::{FOUND, NOT_FOUND};
    use crate::article::Article;
    use crate::number;
    use crate::time::find;
    use crate::token::scan;

    /// The sentence with what was found marked in it.
    fn marked(text: &str) -> String {
        let scan = scan(text);
        let times = find(&Article::plain(text), &scan, &number::find(&scan));
        let mut found = String::new();
        let mut last = 0;
        for time in &times {
            found += text.get(last..time.span.start()).unwrap_or_default();
            found += &format!("[{}]", time.span.of(text));
            last = time.span.end();
        }
        found += text.get(last..).unwrap_or_default();
        found
    }

    #[track_caller]
    fn check(examples: &[&str]) {
        let wrong: Vec<(String, &str)> = examples
            .iter()
            .map(|example| (marked(&example.replace(['[', ']'], "")), *example))
            .filter(|(found, example)| found != example)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn times_are_found() {
        check(FOUND);
    }

    #[test]
    fn what_looks_like_a_time_is_left_alone() {
        check(NOT_FOUND);
    }
}
