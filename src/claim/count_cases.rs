//! Sentences with their counts as kind and number, for the words and the grammar of harm in general English.

use super::tests::drafts;
use super::{Claim, Form};

/// What a text counts; "part" behind what belongs to a larger count, "one" behind a single person.
const CASES: &[(&str, &str)] = &[
    // words for death
    ("A bomber sent seven clerks to their deaths.", "killed 7"),
    ("High waves swept two bathers to their deaths.", "killed 2"),
    ("The army sent 14 rebels to hell.", "killed 14"),
    ("Two drivers paid with their lives.", "killed 2"),
    ("Two boys were carried downstream and drowned.", "killed 2"),
    ("Two boys were carried downstream.", "missing 2"),
    ("Three cooks breathed their last on the way.", "killed 3"),
    ("Four of the wounded did not survive the night.", "killed 4 part"),
    ("Five nuns had their throats slit.", "killed 5"),
    ("Raiders crushed nine grooms to death.", "killed 9"),
    ("Two wardens were blown to bits.", "killed 2"),
    ("Nine farmers were lined up against a wall and shot.", "killed 9"),
    ("The famine carried off 300 people.", "killed 300"),
    ("A storm claimed 12 people.", "killed 12"),
    ("They buried six boys shot by a sentry.", "killed 6"),
    // a side's dead
    ("The army conceded the loss of four men.", "killed 4"),
    ("Six soldiers had been lost.", "killed 6"),
    ("The rebels lost nine of their own.", "killed 9"),
    ("The battle cost the rebels 70 men.", "killed 70"),
    ("A strike took out two commanders.", "killed 2"),
    ("Troops destroyed 12 militants.", "killed 12"),
    ("One hundred people were lost when the ship sank.", "killed 100"),
    ("They held the funerals of 33 people.", "killed 33"),
    // hurt
    ("The blast left another 23 with broken limbs.", "injured 23"),
    ("Twelve guards needed treatment for cuts.", "injured 12"),
    ("The hospital had admitted 21 victims.", "injured 21"),
    ("Three women aged 45, 51 and 68 were injured.", "injured 3"),
    ("Two guards had been struck, the bullets say.", "injured 2"),
    // held, taken, freed
    ("Ninety marchers spent the night in police cells.", "arrested 90"),
    ("Guards bundled 30 marchers into vans.", "arrested 30"),
    ("Rebels bundled 30 pupils into trucks.", "abducted 30"),
    ("Raiders carried off seven girls.", "abducted 7"),
    (
        "They freed 90 people in exchange for three soldiers.",
        "released 90; released 3",
    ),
    ("About 3,100 were let out on Friday.", "released 3100"),
    ("As many as 370 clerks are still in prison.", "arrested 370"),
    // gone, driven out
    (
        "The governor said a search was under way for eight more people.",
        "missing 8",
    ),
    (
        "Ten people died and 41 were listed as missing.",
        "killed 10; missing 41",
    ),
    ("Some 4,000 people have moved to higher ground.", "displaced 4000"),
    ("War drove some 10,000 people across the border.", "displaced 10000"),
    ("Fire has forced about 1,900 out of their homes.", "displaced 1900"),
    ("Some 37,000 Varlanders have registered as refugees.", "displaced 37000"),
    // tolls
    ("They put cumulative deaths at 1,417.", "killed 1417"),
    ("Deaths rose to 12 on Monday.", "killed 12"),
    ("Deaths among the guards in the same year totalled 895.", "killed 895"),
    ("The dead numbered 23 and the wounded 100.", "killed 23; injured 100"),
    ("The number of dead rose by three to 19.", "killed 19"),
    (
        "Officials revised the death toll down from 41 to 36.",
        "killed 41; killed 36",
    ),
    ("Dead 31, injured 102, missing 4.", "killed 31; injured 102; missing 4"),
    (
        "Fifteen miners died this month, compared to nine in March.",
        "killed 15; killed 9",
    ),
    ("The toll brings to 58 the number of miners killed.", "killed 58"),
    // behind their verb, between commas, turned
    (
        "Six guards were wounded, as were fourteen marchers.",
        "injured 6; injured 14",
    ),
    ("The dead were seven nuns and two guards.", "killed 7; killed 2"),
    (
        "The hostages, nine women and four men, were taken there.",
        "abducted 9; abducted 4",
    ),
    ("Six people died and as many were wounded.", "killed 6; injured 6"),
    ("Five of eight climbers caught in the snow died.", "killed 5"),
    ("Fifteen people died, of which six guards.", "killed 15; killed 6 part"),
    ("Of the 31 injured, nine left.", "injured 31; injured 9 part"),
    (
        "Police fired at 2,000 marchers, 26 of whom were held.",
        "arrested 26 part",
    ),
    ("Two clerks with them on the street were wounded.", "injured 2"),
    (
        "Ten people died. Most of the victims were women.",
        "killed 10; killed - part",
    ),
    ("Two thirds of those killed were under 18.", "killed - part"),
    ("Rebels fled. Some 30 of them were executed.", "killed 30"),
    (
        "Five guards were killed and a sixth died later.",
        "killed 5; killed 1 one",
    ),
    ("The attack claimed the life of a nun.", "killed 1 one"),
    ("As many as 70 people may have died.", "killed 70"),
    // the other way about
    ("A mother of three was stabbed to death.", "killed 1 one"),
    ("The camp was built for 5,000.", ""),
    ("The hall can hold evacuation drills for 30 evacuation flights.", ""),
    ("Per Marr shot a 68 on Sunday.", ""),
    ("Everybody gets one shot at it.", ""),
    ("Two killings suspects were in court.", ""),
    ("The gang planned to blow up two inns and kill 50 guests.", ""),
    ("The senator fired three aides and shot down 11 bills.", ""),
    ("The wounded were carried away.", ""),
    ("They have not carried out many reforms.", ""),
    (
        "Planes dropped scores of soldiers who moved to secure a nearby hospital.",
        "",
    ),
    ("Rebels seized several towns and the army reclaimed some of them.", ""),
    ("Families missing their sons came to the gate.", ""),
    ("The jeep fired at targets on 14 of them.", ""),
    ("In one instance, six nuns were killed.", "killed 6"),
    ("The blast left 12 dead and others injured.", "killed 12"),
    ("Twelve people were killed, others wounded.", "killed 12"),
    ("Twelve officers and others were wounded.", "injured 12"),
    ("Officials said no foreign troops had crossed the border.", ""),
    ("Some 300 villagers had crossed the border.", "displaced 300"),
    ("Two boys aged seven and 10 were among those killed.", "killed 2 part"),
    ("Some of the die-hard singers came.", ""),
    ("The firm mourned the loss of 400 jobs.", ""),
    ("The lifeboat saved the lives of 12 sailors.", ""),
    ("The bank lost 12 clients.", ""),
    ("It was over in a split second: 40 people died.", "killed 40"),
    ("The mother of two soldiers killed in May came.", "killed 2"),
    (
        "A note that said the girl was hurt reached one of the clerks.",
        "injured 1 one",
    ),
];

fn drawn(claim: &Claim) -> String {
    let value = claim
        .figure
        .value
        .map_or_else(|| "-".to_owned(), |value| value.to_string());
    let part = if claim.part_of { " part" } else { "" };
    let one = if claim.form == Form::Number { "" } else { " one" };
    format!("{} {value}{part}{one}", claim.kind.id())
}

/// Fails where a text is not read as its row says.
pub(super) fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let read: Vec<String> = drafts(text).iter().map(|draft| drawn(&draft.claim)).collect();
            let read = read.join("; ");
            (read != *expected).then(|| format!("{text}\n  read {read}\n  want {expected}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn words_and_grammar_of_harm_are_read() {
    check(CASES);
}
