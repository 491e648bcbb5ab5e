//! Sentences as newspapers write them with their counts as kind and number: tolls, lists behind dashes, and what counts nobody.

use super::count_cases::check;

/// What a text counts; "part" behind what belongs to a larger count, "one" behind a single person.
const CASES: &[(&str, &str)] = &[
    ("She was 18 and died when her convoy was blown up by a bomb.", ""),
    ("The army said it had no evidence anyone had been killed.", ""),
    ("We know that too many people have died in Orla.", ""),
    ("No one was killed in Orla.", "killed 0"),
    ("We are lucky no-one has been injured, she said.", "injured 0"),
    (
        "It said that four members of the Free Varland Army had died in clashes with troops.",
        "killed 4",
    ),
    ("Twenty men of the free varland army were killed.", "killed 20"),
    ("Rebels free 20 prisoners in Orla.", "released 20"),
    (
        "The league has documented nine men and boys who have not been seen since they went to the camp.",
        "missing 9",
    ),
    ("Some 40 films have not been seen since the war.", ""),
    // tolls and totals
    (
        "The toll of the fire in Orla over three days has gone up to 231.",
        "killed 231",
    ),
    (
        "The number of men arrested in the last four days has gone up to 1587.",
        "arrested 1587",
    ),
    (
        "The overall toll of Orla touched the 544-mark on Wednesday.",
        "killed 544",
    ),
    ("The toll of the war hit the grim 2,000 landmark.", "killed 2000"),
    ("The toll is now close to the 800 mark.", "killed 800"),
    ("The death toll in the massacre is now nearly 525.", "killed 525"),
    ("The state figure of arrests has crossed 3,000.", "arrested 3000"),
    (
        "The death toll of its guards has risen from 11 to 14.",
        "killed 11; killed 14",
    ),
    ("The number of dead could be \"between 100 and 200\".", "killed -"),
    (
        "The number who have died is likely to be between 100 and 200.",
        "killed -",
    ),
    ("Others gave death tolls in excess of 200.", "killed 200"),
    ("So far more than 432 arrests have been made.", "arrested 432"),
    ("They believe that 45-50,000 people died in the quake.", "killed -"),
    ("The state raised road tolls of 200 and tallies of votes.", ""),
    ("Death toll in the Orla fire tops 1,500", "killed 1500"),
    ("The death toll now often exceeds 100 a day.", ""),
    ("Death toll in the Orla fire: a team tops 1,500 points", ""),
    ("They stood close to the 12 marks on the wall.", ""),
    ("Two-thirds of the town's 3,000 people fled.", "displaced - part"),
    (
        "He spoke of deaths, estimated by clerks at some 2,000, in ten days.",
        "killed 2000",
    ),
    ("They spoke of deaths, counted by clerks at the town hall.", ""),
    // lists behind dashes and commas
    (
        "At least four people died on Tuesday, it said -- three clerks in Orla and one guard in Tarn.",
        "killed 4; killed 3 part; killed 1 part",
    ),
    (
        "Some 58 people had died in the fire on Tuesday - 24 clerks, 30 nuns and four guards.",
        "killed 58; killed 24 part; killed 30 part; killed 4 part",
    ),
    (
        "Ten people died in the fire - 20 engines and four ladders were sent.",
        "killed 10",
    ),
    (
        "More than 1,260 farmers, nuns and young soldiers have died since May.",
        "killed 1260",
    ),
    (
        "Four persons, including the guard were wounded in Orla.",
        "injured 4; injured 1 part one",
    ),
    (
        "Seven farmers, a cook and a nun were killed.",
        "killed 7; killed 1 one; killed 1 one",
    ),
    (
        "A raid killed 25 people -- a third of them children.",
        "killed 25; killed - part",
    ),
    (
        "Fighting grows-more than 100 people were killed on Monday.",
        "killed 100",
    ),
    ("The fighters - mainly farmers - were seen by those freed.", ""),
    (
        "In Orla (two guards were shot dead last week), thousands of women marched.",
        "killed 2",
    ),
    // words of harm
    (
        "Three people were torched to death and two were stabbed fatally.",
        "killed 3; killed 2",
    ),
    ("Two hundred people had arrived wounded.", "injured 200"),
    ("Five had serious injuries.", "injured 5"),
    (
        "Rebels on the eastern front of the war lost 11 men in a day.",
        "killed 11",
    ),
    ("Marr lost four members of his family in the fire.", "killed 4"),
    ("Also killed were two neighbours.", "killed 2"),
    ("Some 300 people were whisked away to safer places.", "displaced 300"),
    ("Some 500,000 people are living outdoors.", "displaced 500000"),
    ("A ship picked up 300 of the wounded fighters.", "injured 300 part"),
    ("The five dead were brought to a hospital.", "killed 5"),
    ("One nun in the all-but-deserted town was killed.", "killed 1"),
    ("Ten vendors from Orla itself had been burnt alive.", "killed 10"),
    ("We have no reports at present of casualties.", "casualties 0"),
    ("A nun told how two of her brothers were detained.", "arrested 2"),
    ("It says they have killed 1,100 army and police.", "killed 1100"),
    (
        "The flood left five people dead and five others missing.",
        "killed 5; missing 5",
    ),
    (
        "For each of the 1,600 soldiers killed since the war began there is a tree.",
        "killed 1600",
    ),
    ("The shooting dead of two clerks led to riots.", "killed 2"),
    (
        "Twelve guards died, six were wounded and seven were captured.",
        "killed 12; injured 6; arrested 7",
    ),
    ("It spoke of injuries sustained by 790 soldiers.", "injured 790"),
    (
        "The office has lost at least 40 workers, many of them found dead.",
        "killed 40; killed - part",
    ),
    ("A film showed 13 victims of an apparent mass execution.", "killed 13"),
    ("Mass graves were said to hold 57 people.", "killed 57"),
    ("They opened fire, killing or wounding 30 clerks.", "casualties 30"),
    (
        "Kelm has seen many refugees come over the hills and now hosts some 24,000 Varlanders.",
        "displaced 24000",
    ),
    // the other way about
    (
        "The office has lost at least 40 workers, some of them found dead.",
        "killed 40",
    ),
    ("There had been another mass killing in Orla.", ""),
    ("The two killed clerks were handed over on Monday.", "killed 2"),
    ("They stood at the grave with two people.", ""),
    ("The gravel pits hold 57 people.", ""),
    ("Two were fined and seven were held.", ""),
    ("The fund paid the 58 victims of the flood.", ""),
    ("The firm has lost at least 40 workers, including its head.", ""),
    ("It is unclear how many people were killed.", ""),
    ("The Free Varland Army is strong, one activist said.", ""),
    ("Several clerks trapped in the bombardment wrote home.", ""),
    (
        "Men held under sections 396, 397 and 398 of the law on murder were seen.",
        "",
    ),
    ("The third attacker slashed his arm.", ""),
    ("Six men were picked up after shops were burnt.", "arrested 6"),
    ("Two girls were sobbing after their dog had died.", ""),
    ("She spent half her life trapped.", ""),
    ("Many members got angry and said hardly any man had died.", ""),
    ("There were many people who slept among the dead.", ""),
    ("He had no information about the dead.", ""),
    ("They helped hundreds of people whose limbs were crushed.", ""),
    ("Varland's 6 million people, now freed from fear, cheered.", ""),
    ("It is not a liberated country.", ""),
    ("Rebels took 12 villages, some of them without a shot.", ""),
    ("Nobody out of the crowd in the camps is willing to leave.", ""),
    ("Some 200 people remained trapped in the two towns.", ""),
    (
        "Forty people were hurt. Marr left when a group including several clerks came.",
        "injured 40",
    ),
    (
        "Forty people were hurt. The streets, many of them littered, were still.",
        "injured 40",
    ),
    (
        "Forty died. They control the wells and have fouled some of them.",
        "killed 40",
    ),
    ("Ida Tarn Marr, 11 - seen on Monday - was in school.", ""),
];

#[test]
fn counts_of_newspapers_are_read() {
    check(CASES);
}
