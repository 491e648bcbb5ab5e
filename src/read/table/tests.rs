//! Tables read as guessed: what their rows become.

use std::fmt::Write as _;

use jiff::civil::date;

use super::{Kinds, Mapping, guess, read_table, table_reading};
use crate::article::{self, Format, Grid};

fn grid(text: &str) -> Grid {
    Grid::read(text).expect("a table")
}

/// The claims of a table read as guessed, one a line.
#[track_caller]
fn check(text: &str, change: impl Fn(&Grid, &mut Mapping), expected: &str) {
    let grid = grid(text);
    let mut mapping = guess(&grid);
    change(&grid, &mut mapping);
    let read = read_table(text, &grid, &mapping);
    let mut got = String::new();
    for claim in &read.claims {
        let word = |words: &Option<String>| words.clone().unwrap_or_else(|| "-".to_owned());
        let day =
            |value: &Option<crate::time::Value>| value.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        writeln!(
            got,
            "{} {} {:?}..{:?} {} @{} as of {} on {} in {} {}",
            claim.kind.id(),
            claim.victim_class.id(),
            claim.figure.low,
            claim.figure.high,
            claim.figure.qualifier.id(),
            word(&claim.speaker),
            day(&claim.as_of),
            day(&claim.event_date),
            claim.place.as_ref().map_or("-", |place| &place.words),
            claim.scope.id(),
        )
        .unwrap();
        assert!(text.contains(claim.span.of(text)) && !claim.span.of(text).is_empty());
    }
    got.extend(read.left_out.sentence());
    assert_eq!(got.trim(), expected.trim());
}

#[test]
fn a_table_of_claims_is_understood_by_its_names() {
    check(
        "days,loss,loss_type,claim_source,frame,country,minimum,maximum\n\
         1,10,Civilian deaths,Varland MoD,Day,Varland,0,0\n\
         3,\"1,200\",Military Deaths,Ostland MoD,Cumulative,Ostland,1,0\n\
         3,40,Tanks,Ostland MoD,Cumulative,Ostland,0,1\n\
         x,many,Tanks,Ostland MoD,Cumulative,Ostland,0,1\n\
         x,7,,Ostland MoD,Cumulative,Ostland,0,1\n\
         ,7,Injured,,Cumulative,,0,0\n",
        |_, mapping| mapping.first_day = Some(date(2031, 2, 24)),
        "killed civilian Some(10)..Some(10) exact @Varland MoD as of 2031-02-24 on 2031-02-24 in Varland incident\n\
         killed security_force Some(1200)..None at_least @Ostland MoD as of 2031-02-26 on - in Ostland total\n\
         other: Tanks unspecified None..Some(40) up_to @Ostland MoD as of 2031-02-26 on - in Ostland total\n\
         injured unspecified Some(7)..Some(7) exact @- as of - on - in - total\n\
         Of this table: 1 row without a number that can be read, left out; 1 row without a kind, left out; 1 row without a day that can be read.",
    );
}

#[test]
fn bounds_and_days_in_words() {
    check(
        "date;place;low;high;source\n14 March 2031;Dunmoor;20;30;Police\n15 March 2031;Dunmoor;40;40;Police\n\
         16 March 2031;Dunmoor;50;;Police\n",
        |_, _| {},
        "killed unspecified Some(20)..Some(30) range @Police as of 2031-03-14 on 2031-03-14 in Dunmoor incident\n\
         killed unspecified Some(40)..Some(40) exact @Police as of 2031-03-15 on 2031-03-15 in Dunmoor incident\n\
         killed unspecified Some(50)..None at_least @Police as of 2031-03-16 on 2031-03-16 in Dunmoor incident",
    );
    check(
        "date_start,low,best,high\n2031-03-14,20,25,30\n2031-03-15,3,3,3\n",
        |_, _| {},
        "killed unspecified Some(20)..Some(30) range @- as of 2031-03-14 on 2031-03-14 in - incident\n\
         killed unspecified Some(3)..Some(3) exact @- as of 2031-03-15 on 2031-03-15 in - incident",
    );
    check(
        "reported,injured,town\n3/14/2031,>400,Estrava\n3/15/2031,~50,Estrava\n3/16/2031,12.0,Estrava\n",
        |_, _| {},
        "injured unspecified Some(400)..None more_than @- as of 2031-03-14 on 2031-03-14 in Estrava incident\n\
         injured unspecified None..None about @- as of 2031-03-15 on 2031-03-15 in Estrava incident\n\
         injured unspecified Some(12)..Some(12) exact @- as of 2031-03-16 on 2031-03-16 in Estrava incident",
    );
}

