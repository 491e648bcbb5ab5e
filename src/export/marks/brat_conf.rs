//! What brat has to know of the marks: names of types, and the configuration that lies beside the texts.

use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::store::Role;

/// The event of a claim; kinds that tables brought share one, their name is among the fields.
pub(super) fn event(kind: Kind) -> &'static str {
    match kind {
        Kind::Killed => "Killed",
        Kind::Injured => "Injured",
        Kind::Casualties => "Casualties",
        Kind::Missing => "Missing",
        Kind::Arrested => "Arrested",
        Kind::Released => "Released",
        Kind::Abducted => "Abducted",
        Kind::Displaced => "Displaced",
        Kind::Other(_) => "OtherKind",
    }
}

/// The type of a name.
pub(super) fn name_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Org => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Group => "Group",
    }
}

/// The type of a part that is not the article.
pub(super) fn part_type() -> &'static str {
    "Boilerplate"
}

/// The type of words of a claim, and the name of the argument that they are.
pub(super) fn role_type(role: Role) -> &'static str {
    match role {
        Role::Number => "Number",
        Role::Outcome => "Harm",
        Role::Victims => "Victims",
        Role::Speaker => "Speaker",
        Role::Relay => "Relay",
        Role::AsOf => "AsOf",
        Role::EventDate => "EventDate",
        Role::Place => "EventPlace",
    }
}

/// `annotation.conf`.
pub(super) const ANNOTATION: &str = "\
[entities]
Person
Organisation
Place
Group
Time
Boilerplate
Number
Harm
Victims
Speaker
Relay
AsOf
EventDate
EventPlace

[relations]
<OVERLAP>\tArg1:<ENTITY>|<EVENT>, Arg2:<ENTITY>|<EVENT>, <OVL-TYPE>:<ANY>

[events]
Killed\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Injured\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Casualties\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Missing\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Arrested\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Released\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Abducted\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
Displaced\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace
OtherKind\tNumber?:Number, Harm?:Harm, Victims?:Victims, Speaker?:Speaker, Relay?:Relay, AsOf?:AsOf, EventDate?:EventDate, EventPlace?:EventPlace

[attributes]
Qualifier\tArg:<EVENT>, Value:exact|about|at_least|more_than|almost|up_to|less_than|range|vague|fraction
Form\tArg:<EVENT>, Value:number|implicit|named
VictimClass\tArg:<EVENT>, Value:civilian|protester|security_force|militant|official|journalist|other|unspecified
Scope\tArg:<EVENT>, Value:total|incident|unknown
Modality\tArg:<EVENT>, Value:asserted|reported_uncertain|denied
Status\tArg:<EVENT>, Value:unreviewed|accepted|corrected|by_hand|rejected
MadeBy\tArg:<EVENT>, Value:machine|analyst
PartOf\tArg:<EVENT>
";

/// `visual.conf`: the same in words.
pub(super) const VISUAL: &str = "\
[labels]
OtherKind | Other kind | Other
AsOf | As of
EventDate | Date of the event | Date
EventPlace | Place of the event | Place
VictimClass | Class of victims | Class
MadeBy | Made by | By
PartOf | Part of another figure | Part
Organisation | Organisation | Org

[drawing]
";

#[cfg(test)]
mod tests {
    use super::super::brat::ATTRIBUTES;
    use super::{ANNOTATION, event, name_type, part_type, role_type};
    use crate::claim::{Form, Kind, Modality, Scope, VictimClass};
    use crate::entity::EntityKind;
    use crate::quantity::Qualifier;
    use crate::store::{Role, Status};

    #[test]
    fn the_configuration_knows_every_type_and_value() {
        let line = |name: &str| {
            let mut lines = ANNOTATION.lines();
            lines
                .find(|line| line.split('\t').next() == Some(name))
                .unwrap_or_else(|| panic!("{name} is missing"))
        };
        for sort in EntityKind::ALL.map(name_type).into_iter().chain([part_type(), "Time"]) {
            line(sort);
        }
        let other = Kind::other("Tanks").unwrap();
        for kind in Kind::ALL.into_iter().chain([other]) {
            for role in Role::ALL {
                let argument = format!("{0}?:{0}", role_type(role));
                assert!(line(event(kind)).contains(&argument), "{argument}");
            }
        }
        let lists: [(&str, Vec<&str>); 6] = [
            ("Qualifier", Qualifier::ALL.map(Qualifier::id).to_vec()),
            ("Form", Form::ALL.map(Form::id).to_vec()),
            ("VictimClass", VictimClass::ALL.map(VictimClass::id).to_vec()),
            ("Scope", Scope::ALL.map(Scope::id).to_vec()),
            ("Modality", Modality::ALL.map(Modality::id).to_vec()),
            ("Status", Status::ALL.map(Status::id).to_vec()),
        ];
        for (name, values) in lists {
            assert!(line(name).ends_with(&format!("Value:{}", values.join("|"))), "{name}");
        }
        assert!(ATTRIBUTES.iter().all(|(_, name)| line(name).contains("Arg:<EVENT>")));
    }
}
