//! Sentences from an invented country with the counts that they hold; the tests run them.
//!
//! Texts are written for this file. As many hold no count as hold one.

/// Text and its claims as `kind words = value low..high`, with ` <- speaker`, ` part`, ` form` where they are not the usual.
pub const EXAMPLES: &[(&str, &str)] = &[
    // verbs, active and passive
    (
        "Troops killed at least 12 people in Estrava.",
        "killed at least 12 people = 12 12..-",
    ),
    (
        "Twelve people were killed and 18 others injured.",
        "killed Twelve people = 12 12..12; injured 18 others = 18 18..18",
    ),
    (
        "Five gunmen killed 12 people at a market.",
        "killed 12 people = 12 12..12",
    ),
    (
        "Police arrested as many as 47 rioters.",
        "arrested as many as 47 rioters = 47 47..47",
    ),
    (
        "A shell hit the school, killing three teachers and wounding another.",
        "killed three teachers = 3 3..3; injured another = 1 1..1",
    ),
    (
        "The quake left 12 dead and 3,000 homeless.",
        "killed 12 dead = 12 12..12; displaced 3,000 homeless = 3000 3000..3000",
    ),
    (
        "More than 2,300 people, including foreigners, have been detained.",
        "arrested More than 2,300 people = 2300 2300..-",
    ),
    (
        "Ten soldiers, four policemen and two civilians were killed.",
        "killed Ten soldiers = 10 10..10; killed four policemen = 4 4..4; killed two civilians = 2 2..2",
    ),
    (
        "Forty people who were travelling by bus died.",
        "killed Forty people = 40 40..40",
    ),
    (
        "The flood claimed the lives of 26 people.",
        "killed 26 people = 26 26..26",
    ),
    (
        "The landslide cost 64 people their lives.",
        "killed 64 people = 64 64..64",
    ),
    (
        "Some 30 villagers were taken hostage and 16 are missing.",
        "abducted Some 30 villagers = 30 -..-; missing 16 = 16 16..16",
    ),
    ("Nine miners remain unaccounted for.", "missing Nine miners = 9 9..9"),
    ("The court freed 14 prisoners.", "released 14 prisoners = 14 14..14"),
    (
        "Tens of thousands of people fled their homes.",
        "displaced Tens of thousands of people = - 20000..-",
    ),
    (
        "More than 900 Varlanders and 85 US soldiers have been killed.",
        "killed More than 900 Varlanders = 900 900..-; killed 85 US soldiers = 85 85..85",
    ),
    ("The blaze claimed 58 lives.", "killed 58 lives = 58 58..58"),
    (
        "Two officers were taken to hospital with minor injuries.",
        "injured Two officers = 2 2..2",
    ),
    (
        "Four Estrava Times journalists were captured.",
        "arrested Four Estrava Times journalists = 4 4..4",
    ),
    (
        "The river flooded nine houses, forcing about 60 people to evacuate.",
        "displaced about 60 people = 60 -..-",
    ),
    ("One had to be hospitalized.", "injured One = 1 1..1"),
    (
        "At least 6,700 people registered as displaced.",
        "displaced At least 6,700 people = 6700 6700..-",
    ),
    ("Officials asked 12,000 people to evacuate.", ""),
    // nouns and adjectives
    (
        "The ministry spoke of 40 dead and almost 500 detainees.",
        "killed 40 dead = 40 40..40 <- The ministry; arrested almost 500 detainees = 500 -..500 <- The ministry",
    ),
    ("The death toll rose to 340.", "killed 340 = 340 340..340"),
    (
        "Rights groups put the death toll at 1,150 civilians and 290 soldiers.",
        "killed 1,150 civilians = 1150 1150..1150 <- Rights groups; killed 290 soldiers = 290 290..290 <- Rights groups",
    ),
    ("Doctors counted 77 deaths.", "killed 77 deaths = 77 77..77 <- Doctors"),
    (
        "The bodies of six fishermen were recovered.",
        "killed six fishermen = 6 6..6",
    ),
    ("There were no casualties.", "casualties no casualties = 0 0..0"),
    ("No one was hurt.", "injured No one = 0 0..0"),
    (
        "Among those arrested there are 14 students.",
        "arrested 14 students = 14 14..14 part",
    ),
    (
        "Almost half of the dead are police officers.",
        "killed Almost half of the dead = - -..- part",
    ),
    (
        "Two killed, 14 wounded in Estrava clashes",
        "killed Two = 2 2..2; injured 14 wounded = 14 14..14",
    ),
    (
        "Forty people were hurt, most of them students.",
        "injured Forty people = 40 40..40; injured most of them = - -..- part",
    ),
    (
        "At least 28 died on Sunday. Thirteen died in Orla, eleven in Brenk and four in Tarn.",
        "killed At least 28 = 28 28..-; killed Thirteen = 13 13..13 part; killed eleven = 11 11..11 part; killed four = 4 4..4 part",
    ),
    (
        "13 police were killed and wounded. About 140 others.",
        "killed 13 police = 13 13..13; injured About 140 others = 140 -..-",
    ),
    // speakers
    (
        "Twenty people were arrested, the interior ministry said.",
        "arrested Twenty people = 20 20..20 <- the interior ministry",
    ),
    (
        "According to the Varland Red Cross, 12 people died.",
        "killed 12 people = 12 12..12 <- the Varland Red Cross",
    ),
    (
        "State radio quoted the governor as saying that 12 people had been killed.",
        "killed 12 people = 12 12..12 <- the governor <- State radio",
    ),
    (
        "Activists said 30 people were killed on Friday. Another five died in Orla.",
        "killed 30 people = 30 30..30 <- Activists; killed Another five = 5 5..5 <- Activists",
    ),
    (
        "The army blames gangs and says 12 soldiers were killed.",
        "killed 12 soldiers = 12 12..12 <- The army",
    ),
    // one person
    (
        "An 11-year-old girl died of her wounds.",
        "killed An 11-year-old girl = 1 1..1 implicit",
    ),
    (
        "The former head of the secret service was arrested.",
        "arrested The former head of the secret service = 1 1..1 implicit",
    ),
    // no counts
    ("The army sent 150 soldiers and 8 armoured vehicles to Orla.", ""),
    ("About 9,000 raiders attacked the town.", ""),
    ("Some 200 protesters marched in Estrava.", ""),
    ("He was jailed for 12 years over the killing.", ""),
    ("The minister, 52, was seen on 12 March 2011.", ""),
    ("Police fired 40 rounds and seized 12 rifles.", ""),
    ("The storm killed 200 sheep and destroyed 30 houses.", ""),
    ("He vowed to kill 1,000 soldiers.", ""),
    ("Thousands could die if the dam breaks.", ""),
    ("The 19 million people of Varland are poor.", ""),
    ("The march lasted 12 days and cost $3 million.", ""),
    ("Flight 12 carried 80 passengers.", ""),
    ("The crew saved 12 lives.", ""),
    ("He most notably led the party before his arrest.", ""),
    ("The 12-member council met on the killings.", ""),
    ("Unemployment hit 12 percent, officials reported.", ""),
    ("Some 45 journalists asked about the deaths.", ""),
    // counts that read on
    (
        "The ministry had spoken of 31 dead; on Thursday it lowered the total to 28.",
        "killed 31 dead = 31 31..31 <- The ministry; killed 28 = 28 28..28 <- The ministry",
    ),
    (
        "The committee said 12 people had died and more than 700 were being held.",
        "killed 12 people = 12 12..12 <- The committee; arrested more than 700 = 700 700..- <- The committee",
    ),
    (
        "Forty-three of the detained were released.",
        "released Forty-three of the detained = 43 43..43 part",
    ),
    ("Police freed 12 hostages.", "released 12 hostages = 12 12..12"),
    (
        "The guards let eight fishermen go.",
        "released eight fishermen = 8 8..8",
    ),
    (
        "The city reported 17 arrests.",
        "arrested 17 arrests = 17 17..17 <- The city",
    ),
    // verbs joined to the harm, and harm in other words
    (
        "Seven farmers were set on fire and killed by the army.",
        "killed Seven farmers = 7 7..7",
    ),
    ("Five passersby were hit by bullets.", "injured Five passersby = 5 5..5"),
    ("Ferry sinks off Orla; 40 feared drowned", "killed 40 = 40 40..40"),
    (
        "About 4,000 people lost their homes in the flood.",
        "displaced About 4,000 people = 4000 -..-",
    ),
    ("Police picked up 22 youths.", "arrested 22 youths = 22 22..22"),
    ("Gunmen snatched 30 schoolgirls.", "abducted 30 schoolgirls = 30 30..30"),
    (
        "Fifteen miners are trapped underground.",
        "missing Fifteen miners = 15 15..15",
    ),
    ("Forty prisoners walked free.", "released Forty prisoners = 40 40..40"),
    ("Two dockers lost an eye.", "injured Two dockers = 2 2..2"),
    // one person beside others
    (
        "He hit nine policemen, and the mob injured six, including an inspector.",
        "injured six = 6 6..6; injured an inspector = 1 1..1 part implicit",
    ),
    (
        "An old man was injured and later succumbed to his wounds.",
        "killed An old man = 1 1..1 implicit",
    ),
    (
        "Estrava police denies: nobody was killed at the gate.",
        "killed nobody = 0 0..0 <- Estrava police",
    ),
    // no counts
    ("Ida Marr, 27, was at the gate.", ""),
    ("The students, 19 and 23 years old, sang.", ""),
    (
        "Some 400 families lost their homes.",
        "displaced Some 400 families = 400 -..-",
    ),
    ("Some 400 families got blankets and 12 families sued.", ""),
    ("Twelve people walked to the square.", ""),
    ("Police picked up 12 rifles.", ""),
    ("The hotel released 12 rooms and let 30 boats go by.", ""),
    ("The club lowered the total to 28 points.", ""),
    ("Two shops were looted and burned.", ""),
    ("Ten players were caught in the rain.", ""),
    ("The council held 12 sessions.", ""),
    ("Seven hikers were led along the river.", ""),
    ("The firm lost its 12 clients.", ""),
    ("Most major towns were destroyed and burned.", ""),
];
