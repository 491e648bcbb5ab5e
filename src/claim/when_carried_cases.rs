//! Days that a count takes from another sentence, and days that it must not take: another place, another incident, a part.

use super::when_examples::check;

const ELSEWHERE: &[(&str, &str)] = &[
    (
        "Police raided a shop in Orla on Monday, arresting 20 men. Gunmen fired on an office in the south and two guards were \
         killed.",
        "20 Monday; 2 -",
    ),
    (
        "A bomb killed six people on Monday and the police arrested two men. Four shops were hit and three guards were hurt.",
        "6 Monday; 2 Monday; 3 Monday",
    ),
    (
        "Shells fell on the city of Orla all week. The mayor of Estrava spoke to the crowd there. Residents left for the hills in cars. On Tuesday a raid on Estrava killed six \
         people. Doctors said four people were killed in Orla.",
        "6 Tuesday; 4 -",
    ),
    (
        "A raid killed six people on Tuesday in Orla. In addition to those killed in the raid, nine were shot by snipers.",
        "6 Tuesday; 9 -",
    ),
    (
        "Troops shelled Orla on Tuesday. Two people were killed by shells, while three died in separate attacks.",
        "2 Tuesday; 3 -",
    ),
    (
        "Troops shelled Orla on Tuesday. The minister resigned after hearing that 40 people had been killed.",
        "40 -",
    ),
    (
        "Troops shelled Orla on Tuesday. Guards had killed dozens of people across the country, a group said.",
        "24 -",
    ),
];

#[test]
fn another_place_or_incident_takes_no_day() {
    check(ELSEWHERE);
}

const TOLD_SO: &[(&str, &str)] = &[
    // the sentence before announces what follows
    (
        "The minister spoke. The lake was calm. The road was open. Militants continued their attacks on Monday. Three bombs \
         exploded in Orla, killing five people.",
        "5 Monday",
    ),
    (
        "In Orla on Monday, at least five people -- two of them children -- were killed and 20 injured, a doctor said.",
        "5 Monday; 2 Monday; 20 Monday",
    ),
    (
        "The largest quake there struck in 1960. It measured 9.5. Some 1,600 people were killed.",
        "1600 1960",
    ),
    // prices of a year are no days
    (
        "Damage came to 74 million crowns (1981 crowns). The storm hit the island. There, 82 people were killed.",
        "82 -",
    ),
    (
        "On 3 June, after Friday prayers, crowds gathered in the square and the police opened fire. One man was killed.",
        "1 3 June",
    ),
    (
        "Meanwhile the ferry sank on Tuesday in a storm off Orla. The lake was closed. Meanwhile, the ferry toll rose to three.",
        "3 Tuesday",
    ),
    (
        "On Monday crowds protesting in the square were fired on, leaving 50 dead.",
        "50 Monday",
    ),
    (
        "On Monday crowds marched, protesting the killing of 12 students.",
        "12 -",
    ),
    (
        "On Tuesday the army freed 90 people who had been arrested during the marches.",
        "90 -; 90 Tuesday",
    ),
    (
        "Four days after the fire in which 58 people died, police arrested two men on Sunday.",
        "58 -4 Day from Sunday; 2 Sunday",
    ),
    (
        "The latest deaths come a day after 27 people were killed in Orla.",
        "27 -1 Day from report",
    ),
    (
        "Sit-ins and protests were held overnight after guards stormed a market. At least one man was killed.",
        "1 overnight",
    ),
    (
        "The army is accused of killing 300 people during a two-month bombing campaign.",
        "300 since month of two-month",
    ),
    (
        "About 40,000 people have died since Tuesday's 7.0-magnitude earthquake hit the capital.",
        "40000 Tuesday",
    ),
    (
        "The bodies of 69 people, shot at close range in two villages, were discovered in the hills on Monday.",
        "69 -",
    ),
    (
        "Some 130 people have been rescued since the earthquake 11 days ago. In all 75,000 people were killed by the quake.",
        "75000 11 days ago",
    ),
    (
        "The quake left 1,500 people homeless. There was a further strong aftershock on Friday, but nobody was hurt.",
        "1500 -; 0 Friday",
    ),
    (
        "An earthquake struck Orla on Tuesday. Six patients died for lack of medicine.",
        "6 -",
    ),
    (
        "The town is quiet. Rain fell all day.\n\nSome 1,300 people were wounded in Orla. The beds are full. A nurse said 1,300 people have been wounded since March.",
        "1300 -; 1300 since March",
    ),
    (
        "The league said 1,300 people died. The beds are full. The league said 1,300 people have died since March.",
        "1300 since March; 1300 since March",
    ),
    (
        "Some 130 people were wounded in Orla. The beds are full. A nurse said 130 people were wounded at the weekend.",
        "130 the weekend; 130 the weekend",
    ),
    (
        "Some 130 people were wounded in Orla. The beds are full. A nurse said 130 people were wounded on Monday.",
        "130 Monday; 130 Monday",
    ),
    (
        "He said 17 people were killed in Orla, where unrest began last month.",
        "17 -",
    ),
    (
        "He said 17 people were killed in Orla, where on Monday troops opened fire.",
        "17 Monday",
    ),
];

#[test]
fn a_day_goes_on_or_does_not() {
    check(TOLD_SO);
}
