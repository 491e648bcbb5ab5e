//! Sentences whose day is that of another act, and as many whose day is that of the harm; drawn as in `when_examples`, run by
//! the tests.

use super::when_examples::check;

const OTHER_ACTS: &[(&str, &str)] = &[
    // the day of what is said or done about it dates nothing after it
    (
        "The envoy on Friday held a meeting to review the riots in Orla. Some 14 people were killed in Tesk.",
        "14 -",
    ),
    (
        "On Tuesday, an aid worker said 90 people had been fed since the earthquake. Some 250 people were injured in it.",
        "250 -",
    ),
    (
        "The minister on Thursday refuted the charge that police did not stop the riots. Some 98 people were killed in police firing, he said.",
        "98 -",
    ),
    (
        "The plan, which the cabinet took up on Tuesday, calls for an end of the violence. Five people were killed in Tesk.",
        "5 -",
    ),
    // what did harm stands in the clause of the day
    (
        "Riots raged in Orla on Friday. Some 14 people were arrested.",
        "14 Friday",
    ),
    (
        "Clashes were reported in Orla on Friday. Some 14 people were killed.",
        "14 Friday",
    ),
    ("Troops entered Orla on Friday. They killed 14 people.", "14 Friday"),
    (
        "A bomb exploded in Orla on Friday. Five people were killed.",
        "5 Friday",
    ),
];

#[test]
fn a_day_is_that_of_the_harm_where_one_clause_ties_both() {
    check(OTHER_ACTS);
}

const STRETCHES: &[(&str, &str)] = &[
    // no stretch that reaches up to the report
    ("Some 3,000 people were killed in one day.", "3000 -"),
    (
        "Police arrested 400 rioters during the first five days, the ministry said.",
        "400 -",
    ),
    (
        "After 3 March the town was calm. Twelve people were killed in the fire.",
        "12 -",
    ),
    // one that does
    ("Some 3,000 people were killed in two days.", "3000 since two days"),
    (
        "Police arrested 400 rioters during the past five days, the ministry said.",
        "400 since the past five days",
    ),
    // two weekdays side by side
    (
        "Crowds fought in the square Wednesday and Thursday, leaving 11 people dead.",
        "11 Wednesday to Thursday",
    ),
    // a start told far before its day
    (
        "Some 400 people have been killed since troops launched an assault on rebel-held parts of the city last Saturday.",
        "400 since last Saturday",
    ),
    (
        "Over fifty people have been killed in Orla since Sunday, when the army stormed the camp.",
        "50 since Sunday",
    ),
    // one who is gone was lost on the day; many go missing one by one
    ("Ana Marr has been missing since 3 April.", "1 3 April"),
    ("Some 40 people have been missing since 3 April.", "40 since 3 April"),
];

#[test]
fn a_stretch_reaches_up_to_the_report_only_where_it_says_so() {
    check(STRETCHES);
}

const WORDS: &[(&str, &str)] = &[
    // lives that are claimed, days before a noun
    (
        "A raid on a station in Orla in May claimed at least 60 lives.",
        "60 May",
    ),
    ("The ministry in May claimed that 60 people had died.", "60 - < May"),
    (
        "The town was calm, said a senior officer on Saturday. Two people were killed in Tesk.",
        "2 -",
    ),
    // whoever is named again died once
    (
        "The death of Oran Belt shook the town.\n\nThe rebels met. Oran Belt was killed on Thursday.",
        "1 Thursday; 1 Thursday",
    ),
    (
        "Oran Belt was killed on Thursday.\n\nThe rebels met. Karl Tamm was killed in Tesk.",
        "1 Thursday; 1 -",
    ),
];

#[test]
fn words_beside_a_day_tell_whose_it_is() {
    check(WORDS);
}

const WHOSE: &[(&str, &str)] = &[
    // "that" points, or opens what is said
    (
        "The council says it has word that 76 people were killed in that country last Friday alone.",
        "76 last Friday",
    ),
    (
        "The paper said that over the past week its office was closed, and nine reporters were detained at various stages.",
        "9 since the past week",
    ),
    // "at least" is no superlative
    (
        "Gunmen have killed at least six teachers in the past month.",
        "6 since the past month",
    ),
    ("Snipers killed at most ten people last year.", "10 last year"),
    ("The raid, one of the worst this month, left 12 dead.", "12 -"),
    // how long there was none
    (
        "Four sailors were killed in the clash, the first such incident in three years.",
        "4 -",
    ),
    ("The blast, the deadliest in six months, killed 30 people.", "30 -"),
    (
        "In two months of fighting, 400 people have been killed.",
        "400 since two months",
    ),
    // those who are counted arrive; others come to speak
    (
        "About 2,500 refugees had arrived in Orla over the past four days, adding to the 35,000 already there.",
        "2500 since the past four days",
    ),
    (
        "A delegation arrived on Sunday to meet the families of the 12 people killed.",
        "12 -",
    ),
    (
        "The agency says 900 refugees had crossed the border in the previous 48 hours.",
        "900 since the previous 48 hours",
    ),
    // the day that is counted, and the day on which a toll came to its number
    (
        "The death toll for Sunday stood at 31 people, medics said.",
        "31 Sunday",
    ),
    (
        "The toll among the troops on Sunday hit the grim mark of 2,000 dead.",
        "2000 -",
    ),
    // what came first
    ("The arrests of nine students followed a march on Friday.", "9 -"),
    (
        "Ten people died in the fire that followed the crash on Friday.",
        "10 Friday",
    ),
    (
        "A blast on Friday, followed by gunfire, killed nine people.",
        "9 Friday",
    ),
];

#[test]
fn a_day_is_that_of_its_own_clause() {
    check(WHOSE);
}
