//! Sentences in which something stands between a day and a count, and as many in which nothing parts them; drawn as in
//! `when_examples`, run by the tests.

use super::when_examples::check;

const PARTED: &[(&str, &str)] = &[
    // a toll that is brought to a number
    (
        "Three people were killed in Orla on Monday, bringing the death toll there to 31.",
        "3 Monday; 31 -",
    ),
    (
        "The 16 deaths in Orla on Tuesday brought the death toll since the weekend to 33.",
        "16 Tuesday; 33 since the weekend",
    ),
    (
        "Three people were killed in Orla on Monday, bringing relief workers to tears.",
        "3 Monday",
    ),
    // what was done to them before, or to others
    (
        "Among the wounded in the raid were seven hostages held by the gang since May.",
        "7 -; 7 since May",
    ),
    (
        "Gunmen killed 12 villagers abducted by the gang in May.",
        "12 -; 12 May",
    ),
    ("Gunmen killed 12 villagers in the hills in May.", "12 May"),
    (
        "The clan abducted 20 drivers in return for a man kidnapped by its rivals in Orla on Monday.",
        "20 -; 1 Monday",
    ),
    ("Tens of people arrested on Friday have been freed.", "20 Friday; 20 -"),
    ("Ten people arrested on Friday were students.", "10 Friday"),
    // those who are included
    (
        "The death toll stands at 640, including the 60 people who died in the fire on 3 May.",
        "640 -; 60 3 May",
    ),
    (
        "A bomb killed 12 people, including three children, on Monday.",
        "12 Monday; 3 Monday",
    ),
    // another clause
    (
        "After weeks of protests in which 140 people died, the president left Orla on 14 May.",
        "140 -",
    ),
    (
        "After clashes in Orla 14 people died in the clinic on Friday.",
        "14 Friday",
    ),
    (
        "Varland has seen a rise in arrivals in the past week, and now hosts 24,000 refugees.",
        "24000 -",
    ),
    (
        "Fourteen people were shot dead in Tesk, where the uprising against the king erupted in May.",
        "14 -",
    ),
    (
        "Fourteen people were shot dead in Tesk, where troops opened fire in May.",
        "14 May",
    ),
    // a list with a day for each
    (
        "Five officers were killed in Orla on Thursday, 13 soldiers on Wednesday, 40 recruits on Monday.",
        "5 Thursday; 13 Wednesday; 40 Monday",
    ),
    // what came of it
    (
        "The council on Monday opened an investigation into the killing of two teachers.",
        "2 -",
    ),
    (
        "On Saturday, thousands called for peace at the funeral of two men killed in Orla.",
        "2 -",
    ),
    // the harm came in the raid, not since
    (
        "He has not been seen since a raid on Friday on his house, which killed three guards.",
        "3 Friday",
    ),
    ("The unrest since Friday has killed three guards.", "3 since Friday"),
];

#[test]
fn what_stands_between_a_day_and_a_count_parts_them() {
    check(PARTED);
}

const ROLES: &[(&str, &str)] = &[
    ("With a feast due later this week, 400 people have fled Orla.", "400 -"),
    ("Two hundred people have been killed this week.", "200 this week"),
    ("Twelve bodies were given a mass burial in Orla on Friday.", "12 -"),
    ("Twelve people were shot at a burial in Orla on Friday.", "12 Friday"),
    (
        "In a letter made public late on Tuesday, the envoy asked for help. Rebels hold 48 hostages.",
        "48 -",
    ),
    (
        "Residents say on Friday troops opened fire, killing one mourner and wounding ten people.",
        "1 Friday; 10 Friday",
    ),
    // the first day of the sentence
    (
        "On Friday, activists said troops shot dead 11 people in Orla.",
        "11 Friday < Friday",
    ),
    (
        "Earlier on Friday, the army said that 20 soldiers were killed in a raid.",
        "20 Earlier on Friday < Earlier on Friday",
    ),
    (
        "On Friday, activists said 5,000 people had been killed.",
        "5000 - < Friday",
    ),
    ("On Friday, relatives reported the deaths of two men.", "2 - < Friday"),
    (
        "The revolt's first anniversary came on Friday. On the second anniversary of the revolt, which has left 8,000 dead, it rained.",
        "8000 -",
    ),
    // the year of the weekday's date
    (
        "When people marched after Friday prayers on 18 May, troops opened fire, killing four people.",
        "4 18 May",
    ),
    // a disaster's own day
    (
        "The quake struck on Sunday, 12 May. Aid came in last week after the quake. Officials said 4,000 people died in the quake.",
        "4000 Sunday, 12 May",
    ),
    (
        "The quake struck on Sunday. Aid came late.\n\nThe town was full of people.\n\nSome 4,000 people are living in camps.",
        "4000 -",
    ),
];

#[test]
fn a_day_dates_what_its_words_ask_for() {
    check(ROLES);
}

const GLUED: &[(&str, &str)] = &[
    (
        "3 Feb: At least 55 killed in Orla 5 Apr: Raid on Tesk. Graves said to hold 57 bodies 7 May: Some 108 killed in Marn.",
        "55 3 Feb < 3 Feb; 57 5 Apr < 5 Apr; 108 7 May < 7 May",
    ),
    // two are no timeline
    (
        "The plan of 3 Feb: Two men were shot on Friday, 5 Apr.",
        "2 Friday, 5 Apr",
    ),
];

#[test]
fn entries_that_run_on_have_a_day_each() {
    check(GLUED);
}
