//! Sentences in which a count stands far from its harm or looks like one that it is not: sets, seeming, headlines that ran on.

use super::count_cases::check;

/// What a text counts; "part" behind what belongs to a larger count.
const CASES: &[(&str, &str)] = &[
    // sets that are split behind their number
    ("Two of the three gunmen who attacked the hall were killed.", "killed 2"),
    (
        "Two of the three gunmen who were killed were foreigners.",
        "killed 2; killed 3",
    ),
    (
        "A report suggested that three of the 48 hostages they are holding have been killed by shelling.",
        "killed 3 part; abducted 48",
    ),
    (
        "Out of the 700 people arrested under the act, over 200 were let off without trial.",
        "arrested 700; released 200 part",
    ),
    ("None of the 12 wounded was in danger.", "injured 12"),
    ("Not one of the 80 arrested has been charged.", "arrested 80"),
    ("Most of the killings took place on the fringes.", ""),
    ("Several injuries were reported.", "injured -"),
    // what it looked like, where they were brought
    ("Twenty appeared to have been killed by shellfire.", "killed 20"),
    ("Twenty appeared to be armed.", ""),
    (
        "Around 40 people were taken to be treated for gas inhalation.",
        "injured 40",
    ),
    ("Forty people were taken to be questioned.", ""),
    ("Three of them sustained non-life-threatening injuries.", "injured 3"),
    ("Deputies found three men with gunshot wounds.", "injured 3"),
    ("Deputies found three men with rifles.", ""),
    ("They met many others, all with horrific injuries.", "injured -"),
    // two counts before one participle, two verbs of one subject
    (
        "The waves were fought off, with 30 army soldiers and 500 rebel fighters killed.",
        "killed 30; killed 500",
    ),
    ("With 30 passengers aboard, 12 were killed.", "killed 12"),
    (
        "Some 47 nurses who treated injured marchers were detained.",
        "arrested 47",
    ),
    ("Some 47 nurses who treated injured marchers were happy.", ""),
    (
        "Two clerks were killed-one during a raid in Orla and another by gunfire in Tarn.",
        "killed 2; killed 1 part; killed 1 part",
    ),
    (
        "Ten clerks were killed, along with four guards and four nuns who included two novices.",
        "killed 10; killed 4; killed 4; killed 2 part",
    ),
    // the same figure by another voice
    (
        "The office put the death toll at 500, while the mayor said 700 was more likely.",
        "killed 500; killed 700",
    ),
    (
        "The office put the death toll at 500, while the mayor said 700 were invited.",
        "killed 500",
    ),
    (
        "A death toll of 107 was given by the league. Another group, the Orla Board, gave a figure of 133.",
        "killed 107; killed 133",
    ),
    ("Death toll up to 24 after the raid.", "killed 24"),
    // not there, not they, not people
    (
        "The number of children under five who died increased by a factor of six.",
        "",
    ),
    ("The town's 50,000 inhabitants had mostly fled.", ""),
    (
        "Many of them, including the cathedral and the hospital, are reported to have been crushed.",
        "",
    ),
    ("Many of its fighters have been crushed by a ruthless crackdown.", ""),
    ("Three workers were crushed by a wall.", "killed 3"),
    (
        "The tiger may strike in every direction and kill thousands of people.",
        "",
    ),
    ("Rather than see thousands of deaths, they left.", ""),
    ("A ship picked up 800 people caught up in the war.", ""),
    ("Police picked up 12 people.", "arrested 12"),
    ("Since the war 160 suspects have been seized.", "arrested 160"),
    (
        "Not one of the 80 arrested has been booked under the act.",
        "arrested 80",
    ),
    ("Varland has expelled most foreign journalists.", ""),
    (
        "The ship had to leave behind hundreds of Varlanders desperate to flee the fighting.",
        "",
    ),
    (
        "The raid has led to defections, including eight generals who recently fled to Estrava.",
        "",
    ),
    (
        "Another woman from Orla, physician Ida Zeid, was arrested.",
        "arrested 1 one",
    ),
    (
        "Another rebel spokesman, Jon Orla, said the five killed were clerks.",
        "killed 5",
    ),
    // headlines that ran on, words that are cut
    ("A bomb kills 10 State TV said the blast was large.", "killed 10"),
    ("A bomb kills 10 Varlanders.", "killed 10"),
    ("Three would-be robbers were shot and killed.", "killed 3"),
    (
        "About 17 ram sevaks, who tried to sneak in, were arrested.",
        "arrested 17",
    ),
    (
        "Deaths were also reported in the cities of Orla (132), Tarn (16) and Kelm (1).",
        "killed 132 part; killed 16 part; killed 1 part",
    ),
    ("Three men have spent years in prison.", "arrested 3"),
    ("Three men have spent years in Orla.", ""),
    ("The football stadium is home to some 6,000 people.", "displaced 6000"),
    ("The town is home to some 6,000 people.", ""),
    (
        "At least 75 bodies have been buried. Many more remain in the streets.",
        "killed 75; killed -",
    ),
    // what the counted do themselves
    ("About 2,000 marchers held up banners and sang.", ""),
    ("Seven leaders held out a threat of more strikes.", ""),
    ("Several students held placards outside the embassy.", ""),
    ("Forty mourners held hands around the ruins.", ""),
    ("A couple of guests shot back that he was a liar.", ""),
    ("Nine held over the raid in Orla.", "arrested 9"),
    // what is only wanted
    ("The party called for the arrest of two soldiers.", ""),
    ("The court issued warrants for the arrest of two soldiers.", ""),
    ("Prosecutors seek the execution of 12 generals.", ""),
    ("The tip led to the arrest of two soldiers.", "arrested 2"),
    ("They called for an inquiry into the killing of 12 pupils.", "killed 12"),
    // which of two numbers the verb is said of
    ("13 miners of the 410 on shift are missing at the pit.", "missing 13"),
    ("Two passengers of the 55 on board died.", "killed 2"),
    ("Six of those hurt in the blast have died.", "killed 6 part"),
    ("Some 5,000 who lived near the dam have fled.", "displaced 5000"),
    // things behind what was done to them
    ("They handed over six sealed boxes.", ""),
    ("I saw a number of burned and looted shops.", ""),
    ("Six burned bodies were found.", "killed 6"),
    ("They have captured most of Orla.", ""),
    ("The avalanche carried off six farmers.", "killed 6"),
    ("Gunmen carried off six farmers.", "abducted 6"),
    // counts in brackets, behind brackets and in answers
    (
        "The province had the most deaths (412), followed by Kelm (380).",
        "killed 412; killed 380",
    ),
    ("The province had the most schools (412), followed by Kelm (380).", ""),
    (
        "He said 29 people had been held in Kelm, where a shop was burned, and 46 in Orla.",
        "arrested 29; arrested 46",
    ),
    ("Asked how many guards had been killed, he said three.", "killed 3"),
    (
        "How many wars must be fought till we know too many have died? Three.",
        "",
    ),
    ("The cooperative lost nine members when two boats capsized.", "killed 9"),
    ("The party lost nine members to its rival.", ""),
];

#[test]
fn far_from_their_harm() {
    check(CASES);
}
