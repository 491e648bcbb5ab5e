//! More sentences with the days of their counts, drawn as in `when_examples`: of each rule some that it holds for and some
//! that it must not touch. Run by the tests.

use super::when_examples::check;

const APART: &[(&str, &str)] = &[
    // what came before has another day
    (
        "A bomb went off in Orla on Monday. The blast came two weeks after gunmen killed nine people.",
        "9 -2 Week from Monday",
    ),
    (
        "A bomb went off in Orla on Monday. The attack happened days before a raid killed 11 guards.",
        "11 -",
    ),
    (
        "A mine exploded on Monday. The region has previously suffered blasts that killed 30 people.",
        "30 -",
    ),
    (
        "A mine exploded on Monday. In earlier blasts 30 people were killed.",
        "30 -",
    ),
    (
        "Planes hit Tesk on Monday. A second night of raids killed eight people and injured 18.",
        "8 -; 18 -",
    ),
    (
        "Before reaching Dovia on Saturday, the typhoon crossed the islands, killing 24 people.",
        "24 -",
    ),
    // a stamp with its clock is the day of the page
    (
        "05 February 31 01:10 GMT Crowds met in Orla amid reports that 55 people were killed by shells.",
        "55 -",
    ),
    // figures "so far" count from the one start that is told
    (
        "Some 900 people have died since the unrest began on Monday.\n\nThe ministry spoke of reforms. More than 600 soldiers had been killed in the unrest so far, it said.",
        "900 since Monday; 600 since Monday",
    ),
    (
        "Some 900 people have died since the unrest began on Monday.\n\nThe ministry spoke of reforms. More than 600 soldiers had been killed, it said.",
        "900 since Monday; 600 -",
    ),
    // the missing have been so since they were seen last
    (
        "The paper last heard from its reporters on Tuesday. Police were silent.\n\nFour reporters are missing in Orla.",
        "4 Tuesday",
    ),
    (
        "The paper heard from its readers on Tuesday. Police were silent.\n\nFour reporters are missing in Orla.",
        "4 -",
    ),
    // and what did not keeps it
    (
        "A bomb went off in Orla on Monday. The blast killed nine people.",
        "9 Monday",
    ),
    (
        "A bomb went off in Orla on Monday. It came without warning and killed nine people.",
        "9 Monday",
    ),
    (
        "The typhoon reached Dovia on Saturday, killing 24 people before it crossed the islands.",
        "24 Saturday",
    ),
    ("A second blast on Monday killed nine people.", "9 Monday"),
];

#[test]
fn another_incident_does_not_lend_its_day() {
    check(APART);
}

const ACTS: &[(&str, &str)] = &[
    // the day is that of what others did
    (
        "Rescuers were losing hope on Tuesday of finding more people in a collapse which killed 40 people.",
        "40 -",
    ),
    // the day is that of the harm
    (
        "A fire broke out on Tuesday in a block that killed 40 people.",
        "40 Tuesday",
    ),
    (
        "There was an ambush on Saturday that killed two dozen people.",
        "24 Saturday",
    ),
    (
        "The war began with the October 7 attack that killed 1,200 people.",
        "1200 October 7",
    ),
    (
        "The ministry answered the group's October 7 attack that killed 1,200 people.",
        "1200 October 7",
    ),
    // soon after, or in a state that the harm left
    (
        "Rockets hit a post near Orla on Monday, hours after a bomber killed 38 people in Tesk.",
        "38 Monday",
    ),
    (
        "Crowds marched on Monday, a week after a bomber killed 38 people in Tesk.",
        "38 -1 Week from Monday",
    ),
    (
        "Police say two officers were in hospital Wednesday after being shot in a motel.",
        "2 Wednesday",
    ),
    (
        "He stabbed a guard on Friday before shooting dead nine people.",
        "1 Friday; 9 Friday",
    ),
    ("He was released on Friday before gunmen killed nine people.", "9 -"),
    // a part has a day of its own
    (
        "More than 50,000 people were displaced, with 6,000 uprooted on Friday alone.",
        "50000 -; 6000 Friday",
    ),
];

