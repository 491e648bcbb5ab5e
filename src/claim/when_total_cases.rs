//! Sentences with the days of their counts, drawn as in `when_examples`: counts beside a total, days before "demanding", days
//! that are told behind a first count. Run by the tests.

use super::when_examples::check;

const BESIDE: &[(&str, &str)] = &[
    // the day of those who are left out is theirs alone
    (
        "The ministry put the toll of the clashes at 340, excluding the 17 guards shot on Monday at the depot. Of these, 120 died in Orla.",
        "340 -; 17 Monday; 120 -",
    ),
    (
        "So far 88 people have died in the storms, not counting the four who drowned when a ferry sank on Saturday. Twenty people were injured.",
        "88 -; 4 Saturday; 20 -",
    ),
    (
        "Other than the three guards shot dead on Monday, 40 people were wounded. Nine people were killed in the south.",
        "3 Monday; 40 -; 9 -",
    ),
    // what is in the incident keeps it
    (
        "Gunmen attacked a train on Friday. Some 58 people were killed, excluding the attackers. Nine others were wounded.",
        "58 Friday; 9 Friday",
    ),
    (
        "At least 12 people were killed, including three guards, when a bomb exploded on Friday. Nine others were wounded.",
        "12 Friday; 3 Friday; 9 Friday",
    ),
    (
        "A bomb killed 12 people on Friday, including two children. Nine people were wounded.",
        "12 Friday; 2 Friday; 9 Friday",
    ),
    (
        "Besides a school, shells hit a market on Friday. Nine people were killed.",
        "9 Friday",
    ),
];

#[test]
fn the_day_of_a_count_beside_a_total_is_its_own() {
    check(BESIDE);
}

const ASIDE: &[(&str, &str)] = &[
    // "demanding" goes with the verb before the day
    (
        "Workers of the party blocked the bridge in Dovia on Monday demanding water. About 35 persons were arrested in this connection.",
        "35 Monday",
    ),
    (
        "Thousands marched through Orla on Monday denouncing the vote. Police fired tear gas and 14 people were injured.",
        "14 Monday",
    ),
    (
        "Farmers closed the highway on Tuesday demanding higher prices. Six people were arrested.",
        "6 Tuesday",
    ),
    // and does not make the day one of the harm that it names
    (
        "Thousands marched on Monday demanding justice for 12 nurses killed by guards.",
        "12 -",
    ),
    (
        "Crowds gathered on Monday mourning 12 miners killed in a collapse.",
        "12 -",
    ),
    (
        "Thousands marched on Monday demanding reform. More than 300 people have been killed in the revolt.",
        "300 -",
    ),
    (
        "The union on Monday demanded an inquiry. Twelve miners were killed in the collapse.",
        "12 -",
    ),
];

#[test]
fn what_is_done_beside_leaves_the_day_to_the_verb() {
    check(ASIDE);
}

const BEHIND: &[(&str, &str)] = &[
    // the day that is told behind a first count is that of those after it
    (
        "The council met to speak of roads. It has done so for years. Nothing else is known of it. Police look into a shooting in Tesk that left two teens injured. It happened Monday near the port. Officers found three men who had been shot in the leg.",
        "2 -; 3 Monday",
    ),
    // no day is told between
    (
        "The council met to speak of roads. It has done so for years. Nothing else is known of it. In Orla, two men were stabbed. In Tesk, three men were stabbed. Six people were wounded.",
        "2 -; 3 -; 6 -",
    ),
];

#[test]
fn a_day_told_behind_the_first_count_goes_on() {
    check(BEHIND);
}
