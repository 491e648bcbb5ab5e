//! Counts that take their day from a quote, from the count beside them, from their place or from the article's only day, and as
//! many that must not.

use super::when_examples::check;

const QUOTED: &[(&str, &str)] = &[
    (
        "A rebel spokesman said planes bombed a depot near Orla on Friday. “A dozen people have been killed. No one can get there,” said a man who gave his name as Maro.",
        "12 Friday",
    ),
    (
        "Mobs rioted in Orla on Tuesday, forcing the police to open fire. \"Two people have been killed and five injured,\" Marr said.",
        "2 Tuesday; 5 Tuesday",
    ),
    // outside of a quote a perfect counts on
    (
        "A rebel spokesman said planes hit a depot near Orla on Friday. Some 900 people have been killed in the war.",
        "900 -",
    ),
    (
        "Planes hit a depot near Orla on Friday. “Some 9,000 people have been killed in the war,” Marr said.",
        "9000 -",
    ),
];

#[test]
fn a_quote_tells_of_what_was_told() {
    check(QUOTED);
}

const ALONGSIDE: &[(&str, &str)] = &[
    (
        "At least seven people have been killed and 30 injured in mob attacks on the old quarters of the town and on its markets on Thursday.",
        "7 Thursday; 30 Thursday",
    ),
    // the second has a verb and a day of its own
    (
        "Two people were killed at once and a third was shot dead on Thursday.",
        "2 -; 1 Thursday",
    ),
];

#[test]
fn a_count_joined_to_a_dated_one_has_its_day() {
    check(ALONGSIDE);
}

const PLACED: &[(&str, &str)] = &[
    (
        "Troops used tanks on Wednesday to try to take Tesk, residents said. Ships lay off the coast. The minister spoke to \
         the press. A doctor said 11 people had been killed in Tesk.",
        "11 Wednesday",
    ),
    (
        "Troops used tanks on Wednesday to try to take Tesk, residents said. Ships lay off the coast. The minister spoke to \
         the press. A doctor said 11 people had been killed in Orla.",
        "11 -",
    ),
    (
        "Troops used tanks on Wednesday to try to take Tesk. A bomb went off in Orla on Thursday. The minister spoke. A doctor \
         said 11 people had been killed in Tesk.",
        "11 -",
    ),
    (
        "Supporters of the king flooded into the square on Wednesday. Blood ran down faces. Women brought water. Police were nowhere to be \
         seen. Dozens of wounded were carried away.",
        "24 Wednesday",
    ),
];

#[test]
fn a_place_and_a_lone_day_go_on() {
    check(PLACED);
}

const FRONT: &[(&str, &str)] = &[
    (
        "On Friday, activists said at least 52 people were killed across the country, including 16 in Orla.",
        "52 Friday < Friday; 16 Friday < Friday",
    ),
    (
        "Earlier on Wednesday, the group said that 20 soldiers were killed in an attack on a barracks.",
        "20 Earlier on Wednesday < Earlier on Wednesday",
    ),
    (
        "Rights groups say on Friday troops opened fire on a march in Orla, killing one mourner.",
        "1 Friday",
    ),
    // the day of a statement
    (
        "The minister said on Tuesday that 500 soldiers had been killed.",
        "500 - < Tuesday",
    ),
    (
        "On Friday, activists said 5,200 people have been killed in the unrest.",
        "5200 - < Friday",
    ),
    (
        "On Friday, the group published an account of the raid, saying troops killed about 100 people.",
        "100 - < Friday",
    ),
];

#[test]
fn a_day_before_those_who_tell_is_that_of_what_they_tell() {
    check(FRONT);
}

const WORDS: &[(&str, &str)] = &[
    (
        "Troops fired shells in Orla on Monday. Some 40 people were said to have died.",
        "40 Monday",
    ),
    (
        "Troops fired shells in Orla on Monday. Some 4,000 people have died.",
        "4000 -",
    ),
    (
        "Thousands have died in an 11-month uprising against the king.",
        "2000 since month of 11-month",
    ),
    (
        "The plan was agreed on 2 March. More than 370 people have been killed since, the group said.",
        "370 since 2 March",
    ),
    (
        "The group said 233 people had been killed in the past week of upheaval.",
        "233 since the past week",
    ),
    (
        "Marr stood by a clinic that was hit by an attack on Monday. Officials said the bodies of eight people had been pulled out earlier in the day.",
        "8 Monday",
    ),
    (
        "A gunman was killed in Orla on Monday. A second gunman was shot dead near the gate and two guards died.",
        "1 Monday; 1 Monday; 2 Monday",
    ),
    (
        "Four people died in Tuesday's clashes. At least 102 guards were injured.",
        "4 Tuesday; 102 Tuesday",
    ),
    (
        "Four people died in Tuesday's clashes. At least 1,020 guards were injured so far.",
        "4 Tuesday; 1020 -",
    ),
];

#[test]
fn words_that_go_on_with_a_day() {
    check(WORDS);
}
