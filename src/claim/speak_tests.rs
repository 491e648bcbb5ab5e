//! Runs the cases of `speak_cases.txt`: texts with who vouches for each of their figures.

use super::Modality;
use super::tests::drafts;

const CASES: &str = include_str!("speak_cases.txt");

fn cases() -> Vec<(String, Vec<String>)> {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for line in CASES
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if let Some(row) = line.strip_prefix("  ") {
            if let Some(case) = out.last_mut() {
                case.1.push(row.to_owned());
            }
        } else {
            out.push((line.replace(" // ", "\n\n").replace(" / ", "\n"), Vec::new()));
        }
    }
    out
}

fn read(text: &str) -> Vec<String> {
    drafts(text)
        .into_iter()
        .map(|draft| {
            let claim = draft.claim;
            let number = claim.figure.value.or(claim.figure.low).unwrap_or_default();
            let mut row = format!("{number} <- {}", claim.speaker.as_deref().unwrap_or("-"));
            if let Some(relay) = claim.relay {
                row.push_str(" <- ");
                row.push_str(&relay);
            }
            row
        })
        .collect()
}

#[test]
fn speakers_are_found() {
    let cases = cases();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text);
            (found != *expected).then(|| {
                format!(
                    "{text}\n    read {}\n    want {}",
                    found.join("; "),
                    expected.join("; ")
                )
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} cases\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
/// Sentences with one count and how sure it is said to be; as many are sure as are not.
const SURE: &[(&str, Modality)] = &[
    ("Forty people are feared dead.", Modality::ReportedUncertain),
    ("Ferry sinks off Orla; 40 feared drowned", Modality::ReportedUncertain),
    ("It is feared that 40 people drowned.", Modality::ReportedUncertain),
    (
        "Forty people are believed to have been killed.",
        Modality::ReportedUncertain,
    ),
    ("Police believe that 12 people were killed.", Modality::Asserted),
    (
        "Officials fear as many as 40 people were killed.",
        Modality::ReportedUncertain,
    ),
    ("At least 12 people may have been killed.", Modality::ReportedUncertain),
    ("As many as 40 people might have died.", Modality::ReportedUncertain),
    ("Twelve people were reported killed.", Modality::ReportedUncertain),
    ("Twelve people were reportedly killed.", Modality::ReportedUncertain),
    ("Reportedly, 12 people were killed.", Modality::ReportedUncertain),
    ("The army allegedly killed 12 people.", Modality::ReportedUncertain),
    (
        "The blast is thought to have killed 12 people.",
        Modality::ReportedUncertain,
    ),
    (
        "There were unconfirmed reports that 12 people died.",
        Modality::ReportedUncertain,
    ),
    (
        "He says that 12 people died (this is not confirmed).",
        Modality::ReportedUncertain,
    ),
    (
        "The raid was said to have left 12 dead, which could not be verified.",
        Modality::ReportedUncertain,
    ),
    (
        "As many as 40 people may have been killed, the mayor said.",
        Modality::ReportedUncertain,
    ),
    ("The union revised down its first toll of 31 dead.", Modality::Denied),
    ("The army denied that 12 people were killed.", Modality::Denied),
    ("The army denied killing 12 people.", Modality::Denied),
    ("The governor dismissed reports that 12 people died.", Modality::Denied),
    (
        "The ministry rejected claims that 12 people had been killed.",
        Modality::Denied,
    ),
    ("It is not true that 12 people died.", Modality::Denied),
    ("Reports that 12 people died are false.", Modality::Denied),
    (
        "Rebels say 40 soldiers died, a figure the army disputes.",
        Modality::Denied,
    ),
    ("Rebels say 40 soldiers died but the army denied it.", Modality::Denied),
    (
        "Rains fell in Orla, with 12 deaths reported.",
        Modality::ReportedUncertain,
    ),
    (
        "The union alleges that the army killed 12 people.",
        Modality::ReportedUncertain,
    ),
    (
        "The army answered allegations that a raid killed 12 people.",
        Modality::ReportedUncertain,
    ),
    (
        "The raiders are on trial for allegedly shooting at and wounding three officers.",
        Modality::ReportedUncertain,
    ),
    ("Police said 12 people were killed.", Modality::Asserted),
    (
        "The ministry counted 12 deaths reported by hospitals.",
        Modality::Asserted,
    ),
    ("The allegations came after 12 people were killed.", Modality::Asserted),
    (
        "An allegedly stolen truck hit a bus and killed 12 people.",
        Modality::Asserted,
    ),
    ("Twelve suspected rebels were killed.", Modality::Asserted),
    ("Suspected rebels killed 12 people.", Modality::Asserted),
    ("An alleged air strike killed 12 people.", Modality::Asserted),
    ("Twelve people believed to be rebels were killed.", Modality::Asserted),
    ("Police said 12 people were reported killed.", Modality::Asserted),
    ("In May, 12 people were killed.", Modality::Asserted),
    (
        "He denied involvement in the attack that killed 12 people.",
        Modality::Asserted,
    ),
    (
        "The army denied the charges after 12 people were killed.",
        Modality::Asserted,
    ),
    (
        "The group denied responsibility for a raid that killed 12 people.",
        Modality::Asserted,
    ),
    (
        "The council rejected the plan, and 12 people were arrested.",
        Modality::Asserted,
    ),
    (
        "The blast killed 12 people and officials fear for the dam.",
        Modality::Asserted,
    ),
    (
        "Twelve people were killed, and the police said it may rain.",
        Modality::Asserted,
    ),
    ("A thief thought little of it and killed 12 people.", Modality::Asserted),
    ("The toll of 12 dead was confirmed by police.", Modality::Asserted),
    ("Twelve people died and the rumours grew.", Modality::Asserted),
    ("Police confirmed that 12 people died.", Modality::Asserted),
    ("Twelve men were arrested on suspicion of theft.", Modality::Asserted),
    (
        "The victims' kin, who fear the army, say 12 people died.",
        Modality::Asserted,
    ),
    (
        "The government accused the army of killing 85 miners.",
        Modality::ReportedUncertain,
    ),
    (
        "Miners are believed to have been killed and 12 arrested.",
        Modality::ReportedUncertain,
    ),
    (
        "The toll is likely to be between 100 and 200 dead.",
        Modality::ReportedUncertain,
    ),
    ("The death toll could be as high as 300.", Modality::ReportedUncertain),
    ("The death toll could reach 300.", Modality::ReportedUncertain),
    (
        "The toll is expected to be revised to 470 dead.",
        Modality::ReportedUncertain,
    ),
    ("Some reports say 40 people were killed.", Modality::ReportedUncertain),
    ("The mine is said to hold 40 bodies.", Modality::ReportedUncertain),
    (
        "Many of the deaths were reported to have occurred in Orla.",
        Modality::ReportedUncertain,
    ),
    (
        "Earlier it was reported that 30 people had been killed, but groups now give a lower figure.",
        Modality::Denied,
    ),
    (
        "The mayor denied the raid in which 30 people were reportedly killed.",
        Modality::Denied,
    ),
    (
        "The mayor accused the army of lies after 12 people were killed.",
        Modality::Asserted,
    ),
    ("Police accused of torture killed 12 people.", Modality::Asserted),
    (
        "The number of dead reached 12, and more rain could come.",
        Modality::Asserted,
    ),
    ("The 12 people killed were likely to be miners.", Modality::Asserted),
    (
        "The mayor denied the plan and said 30 people were killed.",
        Modality::Asserted,
    ),
    (
        "The mayor denied the charge that angered Orla, and said 30 people were killed.",
        Modality::Asserted,
    ),
    ("Twelve people died in Orla, reports say.", Modality::ReportedUncertain),
    ("Twelve people died in Orla, police reports say.", Modality::Asserted),
    (
        "Reports from Orla on Monday said 12 people died.",
        Modality::ReportedUncertain,
    ),
    (
        "Twelve people died in Orla, according to unconfirmed reports.",
        Modality::ReportedUncertain,
    ),
    (
        "The 12 people killed were, according to reports in Orla, miners.",
        Modality::Asserted,
    ),
    (
        "Miners are reported to have been killed along with 12 nurses.",
        Modality::ReportedUncertain,
    ),
    ("Miners went along with 12 nurses who were killed.", Modality::Asserted),
    (
        "Two sisters were reportedly among the dead.",
        Modality::ReportedUncertain,
    ),
    ("No one was reported hurt.", Modality::Asserted),
    ("Twelve people were reported hurt.", Modality::ReportedUncertain),
    (
        "The condition of 12 wounded miners is said to be grave.",
        Modality::Asserted,
    ),
    ("A storm may have caused 12 deaths.", Modality::ReportedUncertain),
    ("A storm may come where a flood caused 12 deaths.", Modality::Asserted),
    (
        "Twelve people died, activists said, in a report that could not be verified.",
        Modality::Asserted,
    ),
];

#[test]
fn doubt_and_denial_are_told_from_plain_words() {
    let wrong: Vec<String> = SURE
        .iter()
        .filter_map(|(text, expected)| {
            let found: Vec<Modality> = drafts(text).iter().map(|draft| draft.claim.modality).collect();
            (found != [*expected]).then(|| format!("{text}\n    read {found:?}\n    want {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