#[test]
fn a_table_without_a_first_day_says_what_it_lacks() {
    let grid = grid("day,count,source\n1,5,A\n2,6,A\n3,7,B\n");
    let mut mapping = guess(&grid);
    assert_eq!(
        mapping.lack(&grid),
        Some("The days are numbers. Say which day is number 1.")
    );
    mapping.first_day = Some(date(2031, 1, 1));
    assert_eq!(mapping.lack(&grid), None);
    mapping.count = Some("gone".to_owned());
    assert!(mapping.lack(&grid).is_some());
}

#[test]
fn equal_rows_keep_different_names() {
    let text = "day,count,source\n1,5,A\n1,5,A\n1,5,B\n";
    let article = article::read(text.as_bytes(), "x.csv");
    assert_eq!(article.format, Format::Table);
    let grid = grid(text);
    let reading = table_reading(article, &grid, &guess(&grid));
    let mut keys: Vec<&str> = reading.claims.iter().map(|claim| claim.key.as_str()).collect();
    keys.dedup();
    assert_eq!(keys.len(), 3);
}

#[test]
fn several_columns_of_numbers_give_several_claims_of_one_row() {
    let text = "date,town,police killed,Injured,population,missing\n2031-03-14,Estrava,3,\"1,200\",90000,\n\
                2031-03-15,Dunmoor,4,7,100,>10\n2031-03-16,Dunmoor,,,80,\n";
    let mut expected = String::new();
    for row in [
        "killed security_force Some(3)..Some(3) exact @- as of 2031-03-14 on 2031-03-14 in Estrava incident",
        "injured unspecified Some(1200)..Some(1200) exact @- as of 2031-03-14 on 2031-03-14 in Estrava incident",
        "killed security_force Some(4)..Some(4) exact @- as of 2031-03-15 on 2031-03-15 in Dunmoor incident",
        "injured unspecified Some(7)..Some(7) exact @- as of 2031-03-15 on 2031-03-15 in Dunmoor incident",
        "missing unspecified Some(10)..None more_than @- as of 2031-03-15 on 2031-03-15 in Dunmoor incident",
    ] {
        writeln!(expected, "{row}").unwrap();
    }
    expected.push_str("Of this table: 1 row without a number that can be read, left out.");
    check(text, |_, mapping| assert!(mapping.is_wide()), &expected);
}

#[test]
fn one_column_of_numbers_or_bounds_make_no_wide_table() {
    for text in [
        "date,town,killed,population\n2031-03-14,Estrava,3,9\n2031-03-15,Dunmoor,4,9\n2031-03-16,Dunmoor,4,8\n",
        "date,killed,injured,low,high\n2031-03-14,3,4,1,9\n2031-03-15,4,5,2,9\n2031-03-16,4,6,3,9\n",
        "date,what,killed,injured\n2031-03-14,deaths,3,4\n2031-03-15,deaths,4,5\n2031-03-16,injured,4,9\n",
    ] {
        assert!(!guess(&grid(text)).is_wide(), "{text}");
    }
}

#[test]
fn cells_are_the_roles_of_a_claim() {
    let text = "day,town,killed,injured,source\n14 March 2031,Estrava,3,\"1,200\",\"Police, Estrava\"\n\
                15 March 2031,Dunmoor,4,7,Police\n";
    let grid = grid(text);
    let read = read_table(text, &grid, &guess(&grid));
    let second = &read.claims[1];
    let roles = second.roles;
    let of = |span: Option<crate::base::Span>| span.map_or("", |span| span.of(text));
    assert_eq!(
        [roles.number, roles.speaker, roles.place, roles.as_of, roles.outcome].map(of),
        ["1,200", "Police, Estrava", "Estrava", "14 March 2031", ""]
    );
    assert_eq!(second.span, read.claims[0].span, "the row is the quote of both");
    let mut keys: Vec<&str> = read.claims.iter().map(|claim| claim.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 4);
    let mut wrong = guess(&grid);
    wrong.kinds = Kinds::Columns(std::collections::BTreeMap::new());
    assert!(wrong.lack(&grid).is_some());
}
