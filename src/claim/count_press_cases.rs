//! Sentences as agencies and dailies write them, for the rules of `link_news` and the words beside them; and what looks like them.

use super::count_cases::check;

/// What a text counts; "part" behind what belongs to a larger count, "one" behind a single person.
const CASES: &[(&str, &str)] = &[
    // vague numbers that are heightened, unknown or written about
    (
        "Hundreds, if not thousands, of clerks were arrested in Orla.",
        "arrested -",
    ),
    ("Dozens, perhaps hundreds, were killed in the raid.", "killed -"),
    ("A significant number of nuns were wounded.", "injured -"),
    ("Untold numbers of clerks were rounded up.", "arrested -"),
    ("A number of clerks went missing near the border.", "missing -"),
    (
        "The report lists 30 cases of people who have disappeared.",
        "missing 30",
    ),
    ("A pair of wardens were killed.", "killed 2"),
    ("Estimates of the death toll range from 70 to more than 90.", "killed -"),
    ("The league put the death toll at 55 at least.", "killed 55"),
    ("Hundreds, if not thousands, of clerks marched.", ""),
    ("An untold number of shells fell on Orla.", ""),
    ("A pair of shoes was found.", ""),
    ("So many people have died in this war.", ""),
    // parts of a count
    (
        "Forty-two people perished, most from burns.",
        "killed 42; killed - part",
    ),
    (
        "A raid killed six. Clerks say that most victims were killed by gunfire.",
        "killed 6; killed - part",
    ),
    (
        "He saw the bodies of 35 men. Almost all of them were executed.",
        "killed 35; killed - part",
    ),
    (
        "Of the 12 relatives who had been killed, five were children.",
        "killed 12; killed 5 part",
    ),
    ("Of the 12 clerks who came, five were children.", ""),
    (
        "Six were killed, two by sniper fire and four when a shell hit their home.",
        "killed 6; killed 2 part; killed 4 part",
    ),
    (
        "One man died in a village near Orla, another in the port of Tarn, and the third in the city of Kelm.",
        "killed 1; killed 1; killed 1",
    ),
    ("One shop opened in Orla, another in Tarn and the third in Kelm.", ""),
    ("Some of them were killed, he said.", ""),
    ("It has documented nine boys, including four teenagers under 18.", ""),
    (
        "For each of the 60 guards killed, some 20 clerks are said to have died.",
        "killed 60",
    ),
    ("He was one of the people who had been hurt.", ""),
    (
        "It leads a cabinet, including both members of the old guard and clerks. Two died.",
        "killed 2",
    ),
    ("Twelve people died and four were children.", "killed 12; killed 4 part"),
    ("Twelve people died and four were freed.", "killed 12; released 4"),
    (
        "Guards shot dead two men in the city of Orla, which lies to the north, and another in Tarn.",
        "killed 2; killed 1",
    ),
    // who stands first, who stands among others
    (
        "Among the wounded were seven hostages held since May.",
        "injured 7 part",
    ),
    (
        "Among those reported wounded in the raid were seven clerks.",
        "injured 7 part",
    ),
    ("Among the guests were seven nurses.", ""),
    (
        "Four officers were among a new group of Varlanders who have fled to Kelm.",
        "displaced 4 part",
    ),
    (
        "Two sisters aged six and 11 were among the five dead.",
        "killed 2 part; killed 5",
    ),
    ("Killed were three clerks and two wardens.", "killed 3; killed 2"),
    ("The three, who have not been named, were killed at once.", "killed 3"),
    ("The three, who have not been named, were elected.", ""),
    // the subject goes on
    ("Dozens of rebels surrendered or were killed in the raid.", "killed -"),
    ("Twelve guards refused to fire and were executed.", "killed 12"),
    ("Ten rebels met clerks and were given bread.", ""),
    ("The league named 12 people it said were killed.", "killed 12"),
    (
        "Three farmers as well as two wardens were killed.",
        "killed 3; killed 2",
    ),
    // tolls
    (
        "Yesterday the number of soldiers killed in the war crept over 1,500.",
        "killed 1500",
    ),
    ("The death toll nudged 400 on Sunday.", "killed 400"),
    ("The number of visitors crept over 1,500.", ""),
    (
        "The ministry put the dead at 31 and the wounded at 90.",
        "killed 31; injured 90",
    ),
    ("Deaths numbered in the thousands.", "killed -"),
    ("Costs ran into the thousands.", ""),
    ("A blast left 12 people dead and wounded 30.", "killed 12; injured 30"),
    ("There were dozens dead and injured at the site.", "casualties -"),
    ("One league said the death toll could reach 100.", "killed 100"),
    ("The heat could reach 100 degrees.", ""),
    // homes left
    ("Huge numbers of people were living on the streets.", "displaced -"),
    ("Most residents have left the town.", "displaced - part"),
    (
        "More than 800 people managed to get out of the city on a ship.",
        "displaced 800",
    ),
    ("Orla is now host to 12,000 refugees.", "displaced 12000"),
    ("The flight of thousands of workers slowed the mills.", "displaced -"),
    ("Fifty tourists left the city.", ""),
    ("Twelve residents left the council hall.", ""),
    ("The flight of 12 planes was put off.", ""),
    ("Clerks planned another evacuation.", ""),
    // nouns of harm
    (
        "The arrest and disappearance of hundreds of men led to riots.",
        "missing -; arrested -",
    ),
    ("The detention without trial of 12 clerks led to riots.", "arrested 12"),
    (
        "Eight were hurt, of which the condition of three is said to be serious.",
        "injured 8; injured 3",
    ),
    ("The condition of two bridges is serious.", ""),
    ("They demanded the release of 200 detainees.", "arrested 200"),
    // verbs
    ("Three relatives did not make it out alive.", "killed 3"),
    ("Fourteen porters were done to death by a mob.", "killed 14"),
    ("They watched a mob lynch two men.", "killed 2"),
    ("Two clerks fell victim to the mob.", "killed 2"),
    ("The fire consumed 58 lives.", "killed 58"),
    ("Rebels took 12 soldiers prisoner.", "arrested 12"),
    ("The state has let 12 detainees go.", "released 12"),
    ("Militiamen shot and stabbed many people.", "casualties -"),
    ("Forty clerks were waiting for surgery.", "injured 40"),
    ("Six nuns were sent to Orla central jail.", "arrested 6"),
    ("Five people cannot be found.", "missing 5"),
    ("Five people were pulled dead from the mill.", "killed 5"),
    ("Five nuns were cut by flying glass.", "injured 5"),
    ("The raid drove out 300 villagers.", "displaced 300"),
    ("A mass grave holding at least 20 people was found.", "killed 20"),
    ("A van holding 12 people was stopped.", ""),
    ("He will have 12 people killed if they talk.", ""),
    ("It is not true that there were no hostages.", ""),
    ("Three teams did not make it out of the group.", ""),
    ("Twelve officers spoke on police matters.", ""),
    // dashes
    ("Two guards lay at the gate-one dead, one hurt.", "killed 1; injured 1"),
    (
        "Some 42 people were killed -- 17 from the army and 25 from the crowd.",
        "killed 42; killed 17 part; killed 25 part",
    ),
    (
        "Twelve people - nine soldiers and three farmers - died.",
        "killed 12; killed 9 part; killed 3 part",
    ),
    ("Phase-two trials of the dead were held.", ""),
    // dug out, aims, what has not come
    ("An army team freed a man from rubble in Orla.", ""),
    ("Crews freed nine clerks from the wreckage of the hall.", ""),
    ("Rebels freed nine clerks from the fort.", "released 9"),
    ("Jets struck civilian and military sites near Orla.", ""),
    ("Father and son shot dead in Orla.", "killed 1 one; killed 1 one"),
    ("It is a matter of time until Halvar Brenk is arrested.", ""),
    (
        "The town stayed calm until Halvar Brenk was arrested.",
        "arrested 1 one",
    ),
];

#[test]
fn counts_of_the_press_are_read() {
    check(CASES);
}
