//! Texts with the class of those harmed by their last count.

use super::VictimClass;
use super::tests::drafts;

const CASES: &[(&str, VictimClass)] = &[
    (
        "The body of a victim of police firing was found.",
        VictimClass::Unspecified,
    ),
    ("The rebel military chief was killed in Orla.", VictimClass::Militant),
    ("A bomb killed four security chiefs in Orla.", VictimClass::Official),
    (
        "A bomb killed four senior security officials in Orla.",
        VictimClass::Official,
    ),
    (
        "A bomb killed four security guards in Orla.",
        VictimClass::SecurityForce,
    ),
    ("A bomb killed four police chiefs in Orla.", VictimClass::SecurityForce),
    ("Two army defectors were killed in Orla.", VictimClass::Militant),
    ("Some 700 army defectors have fled to Varland.", VictimClass::Other),
    (
        "More than 50 journalists and media workers were killed in Varland.",
        VictimClass::Journalist,
    ),
    (
        "More than 50 journalists and aid workers were killed in Varland.",
        VictimClass::Unspecified,
    ),
    ("Two service members were killed in Orla.", VictimClass::SecurityForce),
    (
        "Two Varland Forest Service members were killed in Orla.",
        VictimClass::Other,
    ),
    ("Rebels seized two of its citizens in Orla.", VictimClass::Unspecified),
    (
        "The movement said two of its activists were killed in Orla.",
        VictimClass::Other,
    ),
    ("Two rights activists were killed in Orla.", VictimClass::Civilian),
    ("Some 18 media workers were killed in Orla.", VictimClass::Journalist),
    (
        "The League of Journalists counted 66 dead in Varland.",
        VictimClass::Journalist,
    ),
    (
        "The League of Journalists said 66 people died in Varland.",
        VictimClass::Unspecified,
    ),
    (
        "The UN lost dozens of workers when its Orla headquarters collapsed.",
        VictimClass::Other,
    ),
    (
        "The mill lost dozens of workers when its Orla headquarters collapsed.",
        VictimClass::Civilian,
    ),
    (
        "Some 27 people were shot dead at a protest in Orla.",
        VictimClass::Protester,
    ),
    (
        "Some 27 people were shot dead at a market in Orla.",
        VictimClass::Unspecified,
    ),
    (
        "Troops opened fire on a protest in Orla, killing four people.",
        VictimClass::Protester,
    ),
    (
        "Fighters attacked government forces near Orla, killing 12.",
        VictimClass::SecurityForce,
    ),
    (
        "Fighters attacked a mill near Orla, killing 12.",
        VictimClass::Unspecified,
    ),
    (
        "Deaths among the Varland security forces totalled 895.",
        VictimClass::SecurityForce,
    ),
    ("Deaths among the Varland clans totalled 895.", VictimClass::Unspecified),
    ("The military chief was killed in Orla.", VictimClass::SecurityForce),
    ("A UN worker was killed in Orla.", VictimClass::Other),
    ("Two TVK workers were arrested in Orla.", VictimClass::Other),
    ("Two aid workers were killed in Orla.", VictimClass::Civilian),
    ("A TV worker was killed in Orla.", VictimClass::Civilian),
    ("Soldiers killed two members of armed groups.", VictimClass::Militant),
    (
        "Four members of the Free Varland Army died in Orla.",
        VictimClass::Militant,
    ),
    (
        "Four members of the Varland army died in Orla.",
        VictimClass::SecurityForce,
    ),
    ("Two opposition soldiers were shot in Orla.", VictimClass::Militant),
    (
        "Over 50 activists of the Tarn Vost Kelm (TVK) were arrested.",
        VictimClass::Other,
    ),
    ("Over 50 activists of the town were arrested.", VictimClass::Civilian),
    ("Nine men and boys were killed in Orla.", VictimClass::Unspecified),
    ("Nine women and children were killed in Orla.", VictimClass::Civilian),
    (
        "Five civilians and rebel soldiers were killed.",
        VictimClass::Unspecified,
    ),
    ("The civilian death toll rose to 31.", VictimClass::Civilian),
    (
        "The military death toll in Varland rose to 1,500.",
        VictimClass::SecurityForce,
    ),
    ("The death toll in Varland rose to 1,500.", VictimClass::Unspecified),
    ("The raids killed 71 \"civilian martyrs\".", VictimClass::Civilian),
    ("Thirteen members of two families were killed.", VictimClass::Civilian),
    ("Some 9,000 refugees fled across the border.", VictimClass::Civilian),
    (
        "The bodies of reporters Aida Tarn and Jonas Brenk were found.",
        VictimClass::Journalist,
    ),
    (
        "Jonas Brenk of the newspaper Orla Post died from a bullet.",
        VictimClass::Journalist,
    ),
    ("A guardsman was killed and four wounded.", VictimClass::SecurityForce),
    ("A child was killed and four wounded.", VictimClass::Unspecified),
    (
        "Before he was shot dead a gunman killed six people and wounded seven others.",
        VictimClass::Unspecified,
    ),
    (
        "Some 200 protesters marched in Orla. Several of them were arrested.",
        VictimClass::Protester,
    ),
    (
        "Among the thousands of protesters who marched, at least 20 people were killed.",
        VictimClass::Protester,
    ),
    (
        "There were some 20 casualties among government soldiers.",
        VictimClass::SecurityForce,
    ),
    (
        "Troops fired on mourners in Orla, killing one person.",
        VictimClass::Unspecified,
    ),
    (
        "Troops fired on protesters in Orla, killing one person.",
        VictimClass::Protester,
    ),
    (
        "Varland's new rulers sent troops, VTC officials said. Six VTC fighters were killed in Orla.",
        VictimClass::SecurityForce,
    ),
    (
        "The rebels sent troops, VTC officials said. Six VTC fighters were killed in Orla.",
        VictimClass::Militant,
    ),
    (
        "Eight guards were killed and six were captured.",
        VictimClass::SecurityForce,
    ),
    (
        "Orland says the death toll of its peacekeepers has risen from 11 to 14.",
        VictimClass::SecurityForce,
    ),
    (
        "The toll of the fire among soldiers and villagers rose to 34.",
        VictimClass::Unspecified,
    ),
    (
        "At least 18 media workers have been killed in the war.",
        VictimClass::Journalist,
    ),
    ("Six factory workers were detained by the press.", VictimClass::Civilian),
    (
        "Troops shot dead at least 28 at rallies after prayers.",
        VictimClass::Protester,
    ),
    (
        "About 30 people were arrested for taking part in a sit-in.",
        VictimClass::Protester,
    ),
    ("At least 28 died at markets after prayers.", VictimClass::Unspecified),
    ("The league said two of its activists were held.", VictimClass::Other),
    (
        "The factory said two of its workers were killed.",
        VictimClass::Civilian,
    ),
];

#[test]
fn classes_are_those_of_the_harmed() {
    let read = |text: &str| drafts(text).last().map(|draft| draft.claim.victim_class);
    let wrong: Vec<String> = CASES
        .iter()
        .filter(|(text, class)| read(text) != Some(*class))
        .map(|(text, class)| format!("{text}: read {:?}, want {class:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
