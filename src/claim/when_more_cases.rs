//! Days by distance, by course, by what stands right before: sentences that must and that must not take them.

use super::when_examples::check;

const DISTANCES: &[(&str, &str)] = &[
    (
        "Two people were killed on Sunday in a second strike on the port, a day after nine dockers died there.",
        "2 Sunday; 9 -1 Day from Sunday",
    ),
    (
        "Gunmen killed six people on Friday, two weeks before a bomb killed eight.",
        "6 Friday; 8 2 Week from Friday",
    ),
    (
        "On the 30th anniversary of the massacre in which 900 people died, the town held a march.",
        "900 -30 Year from report",
    ),
    (
        "The town marked the twentieth anniversary of the flood in which 40 people died.",
        "40 -20 Year from report",
    ),
    (
        "The town marked the tenth anniversary of the 1996 massacre in which 84 villagers died.",
        "84 1996",
    ),
    // its own day is told
    (
        "A bomb killed 12 people on Friday, two days after gunmen killed four on Wednesday.",
        "12 Friday; 4 Wednesday",
    ),
    // the distance is that of the vote
    (
        "On Monday, two days after the vote, gunmen killed nine people.",
        "9 Monday",
    ),
    ("Hours after the vote gunmen killed nine people.", "9 -"),
    ("The attack came days after nine people were killed.", "9 -"),
];

#[test]
fn a_distance_is_counted_from_the_day_told() {
    check(DISTANCES);
}

const OWN_CLAUSES: &[(&str, &str)] = &[
    (
        "Police arrested four men on Sunday over the killing of two aid workers, who were shot on Tuesday in Orla.",
        "4 Sunday; 2 Tuesday",
    ),
    (
        "Residents said armed men came the night before, on Wednesday, and killed 11 people.",
        "11 Wednesday",
    ),
    (
        "Bandits killed 12 people who had been kidnapped in May.",
        "12 -; 12 May",
    ),
    ("Two were killed at once, a third died on Saturday.", "2 -; 1 Saturday"),
    (
        "Four officers were ambushed on Friday night in Orla. Two were killed at once, a third died on Saturday.",
        "2 Friday night; 1 Saturday",
    ),
    (
        "Four people have died after a gas explosion ripped through a block of flats in Kelm on Tuesday.",
        "4 Tuesday",
    ),
    (
        "The minister, who took office on Monday, said 16 people had died.",
        "16 -",
    ),
    (
        "Officials on Friday condemned a strike on a hospital the day before that killed eight patients.",
        "8 the day before",
    ),
    (
        "The council on Monday condemned the crackdown in which 12 people have been killed.",
        "12 -",
    ),
    (
        "Three men have been arrested in connection with a suspected shooting last year at a house.",
        "3 -",
    ),
    (
        "Officers were called to Mill Lane at 3.20 a.m. on Sunday after a stabbing. Two men were pronounced dead at the \
         scene. Three men were arrested on Monday.",
        "2 3.20 a.m. on Sunday; 3 Monday",
    ),
    (
        "The mayor condemned those who on Friday killed six priests.",
        "6 Friday",
    ),
    (
        "Four men were killed and two guards were wounded in confrontations that occurred early on Friday in the north.",
        "4 early on Friday; 2 early on Friday",
    ),
    (
        "A man accused in a May 25 shooting that killed one person and injured three others entered his plea on Monday.",
        "1 May 25; 3 May 25",
    ),
    (
        "Six people were hurt in an alleged strike that hit a house in the old quarter of the town of Kelm, west of Orla, \
         at about 9 am on Friday.",
        "6 about 9 am on Friday",
    ),
    (
        "At around 3 pm on 6 November 2031, two civilians were killed in a strike.",
        "2 around 3 pm on 6 November 2031",
    ),
];

#[test]
fn a_clause_has_a_day_of_its_own() {
    check(OWN_CLAUSES);
}

const COURSES: &[(&str, &str)] = &[
    (
        "Clashes broke out on Thursday over cattle and went on until Saturday. Police said 34 people were killed during the \
         clashes.",
        "34 Thursday to Saturday",
    ),
    (
        "Riots began on Monday. During the riots 12 people were killed.",
        "12 since Monday",
    ),
    // told elsewhere, not said by the clause
    (
        "The uprising began in March. More than 9,000 people have died in the uprising.",
        "9000 -",
    ),
    (
        "Between 4 and 10 March, the mission documented 17 civilian deaths.",
        "17 4 and 10 March",
    ),
    (
        "The report, covering 26 February to 3 March, lists 22 killings.",
        "22 26 February to 3 March",
    ),
    (
        "The toll has been 7,000 since the war began in March. The death toll passed 5,400 in January.",
        "7000 since March; 5400 since March < January",
    ),
];

#[test]
fn a_course_has_its_bounds() {
    check(COURSES);
}

const SAME_DAY: &[(&str, &str)] = &[
    (
        "Gunmen killed 23 people in Orla on Tuesday. Earlier a bomb attack on a patrol killed three civilians.",
        "23 Tuesday; 3 Tuesday",
    ),
    (
        "Two men stabbed a guard in Orla on Friday evening. Hours later, officers arrested two suspects.",
        "1 Friday evening; 2 Friday evening",
    ),
    (
        "A bomb killed 12 people on Tuesday. Earlier attacks in the region killed 40 people.",
        "12 Tuesday; 40 -",
    ),
    (
        "The incident occurred on Thursday evening.\n\nThe builder was also attacked on March 3.\n\nNo one was injured in the \
         incident.",
        "0 Thursday evening",
    ),
    (
        "The landslide buried some 20 homes in the village on Tuesday night. By Friday, rescuers had pulled 35 bodies from \
         the mud.",
        "35 Tuesday night < Friday",
    ),
    ("Relatives buried 35 people on Tuesday.", "35 -"),
    (
        "Two men were killed on Sunday and their bodies were found in a ditch.",
        "2 Sunday",
    ),
    ("The bodies of two men were found in a ditch on Sunday.", "2 -"),
    (
        "Overnight shelling of the town killed three people.",
        "3 0 Day from report",
    ),
    ("An overnight curfew was imposed and three people were arrested.", "3 -"),
    (
        "Hundreds marched on Saturday to demand justice for three boys killed by a shell.",
        "3 -",
    ),
    (
        "Trouble has not ended since Saturday night. The police fired at around 10 pm. One person was hurt in the firing.",
        "1 Saturday night",
    ),
];

#[test]
fn what_stands_right_before_lends_its_day() {
    check(SAME_DAY);
}
