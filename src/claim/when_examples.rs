//! Sentences from an invented country with the days of their counts; run by the tests.
//!
//! Each count is drawn as `value event < as-of` in the words of the time expressions; `-` where nothing is said. "since" stands before
//! what runs to the as-of day, "to" between two bounds.

use super::tests::drafts;
use super::{AsOf, Draft, Happened};

fn drawn(text: &str) -> String {
    let times = super::tests::times(text);
    let word = |index: usize| times.get(index).map_or("?", |time| time.span.of(text));
    let line = |draft: &Draft| {
        let event = match draft.happened {
            Happened::Unsaid => "-".to_owned(),
            Happened::Time(index) => word(index).to_owned(),
            Happened::Since(index) => format!("since {}", word(index)),
            Happened::SinceMonth(index) => format!("since month of {}", word(index)),
            Happened::Between(from, to) => format!("{} to {}", word(from), word(to)),
            Happened::Away { from, unit, count } => format!("{count} {unit:?} from {}", from.map_or("report", word)),
        };
        let as_of = match draft.as_of {
            AsOf::Published => String::new(),
            AsOf::Time(index) => format!(" < {}", word(index)),
            AsOf::Unknown => " < ?".to_owned(),
        };
        let value = draft.claim.figure.value.or(draft.claim.figure.low);
        format!(
            "{} {event}{as_of}",
            value.map_or_else(|| "?".to_owned(), |value| value.to_string())
        )
    };
    drafts(text).iter().map(line).collect::<Vec<_>>().join("; ")
}

