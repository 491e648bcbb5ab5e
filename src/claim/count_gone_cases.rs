//! Sentences that tell of the displaced, the missing and the abducted in other words than these; and others that look like them.

use super::count_cases::check;

/// What a text counts; "part" behind what belongs to a larger count.
const CASES: &[(&str, &str)] = &[
    // displaced
    ("The flood has put 640 people out of their homes.", "displaced 640"),
    ("The shop has put 640 coats out of their boxes.", ""),
    ("Some 640 farmers took to their heels at dawn.", "displaced 640"),
    ("Two gunmen took to their heels at dawn.", ""),
    ("The storm forced 640 people into cyclone shelters.", "displaced 640"),
    ("Some 640 people are in flight from the shelling.", "displaced 640"),
    ("Two passengers in flight fell asleep.", ""),
    (
        "The tally of people forced to flee had swollen to 640.",
        "displaced 640",
    ),
    ("At least 640 people became homeless.", "displaced 640"),
    ("The quake left 640 families on the streets.", "displaced 640"),
    ("The clashes have driven 640 people from Orla.", "displaced 640"),
    ("The bus has driven 640 miles from Orla.", ""),
    ("Some 40 of the hamlet's 450 inhabitants have fled.", "displaced 40"),
    ("Some 40 out of the hamlet's 450 inhabitants have fled.", "displaced 40"),
    // missing
    ("Six divers have never been seen again.", "missing 6"),
    ("Six divers have not heard from the office.", ""),
    ("Three fishermen failed to return from the lake.", "missing 3"),
    ("Three writers failed to return the keys.", ""),
    ("There was no sign of the three climbers.", "missing 3"),
    ("There was no sign of the three gunmen.", ""),
    ("There was no sign of three new schools.", ""),
    ("Up to 30 people could still be missing.", "missing 30"),
    ("Up to 30 people could go missing.", ""),
    ("Nine of the 27 miners have yet to be found.", "missing 9"),
    ("Hopes of finding 14 miners are fading.", "missing 14"),
    ("Hopes of finding 14 buyers are fading.", ""),
    // abducted
    ("Eleven villagers are in the hands of the gang.", "abducted 11"),
    ("Eleven villages are in the hands of the mayor.", ""),
    ("Raiders made off with 11 women.", "abducted 11"),
    ("Raiders made off with 11 phones.", ""),
    ("Raiders made off with 40 head of cattle.", ""),
    ("The rebels are holding 33 villagers.", "abducted 33"),
    ("The police are holding 33 villagers.", "arrested 33"),
    ("The gang used 12 clerks as human shields.", "abducted 12"),
    ("Sixteen passengers were led off into the bush.", "abducted 16"),
];

#[test]
fn those_who_are_gone_are_counted() {
    check(CASES);
}
