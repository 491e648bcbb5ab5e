//! What a cell like "Civilian deaths" says: what happened, and to whom.

use crate::claim::{Kind, VictimClass};

/// What happened, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// What happened.
    pub kind: Kind,
    /// To whom.
    pub class: VictimClass,
}

/// Beginnings of words for what happened, in the order in which they are looked for: "wounded in action" before "action".
const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Casualties,
        &[
            "casualt",
            "killed and injured",
            "killed & injured",
            "dead and injured",
            "victims",
        ],
    ),
    (Kind::Injured, &["injur", "wound", "hurt", "wia"]),
    (
        Kind::Killed,
        &["death", "dead", "kill", "fatal", "died", "kia", "murder", "homicide"],
    ),
    (Kind::Missing, &["missing", "disappear", "unaccounted", "mia"]),
    (Kind::Released, &["releas", "freed"]),
    (Kind::Abducted, &["abduct", "kidnap", "hostage"]),
    (
        Kind::Arrested,
        &[
            "arrest",
            "detain",
            "detention",
            "prisoner",
            "captur",
            "imprison",
            "jailed",
            "pow",
        ],
    ),
    (Kind::Displaced, &["displac", "idp", "refugee", "evacuat", "fled"]),
];

/// Beginnings of words for who was harmed.
const CLASSES: &[(VictimClass, &[&str])] = &[
    (VictimClass::Protester, &["protest", "demonstrat"]),
    (VictimClass::Journalist, &["journalist", "reporter", "media worker"]),
    (
        VictimClass::SecurityForce,
        &[
            "militar",
            "soldier",
            "troop",
            "police",
            "personnel",
            "security force",
            "army",
            "officer",
            "servicem",
            "guard",
        ],
    ),
    (
        VictimClass::Militant,
        &[
            "militant",
            "rebel",
            "insurgent",
            "terrorist",
            "gunm",
            "fighter",
            "combatant",
        ],
    ),
    (VictimClass::Official, &["official", "politician", "mayor", "minister"]),
    (
        VictimClass::Civilian,
        &[
            "civilian",
            "child",
            "women",
            "woman",
            "resident",
            "student",
            "aid worker",
            "refugee",
            "passenger",
        ],
    ),
];

/// What `cell` says; `None` where it names nothing that is counted in texts: "Tanks".
pub fn outcome_of(cell: &str) -> Option<Outcome> {
    let words = format!(
        " {}",
        cell.to_lowercase()
            .replace(|c: char| !c.is_alphanumeric() && c != '&', " ")
    );
    let begins = |starts: &&[&str]| starts.iter().any(|start| words.contains(&format!(" {start}")));
    let (kind, _) = KINDS.iter().find(|(_, starts)| begins(starts))?;
    let class = CLASSES.iter().find(|(_, starts)| begins(starts));
    // "non-combatants" are civilians, "combatants" are not
    let class = match class {
        Some((VictimClass::Militant, _)) if words.contains(" non combatant") || words.contains(" noncombatant") => {
            VictimClass::Civilian
        }
        Some((class, _)) => *class,
        None => VictimClass::Unspecified,
    };
    Some(Outcome { kind: *kind, class })
}

#[cfg(test)]
mod tests {
    use super::outcome_of;

    #[test]
    fn cells_are_understood() {
        for (cell, expected) in [
            ("Civilian deaths", "killed civilian"),
            ("fatalities", "killed unspecified"),
            ("Military Deaths-Varland", "killed security_force"),
            ("KIA", "killed unspecified"),
            ("Injured (children)", "injured civilian"),
            ("soldiers_wounded", "injured security_force"),
            ("Protesters arrested", "arrested protester"),
            ("IDPs", "displaced unspecified"),
            ("Military casualties", "casualties security_force"),
            ("Missing persons", "missing unspecified"),
            ("hostages released", "released unspecified"),
            ("non-combatant deaths", "killed civilian"),
            ("Tanks", "-"),
            ("Armoured vehicles", "-"),
            ("skilled workers", "-"),
            ("", "-"),
        ] {
            let got = outcome_of(cell).map(|outcome| format!("{} {}", outcome.kind.id(), outcome.class.id()));
            assert_eq!(got.as_deref().unwrap_or("-"), expected, "{cell}");
        }
    }
}
