//! Sentences whose day is that of a search, a state or another act, and as many whose day is that of the harm; run by the tests.

use super::when_examples::check;

const SEARCHES: &[(&str, &str)] = &[
    // the day of those who come after
    (
        "Divers combed the hull on Sunday for 40 missing people. The ferry sank late on Friday off Kelm.",
        "40 late on Friday",
    ),
    (
        "Rescuers on Sunday held out hope for 40 missing people. The ferry sank late on Friday off Kelm.",
        "40 late on Friday",
    ),
    ("Crews dug through the ruins on Sunday for 40 missing people.", "40 -"),
    ("Fourteen people were still missing on Sunday.", "14 - < Sunday"),
    ("Fourteen people remained in hospital on Sunday.", "14 - < Sunday"),
    // the day of the harm
    ("Gunmen combed the village on Sunday and killed 40 people.", "40 Sunday"),
    (
        "Rescuers on Sunday were hit by a slide that killed four of them.",
        "4 Sunday",
    ),
    (
        "Divers searched for 12 people missing from a ferry that sank on Sunday.",
        "12 Sunday",
    ),
    ("Forty people went missing on Sunday.", "40 Sunday"),
];

#[test]
fn the_day_of_a_search_is_not_that_of_the_harm() {
    check(SEARCHES);
}

const BEGUN: &[(&str, &str)] = &[
    (
        "The army launched an offensive on 7 March after rebels hit Tesk. At least 120 people were killed.",
        "120 7 March",
    ),
    (
        "The ministry on 7 March launched a fund.\n\nAt least 120 people were killed in raids on farms.",
        "120 -",
    ),
    (
        "The army launched an offensive on 7 March. The fighting has since killed 3,900 people.",
        "3900 since 7 March",
    ),
    (
        "The slide buried 17 people on Sunday. Eight of these have since been found dead.",
        "17 Sunday; 8 Sunday",
    ),
    (
        "Thirty killed in strike on school in Orla\n\nThirty people were killed in a strike on a school in Orla, medics said.\n\n\
         Nobody spoke of it.\n\nThe army did not answer.\n\nTesk has come under fire, including a raid on July 9 which killed 72 people.",
        "30 -; 30 -; 72 July 9",
    ),
    (
        "Thirty killed in strike on school in Orla\n\nThirty people were killed in a strike on a school in Orla, medics said.\n\n\
         Nobody spoke of it.\n\nThe army did not answer.\n\nThe strike on Tuesday was the worst.",
        "30 Tuesday; 30 Tuesday",
    ),
];

#[test]
fn an_offensive_harms_from_its_day() {
    check(BEGUN);
}

const HEADINGS: &[(&str, &str)] = &[
    (
        "Storms tore through Dovia.\n\nDEATH TOLLS FOR MAY 3-4 TORNADOES\n\nOrla reported 41 deaths as of Friday evening.\n\n\
         Fourteen people were still missing Friday afternoon.",
        "41 MAY 3-4 < Friday evening; 14 MAY 3-4 < Friday afternoon",
    ),
    (
        "Storms tore through Dovia.\n\nLESSONS OF THE MAY 3-4 MEETING\n\nOrla reported 45 deaths.",
        "45 -",
    ),
    (
        "Some of the worst shootings are told here in short.\n\nThey happened in many places.\n\nNobody counted all of them.\n\n\
         Orla market: 14 dead\n\nA man shoots dead 14 people in Orla in May 2030.\n\nKelm school: 13 dead\n\n\
         In July 2031 a man kills 13 people in Kelm.",
        "14 May 2030; 14 May 2030; 13 July 2031; 13 July 2031",
    ),
    (
        "Some of the worst shootings are told here in short.\n\nThey happened in many places.\n\nNobody counted all of them.\n\n\
         Orla market: 14 dead\n\nThe town still mourns.",
        "14 -",
    ),
];

#[test]
fn headings_lend_their_day_to_what_stands_below() {
    check(HEADINGS);
}

const EARLIER: &[(&str, &str)] = &[
    (
        "Gunmen have killed 19 people they had abducted in February.",
        "19 -; 19 February",
    ),
    (
        "Bandits killed 33 people who were seized from a bus in February.",
        "33 -; 33 February",
    ),
    ("Bandits killed 33 people in February.", "33 February"),
    (
        "On Friday some returned to Orla and reported the killing of 33 hostages.",
        "33 -",
    ),
    ("On Friday gunmen came to Orla and killed 33 hostages.", "33 Friday"),
    (
        "Gunmen shot four men at 1 a.m. Friday. Three minutes later, two more men were shot.",
        "4 1 a.m. Friday; 2 1 a.m. Friday",
    ),
    (
        "Gunmen shot four men at 1 a.m. Friday. Three days later, two other people were shot.",
        "4 1 a.m. Friday; 2 Three days later",
    ),
    (
        "Last Thursday and Friday, bombs in Orla left 160 people dead.",
        "160 Last Thursday to Friday",
    ),
    (
        "Guards have killed 163 men as the violence drags into a fifth month. Gunmen shot two men on Sunday.",
        "163 -; 2 Sunday",
    ),
    (
        "The agency reported a rise in arrivals on Tuesday. Some 5,000 people were displaced.",
        "5000 -",
    ),
    (
        "The agency reported an attack in Orla on Tuesday. Twelve people were killed.",
        "12 Tuesday",
    ),
];

#[test]
fn earlier_acts_and_later_minutes_keep_their_days() {
    check(EARLIER);
}
