//! Sentences as notes on incidents, local newspapers and reports on the displaced write them; and others that look like them.

use super::count_cases::check;

/// What a text counts; "part" behind what belongs to a larger count.
const CASES: &[(&str, &str)] = &[
    // families said in persons as well: the persons
    (
        "About 3,100 families or 12,400 people were evacuated in Tarn district.",
        "displaced 12400",
    ),
    (
        "The storm displaced 41,000 families or 190,000 people.",
        "displaced 190000",
    ),
    ("Some 600 families or 2,800 people received blankets.", ""),
    (
        "The wind destroyed 900 homes, leaving 4,000 people homeless.",
        "displaced 4000",
    ),
    // words that a torn page wrote together
    ("About 1,200 peoplehave taken refuge in a school.", "displaced 1200"),
    (
        "Varland is still recovering, with14,000 internally displaced households.",
        "displaced 14000",
    ),
    // hit by fire
    (
        "Eleven people were hit in the drive-by shooting on Monday.",
        "injured 11",
    ),
    (
        "Five people were hit when gunfire erupted outside the club.",
        "injured 5",
    ),
    ("Three towns were hit by the storm.", ""),
    ("Four players were hit with fines after the shooting.", ""),
    ("Four dealers hit the road after the shooting.", ""),
    ("Two men were shot at around 4:30 p.m. in Tarn.", "injured 2"),
    ("Two officers were shot at in Tarn.", ""),
    ("At least one shot was fired from the car.", ""),
    // to hospitals of other names
    ("Four victims were taken to Orla Medical Center.", "injured 4"),
    ("Four letters were taken to Orla Medical Center.", ""),
    ("Three other people have non-life-threatening injuries.", "injured 3"),
    (
        "Two more victims showed up at a local hospital with gunshot wounds.",
        "injured 2",
    ),
    ("Two more nurses showed up at a local hospital.", ""),
    // pictures, ages, dates and hours
    ("Image 3 of 14 Two men died in Orla.", "killed 2"),
    ("Image 6 of / 12 Five people were wounded Sunday.", "injured 5"),
    ("In the end 3 of 14 miners died.", "killed 3"),
    (
        "The pellets struck four children ages of 8, 10, 14 and 15 on Monday.",
        "injured 4",
    ),
    ("The fire burned from 14 to 27 November and ruined farms.", ""),
    // kin in company
    (
        "Two farmers were killed alongside their wives and their four children.",
        "killed 2; killed 4",
    ),
    (
        "Two farmers died in the attack alongside their three sons.",
        "killed 2; killed 3",
    ),
    (
        "Two farmers were killed; their wives and four children survived.",
        "killed 2",
    ),
    // what a toll is said to be
    (
        "Estimates of the number of dead in Orla were between 590 and 810.",
        "killed -",
    ),
    ("The fatalities are given as 64 persons.", "killed 64"),
    ("Kelm TV reported the injuries to be 18.", "injured 18"),
    ("The damage is given as 64 million.", ""),
    ("Multiple injuries kept the player away.", ""),
];

#[test]
fn notes_and_local_news_are_counted() {
    check(CASES);
}
