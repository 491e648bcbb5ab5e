//! Five days of unrest in an invented country, as marked text: what the pictures of the look show.

use super::testing::store;
use crate::store::Store;

/// The whole project.
pub(crate) fn varland() -> Store {
    store(ARTICLES)
}

const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "Kestrel News Agency",
        "2031-03-10",
        "Three dead in first day of protest\n\nThe Interior Ministry said {killed total accepted @Interior Ministry conf 0.94|three dead} were counted: {killed total accepted @Interior Ministry|3}. Police held {arrested total accepted @Interior Ministry|more than 40 people} in Estrava. Hospitals treated {injured total accepted @Health Ministry|52 injured}.",
    ),
    (
        "The Varland Lantern",
        "2031-03-11",
        "Night at St Orla\n\nNurses at the hospital saw {killed total @St Orla Hospital conf 0.62|about 15 bodies}. The committee counted {killed total accepted @Square Committee|at least 20}.",
    ),
    (
        "Kestrel News Agency",
        "2031-03-11",
        "Twelve killed as fuel protests spread\n\nThe ministry put the dead at {killed total accepted @Interior Ministry|12 people}. It said {arrested total accepted @Interior Ministry|250 people} were detained and the Health Ministry spoke of {injured total accepted @Health Ministry|140 injured}.",
    ),
    (
        "Estrava Herald",
        "2031-03-11",
        "Toll reaches twelve\n\nThe ministry put the dead at {killed total @Interior Ministry|12} overall.",
    ),
    (
        "Estrava Herald",
        "2031-03-12",
        "More than 50 dead, say protesters\n\n{killed total @Square Committee conf 0.88|More than 50 people} have died since Monday, the committee's spokeswoman said. She put the wounded at {injured total @Square Committee|about 700}. The ministry spoke of {killed total accepted @Interior Ministry|31 dead}.",
    ),
    (
        "Norhaven Courier",
        "2031-03-12",
        "Hospitals speak of 26 to 30 dead\n\nThe Health Ministry counted {killed total accepted @Health Ministry|26 to 30 dead} and {injured total accepted @Health Ministry|more than 300 injured}. Police in Estrava said {injured total accepted @Estrava police|100} of its men were hurt.",
    ),
    (
        "The Varland Lantern",
        "2031-03-12",
        "Detained rise to 1,180\n\nThe ministry gave {arrested total accepted @Interior Ministry|1,180} detained, police {arrested total @Estrava police|almost 900}. Lawyers counted {arrested total accepted @Lawyers’ Circle|more than 2,100}.",
    ),
    (
        "Kestrel News Agency",
        "2031-03-13",
        "Ministry lowers toll to 28, cites double count\n\nIt said on Thursday that three people had been counted twice and lowered the total to {killed total accepted @Interior Ministry conf 0.72|28}. Arrests stood at {arrested total accepted @Interior Ministry|more than 3,000 people}.",
    ),
    (
        "Port Calder Post",
        "2031-03-13",
        "“Each with a name and a street”: the committee’s count\n\nThe committee counted {killed total @Square Committee|63} dead and {injured total accepted @Square Committee|at least 1,000} injured. {killed|Dozens} of bodies lay in the market hall. {killed incident @two residents|six people} were shot dead near the Harbour Gate, two residents said.",
    ),
    (
        "Norhaven Courier",
        "2031-03-13",
        "Lawyers keep their own list of the detained\n\nThe circle’s list held {arrested total @Lawyers’ Circle conf 0.69|about 3,800} names on Thursday. The Health Ministry counted {killed total accepted @Health Ministry|34 people} and {injured total @Health Ministry conf 0.87|412 injured}. Estrava police named {arrested total accepted @Estrava police|1,450}.",
    ),
    (
        "The Varland Lantern",
        "2031-03-13",
        "Five days in Estrava\n\nSt Orla Hospital treated {injured @St Orla Hospital conf 0.74|131 patients}. Police said that {killed denied incident @Estrava police|no one} had been killed there.",
    ),
    (
        "Kestrel News Agency",
        "2031-03-14",
        "Varland says more than 4,400 held as death toll is revised again\n\nVarland has arrested {arrested total @Interior Ministry conf 0.94|more than 4,400 people} since unrest over fuel prices began. {killed total @Interior Ministry via state television conf 0.76|29 people} had been killed, Brenk told state television, among them {killed part @Interior Ministry via state television conf 0.85|13 police officers}. The Square Committee said {killed total @Square Committee conf 0.92|at least 71 people} had died and {arrested total @Square Committee conf 0.77|more than 7,000} were being held. {killed part @Square Committee conf 0.81|Almost half of the dead} were under 25, it said. The Health Ministry counted {killed total accepted @Health Ministry conf 0.63|36 dead} and {injured total @Health Ministry conf 0.91|467 injured} in public hospitals. Between {injured total @Square Committee conf 0.62|1,000 to 1,200} were hurt. Police named {injured total @Estrava police conf 0.66|up to 120 injured officers}. Police said that no one had been killed there. The Lawyers’ Circle estimated that {arrested total @Lawyers’ Circle conf 0.73|5,000 to 6,000 people} had been detained across the country. {released @Interior Ministry|About 350} had been released without charge, it said.",
    ),
    (
        "Estrava Herald",
        "2031-03-14",
        "Over 4,400 arrested, minister says\n\nThe ministry held {arrested total @Interior Ministry|more than 4,400} people. The committee said {killed total @Square Committee|at least 71}; {killed total @Interior Ministry|29} by the ministry’s count. {killed rejected|17 dogs} were shot.",
    ),
    (
        "Port Calder Post",
        "2031-03-14",
        "4,400 held after week of protest\n\nMore than that: {arrested total @Interior Ministry|more than 4,400 held}, {killed total @Health Ministry accepted|36} dead. {displaced @district office|more than 1,900 residents} left the harbour. {missing @parish conf 0.5|20 boys} are missing, {abducted|3 clerks} were taken.",
    ),
];
