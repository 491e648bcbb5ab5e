//! Pages with parts of several days, from an invented country; run by the tests.

use super::sections;
use crate::article::Article;
use crate::{number, time, token};

/// A page, and its parts: the words of each stamp, in brackets where it is only an entry or a heading.
const PAGES: &[(&str, &str)] = &[
    // live pages
    (
        "Live: unrest in Varland\n\n[11:40 p.m. Monday in Estrava] At least 12 people have died in the march, a doctor said.\n\n\
      [8:10 p.m. Sunday in Estrava] Police have arrested 40 people, the ministry says.",
        "11:40 p.m. Monday | 8:10 p.m. Sunday",
    ),
    (
        "Live: unrest in Varland\n\nMonday, 10 June 2019, 9:40 a.m.\n\nForty people have died, the police say.\n\n\
      Sunday, 9 June 2019, 8:10 p.m.\n\nTwelve people have died, the police say.",
        "(Monday, 10 June 2019, 9:40 a.m.) | (Sunday, 9 June 2019, 8:10 p.m.)",
    ),
    // notes below and above the story
    (
        "Police in Orla are looking for two men after a fire in a mill.\n\nThree people were hurt in the fire, police said.\n\n\
      UPDATE, June 13: Police say that the toll has risen to five dead.\n\nUPDATE, June 14, 9 a.m.: The hospital says that six died.",
        "June 13 | June 14, 9 a.m.",
    ),
    (
        "UPDATE, June 13: Police say that five people have died.\n\nPolice in Orla are looking for two men after a fire.",
        "June 13",
    ),
    // dispatches under one another
    (
        "ESTRAVA, June 12 (VNA) - Ten people died in the fighting in the north, police said.\n\nThe fighting began with a march in Orla.\n\n\
      Shops stayed shut on the main street for the third day.\n\nORLA, June 8 (VNA) - Four people died in a fire here on Thursday.",
        "June 8",
    ),
    // stamps within lines, as feeds have them
    (
        "The mayor said on Saturday that the bridge was open again.\nMarket in Orla updated: Wed Sep 10 2031 17:05:00 Stalls burned.\n\
      There were 28 coffins in all.\nupdated: Sat Aug 30 2031 08:40:00 The harbour stays shut.\n\
      updated: Tue Aug 19 2031 21:15:00 Talks go on in the port, the radio says.",
        "Wed Sep 10 2031 17:05:00 | Sat Aug 30 2031 08:40:00 | Tue Aug 19 2031 21:15:00",
    ),
    // entries; two are enough where they name their year
    (
        "25 May 2031 - Dovia\n\nAt least 38 people died in the landslip today, the mayor said.\n\n26 May 2031 - The toll stood at 500.",
        "(25 May 2031) | (26 May 2031)",
    ),
    (
        "25 May - Dovia\n\nAt least 38 people died in the landslip today, the mayor said.\n\n26 May - The toll stood at 500.",
        "",
    ),
    (
        "Timeline\n\nJune 3 - A bomb kills 12 people in Orla.\n\nJune 5 - Rebels seize the port.\n\nJune 8 - Five people drown.",
        "(June 3) | (June 5) | (June 8)",
    ),
    (
        "The week\n\n• 9 June: four people died in a fire.\n• 10 June: two were arrested.\n• 11 June: one more died.",
        "(9 June) | (10 June) | (11 June)",
    ),
];

/// Pages of one day.
const PLAIN: &[&str] = &[
    "Ten killed in Orla\n\nMon Jun 10, 2019 5:44pm EDT\n\nTen people died in the fighting in the north, police said.",
    "Ten killed in Orla\n\nPublished 9 June 2019, 10:15\nUpdated 10 June 2019, 12:01\n\nTen people died in the north, police said.",
    "Ten people died in the north, police said.\n\nThe fighting began with a march in Orla.\n\nThe governor has fled.\n\n\
     Last updated: 10 June 2019, 12:01",
    "Ten people died in the north, police said.\n\nSmoke rises over the market of Orla, 9 June 2019.\n\nForty were hurt there.",
    "Ten people died in the north, police said.\n\nThe fighting began with a march.\n\nUpdated: Sun Jun 02 2019 10:52:00 Talks fail.\n\n\
     Forty people were hurt, the governor said.",
    "The offensive was launched in\nthe north of the land -- on 4 June --\nand 40 people have died since then, the governor of the\n\
     province said.",
    "ESTRAVA, June 12 (VNA) - Ten people died in the fighting in the north of Varland on June 8 - the worst day so far.",
    "The story was first published on 12 June 2019 and gave the number of hurt as 40.\n\nIt was changed on 13 June 2019.",
    "Live: unrest in Varland\n\n1840 GMT: At least 12 people have died in the march, a doctor said.",
    "On 9 June ten people died.\n\nOn 10 June five people died.\n\nOn 11 June nobody died.",
];

fn parts(text: &str) -> String {
    let article = Article::plain(text);
    let scan = token::scan(text);
    let times = time::find(&article, &scan, &number::find(&scan));
    let words = |section: &super::Section| {
        let words = times.get(section.time).map_or("?", |time| time.span.of(text));
        if section.is_stamp {
            words.to_owned()
        } else {
            format!("({words})")
        }
    };
    sections(&article, &scan, &times)
        .iter()
        .map(words)
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn stamps_part_a_page_and_single_dates_do_not() {
    let plain = PLAIN.iter().map(|text| (*text, ""));
    let wrong: Vec<String> = PAGES
        .iter()
        .copied()
        .chain(plain)
        .filter(|(text, expected)| parts(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", parts(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_below_a_stamp_are_seen_from_its_day() {
    let text = "The mayor said on Saturday that the bridge was open again.\n\
        Market in Orla updated: Wed Sep 10 2031 17:05:00 Stalls burned in the town on Monday.\n\
        The talks go on, the radio says.\nupdated: Sat Aug 30 2031 08:40:00 The pilot was killed yesterday.\n\
        updated: Tue Aug 19 2031 21:15:00 Talks go on in the port since Friday.";
    let article = Article::plain(text);
    let scan = token::scan(text);
    let times = time::find(&article, &scan, &number::find(&scan));
    let values = super::resolve(
        &scan,
        &times,
        &sections(&article, &scan, &times),
        "2031-09-13".parse().ok(),
    );
    let shown: Vec<String> = values.iter().flatten().map(ToString::to_string).collect();
    let expected = [
        "2031-09-13",
        "2031-09-10",
        "2031-09-08",
        "2031-08-30",
        "2031-08-29",
        "2031-08-19",
        "2031-08-15",
    ];
    assert_eq!(shown, expected);
}