#[test]
fn the_day_of_another_act_is_not_that_of_the_harm() {
    check(ACTS);
}

const DISASTERS: &[(&str, &str)] = &[
    (
        "Hopes fade as quake toll hits 440\n\nCrews were losing hope on Tuesday after the earthquake in Dovia.\n\nThe quake, \
         which struck late on Saturday, killed 440 people.",
        "440 late on Saturday; 440 late on Saturday",
    ),
    (
        "Saturday's quake left 440 people dead. So far 900 have been hurt.",
        "440 Saturday; 900 Saturday",
    ),
    (
        "The storm killed 3,000 people in Dovia.\n\nThe cyclone raked the coast on Thursday. Some 800 people are missing.",
        "3000 Thursday; 800 Thursday",
    ),
    // days of others
    (
        "Leaders met on Tuesday about the earthquake. The earthquake killed 440 people.",
        "440 -",
    ),
    (
        "The toll from two mudslides in a hill district on Monday has risen to 231.",
        "231 Monday",
    ),
    (
        "The toll from the unrest has risen to 229, the ministry said on Monday.",
        "229 - < Monday",
    ),
];

#[test]
fn a_disaster_has_the_day_on_which_it_struck() {
    check(DISASTERS);
}

const STRETCHES: &[(&str, &str)] = &[
    (
        "Planes hit 146 sites Sunday through Wednesday, killing 320 fighters.",
        "320 Sunday to Wednesday",
    ),
    (
        "Planes hit 146 sites Sunday; on Wednesday they killed 320 fighters.",
        "320 Wednesday",
    ),
    (
        "Since the mission first began to keep records of such raids in Dovia in 2031, it has counted 900 deaths.",
        "900 since 2031",
    ),
    ("More than 600 arrests were recorded this week.", "600 this week"),
    (
        "More than 600 arrests were recorded, the mission reported on Friday.",
        "600 - < Friday",
    ),
    (
        "Two weeks of raids on farms in the north that have shut 37 schools have killed 60 people.",
        "60 since Two weeks",
    ),
];

#[test]
fn stretches_keep_both_bounds() {
    check(STRETCHES);
}

const BODIES: &[(&str, &str)] = &[
    (
        "Police found 26 bodies on a farm in Orla. On Wednesday gunmen abducted 68 people in Tesk.",
        "26 -; 68 Wednesday",
    ),
    (
        "The bodies of two reporters are due in Orla. Shells hit Tesk on Friday.",
        "2 -",
    ),
    (
        "Gunmen raided Tesk on Friday. Two reporters were killed there.",
        "2 Friday",
    ),
    ("A bomb on Wednesday killed 26 people in Orla.", "26 Wednesday"),
];

#[test]
fn bodies_that_were_found_have_no_day() {
    check(BODIES);
}

const LEADS: &[(&str, &str)] = &[
    (
        "Five killed in Orla protests\n\nFive people were killed in Orla on Tuesday.\n\nThe protests began on Monday.",
        "5 Tuesday; 5 Tuesday",
    ),
    (
        "Five killed in Orla protests\n\nNine people were killed in Tesk on Tuesday.",
        "5 Tuesday; 9 Tuesday",
    ),
    (
        "A strike in June on a clinic killed 42 nurses, patients and cooks and injured another 30.",
        "42 June; 30 June",
    ),
    (
        "Two people died during Friday clashes. The clashes left nine people injured in all.",
        "2 Friday; 9 Friday",
    ),
    (
        "A square in Orla, March 14, 2031 © Ana Brenk.\n\nTwo people were killed in the blast.",
        "2 -",
    ),
];

#[test]
fn headlines_and_lists_have_the_day_of_their_lead() {
    check(LEADS);
}