#[track_caller]
pub(super) fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| drawn(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", drawn(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}

const STATEMENTS: &[(&str, &str)] = &[
    (
        "A bomb killed 12 people on Tuesday, the ministry said Wednesday.",
        "12 Tuesday < Wednesday",
    ),
    (
        "The ministry said on Wednesday that 12 people had been killed the day before.",
        "12 the day before < Wednesday",
    ),
    (
        "Police said late Thursday that 14 people died in the fire.",
        "14 - < late Thursday",
    ),
    ("Police said Thursday 14 people died in the fire.", "14 - < Thursday"),
    (
        "On Thursday, officials said 14 people had died in the fire on Monday.",
        "14 Monday < Thursday",
    ),
    (
        "Fourteen people were killed, officials said on Thursday.",
        "14 - < Thursday",
    ),
    ("Fourteen people were killed on Monday, officials said.", "14 Monday"),
    ("Officials said Monday's blast killed 14 people.", "14 Monday"),
    ("Officials said that on Monday 14 people were killed.", "14 Monday"),
    (
        "In a statement on Friday, the army said 9 soldiers were killed.",
        "9 - < Friday",
    ),
    (
        "The army said in a statement on Friday that 9 soldiers were killed on Thursday.",
        "9 Thursday < Friday",
    ),
    ("The army announced Friday the deaths of 9 soldiers.", "9 - < Friday"),
    (
        "Halvar Brenk, a spokesman for the army, told reporters on Friday that 9 soldiers died.",
        "9 - < Friday",
    ),
    (
        "Nine soldiers died, the army said in a statement issued on Friday.",
        "9 - < Friday",
    ),
    (
        "According to a report published on Friday, 9 soldiers were killed.",
        "9 - < Friday",
    ),
    (
        "According to figures released by the ministry on Friday, 9 soldiers were killed.",
        "9 - < Friday",
    ),
    ("On Friday, rebels killed 9 soldiers, the army said.", "9 Friday"),
    (
        "Rebels on Friday killed 9 soldiers, the army said on Saturday.",
        "9 Friday < Saturday",
    ),
    (
        "State television reported on Sunday that five people drowned on Saturday night.",
        "5 Saturday night < Sunday",
    ),
    (
        "Five people drowned on Saturday night, state television reported on Sunday.",
        "5 Saturday night < Sunday",
    ),
    (
        "The governor, who was elected in March, said that five people drowned.",
        "5 -",
    ),
    (
        "The governor visited the site on Sunday and said that 31 people had died.",
        "31 - < Sunday",
    ),
    (
        "Five people drowned when a ferry sank on Saturday, survivors said.",
        "5 Saturday",
    ),
    ("Police on Sunday arrested seven men.", "7 Sunday"),
    ("Police said on Sunday they had arrested seven men.", "7 - < Sunday"),
    ("Police said they arrested seven men on Sunday.", "7 Sunday"),
    ("Police said they arrested seven men Sunday in Orla.", "7 Sunday"),
    (
        "Seven men were arrested on Sunday, a spokesman told reporters.",
        "7 Sunday",
    ),
    (
        "The ministry's toll, updated on Monday, stands at 64 dead.",
        "64 - < Monday",
    ),
];

#[test]
fn the_day_of_the_words_is_not_the_day_of_the_harm() {
    check(STATEMENTS);
}

/// Entries, ends, finds and incidents that are told anew.
const LINES: &[(&str, &str)] = &[
    (
        "Attacks in Varland:\n\nMarch 3 - A bomb kills five people.\n\nMarch 9 - A bomb kills 40 people. Nine are hurt.\n\nMarch 12 - A mine kills six people after Friday prayers.",
        "5 March 3 < March 3; 40 March 9 < March 9; 9 March 9 < March 9; 6 March 12 < March 12",
    ),
    (
        "Fighting broke out in 2029. Since then more than 300 people have been killed.",
        "300 since 2029",
    ),
    (
        "The district, which had a mission until March, counts 300 dead.",
        "300 -",
    ),
    ("She was held for three years, and 12 men were arrested.", "12 -"),
    (
        "The toll has reached 40 since the beginning of March.",
        "40 since the beginning of March",
    ),
];

#[test]
fn lines_and_beginnings_have_their_days() {
    check(LINES);
}

const CLAUSES: &[(&str, &str)] = &[
    ("Twelve people died on Monday and 5 on Tuesday.", "12 Monday; 5 Tuesday"),
    (
        "Twelve people died on Monday, while 5 were killed on Tuesday.",
        "12 Monday; 5 Tuesday",
    ),
    ("On Monday 12 people died and 30 were wounded.", "12 Monday; 30 Monday"),
    (
        "On Monday a bomb killed 12 people, and on Tuesday gunmen killed 5 others.",
        "12 Monday; 5 Tuesday",
    ),
    (
        "A bomb killed 12 people on Monday, a day after gunmen killed 40 in Orla.",
        "12 Monday; 40 -1 Day from Monday",
    ),
    (
        "Gunmen killed 12 people on Monday before the vote in March.",
        "12 Monday",
    ),
    ("Twelve people were killed in riots after Sunday's election.", "12 -"),
    ("Twelve people were killed in Sunday's bombing.", "12 Sunday"),
    ("Sunday's bombing killed 12 people.", "12 Sunday"),
    (
        "The bombing on Sunday killed 12 people and wounded 30.",
        "12 Sunday; 30 Sunday",
    ),
    (
        "The Sunday bombing, which killed 12, was claimed by no one.",
        "12 Sunday",
    ),
    (
        "The toll from Sunday's quake rose to 40 on Tuesday.",
        "40 Sunday < Tuesday",
    ),
    (
        "The death toll in Sunday's quake has risen to 40, officials said Tuesday.",
        "40 Sunday < Tuesday",
    ),
    (
        "Ten men were arrested in January and released on Friday.",
        "10 January; 10 Friday",
    ),
    ("The court will rule on Friday on the deaths of 12 miners.", "12 -"),
    ("The trial over the killing of 12 miners opens next Monday.", "12 -"),
    (
        "Thousands marched on Friday to mourn 12 students who were killed on Tuesday.",
        "12 Tuesday",
    ),
    (
        "Thousands marched on Friday to mourn 12 students killed by troops.",
        "12 -",
    ),
    (
        "The president on Friday condemned the attack in which 12 students were killed on Tuesday.",
        "12 Tuesday",
    ),
    (
        "It was the deadliest attack since 12 people were killed in May.",
        "12 May",
    ),
    ("It was the worst crash since 2009, when 71 people died.", "71 2009"),
    ("A similar attack in May killed 12 people.", "12 May"),
    ("In 2005 a bomb killed 12 people in the same market.", "12 2005"),
    ("Last year a bomb killed 12 people in the same market.", "12 Last year"),
    ("The attack came two days after a bomb killed 12 people.", "12 -"),
    ("A bomb killed 12 people overnight.", "12 overnight"),
    ("Twelve people were killed in the 1982 massacre.", "12 1982"),
    (
        "Twelve people died in the crash early on Friday morning near Orla.",
        "12 early on Friday morning",
    ),
    (
        "At least 12 people were killed and 30 wounded when a car bomb exploded outside a mosque in Orla on Friday.",
        "12 Friday; 30 Friday",
    ),
    (
        "Four people, including a child who turned six on Thursday, were killed on Friday.",
        "4 Friday; 1 Friday",
    ),
];

#[test]
fn a_time_belongs_to_its_own_clause() {
    check(CLAUSES);
}

const STRETCHES: &[(&str, &str)] = &[
    ("More than 5,000 people have died since March.", "5000 since March"),
    ("Since March, more than 5,000 people have died.", "5000 since March"),
    (
        "More than 5,000 people have died since the uprising began in March 2011.",
        "5000 since March 2011",
    ),
    (
        "In two weeks of fighting 300 people have been killed.",
        "300 since two weeks",
    ),
    (
        "In the past 24 hours 12 people were killed.",
        "12 since the past 24 hours",
    ),
    (
        "Over the last three months the war has killed 900 people.",
        "900 since the last three months",
    ),
    ("So far this year 40 people have died.", "40 since this year"),
    ("Forty people have been killed this month.", "40 this month"),
    ("Forty people have been killed there this week.", "40 this week"),
    (
        "Between Monday and Friday 12 people were killed.",
        "12 Monday to Friday",
    ),
    ("From 3 to 7 March the shelling killed 12 people.", "12 3 to 7 March"),
    ("During the 1982 siege some 10,000 people died.", "10000 1982"),
    ("As of Friday, 300 people had died.", "300 - < Friday"),
    ("By late Monday 40 bodies had been recovered.", "40 - < late Monday"),
    (
        "The fighting, which began in May, has killed 300 people.",
        "300 since May",
    ),
    (
        "Floods that began on Tuesday have killed 12 people.",
        "12 since Tuesday",
    ),
    ("For three days 12 people were held hostage.", "12 since three days"),
    (
        "More than 60,000 people have been killed in the ten-year conflict.",
        "60000 -",
    ),
    ("In recent days 12 people were killed.", "12 -"),
];

#[test]
fn what_runs_has_a_start() {
    check(STRETCHES);
}

const INCIDENTS: &[(&str, &str)] = &[
    (
        "A bomb tore through a market in Orla on Tuesday. Twelve people were killed.",
        "12 Tuesday",
    ),
    (
        "A bomb tore through a market in Orla on Tuesday.\n\nThe blast killed 12 people.",
        "12 Tuesday",
    ),
    (
        "Bus plunge kills 17 in Sevrin\n\nSeventeen people died on Sunday when a bus plunged into a river in Sevrin.",
        "17 Sunday; 17 Sunday",
    ),
    (
        "Gunmen killed nine villagers near Orla. The gunmen stormed the village early on Friday.",
        "9 early on Friday",
    ),
    (
        "A ferry sank off Kelm late on Saturday. Police said the toll had reached 40. The ferry was old. \
             Divers found 12 bodies on Monday.",
        "40 late on Saturday; 12 late on Saturday",
    ),
    (
        "An explosion at a mine has killed 31 people, police said on Sunday. The explosion happened late on Saturday.",
        "31 late on Saturday < Sunday",
    ),
    (
        "Six soldiers were killed on Monday in Orla. In another attack, two policemen died.",
        "6 Monday; 2 -",
    ),
    (
        "Six soldiers were killed on Monday in Orla. Meanwhile, two miners died in Kelm.",
        "6 Monday; 2 -",
    ),
    (
        "Six soldiers were killed on Monday in Orla. More than 900 people have been killed in the conflict.",
        "6 Monday; 900 -",
    ),
    (
        "Six soldiers were killed on Monday in Orla. Thousands of people disappear there each year.",
        "6 Monday; 2000 -",
    ),
    (
        "Six men were arrested in connection with the attack. The attack happened on Monday.",
        "6 -",
    ),
    (
        "On Monday a strike hit a house in Orla, killing six people.\n\nA spokesman wrote that four people had been hurt.\n\n\
             The list of names was published on Friday.",
        "6 Monday; 4 Monday",
    ),
    (
        "ORLA - Gunmen killed two policemen, police said.\n\nKELM - A bomb killed three people on Tuesday, police said.\n\n\
             SEVRIN - A mortar round wounded four people, police said.",
        "2 -; 3 Tuesday; 4 -",
    ),
    (
        "(19 - 25 April 2031)\n\nFive people were killed in Orla.\n\nTwelve people were arrested.",
        "5 19 - 25 April 2031; 12 19 - 25 April 2031",
    ),
    (
        "Around 24 June 2031 (as reported), two fighters were killed near Orla.",
        "2 Around 24 June 2031",
    ),
    (
        "On 13 March 2031 some marched against the war, which started on February 24. Police arrested 11 of them.",
        "11 13 March 2031",
    ),
    (
        "Sunday marked the deadliest day of the protests, with monitors saying that 44 people have been killed.",
        "44 Sunday",
    ),
    ("Tora, the worst storm this year, has killed 59 people.", "59 -"),
    (
        "The bodies of six people were found in Orla on Tuesday, police said.",
        "6 -",
    ),
];

#[test]
fn an_incident_keeps_its_day_while_it_is_told() {
    check(INCIDENTS);
}

const FIGURES: &[(&str, &str)] = &[
    (
        "The council said on Monday that 12 people had died. The council said 30 were missing.",
        "12 - < Monday; 30 - < Monday",
    ),
    (
        "The council said on Monday that 12 people had died. The army said 30 were missing.",
        "12 - < Monday; 30 -",
    ),
    (
        "The number of injured has doubled from the previously reported 143.",
        "143 - < ?",
    ),
    ("Earlier, the number of dead was 40.", "40 - < ?"),
    ("The number of dead had reached 40 on Tuesday.", "40 - < Tuesday"),
    ("Police said earlier that 40 people were dead.", "40 -"),
];

#[test]
fn a_statement_dates_its_figures() {
    check(FIGURES);
}
