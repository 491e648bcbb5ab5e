//! Stretches that go on, days of people who are named by the way, months of reports and quakes by their distance, and as many
//! that must not.

use super::when_examples::check;

const STRETCHES: &[(&str, &str)] = &[
    (
        "The league has documented the deaths of 861 journalists over the past two decades. In that period, 150 were shot dead.",
        "861 since the past two decades; 150 since the past two decades",
    ),
    (
        "Activists say 16 people have been killed since tanks came to Orla on Thursday. Officials say six guards have been killed in the same operation.",
        "16 since Thursday; 6 since Thursday",
    ),
    (
        "He said 900 people had fled over the past year and added that 40 had drowned at sea.",
        "900 since the past year; 40 since the past year",
    ),
    (
        "For a full year, the death toll in Orla has climbed, to a total of more than 8,000 dead.",
        "8000 since a full year",
    ),
    (
        "This year, because of the unrest in the south, 12 reporters have died on duty.",
        "12 This year",
    ),
    // another incident, other words of a stretch, those who hear
    (
        "Activists say 16 people have been killed since tanks came to Orla on Thursday. Nine people died when a bus overturned in Tesk.",
        "16 since Thursday; 9 -",
    ),
    (
        "An official told journalists on Friday that the army had lost four men, killed in the north.",
        "4 - < Friday",
    ),
    (
        "The army killed two men in Orla, the cradle of the five-month-old uprising.",
        "2 -",
    ),
    (
        "At least 2,000 people have been killed in the three-month-old revolt.",
        "2000 since month of three-month-old",
    ),
];

#[test]
fn a_stretch_goes_on_where_the_words_go_on_with_it() {
    check(STRETCHES);
}

const NAMED: &[(&str, &str)] = &[
    (
        "Police shot dead two people on Saturday in Orla. They also fired on a procession for three men who were killed on Friday in Tesk, killing one mourner.",
        "2 Saturday; 3 Friday; 1 Saturday",
    ),
    (
        "Gunmen attacked the home of a judge who was wounded on Monday, killing two guards.",
        "1 Monday; 2 -",
    ),
    (
        "The rebels recovered the bodies of 15 guards killed on Sunday.",
        "15 Sunday",
    ),
    (
        "Rebels opened fire on Tuesday at a funeral for a judge, killing five people.",
        "5 Tuesday",
    ),
    // who did the harm, and who only mourned
    (
        "Gunmen who had seized a school on Tuesday killed five teachers.",
        "5 Tuesday",
    ),
    (
        "The crowd chanted on Friday at the funeral of two guards, killed in Tesk.",
        "2 -",
    ),
    (
        "The bodies of four men were found on Saturday. Six more were found on Sunday.",
        "4 -; 6 -",
    ),
];

#[test]
fn those_who_are_named_by_the_way_keep_their_day() {
    check(NAMED);
}

const REPORTS: &[(&str, &str)] = &[
    (
        "In June, the government of Orla reported that 6,947 people had died, including 3,211 civilians.",
        "6947 - < June; 3211 - < June",
    ),
    (
        "Last month the ministry said that 6,947 people had been killed.",
        "6947 - < Last month",
    ),
    // the month of the harm
    ("In June, rebels killed 6,947 people, the ministry said.", "6947 June"),
    ("In June, residents said, rebels killed 40 people.", "40 June"),
];

#[test]
fn a_month_before_what_was_said_is_that_of_the_words() {
    check(REPORTS);
}

const QUAKES: &[(&str, &str)] = &[
    (
        "Troops are handing out food in Orla, a week after the earthquake. Officials say 75,000 people were killed.",
        "75000 -1 Week from report",
    ),
    (
        "A boy was pulled out alive on Sunday, five days after the earthquake. The quake killed 300 people.",
        "300 -5 Day from Sunday",
    ),
    (
        "The earthquake struck on Tuesday, 14 January, officials said. It was feared that 200 people had died in last Tuesday's earthquake.",
        "200 Tuesday, 14 January",
    ),
    // another day from which is counted, no number
    (
        "Aid came only two days after the earthquake, survivors said. The quake killed 300 people.",
        "300 -",
    ),
    (
        "Years after the earthquake, Orla is still in ruins. The quake killed 300 people.",
        "300 -",
    ),
    (
        "The fire broke out on Tuesday, 14 January, officials said. It was feared that 200 people had died in last Tuesday's riots.",
        "200 last Tuesday",
    ),
];

#[test]
fn a_quake_has_one_day_also_by_its_distance() {
    check(QUAKES);
}

const MANY_PLACES: &[(&str, &str)] = &[
    (
        "Violence was reported on Wednesday in several towns. In Orla, seven farmers died when troops shelled the market. The shops were shut. The roads were empty. In Tesk, three men were shot dead.",
        "7 Wednesday; 3 Wednesday",
    ),
    (
        "Nine people were killed in an attack on a farm near Orla. Women are among those reported killed on Sunday night in the hills.",
        "9 Sunday night",
    ),
    // another day between, a running toll, another count behind
    (
        "Police shot dead 40 people at rallies across the country on Wednesday. The crowds were the largest yet. On Thursday the king spoke. In Tesk police had killed three protesters.",
        "40 Wednesday; 3 -",
    ),
    (
        "Clashes broke out across the country on Wednesday. The war has run for years. In Tesk, 300 people have been killed.",
        "300 -",
    ),
    (
        "At least nine people were killed near Orla. The minister resigned on Sunday.",
        "9 -",
    ),
];

#[test]
fn a_day_of_many_places_is_that_of_each() {
    check(MANY_PLACES);
}

const OTHERS: &[(&str, &str)] = &[
    (
        "In 1692 in Orla, a quake killed 2,000 people; in Tesk in 1843, another killed 5,000.",
        "2000 1692; 5000 1843",
    ),
    (
        "Fighting reached the village in 1982, after which seven men were killed.",
        "7 1982",
    ),
    (
        "At least nine people were killed while protesting against the king in the last 48 hours.",
        "9 since the last 48 hours",
    ),
    (
        "Police opened fire on Friday at a rally in Orla. It demanded the release of 15 pupils.",
        "15 -",
    ),
    // a march against it, an arrest
    (
        "Thousands marched on Thursday, protesting against the killing of nine people by the guards.",
        "9 -",
    ),
    (
        "Police raided a school in Orla on Friday. They arrested 15 pupils.",
        "15 Friday",
    ),
];

#[test]
fn clauses_keep_their_days() {
    check(OTHERS);
}
